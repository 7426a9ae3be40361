"""Tables printed one cell a line: a label, then each of its values on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.regions import is_head_like, is_prose

_FEWEST_ROWS = 3
_MOST_VALUES = 12
_MOST_LABEL_LINES = 2


def join_steps(items: Sequence[Item]) -> list[Item]:
    """Puts the values of each row on one line where at least three rows in turn have a label and the same number of
    single values below it. Every value keeps the line it is printed on."""
    result: list[Item] = []
    i = 0
    while i < len(items):
        rows = _rows(items, i) if items[i].kind == Kind.TEXT and _starts_row(items, i) else []
        if len(rows) < _FEWEST_ROWS:
            result.append(items[i])
            i += 1
            continue
        for first, values, end in rows:
            result += items[first:values]
            result.append(_joined([item for item in items[values:end] if item.kind == Kind.VALUES]))
        i = rows[-1][2]
    return result


def _starts_row(items: Sequence[Item], i: int) -> bool:
    if i + 2 >= len(items) or items[i + 1].kind != Kind.VALUES:
        return False
    return _is_value(items[i + 1]) and _is_value(items[i + 2])


def _is_value(item: Item) -> bool:
    return item.kind == Kind.VALUES and len(item.atoms) == 1 and not is_head_like(item)


def _rows(items: Sequence[Item], start: int) -> list[tuple[int, int, int]]:
    """Rows from here on as (label, first value, behind the last value), while their number of values stays."""
    rows: list[tuple[int, int, int]] = []
    count = 0
    units: list[str] = []
    i = start
    while i < len(items):
        values = i
        while values < len(items) and values - i < _MOST_LABEL_LINES and items[values].kind == Kind.TEXT:
            values += 1
        if values == i or any(is_prose(item.text) for item in items[i:values]):
            break
        end = values
        while end < len(items) and _is_value(items[end]):
            end += 1
        seen = [_unit(item) for item in items[values:end]]
        if not 2 <= end - values <= _MOST_VALUES or (count and (end - values != count or not _alike(units, seen))):
            break
        count, units = end - values, seen
        rows.append((i, values, end))
        i = end
    return rows


def _unit(item: Item) -> str:
    return "".join(char for char in item.text.lower() if char.isalpha() or char == "%")


def _alike(above: Sequence[str], below: Sequence[str]) -> bool:
    """True where each column goes on in its unit; totals may leave it out."""
    return all(not a or not b or a == b for a, b in zip(above, below, strict=True))


def _joined(values: Sequence[Item]) -> Item:
    first = values[0]
    raw = ""
    atoms = []
    for item in values:
        raw += " " if raw else ""
        atom = item.atoms[0]
        atoms.append(atom._replace(start=len(raw), end=len(raw) + len(atom.text), line=item.index))
        raw += atom.text
    return replace(first, last=values[-1].index, raw=raw, text=raw, atoms=tuple(atoms))
