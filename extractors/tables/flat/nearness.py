"""How near values of columns side by side lie to each other: what is of one thing in two years is nearly alike."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from statistics import median

_FEWEST_ROWS = 3
_NEARER = 4
"""So many times nearer than all other choices the columns of the nearest have to be."""


def steps_between(rows: Sequence[Sequence[Decimal | None]], columns: int) -> tuple[float, ...]:
    """How far each column is from the next one: the median of the differences, as shares of the larger value.
    Empty where few rows are full."""
    full = [[float(value) for value in row if value is not None] for row in rows]
    full = [row for row in full if len(row) == columns]
    if len(full) < _FEWEST_ROWS:
        return ()
    return tuple(median(_step(row[c], row[c + 1]) for row in full) for c in range(columns - 1))


def _step(a: float, b: float) -> float:
    most = max(abs(a), abs(b))
    return abs(a - b) / most if most else 0.0


def nearest(choices: Sequence[Sequence[range]], steps: Sequence[float]) -> int | None:
    """The number of the choice of blocks of columns within which the values lie much nearer to each other than in
    all others; None where no choice is as sure."""
    if not steps or len(choices) < 2:
        return None
    shared = set(choices[0]).intersection(*choices[1:])
    widths = [sum(steps[c] for block in blocks if block not in shared for c in block[:-1]) for blocks in choices]
    best, second = sorted(widths)[:2]
    return widths.index(best) if _NEARER * best < second else None
