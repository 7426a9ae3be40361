"""Numbers with a point too few: read where sums prove what they are, else told and left out."""

from __future__ import annotations

from decimal import Decimal

from flat_tables import packet

from extractors.tables.extract import extract_tables
from schemas.records import Finding, Observation

TABLE = """
Tabel 3: Midler til de nye huse i kr.
Hus Kommunen Regionen I alt
Havhuset 1.204.100 1.100.300 2.304.400
Skovhuset 2.310450 1.050.000 3.360.450
Byhuset 1.000.250 1.900.100 2.900.350
I alt 4.514.800 4.050.400 8.565.200
"""


def read(text: str) -> tuple[dict[str, Decimal | None], list[str]]:
    rows = extract_tables(packet(text))
    values = {row.value_text: row.value for row in rows if isinstance(row, Observation)}
    return values, [row.rule for row in rows if isinstance(row, Finding)]


def test_a_missing_point_is_read_where_the_sums_prove_the_number() -> None:
    values, rules = read(TABLE)
    assert values["2.310450"] == 2310450
    assert rules == ["number_misgrouped"]


def test_a_missing_point_that_no_sum_proves_stays_unread() -> None:
    values, rules = read(TABLE.replace("2.310450", "2.310999"))
    assert "2.310999" not in values
    assert "cell_not_read" in rules
    assert "number_misgrouped" not in rules
