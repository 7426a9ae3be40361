"""Flattened tables: years that end labels, and words with a number that are heads of their own."""

from __future__ import annotations

import pytest
from flat_tables import facts, rows

DATED = """
Tabel 3: Praktikpladser
Kok Bager {last}
Aftalt antal 2031 1.210 985 340
Nye aftaler 2031 1.180 1.004 322
Nået (pct.) 97,5 101,9 94,7
Nye aftaler 2030 1.144 962 331
"""


@pytest.mark.parametrize("last", ["Slagter", "Kongelig kok"])
def test_a_year_that_ends_some_labels_is_no_value(last: str) -> None:
    values = {
        "Aftalt antal 2031": ["1.210", "985", "340"],
        "Nye aftaler 2031": ["1.180", "1.004", "322"],
        "Nået (pct.)": ["97,5", "101,9", "94,7"],
        "Nye aftaler 2030": ["1.144", "962", "331"],
    }
    heads = ["Kok", "Bager", last]
    assert facts(DATED.format(last=last)) == [
        (label, head, value) for label, row in values.items() for head, value in zip(heads, row, strict=True)
    ]


def test_a_year_below_a_head_of_years_is_no_part_of_a_label() -> None:
    text = """
Tabel 4: Byggeri
Projekt Færdig Anlæg Drift
Ny hal 2031 24,5 0,4
Sti langs åen 2032 4,1 0,1
Nyt tag 7,7 0,2
Køkken 2031 3,0 0,1
"""
    assert {row for row, _, _ in facts(text)} <= {"Ny hal", "Sti langs åen", "Nyt tag", "Køkken"}


@pytest.mark.parametrize("head", ["50-årshændelse", "10-årsmål"])
def test_a_word_that_begins_with_a_number_is_a_head_behind_years(head: str) -> None:
    text = f"Højeste vandstand (meter)\nHavnesøjle 2014 2019 2031 {head}\nNordhavn 2,41 1,96 2,12 3,05\n"
    text += "Sydhavn 2,28 1,84 2,05 2,90\nØsthavn 1,95 1,71 1,88 2,11\n"
    assert facts(text)[:4] == rows(["2014", "2019", "2031", head], ("Nordhavn", "2,41 1,96 2,12 3,05"))


@pytest.mark.parametrize("due", ["30. juni 2031", "31.12.2031", "1/7 2031", "2. kvartal 2031", "ultimo 2031"])
def test_a_column_of_days_among_values_counts_nothing_and_tells_rows_apart(due: str) -> None:
    text = f"""
Milepæle
Milepæl Mål Frist Status 1. maj 2031
Haller i drift 19 {due} 11
Tilsluttede huse 600 {due} 512
Tilsluttede huse 1.900 31. oktober 2032 512
Uddannede vagter 140 {due} 152
"""
    labels = [
        "Haller i drift",
        f"Tilsluttede huse ({due})",
        "Tilsluttede huse (31. oktober 2032)",
        "Uddannede vagter",
    ]
    pairs = [("19", "11"), ("600", "512"), ("1.900", "512"), ("140", "152")]
    assert facts(text) == [
        (label, head, value)
        for label, values in zip(labels, pairs, strict=True)
        for head, value in zip(["Mål", "Status 1. maj 2031"], values, strict=True)
    ]


def test_a_day_at_the_end_of_a_label_stays_there() -> None:
    text = "Gæster\nDag Haller Huse\nPr. 1. juni 2030 12 14\nPr. 30. juni 2031 15 19\nPr. 1. maj 2032 16 20\n"
    assert facts(text)[2] == ("Pr. 30. juni 2031", "Haller", "15")
