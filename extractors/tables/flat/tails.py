"""Rows that end in a cell of text: ``Ny skole 64.500 31.218 I gang``, below a head such as ``Status``.

Values are looked for at the end of a line; where several lines in turn hold the same number of values and a few
words behind them, and the heads above end with a head of free text, these words are a column of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.tables.flat.lines import Atom, Item, Kind, find_values
from extractors.tables.flat.words import TEXT_HEADS

_FEWEST_ROWS = 3
_FEWEST_VALUES = 2
_LONGEST = 300
_MOST_TAIL = 4
_TWO_DIGITS = re.compile(r"\d\D*\d")


def without_tails(items: Sequence[Item]) -> list[Item]:
    """The items with such rows as rows of values, without the words behind them and without the head of these."""
    result = list(items)
    inside = [_values_inside(item) if item.kind == Kind.TEXT else None for item in items]
    i = 0
    while i < len(items):
        run = _run(items, inside, i) if inside[i] or items[i].kind == Kind.SPACE else []
        if len(run) < _FEWEST_ROWS:
            i += 1
            continue
        head = _head_above(result, i)
        if head is None:
            i += len(run)
            continue
        at, text = head
        result[at] = replace(result[at], text=text, raw=result[at].raw[: result[at].raw.rindex(text) + len(text)],
                             label=text)  # fmt: skip
        for n, atoms in run:
            item = items[n]
            label = item.raw[: atoms[0].start].strip()
            result[n] = replace(item, kind=Kind.ROW, label=label, atoms=atoms, raw=item.raw[: atoms[-1].end])
        i = run[-1][0] + 1
    return result


def _run(
    items: Sequence[Item], inside: Sequence[tuple[Atom, ...] | None], start: int
) -> list[tuple[int, tuple[Atom, ...]]]:
    """The rows with a tail from here on, blank lines between them or not, each with as many values as most have; a
    number more in front of them ends the label: ``Asfalt 2027``. ``inside`` are the values of each item."""
    rows: list[tuple[int, tuple[Atom, ...]]] = []
    for n in range(start, len(items)):
        if items[n].kind == Kind.SPACE:
            continue
        atoms = inside[n]
        if atoms is None:
            break
        rows.append((n, atoms))
    if not rows:
        return rows
    usual = Counter(len(atoms) for _, atoms in rows).most_common(1)[0][0]
    short = next((k for k, (_, atoms) in enumerate(rows) if len(atoms) < usual), len(rows))
    return [(n, atoms[-usual:]) for n, atoms in rows[:short]]


def _values_inside(item: Item) -> tuple[Atom, ...] | None:
    """The values between a label and a few words at the end of a line; None for any other line."""
    text = item.text
    if not text[-1:].isalpha() or len(text) > _LONGEST or _TWO_DIGITS.search(text) is None:
        return None
    found = find_values(item.raw)
    values: list[Atom] = []
    for atom in reversed(found):
        if values and item.raw[atom.end : values[-1].start].strip():
            break
        values.append(atom)
    values.reverse()
    if len(values) < _FEWEST_VALUES or not item.raw[: values[0].start].strip():
        return None
    tail = item.raw[values[-1].end :].split()
    fits = 0 < len(tail) <= _MOST_TAIL and all(word[0].isalpha() for word in tail) and tail[0][0].isupper()
    return tuple(values) if fits else None


def _head_above(items: Sequence[Item], first: int) -> tuple[int, str] | None:
    """The line of heads right above the rows that ends with a head of free text, and what stands before that."""
    at = first - 1
    while at >= 0 and items[at].kind == Kind.SPACE:
        at -= 1
    if at < 0 or items[at].kind != Kind.TEXT:
        return None
    rest, _, last = items[at].text.rpartition(" ")
    return (at, rest.strip()) if last.lower() in TEXT_HEADS and rest.strip() else None
