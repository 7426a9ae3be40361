"""Lines between rows that head another table: years, years with their total, names of other columns."""

from __future__ import annotations

import re

from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.words import LABEL_HEADS

_YEARS_AND_TOTAL = re.compile(r"(?P<years>(?:(?:19|20)\d\d ){2,})(?:I alt|Total|Samlet|Sum)", re.IGNORECASE)


def heads_years(item: Item, above: Item, below: Item) -> bool:
    """True for a line of years, alone or behind the head of labels, that has one for each value of the row below,
    and for those of the row above has not: ``Sanktion 2023 2024 2025``, ``2023 2024 2023 2024`` below the names of
    two groups. Below a word that heads labels one of the values may end a label: ``Indtil 7 pladser 36 37 38``."""
    years = len(item.year_atoms) if item.kind in (Kind.ROW, Kind.VALUES) else 0
    spare = len(below.atoms) - years
    fits = spare == 0 or (spare == 1 and item.label.lower() in LABEL_HEADS and below.kind == Kind.ROW)
    return fits and years > 1 and years != len(above.atoms)


def heads_titled_years(item: Item, title: Item, below: Item) -> bool:
    """True for years alone, one for each value of the row below, right below a title that white sets apart from the
    rows above."""
    years = len(item.year_atoms) if item.kind == Kind.VALUES and not item.gap else 0
    return years == len(below.atoms) and years > 1 and title.kind == Kind.TEXT and title.gap > 0


def heads_a_total(item: Item, below: Item) -> bool:
    """True for years and their total, one for each value of the row below: ``2025 2026 2027 I alt``."""
    match = _YEARS_AND_TOTAL.fullmatch(item.text)
    return match is not None and len(match["years"].split()) + 1 == len(below.atoms)


def heads_others(item: Item, above: Item, below: Item) -> bool:
    """True for one word with a capital letter for the labels and each value of the row below, where the row above
    has another number of values: ``Ansatte Antal Årsværk``."""
    parts = item.text.split()
    columns = len(below.atoms)
    return columns > 1 and columns != len(above.atoms) and len(parts) == columns + 1 and all(map(_is_name, parts))


def _is_name(word: str) -> bool:
    return word[0].isupper() and word[1:].islower()
