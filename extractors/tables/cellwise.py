"""Tables that text prints as one cell a paragraph: whether their heads can be told."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import pairwise

import regex

from extractors.language.numbers import parse_number
from extractors.tables.flat.words import LABEL_HEADS
from extractors.tables.grid import Grid, GridCell
from extractors.tables.labels import is_column_total
from extractors.tables.words import numbers_of
from schemas.packet import Packet
from schemas.units import names_unit

_LABEL_LINES = 3
"""So many lines before the first value hold its label and what stands before that."""
_FEWEST_ROWS = 3
_FEWEST_ALONE = 5
_SHARE = 0.8
_SPACED = 0.6
_MOST_ABOVE = 80
"""Lines above the first value that heads may stand on."""
_MOST_OTHERS = 1
"""Lines above the first value that are no head of a column: the head of the labels."""
_SWALLOWED = regex.compile(r"\p{L}.*?(?:\s[-–−÷+(]?\d[\d.,]*+\)?){3}")


def heads_are_doubtful(grid: Grid, packet: Packet) -> bool:
    """True for a table with each cell in a paragraph of its own whose heads may stand in another order than its
    columns.

    A converter prints what begins higher on the page first: the upper line of a head in two lines, or a head over
    several columns, comes before heads that stand left of it. Only heads of one line each, with nothing but the
    head of the labels among them, are surely in order. Nor are heads that are numbers, hold a row of them, come
    twice or belong over labels, nor a last column that adds up the others below a head that does not say so.
    Numbers right before the first label or behind the last value belong to columns that were not told; a short
    column alone is one of several that stand below each other.
    """
    rows = _rows(grid)
    if grid.stacked or not _is_cellwise(grid, rows, packet):
        return False
    paths = [grid.col_paths[col] for col in grid.data_cols]
    if not all(paths) or _numbers_beside(rows, packet):
        return True
    if len(paths) == 1:
        return len(rows) < _FEWEST_ALONE
    if len(set(paths)) < len(paths) or any(len(path) != 1 for path in paths):
        return True
    if any(_is_no_head(path[0]) for path in paths) or paths[0][0].casefold() in LABEL_HEADS:
        return True
    return not _are_printed(grid, rows, packet) or (not is_column_total(paths[-1][0]) and _adds_up(grid, rows))


def _rows(grid: Grid) -> list[list[GridCell]]:
    """The values of each row, from left to right."""
    rows: dict[int, list[GridCell]] = defaultdict(list)
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.col)):
        if not cell.is_header and cell.col in grid.data_cols:
            rows[cell.row].append(cell)
    return list(rows.values())


def _is_cellwise(grid: Grid, rows: list[list[GridCell]], packet: Packet) -> bool:
    """True where nearly every value has a line of its own, most of them below white."""
    cells = [cell for row in rows for cell in row]
    lines = sum(len({cell.line for cell in row}) for row in rows)
    if not cells or lines < _SHARE * len(cells):
        return False
    spaced = sum(cell.line > 0 and packet.lines[cell.line - 1].blank for cell in cells)
    if spaced < _SPACED * len(cells):
        return False
    alone = sum(_letters(packet.lines[cell.line].text) == _letters(cell.text) for cell in cells)
    return alone >= _SHARE * len(cells)


def _numbers_beside(rows: list[list[GridCell]], packet: Packet) -> bool:
    """True where the print before the first label or behind the last value is a number that no column holds."""
    cells = {cell.line for row in rows for cell in row}
    above = [line for line in packet.lines[max(min(cells) - _MOST_ABOVE, 0) : min(cells)] if not line.blank]
    below = next((line for line in packet.lines[max(cells) + 1 : max(cells) + _MOST_ABOVE] if not line.blank), None)
    near = [line.text for line in (*above[-_LABEL_LINES:-1], *((below,) if below is not None else ()))]
    return any(
        (found := numbers_of(text.strip())) and found[0].kind != "year" and not names_unit(text) for text in near
    )


def _is_no_head(text: str) -> bool:
    """True for a number that is no year, and for a head that holds a row of numbers."""
    numbers = numbers_of(text)
    return (bool(numbers) and numbers[0].kind != "year") or _SWALLOWED.search(text) is not None


def _are_printed(grid: Grid, rows: list[list[GridCell]], packet: Packet) -> bool:
    """True where each head is a line, in the order of the columns, and hardly any line among them is another."""
    first = rows[0][0].line
    above = [_letters(packet.lines[line].text) for line in range(max(first - _MOST_ABOVE, 0), first)]
    places = []
    for col in grid.data_cols:
        head = _letters(grid.col_paths[col][0])
        if head not in above:
            return False
        places.append(len(above) - above[::-1].index(head))
    if any(a >= b for a, b in pairwise(places)):
        return False
    labels = "".join(_letters(part) for path in grid.row_paths for part in path)
    caption = _letters(f"{grid.table_no or ''}{grid.caption or ''}")
    heads = {_letters(grid.col_paths[col][0]) for col in grid.data_cols}
    start = max(grid.first_line - first + len(above), 0)
    others = [text for text in above[start:] if text and text not in heads and text not in caption]
    return sum(text not in labels for text in others) <= _MOST_OTHERS


def _adds_up(grid: Grid, rows: list[list[GridCell]]) -> bool:
    """True where the last column is the sum of the others in nearly all rows."""
    full = [row for row in rows if len(row) == len(grid.data_cols) > 2]
    sums = 0
    for row in full:
        values = [number.value for cell in row if (number := parse_number(cell.text)) is not None]
        numbers = [Decimal(value) for value in values if value is not None]
        sums += len(numbers) == len(row) and any(numbers) and sum(numbers[:-1]) == numbers[-1]
    return len(full) >= _FEWEST_ROWS and sums >= _SHARE * len(full)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
