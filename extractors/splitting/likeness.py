"""How alike two titles are: words compared by their stems, weighted by length, words that say nothing left out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.splitting.words import STOP_WORDS

_WORD = re.compile(r"[0-9a-zæøåéäöü]+")
_CAMEL = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """The telling words of a title in lower case; file names are taken apart. All words where none tells."""
    text = unicodedata.normalize("NFC", text)
    if "_" in text:
        text = _CAMEL.sub(" ", text.replace("_", " "))
    words = tuple(_WORD.findall(text.lower()))
    telling = tuple(word for word in words if word not in STOP_WORDS)
    return telling or words


def same_word(a: str, b: str) -> bool:
    """True for equal words and for two forms of one word (``ministeren``, ``ministeriet``)."""
    if a == b:
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) < 6 or short.isdigit():
        return False
    shared = 0
    for x, y in zip(short, long, strict=False):
        if x != y:
            break
        shared += 1
    return shared >= 6 and shared >= 0.65 * len(short) and (shared >= 0.6 * len(long) or shared == len(short))


def containment(title: str, text: str) -> float:
    """The share of a title's telling words, weighted by their length, that a text holds: 0 to 1."""
    wanted, found = tokens(title), set(tokens(text))
    if not wanted:
        return 0.0
    total = sum(map(len, wanted))
    hit = sum(len(word) for word in wanted if word in found or any(same_word(word, other) for other in found))
    return hit / total if total else 0.0


def likeness(a: str, b: str) -> float:
    """How alike two titles are, 0 to 1: the mean of what each holds of the other."""
    if a == b:
        return 1.0
    return (containment(a, b) + containment(b, a)) / 2
