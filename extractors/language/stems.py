"""Words without their endings, so that forms of one word are held for the same."""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = (
    "ernes", "erens", "erne", "enes", "eren", "ende", "ers", "ens", "ets", "ene", "ere", "ede", "tes", "er",
    "en", "et", "es", "e", "s", "t",
)  # fmt: skip


_OF_VERBS = (
    "elsernes", "elserne", "elsens", "elsen", "elser", "elses", "else", "ningernes", "ningerne", "ningens",
    "ningen", "ninger", "nings", "ning",
)  # fmt: skip
"""Endings of nouns made of verbs, with their own: ``henvisningen`` is what ``henvist`` says."""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A rough stem of a lower case word: endings of number, case and definiteness off, and those that make a noun
    of a verb, at least four letters kept (``virksomhedernes`` and ``virksomheder`` give the same, ``afvigelsen``
    and ``afvige``)."""
    for ending in _OF_VERBS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                word = word[: -len(ending)]
                break
        else:
            break
    return word
