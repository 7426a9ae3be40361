"""Heads of columns that are names of what values are told for: places, houses, segments."""

from __future__ import annotations

import regex

from extractors.tables.labels import is_bare_total
from schemas.language import lexicon
from schemas.places import is_place

_NAMED = regex.compile(
    r"(?:Erhvervshus|Kommune|Region|Regionshospitalet|Hospitalet|Sygehus|Socialtilsyn|KKR|FGU|Jobcenter)\s\p{Lu}|"
    r"(?:Hele\s(?:landet|regionen|kommunen|klyngen)|Regionen)$"
)
"""Names of houses and bodies, and of all of them."""


def is_name(head: str) -> bool:
    """True for a place, a house, a segment or the total of them: ``Fyn``, ``Erhvervshus Havland``, ``Drift``."""
    plain = head.strip(" .*:")
    if is_place(plain) or is_bare_total(plain) or _NAMED.match(plain) is not None:
        return True
    words = [word.lower() for word in plain.split()]
    return len(words) == 1 and any(sign.startswith(("segment:", "bare:")) for sign in lexicon().signs(words[0]))
