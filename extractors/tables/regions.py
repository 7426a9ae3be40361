"""The blocks of a page: bodies of values, widened to their borders and lengthened to their heads."""

from __future__ import annotations

from extractors.tables.blocks import Block
from extractors.tables.bodies import find_bodies, first_of_body, is_year_head
from extractors.tables.edges import Edges
from extractors.tables.frames import lengthen, measured, set_frame
from extractors.tables.tops import find_head
from extractors.tables.words import Band, Turned

_BESIDE = 12.0
_FARTHEST_LABEL = 30.0
"""So many points left of the rows a turned label may end."""


def find_blocks(bands: list[Band], edges: Edges, turned: list[Turned]) -> list[Block]:
    """All blocks of a page from top to bottom, with their heads."""
    blocks: list[Block] = []
    floor = 0
    rules = edges.whole_rows
    bodies = find_bodies(bands, edges)
    limits = [*(first for first, _ in bodies[1:]), len(bands)]
    for (first, last), limit in zip(bodies, limits, strict=False):
        if all(not bands[at].values or is_year_head(bands[at]) for at in range(first, last + 1)):
            continue  # heads alone: the values stand in columns of their own below
        first = first_of_body(bands, first, last, edges.fills)
        block = measured(bands, first, last)
        set_frame(block, bands, rules, floor)
        block.x0 = min([block.x0, *(line.x0 for line in turned if _labels_rows(line, block))])
        lengthen(block, bands, limit)
        find_head(block, bands, edges, turned, floor)
        blocks.append(block)
        floor = block.last + 1
    return blocks


def _labels_rows(line: Turned, block: Block) -> bool:
    """True for a turned line right of which the rows of a block stand: a label of several of them."""
    beside = line.y0 >= block.y0 - _BESIDE and line.y1 <= block.y1 + _BESIDE
    return beside and 0 <= block.x0 - line.x1 <= _FARTHEST_LABEL
