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


def _is_year(name: str) -> bool:
    return _YEAR.search(name) is not None and _PART_OF_YEAR.search(name) is None
