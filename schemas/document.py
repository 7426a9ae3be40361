"""The document model: what a reader hands to every later stage.

A document is pages, a page is lines, a line is its printed text and, where the file has geometry, words with
boxes. All lines of a document are numbered in reading order by ``Line.index``; stages after the reader speak
of places as ranges of these indexes (:class:`schemas.packet.Span`) and come back to page, source line or box
through the line itself.

Coordinates are PDF points from the top left corner of the page as it is seen (rotation and crop box applied).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, NamedTuple

from schemas.values import value

TextSource = Literal["pdf", "text", "ocr", "mixed"]
PageStatus = Literal["ok", "no_text", "garbled", "failed"]
MediaType = Literal["application/pdf", "text/plain"]


class Box(NamedTuple):
    """A rectangle in points from the page's top left: ``x0 <= x1`` and ``y0 <= y1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.y1 - self.y0


def union(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around all boxes; None where there are none."""
    x0s, y0s, x1s, y1s = [], [], [], []
    for x0, y0, x1, y1 in boxes:
        x0s.append(x0)
        y0s.append(y0)
        x1s.append(x1)
        y1s.append(y1)
    return Box(min(x0s), min(y0s), max(x1s), max(y1s)) if x0s else None


class Word(NamedTuple):
    """Glyphs printed without a gap between them.

    ``angle`` is the reading direction in degrees counter-clockwise: 0 for upright text, 90 for text that reads
    upwards, 270 downwards. ``raised`` is True for a footnote mark: smaller than its neighbours and above their
    baseline; the reader keeps it a word of its own, so that ``942³`` is never read as 9423.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    angle: int = 0
    bold: bool = False
    raised: bool = False

    @property
    def box(self) -> Box:
        """The box around the glyphs."""
        return Box(self.x0, self.y0, self.x1, self.y1)


class Rule(NamedTuple):
    """A drawn straight line, horizontal or vertical: a thin box."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def horizontal(self) -> bool:
        """True where the rule runs from left to right."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@value
class Line:
    """One printed line.

    ``text`` is untouched for text files: leading, trailing and inner spaces carry data. For PDF it is the words
    joined by single spaces, wide gaps by several. ``number`` is the 1-based line of the source text file, None
    for PDF. ``box`` and ``words`` are empty for text files.
    """

    index: int
    page: int
    text: str
    number: int | None = None
    box: Box | None = None
    words: tuple[Word, ...] = ()

    @property
    def blank(self) -> bool:
        """True where nothing but white space is printed."""
        return not self.text or self.text.isspace()


@value
class Page:
    """One page: its lines in reading order and what is drawn on it.

    ``number`` is the 1-based page of the file, ``label`` the number printed on it or given by the file's page
    labels. ``rules`` are thin lines, ``fills`` filled areas that are not white (zebra rows, head bands),
    ``images`` the boxes of pictures. Text files have no width, height or drawings.
    """

    number: int
    lines: tuple[Line, ...]
    label: str | None = None
    width: float | None = None
    height: float | None = None
    rotation: int = 0
    rules: tuple[Rule, ...] = ()
    fills: tuple[Box, ...] = ()
    images: tuple[Box, ...] = ()
    status: PageStatus = "ok"
    text_source: TextSource = "text"
    note: str | None = None

    @property
    def text(self) -> str:
        """The page as printed, lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)


class Bookmark(NamedTuple):
    """An entry of the file's own outline: ``level`` counts from 0, ``page`` is 1-based or None."""

    title: str
    page: int | None
    level: int


@dataclass(frozen=True)
class Document:
    """One file, read.

    ``paged`` is False where a text file does not tell where its pages start: it is then one page, and rows
    drawn from it carry no page. ``tabbed`` is True for text of converters that print one paragraph a line and
    separate table cells by tabs.
    """

    sha256: str
    filename: str
    media_type: MediaType
    pages: tuple[Page, ...]
    text_source: TextSource
    paged: bool = True
    tabbed: bool = False
    title: str | None = None
    bookmarks: tuple[Bookmark, ...] = ()
    notes: tuple[Note, ...] = field(default=())

    @property
    def document_id(self) -> str:
        """The key of the document: the first 16 hexadecimal digits of its content's SHA-256."""
        return self.sha256[:16]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines in reading order; ``lines[i].index == i``."""
        return tuple([line for page in self.pages for line in page.lines])

    @cached_property
    def printed(self) -> tuple[tuple[Line, ...], ...]:
        """For each page its lines that are not blank."""
        return tuple(
            tuple([line for line in page.lines if line.text and not line.text.isspace()]) for page in self.pages
        )

    def with_pages(self, pages: tuple[Page, ...]) -> Document:
        """The same document with other pages, all lines numbered anew in reading order."""
        index = 0
        renewed = []
        for page in pages:
            lines = tuple(replace(line, index=index + offset) for offset, line in enumerate(page.lines))
            renewed.append(replace(page, lines=lines))
            index += len(lines)
        sources = {page.text_source for page in renewed if page.lines}
        source = self.text_source if not sources else sources.pop() if len(sources) == 1 else "mixed"
        return replace(self, pages=tuple(renewed), text_source=source)

    def page(self, number: int) -> Page:
        """The page with this 1-based number."""
        return self.pages[number - 1]


class Note(NamedTuple):
    """Something a reader saw that people must hear of; it becomes a row of ``findings``."""

    rule: str
    severity: Literal["info", "warning", "error"]
    message: str
    page: int | None = None
