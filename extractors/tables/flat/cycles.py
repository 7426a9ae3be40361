"""Groups whose name stands before the label of their first row, where every group has the same rows or all rows are
municipalities.

A cell that reaches over several rows is printed in the line of its first one: ``Skole Piger 12`` / ``Drenge 14`` /
``Klub Piger 7`` / ``Drenge 9``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.tables.flat.head import Head
from extractors.tables.flat.rows import Row
from extractors.tables.flat.words import TOTAL_WORDS, YEARS_HEAD
from schemas.places import find_municipality

_FEWEST_GROUPS = 2


def part_cycles(rows: Sequence[Row]) -> None:
    """Takes the names of groups off the labels of their first rows, where at least two groups hold the same labels
    in the same order; nothing is done where rows have groups of their own."""
    found = _cycles(rows)
    if found is None:
        return
    suffix, firsts = found
    for k in firsts:
        rows[k].groups, rows[k].label = [(rows[k].label[: -len(suffix)].strip(), rows[k].label_line)], suffix


def holds_cycles(rows: Sequence[Row]) -> bool:
    """True where names of groups stand before the labels of their first rows (:func:`part_cycles`)."""
    return _cycles(rows) is not None


def _cycles(rows: Sequence[Row]) -> tuple[str, list[int]] | None:
    """The label of the first row of each group and the places of these rows; None where there are no groups."""
    if len(rows) < 2 * _FEWEST_GROUPS or any(row.groups or row.rotated or not row.label for row in rows):
        return None
    labels = [row.label for row in rows]
    words = labels[0].split()
    for at in range(1, len(words)):
        if words[at][0].islower():
            continue  # a cell begins with a capital letter: ``Almen familie`` is one
        suffix = " ".join(words[at:])
        firsts = [k for k, label in enumerate(labels) if label.endswith(f" {suffix}")]
        names = {labels[k][: -len(suffix)].strip() for k in firsts}
        if len(firsts) >= _FEWEST_GROUPS and len(names) == len(firsts) and _alike(labels, firsts):
            return suffix, firsts
    return None


def part_places(rows: Sequence[Row]) -> None:
    """Takes the names of groups off the labels of their first rows, where a municipality stands behind them and in
    all other rows but totals: ``Klynge Vest Struer 12`` / ``Lemvig 9``."""
    if any(row.groups or row.rotated or not row.label for row in rows):
        return
    places = [row for row in rows if not TOTAL_WORDS.search(row.label)]
    names = [_before_place(row.label) for row in places]
    found = [name for name in names if name]
    if (
        not names
        or not names[0]
        or None in names
        or not _FEWEST_GROUPS <= len(set(found)) == len(found) < len(names)
    ):
        return
    for row, name in zip(places, names, strict=True):
        if name:
            row.groups, row.label = [(name, row.label_line)], row.label[len(name) :].strip()


def part_years(rows: Sequence[Row], head: Head) -> bool:
    """Makes labels of the years that the first column holds below «År», where a name stands before the first of
    several years and none before the others: ``Struer 2025 12 14`` / ``2030 13 15``."""
    if not head.paths or [part.lower() for part in head.paths[0]] != [YEARS_HEAD] or not rows[0].label:
        return False
    if any(
        row.groups or row.rotated or not (row.pieces[0].atoms and row.pieces[0].atoms[0].is_year) for row in rows
    ):
        return False
    named = sum(bool(row.label) for row in rows)
    if not _FEWEST_GROUPS <= named <= len(rows) / 2:
        return False
    for row in rows:
        first = row.pieces[0]
        if row.label:
            row.groups = [(row.label, row.label_line)]
        row.label, row.label_line = first.atoms[0].text, first.line
        row.pieces[0] = replace(first, atoms=first.atoms[1:])
    head.labels.append(head.paths.pop(0)[-1])
    return True


def _before_place(label: str) -> str | None:
    """What stands before the municipality that a label ends with; None where it ends with none."""
    words = label.split()
    for at in range(len(words)):
        if find_municipality(" ".join(words[at:])) is not None:
            return " ".join(words[:at])
    return None


def _alike(labels: Sequence[str], firsts: Sequence[int]) -> bool:
    """True where the same labels follow the first row of every group; others may follow the last group."""
    size = firsts[1] - firsts[0]
    follow = labels[firsts[0] + 1 : firsts[1]]
    if size < 2 or any(b - a != size for a, b in pairwise(firsts)):
        return False
    return all(list(labels[k + 1 : k + size]) == list(follow) for k in firsts)
