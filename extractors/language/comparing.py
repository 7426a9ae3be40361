"""The sign that stands beside a number: how a result must stand to it."""

from __future__ import annotations

from extractors.language.analysis import Quantity, Token
from extractors.language.counting import is_duration
from schemas.language import lexicon
from schemas.records import Comparator

COMPARATORS: dict[str, Comparator] = {">=": ">=", "<=": "<=", "=": "=", ">": ">", "<": "<"}

TURNED = {">": "<=", "<": ">="}
"""What a comparator is after *ikke*: ``ikke komme mere end 10`` is at most 10."""

PASSING: dict[str, Comparator] = {"exceeding": "<=", "undercutting": ">="}
"""Signs of verbs of passing a bound: denied, they say that the number is one (``ikke må overstige 20``)."""

REACH_BEHIND = 9
"""Words behind a number in which the verb that binds it stands."""

RAISED = frozenset(
    {"sat", "sættes", "sætte", "hævet", "hæves", "løftet", "løftes", "justeret", "justeres", "skrevet"}
)
"""Participles before *op til* that move a goal."""

DENIED = 8
"""Words before such a verb in which it may be denied."""


def compared(quantity: Quantity, others: list[Quantity], tokens: tuple[Token, ...]) -> Quantity:
    """The quantity with the comparator that stands before it or, as ``eller derover``, behind it."""
    skipped = len(quantity.counted.split()) if quantity.counted else 0
    near = tokens[quantity.last + 1 : quantity.last + 6][skipped : skipped + 2]
    if len(near) > 1 and near[0].lower == "eller":
        behind = lexicon().behind.get(near[1].lower)
        if behind is not None:
            return quantity._replace(comparator=COMPARATORS[behind])
    previous = max([q.last for q in others if q.last < quantity.first], default=-1)
    for distance, index in enumerate(range(quantity.first - 1, max(previous, quantity.first - 7), -1), 1):
        token = tokens[index]
        for name, passed in PASSING.items():
            if name in token.signs and _is_denied(tokens, index):
                return quantity._replace(comparator=passed)
        if token.lower in ("for", "indenfor") and _is_inside(quantity):
            break  # `målsætninger inden for tre områder`
        if previous >= 0 and index <= previous + 2 and tokens[previous + 1].lower in ("min", "min."):
            break  # `9 min.`: minutes of the number before
        raised = index > 1 and token.lower == "til" and tokens[index - 1].lower == "op"
        if raised and tokens[index - 2].lower in RAISED:
            break  # `er sat op til 65`: no most
        for sign in token.signs:
            if sign.startswith("cmp:") or (sign.startswith("near:") and distance == 1):
                turned = any("negation" in t.signs for t in tokens[max(0, index - 5) : index])
                mark = sign.partition(":")[2]
                return quantity._replace(comparator=COMPARATORS[TURNED.get(mark, mark) if turned else mark])
        if token.text in ",;:()" or (token.text == "." and distance > 2):
            break
        if distance > 1 and token.signs & {"outcome"} and token.lower in ("er", "var", "blev"):
            break
    if (behind := _bound_behind(quantity, others, tokens)) is not None:
        return quantity._replace(comparator=behind)
    return quantity


def _bound_behind(quantity: Quantity, others: list[Quantity], tokens: tuple[Token, ...]) -> Comparator | None:
    """``Hver tiende sag må højst blive omgjort``, ``80 pct. skal som minimum svare``: a sign behind the verb that
    binds the number, with no number of its own."""
    following = min([q.first for q in others if q.first > quantity.last], default=len(tokens))
    end = min(following, quantity.last + 1 + REACH_BEHIND)
    bound = next((i for i in range(quantity.last + 1, end) if "bound" in tokens[i].signs), None)
    if bound is None or any(token.text in ",;:()" for token in tokens[quantity.last + 1 : bound]):
        return None
    for index in range(bound + 1, min(bound + 4, len(tokens))):
        if index >= following - 1:
            return None  # the sign is that of the next number
        for sign in tokens[index].signs:
            if sign in ("cmp:>=", "cmp:<="):
                return COMPARATORS[sign.removeprefix("cmp:")]
    return None


def _is_inside(quantity: Quantity) -> bool:
    """True for things inside of which something is, not a length of time or a share within which it must be."""
    return quantity.counted is not None and not is_duration(quantity.counted) and not quantity.share


def _is_denied(tokens: tuple[Token, ...], index: int) -> bool:
    """True where a negation stands before the word in its clause: ``ikke på noget tidspunkt må overstige``."""
    for token in reversed(tokens[max(0, index - DENIED) : index]):
        if token.text in ",;:()":
            return False
        if "negation" in token.signs:
            return True
    return False
