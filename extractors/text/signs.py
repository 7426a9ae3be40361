"""Which strings a text holds that finders cannot do without: told by its printed words at one look.

A finder names the strings of which one stands in every text it finds anything in; each such group is a bit. What
white space parts is looked at once and kept, so that a text costs one look-up a word, however many finders ask.
"""

from __future__ import annotations

from functools import lru_cache

from schemas.word_lists import Bits

DIGIT = 1
"""A digit stands in the text."""
_groups: list[tuple[int, tuple[str, ...], tuple[str, ...]]] = []
"""The bit of each group, its strings that may stand anywhere in a printed word, and those that end one."""


def _told(word: str) -> int:
    found = DIGIT if any(map(str.isdecimal, word)) else 0
    for bit, inside, ends in _groups:
        if any(map(word.__contains__, inside)) or word.endswith(ends):
            found |= bit
    return found


_known = Bits(_told)


def sign(*strings: str) -> int:
    """A bit for these strings in lower case. They hold no white space, but for a blank at the end: with it, a
    printed word ends there."""
    assert not any(string.rstrip(" ").count(" ") for string in strings)
    bit = DIGIT << (len(_groups) + 1)
    inside = tuple(string for string in strings if not string.endswith(" "))
    ends = tuple(string.rstrip(" ") for string in strings if string.endswith(" "))
    _groups.append((bit, inside, ends))
    _known.clear()
    signs_of.cache_clear()
    return bit


@lru_cache(maxsize=8192)
def signs_of(text: str) -> int:
    """The bits of the groups of which a string stands in the text, in letters of either case. Kept, as finders and
    stages ask for the same passages one after another. A string with a blank behind it may as well end the text."""
    return _known.of(text.lower().split())
