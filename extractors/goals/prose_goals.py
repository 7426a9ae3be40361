"""Goals that running text tells one by one: ``Mål 1 handler om kendskab. …``, ``Under mål 4 har 45 pct. …``."""

from __future__ import annotations

import regex

from extractors.goals.lines import lines_with, printed_in
from extractors.goals.papers import Paper
from schemas.packet import Packet

_OPENS = regex.compile(
    r"(?:Mål|(?:Under|For|Om|På|I forhold til|Hvad angår)\smål)\s(?:nr\.\s)?(?P<no>\d{1,2})\s\p{Ll}"
)
"""A paragraph that begins with the name of a goal in a sentence of its own."""
FEWEST = 2
"""Goals that are told so before a paper is held to tell all of them so."""


def tells_in_prose(packet: Packet, paper: Paper) -> bool:
    """True for a paper, not an agreement, whose paragraphs begin with sentences about one goal each: then
    ``Mål 6: 72 pct. af kunderne …`` is the next of them and no title."""
    if paper.kind == "contract":
        return False
    named = lines_with(packet, "goal")
    lines = (packet.lines[index].text.strip() for index in printed_in(packet, paper.span) if index in named)
    return len({match["no"] for text in lines if (match := _OPENS.match(text)) is not None}) >= FEWEST
