"""Labels that stand in one drawn cell beside several rows: ``Plejefamilier`` in the middle of its three rows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extractors.tables.columns import Columns
from extractors.tables.edges import Edges
from extractors.tables.head import sewn
from extractors.tables.matrix import PrintedCell
from extractors.tables.rows import RowBands


def with_merged_labels(
    cells: list[PrintedCell], rows: list[RowBands], n_heads: int, shift: int, columns: Columns, edges: Edges
) -> list[PrintedCell]:
    """The cells, with the outer labels of a table at the first of the rows that no border parts beside them.
    Lines of one label that stand beside different rows are joined."""
    kinds = [column.kind for column in columns.columns]
    first_data = kinds.index("data") if "data" in kinds else 0
    if first_data < 2:
        return cells
    parted = _parted(rows, columns, first_data, edges)
    for col in range(first_data - 1):
        beside = _parted(rows, columns, col, edges)
        start = 0
        for at in range(1, len(rows) + 1):
            if at < len(rows) and parted[at - 1] and not beside[at - 1]:
                continue
            if at - start > 1:
                cells = _merged(cells, col + shift, start + n_heads, at + n_heads)
            start = at
    return cells


def _parted(rows: list[RowBands], columns: Columns, col: int, edges: Edges) -> list[bool]:
    """Whether a border parts each row from the next one in this column."""
    x = (columns.columns[col].left + columns.columns[col].right) / 2
    heights = [edge.at for edge in edges.horizontal if edge.start - 1 <= x <= edge.end + 1]
    return [
        any(upper.bands[-1].middle < at < lower.bands[0].middle for at in heights)
        for upper, lower in pairwise(rows)
    ]


def _merged(cells: list[PrintedCell], col: int, first: int, end: int) -> list[PrintedCell]:
    inside = sorted(
        (cell for cell in cells if cell.col == col and first <= cell.row < end), key=lambda cell: cell.row
    )
    if not inside or any(cell.col_span > 1 or cell.kind != "text" for cell in inside):
        return cells
    if any(lower.row - upper.row != 1 for upper, lower in pairwise(inside)):
        return cells
    text = sewn([cell.text for cell in inside])
    label = replace(inside[0], row=first, text=text, row_span=end - first)
    return [*(cell for cell in cells if not any(cell is other for other in inside)), label]
