"""Danish numbers as they stand in cells: thousands with points, decimals with a comma, units before or after.

The grammar is that of a whole cell or token, never of a sentence: ``parse_number`` answers None as soon as
anything stands there that is neither number nor unit (``0-7 pladser``, ``>50``, ``101 København``,
``200-300``). Values are exact decimals as printed; scales (``mio. kr.``) are told by the unit and never
multiplied in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

import regex

from schemas.units import SPELLINGS, unit_of

NumberKind = Literal["number", "year", "fraction", "dash"]

FRACTIONS: dict[str, Decimal] = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
    "⅕": Decimal("0.2"),
    "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"),
    "⅘": Decimal("0.8"),
}
"""Printed fractions whose value is an exact decimal."""

_VALUE = re.compile(rf"[\d{''.join(FRACTIONS)}]")

DASHES = frozenset("-–—−‐‑‒―")
"""Characters that print a minus sign, and alone in a cell say «nothing to report»."""

_MINUS = DASHES | {"÷"}
"""Accounts print a minus as ``÷`` too: ``÷3.875``."""
_MINUS_BEHIND = regex.compile(r"(?P<number>\d{1,3}(?:\.\d{3})++(?:,\d++)?|\d++,\d++)[-–−]")
"""Systems of accounts print a minus behind the number: ``0,3-``, ``1.234-``. A whole number with a dash behind it
may begin a span."""

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LONGEST = 60
REMEMBERED = 131_072
"""Texts of which is remembered what number they are: each is asked for a dozen times, and where a table holds more
different ones than are remembered, all of them are read every time anew."""
_CURRENCY_FIRST = ("kr.", "kr", "dkk", "€", "eur")

# Spaces that group thousands: ordinary, no-break, thin, narrow no-break, figure space.
_SPACE = r"[ \u00a0\u2009\u202f\u2007]"
_GROUPED = rf"\d{{1,3}}(?:\.\d{{3}})++|\d{{1,3}}(?:{_SPACE}\d{{3}})++|\d++"
_NUMBER = regex.compile(
    rf"""
    (?P<whole>{_GROUPED})?
    (?:{_SPACE}?(?P<fraction>[{"".join(FRACTIONS)}]))?
    (?:,\s?(?P<decimals>\d++)|\.(?P<point>\d{{1,2}}|\d{{4}}))?
    (?P<even>,(?:-{{1,2}}|[–—]))?
    (?P<mark>[{SUPERSCRIPTS}]*)
    """,
    regex.VERBOSE,
)
_NOTE_MARK = regex.compile(r"(?:(?<=[\d%.½¼¾]|^\([^()]*\))\s?\*{1,3}|(?<=[\d%.½¼¾])\s\d\))\Z")
"""What points from a number to a note below the table: ``2.091*``, ``(14)*``, ``2.091 1)``."""
_APPROXIMATELY = regex.compile(r"(?:ca\.?|cirka|omkring)\s+(?=\S)", regex.IGNORECASE)
_SECOND_VALUE = regex.compile(r"(?P<first>[^()\[\]]+?)\s*[(\[](?P<second>[^()\[\]]+)[)\]]\s*")
_SLASHED = regex.compile(r"(?P<first>[^/]+?)\s*/\s*(?P<second>[^/]+)")
_TWO_VALUES = ((")]", _SECOND_VALUE), ("/", _SLASHED))
"""The ways to print two values in a cell, and the signs of which each needs one."""


@dataclass(frozen=True, slots=True)
class Number:
    """A parsed cell.

    ``value`` is exact and as printed, None only for a dash; ``unit`` is a normal form of :mod:`schemas.units`
    or None; ``text`` what was parsed. ``ambiguous_comma``: exactly three digits follow the only comma
    (``31,760``), so that it may group thousands: ``value`` is then 31.760 and ``as_thousands`` 31760; sums
    decide. ``ambiguous_point``: a point with one or two digits behind it (``12.5``), read as a decimal though
    no Danish number is written so. ``bracketed``: printed in brackets, perhaps meaning a minus; the sign is as
    printed. ``grouped``: thousands are set apart (``1.258``). ``year`` is the one that a table prints in brackets
    behind it.
    """

    value: Decimal | None
    unit: str | None
    text: str
    kind: NumberKind = "number"
    ambiguous_comma: bool = False
    ambiguous_point: bool = False
    bracketed: bool = False
    grouped: bool = False
    year: int | None = None

    @property
    def as_thousands(self) -> Decimal | None:
        """The value where the comma groups thousands; the value itself where it cannot."""
        if self.value is None or not self.ambiguous_comma:
            return self.value
        return (self.value * 1000).quantize(Decimal(1))


@cache
def _unit_tail() -> regex.Pattern[str]:
    """A unit at the end of the text, longest spelling first."""
    spellings = sorted((s for group in SPELLINGS.values() for s in group if s != ",-"), key=len, reverse=True)
    body = "|".join(regex.escape(spelling).replace(r"\ ", r"\s+") for spelling in spellings)
    return regex.compile(rf"(?<=[\d\s½¼¾,\-–⁰¹²³⁴⁵⁶⁷⁸⁹])(?:{body})\Z", regex.IGNORECASE)


@cache
def _currency_head() -> regex.Pattern[str]:
    body = "|".join(regex.escape(spelling) for spelling in _CURRENCY_FIRST)
    return regex.compile(rf"(?:{body})\s*(?=[\d\-–−÷+(½¼¾])", regex.IGNORECASE)


def parse_number(text: str) -> Number | None:
    """The number that the whole text is, with its unit; None where it is none or more than one.

    A lone dash is a Number without a value (kind ``dash``); blank text is None.
    """
    printed = text.strip()
    return _parsed(printed) if printed and len(printed) <= _LONGEST else None


@lru_cache(maxsize=REMEMBERED)
def _parsed(printed: str) -> Number | None:
    if printed.isascii() and printed.isdigit():
        kind: NumberKind = "year" if len(printed) == 4 and 1900 <= int(printed) <= 2100 else "number"
        return Number(Decimal(printed), None, printed, kind)
    if len(printed) <= 3 and all(char in DASHES for char in printed):
        return Number(None, None, printed, "dash")
    if _VALUE.search(printed) is None:
        return None
    body = _NOTE_MARK.sub("", _APPROXIMATELY.sub("", printed, count=1))
    if body[0] in "([" and body[-1] in ")]":
        inner = parse_number(body[1:-1])
        return None if inner is None or inner.bracketed else replace(inner, text=printed, bracketed=True)
    unit = None
    if head := _currency_head().match(body):
        unit, body = "euro" if head.group()[0] in "€eE" else "kr.", body[head.end() :]
    if tail := _unit_tail().search(body):
        tail_unit = unit_of(tail.group())
        if unit is not None and tail_unit != unit:
            tail_unit = {"mio.": f"mio. {unit}", "mia.": f"mia. {unit}"}.get(tail_unit or "")
            if tail_unit is None:
                return None
        unit, body = tail_unit, body[: tail.start()].rstrip()
    return _signed(body, unit, printed)


def _signed(body: str, unit: str | None, printed: str) -> Number | None:
    negative = False
    if match := _MINUS_BEHIND.fullmatch(body):
        negative, body = True, match["number"]
    elif body and body[0] in _MINUS:
        negative, body = True, body[1:].lstrip()
    elif body and body[0] in "+±":
        if body[0] == "±":
            return None
        body = body[1:].lstrip()
    match = _NUMBER.fullmatch(body)
    if match is None:
        return None
    whole, fraction = match["whole"], match["fraction"]
    decimals, point = match["decimals"], match["point"]
    if whole is None and fraction is None:
        return None
    if fraction and (decimals or point):
        return None
    if match["even"]:
        if unit not in (None, "kr."):
            return None
        unit = "kr."
    digits = "".join(char for char in whole or "0" if char.isdecimal())
    grouped = whole is not None and len(digits) != len(whole)
    if point is not None and (grouped or len(point) == 4):
        # 125.0002: thousands with a footnote digit glued to them; 1.234.5 is nothing we know.
        if len(point) != 4 or len(digits) > 3 + 3 * (len(whole or "") - len(digits)):
            return None
        digits, grouped, point = digits + point[:3], True, None
    value = Decimal(digits)
    if decimals or point:
        value = Decimal(f"{digits}.{decimals or point}")
    if fraction:
        value += FRACTIONS[fraction]
    kind: NumberKind = "fraction" if fraction else "number"
    plain = not (negative or decimals or point or grouped or fraction or unit or match["even"])
    if plain and len(digits) == 4 and 1900 <= int(digits) <= 2100:
        kind = "year"
    return Number(
        value=-value if negative else value,
        unit=unit,
        text=printed,
        kind=kind,
        ambiguous_comma=bool(decimals) and len(decimals or "") == 3 and not grouped and 1 <= len(digits) <= 3
        and digits != "0",
        ambiguous_point=point is not None,
        grouped=grouped,
    )  # fmt: skip


def parse_cell(text: str) -> list[Number]:
    """All numbers of a cell that holds nothing else: one, or two as in ``24 (-37 %)`` and ``12 / 40 %``.

    Empty for blank cells and for cells with any other word in them.
    """
    single = parse_number(text)
    if single is not None:
        return [single]
    if len(text) > 2 * _LONGEST:
        return []
    for signs, pattern in _TWO_VALUES:
        match = pattern.fullmatch(text.strip()) if any(sign in text for sign in signs) else None
        if match is None:
            continue
        first, second = parse_number(match["first"]), parse_number(match["second"])
        if first is None or second is None or first.kind == "dash":
            continue
        if pattern is _SLASHED and (first.unit == second.unit or second.unit is None):
            continue  # 24/12 is a date, a case number or a share, nothing certain
        return [first, second]
    return []


def is_number_like(text: str) -> bool:
    """True where the text is one value or two: dashes, years and plain counts included, labels not."""
    return bool(parse_cell(text))
