"""A number in its clause, and what is plain to see of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from extractors.goals.reading import Sentence
from extractors.language.analysis import Analysis, Quantity, Token
from extractors.language.counting import is_duration

Role = Literal[
    "target", "earlier_target", "result", "earlier_result", "baseline", "fulfilment", "equation", "other"
]


REACH = 14
"""Words before a number in which a score may be named."""


@dataclass(frozen=True, slots=True)
class Context:
    """A number in its clause: the words before and behind it, the roles of the numbers before it, the ``answer``
    of the
    next sentence, and whether the sentence before states a target."""

    sentence: Sentence
    index: int
    quantity: Quantity
    left: tuple[Token, ...]
    right: tuple[Token, ...]
    before: tuple[Role, ...]
    answer: Analysis | None = None
    after_target: bool = False

    @property
    def previous(self) -> Quantity | None:
        """The number before."""
        return self.sentence.analysis.quantities[self.index - 1] if self.index else None

    @property
    def following(self) -> Quantity | None:
        """The number behind."""
        later = self.sentence.analysis.quantities[self.index + 1 : self.index + 2]
        return later[0] if later else None

    @property
    def preceding(self) -> tuple[Token, ...]:
        """All words of the sentence before the number."""
        return self.sentence.analysis.tokens[: self.quantity.first]


def is_definite(left: tuple[Token, ...]) -> bool:
    """True where the number stands behind ``de``, ``alle``…: things already known, not things aimed at."""
    if not left:
        return False
    owned = left[-1].lower.endswith(("ens", "ets", "nes")) and not left[-1].signs & {"aim", "bound"}
    return "definite" in left[-1].signs or owned


def is_plain(quantity: Quantity, sentence: Sentence) -> bool:
    """True for a number that counts and measures nothing that can be named."""
    if quantity.share or quantity.money or quantity.comparator or quantity.counted:
        return False
    return not _scored(quantity, sentence)


def _scored(quantity: Quantity, sentence: Sentence) -> bool:
    """True for a score: named as one, or a decimal fraction of nothing."""
    tokens = sentence.analysis.tokens[max(0, quantity.first - REACH) : quantity.first]
    if any("score" in token.signs for token in tokens):
        return True
    return quantity.unit is None and quantity.value != quantity.value.to_integral_value() and bool(tokens)


def is_aside(context: Context) -> bool:
    """A number that only explains another: the share that a sum comes to, the time after which is measured, the
    value that a move starts from."""
    quantity, left = context.quantity, context.left
    others = [q for q in context.sentence.analysis.quantities if q is not quantity]
    words = [token.lower for token in left[-2:]]
    if words == ["svarende", "til"] and any(q.money for q in others):
        return True
    if is_duration(quantity.counted) and any(q.share or (q.counted and not is_duration(q.counted)) for q in others):
        return True
    following = context.following
    if following is None or words[-1:] != ["fra"] or following.unit not in (quantity.unit, None):
        return False
    before = context.sentence.analysis.tokens[following.first - 1].lower
    return before == "til" and any(token.signs & {"change_up", "change_down"} for token in left)


def is_bound(tokens: Iterable[Token]) -> bool:
    """True where a word of them is a modal that binds: *skal*, *må*, *bør*."""
    return any("bound" in token.signs for token in tokens)


def is_remark(context: Context) -> bool:
    """``det skal ses i lyset af, at 45 pct. …``: the *skal* of a remark sets no aim."""
    return any("remark" in token.signs for token in context.left)


def is_ahead(context: Context) -> bool:
    """True where the sentence names a year that was still to come."""
    now = context.sentence.part.paper.now
    times = context.sentence.analysis.times
    return now is not None and any(time.year is not None and time.year > now for time in times)
