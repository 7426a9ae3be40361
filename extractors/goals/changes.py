"""Is a number one of a rise or fall, or a level?"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.goals.clauses import clause_of
from extractors.goals.weighing import is_compared
from extractors.language.analysis import Analysis, Quantity, Token
from extractors.language.coordinated import are_coordinated
from extractors.language.danish import DEFINITE

_CHANGES = frozenset(
    {"flere", "færre", "lavere", "højere", "kortere", "reduktion", "reduktioner", "stigning", "fald"}
)
"""Words behind a number by which it is one of a rise or fall."""


def changes(analysis: Analysis, quantity: Quantity) -> bool:
    """True for a rise or fall: ``steget med 5``, ``øge … med 10 %``, ``5 % lavere``, ``yderligere 5``, and for the
    next year's beside it."""
    place = analysis.quantities.index(quantity)
    before = analysis.quantities[place - 1] if place else None
    if before is not None and before.unit == quantity.unit and are_coordinated(before, quantity, analysis.tokens):
        return changes(analysis, before)
    first, _ = clause_of(analysis, quantity)
    left = analysis.tokens[first : quantity.first]
    near_right = analysis.tokens[quantity.last + 1 : quantity.last + 3]
    if any(token.lower in _CHANGES for token in near_right[:1]):
        return True
    if (left and left[-1].lower == "yderligere") or is_compared(analysis.tokens[quantity.last + 1 :]):
        return True
    steps = [token.lower for token in left[-2:]]
    moved = [at for at, token in enumerate(left) if token.signs & {"change_up", "change_down"}]
    if quantity.share and left and "moved" in left[-1].signs:
        return True  # `Prisen er faldet 18 pct. siden 2030`
    return bool(moved) and ("med" in steps or _is_move(left[: moved[-1]], left[moved[-1] :]))


def _is_move(before: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """``reduktionen i 2031 var 43 pct.``, ``den faktiske stigning blev 5``, ``en reduktion af udslippet på 5``: the
    noun of a move, and what it comes to."""
    noun, last = tokens[0].lower, tokens[-1].lower
    if any(token.text in ",;" for token in tokens):
        return False
    if last == "på":
        return noun in _CHANGES and any(token.lower in ("en", "et") for token in before[-2:])
    known = noun.endswith(DEFINITE) or any(token.lower in ("den", "det") for token in before[-2:])
    return known and last in _COMES_TO


_COMES_TO = frozenset({"er", "var", "blev", "udgør", "udgjorde"})
