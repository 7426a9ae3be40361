"""Chapters that end the goals of the one before.

Goals that stand in ``2. Mål for 2031`` end where ``3. Opfølgning`` begins, and those of ``Kapitel 2`` at
``Kapitel 3``: what stands there is said of no single goal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractors.goals.mark import Mark
from extractors.goals.papers import Paper
from schemas.packet import Packet

LONGEST = 80
"""Characters of the title of a chapter."""
_CHAPTER = regex.compile(
    r"(?P<form>Kapitel|KAPITEL|Afsnit|AFSNIT|Del|DEL|)\s?(?P<number>\d{1,2}|[IVX]{1,4})(?P<end>[.:]?)\s+[–—-]?\s?\p{Lu}[^\t]*[\p{L}\d?)]$"
)
_ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


class _Chapter(NamedTuple):
    line: int
    form: str
    number: int


def chapter_ends(packet: Packet, paper: Paper, found: Sequence[Mark]) -> Iterator[Mark]:
    """A mark of kind ``end`` at each chapter that follows, in its count, on the one in which goals stand."""
    places = [mark.index for mark in found if mark.kind in ("goal", "sub", "item", "reported", "label")]
    marked = {mark.index for mark in found}
    before: dict[str, _Chapter] = {}
    for chapter in _chapters(packet, paper):
        last = before.get(chapter.form)
        next_one = last is not None and chapter.number == last.number + 1 and chapter.line not in marked
        if next_one and last is not None and any(last.line < place < chapter.line for place in places):
            yield Mark(chapter.line, "end")
        if last is None or chapter.number in (1, last.number + 1):
            before[chapter.form] = chapter


def _chapters(packet: Packet, paper: Paper) -> Iterator[_Chapter]:
    """Lines set off from what is above them that a number or ``Kapitel 2`` opens and no sentence ends."""
    above = True
    for index in range(paper.span.first, paper.span.last + 1):
        text = packet.lines[index].text.strip()
        if index in packet.furniture:
            continue
        if above and 4 < len(text) <= LONGEST and (match := _CHAPTER.match(text)):
            form = match["form"].lower() or ("I" if match["number"].isalpha() else "1") + match["end"]
            number = _ROMANS.get(match["number"]) if match["number"].isalpha() else int(match["number"])
            if number is not None:
                yield _Chapter(index, form, number)
        above = not text
