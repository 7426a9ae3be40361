"""Heads that are printed again at the top of a page, among the rows they head."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.regions import is_row

_FEWEST, _FEWEST_AGAIN = 2, 3
_MOST_ABOVE = 12


def without_heads_again(items: Sequence[Item]) -> list[Item]:
    """The items without heads of several lines that a page begins with right behind a row, where all lines between
    that row and the next one have been printed before in the same order: the table goes on. So it does where as
    many lines stand a little above the end of the page before, which a group or the first row of the table ended,
    and below one line of years that comes again."""
    tops = {i for i, (a, b) in enumerate(pairwise(items), 1) if a.page != b.page and is_row(a)}
    places: dict[str, list[int]] = {items[top].text: [] for top in tops}
    rest: list[Item] = []
    i = 0
    while i < len(items):
        text = items[i].text
        if i and items[i - 1].page != items[i].page and (size := _just_printed(items, i)):
            i += size
            continue
        if i in tops and places[text] and _heads_again(items, places[text][-1], i):
            i += 1
            continue
        if i in tops and places[text]:
            end = _next_row(items, i)
            if end - i >= _FEWEST_AGAIN and any(_same(items, at, i, end) for at in places[text]):
                i = end
                continue
        if text in places:
            places[text].append(i)
        rest.append(items[i])
        i += 1
    return rest


def _heads_again(items: Sequence[Item], first: int, top: int) -> bool:
    """True for years at the ``top`` of a page that headed rows of as many values on the page before, the last of
    which stands right above."""
    columns = len(items[top].year_atoms)
    return (
        columns > 0
        and columns == len(items[top - 1].atoms)
        and items[first].page == items[top - 1].page
        and not any(item.kind in (Kind.CAPTION, Kind.FIGURE, Kind.HEADING) for item in items[first:top])
    )


def _just_printed(items: Sequence[Item], top: int) -> int:
    """How many lines at the ``top`` of a page were printed right above its last lines before, in the same order."""
    for at in range(max(0, top - _MOST_ABOVE - _MOST_LINES_BELOW), top - _FEWEST_AGAIN):
        size = 0
        while at + size < top and top + size < len(items) and items[at + size].text == items[top + size].text:
            size += 1
        if size >= _FEWEST_AGAIN and top - at - size <= _MOST_LINES_BELOW:
            return size
    return 0


_MOST_LINES_BELOW = 4


def _next_row(items: Sequence[Item], first: int) -> int:
    """The first row from an item on; that item where none follows soon, or a caption, figure or heading does."""
    for at in range(first, min(len(items), first + _MOST_ABOVE + 1)):
        if items[at].kind in (Kind.CAPTION, Kind.FIGURE, Kind.HEADING) or items[at].opens:
            return first
        if is_row(items[at]):
            return at
    return first


def _same(items: Sequence[Item], at: int, first: int, end: int) -> bool:
    return all(items[at + n].text == items[first + n].text for n in range(end - first))


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
