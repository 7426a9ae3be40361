"""Numbers with a bound are figures of their table, and keep the bound in print."""

from __future__ import annotations

from decimal import Decimal

import pytest
from flat_tables import packet

from extractors.tables.extract import extract_tables
from schemas.records import Finding, Observation

TABLE = (
    "Tider\nLinje{tab}2030{tab}Krav\nPost{tab}6,5{tab}{cell}\nTelefon{tab}3,1{tab}≤ 4,0\nI alt{tab}9,6{tab}≤ 9,0"
)


def read(cell: str) -> tuple[dict[str, Decimal | None], list[str]]:
    rows = extract_tables(packet(TABLE.format(tab="\t", cell=cell)))
    values = {row.value_text or "": row.value for row in rows if isinstance(row, Observation)}
    return values, [row.rule for row in rows if isinstance(row, Finding)]


@pytest.mark.parametrize("cell", ["≤ 6,0", "højst 6,0", "6,0 (maks.)"])
def test_a_bounded_number_is_an_observation_and_of_no_sum(cell: str) -> None:
    values, rules = read(cell)
    assert values[cell] == 6
    assert rules == []


@pytest.mark.parametrize("cell", ["< 5", "under 6,0 pct."])
def test_what_is_below_a_number_is_not_that_number(cell: str) -> None:
    values, rules = read(cell)
    assert cell not in values
    assert rules == ["cell_not_read"]
