"""The goals that rows of an overview belong to, by the goal sheets whose targets they print again.

Mål 2 – Tilfredshed                          1. Kendskab (pct.)           40   38
Mindst 80 pct. er tilfredse.                 2. Nye kunder (pct.)         30   33
Scoren er mindst 60.                         3. Tilfredse (pct.)          80   84
                                             4. Score                     60   64
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.goals.entries import Entry
from extractors.goals.mark import UNNUMBERED, printed_goal
from extractors.goals.papers import Paper
from extractors.goals.targets import Aim
from schemas.packet import Span

FEWEST_ROWS = 2
"""Rows with another number than their sheets, from which on the numbers of a table are told to count its rows."""


def with_goals_of_sheets(
    entries: Sequence[tuple[Paper, Entry]], sheets: Mapping[int, Aim]
) -> list[tuple[Paper, Entry]]:
    """The entries, where they bear no number of a goal with that of the sheet whose target they are (``sheets``, by
    the ``id`` of the entry). Numbers of a table that run from 1 row by row and are others than those of the sheets
    count its rows: those are taken off."""
    goals = {key: aim for key, aim in sheets.items() if printed_goal(aim.goal_no) is not None}
    rows: dict[Span, list[Entry]] = {}
    for _, entry in entries:
        rows.setdefault(entry.span, []).append(entry)
    counted = {span for span, own in rows.items() if _count_rows(own, goals)}
    found = []
    for paper, entry in entries:
        aim = goals.get(id(entry))
        bare = entry.goal_no is None and entry.own_no is None
        if aim is not None and (bare or entry.span in counted):
            entry = replace(entry, goal_no=aim.goal_no, sub_no=aim.sub_no, own_no=None)
        elif entry.span in counted:
            entry = replace(entry, goal_no=UNNUMBERED, sub_no=None, own_no=None)
        found.append((paper, entry))
    return found


def _count_rows(entries: Sequence[Entry], goals: Mapping[int, Aim]) -> bool:
    """True where the numbers are 1, 2, 3 … and several are not those of the goals whose sheets say the same: sheets
    say what most of the rows do, in the same order."""
    numbers = [entry.goal_no or entry.own_no for entry in entries]
    told = [(number, aim.goal_no) for number, entry in zip(numbers, entries, strict=True)
            if (aim := goals.get(id(entry))) is not None]  # fmt: skip
    others = [number for number, goal in told if number != goal]
    if len(others) < FEWEST_ROWS or 2 * len(told) <= len(entries):
        return False
    found = [int(goal) if goal is not None and goal.isdecimal() else 0 for _, goal in told]
    return found == sorted(found) and numbers == [str(n) for n in range(1, len(numbers) + 1)]
