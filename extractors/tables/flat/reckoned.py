"""What the values of columns prove: which are differences or sums of others, which in percent of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations, permutations
from typing import NamedTuple

_FEWEST_ROWS = 3
_HOLDS = 0.9
_LARGEST = 1000.0
"""A column with larger numbers is none of percent."""
_ROUNDED = 0.501


class Percent(NamedTuple):
    """The column ``at`` says in percent what share ``of`` is of ``base``, or by how much ``of`` is above it."""

    at: int
    of: int
    base: int


def percents_of(
    rows: Sequence[Sequence[Decimal]], decimals: Sequence[int]
) -> tuple[tuple[Percent, ...], tuple[Percent, ...]]:
    """The changes and the shares that full rows prove; ``decimals`` are printed in each column."""
    values = [tuple(map(float, row)) for row in rows]
    columns = [
        c
        for c in range(len(decimals))
        if len({row[c] for row in values}) > 1 and all(abs(row[c]) < _LARGEST for row in values)
    ]
    changes: list[Percent] = []
    shares: list[Percent] = []
    if not columns or len(values) < _FEWEST_ROWS:
        return (), ()
    for of, base in permutations(range(len(decimals)), 2):
        units = [_ROUNDED / 10 ** decimals[c] if decimals[c] else 0.0 for c in (of, base)]
        begin = _ratios(values[:_FEWEST_ROWS], of, base, units)
        if len(begin) < _FEWEST_BEGIN:
            continue
        ratios: list[tuple[int, float, float]] = []
        for at in columns:
            if at in (of, base):
                continue
            rounded = _ROUNDED / 10 ** decimals[at]
            for found, less in ((changes, 100.0), (shares, 0.0)):
                if _held(values, begin, at, less, rounded) < len(begin):
                    continue
                ratios = ratios or _ratios(values, of, base, units)
                held = _held(values, ratios, at, less, rounded)
                if len(ratios) >= _FEWEST_ROWS and held >= _HOLDS * len(ratios):
                    found.append(Percent(at, of, base))
    return tuple(changes), tuple(shares)


def _ratios(
    rows: Sequence[Sequence[float]], of: int, base: int, units: Sequence[float]
) -> list[tuple[int, float, float]]:
    """Row, ratio in percent and how far it may be off where both numbers are rounded, for rows in which there is
    one."""
    return [
        (k, 100.0 * row[of] / row[base], 100.0 * (units[0] + units[1] * abs(row[of] / row[base])) / abs(row[base]))
        for k, row in enumerate(rows)
        if row[base]
    ]


def _held(
    rows: Sequence[Sequence[float]],
    ratios: Sequence[tuple[int, float, float]],
    at: int,
    less: float,
    rounded: float,
) -> int:
    """In how many rows the column says the ratio."""
    return sum(abs(ratio - less - rows[k][at]) <= rounded + slack for k, ratio, slack in ratios)


_FEWEST_BEGIN = 2


def differences_of(
    rows: Sequence[Sequence[Decimal]], columns: int, decimals: Sequence[int] = ()
) -> tuple[tuple[int, int, int], ...]:
    """The columns that are differences, each with the two that it is reckoned from. Where ``decimals`` are printed
    each number may have been rounded by itself: the last digit is off in some rows."""
    found = []
    sizes = [sum((abs(row[c]) for row in rows), Decimal(0)) for c in range(columns)]
    for at in range(columns):
        others = [c for c in range(columns) if c != at and sizes[c] > 2 * sizes[at] > 0]
        for a, b in permutations(others, 2):
            if _holds((row[a] - row[b] - row[at] for row in rows), len(rows)) or (
                decimals and decimals[at] and decimals[a] == decimals[b] == decimals[at] and _nearly(rows, at, a, b)
            ):
                found.append((at, a, b))
    return tuple(found)


def _nearly(rows: Sequence[Sequence[Decimal]], at: int, a: int, b: int) -> bool:
    """True where a column is the difference of two others but for its last digit, in most rows exactly, and most
    rows tell something: a difference larger than what rounding takes off."""
    if len(rows) < _FEWEST_NEARLY:
        return False
    unit = Decimal(1).scaleb(min(int(row[at].as_tuple().exponent) for row in rows))
    apart = [abs(row[a] - row[b] - row[at]) for row in rows]
    telling = sum(abs(row[at]) > unit for row in rows)
    exact = sum(not value for value in apart)
    return max(apart) <= unit and 2 * exact > len(rows) and 2 * telling > len(rows)


_FEWEST_NEARLY = 8


def sums_of(
    rows: Sequence[Sequence[Decimal]], columns: int, unit: Decimal = Decimal(0)
) -> tuple[tuple[int, int, int], ...]:
    """The first and last of columns side by side, with the column of their sum. Where all were rounded to ``unit``,
    each may be off by half of it, and small numbers prove nothing."""
    found = []
    totals = {c for c in range(columns) if any(row[c] for row in rows)}
    if unit:
        totals = {c for c in totals if all(abs(row[c]) >= _LARGE * unit for row in rows)}
    for first, last in combinations(range(columns), 2):
        sums = [sum(row[first : last + 1], Decimal(0)) for row in rows]
        slack = unit * (last - first + 2) / 2
        for at in sorted(totals.difference(range(first, last + 1))):
            if _holds((s - row[at] for s, row in zip(sums, rows, strict=True)), len(rows), slack):
                found.append((first, last, at))
    return tuple(found)


_LARGE = 100


def _holds(apart: Iterable[Decimal], rows: int, slack: Decimal = Decimal(0)) -> bool:
    """True where in nearly all rows what is reckoned is no way apart from what is printed, or no more than the
    ``slack`` of rounded numbers."""
    left = int(rows * (1 - _HOLDS) + _EPSILON)
    for value in apart:
        if value and abs(value) > slack:
            left -= 1
            if left < 0:
                return False
    return True


_EPSILON = 1e-9
