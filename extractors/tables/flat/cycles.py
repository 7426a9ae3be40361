"""Groups whose name stands before the label of their first row, where every group has the same rows or all rows are
municipalities.

A cell that reaches over several rows is printed in the line of its first one (``Skole Piger 12`` / ``Drenge 14`` /
``Klub Piger 7`` / ``Drenge 9``) or in that of the middle one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.tables.flat.head import Head
from extractors.tables.flat.rows import Row
from extractors.tables.flat.words import TOTAL_WORDS, YEARS_HEAD
from extractors.tables.labels import is_count
from schemas.places import find_municipality
from schemas.units import unit_in

_FEWEST_GROUPS = 2
_FEWEST_CENTRED = 3
"""So many groups have their names in the middle."""


def part_cycles(rows: Sequence[Row]) -> None:
    """Takes the names of groups off the labels of their first rows, where at least two groups hold the same labels
    in the same order; nothing is done where rows have groups of their own."""
    found = _cycles(rows)
    if found is None:
        return
    suffix, named, at = found
    for k in named:
        name, rows[k].label = rows[k].label[: -len(suffix)].strip(), suffix
        rows[k - at].groups = [(name, rows[k].label_line)]


def holds_cycles(rows: Sequence[Row]) -> bool:
    """True where names of groups stand before the labels of their first rows (:func:`part_cycles`)."""
    return _cycles(rows) is not None


def _cycles(rows: Sequence[Row]) -> tuple[str, list[int], int] | None:
    """The label of the row that a name stands before in each group, the places of these rows, and how far they are
    from the first row of their group; None where there are no groups."""
    if len(rows) < 2 * _FEWEST_GROUPS or any(row.groups or row.rotated or not row.label for row in rows):
        return None
    labels = [row.label for row in rows]
    for at in (0, *range(1, (len(rows) // _FEWEST_CENTRED - 1) // 2 + 1)):
        words = labels[at].split()
        for start in range(1, len(words)):
            if words[start][0].islower():
                continue  # a cell begins with a capital letter: ``Almen familie`` is one
            suffix = " ".join(words[start:])
            named = [k for k, label in enumerate(labels) if label.endswith(f" {suffix}")]
            names = {labels[k][: -len(suffix)].strip() for k in named}
            if len(named) >= _FEWEST_GROUPS and len(names) == len(named) and _alike(labels, named, at):
                return suffix, named, at
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
    several years and none before the others (``Struer 2025 12 14`` / ``2030 13 15``), and of small numbers that
    begin anew behind each name, below a head that counts nothing: ``Vask 1 120,00`` / ``2 180,00``."""
    if not head.paths or not rows[0].label or any(row.groups or row.rotated for row in rows):
        return False
    firsts = [row.pieces[0].atoms[0] if row.pieces[0].atoms else None for row in rows]
    of_years = [part.lower() for part in head.paths[0]] == [YEARS_HEAD]
    if of_years and not all(atom is not None and atom.is_year for atom in firsts):
        return False
    if not of_years and not _are_steps(rows, head):
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


def _are_steps(rows: Sequence[Row], head: Head) -> bool:
    """True where the first column holds small whole numbers that rise behind each name and mostly begin alike."""
    leaf = head.paths[0][-1] if len(head.paths[0]) == 1 else ""
    if not leaf or is_count(leaf) or unit_in(leaf) is not None:
        return False
    runs: list[list[int]] = []
    for row in rows:
        atoms = row.pieces[0].atoms
        if not atoms or _STEP.fullmatch(atoms[0].text) is None:
            return False
        if row.label:
            runs.append([])
        runs[-1].append(int(atoms[0].text))
    starts = [run[0] for run in runs]
    rising = all(a < b for run in runs for a, b in pairwise(run))
    return rising and 2 * max(map(starts.count, starts)) >= len(runs)


_STEP = re.compile(r"\d{1,2}")


def _before_place(label: str) -> str | None:
    """What stands before the municipality that a label ends with; None where it ends with none."""
    words = label.split()
    for at in range(len(words)):
        if find_municipality(" ".join(words[at:])) is not None:
            return " ".join(words[:at])
    return None


def _alike(labels: Sequence[str], named: Sequence[int], at: int) -> bool:
    """True where the same labels follow the first row of every group; others may follow the last group. A name that
    stands ``at`` rows below the first of its group stands in the middle of it."""
    size = named[1] - named[0]
    first = named[0] - at
    follow = [*labels[first : named[0]], *labels[named[0] + 1 : first + size]]
    if size < 2 or any(b - a != size for a, b in pairwise(named)):
        return False
    if at and (size != 2 * at + 1 or len(named) < _FEWEST_CENTRED or first or len(set(follow)) < len(follow)):
        return False
    return all([*labels[k - at : k], *labels[k + 1 : k - at + size]] == follow for k in named)
