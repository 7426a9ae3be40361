"""Tables on a typed page: their rows, their columns, and where what they hold stands in its cells.

A converter that writes proportional letters in equal widths keeps cells apart with spaces, but moves heads a few
letters away from their values. Columns are therefore drawn from the values alone; a head goes to the column it is
nearest to, all heads of a line in order. What is found is drawn: heads stand inside their cells, and walls between
the columns, as in a table with borders.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extractors.tables.captions import is_figure_caption, is_note, parse_caption
from extractors.tables.flat.regions import is_prose
from extractors.tables.typed.heads import Head, heads_over
from extractors.tables.typed.pieces import Piece, pieces_of, values_of

_MOST_BETWEEN = 6
"""Lines without values that may stand between two rows of a block."""
_MOST_HEADS = 9
_MOST_BLANK = 2
_FEWEST_ROWS = 2
_DRIFT = 3
"""So many letters apart values of one column may stand."""
_INSIDE = 0.4
"""Letters between a wall and what stands beside it."""


class Move(NamedTuple):
    """A piece of print and the letter it begins at in its cell; ``scale`` is the width of its letters there."""

    piece: Piece
    start: float
    scale: float = 1.0


@dataclass(slots=True)
class Block:
    """A table: ``rows`` are lines with values, ``heads`` the heads of each line above them. ``cells`` are the first
    and last letter of each column of values, ``labels`` the walls between columns of labels; ``moves`` puts what
    stands on a line into its cells."""

    rows: list[int]
    heads: dict[int, list[Head]]
    cells: list[tuple[float, float]]
    labels: list[float]
    moves: dict[int, list[Move]]

    def opens(self, at: int) -> set[int]:
        """The walls that a head of line ``at`` stands over, by the column on their right."""
        return {n for head in self.heads.get(at, ()) for n in range(head.first + 1, head.last + 1)}


def typed_blocks(texts: Sequence[str]) -> list[Block]:
    """The tables among the lines whose heads can be told; others are left out."""
    lines = [pieces_of(text) for text in texts]
    blocks = []
    floor = 0
    for rows in _bodies(lines, texts):
        block = _block(rows, lines, texts, floor)
        floor = rows[-1] + 1
        if block is not None:
            blocks.append(block)
    return blocks


def _bodies(lines: Sequence[list[Piece]], texts: Sequence[str]) -> Iterator[list[int]]:
    """Runs of rows whose values stand below each other."""
    rows: list[int] = []
    cells: list[tuple[int, int]] = []
    for at, pieces in enumerate(lines):
        values = values_of(pieces)
        if not values or (len(pieces) < 2 and not rows):
            continue
        below = rows and sum(_stands_in(value, cells) for value in values) * 2 >= len(values)
        if not below or at - rows[-1] > _MOST_BETWEEN or any(map(_ends, texts[rows[-1] + 1 : at])):
            if len(rows) >= _FEWEST_ROWS:
                yield rows
            rows, cells = [], []
        rows.append(at)
        cells = _merged([*cells, *((value.start, value.end) for value in values)])
    if len(rows) >= _FEWEST_ROWS:
        yield rows


def _stands_in(value: Piece, cells: Sequence[tuple[int, int]]) -> bool:
    return any(value.start - end <= _DRIFT and start - value.end <= _DRIFT for start, end in cells)


def _ends(text: str) -> bool:
    """True for a line that no table holds."""
    bare = text.strip()
    return bool(bare) and (
        parse_caption(bare) is not None or is_figure_caption(bare) or is_note(bare) or is_prose(bare)
    )


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = result[-1][0], max(end, result[-1][1])
        else:
            result.append((start, end))
    return result


def _block(rows: list[int], lines: Sequence[list[Piece]], texts: Sequence[str], floor: int) -> Block | None:
    """The block of these rows with its columns and heads; None where they cannot be told."""
    values = {at: values_of(lines[at]) for at in rows}
    columns = _columns(list(values.values()))
    labels = [piece for at in rows for piece in lines[at] if piece.end <= values[at][0].start]
    if columns is None or not labels or any(piece.end > columns[0][0] for piece in labels):
        return None
    if any(not piece.is_value and piece.start > columns[0][0] for at in rows for piece in lines[at]):
        return None  # text between values has columns of its own
    margin = min(piece.start for piece in labels)
    above = range(_first_head(rows[0], lines, texts, floor), rows[0])
    named = [lines[at][0] for at in above if len(lines[at]) > 1 and lines[at][0].start <= margin + 1]
    label_end = max(piece.end for piece in [*labels, *named] if piece.end <= columns[0][0])
    over: dict[int, list[Piece]] = {}
    for at in above:
        over[at] = [p for p in lines[at] if p.end > label_end + 1 and p.start > margin + 1]
        if any(p.start < label_end < columns[0][0] < p.end for p in over[at]):
            over[at] = [p for p in over[at] if p.start >= label_end]  # a title over labels and values
    heads = heads_over(over, columns)
    if heads is None or _labels_beside(rows, lines):
        return None
    cells = _cells(columns, label_end)
    moves = {at: [_into(head, cells) for head in found] for at, found in heads.items()}
    for at in rows:
        moves[at] = [Move(v, float(columns[_owner(v, columns)][1] - (v.end - v.start))) for v in values[at]]
    return Block(rows, heads, cells, _label_walls(rows, lines, label_end), moves)


def _columns(rows: Sequence[Sequence[Piece]]) -> list[tuple[int, int]] | None:
    """First and last letter of each column; None where two values of a row stand in one. Values a few letters apart
    that no row has side by side are one column, moved by the letters before them."""
    columns = _merged([(value.start, value.end) for row in rows for value in row])
    owners = [[_owner(value, columns) for value in row] for row in rows]
    if any(len(set(row)) < len(row) for row in owners):
        return None
    beside = {pair for row in owners for pair in pairwise(row)}
    result: list[tuple[int, int]] = []
    for n, (start, end) in enumerate(columns):
        if result and start - result[-1][1] <= _DRIFT and (n - 1, n) not in beside:
            result[-1] = result[-1][0], end
        else:
            result.append((start, end))
    again = [[_owner(value, result) for value in row] for row in rows]
    return None if any(len(set(row)) < len(row) for row in again) else result


def _owner(value: Piece, columns: Sequence[tuple[int, int]]) -> int:
    return next(n for n, (start, end) in enumerate(columns) if start <= value.start < end)


def _into(head: Head, cells: Sequence[tuple[float, float]]) -> Move:
    """The head in the middle of its cells and no wider than they are."""
    left, right = cells[head.first][0] + _INSIDE, cells[head.last][1] - _INSIDE
    width = head.piece.end - head.piece.start
    scale = min(1.0, (right - left) / width)
    return Move(head.piece, (left + right - scale * width) / 2, scale)


def _cells(columns: Sequence[tuple[int, int]], label_end: int) -> list[tuple[float, float]]:
    """The cells between walls half-way between the values of two columns, the first behind the labels."""
    walls = [label_end + 0.5, *((a[1] + b[0]) / 2 for a, b in pairwise(columns)), columns[-1][1] + 2.0]
    return list(pairwise(walls))


def _label_walls(rows: Sequence[int], lines: Sequence[list[Piece]], label_end: int) -> list[float]:
    """Walls between columns of labels: where in most rows a second label begins at one letter."""
    starts: dict[int, int] = {}
    for at in rows:
        for piece in lines[at][1:]:
            if piece.end <= label_end:
                starts[piece.start] = starts.get(piece.start, 0) + 1
    return [start - 0.5 for start, count in sorted(starts.items()) if 2 * count > len(rows)]


def _labels_beside(rows: Sequence[int], lines: Sequence[list[Piece]]) -> bool:
    """True where labels stand left of those of the rows, on lines of their own: they name several rows, and nothing
    tells which."""
    starts = [lines[at][0].start for at in rows]
    margin = min(lines[at][0].start for at in range(rows[0], rows[-1] + 1) if lines[at])
    inner = min((start for start in starts if start > margin + _DRIFT), default=None)
    if inner is None or 2 * sum(start >= inner for start in starts) < len(rows):
        return False
    between = [lines[at][0] for at in range(rows[0], rows[-1]) if at not in rows and lines[at]]
    return any(piece.start <= margin + 1 and piece.end < inner for piece in between)


def _first_head(first: int, lines: Sequence[list[Piece]], texts: Sequence[str], floor: int) -> int:
    """The first line above the rows that may be a head."""
    at = first
    blank = printed = 0
    while at > floor:
        if not lines[at - 1]:
            blank += 1
            if blank > _MOST_BLANK:
                break
        else:
            if _ends(texts[at - 1]) or printed == _MOST_HEADS:
                break
            blank, printed = 0, printed + 1
        at -= 1
    while at < first and not lines[at]:
        at += 1
    return at
