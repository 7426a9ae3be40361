"""Goals that a paper puts up for decision or tells to be set anew.

    Det indstilles, at udvalget godkender følgende mål:       what the points below it say is to be
    – at mindst 62 pct. af bådene sejler på el i 2032
    Det indstilles, at målet for rettidighed i 2032 fastsættes til 93 pct.
    Her bliver servicemålet for fremmøde 91 pct.

Signals were learned from agreements and reports, which seldom speak so.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from extractors.goals.reading import Sentence
from extractors.language.analysis import Quantity, Token
from extractors.language.danish import DEFINITE
from schemas.language import lexicon

_RECOMMENDS = regex.compile(
    r"\b(?:indstil|foresl|anbefal)\p{L}*\b(?:.*\b(?:godkend|vedtag|fastsæt|fastlæg|tiltræd|beslut)\p{L}*\b|[^.]*\bfølgende\b)",
    regex.IGNORECASE,
)
"""Above points that are to be decided; what is only taken note of is told."""
_BECOMES = frozenset({"bliver"})
_CALLED = frozenset({"er", "bliver"})
"""``I 2032 er målet 90``: before a goal that is known."""
_TOLD = frozenset({"past", "outcome", "reached", "fulfilled"})
_JOINTS = frozenset({"og", "samt"})
_BRINGS = frozenset({"indføres", "opstilles", "tilføjes", "fastsættes", "vedtages", "har", "indeholder", "rummer"})
"""``der indføres et mål om, at …``"""
_TO = frozenset({"til", "på"})
LONGEST_LEAD = 400
"""Characters at the end of what stands above points in which it recommends."""
NEAR, FAR = 4, 12
"""Words between the verb and the number, and between the goal and the number, at most."""


@lru_cache(maxsize=256)
def _recommends(lead: str) -> bool:
    return _RECOMMENDS.search(lead) is not None


def is_recommended(sentence: Sentence) -> bool:
    """True for a point below a line that recommends what is to be decided."""
    return sentence.marker is not None and bool(sentence.lead) and _recommends(sentence.lead[-LONGEST_LEAD:])


def is_set(sentence: Sentence, quantity: Quantity) -> bool:
    """``målet for rettidighed fastsættes til mindst 93 pct.``, ``bliver servicemålet for fremmøde 91 pct.``, ``der
    indføres et mål om, at fraværet højst er 3 pct.``, ``I 2032 er målet 900 gæster og 40 kurser``; not what others
    have only asked for."""
    analysis = sentence.analysis
    if not analysis.has("goal") or analysis.has("wish") or analysis.has("past"):
        return False
    left = analysis.tokens[max(0, quantity.first - FAR) : quantity.first]
    goals = [place for place, token in enumerate(left) if "goal" in token.signs and token.lower != "om"]
    if not goals:
        return False
    between = [q for q in analysis.quantities if left[goals[-1]].start < q.start < quantity.start]
    if between:
        return _goes_on(analysis.tokens[between[-1].last + 1 : quantity.first]) and is_set(sentence, between[-1])
    at = goals[-1]
    behind, before = left[at + 1 :], left[:at]
    if _is_given(behind):
        return True
    if any("negation" in token.signs for token in left):
        return False
    named = behind[:1] and behind[0].lower in ("for", "om")
    becomes = bool(before) and before[-1].lower in _BECOMES
    brings = any(token.lower in _BRINGS for token in before[-3:])
    called = bool(before) and before[-1].lower in _CALLED and left[at].lower.endswith(DEFINITE)
    called = called and not any(token.text == "," or token.signs & _TOLD for token in behind)
    return called or (bool(named) and (becomes or brings))


def _goes_on(between: tuple[Token, ...]) -> bool:
    """``og en rettidighed på`` behind the number of a goal: the next is aimed at as well."""
    joined = bool(between) and len(between) <= NEAR and between[0].lower in _JOINTS
    return joined and not any(token.signs & {"past", "outcome", "bound", "result"} for token in between)


def _is_given(behind: tuple[Token, ...]) -> bool:
    """``for rettidighed fastsættes til mindst``, up to the number."""
    behind = tuple(token for token in behind if token.lower not in lexicon().bounding_words)
    words = [token.lower for token in behind]
    return bool(words) and words[-1] in _TO and any("given" in token.signs for token in behind[-NEAR:])
