"""A number behind *mod* that the one before it is compared with."""

from __future__ import annotations

from extractors.goals.context import Context
from extractors.language.analysis import Quantity
from extractors.language.counting import is_duration


def is_set_beside(context: Context) -> bool:
    """True where the number before is of the same kind: ``60 lukkedage mod 84 dage``; of ``79 pct. inden for 30
    dage mod 74 pct.`` it is the share, not its time."""
    before = context.sentence.analysis.quantities[: context.index]
    if context.quantity.share and len(before) > 1 and is_duration(before[-1].counted):
        before = before[:-1]
    return bool(before) and _is_of_kind(context.quantity, before[-1])


def _is_of_kind(one: Quantity, other: Quantity) -> bool:
    """True for numbers of one unit, or where the one counts the head of what the other does."""
    if one.unit == other.unit:
        return True
    mine, its = (one.counted or "").lower(), (other.counted or "").lower()
    return len(mine) > 3 and its.endswith(mine)
