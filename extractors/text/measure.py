"""Widths of printed lines: whether the next word would have had room, which lines are rows of a table."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import accumulate, pairwise

from schemas.document import Document, Line

_REACH = 8
"""Lines on both sides that show how wide the text is set."""

_SLACK_TEXT = 0.93
"""Letters differ in width: in a text file a line is certainly short only below this share of the widest."""

_LEAST_SLACK = 4
"""In narrow columns the difference is at least so many characters."""

_SLACK_BOX = 2.0
"""Points that a line of a PDF may lack to the margin though the next word would have fitted."""

_NARROW = 30
"""Columns of fewer characters hold labels, not running text."""

_NUMBER = r"(?:[-–−+]?\d[\d.,]*|\(\d[\d.,]*\))(?:\s?(?:%|pct\.?|kr\.?|mio\.))?"
_NUMBERS = re.compile(rf"(?:^|\s){_NUMBER}(?:\s(?:{_NUMBER}|-))+$")
_NUMBER_ENDS = frozenset(".,%tr)-")
"""What a number with its unit ends in, beside digits; so do its parts. The other lines need no closer look."""
_BEHIND_DIGIT = " .,%)-pctkrmio\t\u00a0"
"""All that stands behind the last digit of a number with its unit, or behind that and a dash for no number."""

_ENDS_NUMBER = re.compile(r"\s(?:[-–−+]?\d[\d.,]*\s?%?|\(\d[\d.,]*\))$")


@dataclass(frozen=True)
class Measures:
    """By place in the running text: ``short`` is a line that ended although the next line's first word had
    room, ``narrow`` a line in a column too narrow for running text, ``row`` a row of a table, ``cells`` a row
    with two numbers or more, ``restyled`` a
    line set in another size or weight than the line before it; ``share`` is the line's length in widths of the text
    around it."""

    short: list[bool]
    narrow: list[bool]
    row: list[bool]
    cells: list[bool]
    restyled: list[bool]
    share: list[float]


def measure(document: Document, lines: list[Line], texts: list[str]) -> Measures:
    """Measures of the lines of running text."""
    printed = [texts[line.index] for line in lines]
    edges = [_edge(line, text) for line, text in zip(lines, printed, strict=True)]
    needs = [_need(line, text) for line, text in zip(lines, printed, strict=True)]
    widths = _widths(lines, edges, _wrapped(lines, printed))
    limits = [
        min(width * _SLACK_TEXT, width - _LEAST_SLACK) if line.box is None else width - _SLACK_BOX
        for line, width in zip(lines, widths, strict=True)
    ]
    short = [edge + need <= limit for edge, need, limit in zip(edges, needs[1:], limits, strict=False)]
    short += [True] * (len(lines) - len(short))  # nothing stands behind the last line
    narrow = [
        width < _NARROW if line.box is None else (width - line.box.x0) < 4.5 * _NARROW
        for width, line in zip(widths, lines, strict=True)
    ]
    share = [
        edge / width if line.box is None else (edge - line.box.x0) / max(width - line.box.x0, 1.0)
        for edge, width, line in zip(edges, widths, lines, strict=True)
    ]
    return Measures(short, narrow, *_rows(printed), _restyled(lines), share)


def _edge(line: Line, text: str) -> float:
    return float(len(text)) if line.box is None else line.box.x1


def _need(line: Line, text: str) -> float:
    """The room that the line's first word takes at the end of another line, with its space."""
    length = text.find(" ")
    if length < 0:
        length = len(text)
    if line.box is None or not line.words:
        return float(length + 1)
    return (line.box.x1 - line.box.x0) * (length + 1) / max(len(text), 1)


def _widths(lines: list[Line], edges: list[float], wrapped: list[bool]) -> list[float]:
    """How far to the right the text around each line reaches. Where none of the lines around was surely broken for
    want of room (single lines between headings and tables), the broken ones of the page tell."""
    pages = [line.page for line in lines]
    sizes = Counter(pages)
    broken: dict[int, list[int]] = defaultdict(list)
    for place, is_wrapped in enumerate(wrapped):
        if is_wrapped:
            broken[lines[place].page].append(place)
    widest_broken = {
        page: sorted(places, key=lambda place: -edges[place])[:_REACH] for page, places in broken.items()
    }
    columns = _text_columns(lines, sizes)
    wraps = list(accumulate(wrapped, initial=0))
    lefts = [line.box.x0 if line.box is not None else None for line in lines]
    widths = []
    for place, line in enumerate(lines):
        low, high = max(place - _REACH, 0), min(place + _REACH + 1, len(lines))
        if line.box is None:
            column_from, column_to = columns[line.page]
            low, high = (column_from if low < column_from else low), (column_to if high > column_to else high)
            widest = max(edges[low:high])
            shown = wraps[high] - wraps[low] > wrapped[place]
        else:
            page, left = line.page, line.box.x0
            column = [
                near
                for near in range(low, high)
                if (
                    pages[near] == page and abs(x0 - left) < _COLUMN
                    if (x0 := lefts[near]) is not None
                    else _same_column(line, lines[near], sizes)
                )
            ]
            widest = max(edges[near] for near in column)
            shown = any(wrapped[near] and near != place for near in column)
        if not shown:
            for far in widest_broken.get(line.page, ()):
                if far != place and _same_column(line, lines[far], sizes):
                    widest = max(widest, edges[far])
        widths.append(widest)
    return widths


def _text_columns(lines: list[Line], sizes: Counter[int]) -> dict[int, tuple[int, int]]:
    """For each page the places, from and to, of the lines that share a column with its lines without boxes."""
    pages = [line.page for line in lines]
    columns = {}
    for page, size in sizes.items():
        beside = 1 if size > _TITLE_PAGE else 0
        columns[page] = (bisect_left(pages, page - beside), bisect_right(pages, page + beside))
    return columns


def _wrapped(lines: list[Line], printed: list[str]) -> list[bool]:
    """For each line whether the next line of its page surely goes on it: a small letter after no end sign."""
    pairs = zip(pairwise(lines), pairwise(printed), strict=True)
    goes_on = [
        below[0].islower() and text[-1] not in _ENDS and line.page == following.page
        for (line, following), (text, below) in pairs
    ]
    return [*goes_on, False] if lines else []


_ENDS = ".:;!?)"


def _same_column(line: Line, other: Line, sizes: Counter[int]) -> bool:
    if line.box is None or other.box is None:
        return other.page == line.page or (abs(other.page - line.page) == 1 and sizes[line.page] > _TITLE_PAGE)
    return other.page == line.page and abs(other.box.x0 - line.box.x0) < _COLUMN


_TITLE_PAGE = 4
"""Pages of so few lines are set by themselves; others like the pages next to them."""

_COLUMN = 60.0
"""Lines of a PDF that begin within so many points of each other stand in one column."""


def _rows(printed: list[str]) -> tuple[list[bool], list[bool]]:
    """Rows of tables: lines that end in two numbers or more, and runs of lines that end in one."""
    count = len(printed)
    many, one = [False] * (count + 2), [False] * (count + 2)  # the lines from 1 on, with none above and below
    for place, text in enumerate(printed, 1):
        if not _may_end_number(text):
            continue
        one[place] = len(text) < _ROW and _ENDS_NUMBER.search(text) is not None
        many[place] = _may_end_number(text.rpartition(" ")[0]) and _NUMBERS.search(text[-_END_OF_LINE:]) is not None
    rows, cells = [False] * count, [False] * count
    for place in range(1, count + 1):
        if not (many[place] or one[place]):
            continue
        company = many[place - 1] or one[place - 1] or many[place + 1] or one[place + 1]
        cells[place - 1] = many[place] and company
        rows[place - 1] = cells[place - 1] or (one[place - 1] and one[place] and one[place + 1])
    return rows, cells


def _may_end_number(text: str) -> bool:
    last = text[-1:]
    return last.isdecimal() or (last in _NUMBER_ENDS and text.rstrip(_BEHIND_DIGIT)[-1:].isdecimal())


_END_OF_LINE = 120
_ROW = 60
"""Longer lines that end in a number are running text."""


def _restyled(lines: list[Line]) -> list[bool]:
    changed = [False] * len(lines)
    for place, (before, line) in enumerate(pairwise(lines), 1):
        if line.words and before.words:
            sizes = abs(_size(line) - _size(before)) > 0.75
            weights = before.words[-1].bold != line.words[0].bold and _is_bold(before) != _is_bold(line)
            changed[place] = sizes or weights
    return changed


def _is_bold(line: Line) -> bool:
    return all(word.bold for word in line.words)


def _size(line: Line) -> float:
    return max(word.size for word in line.words)
