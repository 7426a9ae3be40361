"""Whether characters are text at all: fonts without Unicode mapping give glyph numbers in place of letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

ODD_SHARE = 0.1
"""From this share of unmapped characters on, a page is garbled."""
MUTE_SHARE = 0.4
"""From this share of words without a vowel on, too: letters shifted by a fixed number, as subset fonts do."""
ENOUGH_CHARACTERS = 8
ENOUGH_WORDS = 12
WORD = re.compile(r"[^\W\d_]{4,}")
MUTE_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_aeiouyæøåäöüéèáóúíâêîôûëAEIOUYÆØÅÄÖÜÉÈÁÓÚÍÂÊÎÔÛË]{4,}(?![^\W\d_])")
"""A word without a vowel."""
VOWELS = "aeiouyæøåAEIOUYÆØÅ"
VOWEL_SHARE = 0.25
"""From this share of vowels on, the words need not be looked at; Danish text has 0.3 to 0.4."""
UNUSUAL = re.compile(r"[^\t\n\r -~\u00a0-\u00ff–—‘-„•…€]")
SPACES = frozenset(" \t\r\n\f\v\u00a0\u2028\u2029")
HARMLESS = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\uf0b7\uf0a7\uf0d8\uf0fc\uf02d")
"""Soft hyphens, characters without width and the bullets of symbol fonts."""
ODD_CATEGORIES = frozenset({"Cc", "Cn", "Co", "Cs"})


def odd_characters(text: str) -> int:
    """How many characters have no meaning in Unicode: replacement, private use, control, unassigned."""
    if not UNUSUAL.search(text):
        return 0
    return sum(number for character, number in Counter(text).items() if _odd(character))


def _odd(character: str) -> bool:
    if character in SPACES or character in HARMLESS:
        return False
    return character == "\ufffd" or unicodedata.category(character) in ODD_CATEGORIES


def is_garbled(text: str) -> bool:
    """True where a page's characters cannot be read as words of any European language."""
    printed = sum(map(len, text.split()))
    if printed < ENOUGH_CHARACTERS:
        return False
    if odd_characters(text) > ODD_SHARE * printed:
        return True
    if sum(map(text.count, VOWELS)) > VOWEL_SHARE * printed:
        return False
    mute = len(MUTE_WORD.findall(text))
    return mute * 2 >= ENOUGH_WORDS and mute > MUTE_SHARE * len(WORD.findall(text))
