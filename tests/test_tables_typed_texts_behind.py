"""Typed tables with text one space behind the values of their last column, and with rows below their sum."""

import pytest
from test_tables_aligned import facts

MET = """
Tabel 1: Mål og resultater
Emne                                           Mål 2031         Resultat 2031 Opfyldelse
Besøg i havnene                                     640                   652 Nået
Besøg på værfterne                                1.480                 1.391 Ikke nået
Andel uanmeldte besøg                            50 pct.              54 pct. Nået
Svartid ved nye pladser                         120 dage             141 dage Ikke nået
"""
RATES = """
Tabel 1: Takster, normer
Element                                               Sats Bemærkning
Drift                                         højst 6 pct. Af alle omkostninger
Belægning                                          95 pct. Anvendes ved beregningen
Rente                                             2,5 pct. Af lån i havnene
Udvikling                                         0,5 pct. Kun nye pladser
"""
SUMS = """
Tabel 2. Drift af havnene 2031
Havn                                      Udgifter       Gæster
Nordkysten                                 1.343,5       142.752
Skagen                                       863,0       100.298
Hirtshals                                    480,5        42.454
Sydkysten                                    955,0        63.000
Assens                                       500,4        40.000
Faaborg                                      454,6        23.000
Havne i alt                                2.298,5       205.752
"""


@pytest.mark.parametrize(
    ("text", "row", "col", "value"),
    [
        (MET, "Besøg på værfterne", "Resultat 2031", "1.391"),
        (MET, "Svartid ved nye pladser", "Resultat 2031", "141 dage"),
        (RATES, "Drift", "Sats", "højst 6 pct."),
        (RATES, "Udvikling", "Sats", "0,5 pct."),
    ],
)
def test_text_right_behind_values_is_a_column_of_its_own(text: str, row: str, col: str, value: str) -> None:
    assert facts(text)[(row,), (col,)] == value


def test_numbered_names_behind_labels_are_no_values() -> None:
    text = """
Tabel 1. Mål
Havn             Mål                              2030     2031
Skagen           1 Flere gæster                     41       44
Grenaa           2 Flere både                       64       66
Assens           3 Renere vand                      75       79
"""
    assert not any(value in "123" for value in facts(text).values())


def test_rows_stand_below_the_rows_that_are_their_sums() -> None:
    found = facts(SUMS)
    assert found[("Nordkysten", "Hirtshals"), ("Gæster",)] == "42.454"
    assert found[("Sydkysten", "Faaborg"), ("Udgifter",)] == "454,6"
    assert found[("Nordkysten",), ("Gæster",)] == "142.752"
    assert found[("Havne i alt",), ("Gæster",)] == "205.752"


@pytest.mark.parametrize("change", [("863,0", "862,0"), ("42.454", "42.450")])
def test_rows_that_give_no_sum_stand_alone(change: tuple[str, str]) -> None:
    assert (("Hirtshals",), ("Gæster",)) in facts(SUMS.replace(*change))
