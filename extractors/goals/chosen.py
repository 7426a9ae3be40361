"""Which passages of a part are worth reading, and the text that introduces each."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from extractors.goals.papers import REPORTS
from extractors.goals.spoken import hints, is_bound, owes
from extractors.goals.structure import Part
from extractors.text.joining import Passage

_PROPOSAL = regex.compile(r"\bfores(?:lå|l)", regex.IGNORECASE)
CONDITION = regex.compile(r"\bopfyldt\b.{0,12}\b(?:når|hvis|såfremt)\b", regex.IGNORECASE)
"""What makes a target of a row on method: ``Målet er opfyldt, når 4 indsatser er i gang``."""
_DIGIT = re.compile(r"\d")
LONGEST_OPENING = 160
"""Characters of the beginning of a sentence that a list ends."""
_WHOLE = REPORTS | {"contract"}
"""Kinds of papers that are read whole; of others what is near words of goals."""
OFTEN = 0.06
"""Share of the passages of a report or an attachment that speak of goals, from which all are read."""
BEFORE, BEHIND = 2, 6
"""Passages around one that speaks of goals that are read in running text."""


def chosen(part: Part, passages: list[Passage]) -> Iterator[tuple[Passage, str]]:
    """The passages worth reading, each with the text that introduces it."""
    lead = ""
    wanted = _wanted(part, passages)
    for index, passage in enumerate(passages):
        if passage.text.rstrip().endswith(":") and not passage.text.rstrip()[:-1].endswith(":"):
            own = lead if passage.marker else ""
            if index in wanted:
                yield passage, own
            lead = passage.text
            continue
        if part.paper.kind == "contract" and _opens_list(passage, passages[index + 1 : index + 2]):
            lead = f"{passage.text.rstrip()}:"
        elif passage.marker is None and index and not passages[index - 1].text.rstrip().endswith(":"):
            # A short line without an end is the title of what follows.
            if (
                len(passage.text) <= 90
                and not passage.text.rstrip().endswith((".", "%", ","))
                and _DIGIT.search(passage.text) is None
            ):
                lead = passage.text
            elif passages[index - 1].marker is not None or len(passages[index - 1].text) > 90:
                lead = ""
        if index in wanted:
            yield passage, lead


def _opens_list(passage: Passage, following: list[Passage]) -> bool:
    """``Klyngen skal i 2031`` above ``a) have mindst 85 medlemmer``: the beginning of sentences that the points of
    a list end."""
    text = passage.text.rstrip()
    if passage.marker is not None or not following or following[0].marker is None or len(text) > LONGEST_OPENING:
        return False
    return text[-1:].isalnum() and following[0].text[:1].islower() and is_bound(text)


def _wanted(part: Part, passages: list[Passage]) -> set[int]:
    if part.kind == "method" and part.paper.kind not in REPORTS:
        return {i for i, p in enumerate(passages) if CONDITION.search(p.text)}
    if part.kind != "prose" or part.paper.kind in _WHOLE:
        return set(range(len(passages)))
    near: set[int] = set()
    hinted = 0
    listed = False
    for index, passage in enumerate(passages):
        text = passage.text
        listed = passage.marker is not None and listed
        if listed:
            near.update(range(index, index + BEHIND + 1))
        if (hints(text) or (part.paper.on_contract and _PROPOSAL.search(text))) and not _is_contents(text):
            near.update(range(index - BEFORE, index + BEHIND + 1))
            hinted += 1
            listed = listed or text.rstrip().endswith(":")
        elif owes(text):
            near.update((index, index + 1))
    alone = part.paper.kind != "agenda" or part.paper.attachment_no is not None
    if alone and hinted >= OFTEN * len(passages):
        return set(range(len(passages)))
    return {i for i in near if 0 <= i < len(passages)}


def _is_contents(text: str) -> bool:
    return ". . . ." in text or "....." in text
