"""The print of a page as the table reader sees it: bands of words on one baseline, and chunks parted by gaps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from operator import add, itemgetter
from typing import NamedTuple

import regex

from extractors.language.bounds import parse_bounded
from extractors.language.numbers import Number, parse_cell
from schemas.document import Page
from schemas.units import counts_in_thousands, is_scale, names_unit

GAP = 0.55
"""A gap of this many sizes parts two chunks; a space in running text takes 0.2 to 0.35."""

_TURNED_GAP = 0.9
_LONGEST_VALUE = 40

_YEAR = regex.compile(r"(?:19|20)\d\d")

SAME_LINE = 0.45
"""Words whose middles are this many sizes apart stand on one baseline."""


_LEFT = itemgetter(0)
"""The left edge of a word."""


def _height(word: Placed) -> float:
    return word[1] + word[3]


class Placed(NamedTuple):
    """An upright word with the index of the line it came from."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    size: float
    bold: bool
    line: int

    @property
    def middle(self) -> float:
        """Half of its height."""
        return (self.y0 + self.y1) / 2


class Turned(NamedTuple):
    """A line of rotated words: read upwards (``angle`` 90) or downwards (270)."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    angle: int
    line: int


@lru_cache(maxsize=16384)
def numbers_of(text: str) -> tuple[Number, ...]:
    """The numbers of a cell; cached, since tables repeat small counts."""
    return tuple(parse_cell(text))


@dataclass(slots=True)
class Chunk:
    """Words with no more than spaces between them; its left and right edge and the middle between them."""

    words: list[Placed]
    text: str = ""
    numbers: tuple[Number, ...] = ()
    x0: float = field(init=False)
    x1: float = field(init=False)
    centre: float = field(init=False)

    def __post_init__(self) -> None:
        words = self.words
        self.text = text = words[0].text if len(words) == 1 else " ".join([word.text for word in words])
        if len(text) <= _LONGEST_VALUE:
            self.numbers = numbers_of(text)
        self.x0, self.x1 = words[0].x0, words[-1].x1
        self.centre = (self.x0 + self.x1) / 2

    @property
    def is_value(self) -> bool:
        """True where it is a number or a dash and nothing else."""
        return bool(self.numbers)

    @property
    def is_year(self) -> bool:
        """True where it is a bare year."""
        return bool(self.numbers) and self.numbers[0].kind == "year"

    @property
    def is_dash(self) -> bool:
        """True for a lone dash."""
        return bool(self.numbers) and self.numbers[0].kind == "dash"


@dataclass(slots=True)
class Band:
    """All words of a page on one baseline, from left to right.

    ``y0`` and ``y1`` are its upper and lower edge, ``middle`` the height of its words' middles, ``size`` that of
    the largest word, ``text`` the words with single spaces; ``bold`` where every word is; ``settled`` its values
    once nothing more is made of its chunks.
    """

    words: list[Placed]
    chunks: list[Chunk] = field(default_factory=list)
    y0: float = field(init=False)
    y1: float = field(init=False)
    middle: float = field(init=False)
    size: float = field(init=False)
    text: str = field(init=False)
    bold: bool = field(init=False)
    settled: list[Chunk] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        _, tops, _, feet, texts, sizes, bolds, _ = zip(*self.words, strict=True)
        self.y0, self.y1, self.size = min(tops), max(feet), max(sizes)
        self.middle = sum(map(add, tops, feet)) / (2 * len(tops))
        self.text, self.bold = " ".join(texts), all(bolds)

    @property
    def values(self) -> list[Chunk]:
        """Chunks that are numbers or dashes."""
        return self.settled if self.settled is not None else [chunk for chunk in self.chunks if chunk.numbers]


def upright_words(page: Page, skipped: Collection[int]) -> list[Placed]:
    """The words that a reader of the table sees, without footnote marks and the lines to skip."""
    make = tuple.__new__  # as the constructor does, without the way through it
    return [
        make(Placed, (x0, y0, x1, y1, text, size, bold, index))
        for line in page.lines
        if (index := line.index) not in skipped
        for text, x0, y0, x1, y1, size, angle, bold, raised in line.words
        if not angle and not raised
    ]


def turned_lines(
    page: Page, skipped: Collection[int], borders: Iterable[tuple[float, float, float]]
) -> list[Turned]:
    """Lines of words that read upwards or downwards, parted at wide gaps and at horizontal borders, which are given
    as height, start and end."""
    result = []
    for line in page.lines:
        words = [word for word in line.words if word[6] in (90, 270) and not word[8]]
        if not words or line.index in skipped:
            continue
        words.sort(key=lambda w: (w.y0, w.y1))
        groups = [[words[0]]]
        for word in words[1:]:
            above = groups[-1][-1]
            x = (word.x0 + word.x1) / 2
            parted = any(above.y1 - 2 <= at <= word.y0 + 2 and start <= x <= end for at, start, end in borders)
            if parted or word.y0 - above.y1 > _TURNED_GAP * word.size:
                groups.append([word])
            else:
                groups[-1].append(word)
        for group in groups:
            ordered = group[::-1] if group[0].angle == 90 else group
            x0, x1 = min(w.x0 for w in group), max(w.x1 for w in group)
            text = " ".join(w.text for w in ordered)
            result.append(Turned(x0, group[0].y0, x1, group[-1].y1, text, group[0].angle, line.index))
    return result


def bands_of(words: Iterable[Placed], borders: Sequence[tuple[float, float, float]] = ()) -> list[Band]:
    """Words grouped by baseline, from top to bottom. Vertical ``borders``, given as x, start and end, part them
    however near they stand: a number at the right of its cell and a word at the left of the next."""
    groups: list[list[Placed]] = []
    height = first = 0.0
    for word in sorted(sorted(words, key=_LEFT), key=_height):
        middle, size = (word[1] + word[3]) / 2, word[5]
        if groups and middle - height <= SAME_LINE * (size if size < first else first):
            groups[-1].append(word)
        else:
            groups.append([word])
            height, first = middle, size
    bands = []
    for group in groups:
        group.sort(key=_LEFT)
        bands.append(Band(group, _bounds_read(_units_read(chunks_of(group, _between(group, borders))))))
    _part_aligned(bands)
    _read_labels(bands)
    _read_rates(bands)
    for band in bands:
        band.settled = band.values
    return bands


def _between(words: Sequence[Placed], borders: Sequence[tuple[float, float, float]]) -> list[float]:
    """The x of the borders that run past a line from its head to its foot."""
    if not borders or len(borders) > _MOST_BORDERS:
        return []
    top, foot = max(word[1] for word in words), min(word[3] for word in words)
    return [x for x, start, end in borders if start <= top and end >= foot]


_MOST_BORDERS = 400
"""Vertical borders of a page; drawings and maps have more."""


def _part_aligned(bands: list[Band]) -> None:
    """Parts numbers from the text that begins right behind them where both are columns: on several lines numbers of
    different width end at one x and text begins at another."""
    seen: dict[tuple[int, int], list[tuple[Band, int, int]]] = {}
    for band in bands:
        for number, chunk in enumerate(band.chunks):
            words = chunk.words
            if chunk.numbers or words[0].text[:1].isalpha():
                continue
            at = next((n for n, word in enumerate(words) if word.text[:1].isalpha()), 0)
            if at and numbers_of(" ".join(word.text for word in words[:at])):
                place = round(words[at - 1].x1), round(words[at].x0)
                seen.setdefault(place, []).append((band, number, at))
    for found in seen.values():
        starts = {round(band.chunks[number].x0) for band, number, _ in found}
        if len(found) < _FEWEST_ALIGNED or len(starts) < 2:
            continue
        for band, number, at in found:
            words = band.chunks[number].words
            band.chunks[number : number + 1] = [Chunk(words[:at]), Chunk(words[at:])]


_FEWEST_ALIGNED = 3
_NEIGHBOUR = 4.0


def _read_labels(bands: list[Band]) -> None:
    """A number that begins where the labels of the rows beside it begin is (part of) a label: ``65 år`` below
    ``Borgere over``."""
    labelled = [_is_labelled(band) for band in bands]
    for at, band in enumerate(bands):
        if not band.chunks[0].numbers:
            continue
        for beside in (at - 1, at + 1, at - 2, at + 2, at - 3, at + 3):
            if not 0 <= beside < len(bands) or not labelled[beside]:
                continue
            other = bands[beside]
            gap = max(band.y0, other.y0) - min(band.y1, other.y1)
            if abs(other.words[0].x0 - band.words[0].x0) < 1 and gap < _NEIGHBOUR * band.size:
                band.chunks[0].numbers = ()
                break


def _read_rates(bands: list[Band]) -> None:
    """Makes text of the round number of a rate right below its ``pr.``: ``Besøg pr.`` / ``1.000`` / ``borgere``."""
    for above, band in pairwise(bands):
        for chunk in band.chunks:
            if (
                chunk.numbers
                and chunk.text in ROUND
                and any(
                    upper.text.endswith(" pr.") and upper.x0 < chunk.x1 and chunk.x0 < upper.x1
                    for upper in above.chunks
                )
            ):
                chunk.numbers = ()


ROUND = frozenset({"100", "1.000", "10.000", "100.000"})
"""Of so many a rate is reckoned."""


def _is_labelled(band: Band) -> bool:
    """True for a row of values behind a label of words, which may be numbered."""
    first, *rest = band.chunks
    return not first.numbers and _LABEL.match(first.text) is not None and any(chunk.numbers for chunk in rest)


_LABEL = regex.compile(r"(?:\d{1,2}(?:[.)]|(?:\.\d{1,2}){1,2}[.)]?) )?[^\W\d_]")


def is_year_with_unit(text: str) -> bool:
    """True for ``2026 kr.``: money of a year, above values a head."""
    year, _, unit = text.partition(" ")
    return _YEAR.fullmatch(year) is not None and names_unit(unit)


def _units_read(chunks: list[Chunk]) -> list[Chunk]:
    """Where nothing but units stands on a line (``antal``, ``1.000 kr.``), or no numbers but years with their units
    (``2026 t.kr.``) or scales in brackets (``Folketal (1.000)``), it is one of heads: none is a value. Beside years
    what is counted in is none either: ``Sektor 2020 2022 1.000 ton %``."""
    values = [chunk.text for chunk in chunks if chunk.numbers]
    if not values:
        return chunks
    scaled = [chunk for chunk in chunks if chunk.numbers and counts_in_thousands(chunk.text)]
    if scaled and all(chunk in scaled or chunk.is_year for chunk in chunks if chunk.numbers):
        for chunk in scaled:
            chunk.numbers = ()
        return chunks
    if (
        all(names_unit(chunk.text) for chunk in chunks)
        or all(map(is_year_with_unit, values))
        or all(map(is_scale, values))
    ):
        for chunk in chunks:
            chunk.numbers = ()
    return chunks


def _bounds_read(chunks: list[Chunk]) -> list[Chunk]:
    """A number with a bound (``≥ 90 %``, ``maks. 40``) is a value of its column; at the left edge it is a label."""
    for chunk in chunks[1:]:
        if not chunk.numbers and len(chunk.text) <= _LONGEST_VALUE and (bounded := parse_bounded(chunk.text)):
            chunk.numbers = (bounded.number,)
    return chunks


def chunks_of(words: list[Placed], walls: Iterable[float] = ()) -> list[Chunk]:
    """Words parted where a gap is wider than a space or a wall (an x) stands between them."""
    if not words:
        return []
    stops = sorted(walls)
    group = [words[0]]
    groups = [group]
    end, before = words[0].x1, words[0].size
    for word in words[1:]:
        start, size = word[0], word[5]
        if start - end > GAP * (size if size < before else before) or (
            stops and any(end - 1 <= x <= start + 1 for x in stops)
        ):
            group = [word]
            groups.append(group)
        else:
            group.append(word)
        end, before = word[2], size
    return [Chunk(group) for group in groups]
