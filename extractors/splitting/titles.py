"""Headers taken apart: number, kind of case, title; lines with case number and initials."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extractors.splitting.item_numbers import OPENNESS
from extractors.splitting.words import GENERIC_TYPE, ITEM_TYPES, ROUTINE_ITEMS, TYPES_BEHIND

_CASE_FORMS = (
    re.compile(r"(?P<case>[A-ZÆØÅ]{2,6}-\d{4}-\d{3,7})\b(?P<rest>.*)"),
    re.compile(
        r"(?:j\.?\s?nr\s*[.:]*\s*)?(?P<case>\d{2}\.\d{2}(?:\.\d{2})?[.-]?[A-ZÆØÅ]\d{2}"
        r"(?:\s?-\s?20\d{2}/\d{2,7}|-\d{2,6}/20\d{2}|/20\d{2}-\d{1,6}))(?=\s|$)(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:sagsnummer|sagsnr|sags\s?nr|sag\s?nr|journalnummer|journalnr|j\.?\s?nr|acadre(?:sag)?|sags-?id|esdh(?:-sag)?)"
        r"\s*[.:]*\s*(?P<case>(?:[A-ZÆØÅ]{1,5}[-\s]?)?\d{2,4}\s?[-/.]\s?\d{2,7}(?:[-/.][A-ZÆØÅ]?\d{1,7})*|\d{1,2}(?:-\d{1,4}){2,6}"
        r"|\d{4,12}|[A-Z]{2,6}-\d{4}-\d{3,7})(?![\w/-]|\.\d)"
        r"(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<case>\d{2}/\d{3,7}|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}-\d{2,4})(?=\s|$)(?P<rest>.*)"),
    re.compile(r"(?P<case>\d-\d{2}-\d{1,3}-\d{1,5}-\d{2})(?=\s|$)(?P<rest>.*)"),
    re.compile(
        r"sag(?:en)?\s*:?\s+(?P<case>\d{2}/\d{3,7}|\d{3}-20\d{2}-\d{2,7}|20\d{2}-\d{3,7}|[A-ZÆØÅ]{1,5}-?\d{2,4}-\d{2,7}"
        r"|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}-\d{2,4})(?=\s|$)(?P<rest>.*)",
        re.IGNORECASE,
    ),
)
_INITIALS = re.compile(r"[a-zæøå]{2,6}|[A-ZÆØÅ]{2,5}|[A-ZÆØÅ][a-zæøå]{1,4}")
_WORKER = re.compile(
    r"(?:sagsbehandler|sagsbeh|ref|kontakt|behandler)\s*[.:]+\s*(?P<who>[A-Za-zÆØÅæøå]{2,6})\s*$", re.IGNORECASE
)


_AT_BODY = re.compile(rf"[A-ZÆØÅ][\w ,-]{{2,60}} {OPENNESS}", re.IGNORECASE)
"""``Teknik- og Havneudvalget Åbent punkt`` behind the case number."""

_CASE_BEHIND = re.compile(
    r"\s*[(\[](?:sags?\.?(?:\s?nr\.?|nummer)?:?\s*|j\.?\s?nr\.?:?\s*)?(?P<case>(?:[A-ZÆØÅ]{2,6}-)?20\d{2}-\d{3,7}|\d{2}/\d{3,7}"
    r"|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}-\d{2,4}|\d-\d{2}-\d{1,3}-\d{1,5}-\d{2})[)\]]\s*\Z",
    re.IGNORECASE,
)
"""``Godkendelse af dagsorden (2023-0400011)``."""

_OPEN_WORDS = ("åben", "lukket", "fortrolig", "offentlig")
_OPEN = re.compile(r"\W*(?:åb|off)", re.IGNORECASE)
_OPEN_BEFORE = re.compile(rf"(?:[(\[]{OPENNESS}[)\]]\s*[:–-]?|{OPENNESS}\s*(?::|\s[–-]))\s+(?=\S)", re.IGNORECASE)
_OPEN_BEHIND = re.compile(rf"\s*(?:[(\[]{OPENNESS}[)\]]|\s[–-]\s{OPENNESS})\s*\Z", re.IGNORECASE)
"""``(Åben) Budget 2025``, ``Lukket punkt: Køb af areal``, ``Køb af areal (lukket)``: may the public listen?"""

_REMARK = re.compile(
    rf"{OPENNESS}|(?:Sagen afgøres (?:i|af)|Forelægges(?: for)?|Behandles (?:i|af)|(?:Beslutnings)?kompetence"
    r"|Sagsforløb|Sagsgang|(?:Sags|Punkt)?type"
    r"|Beslutningsniveau|Dok(?:ument)?\.?\s?nr|Initialer)\.?\s*:.*|Dok(?:ument)?\.?(?:\s?nr\.?)?\s[\d/-]{4,24}",
    re.IGNORECASE,
)

_CASE_LABEL = re.compile(
    r"(?:sagsnummer|sags\s?nr|sag\s?nr|journalnummer|journalnr|j\.?\s?nr|sags-?id)[.:]{0,2}", re.IGNORECASE
)


def is_case_label(text: str) -> bool:
    """True for the label of a case number without the number: ``Sagsnr.:``."""
    return text[:1] in "sSjJ" and len(text) < 16 and _CASE_LABEL.fullmatch(text) is not None


_OF_PAGE = re.compile(
    r"(?:Tilbage )?til (?:toppen|indholdsfortegnelsen?|oversigten)|Se alle bilag|Udskriv(?: hele dagsorde?ne?n)?"
    r"|Fold alle (?:ud|ind)",
    re.IGNORECASE,
)
_FILE = re.compile(r"\w\.(?:pdf|docx?|pptx?|xlsx?)\b", re.IGNORECASE)


def is_of_page(text: str) -> bool:
    """True for a line that leads about the page of a web site, or to files: it is in no title."""
    if len(text) > _LONGEST_OF_PAGE:
        return False
    if text[:1] in _OF_PAGE_STARTS and _OF_PAGE.fullmatch(text) is not None:
        return True
    return "." in text[:-3] and _FILE.search(text) is not None


_LONGEST_OF_PAGE = 400
_OF_PAGE_STARTS = frozenset("TtSsUuFf")
_REMARK_STARTS = frozenset("åÅlLfFoOiIsSbBkKdDpPtT\u212a\u212b\u0130\u0131\u017f")
"""What such a line may begin with; the last are letters whose other case is one of these."""


def is_remark(text: str) -> bool:
    """True for a line between a title and the text of an item that says how the case is dealt with: ``Åben sag``,
    ``Sagen afgøres i: Byrådet``, ``Sagsforløb: ØK/BY``."""
    return text[:1] in _REMARK_STARTS and len(text) < 120 and _REMARK.fullmatch(text) is not None


_TOLD_TYPE = re.compile(r"(?:Sags|Punkt)?type\.?\s*:\s*(?:Til )?(?P<type>[^\W\d_]+)\s*", re.IGNORECASE)


def told_type(text: str) -> str | None:
    """The kind of case on a line of its own below a title: ``Sagstype: Orientering``."""
    match = _TOLD_TYPE.fullmatch(text)
    return match["type"] if match is not None and is_type(match["type"]) else None


class Title(NamedTuple):
    """A title taken apart: the kind of case, the title itself, the case number in brackets behind it, and whether
    it says that the item is open or closed: that it is open is no part of the title, that it is closed stays."""

    item_type: str | None
    text: str
    case_no: str | None = None
    marked: bool = False


def read_title(title: str) -> Title:
    """The parts of a title that may be printed over several lines, joined to one."""
    bracketed = title.rstrip().endswith((")", "]"))
    case = _CASE_BEHIND.search(title) if bracketed else None
    if case is not None and case.start():
        title = title[: case.start()]
    elif bracketed:
        title = _TIME_BEHIND.sub("", title)
    before = behind = None
    lowered = title.lower()
    if any(map(lowered.__contains__, _OPEN_WORDS)):
        before, behind = _OPEN_BEFORE.match(title), _OPEN_BEHIND.search(title)
    said = before or behind
    if said is not None and _OPEN.match(said.group()):
        title = title[said.end() :] if said is before else title[: said.start()]
    if title[:1] in "ETO" and (called := _CALLED.match(title)) is not None:
        title = title[called.end() :]
    title = _CONTINUED.sub("", title) if "fortsat" in lowered else title
    item_type, text = parse_type(title)
    return Title(item_type, text, case["case"] if case is not None else None, said is not None)


_CONTINUED = re.compile(r"\s*(?:[-–—]\s*|\()fortsat\)?\s*\Z", re.IGNORECASE)
"""``Bro over åen – fortsat`` on the next page of an item."""

_CALLED = re.compile(r"(?:Emne|Titel|Overskrift)\s?:\s+(?=\S)")
"""``Emne: Køb af areal`` below ``Punkt: 3``."""


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


def kind_word(text: str) -> str | None:
    """The kind of case that a line holds and nothing else: ``Beslutningssag``, ``(Til drøftelse)``."""
    m = _KIND_ALONE.fullmatch(text) if len(text) < _LONGEST_KIND else None
    return m["kind"] if m is not None and m["kind"].lower() in TYPES_BEHIND else None


_KIND_ALONE = re.compile(r"[(\[]?(?:Til )?(?P<kind>[A-ZÆØÅ][a-zæøå]+|[A-ZÆØÅ]+|(?<=Til )[a-zæøå]+)[)\]]?:?")
_LONGEST_KIND = 40


def is_routine(title: str) -> bool:
    """True for the title of an item that every meeting has, be it with a time: ``Eventuelt (kl. 15.40)``."""
    return _TIME.sub("", title).lower().rstrip(" .") in ROUTINE_ITEMS


_TIME = re.compile(
    r"\s*(?:\((?:kl\.|ca\.|\d{1,3}\s?min)[^()]*\)|\s[-–]?\s?(?:kl\.\s?)?\d{1,2}[.:]\d\d(?:\s?[-–]\s?\d{1,2}[.:]\d\d)?)\Z"
)


_TIME_BEHIND = re.compile(
    r"\s+\((?:(?:ca\.\s)?\d{1,3}\s?min(?:\.|utter)?|kl\.\s[\d.:–-]+(?:\s?[–-]\s?[\d.:]+)?)\)\s*\Z"
)
"""``Velkomst (5 min.)``, ``Budget (kl. 9.30-10.00)``: how long or when the case is dealt with is no part of it."""


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
                elif len(rest) > 30 and not _AT_BODY.fullmatch(rest):
                    return None
            return "".join(m["case"].split()) if "/" in m["case"] else m["case"], worker
    if m := _WORKER.match(text):
        return None, m["who"]
    return None


_VALUE = (
    r"(?:(?:mindst|min\.|højst|maks\.|max\.|over|under|ca\.)\s)?(?!(?:19|20)\d\d(?!\d))-?\d[\d.,]*"
    r"(?:\s?(?:%|pct\.?|procent|kr\.|mio\.\skr\.|t\.?kr\.|dage|timer))?"
)
_ENDS_IN_VALUES = re.compile(rf"\s{_VALUE}(?:\s{_VALUE})+(?:\s[^\W\d_]+){{0,2}}$")


def ends_in_values(title: str) -> bool:
    """``Nye elever 480 456 Ikke nået``: two values that are no years end a row of a table, perhaps with a verdict
    of a word or two, and no title."""
    return _ENDS_IN_VALUES.search(title) is not None
