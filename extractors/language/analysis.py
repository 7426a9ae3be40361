"""A tagged text: its words with their signs, its numbers with their units, its times. Plain values, no spaCy."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from extractors.language.periods import Time
from schemas.language import Signs
from schemas.records import Comparator


class Token(NamedTuple):
    """A word, number or punctuation mark; ``start`` and ``end`` are positions in the analysed text.

    ``lemma`` is the lower case dictionary form and ``part`` the part of speech (``NOUN``, ``ADJ`` …) where a
    statistical model is installed; without one the lower case word itself and an empty string.
    """

    text: str
    lower: str
    start: int
    end: int
    signs: Signs
    lemma: str
    part: str = ""


class Quantity(NamedTuple):
    """A number of the sentence.

    ``unit`` is a normal form of :mod:`schemas.units`, the noun that is counted, or None; ``counted`` the counted
    noun with its adjectives as printed. ``first`` and ``last`` are its tokens, unit included, noun excluded.
    ``comparator`` is the sign that stands beside it. ``worded`` marks a number written as a word.
    """

    value: Decimal
    high: Decimal | None
    unit: str | None
    counted: str | None
    start: int
    end: int
    first: int
    last: int
    comparator: Comparator | None = None
    worded: bool = False

    @property
    def share(self) -> bool:
        """True for percent and percentage points."""
        return self.unit in ("%", "procentpoint", "promille")

    @property
    def money(self) -> bool:
        """True for amounts."""
        return self.unit is not None and ("kr." in self.unit or "euro" in self.unit)


@dataclass(slots=True, eq=False)
class Analysis:
    """A tagged text: its words with their signs, its numbers and times, in order of place. Each is one of its own,
    whatever it holds, and never changed."""

    text: str
    tokens: tuple[Token, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()

    _held: frozenset[str] | None = field(default=None, init=False, repr=False)
    _printed: frozenset[str] | None = field(default=None, init=False, repr=False)

    def signs(self, first: int = 0, last: int | None = None) -> set[str]:
        """All signs of the tokens ``first`` to ``last``, both included."""
        part = self.tokens[first : None if last is None else last + 1]
        return {sign for token in part for sign in token.signs}

    @property
    def held(self) -> frozenset[str]:
        """All signs of its words."""
        if self._held is None:
            self._held = frozenset().union(*[token.signs for token in self.tokens])
        return self._held

    @property
    def printed(self) -> frozenset[str]:
        """Its words in lower case."""
        if self._printed is None:
            self._printed = frozenset([token.lower for token in self.tokens])
        return self._printed

    def has(self, sign: str) -> bool:
        """True where any word carries this sign."""
        return sign in self.held

    def prints(self, *words: str) -> bool:
        """True where all of these lower case words stand in the text."""
        return self.printed.issuperset(words)

    def index_at(self, position: int) -> int:
        """Index of the token at or after this position of the text."""
        for index, token in enumerate(self.tokens):
            if token.end > position:
                return index
        return len(self.tokens)
