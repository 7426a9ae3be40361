"""Names of groups that are printed behind their rows: a merged cell beside them comes out before their last one."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.flat.rows import Row
from extractors.tables.flat.words import TOTAL_WORDS

_FEWEST = 2


def raise_groups(rows: Sequence[Row]) -> None:
    """Gives each name to the rows above it where all names of the table stand right above a total, again and again:
    ``Odder 1`` / ``Samsø 2`` / ``Øst`` / ``Sum 3``. A name heads more than a total."""
    named = [k for k, row in enumerate(rows) if row.groups]
    if len(named) < _FEWEST or any(len(rows[k].groups) > 1 or not _is_total(rows[k]) for k in named):
        return
    if any(row.rotated for row in rows):
        return
    starts = [next((j + 1 for j in range(k - 1, -1, -1) if _is_total(rows[j])), 0) for k in named]
    if any(k - start < _FEWEST for k, start in zip(named, starts, strict=True)):
        return
    for k, start in zip(named, starts, strict=True):
        rows[start].groups, rows[k].groups = rows[k].groups, []


def _is_total(row: Row) -> bool:
    return TOTAL_WORDS.search(row.label) is not None
