"""The number that a paper prints for a target: at the beginning of its point or row, else in the heading above it.

    Indsats B. Havnene                     goal B
    1. Der skal være lys på 75 kajer.      sub-goal 1 of it; without such a heading goal 1
    2.1 Mindst 40 lodser på kursus         goal 2, sub-goal 2.1

Marks of goals (:mod:`extractors.goals.marks`) cut a paper where it calls its goals so; this names what is left.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

import regex

from extractors.goals.lines import printed_in
from extractors.goals.marks import marks
from extractors.goals.metrics import SECTIONS
from extractors.goals.papers import Paper
from extractors.language.ordinals import ORDINALS
from extractors.tables.captions import parse_caption
from schemas.language import lexicon
from schemas.packet import Packet, Span

FURTHEST = 40
"""Printed lines above a target among which its heading is looked for."""
BELOW_HEADING = 8
"""Printed lines between the heading of a goal and the caption of its table, at most."""
SPACED = 4
"""Lines to a printed one, at most: so many are looked through, however long the paper is."""
LONGEST = 90
"""Characters of a heading."""
_NO = (
    r"(?P<no>\d{1,2}\.\d{1,2}|\d{1,2}\.?\p{Ll}(?!\p{L})|\p{Lu}{1,2}-?\d{1,2}(?!\d)|[IVX]{1,4}(?:\.\p{Ll})?(?!\p{L})|"
    r"\d{1,2}(?![\d,])|[A-H](?!\p{L})|\p{Ll}(?=[.)]))"
)
_WORD = r"(?P<word>\p{L}{3,}|\p{Lu}{2,4})"
_OWN = regex.compile(rf"(?:[-–•·*]\s+)?(?:{_WORD}\s(?:nr\.\s)?)?{_NO}(?P<end>\s?[.:)–—-]+)?\s+(?=\S)")
_HEADING = regex.compile(
    rf"(?:{_WORD}\s(?:nr\.\s)?)?{_NO}(?P<end>\s?[.:)–—-]+)?(?:\s+(?P<title>[\p{{Lu}}»\"].*)|\s*$)"
)
_WITHIN = regex.compile(rf"\b{_WORD}\s{_NO}(?P<end>\s?[.:–—-])")
"""``2. Indsats A: Havnene``."""
_VALUED = regex.compile(r"(?<!\p{L})\d[\d.,]*\s?(?:%|pct|kr|mio|mia|\p{Lu}|[/:]|$)|(?<!\d)(?:19|20)\d\d|\d[.,:/]\d")
"""What no title holds: a value at its end, a share, a sum, a year or day."""
_CODE = regex.compile(r"\p{Lu}{1,2}-?\d{1,2}")
"""``R3  Tilfredshed``: a mark of its own."""
_LETTERS = frozenset("ABCDEFGH")
_PLAIN, _LETTER, _BELOW = regex.compile(r"\d{1,2}"), regex.compile(r"[A-Z]|[IVX]{1,4}"), regex.compile(r"\p{Ll}")
_ORDINAL = regex.compile(
    rf"(?:Det\s)?(?P<nth>{'|'.join(ORDINALS)})\s(?P<word>\p{{L}}{{3,}})\b(?:\s(?P<next>\p{{L}}{{3,}})\b)?",
    regex.IGNORECASE,
)
"""``Første krav: Rækkevidde``, ``Det andet nationale mål angår …``."""


class Printed(NamedTuple):
    """The number of a goal and of the target below it, both None where none is printed."""

    goal_no: str | None = None
    sub_no: str | None = None


class Heading(NamedTuple):
    """The number of a heading, its line, and whether it says that it is of a goal; of a mark such as ``R3`` the
    ``group``, where the letter has a heading of its own."""

    number: str
    line: int
    named: bool
    group: str | None = None


class Place(NamedTuple):
    """The ``id`` of a target, its paper and the line in which its sentence or row begins; ``opens`` where that is
    the beginning of a point."""

    target: int
    paper: Paper
    line: int
    opens: bool = True


def printed_numbers(packet: Packet, places: Iterable[Place]) -> dict[int, Printed]:
    """The numbers by the ``id`` of the targets. Chapters count only where several of a paper hold targets."""
    found = [(place, _unended(packet, place, _above(packet, place))) for place in places]
    chapters: dict[int, set[int]] = {}
    for place, above in found:
        if above is not None and not above.named:
            chapters.setdefault(place.paper.span.first, set()).add(above.line)
    return {
        place.target: _printed(
            _own(_text(packet, place.line)) if place.opens else None,
            above,
            len(chapters.get(place.paper.span.first, ())),
        )
        for place, above in found
    }


def _unended(packet: Packet, place: Place, above: Heading | None) -> Heading | None:
    """The heading above a target, unless a title between the two ends the goals: ``Tværgående mål`` behind ``Mål
    4.3``."""
    if above is None or not above.named:
        return above
    ends = (mark.index for mark in marks(packet, place.paper) if mark.kind == "end")
    return None if any(above.line < end <= place.line for end in ends) else above


def _printed(own: str | None, above: Heading | None, chapters: int) -> Printed:
    """The numbers of a target with a mark of its own, below a heading; ``chapters`` of the paper hold targets."""
    below = own is not None and _BELOW.fullmatch(own) is not None
    number = above.number if above is not None and (above.named or below or chapters > 1) else None
    if own is not None and not below:
        letter = above.number if above is not None and _LETTER.fullmatch(above.number) else None
        if letter is not None and (own.startswith(letter) or (number is not None and _PLAIN.fullmatch(own))):
            return Printed(letter, own)
        return of_mark(own)
    if number is None:
        return Printed(own)
    if above is not None and above.group is not None:
        return Printed(above.group, number)
    found = of_mark(number)
    return Printed(found.goal_no, own or found.sub_no)


def lettered(packet: Packet, spans: Iterable[Span]) -> frozenset[str]:
    """The letters that have headings of their own in these spans: ``A. Miljø``, ``Indsats B – Havnene``."""
    found: set[str] = set()
    for span in spans:
        for line in printed_in(packet, span):
            text = _text(packet, line)
            match = _HEADING.match(text) if len(text) <= LONGEST else None
            if match is None or match["no"] not in _LETTERS or match["end"] is None:
                match = _WITHIN.search(text) if match is not None else None
            if match is not None and match["no"] in _LETTERS:
                found.add(match["no"])
    return frozenset(found)


_SAID = regex.compile(
    r"\b\p{L}*mål\s(?:nr\.\s)?(?P<no>[A-H]|\d{1,2})(?![\w.,]|\s?(?:%|pct|procent))", regex.IGNORECASE
)
"""A goal that running text names: ``delmål B for 2032 ændres til 40``."""


def said_before(text: str) -> Printed | None:
    """The number of the goal that a sentence names last before its value."""
    named = [match for match in _SAID.finditer(text) if match["no"].isdecimal() or match["no"].isupper()]
    return of_mark(named[-1]["no"]) if named else None


def of_code(mark: str, letters: Container[str]) -> Printed | None:
    """The numbers of a mark whose letter heads its goal: ``A1`` is below ``A``; None for other marks."""
    return Printed(mark[0], mark) if _CODE.fullmatch(mark) and mark[0] in letters else None


def of_mark(number: str) -> Printed:
    """The numbers that a mark tells: ``3.1`` and ``3a`` are below 3, ``II.b`` below II; ``B2`` is a goal itself."""
    upper = regex.match(r"\d{1,2}(?=\.?\p{Ll}|\.\d)|[IVX]{1,4}(?=\.)", number)
    return Printed(upper[0], number) if upper is not None else Printed(number)


def _text(packet: Packet, line: int) -> str:
    """A line without the signs of a heading in bold or large type."""
    return " ".join(packet.lines[line].text.split()).strip("*#_ ")


def _own(text: str) -> str | None:
    """The number that a point or row begins with."""
    if (ordinal := _ordinal(text)) is not None:
        return ordinal
    match = _OWN.match(text)
    if match is None or (match["word"] is not None and not _is_of_goals(match["word"])):
        return None
    rest = text[match.end() :]
    bare = match["end"] is None and match["word"] is None
    if bare and (not rest[:1].isupper() or match["no"][-1:].islower()):
        return None  # `75 pct. af borgerne`
    return match["no"]


def _ordinal(text: str) -> str | None:
    match = _ORDINAL.match(text)
    if match is None or not (_is_of_goals(match["word"]) or _is_of_goals(match["next"] or "")):
        return None
    return str(ORDINALS[match["nth"].lower()])


def _above(packet: Packet, place: Place) -> Heading | None:
    """The nearest heading with a number above a target; in the middle of a text its own line may name it."""
    paper, last = place.paper, place.line - 1 if place.opens else place.line
    first = max(paper.span.first, last - SPACED * FURTHEST)
    lines = printed_in(packet, Span(first, last)) if last >= first else ()
    captioned: int | None = None
    for number, line in enumerate(reversed(lines[-FURTHEST:])):
        text = _text(packet, line)
        if (caption := parse_caption(text)) is not None:
            within = _WITHIN.search(caption.title or "")
            if within is not None and _is_of_goals(within["word"]):
                return Heading(within["no"], line, True)  # `Tabel 3: Mål 5 – Forløb`
            if captioned is not None:
                return None
            captioned = number
            continue
        if captioned is not None and number - captioned > BELOW_HEADING:
            return None
        if (ordinal := _ordinal(text)) is not None:
            return Heading(ordinal, line, True)
        if len(text) > LONGEST or text.endswith((".", ",", ";")):
            continue
        match = _HEADING.match(text)
        title = (match["title"] or "") if match is not None else ""
        if match is None or _BELOW.fullmatch(match["no"]) or _VALUED.search(title):
            continue
        if match["no"][0].isalpha() and any(map(str.isdecimal, title)):
            continue
        within = _WITHIN.search(text)
        if within is not None and _is_of_goals(within["word"]):
            return Heading(within["no"], line, True)
        if match["word"] is not None and _is_of_goals(match["word"]):
            return Heading(match["no"], line, True)
        if "." in match["no"] and title.lower().rstrip(" :.") in SECTIONS:
            continue  # `2.1 Mål` below `2 Havnene`
        if match["word"] is not None or not title or _is_chapter(packet, line, title):
            return None
        if _CODE.fullmatch(match["no"]) is None:
            return Heading(match["no"], line, False)
        return Heading(match["no"], line, True, _group(packet, lines, line, match["no"][0]))
    return None


def _group(packet: Packet, lines: Sequence[int], line: int, letter: str) -> str | None:
    """The letter of a mark, where a heading above has it alone: ``A. Miljø`` above ``A1. Affald``."""
    for above in lines:
        if above >= line:
            break
        match = _HEADING.match(_text(packet, above))
        if match is not None and match["no"] == letter:
            return letter
    return None


def _is_chapter(packet: Packet, line: int, title: str) -> bool:
    """True for the title of an agenda item, and of a section of any paper."""
    item = packet.item_at(line)
    if item is not None and item.span is not None and item.span.first == line:
        return True
    return title.lower().rstrip(" :.") in SECTIONS or title.lower().startswith(_SECTION)


_SECTION = ("opfølgning", "økonomi", "resultat", "status", "mål for", "måltal", "indledning", "baggrund", "formål")


def _is_of_goals(word: str) -> bool:
    """``Indsats``, ``Målblad``, ``Spor``, ``KPI``: what papers call their goals and the parts that hold them."""
    lowered = word.lower()
    return lowered in _WORDS or lowered.startswith("mål") or "goal" in lexicon().signs(lowered)


_WORDS = frozenset(
    {
        "indsats", "indsatsområde", "område", "spor", "tema", "fokusområde", "fokuspunkt", "pejlemærke", "skema",
        "indikator", "delmål", "hovedmål", "leverance", "løfte", "krav", "kpi", "udfordring", "prioritet",
        "servicemål", "resultatmål", "ydelse", "opgave", "handling", "initiativ", "mission", "delprojekt",
        "aktivitet", "succeskriterium",
    }
)  # fmt: skip
