"""A block: a run of bands whose numbers stand below each other, with its heads and its place on the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.tables.words import Band, Chunk

PROSE = 70
"""A line of text this long that runs over the columns of values is no row of a table."""

_FEWEST_NAMED, _NAMED = 3, 0.8


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


def first_value_of(block: Block, bands: list[Band]) -> float:
    """Where the values begin. Codes and running numbers left of the names (``101``, ``Odense``) are no values."""
    columns: list[tuple[float, float]] = []
    for x0, x1 in sorted(block.intervals):
        if columns and x0 < columns[-1][1]:
            columns[-1] = columns[-1][0], max(x1, columns[-1][1])
        else:
            columns.append((x0, x1))
    if len(columns) < 2:
        return columns[0][0]
    codes, values = columns[0], columns[1]
    numbered = named = 0
    for band in bands[block.first : block.last + 1]:
        if any(abs(chunk.centre - (codes[0] + codes[1]) / 2) < codes[1] - codes[0] for chunk in band.values):
            numbered += 1
            between = (chunk for chunk in band.chunks if codes[1] <= chunk.x0 < values[0])
            named += any(chunk.text[:1].isalpha() for chunk in between)
    return values[0] if numbered >= _FEWEST_NAMED and named >= _NAMED * numbered else codes[0]


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
