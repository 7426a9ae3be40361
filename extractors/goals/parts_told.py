"""Numbers of parts that are told beside the whole: of the one that stands out, and of all that it is made up of.

    Dækningen er lavest i billedkunst (61 pct.) og håndværk (58 pct.)
    Sommerhuse står for 62 pct. af nætterne, hoteller for 27 pct. og resten for 11 pct.

Neither says what came of a target for the whole.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from extractors.goals.context import Context
from extractors.language.analysis import Analysis, Quantity, Token
from schemas.language import lexicon

PLACES = frozenset({"i", "hos", "på", "for", "blandt", "ved"})
"""Words by which a superlative names the part that it is true of: ``lavest i Nord``."""
WIDE = frozenset(
    {"danmark", "danmarks", "norden", "skandinavien", "europa", "eu", "landet", "verden", "regionen", "hele"}
)
"""Names of what is compared with, of which the whole is the part that stands out."""
WHEN = frozenset({"år", "året", "perioden", "kvartal", "måneden", "aftaleperioden", *lexicon().interim["months"]})
"""Words of times: what was highest then is of the whole."""
TURNS = frozenset({"men", "gennemsnit", "gennemsnittet", "snit"})
"""Words by which a sentence turns from a part to the whole."""
FURTHEST = 7
"""Words from a number to those that call it the highest."""
FEWEST_LISTED, ALL = 3, 100
"""Shares of a list that parts a whole, at least, and what they come to, at most."""
_MOST = frozenset({"mest", "mindst"})
_OF_WHOLE = frozenset({"whole", "goal", "result", "aiming"})
_OWED = frozenset({"goal", "aiming", "bound", "owing"})
_MAKING_UP = frozenset({"står", "stod", "tegner", "tegnede"})
_PARTS, _COMES_TO = frozenset({"heraf", "deraf"}), frozenset({"udgør", "udgjorde"})
"""``Heraf udgjorde sol 31 pct. og vind 22 pct.``"""


def tells_parts(analysis: Analysis) -> bool:
    """False for a sentence without a word by which it tells of parts; most have none."""
    printed = analysis.printed
    if bool(extremes(analysis)) or not (printed.isdisjoint(_MAKING_UP) and printed.isdisjoint(_COMES_TO)):
        return True
    if "mest" in printed or "mindst" in printed:
        return any(token.text == "(" for token in analysis.tokens)
    return not (printed.isdisjoint(_PARTS) or printed.isdisjoint(_COMES_TO))


def stands_out(context: Context) -> bool:
    """``højest i Nord, hvor 61 pct. …, og lavest i Syd med 40 pct.``, ``lavest i billedkunst (61 pct.)``, ``mest
    tilfredse med maden (4,6)``, ``Største bevilling: 9 mio. kr.``: told of the part that stands out."""
    analysis, tokens = context.sentence.analysis, context.preceding
    if _is_called_so(context) or _are_ends(analysis, context.quantity):
        return True
    bracketed = bool(tokens) and tokens[-1].text == "("
    places = extremes(analysis)
    if bracketed:
        places = [*places, *_most(analysis)]
    at = max((place for place in places if place < len(tokens)), default=None)
    if at is None or any(token.signs & _OF_WHOLE for token in tokens[at:]):
        return False
    if tokens[at].lower.endswith("e"):
        return at == 0 and tokens[-1].text == ":"
    if any(token.lower in TURNS for token in tokens[at:]):
        return False
    behind = tokens[at + 1 : at + 3]
    if bracketed and (tokens[at].lower in _MOST or behind[0].text == "("):
        return True
    if len(behind) < 2 or behind[0].lower not in PLACES or behind[1].lower in WIDE:
        return False
    return behind[1].text[0].isupper() or (bracketed and behind[1].text[0].isalpha() and not _is_time(tokens[at:]))


def _is_called_so(context: Context) -> bool:
    """``48 pct. for hele egnen, med 57 pct. i Havby som det højeste``: called so behind the number."""
    behind = [token.lower for token in context.right[:FURTHEST]]
    return any(
        one == "som" and other in ("den", "det", "de") and "extreme" in lexicon().signs(third)
        for one, other, third in zip(behind, behind[1:], behind[2:], strict=False)
    )


def _are_ends(analysis: Analysis, quantity: Quantity) -> bool:
    """``Den laveste andel er 13,9 pct. (Havby) og den højeste 19,6 pct. (Vig)``: the ends between which the parts
    lie, with their names behind."""
    places, tokens = extremes(analysis), analysis.tokens
    if len({tokens[place].lower for place in places}) < 2 or not analysis.held.isdisjoint(_OWED):
        return False
    named = [token.text for token in tokens[quantity.last + 1 : quantity.last + 3]]
    if named[:1] != ["("] or not named[-1][0].isupper():
        return False
    return all(tokens[place].lower.endswith("e") for place in places) and places[0] < quantity.first


def _is_time(tokens: tuple[Token, ...]) -> bool:
    return any(token.lower in WHEN for token in tokens[:4])


def _most(analysis: Analysis) -> list[int]:
    """The places of ``mest`` and ``mindst`` before a word that they raise: ``mindst tilfredse``."""
    return [
        place for place, (one, other) in enumerate(pairwise(analysis.tokens))
        if one.lower in _MOST and other.text[0].isalpha() and other.text[0].islower()
        and other.lower not in lexicon().numerals
    ]  # fmt: skip


def makes_up(context: Context) -> bool:
    """``Sommerhuse står for 62 pct. af nætterne og hoteller for 27 pct.``: the shares of at least two parts, in a
    sentence in which nothing is owed."""
    analysis, quantity = context.sentence.analysis, context.quantity
    if not quantity.share or not analysis.held.isdisjoint(_OWED):
        return False
    tokens = analysis.tokens
    if len(tokens) > 1 and tokens[0].lower in _PARTS and tokens[1].lower in _COMES_TO:
        return sum(other.share for other in analysis.quantities) > 1
    shares = [other.value for other in analysis.quantities if other.share]
    if not analysis.printed.isdisjoint(_COMES_TO) and len(shares) >= FEWEST_LISTED and sum(shares) <= ALL:
        return True  # `Diabetes udgør 41 pct., KOL 17 pct. og kræft 22 pct.`
    if analysis.printed.isdisjoint(_MAKING_UP):
        return False
    parts = [other for other in analysis.quantities if other.share and _is_behind_for(other, tokens)]
    return len(parts) > 1 and quantity in parts


def _is_behind_for(quantity: Quantity, tokens: tuple[Token, ...]) -> bool:
    near = tokens[max(0, quantity.first - 2) : quantity.first]
    return any(token.lower == "for" for token in near)


@cache
def _superlatives() -> frozenset[str]:
    return frozenset(lexicon().words.lists["extreme"])


@lru_cache(maxsize=64)
def extremes(analysis: Analysis) -> list[int]:
    """The places of superlatives: of the word alone, as `højest` is a sign before a number as well."""
    if analysis.printed.isdisjoint(_superlatives()):
        return []
    signs = lexicon().signs
    return [place for place, token in enumerate(analysis.tokens) if "extreme" in signs(token.lower)]
