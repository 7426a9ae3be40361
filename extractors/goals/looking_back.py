"""What is owed and is held against what was told before it: ``Der kom 52 mod aftalt 48``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.goals.alike import alike, kind_of
from extractors.goals.weighing import Told

LONGEST_COMPARING = 5
"""Words before the number of a sentence that only compares."""
CONCLUDING = frozenset({"dermed", "derfor", "således", "altså", "hermed"})
"""Words by which a sentence draws from what was told before."""


def looks_back(aim: Told, numbers: Sequence[Told]) -> bool:
    """True where what is owed is held against what was told before it."""
    if _is_set_against(aim) or _is_owed_behind(aim, numbers) or _is_compared_with(aim):
        return True
    if _is_answered_apart(aim, numbers) or _is_behind_last_year(aim, numbers):
        return True
    return aim.elided and _is_concluded(aim)


def _is_concluded(aim: Told) -> bool:
    """``Det var forudsat, at ingen skulle have over 15, og målet er dermed ikke nået``: behind what came of it."""
    behind = aim.tokens[aim.quantity.last + 1 :]
    return any(token.lower in CONCLUDING for token in behind) and not any(
        quantity.first > aim.quantity.last for quantity in aim.context.sentence.analysis.quantities
    )


def _is_owed_behind(aim: Told, numbers: Sequence[Told]) -> bool:
    """``Der er plantet 11 hegn; der var planlagt 15``: owed in the past, behind what came of it and before nothing
    of the kind; not where the two are of different years."""
    own = [number for number in numbers if number.place[0] == aim.place[0] and number.at != aim.at]
    told = [number for number in own if number.at < aim.at and number.tells and alike(aim, number)]
    if not told or any(number.at > aim.at and number.may_tell and alike(aim, number) for number in own):
        return False
    between = aim.tokens[told[-1].quantity.last + 1 : aim.quantity.first]
    return any(token.signs & {"past"} or token.lower in ("skulle", "måtte", "burde") for token in between) and not (
        len(years_named(aim)) > 1
    )


def _is_answered_apart(aim: Told, numbers: Sequence[Told]) -> bool:
    """``Brevene kom til tiden i 93 pct. af sagerne, hvor aftalen siger 95. Kun 72 pct. har et svar, og det er under
    de aftalte 90``: the next sentence has a target of its own, so that each is answered in its sentence."""
    own = [number for number in numbers if number.place[0] == aim.place[0] and number.at != aim.at]
    told = [number for number in own if number.tells and alike(aim, number)]
    if len(told) != 1 or told[0].at > aim.at or len(own) > 1:
        return False
    behind = [number for number in numbers if number.place[0] > aim.place[0]]
    following = [number for number in behind if number.place[0] == behind[0].place[0]]
    same = [number for number in following if kind_of(number.quantity) == kind_of(aim.quantity)]
    return any(number.aims for number in same) and any(number.tells for number in same)


def _is_compared_with(aim: Told) -> bool:
    """``Det er over de 4,4, som aftalen kræver``: a sentence that only says on which side the result lies."""
    words = [token.lower for token in aim.context.preceding]
    return (
        len(words) <= LONGEST_COMPARING
        and words[:1] == ["det"]
        and words[-1:] == ["de"]
        and bool({"over", "under", "end"} & set(words))
    )


def _is_set_against(aim: Told) -> bool:
    """``Der kom 52 mod aftalt 48``, ``212 ud af målet på 450``: held against the number before it."""
    ahead = aim.context.preceding
    if aim.context.previous is not None:
        ahead = ahead[aim.context.previous.last + 1 :]
    if [token.lower for token in ahead[-3:]][::2] == ["af", "på"] and "goal" in ahead[-2].signs:
        return True
    for one, other in pairwise(ahead[-4:]):
        if one.lower in ("under", "over") and "goal" in other.signs:
            return True  # `Tallet er 68 og ligger lidt under målet på 70`
    return any(token.lower in ("mod", "imod") for token in ahead[-4:])


def years_named(told: Told) -> set[int]:
    """The years that its sentence names."""
    return {time.year for time in told.context.sentence.analysis.times if time.year}


def _is_behind_last_year(aim: Told, numbers: Sequence[Told]) -> bool:
    """``61 pct. brugte rådgivningen. Målet er 50 pct., og i 2030 endte huset på 57``: behind it only a year before
    that of the paper is told, and the sentence before tells what came of it."""
    paper = aim.context.sentence.part.paper
    year = paper.year or paper.now
    own = [n for n in numbers if n.place[0] == aim.place[0] and n.at > aim.at and n.may_tell and alike(aim, n)]
    if year is None or not own or any(time.year == year for time in aim.context.sentence.analysis.times):
        return False
    dated = years_named(aim)
    if not dated or max(dated) >= year:
        return False
    before = [n for n in numbers if n.place[0] == aim.place[0] - 1 and n.passage == aim.passage]
    return any(n.tells and alike(aim, n) and not years_named(n) - {year} for n in before)
