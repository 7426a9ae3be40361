"""Numbers that are foretold in the present: ``Den var 22 pct., og med nye ruter stiger den til 31 i 2034``."""

from __future__ import annotations

from extractors.goals.context import Context, is_bound

_MOVES = frozenset({"stiger", "falder", "vokser", "lander", "ender"})
FURTHEST = 6
"""Words from the verb to the number."""


def is_foretold(context: Context) -> bool:
    """True for what a level told before it rises or falls to, told in the present for a year that is not over when
    the paper is written, where nothing is owed."""
    quantity, paper, analysis = context.quantity, context.sentence.part.paper, context.sentence.analysis
    now = paper.now or paper.year
    left = context.left
    if context.before[-1:] not in (("result",), ("open",)):
        return False
    if now is None or not left or left[-1].lower != "til" or paper.kind == "contract":
        return False
    if is_bound(left) or any(token.signs & {"goal", "aiming", "planned", "past"} for token in left):
        return False
    if not any(token.lower in _MOVES for token in left[-FURTHEST:]):
        return False
    end = context.following.start if context.following is not None else len(analysis.text)
    behind = [time.year for time in analysis.times if quantity.end <= time.start < end and time.year is not None]
    return bool(behind) and behind[0] >= now
