"""Flattened heads of groups of columns: of several sizes, of years with their change, of budgets."""

from __future__ import annotations

import pytest
from flat_tables import facts, rows


@pytest.mark.parametrize("margin", ["", " " * 7])
def test_groups_of_several_sizes_begin_where_the_first_lower_head_comes_again(margin: str) -> None:
    text = """
Tabel 1: Drift af havnebussen
Havn 2030 2031 2032
Budget Regnskab Budget Regnskab Afvigelse Budget
Inderhavn 4,1 4,3 4,5 4,2 0,3- 4,6
Yderhavn 5,0 5,2 5,4 5,5 0,1 5,8
"""
    found = facts("\n".join(margin + line for line in text.split("\n")))
    assert ("Inderhavn", "2031 / Afvigelse", "0,3-") in found
    assert ("Yderhavn", "2032 / Budget", "5,8") in found
    assert ("Yderhavn", "2030 / Regnskab", "5,2") in found


@pytest.mark.parametrize("change", ["Vækst, pct.", "Ændring", "Udvikling"])
def test_the_change_from_year_to_year_ends_the_group_of_the_years(change: str) -> None:
    text = f"""
Tabel 1: Havnebussen
Linje Ture Rettidighed
2030 2031 {change} Pct. ± pct.-point
Inderhavn 1.204 1.310 +8,8 91 +2,1
Yderhavn 2.206 2.100 −4,8 88 −1,3
"""
    assert ("Inderhavn", f"Ture / {change}", "+8,8") in facts(text)
    assert ("Yderhavn", "Rettidighed / ± pct.-point", "−1,3") in facts(text)


@pytest.mark.parametrize("outlook", ["Overslagsår", "Budgetoverslag"])
def test_a_budget_heads_one_year_and_its_estimates_the_others(outlook: str) -> None:
    text = f"""
Tabel 1: Anlæg i havnene
Projekt Budget {outlook} I alt
2030 2031 2032 2033 2030-33
Inderhavn 4,1 4,3 4,5 4,2 17,1
Yderhavn 5,0 5,2 5,4 5,5 21,1
"""
    heads = ["Budget / 2030", *(f"{outlook} / {year}" for year in (2031, 2032, 2033)), "I alt / 2030-33"]
    assert facts(text) == rows(heads, ("Inderhavn", "4,1 4,3 4,5 4,2 17,1"), ("Yderhavn", "5,0 5,2 5,4 5,5 21,1"))


def test_rows_that_begin_behind_a_margin_have_heads_that_are_not_indented() -> None:
    text = """
Havnene har leveret tallene.
   Tabel 1: Ansatte i havnene
     Stilling       Jan   Feb   Mar
     Lodser         12    14    13
     Maskinister    22    24    23
     I alt          34    38    36
"""
    assert facts(text)[:2] == [("Lodser", "Jan", "12"), ("Lodser", "Feb", "14")]


def test_names_in_the_middle_of_groups_that_hold_the_same_rows_head_them() -> None:
    text = """
Tabel 5 Forløb
Branche Type 1. halvår 2. halvår I alt
Praktik 84 97 181
Handel og kontor Løntilskud 22 19 41
Småjob 48 57 105
Praktik 61 72 133
Byggeri Løntilskud 9 12 21
Småjob 39 44 83
Praktik 47 52 99
Omsorg Løntilskud 31 27 58
Småjob 26 35 61
"""
    found = facts(text)
    assert ("Handel og kontor / Praktik", "1. halvår", "84") in found
    assert ("Byggeri / Løntilskud", "2. halvår", "12") in found
    assert ("Omsorg / Småjob", "I alt", "61") in found


def test_small_numbers_that_begin_anew_behind_each_name_are_labels() -> None:
    text = """
Tabel 3 Takster (kr.)
Ydelse Trin Nu Forslag
Vask 1 24,00 26,00
2 36,00 38,00
3 46,00 49,00
Kørsel, hverdage 1 18,50 19,00
2 26,40 27,20
"""
    assert facts(text)[2:4] == [("Vask / 2", "Nu", "36,00"), ("Vask / 2", "Forslag", "38,00")]
    assert len(facts(text)) == 10


def test_a_line_that_says_nothing_of_a_column_names_the_rows_below_heads_that_are_all_there() -> None:
    text = """
Oversigt
Indikator Start Status Mål 2033
Sejlere
Andel, der kommer igen 18 16 12
Unge, der sejler 28 13 20
Ældre, der sejler 21 13 24
"""
    assert facts(text)[:2] == [
        ("Sejlere / Andel, der kommer igen", "Start", "18"),
        ("Sejlere / Andel, der kommer igen", "Status", "16"),
    ]


@pytest.mark.parametrize("last", ["Forskel", "I alt", "Andel", "Pct."])
def test_a_line_that_says_what_a_column_holds_is_its_head(last: str) -> None:
    text = f"Oversigt\nHavn Bro 2030 2031\n{last}\nNord A 18 16 12\nSyd B 28 13 20\nVest C 21 13 24\n"
    assert facts(text)[2][1:] == (last, "12")
