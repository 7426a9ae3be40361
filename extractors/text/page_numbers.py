"""Printed page numbers: the forms in which Danish documents write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from schemas.document import Line

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


_FOOT = re.compile(
    rf"(?P<head>[^|·]*[^\W\d_][^|·]*[|·].*?)\s*[|·]\s*(?:{_SIDE}\s*)?(?P<page>\d{{1,4}})"
    rf"|(?P<said>.*[^\W\d_].*?)[\s|·,–-]+{_SIDE}\s*(?P<number>\d{{1,4}})(?:\s*(?:af|/)\s*\d{{1,4}})?",
    re.IGNORECASE,
)
"""``Udvalget | 18-06-2025 | 3``, ``Udvalget · Side 3``."""


def counted_feet(lines: Sequence[Line]) -> list[int]:
    """The lines of a text without pages that come again with nothing but their last number one higher each time,
    each apart from the lines around it."""
    found: dict[str, list[tuple[int, int]]] = {}
    for place, line in enumerate(lines):
        text = line.text[: _LONGEST + 1].strip()
        if not text or len(text) > _LONGEST or not text[-1].isdecimal():
            continue
        if "|" not in text and "·" not in text and "side" not in text.lower():
            continue
        beside = [lines[n] for n in (place - 1, place + 1) if 0 <= n < len(lines)]
        if not all(other.blank for other in beside) or (m := _FOOT.fullmatch(text)) is None:
            continue
        number = int(m["page"] or m["number"])
        found.setdefault((m["head"] or m["said"]).casefold(), []).append((line.index, number))
    return [
        index
        for feet in found.values()
        if len(feet) > 1 and all(b[1] == a[1] + 1 for a, b in pairwise(feet))
        for index, _ in feet
    ]


FEWEST_PAGES = 4
"""Pages of one paper, at least, whose numbers alone on a line tell that they are no values."""
LINES_OF_PAGE = 8
"""Lines between two of them, at least."""


def counted_pages(lines: Sequence[Line]) -> list[int]:
    """The lines of a text without pages that hold a number alone, one higher each time, above lines that begin with
    the space of a page start: a bilag that counts its own pages."""
    runs: list[list[tuple[int, int, int]]] = []
    for place, line in enumerate(lines):
        number = bare_number(line.text) if line.text[:1].isdecimal() else None
        if number is None or not _begins_page(lines, place + 1):
            continue
        _, before, above = runs[-1][-1] if runs else (0, 0, 0)
        if not runs or number != before + 1 or place - above < LINES_OF_PAGE:
            runs.append([])
        runs[-1].append((line.index, number, place))
    return [index for run in runs if len(run) >= FEWEST_PAGES for index, *_ in run]


def _begins_page(lines: Sequence[Line], place: int) -> bool:
    """True where the next printed line begins with one space."""
    text = next((line.text for line in lines[place : place + LINES_OF_PAGE] if not line.blank), "")
    return text[:1] == " " and text[1:2].strip() != ""
