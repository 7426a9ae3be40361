"""The words of a document, counted: what proves that two halves are one word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from extractors.text.lowered import lowered_lines
from extractors.text.memo import DocumentMemo
from schemas.document import Document

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""Letters, with hyphens inside: ``Ringkøbing-Skjern`` is one word."""


_LEAST_SECOND = 4
"""Shorter endings are inflections (``nye``), not second parts of compounds."""


@dataclass(frozen=True)
class Vocabulary:
    """Counts of the words of printed ``lines`` in lower case."""

    lines: Sequence[str] = ()
    _alone: dict[str, bool] = field(init=False, default_factory=dict, repr=False, compare=False)

    @cached_property
    def all(self) -> Counter[str]:
        """Every word as it is printed, halves included. What white space parts is counted first and looked at once:
        most of it comes again."""
        printed = Counter(self._text.split())
        every = {word: times for word, times in printed.items() if word.isalpha()}
        for others, times in printed.items():
            if others not in every:
                for word in WORD.findall(others):
                    every[word] = every.get(word, 0) + times
        return Counter(every)

    def count(self, word: str) -> int:
        """How often the word is printed on one line."""
        return self.all[word.lower()]

    def hyphenated(self, first: str) -> bool:
        """True where a word with a hyphen inside begins with this part."""
        key = first.lower() + "-"
        return self._next(key).startswith(key)

    def compounded(self, first: str) -> bool:
        """True where a compound begins with this part and has no hyphen after it."""
        key = first.lower()
        for place in range(bisect_left(self._sorted, key + "."), len(self._sorted)):  # "." sorts after the hyphen
            word = self._sorted[place]
            if not word.startswith(key):
                return False
            if len(word) >= len(key) + _LEAST_SECOND and "-" not in word:
                return True
        return False

    def _next(self, key: str) -> str:
        place = bisect_left(self._sorted, key)
        return self._sorted[place] if place < len(self._sorted) else ""

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.all)

    def stands_alone(self, word: str) -> bool:
        """True where the word stands by itself inside a line: neither first nor last, it is no half of one."""
        key = word.lower()
        known = self._alone.get(key)
        if known is None:
            if len(self._alone) >= _FEW:
                return key in self._inner
            known = any(key in WORD.findall(line)[1:-1] for line in self._lines_with(key))
            self._alone[key] = known
        return known

    def _lines_with(self, word: str) -> Iterator[str]:
        """The lines that print these letters."""
        end = 0
        while (place := self._text.find(word, end)) >= 0:
            end = self._text.find("\n", place + len(word))
            end = end if end >= 0 else len(self._text)
            yield self._text[self._text.rfind("\n", 0, place) + 1 : end]

    @cached_property
    def _text(self) -> str:
        return "\n".join(self.lines)

    @cached_property
    def _inner(self) -> frozenset[str]:
        printed: set[str] = set()
        inner: set[str] = set()
        for line in self.lines:
            parts = line.split()
            if len(parts) > 1 and (first := WORD.findall(parts[0])) and (last := WORD.findall(parts[-1])):
                inner.update(first[1:], last[:-1])
                printed.update(parts[1:-1])  # looked at once, and most are words
            elif parts:
                inner.update(WORD.findall(line)[1:-1])
        for part in printed:
            if part.isalpha():
                inner.add(part)
            else:
                inner.update(WORD.findall(part))
        return frozenset(inner)


_FEW = 3
"""Words that are looked for one by one; where more are asked for, all are found at once."""


def count_words(texts: Iterable[str]) -> Vocabulary:
    """The vocabulary of printed lines."""
    return Vocabulary([text.lower() for text in texts])


_memo: DocumentMemo[Vocabulary] = DocumentMemo()


def vocabulary(document: Document) -> Vocabulary:
    """The vocabulary of a document, counted once for as long as the document lives."""
    return _memo.get(document, None, lambda: Vocabulary(lowered_lines(document)))


def last_word(text: str) -> str:
    """The letters, with inner hyphens, that end the text; a hyphen at the very end is left out."""
    end = len(text)
    while end and text[end - 1] in "-‐\u00ad ":
        end -= 1
    start = end
    while start and (text[start - 1].isalpha() or text[start - 1] in "-‐"):
        start -= 1
    return text[start:end].strip("-‐")


def first_word(text: str) -> str:
    """The letters, with inner hyphens, that begin the text; empty where it begins with something else."""
    match = WORD.match(text)
    return match.group() if match else ""


EMPTY = Vocabulary()
"""No word is known."""
