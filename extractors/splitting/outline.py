"""The printed lines of a document as the splitter looks at them: cleaned text, page tops, space above, emphasis."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from statistics import median

from extractors.text.joining import join_lines
from extractors.text.vocabulary import Vocabulary, vocabulary
from schemas.document import Document, Line
from schemas.packet import Span

_MARKS = re.compile(r"^(?:#{1,6}\s+|\*\*|__)|(?:\*\*|__)$")
_INVISIBLE = {0xAD: None, 0x200B: None, 0xFEFF: None, 0xA0: " "}
_LONGEST = 2000
"""Characters of a line that are looked at: no heading is longer, and lines of a megabyte exist."""


def clean(text: str) -> str:
    """A line without marks of emphasis, soft hyphens and doubled spaces; composed letters."""
    text = text[:_LONGEST]
    printable = text.isprintable()
    if not text.isascii():
        if not printable:  # as none of the signs is
            text = text.translate(_INVISIBLE)
        if not unicodedata.is_normalized("NFC", text):
            text, printable = unicodedata.normalize("NFC", text), False
    text = text.strip()
    if text.startswith(("*", "#", "_")) or text.endswith(("**", "__")):
        text = _MARKS.sub("", _MARKS.sub("", text).strip()).strip()
    # What is all print has no white space but blanks.
    return text if "  " not in text and (printable or text.isprintable()) else " ".join(text.split())


def _blanks_above(lines: Sequence[Line]) -> list[float]:
    """How many blank lines stand right above each line; more than nine are nine."""
    above, run = [], 0.0
    for line in lines:
        above.append(run)
        if line.text and not line.text.isspace():
            run = 0.0
        elif run < 9.0:
            run += 1.0
    return above


class _Texts(dict[int, str]):
    """The cleaned texts of lines by index: of the printed ones at first, of others when they are asked for."""

    def __init__(self, lines: Sequence[Line], printed: Mapping[int, str]) -> None:
        super().__init__(printed)
        self._lines = lines

    def __missing__(self, index: int) -> str:
        text = self[index] = clean(self._lines[index].text)
        return text


class Outline:
    """A document's lines with what the splitter asks of them. ``printed`` are the indexes of lines that are
    neither blank nor furniture, in order; a *top* is the first printed line of a page."""

    def __init__(self, document: Document, furniture: Collection[int] = ()) -> None:
        self.document = document
        self.furniture = frozenset(furniture)
        self.lines = document.lines
        texts = {
            line.index: text
            for lines in document.printed
            for line in lines
            if line.index not in self.furniture and (text := clean(line.text))
        }
        self.text: Callable[[int], str] = _Texts(self.lines, texts).__getitem__
        """The cleaned text of a line. Nothing is asked as often, and nothing is quicker to ask than a dict."""
        self._blanks = _blanks_above(self.lines)
        self._stretches: dict[tuple[int, int, int], str] = {}
        self._sizes: dict[int, float] = {}
        self.printed: list[int] = list(texts)
        self.printed_texts: list[str] = list(texts.values())
        self.tops: list[int] = self._find_tops()
        self._top_set = frozenset(self.tops)

    def _find_tops(self) -> list[int]:
        if not self.document.paged:
            return []
        tops, page = [], 0
        for index in self.printed:
            if self.lines[index].page != page:
                page = self.lines[index].page
                tops.append(index)
        return tops

    def line(self, index: int) -> Line:
        """The line itself."""
        return self.lines[index]

    def page(self, index: int) -> int:
        """1-based page of a line."""
        return self.lines[index].page

    def is_top(self, index: int) -> bool:
        """True for the first printed line of a page."""
        return index in self._top_set

    def rank(self, index: int) -> int:
        """How many printed lines stand before this line."""
        return bisect_left(self.printed, index)

    def following(self, index: int, count: int) -> list[int]:
        """The next printed lines after this one, at most ``count``."""
        start = bisect_right(self.printed, index)
        return self.printed[start : start + count]

    def preceding(self, index: int, count: int) -> list[int]:
        """The printed lines before this one, nearest last."""
        end = bisect_left(self.printed, index)
        return self.printed[max(0, end - count) : end]

    def next_printed(self, index: int) -> int | None:
        """The printed line after this one."""
        after = self.following(index, 1)
        return after[0] if after else None

    def first_from(self, index: int) -> int | None:
        """The first printed line at or after this index."""
        place = bisect_left(self.printed, index)
        return self.printed[place] if place < len(self.printed) else None

    def last_until(self, index: int, floor: int = 0) -> int:
        """The last printed line at or before ``index``, not before ``floor``."""
        place = bisect_right(self.printed, index) - 1
        return max(self.printed[place], floor) if place >= 0 else floor

    def page_head(self, top: int, floor: int = 0) -> int:
        """The first line on the page of a top that prints anything, page heads included; not before ``floor``."""
        first, index = top, top - 1
        while index >= floor and self.is_top(top) and self.lines[index].page == self.lines[top].page:
            if not self.lines[index].blank:
                first = index
            index -= 1
        return first

    def within(self, span: Span) -> list[int]:
        """The printed lines of a span."""
        return self.printed[bisect_left(self.printed, span.first) : bisect_right(self.printed, span.last)]

    def tops_within(self, span: Span) -> list[int]:
        """The page tops of a span."""
        return self.tops[bisect_left(self.tops, span.first) : bisect_right(self.tops, span.last)]

    def texts(self, indexes: list[int]) -> Iterator[str]:
        """Cleaned texts of lines."""
        return map(self.text, indexes)

    def from_line(self, index: int, count: int, limit: int) -> str:
        """A line and the next printed lines, at most ``count``, one below the other: the first ``limit``
        characters. Kept, since each entry of a contents asks for the same lines."""
        key = (index, count, limit)
        if (text := self._stretches.get(key)) is None:
            text = self._stretches[key] = "\n".join(self.texts([index, *self.following(index, count)]))[:limit]
        return text

    def before_line(self, index: int, count: int, limit: int) -> str:
        """Like :meth:`from_line`, the last characters of the printed lines before a line."""
        key = (index, -count, limit)
        if (text := self._stretches.get(key)) is None:
            text = self._stretches[key] = "\n".join(self.texts(self.preceding(index, count)))[-limit:]
        return text

    def join(self, parts: Iterable[str]) -> str:
        """Parts of a title as one text, hyphens resolved by the words of the document."""
        return join_lines(parts, self._words)

    @cached_property
    def _words(self) -> Vocabulary:
        return vocabulary(self.document)

    def space_above(self, index: int) -> float:
        """Blank lines above a line; for lines with boxes the gap in line heights. A page top has plenty."""
        if self.is_top(index) or index == 0:
            return 9.0
        line = self.lines[index]
        if line.box is None:
            return self._blanks[index]
        before = self.preceding(index, 1)
        other = self.lines[before[0]] if before else None
        if other is None or other.box is None or other.page != line.page:
            return 9.0
        height = max(line.box.height, 1.0)
        return max(0.0, (line.box.y0 - other.box.y1) / height)

    def size(self, index: int) -> float | None:
        """Font size of a line; None for text files."""
        words = self.lines[index].words
        if not words:
            return None
        size = self._sizes.get(index)
        if size is None:
            size = self._sizes[index] = median([word.size for word in words])
        return size

    def bold(self, index: int) -> bool:
        """True where a line is set in bold or marked as such."""
        line = self.lines[index]
        if line.words:
            return sum(word.bold for word in line.words) * 2 > len(line.words)
        return line.text.strip().startswith("**")

    @cached_property
    def usual_width(self) -> int:
        """Characters in the wider lines of the document: one in ten is longer."""
        widths = sorted(map(len, self.printed_texts))
        return widths[9 * len(widths) // 10] if widths else 0

    @cached_property
    def body_size(self) -> float | None:
        """The font size of most lines; None for text files."""
        counts: dict[float, int] = {}
        for index in self.printed:
            if self.lines[index].words and (size := self.size(index)) is not None:
                counts[round(size, 1)] = counts.get(round(size, 1), 0) + len(self.lines[index].text)
        return max(counts, key=lambda size: (counts[size], -size)) if counts else None

    def emphatic(self, index: int) -> bool:
        """True where a line stands out from running text by weight, size or capitals."""
        size = self.size(index)
        if size is not None and self.body_size is not None and size > self.body_size * 1.08:
            return True
        text = self.text(index)
        return self.bold(index) or (len(text) > 5 and text.upper() == text and any(c.isalpha() for c in text))
