"""The column that the house itself heads: ``Mål | Regionen | Farve``."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.goals.column import Column

_HOUSE = regex.compile(
    r"(?:Hele\s)?(?:regionen|kommunen|hospitalet|sygehuset|klyngen|huset|skolen)", regex.IGNORECASE
)


def of_own_house(columns: Sequence[Column], aim: Column) -> list[Column]:
    """The one column of values behind the aim, headed by the house itself, of a table with verdicts: it tells what
    was reached. Elsewhere such a head is of what one compares with."""
    values = [c for c in columns if c.values and not (c.is_label or c.is_verdict or c.is_numbering or c is aim)]
    if len(values) != 1 or values[0].at != aim.at + 1 or not any(c.is_verdict for c in columns):
        return []
    head = values[0].path[-1].strip(" .*:") if values[0].path else ""
    return values if values[0].heading.kind in ("comparison", None) and _HOUSE.fullmatch(head) else []
