"""All tables of a packet as records, whatever the document is made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from itertools import accumulate

from extractors.tables import apart, untold
from extractors.tables.aligned import find_aligned_tables
from extractors.tables.captions import told_unit
from extractors.tables.cellwise import heads_are_doubtful
from extractors.tables.counted_lists import find_counted_lists
from extractors.tables.drawn.extract import find_drawn_tables
from extractors.tables.facts import grid_records, read_grids
from extractors.tables.faults import Faults
from extractors.tables.flat.extract import find_flat_tables
from extractors.tables.grid import Grid
from extractors.tables.pdf import find_pdf_tables
from extractors.tables.tabs import find_tab_tables
from extractors.tables.trusted import (
    corner_holds_head,
    heads_are_stacked,
    labels_hold_values,
    mixes_heads,
    names_hold_values,
    take_amounts_off_names,
)
from schemas.packet import Packet
from schemas.records import Finding, Record, place

_MIXED = "its heads stand side by side in several lines, and which of them stands over which column cannot be told"

_UNORDERED = (
    "its cells stand on lines of their own, and whether its heads stand in the order of its columns cannot be told"
)

_IN_LABELS = "labels of rows without a first value end in numbers; these were taken for part of the label"
_NOT_TAKEN = "go on with no table that was read; no observation was taken from them"
_FEWEST_LINES = 2


def extract_tables(packet: Packet) -> list[Record]:
    """Tables, cells, observations and findings in the order of the document; tables are named ``t001``, …

    A table that fails is told by a finding ``table_failed`` with its lines (:mod:`extractors.tables.faults`).
    """
    grids, findings = find_tables(packet)
    faults = Faults(packet)
    records: list[Record] = []
    grids = sorted(grids, key=lambda grid: (grid.first_line, grid.last_line))
    for number, reading in enumerate(read_grids(grids, faults), 1):
        grid = reading.grid
        told = partial(grid_records, grid, packet, f"t{number:03d}", reading)
        records += faults.kept(grid.first_line, grid.last_line, told) or ()
    return [*records, *findings, *faults.findings]


def find_tables(packet: Packet) -> tuple[list[Grid], list[Finding]]:
    """The tables of a packet, lists that count things among them, and what was refused. Read once: the stage of
    goals looks at the same tables."""
    known: tuple[list[Grid], list[Finding]] | None = packet.worked_out.get("tables")
    if known is None:
        known = packet.worked_out["tables"] = _found(packet)
    return known


def _found(packet: Packet) -> tuple[list[Grid], list[Finding]]:
    if not packet.lines:
        return [], []
    faults, last = Faults(packet), len(packet.lines) - 1
    grids, findings = faults.kept(0, last, lambda: _read(packet, faults)) or ([], [])
    for grid in grids:
        if grid.unit is None and not grid.col_units:
            grid.unit = told_unit(packet.lines, grid.first_line)
    ranges = sorted((grid.first_line, grid.last_line) for grid in grids)
    firsts = [first for first, _ in ranges]
    ends = list(accumulate((last for _, last in ranges), max))
    lists = [
        grid
        for grid in faults.kept(0, last, lambda: find_counted_lists(packet)) or ()
        if not (at := bisect_right(firsts, grid.last_line)) or ends[at - 1] < grid.first_line
    ]
    findings = [*findings, *faults.findings]
    if packet.document.media_type != "application/pdf":
        findings += faults.kept(0, last, lambda: list(untold.findings_of(packet, [*grids, *lists], findings))) or []
    return [*grids, *lists], findings


def _read(packet: Packet, faults: Faults) -> tuple[list[Grid], list[Finding]]:
    """Tables read from geometry, drawn borders, tabs or flattened text. Where one of these ways fails as a whole,
    the tables of the others are there."""
    document, last = packet.document, len(packet.lines) - 1
    if document.media_type == "application/pdf":
        return find_pdf_tables(packet, faults)
    drawn, refused = faults.kept(0, last, lambda: find_drawn_tables(packet, faults)) or ([], [])
    tabbed = _apart_from(drawn, faults.kept(0, last, lambda: find_tab_tables(packet, faults)) or ())
    if document.tabbed:
        return [*drawn, *tabbed], refused
    flat, findings = faults.kept(0, last, lambda: find_flat_tables(packet, faults)) or ([], [])
    read_so_far = [*drawn, *flat]
    if apart.columns_prevail(packet, apart.unread_runs(packet, read_so_far), read_so_far):
        findings = [finding for finding in findings if finding.rule == apart.RULE]
        findings += [_refused(grid, packet, apart.REASON) for grid in flat]
        flat = []
    findings += refused
    doubtful = [grid for grid in flat if heads_are_doubtful(grid, packet)]
    flat = [grid for grid in flat if grid not in doubtful]
    sure, aligned, unread = faults.kept(0, last, lambda: find_aligned_tables(packet, faults)) or ([], [], [])
    placed = [*drawn, *tabbed, *sure, *(grid for grid in aligned if heads_are_stacked(grid))]
    read = flat
    flat = _apart_from(placed, flat)
    mixed = [g for g in flat if names_hold_values(g) or corner_holds_head(g) or mixes_heads(g, packet)]
    flat = [grid for grid in flat if grid not in mixed]
    others = _apart_from([*placed, *flat], [grid for grid in aligned if not heads_are_stacked(grid)])
    placed += others
    findings += _left_out(packet, [*placed, *flat, *mixed], [*read, *aligned, *unread])
    taken = {packet.lines[line].number for grid in placed for line in range(grid.first_line, grid.last_line + 1)}
    findings += [_refused(grid, packet, _MIXED) for grid in _apart_from(placed, mixed)]
    findings += [_refused(grid, packet, _UNORDERED) for grid in _apart_from(placed, doubtful)]
    findings = [finding for finding in findings if finding.line not in taken]
    kept = [*placed, *flat]
    for grid in placed:
        if labels_hold_values(grid) | take_amounts_off_names(grid):
            findings.append(_told_of_labels(grid, packet))
    return kept, [*findings, *apart.findings_of(apart.unread_runs(packet, kept), packet, findings)]


def _left_out(packet: Packet, kept: Sequence[Grid], grids: Sequence[Grid]) -> list[Finding]:
    """One finding for each table that another one took the place of, where it held rows that the other lacks."""
    told = {cell.line for grid in kept for cell in grid.cells}
    findings = []
    for grid in grids:
        lines = {cell.line for cell in grid.cells if not cell.is_header and cell.col in grid.data_cols} - told
        if len(lines) < _FEWEST_LINES:
            continue
        told |= lines
        name = " ".join(part for part in (grid.table_no, grid.caption) if part)
        findings.append(
            Finding(
                rule="table_refused",
                severity="warning",
                message=f"{len(lines)} lines of numbers{f' of «{name}»' if name else ''} {_NOT_TAKEN}",
                **place(packet.lines[min(lines)], paged=packet.document.paged),
            )
        )
    return findings


def _told_of_labels(grid: Grid, packet: Packet) -> Finding:
    """Says that some labels of a table end in numbers, whose columns nothing tells."""
    name = " ".join(part for part in (grid.table_no, grid.caption) if part)
    return Finding(
        rule="cells_unplaced",
        severity="warning",
        message=f"{f'«{name}»' if name else 'a table'}: {_IN_LABELS}",
        **place(packet.lines[grid.first_line], paged=packet.document.paged),
    )


def _refused(grid: Grid, packet: Packet, why: str) -> Finding:
    name = " ".join(part for part in (grid.table_no, grid.caption) if part)
    what = f"«{name}»" if name else "a table"
    return Finding(
        rule="table_refused",
        severity="warning",
        message=f"{what}: {why}; no observation was taken from it",
        **place(packet.lines[grid.first_line], paged=packet.document.paged),
    )


def _apart_from(taken: Sequence[Grid], grids: Sequence[Grid]) -> list[Grid]:
    """The tables that have no line in common with those that are taken."""
    lines = {cell.line for grid in taken for cell in grid.cells}
    return [grid for grid in grids if not any(cell.line in lines for cell in grid.cells)]
