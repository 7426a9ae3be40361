"""Columns of a typed table that stand below one head, for they are reckoned from each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from extractors.tables.flat.reckoned import differences_of, percents_of, sums_of
from extractors.tables.labels import is_column_total, is_difference
from extractors.tables.typed.pieces import Piece, unmarked
from extractors.tables.words import numbers_of

_FEWEST_ROWS = 3
_MOST_ROWS = 30
_MOST_COLUMNS = 12


class Reckoned(NamedTuple):
    """The columns that are a difference or a change in percent, each with what it is reckoned from, and the runs of
    columns of which one is the sum of the others, which stand side by side."""

    differences: tuple[tuple[int, int, int], ...] = ()
    sums: tuple[tuple[int, int, int], ...] = ()

    def together(self, leaves: Sequence[str], first: int, last: int) -> bool:
        """True where these columns, with these lowest heads, are reckoned from each other and from no others: one
        is called a difference, or the last a total."""
        inside = {*range(first, last + 1)}
        told = [
            {*found} for found in self.differences if inside.issuperset(found) and is_difference(leaves[found[0]])
        ]
        if told and set().union(*told) == inside:
            return True
        return any(
            (a, b, total) == (first, last - 1, last) and is_column_total(leaves[total]) for a, b, total in self.sums
        )


def reckoned_of(rows: Iterable[Sequence[tuple[Piece, int]]], columns: int, heads: Iterable[str]) -> Reckoned:
    """What the rows that have a number in every column prove; nothing below heads that name no difference and no
    total."""
    if not 2 < columns <= _MOST_COLUMNS or not any(is_difference(head) or is_column_total(head) for head in heads):
        return Reckoned()
    full: list[list[Decimal]] = []
    for row in rows:
        numbers = [numbers_of(unmarked(piece.text)) for piece, _ in row]
        values = [found[0].value for found in numbers if found and found[0].value is not None]
        if len(values) == len(row) == columns and len(full) < _MOST_ROWS:
            full.append(values)
    if len(full) < _FEWEST_ROWS:
        return Reckoned()
    decimals = [max(-int(row[c].as_tuple().exponent) for row in full) for c in range(columns)]
    changes, _ = percents_of(full, [max(0, found) for found in decimals])
    return Reckoned((*differences_of(full, columns), *changes), sums_of(full, columns))
