"""Rows of flattened text that end in words, and what stands in place of their last value."""

import pytest
from flat_tables import facts, rows


@pytest.mark.parametrize("head", ["Vurdering", "Farve", "Status"])
def test_words_behind_the_values_are_a_column_of_text(head: str) -> None:
    text = f"""
Oversigt
Emne Måltal Resultat {head}
Besøg i huset 750 782 Grøn
Svartid 60 dage 71 dage Ikke opfyldt
Sygefravær 5,0 % 4,7 % Grøn
"""
    expected = [("Besøg i huset", "750 782"), ("Sygefravær", "5,0_% 4,7_%")]
    found = [(row, col, value.replace(" ", "_")) for row, col, value in facts(text) if row != "Svartid"]
    assert found == rows(["Måltal", "Resultat"], *expected)


def test_a_long_label_keeps_the_values_that_stand_below_it() -> None:
    text = """
Oversigt
Mål Måltal 2031 Resultat 2031 Status
1. Antal forløb 450 512 Nået
2. Andel af deltagerne, der er tilfredse med
forløbet
85 pct. 91 pct. Nået
3. Kurser 60 61 Nået
"""
    label = "2. Andel af deltagerne, der er tilfredse med forløbet"
    assert (label, "Resultat 2031", "91 pct.") in facts(text)
    assert len(facts(text)) == 6


def test_words_in_place_of_the_last_value_leave_the_first_in_its_column() -> None:
    text = """
Oversigt
Indikator Mål 2031 Status 30.6. Farve
Hjemmebesøg 1.100 604 Grøn
Træningsforløb 600 Ikke opgjort
Temadage 8 5 Gul
"""
    found = facts(text)
    assert ("Træningsforløb", "Mål 2031", "600") in found
    assert ("Træningsforløb", "Status 30.6.", "Ikke opgjort") in found
    assert ("Temadage", "Status 30.6.", "5") in found


def test_a_bound_before_a_value_is_part_of_its_cell() -> None:
    text = """
Tabel 1 Mål
Emne Måltal Resultat
Forløb 450 512
Udgift til drift højst 14 pct. 12,8 pct.
Kurser 60 61
"""
    assert ("Udgift til drift", "Måltal", "højst 14 pct.") in facts(text)
