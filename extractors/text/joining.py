"""The one place that joins printed lines into running text, and keeps the way back to the line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from extractors.text.flow import Flow, flow
from extractors.text.hyphens import Seam, seam
from extractors.text.memo import DocumentMemo
from extractors.text.printed import clean
from extractors.text.sentences import sentence_bounds
from extractors.text.vocabulary import EMPTY, Vocabulary, vocabulary
from schemas.document import Document
from schemas.packet import Packet, Span
from schemas.values import value

PassageKind = Literal["text", "footnote", "url"]


@value
class Passage:
    """A paragraph, a heading, a list entry, a footnote or a url, joined from its printed lines.

    ``text`` has single spaces, no line breaks and no list marker. ``lines`` are the indexes of its lines in
    order and ``starts`` the position in ``text`` at which each begins. ``marker`` is the bullet or list number as
    printed, of a footnote its number, else None.
    """

    text: str
    lines: tuple[int, ...]
    starts: tuple[int, ...]
    marker: str | None = None
    kind: PassageKind = "text"

    @property
    def first(self) -> int:
        """Index of the first line."""
        return self.lines[0]

    @property
    def last(self) -> int:
        """Index of the last line."""
        return self.lines[-1]

    def line_at(self, position: int) -> int:
        """Index of the line that prints the character at this position of ``text``."""
        return self.lines[max(bisect_right(self.starts, position) - 1, 0)]


def slice(passage: Passage, start: int, end: int) -> Passage:
    """The part ``text[start:end]`` as a passage of its own, without white space at its ends. The marker stays
    with a part that begins at the beginning."""
    text = passage.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    end = start + len(text)
    first = max(bisect_right(passage.starts, start) - 1, 0)
    last = max(bisect_right(passage.starts, max(end - 1, start)) - 1, first)
    starts = tuple(max(begin - start, 0) for begin in passage.starts[first : last + 1])
    marker = passage.marker if start == 0 else None
    return Passage(text, passage.lines[first : last + 1], starts, marker, passage.kind)


def sentences(passage: Passage) -> list[Passage]:
    """The sentences of a passage, in order; a passage without a full stop is one sentence."""
    bounds = sentence_bounds(passage.text)
    if len(bounds) <= 1:
        return [passage] if passage.text else []
    return [slice(passage, start, end) for start, end in bounds]


def packet_passages(packet: Packet, span: Span) -> list[Passage]:
    """The passages of a span of a packet, its furniture left out."""
    return passages(packet.document, span, packet.furniture)


def passages(
    document: Document, span: Span | None = None, furniture: frozenset[int] = frozenset()
) -> list[Passage]:
    """The passages of a span of lines (of the whole document where ``span`` is None), in order of their first
    line. Furniture is left out; urls and footnotes printed between the halves of a sentence are passages of
    their own."""
    first, last = span if span is not None else (0, len(document.lines) - 1)
    first, last = max(first, 0), min(last, len(document.lines) - 1)
    if first > last:
        return []
    return list(_spans.get(document, (furniture, first, last), lambda: _passages(document, first, last, furniture)))


_spans: DocumentMemo[list[Passage]] = DocumentMemo()
"""Passages by furniture and span: several stages read the whole document."""


def _passages(document: Document, first: int, last: int, furniture: frozenset[int]) -> list[Passage]:
    course = flow(document, furniture)
    words = vocabulary(document)
    known = _joined.get(document, furniture, dict)
    found: list[Passage] = []

    def add(group: Sequence[int], kind: PassageKind) -> None:
        key = (kind, group[0], group[-1])
        passage = known.get(key)
        if passage is None:
            passage = known[key] = _passage(group, course, words, kind)
        if passage.text or passage.marker:
            found.append(passage)

    for group in course.groups(first, last):
        add(group, "text")
    for kind, aside in course.asides(first, last):
        add(aside, kind)
    return sorted(found, key=attrgetter("lines"))


_joined: DocumentMemo[dict[tuple[PassageKind, int, int], Passage]] = DocumentMemo()
"""Passages by kind, first and last line, for each set of furniture: stages ask for spans that overlap."""


def _passage(group: Sequence[int], course: Flow, words: Vocabulary, kind: PassageKind) -> Passage:
    marker = course.marker(group[0]) if kind != "url" else None
    texts = [course.texts[index] for index in group]
    if marker is not None:
        texts[0] = texts[0][marker.end :]
    if len(texts) == 1:
        text = texts[0].rstrip("\u00ad")
        return Passage(text, (group[0],), (0,), marker.text if marker else None, kind)
    seams = []
    for index, (left, right) in zip(group, pairwise(texts), strict=False):
        closed = kind == "url" or course.is_cut(index)
        seams.append(Seam(0, "") if closed else seam(left, right, words))
    text, starts = _sew(texts, seams)
    return Passage(text, tuple(group), tuple(starts), marker.text if marker else None, kind)


def join_lines(texts: Iterable[str], words: Vocabulary = EMPTY) -> str:
    """The lines of a title or a cell as one text: hyphens resolved, single spaces."""
    printed = [line for text in texts if (line := clean(text))]
    if len(printed) == 1:
        return printed[0].rstrip("\u00ad")
    return _sew(printed, [seam(left, right, words) for left, right in pairwise(printed)])[0]


def _sew(texts: Sequence[str], seams: Sequence[Seam]) -> tuple[str, list[int]]:
    """Joins cleaned lines; the second value tells where each begins in the text."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for place, text in enumerate(texts):
        if place:
            drop, glue = seams[place - 1]
            pieces[-1] = pieces[-1][: len(pieces[-1]) - drop] + glue
            length += len(glue) - drop
        starts.append(length)
        pieces.append(text)
        length += len(text)
    return "".join(pieces).rstrip("\u00ad"), starts
