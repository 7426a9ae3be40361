"""From the grid to rows of the warehouse: the table, its cells, one observation a number, and what does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from operator import attrgetter

import regex

from extractors.language.numbers import DASHES, Number
from extractors.tables.bounded import bounded_numbers
from extractors.tables.brackets import in_brackets, settled, without_years
from extractors.tables.faults import Faults, kept
from extractors.tables.grid import Grid, GridCell
from extractors.tables.labels import is_count, is_total, year_of
from extractors.tables.numbers_apart import numbered_paths
from extractors.tables.rowpaths import code_and_name
from extractors.tables.sums import Mismatch, SumReport, check_sums
from extractors.tables.words import numbers_of
from schemas.document import Line
from schemas.packet import Packet
from schemas.places import Municipality, find_municipality, find_region, municipality_by_code
from schemas.records import Cell, Finding, Observation, Record, Table, place
from schemas.units import is_of_measure
from schemas.wording import counted

SEPARATOR = " / "
"""Joins the labels of a path."""

UNLABELLED_TOTAL = "(i alt)"
"""Stands for the label of a row without one that adds up the rows above it."""

PROVED_BONUS = 0.5
"""What sums that hold take away of the doubt about a cell."""

UNDECIDED_COMMA = 0.6
"""Confidence of a value whose comma may group thousands while no sum decides."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The numbers of a grid by row and column, their units, and what its sums prove.

    ``misgrouped`` are cells with a point too few or too many (``1.250000``), read as the sums prove them.
    ``negative`` tells whether numbers in brackets are below zero, None where nothing tells.
    """

    grid: Grid
    numbers: dict[tuple[int, int], list[Number]]
    units: dict[tuple[int, int], str | None]
    sums: SumReport
    misgrouped: tuple[tuple[int, int], ...] = ()
    negative: bool | None = False


def read_grid(grid: Grid, thousands: bool | None = None, negative: bool | None = None) -> Reading:
    """Parses the cells of a grid and checks its sums; ``thousands`` as in :func:`check_sums`, ``negative`` as
    ``elsewhere`` in :func:`settled`."""
    numbers = {
        (cell.row, cell.col): found
        for cell in grid.cells
        if cell.col in grid.data_cols and not cell.is_header and (found := list(numbers_of(cell.text)))
    }
    numbers = without_years(numbers)
    units = {at: _unit(grid, found[0], *at) for at, found in numbers.items()}
    misgrouped = []
    for cell in _misgrouped(grid):
        at = cell.row, cell.col
        digits = "".join(char for char in cell.text if char.isdecimal())
        sign = -1 if cell.text[0] in DASHES else 1
        tried = {**numbers, at: [Number(sign * Decimal(digits), None, cell.text, grouped=True)]}
        tried_units = {**units, at: grid.col_units.get(cell.col, grid.unit)}
        proof = check_sums(grid, {place: found[0] for place, found in tried.items()}, tried_units, thousands)
        if at in proof.proved:
            numbers, units = tried, tried_units
            misgrouped.append(at)
    numbers, negative = settled(grid, numbers, units, thousands, negative)
    sums = check_sums(grid, {at: found[0] for at, found in numbers.items()}, units, thousands)
    return Reading(grid, numbers | bounded_numbers(grid, numbers), units, sums, tuple(misgrouped), negative)


_MISGROUPED = regex.compile(r"[-–−]?\d{1,9}(?:\.\d{1,9}){1,4}")
_MOST_MISGROUPED = 4


def _misgrouped(grid: Grid) -> list[GridCell]:
    """The few cells of a grid that hold digits and points in no Danish order; of more than a few, none."""
    found = [
        cell
        for cell in grid.cells
        if cell.col in grid.data_cols
        and not cell.is_header
        and _MISGROUPED.fullmatch(cell.text.strip()) is not None
        and not numbers_of(cell.text)
    ]
    return found if len(found) <= _MOST_MISGROUPED else []


def read_grids(grids: Sequence[Grid], faults: Faults | None = None) -> list[Reading]:
    """Reads all grids of a document but those that fail. Where some prove that commas group thousands and none
    the contrary, the others are read so as well, and so are undecided amounts in 1.000 kr.: nobody prints three
    decimals of them. Brackets that are a minus in one of them are one in all."""
    tried = [kept(faults, grid.first_line, grid.last_line, partial(read_grid, grid)) for grid in grids]
    readings = [reading for reading in tried if reading is not None]
    if any(reading.negative for reading in readings):
        readings = [r if r.negative is not None else _again(r, faults, negative=True) for r in readings]
    proved = {reading.sums.thousands for reading in readings} - {None}
    result = []
    for reading in readings:
        undecided = reading.sums.thousands is None and any(n[0].ambiguous_comma for n in reading.numbers.values())
        if undecided and (proved == {True} or (not proved and reading.grid.unit == "1.000 kr.")):
            reading = _again(reading, faults, thousands=True, negative=reading.negative)
        result.append(reading)
    return result


def _again(
    reading: Reading, faults: Faults | None, thousands: bool | None = None, negative: bool | None = None
) -> Reading:
    """The grid read once more with what others tell; as it was where that fails."""
    grid = reading.grid
    read = partial(read_grid, grid, thousands, negative)
    return kept(faults, grid.first_line, grid.last_line, read) or reading


def grid_records(grid: Grid, packet: Packet, table_id: str, reading: Reading | None = None) -> list[Record]:
    """Table, Cell and Observation rows of a grid, and Findings about sums, commas and municipality codes.

    Values are as printed in their unit; a cell with two numbers gives two observations. Blank cells in a column
    of values give none, dashes one without a value. ``reading`` is what :func:`read_grids` made of the grid.
    """
    reading = reading or read_grids([grid])[0]
    cells = {(cell.row, cell.col): cell for cell in grid.cells}
    parsed, report = reading.numbers, reading.sums
    item_no, attachment_no = owner(packet, grid.first_line)
    records: list[Record] = [_table(grid, packet, table_id, item_no, attachment_no)]
    records += _cells(grid, packet, table_id)
    places = _Places(grid)
    years = _Years(grid)
    numbered = {row: SEPARATOR.join(path) for row, path in numbered_paths(grid).items()}
    undecided = 0
    for at in sorted(parsed):
        cell = cells[at]
        for number_at, number in enumerate(parsed[at]):
            observation = _observation(grid, packet, cell, number, number_at, report, places, years)
            if number.bracketed and reading.negative is None:
                observation.confidence = min(observation.confidence, UNDECIDED_COMMA)
            observation.table_id, observation.item_no, observation.attachment_no = table_id, item_no, attachment_no
            observation.row_label = numbered.get(cell.row, observation.row_label)
            undecided += number.ambiguous_comma and report.thousands is None
            records.append(observation)
    records += _findings(grid, packet, table_id, reading, cells, undecided)
    records += places.findings(packet, table_id, cells)
    return records


def owner(packet: Packet, line: int) -> tuple[str | None, str | None]:
    """Item and attachment numbers at a line."""
    attachment = packet.attachment_at(line)
    item = packet.item_at(line)
    item_no = item.item_no if item is not None else attachment.item_no if attachment is not None else None
    return item_no, (attachment.attachment_no or None) if attachment is not None else None


def _line(packet: Packet, index: int) -> Line:
    return packet.lines[index]


def _table(grid: Grid, packet: Packet, table_id: str, item_no: str | None, attachment_no: str | None) -> Table:
    first, last = _line(packet, grid.first_line), _line(packet, grid.last_line)
    pages = {cell.page for cell in grid.cells} or {first.page}
    paged = packet.document.paged
    boxes = [cell.box for cell in grid.cells if cell.box is not None and cell.page == min(pages)]
    box = None
    if boxes:
        box = boxes[0]._replace(
            x0=min(b.x0 for b in boxes), y0=min(b.y0 for b in boxes),
            x1=max(b.x1 for b in boxes), y1=max(b.y1 for b in boxes),
        )  # fmt: skip
    return Table(
        table_id=table_id,
        item_no=item_no,
        attachment_no=attachment_no,
        table_no=grid.table_no,
        caption=grid.caption,
        unit=grid.unit,
        note=grid.note,
        method=grid.method,
        n_rows=grid.n_rows,
        n_cols=grid.n_cols,
        page_first=min(pages) if paged else None,
        page_last=max(pages) if paged else None,
        line_first=first.number,
        line_last=last.number,
        confidence=round(grid.confidence, 3),
        **place(first, paged=paged, box=box),
    )


def _cells(grid: Grid, packet: Packet, table_id: str) -> list[Cell]:
    """The cells, row by row."""
    lines, paged, confidence = packet.lines, packet.document.paged, round(grid.confidence, 3)
    return [
        Cell(
            table_id=table_id,
            row=cell.row,
            col=cell.col,
            text=cell.text,
            row_span=cell.row_span,
            col_span=cell.col_span,
            is_header=cell.is_header,
            confidence=confidence,
            page=line.page if paged else None,
            line=line.number,
            bbox=cell.box or line.box,
        )
        for cell in sorted(grid.cells, key=attrgetter("row", "col"))
        for line in (lines[cell.line],)
    ]


def _unit(grid: Grid, number: Number, row: int, col: int) -> str | None:
    """The unit in the cell, else of the row, the column, the table, the nearest first."""
    if number.unit is not None:
        return number.unit
    if unit := grid.row_units.get(row):
        return unit
    if unit := grid.col_units.get(col):
        return unit
    if is_of_measure(grid.unit) and any(map(is_count, grid.col_paths[col])):
        return None
    return grid.unit


def _observation(
    grid: Grid,
    packet: Packet,
    cell: GridCell,
    number: Number,
    number_at: int,
    report: SumReport,
    places: _Places,
    years: _Years,
) -> Observation:
    row, col = cell.row, cell.col
    row_path, col_path = grid.row_paths[row], grid.col_paths[col]
    if not row_path and row in report.total_rows:
        row_path = (UNLABELLED_TOTAL,)
    value = number.as_thousands if report.thousands else number.value
    unit = _unit(grid, number, row, col)
    if number_at:
        unit = number.unit
        col_path = (*col_path, unit or "i parentes")
    is_sum = row in grid.total_rows or row in report.total_rows or col in grid.total_cols
    confidence = grid.confidence
    if (row, col) in report.proved and not number_at:
        confidence += (1 - confidence) * PROVED_BONUS
    if number.ambiguous_comma and report.thousands is None:
        confidence = min(confidence, UNDECIDED_COMMA)
    municipality, region_code = places.of(row, col)
    line = packet.lines[cell.line]
    return Observation(
        caption=grid.caption,
        row_label=SEPARATOR.join(row_path),
        col_label=SEPARATOR.join(col_path),
        row=row,
        col=col,
        value=_exact(value),
        value_text=cell.text if number_at == 0 and len(numbers_of(cell.text)) < 2 else number.text,
        unit=unit,
        year=number.year or years.of(row, col),
        municipality_code=municipality,
        region_code=region_code,
        is_total=is_sum,
        confidence=round(confidence, 3),
        page=line.page if packet.document.paged else None,
        line=line.number,
        bbox=cell.box or line.box,
    )


def _exact(value: Decimal | None) -> Decimal | None:
    return None if value is None else value if value else abs(value)


class _Years:
    """The years that the labels of rows and columns name, the innermost first, else the caption."""

    def __init__(self, grid: Grid) -> None:
        self._cols = [self._year(path) for path in grid.col_paths]
        self._rows = [self._year(path) for path in grid.row_paths]
        self._caption = year_of(grid.caption or "") or None

    @staticmethod
    def _year(path: Sequence[str]) -> int | None:
        return next(filter(None, map(year_of, reversed(path))), None)

    def of(self, row: int, col: int) -> int | None:
        """The year that an observation is of."""
        return self._cols[col] or self._rows[row] or self._caption


def _findings(
    grid: Grid,
    packet: Packet,
    table_id: str,
    reading: Reading,
    cells: dict[tuple[int, int], GridCell],
    undecided: int,
) -> Iterable[Finding]:
    for at in reading.misgrouped:
        cell, number = cells[at], reading.numbers[at][0]
        yield Finding(
            rule="number_misgrouped",
            severity="info",
            message=f"«{cell.text}» is read as {number.value}: the sums of its row or column prove it",
            table_id=table_id,
            **place(_line(packet, cell.line), paged=packet.document.paged, box=cell.box),
        )
    for mismatch in reading.sums.mismatches:
        yield _mismatch(grid, packet, table_id, mismatch, cells[mismatch.row, mismatch.col])
    unread = [
        cell
        for cell in grid.cells
        if not cell.is_header
        and cell.col in grid.data_cols
        and grid.row_paths[cell.row]
        and any(char.isdecimal() for char in cell.text)
        and (cell.row, cell.col) not in reading.numbers
    ]
    if unread:
        shown = ", ".join(f"«{cell.text[:40]}»" for cell in unread[:3])
        yield Finding(
            rule="cell_not_read",
            severity="info",
            message=f"{counted(len(unread), 'cell among the numbers holds', 'cells among the numbers hold')}"
            f" more than a number, no observation: {shown}",
            table_id=table_id,
            **place(_line(packet, unread[0].line), paged=packet.document.paged, box=unread[0].box),
        )
    if reading.negative is None and (doubtful := in_brackets(reading.numbers)):
        cell = cells[doubtful[0]]
        below = any(number.value is not None and number.value < 0 for number in reading.numbers[doubtful[0]])
        read = "below zero as amounts of money are" if below else "as printed"
        yield Finding(
            rule="ambiguous_brackets",
            severity="info",
            message=f"{counted(len(doubtful), 'number stands', 'numbers stand')} in brackets, read {read}:"
            " no sum tells what is below zero",
            table_id=table_id,
            **place(_line(packet, cell.line), paged=packet.document.paged, box=cell.box),
        )
    if undecided:
        yield Finding(
            rule="ambiguous_comma",
            severity="info",
            message=f"{counted(undecided, 'number has', 'numbers have')} a comma before three digits, read as"
            " decimals: no sum tells whether it groups thousands",
            table_id=table_id,
            **place(_line(packet, grid.first_line), paged=packet.document.paged),
        )


def _mismatch(grid: Grid, packet: Packet, table_id: str, mismatch: Mismatch, cell: GridCell) -> Finding:
    name = SEPARATOR.join(grid.row_paths[mismatch.row]) or "(no label)"
    head = SEPARATOR.join(grid.col_paths[mismatch.col]) or "(no head)"
    return Finding(
        rule="total_mismatch",
        severity="warning",
        message=f"{name} × {head}: printed {_danish(mismatch.actual)}, the {mismatch.kind} give"
        f" {_danish(mismatch.expected)}",
        table_id=table_id,
        expected=f"{mismatch.expected:f}",
        actual=f"{mismatch.actual:f}",
        confidence=0.9,
        **place(_line(packet, cell.line), paged=packet.document.paged, box=cell.box),
    )


def _danish(value: Decimal) -> str:
    whole, _, decimals = f"{value:,f}".partition(".")
    return whole.replace(",", ".") + ("," + decimals if decimals else "")


def _region(path: Sequence[str]) -> str | None:
    """The code of the region that a label names."""
    label = path[-1] if path else ""
    region = find_region(label.removesuffix(" i alt").strip()) if "region" in label.casefold() else None
    return region.code if region is not None else None


class _Places:
    """Municipalities and regions of rows and columns, and codes that disagree with their names."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._mismatched: list[tuple[int, str, str, Municipality, Municipality | None]] = []
        self._rows = [self._municipality(path[-1] if path else "", row) for row, path in enumerate(grid.row_paths)]
        self._cols = [self._municipality(path[-1] if path else "", None) for path in grid.col_paths]
        self._row_regions = [_region(path) for path in grid.row_paths]
        self._col_regions = [_region(path) for path in grid.col_paths]
        if sum(code is not None for code in self._rows) == 1 and not self._spoken_of(grid):
            self._rows = [
                code if code and ("kommune" in path[-1].casefold() or code_and_name(path[-1])) else None
                for code, path in zip(self._rows, grid.row_paths, strict=True)
            ]

    @staticmethod
    def _spoken_of(grid: Grid) -> bool:
        """True where a head or the caption says that the rows are municipalities."""
        heads = [cell.text for cell in grid.cells if cell.is_header and cell.col == 0 and cell.row == 0]
        return "kommune" in " ".join([*heads, grid.caption or ""]).casefold()

    def _municipality(self, label: str, row: int | None) -> str | None:
        coded = code_and_name(label)
        if coded is None:
            found = find_municipality(label) if label and not is_total(label) else None
            return found.code if found is not None else None
        by_code, by_name = municipality_by_code(coded[0]), find_municipality(coded[1])
        if by_code is None:
            return by_name.code if by_name is not None else None
        if by_name is not None and by_name.code != by_code.code and row is not None:
            self._mismatched.append((row, label, coded[1], by_code, by_name))
        return by_code.code if by_name is not None else None

    def of(self, row: int, col: int) -> tuple[str | None, str | None]:
        """Codes of the municipality and the region that an observation is about."""
        code = self._rows[row] or self._cols[col]
        if code is not None:
            return code, None
        return None, self._row_regions[row] or self._col_regions[col]

    def findings(self, packet: Packet, table_id: str, cells: dict[tuple[int, int], GridCell]) -> Iterable[Finding]:
        """One finding for each row whose code belongs to another municipality than its name."""
        for row, label, name, by_code, by_name in self._mismatched:
            cell = next((cells[row, col] for col in range(self._grid.n_cols) if (row, col) in cells), None)
            line = cell.line if cell is not None else self._grid.first_line
            yield Finding(
                rule="name_code_mismatch",
                severity="warning",
                message=f"{label}: {by_code.code} is the code of {by_code.name}, not of {name}",
                table_id=table_id,
                expected=f"{by_name.code} {by_name.name}" if by_name is not None else None,
                actual=label,
                **place(_line(packet, line), paged=packet.document.paged, box=cell.box if cell else None),
            )
