"""Numbers that their sentence tells a second time, in other words: the second is the one that counts."""

from __future__ import annotations

from extractors.goals.context import Context, is_bound
from extractors.language.counting import is_duration

ROUNDED = 3
"""Points by which a share in words and the same in figures may differ."""


def is_told_anew(context: Context) -> bool:
    """``ét træf i hver kommune, dvs. syv træf``, ``hver anden, det vil sige 50 pct.``: the next number says the
    same."""
    following, tokens = context.following, context.sentence.analysis.tokens
    if following is None or following.first < 2:
        return False
    if _is_in_figures(context):
        return True
    if context.quantity.share and is_duration(following.counted):
        return False  # `70 pct. af brevene skal besvares i tide, det vil sige inden ti dage`
    before = [token.lower.rstrip(".") for token in tokens[max(0, following.first - 3) : following.first]]
    return bool({"dvs", "sige"} & set(before[-2:])) or before[-1:] == ["altså"]


def _is_in_figures(context: Context) -> bool:
    """``Hver tredje burde komme videre, og vi havde skrevet 35 pct. ind som mål``: a share in words that is owed,
    and said again as the paper that sets it prints it."""
    quantity, analysis = context.quantity, context.sentence.analysis
    if not (quantity.worded and quantity.share) or not is_bound((*context.left, *context.right[:6])):
        return False
    for other in analysis.quantities[context.index + 1 :]:
        between = analysis.tokens[quantity.last + 1 : other.first]
        if other.share and not other.worded and abs(other.value - quantity.value) <= ROUNDED:
            return any(token.signs & {"goal", "owing", "pledge", "setter"} for token in between)
    return False
