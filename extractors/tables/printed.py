"""A block of a page as a printed table: its matrix, its columns in points, its caption and its note."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from extractors.tables.blocks import Block
from extractors.tables.captions import (
    Caption,
    is_figure_caption,
    is_note,
    parse_bare_caption,
    parse_caption,
    parse_figure_caption,
    untitled,
)
from extractors.tables.columns import Columns, columns_of
from extractors.tables.edges import Edges
from extractors.tables.head import Head, sewn
from extractors.tables.heads import heads_of
from extractors.tables.labels import unit_alone
from extractors.tables.matrix import Matrix, PrintedCell
from extractors.tables.merged import with_merged_labels
from extractors.tables.rows import RowBands, rows_of
from extractors.tables.words import Band, Placed, Turned
from schemas.document import Box
from schemas.units import unit_of

_TITLE_NEAR = 3.0
_LONGEST_TITLE = 250
_HEADLINE = 1.3
"""Print so many times as large as that of the table heads more than the table."""


@dataclass(frozen=True, slots=True)
class PageSource:
    """What a page offers to the table reader."""

    page: int
    bands: list[Band]
    turned: list[Turned]
    edges: Edges
    height: float = 842.0


@dataclass(slots=True)
class PrintedTable:
    """A table of one page. ``top`` and ``bottom`` are positions of its first and last band; ``caption_line`` is the
    ``Line.index`` where its caption begins, or None. ``headline``: the caption is set much larger than the table,
    so it may head the page as a whole."""

    page: int
    matrix: Matrix
    columns: Columns
    block: Block
    top: int
    bottom: int
    source: PageSource
    heads: list[Band]
    caption: Caption = Caption(None, None, None)
    caption_line: int | None = None
    headline: bool = False
    figure: bool = False
    note: str | None = None
    pages: list[int] = field(default_factory=list)


def printed_table(
    block: Block,
    source: PageSource,
    columns: Columns | None = None,
    *,
    heads: list[Band] | None = None,
    head_edges: Edges | None = None,
) -> PrintedTable:
    """Reads rows, columns and heads of a block; ``columns`` are given where it goes on with a table before it,
    ``heads`` with their borders where these stand on the page before."""
    bands, turned, edges, page = source.bands, source.turned, source.edges, source.page
    body = bands[block.first : block.last + 1]
    heads = bands[block.head_first : block.first] if heads is None else heads
    first_y, last_y = body[0].y0, max(block.y1, body[-1].y1)
    over = [t for t in turned if t.y1 <= first_y + 4 and t.y0 >= block.y0 - 4 and _beside(t, block)]
    side = [t for t in turned if t.y0 >= first_y - 12 and _reaches(t, last_y, edges) and _beside(t, block)]
    if columns is None:
        columns = columns_of(block, body, heads, edges)
    rows = rows_of(block, body, columns, edges)
    levels = heads_of(heads, over, columns, head_edges or edges)
    shift = 1 if side and not _column_for(side, columns) else 0
    cells = [_head_cell(head, level, page, shift) for level, found in enumerate(levels) for head in found]
    n_heads = len(levels)
    for number, row in enumerate(rows, n_heads):
        cells += _row_cells(row, number, columns, edges, page, shift)
    cells = with_merged_labels(cells, rows, n_heads, shift, columns, edges)
    if side:
        cells += _side_labels(side, rows, n_heads, edges, page, shift, columns)
    matrix = Matrix(n_heads + len(rows), len(columns.columns) + shift, cells, n_heads=n_heads, spans_known=True)
    table = PrintedTable(page, matrix, columns, block, block.head_first, block.last, source, heads, pages=[page])
    _set_caption(table, bands)
    _set_note(table, bands)
    return table


def _reaches(line: Turned, last_y: float, edges: Edges) -> bool:
    """True for a turned line beside the rows; its cell may be higher than the rows it stands beside."""
    return line.y1 <= last_y + 12 or (line.y0 <= last_y + 12 and _limits([line], edges)[0] < last_y)


def _beside(line: Turned, block: Block) -> bool:
    return block.x0 - 30 <= line.x0 and line.x1 <= block.x1 + 30


def _head_cell(head: Head, level: int, page: int, shift: int) -> PrintedCell:
    box = None
    if head.words:
        box = Box(
            min(w.x0 for w in head.words), head.y0, max(w.x1 for w in head.words), max(head.y1, head.words[-1].y1)
        )
    bold = bool(head.words) and all(w.bold for w in head.words)
    return PrintedCell(
        level, head.first + shift, head.text, head.line, page, box, col_span=head.last - head.first + 1, bold=bold
    )


def _row_cells(
    row: RowBands, number: int, columns: Columns, edges: Edges, page: int, shift: int
) -> list[PrintedCell]:
    """The cells of a row: words by the column that owns their middle; print that runs over columns spans them."""
    n_cols = len(columns.columns)
    if not row.values:
        chunks = [chunk for band in row.bands for chunk in band.chunks]
        if len({columns.at(chunk.x0 + 1) for chunk in chunks}) == 1:
            words = [word for band in row.bands for word in band.words]
            first = columns.at(words[0].x0 + 1)
            reach = columns.at(max(w.x1 for w in words) - 1)
            y = row.bands[0].middle
            open_row = columns.drawn and not any(edges.wall_at(x, y) for x in columns.walls)
            span = n_cols - first if reach > first or open_row else 1
            return [_cell(number, first + shift, [band.words for band in row.bands], page, span)]
    by_column: dict[int, list[tuple[Band, list[Placed]]]] = {}
    drawn = columns.drawn
    for band in row.bands:
        for chunk in band.chunks:
            if chunk.numbers or not drawn:
                col = _column_of(chunk.x0, chunk.x1, columns, bool(chunk.numbers))
                if col is not None:
                    _add(by_column, col, band, chunk.words)
                    continue
            for word in chunk.words:
                _add(by_column, columns.at((word.x0 + word.x1) / 2), band, [word])
    cells = []
    for col in sorted(by_column):
        lines = by_column[col]
        cells.append(_cell(number, col + shift, [line for _, line in lines], page, 1))
    return cells


def _add(by_column: dict[int, list[tuple[Band, list[Placed]]]], col: int, band: Band, words: list[Placed]) -> None:
    lines = by_column.setdefault(col, [])
    if lines and lines[-1][0] is band:
        lines[-1][1].extend(words)
    else:
        lines.append((band, list(words)))


def _column_of(x0: float, x1: float, columns: Columns, is_value: bool) -> int | None:
    """The column of a whole chunk: for values the column whose print it overlaps most; for text the one that holds
    it, None where it runs over a border."""
    if is_value:
        overlaps = [
            (min(x1, column.x1) - max(x0, column.x0), column.kind, -n)
            for n, column in enumerate(columns.columns)
            if x0 < column.x1 and column.x0 < x1
        ]
        overlap, _, place = max(overlaps, default=(0.0, "", 0))
        return -place if overlap > 0 else columns.at((x0 + x1) / 2)
    first, last = columns.at(x0 + 0.5), columns.at(x1 - 0.5)
    return first if first == last else None


def _cell(number: int, col: int, lines: list[list[Placed]], page: int, span: int) -> PrintedCell:
    words = [word for line in lines for word in line] if len(lines) > 1 else lines[0]
    if len(words) == 1:
        ((left, top, right, foot, text, _, bold, first),) = words
        return PrintedCell(number, col, text.strip(), first, page, Box(left, top, right, foot), 1, span, bold, left)
    text = sewn([" ".join([word.text for word in line]) for line in lines])
    x0, y0, x1, y1, _, _, bolds, _ = zip(*words, strict=True)
    box = Box(min(x0), min(y0), max(x1), max(y1))
    return PrintedCell(number, col, text, words[0].line, page, box, 1, span, all(bolds), x0[0])


# --- turned labels beside the rows ----------------------------------------------------------------------


def _column_for(side: list[Turned], columns: Columns) -> bool:
    """True where the turned labels stand in a column of their own that the block already has."""
    first = columns.columns[0]
    return (
        columns.drawn
        and first.kind == "label"
        and all(first.left - 3 <= t.x0 and t.x1 <= first.right + 3 for t in side)
    )


def _side_labels(
    side: list[Turned], rows: list[RowBands], n_heads: int, edges: Edges, page: int, shift: int, columns: Columns
) -> list[PrintedCell]:
    """Turned lines that stand beside each other over the same rows are one label; it spans the rows between the
    borders around it, else the rows it stands beside."""
    labels: list[list[Turned]] = []
    for line in sorted(side, key=lambda t: (t.x0, t.y0)):
        group = next((g for g in labels if any(_same_label(line, other, rows, edges) for other in g)), None)
        if group is None:
            labels.append([line])
        else:
            group.append(line)
    cells = []
    taken: set[int] = set()
    for group in sorted(labels, key=lambda g: min(t.y0 for t in g)):
        ordered = sorted(group, key=lambda t: t.x0, reverse=group[0].angle == 270)
        y0, y1 = min(t.y0 for t in group), max(t.y1 for t in group)
        top, bottom = _limits(group, edges)
        inside = [n for n, row in enumerate(rows) if top - 1 <= _middle(row) <= bottom + 1 and n not in taken]
        if not inside:
            continue
        taken.update(inside)
        box = Box(min(t.x0 for t in group), y0, max(t.x1 for t in group), y1)
        text = sewn([t.text for t in ordered])
        cells.append(
            PrintedCell(inside[0] + n_heads, 0, text, group[0].line, page, box, row_span=inside[-1] - inside[0] + 1)
        )
    return cells


def _middle(row: RowBands) -> float:
    valued = next((band for band in row.bands if band.values), row.bands[0])
    return valued.middle


def _limits(group: list[Turned], edges: Edges) -> tuple[float, float]:
    """The borders above and below a turned label, else the label's own ends."""
    x = (group[0].x0 + group[-1].x1) / 2
    y0, y1 = min(t.y0 for t in group), max(t.y1 for t in group)
    crossing = [e.at for e in edges.horizontal if e.start - 1 <= x <= e.end + 1]
    top = max((at for at in crossing if at <= y0 + 2), default=None)
    bottom = min((at for at in crossing if at >= y1 - 2), default=None)
    if top is not None and bottom is not None and bottom - top < 6 * (y1 - y0) + 40:
        return top, bottom
    return y0 - 6, y1 + 6


def _same_label(line: Turned, other: Turned, rows: list[RowBands], edges: Edges) -> bool:
    """True for two turned lines side by side whose heights overlap and that no border parts."""
    overlap = min(line.y1, other.y1) - max(line.y0, other.y0)
    near = line.x0 - other.x1 <= 0.8 * (line.x1 - line.x0)
    return near and overlap > 0.5 * min(line.y1 - line.y0, other.y1 - other.y0)


# --- captions and notes ---------------------------------------------------------------------------------


def _set_caption(table: PrintedTable, bands: list[Band]) -> None:
    """The numbered caption above the table, on one line or several, else the title right above it."""
    top = table.top
    size = bands[table.block.first].size
    lines: list[Band] = []
    below = table.block.y0
    for at in range(top - 1, max(-1, top - 5), -1):
        band = bands[at]
        if below - band.y1 > _TITLE_NEAR * max(size, band.size) or (band.values and len(band.chunks) > 1):
            break
        if is_figure_caption(band.text):
            table.figure = True
            table.caption = parse_figure_caption(sewn([band.text, *(other.text for other in lines)]))
            table.caption_line = band.words[0].line
            return
        lines.insert(0, band)
        numbered = (parse_bare_caption if band.bold else parse_caption)(band.text)
        if numbered is not None:
            rest = [other.text for other in lines[1:]]
            text = sewn([band.text, *rest]) if numbered.title else band.text
            caption = (parse_bare_caption if band.bold else parse_caption)(text) or numbered
            if caption.title is None and rest:
                title = untitled(sewn(rest))
                caption = Caption(caption.table_no, title.title, title.unit)
            table.caption, table.caption_line = caption, band.words[0].line
            return
        below = band.y0
    if not lines:
        return
    if (unit := unit_alone(lines[-1].text)) is not None:
        table.caption, lines = Caption(None, None, unit), lines[:-1]
        if not lines:
            return
    last = lines[-1]
    text = last.text
    if len(text) > _LONGEST_TITLE or _is_note_line(last) or _ends_sentence(last) or len(last.chunks) > 2:
        return
    if (
        last.bold
        or last.size > size * 1.05
        or (len(lines) == 1 or lines[-2].middle < last.middle - 1.8 * last.size)
    ):
        title = untitled(text)
        table.caption, table.caption_line = title._replace(unit=unit or title.unit), last.words[0].line
        table.headline = last.size > _HEADLINE * size


def _is_note_line(band: Band) -> bool:
    """True for a note on what stands above; a bold line with the number of a note is the title of a table."""
    return is_note(band.text) and not (band.bold and _NOTE_TITLE.match(band.text))


_NOTE_TITLE = regex.compile(r"Note \d{1,2}\.? \p{Lu}")


def _ends_sentence(band: Band) -> bool:
    """True for a line that goes on or ends like a sentence; a bold one may end in a unit (``Gæld, mio. kr.``)."""
    words = band.text.split()
    titled = band.bold and (unit_of(words[-1]) or unit_of(" ".join(words[-2:])))
    return band.text.endswith((".", ";", ",")) and not titled


def _set_note(table: PrintedTable, bands: list[Band]) -> None:
    """The note right below the table; ``Diagram`` below or above marks numbers of a figure."""
    at = table.bottom + 1
    if at >= len(bands):
        return
    first = bands[at]
    if first.y0 - table.block.y1 > 4 * first.size:
        return
    if is_figure_caption(first.text):
        table.figure = True
    if not is_note(first.text):
        return
    lines = [first]
    for band in bands[at + 1 : at + 4]:
        if band.y0 - lines[-1].y1 > 0.6 * band.size or abs(band.size - first.size) > 0.3:
            break
        lines.append(band)
    table.note = sewn([band.text for band in lines])
