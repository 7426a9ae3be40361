"""A result held against a target: the two numbers alone."""

from __future__ import annotations

from decimal import Decimal


def holds(result: Decimal, comparator: str, target: Decimal, high: Decimal | None = None) -> bool:
    """Whether the result stands to the target as asked. A count «equal» to reach is reached by more as well: a
    contract that asks for 40 visits is met by 41. One that asks for none is not."""
    if comparator == "<=":
        return result <= (high or target)
    if comparator == "<":
        return result < target
    if comparator == ">":
        return result > target
    if comparator == "=" and target == 0:
        return result == 0
    return result >= target
