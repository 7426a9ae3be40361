"""Targets that nothing answers yet, and results that answer none: matched by weights learned from examples.

The signals of a pair are where the two stand, what lies between them, what they measure, and whether another would
fit better; no word counts by itself. Likely pairs come first; what is not likely enough stays alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import product
from math import exp

from extractors.goals.comparable import differs, is_only_sought, is_outdated, is_stale
from extractors.goals.exchange import is_head_of
from extractors.goals.likeness import Weights
from extractors.goals.results import Reached
from extractors.goals.targets import Aim, unit_class
from extractors.goals.verdict import of_numbers, stated_of
from extractors.language.stems import stem
from schemas.number_weights import pair_weights

LIKELY = 0.4
"""Likelihood from which two are a pair."""
MOST = 60
"""Targets and results of one room that are held against each other, at most."""
STEPS = (0, 1, 2, 3, 6, 16)
"""Distances in sentences that are told apart."""
LIKENESSES = (0.01, 0.1, 0.2, 0.35, 0.55)
RATIOS = (0.02, 0.2, 0.5, 0.8, 1.0, 1.25, 2.0, 5.0, 50.0)


def match(aims: Sequence[Aim], results: Sequence[Reached], weights: Weights) -> None:
    """Gives results that answer no target to targets that nothing answers; sets ``Reached.aims`` and ``score``."""
    answered = {id(aim) for reached in results for aim in reached.aims}
    free_aims = [aim for aim in aims if id(aim) not in answered and aim.standing in ("in_force", "earlier")]
    free = [reached for reached in results if not reached.aims]
    if not free_aims or not free or len(free_aims) > MOST or len(free) > MOST:
        return
    candidates = Candidates(aims, results, weights)
    options = [
        (likelihood(candidates.signals(aim, reached)), number, aim.number, aim, reached)
        for (number, reached), aim in product(enumerate(free), free_aims)
        if candidates.may(aim, reached) and candidates.says(aim, reached) != "otherwise"
    ]
    taken: set[int] = set()
    for likely, _, _, aim, reached in sorted(options, key=lambda option: (-option[0], option[1], option[2])):
        if likely < LIKELY:
            break
        if reached.aims or id(aim) in taken:
            continue
        taken.add(id(aim))
        reached.aims.append(aim)
        reached.score = max(reached.score, likely)


def likelihood(signals: Sequence[str]) -> float:
    """Between 0 and 1."""
    weights = pair_weights()
    total = weights.start + sum(weights.of.get(signal, 0.0) for signal in signals)
    return 1 / (1 + exp(-total)) if total > -40 else 0.0


class Candidates:
    """What pairs of a room are rated by."""

    def __init__(self, aims: Sequence[Aim], results: Sequence[Reached], weights: Weights) -> None:
        self._weights = weights
        self._aims: dict[str, list[tuple[int, Aim]]] = {}
        self._results: dict[str, list[tuple[int, Reached]]] = {}
        for aim in aims:
            for said in aim.said:
                self._aims.setdefault(unit_class(aim.quantity), []).append((said.key, aim))
        for reached in results:
            kind = unit_class(reached.statement.quantity)
            self._results.setdefault(kind, []).append((reached.statement.key, reached))
        for aimed in self._aims.values():
            aimed.sort(key=lambda entry: entry[0])
        for told in self._results.values():
            told.sort(key=lambda entry: entry[0])

    @staticmethod
    def may(aim: Aim, reached: Reached) -> bool:
        """False for what can be no pair, however near: another kind of number, place or time."""
        statement = reached.statement
        if unit_class(aim.quantity) != unit_class(statement.quantity):
            return False
        if _sameness(aim.goal_no, statement.sentence.goal_no) == "other":
            return False
        if statement.sentence is aim.main.sentence and statement.quantity is aim.quantity:
            return False
        return not (
            is_outdated(aim, statement)
            or is_only_sought(aim, statement)
            or is_stale(aim, statement)
            or differs(aim, statement)
        )

    def signals(self, aim: Aim, reached: Reached) -> list[str]:
        """The names of all that is seen of a pair."""
        statement = reached.statement
        said = min(aim.said, key=lambda one: (abs(one.sentence.order - statement.sentence.order), one.key))
        mine, other = said.sentence, statement.sentence
        likeness = self._weights.likeness(aim.words, statement.words)
        behind = other.order >= mine.order
        found = [
            f"far={'+' if behind else '-'}{bisect_right(STEPS, abs(other.order - mine.order))}",
            f"passages={'+' if behind else '-'}{bisect_right(STEPS, abs(other.passage_no - mine.passage_no))}",
            f"like={bisect_right(LIKENESSES, likeness)}",
            f"goal={_sameness(aim.goal_no, other.goal_no)}",
            f"part={mine.part.kind},{other.part.kind}",
            f"paper={mine.part.paper.kind},{other.part.paper.kind}",
            f"same paper={mine.part.paper is other.part.paper}",
            f"same part={mine.part.span == other.part.span}",
            f"unit={_units(aim, reached)}",
            f"says={self.says(aim, reached)}",
            f"year={_years(aim, reached)}",
            f"portion={aim.main.portion},{statement.portion}",
            f"change={aim.main.change},{statement.change}",
            f"sign={statement.quantity.comparator is not None}",
            f"kind={unit_class(aim.quantity)}",
            f"answers={any(one.key == statement.answers for one in aim.said)}",
        ]
        if aim.value and statement.quantity.value > 0 < aim.value:
            found.append(f"ratio={bisect_left(RATIOS, float(statement.quantity.value / aim.value))}")
        found += self._between(said.key, aim, reached)
        found += self._rivals(aim, reached, likeness)
        return found

    def _between(self, key: int, aim: Aim, reached: Reached) -> Iterator[str]:
        first, last = sorted((key, reached.statement.key))
        kind = unit_class(aim.quantity)
        aims = [one for at, one in self._aims.get(kind, ()) if first < at < last and one is not aim]
        told = [one for at, one in self._results.get(kind, ()) if first < at < last and one is not reached]
        yield f"aims between={min(3, len(aims))}"
        yield f"results between={min(3, len(told))}"
        yield f"free between={min(2, sum(not one.aims for one in told))}"
        yield f"nearest={not aims and not told},{key < reached.statement.key}"

    def _rivals(self, aim: Aim, reached: Reached, likeness: float) -> Iterator[str]:
        kind = unit_class(aim.quantity)
        others = [
            self._weights.likeness(one.words, reached.statement.words)
            for _, one in self._aims.get(kind, ()) if one is not aim
        ][:MOST]  # fmt: skip
        told = [
            self._weights.likeness(aim.words, one.statement.words)
            for _, one in self._results.get(kind, ()) if one is not reached
        ][:MOST]  # fmt: skip
        best_aim = not others or likeness > max(others)
        best_result = not told or likeness > max(told)
        yield f"best={best_aim},{best_result}"
        yield f"only={not others},{not told}"

    @staticmethod
    def says(aim: Aim, reached: Reached) -> str:
        """What the text says of a target beside what the numbers do: ``so``, ``otherwise``, ``nothing``."""
        stated = stated_of(reached.statement)
        if stated not in ("met", "not_met"):
            return "nothing"
        computed = of_numbers(aim, reached.statement, reached.baseline)
        return "nothing" if computed not in ("met", "not_met") else "so" if computed == stated else "otherwise"


def _sameness(one: str | None, other: str | None) -> str:
    if one is None or other is None:
        return "none" if one is other else "one"
    return "same" if one == other else "other"


def _units(aim: Aim, reached: Reached) -> str:
    mine, other = aim.quantity, reached.statement.quantity
    if unit_class(mine) != "count":
        return "class" if mine.unit == other.unit else "scaled"
    if mine.unit is None or other.unit is None:
        return "none" if mine.unit is other.unit else "one"
    if mine.unit == other.unit or stem(mine.unit) == stem(other.unit):
        return "same"
    if is_head_of(other, mine) or is_head_of(mine, other):
        return "head"
    named = stem(mine.unit) in reached.statement.words.all or stem(other.unit) in aim.words.all
    return "named" if named else "other"


def _years(aim: Aim, reached: Reached) -> str:
    one, other = aim.main.year, reached.statement.year
    if one is None or other is None:
        return "none" if one is other else "one"
    return "same" if one == other else "later" if other > one else "earlier"
