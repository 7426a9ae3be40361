"""Columns that arithmetic ties to one of aims: shares that are the quotients of another column and the aims."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from extractors.goals.column import Column

FEWEST_ROWS = 3
"""Rows in which the quotient must be printed."""
ROUNDED = 1
"""Percentage points by which a printed share may miss the quotient."""
_TOLD = (None, "time")
"""Kinds of heads that say nothing of aims and results."""


def reckoned(columns: Sequence[Column], aim: Column) -> list[tuple[Column, Column]]:
    """The one column of results and the one of degrees of which each degree is the quotient of result and aim in
    percent: ``Årsmål | 1. halvår | Andel`` over ``600 | 338 | 56 %``. Empty where no two are, or several."""
    open_ = [c for c in columns if c.heading.kind in _TOLD and c.values and not (c.is_label or c.is_verdict)]
    found = [(one, other) for one, other in product(open_, open_) if one is not other and _divides(one, other, aim)]
    return found if len(found) == 1 else []


def _divides(result: Column, degree: Column, aim: Column) -> bool:
    rows = 0
    for place in aim.cells:
        whole, part, share = aim.value(place), result.value(place), degree.value(place)
        if whole is None or part is None or share is None:
            continue
        if not whole.value or whole.unit == "%" or share.unit not in (None, "%"):
            return False
        if abs(part.value * 100 / whole.value - share.value) > ROUNDED:
            return False
        rows += 1
    return rows >= FEWEST_ROWS
