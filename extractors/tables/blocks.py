"""A block: a run of bands whose numbers stand below each other, with its heads and its place on the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.tables.words import Band, Chunk

PROSE = 70
"""A line of text this long that runs over the columns of values is no row of a table."""


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


def shares_column(chunk: Chunk, columns: list[tuple[float, float]]) -> bool:
    """True where a chunk stands below or above one of these stretches."""
    for x0, x1 in columns:
        overlap = min(chunk.x1, x1) - max(chunk.x0, x0)
        if overlap > 0.5 * min(chunk.x1 - chunk.x0, x1 - x0) or abs(chunk.x1 - x1) < 2:
            return True
    return False


def within(band: Band, block: Block) -> bool:
    """True where the whole band stands between the sides of the block."""
    return band.words[0].x0 >= block.x0 - 3 and band.words[-1].x1 <= block.x1 + 3


def heads_another(band: Band, last: Band) -> bool:
    """True for a bold line of several words in columns below a row that is not bold: heads of the next table."""
    return len(band.chunks) > 2 and not band.values and band.bold and not last.bold
