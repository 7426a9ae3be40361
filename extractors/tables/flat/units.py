"""Units of flattened tables: named in heads, captions and labels, or plain from what the head says is counted."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex

from extractors.language.numbers import parse_number
from extractors.tables.flat.columns import Placed, value_of
from extractors.tables.flat.head import Head
from extractors.tables.flat.rows import Row
from extractors.tables.labels import closing_unit, is_count
from schemas.units import measure_in, unit_in

_MEASURED = regex.compile(
    r"(?<![\d.,])(?!1\.?000\s?(?:kr|dkk|euro))(?!(?:19|20)\d\d\b)\d[\d.]*(?:,\d+)?\s?"
    r"(?:%|pct\.?|procent\w*|(?:mio|mia|mill)\.?\s?(?:kr\.?|kroner)?|kr\.?|kroner)(?!\w)",
    regex.IGNORECASE,
)
"""An amount inside a title: ``mere end 50 pct. af`` names no unit of the table; a year before one is no amount."""

_MONEY = regex.compile(
    r"udgift|indtægt|omkostning|beløb|bevilling|tilskud|takst|bidrag|finansiering\b|midler(?:ne)?\b|budget|regnskab|honorar|\bløn|"
    r"refusion|merforbrug|mindreforbrug|overskud|underskud|\bpris(?:er)?\b|betaling",
    regex.IGNORECASE,
)
"""Heads and titles that speak of money."""

_PER_HEAD = regex.compile(r"^(?:kr\.? )?pr\.? (?:indbygger|borger|elev|barn|plads|husstand)\b", regex.IGNORECASE)
"""Heads of amounts for each inhabitant: in a table of money they are printed in kroner and øre."""

_LARGE = Decimal(10_000)
"""Amounts that are printed in whole kroner; smaller ones may be thousands."""


def named_unit(text: str | None) -> str | None:
    """The unit a head or title names; units behind a number of its own are amounts and do not count."""
    return unit_in(_MEASURED.sub(" ", text)) if text else None


def column_units(
    paths: Sequence[tuple[str, ...]],
    rows: Sequence[Placed | None],
    table_unit: str | None,
    title: str | None = None,
) -> dict[int, str]:
    """Units of columns whose heads name one or, where the table has none, speak of money over large numbers.

    Under a title that speaks of money, amounts for each inhabitant are kroner.
    """
    units: dict[int, str] = {}
    for column, path in enumerate(paths):
        unit = next((found for head in reversed(path) if (found := named_unit(head)) is not None), None)
        if unit is None and table_unit is None and path and _MONEY.search(path[-1]) and not is_count(path[-1]):
            unit = "kr." if _all_large(rows, column) else None
        if unit is None and table_unit is None and title and path and _PER_HEAD.match(path[-1]):
            unit = "kr." if _MONEY.search(title) else None
        if unit is not None and not (unit == "%" and _all_large(rows, column)):
            units[column] = unit
    return units


def title_unit(title: str | None, rows: Sequence[Placed | None], columns: int) -> str | None:
    """The unit of a whole table: named by its title, or kroner where the title speaks of money and every column
    holds large plain numbers."""
    if (unit := named_unit(title) or measure_in(title or "")) is not None:
        return unit
    if title and _MONEY.search(title) and all(_all_large(rows, c) for c in range(columns)):
        return "kr."
    return None


def unit_heads(rows: Sequence[Row], columns: int) -> Head | None:
    """The units as heads where nothing stands over the columns, and all cells of each bear one unit that no other
    column has: ``Bil 121 ton 40 %``. None with few rows, and where a cell is blank or has another unit."""
    if columns < _FEWEST_COLUMNS or len(rows) < _FEWEST_ROWS or any(row.width != columns for row in rows):
        return None
    units = [{_unit_of(atom.text) for atom, _ in column} for column in zip(*(r.atoms for r in rows), strict=False)]
    names = [unit for found in units if len(found) == 1 for unit in found if unit is not None]
    if len(units) != columns or len(names) != columns or len(set(names)) < columns:
        return None
    return Head([(name,) for name in names], units=dict(enumerate(names)))


def _unit_of(text: str) -> str | None:
    number = parse_number(text)
    return number.unit if number is not None else None


_FEWEST_COLUMNS, _FEWEST_ROWS = 2, 4


def row_unit(label: str) -> str | None:
    """The unit a row label ends with: ``Lønudgift (1.000 kr.)``."""
    return closing_unit(label)


def _all_large(rows: Sequence[Placed | None], column: int) -> bool:
    """True where a column holds plain numbers, nearly all of them large but for zeros."""
    large = small = 0
    for row in rows:
        cell = row[column] if row is not None and column < len(row) else None
        value = value_of(cell[0]) if cell is not None else None
        if cell is None or not value:
            continue
        number = parse_number(cell[0].text)
        if number is None or number.unit is not None or number.value != value.to_integral_value():
            return False
        large += abs(value) >= _LARGE
        small += abs(value) < _LARGE
    return large >= 2 and large >= 9 * small
