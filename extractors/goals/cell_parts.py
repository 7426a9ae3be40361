"""Cells that tell several values, each behind the name that it is of: ``Samlet: 76 pct. Drift: 78 pct.``"""

from __future__ import annotations

from typing import NamedTuple

import regex

from extractors.goals.cells import Measured, measured
from extractors.tables.flat.values import NUMBER_WITH_UNIT
from extractors.tables.labels import is_bare_total

FEWEST = 2
"""Values of such a cell."""
LONGEST = 160
"""Characters of such a cell."""
_PARTS = regex.compile(
    rf"(?:(?P<name>\p{{Lu}}[\p{{L}}.-]*(?:\s[\p{{L}}.-]+){{0,2}}):\s(?P<value>{NUMBER_WITH_UNIT})[,;/.]?(?:\s|$)\s*)+"
)


class Part(NamedTuple):
    """A value and whom it is of; None for the whole."""

    name: str | None
    value: Measured


def parts_of(text: str) -> list[Part]:
    """The values of a cell with their names; empty for a cell that holds anything else, or one name twice."""
    if len(text) > LONGEST or text.count(":") < FEWEST:
        return []
    match = _PARTS.fullmatch(" ".join(text.split()))
    if match is None:
        return []
    names, values = match.captures("name"), [measured(value.strip()) for value in match.captures("value")]
    if len(set(names)) < max(FEWEST, len(values)):
        return []
    return [
        Part(None if is_bare_total(name) else name, value)
        for name, value in zip(names, values, strict=True)
        if value is not None
    ]


def part_named(text: str, name: str | None) -> Measured | None:
    """The value of a cell for this name: the one printed for it; a single value is that of the whole."""
    parts = parts_of(text)
    if not parts:
        return measured(text) if name is None else None
    return next((part.value for part in parts if part.name == name), None)
