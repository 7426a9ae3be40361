"""Groups whose name stands before the label of their first row, where every group has the same rows.

A cell that reaches over several rows is printed in the line of its first one: ``Skole Piger 12`` / ``Drenge 14`` /
``Klub Piger 7`` / ``Drenge 9``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.flat.rows import Row

_FEWEST_GROUPS = 2


def part_cycles(rows: Sequence[Row]) -> None:
    """Takes the names of groups off the labels of their first rows, where at least two groups hold the same labels
    in the same order; nothing is done where rows have groups of their own."""
    if len(rows) < 2 * _FEWEST_GROUPS or any(row.groups or row.rotated or not row.label for row in rows):
        return
    labels = [row.label for row in rows]
    words = labels[0].split()
    for at in range(1, len(words)):
        if words[at][0].islower():
            continue  # a cell begins with a capital letter: ``Almen familie`` is one
        suffix = " ".join(words[at:])
        firsts = [k for k, label in enumerate(labels) if label.endswith(f" {suffix}")]
        names = [labels[k][: -len(suffix)].strip() for k in firsts]
        if len(firsts) < _FEWEST_GROUPS or len(set(names)) < len(names) or not _alike(labels, firsts):
            continue
        for k, name in zip(firsts, names, strict=True):
            rows[k].groups, rows[k].label = [(name, rows[k].label_line)], suffix
        return


def _alike(labels: Sequence[str], firsts: Sequence[int]) -> bool:
    """True where the same labels follow the first row of every group; others may follow the last group."""
    size = firsts[1] - firsts[0]
    follow = labels[firsts[0] + 1 : firsts[1]]
    if size < 2 or any(b - a != size for a, b in pairwise(firsts)):
        return False
    return all(list(labels[k + 1 : k + size]) == list(follow) for k in firsts)
