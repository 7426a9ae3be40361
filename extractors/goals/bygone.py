"""Levels of years before the one reported on, told beside that of this year.

    88 pct. af bådene var fremme til tiden. Aftalen lød på 90 pct. I 2029 var andelen 81 pct.
    2030: 84 pct.

They answer no target, whatever stands nearest to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractors.goals.context import Role
from extractors.goals.reading import Sentence

_LABELLED = regex.compile(r"(?:^|(?<=[.!?%]\s)|(?<=\s{2}))(?P<year>20\d\d)\s?:\s")
"""A year before its figure: ``2030: 84 pct.``"""
_OPENING = regex.compile(
    r"(?:^|[,;:(–]\s?|[.!?]\s|(?<!\p{L})(?:og|men|mens|mod)\s)(?:(?:og|men|mens|mod)\s)?[Ii]\s(?:året\s)?(?P<year>20\d\d)"
    r"\s(?:var|lå|udgjorde|gik|kom|blev|havde|nåede)\b[^,;:.()]*$"
)
"""A clause that tells how it was in a year: ``og i 2029 var andelen``."""
_FREE = frozenset({"result", "open"})
NEAR = 4
"""Sentences among which the level of this year stands."""


class _Level(NamedTuple):
    place: int
    number: int
    unit: str | None
    year: int | None


def bygone(sentences: Sequence[Sentence], told: Sequence[Sequence[Role]]) -> Iterator[tuple[int, int]]:
    """The places of levels of earlier years among the roles of each sentence: a number of the same unit and of a
    later year or of none stands near, and no target of the year itself."""
    levels = [
        _Level(place, index, quantity.unit, _year(sentence, index))
        for place, sentence in enumerate(sentences)
        for index, quantity in enumerate(sentence.analysis.quantities)
        if told[place] and told[place][index] in _FREE and quantity.comparator is None
    ]
    for at, level in enumerate(levels):
        sentence = sentences[level.place]
        paper = sentence.part.paper
        if level.year is None or paper.year is None or level.year >= paper.year or paper.kind == "contract":
            continue
        if any(role in ("target", "earlier_target") for role in told[level.place]):
            continue
        around = levels[max(0, at - 2 * NEAR) : at + 2 * NEAR]
        if any(
            other.unit == level.unit
            and abs(other.place - level.place) <= NEAR
            and _are_near(sentence, sentences[other.place])
            and (other.year is None or other.year >= paper.year)
            for other in around
            if other is not level
        ):
            yield level.place, level.number


def _are_near(one: Sentence, other: Sentence) -> bool:
    return one.part is other.part and abs(one.passage_no - other.passage_no) <= 1


def _year(sentence: Sentence, index: int) -> int | None:
    """The year that the number is told for: that of its label, else the one its clause begins with."""
    analysis = sentence.analysis
    quantity = analysis.quantities[index]
    ahead = analysis.quantities[index - 1].end if index else 0
    labels = [match for match in _LABELLED.finditer(analysis.text) if match.end() <= quantity.start]
    found = labels[-1] if labels else _OPENING.search(analysis.text, ahead, quantity.start)
    return int(found["year"]) if found is not None else None
