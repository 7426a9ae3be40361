"""Head lines as cells: where one column's head ends and the next begins, when only words and lines are left.

Every gap between two words gets points for and against a cell border: capital letters, years, wide spaces, line
ends and empty lines speak for one, small letters, joining words and hyphens against it. The best cut into a given
number of cells is found over all words at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

import regex

from extractors.tables.flat.looks import PARAGRAPHS, Look, look_at
from extractors.tables.flat.tokens import Token
from extractors.tables.flat.words import (
    BASES,
    FOOTNOTE_MARK,
    NAMED_AFTER_PLACES,
    PLACE_WORDS,
    heads_labels,
    word_set,
)
from schemas.units import unit_of

_IN_LINE = ("same", "wide", "far")


class HeadCell(NamedTuple):
    """A head: its text and the first and last item (position in the head lines) it is printed on. ``glued``: no
    space parts it from the head before it. ``deep``: it ends on the line of lower heads, and spans none of them."""

    text: str
    first: int
    last: int
    glued: bool = False
    deep: bool = False


def begins_row(cells: Sequence[HeadCell], at: int) -> bool:
    """True where the head stands on a line behind that of the head before it, or is glued to it."""
    return cells[at].glued or cells[at].first > cells[at - 1].last


@dataclass(frozen=True, slots=True)
class Cut:
    """A way to cut head words into cells. ``regret`` is how much worse it is than the best cut of any number."""

    cells: tuple[HeadCell, ...]
    regret: float


_BASE = {
    # apart: capital letter, digit, small letter or sign
    "same": (0.6, -0.5, -2.5),
    "wide": (1.2, 0.6, -0.9),
    "far": (2.5, 2.0, 1.0),
    "line": (0.9, -0.7, -2.0),
    "block": (1.3, -0.3, -1.5),
    "space": (1.6, 0.2, -1.0),
    "glued": (1.0, 0.5, -3.0),
    "turned": (2.5, 0.5, -3.0),
    "joined": (-4.0, -4.0, -4.0),
}


def border_points(tokens: Sequence[Token]) -> list[float]:
    """Points for a border before each word; the first word has none to give."""
    looks = [look_at(token.text) for token in tokens]
    starts = Counter(look.stem for look in looks if look.capital)
    points = [0.0]
    line = opened = 0
    for i in range(1, len(tokens)):
        if tokens[i].apart not in _IN_LINE:
            line = i
        inside, opened = opened, _opened(tokens[i - 1].text, opened)
        points.append(_INSIDE if opened else _points(tokens, looks, i, line, starts, closed=inside > 0))
        points[i] += _LOWER * (tokens[i - 1].deep > tokens[i].deep)
    for i in _begun_again(tokens, looks):
        points[i] += _AGAIN
    return points


def _begun_again(tokens: Sequence[Token], looks: Sequence[Look]) -> list[int]:
    """Where the last words of a line begin that are printed again as a line of their own: two heads begin alike and
    go on in the lines below (``Tiltag Ventet udgift`` / ``2031`` / ``Ventet udgift`` / ``2032``)."""
    lines: dict[int, list[int]] = {}
    for i, token in enumerate(tokens):
        lines.setdefault(token.item, []).append(i)
    whole = {tuple(tokens[i].text for i in line) for line in lines.values() if looks[line[0]].capital}
    return [
        line[at]
        for line in lines.values()
        for at in range(1, len(line))
        if looks[line[at]].capital and tuple(tokens[i].text for i in line[at:]) in whole
    ]


_AGAIN = 2.0
_LOWER = 3.0
"""What the first lower head has behind the end of one that reaches down beside them."""
_ADJECTIVE = 1.0
_OF_NEXT = word_set("øvrige andre anden andet hele samtlige")
"""Words that more often belong to the next one (``Øvrige Europa``) than they are a head."""
_TOTALS = ("i", "alt", "ialt", "total", "sum", "samlet")
_TOTAL = 2.0


def _opened(word: str, before: int) -> int:
    """For how many more words a bracket may stay open behind this one; 0 where none is open."""
    if "(" in word and ")" not in word[word.rindex("(") :]:
        return _MOST_INSIDE
    return 0 if ")" in word else max(0, before - 1)


_INSIDE = -4.0
_MOST_INSIDE = 5
"""So many words of heads a bracket may hold."""


def _points(
    tokens: Sequence[Token], looks: Sequence[Look], i: int, line: int, starts: Counter[str], *, closed: bool
) -> float:
    """Points for a border before word ``i``; ``line`` is the first word of its line. ``closed``: the word before
    closes a bracket that others opened."""
    before, here, word, apart = looks[i - 1], looks[i], tokens[i].text, tokens[i].apart
    points = _BASE[apart][here.shape]
    if here.capital and starts[here.stem] > 1 and len(here.stem) > 1:
        points += 0.4
    if apart == "joined":
        return points
    new_line = apart in ("line", "block")
    parted = new_line or apart == "space"
    if here.enumerator and before.bare_year and i + 1 < len(looks) and looks[i + 1].bare in _PERIODS:
        points = max(points, 0.7)  # ``Mål 2031`` / ``1. halvår``
    elif new_line and here.enumerator:
        points = max(points, -0.2)
    if before.wants_more and not _is_undecided(looks, i):
        points -= 2.5
    if before.enumerator and not here.bare_year and not closed:
        points -= 3.0
    if before.low.endswith(":"):
        points -= 2.2
    if apart == "same" and here.capital and before.bare in _OF_NEXT and not here.low.startswith(_TOTALS):
        points -= _ADJECTIVE
    if before.bare == "i" and here.low.startswith("alt"):
        points -= 5.0
    if apart == "same" and word == "I" and i + 1 < len(looks) and looks[i + 1].low.startswith("alt"):
        points += _TOTAL  # ``Region I alt``: with a capital the total is a head of its own
    if here.low == "±":
        points += 5.0  # ``± pct.-point``: how much it changed
    if here.year and before.bare in BASES:
        points -= 4.0  # ``Baseline 2031 2033 2034``: the first year is that of the base
    elif here.year and before.year:
        points += 2.4
    elif here.year and i + 1 < len(tokens) and looks[i + 1].year and _begins_years(tokens, looks, i):
        points += 1.6
    elif here.bare in _MONTHS and (before.bare in _MONTHS or (i + 1 < len(looks) and looks[i + 1].bare in _MONTHS)):
        points += 4.5  # ``jan feb mar``
    elif apart == "same" and before.year and (_YEARS.fullmatch(here.bare) or _NUMBER_WORD.fullmatch(here.bare)):
        points += 2.4  # ``2023 2024 2019-2024``, ``2024 5-årsmål``
    elif here.year and before.bare in _BEFORE_YEARS:
        points -= 1.2
    elif here.year and _comes_again_for_years(looks, i):
        points += 1.6
    elif before.holds_year and here.capital:
        points += 0.5
    if apart == "same" and not here.capital and before.capital and _is_unit_head(looks, i):
        points += 5.0 * (_complete_elsewhere(tokens, looks, i - 1) >= _SURELY_COMPLETE)
    if not here.capital and _is_unit_head(looks, i):
        counted = i > 1 and looks[i - 2].low in _THOUSAND and unit_of(before.low) is not None
        if (
            counted
            or (before.holds_year and before.bare_year)
            or (before.unit and before.low not in _SCALES_BEFORE)
        ):
            points += 3.2
        elif parted:
            points += _UNIT_ROW if _begins_units(tokens, looks, i) else 1.9
    if apart == "same":
        # Where the first word of the line comes again, a cell like the first begins.
        if word == tokens[line].text and tokens[line].until == tokens[i].item:
            points += 2.8
    elif parted and _after_years(tokens, looks, i):
        points += 2.6
    if apart == "same" and before.bare in NAMED_AFTER_PLACES and here.stem in PLACE_WORDS:
        points -= 0.7
    if i >= 2 and before.low == "%" and not tokens[i - 2].text[-1].isdecimal():
        points += 3.0
    if here.ranged and _of_ranges(looks, i):
        points = min(points, -0.5)
    elif here.ranged:
        if not before.wants_more and _ranges_alike(tokens, looks, i):
            points = max(points, 0.9)
        elif i + 1 < len(tokens) and looks[i + 1].low == before.low and before.low not in PARAGRAPHS:
            points = max(points, 0.9)  # ``Under 30 år 30-59 år``
    if apart == "same" and here.capital and before.capital and not here.year and _CODE.fullmatch(word):
        points = min(points, -0.3)
    if i == 1 and here.holds_year and heads_labels(before.low):
        points = max(points, 1.1)  # ``Fraktion 2031, kvartaler``
    if here.bracketed:
        points = min(points, _INSIDE)  # ``Pris 2026`` / ``(kr.) Budget``: the unit of the head before it
    if here.bare_year and parted and _wrapped_again(tokens, looks, i):
        return min(points, _INSIDE)
    if (wrapped := tokens[i].wrapped) is not None:
        points = _at_line_end(points, here, wrapped=wrapped)
    if apart == "same" and word in ("%", "kr.", "Kr.") and tokens[i - 1].text[-1].isdecimal():
        beside = before.bare_year and here.capital and i + 1 < len(looks) and looks[i + 1].unit
        points -= 0.0 if beside else 2.0  # ``2031 2032 Kr. Pct.``: a head of its own
    return points


def _wrapped_again(tokens: Sequence[Token], looks: Sequence[Look], i: int) -> bool:
    """True for a year alone on its line behind a word that stands before another such year, with other heads
    between them: ``Sag Snit`` / ``2031`` / ``Mål 2032 Snit`` / ``2032``."""
    years = [
        n for n, look in enumerate(looks)
        if n and look.bare_year and looks[n - 1].stem == looks[i - 1].stem != "" and _is_alone(tokens, n)
    ]  # fmt: skip
    return i in years and len({looks[n].low for n in years}) == len(years) > 1 and years[-1] - years[0] > _APART


def _is_alone(tokens: Sequence[Token], n: int) -> bool:
    return tokens[n].apart not in _IN_LINE and (n + 1 == len(tokens) or tokens[n + 1].apart not in _IN_LINE)


_APART = 2
"""So many words lie between years whose heads stand right below each other (``Mål`` / ``2031`` / ``Mål`` /
``2032``)."""


def _at_line_end(points: float, here: Look, *, wrapped: bool) -> float:
    """The points where the end of the line above tells whether it goes on."""
    if wrapped:
        return min(points, _INSIDE)
    return points + _ENDED if here.shape < _SMALL else points


_ENDED = 1.0
_SMALL = 2


def _is_undecided(looks: Sequence[Look], i: int) -> bool:
    """True behind ``Hverken eller``, the answer between two others."""
    return i > 1 and (looks[i - 2].low, looks[i - 1].low) == ("hverken", "eller")


def _begins_years(tokens: Sequence[Token], looks: Sequence[Look], i: int) -> bool:
    """True for a year before another one, but that of the half year before it."""
    return _in_line(tokens, i) and not _of_period(looks, i)


def _of_period(looks: Sequence[Look], i: int) -> bool:
    """True for the year of a part of it, where the next goes back: ``2031 1. halvår 2032 2031 1. halvår 2032``."""
    parted = i > 1 and looks[i - 1].bare in _PERIODS and looks[i - 2].enumerator
    return parted and looks[i].bare_year and looks[i + 1].bare_year and looks[i + 1].low <= looks[i].low


def _in_line(tokens: Sequence[Token], i: int) -> bool:
    """True where the word stands in one line with the next one, or does not begin a line of its own."""
    return tokens[i].apart in _IN_LINE or tokens[i + 1].apart in _IN_LINE


def _comes_again_for_years(looks: Sequence[Look], i: int) -> bool:
    """True where the same two words stand behind this year and another one, and others before: ``2031 i alt 2032 i
    alt``."""
    behind = [look.low for look in looks[i + 1 : i + 3]]
    if behind[1:] and behind[1] in _PERIODS and looks[-1].year:
        return False  # ``Mål 2032 1. halvår 2031 1. halvår 2032``: the years stand behind
    return len(behind) > 1 and any(
        n not in (0, i)
        and look.year
        and looks[n - 1].low != looks[i - 1].low
        and [after.low for after in looks[n + 1 : n + 3]] == behind
        for n, look in enumerate(looks)
    )


def _is_unit_head(looks: Sequence[Look], i: int) -> bool:
    """True for ``antal``, ``pct.`` and for the first word of ``mio. kr.``"""
    if looks[i].unit:
        return True
    if i + 1 >= len(looks) or looks[i].low not in _SCALES:
        return False
    counted = looks[i].low in _THOUSAND and unit_of(looks[i + 1].low) is not None
    return counted or looks[i + 1].low.startswith("kr")


def _begins_units(tokens: Sequence[Token], looks: Sequence[Look], i: int) -> bool:
    """True for the first word of a line that holds the same units in small letters again and again, as lower heads
    do: ``antal pct. antal pct.``"""
    end = next((n for n in range(i + 1, len(tokens)) if tokens[n].item != tokens[i].item), len(tokens))
    line = [look.low for look in looks[i:end]]
    half = len(line) // 2
    return half > 1 and line == line[:half] * 2 and all(_is_unit_head(looks, n) for n in range(i, i + half))


_UNIT_ROW = 3.2


def _complete_elsewhere(tokens: Sequence[Token], looks: Sequence[Look], i: int) -> int:
    """How often the word is a whole head: another one begins right behind it on its line."""
    return sum(
        look.stem == looks[i].stem != "" and after.capital and tokens[n + 1].apart == "same"
        for n, (look, after) in enumerate(pairwise(looks))
    )


_SURELY_COMPLETE = 2
_THOUSAND = frozenset({"1.000", "1000"})
_SCALES_BEFORE = _THOUSAND | {"mio.", "mia.", "t."}
_SCALES = _SCALES_BEFORE | {"mio", "mia"}
_YEARS = regex.compile(r"(?:19|20)\d\d[-–](?:19|20)?\d\d")
_NUMBER_WORD = regex.compile(r"\d{1,3}-[a-zæøå]{3,}")
_CODE = regex.compile(r"[A-ZÆØÅ]{1,3}\d{2,4}")


def _ranges_alike(tokens: Sequence[Token], looks: Sequence[Look], i: int) -> bool:
    """True where several ranges are followed by the same word: ``3-64 årige 65-79 årige 80 årige og derover``."""
    if i + 1 >= len(tokens):
        return False
    following = tokens[i + 1].text
    alike = sum(look.ranged and after.text == following for look, after in zip(looks, tokens[1:], strict=False))
    return alike >= 3 if tokens[i].text.isdecimal() else alike >= 2


def _of_ranges(looks: Sequence[Look], i: int) -> bool:
    """True where the word before a number comes again before another, both followed by the same: ``Resultat 1.
    halvår Resultat 2. halvår``."""
    if not looks[i - 1].capital or i + 1 >= len(looks):
        return False
    return any(
        n != i
        and looks[n].ranged
        and looks[n - 1].stem == looks[i - 1].stem
        and looks[n + 1].stem == looks[i + 1].stem != ""
        for n in range(1, len(looks) - 1)
    )


def _after_years(tokens: Sequence[Token], looks: Sequence[Look], i: int) -> bool:
    """True where the line above ends with two years: its heads are complete."""
    return i >= 2 and looks[i - 1].bare_year and looks[i - 2].bare_year and tokens[i - 1].item == tokens[i - 2].item


_MONTHS = word_set("jan feb mar apr maj jun jul aug sep sept okt nov dec")
_PERIODS = word_set("halvår kvartal kvt kv tertial semester")
_BEFORE_YEARS = word_set(
    "år året budget regnskab ultimo primo medio pr i fra januar februar marts april maj juni juli august "
    "september oktober november december kvartal kv jan feb mar apr jun jul aug sep okt nov dec"
)  # fmt: skip


class Borders:
    """The words of a head and the borders between them, ranked once for all numbers of cells."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._points = points = border_points(tokens)
        # The cheapest cut takes the highest borders; which ones does not depend on the others.
        self._ranked = sorted(range(1, len(points)), key=lambda i: -points[i])
        ranked = [points[i] for i in self._ranked]
        self._sums = list(accumulate(ranked, initial=0.0))
        self._most = sum(point for point in ranked if point > 0)
        self._best = sum(point for point in points if point > 0)

    def regret(self, cells: int) -> float:
        """How much worse the best cut into so many cells is than the best cut of any number."""
        return self._most - self._sums[cells - 1] if 0 < cells <= len(self._tokens) else float("inf")

    def cut(self, cells: int) -> Cut | None:
        """The best cut into so many cells; None for too few words."""
        if not 0 < cells <= len(self._tokens):
            return None
        return Cut(_cells(self._tokens, sorted(self._ranked[: cells - 1])), self._best - self._sums[cells - 1])

    def natural_cut(self) -> Cut:
        """The cut into as many cells as the points ask for."""
        return Cut(_cells(self._tokens, [i for i, point in enumerate(self._points) if i and point > 0]), 0.0)


def _cells(tokens: Sequence[Token], borders: Sequence[int]) -> tuple[HeadCell, ...]:
    cells = []
    for first, end in zip([0, *borders], [*borders, len(tokens)], strict=True):
        part = tokens[first:end]
        text = part[0].text
        for token in part[1:]:
            text += ("" if text.endswith("/") else " ") + token.text
        name, glued, deep = text.strip(" :").rstrip("*"), part[0].apart == "glued", part[-1].deep
        cells.append(HeadCell(name, part[0].item, part[-1].until, glued, deep))
    bare = [FOOTNOTE_MARK.sub("", cell.text) for cell in cells]
    # ``Model1`` and ``Model2`` are no footnotes.
    return tuple(
        cell
        if text == cell.text or bare.count(text) > 1 or _numbered_beside(cells, k)
        else cell._replace(text=text)
        for k, (cell, text) in enumerate(zip(cells, bare, strict=True))
    )


_NUMBERED = regex.compile(r"(?P<word>[^\W\d_]{3,})(?P<number>\d)\b")


def _numbered_beside(cells: Sequence[HeadCell], k: int) -> bool:
    """True where another cell begins with the same word and another number."""
    match = _NUMBERED.match(cells[k].text)
    if match is None:
        return False
    others = (_NUMBERED.match(cell.text) for j, cell in enumerate(cells) if j != k)
    return any(other is not None and other["word"] == match["word"] for other in others)
