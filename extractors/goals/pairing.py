"""Who belongs to whom: results are given to targets, best evidence first.

Evidence is the goal and sub-goal, the unit, the words of what is measured, the segment, the year, nearness to a
restatement of the target and the arithmetic of a stated fulfilment. A target takes one result for each segment, a
result one target unless its text names two. What stays below the threshold stays unpaired.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from extractors.danish import stem
from extractors.goals.likeness import Weights
from extractors.goals.results import Reached
from extractors.goals.roles import equations
from extractors.goals.statements import Statement
from extractors.goals.targets import Aim, unit_class
from extractors.goals.verdict import of_numbers, stated_verdict

THRESHOLD = 1.9
POOL = 120
"""Targets that a result is held against; where there are more, the ones told next to it."""
NEIGHBOURS = 3
"""Passages within which a result of running text is sought around its target."""


def pair(aims: list[Aim], results: list[Reached], degrees: Sequence[Statement], weights: Weights) -> None:
    """Sets ``Reached.aims`` and ``Reached.score``."""
    by_goal: dict[str | None, list[Aim]] = {}
    for aim in aims:
        by_goal.setdefault(aim.goal_no, []).append(aim)
    stated: dict[str, list[Statement]] = {}
    for degree in degrees:
        if degree.sentence.goal_no is not None:
            stated.setdefault(degree.sentence.goal_no, []).append(degree)
    keys = [aim.main.key for aim in aims]
    options: list[tuple[float, int, int]] = []
    for number, reached in enumerate(results):
        pool = [aim for goal in sorted(reached.goals) for aim in by_goal.get(goal, [])] + by_goal.get(None, [])
        if not reached.goals:
            pool = aims
        if len(pool) > POOL:
            place = bisect_left(keys, reached.statement.key)
            pool = aims[max(0, place - POOL) : place + POOL]
        told = [degree for goal in sorted(reached.goals) for degree in stated.get(goal, [])[:POOL]]
        for aim in pool:
            score = rate(aim, reached, by_goal, told, weights)
            if score is not None and score >= THRESHOLD:
                options.append((score, number, aim.number))
    numbered = {aim.number: aim for aim in aims}
    taken: set[tuple[int, str | None]] = set()
    for score, number, aim_number in sorted(options, key=lambda o: (-o[0], o[1], o[2])):
        reached, aim = results[number], numbered[aim_number]
        slot = (aim_number, reached.statement.segment)
        if slot in taken or (reached.aims and not _serves_both(reached, aim)):
            continue
        taken.add(slot)
        reached.aims.append(aim)
        aim.sub_no = aim.sub_no or reached.statement.sentence.part.sub_no
        reached.score = max(reached.score, score)


def rate(
    aim: Aim, reached: Reached, by_goal: dict[str | None, list[Aim]], degrees: Sequence[Statement], weights: Weights
) -> float | None:
    """How well a result answers a target; None where it cannot."""
    statement = reached.statement
    if statement.sentence is aim.main.sentence and statement.quantity is aim.quantity:
        return None
    score = _unit_score(aim, reached)
    if score is None:
        return None
    part = statement.sentence.part
    near = _nearness(aim, statement)
    likeness = weights.likeness(aim.words, statement.words)
    if part.kind == "prose" and not reached.goals and near < 0.5 and likeness < 0.5:
        return None
    if part.kind == "prose" and near < 3 and likeness < 0.08:
        return None
    if part.kind == "result" and len(statement.words.own | statement.words.shared) <= 1:
        score += 0.5  # `Vækstsegment: 78 pct.` says no more and means the target of its goal
    if aim.goal_no is not None and not reached.goals:
        score -= 1.5  # what a foreword tells stands behind the report of the goal itself
    if aim.goal_no is None and part.kind != "prose" and near < 1:
        return None
    score += 3 * likeness + near
    rivals = by_goal.get(aim.goal_no, [])
    counted = {stem(word) for word in (aim.unit, aim.quantity.unit) if word}
    mine = aim.words.own.difference(counted, *(a.words.own for a in rivals if a is not aim))
    if mine & statement.words.own:
        score += 0.8
    if aim.sub_no and part.subs:
        if aim.sub_no in part.subs:
            score += 2.0 if len(part.subs) == 1 else 1.2
        else:
            score -= 2.0
    alike = [a for a in rivals if unit_class(a.quantity) == unit_class(aim.quantity)]
    if len(alike) == 1 and aim.goal_no is not None:
        score += 0.8
    if (statement.year is not None and aim.year is not None and aim.main.year is not None) or (
        statement.year is not None and aim.year is not None
    ):
        score += 0.3 if statement.year == aim.year else -2.0
    elif aim.year is not None and part.paper.year is not None and aim.year != part.paper.year:
        score -= 1.0 if aim.year > part.paper.year else 0.3
    if aim.main.segment and statement.segment and aim.main.segment != statement.segment:
        score -= 3.0
    if aim.standing in ("proposed", "rejected", "cited", "total"):
        return None
    if _contradicted(aim, reached):
        score -= 2.0
    return score + _arithmetic(aim, reached, degrees)


def _contradicted(aim: Aim, reached: Reached) -> bool:
    """True where the result's own sentence says that its target is met and this one is not, or the reverse."""
    said = stated_verdict(reached.statement.sentence.text)
    if said not in ("met", "not_met"):
        return False
    numbers = of_numbers(aim, reached.statement, reached.baseline)
    return numbers in ("met", "not_met") and numbers != said


def _unit_score(aim: Aim, reached: Reached) -> float | None:
    mine, other = aim.quantity, reached.statement.quantity
    kinds = (unit_class(mine), unit_class(other))
    moved = (aim.main.change, reached.statement.change)
    if kinds == ("procentpoint", "%"):
        return 0.4 if reached.baseline is not None else -1.5
    if kinds[0] != kinds[1]:
        scored = reached.statement.sentence.analysis.has("score")
        if kinds == ("count", "%") and mine.unit is None and mine.counted is None and scored:
            return 0.5  # a score printed as a percentage: NPS of 69 %
        return None
    if kinds[0] == "count":
        if aim.unit is not None and other.unit is not None and aim.unit != other.unit:
            return -0.2 if _named_there(aim, reached) else -1.6
        return 1.0 if aim.unit == other.unit else 0.3
    if moved[0] and not moved[1]:
        return -0.5
    if moved[1] and not moved[0]:
        return -1.0 if kinds[0] == "%" else 1.0
    return 1.0


def _named_there(aim: Aim, reached: Reached) -> bool:
    """True where the unit of one is a word of the other's sentence."""
    mine, other = aim.quantity.unit or "", reached.statement.quantity.unit or ""
    return stem(mine) in reached.statement.words.all or stem(other) in aim.words.all


def _nearness(aim: Aim, statement: Statement) -> float:
    """Evidence from the place: a result right behind or before a statement of the target."""
    best = 0.0
    for said in aim.said:
        if said.sentence.part.span != statement.sentence.part.span:
            continue
        gap = abs(said.sentence.passage_no - statement.sentence.passage_no)
        sentences = abs(said.sentence.order - statement.sentence.order)
        if said.sentence.part.kind == "target":
            continue
        if gap == 0:
            explicit = any("result" in t.signs for t in statement.sentence.analysis.tokens)
            if sentences <= 1 and explicit:
                best = max(best, 3.0)
            elif sentences <= 1:
                best = max(best, 1.5)
            else:
                best = max(best, 1.0)
        elif gap <= NEIGHBOURS:
            best = max(best, 0.5)
        elif gap <= 2 * NEIGHBOURS:
            best = max(best, 0.3)
    return best


def _arithmetic(aim: Aim, reached: Reached, degrees: Sequence[Statement]) -> float:
    """Evidence from stated degrees: ``45% er lig 100%``, or a degree that is the quotient of the two numbers."""
    score = 0.0
    for degree in degrees:
        for equation in equations(degree.sentence.analysis):
            if equation.degree.value == 100 and equation.value.value == aim.value:
                rest = {e.value.value for e in equations(degree.sentence.analysis)}
                score = max(score, 4.0 if reached.value in rest and reached.value != aim.value else 0.0)
        value = degree.quantity.value
        if degree.role == "fulfilment" and aim.value and 0 < value < 100:
            quotient = reached.value / aim.value * 100
            if abs(quotient - value) <= Decimal("0.6"):
                score = max(score, 1.5)
    return score


def _serves_both(reached: Reached, aim: Aim) -> bool:
    """True where the result's sentence speaks of both targets: ``enten en vækstplan eller en handlingsplan``."""
    tokens = reached.statement.sentence.analysis.tokens
    if not any(token.lower in ("enten", "både", "begge", "såvel") for token in tokens):
        return False
    first = reached.aims[0]
    return len(reached.aims) == 1 and first.main.sentence is aim.main.sentence and first.main.segment is None
