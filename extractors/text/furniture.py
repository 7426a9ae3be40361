"""Running heads and feet, page numbers and watermarks: lines that are printed on pages but are no text.

A head or foot is known by standing at the edge of its page, only other furniture between, and by coming again on
the pages around with nothing changed but numbers. Words of a watermark are set aslant, or printed letter by
letter into the lines of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from extractors.text.asides import asides, find_footnotes, find_url_lines
from extractors.text.memo import DocumentMemo
from extractors.text.page_numbers import counted_feet, counted_pages, styled_number
from schemas.document import Box, Document, Line, Page
from schemas.goal_tables import goal_table_words

__all__ = ["find_footnotes", "find_furniture", "find_url_lines"]

WATERMARKS = (
    "UDKAST",
    "KLADDE",
    "FORTROLIGT",
    "FORTROLIG",
    "KOPI",
    "DRAFT",
    "FORELØBIG",
    "FORELØBIGT",
    "HØRINGSUDKAST",
)
"""What is printed across pages; only letters in a row of these words count as pieces of one."""

_EDGE = 5
"""Printed lines at the head and the foot of a page that may be furniture."""

_HEAD_ZONE, _FOOT_ZONE = 0.14, 0.86
"""Shares of a PDF page's height above and below which heads and feet stand."""

_BREAK = 2
"""A head or foot may be missing on every second page (left and right pages have their own) …"""

_DENSE = 0.4
"""… and stands on at least this share of the pages from its first to its last."""

_ENOUGH = 5
"""A head or foot stands on so many pages; on three where it holds a number or a date."""

_BANNER = re.compile(
    r"\bmål\b|^\s*(?:kilde|anm|note|tabel|figur|bilag(?!\s(?:til|for|fra)\b|\s[-–—|·]\s.*#|\s#(?:-#-#|[./]\s?#[./]\s?#)\s*$)|(?:dagsordens?punkt|punkt|pkt\.?|sag)\s#(?:\.#)?[,:;–-]?\s+(?:[–-]\s)?bilag\s#|[\d#]+(?:\.[\d#]+)*\.?\s*[^\W\d_]|[^\w\s]|\S*://|www\.)",
    re.IGNORECASE,
)
"""Lines that come again at page edges because the text says them again, not because every page carries them."""

_HEADING = re.compile(
    r"\s*(?:[\w-]+s )?(?:indstilling|beslutning|baggrund|sagsfremstilling|konklusion)\s?:?\s*", re.IGNORECASE
)
"""Headings that each item of an agenda has: where each item has a page, they come again at its edges."""

_POINT = re.compile(r"\s*(?:bilag til )?(?:dagsordens?punkt|punkt|pkt\.?|sag)(?: nr\.?)? #(?:\.#)?\s*:?\s*")
"""The number of an agenda's item, alone on its line."""

_CELLS = re.compile(r"(?:\s+[-–+]?[\d#][\d#.,]*%?(?=\s|$)){2,}")
_DIGITS = re.compile(r"\d+")
_BAR = re.compile(r"\A#\s*[|·]\s*")
"""The number of a page before its foot (``3 | Havnerådet``), in the form of :func:`_key`."""

_memo: DocumentMemo[frozenset[int]] = DocumentMemo()


def find_furniture(document: Document) -> frozenset[int]:
    """Indexes of the lines that are furniture of their pages; blank lines are never among them."""
    return _memo.get(document, None, lambda: _find(document))


def _find(document: Document) -> frozenset[int]:
    cases = _like_numbers(document)
    edges = [
        (_edge(page, printed, head=True), _edge(page, printed, head=False))
        for page, printed in zip(document.pages, document.printed, strict=True)
    ]
    repeated = _repeated(edges, _apart(document, edges), _counting(edges))
    companions = _companions(edges)
    furniture: set[int] = set()
    for page, printed, sides in zip(document.pages, document.printed, edges, strict=True):
        for side, lines in enumerate(sides):
            furniture.update(_peel(page, lines, repeated[side], companions))
            furniture.update(_own_number(page, lines))
        furniture.update(_watermarks(page, printed))
    beside = asides(document)
    for group in (*beside.urls, *(note.lines for note in beside.footnotes)):
        furniture.difference_update(group)
    if not document.paged:
        furniture.update(line.index for line in document.lines if styled_number(line.text) is not None)
        furniture.update(counted_feet(document.lines))
        furniture.update(counted_pages(document.lines))
    return frozenset(furniture - cases)


_OF_TOTAL = re.compile(r"\s*(\d{1,4})\s*/\s*(\d{1,4})\s*")


def _like_numbers(document: Document) -> frozenset[int]:
    """Lines that look like the page numbers of ``3/12`` but are none: case numbers (``24/1044``) and dates, whose
    second number is neither that of the pages nor comes again."""
    found = [
        (line.index, m)
        for line in document.lines
        if "/" in line.text and (m := _OF_TOTAL.fullmatch(line.text[:40]))
    ]
    totals = Counter(m[2] for _, m in found)
    pages = str(len(document.pages))
    return frozenset(index for index, m in found if int(m[1]) > int(m[2]) or (totals[m[2]] < 2 and m[2] != pages))


def _edge(page: Page, printed: Sequence[Line], *, head: bool) -> list[Line]:
    """The first lines of a page from above, or its last from below."""
    if page.height and all(line.box is not None for line in printed):
        height = page.height
        if head:
            zone = [line for line in printed if line.box and line.box.y1 <= _HEAD_ZONE * height]
            return sorted(zone, key=lambda line: line.box.y0 if line.box else 0.0)[:_EDGE]
        zone = [line for line in printed if line.box and line.box.y0 >= _FOOT_ZONE * height]
        return sorted(zone, key=lambda line: -line.box.y1 if line.box else 0.0)[:_EDGE]
    return list(printed[:_EDGE] if head else printed[::-1][:_EDGE])


@lru_cache(maxsize=4096)  # the edges of all pages are gone through several times
def _key(text: str) -> str:
    """A line, numbers aside: what comes again at the edges of pages."""
    return _DIGITS.sub("#", " ".join(text.split()).casefold())


Places = dict[str, frozenset[int]]


def _apart(document: Document, edges: Sequence[tuple[list[Line], list[Line]]]) -> frozenset[str]:
    """Heads and feet of a PDF, numbers aside, that stand outermost at one place of every page but the first, well
    apart from the text: a table that goes on there repeats its head right above its rows."""
    if len(edges) <= _FEW:
        return frozenset()
    found: set[str] = set()
    for side in (0, 1):
        places: dict[str, list[tuple[float, float]]] = {}
        for sides, printed in zip(edges[1:], document.printed[1:], strict=True):
            outer = sides[side][0] if sides[side] else None
            if outer is None or outer.box is None or not _stands_apart(outer.box, printed, head=side == 0):
                break
            places.setdefault(_key(outer.text), []).append((outer.box.x0, outer.box.y0))
        for key, corners in places.items():
            level = max(y for _, y in corners) - min(y for _, y in corners) <= _LEVEL
            if len(corners) == len(edges) - 1 and level:
                found.add(key)
    return frozenset(found)


_FEW, _CLEAR, _LEVEL = 3, 1.5, 1.0


def _stands_apart(box: Box, printed: Sequence[Line], *, head: bool) -> bool:
    """True where the next line is far from the outermost one, by the height of that."""
    gaps = [
        line.box.y0 - box.y1 if head else box.y0 - line.box.y1
        for line in printed
        if line.box is not None and (line.box.y0 > box.y0 + _LEVEL if head else line.box.y1 < box.y1 - _LEVEL)
    ]
    return min(gaps, default=0.0) >= _CLEAR * (box.y1 - box.y0)


def _counting(edges: Sequence[tuple[list[Line], list[Line]]]) -> frozenset[str]:
    """Lines, numbers aside, whose last number counts the pages (``Sag 18/204 · side 3``), or the first before a bar
    (``3 | Havnerådet``). It is one more on each page, on three pages or more."""
    offsets: dict[str, list[int]] = {}
    for number, sides in enumerate(edges):
        for line in (line for lines in sides for line in lines[:_OUTER]):
            if (counted := _FIRST.match(line.text) or _LAST.search(line.text)) is not None:
                offsets.setdefault(_key(line.text), []).append(int(counted[1]) - number)
    return frozenset(key for key, found in offsets.items() if len(found) >= _FEW and len(set(found)) == 1)


_OUTER = 2
"""Converters may print the foot of a page below its head."""
_LAST = re.compile(r"(?<![\d.,])(\d{1,4})\s*\Z")
_FIRST = re.compile(r"\s*(\d{1,4})\s*[|·]\s*(?=[^\W\d_])")


def _repeated(
    edges: Sequence[tuple[list[Line], list[Line]]], apart: frozenset[str], counting: frozenset[str]
) -> tuple[Places, Places]:
    """For heads and for feet, the lines that come again, numbers aside, with the pages (from 0) they head; those
    ``apart`` need to stand on three pages. Those that end in the number of their page are no rows of tables."""
    found: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
    points: Counter[str] = Counter()
    for number, sides in enumerate(edges):
        for side, lines in enumerate(sides):
            for key in {_key(line.text) for line in lines}:
                found[side].setdefault(key, []).append(number)
        points.update({" ".join(line.text.split()) for line in sides[0] if _POINT.fullmatch(_key(line.text))})
    again = {_key(text) for text, count in points.items() if count > 1}
    for key in {_key(text) for text in points} - again:
        found[0][key] = []  # ``Bilag til punkt 2``, ``… 3``, ``… 4``: each heads a page of its own
    heads, feet = (
        {key: _running(key, pages, apart=key in apart, counting=key in counting) for key, pages in side.items()}
        for side in found
    )
    return heads, feet


def _running(key: str, pages: Sequence[int], *, apart: bool, counting: bool) -> frozenset[int]:
    """The pages on which the line runs on from page to page: series with enough of it, without long breaks."""
    if _POINT.fullmatch(key) and all(b - a > 1 for a, b in pairwise(pages)):
        return frozenset()  # title pages before bilag: a running head stands on every page
    least = 3 if apart or "#" in key else _ENOUGH
    if len(pages) < least or (_BANNER.search(_BAR.sub("", key)) is not None if counting else _never(key)):
        return frozenset()
    running: set[int] = set()
    series: list[int] = []
    for page in [*pages, None]:
        if page is not None and (not series or page - series[-1] <= _BREAK):
            series.append(page)
            continue
        span = series[-1] - series[0] + 1
        if len(series) >= least and len(series) >= _DENSE * span:
            running.update(series)
        series = [page] if page is not None else []
    return frozenset(running)


def _companions(edges: Sequence[tuple[list[Line], list[Line]]]) -> frozenset[str]:
    """Lines, numbers aside, that stand next to a printed page number on more than one page."""
    counts: Counter[str] = Counter()
    for sides in edges:
        beside: set[str] = set()
        for lines in sides:
            for first, second in pairwise(lines[:_EDGE]):
                for line, other in ((first, second), (second, first)):
                    if styled_number(other.text) is not None and styled_number(line.text) is None:
                        beside.add(_key(line.text))
        counts.update(beside)
    return frozenset(key for key, count in counts.items() if count > 1 and not _never(key))


def _peel(page: Page, lines: Sequence[Line], places: Places, companions: frozenset[str]) -> list[int]:
    """The furniture of one edge, from outside inwards up to the first line that is none."""
    taken: list[int] = []
    numbers = [place for place, line in enumerate(lines) if _is_number(line.text, page)]
    for place, line in enumerate(lines):
        if not _DIGITS.search(line.text) and _is_below_heading(lines, place):
            break
        beside = any(abs(place - number) == 1 for number in numbers) and _key(line.text) in companions
        if place in numbers or beside or page.number - 1 in places[_key(line.text)]:
            taken.append(line.index)
        else:
            break
    return taken


def _is_below_heading(lines: Sequence[Line], place: int) -> bool:
    """True for the line right below a heading, what was decided, say: ``Godkendt.`` at the foot of each page."""
    inner = lines[place + 1] if place + 1 < len(lines) else None
    line = lines[place]
    return inner is not None and inner.index == line.index - 1 and _HEADING.fullmatch(inner.text) is not None


_NEAR_EDGE = 3
"""A slide prints its number behind its title or before its last words: among so many lines from the edge."""


def _own_number(page: Page, lines: Sequence[Line]) -> list[int]:
    """The line of an edge that holds nothing but the page's number, though other lines stand outside of it."""
    return [line.index for line in lines[:_NEAR_EDGE] if line.text.strip() == page.label][:1]


def _is_number(text: str, page: Page) -> bool:
    return styled_number(text) is not None or text.strip() == page.label


def _never(text: str) -> bool:
    """True for lines that text says again: banners, headings, captions, sources, footnotes, urls, rows, the last
    cell of a table (``Opfyldt``)."""
    if len(text) > 200 or _HEADING.fullmatch(text) is not None or _is_verdict(text):
        return True
    return _BANNER.search(text) is not None or _CELLS.search(text) is not None


def _is_verdict(text: str) -> bool:
    """True for a line that is no more than what a cell says of a goal."""
    plain = " ".join(text.split()).strip(" .:!").casefold()
    return any(pattern.fullmatch(plain) is not None for pattern in goal_table_words().verdicts.values())


_PIECE = 3
_ASLANT = range(15, 76)


def _watermarks(page: Page, printed: Sequence[Line]) -> list[int]:
    """Lines set aslant, and runs of short capital lines that spell a good part of a watermark."""
    found = [
        line.index for line in page.lines if line.words and all(word.angle % 90 in _ASLANT for word in line.words)
    ]
    run: list[Line] = []
    for line in [*printed, None]:
        text = line.text.strip() if line is not None else ""
        if line is not None and len(text) <= _PIECE and text.isalpha() and text.isupper():
            run.append(line)
        elif run:
            found.extend(_spelled(run))
            run = []
    return found


def _spelled(run: Sequence[Line]) -> list[int]:
    pieces = "".join(line.text.strip() for line in run)
    if len(run) < 2 or len(pieces) < 4:
        return []
    spelled = any(pieces in word or pieces in word[::-1] for word in WATERMARKS)
    return [line.index for line in run] if spelled else []
