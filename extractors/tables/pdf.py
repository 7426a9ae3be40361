"""Tables of a PDF: pages to bands, bands to blocks, blocks to printed tables, those to grids, joined over pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import regex

from extractors.tables.blocks import find_blocks
from extractors.tables.edges import edges_of
from extractors.tables.grid import Grid
from extractors.tables.headers import grids_of
from extractors.tables.impostors import is_contents
from extractors.tables.judgement import confidence_of, refusal
from extractors.tables.matrix import Matrix, PrintedCell
from extractors.tables.printed import PrintedTable, printed_table
from extractors.tables.words import bands_of, turned_lines, upright_words
from schemas.document import Page, union
from schemas.packet import Packet
from schemas.records import Finding

_VALUE = regex.compile(r"(?:^|\s{2,})[-–−+(]?(?:kr\.\s?)?\d[\d.,]*")
_FEWEST_LINES = 2
_NEAR_COLUMN = 8.0
_WORTH_TELLING = 6
"""Fewer numbers than this are left out without a finding: a phone number, a page number, a date."""


def find_pdf_tables(packet: Packet) -> tuple[list[Grid], list[Finding]]:
    """All tables of numbers of a PDF, and one finding for each region of numbers that was refused."""
    skipped = set(packet.furniture)
    for span in packet.contents:
        skipped.update(range(span.first, span.last + 1))
    tables: list[PrintedTable] = []
    for page in packet.document.pages:
        tables += page_tables(page, skipped)
    grids: list[Grid] = []
    refused: list[tuple[PrintedTable, str]] = []
    for table in _joined(tables):
        found = grids_of(table.matrix, "ruled" if table.columns.drawn else "words")
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
        if not accepted:
            refused.append((table, reason))
    return grids, list(_refusals(refused))


def page_tables(page: Page, skipped: set[int]) -> list[PrintedTable]:
    """The printed tables of one page; nothing is looked at where no column of numbers can be."""
    candidates = sum(1 for line in page.lines if line.index not in skipped and _VALUE.search(line.text))
    if candidates < _FEWEST_LINES:
        return []
    bands = bands_of(upright_words(page, skipped))
    turned = turned_lines(page, skipped)
    edges = edges_of(page)
    return [printed_table(block, bands, turned, edges, page.number) for block in find_blocks(bands, edges, turned)]


def _describe(grid: Grid, table: PrintedTable, *, first: bool) -> None:
    grid.caption, grid.table_no, grid.unit = table.caption.title, table.caption.table_no, table.caption.unit
    grid.note = table.note
    if first and table.caption_line is not None:
        grid.first_line = table.caption_line


def _refusals(refused: list[tuple[PrintedTable, str]]) -> Iterator[Finding]:
    """One finding a page for the numbers that were refused, where there are enough to speak of."""
    for page, group in groupby(refused, key=lambda entry: entry[0].page):
        entries = list(group)
        numbers = [cell for table, _ in entries for cell in table.matrix.cells if cell.kind in ("number", "year")]
        if len(numbers) < _WORTH_TELLING:
            continue
        reason = max(entries, key=lambda entry: len(entry[0].matrix.cells))[1]
        yield Finding(
            rule="table_refused",
            severity="info",
            message=f"{len(numbers)} numbers on page {page} were not read as a table: {reason}",
            page=page,
            bbox=union(cell.box for cell in numbers if cell.box is not None),
        )


# --- tables over several pages ----------------------------------------------------------------------------


def _joined(tables: list[PrintedTable]) -> list[PrintedTable]:
    """Joins a table that begins a page without a caption to the one that ended the page before."""
    result: list[PrintedTable] = []
    for table in tables:
        mapping = _continues(result[-1], table) if result else None
        if mapping is None:
            result.append(table)
        else:
            result[-1] = _appended(result[-1], table, mapping)
    return result


def _continues(before: PrintedTable, table: PrintedTable) -> list[int] | None:
    """For each column of the second table the column of the first it goes on with; None where it is another table."""
    if table.page != before.pages[-1] + 1 or table.caption.table_no is not None or table.figure:
        return None
    if table.top > 2 or before.n_bands - 1 - before.bottom > 3:
        return None
    shift_before = before.matrix.n_cols - len(before.columns.columns)
    shift = table.matrix.n_cols - len(table.columns.columns)
    if shift != shift_before:
        return None
    mapping = []
    for column in table.columns.columns:
        near = [
            number
            for number, other in enumerate(before.columns.columns)
            if other.kind == column.kind
            and (abs(other.x1 - column.x1) <= _NEAR_COLUMN or abs(other.x0 - column.x0) <= _NEAR_COLUMN
                 or min(other.right, column.right) - max(other.left, column.left)
                 > 0.7 * min(other.right - other.left, column.right - column.left))
        ]  # fmt: skip
        free = [number for number in near if number not in mapping]
        if not free:
            return None
        mapping.append(min(free, key=lambda n: abs(before.columns.columns[n].x1 - column.x1)))
    if mapping != sorted(mapping):
        return None
    if table.matrix.n_heads and _head_texts(table.matrix, mapping) != _head_texts(before.matrix, None):
        return None
    return [number + shift for number in ([-shift] * shift + mapping)] if shift else mapping


def _head_texts(matrix: Matrix, mapping: list[int] | None) -> set[tuple[int, str]]:
    n_heads = matrix.n_heads or 0
    return {
        (mapping[cell.col] if mapping is not None and cell.col < len(mapping) else cell.col, cell.text.casefold())
        for cell in matrix.cells
        if cell.row < n_heads
    }


def _appended(before: PrintedTable, table: PrintedTable, mapping: list[int]) -> PrintedTable:
    """The rows of the second table below those of the first; its repeated heads are left out."""
    heads = table.matrix.n_heads or 0
    offset = before.matrix.n_rows - heads
    cells: list[PrintedCell] = list(before.matrix.cells)
    for cell in table.matrix.cells:
        if cell.row < heads:
            continue
        col = mapping[cell.col] if cell.col < len(mapping) else cell.col
        cells.append(replace(cell, row=cell.row + offset, col=col))
    matrix = replace(before.matrix, n_rows=offset + table.matrix.n_rows, cells=cells)
    return replace(
        before,
        matrix=matrix,
        bottom=table.bottom,
        n_bands=table.n_bands,
        pages=[*before.pages, table.page],
        note=table.note or before.note,
    )

