"""Targets and what came of them face to face, in two cells of text below two heads."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

LAID_OUT = """\
Mål 1 – Rettidige både
  {heads}
  Højst 12,5 pct. af bådene er forsinkede           Andelen af forsinkede både er 14,2 pct. Det er 0,4
  mere end ti minutter.                             procentpoint lavere end i 2030, men målet er ikke
                                                    nået.


Mål 2 – Køen ved færgen
  {heads}
  En bil venter i                                   Bilerne venter i gennemsnit 6 minutter. Der er
  gennemsnit højst 8 minutter på at komme           forskel på lejerne, fra 2 til 11 minutter.
  om bord.


Mål 3 – Glade gæster
  {heads}
  Mindst 90 pct. af de unge gæster er glade.        Ifølge undersøgelsen fra efteråret er 88 pct. af de
                                                    unge glade. 7 pct. er sure.
"""
FLAT = """\
Mål 1 – Rettidige både
Mål Status december 2031
Højst 12,5 pct. af bådene er forsinkede
mere end ti minutter.
Andelen af forsinkede både er 14,2 pct. Det er 0,4
procentpoint lavere end i 2030, men målet er ikke
nået.
Mål 2 – Køen ved færgen
Mål Status december 2031
En bil venter i
gennemsnit højst 8 minutter på at komme
om bord.
Bilerne venter i gennemsnit 6 minutter. Der er
forskel på lejerne, fra 2 til 11 minutter.
"""


@pytest.mark.parametrize(
    "heads",
    [
        "Mål                                               Status december 2031",
        "Det lovede vi                                     Det har vi nået",
        "Målsætning                                        Opfølgning 2031",
    ],
)
def test_each_cell_is_read_by_itself(heads: str) -> None:
    rows = read((REPORT, LAID_OUT.format(heads=heads)))
    assert pairs(rows) == [Pair(12.5, 14.2, "not_met"), Pair(8, 6, "met"), Pair(90, 88, "not_met")]
    assert [target.goal_no for target in targets(rows)] == ["1", "2", "3"]


def test_without_gaps_the_cell_of_the_target_ends_with_its_sentence() -> None:
    rows = read((REPORT, FLAT))
    assert pairs(rows) == [Pair(12.5, 14.2, "not_met"), Pair(8, 6, "met")]


def test_cells_that_begin_anew_are_the_next_row() -> None:
    text = """\
  Mål                                               Status 2031
  Mindst 80 pct. af kajerne er tætte hele           I 2031 er 84 pct. af kajerne tætte. Det er
  året.                                             bedre end sidste år.
  Højst 12 både må ligge uden for havnen om         Der har i snit ligget 15 både uden for havnen.
  natten.

Havnen har 40 ansatte. Der er 300 gæster om dagen.
"""
    assert pairs(read((REPORT, text))) == [Pair(80, 84, "met"), Pair(12, 15, "not_met")]


def test_rows_of_values_are_no_cells_of_text() -> None:
    text = "Måltal Resultat\nBoliger, lange ophold 98 pct. 98,9 pct.\nBoliger, korte ophold 95 pct. 95,2 pct.\n"
    rows = read((REPORT, f"Mål 3 – Belægning\n\nIndikator\nBelægningsprocent i 2031\n\n{text}"))
    assert pairs(rows) == [Pair(98, 98.9, "met"), Pair(95, 95.2, "met")]


def test_what_is_told_of_segments_behind_the_whole_answers_the_target_too() -> None:
    text = """\
  Mål 3.1                                           Status
  Mindst 75 pct. af kunderne skal være glade        Samlet er 73 pct. glade. I driftssegmentet er
  for huset, samlet og i hvert segment.             78 pct. glade, mens det gælder 70 pct. i
                                                    vækstsegmentet.
"""
    rows = read(("Halvårsrapport 2031", text), title="Halvårsrapport 2031", meeting=2031)
    assert sorted(pairs(rows)) == [Pair(75, 70, "not_met"), Pair(75, 73, "not_met"), Pair(75, 78, "met")]


def test_a_target_whose_result_is_put_off_in_the_cell_beside_it_is_pending() -> None:
    text = """\
  Mål 1.1                                           Status
  Mindst 45 pct. af firmaerne skal i 2031           Målingen foretages først i november, og der er
  kende huset ved navn.                             derfor endnu intet resultat.
"""
    rows = read(("Halvårsrapport 2031", text), title="Halvårsrapport 2031", meeting=2031)
    assert pairs(rows) == [Pair(45, None, "pending")]
