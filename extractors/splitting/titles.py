"""Headers taken apart: number, kind of case, title; lines with case number and initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from extractors.splitting.words import FINITE_VERBS, GENERIC_TYPE, ITEM_PREFIXES, ITEM_TYPES, TYPES_BEHIND
from extractors.text.words import DANGLING

Form = Literal["double", "word", "single", "lettered", "letter", "roman"]

_PREFIX = "|".join(ITEM_PREFIXES)
_DOUBLE = re.compile(
    r"(?P<number>\d{1,2}\.\d{1,2})(?!\d|\.\d|,\d|\s*[%/])(?P<end>[.:)]?)(?:\s*[-–—])?(?:\s+|$)(?P<title>.*)"
)
_WORD = re.compile(
    rf"(?:Bilag til )?(?P<word>{_PREFIX})\.?\s*(?:nr\.?\s*)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})?|\d{3})(?![\d,/]|\.\d)"
    r"(?P<end>[.:)]*)\s*(?:[-–—]\s+)?(?P<title>.*)",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"(?P<number>\d{1,3})(?P<end>[.)])\s+(?P<title>\S.*)")
_BARE = re.compile(r"(?P<number>\d{1,3})(?P<end>)\s+(?P<title>[A-ZÆØÅ].*)")
_LETTERED = re.compile(r"(?P<number>\d{1,2}(?:\.[a-z]|[a-z](?=[.):])))(?P<end>[.):]?)\s+(?P<title>[A-ZÆØÅ(].*)")
_LETTER = re.compile(r"(?P<number>[A-H](?:\.?\d{1,2})?)(?P<end>[.):])\s+(?P<title>[A-ZÆØÅ(].*)")
_ROMAN = re.compile(r"(?P<number>[IVX]{1,5})(?P<end>[.):])\s+(?P<title>[A-ZÆØÅ(].*)")
_OF_ITEM = rf"(?:(?i:{_PREFIX})\.?\s(?:nr\.?\s)?\d{{1,2}}(?:\.\d{{1,2}})?|\d{{1,2}}\.\d{{1,2}})(?!\.?\d)"
"""The item as the label of a bilag names it: ``punkt 2.3``, ``pkt. nr. 4``, ``2.3``."""

ATTACHMENT_LABEL = re.compile(
    r"(?:Under)?(?:Bilag|BILAG|Appendiks|Appendix|Annex)(?:\s*(?:nr\.?\s*)?(?P<number>\d{1,3}(?:\.\d{1,2}){0,3}[a-zA-Z]?|[A-H]|[IVX]{1,5})\b)?"
    rf"(?:\s(?:af\s\d{{1,2}}\b|(?:til|under)\s{_OF_ITEM}))?"
    r"(?P<end>\s*[:.)]|\s+[-–—]|(?=\s|$))\s*(?P<title>.*)"
)
"""``Bilag 1: …``, ``Bilag A – …``, ``BILAG 2 …``, ``Bilag 1 til punkt 2.3: …``, ``Bilag 1 af 3``; number and title
may be missing."""

_ITEM_BEFORE = re.compile(rf"{_OF_ITEM}\s*[,:;–-]?\s+(?=[Bb]ilag\s*(?:nr\.?\s*)?\d)")
"""``Punkt 2.3, bilag 1: …``: the item before the label of its bilag, on top of a page."""

_GOES_ON_IN_PROSE = FINITE_VERBS | DANGLING
_ITEM_STARTS = frozenset("PpDdSs0123456789")


def attachment_label(text: str) -> re.Match[str] | None:
    """The label that a line begins with, be the item named before it (``Punkt 2.3, bilag 1``); None where a
    sentence speaks of a bilag (``Bilag 1 viser, at …``)."""
    if text[:1] in _ITEM_STARTS and (named := _ITEM_BEFORE.match(text)) is not None:
        text = text[named.end() :]
        text = text[0].upper() + text[1:]
    m = ATTACHMENT_LABEL.match(text)
    if m is None or m["end"].strip() or m["title"].split(" ", 1)[0].rstrip(",") not in _GOES_ON_IN_PROSE:
        return m
    return None


def names_bilag(text: str) -> bool:
    """True for a line that is the entry of a list of bilag: its label, set off from the title behind it."""
    m = ATTACHMENT_LABEL.match(text) if text[:1] in "BAU" else None
    return m is not None and bool(m["number"] and m["end"].strip() and m["title"].strip())


def own_number(label: str, item_no: str) -> str:
    """The number of a bilag within its item: ``1`` of ``Bilag 2.4.1`` under item 2.4."""
    return label.removeprefix(item_no + ".")


_CASE_FORMS = (
    re.compile(r"(?P<case>[A-ZÆØÅ]{2,6}-\d{4}-\d{3,7})\b(?P<rest>.*)"),
    re.compile(
        r"(?:sagsnummer|sagsnr|sags\s?nr|sag\s?nr|journalnummer|journalnr|j\.?\s?nr|acadre(?:sag)?|sags-?id|esdh(?:-sag)?)"
        r"\s*[.:]*\s*(?P<case>(?:[A-ZÆØÅ]{1,5}[-\s]?)?\d{2,4}\s?[-/.]\s?\d{2,7}(?:[-/.][A-ZÆØÅ]?\d{1,7})*|\d{1,2}(?:-\d{1,4}){2,6}"
        r"|\d{4,12}|[A-Z]{2,6}-\d{4}-\d{3,7})(?![\w/-])"
        r"(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<case>\d{2}/\d{3,7}|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}-\d{2,4})(?=\s|$)(?P<rest>.*)"),
    re.compile(r"(?P<case>\d-\d{2}-\d{1,3}-\d{1,5}-\d{2})(?=\s|$)(?P<rest>.*)"),
    re.compile(
        r"sag(?:en)?\s*:?\s+(?P<case>\d{2}/\d{3,7}|20\d{2}-\d{3,7}|[A-ZÆØÅ]{1,5}-?\d{2,4}-\d{2,7}"
        r"|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}-\d{2,4})(?=\s|$)(?P<rest>.*)",
        re.IGNORECASE,
    ),
)
_INITIALS = re.compile(r"[a-zæøå]{2,6}|[A-ZÆØÅ]{2,5}|[A-ZÆØÅ][a-zæøå]{1,4}")
_WORKER = re.compile(
    r"(?:sagsbehandler|sagsbeh|ref|kontakt|behandler)\s*[.:]+\s*(?P<who>[A-Za-zÆØÅæøå]{2,6})\s*$", re.IGNORECASE
)


_CASE_BEHIND = re.compile(
    r"\s*[(\[](?:sags?\.?(?:\s?nr\.?|nummer)?:?\s*|j\.?\s?nr\.?:?\s*)?(?P<case>(?:[A-ZÆØÅ]{2,6}-)?20\d{2}-\d{3,7}|\d{2}/\d{3,7}"
    r"|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}-\d{2,4}|\d-\d{2}-\d{1,3}-\d{1,5}-\d{2})[)\]]\s*\Z",
    re.IGNORECASE,
)
"""``Godkendelse af dagsorden (2023-0400011)``."""

_OPENNESS = r"(?:åbent?|lukket|fortroligt?|offentligt?|ikke[ -]offentligt?)(?:\s(?:sag|punkt|del))?"
_OPEN_WORDS = ("åben", "lukket", "fortrolig", "offentlig")
_OPEN = re.compile(r"\W*(?:åb|off)", re.IGNORECASE)
_OPEN_BEFORE = re.compile(rf"(?:[(\[]{_OPENNESS}[)\]]\s*[:–-]?|{_OPENNESS}\s*(?::|\s[–-]))\s+(?=\S)", re.IGNORECASE)
_OPEN_BEHIND = re.compile(rf"\s*(?:[(\[]{_OPENNESS}[)\]]|\s[–-]\s{_OPENNESS})\s*\Z", re.IGNORECASE)
"""``(Åben) Budget 2025``, ``Lukket punkt: Køb af areal``, ``Køb af areal (lukket)``: may the public listen?"""

_MARKED = re.compile(rf"(?P<number>\d{{1,3}})(?P<end>)\s+(?P<title>[(\[]{_OPENNESS}[)\]]\s+\S.*)", re.IGNORECASE)
"""``7 (Lukket) Salg af grund``: what says who may listen stands for the full stop."""

_REMARK = re.compile(
    rf"{_OPENNESS}|(?:Sagen afgøres (?:i|af)|(?:Beslutnings)?kompetence|Sagsforløb|Sagsgang|Sagstype"
    r"|Beslutningsniveau|Dok(?:ument)?\.?\s?nr)\.?\s*:.*|Dok(?:ument)?\.?\s?nr\.?\s[\d/-]{4,24}",
    re.IGNORECASE,
)


def is_remark(text: str) -> bool:
    """True for a line between a title and the text of an item that says how the case is dealt with: ``Åben sag``,
    ``Sagen afgøres i: Byrådet``, ``Sagsforløb: ØK/BY``."""
    return len(text) < 120 and _REMARK.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class ItemNumber:
    """The number that opens a line, and what stands behind it."""

    text: str
    parts: tuple[int, ...]
    title: str
    form: Form
    end: str


class Title(NamedTuple):
    """A title taken apart: the kind of case, the title itself, the case number in brackets behind it, and whether
    it says that the item is open or closed: that it is open is no part of the title, that it is closed stays."""

    item_type: str | None
    text: str
    case_no: str | None = None
    marked: bool = False


def parse_item_number(text: str, *, bare: bool = False, letters: bool = False) -> ItemNumber | None:
    """The number of an item at the start of a line in one of the forms agendas use; None where there is none. With
    ``bare`` a number of one level needs no full stop and no ``(Åben)`` behind it, with ``letters`` it may be one or
    hold one."""
    first = text[:1]
    if not (first in _OPENERS or first.isdecimal()) or len(text) > 600:
        return None
    if letters and (found := _parse_letters(text)) is not None:
        return found
    if first.isdecimal():
        if m := _DOUBLE.match(text):
            return _number(m, "double")
        if m := _SINGLE.match(text) or _MARKED.match(text) or (_BARE.match(text) if bare else None):
            return _number(m, "single")
        return None
    if first in _WORD_STARTS and (m := _WORD.match(text)):
        return _number(m, "word")
    return None


_LETTERS = frozenset("ABCDEFGHIVX")
_WORD_STARTS = frozenset("PpDdSsAaBb")
_OPENERS = _LETTERS | _WORD_STARTS
"""What a line begins with, beside digits, that may open with the number of an item."""


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
    return ItemNumber(text, number_parts(text), m["title"].strip(), form, m["end"])


def number_parts(number: str) -> tuple[int, ...]:
    """The levels of an item's number as integers: ``2.4`` is (2, 4), ``3.b`` (3, 2), ``IV`` (4,), ``C`` (3,)."""
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


def read_title(title: str) -> Title:
    """The parts of a title that may be printed over several lines, joined to one."""
    case = _CASE_BEHIND.search(title) if title.rstrip().endswith((")", "]")) else None
    if case is not None and case.start():
        title = title[: case.start()]
    before = behind = None
    lowered = title.lower()
    if any(word in lowered for word in _OPEN_WORDS):
        before, behind = _OPEN_BEFORE.match(title), _OPEN_BEHIND.search(title)
    said = before or behind
    if said is not None and _OPEN.match(said.group()):
        title = title[said.end() :] if said is before else title[: said.start()]
    item_type, text = parse_type(title)
    return Title(item_type, text, case["case"] if case is not None else None, said is not None)


def parse_type(title: str) -> tuple[str | None, str]:
    """The kind of case before the colon (or a dash) and the title without it; None where none is printed."""
    head, colon, rest = title.partition(":")
    head = head.strip()
    if colon and rest.strip() and head and is_type(head):
        return head, rest.strip()
    m = re.match(r"([A-ZÆØÅ][a-zæøå]+)\s+[-–—]\s+(\S.*)", title)
    if m and m[1].lower() in ITEM_TYPES and m[1].lower().endswith(("sag", "drøftelse", "punkt")):
        return m[1], m[2]
    if colon and not rest.strip() and is_type(head):
        return head, ""
    m = _TYPE_BEHIND.fullmatch(title)
    if m and m["type"].lower() in TYPES_BEHIND:
        return m["type"], m["title"]
    return None, title


_TYPE_BEHIND = re.compile(r"(?P<title>\S.*?)\s*\((?:til )?(?P<type>[A-ZÆØÅ]?[a-zæøå]+)\)")
"""``Praktikpladser i kommunerne (Orienteringssag)``, ``Budget 2025 (til drøftelse)``."""


def type_alone(text: str) -> str | None:
    """The kind of case where nothing else stands on a line."""
    word = text.rstrip(" :")
    return word if word.lower() in ITEM_TYPES and word.lower().endswith(("sag", "drøftelse", "punkt")) else None


def is_type(word: str) -> bool:
    """True for a word that says what the meeting is to do with a case."""
    return word.lower() in ITEM_TYPES or GENERIC_TYPE.fullmatch(word) is not None


@lru_cache(maxsize=256)  # headers that stand close together ask for the same lines below them
def parse_case_line(text: str) -> tuple[str | None, str | None] | None:
    """Case number and initials of a case line; None for any other line. ``SAG-2024-01234 mbn``,
    ``Sagsnr.: 22/12345``, ``Sag 22/12345``, ``(22/12345)``, ``Sagsbehandler: mbn``."""
    if not 2 < len(text) < 90:
        return None
    if text[0] in "([":
        alone = _CASE_BEHIND.fullmatch(text)
        return (alone["case"], None) if alone is not None else None
    for form in _CASE_FORMS:
        if m := form.match(text):
            rest = m["rest"].strip(" ,;/|-–()")
            worker = None
            if rest:
                if w := _WORKER.search(rest):
                    worker = w["who"]
                elif _INITIALS.fullmatch(rest):
                    worker = rest
                elif len(rest) > 30:
                    return None
            return "".join(m["case"].split()) if "/" in m["case"] else m["case"], worker
    if m := _WORKER.match(text):
        return None, m["who"]
    return None
