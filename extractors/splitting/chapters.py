"""Chapters of the agenda (``2. Fælles sager``, ``B. Valg``), told from list points by the sequence of the items."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.splitting.candidates import Candidate
from extractors.splitting.item_numbers import number_parts
from extractors.splitting.outline import Outline

_CHAPTER = re.compile(r"(?P<number>\d{1,2})[.)]?\s+(?P<title>[A-ZÆØÅ].*)")
_LETTERED = re.compile(r"(?P<number>[A-H])[.)]\s+(?P<title>[A-ZÆØÅ].*)")
_REACH = 4
_FEW = 6
"""Printed lines below a chapter at the document's end, its own included."""


class Chapter(NamedTuple):
    """A chapter heading: its number, title and lines."""

    number: int
    title: str
    first: int
    last: int


def find_chapters(outline: Outline, headers: list[Candidate]) -> list[Chapter]:
    """The chapters of an agenda whose items have two-level numbers.

    A chapter heading stands right above the first item of its number, with nothing but other (empty) chapters
    between: only so does ``4. Valg`` differ from the fourth point of a list. Chapters behind the last item are
    found where they carry the next numbers and next to nothing follows.
    """
    if not headers or len(headers[0].parts) != 2:
        return []
    found: list[Chapter] = []
    seen: set[int] = set()
    for header in headers:
        major = header.parts[0]
        if major in seen:
            continue
        seen.add(major)
        found += _above(outline, header, max((c.number for c in found), default=0))
    return found + (_behind(outline, headers[-1], max(seen)) if headers[0].form != "letter" else [])


def _above(outline: Outline, header: Candidate, floor: int) -> list[Chapter]:
    """The chapters directly above an item's header, the nearest numbered like the item, lower ones above it."""
    chapters: list[Chapter] = []
    want, below = header.parts[0], header.index
    form = _LETTERED if header.form == "letter" else _CHAPTER
    while want > floor:
        lines = outline.preceding(below, _REACH)
        chapter = None
        for start in range(len(lines) - 1, -1, -1):
            m = form.fullmatch(outline.text(lines[start]))
            number = number_parts(m["number"])[0] if m else 0
            if m and number <= want and (number == want or chapters):
                title = outline.join([m["title"], *outline.texts(lines[start + 1 :])])
                if len(title) < 140 and not title.endswith("."):
                    chapter = Chapter(number, title, lines[start], lines[-1])
                break
            if len(outline.text(lines[start])) > 90 or outline.text(lines[start]).endswith("."):
                break
        if chapter is None or chapter.number <= floor:
            break
        chapters.append(chapter)
        want, below = chapter.number - 1, chapter.first
    return chapters[::-1]


def _behind(outline: Outline, last: Candidate, major: int) -> list[Chapter]:
    """Chapters after the last item: ``8. Eventuelt`` with next to nothing below it, at the document's end."""
    tail = outline.printed[-12:]
    found: list[Chapter] = []
    want = major + 1
    for place, index in enumerate(tail):
        m = _CHAPTER.fullmatch(outline.text(index))
        if m is None or index <= last.body or int(m["number"]) != want or len(tail) - place > _FEW:
            continue
        sentence = m["title"].endswith((".", ",", ";")) or len(m["title"]) > 80
        if not sentence and outline.space_above(index) >= 1:
            found.append(Chapter(want, m["title"], index, index))
            want += 1
    return found
