"""A number behind *mod* or *end* that the one before it is compared with."""

from __future__ import annotations

import regex

from extractors.goals.context import Context
from extractors.language.analysis import Quantity
from extractors.language.counting import is_duration

_WAS = regex.compile(
    r"(?:,?\s(?:der|som)\s(?:er|var|blev|har\sværet|er\sblevet)\s(?:målt|opgjort|registreret|opnået|nået|konstateret)\b|"
    r"\s(?:året\sfør|sidste\sår|ved\s(?:den\s)?(?:forrige|seneste|første)\s\p{L}+)\b)",
    regex.IGNORECASE,
)
"""Behind ``mod de 32 pct.``: that it is what was measured before, not what was agreed."""


def is_set_beside(context: Context) -> bool:
    """True where the number before is of the same kind: ``60 lukkedage mod 84 dage``; of ``79 pct. inden for 30
    dage mod 74 pct.`` it is the share, not its time."""
    left = [token.lower for token in context.left[-2:]]
    if left in (["end", "de"], ["end", "det"]):
        return _WAS.match(_behind(context)) is not None  # `lidt mere end de 43 pct., der blev opnået i 2030`
    if left[-1:] != ["mod"] and not (left == ["mod", "de"] and _WAS.match(_behind(context)) is not None):
        return False
    before = context.sentence.analysis.quantities[: context.index]
    if context.quantity.share and len(before) > 1 and is_duration(before[-1].counted):
        before = before[:-1]
    return bool(before) and _is_of_kind(context.quantity, before[-1])


def _behind(context: Context) -> str:
    return context.sentence.analysis.text[context.quantity.end :]


def _is_of_kind(one: Quantity, other: Quantity) -> bool:
    """True for numbers of one unit, or where the one counts the head of what the other does."""
    if one.unit == other.unit:
        return True
    mine, its = (one.counted or "").lower(), (other.counted or "").lower()
    return len(mine) > 3 and its.endswith(mine)
