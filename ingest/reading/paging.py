"""Where the pages of a text file start, and which numbers are printed on them.

Converters lose form feeds in a few ways, and a file keeps to one or two of them. So the file as a whole is asked
first which of these signs it uses, then each place is judged:

- boxed: a page break is the longest run of blank lines, and the next page's first line has a leading space;
- spaced: the first line of a page has one leading space and follows a printed line directly;
- gapped: exactly three empty lines, where the file never has four and hardly ever two (slides);
- numbered: no sign but the page numbers printed at the pages' feet or heads.

A leading space is also printed by tables with an empty first cell, by letters of rotated labels and by maps.
Which of the candidates are page starts is decided for all of them at once: each has a score, each page between
two starts a plausible length, and the best choice over the whole file wins.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extractors.text.page_numbers import bare_number, styled_number, trailing_number


def find_page_starts(texts: Sequence[str]) -> list[int]:
    """Indexes of the lines that start a page, without the first page; empty where the file does not tell."""
    printed = [not _is_blank(text) for text in texts]
    margin = _has_margin(texts, printed)
    boxed = _boxed_starts(texts) if not margin else []
    if boxed:
        return boxed
    gapped = _gapped_starts(texts)
    spaced = _spaced_starts(texts, printed, gapped) if not margin else []
    starts = sorted({*gapped, *spaced})
    if _plausible(starts, printed):
        return starts
    if _plausible(gapped, printed):
        return gapped
    return _numbered_starts(texts)


def _is_blank(text: str) -> bool:
    return not text or text.isspace()


def _is_spaced(text: str) -> bool:
    """One leading space before print, or before the tab of a list that is set with tabs."""
    return len(text) > 1 and text[0] == " " and (not text[1].isspace() or (text[1] == "\t" and bool(text.strip())))


_MARGIN = 0.15
"""Share of the printed lines with one leading space from which on that is the margin of the text, and no sign of a
page: a page start is one line in twenty or fewer."""


def _has_margin(texts: Sequence[str], printed: Sequence[bool]) -> bool:
    return sum(map(_is_spaced, texts)) > _MARGIN * sum(printed)


def _empty_runs(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Runs of truly empty lines inside the file: length and the index of the line after."""
    runs, length, seen = [], 0, False
    for index, text in enumerate(texts):
        if text == "":
            length += 1
            continue
        if length and seen:
            runs.append((length, index))
        seen, length = True, 0
    return runs


_BOXED_SHARE = 0.6


def _boxed_starts(texts: Sequence[str]) -> list[int]:
    """Starts after the longest usual run of empty lines, where most such runs are followed by a leading space."""
    runs = _empty_runs(texts)
    for length in sorted({length for length, _ in runs}):
        ends = [index for run, index in runs if run >= length]
        spaced = [index for index in ends if _is_spaced(texts[index])]
        if len(spaced) >= 2 and len(spaced) >= _BOXED_SHARE * len(ends):
            return spaced
    return []


_PAGE_GAP = 3
_REGULAR, _FEW_LINES = 0.5, 20
"""Share of the lines with three empty lines above from which on that is the spacing of a file of more lines."""


def _gapped_starts(texts: Sequence[str]) -> list[int]:
    """Starts after exactly three empty lines, where that is a convention of the file and not mere spacing."""
    runs = _empty_runs(texts)
    gaps = [index for length, index in runs if length == _PAGE_GAP]
    stripped = bool(gaps) and not any(text.endswith(" ") for text in texts)
    lines = sum(map(bool, texts))
    if lines > _FEW_LINES and len(gaps) >= _REGULAR * lines:
        return []  # the file is spaced so throughout
    if stripped and median(map(len, filter(None, texts))) >= _PROSE:
        return _gaps_of_stripped(texts, gaps)
    longer = sum(length > _PAGE_GAP for length, _ in runs)
    shorter = [index for length, index in runs if length == _PAGE_GAP - 1]
    if longer > 0.1 * len(gaps) or len(shorter) > 0.25 * len(gaps) + 2:
        return []
    # After the last line of a page that has no empty line of its own (a url, say) two are left.
    after = [index for index in shorter if _ends_with_address(texts, index) or _opens_with_number(texts, index)]
    return sorted([*gaps, *after])


def _gaps_of_stripped(texts: Sequence[str], gaps: Sequence[int]) -> list[int]:
    """Those of the gaps that part pages in a file without any space at the end of a line.

    Where such spaces were stripped, lines of spaces are empty as well: a gap is a new paragraph where every second
    line of running text is empty, unless a page number or a running head with a number stands beside it.
    """
    printed = [index for index, text in enumerate(texts) if text]
    heads = Counter(_masked(texts[index]) for index in gaps)
    found = []
    for index in gaps:
        place = bisect_left(printed, index)
        beside = printed[max(0, place - _NEAR) : place + _NEAR]
        steps = [b - a for a, b in pairwise(beside)]
        above, here = texts[printed[place - 1]], texts[index]
        numbered = styled_number(above) is not None or styled_number(here) is not None
        head = _DIGITS.search(here) is not None and heads[_masked(here)] >= _HEADS
        close = steps.count(1) >= _CLOSE and steps.count(1) >= steps.count(2)
        if numbered or head or close:
            found.append(index)
    return found


def _masked(text: str) -> str:
    return _DIGITS.sub("#", text.strip())


_DIGITS = re.compile(r"\d+")
_HEADS = 4
"""A running head stands behind so many gaps at least."""
_PROSE = 40
"""Most lines of running text are longer than so many characters; those of slides are not."""
_CLOSE = 4
"""So many lines near a gap follow each other directly at least where running text is not double-spaced."""


def _ends_with_address(texts: Sequence[str], index: int) -> bool:
    """True where a url is the last print before."""
    return _ADDRESS.fullmatch(texts[index - _PAGE_GAP]) is not None


def _opens_with_number(texts: Sequence[str], index: int) -> bool:
    """True where a printed page number is the first print from here on."""
    opening = next((text for text in texts[index : index + 2 * _PAGE_GAP] if not _is_blank(text)), "")
    return styled_number(opening) is not None


class Candidate(NamedTuple):
    """A line that may start a page, and how much speaks for it."""

    place: int
    score: float


_HEADING = re.compile(r"\s?(\d{1,2})(?:\.\d{1,2})*\.?\s+[^\W\d_]")
_DIVIDER = re.compile(r"\s?\d{1,2}\.\d{1,2}\.?\s+[^\W\d_]")
_NUMBER_CELLS = re.compile(r"(?:\s+[-–+]?\d[\d.,]*%?(?=\s|$)){2,}")
_CELL_GAP = re.compile(r"\S(?: {2,}|\t)\S")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.|mailto:|file:)\S+\s*", re.IGNORECASE)
_SHORT = 3
_COMMON_SHARE = 0.12
"""Where more than this share of the lines has a leading space, it is an indent."""

_NEAR = 12
_CROWD = 4
"""Four more candidates within twelve lines, not in one series: the lines of a map or a table, not pages."""

_LABEL = 16
"""Between lines that are all as short as this, a line is a label."""

_LONG = 300


def _spaced_starts(texts: Sequence[str], printed: Sequence[bool], fixed: Sequence[int]) -> list[int]:
    places = [i for i in range(1, len(texts)) if printed[i - 1] and _is_spaced(texts[i])]
    if not places or len(places) > _COMMON_SHARE * sum(printed):
        return []
    candidates = _scored(texts, places)
    counts = [0]
    for sign in printed:
        counts.append(counts[-1] + sign)
    chosen: list[int] = []
    bounds = [0, *fixed, len(texts)]
    for low, high in pairwise(bounds):
        inside = [c for c in candidates if low < c.place < high]
        chosen.extend(_choose(texts, inside, low, high, counts))
    return sorted([*chosen, *_behind_blank(texts, chosen, fixed)])


_RUNNING = 2
"""Page starts that print the same line at least for it to be their running head."""


def _behind_blank(texts: Sequence[str], chosen: Sequence[int], fixed: Sequence[int]) -> list[int]:
    """Pages behind one that ends in a blank line: nothing tells them but the running head that other pages of their
    paper start with, printed with its leading space again."""
    heads = Counter(texts[place] for place in chosen)
    known = {*chosen, *fixed}
    return [place for place, text in enumerate(texts) if heads[text] >= _RUNNING and place not in known]


def _scored(texts: Sequence[str], places: Sequence[int]) -> list[Candidate]:
    candidates = []
    known = set(places)
    for place in places:
        text, before = texts[place], texts[place - 1]
        content = text.strip()
        score = 1.5
        if len(content) <= _SHORT:
            score -= 4
        crowd = bisect_right(places, place + _NEAR) - bisect_left(places, place - _NEAR) - _chain(place, known)
        heading = _HEADING.match(text)
        if heading is not None:
            score += 1.5
        elif crowd >= _CROWD:
            score -= 2
        if place - 1 in known:
            score += 1 if _follows(before, heading) else -1.5
        if _is_row(text) and (_is_row(before) or place + 1 == len(texts) or _is_row(texts[place + 1])):
            score -= 1.5
        elif _CELL_GAP.search(content[:_LONG]) is not None:
            score -= 0.5
        if content[0] in "/,;.)%":
            score -= 2
        ended = before.rstrip()[-1:] in (".", "!", "?", ":")
        if ended:
            score += -0.75 if content[0].islower() else 0.6
        after = texts[place + 1].strip() if place + 1 < len(texts) else ""
        if heading is None and max(len(before.strip()), len(content), len(after)) <= _LABEL:
            score -= 1.5
        if styled_number(before) is not None or styled_number(text) is not None:
            score += 2
        elif _ADDRESS.fullmatch(before):
            score += 1
        candidates.append(Candidate(place, score))
    return candidates


def _chain(place: int, known: set[int]) -> int:
    """Lines of the unbroken series of candidates around this one, as far as the crowd is looked at."""
    first, last = place, place
    while first - 1 in known and place - first < _NEAR:
        first -= 1
    while last + 1 in known and last - place < _NEAR:
        last += 1
    return last - first + 1


def _follows(before: str, heading: re.Match[str] | None) -> bool:
    """True where both lines are numbered headings and the second has the next number."""
    first = _HEADING.match(before)
    return first is not None and heading is not None and int(heading[1]) == int(first[1]) + 1


def _is_row(text: str) -> bool:
    text = text.strip()[:_LONG]
    return _NUMBER_CELLS.search(text) is not None or _CELL_GAP.search(text) is not None


_WINDOW = 24


def _choose(
    texts: Sequence[str], candidates: Sequence[Candidate], low: int, high: int, counts: Sequence[int]
) -> list[int]:
    """The best choice of page starts between two certain bounds: the sum of the scores of the chosen and of the
    lengths of the pages between them, by dynamic programming over the last ``_WINDOW`` candidates."""
    if not candidates:
        return []
    best: list[float] = []
    came: list[int] = []
    for order, candidate in enumerate(candidates):
        value, origin = _length_score(texts, low, candidate.place, counts), -1
        for earlier in range(max(order - _WINDOW, 0), order):
            other = best[earlier] + _length_score(texts, candidates[earlier].place, candidate.place, counts)
            if other > value:
                value, origin = other, earlier
        best.append(value + candidate.score)
        came.append(origin)
    value, last = _length_score(texts, low, high, counts), -1
    for order, candidate in enumerate(candidates):
        total = best[order] + _length_score(texts, candidate.place, high, counts)
        if total > value:
            value, last = total, order
    chosen = []
    while last >= 0:
        chosen.append(candidates[last].place)
        last = came[last]
    return chosen[::-1]


_FULL_PAGE = 60
"""Printed lines of a full page; more are possible in tables and small type, but speak for a lost start."""


def _length_score(texts: Sequence[str], first: int, end: int, counts: Sequence[int]) -> float:
    """How plausible a page of the lines ``first`` to ``end`` is: 0 for a usual page, below for others."""
    length = counts[end] - counts[first]
    if length < 8:
        opening = next((text for text in texts[first:end] if not _is_blank(text)), "")
        if length <= 4 and _DIVIDER.match(opening):
            return 0.0
        return -2.0 if length < 2 else -1.4 if length < 3 else -0.8 if length < 5 else -0.4
    return 0.0 if length <= _FULL_PAGE else -min(0.02 * (length - _FULL_PAGE), 4.0)


_LONGEST_PAGE = 160


def _plausible(starts: Sequence[int], printed: Sequence[bool]) -> bool:
    """True where the starts cut the file into pages of a length that pages have."""
    return bool(starts) and sum(printed) <= _LONGEST_PAGE * (len(starts) + 1)


_SEQUENCE = 3


def _numbered_starts(texts: Sequence[str]) -> list[int]:
    """Starts after the printed page numbers, or at them where they head their pages, where nothing else tells:
    three numbers in a row at least, and hardly any other number between them."""
    places = [(i, number) for i, text in enumerate(texts) if (number := styled_number(text)) is not None]
    steps = [b[1] - a[1] == 1 for a, b in pairwise(places)]
    if len(places) < _SEQUENCE or sum(steps) < 0.8 * len(steps):
        return []
    content = [i for i, text in enumerate(texts) if not _is_blank(text)]
    heads = content.index(places[0][0]) < _SEQUENCE and content[-1] - places[-1][0] > _SEQUENCE
    if heads:
        return [place for place, _ in places if place > content[0]][places[0][0] == content[0] or 1 :]
    following = []
    for place, _ in places:
        after = place + 1
        while after < len(texts) and _is_blank(texts[after]):
            after += 1
        if after < len(texts):
            following.append(after)
    return following


_EDGE = 3
_NEIGHBOURS = 4


def find_labels(pages: Sequence[Sequence[str]]) -> list[str | None]:
    """The number printed on each page, None where none is found.

    Looked for in the first and last three printed lines. ``Side 3`` and the like are taken at their word; a bare
    number, or one at the end of a running head, only where pages near by print numbers that go with it.
    """
    sure: list[int | None] = []
    maybe: list[set[int]] = []
    for page in pages:
        content = [text for text in page if not _is_blank(text)]
        edge = content if len(content) <= 2 * _EDGE else [*content[:_EDGE], *content[-_EDGE:]]
        sure.append(next((number for text in edge if (number := styled_number(text)) is not None), None))
        numbers = [n for text in edge for n in (bare_number(text), trailing_number(text)) if n is not None]
        maybe.append(set(numbers))
    labels: list[str | None] = []
    for place, number in enumerate(sure):
        if number is None:
            number = next((n for n in sorted(maybe[place]) if _goes_with(n, place, sure, maybe)), None)
        labels.append(None if number is None else str(number))
    return labels


def _goes_with(number: int, place: int, sure: Sequence[int | None], maybe: Sequence[set[int]]) -> bool:
    """True where a page near by prints the number that counting pages from this one gives."""
    for other in range(max(place - _NEIGHBOURS, 0), min(place + _NEIGHBOURS + 1, len(maybe))):
        expected = number + other - place
        if other != place and expected > 0 and (expected in maybe[other] or sure[other] == expected):
            return True
    return False
