"""Labels of sum rows that hold a cell of words."""

from __future__ import annotations

import pytest
from flat_tables import facts, rows

from extractors.tables.flat.crossed import without_word_cell


@pytest.mark.parametrize(
    ("label", "usual", "bare"),
    [
        ("Kreds Vest Vest Hospital", 0, "Kreds Vest"),
        ("Kreds Ny By Ny By Hospital", 2, "Kreds Ny By"),
        ("Kreds Nord/Vest Centralhospitalet, Vest", 2, "Kreds Nord/Vest"),
        ("Kreds Nord/Vest Centralhospitalet, Vest", 0, "Kreds Nord/Vest Centralhospitalet, Vest"),
        ("Kreds Syd Centralhospitalet", 2, "Kreds Syd Centralhospitalet"),
        ("Kreds Syd", 2, "Kreds Syd"),
        ("Kreds", 2, "Kreds"),
        ("", 0, ""),
    ],
)
def test_the_word_cell_is_what_says_the_name_again(label: str, usual: int, bare: str) -> None:
    assert without_word_cell(label, usual) == bare


def test_numbers_that_add_up_here_and_there_shift_no_rows() -> None:
    text = """
Tabel 3: Firmaer
Kommune A B C D
Horsens 149 185 269 103
Herning 181 167 158 100
Odder 168 135 224 110
Lejre 291 145 238 159
Køge 108 125 170 142
Greve 188 159 167 149
"""
    assert facts(text)[:4] == rows(["A", "B", "C", "D"], ("Horsens", "149 185 269 103"))
