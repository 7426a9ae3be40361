"""Tables of goals that were flattened with each cell on a line of its own.

    Nr.
    Mål
    Krav 2031
    Opnået 2031

    1
    Gæster fra
    de små øer
    45 %
    48 %

Above stand the heads, a line each; then for every row, below its number where the table has one, the lines of the
label and as many values as there are heads of values. A row that does not fit ends the table: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.goals.cells import cell_verdict, measured
from extractors.goals.entries import Spans
from extractors.goals.flattened import grid_of_lines
from extractors.goals.headings import heading
from extractors.goals.lines import lines_with, printed_in
from extractors.goals.papers import Paper
from extractors.tables.grid import Grid
from extractors.tables.labels import NO_VALUE
from schemas.document import Line
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet, Span

LONGEST_HEAD, LONGEST_CELL = 40, 30
"""Characters of a head, and of a cell with a value."""
MOST_HEADS = 8
MOST_LABEL, MOST_BETWEEN = 4, 2
"""Lines of a label, and of a title between two numbered rows."""
MOST_AHEAD = 2
"""Heads of values that may stand before that of the aim: ``Udgangspunkt``."""
FEWEST_ROWS = 2
MOST_ROWS = 100
_VALUES = frozenset(
    {
        "aim",
        "outcome",
        "fulfilment",
        "verdict",
        "earlier",
        "comparison",
        "deviation",
        "time",
        "unit",
        "deadline",
        "forecast",
    }
)
"""Kinds of heads whose cells are short."""


class _Head(NamedTuple):
    """Lines of heads: ``labels`` of them name the row, its number included; ``aim`` is the place of the aim among
    the others."""

    lines: tuple[Line, ...]
    labels: int
    aim: int

    @property
    def width(self) -> int:
        """How many values a row has."""
        return len(self.lines) - self.labels

    @property
    def numbered(self) -> bool:
        """True where the rows have numbers."""
        return self.labels > 1


class _Row(NamedTuple):
    """The lines of a row, number and label first; ``end`` is the place behind it."""

    number: Line | None
    label: tuple[Line, ...]
    values: tuple[Line, ...]
    end: int


def read_stacked(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Grid]:
    """Grids of the paper's lines that are such tables, outside of the spans that are ``taken``."""
    aims = lines_with(packet, "aim")
    covered = Spans(taken)
    lines = [packet.lines[index] for index in printed_in(packet, paper.span)]
    behind = 0
    for at, line in enumerate(lines):
        if at < behind or line.index not in aims or len(line.text) > LONGEST_HEAD or covered.covers(line.index):
            continue
        for head in _heads(lines, at, behind):
            first = lines.index(head.lines[-1], at) + 1
            rows = list(_rows(lines, first, head))
            if len(rows) >= FEWEST_ROWS:
                yield _grid(head, rows)
                behind = rows[-1].end
                break


def _heads(lines: Sequence[Line], at: int, floor: int) -> Iterator[_Head]:
    """The heads that the aim's line may be one of: with a number above the label, or without."""
    if heading((lines[at].text.strip(),)).kind != "aim":
        return
    end = at + 1
    while end < len(lines) and end - at < MOST_HEADS and _heads_values(lines[end].text):
        end += 1
    kinds = {heading((line.text.strip(),)).kind for line in lines[at + 1 : end]}
    if not kinds & {"outcome", "time", "fulfilment"}:
        return
    for ahead in range(MOST_AHEAD + 1):
        if ahead and not (at >= ahead and _heads_values(lines[at - ahead].text)):
            return
        for labels in (2, 1):
            begin = at - ahead - labels
            if begin < floor or not all(_may_head(line.text) for line in lines[begin : at - ahead]):
                continue
            if labels == 2 and heading((lines[begin].text.strip(),)).kind != "number":
                continue
            yield _Head(tuple(lines[begin:end]), labels, ahead)


def _heads_values(text: str) -> bool:
    return _may_head(text) and heading((text.strip(),)).kind in _VALUES


def _may_head(text: str) -> bool:
    text = text.strip()
    return (
        len(text) <= LONGEST_HEAD
        and text[:1].isalpha() | (text[:1] in "#%")
        and text[-1] not in ",;:"
        and "\t" not in text
    )


def _rows(lines: Sequence[Line], first: int, head: _Head) -> Iterator[_Row]:
    """The rows from a place on, up to the first that does not fit."""
    place, number = first, None
    for _ in range(MOST_ROWS):
        if head.numbered:
            begin = next(
                (
                    at
                    for at in range(place, min(place + MOST_BETWEEN + 1, len(lines)))
                    if _follows(lines[at], number)
                ),
                None,
            )
            if begin is None:
                return
            number, place = int(lines[begin].text.strip(" .)")), begin + 1
        row = _row(lines, place, head, lines[place - 1] if head.numbered else None)
        if row is None:
            return
        yield row
        place = row.end


def _follows(line: Line, number: int | None) -> bool:
    """True for the number of the first or next row."""
    text = line.text.strip(" .)")
    return text.isdecimal() and len(text) <= 2 and int(text) == (1 if number is None else number + 1)


def _row(lines: Sequence[Line], place: int, head: _Head, number: Line | None) -> _Row | None:
    """The row whose label begins at a place: the values are the first lines below it that are all cells, and none
    more stands below them."""
    for at in range(place + 1, min(place + MOST_LABEL, len(lines) - head.width) + 1):
        values, end = lines[at : at + head.width], at + head.width
        if not _may_name(lines[at - 1].text):
            return None
        if not all(map(_is_cell, values)) or measured(values[head.aim].text.strip()) is None:
            continue
        if end == len(lines) or not _is_cell(lines[end]) or _is_next(number, lines[end]):
            return _Row(number, tuple(lines[place:at]), tuple(values), end)
    return None


def _is_next(number: Line | None, line: Line) -> bool:
    return number is not None and _follows(line, int(number.text.strip(" .)")))


def _may_name(text: str) -> bool:
    """True for a line of a label; it may begin with a number: ``Skoler med mindst`` / ``12 besøg``."""
    text = text.strip()
    bare = measured(text) is not None and not text[-1].islower()
    return not bare and not text.endswith((".", ":")) and cell_verdict(text) is None


def _is_cell(line: Line) -> bool:
    """True for a value, the lack of one, or a verdict."""
    text = line.text.strip()
    if len(text) > LONGEST_CELL:
        return False
    value = measured(text)
    if value is not None:
        return len(value.rest.split()) <= 1
    if text in "-–—" or text.lower() in NO_VALUE or cell_verdict(text) is not None:
        return True
    return goal_table_words().verdicts["pending"].match(text.lower()) is not None  # `Måles i 2033`


def _grid(head: _Head, rows: Sequence[_Row]) -> Grid:
    texts = [
        (row.values[0].index, [
            *([row.number.text.strip(" .)")] if row.number is not None else []),
            " ".join(line.text.strip() for line in row.label), *(line.text.strip() for line in row.values),
        ])
        for row in rows
    ]  # fmt: skip
    grid = grid_of_lines(head.lines[0].index, [line.text.strip() for line in head.lines], texts)
    places = {row: [None] * head.labels + list(printed.values) for row, printed in enumerate(rows, 1)}
    for cell in grid.cells:
        own = places[cell.row][cell.col] if cell.row in places else None
        cell.line = own.index if own is not None else cell.line
    grid.last_line = rows[-1].values[-1].index
    return grid
