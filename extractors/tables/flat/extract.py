"""Tables of documents that are flattened text: only lines are left, no rules and no places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import partial

from extractors.tables.captions import told_unit
from extractors.tables.faults import Faults, kept
from extractors.tables.flat.broken import with_measures_joined, with_text_made
from extractors.tables.flat.captions import note_below
from extractors.tables.flat.columns import Placed
from extractors.tables.flat.dated import dated_columns, told_apart
from extractors.tables.flat.draft import Draft
from extractors.tables.flat.glued_heads import with_heads_unglued
from extractors.tables.flat.lines import Item, read_items
from extractors.tables.flat.lists import find_lists
from extractors.tables.flat.numbered import (
    with_labels_numbered,
    with_numbers_named,
    with_sizes_named,
    with_years_named,
)
from extractors.tables.flat.pages import join_pages
from extractors.tables.flat.panels import find_panels
from extractors.tables.flat.prose import find_prose_tables
from extractors.tables.flat.regions import find_regions
from extractors.tables.flat.repeats import without_heads_again
from extractors.tables.flat.stacked import find_stacked
from extractors.tables.flat.steps import join_steps
from extractors.tables.flat.tables import read_region
from extractors.tables.flat.tails import without_tails
from extractors.tables.flat.units import column_units, named_unit, row_unit, title_unit
from extractors.tables.grid import Grid, GridCell
from extractors.tables.labels import is_count, measure_alone
from extractors.text.vocabulary import Vocabulary, vocabulary
from schemas.packet import Packet
from schemas.records import Finding, place
from schemas.wording import counted

_TOLD = re.compile(r"(?:19|20)\d\d")
"""A year in a head: what stands below it is counted."""
_FEWEST_VALUES = 6
_FEWEST_ROWS = 3
_REFUSED = "its values cannot be tied to rows and columns; no observation was taken from it"
_UNLABELLED = "{} rows have no label; no observation was taken from them"
_UNPLACED = "some rows have blank cells that nothing places; only values whose column is certain were taken"


def find_flat_tables(packet: Packet, faults: Faults | None = None) -> tuple[list[Grid], list[Finding]]:
    """All tables of a text packet as grids in order, and findings: ``table_refused`` for a region of numbers that
    looks like a table and cannot be decided, ``cells_unplaced`` for a table that was read in part. ``faults`` takes
    what goes wrong over one of them."""
    words = vocabulary(packet.document)
    printed = with_text_made(with_heads_unglued(read_items(packet), words))
    stacked = kept(faults, 0, len(packet.lines) - 1, partial(find_stacked, printed, words)) or []
    items = with_years_named(with_sizes_named(with_numbers_named(join_steps(printed))))
    items = without_heads_again(without_tails(without_heads_again(items)))
    items = with_labels_numbered(with_measures_joined(items))
    described = [*stacked, *find_prose_tables(items, words), *find_panels(items, words)]
    drafts = join_pages(_read_all(items, words, faults), items, words)
    drafts = [draft for draft in drafts if not any(_overlap(draft, other) for other in described)]
    drafts = sorted([*drafts, *described], key=lambda draft: (draft.first, draft.last))
    lines = [item.index for item in items]
    grids: list[Grid] = []
    findings: list[Finding] = []
    for draft in drafts:
        alike = draft.head is not None and draft.head.repeats_units
        if draft.accepted and not alike and not _groups_are_cells(draft, packet):
            grid = kept(faults, draft.first, draft.last, partial(to_grid, draft, packet))
            if grid is None:
                continue
            grid.note = note_below(items, bisect_right(lines, draft.last), words)
            if any(not cell.is_header for cell in grid.cells):
                grids.append(grid)
            if draft.partial:
                findings.append(_finding(draft, packet, "cells_unplaced", _UNPLACED))
            if unlabelled := sum(path is None for path in draft.paths):
                findings.append(_finding(draft, packet, "cells_unplaced", _UNLABELLED.format(unlabelled)))
        elif draft.accepted or _worth_a_word(draft):
            findings.append(_finding(draft, packet, "table_refused", _REFUSED))
    covered = [(grid.first_line, grid.last_line) for grid in grids]
    grids += [grid for grid in find_lists(items, words) if not _overlaps(grid, covered)]
    grids.sort(key=lambda grid: (grid.first_line, grid.last_line))
    return grids, findings


def _overlap(a: Draft, b: Draft) -> bool:
    return a.first <= b.last and b.first <= a.last


def _overlaps(grid: Grid, covered: Sequence[tuple[int, int]]) -> bool:
    lines = {cell.line for cell in grid.cells if not cell.is_header}
    return any(first <= line <= last for line in lines for first, last in covered)


def _read_all(items: Sequence[Item], words: Vocabulary, faults: Faults | None) -> list[Draft]:
    drafts: list[Draft] = []
    floor = 0
    for region in find_regions(items):
        first, last = items[region.first].index, items[region.last].last
        found = kept(faults, first, last, partial(read_region, items, region, floor, words)) or []
        drafts += found
        if any(draft.accepted for draft in found):
            floor = region.last + 1
    return drafts


def _groups_are_cells(draft: Draft, packet: Packet) -> bool:
    """True where a line over rows holds as many texts far from each other as there are columns, and rows have no
    label: cards side by side, each with a name, a number below it and a remark. So are numbers below each other
    where most have a name above and a remark below, each on a line of its own."""
    if draft.columns == 1 and all(row.text_label and row.label_line < row.pieces[0].line for row in draft.rows):
        return 2 * sum(bool(row.groups) for row in draft.rows[1:]) >= len(draft.rows)
    bare = any(not row.label for row in draft.rows) or any(
        row.text_label and row.label_line < row.pieces[0].line for row in draft.rows
    )
    lines = {line for row in draft.rows for line in (*(at for _, at in row.groups), row.label_line)}
    return (
        bare
        and draft.columns > 1
        and any(
            len(_WHITE.split(packet.lines[line].text.strip())) >= draft.columns for line in lines - _valued(draft)
        )
    )


def _valued(draft: Draft) -> set[int]:
    return {line for row in draft.rows for _, line in row.atoms}


_WHITE = re.compile(r"\s{3,}")


def _worth_a_word(draft: Draft) -> bool:
    captioned = draft.caption is not None and draft.caption.table_no is not None
    return (draft.values >= _FEWEST_VALUES and len(draft.rows) >= _FEWEST_ROWS and draft.columns > 1) or (
        captioned and draft.values > 1
    )


def _finding(draft: Draft, packet: Packet, rule: str, why: str) -> Finding:
    name = ""
    if draft.caption is not None:
        name = " ".join(part for part in (draft.caption.table_no, draft.caption.title) if part)
    line = packet.lines[draft.first]
    what = f"«{name}»" if name else counted(len(draft.rows), "line of numbers", "lines of numbers")
    return Finding(
        rule=rule,
        severity="warning",
        message=f"{what}: {why}",
        **place(line, paged=packet.document.paged),
    )


def to_grid(draft: Draft, packet: Packet) -> Grid:
    """A draft as rows and columns: column 0 holds the labels, the first rows the heads."""
    head = draft.head
    empty: tuple[str, ...] = ()
    paths = head.full_paths if head is not None else [empty] * draft.columns
    depth = max((len(path) for path in paths), default=0)
    cells: list[GridCell] = []
    if head is not None and head.items:
        line = head.items[0]
        for level in range(depth):
            for column, heads in enumerate(paths):
                if level < len(heads):
                    cells.append(GridCell(level, column + 1, heads[level], line.index, line.page, is_header=True))
        if head.labels:
            cells.append(GridCell(0, 0, " ".join(head.labels), line.index, line.page, is_header=True))
    row_paths: list[tuple[str, ...]] = [() for _ in range(depth)]
    row_units: dict[int, str] = {}
    totals = []
    number = depth
    shown = [row for row, path in zip(draft.placed, draft.paths, strict=True) if path is not None]
    dated = dated_columns(draft.placed, draft.columns) | _years_beside(shown, paths)
    named = told_apart(draft.paths, draft.placed, dated)
    for row, placed, path, labels in zip(draft.rows, draft.placed, draft.paths, named, strict=True):
        if placed is None or path is None:
            continue
        row_paths.append(labels)
        if (found := row.unit or row_unit(path.path[-1])) is not None:
            row_units[number] = found
        cells.append(GridCell(number, 0, labels[-1], row.label_line, row.page, is_header=True))
        for column, cell in enumerate(placed):
            if cell is not None:
                atom, line_index = cell
                page = packet.lines[line_index].page
                cells.append(GridCell(number, column + 1, atom.text, line_index, page))
        if path.total:
            totals.append(number)
        number += 1
    caption = draft.caption
    title = caption.title if caption is not None else head.labels[-1] if head is not None and head.labels else None
    unit = title_unit(title, shown, draft.columns)
    if unit is None and head is not None and head.labels:
        unit = next((found for label in head.labels if (found := named_unit(label)) is not None), None)
        unit = unit or measure_alone(head.labels[-1], [leaf for leaf in head.leaves if leaf])
    unit = unit or told_unit(packet.lines, draft.first)
    units = column_units(paths, shown, unit, title) | (head.units if head is not None else {})
    return Grid(
        cells=cells,
        n_rows=number,
        n_cols=draft.columns + 1,
        col_paths=[tuple(head.labels[-1:]) if head is not None else (), *paths],
        row_paths=row_paths,
        data_cols=[column + 1 for column in range(draft.columns) if column not in dated],
        method="text",
        first_line=draft.first,
        last_line=draft.last,
        caption=title,
        table_no=caption.table_no if caption is not None else None,
        unit=unit,
        confidence=round(min(0.99, 0.6 + 0.05 * draft.evidence) * (0.9 if draft.partial else 1.0), 2),
        col_units={column + 1: found for column, found in units.items()},
        row_units=row_units,
        total_rows=frozenset(totals),
        stacked=draft.stacked,
        total_cols=frozenset({draft.total_column + 1} if draft.total_column is not None else ()),
    )


def _years_beside(rows: Sequence[Placed | None], paths: Sequence[tuple[str, ...]]) -> set[int]:
    """Columns that tell in which year something is (``Færdig``): bare years below a head that counts nothing,
    beside columns of other values."""
    columns = set()
    for column, path in enumerate(paths):
        cells = [cell[0] for row in rows if row is not None and (cell := row[column]) is not None]
        named = bool(path) and not any(is_count(head) or named_unit(head) for head in path)
        if named and len(cells) > 1 and all(atom.is_year for atom in cells) and not _TOLD.search(" ".join(path)):
            columns.add(column)
    return columns if len(columns) < len(paths) else set()
