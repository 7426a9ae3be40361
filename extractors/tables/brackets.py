"""Numbers in brackets: an accountant's minus, or print that says something else.

Print alone does not tell whether ``(2,1)`` is a deficit or a remark. Sums do; where they cannot, the number is read
as printed and the doubt is told.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.language.numbers import Number
from extractors.tables.grid import Grid
from extractors.tables.sums import Place, check_sums

Numbers = dict[Place, list[Number]]


def bracketed(numbers: Numbers) -> list[Place]:
    """The cells that hold one number in brackets and no share."""
    return [
        at
        for at, (first, *rest) in numbers.items()
        if first.bracketed and not rest and first.value is not None and first.value > 0 and first.unit != "%"
    ]


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
        negative = elsewhere if mixed(numbers, set(places)) else False
    return (negated(numbers, places) if negative else numbers), negative


def are_negative(
    grid: Grid, numbers: Numbers, units: dict[Place, str | None], thousands: bool | None = None
) -> bool | None:
    """True or False where sums decide what the brackets of a grid mean, None where they cannot."""
    places = set(bracketed(numbers))
    if not places:
        return None
    printed = check_sums(grid, {at: found[0] for at, found in numbers.items()}, units, thousands)
    below = negated(numbers, sorted(places))
    other = check_sums(grid, {at: found[0] for at, found in below.items()}, units, thousands)
    as_printed, as_negative = len(places & printed.proved), len(places & other.proved)
    if as_printed == as_negative:
        # of sums that hold both ways those over a column of both forms tell: what is added up there has no brackets
        return True if as_negative and mixed(numbers, places) else None
    return as_negative > as_printed


def mixed(numbers: Numbers, places: set[Place]) -> bool:
    """True where brackets stand in a column that holds other numbers without."""
    cols = {col for _, col in places}
    return any(at[1] in cols and at not in places and found[0].value for at, found in numbers.items())
