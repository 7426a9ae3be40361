"""From the printed matrix to the grid: which rows are heads, which columns hold values, and every path."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from extractors.tables.columnroles import REGISTERED, Table, head_text, roles_of
from extractors.tables.grid import Grid, GridCell
from extractors.tables.labels import (
    closing_unit,
    head_unit,
    in_place_of_value,
    is_column_total,
    is_total,
    is_verdict,
    names_measures,
    names_numbers,
)
from extractors.tables.matrix import Matrix, PrintedCell, read_upper_heads
from extractors.tables.panels import split_panels
from extractors.tables.rowpaths import LabelledRow, row_paths
from schemas.places import find_municipality, find_region
from schemas.units import names_unit

_MOST_HEADS = 6
_LETTERED = re.compile(r"[A-ZÆØÅ]{1,3}[-.]?\d{1,4}[a-z]?")
"""A running number behind letters: ``D01``, ``E-12``."""


def grids_of(matrix: Matrix, method: str) -> list[Grid]:
    """The tables of numbers in the matrix: none where no column holds values, several where they stand abreast."""
    if matrix.n_heads is None:
        read_upper_heads(matrix)
    n_heads = matrix.n_heads if matrix.n_heads is not None else count_heads(matrix)
    grids = []
    for panel in split_panels(matrix, n_heads):
        grid = _grid(panel, min(n_heads, panel.n_rows), method)
        if grid is not None:
            grids.append(grid)
    return grids


def count_heads(matrix: Matrix) -> int:
    """How many rows of heads stand above the first row of values."""
    table = matrix.table()
    for row in range(min(matrix.n_rows, _MOST_HEADS + 1)):
        cells = [cell for cell in table[row] if cell is not None]
        if cells and _is_unit_of_labels(cells):
            cells = cells[1:]
        if not cells:
            continue
        if _is_years(cells) or _counts_up(cells):
            continue
        if any(cell.kind != "text" for cell in cells):
            if any(cell.kind == "number" or cell.kind == "dash" for cell in cells) or not _mostly_text(cells):
                return row
            continue
        alone = len(cells) == 1
        if alone and row and cells[0].col == 0 and cells[0].col_span != matrix.n_cols:
            return row
        if alone and row and cells[0].col_span == matrix.n_cols:
            return row
        if row and not alone and not _is_lower_head(matrix, table, row):
            return row
    return min(matrix.n_rows, _MOST_HEADS) if matrix.n_rows > _MOST_HEADS else 0


def _is_unit_of_labels(cells: list[PrintedCell]) -> bool:
    """True where the unit of the table stands over its labels, beside heads: ``1.000 kr. | Budget 2026 | Rest``."""
    first, *others = cells
    return (
        bool(others)
        and first.col == 0
        and names_unit(first.text)
        and all(c.kind in ("text", "year") for c in others)
    )


def _mostly_text(cells: list[PrintedCell]) -> bool:
    """True for a row of heads that holds text and years: ``Ændring | 2024 | 2025``."""
    return sum(cell.kind == "text" for cell in cells) * 2 >= len(cells) or cells[0].kind == "text"


def _is_years(cells: list[PrintedCell]) -> bool:
    """A row of heads that holds different years and nothing else but a label."""
    years = [cell.year for cell in cells if cell.kind == "year"]
    others = [cell for cell in cells if cell.kind not in ("year", "text")]
    return (
        bool(years)
        and not others
        and (len(set(years)) >= max(1, len(years) - 1) or _recurs(years))
        and all(abs(a - b) <= 10 for a, b in itertools.pairwise(years))
    )


def _recurs(years: list[int]) -> bool:
    """True where the same years stand under every head of the row above: ``2022 2023 2022 2023``."""
    step = len(set(years))
    return step >= 2 and len(years) % step == 0 and years == years[:step] * (len(years) // step)


def _counts_up(cells: list[PrintedCell]) -> bool:
    """A row of heads that numbers its columns: 1, 2, 3, …"""
    numbers = [cell.text for cell in cells if cell.kind == "number"]
    return (
        len(numbers) >= 3 and numbers == [str(n) for n in range(int(numbers[0]), int(numbers[0]) + len(numbers))]
        if (numbers and numbers[0] in ("0", "1"))
        else False
    )


def _is_lower_head(matrix: Matrix, table: Table, row: int) -> bool:
    """True where a second row of text is a head: under a spanning head, or where one of both rows has no label."""
    above = [cell for line in table[:row] for cell in line if cell is not None]
    if not above:
        return True
    if any(cell.col_span > 1 and cell.row + cell.row_span <= row for cell in above):
        return True
    if any(cell.row < row < cell.row + cell.row_span for cell in above):
        return True
    return table[row][0] is None or all(line[0] is None for line in table[:row])


def _grid(matrix: Matrix, n_heads: int, method: str) -> Grid | None:
    table = matrix.table()
    repeated = _repeated_heads(table, n_heads)
    body = [row for row in range(n_heads, matrix.n_rows) if row not in repeated]
    label_cols, data_cols = roles_of(table, body, n_heads, matrix.n_cols)
    if not data_cols or not body:
        return None
    rows = [_labelled(table, row, label_cols, data_cols, matrix.n_cols) for row in body]
    key_cols = _key_columns(rows, table, n_heads, label_cols)
    apart = frozenset(i for i, col in enumerate(label_cols) if i in key_cols and _is_named(table, n_heads, col))
    codes = _code_positions(rows)
    for row in rows:
        labels = [label if i in key_cols else None for i, label in enumerate(row.labels)]
        row.labels = _joined_codes(labels, codes, apart)
    paths = row_paths(rows)
    col_paths = _col_paths(matrix, table, n_heads, data_cols)
    grid = Grid(
        cells=[_grid_cell(cell, n_heads, repeated, label_cols) for cell in matrix.cells if cell.kind != "blank"],
        n_rows=matrix.n_rows,
        n_cols=matrix.n_cols,
        col_paths=col_paths,
        row_paths=[paths.get(row, ()) for row in range(matrix.n_rows)],
        data_cols=data_cols,
        method=method,
        first_line=min((cell.line for cell in matrix.cells), default=0),
        last_line=max((cell.line for cell in matrix.cells), default=0),
    )
    grid.col_units = {col: unit for col in data_cols if (unit := head_unit(col_paths[col]))}
    grid.row_units = {row: unit for row, path in enumerate(grid.row_paths) if (unit := _row_unit(path))}
    grid.total_rows = frozenset(row for row in paths if paths[row] and is_total(paths[row][-1]))
    grid.total_cols = frozenset(col for col in data_cols if col_paths[col] and is_column_total(col_paths[col][-1]))
    return grid


def _row_unit(path: tuple[str, ...]) -> str | None:
    return next((unit for label in reversed(path) if (unit := closing_unit(label))), None)


def _repeated_heads(table: Table, n_heads: int) -> frozenset[int]:
    """Rows of the body that print the heads again, and rows of years without a label."""
    heads = {tuple(cell.text if cell else "" for cell in row[1:]) for row in table[:n_heads]} - {()}
    result = set()
    for number, row in enumerate(table[n_heads:], n_heads):
        cells = [cell for cell in row if cell is not None]
        texts = tuple(cell.text if cell else "" for cell in row[1:])
        if (
            any(texts)
            and texts in heads
            and (row[0] is None or any(row[0].text == (h[0].text if h[0] else "") for h in table[:n_heads]))
        ) or (len(cells) >= 2 and all(cell.kind == "year" for cell in cells) and row[0] is None):
            result.add(number)
    return frozenset(result)


def _labelled(table: Table, row: int, label_cols: list[int], data_cols: list[int], n_cols: int) -> LabelledRow:
    cells = [table[row][col] for col in label_cols]
    first = next((cell for cell in table[row] if cell is not None), None)
    spanning = first is not None and first.kind == "text" and first.col_span >= max(2, n_cols - first.col)
    labels = [cell.text if cell is not None else None for cell in cells]
    values = {}
    filled = False
    for col in data_cols:
        cell = table[row][col]
        if cell is None or cell.kind == "text":
            told = cell is not None and any(labels) and (in_place_of_value(cell.text) or is_verdict(cell.text))
            filled = filled or told
            continue
        filled = True
        if cell.numbers and cell.numbers[0].value is not None:
            values[col] = Decimal(cell.numbers[0].value)
    if spanning and first is not None and not any(labels):
        labels = [first.text, *labels[1:]]
    if not any(labels) and not filled and first is not None and first.kind == "text":
        labels = [first.text]  # a group row that stands over the columns of values
    return LabelledRow(
        row=row,
        labels=labels,
        values=values,
        filled=filled,
        bold=first is not None and first.bold,
        indent=first.box.x0 if first is not None and first.box is not None else first.indent if first else 0.0,
        group=spanning,
    )


def _key_columns(rows: list[LabelledRow], table: Table, n_heads: int, label_cols: list[int]) -> frozenset[int]:
    """Positions of the label columns that name a row. A second column of text (remarks, members) names nothing
    where the first is filled and different in every row, unless it says what the values of a place are of."""
    if len(label_cols) <= 1:
        return frozenset(range(max(1, len(label_cols))))
    filled = [row for row in rows if row.filled and any(row.labels)]
    columns = [[row.labels[i] if i < len(row.labels) else None for row in filled] for i in range(len(label_cols))]
    codes = _code_positions(rows)
    keys: list[int] = []
    for position, column in enumerate(columns):
        keys.append(position)
        if position in codes:
            continue
        names = [name for name, row in zip(column, filled, strict=True) if name is None or not is_total(name)]
        if names and all(names) and len(set(names)) == len(names):
            beside = label_cols[position + 1] if position + 1 < len(label_cols) else None
            if (
                beside is not None
                and _measures(table, n_heads, beside)
                and all(map(_is_place, filter(None, names)))
            ):
                keys.append(position + 1)
            break
    return frozenset(keys)


def _measures(table: Table, n_heads: int, col: int) -> bool:
    """True for a column of text whose head says that it names what is measured: ``Lokal indikator``."""
    return names_measures(head_text(table, n_heads, col))


def _is_place(name: str) -> bool:
    return find_municipality(name) is not None or find_region(name) is not None


def _code_positions(rows: list[LabelledRow]) -> frozenset[int]:
    """Positions of label columns that hold codes or running numbers."""
    filled = [row.labels for row in rows if row.filled and any(row.labels)]
    width = max(map(len, filled), default=0)
    return frozenset(i for i in range(width) if _mostly_codes([labels[i] for labels in filled if i < len(labels)]))


def _mostly_codes(column: list[str | None]) -> bool:
    filled = [label for label in column if label]
    return bool(filled) and sum(_is_code(label) for label in filled) >= 0.8 * len(filled)


def _is_code(label: str) -> bool:
    return any(form.fullmatch(text) for form, text in ((_LETTERED, label), (REGISTERED, label.replace(".", ""))))


def _is_named(table: Table, n_heads: int, col: int) -> bool:
    """True for a column of numbers whose head says what they are of: ``Rute``, ``Konto``."""
    return names_numbers(head_text(table, n_heads, col))


def _joined_codes(labels: list[str | None], codes: frozenset[int], apart: frozenset[int]) -> list[str | None]:
    """A code or running number joins the name beside it (``101`` and ``København``), unless its column is
    ``apart``. A row without a code has its name alone."""
    result: list[str | None] = []
    for position, label in enumerate(labels):
        if position in codes and position not in apart and not label:
            continue
        if result and result[-1] and label and position - 1 not in apart and _is_code(result[-1]):
            result[-1] = f"{result[-1]} {label}"
        elif result and result[-1] and label and len(label) == 3 and label.isdecimal():
            result[-1] = f"{label} {result[-1]}"
        else:
            result.append(label)
    return result


def _col_paths(matrix: Matrix, table: Table, n_heads: int, data_cols: list[int]) -> list[tuple[str, ...]]:
    covered: list[list[PrintedCell | None]] = [[None] * matrix.n_cols for _ in range(n_heads)]
    first_data = data_cols[0]
    for head in matrix.cells:
        if head.row >= n_heads or head.kind == "blank":
            continue
        end = head.col + head.col_span
        if not matrix.spans_known and head.col_span == 1 and head.col >= first_data:
            end = _implied_end(table, n_heads, head)
        for row in range(head.row, min(n_heads, head.row + head.row_span)):
            for col in range(head.col, min(matrix.n_cols, end)):
                covered[row][col] = head
    paths: list[tuple[str, ...]] = []
    for col in range(matrix.n_cols):
        path: list[str] = []
        seen: list[PrintedCell] = []
        for row in range(n_heads):
            cell = covered[row][col]
            if cell is None or any(cell is other for other in seen):
                continue
            seen.append(cell)
            if cell.col_span >= matrix.n_cols > 1:
                continue  # a title over the whole table, not a head
            if not path or path[-1] != cell.text:
                path.append(cell.text)
        paths.append(tuple(path))
    return paths


def _implied_end(table: Table, n_heads: int, cell: PrintedCell) -> int:
    """The column behind the last one a head covers where spans are not drawn: it reaches over the blanks beside it
    as far as lower heads stand under them."""
    below = range(cell.row + 1, n_heads)
    if not any(table[row][cell.col] is not None for row in below):
        return cell.col + 1
    end = cell.col + 1
    while (
        end < len(table[0])
        and table[cell.row][end] is None
        and any(table[row][end] is not None for row in below)
        and not any(table[row][end] is not None for row in range(cell.row))
    ):
        end += 1
    return end


def _grid_cell(cell: PrintedCell, n_heads: int, repeated: frozenset[int], label_cols: list[int]) -> GridCell:
    is_header = cell.row < n_heads or cell.row in repeated or cell.col in label_cols
    return GridCell(
        cell.row, cell.col, cell.text, cell.line, cell.page, cell.box, cell.row_span, cell.col_span, is_header
    )
