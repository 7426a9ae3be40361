"""A row of targets below or above the houses that each of them holds for.

    Havn              Både til tiden, pct.    Klager besvaret, pct.
    Nordby                              88                       91
    Sydby                               93                       84
    Alle havne                          90                       88
    Måltal 2031                         90                       85

Where the rows are counts that a total sums up, the target is one of the total alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.goals.cells import measured
from extractors.goals.column import Column
from extractors.goals.columns import Pairing
from extractors.goals.entries import numbered
from extractors.goals.headings import is_nationwide
from extractors.goals.name_heads import are_near, is_name
from extractors.goals.worded import SHARES
from extractors.language.counting import is_duration
from extractors.tables.grid import Grid
from extractors.tables.labels import is_bare_total, is_part

FEWEST, MOST = 2, 40
"""Rows of houses."""
_BESIDE = frozenset({"comparison", "earlier", "deviation", "forecast", "unit"})
"""Kinds of rows that are no house's."""
_RATE = regex.compile(
    r"\b(?:pr\.?|per)\s(?:1[0.]*00\b|(?!uge|måned|kvartal|halvår|år|dag|døgn|ultimo|primo)\p{Ll}{3})|gennemsnit|"
    r"\b(?:gns|snit)\b"
)
"""Heads of what each house has by itself: ``Klager pr. 1.000 rejser``, ``Karakter i gennemsnit``."""


def of_houses(lines: Sequence[Column], upright: Sequence[Column], grid: Grid) -> list[Pairing]:
    """The one row of aims with the rows of houses that answer it, each for itself; empty where the table is none
    such. ``lines`` are the rows of the grid, ``upright`` its columns."""
    aims = [line for line in lines if line.heading.kind == "aim" and line.values]
    if len(aims) != 1 or not aims[0].is_called_aim or aims[0].heading.rest:
        return []
    aim = aims[0]
    told = [line for line in lines if line is not aim and not _is_beside(line)]
    named = all(_names_house(line) for line in told)
    if not named or not FEWEST <= len(told) <= MOST or min(line.at for line in told) < aim.at < max(_ats(told)):
        return []
    counted = [c.at for c in upright if c.values and not c.is_label]
    kept = {at: cell for at, cell in aim.cells.items() if at in counted and _tells(upright[at], upright)}
    if not kept:
        return []
    totals = [line for line in told if is_bare_total(line.path[-1])]
    levels = {at: cell for at, cell in kept.items() if _is_level(at, aim, upright, grid, summed=bool(totals))}
    counts = {at: cell for at, cell in kept.items() if at not in levels}
    found = []
    if levels:
        houses = tuple(_as_house(line) for line in told)
        found.append(Pairing(Column(aim.path, levels, aim.at, is_row=True), houses, apart=True))
    if counts and len(totals) == 1:
        found.append(Pairing(Column(aim.path, counts, aim.at, is_row=True), tuple(totals)))
    return found


def _ats(lines: Sequence[Column]) -> list[int]:
    return [line.at for line in lines]


def _is_beside(line: Column) -> bool:
    label = line.path[-1]
    return not line.values or is_nationwide(label) or (line.heading.kind in _BESIDE and not is_name(label))


def _names_house(line: Column) -> bool:
    label = line.path[-1]
    return (
        (line.heading.kind is None or is_name(label) or is_bare_total(label))
        and not is_part(label)
        and numbered(label).own_no is None
    )


def _tells(column: Column, columns: Sequence[Column]) -> bool:
    """False below the heads of what one compares with, and of years before the last."""
    if column.heading.kind == "time" and column.heading.year is not None:
        return column.heading.year == max(c.heading.year or 0 for c in columns if c.heading.kind == "time")
    return column.heading.kind in (None, "outcome", "maybe_aim", "time", "within")


def _is_level(at: int, aim: Column, upright: Sequence[Column], grid: Grid, *, summed: bool) -> bool:
    """True for a share, a rate, a length of time or a score, which holds for each house; counts add up. What no
    total is printed of (``summed``) are levels where each house is near the target by itself."""
    value = aim.value(at)
    unit = (value.unit if value else None) or upright[at].heading.unit or grid.col_units.get(at) or grid.unit
    rate = upright[at].heading.kind == "within" or _RATE.search(" ".join(upright[at].path)) is not None
    if unit in SHARES or is_duration(unit) or rate:
        return True
    told = [
        v for row, cell in upright[at].cells.items() if row != aim.at and (v := measured(cell.text)) is not None
    ]
    if any(v.unit in SHARES or is_duration(v.unit) for v in told):
        return True
    return not summed and value is not None and bool(told) and are_near(value.value, [v.value for v in told])


def _as_house(line: Column) -> Column:
    """The row with its name as what it is told for; that of all of them is told for none."""
    house = Column(line.path, line.cells, line.at, is_row=True)
    house.heading = type(line.heading)(None, rest="" if is_bare_total(line.path[-1]) else line.path[-1])
    return house
