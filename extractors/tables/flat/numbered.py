"""Rows that are named by a number as well: ``Linje 11 13.722 14.023`` / ``Linje 12 14.834 14.929``, also where that
makes their first line look like a heading, and years that end labels of some rows: ``Aftalt 2031 14 9`` / ``Andel
(pct.) 87,5 90,0``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.words import TOTAL_WORDS, YEAR_CELLS

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


def with_years_named(items: Sequence[Item]) -> list[Item]:
    """The items with the years that end labels as part of them: rows right below each other where some have a year
    before as many values as the others have without one. A total needs no year, and proves nothing; below a head
    that names years (``Færdig``) they are cells."""
    result = list(items)
    at = 0
    while at < len(items):
        end = at
        while end < len(items) and items[end].kind == Kind.ROW:
            end += 1
        if end - at >= _FEWEST_ROWS and _end_in_years(items[at:end]) and not (at and _heads_years(items[at - 1])):
            for n in range(at, end):
                if items[n].atoms[0].is_year:
                    result[n] = _named(items[n])
        at = end + 1
    return result


def _end_in_years(rows: Sequence[Item]) -> bool:
    dated = [row for row in rows if row.atoms[0].is_year]
    others = [row for row in rows if not row.atoms[0].is_year]
    counts = {len(row.atoms) - 1 for row in dated} | {len(row.atoms) for row in others}
    return (
        len(dated) >= _FEWEST_DATED
        and len(counts) == 1
        and counts.pop() >= _FEWEST_VALUES
        and any(TOTAL_WORDS.search(row.label) is None for row in others)
        and not any(row.years for row in dated)
    )


def _heads_years(item: Item) -> bool:
    return any(word.lower().strip(".,:") in YEAR_CELLS for word in item.text.split())


_FEWEST_ROWS, _FEWEST_DATED = 3, 2


def with_sizes_named(items: Sequence[Item]) -> list[Item]:
    """The items with a size behind a word as part of the label (``Indtil 7 pladser 36.410 37.025``), where a row
    near by that has one value fewer ends its label in such a size: ``8-24 pladser 44.150 44.905``."""
    sizes: list[tuple[int, str, int]] = []
    sized: list[tuple[int, str]] = []
    for at, item in enumerate(items):
        if item.kind != Kind.ROW:
            continue
        if (size := _SIZE.fullmatch(item.atoms[0].text)) is not None and len(item.atoms) > _FEWEST_VALUES:
            sized.append((at, size["noun"]))
        elif (size := _LABEL_SIZE.search(item.label)) is not None:
            sizes.append((at, size["noun"], len(item.atoms)))
    result = list(items)
    for at, noun in sized:
        fewer = len(items[at].atoms) - 1
        if any((noun, fewer) == (other, count) for _, other, count in _around(sizes, at)):
            result[at] = _named(items[at])
    return result


def _around(sizes: Sequence[tuple[int, str, int]], at: int) -> Sequence[tuple[int, str, int]]:
    """Those at most so many lines above or below."""
    return sizes[bisect_left(sizes, (at - _BESIDE,)) : bisect_left(sizes, (at + _BESIDE + 1,))]


_SIZE = regex.compile(r"\d{1,4} (?P<noun>\p{Ll}{3,})")
_LABEL_SIZE = regex.compile(r"\d (?P<noun>\p{Ll}{3,})(?: (?:og|eller) \p{Ll}+)?\Z")
_BESIDE = 6


class _Numbered(NamedTuple):
    """A row that is numbered as headings are: where its label begins, where its values stand, how many these are,
    and whether one of the rows it follows has its label on one line."""

    at: int
    row: int
    values: int
    sure: bool


def with_labels_numbered(items: Sequence[Item]) -> list[Item]:
    """The items with lines like numbered headings as text, where they begin labels: a line of as many values stands
    below as in the next or the last row that is numbered so (``1.1 Svar i tide 81 84`` / ``1.2 Svar, som borgerne``
    / ``forstår`` / ``64 71``). Among such rows the last words of a label may stand before its values as well
    (``1.3 Sager afgjort i`` / ``Ankestyrelsen 12 14``): a label without a number is none of theirs."""
    result = list(items)
    above: _Numbered | None = None
    for at, item in enumerate(items):
        if not item.text[:1].isdecimal() or item.kind not in (Kind.ROW, Kind.HEADING, Kind.TEXT):
            continue
        row = at if item.kind == Kind.ROW else _values_of(items, at)
        if row is None or len(items[row].atoms) < _FEWEST_VALUES or _NUMBERED.match(item.text) is None:
            continue
        follows = above is not None and above.values == len(items[row].atoms) and at - above.row <= _NEXT
        sure = row == at or (follows and above is not None and above.sure)
        here = _Numbered(at, row, len(items[row].atoms), sure)
        if above is not None and follows:
            for label in (above, here):
                _begin_label(result, label, sure=above.sure or here.sure)
        above = here
    return result


def _begin_label(items: list[Item], label: _Numbered, *, sure: bool) -> None:
    """Makes text of a line like a heading that begins a label, and lets the label go on up to its values."""
    if label.at == label.row:
        return
    if items[label.row].kind == Kind.VALUES:
        items[label.at] = replace(items[label.at], kind=Kind.TEXT)
    elif sure and not _heads_rows(items, label.row):
        for at in range(label.at, label.row):
            items[at] = replace(items[at], kind=Kind.TEXT, wrapped=True)


def _heads_rows(items: Sequence[Item], row: int) -> bool:
    """True where another row without a number stands right below: the numbered line names both."""
    below = items[row + 1] if row + 1 < len(items) else None
    return below is not None and below.kind == Kind.ROW and not below.text[0].isdecimal()


def _values_of(items: Sequence[Item], at: int) -> int | None:
    """The line of values below the lines of text that a label is made of; words of it may stand before them."""
    for n in range(at + 1, min(len(items), at + 2 + _MOST_LABEL_LINES)):
        if items[n].kind == Kind.VALUES or (items[n].kind == Kind.ROW and not items[n].text[0].isdecimal()):
            return n
        if items[n].kind != Kind.TEXT:
            return None
    return None


_NUMBERED = regex.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+\p{L}")
_MOST_LABEL_LINES = 2
_NEXT = 2
"""Of two such rows one follows the other, or a group stands between."""
