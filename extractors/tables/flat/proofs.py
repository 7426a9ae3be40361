"""What the values of a table prove about its heads: which column is the difference of two others, which the sum."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, permutations
from typing import NamedTuple

from extractors.tables.flat.columns import value_of
from extractors.tables.flat.lines import Atom
from extractors.tables.flat.rows import Row
from extractors.tables.labels import is_column_total, is_difference, is_share

_FEWEST_ROWS = 3
_MOST_ROWS = 30
_MOST_COLUMNS = 10
_HOLDS = 0.9


class Proofs(NamedTuple):
    """``difference``: the one column that is another less a third, small beside both. ``summed``: the first and the
    last of columns side by side whose sum is the column named third. None where there is none or more than one."""

    difference: int | None = None
    summed: tuple[int, int, int] | None = None


def proofs_of(rows: Sequence[Row], columns: int) -> Proofs:
    """What the full rows prove; nothing with few rows, few columns or very many."""
    if not 3 <= columns <= _MOST_COLUMNS:
        return Proofs()
    values = [[_signed(atom) for atom, _ in row.atoms] for row in rows if row.count == row.width == columns]
    full = [[v for v in row if v is not None] for row in values if None not in row][:_MOST_ROWS]
    if len(full) < _FEWEST_ROWS:
        return Proofs()
    return Proofs(_difference(full, columns), _summed(full, columns))


def _difference(rows: Sequence[Sequence[Decimal]], columns: int) -> int | None:
    found = set()
    sizes = [sum((abs(row[c]) for row in rows), Decimal(0)) for c in range(columns)]
    for at in range(columns):
        others = [c for c in range(columns) if c != at and sizes[c] > 2 * sizes[at] > 0]
        if any(_holds([row[a] - row[b] - row[at] for row in rows]) for a, b in permutations(others, 2)):
            found.add(at)
    return found.pop() if len(found) == 1 else None


def _summed(rows: Sequence[Sequence[Decimal]], columns: int) -> tuple[int, int, int] | None:
    found = []
    for first, last in combinations(range(columns), 2):
        sums = [sum(row[first : last + 1], Decimal(0)) for row in rows]
        for at in (*range(first), *range(last + 1, columns)):
            if any(row[at] for row in rows) and _holds([s - row[at] for s, row in zip(sums, rows, strict=True)]):
                found.append((first, last, at))
    return found[0] if len(found) == 1 else None


def _holds(apart: Sequence[Decimal]) -> bool:
    """True where in nearly all rows what is reckoned is no way apart from what is printed."""
    return sum(not value for value in apart) >= _HOLDS * len(apart)


def _signed(atom: Atom) -> Decimal | None:
    """The value of a cell; one in brackets is below zero wherever differences are looked for."""
    value = value_of(atom)
    return -value if value is not None and atom.text.startswith("(") else value


def contradicts(heads: Sequence[str], difference: int | None) -> bool:
    """True where a head says that it stands over a difference, and the values prove another column to be it. Parts
    of a total are differences as well, and their names may be anything."""
    if difference is None or any(is_column_total(head) for head in heads):
        return False
    named = {c for c, head in enumerate(heads) if is_difference(head) and not is_share(head)}
    return bool(named) and difference not in named
