"""Cells of values that print a bound: ``≥ 80``, ``højst 12 pct.``.

Such a number is a figure of its table as any other, and ``value_text`` keeps the bound. It takes part in no sum.
What is below ``<`` or above ``>`` is another thing: ``< 5`` says that few were counted, not how many.
"""

from __future__ import annotations

from collections.abc import Mapping

from extractors.language.bounds import parse_bounded
from extractors.language.numbers import Number
from extractors.tables.grid import Grid

_REACHED = frozenset({">=", "<="})


def bounded_numbers(grid: Grid, known: Mapping[tuple[int, int], object]) -> dict[tuple[int, int], list[Number]]:
    """The bounded numbers in cells of values beside a label, by row and column, without those ``known``."""
    return {
        (cell.row, cell.col): [bounded.number]
        for cell in grid.cells
        if cell.col in grid.data_cols
        and not cell.is_header
        and grid.row_paths[cell.row]
        and (cell.row, cell.col) not in known
        and (bounded := parse_bounded(cell.text)) is not None
        and bounded.comparator in _REACHED
    }
