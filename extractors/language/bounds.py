"""Values with a bound, as cells print them: ``≥ 80 %``, ``mindst 60 %``, ``maks. 14 dage``, ``85 pct. eller
derover``.

A number that is to be reached or not to be passed is no plain count: it makes a column of values of its column and
takes part in no sum. Words that also begin the labels of size classes (``over 50``, ``under 5 år``) bind only a
share or a fraction, unless the caller knows that the cell is a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from extractors.language.numbers import Number, parse_number
from schemas.records import Comparator

BEFORE: dict[Comparator, tuple[str, ...]] = {
    ">=": (
        "≥", ">=", "=>", "mindst", "mindste", "minimum", "min.", "min", "som minimum", "minimalt", "ikke under",
        "ikke mindre end", "ikke færre end",
    ),
    "<=": (
        "≤", "<=", "=<", "højst", "højest", "maks.", "maks", "maksimum", "maksimalt", "max.", "max", "op til",
        "ikke over", "ikke mere end", "ikke flere end", "inden for", "indenfor",
    ),
}  # fmt: skip
"""Signs and words before a number that make it a bound and nothing else."""

LOOSE: dict[Comparator, tuple[str, ...]] = {
    ">": (">", "over", "mere end", "flere end", "større end", "højere end"),
    "<": ("<", "under", "mindre end", "færre end", "lavere end"),
}
"""Signs and words that begin size classes as well."""

BEHIND: dict[Comparator, tuple[str, ...]] = {
    ">=": (
        "+", "eller derover", "og derover", "eller over", "og over", "eller mere", "eller flere", "eller højere",
        "eller bedre", "(min.)", "(minimum)", "(mindst)", "som minimum",
    ),
    "<=": (
        "eller derunder", "og derunder", "eller under", "og under", "eller mindre", "eller færre", "eller lavere",
        "(maks.)", "(max)", "(max.)", "(maks)", "(maksimum)", "(højst)",
    ),
}  # fmt: skip
"""Signs and words behind a number."""

_LONGEST = 60


def _pattern(words: dict[Comparator, tuple[str, ...]]) -> tuple[tuple[Comparator, str], ...]:
    pairs = [(sign, word) for sign, group in words.items() for word in group]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[1])))


_BEFORE, _LOOSE, _BEHIND = _pattern(BEFORE), _pattern(LOOSE), _pattern(BEHIND)
_WORDS_BEFORE, _LOOSE_WORDS, _WORDS_BEHIND = (
    tuple(word for _, word in pairs) for pairs in (_BEFORE, _LOOSE, _BEHIND)
)
BOUND_WORDS = "|".join(
    regex.escape(word)
    for word in sorted((w for group in (BEFORE, LOOSE) for ws in group.values() for w in ws), key=len, reverse=True)
)
"""The signs and words before a bounded number, as alternatives of a pattern, the longest first."""
_DIGIT = regex.compile(r"[\d½]")


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number and how what is held against it must stand to it."""

    number: Number
    comparator: Comparator


@lru_cache(maxsize=8192)
def parse_bounded(text: str, *, surely_value: bool = False) -> Bounded | None:
    """The bounded number that the whole text is; None for anything else, a plain number included.

    ``surely_value``: the text stands where only a value can, so that ``over 50`` is a bound and no size class.
    """
    printed = " ".join(text.split())
    if not 2 <= len(printed) <= _LONGEST or _DIGIT.search(printed) is None:
        return None
    lowered = printed.lower()
    for sign, word in _BEFORE if lowered.startswith(_WORDS_BEFORE) else ():
        if lowered.startswith(word) and (number := _plain(_behind(printed, word))):
            return Bounded(number, sign)
    for sign, word in _BEHIND if lowered.endswith(_WORDS_BEHIND) else ():
        if lowered.endswith(word) and (number := _plain(printed[: -len(word)].rstrip())):
            return Bounded(number, sign) if word != "+" or surely_value or number.unit else None
    for sign, word in _LOOSE if lowered.startswith(_LOOSE_WORDS) else ():
        if not lowered.startswith(word) or not (number := _plain(_behind(printed, word))):
            continue
        fraction = number.value is not None and number.value != number.value.to_integral_value()
        if surely_value or number.unit in ("%", "procentpoint", "promille") or fraction:
            return Bounded(number, sign)
    return None


def _behind(printed: str, word: str) -> str:
    """What follows the word; blank where the word only begins a longer one (``minut``)."""
    rest = printed[len(word) :]
    return "" if word[-1].isalpha() and rest[:1].isalpha() else rest.lstrip()


def _plain(text: str) -> Number | None:
    if not text or not (text[0].isdecimal() or text[0] in "½+-–−k"):
        return None
    number = parse_number(text)
    return number if number is not None and number.value is not None and number.kind != "dash" else None
