"""The columns of a table as goals are read from them, and its rows for tables whose measures stand side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.goals.column import Column
from extractors.tables.grid import Grid, GridCell
from schemas.packet import Packet


def columns_of_grid(packet: Packet, grid: Grid) -> list[Column]:
    """The columns of a table of the packet with their cells by row; group rows over all columns are none of theirs.
    Several readers ask for them."""
    known: dict[int, tuple[Grid, list[Column]]] = packet.worked_out.setdefault("columns", {})
    found = known.get(id(grid))
    if found is None or found[0] is not grid:
        found = known[id(grid)] = grid, _columns(grid)
    return found[1]


def _columns(grid: Grid) -> list[Column]:
    covered, body = _spread(grid), _body(grid)
    wide = {id(cell) for cell in grid.cells if cell.col_span > 1 and cell.col_span >= grid.n_cols - 1}
    paths = _without_caption(grid, [col for col in range(grid.n_cols) if _names_rows(grid, col, covered, body)])
    return [
        Column(
            paths[col],
            {row: cell for row in body if (cell := covered.get((row, col))) and id(cell) not in wide},
            col,
            is_label=_names_rows(grid, col, covered, body),
        )
        for col in range(grid.n_cols)
    ]


def _without_caption(grid: Grid, labels: Sequence[int]) -> list[tuple[str, ...]]:
    """The heads of the columns without those that stand over the labels of the rows as well: a caption that the
    table holds."""
    captions = {head for col in labels for head in grid.col_paths[col][:-1]}
    return [
        path
        if col in labels or not captions
        else (*(head for head in path[:-1] if head not in captions), *path[-1:])
        for col, path in enumerate(grid.col_paths)
    ]


def _names_rows(grid: Grid, col: int, covered: Mapping[tuple[int, int], GridCell], body: Sequence[int]) -> bool:
    """True for the column whose cells are the labels of the rows."""
    cells = [(row, cell) for row in body if (cell := covered.get((row, col))) and grid.row_paths[row]]
    return 2 * sum(cell.text in grid.row_paths[row][-1] and cell.is_header for row, cell in cells) > len(cells)


def rows_of_grid(grid: Grid) -> list[Column]:
    """The rows with their cells by column, for tables whose measures stand side by side."""
    covered = _spread(grid)
    return [
        Column(
            grid.row_paths[row],
            {col: cell for col in grid.data_cols if (cell := covered.get((row, col))) and cell.col_span == 1},
            row,
            is_row=True,
        )
        for row in _body(grid)
        if grid.row_paths[row]
    ]


def _spread(grid: Grid) -> dict[tuple[int, int], GridCell]:
    """Each place of the grid with the cell that covers it."""
    covered: dict[tuple[int, int], GridCell] = {}
    for cell in grid.cells:
        if cell.row_span == 1 == cell.col_span:
            covered.setdefault((cell.row, cell.col), cell)
            continue
        for row in range(cell.row, min(grid.n_rows, cell.row + cell.row_span)):
            for col in range(cell.col, min(grid.n_cols, cell.col + cell.col_span)):
                covered.setdefault((row, col), cell)
    return covered


def _body(grid: Grid) -> list[int]:
    """The rows below the heads."""
    valued = {cell.row for cell in grid.cells if not cell.is_header}
    return [row for row in range(grid.n_rows) if grid.row_paths[row] or row in valued]
