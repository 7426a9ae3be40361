"""Tables of a PDF: pages to bands, bands to blocks, blocks to printed tables, those to grids, joined over pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from operator import attrgetter

from extractors.tables.captions import Caption, is_note, set_caption, title_in_corner
from extractors.tables.columns import Columns, continued
from extractors.tables.edges import edges_of
from extractors.tables.faults import Faults, kept
from extractors.tables.grid import Grid, GridCell
from extractors.tables.headers import grids_of
from extractors.tables.impostors import contents_lines, is_contents
from extractors.tables.judgement import confidence_of, refusal
from extractors.tables.layout import segments_of
from extractors.tables.matrix import Matrix, PrintedCell
from extractors.tables.orphans import with_heads_of
from extractors.tables.printed import PageSource, PrintedTable, printed_table
from extractors.tables.quarter import as_printed, direction_of, turned_upright
from extractors.tables.regions import find_blocks
from extractors.tables.words import Band, bands_of, turned_lines, upright_words
from schemas.document import Box, Page, union
from schemas.packet import Packet
from schemas.records import Finding
from schemas.wording import counted

_VALUE = r"[-–−÷+(]?(?:kr\.\s?)?\d"
_VALUE_FIRST, _VALUE_BEHIND = re.compile(_VALUE), re.compile(rf"\s\s{_VALUE}")
_FEWEST_LINES = 2
_NEAR_COLUMN = 8.0
_MOST_WORDS = 15_000
"""More words than a page that people read can hold."""
_BANDS_ABOVE = 2
"""Lines that may stand above a table that goes on from the page before: a running head."""
_BANDS_BELOW = 6
_FOOT = 0.88
"""Lines that may stand below a table that goes on on the next page: foot and page number."""
_MOST_ABREAST = 3
_WORTH_TELLING = 6
"""Fewer numbers than this are left out without a finding: a phone number, a page number, a date."""


def find_pdf_tables(packet: Packet, faults: Faults | None = None) -> tuple[list[Grid], list[Finding]]:
    """All tables of numbers of a PDF, and one finding for each region of numbers that was refused. ``faults`` takes
    what goes wrong over a page or one of its tables."""
    skipped = contents_lines(packet).union(packet.furniture)
    tables: list[PrintedTable] = []
    refused: list[tuple[int, list[Box], str]] = []
    directions = {page.number: turn for page in packet.document.pages if (turn := direction_of(page))}
    pages = packet.document.pages
    if directions:
        pages = tuple(
            turned_upright(page, directions[page.number]) if page.number in directions else page for page in pages
        )
    for page in pages:
        if not page.lines:
            continue
        edges = page.lines[0].index, page.lines[-1].index
        found_tables, loose = kept(faults, *edges, partial(page_tables, page, skipped)) or ([], [])
        tables += found_tables
        if page.number in directions:
            printed = packet.document.pages[page.number - 1]
            loose = [as_printed(box, printed, directions[page.number]) for box in loose]
        refused.append((page.number, loose, "they stand alone, beside no label and below no head"))
    grids: list[Grid] = []
    whole = 0, len(packet.lines) - 1
    for table in kept(faults, *whole, partial(_joined, tables, pages, skipped)) or tables:
        lines = [cell.line for cell in table.matrix.cells]
        read = partial(_read, table, packet.document.pages, directions)
        found, reason = kept(faults, min(lines, default=0), max(lines, default=0), read) or ([], None)
        grids += found
        if reason is not None:
            refused.append((table.page, _number_boxes(table), reason))
    return grids, list(_refusals(refused))


def _read(table: PrintedTable, pages: Sequence[Page], directions: dict[int, int]) -> tuple[list[Grid], str | None]:
    """The tables of numbers in a printed table, and why none was taken; None where one was, or its numbers are
    those of pages."""
    found = grids_of(table.matrix, "ruled" if table.columns.drawn else "words")
    if directions:
        _lay_back(table.matrix.cells, pages, directions)
        for grid in found:
            _lay_back(grid.cells, pages, directions)
    grids: list[Grid] = []
    accepted = False
    reason = "no column of values stands beside labels"
    for grid in found:
        _describe(grid, table, first=grid is found[0])
        if is_contents(grid, table.caption.title):
            accepted = True
            continue
        refusal_reason = refusal(grid, table)
        if refusal_reason is None:
            grid.confidence = confidence_of(grid, table)
            grids.append(grid)
            accepted = True
        else:
            reason = refusal_reason
    return grids, None if accepted else reason


def _lay_back(
    cells: Sequence[PrintedCell] | Sequence[GridCell], pages: Sequence[Page], directions: dict[int, int]
) -> None:
    """Gives the cells on pages that were turned upright the place they are printed at."""
    for cell in cells:
        if cell.box is not None and cell.page in directions:
            cell.box = as_printed(cell.box, pages[cell.page - 1], directions[cell.page])


def page_tables(page: Page, skipped: set[int]) -> tuple[list[PrintedTable], list[Box]]:
    """The printed tables of one page, and the numbers that stand outside of them by themselves. Nothing is looked
    at where no column of numbers can be."""
    if not any(map(attrgetter("words"), page.lines)):
        return [], []
    shown = [line for line in page.lines if line.index not in skipped]
    valued = [
        number
        for number, line in enumerate(shown)
        if _VALUE_FIRST.match(line.text) or _VALUE_BEHIND.search(line.text)
    ]
    if len(valued) < _FEWEST_LINES and not any(number <= _BANDS_ABOVE for number in valued):
        return [], []  # a single line of values can only be the last row of a table of the page before
    words = upright_words(page, skipped)
    if len(words) > _MOST_WORDS:
        return [], [Box(w.x0, w.y0, w.x1, w.y1) for w in words[:_MOST_WORDS] if w.text[:1].isdecimal()]
    edges = edges_of(page)
    borders = [(edge.at, edge.start, edge.end) for edge in edges.horizontal]
    turned = turned_lines(page, skipped, borders)
    tables: list[PrintedTable] = []
    loose: list[Box] = []
    upright = [(edge.at, edge.start, edge.end) for edge in edges.vertical if edge.drawn]
    segments = segments_of(bands_of(words, upright), edges)
    for bands in segments:
        here = edges if len(segments) == 1 else edges.between(*_sides(bands))
        source = PageSource(page.number, bands, turned, here, page.height or 842.0)
        blocks = find_blocks(bands, here, turned)
        inside = {at for block in blocks for at in range(block.head_first, block.last + 1)}
        tables += [printed_table(block, source) for block in blocks]
        loose += [
            Box(chunk.x0, band.y0, chunk.x1, band.y1)
            for at, band in enumerate(bands)
            if at not in inside
            for chunk in band.values
            if not chunk.is_dash
        ]
    return tables, loose


def _sides(bands: list[Band]) -> tuple[float, float]:
    return min(band.words[0].x0 for band in bands), max(band.words[-1].x1 for band in bands)


def _describe(grid: Grid, table: PrintedTable, *, first: bool) -> None:
    set_caption(grid, table.caption)
    if (table.headline or grid.caption is None) and (title := title_in_corner(grid)) is not None:
        grid.caption = title
    grid.note = table.note
    if first and table.caption_line is not None:
        grid.first_line = table.caption_line


def _number_boxes(table: PrintedTable) -> list[Box]:
    cells = [cell for cell in table.matrix.cells if cell.kind in ("number", "year")]
    return [cell.box for cell in cells if cell.box is not None and cell.page == table.page]


def _refusals(refused: list[tuple[int, list[Box], str]]) -> Iterator[Finding]:
    """One finding a page for the numbers that were refused, where there are enough to speak of."""
    refused.sort(key=lambda entry: entry[0])
    for page, group in groupby(refused, key=lambda entry: entry[0]):
        entries = list(group)
        boxes = [box for _, inside, _ in entries for box in inside]
        if len(boxes) < _WORTH_TELLING:
            continue
        reason = max(entries, key=lambda entry: len(entry[1]))[2]
        yield Finding(
            rule="table_refused",
            severity="info",
            message=f"{counted(len(boxes), 'number')} on page {page} not read as a table: {reason}",
            page=page,
            bbox=union(boxes),
        )


# --- tables over several pages ----------------------------------------------------------------------------


def _joined(tables: list[PrintedTable], pages: Sequence[Page], skipped: set[int]) -> list[PrintedTable]:
    """Joins a table that begins a page without a caption to the one that ended the page before, or gives it the
    caption and heads that did."""
    result: list[PrintedTable] = []
    for table in tables:
        for place in _last_of_page(result, table.page - 1):
            if (going_on := _continuation(result[place], table)) is not None:
                result[place] = _appended(result[place], going_on)
                break
        else:
            own = with_heads_of(pages[table.page - 2], table, skipped) if table.page > 1 else None
            result.append(own or table)
    return result


def _last_of_page(tables: list[PrintedTable], page: int) -> list[int]:
    """The positions of the tables at the foot of a page, the last first: those below which no other begins. Tables
    side by side may all go on."""
    here = [at for at, table in enumerate(tables) if table.pages[-1] == page]
    begins = [tables[at].block.y0 for at in here if tables[at].pages[0] == page]
    return [at for at in reversed(here[-_MOST_ABREAST:]) if max(begins, default=0.0) < _foot(tables[at])]


def _foot(table: PrintedTable) -> float:
    return table.source.bands[table.bottom].y1


def _continuation(before: PrintedTable, table: PrintedTable) -> PrintedTable | None:
    """The second table read with the columns of the first, where it goes on with it; None for another table."""
    if table.page != before.pages[-1] + 1 or table.figure:
        return None
    if table.caption.table_no is not None and not _repeats(table.caption, before.caption):
        return None
    if table.top > _BANDS_ABOVE or not _ends_page(before):
        return None
    if not _fits(before.columns, table):
        return None
    block, bands = table.block, table.source.bands
    heads = [*before.heads, *bands[block.head_first : block.first]]
    columns = continued(before.columns, block, bands[block.first : block.last + 1], heads)
    again = printed_table(block, table.source, columns)
    if again.matrix.n_cols != before.matrix.n_cols:
        return None
    if again.matrix.n_heads and _head_texts(again.matrix) != _head_texts(before.matrix):
        return None
    return again


def _repeats(caption: Caption, before: Caption) -> bool:
    """True for the caption of the page before printed again: ``Tabel 3: Pladser (fortsat)``."""
    if caption.table_no != before.table_no:
        return False
    title = (caption.title or "").casefold()
    return not title or "fortsat" in title or title == (before.title or "").casefold()


def _ends_page(table: PrintedTable) -> bool:
    """True where nothing but notes and the foot of the page stand below the table."""
    below = table.source.bands[table.bottom + 1 :]
    size = table.source.bands[table.bottom].size
    return len(below) <= _BANDS_BELOW and all(
        band.y0 > _FOOT * table.source.height or is_note(band.text) or band.size < 0.9 * size for band in below
    )


def _fits(columns: Columns, table: PrintedTable) -> bool:
    """True where every value of the table stands in a column of values of the table before."""
    block = table.block
    for band in table.source.bands[block.first : block.last + 1]:
        for chunk in band.values:
            column = columns.columns[columns.at(chunk.centre)]
            aligned = min(
                abs(chunk.x1 - column.x1),
                abs(chunk.x0 - column.x0),
                abs(chunk.centre - (column.x0 + column.x1) / 2),
            )
            if column.kind != "data" or (aligned > _NEAR_COLUMN and not column.x0 <= chunk.centre <= column.x1):
                return False
    return True


def _head_texts(matrix: Matrix) -> set[tuple[int, str]]:
    return {(cell.col, cell.text.casefold()) for cell in matrix.cells if cell.row < (matrix.n_heads or 0)}


def _appended(before: PrintedTable, table: PrintedTable) -> PrintedTable:
    """The rows of the second table below those of the first; its repeated heads are left out."""
    heads = table.matrix.n_heads or 0
    offset = before.matrix.n_rows - heads
    cells: list[PrintedCell] = list(before.matrix.cells)
    cells += [replace(cell, row=cell.row + offset) for cell in table.matrix.cells if cell.row >= heads]
    matrix = replace(before.matrix, n_rows=offset + table.matrix.n_rows, cells=cells)
    return replace(
        before,
        matrix=matrix,
        bottom=table.bottom,
        source=table.source,
        pages=[*before.pages, table.page],
        note=table.note or before.note,
    )
