"""What lies between printed lines: nothing, a paragraph's end, a page's end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import Final

from schemas.document import Document, Line


class Gap:
    """What lies between two lines of running text, as plain numbers: members of an Enum are slow to look up."""

    NONE: Final = 0
    """Nothing, or in double-spaced text what separates its lines."""
    EMPTY: Final = 1
    """Empty lines in single-spaced text."""
    SPACED: Final = 2
    """A line of spaces: the paragraph mark of most converters; in a PDF a wide gap."""
    PAGE: Final = 3
    """The end of a page or a column."""


def find_gaps(document: Document, lines: list[Line]) -> list[int]:
    """The gap before each line of running text."""
    every = document.lines
    leading = _leading(lines) if any(map(attrgetter("box"), lines)) else {}
    raw: list[tuple[int, bool]] = [(Gap.PAGE, False)] if lines else []
    for before, line in pairwise(lines):
        if line.page != before.page:
            raw.append(_PAGE)
        elif line.box is not None and before.box is not None:
            raw.append((_box_gap(before, line, leading), False))
        elif line.index == before.index + 1:
            raw.append(_NONE)
        else:
            raw.append(_between(every[before.index + 1 : line.index]))
    if not any(alone for _, alone in raw):
        return [gap for gap, _ in raw]
    return _respaced(raw, [line.text.rstrip() for line in lines])


_PAGE, _NONE = (Gap.PAGE, False), (Gap.NONE, False)


def _between(lines: Sequence[Line]) -> tuple[int, bool]:
    """The gap that these lines make, and whether it is one empty line alone."""
    blanks = [line.text for line in lines if line.blank]
    if not blanks:
        return _NONE
    return (Gap.SPACED, False) if any(blanks) else (Gap.EMPTY, len(lines) == 1)


RUNNING = 34
"""Mean characters a line in running text; below it, text boxes of slides stand apart from each other …"""

_LONG = 60
"""… unless the line before is as long as only running text has them."""

_REACH = 10
"""Gaps looked at on each side to tell double-spaced from single-spaced text."""

_LEAST_SINGLE = 3
_ENDS = (".", "!", "?", ":", ";")


def _respaced(raw: list[tuple[int, bool]], texts: list[str]) -> list[int]:
    """Single empty lines in double-spaced regions are no gaps: they are what stands between any two lines."""
    print_ = list(accumulate([min(len(text), 200) for text in texts], initial=0))
    tight = list(accumulate([gap == Gap.NONE for gap, _ in raw], initial=0))
    single = list(accumulate([alone for _, alone in raw], initial=0))
    gaps = []

    def is_double(low: int, high: int) -> bool:
        singles, tights = single[high] - single[low], tight[high] - tight[low]
        return singles >= _LEAST_SINGLE and singles >= 2 * tights

    for place, (gap, alone) in enumerate(raw):
        if not alone:
            gaps.append(gap)
            continue
        low, high = max(place - _REACH, 0), min(place + _REACH + 1, len(raw))
        before = texts[place - 1] if place else ""
        mean = (print_[high] - print_[low]) / (high - low)
        running = mean >= RUNNING or len(before) >= _LONG
        double = running and is_double(low, high)
        if running and not double and before[-1:] not in _ENDS:
            # where double and single spacing meet, a sentence that is not ended goes on
            double = is_double(low, place + 1) or is_double(place, high)
        gaps.append(Gap.NONE if double else gap)
    return gaps


_PARAGRAPH = 0.3
"""White beyond the usual line distance, in line heights, that stands between paragraphs of a PDF."""


_LEAST_SURE = 2


def _leading(lines: list[Line]) -> dict[int, float]:
    """The usual white between the lines of a paragraph for each size of type, sizes rounded to points: that before
    lines that surely go on, with a small letter after no end sign, else that of the closer third of all lines."""
    whites: dict[int, list[float]] = {}
    sure: dict[int, list[float]] = {}
    for before, line in pairwise(lines):
        if line.box is None or before.box is None or before.page != line.page:
            continue
        white = line.box.y0 - before.box.y1
        if abs(before.box.x0 - line.box.x0) < 2 and -0.5 * line.box.height < white < line.box.height:
            whites.setdefault(_points(line), []).append(white)
            if line.text.lstrip()[:1].islower() and before.text.rstrip()[-1:] not in _ENDS:
                sure.setdefault(_points(line), []).append(white)
    usual = {size: sorted(found)[len(found) // 3] for size, found in whites.items()}
    for size, found in sure.items():
        if len(found) >= _LEAST_SURE:
            usual[size] = min(usual[size], sorted(found)[len(found) // 2])
    return usual


def _points(line: Line) -> int:
    return round(line.box.height) if line.box is not None else 0


def _box_gap(before: Line, line: Line, leading: dict[int, float]) -> int:
    """The gap of two lines of a PDF page: the white between them against the usual white of such lines."""
    if before.box is None or line.box is None:
        return Gap.NONE
    height = max(before.box.height, line.box.height, 1.0)
    white = line.box.y0 - before.box.y1
    if white < -height or line.box.x0 >= before.box.x1:
        return Gap.PAGE
    usual = max(leading.get(_points(line), 0.2 * height), 0.0)
    return Gap.SPACED if white > usual + _PARAGRAPH * height else Gap.NONE
