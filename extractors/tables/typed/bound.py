"""What belongs to one head wherever a line of heads is cut: a year and its word, brackets and what is before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import regex

from schemas.units import unit_in

_WORD_END = regex.compile(r"\p{L}\Z")
_YEAR_AND_HEAD = regex.compile(r"(?:19|20)\d\d [\p{Lu}(]")
_YEAR = regex.compile(r"(?:19|20)\d\d(?![^\s,])")
_OF_YEAR = regex.compile(r"(?<!\S)(?P<word>\p{Lu}\p{L}+) (?P<year>(?:19|20)\d\d)(?![^\s,])")
_UNIT = regex.compile(r"1\.000\b|(?:mio|mia|kr|pct)\b", regex.IGNORECASE)
_BRACKETS = regex.compile(r"\([^()]*\)")
_BEFORE_MORE = regex.compile(r"(?:,|(?<!\S)(?:pr\.|per))\Z")
_GOES_ON = regex.compile(r"\p{Ll}|\d(?!\d{3}(?!\d))")
"""A year is none: it may stand below what ends in a comma."""
_DAY = regex.compile(r"\d{1,2}(?:/|\.)\d{1,2}\b")
_YEAR_BEFORE_HEAD = regex.compile(r"(?:19|20)\d\d \p{Lu}")
_SPAN_OF_YEARS = regex.compile(r"(?:19|20)\d\d[-–]\d\d")
"""``2024 Ændring 1990-2024``: the span is that of the change."""
_YEARS = regex.compile(rf"{_SPAN_OF_YEARS.pattern}(?:\d\d)?")
PART_OF_YEAR = regex.compile(r"(?:\d\.|[Ff]ørste|[Aa]ndet) (?:halvår|kvartal|tertial)")
"""What stands above the year in the head of one column: ``1. halvår`` / ``2031``."""
_ACCOUNT = r"(?:budget|regnskab|forbrug|prognose)"
_TWO_ACCOUNTS = regex.compile(rf"\b{_ACCOUNT} (?:{_ACCOUNT}\b|\p{{Lu}}\p{{Ll}}{{3}})")
JOINS = regex.compile(r"\b(?:og|eller|samt|af|i|på|pr\.|til|for|med|fra|om|ved|uden)\Z", regex.IGNORECASE)
OPEN = regex.compile(rf"(?:[-‐\u00ad,/]|{JOINS.pattern[:-2]})\Z", regex.IGNORECASE)
INSIDE_WORD = regex.compile(r"\p{Ll}[-\u00ad]\Z")
"""A word that goes on in small letters."""
TORN = regex.compile(r"\p{Ll}[-\u00ad] \p{Lu}")
"""A word that goes on in the next line, and another head behind it: ``Kort vejled- Lang vej-``."""
_FEWEST_YEARS = 2


def yearly_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand before several years in the lines of heads: ``Budget 2031 Budget 2032``."""
    years: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        for match in _OF_YEAR.finditer(text):
            years[match["word"]].add(match["year"])
    return frozenset(word for word, found in years.items() if len(found) >= _FEWEST_YEARS)


def is_bound(left: str, right: str, yearly: frozenset[str]) -> bool:
    """True where no head ends between two parts of a line. A year stands behind what it is the year of: before
    another head, or where ``yearly`` says so; so do a span of years, a unit behind its comma, what stands in
    brackets, and small letters or a number behind a comma or ``pr.``: ``Snit, 12 uger``."""
    if _BRACKETS.match(right) is not None or (left.endswith(",") and _UNIT.match(right) is not None):
        return True
    if _BEFORE_MORE.search(left) is not None and _GOES_ON.match(right) is not None:
        return True
    if _WORD_END.search(left) is None:
        return False
    if _YEAR_AND_HEAD.match(right) is not None or _YEARS.fullmatch(right) is not None:
        return True
    return _YEAR.match(right) is not None and left.rpartition(" ")[2] in yearly


@lru_cache(maxsize=1024)  # asked for every column that a head may stand over
def holds_two(text: str) -> bool:
    """True for the ends of two heads, ``budget regnskab`` below ``Vedtaget`` and ``Ventet``, or the end of one and
    another: ``regnskab Forskel``."""
    return _TWO_ACCOUNTS.search(text) is not None


def goes_on(text: str) -> bool:
    """True where a head begins as no head does: with a small letter and no unit, or with a day."""
    return (text[0].islower() and unit_in(text) is None) or _DAY.match(text) is not None


def begins_another_span(left: str, right: str) -> bool:
    """True where a head between a year and a span of years would be cut off from its span."""
    return _YEAR_BEFORE_HEAD.match(left) is not None and _SPAN_OF_YEARS.match(right) is not None
