"""Numbers with their units in running text: where they stand and what they are worth.

``find_quantities`` works on characters alone: it leaves out dates, times of day, list and section numbers, years
and numbers that are part of a word (``3-årig``, ``CO2``). Number words and counted nouns need words and are added
by :mod:`extractors.language.danish`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import regex

from extractors.language.numbers import parse_number
from schemas.units import HEAD_UNITS, SPELLINGS, unit_of

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec",
)  # fmt: skip

REFERENCES = (
    "mål", "målene", "måls", "delmål", "bilag", "punkt", "pkt", "pkt.", "side", "s.", "afsnit", "kapitel",
    "kap", "kap.", "tabel", "figur",
    "fase", "uge", "kl", "kl.", "nr", "nr.", "stk", "stk.", "§", "§§", "artikel", "trin", "version", "model",
    "nummer", "spor", "tlf", "tlf.",
    "q", "dk", "sag", "sagsnr", "sagsnr.", "lbk", "lov", "bek", "cvr", "spørgsmål", "tema", "prioritet",
    "scenarie", "scenario", "indikator", "indsatsområde", "indsatsspor", "rute", "ruterne", "linje",
    "linjerne", "etape", "mødelokale", "motorvej",
)  # fmt: skip
"""Words after which a bare number names a thing and counts nothing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in running text. ``start`` and ``end`` enclose number and unit. ``high`` is the upper end of a
    range (``15-20``), else None. ``unit`` is a normal form of :mod:`schemas.units` for measures, else None.
    ``text`` is as printed."""

    value: Decimal
    start: int
    end: int
    unit: str | None = None
    high: Decimal | None = None
    text: str = ""


@cache
def _pattern() -> regex.Pattern[str]:
    spellings = sorted((s for u in HEAD_UNITS for s in SPELLINGS[u] if s != ",-"), key=len, reverse=True)
    units = "|".join(regex.escape(s).replace(r"\ ", r"\s+") for s in spellings)
    number = r"(?:\d{1,3}(?:\.\d{3})++|\d++)(?:,\d++)?[½¼¾]?|[½¼¾]"
    return regex.compile(
        rf"""
        (?<![\w.,:/§&+])
        (?P<currency>kr\.?\s)?
        (?P<sign>(?<![^\s(\[«"”“])[-–−](?=\d))?
        (?P<number>{number})
        (?:\s?[-–]\s?(?P<high>{number})(?!\.?\d))?
        (?:(?:\s|-(?=%))?(?P<unit>{units})(?P<mark>\d{{1,2}})?(?![\w%]))?
        """,
        regex.VERBOSE | regex.IGNORECASE,
    )


_AFTER_DATE = regex.compile(r"\.?\s?(?i:" + "|".join(MONTHS) + r")\b|\.\d|[:/]\d|\.(?=\s+[a-zæøå])")
_GLUED = regex.compile(r"-?\w|-\S|[’'”]\w")
_OF_NAME = regex.compile(r"\p{L}[-‑]$")
"""Before the number of a name: ``covid-19``, ``F-16``."""
_WORD_BEFORE = regex.compile(r"(?:^|[\s(«\"”“/])([^\s(«\"”“/]{1,20})\s*$")
_LIST_BEFORE = regex.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*(?:,|og|eller|samt|til|–|-)\s*$")
_YEAR = regex.compile(r"(?:19[5-9]|20\d)\d\d?")
_BETWEEN = regex.compile(r"\b[Mm]ellem $")
_DURATION = regex.compile(
    r"\s+(?:år|måneder|uger|dage|timer)\s+(?:efter|før|siden|fra|gammel|gamle|tilbage|frem)\b"
)

_LIMITED = regex.compile(
    r"\b(?:senest|højst|maks\.|maksimalt|inden\sfor|indenfor)\s(?:\p{Ll}+\s)?$", regex.IGNORECASE
)
"""Before a length of time that something must happen within: ``senest 10 dage efter indflytningen``."""


def find_quantities(text: str) -> list[Figure]:
    """The numbers of a passage that count or measure something, in order."""
    found: list[Figure] = []
    named_until = -1
    for match in _pattern().finditer(text):
        start, end = match.span()
        unit_text, number = match["unit"], match["number"]
        tail = text[end : end + 14]
        unit = unit_of(unit_text) if unit_text else None
        if match["currency"]:
            unit = unit or "kr."
        if unit is None:
            if "kala" in text and _SCALE.search(text, max(0, start - 26), start):
                continue
            if number in "01" and match["high"] is not None and _GRADES.match(tail):
                continue
            if _AFTER_DATE.match(tail) or _GLUED.match(tail) or _OF_NAME.search(text, max(0, start - 2), start):
                continue
            if _YEAR.fullmatch(number) and match["high"] is None:
                continue
            if match["high"] is not None and _YEAR.fullmatch(match["high"]):
                continue
            if _names_a_thing(text, start, end, named_until):
                named_until = end
                continue
            if _DURATION.match(text[end : end + 24]) and not _LIMITED.search(text, max(0, start - 24), start):
                continue
        parsed = parse_number(number)
        if parsed is None or parsed.value is None:
            continue
        high = parse_number(match["high"]) if match["high"] else None
        value = -parsed.value if match["sign"] else parsed.value
        upper = high.value if high is not None else None
        if upper is not None and upper <= value:
            upper = None
        found.append(Figure(value, start, end, unit, upper, match.group().strip()))
    return list(_spans(found, text)) if "ellem " in text else found


def _spans(figures: list[Figure], text: str) -> Iterator[Figure]:
    """``mellem 20 og 30 lærlinge`` is one number with two ends."""
    skipped = False
    for figure, following in itertools.zip_longest(figures, figures[1:]):
        if skipped:
            skipped = False
            continue
        spanned = (
            following is not None and _BETWEEN.search(text, 0, figure.start) is not None
            and text[figure.end : following.start] == " og " and figure.high is None and following.high is None
            and figure.unit in (None, following.unit) and figure.value < following.value
        )  # fmt: skip
        if spanned:
            skipped = True
            yield Figure(
                figure.value, figure.start, following.end, following.unit, following.value,
                text[figure.start : following.end],
            )  # fmt: skip
        else:
            yield figure


_SCALE = regex.compile(r"\bskala\w*\s(?:fra\s|(?:op\s)?til\s)?(?:\d+\s(?:til|-|–|og)\s)?$", regex.IGNORECASE)
"""Before the ends of a scale, which measure nothing."""
_NAMED_MORE = regex.compile(
    r"(?:,\s\d{1,2})*+\s(?:og|samt|eller)\s\d{1,2}(?=\s\p{L})(?!\s(?:pct|procent))"
    r"|\s(?:er|blev|bliver)\s(?:\p{Ll}+\s)?(?:nået|opfyldt|indfriet|opnået)\b"
)
"""Behind *måltal* and the number of one that it names: ``Måltal 2 og 3 er …``, ``Måltal 4 er nået``. Else it is the
value: ``måltal 40``."""
_GRADES = regex.compile(r"\s(?:stjerner|point|smileyer|smileys)\b")
"""Behind the ends of one: ``1-5 stjerner``."""


def _names_a_thing(text: str, start: int, end: int, named_until: int) -> bool:
    """True for the number of a thing (``bilag 3``) and for the next ones of its list (``mål 1, 3 og 7``)."""
    before = text[max(0, start - 24) : start]
    word = _WORD_BEFORE.search(before)
    named = word[1].lower().strip("(") if word is not None else ""
    if named in REFERENCES or (named == "måltal" and _NAMED_MORE.match(text, end) is not None):
        return True
    listed = _LIST_BEFORE.search(before)
    return listed is not None and named_until >= 0 and start - named_until <= 6
