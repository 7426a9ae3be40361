"""Labels of bilag: ``Bilag 1: …``, alone, in a list or on top of the bilag itself."""

from __future__ import annotations

import re

from extractors.splitting.item_numbers import PREFIX
from extractors.splitting.words import FINITE_VERBS, MONTHS
from extractors.text.words import DANGLING

_OF_ITEM = rf"(?:(?i:{PREFIX})\.?\s(?:nr\.?\s)?\d{{1,2}}(?:\.\d{{1,2}})?|\d{{1,2}}\.\d{{1,2}})(?!\.?\d)"
"""The item as the label of a bilag names it: ``punkt 2.3``, ``pkt. nr. 4``, ``2.3``."""

_BY_WORD = rf"(?i:{PREFIX})\.?\s(?:nr\.?\s)?\d{{1,2}}(?:\.\d{{1,2}})?(?!\.?\d)"
"""The item by its word, behind a dash or in brackets: ``Bilag 2 – pkt. 14``, ``Bilag A (punkt 3)``."""

_DASHED = r"(?:[A-H]\.?)?\d{1,3}(?:\.\d{1,2})?-(?:\d{1,2}|[A-Z])"
"""The item and the bilag with a dash between them: ``3-1``, ``3-A``, ``B.1-2``."""

ATTACHMENT_LABEL = re.compile(
    r"(?:Under)?(?:Bilag|BILAG|Appendiks|Appendix|Annex)(?:\s*(?:nr\.?\s*)?(?P<number>"
    rf"{_DASHED}(?=\s*[:.)]|\s+[A-ZÆØÅ–—-]|\s*$)|"
    r"\d{1,3}(?:\.\d{1,2}){0,3}(?:\.?[a-zA-Z]|\s[a-hA-H](?=\s*[:.)]|\s+[–—-]|\s+[A-ZÆØÅ]|\s*$))?|[IVX]{1,5}(?:\.\d{1,2})?|[A-Z]\d{0,2})\b)?"
    r"(?:,?\s\(?(?:del|DEL)\s(?:\d|[A-Z])\)?)?"
    rf"(?:\s(?:af\s\d{{1,2}}\b|(?:til|under)\s{_OF_ITEM})|\s?[–—,-]\s?{_BY_WORD}|\s\({_BY_WORD}\))?"
    r"(?P<end>\s*[:.)]|\s+[-–—]|(?=\s|$))\s*(?P<title>.*)"
)
"""``Bilag 1: …``, ``Bilag A – …``, ``BILAG 2 …``, ``Bilag 1 til punkt 2.3: …``, ``Bilag 1 af 3``; number and title
may be missing."""

BULLET = re.compile(r"\A[–—•▪·*-]\s+")
"""What a point of a list begins with."""

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
    """True for a line that is the entry of a list of bilag: its label, set off from the title behind it, which does
    not go on a sentence."""
    m = ATTACHMENT_LABEL.match(text) if text[:1] in "BAU" else None
    title = m["title"].strip() if m is not None else ""
    return m is not None and bool(m["number"] and m["end"].strip() and title) and not title[0].islower()


def names_packet(text: str) -> bool:
    """True for the title of a packet of bilag, which is no bilag: ``Bilag til udvalgets møde den 12. maj 2026``,
    ``Bilag 12-05-2026``."""
    return text[:5].lower() == "bilag" and "20" in text and _PACKET.fullmatch(text) is not None


_PACKET = re.compile(
    rf"Bilag(?:\s(?:til|for|fra)\s[^\d:]{{2,90}}?)?[\s,]+(?:d\.\s?)?\d{{1,2}}"
    rf"(?:\.?\s(?:{'|'.join(MONTHS)})\s|[./-]\s?\d{{1,2}}[./-]\s?)20\d\d\.?",
    re.IGNORECASE,
)


def named_item(text: str) -> str | None:
    """The number of the item that a label names: 2.3 of ``Bilag 1 til punkt 2.3: …`` and ``Punkt 2.3, bilag 1``."""
    if text[:1] in _ITEM_STARTS:
        before = _ITEM_BEFORE.match(text)
        return _last_number(before.group()) if before is not None else None
    behind = _ITEM_BEHIND.match(text) if text[:1] in "BAU" else None
    return _last_number(behind["item"] or behind["word"]) if behind is not None else None


def _last_number(text: str) -> str:
    *_, last = _NUMBERS.finditer(text)
    return last.group().lstrip("0") or "0"


_NUMBERS = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
_ITEM_BEHIND = re.compile(
    rf"(?:Under)?(?:Bilag|BILAG|Appendiks)\s*(?:nr\.?\s*)?(?:\d{{1,2}}[a-zA-Z]?|[A-H])(?:\s(?:til|under)\s(?P<item>{_OF_ITEM})|(?:\s?[–—,-]\s?|\s\()(?P<word>{_BY_WORD}))"
)


def opens_series(number: str) -> bool:
    """True for the number of a first bilag: ``1``, ``2.4.1``, ``A``, ``3a``, ``3-A``, ``I``."""
    return number in ("A", "I") or _FIRST.fullmatch(number) is not None


def next_number(number: str) -> str:
    """The number that follows in the series of a bilag's number: ``B`` after ``A``, ``3b`` after ``3a``."""
    if number in _ROMANS:
        return _ROMANS[min(_ROMANS.index(number) + 1, len(_ROMANS) - 1)]
    last = _LAST.search(number)
    if last is None:
        return number
    step = str(int(last.group()) + 1) if last.group().isdecimal() else chr(ord(last.group()) + 1)
    return number[: last.start()] + step


_LAST = re.compile(r"(?:\d+|[A-Za-z])\Z")


_FIRST = re.compile(r"(?:\d{1,3}\.)*1|(?:[A-H]\.?)?\d{1,3}-[1A]|\d{1,3}(?:\.\d{1,3})?[ .]?[aA]")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def own_number(label: str, item_no: str) -> str:
    """The number of a bilag within its item: ``1`` of ``Bilag 2.4.1`` under item 2.4, ``A`` of ``Bilag 2.4 A`` and
    of ``Bilag 2.4-A``."""
    own = label.removeprefix(item_no)
    return own.lstrip(" .-") if own != label and _OWN.fullmatch(own) else label


_OWN = re.compile(r"\.\d{1,2}[A-Za-z]?|[ .-]?[A-Za-z]|-\d{1,2}")


def printed_number(text: str) -> str | None:
    """The number of a bilag that opens a line, with its label or without: ``2.1A`` of ``Bilag 2.1 a``, ``2A`` of
    ``2a Takstblad``; None where there is none."""
    label = attachment_label(text)
    m = _OWN_NUMBER.match(text) if label is None else None
    number = label["number"] if label is not None else m["number"] if m is not None else None
    return _LETTER_APART.sub(r"\1", number.upper()) if number else None


_OWN_NUMBER = re.compile(
    rf"(?:[–—•▪·*-]\s+)?(?P<number>{_DASHED}|\d{{1,3}}(?:\.\d{{1,2}}){{2}}|0\d\.\d{{1,2}}|\d{{1,3}}[a-z]|[A-Z](?=[.)]\s))(?=[\s.:)]|$)"
)
_LETTER_APART = re.compile(r"[ .]([A-Z])\Z")


def place_of(label: str, item_no: str) -> int | None:
    """The place in the list of its item that a number tells: 2 of ``2``, ``B`` and ``2.4.2`` under item 2.4; None
    where it tells none."""
    own = own_number(label, item_no)
    if own.isdecimal():
        return int(own)
    return ord(own.upper()) - ord("A") + 1 if len(own) == 1 and own.isascii() and own.isalpha() else None
