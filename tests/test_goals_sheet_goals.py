"""Rows of an overview that print the targets of numbered goal sheets again."""

from __future__ import annotations

import pytest
from goal_packets import CONTRACT, read, targets

SHEETS = """Mål 1 – Kendskab

Mål: Mindst 52 pct. af gårdene skal kende ordningen.
Mindst 45 pct. af de besøgte gårde skal være nye.

Metode: Opgøres i december.

Mål 2 – Tilfredshed

Mål: Mindst 80 pct. af gårdene er meget tilfredse med besøget.

Metode: Opgøres i december.

Mål 3 – CO2

Mål: CO2-udslippet fra besøgene skal være nede på højst 140 ton.

Metode: Opgøres i december.
"""
ROWS = [
    "Kender ordningen, pct.\t52\t47",
    "Nye gårde, pct.\t45\t51",
    "Meget tilfredse gårde, pct.\t80\t84",
    "Udslip af CO2, ton\t140\t131",
]
HEAD = "Indikator\tMål 2031\tResultat 2031"


def numbers(rows: list[str]) -> dict[int, str | None]:
    item = "\n".join(["Tabel 1. Samlet oversigt", "", HEAD, *rows])
    found = targets(read(("", f"{item}\n\n\n"), (CONTRACT, SHEETS)))
    assert len(found) == len(rows)
    return {int(target.value): target.goal_no for target in found}


def test_a_row_without_a_number_belongs_to_the_goal_of_its_sheet() -> None:
    assert numbers(ROWS) == {52: "1", 45: "1", 80: "2", 140: "3"}


@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "{} "])
def test_numbers_that_count_the_rows_yield_to_those_of_the_sheets(mark: str) -> None:
    rows = [mark.format(n) + row for n, row in enumerate(ROWS, 1)]
    assert numbers(rows) == {52: "1", 45: "1", 80: "2", 140: "3"}


def test_a_counted_row_that_no_sheet_states_has_no_goal() -> None:
    rows = [f"{n}. {row}" for n, row in enumerate([*ROWS, "Ture med båd\t33\t35"], 1)]
    assert numbers(rows)[33] is None


def test_numbers_of_goals_in_a_table_stay() -> None:
    rows = [f"{n}. {row}" for n, row in zip((1, 1, 2, 3), ROWS, strict=True)]
    assert numbers(rows) == {52: "1", 45: "1", 80: "2", 140: "3"}


def test_numbers_stay_where_sheets_say_what_few_of_the_rows_do() -> None:
    others = ["Ture med båd\t33\t35", "Møder i laug\t12\t14", "Nye skilte\t21\t20", "Kurser\t9\t9"]
    rows = [f"{n}. {row}" for n, row in enumerate([*others, *ROWS[1:3]], 1)]
    item = "\n".join(["Tabel 1. Samlet oversigt", "", HEAD, *rows])
    found = targets(read(("", f"{item}\n\n\n"), (CONTRACT, SHEETS)))
    assert [target.goal_no for target in found if target.value in (33, 12, 21, 9)] == ["1", "2", "3", "4"]
