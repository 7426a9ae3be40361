"""Tables whose caption and heads end one page while their rows begin the next."""

from __future__ import annotations

from dataclasses import replace

from extractors.tables.blocks import shares_column
from extractors.tables.captions import Caption, parse_caption, untitled
from extractors.tables.edges import edges_of
from extractors.tables.matrix import PrintedCell
from extractors.tables.printed import PrintedTable, printed_table
from extractors.tables.words import Band, bands_of, upright_words
from schemas.document import Box, Page

_FARTHEST = 12
"""Lines from the end of a page among which the caption must stand."""

_MOST_HEADS = 8


def with_heads_of(page: Page, table: PrintedTable, skipped: set[int]) -> PrintedTable | None:
    """The table with the caption and heads that end the page before it, be they printed again above its rows; None
    where none stand there."""
    own = table.heads
    if table.caption_line is not None or table.top > 1 or table.figure:
        return None
    repeated = not _name_no_labels(own, table)
    bands = _without_foot(bands_of(upright_words(page, skipped)))
    near = range(len(bands) - 1, max(-1, len(bands) - _FARTHEST), -1)
    at = next((n for n in near if parse_caption(bands[n].text)), None)
    if at is None:
        at = _title_above_heads(bands, table)
    if at is None:
        return None
    caption = parse_caption(bands[at].text) or untitled(bands[at].text)
    heads = bands[at + 1 :]
    if caption.title is None and heads:
        title = untitled(heads[0].text)
        caption, heads = Caption(caption.table_no, title.title, title.unit), heads[1:]
    group = heads.pop() if len(heads) > 1 and _over_labels(heads[-1], table) else None
    if not 1 <= len(heads) <= _MOST_HEADS or all(_over_labels(band, table) for band in heads):
        return None
    if repeated:
        if [band.text for band in heads] != [band.text for band in own]:
            return None
        again = replace(table)
    elif own:
        heads = [*(_raised(band, page.height or table.source.height) for band in heads), *own]
        again = printed_table(table.block, table.source, heads=heads)
    else:
        again = printed_table(table.block, table.source, heads=heads, head_edges=edges_of(page))
    if not again.matrix.n_heads or (own and not repeated and not _named(again)):
        return None
    if group is not None:
        again = _with_group(again, group, page.number)
    again.caption, again.caption_line = caption, bands[at].words[0].line
    return again


def _name_no_labels(heads: list[Band], table: PrintedTable) -> bool:
    """True where no heads stand over the labels: there are none, or only the lower ones (years, units)."""
    labels = table.columns.columns[0]
    return not heads or (labels.kind == "label" and all(band.words[0].x0 > labels.x1 for band in heads))


def _named(table: PrintedTable) -> bool:
    """True where a head stands over the labels."""
    return any(cell.col == 0 and cell.row < (table.matrix.n_heads or 0) for cell in table.matrix.cells)


def _raised(band: Band, height: float) -> Band:
    """The band a page higher, so that it stands above what follows on the next one."""
    return bands_of(word._replace(y0=word.y0 - height, y1=word.y1 - height) for word in band.words)[0]


def _title_above_heads(bands: list[Band], table: PrintedTable) -> int | None:
    """The line above the heads that end a page: lines of which most stand over the columns of values."""
    at = len(bands)
    over = 0
    while at > 1:
        chunks = bands[at - 1].chunks
        aligned = sum(1 for chunk in chunks if shares_column(chunk, table.block.intervals))
        if aligned < max(1, len(chunks) - 1):
            break
        over, at = over + aligned, at - 1
    return at - 1 if over >= 2 and at < len(bands) else None


def _without_foot(bands: list[Band]) -> list[Band]:
    """Drops the page number and the foot: short lines far below the others."""
    rest = list(bands)
    while len(rest) > 1 and rest[-1].y0 - rest[-2].y1 > 2 * rest[-1].size and len(rest[-1].text) < 60:
        rest.pop()
    return rest


def _over_labels(band: Band, table: PrintedTable) -> bool:
    """True for a line of which nothing stands over the columns of values."""
    first_value = min(x0 for x0, _ in table.block.intervals)
    return len(band.chunks) == 1 and band.chunks[0].x0 < first_value - 20


def _with_group(table: PrintedTable, group: Band, page: int) -> PrintedTable:
    """Adds the line that heads the first group as the first row below the heads."""
    matrix = table.matrix
    heads = matrix.n_heads or 0
    words = group.words
    box = Box(words[0].x0, group.y0, words[-1].x1, group.y1)
    cells = [replace(cell, row=cell.row + 1) if cell.row >= heads else cell for cell in matrix.cells]
    cells.append(PrintedCell(heads, 0, group.text, words[0].line, page, box, bold=group.bold, indent=words[0].x0))
    return replace(table, matrix=replace(matrix, n_rows=matrix.n_rows + 1, cells=cells))
