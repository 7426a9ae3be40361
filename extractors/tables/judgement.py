"""Whether a region of numbers is a table, how sure that is, and why it is refused where it is not."""

from __future__ import annotations

from extractors.tables.grid import Grid
from extractors.tables.printed import PrintedTable
from extractors.tables.words import numbers_of


def refusal(grid: Grid, table: PrintedTable) -> str | None:
    """None for a table, else why the numbers are none."""
    values = [cell for cell in grid.cells if cell.col in grid.data_cols and not cell.is_header]
    rows = {cell.row for cell in values}
    labelled = sum(1 for row in rows if grid.row_paths[row])
    headed = sum(1 for col in grid.data_cols if _says_something(grid.col_paths[col]))
    drawn, framed, numbered = table.columns.drawn, table.block.framed, table.caption.table_no is not None
    density = len(values) / (len(rows) * len(grid.data_cols)) if rows else 0.0
    if table.figure and not (drawn and headed):
        return "it belongs to a figure"
    if labelled < 0.6 * len(rows) and not (drawn and headed == len(grid.data_cols)):
        return "most numbers stand beside no label"
    if len(rows) < 2 and not (headed and (numbered or drawn)):
        return "a single row without heads"
    if density < 0.3 and not (numbered or (drawn and labelled >= 0.6 * len(rows))):
        return "most numbers stand alone in their column"
    if headed < len(grid.data_cols) / 2 and not drawn and not (framed or numbered):
        if headed == 0 and not _regular(rows, density):
            return "no heads stand over the columns"
        if headed and density < 0.5:
            return "heads stand over few of the columns"
    return None


def _says_something(path: tuple[str, ...]) -> bool:
    """True for heads of words or years; other numbers above a column are labels of an axis."""
    return any((numbers := numbers_of(head)) == () or numbers[0].kind == "year" for head in path)


def _regular(rows: set[int], density: float) -> bool:
    """A list of labels with values in every row needs no heads."""
    return len(rows) >= 5 and density > 0.9


def confidence_of(grid: Grid, table: PrintedTable) -> float:
    """From how much evidence there is: borders, a caption, heads over every column, labels beside every row."""
    values = [cell for cell in grid.cells if cell.col in grid.data_cols and not cell.is_header]
    rows = {cell.row for cell in values}
    labelled = sum(1 for row in rows if grid.row_paths[row]) / max(1, len(rows))
    headed = sum(1 for col in grid.data_cols if grid.col_paths[col]) / max(1, len(grid.data_cols))
    score = 0.55 + 0.15 * labelled + 0.15 * headed
    score += 0.07 if table.columns.drawn else 0.03 if table.block.framed else 0.0
    score += 0.05 if table.caption.table_no is not None else 0.0
    return round(min(score, 0.97), 3)
