"""Runs of bands whose numbers stand below each other: the bodies of tables, and where their heads begin."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.tables.captions import is_figure_caption, is_note, parse_caption
from extractors.tables.edges import Edge, Edges
from extractors.tables.words import Band, Chunk, Turned

_FAR = 2.4
"""White space of this many sizes ends a table that no line holds together."""

_PROSE = 70
"""A line of text this long that runs over the columns of values is no row of a table."""

_MOST_BETWEEN = 12
_BULLETS = frozenset("•·▪‣◦")


@dataclass(slots=True)
class Block:
    """Bands ``first`` to ``last`` (positions on the page, both included) with values in columns, the bands of heads
    ``head_first`` to ``first - 1``, and the place of the whole. ``framed``: borders stand above and below it."""

    first: int
    last: int
    head_first: int
    x0: float
    x1: float
    y0: float
    y1: float
    framed: bool = False
    intervals: list[tuple[float, float]] = field(default_factory=list)


def find_blocks(bands: list[Band], edges: Edges, turned: list[Turned]) -> list[Block]:
    """All blocks of a page from top to bottom, with their heads."""
    blocks: list[Block] = []
    floor = 0
    for first, last in _bodies(bands, edges):
        if all(not bands[at].values or _is_year_head(bands[at]) for at in range(first, last + 1)):
            continue  # heads alone: the values stand in columns of their own below
        first = _first_of_body(bands, first, last)
        block = _measured(bands, first, last)
        _frame(block, bands, edges, floor)
        _lengthen(block, bands)
        _find_head(block, bands, edges, turned, floor)
        blocks.append(block)
        floor = block.last + 1
    return blocks


# --- bodies -------------------------------------------------------------------------------------------


def _bodies(bands: list[Band], edges: Edges) -> list[tuple[int, int]]:
    """Runs of bands that belong together, from the first with values to the last."""
    bodies: list[tuple[int, int]] = []
    start = last = -1
    columns: list[tuple[float, float]] = []
    for at, band in enumerate(bands):
        values = band.values
        if not values or _is_prose(band):
            continue
        if start >= 0 and _goes_on(bands, last, at, columns, edges):
            last = at
        else:
            if start >= 0:
                bodies.append((start, last))
            if len(band.chunks) < 2 and not _enclosed(band, edges):
                start = -1
                continue
            start = last = at
            columns = []
        columns = [*columns[-60:], *((chunk.x0, chunk.x1) for chunk in values)]
    if start >= 0:
        bodies.append((start, last))
    return bodies


def _is_prose(band: Band) -> bool:
    """A number that ends or begins a line of running text beside another column of text."""
    return len(band.values) == 1 and any(len(chunk.text) > 110 for chunk in band.chunks if not chunk.numbers)


def _enclosed(band: Band, edges: Edges) -> bool:
    y = band.middle
    return edges_beside(edges, band.words[0].x0, band.words[-1].x1, y)


def edges_beside(edges: Edges, x0: float, x1: float, y: float) -> bool:
    """True where a vertical border stands on both sides of a place."""
    left = any(e.at <= x0 + 1 and e.start <= y <= e.end and e.at > x0 - 200 for e in edges.vertical)
    return left and any(e.at >= x1 - 1 and e.start <= y <= e.end and e.at < x1 + 200 for e in edges.vertical)


def _goes_on(bands: list[Band], last: int, at: int, columns: list[tuple[float, float]], edges: Edges) -> bool:
    """True where the values of band ``at`` go on with the block whose last values stand in band ``last``."""
    band, above = bands[at], bands[last]
    if not any(_shares_column(chunk, columns) for chunk in band.values):
        return False
    between = bands[last + 1 : at]
    if len(between) > _MOST_BETWEEN:
        return False
    held = _held_together(above, band, edges)
    if any(parse_caption(b.text) or is_figure_caption(b.text) or is_note(b.text) for b in between):
        return False
    if _is_year_head(band) and not _is_year_head(above) and band.chunks[0].numbers == () and not _all_values(above):
        return False
    lines = bands[last : at + 1]
    size = max(b.size for b in (above, band))
    for upper, lower in pairwise(lines):
        if lower.y0 - upper.y1 > _FAR * size and not held:
            return False
    first_value = min(x0 for x0, _ in columns)
    for b in between:
        if not held and (b.size > 1.12 * size or b.text[:1] in _BULLETS):
            return False
        if _heads_in_columns(b, columns, first_value) and not (held and len(b.chunks) == 1):
            return False
        if not held and any(len(c.text) > _PROSE and c.x1 > first_value for c in b.chunks):
            return False
    return True


def _all_values(band: Band) -> bool:
    return all(chunk.numbers for chunk in band.chunks)


def _shares_column(chunk: Chunk, columns: list[tuple[float, float]]) -> bool:
    for x0, x1 in columns:
        overlap = min(chunk.x1, x1) - max(chunk.x0, x0)
        if overlap > 0.5 * min(chunk.x1 - chunk.x0, x1 - x0) or abs(chunk.x1 - x1) < 2:
            return True
    return False


def _heads_in_columns(band: Band, columns: list[tuple[float, float]], first_value: float) -> bool:
    """True for a band of text with print above the columns of values: heads of another table."""
    over = [c for c in band.chunks if not c.numbers and c.x0 > first_value - 12 and _shares_column(c, columns)]
    return len(over) >= 2 or (len(over) == 1 and len(band.chunks) == 2 and band.bold)


def _is_year_head(band: Band) -> bool:
    values = band.values
    return bool(values) and all(chunk.is_year for chunk in values)


def _held_together(above: Band, below: Band, edges: Edges) -> bool:
    """True where one vertical border runs from one band past the other, or both lie in bordered cells."""
    x0 = min(above.words[0].x0, below.words[0].x0)
    x1 = max(above.words[-1].x1, below.words[-1].x1)
    start, end = above.middle, below.middle
    at = bisect_left(edges.vertical, Edge(x0 - 40, 0, 0, False))
    spans: dict[int, list[tuple[float, float]]] = {}
    for edge in edges.vertical[at:]:
        if edge.at > x1 + 40:
            break
        if edge.end >= start - 2 and edge.start <= end + 2:
            spans.setdefault(round(edge.at / 2), []).append((edge.start, edge.end))
    for parts in spans.values():
        reach = start
        for low, high in sorted(parts):
            if low <= reach + 2:
                reach = max(reach, high)
        if reach >= end:
            return True
    return False


def _first_of_body(bands: list[Band], first: int, last: int) -> int:
    """Skips leading bands that are heads: their values are years, or stand between text over other columns."""
    at = first
    while at <= last and (not bands[at].values or _is_year_head(bands[at]) or _is_mixed_head(bands, at, last)):
        at += 1
    return first if at > last else at


def _is_mixed_head(bands: list[Band], at: int, last: int) -> bool:
    """True for a line of heads that holds a number: ``under 18`` wrapped, a quarter, a footnote."""
    band = bands[at]
    below = [(c.x0, c.x1) for b in bands[at + 1 : min(last, at + 12) + 1] for c in b.values]
    over = [c for c in band.chunks if not c.numbers and _shares_column(c, below)]
    return bool(below) and len(over) >= max(1, len(band.values))


# --- place, frame and end -----------------------------------------------------------------------------


def _measured(bands: list[Band], first: int, last: int) -> Block:
    inside = bands[first : last + 1]
    values = [chunk for band in inside for chunk in band.values]
    return Block(
        first=first,
        last=last,
        head_first=first,
        x0=min(band.words[0].x0 for band in inside),
        x1=max(band.words[-1].x1 for band in inside),
        y0=min(band.y0 for band in inside),
        y1=max(band.y1 for band in inside),
        intervals=[(chunk.x0, chunk.x1) for chunk in values],
    )


def _frame(block: Block, bands: list[Band], edges: Edges, floor: int) -> None:
    """Widens the block to the borders that enclose it."""
    roof = bands[floor - 1].y1 if floor else 0.0
    ceiling = bands[block.last + 1].y1 if block.last + 1 < len(bands) else block.y1 + 40
    wide = [
        edge
        for edge in edges.horizontal
        if roof - 2 <= edge.at <= max(ceiling, block.y1 + 30)
        and min(edge.end, block.x1) - max(edge.start, block.x0) > 0.5 * (block.x1 - block.x0)
        or (block.y0 - 2 <= edge.at <= block.y1 + 2 and edge.start < block.x1 and edge.end > block.x0)
    ]
    near = [edge for edge in wide if block.y0 - 3 * bands[block.first].size <= edge.at]
    if not near:
        return
    block.x0 = min(block.x0, *(edge.start for edge in near))
    block.x1 = max(block.x1, *(edge.end for edge in near))
    below = [edge.at for edge in near if edge.at >= block.y1 - 2]
    above = [edge.at for edge in near if edge.at <= block.y0 + 2]
    block.framed = bool(above) and bool(below)
    if below:
        limit = block.y1 + 4 * bands[block.last].size
        reachable = [at for at in below if at <= limit]
        if reachable and block.framed:
            block.y1 = _last_border(block, bands, reachable)


def _last_border(block: Block, bands: list[Band], below: list[float]) -> float:
    """The lowest border that only wrapped lines, and no caption or prose, part from the last values."""
    lowest = block.y1
    for at in sorted(set(below)):
        inside = [b for b in bands[block.last + 1 :] if b.middle < at]
        if len(inside) > 6 or any(
            parse_caption(b.text) or is_note(b.text) or not _within(b, block) for b in inside
        ):
            break
        if inside and inside[0].y0 - bands[block.last].y1 > 1.5 * inside[0].size:
            break
        lowest = at
    return lowest


def _within(band: Band, block: Block) -> bool:
    return band.words[0].x0 >= block.x0 - 3 and band.words[-1].x1 <= block.x1 + 3


def _hangs_over(band: Band, block: Block) -> bool:
    """Heads may be wider than the values below them."""
    return band.words[0].x0 >= block.x0 - 40 and band.words[-1].x1 <= block.x1 + 60


def _lengthen(block: Block, bands: list[Band]) -> None:
    """Takes in the lines of text below the last values that belong to the last row."""
    at = block.last + 1
    first_value = min(x0 for x0, _ in block.intervals)
    while at < len(bands):
        band, above = bands[at], bands[at - 1]
        if parse_caption(band.text) or is_note(band.text):
            break
        inside = block.framed and band.middle < block.y1
        tight = band.y0 - above.y1 < 0.45 * band.size
        goes_on = (
            band.text[:1].islower()
            or above.words
            and _label_end(above, first_value).endswith(("-", " og", ",", "/"))
        )
        if not inside and _last_of_page(block, bands, at, first_value):
            block.last = at
            block.y1 = max(block.y1, band.y1)
            break
        if not inside and not (
            tight
            and goes_on
            and band.words[-1].x1 < first_value
            and band.words[0].x0 >= block.x0 - 2
            and at - block.last <= 4
        ):
            break
        block.last = at
        block.y1 = max(block.y1, band.y1)
        at += 1


def _last_of_page(block: Block, bands: list[Band], at: int, first_value: float) -> bool:
    """True for a bold line over the labels at the end of a page: the group whose rows stand on the next page."""
    band = bands[at]
    if at < len(bands) - 2 or not band.bold or len(band.chunks) != 1 or abs(band.words[0].x0 - block.x0) > 15:
        return False
    return band.chunks[0].x1 < first_value + 40 and band.y0 - bands[at - 1].y1 < 1.5 * band.size


def _label_end(band: Band, first_value: float) -> str:
    return " ".join(word.text for word in band.words if word.x1 < first_value)


# --- heads --------------------------------------------------------------------------------------------


def _find_head(block: Block, bands: list[Band], edges: Edges, turned: list[Turned], floor: int) -> None:
    """Moves ``head_first`` up to the first band of heads and ``y0`` to the upper border."""
    body_top = bands[block.first].y0
    first_value = min(x0 for x0, _ in block.intervals)
    turned_top = min(
        (
            t.y0
            for t in turned
            if t.y1 <= body_top + 4 and body_top - t.y1 < 40 and block.x0 - 5 <= t.x0 <= block.x1 + 5
        ),
        default=None,
    )
    at = block.first
    stop = floor
    for position in range(block.first - 1, floor - 1, -1):
        text = bands[position].text
        if parse_caption(text) or is_figure_caption(text) or is_note(text) or len(text) > 260:
            stop = position + 1
            break
    top = _top_border(block, bands, edges, stop, turned_top)
    if top is not None:
        while at > stop and bands[at - 1].middle > top:
            at -= 1
        block.head_first, block.y0 = at, min(block.y0, top)
        _give_back_below_border(block, bands, edges, first_value)
        _give_back_groups(block, bands, first_value)
        return
    row_gap = _row_gap(block, bands)
    lead = at - _label_lines(block, bands, first_value, stop, row_gap)
    labelled = False
    at = lead
    while at > stop and lead - at < 9:
        band, below = bands[at - 1], bands[at]
        if turned_top is not None and band.middle > turned_top - 2:
            at -= 1
            continue
        if not _is_head_band(band, below, block, bands[lead - 1], first_value, labelled, row_gap):
            break
        labelled = labelled or band.words[0].x1 < first_value and band.chunks[0].x1 < first_value
        at -= 1
    if at == lead:
        # no heads: lines over the labels alone are a title, unless the page begins with them
        at = lead if lead == 0 and floor == 0 else block.first
        block.first = at
    elif lead < block.first and not _is_label_head(bands, lead):
        block.first = lead
    block.head_first = at
    block.y0 = min([block.y0, *(band.y0 for band in bands[at : block.first + 1])])
    block.x0 = min([block.x0, *(band.words[0].x0 for band in bands[at : block.first])])
    block.x1 = max([block.x1, *(band.words[-1].x1 for band in bands[at : block.first])])
    if turned_top is not None:
        block.y0 = min(block.y0, turned_top)
    _give_back_groups(block, bands, first_value)


def _row_gap(block: Block, bands: list[Band]) -> float:
    """White space that may part two rows of this block: a little more than usual between its values."""
    body = bands[block.first : block.last + 1]
    gaps = sorted(low.y0 - high.y1 for high, low in pairwise(body) if low.values and high.values)
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    return max(1.3 * bands[block.first].size, 1.3 * usual + 1)


def _label_lines(block: Block, bands: list[Band], first_value: float, stop: int, row_gap: float) -> int:
    """How many lines right above the values stand over the labels alone."""
    count = 0
    at = block.first
    while at > stop and count < 3:
        band = bands[at - 1]
        over_labels = (
            len(band.chunks) == 1 and band.chunks[0].x0 < block.x0 + 15 and band.chunks[0].x1 < first_value + 40
        )
        if not over_labels or bands[at].y0 - band.y1 > row_gap or len(band.text) > _PROSE:
            break
        at, count = at - 1, count + 1
    return count


def _is_label_head(bands: list[Band], lead: int) -> bool:
    """True where the line over the labels goes on with the head of the labels above it."""
    band, above = bands[lead], bands[lead - 1]
    return band.text[:1].islower() or above.text.endswith(("-", ",", " og", " i", " pr.", "/"))


def _give_back_below_border(block: Block, bands: list[Band], edges: Edges, first_value: float) -> None:
    """Lines over the labels alone, below the last border above the values, begin the first row or its group."""
    borders = edges.rows_within(block.x0, block.x1, block.y0 + 2, bands[block.first].y0 + 2, share=0.45)
    if not borders:
        return
    at = block.first
    while at > block.head_first and bands[at - 1].middle > borders[-1]:
        if any(
            _shares_column(chunk, block.intervals) for chunk in bands[at - 1].chunks if chunk.x0 > first_value - 12
        ):
            return
        at -= 1
    if at > block.head_first:
        block.first = at


def _give_back_groups(block: Block, bands: list[Band], first_value: float) -> None:
    """Lines between heads and values that stand over the labels alone head the first group of rows: heads of a
    column of labels end where the other heads end."""
    while block.first - 1 > block.head_first:
        band, above = bands[block.first - 1], bands[block.first - 2]
        alone = len(band.chunks) == 1 and band.chunks[0].x0 < min(first_value, block.x0 + 15)
        if not alone or band.text[:1].islower() or above.text.endswith(("-", ",", " og", " i", " pr.", "/")):
            break
        block.first -= 1


def _top_border(block: Block, bands: list[Band], edges: Edges, stop: int, turned_top: float | None) -> float | None:
    """The highest border over the heads that nothing but heads parts from the values."""
    body_top = bands[block.first].y0
    ceiling = bands[stop - 1].y1 - 2 if stop else 0.0
    width = block.x1 - block.x0
    best = None
    for at in sorted(edges.rows_within(block.x0, block.x1, ceiling, body_top + 2), reverse=True):
        inside = [b for b in bands[stop : block.first] if b.middle > at]
        if len(inside) > 9 or any(not _within(b, block) for b in inside):
            break
        if inside and any(len(c.text) > _PROSE and c.x1 - c.x0 > 0.7 * width for b in inside for c in b.chunks):
            break
        upper = inside[0].y0 if inside else body_top
        if turned_top is not None and turned_top > at:
            upper = min(upper, turned_top)
        if best is not None and (not inside or upper - at > 3 * bands[block.first].size) and at < best - 60:
            break
        best = at
    if (
        best is None
        or best > body_top - 0.6 * bands[block.first].size
        and stop < block.first
        and not _touching(bands, block)
    ):
        return None
    return best


def _touching(bands: list[Band], block: Block) -> bool:
    """True where the band above the values is no head: there is white space or a title between."""
    band = bands[block.first - 1]
    return band.y1 < block.y0 - 2.5 * band.size


def _is_head_band(
    band: Band, below: Band, block: Block, lowest: Band, first_value: float, labelled: bool, row_gap: float
) -> bool:
    if below.y0 - band.y1 > row_gap or not _hangs_over(band, block):
        return False
    if band is not lowest and (band.size > 1.12 * lowest.size or (lowest.bold and not band.bold)):
        return False
    only = len(band.chunks) == 1
    chunk = band.chunks[0]
    starts_left = chunk.x0 < first_value - 20 and chunk.x0 < block.x0 + 12
    if only and starts_left and (chunk.x1 > first_value or labelled or band is lowest):
        return False  # a title: it begins with the labels and runs over the values, or stands over the label's head
    return not (only and len(chunk.text) > _PROSE)
