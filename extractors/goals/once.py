"""A target that an agreement states and a report states again with what came of it is one.

The words of the two may have little in common; but of one value and kind, with one word in common and no other like
them, they are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractors.goals.likeness import Weights
from extractors.goals.results import Reached
from extractors.goals.targets import MOST_ALIKE, Aim, unit_class


def told_once(aims: Sequence[Aim], results: Sequence[Reached], weights: Weights) -> list[Aim]:
    """The targets without those that another one, in another paper and with a result, states as well; what they say
    is kept with it (``Aim.said``)."""
    answers: dict[int, list[Reached]] = {}
    for reached in results:
        for aim in reached.aims:
            answers.setdefault(id(aim), []).append(reached)
    alike: dict[tuple[Decimal, str], list[Aim]] = {}
    for aim in aims:
        if aim.standing == "in_force":
            alike.setdefault((aim.value, unit_class(aim.quantity)), []).append(aim)
    gone: set[int] = set()
    for group in alike.values():
        if len(group) > MOST_ALIKE:
            continue
        open_ = [aim for aim in group if id(aim) not in answers]
        for aim in open_:
            same = [other for other in group if id(other) in answers and _are_one(aim, other, answers, weights)]
            rivals = [
                other for other in open_ if other is not aim and same and _are_one(other, same[0], answers, weights)
            ]
            if len(same) == 1 and not rivals:
                same[0].said.extend(aim.said)
                gone.add(id(aim))
    return [aim for aim in aims if id(aim) not in gone]


def _are_one(aim: Aim, other: Aim, answers: dict[int, list[Reached]], weights: Weights) -> bool:
    if aim.paper is other.paper or (aim.year and other.year and aim.year != other.year):
        return False
    if aim.goal_no and other.goal_no and aim.goal_no != other.goal_no:
        return False
    if aim.sub_no and other.sub_no and aim.sub_no != other.sub_no:
        return False
    told = [other.words, *(reached.statement.words for reached in answers[id(other)])]
    return any(weights.likeness(aim.words, words) > 0 for words in told)
