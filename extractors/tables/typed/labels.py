"""Labels of typed rows: two columns that one space alone parts in some rows (``Faglig ledelse Timer`` above
``Kroner``), lines that go on with others, and labels beside several rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import regex

from extractors.tables.typed.pieces import Piece
from extractors.text.words import DANGLING

_INDENT = 8
"""Labels so many letters further right than the first stand in a column of their own; fewer are an indent."""
_DRIFT = 3
"""The second line of a label may be indented by so many letters."""
_NARROWEST = 0.65
_FEWEST_INNER = 2
_FEWEST_EXACT = 2


def end_of_labels(labels: Iterable[Piece], start: int, above: Iterable[Sequence[Piece]]) -> int:
    """The letter where labels end left of the first column, which begins at ``start``; ``above`` are lines of heads
    that may hold one that ends a little behind its column of labels."""
    end = max((piece.end for piece in labels if piece.end <= start), default=start - 1)
    limit = min(end + _DRIFT, start - _DRIFT)
    heads = (piece for line in above for piece in line if piece.end <= limit)
    return max([end, *(piece.end for piece in heads if 2 * (end - piece.start) > piece.end - piece.start)])


def labels_apart(lines: Sequence[list[Piece]], rows: Sequence[int]) -> dict[int, list[Piece]]:
    """The pieces of rows whose two labels were not parted by white. Below them stand rows with a second label
    alone, which tell where it begins; nothing is cut where one row above such does not fit."""
    starts = {at: lines[at][0].start for at in rows}
    margin = min(starts.values())
    inner = [start for start in starts.values() if start >= margin + _INDENT]
    if len(inner) < _FEWEST_INNER or len(set(inner)) > 1:
        return {}
    start = inner[0]
    cut: dict[int, list[Piece]] = {}
    sure = exact = 0
    for at, below in pairwise(rows):
        if starts[at] > margin + 1 or starts[below] != start:
            continue
        first, *others = lines[at]
        if others and not others[0].is_value and abs(others[0].start - start) <= 1:
            sure += 1
            continue
        place = None if first.is_value else _boundary(first, start)
        if place is None or first.text[place].islower():
            return {}
        exact += first.start + place == start
        left = Piece(first.start, first.start + place - 1, first.text[: place - 1])
        shift = first.start + place - start
        right = Piece(start, start + len(first.text) - place, first.text[place:], shift)
        cut[at] = [left, right, *others]
    return cut if sure or exact >= _FEWEST_EXACT else {}


def goes_on_below(row: Sequence[Piece], below: Sequence[list[Piece]], end: int) -> bool:
    """True where the line below the last row is the rest of its label: it stands alone between it and a blank line,
    or beside the rest of a cell of text, and begins in a small letter, and the label had no room left (``end`` is
    where labels end) or breaks off: behind a word that ends none, or behind a comma beside another rest. ``below``
    are the next two lines."""
    if not below or not below[0] or any(below[1:]):
        return False
    label, (rest, *others) = row[0], below[0]
    if len(others) > 1 or not all(
        _goes_on_above(other, [p for p in row if p.start <= other.start][-1:]) for other in others
    ):
        return False
    if rest.is_value or not rest.text[0].islower() or abs(rest.start - label.start) > _DRIFT or rest.end > end:
        return False
    word = label.text.rsplit(" ", 1)[-1]
    full = label.end + 1 + len(rest.text.split(maxsplit=1)[0]) > end
    return not label.is_value and (
        full or word.lower() in DANGLING or word.endswith("-") or bool(others and word.endswith(","))
    )


def _boundary(piece: Piece, start: int) -> int | None:
    """Where in a text a label begins that was printed at ``start`` or moved on; None where nothing tells."""
    found = [
        match.start()
        for match in regex.finditer(r"(?<= )\S", piece.text)
        if piece.start + match.start() >= start and piece.start + _NARROWEST * (match.start() - 1) <= start + 1
    ]
    if found and piece.start + found[0] == start:
        return found[0]
    return found[0] if len(found) == 1 else None


def is_of_label(
    lines: Sequence[list[Piece]], at: int, above: int, below: int, cells: Sequence[tuple[int, int]]
) -> bool:
    """True for a line left of all values that begins the label of the row right below it, which goes on in small
    letters, or goes on so with that of the row right above: what it says may read like running text."""
    (line, *others), upper, lower = lines[at], lines[above], lines[below]
    if others or line.end >= min(start for start, _ in cells):
        return False
    if at + 1 == below and lower[0].text[0].islower() and abs(line.start - lower[0].start) <= _DRIFT:
        return True
    labels = [piece for piece in upper if not piece.is_value or piece is upper[0]]
    return at - 1 == above and line.text[0].islower() and any(abs(line.start - p.start) <= 1 for p in labels)


def labels_beside(rows: Sequence[int], lines: Sequence[list[Piece]]) -> bool:
    """True where labels stand left of those of the rows, on lines of their own: they name several rows, and nothing
    tells which. The rest of a label in the line above is none of them."""
    starts = [lines[at][0].start for at in rows]
    margin = min(lines[at][0].start for at in range(rows[0], rows[-1] + 1) if lines[at])
    inner = min((start for start in starts if start > margin + _DRIFT), default=None)
    if inner is None or 2 * sum(start >= inner for start in starts) < len(rows):
        return False
    between = [
        lines[at][0]
        for at in range(rows[0] + 1, rows[-1])
        if at not in rows and lines[at] and not _goes_on_above(lines[at][0], lines[at - 1])
    ]
    return any(piece.start <= margin + 1 and piece.end < inner for piece in between)


def _goes_on_above(piece: Piece, above: Sequence[Piece]) -> bool:
    return piece.text[0].islower() and bool(above) and abs(above[0].start - piece.start) <= 1


def label_starts(rows: Mapping[int, Sequence[Piece]], end: int) -> list[int]:
    """Where columns of labels begin behind the first: at one letter in most rows, in some of them behind another
    label. A label that begins there alone has a blank cell beside it."""
    labels = [[piece for piece in pieces if piece.end <= end] for pieces in rows.values()]
    # A label that the one before moved to the right tells that this was narrower in print.
    labels = [[piece for n, piece in enumerate(row) if not any(p.shift for p in row[n + 1 :])] for row in labels]
    margin = min((piece.start for row in labels for piece in row), default=0)
    starts = Counter(piece.start for row in labels for piece in row)
    behind = {piece.start for row in labels for piece in row[1:]}
    return [
        start
        for start in sorted(behind)
        if 2 * starts[start] > len(rows)
        and not any(piece.start < start < piece.end for row in labels for piece in row if len(row) > 1)
        # A total of all has no second label: it may reach over the column of these.
        and not any(piece.start < start < piece.end for row in labels for piece in row if piece.start > margin)
        and sum(piece.start < start < piece.end for row in labels for piece in row) <= len(rows) // _FEW_WIDE
    ]


_FEW_WIDE = 10
"""One row in so many may have a label that reaches over two columns of labels."""
