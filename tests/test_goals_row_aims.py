"""Targets in the table of an agreement, and the report in another bilag that answers them in running text."""

import pytest
from goal_packets import Pair, made_packet, pairs, read, results

from extractors.goals.papers import papers

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


def test_a_numbered_list_of_an_agreement_needs_no_other_head_than_that_of_its_targets() -> None:
    agreement = """RESULTATKONTRAKT 2031
Foreningen Havbad

3. Det skal foreningen levere

   Nr.   Ydelse                                        Kontraktkrav
   3.1   Varme saunaer ved havnens broer               18
   3.2   Gæsternes karakter for omklædningen           45 eller højere
   3.3   Badende med årskort til havnen                75 %
"""
    report = (
        "Kvartalsnotat\nUdarbejdet i oktober 2031\n\nSaunaer\nDer er nu 21 varme saunaer ved broerne.\n\n"
        "Årskort\nAf de badende har 71 pct. årskort til havnen.\n"
    )
    rows = read(("Resultatkontrakt 2031", agreement), ("Kvartalsnotat", report), title="Havbadet", meeting=2031)
    assert [(p.target, p.result) for p in pairs(rows)] == [(18, 21), (45, None), (75, 71)]


def test_rows_that_break_off_for_one_reader_are_read_as_the_tables_stage_has_them() -> None:
    report = """Bilag 2 – Opfølgning pr. 31. marts 2031

Nr.   Måltal                  Mål       Status      Tendens      Farve
M1    Lånere                  2.100     2.085       faldende     grøn
M2    Bøger                   3.300     3.690       uændret      rød
M3    Timer, pct.             28        24,5        svag stigning rød
M4    Besøg                   4.800     1.630       stigende     grøn
M5    Kurser                  700       118         faldende     rød
"""
    rows = read(("Opfølgning pr. 31. marts 2031", report), title="Måltal for biblioteket", meeting=2031)
    assert [(p.target, p.result) for p in pairs(rows)] == [
        (2100, 2085), (3300, 3690), (28, 24.5), (4800, 1630), (700, 118),
    ]  # fmt: skip


@pytest.mark.parametrize("period", ["2. halvår 2031", "for andet halvår 2031"])
def test_the_half_year_that_an_agreement_holds_for_makes_it_no_report(period: str) -> None:
    agreement = f"MÅLAFTALE\nfor Havbadet\n{period}\n\nOmråde A. Sauna\nEn sauna er varm efter 5 minutter.\n"
    report = f"HALVÅRSBREV\nHavbadet\n{period}\n\nSauna\nSaunaen var varm efter 6 minutter.\n"
    packet = made_packet(("Målaftale", agreement), ("Halvårsbrev", report), title="Havbadet", meeting=2031)
    assert [paper.kind for paper in papers(packet)] == ["contract", "half_year"]


@pytest.mark.parametrize("word", ["baseline", "udgangspunkt"])
def test_levels_before_the_targets_are_no_results_and_the_text_below_answers_them(word: str) -> None:
    report = f"""Evaluering af havneplanen 2029-2031

Tal for 2029 og mål for 2031
Både med strøm i havnen: {word} 15,1 % - mål 22 %
Kurser i knob pr. år: {word} 118 - mål 250
Ventetid på en plads: {word} 31 dage - mål 14 dage

Resultat
Andelen af både med strøm i havnen er steget til 20,9 %. Der blev holdt 263 kurser i knob. Ventetiden på en
plads blev bragt ned til 12 dage.
"""
    rows = read(("Evaluering af havneplanen", report), title="Evaluering af havneplanen", meeting=2032)
    assert [(p.target, p.result) for p in pairs(rows)] == [(22, 20.9), (250, 263), (14, 12)]
