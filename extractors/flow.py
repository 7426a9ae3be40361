"""The running text of a document: which printed lines belong to one passage.

For each two lines that follow each other, blank lines, furniture and asides left out, one decision is made from
all that the page shows: the gap between them, the spacing of the region, whether the first word of the second
line would have had room on the first, hyphens, capitals, list markers, type sizes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import Literal

from extractors.asides import asides
from extractors.cuts import find_cuts
from extractors.listing import list_markers
from extractors.markers import Marker
from extractors.measure import Measures, measure
from extractors.memo import DocumentMemo
from extractors.sentences import ends_abbreviated, opens_sentence
from extractors.vocabulary import vocabulary
from extractors.words import DANGLING
from schemas.document import Document, Line


class Gap(IntEnum):
    """What lies between two lines of running text."""

    NONE = 0
    """Nothing, or in double-spaced text what separates its lines."""
    EMPTY = 1
    """Empty lines in single-spaced text."""
    SPACED = 2
    """A line of spaces: the paragraph mark of most converters; in a PDF a wide gap."""
    PAGE = 3
    """The end of a page or a column."""


@dataclass(frozen=True)
class Flow:
    """Lines of running text and where passages begin among them.

    ``texts`` holds the cleaned text of every line of the document by index, ``order`` the indexes of the lines
    of running text, ``begins`` those that begin a passage, ``markers`` the list markers that were accepted.
    """

    texts: list[str]
    order: list[int]
    begins: frozenset[int]
    markers: dict[int, Marker]
    cuts: frozenset[int]
    aside_groups: tuple[tuple[Literal["url", "footnote"], tuple[int, ...]], ...]

    def groups(self, first: int, last: int) -> Iterator[list[int]]:
        """The lines of each passage that lie in the span."""
        group: list[int] = []
        for index in self.order[bisect_left(self.order, first) : bisect_right(self.order, last)]:
            if group and index in self.begins:
                yield group
                group = []
            group.append(index)
        if group:
            yield group

    def asides(self, first: int, last: int) -> Iterator[tuple[Literal["url", "footnote"], tuple[int, ...]]]:
        """Urls and footnotes in the span, each with its lines."""
        for kind, lines in self.aside_groups:
            inside = tuple(index for index in lines if first <= index <= last)
            if inside:
                yield kind, inside

    def marker(self, index: int) -> Marker | None:
        """The accepted list marker, or the number of the footnote, that begins this line."""
        return self.markers.get(index)

    def is_cut(self, index: int) -> bool:
        """True where the line's last word goes on in the next line without a hyphen."""
        return index in self.cuts


_memo: DocumentMemo[Flow] = DocumentMemo()


def flow(document: Document, furniture: frozenset[int] = frozenset()) -> Flow:
    """The running text of a document, worked out once for each set of furniture."""
    return _memo.get(document, furniture, lambda: _flow(document, furniture))


_NOTE_MARK = re.compile(r"(\d{1,3})\s*")


def _flow(document: Document, furniture: frozenset[int]) -> Flow:
    texts = [clean_line(line) for line in document.lines]
    beside = asides(document, furniture)
    groups: list[tuple[Literal["url", "footnote"], tuple[int, ...]]] = []
    groups.extend(("url", group) for group in beside.urls)
    groups.extend(("footnote", note.lines) for note in beside.footnotes)
    aside = {index for _, group in groups for index in group}
    lines = [x for x in document.lines if texts[x.index] and x.index not in furniture and x.index not in aside]
    gaps = _gaps(document, lines)
    measures = measure(document, lines, texts)
    markers = list_markers([texts[line.index] for line in lines], gaps)
    begins = set()
    for place, line in enumerate(lines):
        if (
            place == 0
            or document.tabbed
            or place in markers
            or not _continues(place, texts, lines, gaps[place], measures)
        ):
            begins.add(line.index)
    marked = {lines[place].index: marker for place, marker in markers.items()}
    for note in beside.footnotes:
        match = _NOTE_MARK.match(texts[note.lines[0]])
        if match:
            marked[note.lines[0]] = Marker(match[1], "note", note.number, match.end())
    order = [line.index for line in lines]
    starts = frozenset(begins)
    cuts = find_cuts(lines, texts, starts, vocabulary(document))
    return Flow(texts, order, starts, marked, cuts, tuple(groups))


_INVISIBLE = str.maketrans("", "", "\u200b\u2060\ufeff\u200e\u200f")


def clean(text: str) -> str:
    """A printed line with single spaces; soft hyphens inside and bold marks of converters taken out."""
    text = " ".join(text.translate(_INVISIBLE).split())
    if "\u00ad" in text:
        text = text[:-1].replace("\u00ad", "") + text[-1]
    if "**" in text:
        text = " ".join(text.replace("**", "").split())
    return text


_UNITS = frozenset(("m", "km", "cm", "mm", "dm", "m.", "co"))


def clean_line(line: Line) -> str:
    """A printed line with single spaces; in a PDF without the raised marks of footnotes, except where they begin
    the line (a footnote) or belong to a unit (``m²``)."""
    if not any(word.raised for word in line.words[1:]):
        return clean(line.text)
    kept = [line.words[0].text]
    for before, word in pairwise(line.words):
        if not word.raised:
            kept.append(word.text if not (before.raised and word.text[0] in ".,;:)") else "\0" + word.text)
        elif before.text.lower() in _UNITS:
            kept.append("\0" + word.text)
    return clean(" ".join(kept).replace(" \0", ""))


def _gaps(document: Document, lines: list[Line]) -> list[Gap]:
    """The gap before each line of running text."""
    every = document.lines
    leading = _leading(lines)
    raw: list[tuple[Gap, bool]] = [(Gap.PAGE, False)]
    for before, line in pairwise(lines):
        between = every[before.index + 1 : line.index]
        if line.page != before.page:
            raw.append((Gap.PAGE, False))
        elif line.box is not None and before.box is not None:
            raw.append((_box_gap(before, line, leading), False))
        elif not any(other.blank for other in between):
            raw.append((Gap.NONE, False))
        elif any(other.text and other.blank for other in between):
            raw.append((Gap.SPACED, False))
        else:
            raw.append((Gap.EMPTY, len(between) == 1))
    return _respaced(raw, [len(line.text) for line in lines])


_RUNNING = 40
"""Mean characters a line in running text; below it, text boxes of slides stand apart from each other."""

_REACH = 10
"""Gaps looked at on both sides to tell double-spaced from single-spaced text."""


def _respaced(raw: list[tuple[Gap, bool]], lengths: list[int]) -> list[Gap]:
    """Single empty lines in double-spaced regions are no gaps: they are what stands between any two lines."""
    tight, single, print_ = [0], [0], [0]
    for (gap, alone), length in zip(raw, lengths, strict=True):
        print_.append(print_[-1] + min(length, 200))
        tight.append(tight[-1] + (gap is Gap.NONE))
        single.append(single[-1] + alone)
    gaps = []
    for place, (gap, alone) in enumerate(raw):
        low, high = max(place - _REACH, 0), min(place + _REACH + 1, len(raw))
        singles, tights = single[high] - single[low], tight[high] - tight[low]
        running = print_[high] - print_[low] >= _RUNNING * (high - low)
        double = alone and running and singles >= 3 and singles >= 2 * tights
        gaps.append(Gap.NONE if double else gap)
    return gaps


_PARAGRAPH = 0.3
"""White beyond the usual line distance, in line heights, that stands between paragraphs of a PDF."""


def _leading(lines: list[Line]) -> dict[int, float]:
    """The usual white between lines of each size of type, sizes rounded to points."""
    whites: dict[int, list[float]] = {}
    for before, line in pairwise(lines):
        if before.box is None or line.box is None or before.page != line.page:
            continue
        white = line.box.y0 - before.box.y1
        if abs(before.box.x0 - line.box.x0) < 2 and -0.5 * line.box.height < white < line.box.height:
            whites.setdefault(_points(line), []).append(white)
    return {size: sorted(found)[len(found) // 3] for size, found in whites.items()}


def _points(line: Line) -> int:
    return round(line.box.height) if line.box is not None else 0


def _box_gap(before: Line, line: Line, leading: dict[int, float]) -> Gap:
    """The gap of two lines of a PDF page: the white between them against the usual white of such lines."""
    if before.box is None or line.box is None:
        return Gap.NONE
    height = max(before.box.height, line.box.height, 1.0)
    white = line.box.y0 - before.box.y1
    if white < -height or line.box.x0 >= before.box.x1:
        return Gap.PAGE
    usual = max(leading.get(_points(line), 0.2 * height), 0.0)
    return Gap.SPACED if white > usual + _PARAGRAPH * height else Gap.NONE


_HEADER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[^\W\d_]")
_OWN_LINE = re.compile(
    r"(?:SAG|EMN|ESDH)-?\d{2,}|Sags?nr\b|J\.\s?nr\b|Sagsbehandler\b"
    r"|(?:Kilde|Anm\.?|Note)\s?:"
    r"|(?:Tabel|Figur|Diagram|Bilag|Mål|Delmål|Indsats|Fokusområde)\s+[A-Z]?\d+(?:\.\d+)*\s?[:.–-]"
)
"""Lines that begin a passage whatever stands before: headers, case numbers, captions, goals, sources."""

_LEADER = re.compile(r"\.{4,}\s*\d*$|(?:\. ){4,}\s*\d*$")
_ENTRY = re.compile(r"(?:Bilag\s+)?\d")
_TERMINAL = frozenset(".!?:;…")
_QUOTES = "\"”’»')]"
_ABBREVIATED = (
    "pct.",
    "mio.",
    "mia.",
    "nr.",
    "kr.",
    "stk.",
    "m.fl.",
    "jf.",
    "ca.",
    "bl.a.",
    "pkt.",
    "hhv.",
    "f.eks.",
)
_ORDINAL = re.compile(r"\b\d{1,2}\.$")

_LEAST_RUNNING = 0.6
"""A line with a capital that goes on over a page break is at least this long, in lengths of the line before it."""

_LEAST_DANGLING = 0.55
"""Shorter lines are headings, even where their last word wants another (``Kommunerne er gode til``)."""


def _continues(place: int, texts: list[str], lines: list[Line], gap: Gap, measures: Measures) -> bool:
    """True where the line at ``place`` goes on with what the line before it says."""
    before, line = texts[lines[place - 1].index], texts[lines[place].index]
    if _HEADER.match(line) or _OWN_LINE.match(line) or _LEADER.search(before):
        return False
    if _LEADER.search(line):
        return gap is Gap.NONE and _ENTRY.match(before) is not None
    start = line[0]
    small = start.islower()
    row = measures.cells[place - 1] if small else measures.row[place] or measures.row[place - 1]
    if row or measures.restyled[place]:
        return False
    if before[-1] in "-‐\u00ad" and len(before) > 1:
        if start.islower():
            return True
        if gap is not Gap.SPACED and before[-2] != " " and start.isalnum():
            return gap is not Gap.PAGE or not measures.short[place - 1]
    ended = before.rstrip(_QUOTES)[-1:] in _TERMINAL
    short = measures.short[place - 1]
    if small or start in ",;)/%":
        ended = ended and not _ORDINAL.search(before) and not ends_abbreviated(before)
        return _small_letter_goes_on(gap, ended, short)
    if gap is Gap.SPACED:
        return False
    if not ended and (start == "(" or (_dangles(before) and measures.share[place - 1] >= _LEAST_DANGLING)):
        return True
    if gap is Gap.EMPTY or (measures.narrow[place] and (start.isupper() or len(before) < _LABEL)):
        return False
    if gap is Gap.PAGE:
        return not short and not ended and len(line) >= _LEAST_RUNNING * max(len(before), _RUNNING)
    return not short and (ended or not opens_sentence(line))


_LABEL = 20


def _small_letter_goes_on(gap: Gap, ended: bool, short: bool) -> bool:
    if gap is Gap.NONE:
        return True
    if gap is Gap.SPACED:
        return not ended and not short
    return not ended


def _dangles(text: str) -> bool:
    """True where the text cannot end here: a comma, an open bracket, a word that wants another."""
    return text[-1] == "," or text.count("(") > text.count(")") or text.rsplit(" ", 1)[-1].lower() in DANGLING
