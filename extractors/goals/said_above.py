"""What the lines above a table of goals say of it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.goals.headings import LONGEST, heading
from extractors.tables.grid import Grid
from schemas.packet import Packet
from schemas.units import unit_of

ABOVE = 4
"""Printed lines above a table that are looked at."""


def lines_above(packet: Packet, grid: Grid) -> list[str]:
    """The printed lines above a table, the nearest first."""
    texts: list[str] = []
    for index in range(grid.first_line - 1, max(-1, grid.first_line - 12), -1):
        line = packet.lines[index]
        if line.blank or index in packet.furniture:
            continue
        texts.append(line.text.strip())
        if len(texts) == ABOVE:
            break
    return texts


_SAID_UNIT = regex.compile(
    r"\b(?:tal(?:lene)?|værdier(?:ne)?|opgørelsen)\s(?:\p{L}+\s){0,3}?i\s(?P<unit>procent|pct\.?|%|promille)(?:\W|$)",
    regex.IGNORECASE,
)
"""``Alle tal er i procent``: the unit of a table, in the text above it."""


def unit_said(text: str) -> str | None:
    """The unit that a text says all numbers of a table are in; None where it says none."""
    match = _SAID_UNIT.search(text)
    return unit_of(match["unit"]) if match is not None else None


def tells_part(titles: Sequence[str]) -> bool:
    """True where a title above the table names a part of the year that was not over."""
    meanings = [heading((title,)) for title in titles if len(title) <= LONGEST and not title.endswith((".", ","))]
    return any(meaning.partial and not meaning.whole for meaning in meanings)


_TOLD_ONLY = regex.compile(
    r"\b(?:tal(?:lene)?|nøgletal(?:lene)?|tabellen|oversigten|\p{L}+tal(?:lene)?)\s(?:er|vises|gives|medtages)\s"
    r"(?:alene|kun|udelukkende|blot)\s(?:med\s)?(?:til|som)\s(?:orientering|information|oplysning|baggrund)\b",
    regex.IGNORECASE,
)


def is_told_only(text: str) -> bool:
    """``Nøgletallene er alene til orientering``: said of a table whose numbers are no goals."""
    return _TOLD_ONLY.search(text) is not None
