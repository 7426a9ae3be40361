"""Which strings a text holds that finders cannot do without: told by its printed words at one look.

A finder names the strings of which one stands in every text it finds anything in; each such group is a bit. What
white space parts is looked at once and kept, so that a text costs one look-up a word, however many finders ask.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import count
from operator import add

from schemas.word_lists import Bits

DIGIT = 1
"""A digit stands in the text."""
_letters: dict[str, dict[str, int]] = {}
_others: dict[str, int] = {}
_ends: dict[str, int] = {}
"""The bits of the groups of each string: of letters alone that may stand anywhere in a word, by their first two, of
others that may, and of those that end one."""
_HAS_DIGIT = re.compile(r"\d")


def _told(word: str) -> int:
    found = 0
    for two in map(add, word, word[1:]):
        if (strings := _letters.get(two)) is not None:  # most words hold the first two letters of none
            for string, bits in strings.items():
                if string in word:
                    found |= bits
    if not word.isalpha():
        if _HAS_DIGIT.search(word) is not None:
            found |= DIGIT
        for string, bits in _others.items():
            if string in word:
                found |= bits
    for string, bits in _ends.items():
        if word.endswith(string):
            found |= bits
    return found


_known = Bits(_told)
_bits = count(1)


def sign(*strings: str) -> int:
    """A bit for these strings in lower case. They hold no white space, but for a blank at the end: with it, a
    printed word ends there."""
    assert not any(string.rstrip(" ").count(" ") for string in strings)
    bit = DIGIT << next(_bits)
    for string in strings:
        bare = string.rstrip(" ")
        held = _ends if bare != string else _others
        if bare == string and string.isalpha():
            assert len(string) > 1, f"{string} stands in too many words to tell anything"
            held = _letters.setdefault(string[:2], {})
        held[bare] = held.get(bare, 0) | bit
    _known.clear()
    signs_of.cache_clear()
    return bit


@lru_cache(maxsize=8192)
def signs_of(text: str) -> int:
    """The bits of the groups of which a string stands in the text, in letters of either case. Kept, as finders and
    stages ask for the same passages one after another. A string with a blank behind it may as well end the text."""
    return _known.of(text.lower().split())
