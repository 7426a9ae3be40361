"""Rows of an overview that print the targets of numbered goal sheets again."""

from __future__ import annotations

import pytest
from goal_packets import CONTRACT, HALF_YEAR, pairs, read, targets

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


def test_the_first_sub_goal_may_stand_in_the_line_of_the_label() -> None:
    text = (
        "Mål 2: Haver\n\nMålepunkter 2.1 Mindst 40 pct. af haverne har en bænk.\n\n"
        "2.2 Mindst halvdelen (50 pct.) af haverne har et træ.\n\nMetode Optælling.\n"
    )
    rows = targets(read((CONTRACT, text)))
    assert [(row.sub_no, row.value) for row in rows] == [("2.1", 40), ("2.2", 50)]


def test_goals_that_go_out_of_an_agreement_are_not_in_force() -> None:
    text = (
        "2. Oversigt over mål i 2031\n\nMål 2: Haver\n\nMål\tMindst 40 pct. af haverne har en bænk.\n\n"
        "3. Mål fra 2030, som ikke videreføres\n\n"
        "- Målet om 19 brønde, én i hver have, erstattes af en pumpe.\n"
    )
    assert [row.value for row in targets(read((CONTRACT, text))) if row.standing == "in_force"] == [40]


def test_a_share_below_the_title_of_a_sub_goal_tells_what_came_of_it() -> None:
    text = (
        "Mål 2: Haver\n\nDelmål 2.1 Mindst hver fjerde have (25 pct.) skal have en bænk\n\n"
        "29 pct. af haverne har i første halvår fået en ny bænk.\n"
    )
    assert pairs(read((HALF_YEAR, text))) == [(25, 29, "met")]
