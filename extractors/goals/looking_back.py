"""What is owed and is held against what was told before it: ``Der kom 52 mod aftalt 48``."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from extractors.goals.alike import alike, kind_of
from extractors.goals.weighing import Told

LONGEST_COMPARING = 5
"""Words before the number of a sentence that only compares."""
LONGEST_NAMED = 9
"""The same where the goal is named."""
FAR = 2
"""Sentences from the one to the other, at most."""
MOST_BEHIND = 12
"""Numbers behind a target that are looked at."""
LATEST_OPENING = 4
"""Characters of a sentence within which the time stands that opens it."""
NEAR = 50
"""Numbers before and behind one that are looked at: no sentences that belong together tell more."""
CONCLUDING = frozenset({"dermed", "derfor", "således", "altså", "hermed"})
"""Words by which a sentence draws from what was told before."""


def around(aim: Told, numbers: Sequence[Told]) -> Sequence[Told]:
    """The numbers of the room near one, in order: those of its sentence and the next ones are among them."""
    return numbers[max(0, aim.at - NEAR) : aim.at + NEAR + 1]


def looks_back(aim: Told, numbers: Sequence[Told], taken: Collection[int]) -> bool:
    """True where what is owed is held against what was told before it."""
    numbers = around(aim, numbers)
    if _is_set_against(aim) or _is_owed_behind(aim, numbers) or _is_compared_with(aim):
        return True
    if _is_answered_apart(aim, numbers) or _is_behind_last_year(aim, numbers):
        return True
    if _is_told_beside(aim, numbers, taken):
        return True
    opened = "goal" in aim.tokens[0].signs and aim.role == "target"
    return (aim.elided or opened) and is_concluded(aim)


def is_concluded(aim: Told) -> bool:
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


def _is_told_beside(aim: Told, numbers: Sequence[Told], taken: Collection[int]) -> bool:
    """``Snittet blev 7,1 i 2031. Kommunens mål var 7,3. I 2030 var snittet 6,9``: right behind what came of it,
    and what follows tells only of an earlier time, or of one of its own."""
    if aim.role != "target" or any(number.place[0] == aim.place[0] and number.at != aim.at for number in numbers):
        return False
    before = [n for n in numbers[: aim.at] if n.place[0] == aim.place[0] - 1 and n.at not in taken]
    before = [n for n in before if n.passage == aim.passage and n.tells and alike(aim, n)]
    before = [n for n in before if kind_of(n.quantity) == kind_of(aim.quantity)]
    if len(before) != 1 or before[0].of_whole or is_of_before(before[0], aim):
        return False
    last = aim.at + 1 + MOST_BEHIND
    near = [n for n in numbers[aim.at + 1 : last] if n.passage == aim.passage and n.place[0] - aim.place[0] <= FAR]
    behind = [n for n in near if n.tells and alike(aim, n)]
    return bool(behind) and all(
        _is_of_another_time(n, before[0]) for n in behind if n.place[0] == behind[0].place[0]
    )


def _is_of_another_time(told: Told, before: Told) -> bool:
    """``I 2030 var andelen 61``, ``Medio 2031 var den 61``: of a year before that of the other, or opened by a time
    where the other names none."""
    now = before.context.sentence.part.paper.year or before.context.sentence.part.paper.now
    years, its = years_named(told), years_named(before) or ({now} if now is not None else set())
    if years and its and max(years) < max(its):
        return True
    times = told.context.sentence.analysis.times
    opened = bool(times) and times[0].start <= LATEST_OPENING
    return opened and not before.context.sentence.analysis.times


def _is_compared_with(aim: Told) -> bool:
    """``Det er over de 4,4, som aftalen kræver``, ``Det er lidt over måltallet, der er 70``: a sentence that only
    says on which side the result lies."""
    words = [token.lower for token in aim.context.preceding]
    if words[:1] == ["det"] and len(words) <= LONGEST_NAMED:
        sides = [place for place, word in enumerate(words[:-1]) if word in ("over", "under", "end")]
        if any("goal" in token.signs for place in sides for token in aim.context.preceding[place + 1 : place + 3]):
            return True
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
    # with the number that is told, and not with the target
    dated = {t.year for t in aim.context.sentence.analysis.times if t.year and t.start > aim.quantity.end}
    if not dated or max(dated) >= year:
        return False
    before = [n for n in numbers if n.place[0] == aim.place[0] - 1 and n.passage == aim.passage]
    return any(n.tells and alike(aim, n) and not years_named(n) - {year} for n in before)


def is_of_before(told: Told, aim: Told) -> bool:
    """``Andelen skal ned på 9 pct. i 2031. I 2030 var den 12 pct.``: of a year before the one that is aimed at."""
    if told.place[0] == aim.place[0]:
        return False
    years, its = years_named(aim), years_named(told)
    return bool(years and its) and max(its) < min(years)
