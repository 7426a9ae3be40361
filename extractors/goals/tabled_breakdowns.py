"""Results of one name after another in a table below the goal they answer: the column of the last time counts.

    Mål: Mindst 90 % af bådene er fremme til tiden

    Havn        Både    4. kvt. 2030    4. kvt. 2031
    Nordby       412            84 %            88 %
    Sydby        398            91 %            93 %
    Alle         810            87 %            90 %

A column of an aim makes a table of goals, which others read. Only shares and lengths of time are levels that hold
for each name; counts are how something is spread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import regex

from extractors.goals.breakdowns import FEWEST, Breakdown, Named, read_breakdowns
from extractors.goals.cells import measured
from extractors.goals.column import Column
from extractors.goals.entries import Entry, Spans
from extractors.goals.grid_columns import columns_of_grid
from extractors.goals.headings import heading, is_nationwide
from extractors.goals.lines import printed_in
from extractors.goals.lying_breakdowns import read_lying_breakdowns
from extractors.goals.papers import Paper
from extractors.goals.worded import SHARES
from extractors.language.counting import is_duration
from extractors.tables.extract import find_tables
from extractors.tables.grid import Grid
from extractors.tables.labels import is_bare_total, is_part
from schemas.packet import Packet, Span

MOST_ROWS = 40
WHOLE, ROUNDED = Decimal(100), Decimal(2)
"""All of what is spread, and by how much rounded portions may miss it."""
_HEADED = frozenset({None, "time", "outcome", "unit", "number"})
"""Kinds of heads of such a table."""
_NAMED = frozenset({None, "remark", "comparison"})
"""Kinds of the labels of its rows."""
_ALL = ("alle ", "samlet", "i alt", "hele ")
_TIME = regex.compile(r"[\s(,]*(?:i\s)?\b20\d\d\b\)?")


def read_all_breakdowns(packet: Packet, paper: Paper, entries: Sequence[Entry]) -> list[Breakdown]:
    """The lists and tables of a paper that tell results by name, in order, outside of those of ``entries``."""
    if paper.kind == "contract":
        return []  # what stands below its targets is what they take: crews, places, budgets
    told = {entry.at.line for entry in entries}
    lists = [
        one for one in [*read_breakdowns(packet, paper), *read_lying_breakdowns(packet, paper)]
        if not any(row.line in told for row in one.rows)  # the rows of a table of goals answer no other goal
    ]  # fmt: skip
    taken = Spans([*(one.span for one in lists), *(entry.span for entry in entries)])
    grids, _ = find_tables(packet)
    for grid in grids:
        if grid.first_line in paper.span and not taken.meet(Span(grid.first_line, grid.last_line)):
            lists += _of_grid(packet, grid)
    return sorted(lists, key=lambda one: one.span)


def _of_grid(packet: Packet, grid: Grid) -> Iterator[Breakdown]:
    """The table as a list of names, where it is one."""
    columns = [column for column in columns_of_grid(packet, grid) if not column.is_label]
    if any(column.heading.kind not in _HEADED or not column.path for column in columns):
        return
    column = _telling([column for column in columns if column.values])
    if column is None:
        return
    rows: list[Named] = []
    for place, path in enumerate(grid.row_paths):
        value = column.value(place)
        name = " ".join(path[-1:])
        if not path or value is None:
            continue
        total = is_bare_total(name) or name.lower().startswith(_ALL)
        known = total or heading((name,)).kind in _NAMED
        if not known or is_part(name) or value.comparator is not None:
            return
        if not is_nationwide(name):
            rows.append(Named(name, column.cells[place].line, (value,), is_total=total))
    if rows:  # the whole stands last, be it by its name: `Regionen`, `Havby Kommune`
        rows[-1] = replace(rows[-1], is_total=True)
    if not FEWEST <= len(rows) <= MOST_ROWS or len({row.name for row in rows}) < len(rows):
        return
    if _are_portions(rows):
        return
    last = max(cell.line for cell in grid.cells)
    above = printed_in(packet, Span(0, grid.first_line - 1)) if grid.first_line else ()
    lead = above[-1] if above else -1
    yield Breakdown(tuple(rows), (), Span(grid.first_line, max(last, grid.last_line)), lead, lead)


def _are_portions(rows: Sequence[Named]) -> bool:
    """True for shares that make up a whole, printed below them as 100 % or not at all: how something is spread over
    the names (``Nordby 62 %``, ``Sydby 38 %``, ``I alt 100 %``)."""
    values = [row.values[0].value for row in rows if row.values[0].unit == "%"]
    if len(values) < len(rows):
        return False
    parts = values[:-1] if values[-1] == WHOLE else values
    return abs(sum(parts, Decimal(0)) - WHOLE) <= ROUNDED


def _telling(columns: Sequence[Column]) -> Column | None:
    """The one column that tells how it stands: of several times the last, of counts and shares the shares."""
    last: dict[str, Column] = {}
    for column in columns:
        name = _TIME.sub("", column.heading.rest.lower())
        known = last.get(name)
        if known is None:
            last[name] = column
        elif not (known.heading.year and column.heading.year and known.heading.year != column.heading.year):
            return None
        elif known.heading.year < column.heading.year:
            last[name] = column
    left = list(last.values())
    left = [column for column in left if (unit := _unit(column)) in SHARES or is_duration(unit)]
    return left[0] if len(left) == 1 else None


def _unit(column: Column) -> str | None:
    units = {value.unit for cell in column.cells.values() if (value := measured(cell.text)) is not None}
    return units.pop() if len(units) == 1 else None
