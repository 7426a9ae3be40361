"""What the finders of mentions return, and the dictionary look-up that several of them share."""

from __future__ import annotations

import csv
import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple


class Found(NamedTuple):
    """A mention at ``text[start:end]`` of the searched text; ``norm`` is its normalised form or None,
    ``detail`` what stands with it (title and organisation of a person)."""

    start: int
    end: int
    norm: str | None
    confidence: float = 0.9
    detail: str | None = None


def longest(candidates: Iterable[Found]) -> list[Found]:
    """The candidates that do not overlap, in order; of two that do, the longer, else the surer, else the first."""
    hits = list(candidates)
    if len(hits) < 2:
        return hits
    chosen: list[Found] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, -hit.confidence, hit.start)):
        at = bisect_left(chosen, hit.start, key=lambda other: other.start)
        if (at == 0 or chosen[at - 1].end <= hit.start) and (at == len(chosen) or hit.end <= chosen[at].start):
            chosen.insert(at, hit)
    return chosen


def overlapping(hits: Sequence[Found], other: Found) -> Iterator[Found]:
    """Those of the hits (in order, none over another) that share characters with the other one."""
    at = max(bisect_left(hits, other.start, key=lambda hit: hit.start) - 1, 0)
    while at < len(hits) and hits[at].start < other.end:
        if hits[at].end > other.start:
            yield hits[at]
        at += 1


@cache
def language(section: str) -> dict[str, list[str]]:
    """The word lists of one section of ``schemas/data/name_language.toml``."""
    lists: dict[str, dict[str, list[str]]] = tomllib.loads(
        (files("schemas") / "data" / "name_language.toml").read_text(encoding="utf-8")
    )
    return lists[section]


def data_rows(filename: str) -> list[dict[str, str]]:
    """The rows of a CSV file of ``schemas/data``."""
    text = (files("schemas") / "data" / filename).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def data_lines(filename: str) -> list[str]:
    """The lines of a text file of ``schemas/data`` that are not blank."""
    text = (files("schemas") / "data" / filename).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def word_start(letters: str, before: str = r"\w") -> str:
    """The pattern of one of these characters (a set as in brackets) with none of those ``before`` it.

    What stands before is looked at behind the character itself: so a search passes over all others at once, where a
    pattern that begins with looking back is tried at every place.
    """
    return rf"[{letters}](?<![{before}].)"


def any_word(words: Iterable[str], before: str = r"\w") -> str:
    """The pattern of one of these words (patterns that begin with a letter), in their order, with none of the
    characters ``before`` it. Written as :func:`word_start` is."""
    return "(?:" + "|".join(rf"{word_start(word[0], before)}{word[1:]}" for word in words) + ")"


_WORD = re.compile(r"\w+")
CAPITAL = re.compile(rf"{word_start('A-ZÆØÅÖÄ0-9')}\w*")
_FOOTNOTE = re.compile(r"\d{1,2}(?!\w)")
_GENITIVE = re.compile(r"['’´]?s(?!\w)|['’´](?!\w)")


@lru_cache(maxsize=4)
def capital_words(text: str) -> frozenset[str]:
    """The words of the text that begin with a capital or a digit. Kept, as the finders ask one after another."""
    return frozenset(CAPITAL.findall(text))


def with_genitives(words: Iterable[str]) -> frozenset[str]:
    """The words, each also with an s behind it."""
    return frozenset(form for word in words for form in (word, f"{word}s"))


class Gazetteer:
    """Names to look for in text: whole words, as spelled, the longest first, a genitive ending left out.

    Built from pairs of spelling and what it stands for. With ``fold`` case does not matter.
    """

    def __init__(self, entries: Iterable[tuple[str, str]], *, fold: bool = False) -> None:
        self._fold = fold
        self._by_word: dict[str, list[tuple[str, str]]] = {}
        for spelling, meaning in entries:
            key = self._key(spelling)
            first = _WORD.search(key)
            if first is not None:
                self._by_word.setdefault(first.group(), []).append((key, meaning))
        for names in self._by_word.values():
            names.sort(key=lambda entry: -len(entry[0]))
        self._lower = any(CAPITAL.match(word) is None for word in self._by_word)
        self._first_words = with_genitives(self._by_word)

    def _key(self, text: str) -> str:
        return text.lower() if self._fold else text

    def meaning(self, spelling: str) -> str | None:
        """What a whole spelling stands for; None where it is not listed."""
        key = self._key(spelling)
        first = _WORD.search(key)
        names = self._by_word.get(first.group(), []) if first else []
        return next((meaning for name, meaning in names if name == key), None)

    def may_be_in(self, text: str) -> bool:
        """False for a text without a word that a name begins with. Quick to ask."""
        words = _WORD.findall(self._key(text)) if self._lower else capital_words(text)
        return not self._first_words.isdisjoint(words)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and meaning of each name in order, none inside another."""
        if not self.may_be_in(text):
            return
        haystack = self._key(text)
        taken = 0
        for word in (_WORD if self._lower else CAPITAL).finditer(haystack):
            first = word.group()
            if first not in self._first_words or (start := word.start()) < taken:
                continue
            names = self._by_word.get(first)
            if names is None and first.endswith("s"):
                names = self._by_word.get(first[:-1])
            for name, meaning in names or ():
                if not haystack.startswith(name, start):
                    continue
                end = start + len(name)
                if self._ends(haystack, end):
                    yield start, end, meaning
                    taken = end
                    break

    @staticmethod
    def _ends(text: str, end: int) -> bool:
        following = text[end : end + 1]
        if following.isdecimal() and text[end - 1].islower():
            return _FOOTNOTE.match(text, end) is not None
        if not following.isalnum() and following != "_":
            return not (following in "-‐" and following and text[end + 1 : end + 2].isalpha())
        return _GENITIVE.match(text, end) is not None
