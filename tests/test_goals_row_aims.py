"""Targets in the table of an agreement, and the report in another bilag that answers them in running text."""

import pytest
from goal_packets import Pair, pairs, read, results

TABLE = """Kvalitetskrav for bibliotekerne 2031

Rådet har vedtaget disse krav.

Nr.   Krav                                    Måltal 2031
1     Lånere uden kø ved skranken             Mindst 72 pct.
2     Bøger leveret inden for fire dage       Mindst 88 pct.
3     Klager over lukkede filialer            Højst 40
"""
NUMBERED = """Opfølgning på kvalitetskravene 2031

Krav 1 - kø
I løbet af året stod 69 pct. ikke i kø. Kravet er ikke opfyldt.

Krav 2 - levering
Andelen var 91 pct., og kravet er opfyldt.

Krav 3 - klager
Der blev modtaget 33 klager over lukkede filialer.
"""
TITLED = """Opfølgning på kvalitetskravene 2031

1. Kø
Af lånerne kom 69 pct. igennem uden kø ved skranken.

2. Levering
Der er leveret 91 pct. af bøgerne inden for fire dage.

3. Klager
Filialerne fik 33 klager over, at de var lukkede.
"""
PAIRS = [Pair(72, 69, "not_met"), Pair(88, 91, "met"), Pair(40, 33, "met")]


@pytest.mark.parametrize("report", [NUMBERED.replace("Krav ", "Mål "), TITLED], ids=["goals", "titles"])
def test_a_report_answers_the_rows_of_an_agreement(report: str) -> None:
    rows = read(("Kvalitetskrav 2031", TABLE), ("Opfølgning på kvalitetskravene 2031", report), title="Biblioteker")
    assert pairs(rows) == PAIRS


def test_each_place_of_a_list_answers_the_row_of_its_goal() -> None:
    report = "Opfølgning 2031\n\nMål 1 - kø\nOpgjort for hver af de to byer:\n- Nordby: 69 pct.\n- Sydby: 75 pct.\n"
    rows = read(("Kvalitetskrav 2031", TABLE), ("Opfølgning på kravene 2031", report), title="Biblioteker")
    assert [pair for pair in pairs(rows) if pair.result] == [Pair(72, 69, "not_met"), Pair(72, 75, "met")]


def test_rows_stay_open_where_the_report_tells_of_other_things() -> None:
    report = "Opfølgning på kravene 2031\n\nTag og fag\nTagene er 14 år gamle, og 22 pct. af skiferen er skiftet.\n"
    rows = read(("Kvalitetskrav 2031", TABLE), ("Opfølgning på kravene 2031", report), title="Biblioteker")
    assert [pair.result for pair in pairs(rows)] == [None] * 3


def test_of_the_years_of_a_row_that_of_the_report_is_answered() -> None:
    table = """Kvalitetskrav for bibliotekerne

Krav                                    Mål 2031        Mål 2032
Lånere uden kø ved skranken             72 pct.         80 pct.
Bøger leveret inden for fire dage       88 pct.         90 pct.
"""
    rows = read(("Kvalitetskrav for bibliotekerne", table), ("Opfølgning 2031", TITLED), title="Biblioteker")
    assert [(p.target, p.result) for p in pairs(rows) if p.result] == [(72, 69), (88, 91)]


def test_what_a_report_prints_again_with_its_result_is_one_target() -> None:
    report = """Opfølgning på kravene 2031

Krav                 Måltal      Resultat
Uden kø              72 pct.     69 pct.
Levering af bøger    88 pct.     91 pct.
"""
    rows = read(("Kvalitetskrav 2031", TABLE), ("Opfølgning på kravene 2031", report), title="Biblioteker")
    assert [(p.target, p.result) for p in pairs(rows)] == [(40, None), (72, 69), (88, 91)]
    assert len(results(rows)) == 2
