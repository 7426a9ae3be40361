"""Heads of two lines whose lower line goes on with each head of the upper one, and other odd heads."""

import pytest
from flat_tables import facts, rows


def test_each_word_of_the_lower_line_goes_on_with_one_head_above() -> None:
    text = """
Område Korte Handlings- Kurs-
forløb planer planer I alt
Nordbyen 742 198 161 1.101
Sydbyen 104 33 17 154
Vestbyen 196 58 39 293
"""
    heads = ["Korte forløb", "Handlingsplaner", "Kursplaner", "I alt"]
    expected = [("Nordbyen", "742 198 161 1.101"), ("Sydbyen", "104 33 17 154"), ("Vestbyen", "196 58 39 293")]
    assert facts(text) == rows(heads, *expected)


def test_heads_that_come_again_over_their_columns_are_heads_of_groups() -> None:
    text = """
Tabel 2. Hold i året
 Aars Aars Farsø Farsø
 mål svar mål svar
Svømning 150 141 230 204
Dans 250 287 320 341
"""
    heads = ["Aars / mål", "Aars / svar", "Farsø / mål", "Farsø / svar"]
    assert facts(text) == rows(heads, ("Svømning", "150 141 230 204"), ("Dans", "250 287 320 341"))


@pytest.mark.parametrize("lower", ["pr. borger", "og gebyrer"])
def test_a_lower_line_that_only_wraps_the_last_head_is_not_shared_out(lower: str) -> None:
    text = f"""
Tabel 2. Beløb
Kommune Indtægter Udgifter
{lower}
Aars 150 141
Farsø 250 287
"""
    assert {col for _, col, _ in facts(text)} <= {"Indtægter", f"Udgifter {lower}"}


def test_running_text_that_ends_in_a_number_is_no_row_of_the_table_below() -> None:
    text = """
Foreningen har i året haft en omsætning på 52,9 mio. kr., hvoraf de 8,2 mio. kr. er tilskud fra kommunen, som
udgør herefter 3,1 mio. kr.

Mio. kr. Budget 2031 Regnskab 2031 Budget 2032
Tilskud 18,2 18,2 18,7
Projekter 43,9 44,1 41,0
Andet 0,6 0,6 0,6
"""
    assert {row for row, _, _ in facts(text)} == {"Tilskud", "Projekter", "Andet"}


def test_a_day_at_the_end_of_each_label_is_a_cell_below_the_second_head() -> None:
    text = """
Tabel 1: Planer

Kommune Vedtaget Basisår Mål
2035
Svar
2032
Aars 28.09.2022 1990 70 pct. 31 pct.
Farsø 10.10.2022 1990 75 pct. 22 pct.
Løgstør 29.11.2022 1990 72 pct. 38 pct.
"""
    found = [(row, col, value.replace(" ", "_")) for row, col, value in facts(text)]
    expected = [("Aars", "70_pct. 31_pct."), ("Farsø", "75_pct. 22_pct."), ("Løgstør", "72_pct. 38_pct.")]
    assert found == rows(["Mål 2035", "Svar 2032"], *expected)


def test_what_is_counted_heads_values_where_a_space_stands_over_the_labels() -> None:
    text = """
Tabel 3 – Svar i året

 Tilbud Plejefamilier

Nye svar 21 58

Afslag 6 24

Ændringer 144 171
"""
    found = facts(text)
    assert [fact[:2] for fact in found[:2]] == [("Nye svar", "Tilbud"), ("Nye svar", "Plejefamilier")]
