"""Lines of years right below a target: ``Mål: Mindst 60 pct. i 2034`` above ``2030: 47 pct.``, ``2031: 56 pct.``.

The line of the latest year tells what was reached, those before it how it went.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from extractors.goals.mark import Mark
from extractors.goals.papers import Paper
from schemas.packet import Packet

_YEAR = regex.compile(r"(?P<year>20\d\d)\s?:\s+(?=\S*\d|ca\.)")
NEAR = 2
"""Lines between a line of a year and the one above it."""


def year_mark(packet: Packet, paper: Paper, index: int, text: str, found: list[Mark]) -> Mark | None:
    """The mark of such a line; None of another. The mark of an earlier year above it, the last of ``found``, then
    tells of the time before: it is changed there."""
    match = _YEAR.match(text)
    last = found[-1] if found else None
    if match is None or last is None or last.kind != "label" or index - last.index > NEAR:
        return None
    year, goal = int(match["year"]), last.goal_no
    if paper.now is None or year > paper.now:
        return None
    before = _YEAR.match(packet.lines[last.index].text.strip())
    if before is None and (last.label != "target" or not _states_value(packet, last)):
        return None
    label = "result"
    if before is not None and last.label == "result":
        if int(before["year"]) < year:
            found[-1] = replace(last, label="beside")
        else:
            label = "beside"
    offset = packet.lines[index].text.find(text) + match.end()
    return Mark(index, "label", goal, offset=offset, label=label)


def _states_value(packet: Packet, mark: Mark) -> bool:
    """True for a label with its number on the line: below ``Måltal:`` alone years are those of the targets."""
    return any(map(str.isdecimal, packet.lines[mark.index].text[mark.offset or 0 :]))
