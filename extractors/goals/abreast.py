"""Two columns of text side by side, kept apart by spaces: read one after the other.

Hvad lovede vi?                 Hvor langt er vi?
• 200 kurser i 2031             • 131 kurser er holdt
• 70 pct. gennemfører           • 74 pct. har gennemført
"""

from __future__ import annotations

from collections.abc import Callable, Container

import regex

from extractors.goals.lines import printed_in
from extractors.goals.papers import Paper
from extractors.text.markers import read_marker
from schemas.packet import Packet

LONGEST_COLUMN = 40
"""Lines of two columns side by side."""
_GAP = regex.compile(r"\s{3}")
"""What stands between the two."""
_TWO = regex.compile(r"\s*(?P<first>\S(?:\S|\s(?!\s))*)\s{3,}(?P<second>\S(?:\S|\s(?!\s))*)")


class PrintedLines:
    """The printed lines of a paper by their place among them; where a line that ``may_head`` holds nothing but two
    texts that ``are_heads`` of columns, the left column below it comes before the right one. ``indexes`` are those
    of the lines in the document."""

    def __init__(
        self, packet: Packet, paper: Paper, may_head: Container[int], are_heads: Callable[[str, str], bool]
    ) -> None:
        self._lines = packet.lines
        self._columned: dict[int, str] = {}
        self.indexes: list[int] = []
        last = -1
        for index in printed_in(packet, paper.span):
            if index <= last:
                continue
            text = self._lines[index].text
            parted = index in may_head and ("   " in text or not text.isprintable())  # blanks alone are print
            parted = parted and _GAP.search(text.strip()) is not None
            match = _TWO.fullmatch(text.rstrip()) if parted else None
            if match is None or not are_heads(match["first"], match["second"]):
                self.indexes.append(index)
                continue
            end = min(paper.span.last, index + LONGEST_COLUMN)
            left, right = _columns(packet, index, end, match.start("second"))
            last = max(at for at, _ in (*left, *right))
            for at, text in (*left, *right):
                if text:
                    self._columned[len(self.indexes)] = text
                    self.indexes.append(at)

    def text(self, place: int) -> str:
        """The text of the line at this place, stripped."""
        text = self._columned.get(place)
        return self._lines[self.indexes[place]].text.replace("**", "").strip(" \t|") if text is None else text


def _columns(
    packet: Packet, first: int, last: int, split: int
) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The lines below the heads, cut at letter ``split``, as far as nothing crosses it."""
    left: list[tuple[int, str]] = []
    right: list[tuple[int, str]] = []
    for at in range(first, last + 1):
        line = packet.lines[at]
        if line.blank or at in packet.furniture:
            continue
        beginning, rest = line.text[:split], line.text[split:].strip()
        crosses = bool(beginning[-2:].strip()) and bool(rest)
        if line.page != packet.lines[first].page or crosses or (not rest and _begins(beginning.strip())):
            break
        left.append((at, beginning.strip()))
        right.append((at, rest))
    return left, right


def _begins(text: str) -> bool:
    """True for a line over the left column alone that goes on with no entry: what follows the columns."""
    return text[:1].isupper() and read_marker(text) is None
