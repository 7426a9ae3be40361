"""Results told beside one that answers a target, each for another place, group or part of a year: they answer it.

Blandt de unge var det 43 pct. i første kvartal, og i andet kvartal 47 pct.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from extractors.goals.results import Reached
from extractors.goals.sides import sides

_YEAR = regex.compile(r"(?:19|20)\d\d")
FEWEST = 2
"""Groups that a sentence tells of."""
_GROUPS = regex.compile(
    r"(?:Blandt|Hos|For)\s[^.,]*\s(?:er|var|blev|lå|ligger)\s(?:det|den|andelen|tallet|tilfredsheden)\s"
)
_PART_OF_YEAR = regex.compile(r"kvartal|halvår|måned", regex.IGNORECASE)


def share_aims(results: Sequence[Reached]) -> None:
    """Sets ``Reached.aims`` and the segments of results that answer nothing, by those beside them in a sentence. A
    year's result says nothing of a target that another year's answers."""
    for before, behind in pairwise(results):
        if bool(before.aims) == bool(behind.aims):
            continue
        paired, free = (before, behind) if before.aims else (behind, before)
        one, other = paired.statement, free.statement
        alike = other.quantity.unit in (one.quantity.unit, None) and not other.change and not one.change
        if one.sentence is not other.sentence or len(paired.aims) != 1 or not alike:
            continue
        analysis = one.sentence.analysis
        named = sides(analysis)
        at = {quantity.start: index for index, quantity in enumerate(analysis.quantities)}
        mine, its = (named.get(at.get(s.quantity.start, -1)) for s in (one, other))
        if mine is None or its is None or _is_year(mine) or _is_year(its):
            continue
        free.aims = list(paired.aims)
        free.score = paired.score
        free.statement = replace(other, segment=other.segment or its)
        paired.statement = replace(one, segment=one.segment or mine)
    _share_behind(results)


def _share_behind(results: Sequence[Reached]) -> None:
    """The same for a sentence right behind that tells the one number anew for several groups."""
    by_sentence: dict[int, list[Reached]] = {}
    for reached in results:
        by_sentence.setdefault(reached.statement.sentence.order, []).append(reached)
    for order, own in by_sentence.items():
        before = by_sentence.get(order - 1, [])
        if len(own) < FEWEST or any(one.aims for one in own) or len(before) != 1 or len(before[0].aims) != 1:
            continue
        (told,) = before
        one, sentence = told.statement, own[0].statement.sentence
        named = sides(sentence.analysis)
        levels = all(other.statement.quantity.unit == one.quantity.unit == "%" for other in own)
        if (
            not levels
            or len(named) != len(own)
            or _GROUPS.match(sentence.text) is None
            or any(map(_is_year, named.values()))
        ):
            continue
        if sentence.passage_no != one.sentence.passage_no:
            continue
        for other in own:
            at = sentence.analysis.quantities.index(other.statement.quantity)
            other.aims, other.score = list(told.aims), told.score
            other.statement = replace(other.statement, segment=other.statement.segment or named.get(at))


def _is_year(name: str) -> bool:
    return _YEAR.search(name) is not None and _PART_OF_YEAR.search(name) is None
