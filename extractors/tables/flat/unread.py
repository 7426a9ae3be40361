"""Numbered tables of which nothing was read: below the caption stand lines of numbers that no table holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.tables.flat.lines import Item, Kind, find_values
from extractors.tables.flat.regions import is_caption, item_is_prose
from extractors.tables.flat.words import TABLE_CAPTION

_FEWEST_LINES = 3
_FEWEST_VALUES = 6
_MOST_BELOW = 60
"""So many lines below a caption are looked at."""
_MOST_PROSE = 2
"""So many lines of running text stand between the caption and its table."""
_LONGEST = 300


class Unread(NamedTuple):
    """A caption, and the first line with values below it."""

    caption: Item
    first: Item


def unread_captions(items: Sequence[Item], told: Sequence[tuple[int, int]]) -> Iterator[Unread]:
    """The captions with lines of numbers below them, none of which is ``told`` (first and last lines of tables and
    of what was refused)."""
    for at, item in enumerate(items):
        if item.kind != Kind.CAPTION or not is_caption(items, at) or TABLE_CAPTION.match(item.text) is None:
            continue
        below = list(_below(items, at))
        valued = [(line, count) for line in below if (count := _values(line))]
        if len(valued) < _FEWEST_LINES or sum(count for _, count in valued) < _FEWEST_VALUES:
            continue
        first, last = item.index, valued[-1][0].last
        if not any(start <= last and first <= end for start, end in told):
            yield Unread(item, valued[0][0])


def _below(items: Sequence[Item], at: int) -> Iterator[Item]:
    """The lines below a caption that may be its table: up to running text, a heading or the next caption."""
    seen = prose = 0
    for item in items[at + 1 : at + 1 + _MOST_BELOW]:
        if item.kind in (Kind.CAPTION, Kind.FIGURE, Kind.HEADING):
            return
        if item.kind == Kind.TEXT and item_is_prose(item) and not _values(item):
            prose += 1
            if seen or prose > _MOST_PROSE:
                return
            continue
        seen += _values(item) > 0
        yield item


def _values(item: Item) -> int:
    """How many values a line holds behind its first word, wherever they stand; years are heads."""
    if item.kind == Kind.SPACE or len(item.raw) > _LONGEST or not any(char.isdecimal() for char in item.raw):
        return 0
    return sum(not atom.is_year and not atom.is_dash and atom.start > item.lead for atom in find_values(item.raw))
