"""Whether a region of numbers is a table, how sure that is, and why it is refused where it is not."""

from __future__ import annotations

from extractors.tables.grid import Grid
from extractors.tables.labels import tells_number
from extractors.tables.printed import PrintedTable
from extractors.tables.words import numbers_of

_MOST_HEAD_LINES = 5
"""More lines of text than this above one row of numbers are rows of a table of text."""

_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 2
_FULL, _ACROSS = 0.9, 0.8


def refusal(grid: Grid, table: PrintedTable) -> str | None:
    """None for a table, else why the numbers are none."""
    values = [cell for cell in grid.cells if cell.col in grid.data_cols and not cell.is_header]
    rows = {cell.row for cell in values}
    labelled = sum(1 for row in rows if grid.row_paths[row])
    headed = sum(1 for col in grid.data_cols if _says_something(grid.col_paths[col]))
    drawn, framed = table.columns.drawn, table.block.framed
    numbered = table.caption.table_no is not None and not table.figure
    density = len(values) / (len(rows) * len(grid.data_cols)) if rows else 0.0
    if all(numbers_of(cell.text)[:1] and numbers_of(cell.text)[0].kind == "dash" for cell in values):
        return "no number stands in it"
    if table.figure and not (drawn and headed) and not _is_set_out(grid, table, rows, labelled, headed, density):
        return "it belongs to a figure"
    if labelled < 0.6 * len(rows) and not (drawn and headed == len(grid.data_cols)):
        return "most numbers stand beside no label"
    if len(rows) == 1 and not labelled and not numbered and table.caption.title is None:
        return "a single row beside no label"
    if len(grid.data_cols) == 1 and any(map(tells_number, grid.col_paths[grid.data_cols[0]][-1:])):
        return "the line above the values tells a number of its own"
    if len(rows) < 2 and not (headed and (numbered or drawn) and len(table.heads) <= _MOST_HEAD_LINES):
        return "a single row without heads"
    if density < 0.3 and not (numbered or (drawn and labelled >= 0.6 * len(rows))):
        return "most numbers stand alone in their column"
    if headed < len(grid.data_cols) / 2 and not drawn and not (framed or numbered):
        if headed == 0 and not _regular(rows, density):
            return "no heads stand over the columns"
        if headed and density < 0.5:
            return "heads stand over few of the columns"
    return None


def _is_set_out(
    grid: Grid, table: PrintedTable, rows: set[int], labelled: int, headed: int, density: float
) -> bool:
    """True for a table below the caption of a figure: a border parts its heads from its values, each row has a
    label, each column a head, and hardly a cell is blank. What a chart prints beside its bars has none of it."""
    many = len(rows) >= _FEWEST_ROWS and len(grid.data_cols) >= _FEWEST_COLUMNS
    full = labelled == len(rows) and headed == len(grid.data_cols) and density > _FULL
    if not (many and full and table.heads):
        return False
    block, first = table.block, table.source.bands[table.block.first]
    return bool(table.source.edges.rows_within(block.x0, block.x1, table.heads[-1].middle, first.middle, _ACROSS))


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
