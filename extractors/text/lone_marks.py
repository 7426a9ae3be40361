"""List marks that the layout of a page set on lines of their own, above their entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractors.text.joining import Passage
from extractors.text.markers import BULLETS

_SIGNS = frozenset({*BULLETS, "(cid:127)", "-", "o"})
"""``(cid:127)`` is what readers give for the bullet of a font without letters."""


def joined_marks(passages: Iterable[Passage]) -> list[Passage]:
    """The passages, each lone mark given to the text below it. Several marks in a row, set aside from their entries
    all together, mark none and are left out, as is a mark with no text below it."""
    found: list[Passage] = []
    marks: list[str] = []
    for passage in passages:
        if passage.kind == "text" and passage.marker is None and passage.text.strip() in _SIGNS:
            marks.append(passage.text.strip())
            continue
        if len(marks) == 1 and passage.kind == "text" and passage.marker is None:
            passage = replace(passage, marker=marks[0])
        marks = []
        found.append(passage)
    return found
