"""The running text of a document: which printed lines belong to one passage.

For each two lines that follow each other, blank lines, furniture and asides left out, one decision is made from
all that the page shows: the gap between them, the spacing of the region, whether the first word of the second
line would have had room on the first, hyphens, capitals, list markers, type sizes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

from extractors.text.asides import asides
from extractors.text.cuts import find_cuts
from extractors.text.gaps import RUNNING, Gap, find_gaps
from extractors.text.listing import read_lists
from extractors.text.markers import Marker
from extractors.text.measure import Measures, measure
from extractors.text.memo import DocumentMemo
from extractors.text.printed import clean, clean_line
from extractors.text.sentences import ends_abbreviated, opens_sentence
from extractors.text.vocabulary import vocabulary
from extractors.text.words import DANGLING, MONTHS
from schemas.document import Document, Line
from schemas.places import find_municipality


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
        start = bisect_left(self._asides_end, first)
        for kind, lines in self.aside_groups[start : bisect_right(self._asides_start, last)]:
            inside = tuple(index for index in lines if first <= index <= last)
            if inside:
                yield kind, inside

    @cached_property
    def _asides_start(self) -> list[int]:
        return [lines[0] for _, lines in self.aside_groups]

    @cached_property
    def _asides_end(self) -> list[int]:
        """The last line of each group and of all groups before it."""
        return list(accumulate((lines[-1] for _, lines in self.aside_groups), max))

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
    texts = [clean_line(line) if line.words else clean(line.text) if line.text else "" for line in document.lines]
    beside = asides(document, furniture)
    groups: list[tuple[Literal["url", "footnote"], tuple[int, ...]]] = []
    groups.extend(("url", group) for group in beside.urls)
    groups.extend(("footnote", note.lines) for note in beside.footnotes)
    aside = {index for _, group in groups for index in group}
    lines = [x for x in document.lines if texts[x.index] and x.index not in furniture and x.index not in aside]
    gaps = find_gaps(document, lines)
    measures = measure(document, lines, texts)
    listing = read_lists([texts[line.index] for line in lines], gaps, measures.short)
    begins = set()
    entries = {
        line.index for line in lines if texts[line.index].count(".") > _LEADING and _is_entry(texts[line.index])
    }
    for place, line in enumerate(lines):
        goes_on = place in listing.inside or (
            place not in listing.markers
            and place > 0
            and not document.tabbed
            and _continues(place, texts, lines, gaps[place], measures, entries)
        )
        if not goes_on:
            begins.add(line.index)
    marked = {lines[place].index: marker for place, marker in listing.markers.items()}
    for note in beside.footnotes:
        match = _NOTE_MARK.match(texts[note.lines[0]])
        if match:
            marked[note.lines[0]] = Marker(match[1], "note", note.number, match.end())
    groups.sort(key=lambda group: group[1])
    order = [line.index for line in lines]
    starts = frozenset(begins)
    cuts = find_cuts(lines, texts, starts, vocabulary(document))
    return Flow(texts, order, starts, marked, cuts, tuple(groups))


_HEADER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[^\W\d_]")
_OWN_LINE = re.compile(
    r"(?:Dagsordens?punkt|Punkt|Pkt\.|Sag nr\.)\s+\d{1,3}\s?(?:[:.–-]|[A-ZÆØÅ])|"
    r"(?:SAG|EMN|ESDH)-?\d{2,}|Sags?nr\b|J\.\s?nr\b|Sagsbehandler\b"
    r"|(?:Kilde|Anm\.?|Note)\s?:"
    r"|(?:Tabel|Figur|Diagram|Bilag|Mål|Delmål|Indsats|Fokusområde)\s+[A-Z]?\d+(?:\.\d+)*\s?[:.–-]"
)
"""Lines that begin a passage whatever stands before: headers, case numbers, captions, goals, sources."""

_OWN_STARTS = frozenset("DPSEJKANTFBMI")
"""First letters of such lines."""

_LEADER = re.compile(r"(?:\.{4,}|(?:\. ){4,})\s*\d*$")
_ENTRY = re.compile(r"(?:Bilag\s+)?\d")
_TERMINAL = frozenset(".!?:;…")
_QUOTES = "\"”’»')]"
_NUMBERED_ROW = re.compile(r"\d{1,3}\s+[A-ZÆØÅ]")
_ORDINAL = re.compile(r"\b\d{1,2}\.$")

_LEAST_RUNNING = 0.6
"""A line with a capital that goes on over a page break is at least this long, in lengths of the line before it, and
no line of a slide."""

_LEAST_DANGLING = 0.55
"""Shorter lines are headings, even where their last word wants another (``Kommunerne er gode til``)."""


def _continues(
    place: int, texts: list[str], lines: list[Line], gap: int, measures: Measures, entries: Container[int]
) -> bool:
    """True where the line at ``place`` goes on with what the line before it says; ``entries`` are lines of
    contents."""
    before, line = texts[lines[place - 1].index], texts[lines[place].index]
    start = line[0]
    number = start.isdecimal()
    if (number and _HEADER.match(line)) or (start in _OWN_STARTS and _OWN_LINE.match(line)):
        return False
    if lines[place - 1].index in entries:
        return False
    if lines[place].index in entries:
        return gap == Gap.NONE and _ENTRY.match(before) is not None
    if number and before[-1].isdecimal() and _NUMBERED_ROW.match(line):
        return False
    if gap != Gap.SPACED and start in _PHRASE_STARTS and _is_phrase(before, line):
        return True
    small = start.islower()
    row = measures.cells[place - 1] if small else measures.row[place] or measures.row[place - 1]
    if row or measures.restyled[place]:
        return False
    if before[-1] in "-‐\u00ad" and len(before) > 1:
        if start.islower():
            return True
        if gap != Gap.SPACED and before[-2] != " " and start.isalnum():
            return gap != Gap.PAGE or not measures.short[place - 1]
    ended = before.rstrip(_QUOTES)[-1:] in _TERMINAL
    short = measures.short[place - 1]
    if small or start in ",;)/%":
        ended = ended and not _ORDINAL.search(before) and not ends_abbreviated(before)
        return _small_letter_goes_on(gap, ended, short)
    if gap == Gap.SPACED:
        return False
    if not ended and (start == "(" or (_dangles(before) and measures.share[place - 1] >= _LEAST_DANGLING)):
        return True
    if gap == Gap.NONE and not ended and number and _YEAR_GOES_ON.match(line):
        return True
    if _is_heading(line, ended, measures.short[place]) or _ends_caption(before, start):
        return False
    if gap == Gap.EMPTY or (measures.narrow[place] and (start.isupper() or len(before) < _LABEL)):
        return False
    if line.isupper() != before.isupper() or (before[-1] == ":" and len(before) < _LEAST_LEAD):
        return False
    if gap == Gap.PAGE:
        return (
            not (short or ended or _HEADER.match(before)) and len(line) >= _LEAST_RUNNING * len(before) >= RUNNING
        )
    return not short and (ended or not opens_sentence(line))


_MONTH = re.compile(rf"(?:{'|'.join(sorted(month for month in MONTHS if len(month) > 3))})\b", re.IGNORECASE)
_DAY = re.compile(r"(?:\A|\s)(?:[12]?\d|3[01])\.\Z")
_KOMMUNE = re.compile(r"(?:Regionsk|K)ommunes?\b")


_PHRASE_STARTS = frozenset("jfmasondJFMASONDKR\u017f")
"""First letters of months and of «Kommune»; the last is the long s, an S to regular expressions."""


def _is_phrase(before: str, line: str) -> bool:
    """True where a day stands before its month, or a municipality before its «Kommune»."""
    if _MONTH.match(line):
        return _DAY.search(before[-4:]) is not None
    if _KOMMUNE.match(line) is None:
        return False
    words = before[-_END_OF_LINE:].rsplit(" ", 2)
    return any(find_municipality(" ".join(words[-count:])) is not None for count in (1, 2) if len(words) >= count)


_LABEL = 20
"""So few characters in a narrow column are a label."""

_LEAST_LEAD = 60
"""After a shorter line that ends in a colon, a capital or a digit begins an entry."""


_YEAR_GOES_ON = re.compile(r"(?:19|20)\d\d,?\s+[a-zæøå]")
"""``2025 og budget for 2026``: a year with a small word after it does not begin a passage."""

_HEADING_WORDS = 6


def _is_heading(line: str, after_sentence: bool, short: bool) -> bool:
    """True for a short line without an end sign after a whole sentence: it is not the sentence's last line."""
    return after_sentence and short and line[-1].isalpha() and line.count(" ") < _HEADING_WORDS


_NAME_HEADS = ("Erhvervshus", "Socialtilsyn", "Region", "KKR", "Greater", "Danske", "Københavns", "Danmarks")
"""Words that want a name after them; a caption or a goal that ends in one goes on with a capital."""


def _ends_caption(before: str, start: str) -> bool:
    """True where a caption or the heading of a goal ends before a line that begins with a capital."""
    return (
        start.isupper()
        and before[0] in _OWN_STARTS
        and _OWN_LINE.match(before) is not None
        and not before.endswith(_NAME_HEADS)
    )


def _is_entry(text: str) -> bool:
    """True for a line of contents: it ends in a leader of points and a page number."""
    return text[-_END_OF_LINE:].count(".") > _LEADING and _LEADER.search(text[-_END_OF_LINE:]) is not None


_LEADING = 3
"""A leader has more points."""
_END_OF_LINE = 40


def _small_letter_goes_on(gap: int, ended: bool, short: bool) -> bool:
    if gap == Gap.NONE:
        return True
    if gap == Gap.SPACED:
        return not ended and not short
    return not ended


def _dangles(text: str) -> bool:
    """True where the text cannot end here: a comma, an open bracket, a word that wants another."""
    return text[-1] == "," or text.count("(") > text.count(")") or text.rsplit(" ", 1)[-1].lower() in DANGLING
