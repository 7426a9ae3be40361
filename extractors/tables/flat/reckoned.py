"""Columns in percent that the values prove: what share one column is of another, how much it changed from it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations
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
