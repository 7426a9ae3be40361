"""The bodies of tables: runs of bands with values in common columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import regex

from extractors.tables.blocks import PROSE, heads_another, shares_column
from extractors.tables.captions import is_figure_caption, is_note, parse_caption
from extractors.tables.edges import Edge, Edges
from extractors.tables.labels import is_verdict
from extractors.tables.words import Band
from schemas.document import Box

_FAR = 2.4
"""White space of this many sizes ends a table that no line holds together."""

_FEWEST_HEADS = 2
_MOST_BETWEEN = 12
_BULLETS = frozenset("•·▪‣◦")
_OPEN_SPAN = regex.compile(r"(?:19|20)\d\d\s?[-–/]$")
_SPAN_END = regex.compile(r"\d{2}")


def find_bodies(bands: list[Band], edges: Edges) -> list[tuple[int, int]]:
    """Runs of bands that belong together, from the first with values to the last."""
    bodies: list[tuple[int, int]] = []
    start = last = -1
    columns: list[tuple[float, float]] = []
    for at, band in enumerate(bands):
        values = band.values
        if not values or _is_prose(band) or (start >= 0 and _numbers_label(bands, at, columns)):
            continue
        if start >= 0 and _goes_on(bands, last, at, columns, edges):
            last = at
        else:
            if start >= 0:
                bodies.append((start, last))
            if len(band.chunks) < 2 and not _beside_label(bands, at) and not _enclosed(band, edges):
                start = -1
                continue
            start = last = at
            columns = []
        columns = [*columns[-60:], *((chunk.x0, chunk.x1) for chunk in values)]
    if start >= 0:
        bodies.append((start, last))
    return bodies


def _numbers_label(bands: list[Band], at: int, columns: list[tuple[float, float]]) -> bool:
    """True for a number left of all values with a label behind it, below which the next row begins: the values of
    what it numbers stand there."""
    chunks = bands[at].chunks
    if len(chunks) != 2 or not chunks[0].numbers or chunks[1].numbers or at + 1 == len(bands):
        return False
    below = bands[at + 1].chunks[0]
    return (
        chunks[1].x0 < min(x0 for x0, _ in columns)
        and not shares_column(chunks[0], columns)
        and not below.numbers
        and abs(below.x0 - chunks[1].x0) < 1
        and bands[at + 1].y0 - bands[at].y1 < bands[at].size
    )


def _beside_label(bands: list[Band], at: int) -> bool:
    """True for a lone value that stands at half the height of a label of two lines."""
    if not 0 < at < len(bands) - 1:
        return False
    upper, band, lower = bands[at - 1 : at + 2]
    labels = len(upper.chunks) == len(lower.chunks) == 1 and abs(upper.words[0].x0 - lower.words[0].x0) < 1
    return labels and upper.words[-1].x1 < band.words[0].x0 and upper.y1 > band.y0 + 1 and lower.y0 < band.y1 - 1


def _is_prose(band: Band) -> bool:
    """A number that ends or begins a line of running text beside another column of text."""
    return len(band.values) == 1 and any(len(chunk.text) > 110 for chunk in band.chunks if not chunk.numbers)


def _enclosed(band: Band, edges: Edges) -> bool:
    y = band.middle
    return _edges_beside(edges, band.words[0].x0, band.words[-1].x1, y)


def _edges_beside(edges: Edges, x0: float, x1: float, y: float) -> bool:
    """True where a vertical border stands on both sides of a place."""
    left = any(e.at <= x0 + 1 and e.start <= y <= e.end and e.at > x0 - 200 for e in edges.vertical)
    return left and any(e.at >= x1 - 1 and e.start <= y <= e.end and e.at < x1 + 200 for e in edges.vertical)


def _goes_on(bands: list[Band], last: int, at: int, columns: list[tuple[float, float]], edges: Edges) -> bool:
    """True where the values of band ``at`` go on with the block whose last values stand in band ``last``."""
    band, above = bands[at], bands[last]
    between = bands[last + 1 : at]
    if len(between) > _MOST_BETWEEN:
        return False
    lines = bands[last : at + 1]
    size = max(above.size, band.size)
    shared = any(shares_column(chunk, columns) for chunk in band.values)
    far = any(lower.y0 - upper.y1 > _FAR * size for upper, lower in pairwise(lines))
    held = (far or not shared or bool(between)) and _held_together(above, band, edges)  # else it tells nothing
    if not shared and not (held and _is_sparse(band, above)):
        return False
    if any(parse_caption(b.text) or is_figure_caption(b.text) or is_note(b.text) for b in between):
        return False
    if is_year_head(band) and not is_year_head(above) and band.chunks[0].numbers == () and not _all_values(above):
        return False
    if _is_year_line(band, between, columns):
        return False
    if far and not held:
        return False
    first_value = min(x0 for x0, _ in columns)
    for b in between:
        if held and _tells_verdicts(b, above):
            continue
        if not held and (b.size > 1.12 * size or b.text[:1] in _BULLETS):
            return False
        if _heads_in_columns(b, columns, first_value) and not (held and len(b.chunks) == 1):
            return False
        if heads_another(b, above) or _heads_what_follows(b, above, band, columns):
            return False
        if not held and any(len(c.text) > PROSE and c.x1 > first_value for c in b.chunks):
            return False
    return True


def _is_sparse(band: Band, above: Band) -> bool:
    """True for two rows whose blank cells leave them no column in common: their labels begin at one x."""
    labels = band.chunks[0], above.chunks[0]
    return not any(label.numbers for label in labels) and abs(labels[0].x0 - labels[1].x0) < 1


def _is_year_line(band: Band, between: list[Band], columns: list[tuple[float, float]]) -> bool:
    """True for the lower heads of another table: years without a label, among words over other columns or below a
    line of words."""
    values = band.values
    if len(values) < _FEWEST_HEADS or not all(chunk.is_year for chunk in values) or not band.chunks[0].numbers:
        return False
    if any(not chunk.numbers and shares_column(chunk, columns) for chunk in band.chunks):
        return True
    return any(len(line.chunks) > 1 and not line.values for line in between)


def _all_values(band: Band) -> bool:
    return all(chunk.numbers for chunk in band.chunks)


def _heads_in_columns(band: Band, columns: list[tuple[float, float]], first_value: float) -> bool:
    """True for a band of text with print above the columns of values: heads of another table."""
    over = [c for c in band.chunks if not c.numbers and c.x0 > first_value - 12 and shares_column(c, columns)]
    return len(over) >= 2 or (len(over) == 1 and len(band.chunks) == 2 and band.bold)


def _tells_verdicts(band: Band, above: Band) -> bool:
    """True for a row of verdicts in a table that lies on its side: ``Status | Nået | Ikke nået``."""
    label, *cells = band.chunks
    if len(cells) < _FEWEST_HEADS or abs(label.x0 - above.chunks[0].x0) >= 1:
        return False
    return all(is_verdict(cell.text) for cell in cells)


def _heads_what_follows(heads: Band, above: Band, below: Band, columns: list[tuple[float, float]]) -> bool:
    """True for a band of text that has print over every value of the band below it: the heads of another table,
    where they are bold, or where its values stand in columns of their own."""
    texts = [chunk for chunk in heads.chunks[1:] if not chunk.numbers]
    values = below.values
    if heads.values or len(values) < _FEWEST_HEADS or len(texts) < _FEWEST_HEADS:
        return False
    if not all(any(shares_column(text, [(value.x0, value.x1)]) for text in texts) for value in values):
        return False
    if heads.bold and not above.bold and not below.bold:
        return True
    return not all(shares_column(value, columns) for value in values)


def is_year_head(band: Band) -> bool:
    """True for a band whose only numbers are years."""
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


def first_of_body(bands: list[Band], first: int, last: int, fills: Sequence[Box] = ()) -> int:
    """Skips leading bands that are heads: their values are years, stand between text over other columns, or go on
    in the same filled cells with the text above."""
    at = first
    while at <= last and (
        not bands[at].values
        or is_year_head(bands[at])
        or (at and _ends_span_of_years(bands[at], bands[at - 1]))
        or (at and _ends_heads_in_brackets(bands[at], bands[at - 1]))
        or _is_mixed_head(bands, at, last)
        or (at and at < last and _fills_heads(bands[at], bands[at - 1], bands[at + 1], fills))
    ):
        at += 1
    return first if at > last else at


def _fills_heads(band: Band, above: Band, below: Band, fills: Sequence[Box]) -> bool:
    """True for numbers without a label that end heads (``Både over`` / ``12 m``): each stands in a filled cell
    together with text above it, and the row below stands in none of these."""
    if not band.bold or not above.bold or len(band.chunks) > len(above.chunks):
        return False
    cells = [fill for fill in fills if fill.y0 <= above.middle and band.middle <= fill.y1 < below.middle]
    return bool(cells) and all(
        any(
            fill.x0 <= chunk.centre <= fill.x1
            and any(fill.x0 <= text.centre <= fill.x1 and not text.numbers for text in above.chunks)
            for fill in cells
        )
        for chunk in band.chunks
    )


def _ends_span_of_years(band: Band, above: Band) -> bool:
    """True for years as heads beside the end of a span of years from the line above: ``2026-`` over ``27``."""
    begun = [(c.x0, c.x1) for c in above.chunks if _OPEN_SPAN.search(c.text)]
    ends = [chunk for chunk in band.values if not chunk.is_year]
    return (
        len(ends) < len(band.values)
        and bool(begun)
        and all(_SPAN_END.fullmatch(c.text) and shares_column(c, begun) for c in ends)
    )


def _ends_heads_in_brackets(band: Band, above: Band) -> bool:
    """True for shares in brackets alone, each below a word of the line above: ``Efter hold`` over ``(40 %)``."""
    over = [(c.x0, c.x1) for c in above.chunks if not c.numbers]
    return all(_SHARE_IN_BRACKETS.fullmatch(c.text) is not None and shares_column(c, over) for c in band.chunks)


_SHARE_IN_BRACKETS = regex.compile(r"\(\d[\d,]*\s?(?:%|pct\.?|procent)\)")


def _is_mixed_head(bands: list[Band], at: int, last: int) -> bool:
    """True for a line of heads that holds a number: ``under 18`` wrapped, a quarter, a footnote."""
    band = bands[at]
    below = [(c.x0, c.x1) for b in bands[at + 1 : min(last, at + 12) + 1] for c in b.values]
    over = [c for c in band.chunks if not c.numbers and not c.text.isdecimal() and shares_column(c, below)]
    return bool(below) and len(over) >= max(1, len(band.values)) and not _is_first_row(bands, at, below)


def _is_first_row(bands: list[Band], at: int, values: list[tuple[float, float]]) -> bool:
    """True for a row in which words stand in place of a number (``Skolemad | 55 pct. | Opgøres i maj``): it begins
    as the next row does, and the line above has a head over each of its cells. A head may hold a year or a dash."""
    if not 0 < at < len(bands) - 1:
        return False
    (label, *cells), heads = bands[at].chunks, bands[at - 1].chunks
    if label.numbers or bands[at - 1].values or len(heads) != len(bands[at].chunks):
        return False
    if label.x1 >= min(x0 for x0, _ in values) or abs(label.x0 - bands[at + 1].chunks[0].x0) >= 1:
        return False
    if any(chunk.is_year or chunk.is_dash for chunk in bands[at].values):
        return False
    return all(c.x0 < head.x1 and head.x0 < c.x1 for c, head in zip(cells, heads[1:], strict=True))
