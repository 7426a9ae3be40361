"""Numbers in brackets: an accountant's minus, or print that says something else.

Print alone does not tell whether ``(2,1)`` is a deficit or a remark. Sums do; where they cannot, amounts of money
among others without brackets are below zero, as accounts print them, all else is read as printed, and the doubt is
told.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.language.numbers import Number
from extractors.tables.grid import Grid
from extractors.tables.labels import is_closing, is_opening
from extractors.tables.sums import Place, check_sums
from schemas.units import MONEY

Numbers = dict[Place, list[Number]]


def bracketed(numbers: Numbers) -> list[Place]:
    """The cells that hold one number in brackets and no share."""
    return [
        at
        for at, (first, *rest) in numbers.items()
        if first.bracketed and not rest and first.value is not None and first.value > 0 and first.unit != "%"
    ]


def without_years(numbers: Numbers) -> Numbers:
    """The numbers with the years in brackets behind them as what they are of: ``18 % (2031)``. In a column where
    other numbers stand in brackets as well, they are numbers."""
    behind: dict[int, list[Number]] = {}
    for (_, col), found in numbers.items():
        if len(found) > 1:
            behind.setdefault(col, []).append(found[-1])
    dated = {col for col, beside in behind.items() if all(number.kind == "year" for number in beside)}
    return {
        at: [replace(found[0], year=int(found[1].value or 0))] if len(found) == 2 and at[1] in dated else found
        for at, found in numbers.items()
    }


def in_brackets(numbers: Numbers) -> list[Place]:
    """The cells that :func:`bracketed` gave, however they were read."""
    return [at for at, (first, *rest) in numbers.items() if first.bracketed and not rest and first.unit != "%"]


def negated(numbers: Numbers, places: list[Place]) -> Numbers:
    """The numbers with those of these cells below zero."""
    return {**numbers, **{at: [_minus(numbers[at][0])] for at in places}}


def _minus(number: Number) -> Number:
    return number if number.value is None else replace(number, value=-number.value)


def settled(
    grid: Grid,
    numbers: Numbers,
    units: dict[Place, str | None],
    thousands: bool | None = None,
    elsewhere: bool | None = None,
) -> tuple[Numbers, bool | None]:
    """The numbers as their brackets are meant, and whether they are below zero: None where nothing tells.

    ``elsewhere`` is what the sums of other tables of the document prove of theirs.
    """
    places = bracketed(numbers)
    if not places:
        return numbers, False
    negative = are_negative(grid, numbers, units, thousands)
    if negative is None:
        if not mixed(numbers, set(places)):
            negative = False
        elif elsewhere is not None:
            negative = elsewhere
        elif _are_amounts(numbers, units, set(places)):
            return negated(numbers, places), None
    return (negated(numbers, places) if negative else numbers), negative


def are_negative(
    grid: Grid, numbers: Numbers, units: dict[Place, str | None], thousands: bool | None = None
) -> bool | None:
    """True or False where sums decide what the brackets of a grid mean, None where they cannot."""
    places = set(bracketed(numbers))
    if not places:
        return None
    if (balanced := _balanced(grid, numbers, places)) is not None:
        return balanced
    printed = check_sums(grid, {at: found[0] for at, found in numbers.items()}, units, thousands)
    below = negated(numbers, sorted(places))
    other = check_sums(grid, {at: found[0] for at, found in below.items()}, units, thousands)
    as_printed, as_negative = len(places & printed.proved), len(places & other.proved)
    if as_printed == as_negative:
        # of sums that hold both ways those over a column of both forms tell: what is added up there has no brackets
        return True if as_negative and mixed(numbers, places, zeros=False) else None
    return as_negative > as_printed


def _balanced(grid: Grid, numbers: Numbers, places: set[Place]) -> bool | None:
    """What a balance tells: True where all rows go from ``Primo`` to ``Ultimo`` with what is in brackets taken off,
    False where they do with it added, None where there is no such balance or not all rows hold."""
    first = [col for col in grid.data_cols if grid.col_paths[col] and is_opening(grid.col_paths[col][-1])]
    last = [col for col in grid.data_cols if grid.col_paths[col] and is_closing(grid.col_paths[col][-1])]
    if len(first) != 1 or len(last) != 1 or first[0] >= last[0]:
        return None
    rows = {row for row, col in places if first[0] < col < last[0]}
    values = {at: found[0].value for at, found in numbers.items() if found[0].value is not None}
    if len(rows) < _FEWEST_ROWS or any((row, col) not in values for row in rows for col in (first[0], last[0])):
        return None
    for sign in (-1, 1):
        sums = (
            sum(
                value * (sign if (at, col) in places else 1)
                for (at, col), value in values.items()
                if at == row and first[0] <= col < last[0]
            )
            == values[row, last[0]]
            for row in rows
        )
        if all(sums):
            return sign < 0
    return None


_FEWEST_ROWS = 2


def mixed(numbers: Numbers, places: set[Place], *, zeros: bool = True) -> bool:
    """True where brackets stand in a column that holds other numbers without; whether zeros are such."""
    cols = {col for _, col in places}
    others = (found[0].value for at, found in numbers.items() if at[1] in cols and at not in places)
    return any(value is not None and (zeros or value) for value in others)


def _are_amounts(numbers: Numbers, units: dict[Place, str | None], places: set[Place]) -> bool:
    """True for amounts of money in a grid that prints no minus in another way."""
    if any(units.get(at) not in MONEY for at in places):
        return False
    return all(found[0].value is None or found[0].value >= 0 for found in numbers.values())
