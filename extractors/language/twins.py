"""A share in words with the same in figures in brackets behind it: ``Tre ud af fire gæster (75 pct.)``, ``halvdelen
(50 pct.) af gæsterne``. The two are one number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from extractors.language.analysis import Quantity, Token
from schemas.language import lexicon

REACH = 6
"""Words between a share in words and the bracket with its figure."""
ROUNDED = Decimal("0.7")
"""Percentage points by which the figure may round the share: ``to tredjedele (67 pct.)``."""


def without_twins(quantities: Sequence[Quantity], tokens: Sequence[Token]) -> Iterator[Quantity]:
    """The quantities without figures in brackets that say again what words before them say: the share has the
    value of the figure, and is no longer one in words. A figure behind the noun of a share
    (``halvdelen (50 pct.)``) takes its place."""
    skipped = False
    for quantity, following in zip_longest(quantities, quantities[1:]):
        if skipped:
            skipped = False
        elif following is not None and _is_bracketed(following, tokens) and _are_one(quantity, following):
            skipped = True
            yield quantity._replace(value=following.value, worded=False)
        elif _is_bracketed(quantity, tokens) and tokens[quantity.first - 2].lower in lexicon().fractions:
            yield quantity._replace(first=quantity.first - 2, last=quantity.last + 1)
        else:
            yield quantity


def _is_bracketed(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """True for a share alone in brackets."""
    if not quantity.share or quantity.first < 2 or tokens[quantity.first - 1].text != "(":
        return False
    return quantity.last + 1 < len(tokens) and tokens[quantity.last + 1].text == ")"


def _are_one(share: Quantity, figure: Quantity) -> bool:
    near = 0 < figure.first - share.last <= REACH
    return share.worded and share.share and near and abs(share.value - figure.value) <= ROUNDED
