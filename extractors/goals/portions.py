"""Numbers that are a smaller part of the one before: ``heraf 14 i byen``, ``fordelt på 22 ture og 41 besøg``.

Such a number answers no target for the whole, and in a target it is a target of its own."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.goals.context import Context, Role, context_of
from extractors.language.analysis import Analysis, Quantity, Token
from extractors.language.counting import is_duration

PARTS = frozenset({"heraf", "hvoraf", "deraf", "herunder", "deriblandt", "heriblandt"})
SPREADS = frozenset({"fordelt", "fordelte", "opdelt", "delt"})
ACROSS = frozenset({"på", "mellem", "i", "ud", "over"})
THEM = frozenset({"dem", "disse"})
JOINTS = frozenset({"og", "samt", "plus"})
VERBAL = frozenset({"outcome", "past", "bound", "aim"})
"""Signs of words that begin something new between two numbers."""
MOST_LISTED = 8
"""Parts that are told of one number."""
LONGEST = 8
"""Words between two numbers of a list."""


def is_portion(context: Context) -> bool:
    """True for a part of the number before, or of what the sentence before counts."""
    if context.sentence.analysis.printed.isdisjoint(_TELLING):
        return False
    if _is_of_them(context):
        return True
    for _ in range(MOST_LISTED):
        if (opened := _opens_parts(context)) is not None:
            return opened
        place = _place_before(context)
        if place is None or not is_joined(context):
            return False
        if any(token.lower == "samt" for token in _between(context)):
            return False
        context = context_of(context.sentence, place)
        if _is_of_them(context):
            return False
    return False


def _opens_parts(context: Context) -> bool | None:
    """True where *heraf* or the like stands before the number and goes with it; None where none stands there."""
    quantity, previous, between = context.quantity, _whole(context), _between(context)
    place = len(between) - 1  # the last one, most often none
    while place >= 0 and (between[place].lower not in _OPENING or not _parts(between, place)):
        place -= 1
    if place < 0:
        return None
    # `412 gæster, hvoraf 61 pct. var nye` tells the share, no part of a share
    whole = previous.share if previous is not None else False
    return quantity.share <= whole and not any(token.text in ",;" for token in between[place:])


def is_joined(context: Context) -> bool:
    """``12 møder og 3 messer``: a number of one kind with the one before and joined to it, no verb between them."""
    previous, between = _whole(context), _between(context)
    if previous is None or len(between) > LONGEST or not _same_kind(previous, context.quantity):
        return False
    joined = any(token.lower in JOINTS or token.text == "," for token in between)
    return joined and not any(token.signs & VERBAL or token.text in ".;:(" for token in between)


def is_done(context: Context) -> bool:
    """``8 møder, hvoraf 5 er holdt``: told as done right behind the number."""
    return any("outcome" in token.signs for token in context.right[1:4])


def is_part_of_aim(context: Context) -> bool:
    """``Huset vejleder 900 kunder, heraf 300 i lange forløb``: asked for as the number before is."""
    if _role_before(context) != "target" or not is_portion(context) or is_done(context):
        return False
    told = (*_between(context), *context.right[:4])
    return not any(token.signs & {"past", "outcome", "reached"} for token in told)


def is_listed_aim(context: Context) -> bool:
    """``Der gennemføres 85 korte forløb, 42 besøg og 31 kurser``: another count right behind the joint of a list,
    the first of which is asked for."""
    quantity, previous, left = context.quantity, context.previous, context.left
    if _role_before(context) != "target" or previous is None or not left or quantity.worded or previous.worded:
        return False
    if left[-1].lower not in JOINTS and left[-1].text != ",":
        return False
    counted, before = quantity.counted, previous.counted
    if counted is None or before is None or counted == before or is_duration(counted) or is_duration(before):
        return False
    told = any(token.signs & {"outcome", "past", "bound"} for token in context.right[:3])  # `31 har meldt sig`
    return quantity.comparator is None and quantity.high is None and not told and is_joined(context)


def is_part_of_result(context: Context) -> bool:
    """``Der er holdt 48 møder, heraf 14 i byen``, ``668 af dem har fået en plan``: told as the number before is."""
    if _is_of_them(context):
        return any(token.signs & {"outcome", "past"} for token in context.right[2:5])
    return _role_before(context) == "result" and is_portion(context)


def _place_before(context: Context) -> int | None:
    """The index of the number before, without shares that stand alone in a bracket: ``347 forløb (46 %), heraf
    214``."""
    place = context.index - 1
    while place >= 0 and _is_bracketed(context.sentence.analysis, place):
        place -= 1
    return place if place >= 0 else None


def _is_bracketed(analysis: Analysis, place: int) -> bool:
    """True for a share alone in a bracket behind another number."""
    quantity, tokens = analysis.quantities[place], analysis.tokens
    if not quantity.share or not place or tokens[quantity.first - 1].text != "(":
        return False
    return quantity.last + 1 < len(tokens) and tokens[quantity.last + 1].text == ")"


def _whole(context: Context) -> Quantity | None:
    place = _place_before(context)
    return None if place is None else context.sentence.analysis.quantities[place]


def _role_before(context: Context) -> Role | None:
    place = _place_before(context)
    return None if place is None or place >= len(context.before) else context.before[place]


def _between(context: Context) -> Sequence[Token]:
    """The words behind the number before, without those of bracketed shares."""
    place, analysis = _place_before(context), context.sentence.analysis
    if place is None:
        return context.preceding
    first = analysis.quantities[place].last + 1
    for number in range(place + 1, context.index):
        if analysis.quantities[number].first - 1 <= first + LONGEST:
            first = analysis.quantities[number].last + 2
    return context.preceding[first:]


def _parts(tokens: Sequence[Token], place: int) -> bool:
    word = tokens[place].lower
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if word in PARTS or (word == "af" and following in THEM):
        return True
    return word in SPREADS and following in ACROSS


_OPENING = PARTS | SPREADS | {"af"}
"""Words of which each opens parts, alone or with the next one."""
_TELLING = PARTS | SPREADS | THEM
"""Words without which a sentence tells no parts."""


def _is_of_them(context: Context) -> bool:
    right = context.right
    if len(right) < 2 or context.quantity.share:
        return False
    return right[0].lower == "af" and right[1].lower in THEM


def _same_kind(one: Quantity, other: Quantity) -> bool:
    return one.share == other.share and one.money == other.money
