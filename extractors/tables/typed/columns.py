"""The columns of a typed table: of values first, then of the text that stands beside them.

A converter moves print to the right where the lines above need more letters, the same for all that begins at one
place: what begins further right on the page begins further right in the text. Values of one column therefore begin
in a stretch of their own, whatever their ends overlap.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.tables.typed.pieces import Piece, values_of

_DRIFT = 3
"""So many letters apart values of one column may stand."""
_FEWEST_FULL = 2
_SHORT = 16
"""What stands for a number in a cell is no longer: ``i.o.``, ``(i gang)``."""
_ALIKE = 2


class Column(NamedTuple):
    """A column of a typed table: its print reaches from letter ``start`` to ``end``; ``of_text`` for labels."""

    start: int
    end: int
    of_text: bool = False


class Placed(NamedTuple):
    """The columns right of the first labels, the pieces of all rows, and those that stand in the columns."""

    rows: Mapping[int, Sequence[Piece]]
    columns: list[Column]
    cells: dict[int, list[tuple[Piece, int]]]
    labels: list[Piece]
    """What stands left of the first column of values."""


def columns_of(rows: Mapping[int, Sequence[Piece]], *, sparse: bool = False) -> Placed | None:
    """The columns of these rows; None where they cannot be told: where a value may stand in two of them, or text
    between values in none. With ``sparse`` a column of text may have blank cells in most rows."""
    values = {at: values_of(pieces) for at, pieces in rows.items()}
    spans = _by_print(list(values.values())) or _by_starts(list(values.values()))
    if spans is None:
        return None
    owners: dict[int, list[tuple[Piece, int]]] = {}
    for at, found in values.items():
        places = _in_order(found, spans)
        if places is None:
            return None
        owners[at] = list(zip(found, places, strict=True))
    labels: list[Piece] = []
    texts: dict[int, list[tuple[int, Piece]]] = {}
    for at, pieces in rows.items():
        for n, piece in enumerate(pieces):
            if any(piece is value for value in values[at]):
                continue
            column = _cell_of(piece, owners[at], spans) if n else None
            if column is not None:
                owners[at].append((piece, column))
            elif piece.end <= spans[0].start or not n or _is_long_label(piece, values[at], spans[0]):
                labels.append(piece)
            elif piece.start <= spans[0].start:
                return None
            else:
                texts.setdefault(at, []).append((_gap(piece, owners[at], spans), piece))
    if not sparse:
        gaps = Counter(gap for row in texts.values() for gap in {gap for gap, _ in row})
        if any(2 * count < len(owners) for count in gaps.values()):
            return None
    return _with_texts(rows, spans, owners, texts, labels)


def _is_long_label(piece: Piece, values: Sequence[Piece], first: Column) -> bool:
    """True for text that begins well left of all values, though it ends behind the first: print was narrower."""
    return piece.start < first.start - _DRIFT and piece.end <= min(
        (value.start + value.shift for value in values), default=0
    )


def _by_print(rows: Sequence[Sequence[Piece]]) -> list[Column] | None:
    """Stretches of print over all rows; None where two values of a row stand in one. Values a few letters apart
    that no row has side by side are one column, moved by the letters before them."""
    columns = merged([(value.start, value.end) for row in rows for value in row])
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
    return None if any(len(set(row)) < len(row) for row in again) else [Column(*span) for span in result]


def _owner(value: Piece, columns: Sequence[tuple[int, int]]) -> int:
    return next(n for n, (start, end) in enumerate(columns) if start <= value.start < end)


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap made one, from left to right."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = result[-1][0], max(end, result[-1][1])
        else:
            result.append((start, end))
    return result


def _by_starts(rows: Sequence[Sequence[Piece]]) -> list[Column] | None:
    """Columns by where the values of full rows begin; None where these stretches overlap."""
    most = max(map(len, rows))
    full = [row for row in rows if len(row) == most]
    if len(full) < _FEWEST_FULL:
        return None
    columns = [Column(min(row[n].start for row in full), max(row[n].end for row in full)) for n in range(most)]
    lasts = [max(row[n].start for row in full) for n in range(most)]
    return columns if all(last < column.start for last, column in zip(lasts, columns[1:], strict=False)) else None


def _in_order(values: Sequence[Piece], columns: Sequence[Column]) -> list[int] | None:
    """The column of each value of a row; None where one has none of its own, or stands in two."""
    if len(values) == len(columns):
        return list(range(len(columns)))
    found = []
    for value in values:
        near = [n for n, column in enumerate(columns) if _apart(value, column) <= _DRIFT]
        best = min(near, key=lambda n: _apart(value, columns[n]), default=None)
        if best is None or any(
            n != best and _apart(value, columns[n]) == _apart(value, columns[best]) for n in near
        ):
            return None
        found.append(best)
    return found if all(a < b for a, b in pairwise(found)) else None


def _apart(value: Piece, column: Column) -> int:
    """Letters between a value and the print of a column; less than none where it stands in it."""
    return max(column.start - value.start, value.end - column.end, -1)


def _cell_of(piece: Piece, taken: Sequence[tuple[Piece, int]], columns: Sequence[Column]) -> int | None:
    """The column of values that a short text stands in, where the row has no value: ``i.o.``"""
    if len(piece.text) > _SHORT:
        return None
    busy = {n for _, n in taken}
    under = [n for n, c in enumerate(columns) if piece.start < c.end and c.start < piece.end]
    if len(under) != 1 or under[0] in busy:
        return None
    column = columns[under[0]]
    return under[0] if min(abs(piece.end - column.end), abs(piece.start - column.start)) <= _DRIFT else None


def _gap(piece: Piece, taken: Sequence[tuple[Piece, int]], columns: Sequence[Column]) -> int:
    """The column of values that a text stands behind: between those of its row that it stands between."""
    before = max((n for value, n in taken if value.start < piece.start), default=0)
    after = min((n for value, n in taken if value.start > piece.start), default=len(columns))
    return max((n for n in range(before, after) if columns[n].start <= piece.start), default=before)


def _with_texts(
    rows: Mapping[int, Sequence[Piece]],
    spans: Sequence[Column],
    owners: dict[int, list[tuple[Piece, int]]],
    texts: Mapping[int, Sequence[tuple[int, Piece]]],
    labels: list[Piece],
) -> Placed | None:
    """The columns of values with those of text between and behind them; None where text stands in none of them."""
    starts = {gap: _starts(texts, gap) for gap in sorted({gap for row in texts.values() for gap, _ in row})}
    for gap in [gap for gap, found in starts.items() if not _tells_apart(found, texts, gap)]:
        if gap < len(spans) - 1:
            return None
        texts = {at: _as_one(row, gap) for at, row in texts.items()}
        starts[gap] = [min(piece.start for row in texts.values() for at, piece in row if at == gap)]
    numbers: dict[tuple[int, int], int] = {}
    columns: list[Column] = []
    for n, span in enumerate(spans):
        numbers[n, -1] = len(columns)
        columns.append(span)
        for k, start in enumerate(starts.get(n, ())):
            numbers[n, k] = len(columns)
            columns.append(Column(start, start + 1, of_text=True))
    cells = {at: [(piece, numbers[n, -1]) for piece, n in row] for at, row in owners.items()}
    for at, beside in texts.items():
        for gap, piece in beside:
            k = _nth(piece, starts[gap])
            n = numbers[gap, k]
            if any(taken == n for _, taken in cells[at]):
                return None
            cells[at].append((piece, n))
            columns[n] = Column(min(columns[n].start, piece.start), max(columns[n].end, piece.end), of_text=True)
    for row in cells.values():
        row.sort(key=lambda cell: cell[0].start)
        if any(a[1] >= b[1] for a, b in pairwise(row)):
            return None
    return Placed(rows, columns, cells, labels)


def _nth(piece: Piece, starts: Sequence[int]) -> int:
    """Which of the columns of text between two columns of values a piece stands in."""
    return max(sum(start - _DRIFT <= piece.start for start in starts) - 1, 0)


def _tells_apart(starts: Sequence[int], texts: Mapping[int, Sequence[tuple[int, Piece]]], gap: int) -> bool:
    """True where the texts of each row stand in columns of their own."""
    rows = [[_nth(piece, starts) for at, piece in row if at == gap] for row in texts.values()]
    return bool(starts) and all(len(set(row)) == len(row) for row in rows)


def _as_one(row: Sequence[tuple[int, Piece]], gap: int) -> list[tuple[int, Piece]]:
    """The texts of a row, those of one gap as one: nothing tells the columns apart that they stand in."""
    inside = [piece for at, piece in row if at == gap]
    rest = [(at, piece) for at, piece in row if at != gap]
    if not inside:
        return rest
    text = " ".join(piece.text for piece in inside)
    return [*rest, (gap, Piece(inside[0].start, inside[-1].end, text, inside[0].shift))]


def _starts(texts: Mapping[int, Sequence[tuple[int, Piece]]], gap: int) -> list[int]:
    """Where the columns of text between two columns of values begin: where that of rows begins, again and again.
    None of them where text begins left of all. Text that stands alone between values is one column."""
    rows = [[piece.start for at, piece in row if at == gap] for row in texts.values()]
    counts = Counter(start for row in rows for start in row)
    if max(map(len, rows)) == 1:
        return [min(counts)]
    firm = sorted(start for start, count in counts.items() if count >= _ALIKE)
    starts = [start for n, start in enumerate(firm) if not n or start - firm[n - 1] > _DRIFT]
    return starts if starts and min(counts) >= starts[0] - _DRIFT else []


class Letters(NamedTuple):
    """How much further left longer values of a column begin (``common``), of how much longer ones (``square``)."""

    common: float = 0.0
    square: float = 0.0

    def with_(self, other: Letters) -> Letters:
        """Both taken together."""
        return Letters(self.common + other.common, self.square + other.square)

    @property
    def width(self) -> float:
        """How many letters wide a letter is printed: in columns whose values end at one place, longer values begin
        further left, by so much for each letter. Between 0.6 and 2.5, 1 where too few tell it."""
        return min(2.5, max(0.6, self.common / self.square)) if self.square >= _TELLING else 1.0


NARROW = 0.95
"""Letters narrower than this have more room in the text than they had in print."""
_TELLING = 8.0
_FIGURE = re.compile(r"[-(]?\d[\d.,]*\)?")
_THIN = 0.5
"""Points, commas and brackets are half as wide as digits."""


def letters_of(rows: Sequence[Sequence[Piece]]) -> Letters:
    """What rows of values tell of the width of letters; only those with a value in each column do."""
    most = max(map(len, rows), default=0)
    full = [
        row
        for row in rows
        if len(row) == most and all(b.start - a.end > 1 and not b.shift for a, b in pairwise(row))
    ]
    found = Letters()
    for column in zip(*full, strict=True):
        pieces = [piece for piece in column if _FIGURE.fullmatch(piece.text) is not None]
        if len(pieces) < _FEWEST_FULL:
            continue
        widths = [sum(_THIN if sign in ".,-()" else 1.0 for sign in piece.text) for piece in pieces]
        start, width = sum(piece.start for piece in pieces) / len(pieces), sum(widths) / len(pieces)
        common = sum((start - piece.start) * (w - width) for piece, w in zip(pieces, widths, strict=True))
        found = found.with_(Letters(common, sum((w - width) ** 2 for w in widths)))
    return found


def letter_width(cells: Iterator[tuple[Piece, int]]) -> float:
    """How many letters wide a letter is printed: in columns whose values end at one place, longer values begin
    further left, by so much for each letter. Between 1 and 2.5."""
    columns: dict[int, list[Piece]] = {}
    for piece, column in cells:
        columns.setdefault(column, []).append(piece)
    common = square = 0.0
    for pieces in columns.values():
        if len(pieces) < _FEWEST_FULL:
            continue
        start = sum(piece.start for piece in pieces) / len(pieces)
        width = sum(piece.end - piece.start for piece in pieces) / len(pieces)
        common += sum((piece.start - start) * (piece.end - piece.start - width) for piece in pieces)
        square += sum((piece.end - piece.start - width) ** 2 for piece in pieces)
    return min(2.5, max(1.0, -common / square)) if square else 1.0
