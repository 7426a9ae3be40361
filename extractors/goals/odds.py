"""How likely a number is a target or a result, by all that stands around it.

Rules know constructions; people write others. The weights of signals (:mod:`schemas.number_weights`) are learned
from papers written for it. Where rules know better (a degree of fulfilment, an earlier year, the text below a mark
of goals), they decide; else the weights do, and where they are in two minds the number keeps its role by rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp
from typing import NamedTuple

from extractors.goals.context import Role, is_definite, is_plain
from extractors.goals.reading import Sentence
from extractors.goals.signals import (
    Value,
    number_signals,
    room_signals,
    sentence_signals,
    speaks_of_goals,
    value_of,
)
from extractors.language.analysis import Quantity, Token
from schemas.number_weights import Weight, number_weights

DECIDED = frozenset({"other", "fulfilment", "equation", "baseline", "earlier_target", "earlier_result"})
"""Roles that rules alone decide."""


class Sure(NamedTuple):
    """Likelihoods from which the role of a number changes: from none to a target or a result, from a result or
    something else to a target; and under which a target or a result is none."""

    target: float
    result: float
    against: float
    no_target: float
    no_result: float


SPOKEN = Sure(0.55, 0.3, 0.6, 0.1, 0.02)
"""In the running text of agreements and reports."""
AGENDA = Sure(0.55, 0.3, 0.75, 0.0, 0.0)
"""In the text of an agenda, of which most is about other things."""
LABEL = 6
"""Words and marks within which the colon of a label stands."""


class Odds(NamedTuple):
    """Likelihoods between 0 and 1; what is left to 1 is that of neither."""

    target: float
    result: float


def weighed(sentences: Sequence[Sentence], told: Sequence[Sequence[Role]]) -> Sequence[Sequence[Role]]:
    """The roles of rules, those that signals speak against put right. In papers with marks of goals rules know what
    stands where; a room in which nothing speaks of goals states none, however its numbers are told."""
    if any(sentence.part.kind != "prose" for sentence in sentences) or not speaks_of_goals(sentences, told):
        return told
    seen = Counter(value_of(quantity) for sentence in sentences for quantity in sentence.analysis.quantities)
    start = _summed(number_weights().start, room_signals(sentences, told))
    return [_put_right(sentences, place, told, seen, start) for place in range(len(sentences))]


def _put_right(
    sentences: Sequence[Sentence], place: int, told: Sequence[Sequence[Role]], seen: Counter[Value], start: Weight
) -> Sequence[Role]:
    """The roles of the numbers of one sentence."""
    sentence, own = sentences[place], told[place]
    asked = [
        None if role in DECIDED else _sure(sentence, quantity)
        for role, quantity in zip(own, sentence.analysis.quantities, strict=True)
    ]
    if not any(asked):
        return own
    shared = _summed(start, sentence_signals(sentences, place, told))
    return [
        role if sure is None
        else settled(role, likely(_summed(shared, number_signals(sentence, index, own, seen))), sure)
        for index, (role, sure) in enumerate(zip(own, asked, strict=True))
    ]  # fmt: skip


def _sure(sentence: Sentence, quantity: Quantity) -> Sure | None:
    """When the role of a number changes; None for one behind a label, which rules read, and for one that counts
    nothing or what is known already (``alle 98 kommuner``)."""
    left = sentence.analysis.tokens[: quantity.first]
    labelled = any(token.text == ":" for token in left[:LABEL])
    if labelled or is_plain(quantity, sentence) or is_definite(left) or _breaks_word(left):
        return None
    sure = AGENDA if sentence.part.paper.kind == "agenda" else SPOKEN
    # `faldet maksimalt 2 pct.`: of numbers with a bound rules know best which are told
    return sure if quantity.comparator is None else sure._replace(against=1.0)


def _breaks_word(left: Sequence[Token]) -> bool:
    """``ved det 1. driftsori- 464 enterede``: a cell of the next column, printed where a word goes on below."""
    if not left:
        return False
    last = left[-1].text
    return last.endswith("-") and (len(last) > 1 or (len(left) > 1 and left[-2].end == left[-1].start))


def _summed(start: Weight, signals: Iterable[str]) -> Weight:
    of = number_weights().of
    target, result = start
    for signal in signals:
        if (weight := of.get(signal)) is not None:
            target += weight[0]
            result += weight[1]
    return target, result


def likely(sums: Weight) -> Odds:
    """The likelihoods for sums of weights; a number that is neither has the sum 0."""
    most = max(0.0, *sums)
    target, result, neither = exp(sums[0] - most), exp(sums[1] - most), exp(-most)
    whole = target + result + neither
    return Odds(target / whole, result / whole)


def settled(role: Role, odds: Odds, sure: Sure) -> Role:
    """The role of a number by rule, and by its likelihoods where they are clear."""
    if role == "target":
        return "target" if odds.target >= sure.no_target else "result" if odds.result >= sure.result else "open"
    if odds.target >= (sure.target if role == "open" else sure.against):
        return "target"
    if role == "open" and odds.result >= sure.result:
        return "result"
    return "open" if role == "result" and odds.result < sure.no_result else role
