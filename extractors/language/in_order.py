"""Numbers told of several things in their order: ``henholdsvis 47 og 57 pct.``"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extractors.language.analysis import Quantity, Token

IN_ORDER = frozenset({"henholdsvis", "hhv", "hhv."})
"""Words before several numbers that are told of several things in their order."""
MOST_IN_ORDER = 8
"""Numbers that such a word may stand before."""


def with_shared_units(quantities: list[Quantity], tokens: tuple[Token, ...]) -> Iterator[Quantity]:
    """``henholdsvis 47 og 57 pct.``: numbers told in order have the unit of the last of them."""
    for index, quantity in enumerate(quantities):
        unit = None
        if quantity.unit is None and quantity.counted is None and quantity.first:
            unit = _unit_behind(quantities, tokens, index)
        yield quantity if unit is None else quantity._replace(unit=unit)


def _unit_behind(quantities: list[Quantity], tokens: tuple[Token, ...], index: int) -> str | None:
    first = index
    while first > max(0, index - MOST_IN_ORDER) and _joint(tokens, quantities[first - 1], quantities[first]) == ",":
        first -= 1
    if not quantities[first].first or tokens[quantities[first].first - 1].lower not in IN_ORDER:
        return None
    for one, other in pairwise(quantities[index : index + MOST_IN_ORDER]):
        joint = _joint(tokens, one, other)
        if joint == "og":
            return other.unit if other.share else None
        if joint != ",":
            return None
    return None


def _joint(tokens: tuple[Token, ...], one: Quantity, other: Quantity) -> str:
    """The one word or mark between two numbers; empty where there are more."""
    return tokens[one.last + 1].lower if one.last + 2 == other.first else ""
