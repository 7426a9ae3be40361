"""Columns that tell what was reached by heads that elsewhere are of what one compares with: the house itself
(``Mål | Regionen | Farve``), and the mean of the year of the target (``Snit 2030 | Mål 2031 | Snit 2031``)."""

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


_MEAN = regex.compile(r"(?:gennemsnit|gns\.?|snit)(?:,?\s(?:i\s)?(?:19|20)\d\d)?", regex.IGNORECASE)


def of_own_mean(columns: Sequence[Column], aim: Column) -> list[Column]:
    """The column of means of the target's year, beside that of a year before or in a table with verdicts: these
    judge it, or it is one's own that goes on. Other values may not stand beside them."""
    values = [c for c in columns if c.values and not (c.is_label or c.is_verdict or c.is_numbering or c is aim)]
    if not all(c.path and _MEAN.fullmatch(c.path[-1].strip(" .*:")) for c in values):
        return []
    own = [c for c in values if c.heading.year == aim.heading.year]
    year = aim.heading.year
    before = year is not None and any(c.heading.year is not None and c.heading.year < year for c in values)
    return own if len(own) == 1 and (before or any(c.is_verdict for c in columns)) else []
