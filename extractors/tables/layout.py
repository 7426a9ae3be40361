"""Pages set in columns: what stands left and right of a gutter is read apart, unless its lines belong together."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from extractors.tables.abreast import Rules, tables_abreast, widths_of
from extractors.tables.beside import table_beside_text
from extractors.tables.edges import Edges
from extractors.tables.words import Band, Chunk, bands_of

_GUTTER = 10.0
"""A gutter is at least this wide, in points."""

_FEWEST = 3
"""Bands on each side of a gutter that is to count."""

_SAME = 1.2
"""Lines whose middles are this many points apart stand on one baseline."""

_TOGETHER = 0.5
"""From this share of common baselines on, both sides are columns of one table or of one text set in step."""

_DEEPEST = 2
_CANDIDATES = 8


def segments_of(
    bands: list[Band], edges: Edges, depth: int = 0, widths: list[Rules] | None = None
) -> list[list[Band]]:
    """The bands of a page in one piece, or cut at a gutter: above it, left of it, right of it, below it."""
    if depth >= _DEEPEST or len(bands) < 2 * _FEWEST:
        return [bands]
    widths = widths_of(edges) if widths is None else widths
    if abreast := tables_abreast(bands, edges, widths) or table_beside_text(bands, edges, widths):
        first, last, x = abreast
        left, right = _sides(bands[first : last + 1], x)
        return [
            piece
            for rest in (bands[:first], left, right, bands[last + 1 :])
            for piece in segments_of(rest, edges, depth, widths)
            if piece
        ]
    best: tuple[int, int, float] | None = None
    candidates = _candidates(bands)
    if not candidates:
        return [bands]
    reaches = [([word.x0 for word in band.words], list(accumulate([word.x1 for word in band.words], max)))
               for band in bands]  # fmt: skip
    heights = [[(chunk.centre, _height(chunk)) for chunk in band.chunks] for band in bands]
    for x in candidates:
        run = _longest_run(reaches, x)
        if (
            run is not None
            and (best is None or run[1] - run[0] > best[1] - best[0])
            and _apart(bands, heights, run, x, edges)
        ):
            best = (*run, x)
    if best is None:
        return [bands]
    first, last, x = best
    left, right = _sides(bands[first : last + 1], x)
    pieces = [
        bands[:first],
        *segments_of(left, edges, depth + 1, widths),
        *segments_of(right, edges, depth + 1, widths),
        bands[last + 1 :],
    ]
    return [piece for piece in pieces if piece]


def _sides(bands: list[Band], x: float) -> tuple[list[Band], list[Band]]:
    """The print left and right of a gutter, each on baselines of its own."""
    words = [word for band in bands for word in band.words]
    left = bands_of(word for word in words if (word.x0 + word.x1) / 2 < x)
    return left, bands_of(word for word in words if (word.x0 + word.x1) / 2 >= x)


def _candidates(bands: list[Band]) -> list[float]:
    """Middles of wide gaps in the inner half of the print, the commonest first."""
    left = min(band.words[0].x0 for band in bands)
    right = max(band.words[-1].x1 for band in bands)
    counts: dict[int, list[float]] = {}
    for band in bands:
        if left + 0.2 * (right - left) < band.words[0].x0 < left + 0.8 * (right - left):
            counts.setdefault(round(band.words[0].x0 / 3), []).append(band.words[0].x0)
        for before, after in zip(band.chunks, band.chunks[1:], strict=False):
            middle = (before.x1 + after.x0) / 2
            if after.x0 - before.x1 >= _GUTTER and left + 0.2 * (right - left) < middle < left + 0.8 * (
                right - left
            ):
                # the right side of a gutter is a margin: its lines begin at one x
                counts.setdefault(round(after.x0 / 3), []).append(after.x0)
    common = sorted(counts.values(), key=lambda xs: (-len(xs), xs[0]))[:_CANDIDATES]
    return [min(xs) - _GUTTER / 2 for xs in common]


def _longest_run(reaches: list[tuple[list[float], list[float]]], x: float) -> tuple[int, int] | None:
    """The longest run of bands that leave a gutter around x free; of each band the left edges of its words and how
    far to the right print reaches up to each."""
    best: tuple[int, int] | None = None
    start = 0
    for number, (lefts, rights) in enumerate(reaches):
        before = bisect_left(lefts, x + _GUTTER / 2 - 1)
        if before and rights[before - 1] > x - _GUTTER / 2:
            start = number + 1
        elif best is None or number - start > best[1] - best[0]:
            best = (start, number)
    return best


def _apart(
    bands: list[Band], heights: list[list[tuple[float, float]]], run: tuple[int, int], x: float, edges: Edges
) -> bool:
    """True where both sides have lines of their own and nothing is drawn across the gutter. ``heights`` are middle
    and height of each band's chunks."""
    inside = bands[run[0] : run[1] + 1]
    if len(inside) < _FEWEST:
        return False
    top, bottom = inside[0].y0, inside[-1].y1
    left, right = _middles(heights[run[0] : run[1] + 1], x)
    if min(len(left), len(right)) < _FEWEST:
        return False
    if edges.rows_within(x - _GUTTER, x + _GUTTER, top - 2, bottom + 2, share=1.0):
        return False
    low, high = max(left[0], right[0]) - 2, min(left[-1], right[-1]) + 2
    fewer, more = sorted(([y for y in left if low <= y <= high], [y for y in right if low <= y <= high]), key=len)
    if len(fewer) < _FEWEST:
        return False
    common = sum(1 for y in fewer if _near(y, more))
    if common < _TOGETHER * len(fewer):
        return True
    return _is_text_beside(inside, x, left=False) or _is_text_beside(inside, x, left=True)


def _is_text_beside(bands: list[Band], x: float, *, left: bool) -> bool:
    """True where one side is running text: lines of one width, no value among them, that go on above or below the
    values of the other side."""
    lines: list[tuple[float, float]] = []
    values: list[float] = []
    for band in bands:
        words = [word for word in band.words if ((word.x0 + word.x1) / 2 < x) == left]
        for chunk in band.chunks:
            if chunk.numbers and (chunk.centre < x) == left:
                return False
            if chunk.numbers:
                values.append(band.middle)
        if words:
            lines.append((band.middle, words[-1].x1 - words[0].x0))
    if not values or len(lines) < 2 * _FEWEST:
        return False
    widest = max(width for _, width in lines)
    full = sum(1 for _, width in lines if width >= 0.8 * widest)
    beyond = sum(1 for y, _ in lines if y < values[0] - 2 or y > values[-1] + 2)
    return full >= 0.6 * len(lines) and beyond > _FEWEST


def _middles(bands: list[list[tuple[float, float]]], x: float) -> tuple[list[float], list[float]]:
    """The heights of what stands nearest to x on its left and on its right, in order: what stands further off may
    be of a third column."""
    left: list[float] = []
    right: list[float] = []
    for chunks in bands:
        before = None
        for centre, height in chunks:
            if centre >= x:
                right.append(height)
                break
            before = height
        if before is not None:
            left.append(before)
    return sorted(left), sorted(right)


def _height(chunk: Chunk) -> float:
    return sum([word[1] + word[3] for word in chunk.words]) / (2 * len(chunk.words))


def _near(y: float, ordered: list[float]) -> bool:
    at = bisect_left(ordered, y)
    return any(abs(ordered[n] - y) <= _SAME for n in (at - 1, at) if 0 <= n < len(ordered))
