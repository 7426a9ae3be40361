"""Rows of two kinds in one table, shifted against each other.

What a sum row prints in one column, the rows below it print in another, because the sum row has a word where they
have a number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.tables.flat.columns import value_of
from extractors.tables.flat.rows import Assembly, Piece, Row

_MOST_COLUMNS = 6
_FEWEST_PARENTS = 2
_COMPLETE = 0.9
_HELD = 0.95
"""Sum rows and the rows below them make up so much of the table from the first sum row on."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """Sum rows (``parents``, by number) stand ``by`` columns too far left against their children."""

    parents: frozenset[int]
    by: int


def find_crossing(assembly: Assembly) -> Crossing | None:
    """The shift that the sums of a table show: at least two rows are the sum of the rows below them in another
    column, none in its own."""
    columns = assembly.columns
    if not 2 <= columns <= _MOST_COLUMNS or assembly.complete < _COMPLETE * len(assembly.rows):
        return None
    values: list[list[Decimal | None]] = [
        [value_of(atom) for atom, _ in row.atoms] if row.count == columns else [None] * columns
        for row in assembly.rows
    ]
    for upper in range(columns):
        if not any((top := row[upper]) and top >= _SMALLEST for row in values):
            continue
        for lower in range(upper + 1, columns):
            ends = _parents([row[upper] for row in values], [row[lower] for row in values])
            if len(ends) < _FEWEST_PARENTS:
                continue
            parents = frozenset(ends)
            held = sum(end - k for k, end in ends.items())
            if held >= _HELD * (len(values) - min(parents)):  # else some numbers add up by chance
                return Crossing(frozenset(range(min(parents))) | parents, lower - upper)
    return None


def _parents(tops: Sequence[Decimal | None], lows: Sequence[Decimal | None]) -> dict[int, int]:
    """Rows whose upper value is the sum of the lower values of the two or more rows right below them, each with the
    row behind the last of these."""
    found: dict[int, int] = {}
    k = 0
    while k < len(tops):
        end = _end_of_sum(k, tops, lows)
        if end is None:
            k += 1
            continue
        found[k] = k = end
    return found


def _end_of_sum(k: int, tops: Sequence[Decimal | None], lows: Sequence[Decimal | None]) -> int | None:
    wanted = tops[k]
    if not wanted or wanted < _SMALLEST:
        return None
    total = Decimal(0)
    for j in range(k + 1, len(lows)):
        total += lows[j] or 0
        if abs(total - wanted) <= 1 and j > k + 1:
            return j + 1
        if total > wanted + 1:
            return None
    return None


_SMALLEST = 100
"""Small numbers add up by chance."""


def straighten(assembly: Assembly, crossing: Crossing) -> None:
    """Gives the rows the blank cells that the shift leaves, in place; the children get their sum row as group."""
    assembly.columns += crossing.by
    group: list[tuple[str, int]] = []
    last = max(crossing.parents)
    usual = _usual_length([assembly.rows[k].label for k in crossing.parents])
    for k, row in enumerate(assembly.rows):
        blank = Piece(row.pieces[0].line, blanks=crossing.by)
        if k in crossing.parents:
            row.label = without_word_cell(row.label, usual)
            row.pieces.insert(0, blank)
            row.groups = []
            group = [(row.label, row.label_line)]
        else:
            row.pieces.append(blank)
            if k - 1 in crossing.parents and k - 1 <= last:
                row.groups = group
    _leave_groups(assembly.rows, crossing)


def _leave_groups(rows: Sequence[Row], crossing: Crossing) -> None:
    for k in crossing.parents:
        rows[k].top = True


def without_word_cell(label: str, usual: int = 0) -> str:
    """A label without the word cell behind it where that repeats the label's name: ``Klynge Vest Vest Sygehus``.

    Where the cell says only a part of the name, and that later (``Klynge Nord/Vest Centralsygehuset, Vest``), the
    label has the ``usual`` number of words.
    """
    words = label.split()
    for at in range(1, len(words)):
        if words[at] in words[1:at]:
            return " ".join(words[:at])
    parts = {part for word in words[1:usual] for part in word.split("/")}
    if any(word.strip(",") in parts for word in words[usual:]):
        return " ".join(words[:usual])
    return label


def _usual_length(labels: Sequence[str]) -> int:
    """How many words most labels have without their word cells; 0 where none has one."""
    lengths = Counter(len(bare.split()) for label in labels if (bare := without_word_cell(label)) != label)
    return lengths.most_common(1)[0][0] if lengths else 0
