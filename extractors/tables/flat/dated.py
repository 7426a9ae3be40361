"""Columns of days and periods among values: when something is due (``Frist``), which counts nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors.tables.flat.columns import Placed
from extractors.tables.flat.groups import RowPath
from extractors.tables.flat.values import is_span


def dated_columns(rows: Sequence[Placed | None], columns: int) -> set[int]:
    """The columns whose cells are days, periods or spans of years, of which one is no number."""
    found = set()
    for column in range(columns):
        cells = [cell[0] for row in rows if row is not None and (cell := row[column]) is not None]
        if cells and all(is_span(atom.text) or atom.is_dash for atom in cells) and not cells[0].is_dash:
            found.add(column)
    return found


def told_apart(
    paths: Sequence[RowPath | None], rows: Sequence[Placed | None], dated: set[int]
) -> list[tuple[str, ...]]:
    """The paths of rows, those that come again with what stands in their first dated column: ``Huse (ultimo
    2031)``; empty for a row without one."""
    counts = Counter(path.path for path in paths if path is not None)
    result: list[tuple[str, ...]] = []
    for path, row in zip(paths, rows, strict=True):
        if path is None:
            result.append(())
            continue
        cell = row[min(dated)] if row is not None and dated and counts[path.path] > 1 else None
        name = f"{path.path[-1]} ({cell[0].text})" if cell is not None else path.path[-1]
        result.append((*path.path[:-1], name))
    return result
