"""Goals that an agreement announces and then numbers as plain titles.

    Vi arbejder efter tre mål.

    1. Kortere kø
    Ventetiden må højst være 20 dage.

Clauses of agreements are numbered alike. They are goals only where the text above them says how many goals come and
as many titles follow, or says that the goals follow and the first title stands right below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractors.goals.lines import lines_with, printed_in
from schemas.language import lexicon
from schemas.packet import Packet, Span

_TITLE = regex.compile(r"(?P<no>\d{1,2})[.)]\s+(?P<title>\p{Lu}[^.:;?!\t]{2,70})")
_COUNTS = regex.compile(r"\b(?P<count>\d{1,2}|\p{Ll}+)\s(?:\p{Ll}+(?:e|t)\s)?mål\b(?!\s?\d)")
_FOLLOW = regex.compile(r"\bfølgende\s(?:\p{Ll}+\s)?mål\b|\b[Mm]ålene\s(?:er|lyder)(?:\sfølgende)?\s?:?$")
_HEADS = regex.compile(
    r"\p{Lu}[^.:;?!\t\d]{0,40}\bskal\s(?:\p{Ll}+\s)?(?:nå|nås|opnå|opnås|levere|leveres|yde|ydes|indfri|indfris)"
    r"|(?:\p{Lu}\p{Ll}+\s){0,2}[\p{L}]*(?:mål|måltal|målsætninger|målene)(?:\s(?:i|for)\s(?:20\d\d|[\p{Ll}]+))?"
)
"""A title below which goals stand: ``Hvad centret skal nå``, ``Resultatmål for perioden``."""
_BRACKET = regex.compile(r"\((?:[^()\d]*\s)?(?!(?:19|20)\d\d\b)\d[^()]*\)$")
FEWEST = 2
"""Titles that make numbered lines goals."""
RIGHT_BELOW = 6
"""Lines below an announcement in which the first title stands."""


class Titled(NamedTuple):
    """The title of a goal and its line."""

    line: int
    goal_no: str
    title: str


def ends_in_bracket(title: str) -> bool:
    """``Kortere kø (højst 20 dage)``: a title that says again what is aimed at, no year."""
    return title.endswith(")") and _BRACKET.search(title) is not None


def titled_goals(packet: Packet, span: Span) -> list[Titled]:
    """The titles of the goals that a text announces; empty where it announces none or others follow."""
    lines = printed_in(packet, span)
    named = lines_with(packet, "goal")
    for place, index in enumerate(lines):
        text = packet.lines[index].text
        if index not in named and "skal" not in text:
            continue
        counts = list(_announced(text))
        if not counts:
            continue
        found = _sequence(packet, lines[place + 1 :])
        if len(found) >= FEWEST and any(
            len(found) == count if count else found[0].line - index <= RIGHT_BELOW for count in counts
        ):
            return found
    return []


def _announced(text: str) -> Iterator[int]:
    """How many goals a line says that there are; 0 where it only says that they follow."""
    for match in _COUNTS.finditer(text, overlapped=True):
        word = match["count"]
        count = int(word) if word.isdecimal() else lexicon().numerals.get(word, 0)
        if count >= FEWEST:
            yield count
    if _FOLLOW.search(text.rstrip()) or _HEADS.fullmatch(text.strip()):
        yield 0


def _sequence(packet: Packet, lines: Sequence[int]) -> list[Titled]:
    """Titles numbered from 1, each with text of its own below it."""
    found: list[Titled] = []
    for place, index in enumerate(lines):
        match = _TITLE.fullmatch(packet.lines[index].text.strip())
        if match is None or int(match["no"]) != len(found) + 1:
            continue
        below = packet.lines[lines[place + 1]].text if place + 1 < len(lines) else ""
        if not below or _TITLE.fullmatch(below.strip()):
            break  # a list of titles, or a table of contents
        found.append(Titled(index, match["no"], match["title"].strip()))
    return found
