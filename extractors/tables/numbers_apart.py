"""Numbers of rows that stand in a column of their own, below a head that says so: ``Nr.`` beside ``Projekt``."""

from __future__ import annotations

import re

from extractors.tables.grid import Grid
from extractors.tables.labels import is_total
from schemas.places import municipality_by_code

_HEADS = r"(?:(?:mål|lb\.? ?|løbe)?nr\.?|no\.|nummer|#)"
_HEAD = re.compile(_HEADS, re.IGNORECASE)
_HEAD_BEFORE = re.compile(rf"{_HEADS} (?!(?:og|eller|samt)\b)[^\W\d]", re.IGNORECASE)
"""Both heads in one: text that lost its columns (``Nr. Projekt``; ``Nr. og projekt`` is one column)."""
_NUMBERED = re.compile(r"((?:[A-ZÆØÅ]\.?)?\d{1,4}(?:\.\d{1,2})*[a-zæøå]?\.?) (?=\S)")
_FEWEST = 2


def numbered_paths(grid: Grid) -> dict[int, tuple[str, ...]]:
    """The row paths whose number is a label of its own, by row: ``("2 Ny sti",)`` → ``("2", "Ny sti")``. Codes of
    municipalities are part of their names, whatever heads them."""
    numbers = _in_their_column(grid) or _before_their_names(grid)
    if len(numbers) < _FEWEST or all(municipality_by_code(number) is not None for number in numbers.values()):
        return {}
    paths = {}
    for row, number in numbers.items():
        *outer, name = grid.row_paths[row]
        paths[row] = (*outer, number, name.removeprefix(number).strip())
    return paths


def _in_their_column(grid: Grid) -> dict[int, str]:
    """The numbers below a head ``Nr.`` left of the values, by row."""
    left = [cell for cell in grid.cells if cell.is_header and cell.col < min(grid.data_cols, default=0)]
    columns = {cell.col for cell in left if not grid.row_paths[cell.row] and _HEAD.fullmatch(cell.text.strip())}
    return {
        cell.row: cell.text
        for cell in left
        if cell.col in columns
        and (path := grid.row_paths[cell.row])
        and path[-1].startswith(f"{cell.text} ")
        and any(char.isdecimal() for char in cell.text)
    }


def _before_their_names(grid: Grid) -> dict[int, str]:
    """The numbers that begin every label below a head that begins with ``Nr.``, by row; none where one lacks it."""
    head = next((cell for cell in grid.cells if cell.is_header and (cell.row, cell.col) == (0, 0)), None)
    if grid.method != "text" or head is None or not _HEAD_BEFORE.match(head.text):
        return {}
    rows = {cell.row for cell in grid.cells if not cell.is_header}
    labels = {row: path[-1] for row in rows if (path := grid.row_paths[row]) and not is_total(path[-1])}
    found = {row: match[1] for row, label in labels.items() if (match := _NUMBERED.match(label))}
    return found if len(found) == len(labels) else {}
