"""Goals that a numbered list states and that a heading each takes up below it.

    Aftalens tre mål
    1. 140 ture for skoler
    2. 65 % af gæsterne kommer igen
    …
    Mål 1 Ture

Slides and letters print the list once and tell under ``Mål 1`` only what came of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from extractors.goals.cells import HAS_NUMBER
from extractors.goals.figures import is_row_of_figures
from extractors.goals.lines import lines_within, printed_in
from extractors.goals.papers import Paper
from schemas.language import lexicon
from schemas.packet import Packet, Span

_ENTRY = regex.compile(r"\s*(?P<no>\d{1,2})[.):]\s+(?P<rest>\S.*)")
_SOURCE = regex.compile(r"\s*\([^()]+\)\s*")
"""A line in brackets below the title: ``(Aftalen, side 3)``."""
_WORD = regex.compile(r"\p{L}+")
FEWEST, MOST_LINES = 2, 3
"""Entries of a list, and lines of one of them."""
LONGEST_TITLE = 80


class Listed(NamedTuple):
    """The line of an entry, the number of its goal, and the text with the place where it begins."""

    line: int
    goal_no: str
    text: str
    offset: int


class GoalList(NamedTuple):
    """The entries of a list of goals and the first line behind it."""

    entries: tuple[Listed, ...]
    behind: int


def read_goal_list(packet: Packet, paper: Paper, headed: Sequence[str]) -> GoalList | None:
    """The list of the goals that headings with the numbers ``headed`` take up below it, each entry with a figure;
    None where a paper has no such list."""
    numbers = [number for number in headed if number.isdecimal()]
    if len(numbers) < FEWEST or numbers != [str(n) for n in range(1, len(numbers) + 1)]:
        return None
    for title in lines_within(packet, "goal", paper.span):
        if not _heads(packet.lines[title].text.strip()):
            continue
        below = printed_in(packet, Span(title + 1, min(paper.span.last, title + 1 + 3 * MOST_LINES * len(numbers))))
        if below and _SOURCE.fullmatch(packet.lines[below[0]].text):
            below = below[1:]
        found = _entries(packet, below, len(numbers))
        if found is not None:
            return found
    return None


def _heads(text: str) -> bool:
    """``Aftalens tre mål``, ``Måltal for 2031:``: a short title whose noun is the goal."""
    if len(text) > LONGEST_TITLE or text.endswith((".", "?", ",")):
        return False
    return any("goal" in lexicon().signs(word.lower()) for word in _WORD.findall(text))


def _entries(packet: Packet, below: Sequence[int], count: int) -> GoalList | None:
    found: list[Listed] = []
    last = -1
    for index in below:
        text = packet.lines[index].text
        match = _ENTRY.fullmatch(text)
        if match is not None and int(match["no"]) == len(found) + 1 and len(found) < count:
            found.append(Listed(index, match["no"], match["rest"].strip(), match.start("rest")))
        elif not found or index - found[-1].line >= MOST_LINES or index - last > 1 or not _goes_on(text):
            break
        else:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {text.strip()}")
        last = index
    if len(found) != count or not all(_states(entry.text) for entry in found):
        return None
    return GoalList(tuple(found), last + 1)


def _goes_on(text: str) -> bool:
    return text.lstrip()[:1].islower()


def _states(text: str) -> bool:
    return HAS_NUMBER.search(text) is not None and not is_row_of_figures(text)
