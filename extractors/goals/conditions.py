"""Numbers that only tell more of another: the count that a share is of, how many were asked, as one."""

from __future__ import annotations

from extractors.goals.context import Context

_OPENING = frozenset({"og", "men", "mens", "samt", ";"})
"""Words that open a clause of its own."""


def is_condition(context: Context) -> bool:
    """``60 pct. af klasserne skal på mindst ét besøg``: a small count in words that the share is of."""
    quantity, previous = context.quantity, context.previous
    if previous is None or not previous.share or context.before[-1:] != ("target",) or not quantity.comparator:
        return False
    if not context.sentence.analysis.tokens[quantity.first].text.isalpha():
        return False
    between = (token.lower for token in context.preceding[previous.last + 1 :])
    return not quantity.share or _OPENING.isdisjoint(between)


def is_said_of_one(context: Context) -> bool:
    """``svare med ét brev``, ``Vi sendte spørgeskema til 412 gæster``: as one, and those who were asked."""
    quantity, near = context.quantity, [token.lower for token in context.left[-2:]]
    if quantity.worded and quantity.value == 1 and not quantity.comparator and near[-1:] == ["med"]:
        return True
    return len(near) > 1 and near[1] == "til" and near[0].startswith("spørgeskema")
