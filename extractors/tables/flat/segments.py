"""Head lines as cells: where one column's head ends and the next begins, when only words and lines are left.

Every gap between two words gets points for and against a cell border: capital letters, years, wide spaces, line
ends and empty lines speak for one, small letters, joining words and hyphens against it. The best cut into a given
number of cells is found over all words at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import regex

from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.words import (
    ENUMERATOR,
    FOOTNOTE_MARK,
    JOINING_WORDS,
    NAMED_AFTER_PLACES,
    PLACE_WORDS,
    UNIT_HEADS,
    YEAR,
    word_set,
)
from extractors.text.hyphens import seam
from extractors.text.vocabulary import Vocabulary

_TOKEN = regex.compile(r"\S+")
_GLUED = regex.compile(r"(?<=[a-zæøå]{3}|\balt)(?=[A-ZÆØÅ][a-zæøå]{2})")
_ROTATED_BORDER = regex.compile(r"(?<=[a-zæøå.)])(?=[A-ZÆØÅ])")
_MOST_WORDS = 160


@dataclass(slots=True)
class Token:
    """A word of a head: the item it stands in and how it is set apart from the word before it.

    ``apart`` is ``same`` (same line), ``wide`` (more than one space), ``line``, ``block`` (an empty line between),
    ``space`` (a line of white space between), ``glued`` (no space at all: ``altKommunalt``), ``turned`` (the same
    in rotated text), ``joined`` (parts of one word).
    """

    text: str
    item: int
    apart: str
    until: int = -1

    def __post_init__(self) -> None:
        self.until = max(self.until, self.item)


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A head: its text and the first and last item (position in the head lines) it is printed on. ``glued``: no
    space parts it from the head before it."""

    text: str
    first: int
    last: int
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A way to cut head words into cells. ``regret`` is how much worse it is than the best cut of any number."""

    cells: tuple[HeadCell, ...]
    regret: float


def tokens_of(items: Sequence[Item], words: Vocabulary) -> list[Token]:
    """The words of head lines, with words broken over lines joined."""
    tokens: list[Token] = []
    spaced = False
    for position, item in enumerate(items):
        if item.kind == Kind.SPACE:
            spaced = True
            continue
        apart = "space" if spaced else "block" if item.gap else "line"
        if item.kind == Kind.ROTATED:
            for piece in _ROTATED_BORDER.split(item.text):
                for k, word in enumerate(piece.split()):
                    tokens.append(Token(word, position, "joined" if k else "turned"))
            spaced = False
            continue
        end = None
        for match in _TOKEN.finditer(item.raw):
            if end is not None:
                apart = "wide" if match.start() - end > 1 else "same"
            end = match.end()
            for k, piece in enumerate(_unglued(match.group())):
                _add(tokens, Token(piece, position, "glued" if k else apart), words)
        spaced = False
    return tokens[:_MOST_WORDS]


@lru_cache(maxsize=4096)
def _unglued(word: str) -> tuple[str, ...]:
    return tuple(_GLUED.split(word))


def _add(tokens: list[Token], token: Token, words: Vocabulary) -> None:
    last = tokens[-1] if tokens else None
    if last is not None and token.apart in ("line", "block", "space"):
        if last.text[-1] in "-‐\u00ad" and len(last.text) > 1:
            sew = seam(last.text, token.text, words)
            if sew.glue == "":
                last.text = (last.text[: -sew.drop] if sew.drop else last.text) + token.text
                last.until = token.item
                return
            token.apart = "joined"
        elif last.text[-1] == "/" and token.text[0].isalpha():
            last.text += token.text
            last.until = token.item
            return
    tokens.append(token)


_BASE = {
    # apart: capital letter, digit, small letter or sign
    "same": (0.6, -0.5, -2.5),
    "wide": (1.2, 0.6, -0.9),
    "line": (0.9, -0.7, -2.0),
    "block": (1.3, -0.3, -1.5),
    "space": (1.6, 0.2, -1.0),
    "glued": (1.0, 0.5, -3.0),
    "turned": (2.5, 0.5, -3.0),
    "joined": (-4.0, -4.0, -4.0),
}


def border_points(tokens: Sequence[Token]) -> list[float]:
    """Points for a border before each word; the first word has none to give."""
    starts = Counter(_stem(token.text) for token in tokens if token.text[0].isupper())
    return [0.0] + [_points(tokens, i, starts) for i in range(1, len(tokens))]


@lru_cache(maxsize=4096)
def _stem(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalpha())


@lru_cache(maxsize=4096)
def _is_enumerator(word: str) -> bool:
    return ENUMERATOR.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def _is_range(word: str) -> bool:
    return _RANGE.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def _is_year(word: str) -> bool:
    """True for ``2024``, for a school year ``2023/24`` and for a year of a budget ``BO2026``."""
    return _YEAR_WORD.fullmatch(word) is not None


_YEAR_WORD = regex.compile(r"(?:19|20)\d\d(?:/\d{2}(?:\d{2})?)?|(?:R|B|BF|BO|KB|FR|FV)(?:19|20)\d\d")


@lru_cache(maxsize=4096)
def _names_unit(word: str) -> bool:
    return UNIT_HEADS.fullmatch(word) is not None


def _points(tokens: Sequence[Token], i: int, starts: Counter[str]) -> float:
    before, token = tokens[i - 1].text, tokens[i]
    word = token.text
    capital, digit, small = _BASE[token.apart]
    if word[0].isupper():
        points = capital + (0.4 if starts[_stem(word)] > 1 and len(_stem(word)) > 1 else 0.0)
    elif word[0].isdecimal() or (word[0] == "(" and word[1:2].isdecimal()):
        points = digit
    else:
        points = small
    low = before.lower()
    bare = low.strip(".,:;()*")
    if token.apart == "joined":
        return points
    if token.apart in ("line", "block") and _is_enumerator(word):
        points = max(points, -0.2)
    if bare in JOINING_WORDS or low.endswith((",", "/", "&", "+")) or (low.endswith("-") and len(low) > 1):
        points -= 2.5
    if _is_enumerator(before) and not _is_year(word):
        points -= 3.0
    if low.endswith(":"):
        points -= 2.2
    if word.lower().startswith("alt") and bare == "i":
        points -= 5.0
    year, year_before = (
        _is_year(word.strip("*")),
        ("19" in before or "20" in before) and YEAR.search(before) is not None,
    )
    if year and _is_year(before.strip("*")):
        points += 2.4
    elif year and len(tokens) > i + 1 and _is_year(tokens[i + 1].text.strip("*")):
        points += 1.6
    elif year and bare in _BEFORE_YEARS:
        points -= 1.2
    elif year_before and word[0].isupper():
        points += 0.5
    if _is_unit_head(tokens, i) and not word[0].isupper():
        if (year_before and _is_year(before)) or (
            _names_unit(before) and before.lower() not in ("mio.", "mia.", "t.", "1.000", "1000")
        ):
            points += 3.2
        elif token.apart in ("line", "block", "space"):
            points += 1.9
    if token.apart == "same" and word.lower() == _line_start(tokens, i):
        points += 2.8
    elif token.apart in ("line", "block", "space") and _after_years(tokens, i):
        points += 2.6
    if token.apart == "same" and bare in NAMED_AFTER_PLACES and _stem(word) in PLACE_WORDS:
        points -= 0.7
    if before == "%" and i >= 2 and not tokens[i - 2].text[-1].isdecimal():
        points += 3.0
    ranged = _is_range(word)
    if ranged and bare not in JOINING_WORDS and _ranges_alike(tokens, word, i):
        points = max(points, 0.9)
    elif ranged and i + 1 < len(tokens) and tokens[i + 1].text.lower() == low:
        points = max(points, 0.9)  # ``Under 30 år 30-59 år``
    if token.apart == "same" and word[0].isupper() and not year and _CODE.fullmatch(word) and before[0].isupper():
        points = min(points, -0.3)
    if word in ("%", "kr.", "Kr.") and token.apart == "same" and before[-1].isdecimal():
        points -= 2.0
    return points


def _is_unit_head(tokens: Sequence[Token], i: int) -> bool:
    """True for ``antal``, ``pct.`` and for the first word of ``mio. kr.``"""
    word = tokens[i].text
    if _names_unit(word):
        return True
    return i + 1 < len(tokens) and word.lower() in _SCALES and tokens[i + 1].text.lower().startswith("kr")


_SCALES = frozenset({"mio.", "mia.", "t.", "1.000", "1000", "mio", "mia"})
_RANGE = regex.compile(r"\d{1,3}[-–]\d{1,3}|\d{1,3}\+?|[<>]\d{1,3}|\d{1,2}\.")
_CODE = regex.compile(r"[A-ZÆØÅ]{1,3}\d{2,4}")


def _ranges_alike(tokens: Sequence[Token], word: str, i: int) -> bool:
    """True where several ranges are followed by the same word: ``3-64 årige 65-79 årige 80 årige og derover``."""
    if i + 1 >= len(tokens):
        return False
    following = tokens[i + 1].text
    alike = sum(_is_range(a.text) and b.text == following for a, b in pairwise(tokens))
    return alike >= 3 if word.isdecimal() else alike >= 2


def _line_start(tokens: Sequence[Token], i: int) -> str:
    """The first word of the line: where it comes again, a cell like the first begins."""
    start = i
    while start > 0 and tokens[start].apart in ("same", "wide"):
        start -= 1
    return tokens[start].text.lower() if tokens[start].until == tokens[i].item else ""


def _after_years(tokens: Sequence[Token], i: int) -> bool:
    """True where the line above ends with two years: its heads are complete."""
    return (
        i >= 2
        and tokens[i - 1].item == tokens[i - 2].item
        and all(_is_year(token.text) for token in tokens[i - 2 : i])
    )


_BEFORE_YEARS = word_set(
    "år året budget regnskab ultimo primo medio pr i fra januar februar marts april maj juni juli august "
    "september oktober november december kvartal kv jan feb mar apr jun jul aug sep okt nov dec"
)  # fmt: skip


def regret(points: Sequence[float], cells: int) -> float:
    """How much worse the best cut into so many cells is than the best cut of any number."""
    if not 0 < cells <= len(points):
        return float("inf")
    ranked = sorted(points[1:], reverse=True)
    return sum(point for point in ranked if point > 0) - sum(ranked[: cells - 1])


def cut(tokens: Sequence[Token], points: Sequence[float], cells: int | None = None) -> Cut | None:
    """The best cut into so many cells, or into as many as the points ask for; None for too few words."""
    best = sum(point for point in points if point > 0)
    if cells is None:
        borders = [i for i in range(1, len(tokens)) if points[i] > 0]
        return Cut(_cells(tokens, borders), 0.0)
    if not 0 < cells <= len(tokens):
        return None
    # The cheapest cut takes the highest borders; which ones does not depend on the others.
    ranked = sorted(range(1, len(tokens)), key=lambda i: (-points[i], i))[: cells - 1]
    taken = sum(points[i] for i in ranked)
    return Cut(_cells(tokens, sorted(ranked)), best - taken)


def _cells(tokens: Sequence[Token], borders: Sequence[int]) -> tuple[HeadCell, ...]:
    cells = []
    for first, end in zip([0, *borders], [*borders, len(tokens)], strict=True):
        part = tokens[first:end]
        text = part[0].text
        for token in part[1:]:
            text += ("" if text.endswith("/") else " ") + token.text
        cells.append(HeadCell(text.strip(" :").rstrip("*"), part[0].item, part[-1].until, part[0].apart == "glued"))
    bare = [FOOTNOTE_MARK.sub("", cell.text) for cell in cells]
    # ``Model1`` and ``Model2`` are no footnotes.
    return tuple(
        cell
        if text == cell.text or bare.count(text) > 1 or _numbered_beside(cells, k)
        else replace(cell, text=text)
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
