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
VOWEL = re.compile(r"[aeiouyæøåäöüéèáóúíâêîôûë]", re.IGNORECASE)
SPACES = frozenset(" \t\r\n\f\v\u00a0\u2028\u2029")
HARMLESS = frozenset("\ufffe\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\uf0b7\uf0a7\uf0d8\uf0fc\uf02d")
"""The mark of a hyphen, characters without width and the bullets of symbol fonts."""
ODD_CATEGORIES = frozenset({"Cc", "Cn", "Co", "Cs"})


def odd_characters(text: str) -> int:
    """How many characters have no meaning in Unicode: replacement, private use, control, unassigned."""
    if text.isascii() and text.isprintable():
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
    words = WORD.findall(text)
    if len(words) < ENOUGH_WORDS:
        return False
    return sum(1 for word in words if not VOWEL.search(word)) > MUTE_SHARE * len(words)
