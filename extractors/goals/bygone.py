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
from extractors.language.stems import stem

_LABELLED = regex.compile(r"(?:^|(?<=[.!?%]\s)|(?<=\s{2}))(?P<year>20\d\d)\s?:\s")
"""A year before its figure: ``2030: 84 pct.``"""
_OPENING = regex.compile(
    r"(?:^|[,;:(–]\s?|[.!?]\s|(?<!\p{L})(?:og|men|mens|mod)\s)(?:(?:og|men|mens|mod)\s)?[Ii]\s(?:året\s)?(?P<year>20\d\d)"
    r"\s(?!måtte|skulle|forvent)(?:var|lå|gik|kom|blev|tog|fik|gav|fandt|steg|faldt|deltog|lød|sad|stod|\p{Ll}+[det]e)\b[^,;:.()]*$"
)
"""A clause that tells how it was in a year: ``og i 2029 var andelen``, ``I 2029 tog det``."""
_BEHIND = regex.compile(r"\s(?:\p{Ll}+\s)?i\s(?P<year>20\d\d)\s?[.,;]")
_JOINED = regex.compile(r"\b(?:og|samt|,)\si\s(?P<year>20\d\d)\s(?:i|på|til|med)\s$")
"""Another year before its number, without its verb: ``I 2029 var det så i 64 pct. og i 2030 i 71 pct.``"""
_WAS = regex.compile(
    r"(?:^|[,;]\s(?:og|men|mens)\s)[^,;:.()\d]*\b(?:var|lå\spå|udgjorde|blev)(?:\spå)?\s(?:ca\.\s)?$"
)
"""A level at the end of its clause, with its year behind it: ``Antallet var 71 i 2029.``"""
_TAKEN_UP = ("det", "tallet", "antallet", "resultatet", "niveauet")
"""Words that take up what was counted."""
STEM = 6
"""Letters of what is counted that its other words have as well."""
_FREE = frozenset({"result", "open"})
NEAR = 4
"""Sentences among which the level of this year stands."""


class _Level(NamedTuple):
    place: int
    number: int
    unit: str | None
    counted: str | None
    year: int | None


def bygone(sentences: Sequence[Sentence], told: Sequence[Sequence[Role]]) -> Iterator[tuple[int, int]]:
    """The places of levels of earlier years among the roles of each sentence: a number of the same unit and of a
    later year or of none stands near, and no target of the year itself."""
    levels = [
        _Level(place, index, quantity.unit, quantity.counted, _year(sentence, index))
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
            (other.unit == level.unit or _is_of_same(level, other, sentence))
            and abs(other.place - level.place) <= NEAR
            and _are_near(sentence, sentences[other.place])
            and (
                other.year is None or other.year >= paper.year or _is_later_line(sentence, level, sentences, other)
            )
            for other in around
            if other is not level
        ):
            yield level.place, level.number


def _is_later_line(sentence: Sentence, level: _Level, sentences: Sequence[Sentence], other: _Level) -> bool:
    """``2027: 17 pct.`` above ``2031: 15 pct.``: of lines of years the latest tells how things stand."""
    both = all(_LABELLED.match(one.text) for one in (sentence, sentences[other.place]))
    return both and (other.year or 0) > (level.year or 0)


def _is_of_same(level: _Level, other: _Level, sentence: Sentence) -> bool:
    """True where a level without a unit is of what the other counts: ``Besøgstallet var 71 …`` of ``80 besøg``."""
    if level.unit is not None or level.counted is not None or not other.counted:
        return False
    opening = sentence.text.lower()
    return opening.startswith(_TAKEN_UP) or stem(other.counted.split()[-1].lower())[:STEM] in opening


def _are_near(one: Sentence, other: Sentence) -> bool:
    return one.part is other.part and abs(one.passage_no - other.passage_no) <= 1


def _year(sentence: Sentence, index: int) -> int | None:
    """The year that the number is told for: that of its label, else the one its clause begins with."""
    analysis = sentence.analysis
    if "20" not in analysis.text:
        return None
    quantity = analysis.quantities[index]
    ahead = analysis.quantities[index - 1].end if index else 0
    labels = [match for match in _LABELLED.finditer(analysis.text) if match.end() <= quantity.start]
    found = labels[-1] if labels else _OPENING.search(analysis.text, ahead, quantity.start)
    if found is None and index:
        found = _JOINED.search(analysis.text, ahead, quantity.start)
    if found is None and (behind := _BEHIND.match(analysis.text, quantity.end)) is not None:
        found = behind if _WAS.search(analysis.text, ahead, quantity.start) is not None else None
    return int(found["year"]) if found is not None else None
