"""Printed page numbers: the forms in which Danish documents write them."""

from __future__ import annotations

import re

_SIDE = r"S\s?i\s?d\s?e"
_STYLED = (
    re.compile(rf"(?:{_SIDE}|p\.|s\.)\s*[|:]?\s*(\d{{1,4}})(?:\s*(?:af|/|of)\s*\d{{1,4}})?", re.IGNORECASE),
    re.compile(rf"(\d{{1,4}})\s*\|\s*(?:{_SIDE}|P\s?a\s?g\s?e)", re.IGNORECASE),
    re.compile(r"(\d{1,4})\s*(?:af|/)\s*\d{1,4}", re.IGNORECASE),
    re.compile(r"[-–]\s?(\d{1,4})\s?[-–]"),
)
"""``Side 3``, ``SIDE | 17``, ``Side 10 af 12``, ``37 | S i d e``, ``3 af 12``, ``- 7 -``."""

_STARTS = frozenset("SspP-–\u017f")
"""What they begin with beside digits; the last is the long s, an S to regular expressions."""

_TAIL = re.compile(rf"\S.*?\s(?:{_SIDE})\s*\|?\s*(\d{{1,4}})(?:\s*af\s*\d{{1,4}})?", re.IGNORECASE)
"""A running head that ends in the page number: ``Årsrapport 2020 Side 4``."""

_LONGEST = 200


def styled_number(text: str) -> int | None:
    """The page number of a line that prints nothing else, with a word or sign that says so."""
    text = text.strip()
    if len(text) > 40 or not (text[:1] in _STARTS or text[:1].isdecimal()):
        return None
    for pattern in _STYLED:
        match = pattern.fullmatch(text)
        if match is not None:
            return int(match[1])
    return None


def bare_number(text: str) -> int | None:
    """The value of a line that is a number and nothing else; it may be a page number."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 4 else None


def trailing_number(text: str) -> int | None:
    """The page number at the end of a running head or foot."""
    text = text.strip()
    if not text or len(text) > _LONGEST or not text[-1].isdecimal():
        return None
    match = _TAIL.fullmatch(text)
    return int(match[1]) if match else None
