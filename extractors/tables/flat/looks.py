"""What a word of a head tells by itself: a capital letter, a year, a unit, a word that wants more behind it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from extractors.tables.flat.words import ENUMERATOR, JOINING_WORDS, MEASURES, UNIT_HEADS, YEAR, word_set
from schemas.units import unit_of


class Look(NamedTuple):
    """What a word of a head tells by itself, whatever stands beside it.

    ``bare`` is without case and signs, ``stem`` its letters alone; ``shape`` is 0 for a capital letter or ``§``, 1
    for a digit, 2 for others. ``year`` allows for a mark (``2024*``), ``bare_year`` does not; ``bracketed`` is a
    unit in brackets; ``wants_more`` is True where no cell ends in it.
    """

    low: str
    bare: str
    stem: str
    capital: bool
    shape: int
    enumerator: bool
    ranged: bool
    year: bool
    bare_year: bool
    holds_year: bool
    unit: bool
    bracketed: bool
    wants_more: bool


@lru_cache(maxsize=4096)
def look_at(word: str) -> Look:
    """What a word tells."""
    low = word.lower()
    bare = low.strip(".,:;()*")
    capital = word[0].isupper()
    digit = word[0].isdecimal() or (word[0] == "(" and word[1:2].isdecimal())
    return Look(
        low,
        bare,
        "".join(char for char in low if char.isalpha()),
        capital,
        0 if capital or low.startswith("§") else 1 if digit else 2,
        ENUMERATOR.fullmatch(word) is not None and not (word[0] == "(" and bare in _MEASURED),
        _RANGE.fullmatch(word) is not None,
        _is_year(word.strip("*")),
        _is_year(word),
        YEAR.search(word) is not None,
        UNIT_HEADS.fullmatch(word) is not None,
        word[0] == "(" and word[-1] == ")" and (unit_of(word[1:-1]) is not None or bare in _MEASURED),
        bare in JOINING_WORDS
        or (low.endswith((",", "/", "&", "+")) and not low[:-1].isdecimal())
        or (low.endswith("-") and len(low) > 1)
        or low in PARAGRAPHS,
    )


PARAGRAPHS = ("§", "§§")
_MEASURED = MEASURES | word_set("m m2 m² m3 m³ cm mm kl")
"""What a bracket of a few letters behind a head says: ``Afstand (m)``, ``Lukketid (kl.)``."""


def _is_year(word: str) -> bool:
    """True for ``2024``, for a school year ``2023/24`` or ``23/24``, for a year of a budget ``BO2026`` and for the
    day of a balance ``31.12.2024``."""
    if _DATE.fullmatch(word) is not None:
        return True
    if (match := _SHORT_SCHOOL_YEAR.fullmatch(word)) is not None:
        return (int(match["from"]) + 1) % 100 == int(match["to"])
    return _YEAR_WORD.fullmatch(word) is not None


_DATE = regex.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)?\d\d")
_SHORT_SCHOOL_YEAR = regex.compile(r"(?P<from>\d\d)/(?P<to>\d\d)")
_YEAR_WORD = regex.compile(r"(?:19|20)\d\d(?:/\d{2}(?:\d{2})?)?|(?:R|B|BF|BO|KB|FR|FV)(?:19|20)\d\d")
_RANGE = regex.compile(r"\d{1,3}[-–]\d{1,3}|\d{1,3}\+?|[<>]\d{1,3}|\d{1,2}\.")
