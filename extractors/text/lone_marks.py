"""List marks that the layout of a page set on lines of their own, above their entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from extractors.text.joining import Passage, slice
from extractors.text.markers import BULLETS

_SIGNS = frozenset({*BULLETS, "(cid:127)", "-", "o"})
"""``(cid:127)`` is what readers give for the bullet of a font without letters."""

_NUMBER = re.compile(r"\(?\d{1,2}[.)]|[a-hA-H]\)")
_EXPECTING = re.compile(r"(?:\b(?:den|d\.|pr\.|nr\.|stk\.|pkt\.|§+|i|til|og|fra|for|af|på|med|ved)|-)\s*\Z")
"""What a number at the beginning of the next line goes on: ``den`` / ``1.`` / ``maj``."""


def joined_marks(passages: Iterable[Passage]) -> list[Passage]:
    """The passages, each lone mark given to the text below it. Several marks in a row, set aside from their entries
    all together, mark none and are left out, as is a mark with no text below it."""
    found: list[Passage] = []
    marks: list[str] = []
    for passage in (part for whole in passages for part in _without_numbers(whole)):
        if passage.kind == "text" and passage.marker is None and _is_mark(passage.text.strip()):
            marks.append(passage.text.strip())
            continue
        if len(marks) == 1 and passage.kind == "text" and passage.marker is None:
            passage = replace(passage, marker=marks[0])
        marks = []
        found.append(passage)
    return found


def _is_mark(text: str) -> bool:
    return text in _SIGNS or (len(text) < _LONGEST and _NUMBER.fullmatch(text) is not None)


_LONGEST = 5


def _without_numbers(passage: Passage) -> Iterator[Passage]:
    """The passage cut at its lines that hold the number of a list and nothing else: they were taken for words of
    the sentence above them."""
    bounds = [*passage.starts, len(passage.text)]
    lone = [
        (start, end)
        for start, end in pairwise(bounds)
        if end - start <= _LONGEST
        and _NUMBER.fullmatch(passage.text[start:end].strip()) is not None
        and _EXPECTING.search(passage.text[:start]) is None
    ]
    if passage.kind != "text" or not lone or len(passage.starts) == 1:
        yield passage
        return
    cuts = sorted({0, len(passage.text), *(at for bound in lone for at in bound)})
    for start, end in pairwise(cuts):
        if passage.text[start:end].strip():
            yield slice(passage, start, end)
