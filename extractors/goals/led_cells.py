"""Tables of goals that were flattened with each head above each of its cells, one row after the other.

    Besøgende i hallen
    Basis 2029
    310
    Mål 2032
    450
    2031
    402

A row is the line that names it and pairs of lines, a head and its cell; the same heads come again in the next row.
One of them names an aim, and one a time: labels that name neither year nor part of one are those of cards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractors.goals.cells import measured
from extractors.goals.entries import Spans
from extractors.goals.flattened import grid_of_lines
from extractors.goals.headings import heading
from extractors.goals.lines import lines_within, printed_in
from extractors.goals.papers import Paper
from extractors.goals.stacked import is_cell, may_name
from extractors.goals.stacked_heads import LONGEST_HEAD, MOST_HEADS, heads_values
from extractors.tables.grid import Grid
from schemas.document import Line
from schemas.packet import Packet, Span

FEWEST_ROWS = 2
"""Rows with the same heads."""
FEWEST_CELLS = 2
"""Cells of a row."""
LONGEST_NAME = 100
"""Characters of the line that names a row."""


class _Row(NamedTuple):
    """The line that names a row, its heads as printed, and the lines of its cells."""

    name: Line
    heads: tuple[str, ...]
    cells: tuple[Line, ...]


def read_led_cells(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Grid]:
    """Grids of the paper's lines that are such tables, outside of the spans that are ``taken``. Rows with the same
    heads make one table, whatever titles stand between them."""
    covered = Spans(taken)
    printed = printed_in(packet, paper.span)
    places: dict[int, int] | None = None
    behind = 0
    tables: dict[tuple[str, ...], list[_Row]] = {}
    for index in lines_within(packet, "aim", paper.span):
        if len(packet.lines[index].text) > LONGEST_HEAD or covered.covers(index):
            continue
        places = places or {line: place for place, line in enumerate(printed)}
        at = places[index]
        row = _row(packet, printed, at, behind) if at >= behind else None
        if row is not None:
            tables.setdefault(row.heads, []).append(row)
            behind = places[row.cells[-1].index] + 1
    again = [_names(heads) for heads, rows in tables.items() if len(rows) >= FEWEST_ROWS]
    for heads, rows in tables.items():
        if len(rows) >= FEWEST_ROWS or any(_names(heads) <= names for names in again):
            yield _grid(heads, rows)


def _names(heads: Sequence[str]) -> frozenset[str]:
    """The heads without their years: a row of fewer, or of other years, is of the same kind."""
    return frozenset(_YEAR.sub("", head).strip() for head in heads)


_YEAR = regex.compile(r"\(?\b20\d\d\b\)?")


def _row(packet: Packet, printed: Sequence[int], at: int, floor: int) -> _Row | None:
    """The row of which the head of the aim stands at a place of the printed lines; None where it is none of such a
    one."""

    def is_pair(place: int) -> bool:
        head, cell = (packet.lines[index] for index in printed[place : place + 2])
        return cell.index == head.index + 1 and heads_values(head.text) and is_cell(cell)

    if at + 1 >= len(printed) or not is_pair(at) or heading((_text(packet, printed[at]),)).kind != "aim":
        return None
    if measured(_text(packet, printed[at + 1])) is None:
        return None
    first, end, most = at, at + 2, 2 * MOST_HEADS
    while first - 2 > floor and at - first <= most and is_pair(first - 2):
        first -= 2
    while end + 1 < len(printed) and end - at <= most and is_pair(end):
        end += 2
    heads = tuple(_text(packet, printed[place]) for place in range(first, end, 2))
    if first == floor or not FEWEST_CELLS <= len(heads) <= MOST_HEADS or not any(map(_is_dated, heads)):
        return None
    name = packet.lines[printed[first - 1]]
    if len(name.text) > LONGEST_NAME or not may_name(name.text) or is_cell(name):
        return None
    return _Row(name, heads, tuple(packet.lines[printed[place]] for place in range(first + 1, end, 2)))


def _text(packet: Packet, index: int) -> str:
    return packet.lines[index].text.strip()


def _is_dated(head: str) -> bool:
    meaning = heading((head,))
    return meaning.year is not None or meaning.partial or meaning.whole


def _grid(heads: Sequence[str], rows: Sequence[_Row]) -> Grid:
    texts = [(row.name.index, [row.name.text.strip(), *(cell.text.strip() for cell in row.cells)]) for row in rows]
    grid = grid_of_lines(rows[0].name.index, ["", *heads], texts, labels=1)
    places = {(at, col): cell for at, row in enumerate(rows, 1) for col, cell in enumerate(row.cells, 1)}
    for cell in grid.cells:
        own = places.get((cell.row, cell.col))
        cell.line = own.index if own is not None else cell.line
    grid.last_line = rows[-1].cells[-1].index
    return grid
