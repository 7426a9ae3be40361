"""How alike two groups of words are, rare words counting more than those that every goal uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log, sqrt

from extractors.goals.statements import Statement
from extractors.goals.wording import Words

SHARED, AROUND = 0.55, 0.6
"""Weight of words of the sentence and of the title above, against 1 for the number's own."""
SHORTEST_PART = 5
"""Letters of a word from which it can be a part of another."""
REMEMBERED = 50_000
"""Pairs of word groups whose likeness is kept."""


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
        self._known: dict[Words, tuple[dict[str, float], float]] = {}
        self._rated: dict[tuple[Words, Words], float] = {}

    def _weighted(self, words: Words) -> tuple[dict[str, float], float]:
        """The weights of a group of words and their sum."""
        if (known := self._known.get(words)) is not None:
            return known
        found: dict[str, float] = {}
        for group, factor in ((words.around, AROUND), (words.shared, SHARED), (words.own, 1.0)):
            for word in group:
                found[word] = max(found.get(word, 0.0), factor * self._weights.get(word, self._rare))
        self._known[words] = found, sum(found[word] for word in sorted(found))
        return self._known[words]

    def likeness(self, one: Words, other: Words) -> float:
        """0 (nothing in common) to 1 (all). Compounds count in part: ``vejledningsforløb`` and ``forløb``."""
        key = (one, other)
        rated = self._rated.get(key)
        if rated is None:
            rated = self._liken(one, other)
            if len(self._rated) < REMEMBERED:
                self._rated[key] = rated
        return rated

    def _liken(self, one: Words, other: Words) -> float:
        left, left_sum = self._weighted(one)
        right, right_sum = self._weighted(other)
        if not left or not right:
            return 0.0
        common = 0.0
        parts = Parts(right)
        for word in sorted(left):
            weight = left[word]
            if word in right:
                common += min(weight, right[word])
            elif parts.meet(word):
                part = max((right[o] for o in parts.words if is_part(word, o)), default=0.0)
                common += 0.6 * min(weight, part)
        return min(1.0, common / sqrt(left_sum * right_sum))


class Parts:
    """Words that may be parts of others, and other words parts of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(word for word in words if len(word) >= SHORTEST_PART)
        self._printed = "\n".join(("", *self.words, ""))

    def meet(self, word: str) -> bool:
        """True where one of the words is the head or the beginning of this one, or this of one, or they are one
        word (:func:`is_part`). Words shorter than :data:`SHORTEST_PART` are no parts."""
        if len(word) < SHORTEST_PART:
            return False
        if f"\n{word}" in self._printed or f"{word}\n" in self._printed:
            return True
        return word.startswith(self.words) or word.endswith(self.words)


def is_part(one: str, other: str) -> bool:
    """True where one word is the head or the beginning of the other."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return short != long and (long.startswith(short) or long.endswith(short))
