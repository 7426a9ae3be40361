"""A table beside running text: its rules are as wide as it is, and the lines beside it stand where no row does."""

from __future__ import annotations

from extractors.tables.abreast import Rules
from extractors.tables.edges import Edges
from extractors.tables.words import Band, Chunk

_WHITE = 6.0
"""At least so many points of white stand between the rules of a table and the text beside it."""

_ROOM = 3.0
"""So many points may print stand outside of the rules."""

_SAME_LINE = 1.2
"""Lines whose middles are this many points apart stand on one baseline."""

_LINE_APART = 1.5
"""White of this many sizes parts a table from what stands above or below it."""

_FEWEST_ROWS, _FEWEST_LINES = 2, 2
_FEWEST_WORDS = 3
"""Lines of running text hold so many words on average: labels hold fewer."""


def table_beside_text(bands: list[Band], edges: Edges, widths: list[Rules]) -> tuple[int, int, float] | None:
    """The first and last band of a table with rules of its own width and of the text beside it, and an x between
    them; None where there is none. The rows of the table begin with words, or the text may be their labels."""
    for rules in widths:
        inside = [at for at, band in enumerate(bands) if rules.heights[0] < band.middle < rules.heights[-1]]
        for x, low, high in (
            (rules.start - _ROOM, rules.start - _ROOM, rules.end + _ROOM),
            (rules.end + _ROOM, rules.start - _ROOM, rules.end + _ROOM),
        ):
            rows = [at for at in inside if _within(bands[at], low, high)]
            if not _are_labelled([bands[at] for at in rows], low, high):
                continue
            first, last = _reach(bands, rows[0], -1, low, high), _reach(bands, rows[-1], 1, low, high)
            region = bands[first : last + 1]
            top, bottom = region[0].y0, max(region[-1].y1, rules.heights[-1])
            crossed = edges.rows_within(x - _ROOM, x + _ROOM, top, bottom, share=0.9)
            if not crossed and _is_text_beside(region, low, high, left=x == low):
                return first, last, x
    return None


def _within(band: Band, low: float, high: float) -> list[Chunk]:
    return [chunk for chunk in band.chunks if low <= chunk.x0 and chunk.x1 <= high]


def _are_labelled(rows: list[Band], low: float, high: float) -> bool:
    """True for rows of a table: labels of words that begin at one x, values behind them."""
    firsts = [inside[0] for band in rows if len(inside := _within(band, low, high)) > 1 and inside[-1].numbers]
    return len(firsts) >= _FEWEST_ROWS and all(
        not chunk.numbers and abs(chunk.x0 - firsts[0].x0) < 1 for chunk in firsts
    )


def _reach(bands: list[Band], at: int, step: int, low: float, high: float) -> int:
    """The last band above or below a row that no white parts from it and that no print ties to what stands beside:
    all of it stands between the two x or outside of them."""
    while 0 <= at + step < len(bands):
        band, near = bands[at + step], bands[at]
        apart = max(band.y0, near.y0) - min(band.y1, near.y1)
        if apart > _LINE_APART * band.size:
            break
        if any(chunk.x0 < edge < chunk.x1 for edge in (low, high) for chunk in band.chunks):
            break
        at += step
    return at


def _is_text_beside(bands: list[Band], low: float, high: float, *, left: bool) -> bool:
    """True where all that stands beside the table is running text: lines of several words that begin at one x, half
    of them or more on baselines of their own, white between them and the rules."""
    lines: list[Chunk] = []
    words = own = 0
    for band in bands:
        beside = [chunk for chunk in band.chunks if chunk.x0 > high or chunk.x1 < low]
        if not beside:
            continue
        (text, *others) = beside
        if others or text.numbers or (text.x1 < low) != left:
            return False
        if (low - text.x1 if left else text.x0 - high) < _WHITE - _ROOM:
            return False
        lines.append(text)
        words += len(text.words)
        own += not any(_on_one_line(text, chunk) for chunk in _within(band, low, high))
    if len(lines) < _FEWEST_LINES or words < _FEWEST_WORDS * len(lines):
        return False
    return all(abs(line.x0 - lines[0].x0) < 1 for line in lines) and 2 * own >= len(lines)


def _on_one_line(text: Chunk, other: Chunk) -> bool:
    return abs(text.words[0].middle - other.words[0].middle) <= _SAME_LINE
