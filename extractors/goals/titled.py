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
MOST, LONGEST = 12, 80
"""Announcements that are looked at, and characters of a title."""
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
    named = lines_with(packet, "goal")
    lines = printed_in(packet, span)
    announced: list[tuple[int, list[int]]] = []
    for place, index in enumerate(lines):
        text = packet.lines[index].text
        if (index in named or "skal" in text) and (counts := list(_announced(text))):
            announced.append((place, counts))
    if not announced:
        return []
    titles = list(_titles(packet, lines))
    for place, counts in announced[:MOST]:
        found = _sequence(lines, [title for title in titles if title[0] > place])
        if len(found) >= FEWEST and any(
            len(found) == count if count else found[0].line - lines[place] <= RIGHT_BELOW for count in counts
        ):
            return found
    return []


_CHAPTER = regex.compile(
    r"(?:§\s?)?(?P<no>\d{1,2})\.?\s+(?!Formål)(?:\p{Lu}\p{Ll}+\s){0,2}\p{L}*[Mm]ål(?:ene|tal|sætninger)?(?:\s[\p{Ll}\d-]+){0,4}"
)
"""``3. Mål for perioden``, ``§ 2. Resultatmål``."""
_SECTION = regex.compile(r"(?P<no>\d{1,2}\.\d{1,2})\.?\s+(?P<title>\p{Lu}[^.:;?!\t]{2,70})")
_BEHIND = regex.compile(r"(?:§\s?)?\d{1,2}\.?\s+\p{Lu}[^.:;?!\t]{2,70}")


def chaptered_goals(packet: Packet, span: Span) -> list[Titled]:
    """The titles of the goals of an agreement that its chapter of goals numbers as sections: ``3. Mål`` above ``3.1
    Kortere kø``, each with text of its own below. Empty where it has none."""
    named = lines_with(packet, "goal")
    lines = printed_in(packet, span)
    for place, index in enumerate(lines):
        text = packet.lines[index].text.strip()
        chapter = _CHAPTER.fullmatch(text) if index in named and len(text) <= LONGEST else None
        if chapter is not None and len(found := _sections(packet, lines[place + 1 :], chapter["no"])) >= FEWEST:
            return found
    return []


def _sections(packet: Packet, lines: Sequence[int], chapter: str) -> list[Titled]:
    """The titles ``3.1``, ``3.2`` … up to the next chapter; none where two stand right below each other."""
    found: list[Titled] = []
    last = -1
    for place, index in enumerate(lines):
        text = packet.lines[index].text.strip()
        match = _SECTION.fullmatch(text) if text[:1].isdecimal() and len(text) <= LONGEST else None
        if match is not None and match["no"] == f"{chapter}.{len(found) + 1}":
            if found and place == last + 1:
                return []
            found.append(Titled(index, match["no"], match["title"].strip()))
            last = place
        elif _BEHIND.fullmatch(text) and packet.lines[index - 1].blank:
            break
    return found if last + 1 < len(lines) else []


def _titles(packet: Packet, lines: Sequence[int]) -> Iterator[tuple[int, regex.Match[str]]]:
    """The lines that are numbered titles, by their place among the lines."""
    for place, index in enumerate(lines):
        text = packet.lines[index].text.strip()
        if text[0].isdecimal() and len(text) <= LONGEST and (match := _TITLE.fullmatch(text)):
            yield place, match


def _announced(text: str) -> Iterator[int]:
    """How many goals a line says that there are; 0 where it only says that they follow."""
    for match in _COUNTS.finditer(text, overlapped=True):
        word = match["count"]
        count = int(word) if word.isdecimal() else lexicon().numerals.get(word, 0)
        if count >= FEWEST:
            yield count
    if _FOLLOW.search(text.rstrip()) or _HEADS.fullmatch(text.strip()):
        yield 0


def _sequence(lines: Sequence[int], titles: Sequence[tuple[int, regex.Match[str]]]) -> list[Titled]:
    """Titles numbered from 1, each with text of its own below it."""
    found: list[Titled] = []
    places = {place for place, _ in titles}
    for place, match in titles:
        if int(match["no"]) != len(found) + 1:
            continue
        if place + 1 >= len(lines) or place + 1 in places:
            break  # a list of titles, or a table of contents
        found.append(Titled(lines[place], match["no"], match["title"].strip()))
    return found
