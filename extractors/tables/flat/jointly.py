"""Rows with blank cells that a total below them places together: one way alone, or few, give its sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import product
from math import log10, prod

Way = tuple[int, ...]
Values = Sequence[Decimal | None]
Sums = tuple[Decimal, ...]

_MOST_IN_HALF = 2000
"""So many ways to place half of the rows are looked at."""
_MOST_FOUND = 200
_SURE_DIGITS = 3.0
"""The sums have so many more digits than the ways to place the rows: they agree by no chance."""
_FEWEST_COLUMNS = 2


def placed_by_total(
    rows: Sequence[tuple[Values, Sequence[Way]]], left: Sequence[Decimal | None]
) -> list[list[Way]] | None:
    """The columns that the values of each row may stand in for the total to hold in all columns.

    ``rows`` are the values of each with all ways to place them; ``left`` is what they must add up to in each
    column, None for one without a total, which tells nothing. None where no way or too many give it, or the sums
    may agree by chance.
    """
    target = tuple(value for value in left if value is not None)
    if not rows or not _FEWEST_COLUMNS <= len(target) == len(left):
        return None
    middle = _middle([len(options) for _, options in rows])
    ways = prod(len(options) for _, options in rows) if middle is not None else len(rows[0][1])
    finest = min((int(v.as_tuple().exponent) for values, _ in rows for v in values if v is not None), default=0)
    digits = sum(log10(float(abs(value).scaleb(-min(0, finest))) + 1.0) for value in target)
    if not ways or digits < log10(ways) + _SURE_DIGITS:
        return None
    if middle is None:
        return _all_alike(rows, target)
    first, second = _sums(rows[:middle], len(left)), _sums(rows[middle:], len(left))
    found: list[tuple[Way, ...]] = []
    for sums, above in first.items():
        below = second.get(tuple(t - s for t, s in zip(target, sums, strict=True)), ())
        found += [(*a, *b) for a in above for b in below]
        if len(found) > _MOST_FOUND:
            return None
    return [sorted({way[k] for way in found}) for k in range(len(rows))] if found else None


def _all_alike(rows: Sequence[tuple[Values, Sequence[Way]]], target: Sums) -> list[list[Way]] | None:
    """The one way in which all these rows may be blank in the same columns; None where none or several give the
    total."""
    shared = set(rows[0][1]).intersection(*(options for _, options in rows))
    found = []
    for way in sorted(shared):
        sums = [Decimal(0)] * len(target)
        for values, _ in rows:
            for c, value in zip(way, values, strict=True):
                sums[c] += value or 0
        if tuple(sums) == target:
            found.append(way)
    return [found] * len(rows) if len(found) == 1 else None


def _middle(sizes: Sequence[int]) -> int | None:
    """Where the rows are parted into halves with few ways each; None where one has too many."""
    for at in range(1, len(sizes) + 1):
        if prod(sizes[:at]) <= _MOST_IN_HALF >= prod(sizes[at:]):
            return at
    return None


def _sums(rows: Sequence[tuple[Values, Sequence[Way]]], columns: int) -> dict[Sums, list[tuple[Way, ...]]]:
    """The ways to place rows by the sums that they give in each column."""
    result: dict[Sums, list[tuple[Way, ...]]] = defaultdict(list)
    for ways in product(*(options for _, options in rows)):
        sums = [Decimal(0)] * columns
        for way, (values, _) in zip(ways, rows, strict=True):
            for c, value in zip(way, values, strict=True):
                sums[c] += value or 0
        result[tuple(sums)].append(ways)
    return result
