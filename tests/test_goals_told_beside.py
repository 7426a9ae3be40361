"""What a report says beside the answer of a goal: that it comes later, a part of the year, a degree, and quotes."""

import pytest
from goal_packets import CONTRACT, Pair, pairs, read

AGREEMENT = """Driftsaftale 2031 for færgen

Mål 1 – Svar
Kunderne skal i gennemsnit have svar inden for 40 minutter.

Mål 2 – Afgange
Alle planlagte afgange skal gennemføres (100 %).

Mål 3 – Fejlpakninger
Antallet af fejlpakninger skal holdes under 15 om måneden.
"""
REPORT = """Årsrapport 2031 for færgen

Mål 1 – Svar
Den gennemsnitlige svartid var 52 minutter for hele året. I fjerde kvartal var svartiden 33 minutter.

Mål 2 – Afgange
Der var 811 planlagte afgange, og de er næsten alle gennemført. Opfyldelsen er således 99 %.

Mål 3 – Fejlpakninger
I gennemsnit har vi haft 11 fejlpakninger om måneden; i en stikprøve på 30 kasser ventede 9 på mærkater.
"""


def test_a_part_of_the_year_a_degree_of_all_and_those_who_waited() -> None:
    rows = read(("Driftsaftale 2031", AGREEMENT), ("Årsrapport 2031", REPORT), meeting=2032)
    assert pairs(rows) == [Pair(40, 52, "not_met"), Pair(100, 99, "not_met"), Pair(15, 11, "met")]


@pytest.mark.parametrize("later", ["Måles første gang i 4. kvartal", "Opgøres først til december"])
def test_the_agenda_answers_no_target_whose_report_puts_the_result_off(later: str) -> None:
    agenda = "Havnerådet ser på færgens mål. Af tabellen ses, at 52 pct. af kunderne har valgt en ny billet.\n"
    report = (
        "Halvårsrapport 2031\n\n1. Svar\nMål: 80 kunder skal have svar.\nMetode: Tælles.\nAfrapportering: "
        f"61 kunder har fået svar.\n\n2. Billetter\nMål: Mindst 70 pct. af kunderne skal have valgt en ny billet.\n"
        f"Metode: Telefon.\nAfrapportering: {later}.\n\n3. Kaffe\nMål: 90 kander.\nMetode: Tælles.\n"
        "Afrapportering: 44 kander er solgt.\n"
    )
    rows = read(("", agenda), ("Halvårsrapport 2031", report), title="Halvårsrapport for færgen", meeting=2031)
    assert [(p.target, p.result) for p in pairs(rows) if p.target == 70] == [(70, None)]


@pytest.mark.parametrize(("opens", "closes"), [('"', '"'), ("»", "«"), ("”", "”")])
def test_what_a_report_quotes_of_its_agreement_is_answered_below(opens: str, closes: str) -> None:
    report = (
        "Evaluering af driftsaftale 2031\n\nAftalen havde tre punkter, som her er gengivet.\n\n"
        f"{opens}Det samlede antal rejsende skal i 2031 udgøre mindst 260.000.{closes}\n"
        "De foreløbige tal peger på 264.000 rejsende. Opfyldt.\n\n"
        f"{opens}Der skal være 40 faste kunder ved årets udgang.{closes}\n"
        "Pr. 20. november er der 37. Ikke opfyldt.\n"
    )
    rows = read(("Evaluering af driftsaftale 2031", report), title="Evaluering af driftsaftale 2031", meeting=2031)
    assert [(p.target, p.result) for p in pairs(rows)] == [(260000, 264000), (40, 37)]


def test_what_is_delivered_wrongly_counts_no_goals() -> None:
    agreement = AGREEMENT.replace("fejlpakninger", "fejlleverancer")
    report = REPORT.replace("fejlpakninger", "fejlleverancer")
    rows = read(("Driftsaftale 2031", agreement), ("Årsrapport 2031", report), meeting=2032)
    assert Pair(15, 11, "met") in pairs(rows)


@pytest.mark.parametrize(
    "text",
    ["Ulykker pr. 1.000 ture: 9 i 2029, 8 i 2030 og 6 i 2031.", "Der var 9 ulykker i 2029, 8 i 2030 og 6 i 2031."],
)
def test_the_last_of_numbers_told_year_by_year_is_the_result(text: str) -> None:
    agreement = "Driftsaftale 2031 for færgen\n\nMål 1 – Ulykker\nVi vil ned på 7 ulykker pr. 1.000 ture i 2031.\n"
    report = f"Årsrapport 2031 for færgen\n\nMål 1 – Ulykker\n{text}\n"
    rows = read(("Driftsaftale 2031", agreement), ("Årsrapport 2031", report), meeting=2032)
    assert pairs(rows) == [Pair(7, 6, "met")]


def test_numbered_units_of_one_name_are_goals_and_no_labels_of_the_first() -> None:
    agreement = (
        "HANDLEPLAN FOR FÆRGEN 2031\n\nIndsats 1: De ældste\nVi vil ned på 62 aflyste ture.\n\nIndsats 2: Kaffe\n"
        "Gæsten venter højst 5 minutter på sin kaffe.\n\nIndsats 3: Reserver\nGennemgang af 600 redningsveste.\n"
    )
    report = (
        "OPGØRELSE AF HANDLEPLANEN 2031\n\nReserver\nMandskabet nåede 544 gennemgange af veste.\n\nDe ældste\n"
        "Der var 61 aflyste ture.\n\nKaffe\nGennemsnitligt gik der 4 minutter.\n"
    )
    rows = read(("Handleplan for færgen 2031", agreement), ("Opgørelse af handleplanen 2031", report), meeting=2032)
    assert [(p.target, p.result) for p in pairs(rows)] == [(62, 61), (5, 4), (600, 544)]


def test_the_first_numbers_of_rows_are_no_part_of_their_labels() -> None:
    report = """FREMDRIFTSARK 3. KVARTAL 2031

                                 Hele      1.-3. kvt.   1.-3. kvt.   Måltal
Område                           2030         2030         2031                    Lys
Gæster på kursus                  344          251          290        500          ●  rødt
Gæster i kor                       97           70          124        120          ●  grønt
Sejlture                        1.388        1.022        1.611      1.500          ●  grønt
Tilfredshed, pct.                  77            -           79         80          ●  gult
"""
    rows = read(("Fremdriftsark 3. kvartal 2031", report), title="Fremdrift i havneplanen", meeting=2031)
    assert [(p.target, p.result) for p in pairs(rows)] == [(500, 290), (120, 124), (1500, 1611), (80, 79)]


@pytest.mark.parametrize(
    "kept", ["Dette skal overholdes i mindst 90 pct. af turene.", "Det skal ske ved 90 % af turene."]
)
def test_a_time_whose_keeping_is_the_goal_is_no_target(kept: str) -> None:
    agreement = (
        f"Driftsaftale 2031 for færgen\n\nMål 1 – Afgang\nFærgen sejler senest 5 minutter efter kaldet. {kept}\n"
    )
    rows = read(("Driftsaftale 2031", agreement), title="Driftsaftale for færgen", meeting=2031)
    assert [p.target for p in pairs(rows)] == [90]


def test_a_bracket_that_names_the_goal_of_a_line_is_no_target() -> None:
    text = (
        "Måltal\n· Skolen er åben 75 dage om året (mål 3).\n· Kurserne får mindst 72 i karakter (mål 4).\n"
        "· Der holdes 130 kurser (mål 9).\n"
    )
    assert not {3, 4, 9} & {pair.target for pair in pairs(read((CONTRACT, text)))}
