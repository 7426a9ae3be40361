"""Targets that nothing answers yet, and results that answer none: matched by weights learned from examples.

Likely pairs come first, and each that is made tells more of those around it; what is not likely enough stays alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product
from math import exp, prod
from typing import NamedTuple

import regex

from extractors.goals.candidates import Candidates, at
from extractors.goals.likeness import Weights
from extractors.goals.mark import printed_goal
from extractors.goals.reading import Sentence
from extractors.goals.results import CLEAR, Reached, build_results
from extractors.goals.statements import POSSIBLE, Statement
from extractors.goals.summed import is_sum
from extractors.goals.targets import Aim, standing_of, unit_class
from extractors.goals.verdict import of_numbers, stated_of
from schemas.pair_weights import pair_weights

SURE, LIKELY, PROMOTED = 0.35, 0.2, 0.25
"""Likelihoods from which two are a pair: at first, when all sure pairs are known, and where one of them is a
target or a result only because the other answers it."""
DOUBTFUL, DOUBTFUL_NEAR, DOUBTFUL_MARKED = 0.15, 0.02, 0.1
"""Likelihoods under which two that a rule has paired are none: apart, in one passage or under one goal, and apart
where marks of goals stand."""
CLEARLY = 1.2
"""How much likelier two pairs are than the same crosswise."""
MOST = 60
"""Targets and results of one room that are held against each other, at most."""
MOST_SEEN = 300
"""Targets or results of one room among which pairs are looked at, at most; only a hostile text has more."""

_PART = regex.compile(
    r"(?:I|For)\s(?:(?:\p{Ll}+|\d\.)\s(?:kvartal|halvår)|januar|februar|marts|april|maj|juni|juli|august|september|"
    r"oktober|november|december)\b"
)
"""A part of the year that opens a sentence."""


class Matched(NamedTuple):
    """All targets and results of a room, those included that only their pair tells."""

    aims: list[Aim]
    results: list[Reached]


def match(
    aims: Sequence[Aim],
    results: Sequence[Reached],
    maybes: Sequence[Statement],
    weights: Weights,
    sentences: Sequence[Sentence],
) -> Matched:
    """Gives results that answer no target to targets that nothing answers; sets ``Reached.aims`` and ``score``. A
    number that may be either (``maybes``) becomes one where another is likely enough to be its answer."""
    prose = all(sentence.part.kind == "prose" for sentence in sentences)
    all_aims, all_results = with_possible(aims, results, maybes, sentences)
    soft_aims, soft_results = all_aims[len(aims) :], all_results[len(results) :]
    if not all_aims or not all_results or max(len(all_aims), len(all_results)) > MOST_SEEN:
        return Matched(list(aims), list(results))
    candidates = Candidates(all_aims, all_results, weights, sentences)
    apart = DOUBTFUL if prose else DOUBTFUL_MARKED
    for reached in results:
        reached.aims = [aim for aim in reached.aims if _keeps(aim, reached, candidates, apart)]
    _uncross(results, candidates)
    answered = {id(aim) for reached in results for aim in reached.aims}
    free_aims = [aim for aim in all_aims if id(aim) not in answered and aim.standing in ("in_force", "earlier")]
    beside = _told_beside(all_results)
    free = [reached for reached in all_results if not reached.aims and id(reached) not in beside]
    if not free_aims or not free or len(free_aims) > MOST or len(free) > MOST:
        return Matched(list(aims), list(results))
    soft = {id(one) for one in (*soft_aims, *soft_results)}
    options = [
        (aim, reached)
        for reached, aim in product(free, free_aims)
        if candidates.may(aim, reached)
        and not gainsays(aim, reached)
        and not _restates(aim, reached)
        # what only may be a result makes no target of earlier years one to be told
        and not (aim.main.role == "earlier_target" and id(reached) in soft)
    ]
    used = {at(statement) for reached in results if reached.aims for statement in _statements(reached)}
    for least in (SURE, LIKELY):
        rated = [
            (likelihood(candidates.signals(aim, reached)), number, aim, reached)
            for number, (aim, reached) in enumerate(options)
            if at(aim.main) not in used and at(reached.statement) not in used
        ]
        for likely, _, aim, reached in sorted(rated, key=lambda option: (-option[0], option[1])):
            if likely < least:
                break
            if at(aim.main) in used or at(reached.statement) in used:
                continue
            if likely < PROMOTED and (id(aim) in soft or id(reached) in soft):
                continue
            used.update((at(aim.main), at(reached.statement)))
            reached.aims.append(aim)
            reached.score = max(reached.score, likely)
            candidates.pair(aim, reached)
    return _with_promoted(aims, results, soft_aims, soft_results)


def _told_beside(results: Sequence[Reached]) -> set[int]:
    """``Tiden var 40 dage. I fjerde kvartal var den 31``: what a report of a whole year tells of a part of it
    behind the year's own, by ``id``."""
    found: set[int] = set()
    for before, reached in pairwise(results):
        one, other = before.statement, reached.statement
        near = one.sentence.passage_no == other.sentence.passage_no and one.sentence is not other.sentence
        alike = unit_class(one.quantity) == unit_class(other.quantity) and one.quantity.unit == other.quantity.unit
        yearly = other.sentence.part.paper.kind == "annual" and not other.sentence.part.paper.interim
        if near and alike and yearly and _PART.match(other.sentence.text) and not _PART.match(one.sentence.text):
            found.add(id(reached))
    return found


def _keeps(aim: Aim, reached: Reached, candidates: Candidates, apart: float) -> bool:
    """False where two that a rule has paired are an unlikely pair; what one passage sets against each other must
    be more unlikely than what stands apart."""
    near = aim.main.sentence.passage_no == reached.statement.sentence.passage_no
    part = reached.statement.sentence.part
    if part.kind == "result" and aim.sub_no is not None and aim.sub_no in part.subs:
        return True  # the number of the sub-goal ties them
    if part.kind == "result" and printed_goal(aim.goal_no) and aim.goal_no == part.goal_no:
        apart = DOUBTFUL_NEAR
    if near and reached.statement.segment is not None:
        return True  # one of several, that a rule has taken as a whole
    if near and all(is_sum(one.sentence, one.place) for one in (aim.main, reached.statement)):
        return True  # what all parts come to, on both sides
    return likelihood(candidates.signals(aim, reached)) >= (DOUBTFUL_NEAR if near else apart)


def _uncross(results: Sequence[Reached], candidates: Candidates) -> None:
    """Two results of one passage that a rule has paired crosswise with two targets of one sentence change their
    targets where that is clearly likelier."""
    single = [reached for reached in results if len(reached.aims) == 1]
    for first, second in pairwise(single):
        one, other = first.aims[0], second.aims[0]
        near = first.statement.sentence.passage_no == second.statement.sentence.passage_no
        if not near or one.main.sentence is not other.main.sentence or at(one.main) < at(other.main):
            continue
        pairs = ((one, first), (other, second)), ((other, first), (one, second))
        if not all(candidates.may(aim, reached) for aim, reached in pairs[1]):
            continue
        crossed, straight = (
            prod(likelihood(candidates.signals(aim, reached)) for aim, reached in two) for two in pairs
        )
        if straight > CLEARLY * crossed:
            first.aims, second.aims = [other], [one]


def _restates(aim: Aim, reached: Reached) -> bool:
    """True for the same number again of which nothing much says that it is a result."""
    statement = reached.statement
    unsure = statement.odds is not None and statement.odds.result < CLEAR
    return (unsure or "maybe" in (aim.main.role, statement.role)) and reached.value == aim.value


def with_possible(
    aims: Sequence[Aim], results: Sequence[Reached], maybes: Sequence[Statement], sentences: Sequence[Sentence]
) -> tuple[list[Aim], list[Reached]]:
    """Targets and results, with those behind them that numbers may be; a target told again below its goal's mark is
    neither."""
    told = {(aim.goal_no, unit_class(aim.quantity), aim.value) for aim in aims if aim.goal_no is not None}
    new = [
        one for one in maybes
        if (one.sentence.goal_no, unit_class(one.quantity), one.quantity.value) not in told
    ]  # fmt: skip
    return [*aims, *_possible_aims(new, results)], [*results, *_possible_results(new, sentences)]


def _statements(reached: Reached) -> Iterator[Statement]:
    yield reached.statement
    for aim in reached.aims:
        yield aim.main


def _possible_aims(maybes: Sequence[Statement], results: Sequence[Reached]) -> list[Aim]:
    """Numbers without a role, or told to be results that answer nothing, that may be targets in force."""
    found: list[Aim] = []
    for statement in (*maybes, *(reached.statement for reached in results if not reached.aims)):
        if statement.odds is None or statement.odds.target < POSSIBLE or _tells_how_it_is(statement):
            continue
        part = statement.sentence.part
        aim = Aim(
            [replace(statement, role="maybe")], statement.sentence.goal_no, part.sub_no, statement.words,
            parts={part.span.first},
        )  # fmt: skip
        aim.standing = standing_of(aim)
        found.append(aim)
    return found


def _tells_how_it_is(statement: Statement) -> bool:
    """``Turismen udgør 31 pct. af omsætningen``: right behind a verb that tells how things are, and nothing that is
    owed in the sentence."""
    analysis, first = statement.sentence.analysis, statement.quantity.first
    told = first > 0 and analysis.tokens[first - 1].lower in _TELLING
    return told and statement.role == "result" and analysis.held.isdisjoint(_OWED)


_TELLING = frozenset({"udgør", "udgjorde", "udleder", "udledte"})
_OWED = frozenset({"goal", "aiming", "bound", "owing", "planned", "pledge", "setter"})
"""Signs of sentences of which a number may be aimed at."""


def _possible_results(maybes: Sequence[Statement], sentences: Sequence[Sentence]) -> list[Reached]:
    possible = [
        replace(statement, role="result") for statement in maybes
        if statement.odds is not None and (statement.odds.result >= POSSIBLE or max(statement.odds) < POSSIBLE)
    ]  # fmt: skip
    found = build_results(possible, sentences)
    for reached in found:
        reached.statement = replace(reached.statement, role="maybe")
    return found


def _with_promoted(
    aims: Sequence[Aim], results: Sequence[Reached], soft_aims: Sequence[Aim], soft_results: Sequence[Reached]
) -> Matched:
    """Targets and results with the possible ones that are part of a pair, in reading order."""
    promoted = [reached for reached in soft_results if reached.aims]
    for reached in promoted:
        reached.statement = replace(reached.statement, role="result")
    kept = [*results, *promoted]
    answered = {id(aim) for reached in kept for aim in reached.aims}
    new = [aim for aim in soft_aims if id(aim) in answered]
    for aim in new:
        aim.said[0] = replace(aim.said[0], role="target")
    taken = {at(aim.main) for aim in new}
    # what is a target after all was no result
    kept = [reached for reached in kept if reached.aims or at(reached.statement) not in taken]
    kept.sort(key=lambda reached: at(reached.statement))
    return Matched(in_order([*aims, *new]), kept)


def in_order(aims: Sequence[Aim]) -> list[Aim]:
    """The targets in reading order, numbered anew."""
    ordered = sorted(aims, key=lambda aim: at(aim.main))
    for number, aim in enumerate(ordered):
        aim.number = number
    return ordered


def likelihood(signals: Sequence[str]) -> float:
    """Between 0 and 1."""
    weights = pair_weights()
    total = weights.start + sum(weights.of.get(signal, 0.0) for signal in signals)
    return 1 / (1 + exp(-total)) if total > -40 else 0.0


def gainsays(aim: Aim, reached: Reached) -> bool:
    """True where the text says the opposite of what the two numbers would."""
    stated = stated_of(reached.statement)
    if stated not in ("met", "not_met"):
        return False
    computed = of_numbers(aim, reached.statement, reached.baseline)
    return computed in ("met", "not_met") and computed != stated
