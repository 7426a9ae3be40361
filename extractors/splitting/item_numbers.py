"""The numbers that agendas give their items, in the forms they are printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter
from typing import Literal

from extractors.splitting.words import ITEM_PREFIXES, ITEM_TYPES
from schemas.values import value

Form = Literal["double", "word", "single", "lettered", "letter", "roman", "coded"]

PREFIX = "|".join(ITEM_PREFIXES)
_DOUBLE = re.compile(
    r"(?P<number>\d{1,2}\.\d{1,2}|\d{3}\.\d{1,2}(?=\.?\s+[A-ZÆØÅ]))(?!\d|\.\d|,\d|\s*[%/])(?P<end>[.:)]?)(?:\s*[-–—])?(?:\s+|$)(?P<title>.*)"
)
_WORD = re.compile(
    rf"(?:Bilag til |(?:Ad|Til) (?!ad)|(?P<open>åbent?|lukket|fortroligt?)\s)?"
    rf"(?P<word>{PREFIX})\.?:?\s*(?:nr\.?:?\s*)?(?:20\d\d[-/](?=\d{{1,3}}\b))?"
    r"(?P<number>\d{1,2}\s?(?-i:[a-h])(?=[.:)])|\d{1,2}(?:\.\d{1,2})?|\d{3}|(?-i:[A-H]|[IVX]{1,4})(?=[.:)]))"
    r"(?:(?:/(?=(?:20\d\d|\d{1,3})\b)|-(?=20\d\d\b))(?P<year>\d{1,4})(?=\s?[:–-]|(?-i:\s[A-ZÆØÅ])))?(?![\d,/]|\.\d|-\d)"
    r"(?P<end>[.:)]*)\s*(?:[-–—/|]\s+)?(?P<title>.*)",
    re.IGNORECASE,
)
_NR = re.compile(
    r"Nr\.?\s?(?P<number>\d{1,2}(?:\.\d{1,2})?|\d{3}(?=\s[-–—]\s))(?P<end>[:.)]|(?=\s[-–—]\s))(?:\s[-–—])?\s+(?P<title>[A-ZÆØÅ(].*)"
)
"""``Nr. 3: …``: lists of all kinds count so."""

_TO_MEETING = re.compile(r"(?:til|fra|på|i)\s(?:møde[rt]?|KKR)\b[^:]{0,60}20\d\d\.?", re.IGNORECASE)
"""``Dagsordenspunkt 2.2 til mødet den 10. april``: the meeting stands in place of the title."""
_TYPED = re.compile(
    r"(?P<type>[A-ZÆØÅ][a-zæøå]+)\s(?:nr\.?\s)?(?P<number>\d{1,2}(?:\.\d{1,2})?)(?P<end>[.:)]|(?=\s[-–—]\s))"
    r"(?:\s[-–—])?\s+(?P<title>[A-ZÆØÅ(].*)"
)
"""``Beslutningspunkt 3: …``: the kind of case before the number."""

_SINGLE = re.compile(
    r"(?P<number>\d{1,3})(?:(?P<end>\.\)|[.):])\s+(?P<title>\S.*)|(?P<close>[.)])(?P<behind>[A-ZÆØÅ][a-zæøå]{2}.*))"
)
"""``3. Valg``, and ``3.Valg``, where the blank was lost."""
_BARE = re.compile(r"(?P<number>\d{1,3})(?P<end>)\s+(?:[-–—|]\s+)?(?P<title>[A-ZÆØÅ].*)")
_LETTERED = re.compile(r"(?P<number>\d{1,2}(?:\.[a-z]|[a-z](?=[.):])))(?P<end>[.):]?)\s+(?P<title>[A-ZÆØÅ(].*)")
_LETTER = re.compile(r"(?P<number>[A-H](?:\.?\d{1,2})?)(?P<end>[.):])\s+(?P<title>[A-ZÆØÅ(].*)")
_ROMAN = re.compile(r"(?P<number>[IVX]{1,5})(?P<end>[.):])\s+(?P<title>[A-ZÆØÅ(].*)")
OPENNESS = r"(?:åbent?|lukket|fortroligt?|offentligt?|ikke[ -]offentligt?)(?:\s(?:sag|punkt|del))?"
_MARKED = re.compile(rf"(?P<number>\d{{1,3}})(?P<end>)\s+(?P<title>[(\[]{OPENNESS}[)\]]\s+\S.*)", re.IGNORECASE)
"""``7 (Lukket) Salg af grund``: what says who may listen stands for the full stop."""

_OPEN = re.compile(
    r"(?:åbent?|lukket|fortroligt?)\s(?P<number>\d{1,3})(?P<end>)\s+(?P<title>(?-i:[A-ZÆØÅ]).*)", re.IGNORECASE
)
"""``Åbent 7 Salg af grund``: who may listen, without a word for the point."""

_BEFORE_NUMBER = re.compile(
    rf"[•·▪]\s+(?=(?:(?:{PREFIX})\.?\s)?\d{{1,3}}[.:)]?\s+[A-ZÆØÅ])"
    r"|(?:Indholdsfortegnelse|Dagsorden(?:spunkter)?|Punkter)(?=1\.\s[A-ZÆØÅ])"
    r"|[A-ZÆØÅ][a-zæøå]{3,20}sager\s(?=Punkt\s\d{1,3}\s[A-ZÆØÅ])"
    r"|\d{1,3}B(?=P(?:un)?kt\.?\s\d)"
)
"""A bullet, or a heading that was joined to the line below it: ``• 118. Takster``, ``Punkter1. Takster``,
``Økonomisager Punkt 02 Takster``; and the mark that Word counts headings with on web sites: ``2BPkt. 3``."""


@value
class ItemNumber:
    """The number that opens a line, and what stands behind it. A slash parts ``year`` from it (``12/26``)."""

    text: str
    parts: tuple[int, ...]
    title: str
    form: Form
    end: str
    year: str = ""


def parse_item_number(text: str, *, bare: bool = False, letters: bool = False) -> ItemNumber | None:
    """The number of an item at the start of a line in one of the forms agendas use; None where there is none. With
    ``bare`` a number of one level needs no full stop and no ``(Åben)`` behind it, with ``letters`` it may be one or
    hold one."""
    first = text[:1]
    if len(text) > 600:
        return None
    if first.isupper() and (typed := _parse_typed(text)) is not None:
        return typed
    if not (first in _OPENERS or first.isdecimal()):
        return None
    if letters and (found := _parse_letters(text)) is not None:
        return found
    if first.isdecimal():
        if m := _DOUBLE.match(text):
            return _number(m, "double")
        if m := _SINGLE.match(text) or _MARKED.match(text) or (_BARE.match(text) if bare else None):
            return _number(m, "single")
        return None
    if text[:2] in _WORD_STARTS and (m := _WORD.match(text)):
        found = replace(_number(m, "word"), year=m["year"] or "")
        if m["open"] and found.title:
            found = replace(found, title=f"{m['open']} {m['word'].lower()}: {found.title}")
        return replace(found, title="") if _TO_MEETING.fullmatch(found.title) else found
    if text[:2] in _WORD_STARTS and (m := _OPEN.match(text)):
        return _number(m, "single")
    return _number(m, "word") if first == "N" and (m := _NR.match(text)) else None


def behind_mark(text: str) -> str:
    """The text from the number of an item on, where a bullet or the heading of its list stands before it; else the
    text itself."""
    first = text[:1]
    if first not in _MARK_STARTS and (
        "BP" not in text[:5] if first.isdecimal() else "sager Punkt" not in text[:_LONGEST_MARK]
    ):
        return text
    m = _BEFORE_NUMBER.match(text)
    return text[m.end() :] if m is not None else text


_LONGEST_MARK = 36
_MARK_STARTS = frozenset("•·▪IDP")
_LETTERS = frozenset("ABCDEFGHIVX")
_WORD_STARTS = frozenset(
    first + second
    for word in (*ITEM_PREFIXES, "Bilag til", "Til", "Åbent", "Lukket", "Fortroligt")
    for first in (word[0].lower(), word[0].upper())
    for second in (word[1].lower(), word[1].upper())
)
_OPENERS = _LETTERS | {start[0] for start in _WORD_STARTS} | {"N"}
"""What a line begins with, beside digits, that may open with the number of an item."""


def _parse_typed(text: str) -> ItemNumber | None:
    end = text.find(" ", 0, 40)
    if end < 0 or not (text[end + 1 : end + 2].isdecimal() or text.startswith("nr", end + 1)):
        return None
    head = text[:end]
    if not head.endswith(("sag", "punkt", "drøftelse")) or head.lower() not in ITEM_TYPES:
        return None
    m = _TYPED.match(text)
    if m is None:
        return None
    found = _number(m, "word")
    return replace(found, title=f"{m['type']}: {found.title}")


def _parse_letters(text: str) -> ItemNumber | None:
    if text[0].isdecimal():
        return _number(m, "lettered") if (m := _LETTERED.match(text)) else None
    if text[0] not in _LETTERS or text[1:2].islower():
        return None
    if (m := _ROMAN.match(text)) and _ROMAN_NUMBER.fullmatch(m["number"]):
        return _number(m, "roman")
    return _number(m, "letter") if (m := _LETTER.match(text)) else None


def _number(m: re.Match[str], form: Form) -> ItemNumber:
    pieces = [str(int(piece)) if piece.isdecimal() else piece for piece in _PIECE.findall(m["number"])]
    text = ".".join(pieces)
    if m["title"] is None:  # the blank was lost
        return ItemNumber(text, number_parts(text), m["behind"].strip(), form, m["close"])
    return ItemNumber(text, number_parts(text), m["title"].strip(), form, m["end"])


def with_years_first(numbers: list[tuple[int, ItemNumber]]) -> list[tuple[int, ItemNumber]]:
    """The numbers of lines, with ``Sag 26/11``, ``Sag 26/12`` read as the 11 and 12 of a year: what stands before
    the slash is the same everywhere, and what stands behind it each time another. Else that is a year or there is
    no number."""
    dated = [number for _, number in numbers if number.year]
    years, counted = {number.text for number in dated}, {number.year for number in dated}
    if len(dated) < _FEWEST_DATED or len(years) > 1 or len(counted) == 1:
        return [(index, number) for index, number in numbers if len(number.year) % 2 == 0] if dated else numbers
    return [
        (
            index,
            replace(number, text=f"{number.text}/{number.year}", parts=(int(number.year),))
            if number.year
            else number,
        )
        for index, number in numbers
    ]


_FEWEST_DATED = 2


def coded_numbers(lines: Iterable[tuple[int, str]]) -> list[tuple[int, ItemNumber]]:
    """The lines that open with codes which count a body's items: letters that are the same everywhere before a
    number that rises (``ØK/61``, ``ØK/62``), or letters that rise before the same year (``Sag A/26``). Several
    that follow each other make such a series; one code alone is that of anything."""
    found: dict[tuple[str, str], list[tuple[int, ItemNumber]]] = defaultdict(list)
    for index, text in lines:
        start = text[:_FARTHEST]
        m = _CODED.match(text) if ("/" in start or "-" in start) and start[0].isupper() else None
        if m is not None:
            letters, sign, digits = m["letters"], m["sign"], m["digits"]
            number = f"{letters}{sign}{digits}"
            series = ("", sign + digits) if len(letters) == 1 else (letters + sign, "")
            code = ItemNumber(number, number_parts(number), (m["title"] or "").strip(), "coded", m["end"])
            found[series].append((index, code))
    return sorted(
        ((index, code) for codes in found.values() if _follow(codes) for index, code in codes), key=itemgetter(0)
    )


def _follow(codes: list[tuple[int, ItemNumber]]) -> bool:
    """True where each of the first codes is one above the code before it."""
    counted = [code.parts[0] for _, code in codes[:_FEWEST_CODED]]
    return len(counted) == _FEWEST_CODED and all(b - a == 1 for a, b in pairwise(counted))


_FEWEST_CODED = 3
_FARTHEST = 24
"""Characters of a line among which the sign of its code stands."""
_CODED = re.compile(
    rf"(?:(?i:{PREFIX})\.?\s(?:nr\.?\s)?)?"
    r"(?P<letters>[A-ZÆØÅ]{2,4}(?=[/-]\d{1,3}\b)|[A-Z](?=/(?:20)?\d\d\b))(?P<sign>[/-])(?P<digits>\d{1,4})"
    r"(?P<end>[.:)]?)(?:\s+[-–—])?(?:\s+(?P<title>[A-ZÆØÅ0-9].*)|\Z)"
)


def number_parts(number: str) -> tuple[int, ...]:
    """The levels of an item's number as integers: ``2.4`` is (2, 4), ``3.b`` (3, 2), ``IV`` (4,), ``C`` (3,), and
    ``26/11``, the 11th of a year, (11,); so is ``ØK/11``, and ``C/26`` (3,)."""
    first, sign, second = number.replace("-", "/").rpartition("/")
    if sign:
        number = first if len(first) == 1 and first.isalpha() else second
    return tuple(
        int(piece) if piece.isdecimal() else _roman(piece) or ord(piece[0].lower()) - ord("a") + 1
        for piece in number.split(".")
    )


def _roman(piece: str) -> int:
    """The value of a Roman number up to 39; 0 for anything else."""
    if not _ROMAN_NUMBER.fullmatch(piece):
        return 0
    values = [_ROMAN_DIGITS[sign] for sign in piece]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_ROMAN_NUMBER = re.compile(r"(?=.)X{0,3}(?:IX|IV|V?I{0,3})")
_PIECE = re.compile(r"\d+|[A-Za-z]+")
