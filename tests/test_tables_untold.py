"""No figure is left out in silence: rows of which no table took a value are told."""

import pytest
from flat_tables import packet

from extractors.tables.extract import find_tables

AMOUNTS = """
Støtte til foreninger
Navn Ansøgt Svar
Roklubben 90.000 75.000 Ja, delvist
Skakklubben 12.000 10.000 Ja, delvist
Bokseklubben 38.000 - Nej, for sent
"""
LONE = "Mål for huset\nTilfredshed 4,6\nFaglighed 4,7\nVentetid 3,9"
PHONES = "Kontakt huset på nummeret\nNord 35 30 87 15"
HEADS = "Mål\n2031 2032 2033 2034 pct.-point\nog her står der ikke mere"
READ = "Tabel 1 Både\nHavn 2031 2032\nNord 12 14\nSyd 15 18\nVest 9 8"


@pytest.mark.parametrize(("text", "lines"), [(AMOUNTS, [3]), (LONE, [2]), (PHONES, []), (HEADS, []), (READ, [])])
def test_rows_that_no_table_took_are_told_once(text: str, lines: list[int]) -> None:
    assert [finding.line for finding in find_tables(packet(text))[1]] == lines


def test_rows_that_a_finding_tells_are_not_told_again() -> None:
    text = "Tabel 2 Lån\nBank Lån\n2031 2032 Rest i\nNord 1.200 1.400 8,1\nSyd 1.500 1.800 7,9\nVest 900 800 6,1"
    grids, findings = find_tables(packet(text))
    assert len(grids) + len(findings) == 1


SMALL = """
Besøg i husene
Nord 21 24 som ventet
Syd 18 17 lidt under
Vest 30 33 som ventet
"""
SPAN = "Andel i pct.\n\n4 – 6 pct.\n\n6 – 8 pct.\n\n8 – 10 pct."


@pytest.mark.parametrize(("text", "lines"), [(SMALL, [2]), (SPAN, [])])
def test_rows_of_small_numbers_are_told_and_spans_are_not(text: str, lines: list[int]) -> None:
    assert [finding.line for finding in find_tables(packet(text))[1]] == lines


FAR = """
Indtægter                               242,8
  heraf gebyrer fra de bekendte          163
Område           Krav                                        Svar
Skov             Højst 5 hold på kursus              4,2

Udgifter                                245,6
"""
NAMED = "Vand\nMåltal:    7,5 %\nOpgjort:   6,9 %\nMåltal:    40\nOpgjort:   53\nMåltal:    17\nOpgjort:   16"


@pytest.mark.parametrize(("text", "lines"), [(FAR, [1]), (NAMED, [])])
def test_lines_that_end_in_a_cell_far_behind_their_words_are_told(text: str, lines: list[int]) -> None:
    assert [finding.line for finding in find_tables(packet(text))[1]] == lines
