"""Running text in columns is read column by column; rows of tables stay whole.

A gutter is a strip that no word crosses over several rows. It parts columns only where both sides are running
text: wordy, not cut up further, without rules or bands across the strip, without paragraphs that start side by
side as the rows of a table do. In doubt rows stay whole: a table torn apart costs more than a column read across.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ingest.reading.pdf_boxes import boxes_parted
from ingest.reading.pdf_drawings import Drawings
from schemas.document import Word

Row = list[Word]

GUTTER = 8.0
"""Least width of a gutter in points."""
WORDY = 12
"""Letters on each side of a gap that make it worth a look."""
FAR = 3.0
"""White space of this many sizes over both columns ends them."""
LEAST_ROWS = 2
LEAST_TEXT = 40
"""Characters a column of running text holds at least."""
LEAST_CHARACTERS = 16
"""Characters a row of running text has on average."""
LETTERS = 0.75
"""Share of letters among the characters of running text."""
NUMERIC = 0.12
"""Share of rows without words that running text may have."""
BROKEN = 0.15
"""Share of rows with a wide gap inside that running text may have."""
BREAK = 1.2
"""Width of such a gap in sizes."""
LEAST_WIDTH = 0.18
"""Share of the page's width that a column takes at least."""
HEADING = 1.15
"""A heading is larger than the text around it by this factor."""
PARAGRAPH = 1.25
"""Paragraphs start after more than this share of the usual distance of baselines."""
SIDE_BY_SIDE = 0.6
"""From this share of paragraphs starting side by side on, the columns are those of a table."""
LEVEL = 0.9
FULL = 0.5
WIDTH_OF_FULL = 0.7
"""Where so many rows have a partner at their height and so few fill so much of their column, they are entries in
pairs: names with titles, towns with persons."""
SAME_HEIGHT = 2.0
"""In points."""
BULLETS = frozenset("•▪◦‣●○■□–—-*·➢✓")
DEEPEST = 3
LEAST_HALF = 8
"""Rows of each column of a page that is set in two."""
ALIKE = 0.85
"""The narrower one has at least this share of the width of the other."""
COMMON_LINES = 0.5
"""Share of the rows of a column that may have one of the other beside them."""
AT_EDGE, PART_OF_WIDTH = 3.0, 0.4
MOST_ROWS = 20_000
"""Rows looked at for gutters, over and over, after which a page is read by rows."""


class Gutter(NamedTuple):
    """A free strip from ``left`` to ``right`` over the rows ``first`` to ``last``, both included."""

    left: float
    right: float
    first: int
    last: int


def in_reading_order(rows: list[Row], drawings: Drawings, page_width: float) -> list[Row]:
    """Rows from top to bottom, those of running text in columns or boxes parted and read one after the other."""
    columns = _Columns(drawings, page_width)
    parts = boxes_parted(rows, drawings, page_width)
    return [row for part, boxed in parts for row in (part if boxed else columns.order(part, DEEPEST))]


class _Columns:
    """Finds the columns of one page, as long as the rows to look at do not run out."""

    def __init__(self, drawings: Drawings, page_width: float) -> None:
        self._drawings = drawings
        self._page_width = page_width
        self._rows_left = MOST_ROWS

    def order(self, rows: list[Row], depth: int) -> list[Row]:
        """The rows in reading order, with columns inside columns ``depth`` times."""
        ordered: list[Row] = []
        done = index = 0
        dead: list[Gutter] = []
        while index < len(rows) and depth > 0 and self._rows_left > 0:
            found = None
            for left, right in _seeds(rows, index):
                if any(g.first <= index <= g.last and g.left < right and left < g.right for g in dead):
                    continue
                gutter = _grow(rows, Gutter(left, right, index, index), done)
                self._rows_left -= gutter.last - gutter.first + len(dead) + 1
                columns = self._parted(rows, gutter, depth)
                if columns:
                    found = gutter, columns
                    break
                dead.append(gutter)
            if found:
                gutter, columns = found
                ordered += rows[done : gutter.first] + columns
                done = index = gutter.last + 1
            else:
                index += 1
        return ordered + rows[done:]

    def _parted(self, rows: list[Row], gutter: Gutter, depth: int) -> list[Row] | None:
        """The rows of a gutter column by column; None where they are not running text in columns."""
        if (sides := _halves(rows[gutter.first : gutter.last + 1], gutter, self._drawings)) is not None:
            return [row for side in sides for row in self.order(side, depth - 1)]
        result: list[Row] = []
        parted = False
        for part in _sections(rows[gutter.first : gutter.last + 1], gutter):
            columns = self._section(part, gutter, depth)
            parted = parted or columns is not None
            result += columns if columns is not None else part
        return result if parted else None

    def _section(self, rows: list[Row], gutter: Gutter, depth: int) -> list[Row] | None:
        left: list[Row] = []
        right: list[Row] = []
        for row in rows:
            before, after = _split(row, gutter)
            if before:
                left.append(before)
            if after:
                right.append(after)
        if min(len(left), len(right)) < LEAST_ROWS or _crossed(rows, gutter, self._drawings):
            return None
        if _rows_of_a_table(left, right):
            return None
        result: list[Row] = []
        for side in (left, right):
            ordered = self.order(side, depth - 1)
            if not _running(side, self._page_width, whole=len(ordered) == len(side)):
                return None
            result += ordered
        return result


def _halves(rows: list[Row], gutter: Gutter, drawings: Drawings) -> tuple[list[Row], list[Row]] | None:
    """The two columns of a page that is set in two, tables among their text; None for anything else.

    Columns are as wide as each other, hold lines of text that begin at their left edges, and their rows do not keep
    to common lines, as the rows of a table over both do.
    """
    if len(rows) < LEAST_HALF:
        return None
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        before, after = _split(row, gutter)
        if before:
            left.append(before)
        if after:
            right.append(after)
    if min(len(left), len(right)) < LEAST_HALF or _crossed(rows, gutter, drawings):
        return None
    edges = [(min(row[0].x0 for row in side), max(row[-1].x1 for row in side)) for side in (left, right)]
    widths = [end - start for start, end in edges]
    if min(widths) < ALIKE * max(widths):
        return None
    if max(_level(left, right) / len(left), _level(right, left) / len(right)) > COMMON_LINES:
        return None
    texts = [_lines_of_text(side, start, end) for side, (start, end) in zip((left, right), edges, strict=True)]
    return (left, right) if min(texts) >= 2 and max(texts) >= 3 else None


def _lines_of_text(side: list[Row], start: float, end: float) -> int:
    """Rows of a column that begin at its edge and go on over a good part of it in words."""
    count = 0
    for row in side:
        if row[0].x0 - start > AT_EDGE or row[-1].x1 - row[0].x0 < PART_OF_WIDTH * (end - start):
            continue
        text = "".join(word.text for word in row)
        whole = all(b.x0 - a.x1 <= BREAK * b.size for a, b in pairwise(row))
        count += whole and sum(map(str.isalpha, text)) >= LETTERS * len(text)
    return count


def _letters(words: Sequence[Word]) -> int:
    return sum(map(str.isalpha, "".join([word.text for word in words])))


def _wordy(words: Sequence[Word]) -> bool:
    text = "".join([word[0] for word in words])
    return len(text) >= WORDY and sum(map(str.isalpha, text)) >= WORDY


def _seeds(rows: list[Row], index: int) -> list[tuple[float, float]]:
    """Gaps worth a look: between wordy parts of a row, or between this row and the next beside it."""
    row = rows[index]
    cuts = [0]
    end = row[0].x1
    for at, (_, x0, _, x1, _, size, _, _, _) in enumerate(row):
        if x0 - end >= GUTTER and x0 - end > size:
            cuts.append(at)
        if x1 > end:
            end = x1
    seeds = []
    if len(cuts) > 1:
        parts = [row[first:last] for first, last in pairwise([*cuts, len(row)])]
        wordy = [_wordy(part) for part in parts]
        seeds = [
            (max(word.x1 for word in before), after[0].x0)
            for before, after, worth, also in zip(parts, parts[1:], wordy, wordy[1:], strict=False)
            if worth and also
        ]
    if index + 1 < len(rows):
        after = rows[index + 1]
        if after[0].y0 < row[0].y1:
            start, stop = after[0].x0, max(word.x1 for word in after)
            free = (end, start) if end < start else (stop, row[0].x0)
            if free[1] - free[0] >= GUTTER and _wordy(row) and _wordy(after):
                seeds.append(free)
    return seeds


def _grow(rows: list[Row], seed: Gutter, top: int) -> Gutter:
    """The seed over as many rows above (not beyond ``top``) and below as no word crosses."""
    left, right = seed.left, seed.right
    ends = [seed.first, seed.first]
    for side, step in ((0, -1), (1, 1)):
        at = seed.first
        while top <= at + step < len(rows):
            row, near = rows[at + step], rows[at]
            upper, lower = (row, near) if step < 0 else (near, row)
            if min(w.y0 for w in lower) - max(w.y1 for w in upper) > FAR * near[0].size:
                break
            free = _free(row, left, right)
            if free is None:
                break
            left, right = free
            at += step
        ends[side] = at
    return Gutter(left, right, ends[0], ends[1])


def _free(row: Row, left: float, right: float) -> tuple[float, float] | None:
    """The widest strip between ``left`` and ``right`` that no word of the row touches."""
    best: tuple[float, float] | None = None
    start = left
    for word in row:
        if word.x1 <= start:
            continue
        if word.x0 >= right:
            break
        if best is None or word.x0 - start > best[1] - best[0]:
            best = start, word.x0
        start = word.x1
    if right > start and (best is None or right - start > best[1] - best[0]):
        best = start, right
    return best if best and best[1] - best[0] >= GUTTER else None


def _split(row: Row, gutter: Gutter) -> tuple[Row, Row]:
    middle = (gutter.left + gutter.right) / 2
    return [word for word in row if word.x0 < middle], [word for word in row if word.x0 >= middle]


def _sections(rows: list[Row], gutter: Gutter) -> list[list[Row]]:
    """Parts at headings that stand over both columns but are too short to cross the gutter."""
    usual = median(word.size for row in rows for word in row)
    sections: list[list[Row]] = [[]]
    for index, row in enumerate(rows):
        left, right = _split(row, gutter)
        if index and left and not right and row[0].size >= HEADING * usual:
            top, foot = row[0].y0 - 0.3 * row[0].size, row[0].y1 + 0.3 * row[0].size
            beside = (word for near in rows[max(0, index - 3) : index + 4] for word in _split(near, gutter)[1])
            if not any(word.y0 < foot and word.y1 > top for word in beside):
                sections.append([])
        sections[-1].append(row)
    return sections


def _running(side: list[Row], page_width: float, whole: bool) -> bool:
    """True where a column holds running text; ``whole`` says that it does not hold columns itself."""
    text = "".join(word.text for row in side for word in row)
    width = max(row[-1].x1 for row in side) - min(row[0].x0 for row in side)
    if len(text) < max(LEAST_TEXT, LEAST_CHARACTERS * len(side)) or width < LEAST_WIDTH * page_width:
        return False
    if sum(map(str.isalpha, text)) < LETTERS * len(text):
        return False
    if sum(_letters(row) < 2 for row in side) > max(1, NUMERIC * len(side)):
        return False
    broken = sum(any(b.x0 - a.x1 > BREAK * b.size for a, b in pairwise(row)) for row in side)
    return not whole or broken <= BROKEN * len(side)


def _crossed(rows: list[Row], gutter: Gutter, drawings: Drawings) -> bool:
    """True where rules or the edges of bands run across the gutter between the rows, as in a table."""
    top = min(word.y0 for word in rows[0])
    foot = max(word.y1 for word in rows[-1])
    spans = [(r.y0, r.x0, r.x1) for r in drawings.rules if r.horizontal and top < r.y0 < foot]
    for band in drawings.fills:
        spans += [(y, band.x0, band.x1) for y in (band.y0, band.y1) if top < y < foot]
    covered: dict[int, float] = {}
    for y, x0, x1 in spans:
        inside = min(x1, gutter.right) - max(x0, gutter.left)
        if inside > 0:
            level = round(y / 2)
            covered[level] = covered.get(level, 0.0) + inside
    return any(
        length + covered.get(level + 1, 0.0) >= 0.9 * (gutter.right - gutter.left)
        for level, length in covered.items()
    )


def _rows_of_a_table(left: list[Row], right: list[Row]) -> bool:
    """True where short entries stand in pairs or paragraphs of both sides start side by side."""
    if all(sum(row[0].text[0] in BULLETS for row in side) * 2 >= len(side) for side in (left, right)):
        return False
    if _level(left, right) >= LEVEL * max(len(left), len(right)) and min(_full(left), _full(right)) < FULL:
        return True
    starts = [_starts(side) for side in (left, right)]
    most = max(len(side) for side in starts)
    if most < 2 or all(sum(row[0].text[0] in BULLETS for row in side) * 2 >= len(side) for side in starts):
        return False
    return _level(*starts) >= SIDE_BY_SIDE * most


def _level(left: list[Row], right: list[Row]) -> int:
    """How many rows of the left side have one of the right side beside them."""
    heights = sorted(row[0].y1 for row in right)
    count = 0
    for row in left:
        at = bisect_left(heights, row[0].y1 - SAME_HEIGHT)
        count += at < len(heights) and heights[at] <= row[0].y1 + SAME_HEIGHT
    return count


def _full(side: list[Row]) -> float:
    """Share of the rows that fill the width of their column, as lines of paragraphs do but the last."""
    widths = [row[-1].x1 - row[0].x0 for row in side]
    return sum(width >= WIDTH_OF_FULL * max(widths) for width in widths) / len(widths)


def _starts(side: list[Row]) -> list[Row]:
    """The first rows of the paragraphs of a column but the first."""
    steps = [after[0].y1 - before[0].y1 for before, after in pairwise(side)]
    if not steps:
        return []
    usual = min(median(steps), 1.6 * median(row[0].size for row in side))
    return [row for row, step in zip(side[1:], steps, strict=True) if step > PARAGRAPH * usual]
