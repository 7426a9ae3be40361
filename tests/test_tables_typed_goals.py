"""Laid-out tables of goals: labels that go on beside others, a head and a column of words in one space."""

import pytest
from test_tables_aligned import facts

GOALS = """
 Mål                      Indikator                                Udgangspunkt      Krav     Udfald   {head}
                                                                           2029       2031       2031
 4. Flere skal bruge      Lånere med mindst et lån                            61        66         68 Nået
 bibliotekerne            i året (pct.)
                          Børn med lånerkort                                  72        75         71 Ikke
                          (pct.)                                                                      nået
 5. Flere børn går        Elever på hold i byens                             410       450        452 Nået
 i musikskolen            musikskole (antal)
                          {label:<52}33        40         36 Ikke
                          {rest:<76}nået
"""
CLAUSE = ("Elever på venteliste,", "som får en plads (antal)")


@pytest.mark.parametrize("head", ["Status", "Vurdering"])
@pytest.mark.parametrize(("label", "rest"), [CLAUSE, ("Elever, der går på et", "af de nye hold (antal)")])
def test_labels_of_two_columns_go_on_in_the_same_lines(head: str, label: str, rest: str) -> None:
    found = facts(GOALS.format(head=head, label=label, rest=rest))
    assert {row for row, _ in found} == {
        ("4. Flere skal bruge bibliotekerne", "Lånere med mindst et lån i året (pct.)"),
        ("4. Flere skal bruge bibliotekerne", "Børn med lånerkort (pct.)"),
        ("5. Flere børn går i musikskolen", "Elever på hold i byens musikskole (antal)"),
        ("5. Flere børn går i musikskolen", f"{label} {rest.strip()}"),
    }
    assert {path for _, path in found} == {("Udgangspunkt 2029",), ("Krav 2031",), ("Udfald 2031",)}
    assert len(found) == 12


STATUS = """
 Nr.  Mål                          Krav 2031         2030          2031 Farve
 1.1  Lånere uden kø                90 pct.       82 pct.       86 pct. Rød
 1.1  Lånere med reservation            310           288           295 Gul
 1.2  Glade lånere                  80 pct.       77 pct.       84 pct. Grøn
 2.1  Åbne timer                        620           600           611 Gul
"""


def test_a_word_behind_a_value_with_its_unit_is_a_cell_of_its_own() -> None:
    found = facts(STATUS)
    assert {path for _, path in found} == {("Krav 2031",), ("2030",), ("2031",)}
    assert len(found) == 12


def test_numbers_of_goals_that_several_rows_share_are_no_values() -> None:
    found = facts(STATUS.replace(" Farve", "").replace(" Rød", "").replace(" Gul", "").replace(" Grøn", ""))
    assert {path for _, path in found} == {("Krav 2031",), ("2030",), ("2031",)}
