"""Heads that are printed again at the top of a page, among the rows they head."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.regions import is_row

_FEWEST = 2
_MOST_ABOVE = 12


def without_repeats(items: Sequence[Item], first: int, end: int, floor: int) -> list[Item]:
    """The items ``first`` to ``end`` without lines at the top of a page that were printed above the first of them,
    in the same order: at least two, as a single one may be a group that is named again."""
    above = [item.text for item in items[max(floor, first - _MOST_ABOVE) : first] if item.kind != Kind.SPACE]
    rest: list[Item] = []
    i = first
    while i < end:
        size = _repeated(items, i, end, above) if i > first and items[i].page != items[i - 1].page else 0
        if size < _FEWEST:
            rest.append(items[i])
            size = 1
        i += size
    return rest


def _repeated(items: Sequence[Item], start: int, end: int, above: Sequence[str]) -> int:
    """How many items from here on print lines from above again in their order."""
    if items[start].text not in above:
        return 0
    at = above.index(items[start].text)
    size = 0
    while start + size < end and at + size < len(above) and items[start + size].text == above[at + size]:
        if is_row(items[start + size]) and size >= _FEWEST:
            break  # a row of the table that comes again is one
        size += 1
    return size
