"""Goals that are not in force where they stand: what is printed above them, or said of them all below, tells that
they have ended, are only proposed, were turned down, or are those of others.

    Tabel 2. Mål, der er udgået        3. Statens mål            Kommunernes egne mål
    Besøg i hallen   400               • 40 pct. mindre spild    • 30 km hegn
    Nye både          12                                         Rådet har ingen del i målene.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from extractors.goals.entries import Entry
from extractors.goals.papers import Paper
from extractors.tables.captions import parse_caption
from extractors.text.lowered import lowered_lines
from schemas.packet import Packet, Span
from schemas.records import Standing

LONGEST_TITLE = 110
HIGHEST = 150
"""Lines above a goal in which its titles are looked for."""
MOST_BELOW = 12
"""Lines below it in which it is told whose goals they are."""
OPENING = 12
"""Lines of a paper whose titles are those of all of it."""

_GOALS = r"(?:\p{L}*mål\p{L}*|\p{L}*krav\p{L}*|ambition\p{L}*|pejlemærke\p{L}*|punkterne|tallene|kpi\p{L}*)"
_OTHERS = (
    r"(?:statens|regeringens|folketingets|eu[’']?s|fn[’']?s|kl[’']?s|landets|nationale|statslige|landspolitiske|andres|"
    r"\p{L}*ministeriets|\p{L}*styrelsens|nabo\p{L}+s|(?:enkelte|nogle|andre)\s(?:\p{Ll}+\s)?\p{Ll}+s)"
)
_NOT = r"(?:ikke\s(?:længere|mere)|ikke)"
_TITLES: tuple[tuple[Standing, regex.Pattern[str]], ...] = (
    (
        "earlier",
        regex.compile(
            rf"\bgælder\s(?:\p{{Ll}}+\s)?{_NOT}\b|\b{_NOT}\s(?:gælder|gældende|i\skraft)\b|"
            r"\b(?:ophørte?|udgåe?de?|udgået|bortfaldet|bortfaldne|udløbet|udløbne|nedlagte?|ophævede?)\b"
        ),
    ),
    ("rejected", regex.compile(r"\b(?:forkast|afvis|fravalg|nedstem)t?\p{Ll}*\b")),
    (
        "cited",
        regex.compile(
            rf"\bikke\s(?:er\s|blev\s|endnu\s)*(?:vedtage[tn]e?|vedtagne|godkendte?|besluttet|besluttede|aftalte?|tiltrådte?)\b|"
            rf"\b{_OTHERS}\s(?:\p{{Ll}}+\s)*{_GOALS}$|\b{_OTHERS}\sog\s\S+\s{_GOALS}$"
        ),
    ),
)
"""What a title, in lower case, says of the goals below it."""
_AGREEMENT = regex.compile(r"kontrakt|aftale")
_NATIONAL = regex.compile(rf"(?:[\d.]+\s)?(?:de\s)?(?:fælles\s)?nationale\s(?:\p{{Ll}}+\s)*{_GOALS}")
"""Goals that all agreements of a kind share are in force in each: ``Nationale mål`` above ``Egne mål``."""
_PROPOSED = regex.compile(
    r"(?:(?:tabel|skema|oversigt)\s\S+\s|[\d.]+\s)?(?:ønsker|forslag(?!\stil\sbeslutning)|idéer|ideer|input|ønskeliste)\b|\bi\shøring\b|\(til\sdrøftelse\)"
)
"""... outside of contracts, which are proposed as a whole."""
_REMARK = regex.compile(
    rf"\b(?:{_GOALS})\s(?:er|var)\s(?:alene\s|udelukkende\s|kun\s)?{_OTHERS}|"
    rf"\b(?:har|fik)\s(?:ikke|ingen)\s(?:\p{{Ll}}+\s)?(?:del|andel|part|rolle)\si\s(?:{_GOALS}|dem)\b|"
    rf"\b{_GOALS}\s(?:gælder|er)\s(?:derfor\s|altså\s)?ikke\s(?:længere|mere)\b"
)
"""What running text below says of all of them."""
_NONE = regex.compile(
    rf"\bhar\sikke\s(?:selv\s)?(?:vedtaget|fastsat|sat|opstillet|formuleret)\s(?:egne\s)?{_GOALS}(?:\spå\sområdet)?(?:[.,]|\sog\b)|"
    rf"\bhar\singen\segne\s{_GOALS}"
)
"""What a paper says of which no goal is one of those who speak."""
_GAP = regex.compile(r"\S(?:\s{3,}|\t)\S")
_NUMBER = regex.compile(r"(?:(?:kapitel|afsnit)\s)?(?P<no>\d{1,2}(?:\.\d{1,2})*)[.:)]?\s+\p{L}", regex.IGNORECASE)


def not_in_force(packet: Packet, paper: Paper, first: int, last: int) -> Standing | None:
    """How the goals on these lines of a paper stand, by the titles above them and what is told below; None where
    nothing tells that they are not in force."""
    agreed = paper.kind == "contract" and _AGREEMENT.search((paper.title or "").lower()) is not None
    for title in _titles_above(packet, paper, first):
        for standing, words in _TITLES:
            if words.search(title) and not (agreed and _NATIONAL.fullmatch(title)):
                return standing
        if not paper.on_contract and paper.kind != "contract" and _PROPOSED.match(title):
            return "cited"
    if _REMARK.search(_told_below(packet, paper, last)) is not None:
        return "cited"
    return "cited" if paper.kind == "agenda" and not paper.on_contract and _disowns(packet, paper) else None


def with_standings(packet: Packet, paper: Paper, entries: Sequence[Entry]) -> list[Entry]:
    """The entries of a paper; those without any result that are not in force are told to be so."""
    found: dict[Span, Standing | None] = {}
    for entry in entries:
        if entry.span not in found:
            found[entry.span] = not_in_force(packet, paper, entry.at.line, entry.span.last)
    answered = {entry.span for entry in entries if entry.results or entry.stated is not None}
    return [
        replace(entry, standing=standing)
        if entry.span not in answered and (standing := found[entry.span]) is not None
        else entry
        for entry in entries
    ]


def _titles_above(packet: Packet, paper: Paper, index: int) -> Iterator[str]:
    """The titles that a line stands below, the nearest first, in lower case."""
    known = -1
    lowered = lowered_lines(packet.document)
    for at in range(index - 1, max(paper.span.first - 1, index - HIGHEST), -1):
        rank = _rank(packet, at)
        if rank > known:
            known = rank
            if rank != PLAIN or at > paper.span.first + OPENING:
                yield " ".join(lowered[at].split())
        if known >= CHAPTER:
            return


CAPTION, PLAIN, CHAPTER = 0, 1, 9
"""Ranks of titles: those numbered ``3.1`` lie between plain ones and those numbered ``3``."""


def _rank(packet: Packet, index: int) -> int:
    """The rank of the title on a line; -1 where there is none."""
    line = packet.lines[index]
    text = line.text.strip()
    if not 2 < len(text) <= LONGEST_TITLE or index in packet.furniture or text[-1] in ".,;:%":
        return -1
    if parse_caption(text) is not None:
        return CAPTION
    if _GAP.search(text) is not None or not (text[0].isupper() or text[0].isdecimal()):
        return -1
    if not index or not packet.lines[index - 1].blank or ". " in text.lstrip("0123456789. "):
        return -1
    if text[0].isdecimal():
        match = _NUMBER.match(text)
        return CHAPTER - match["no"].count(".") if match is not None else -1
    behind = packet.lines[index + 1].text.strip() if index + 1 < len(packet.lines) else ""
    return PLAIN if not behind[:1].islower() else -1


def _told_below(packet: Packet, paper: Paper, index: int) -> str:
    """The lines behind a line up to the next title, in lower case."""
    texts: list[str] = []
    lowered = lowered_lines(packet.document)
    for at in range(index + 1, min(paper.span.last, index + MOST_BELOW) + 1):
        if _rank(packet, at) >= 0:
            break
        if at not in packet.furniture:
            texts.append(lowered[at].strip())
    return " ".join(" ".join(texts).split())


def _disowns(packet: Packet, paper: Paper) -> bool:
    """True where the paper says that those who speak have set no goals."""
    lowered = lowered_lines(packet.document)[paper.span.first : paper.span.last + 1]
    for at, text in enumerate(lowered):
        if "har" in text and _NONE.search(" ".join([text.strip(), *map(str.strip, lowered[at + 1 : at + 2])])):
            return True
    return False
