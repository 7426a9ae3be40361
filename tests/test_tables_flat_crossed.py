"""Labels of sum rows that hold a cell of words."""

from __future__ import annotations

import pytest

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
