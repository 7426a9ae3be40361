"""Phrases that are signs, found among the words of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from extractors.language.words import words_of
from schemas.language import lexicon


class Found(NamedTuple):
    """``first`` and ``end``: the words of the phrase are ``words[first:end]``."""

    first: int
    end: int
    sign: str


@cache
def _phrases() -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """By their first word: the words of each phrase with its sign."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, sign in lexicon().phrases.items():
        words = tuple(word.lower() for word, _ in words_of(phrase))
        found.setdefault(words[0], []).append((words, sign))
    return found


def find_phrases(words: Sequence[str]) -> Iterator[Found]:
    """The phrases among lower case words; of those that overlap the longest, then the first."""
    phrases = _phrases()
    found = [
        Found(place, place + len(phrase), sign)
        for place, word in enumerate(words)
        if word in phrases
        for phrase, sign in phrases[word]
        if tuple(words[place : place + len(phrase)]) == phrase
    ]
    taken: set[int] = set()
    for match in sorted(found, key=lambda match: (match.first - match.end, match.first)):
        if taken.isdisjoint(range(match.first, match.end)):
            taken.update(range(match.first, match.end))
            yield match
