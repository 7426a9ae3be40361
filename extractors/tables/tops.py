"""Where the heads of a block begin: below a border, a caption or white space, and which lines are rows already."""

from __future__ import annotations

from itertools import pairwise

import regex

from extractors.tables.blocks import PROSE, Block, first_value_of, shares_column, within
from extractors.tables.captions import is_figure_caption, is_note, parse_caption
from extractors.tables.edges import Edges
from extractors.tables.frames import roof_of
from extractors.tables.words import Band, Turned
from schemas.units import unit_in

_WHITE, _WHITE_TURNED = 3.0, 6.0
"""White of so many sizes below a border parts it from the heads; turned heads stand at the foot of higher cells."""

_NOTE_HEAD = regex.compile(r"note(?:r|\s+\d{1,2}[a-z]?)?", regex.IGNORECASE)
"""The head of a column that points to notes, or the number of the note a table is (``Note 4 | 2025 | 2024``)."""


def find_head(block: Block, bands: list[Band], edges: Edges, turned: list[Turned], floor: int) -> None:
    """Moves ``head_first`` up to the first band of heads and ``y0`` to the upper border."""
    body_top = bands[block.first].y0
    first_value = first_value_of(block, bands)
    over = [
        t for t in turned if t.y1 <= body_top + 4 and body_top - t.y1 < 40 and block.x0 - 5 <= t.x0 <= block.x1 + 5
    ]
    turned_top = min((t.y0 for t in over), default=None)
    turned_foot = max((t.y1 for t in over), default=0.0)
    at = block.first
    stop = floor
    for position in range(block.first - 1, floor - 1, -1):
        text = bands[position].text
        noted = is_note(text) and not _is_note_head(bands[position], block)
        if parse_caption(text) or is_figure_caption(text) or noted or len(text) > 260:
            stop = position + 1
            break
    top = _top_border(block, bands, edges, floor, stop, turned_top)
    if top is not None:
        while at > stop and bands[at - 1].middle > top:
            at -= 1
        heads_turned = turned_top is not None and turned_top > top - 4
        if heads_turned or any(_over_values(band, block, first_value) for band in bands[at : block.first]):
            far = _row_gap(block, bands)
            while stop < at < block.first and _stands_on(bands[at - 1], bands[at], block, far):
                at, top = at - 1, min(top, bands[at - 1].y0)
            block.head_first, block.y0 = at, min(block.y0, top)
            _give_back_below_border(block, bands, edges, first_value)
            _give_back_groups(block, bands, first_value, turned_foot)
            return
        at = block.first  # the border parts the heads above it from the values
    foot = top if top is not None else body_top
    row_gap = _row_gap(block, bands)
    lead = at - _label_lines(block, bands, first_value, stop, row_gap)
    labelled = False
    at = lead
    while at > stop and lead - at < 9:
        band, below = bands[at - 1], bands[at]
        if turned_top is not None and band.middle > turned_top - 2:
            at -= 1
            continue
        gap = min(below.y0, foot) - band.y1 if band.middle < foot else below.y0 - band.y1
        if gap > row_gap or not _is_head_band(band, block, bands[lead - 1], first_value, labelled):
            break
        labelled = labelled or (band.words[0].x1 < first_value and band.chunks[0].x1 < first_value)
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
    _give_back_groups(block, bands, first_value, turned_foot)


def _is_note_head(band: Band, block: Block) -> bool:
    """True for a line of heads that begins as a note does (``Note``, ``Opgjort pr.``): all else on it stands over
    the values."""
    first, *others = band.chunks
    if len(others) > 1 and all(shares_column(chunk, block.intervals) for chunk in others):
        return True
    if _NOTE_HEAD.fullmatch(first.text) is None:
        return False
    return first.text[-1].isalpha() or (
        bool(others) and all(shares_column(chunk, block.intervals) for chunk in others)
    )


def _stands_on(band: Band, below: Band, block: Block, far: float) -> bool:
    """True for heads right above a border that parts them from lower heads: one of the two lines names the labels,
    and all else stands over the values; or each piece of print stands over its own column."""
    if below.y0 - band.y1 > far or (below.bold and not band.bold):
        return False
    if len(band.chunks) < 2:
        return _is_in_the_middle(band, below, block)
    if any(chunk.numbers and not chunk.is_year for chunk in band.chunks):
        return False
    first, lower = band.chunks[0], below.chunks[0]
    if first.x0 > lower.x1 or (first.x1 < lower.x0 and first.x0 < block.x0 + 15):
        return True
    columns = [*block.intervals, *((chunk.x0, chunk.x1) for chunk in below.chunks)]
    return all(shares_column(chunk, columns) for chunk in band.chunks[1:])


def _is_in_the_middle(band: Band, below: Band, block: Block) -> bool:
    """True for one head in the middle of all values: it begins behind the labels, stands nearer to the middle of
    the values than to that of the table, and reaches no further than they do."""
    chunk, values = band.chunks[0], below.chunks[1:]
    if len(values) < 2 or chunk.numbers or unit_in(chunk.text) or chunk.x0 < below.chunks[0].x1 + 2:
        return False
    left, right = values[0].x0, max(values[-1].x1, *(x1 for _, x1 in block.intervals))
    apart = abs(chunk.centre - (left + right) / 2)
    return left - 2 <= chunk.x0 and chunk.x1 <= right + 2 and apart < abs(chunk.centre - (block.x0 + block.x1) / 2)


def _over_values(band: Band, block: Block, first_value: float) -> bool:
    return any(chunk.x1 > first_value - 12 and shares_column(chunk, block.intervals) for chunk in band.chunks) or (
        band.chunks[-1].x0 > first_value - 12
    )


def _row_gap(block: Block, bands: list[Band]) -> float:
    """White space that may part two rows of this block: a little more than usual between its values."""
    body = bands[block.first : block.last + 1]
    gaps = sorted(low.y0 - high.y1 for high, low in pairwise(body) if low.values and high.values)
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    return max((1.3 if gaps else 1.8) * bands[block.first].size, 1.3 * usual + 1)


def _label_lines(block: Block, bands: list[Band], first_value: float, stop: int, row_gap: float) -> int:
    """How many lines right above the values stand over the labels alone."""
    count = 0
    at = block.first
    while at > stop and count < 3:
        band = bands[at - 1]
        over_labels = (
            len(band.chunks) == 1 and band.chunks[0].x0 < block.x0 + 15 and band.chunks[0].x1 < first_value + 40
        )
        if not over_labels or bands[at].y0 - band.y1 > row_gap or len(band.text) > PROSE:
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
            shares_column(chunk, block.intervals) for chunk in bands[at - 1].chunks if chunk.x0 > first_value - 12
        ):
            return
        at -= 1
    if at > block.head_first:
        block.first = at


def _give_back_groups(block: Block, bands: list[Band], first_value: float, turned_foot: float) -> None:
    """Lines between heads and values that stand over the labels alone head the first group of rows: heads of a
    column of labels end where the other heads end, turned ones at ``turned_foot``."""
    while block.first - 1 > block.head_first:
        band, above = bands[block.first - 1], bands[block.first - 2]
        alone = len(band.chunks) == 1 and band.chunks[0].x0 < min(first_value, block.x0 + 15)
        if (
            not alone
            or band.middle < turned_foot
            or band.text[:1].islower()
            or above.text.endswith(("-", ",", " og", " i", " pr.", "/"))
        ):
            break
        block.first -= 1


def _top_border(
    block: Block, bands: list[Band], edges: Edges, floor: int, stop: int, turned_top: float | None
) -> float | None:
    """The highest border over the heads that nothing but heads parts from the values."""
    body_top = bands[block.first].y0
    ceiling = (roof_of(bands, floor) if stop == floor else bands[stop - 1].y1) - 2
    width = block.x1 - block.x0
    size = bands[block.first].size
    best = None
    for at in sorted(edges.rows_within(block.x0, block.x1, ceiling, body_top + 2), reverse=True):
        inside = [b for b in bands[stop : block.first] if b.middle > at]
        if len(inside) > 9 or any(not within(b, block) for b in inside):
            break
        if inside and any(len(c.text) > PROSE and c.x1 - c.x0 > 0.7 * width for b in inside for c in b.chunks):
            break
        if best is not None and any(_is_headline(b, block, size) for b in inside if b.middle < best):
            break
        upper, white = inside[0].y0 if inside else body_top, _WHITE
        if turned_top is not None and turned_top > at:
            upper, white = min(upper, turned_top), _WHITE_TURNED
        if best is not None and (not inside or upper - at > white * bands[block.first].size) and at < best - 60:
            break
        best = at
    if best is None or (
        best > body_top - 0.6 * bands[block.first].size and stop < block.first and not _touching(bands, block)
    ):
        return None
    return best


def _is_headline(band: Band, block: Block, size: float) -> bool:
    """True for a line in larger print at the left edge: a title above the border of the table."""
    return len(band.chunks) == 1 and band.size > _LARGER * size and band.words[0].x0 < block.x0 + 15


_LARGER = 1.25


def _touching(bands: list[Band], block: Block) -> bool:
    """True where the band above the values is no head: there is white space or a title between."""
    band = bands[block.first - 1]
    return band.y1 < block.y0 - 2.5 * band.size


def _is_head_band(band: Band, block: Block, lowest: Band, first_value: float, labelled: bool) -> bool:
    if not _hangs_over(band, block):
        return False
    if band is not lowest and (band.size > 1.12 * lowest.size or (lowest.bold and not band.bold)):
        return False
    only = len(band.chunks) == 1
    chunk = band.chunks[0]
    starts_left = chunk.x0 < first_value - 20 and chunk.x0 < block.x0 + 12
    if only and starts_left and (chunk.x1 > first_value or labelled or band is lowest):
        return False  # a title: it begins with the labels and runs over the values, or stands over the label's head
    return not (only and len(chunk.text) > PROSE)


def _hangs_over(band: Band, block: Block) -> bool:
    """Heads may be wider than the values below them."""
    return band.words[0].x0 >= block.x0 - 40 and band.words[-1].x1 <= block.x1 + 60
