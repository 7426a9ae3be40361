"""How alike two titles are: words compared by their stems, weighted by length, words that say nothing left out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.splitting.words import STOP_WORDS

SAME_TITLE = 0.85
"""Likeness of two titles of one paper."""

_STEM = 6
"""Letters that two forms of one word share at least."""
_WORD = re.compile(r"[0-9a-zæøåéäöü]+")
_CAMEL = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """The telling words of a title in lower case; file names are taken apart. All words where none tells."""
    text = unicodedata.normalize("NFC", text)
    if "_" in text:
        text = _CAMEL.sub(" ", text.replace("_", " "))
    words = _WORD.findall(text.lower())
    telling = [word for word in words if word not in STOP_WORDS]
    return tuple(telling or words)


def stem(word: str) -> str:
    """The beginning that all forms of one word share (:func:`same_word`)."""
    return word[:_STEM]


def same_word(a: str, b: str) -> bool:
    """True for equal words and for two forms of one word (``ministeren``, ``ministeriet``)."""
    if a == b:
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) < _STEM or short[:_STEM] != long[:_STEM] or short.isdecimal():
        return False
    shared = _STEM
    while shared < len(short) and short[shared] == long[shared]:
        shared += 1
    return shared >= 0.65 * len(short) and (shared >= 0.6 * len(long) or shared == len(short))


class Words:
    """The telling words of a text, ready to be asked for many titles."""

    def __init__(self, text: str) -> None:
        self.all = frozenset(tokens(text))
        self._by_stem: dict[str, list[str]] | None = None

    def __contains__(self, word: object) -> bool:
        if word in self.all:
            return True
        if not isinstance(word, str):
            return False
        if (known := self._by_stem) is None:
            known = self._by_stem = {}
            for other in self.all:
                if len(other) >= _STEM:
                    known.setdefault(other[:_STEM], []).append(other)
        others = known.get(word[:_STEM])
        return others is not None and any(same_word(word, other) for other in others)

    def share_of(self, title: str) -> float:
        """The share of a title's telling words, weighted by their length, that are here: 0 to 1."""
        wanted = tokens(title)
        total = held = 0
        for word in wanted:
            length = len(word)
            total += length
            if word in self.all or (length >= _STEM and word in self):
                held += length
        return held / total if total else 0.0


@lru_cache(maxsize=4096)
def words_of(text: str) -> Words:
    """The words of a text, kept for the next question."""
    return Words(text)


def containment(title: str, text: str) -> float:
    """The share of a title's telling words, weighted by their length, that a text holds: 0 to 1."""
    return words_of(text).share_of(title)


def likeness(a: str, b: str) -> float:
    """How alike two titles are, 0 to 1: the mean of what each holds of the other."""
    if a == b:
        return 1.0
    return (containment(a, b) + containment(b, a)) / 2
