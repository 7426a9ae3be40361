"""Text files: bytes to a :class:`Document` with lines, pages and the number printed on each page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.reading.encoding import decode
from ingest.reading.paging import find_labels, find_page_starts
from schemas.document import Document, Line, Page

_LONG_LINE = 160
_LONG_SHARE = 0.2
"""Printed lines are seldom longer than 160 characters; text with a fifth in longer ones is not cut into lines."""

_GOES_ON = 0.05
"""Where lines are paragraphs, hardly any begins with a small letter or ends in a hyphen."""

_CELL_ROWS = 3


class SourceLine(NamedTuple):
    """A line of the file: its text, its 1-based number as ``sed -n`` counts, and a form feed before it."""

    text: str
    number: int
    after_form_feed: bool = False


def read_text(data: bytes, *, filename: str, sha256: str) -> Document:
    """Read a text file.

    ``Document.paged`` is False where nothing in the file tells where its pages start. Raises
    :class:`schemas.errors.EmptyContent` and :class:`schemas.errors.UnsupportedContent`.
    """
    decoded = decode(data)
    source = split_lines(decoded.text)
    texts = [line.text for line in source]
    tabbed = one_paragraph_a_line(texts)
    feeds = [i for i, line in enumerate(source) if line.after_form_feed]
    starts = feeds or ([] if tabbed else find_page_starts(texts))
    bounds = sorted({0, *starts, len(source)})
    labels = find_labels([texts[first:end] for first, end in pairwise(bounds)])
    pages = []
    for number, (first, end) in enumerate(pairwise(bounds), start=1):
        lines = tuple(Line(i, number, source[i].text, source[i].number) for i in range(first, end))
        pages.append(Page(number, lines, label=labels[number - 1] if starts else None))
    return Document(
        sha256=sha256,
        filename=filename,
        media_type="text/plain",
        pages=tuple(pages),
        text_source="text",
        paged=bool(starts),
        tabbed=tabbed,
        notes=decoded.notes,
    )


def split_lines(text: str) -> list[SourceLine]:
    """The lines of the text. ``\\n`` and ``\\r\\n`` end a line; ``\\r`` alone ends a numbered line only
    where the file has no ``\\n``, else it breaks the line in print without counting. A form feed breaks as well
    and marks the line after it."""
    if "\n" not in text and "\r" in text:
        text = text.replace("\r", "\n")
    rows = text.split("\n")
    if rows[-1] == "":
        rows.pop()
    source: list[SourceLine] = []
    fed = False
    for number, row in enumerate(rows, start=1):
        row = row.rstrip("\r")
        if "\r" not in row and "\f" not in row:
            source.append(SourceLine(row, number, fed))
            fed = False
            continue
        parts = row.split("\f")
        for place, part in enumerate(parts):
            fed = fed or place > 0
            if place < len(parts) - 1 and not part.strip("\r"):
                continue
            if place == len(parts) - 1 and place > 0 and not part and number == len(rows):
                continue
            for piece in part.split("\r"):
                source.append(SourceLine(piece, number, fed))
                fed = False
    return source


def one_paragraph_a_line(texts: Sequence[str]) -> bool:
    """True for text of converters that print a paragraph in one line and separate table cells by tabs: lines do
    not go on in the next, and there are long lines, or rows with the same number of tabs below each other."""
    content = [text for text in texts if text.strip()]
    going_on = sum(_goes_on(a, b) for a, b in pairwise(content))
    if len(content) < 2 or going_on > _GOES_ON * len(content):
        return False
    # Spaces that keep columns apart make no line a paragraph.
    lengths = [len(" ".join(text.split())) for text in content]
    long = sum(length for length in lengths if length > _LONG_LINE)
    rows = sum(_cells(a) == _cells(b) > 1 for a, b in pairwise(content))
    return long > _LONG_SHARE * sum(lengths) or rows >= _CELL_ROWS


def _goes_on(before: str, after: str) -> bool:
    return after.lstrip()[0].islower() or before.rstrip()[-1] in "-\u00ad"


def _cells(text: str) -> int:
    """The number of cells of a row; 1 for running text and for a list number with a tab."""
    first, tab, _ = text.partition("\t")
    return text.count("\t") + 1 if tab and not first.rstrip(".) ").isdecimal() else 1
