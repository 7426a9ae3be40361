"""Lines that end like values and are heads or labels: broken behind a dash, years with the unit of another head."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.flat.lines import Atom, Item, Kind

_FEWEST_YEARS = 3
_LONGEST_NOTE = 2


def with_text_made(items: list[Item]) -> list[Item]:
    """Makes text of ``Torvet –`` above ``Havnen`` and ``5,2 19,8``, and of heads such as ``2023 2024 2025 pct.``"""
    for item, below, values in zip(items, [*items[1:], None], [*items[2:], None, None], strict=False):
        if _are_years_and_unit(item.atoms) or (
            below is not None and values is not None and _is_broken(item, below, values)
        ):
            item.kind, item.label, item.atoms = Kind.TEXT, item.text, ()
        elif item.kind == Kind.ROW and item.label.lower() == "note" and _are_number_and_years(item.atoms):
            item.label, item.atoms = item.raw[: item.atoms[0].end].strip(), item.atoms[1:]
    return items


def _are_number_and_years(atoms: Sequence[Atom]) -> bool:
    """True for the number of a note and the years that head its columns: ``Note 4 2025 2024``."""
    return len(atoms) >= _FEWEST_YEARS and len(atoms[0].text) <= _LONGEST_NOTE and all(a.is_year for a in atoms[1:])


def _is_broken(item: Item, below: Item, values: Item) -> bool:
    """True for a line that ends in the dash of a label, above the rest of that and the values."""
    dashed = item.kind == Kind.ROW and len(item.atoms) == 1 and item.atoms[0].text == "–"
    if not dashed or below.kind != Kind.TEXT or values.kind != Kind.VALUES:
        return False
    before = item.raw[: item.atoms[0].start]
    return before.endswith(" ") and not before.endswith("  ")  # more white would set a cell apart


def _are_years_and_unit(atoms: Sequence[Atom]) -> bool:
    """True for years that follow one another, the unit of a head behind the last."""
    if len(atoms) < _FEWEST_YEARS or not all(atom.is_year for atom in atoms[:-1]):
        return False
    last, _, unit = atoms[-1].text.partition(" ")
    years = [*(int(atom.text) for atom in atoms[:-1]), int(last) if last.isdecimal() else 0]
    return bool(unit) and all(b - a == 1 for a, b in pairwise(years))
