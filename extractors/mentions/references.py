"""Case numbers and web addresses.

The norm of a case number is the number without its label and without inner spaces (``2022-4181``), of an
address the address with its scheme (``http://www.kommune.dk``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from extractors.mentions.found import Found, longest
from extractors.text.signs import DIGIT, sign, signs_of

LABELS = (
    r"J\.?\s?-?nr\.?", r"Jnr\.?", r"Journal\s?-?(?:nr\.?|nummer)", r"Sags?\s?-?(?:nr\.?|nummer|ID)", r"Sags?\s?id",
    r"Sags-ID", r"Acadre-?(?:sags)?nr\.?", r"ESDH-?(?:sags)?nr\.?",
    r"Dok(?:ument)?\.?\s?-?(?:nr\.?|nummer|ID)",
)  # fmt: skip
"""Words before a case number, as patterns."""

_LABELLED = re.compile(
    rf"(?<!\w)(?:{'|'.join(LABELS)})\s?:?\s?(?P<number>[A-ZÆØÅ]{{0,6}}-?\d[\w.]*(?:\s?[-/]\s?\w[\w.]*)*)",
    re.IGNORECASE,
)
_SAG = re.compile(r"(?<![\w-])(?P<number>(?:SAG|EMN|DOK)-\d{4}-\d{3,6})(?![\w-])")
_PLAIN = re.compile(r"(?<!\w)(?:Sag|Dok\.?)\s(?P<number>\d{2,3}-\d{4}-\d{2,6}|\d{2}/\d{3,6})(?![\w/-])")
_KLE = re.compile(r"(?P<number>\d(?<![\w.].)\d\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,4}-\d{2})(?![\w-])")


_NUMBER, _ID, _CASE = sign("nr", "nummer"), sign("id"), sign("sag", "dok")


def _may_be_labelled(text: str) -> bool:
    """True where the text holds what all labels hold."""
    told = signs_of(text)
    return bool(told & _NUMBER) or (bool(told & _ID) and bool(told & _CASE))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (_SAG, lambda text: "SAG-" in text or "EMN-" in text or "DOK-" in text),
    (_KLE, lambda text: "-" in text and "." in text),
    (_PLAIN, lambda text: "Sag" in text or "Dok" in text),
    (_LABELLED, _may_be_labelled),
)
"""Patterns of case numbers, each with what says whether a text is worth the search."""

_URL = re.compile(
    r"(?:https?://|file:///|(?<![\w@./])www\.)[^\s<>«»\"”“|]+"
    r"|(?<![\w@./:-])(?:[\wæøå-]{2,}\.){1,3}dk(?![\w@-])(?:/[^\s<>«»\"”“|]*)?",
    re.IGNORECASE,
)
"""Addresses with their scheme, with ``www.``, or Danish ones with neither (``havnen.dk/priser``)."""
_SIGNS = ("www.", "://", "WWW.", ".dk")
_TRAILING = ".,;:!?)]}'’"
_CONTINUES = re.compile(r"[\w%#?&=./~+-]*[/.\-_=&%?\d][\w%#?&=./~+-]*")
_LIKE_ADDRESS = re.compile(r"[/-].*[/-]|\.(?:pdf|html?|aspx|docx?|xlsx?)\b")
_OPEN_END = ("-", "_", "=", "&", "?", "%")
_LONG = 70


class Address(NamedTuple):
    """An address that begins in the line at ``position``; ``text`` is joined over line breaks."""

    position: int
    text: str
    norm: str
    start: int


def find_case_numbers(text: str) -> list[Found]:
    """All case numbers of the text in order; text and place include a printed label."""
    found: list[Found] = []
    if not signs_of(text) & DIGIT:
        return found
    for pattern, may_stand in _FORMS:
        for match in pattern.finditer(text) if may_stand(text) else ():
            number = re.sub(r"\s", "", match["number"]).rstrip(".-/")
            digits = sum(char.isdecimal() for char in number)
            if digits >= 3 and (digits >= 5 or not number.isdecimal()):
                found.append(Found(match.start(), match.start() + len(match.group().rstrip(" .-/")), number, 0.95))
    return longest(found) if found else found


def find_urls(lines: Sequence[str]) -> Iterable[Address]:
    """All addresses in the lines, each joined with its continuation on the next printed line.

    A line continues an address that ends the line before it where the address breaks at a sign or fills the
    line, and the line is one word that looks like a part of an address.
    """
    position = 0
    while position < len(lines):
        line = lines[position]
        taken = position
        for match in _URL.finditer(line) if any(map(line.__contains__, _SIGNS)) else ():
            text = match.group()
            if match.end() == len(line.rstrip()) and len(text) < 2000:
                text, taken = _continued(lines, position, text)
            text = _trim(text)
            if "." in text:
                yield Address(position, text, text if "://" in text else f"http://{text}", match.start())
        position = taken + 1


def _continued(lines: Sequence[str], position: int, text: str) -> tuple[str, int]:
    """The address with what following lines add to it, and the last of these lines."""
    at = position
    for _ in range(4):
        following = next((i for i in range(at + 1, min(at + 3, len(lines))) if lines[i].strip()), None)
        if following is None or text.endswith("/"):
            break
        part, _, rest = lines[following].strip().partition(" ")
        breaks = text.endswith(_OPEN_END)
        if not (breaks or len(lines[at].rstrip()) >= _LONG) or not _CONTINUES.fullmatch(part) or _URL.match(part):
            break
        if not breaks and not _LIKE_ADDRESS.search(part):
            break
        text, at = text + part, following
        if rest:
            break
    return text, at


def _trim(text: str) -> str:
    """The address without the marks of the sentence around it; a closing bracket stays where one opens."""
    while text and text[-1] in _TRAILING:
        if text[-1] == ")" and text.count("(") >= text.count(")"):
            break
        text = text[:-1]
    return text
