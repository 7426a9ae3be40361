"""Years of the days of a timeline: ``5. oktober … 19. december …`` above a line that says no more than ``2032:``.

A timeline is a run of lines that begin with days without a year, in the order of the calendar, broken by lines that
hold a year alone. The days below such a line belong to its year, those above the first one to the year before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

REACH = 15
"""Lines that may lie between two entries of one timeline."""

LEAST = 3
"""So many days in order above the first line of a year make a timeline of what stands above it."""

_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*:?\s*")
_YEARLESS = re.compile(r"-(?P<rest>-(?P<month>\d\d)(?:-(?P<day>\d\d))?)")


class Day(NamedTuple):
    """A date without a year: the position of its line, its printed text and its norm (``--10-24/--11-10``)."""

    line: int
    text: str
    norm: str


def timeline_years(lines: Sequence[str], days: Sequence[Day]) -> Mapping[int, str]:
    """Norms with their year for those of the days (in order of their lines) that a timeline makes certain, by
    position in ``days``. Days that stand behind others in the line of an entry go with it."""
    headings = [
        (place, int(match[1]))
        for place, line in enumerate(lines)
        if ("19" in line or "20" in line) and (match := _YEAR.fullmatch(line))
    ]
    entries = [index for index, day in enumerate(days) if _begins(lines, day)] if headings else []
    if not entries:
        return {}
    places = [days[index].line for index in entries]
    bounds = [place for place, _ in headings]
    years: dict[int, int] = {}
    for (place, year), below in zip(headings, [*bounds[1:], len(lines)], strict=True):
        first = bisect_right(places, place)
        for index in _run(days, entries[first : bisect_left(places, below)], place, 1):
            years[days[index].line] = year
        above = entries[: bisect_left(places, place)][-50:]
        run = _run(days, above[::-1], place, -1)
        if len(run) >= LEAST and not any(days[index].line in years for index in run):
            years.update((days[index].line, year - 1) for index in run)
    return {
        index: _YEARLESS.sub(rf"{years[day.line]}\g<rest>", day.norm)
        for index, day in enumerate(days)
        if day.line in years
    }


def _begins(lines: Sequence[str], day: Day) -> bool:
    """True where the line begins with this day."""
    words = day.text.split()
    return bool(words) and lines[day.line].lstrip().startswith(words[0])


def _run(days: Sequence[Day], entries: Sequence[int], start: int, step: int) -> list[int]:
    """The entries that follow each other closely and in the order of the calendar, from a line on, down or up."""
    run: list[int] = []
    place, before = start, ""
    for index in entries:
        match = _YEARLESS.match(days[index].norm)
        if match is None or abs(days[index].line - place) > REACH:
            break
        now = f"{match['month']}-{match['day'] or '01'}"
        if before and (now < before) == (step > 0) and now != before:
            break
        run.append(index)
        place, before = days[index].line, now
    return run
