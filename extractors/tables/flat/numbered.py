"""Rows that one word and a number name: ``Linje 11 13.722 14.023`` / ``Linje 12 14.834 14.929``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.words import TOTAL_WORDS

_NUMBER = re.compile(r"\d{1,4}")
_FEWEST_VALUES = 2
_FEWEST_RISING = 2
_NEAR = 60
"""So many lines from such rows others of the same word are named so too."""


def with_numbers_named(items: Sequence[Item]) -> list[Item]:
    """The items with the number behind a word as part of the label, where rows right below each other have this
    word for their whole label and a number that rises from row to row: as a value it would leave them nameless."""
    rising: dict[str, list[int]] = {}
    above: Item | None = None
    for at, item in enumerate(items):
        if item.kind == Kind.SPACE:
            continue
        if above is not None and item.label == above.label and _rises(above, item):
            rising.setdefault(item.label, []).append(at)
        above = item
    named = {label: places for label, places in rising.items() if len(places) >= _FEWEST_RISING}
    if not named:
        return list(items)
    return [
        _named(item)
        if item.label in named and _may_be_named(item) and any(abs(n - at) <= _NEAR for at in named[item.label])
        else item
        for n, item in enumerate(items)
    ]


def _rises(above: Item, item: Item) -> bool:
    return _may_be_named(item) and _may_be_named(above) and int(above.atoms[0].text) < int(item.atoms[0].text)


def _may_be_named(item: Item) -> bool:
    """True for a row of one word without digits, a plain number and values behind it."""
    return (
        item.kind == Kind.ROW
        and len(item.atoms) > _FEWEST_VALUES
        and item.label.isalpha()
        and _NUMBER.fullmatch(item.atoms[0].text) is not None
        and TOTAL_WORDS.search(item.label) is None
    )


def _named(item: Item) -> Item:
    return replace(item, label=f"{item.label} {item.atoms[0].text}", atoms=item.atoms[1:])
