"""Two tables side by side, told by what is drawn: each has rules of its own width, with white between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from extractors.tables.captions import parse_caption
from extractors.tables.edges import NEAR, Edges
from extractors.tables.words import GAP, Band, Chunk

_WHITE = 6.0
"""At least so many points of white stand between the rules of two tables."""

_SAME = 3.0
"""Rules whose ends are no further apart than this are of one table."""

_FEWEST_LABELS = 2
_FEWEST_ROWS = 2
_INDENT = 12.0
"""So many points may cells be indented below the title of their table."""
_TABLE_APART = 2.4
"""White of this many sizes ends tables that nothing is drawn around."""
_MOST_TITLES = 3
_MOST_WIDTHS = 24
_LINE_APART = 1.5
"""White of this many sizes parts a table from what stands above or below it."""


@dataclass(slots=True)
class Rules:
    """Rules of one width: where they begin and end, and their heights from top to bottom."""

    start: float
    end: float
    heights: list[float]


def tables_abreast(bands: list[Band], edges: Edges, widths: list[Rules]) -> tuple[int, int, float] | None:
    """The first and last band of two tables side by side, with their titles, and an x between them; None where
    nothing drawn tells of two. Cells of one table have their rules in common, and values alone on one side of the
    white are columns of the other."""
    found: list[tuple[int, int, float]] = []
    for left, right in product(widths, widths):
        if right.start - left.end < _WHITE:
            continue
        top, bottom = max(left.heights[0], right.heights[0]), min(left.heights[-1], right.heights[-1])
        if bottom <= top:
            continue
        x = (left.end + right.start) / 2
        top, bottom = min(left.heights[0], right.heights[0]), max(left.heights[-1], right.heights[-1])
        if edges.rows_within(left.end - 1, right.start + 1, top - NEAR, bottom + NEAR, share=1.0):
            continue
        inside = [at for at, band in enumerate(bands) if top - NEAR < band.middle < bottom + NEAR]
        if inside and _both_labelled([bands[at] for at in inside], x, left.start, right.end):
            first, last = _with_titles(bands, inside[0], x), _with_rest(bands, inside[-1], x)
            if all(_is_free(bands[at], x) for at in range(first, last + 1)):
                found.append((first, last, x))
    return min(found, default=None) or _below_two_titles(bands)


def _below_two_titles(bands: list[Band]) -> tuple[int, int, float] | None:
    """Two tables without rules, below two bold titles on one line: each begins where its title does, and has rows
    of labels with values."""
    for first, titles in enumerate(bands[:-_FEWEST_ROWS]):
        if len(titles.chunks) != 2 or not titles.bold or titles.values:
            continue
        left, right = titles.chunks
        x = right.x0 - _WHITE / 2
        last = first
        for at in range(first + 1, len(bands)):
            band = bands[at]
            apart = band.y0 - bands[at - 1].y1 > _TABLE_APART * band.size
            if apart or not _is_free(band, x) or parse_caption(band.text):
                break
            last = at
        rows = [band for band in bands[first + 1 : last + 1] if not band.bold]
        if all(_rows_of(rows, low, high, title) >= _FEWEST_ROWS
               for low, high, title in ((left.x0 - _INDENT, x, left), (x, float("inf"), right))):  # fmt: skip
            return first, last, x
    return None


def _rows_of(bands: list[Band], low: float, high: float, title: Chunk) -> int:
    """How many bands have a label below the beginning of a title and a value behind it, between two x."""
    rows = 0
    for band in bands:
        inside = [chunk for chunk in band.chunks if low < chunk.centre < high]
        labelled = len(inside) > 1 and not inside[0].numbers and abs(inside[0].x0 - title.x0) < _INDENT
        rows += labelled and bool(inside[-1].numbers)
    return rows


def widths_of(edges: Edges) -> list[Rules]:
    """Rules that lie below each other with the same ends, at two heights or more. Where there are too many of other
    ends, as in drawings, none."""
    groups: list[Rules] = []
    for at, start, end, _ in edges.whole_rows:
        own = next((g for g in groups if abs(g.start - start) <= _SAME and abs(g.end - end) <= _SAME), None)
        if own is None:
            if len(groups) >= _MOST_WIDTHS:
                return []
            groups.append(Rules(start, end, [at]))
        elif at - own.heights[-1] > NEAR:
            own.heights.append(at)
    return [group for group in groups if len(group.heights) > 1]


def _is_free(band: Band, x: float) -> bool:
    """True where white stands around the x, more than a space."""
    before = [word.x1 for word in band.words if word.x0 < x]
    after = [word.x0 for word in band.words if word.x0 >= x]
    reach = max(before, default=x - _WHITE)
    return reach <= x and min(after, default=x + _WHITE) - reach > GAP * band.size


def _both_labelled(bands: list[Band], x: float, x0: float, x1: float) -> bool:
    """True where the rows of both sides begin with words or with years."""
    for low, high in ((x0 - _SAME, x), (x, x1 + _SAME)):
        firsts = [
            first for band in bands if (first := next((c for c in band.chunks if low < c.centre < high), None))
        ]
        labelled = sum(not chunk.numbers or chunk.is_year for chunk in firsts)
        if labelled < _FEWEST_LABELS or 2 * labelled < len(firsts):
            return False
    return True


def _with_titles(bands: list[Band], first: int, x: float) -> int:
    """The first of the lines right above the tables that stand over one of them each; a line over one alone is its
    caption where it says so, or where one over each stands above it."""
    top = first
    for at in range(first - 1, max(-1, first - 1 - _MOST_TITLES), -1):
        band = bands[at]
        valued = any(not chunk.is_year for chunk in band.values)
        if valued or bands[at + 1].y0 - band.y1 > _LINE_APART * band.size or not _is_free(band, x):
            break
        if band.words[0].x0 < x < band.words[-1].x1 or parse_caption(band.text):
            top = at
    return top


def _with_rest(bands: list[Band], last: int, x: float) -> int:
    """The last of the lines below the last rules that go on with a table."""
    at = last
    while at + 1 < len(bands):
        band = bands[at + 1]
        apart = band.y0 - bands[at].y1 > _LINE_APART * band.size
        if apart or parse_caption(band.text) or not _is_free(band, x):
            break
        at += 1
    return at
