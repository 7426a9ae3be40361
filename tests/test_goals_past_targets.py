"""Targets of years long past, and levels that are owed in a year to come."""

import pytest
from goal_packets import read, results, targets

from schemas.records import Record


def rows_of(text: str) -> list[Record]:
    return read(("", f"Sagsfremstilling\n\n{text}\n"), title="Status på samarbejdet", meeting=2032)


def test_what_the_target_was_years_ago_is_not_answered_by_what_stands_near() -> None:
    text = (
        "Fristen er overholdt for 83 pct. af sagerne i hele landet. For klagerne var kommunens mål 88 pct. i 2029."
    )
    rows = rows_of(text)
    assert [(row.value, row.standing) for row in targets(rows)] == [(88, "earlier")]
    assert [row for row in results(rows) if row.target_id is not None] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("I 2035 må selskabets samlede udledning højst være 4.500 ton, og mindst 40 pct. af bilerne skal gå på el.",
         [4500, 40]),
        ("Senest i 2036 skal mindst 60 pct. af kommunens egne bygninger have solceller.", [60]),
        ("I 2031 måtte huset højst bruge 40 ton.", []),
    ],
)  # fmt: skip
def test_a_bounded_level_of_a_year_to_come_is_a_target(text: str, values: list[float]) -> None:
    assert [row.value for row in targets(rows_of(text))] == values
