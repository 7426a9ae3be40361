"""Numbers set side by side for several years: what is said once holds for all of them.

``400 besøg i 2031 og 450 i 2032``: the second counts visits too. ``faldet med 50 pct. i 2031 og 70 pct. i 2035``:
the second is a fall as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractors.language.analysis import Quantity, Token

BETWEEN = frozenset(
    {"i", "og", ",", "senest", "inden", "for", "år", "mindst", "højst", "på", "til", "ved", "udgangen", "af",
     "under", "stigende", "faldende", "samt", "fra", "med", "pr.", "ultimo"}
)  # fmt: skip
"""Words that may stand between two such numbers, with years and what is counted."""
TIMED = frozenset({"i", "senest", "inden", "ved", "ultimo", "fra", "pr."})
"""Words that begin a time."""
_YEAR = regex.compile(r"20\d\d")
LONGEST = 12
"""Words between two such numbers."""


def with_shared_nouns(quantities: Sequence[Quantity], tokens: Sequence[Token]) -> Iterator[Quantity]:
    """The numbers, those without a noun with that of the number before where both are told for a year."""
    before: Quantity | None = None
    for quantity in quantities:
        bare = quantity.unit is None and quantity.counted is None and not quantity.worded
        if before is not None and bare and before.counted is not None and are_coordinated(before, quantity, tokens):
            quantity = quantity._replace(unit=before.unit, counted=before.counted)
        yield quantity
        before = quantity


def are_coordinated(one: Quantity, other: Quantity, tokens: Sequence[Token]) -> bool:
    """True for a number told for a year and the next one, told for another, with nothing new between them."""
    first = one.last + 1 + len((one.counted or "").split())
    between = tokens[first : other.first]
    if len(between) > LONGEST or not any(token.lower in ("og", ",", "samt", "stigende") for token in between):
        return False
    if not any(_YEAR.fullmatch(token.text) for token in between):
        return False
    if any(token.lower not in BETWEEN and _YEAR.fullmatch(token.text) is None for token in between):
        return False
    behind = tokens[other.last + 1 : other.last + 5 + len((other.counted or "").split())]
    return any(
        token.lower in TIMED and _YEAR.fullmatch(following.text) for token, following in pairwise(behind)
    ) or _leads_with_year(between)


def _leads_with_year(between: Sequence[Token]) -> bool:
    """``skal i 2031 være 58.000, i 2032 62.000``: the year stands before its number."""
    return len(between) > 1 and _YEAR.fullmatch(between[-1].text) is not None and between[-2].lower in TIMED
