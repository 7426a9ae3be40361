"""Titles of goals that count on from one which stands above its target: ``2 Spredning i regionen`` behind ``1 Nye
virksomheder`` / ``Aftalt: …``, though running text or a table stands below it."""

from __future__ import annotations

import regex

from extractors.goals.headings import heading
from extractors.goals.lines import printed_text
from extractors.goals.mark import Mark
from schemas.packet import Packet

_TITLE = regex.compile(
    r"(?P<no>\d{1,2})\.?(?P<more>\s(?:og|-|–)\s\d{1,2})?\s+(?P<title>\p{Lu}[^\d:;.!?,|\t%]{2,60})"
)
MOST_SKIPPED = 5
"""Numbers that are left out between two titles, at most: goals that the paper tells nothing of."""
MOST_WORDS = 8
REACH = 4
"""Lines beside the title to a printed one."""


def next_title(packet: Packet, index: int, text: str, goal: str) -> Mark | None:
    """The mark of such a title, or that the goal ends where it is one of several goals; None for another line."""
    match = _TITLE.fullmatch(text.strip())
    if match is None or not goal.isdecimal() or not 0 < int(match["no"]) - int(goal) <= MOST_SKIPPED:
        return None
    title = match["title"].strip()
    if len(title.split()) > MOST_WORDS or not title[-1].isalpha() or "  " in title:
        return None
    before = printed_text(packet, range(index - 1, max(index - REACH, 0) - 1, -1))
    behind = printed_text(packet, range(index + 1, min(index + REACH, len(packet.lines))))
    if before is None or behind is None or not (before[-1] in ".!?)" or before[-1].isdecimal()):
        return None
    labelled = heading((behind,)).kind is not None
    if not behind[0].isupper() or (len(behind) <= len(text) and not labelled):
        return None  # a row of a list of names
    return Mark(index, "end") if match["more"] else Mark(index, "goal", match["no"], title=title)


_SUB_TITLE = regex.compile(r"(?P<no>\d{1,2}\.\d{1,2})\.?\s+(?P<title>\p{Lu}[^\d:;.!?,|\t%]{2,60})")


def next_sub_title(packet: Packet, index: int, text: str, above: Mark) -> Mark | None:
    """The mark of ``2.4 Rejsetid`` behind ``2.3 Svartid``, the title ``above``, though running text stands below
    it; None for another line."""
    match = _SUB_TITLE.fullmatch(text.strip())
    if match is None or len(above.subs) != 1 or "." not in above.subs[0]:
        return None
    goal, _, last = above.subs[0].partition(".")
    number, _, own = match["no"].partition(".")
    title = match["title"].strip()
    if number != goal or not 0 < int(own) - int(last) <= MOST_SKIPPED or len(title.split()) > MOST_WORDS:
        return None
    alone = packet.lines[index - 1].blank and index + 1 < len(packet.lines) and packet.lines[index + 1].blank
    behind = printed_text(packet, range(index + 1, min(index + REACH, len(packet.lines))))
    if not alone or behind is None or not behind[0].isupper() or len(behind) <= len(text):
        return None
    return Mark(index, "sub", goal, (match["no"],), title)
