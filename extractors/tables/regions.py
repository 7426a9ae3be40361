"""The blocks of a page: bodies of values, widened to their borders and lengthened to their heads."""

from __future__ import annotations

from extractors.tables.blocks import Block
from extractors.tables.bodies import find_bodies, first_of_body, is_year_head
from extractors.tables.edges import Edges
from extractors.tables.frames import lengthen, measured, set_frame
from extractors.tables.tops import find_head
from extractors.tables.words import Band, Turned


def find_blocks(bands: list[Band], edges: Edges, turned: list[Turned]) -> list[Block]:
    """All blocks of a page from top to bottom, with their heads."""
    blocks: list[Block] = []
    floor = 0
    for first, last in find_bodies(bands, edges):
        if all(not bands[at].values or is_year_head(bands[at]) for at in range(first, last + 1)):
            continue  # heads alone: the values stand in columns of their own below
        first = first_of_body(bands, first, last)
        block = measured(bands, first, last)
        set_frame(block, bands, edges, floor)
        lengthen(block, bands)
        find_head(block, bands, edges, turned, floor)
        blocks.append(block)
        floor = block.last + 1
    return blocks
