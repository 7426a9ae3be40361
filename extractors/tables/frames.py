"""Where a block begins and ends: its print, the borders around it, the wrapped lines below its last values."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.blocks import Block, first_value_of, heads_another, within
from extractors.tables.captions import is_note, parse_caption
from extractors.tables.edges import Edge
from extractors.tables.rows import is_broken_off
from extractors.tables.words import Band

_PADDING = 1.2
_FOOT_APART = 2.0
"""White space of this many sizes parts the foot of a page from its text."""


def measured(bands: list[Band], first: int, last: int) -> Block:
    """The block of these bands, as far as their print reaches."""
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


def set_frame(block: Block, bands: list[Band], rules: Sequence[Edge], floor: int) -> None:
    """Widens the block to those of the horizontal borders that enclose it."""
    roof = roof_of(bands, floor)
    ceiling = bands[block.last + 1].y1 if block.last + 1 < len(bands) else block.y1 + 40
    wide = [
        edge
        for edge in rules
        if (
            roof - 2 <= edge.at <= max(ceiling, block.y1 + 30)
            and min(edge.end, block.x1) - max(edge.start, block.x0) > 0.5 * (block.x1 - block.x0)
        )
        or (block.y0 - 2 <= edge.at <= block.y1 + 2 and edge.start < block.x1 and edge.end > block.x0)
    ]
    near = [edge for edge in wide if block.y0 - 3 * bands[block.first].size <= edge.at]
    if not near:
        return
    own = [edge for edge in near if edge.at <= block.y1 + 2] or near  # others may belong to the next table
    block.x0 = min(block.x0, *(edge.start for edge in own))
    block.x1 = max(block.x1, *(edge.end for edge in own))
    below = [edge.at for edge in near if edge.at >= block.y1 - 2]
    above = [edge.at for edge in near if edge.at <= block.y0 + 2]
    block.framed = bool(above) and bool(below)
    if below:
        limit = block.y1 + 4 * bands[block.last].size
        reachable = [at for at in below if at <= limit]
        if reachable and block.framed:
            block.y1 = _last_border(block, bands, reachable)


def roof_of(bands: list[Band], floor: int) -> float:
    """Where what stands above band ``floor`` ends: in the middle of the white space below it, if there is more than
    between lines, for its last border stands there."""
    if not floor:
        return 0.0
    upper = bands[floor - 1]
    gap = bands[floor].y0 - upper.y1
    return upper.y1 + (gap / 2 if gap > 1.2 * upper.size else 0.0)


def _last_border(block: Block, bands: list[Band], below: list[float]) -> float:
    """The lowest border that only wrapped lines, and no caption or prose, part from the last values."""
    lowest = block.y1
    margin = min(band.words[0].x0 for band in bands[block.first : block.last + 1])
    for at in sorted(set(below)):
        inside = [b for b in bands[block.last + 1 :] if b.middle < at]
        if len(inside) > 6 or any(parse_caption(b.text) or is_note(b.text) or not within(b, block) for b in inside):
            break
        if inside and inside[0].y0 - bands[block.last].y1 > 1.5 * inside[0].size:
            break
        if inside and inside[0].words[0].x0 < margin - _PADDING:
            break  # print of the page, which stands left of what the cells indent
        lowest = at
    return lowest


def lengthen(block: Block, bands: list[Band], limit: int) -> None:
    """Takes in the lines of text below the last values that belong to the last row; those from ``limit`` on are of
    the next block."""
    at = block.last + 1
    first_value = first_value_of(block, bands)
    while at < limit:
        band, above = bands[at], bands[at - 1]
        if parse_caption(band.text) or is_note(band.text):
            break
        if heads_another(band, bands[block.last]):
            break
        inside = block.framed and band.middle < block.y1
        tight = band.y0 - above.y1 < 0.45 * band.size
        broken = is_broken_off(band, band.text)
        goes_on = band.text[:1].islower() or (
            above.words and _label_end(above, first_value).endswith(("-", " og", ",", "/"))
        )
        if not inside and _last_of_page(block, bands, at, first_value):
            block.last = at
            block.y1 = max(block.y1, band.y1)
            break
        if not inside and not (
            tight
            and (broken or (goes_on and band.words[-1].x1 < first_value))
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
    if at + 1 < len(bands) and bands[at + 1].y0 - band.y1 < _FOOT_APART * band.size:
        return False  # what follows is no foot: the line heads it
    return band.chunks[0].x1 < first_value + 40 and band.y0 - bands[at - 1].y1 < 1.5 * band.size


def _label_end(band: Band, first_value: float) -> str:
    return " ".join(word.text for word in band.words if word.x1 < first_value)
