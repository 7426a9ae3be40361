"""How alike two groups of words are, rare words counting more than those that every goal uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log, sqrt

from extractors.goals.statements import Statement
from extractors.goals.wording import Words

SHARED, AROUND = 0.55, 0.6
"""Weight of words of the sentence and of the title above, against 1 for the number's own."""


class Weights:
    """Word weights drawn from the statements of one item."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        seen: Counter[str] = Counter()
        count = 0
        for statement in statements:
            seen.update(statement.words.all)
            count += 1
        self._weights = {word: log(1 + count / (1 + number)) for word, number in seen.items()}
        self._rare = log(1 + count / 2) if count else 1.0

    def _weighted(self, words: Words) -> dict[str, float]:
        found: dict[str, float] = {}
        for group, factor in ((words.around, AROUND), (words.shared, SHARED), (words.own, 1.0)):
            for word in group:
                found[word] = max(found.get(word, 0.0), factor * self._weights.get(word, self._rare))
        return found

    def likeness(self, one: Words, other: Words) -> float:
        """0 (nothing in common) to 1 (all). Compounds count in part: ``vejledningsforløb`` and ``forløb``."""
        left, right = self._weighted(one), self._weighted(other)
        if not left or not right:
            return 0.0
        common = 0.0
        for word, weight in left.items():
            if word in right:
                common += min(weight, right[word])
            else:
                part = max((right[o] for o in right if _part(word, o)), default=0.0)
                common += 0.6 * min(weight, part)
        return min(1.0, common / sqrt(sum(left.values()) * sum(right.values())))


def _part(one: str, other: str) -> bool:
    """True where one word is the head or the beginning of the other."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and short != long and (long.endswith(short) or long.startswith(short))
