"""What looks like a flattened table and is none, and what is refused with a finding."""

from __future__ import annotations

import pytest
from flat_tables import facts, packet

from extractors.tables.extract import extract_tables
from extractors.tables.flat.extract import find_flat_tables
from schemas.records import Finding, Observation


@pytest.mark.parametrize(
    "text",
    [
        "I 2021 var der 35 sager\nog i 2022 var der 44\nhvilket er en stigning på 9",
        "Indhold Side\nIndledning 3\nBaggrund 5\nResultater 9\nØkonomi 12",
        "Indhold\n1. Forord 3\n2. Årets resultater 5\n3. Regnskab 12\n4. Noter 18",
        "Indledning ........ 3\nBaggrund ........ 5\nResultater ........ 9",
        "INDHOLD\n\nFokus i aftalen\n\n3\n\nSamarbejdet på området\n\n4\n\nUdviklingstemaer\n\n7",
        "Kontaktpersoner\nAnne Hansen 21 34 56 78\nBo Jensen 22 11 33 44\nCarl Olsen 23 55 66 77",
        "Dato: 12. marts 2022\nSagsnr.: 2022123\nSide: 10\nWeidekampsgade 10\n2300 København S\nTlf.: 33703370",
        "Program\n09.00 Velkomst\n09.30 Oplæg\n10.00 Pause",
        "2018 2019 2020\n\n120\n140\n160\n\nNord Syd",
        "0\n20\n40\n60\n80\nNord\nSyd\nVest\n63\n45\n38",
        "Figur 3: Udvikling i sager\nNord 12 14\nSyd 20 22",
        "Mål 1: 50\nMål 2: 60\nMål 3: 70",
        "Hovedresultater\n• 85 % af husene er tilfredse\n• 72 % vil anbefale det til andre",
        "Mål I 2027 skal kendskabet til hvert hus være mindst 55 pct.\nMindst 45 pct. af husene skal være nye\n"
        "Metode Kendskabet opgøres af styrelsen, der i tredje kvartal spørger.\nAfrapportering Én gang årligt.",
        "1 LBK nr. 1377 af 21/09/2020\n2 BEK nr. 617 af 03/05/2020 § 21, stk. 2\n3 BEK nr. 617 jf. § 7, stk. 3",
        "Bidraget pr. kommune er 12.000 kr.\nDet samlede budget er derfor 204.000 kr.",
        "Mål 4 – Ture\nMåltal 2031: 60 ture\nHele landet: 48 ture",
        "Resultat      Natture: 26 dage\n              Dagture: 44 dage",
        "Resultat Natture: 26 dage\nDagture: 44 dage",
        "Året i tal\n\n  Gæster            Frivillige         Klager\n\n  12.400            31                 8\n"
        "  92 pct. af målet  mod 28 før         mod 11 før\n\n  Ture              Partnere           Følgere\n\n"
        "  640               17                 9.100\n  mod 610 før       mod 15 før         mod 8.800 før",
        "Side 3\n\nSide 4\n\n5 | S i d e\n\nSide 6 af 12",
        "",
        " ",
    ],
)  # fmt: skip
def test_no_table(text: str) -> None:
    assert facts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tabel 1: Udgifter\nOmråde Udgift\nNord 12 13 14\nSyd 22 23 24\nVest 32 33 34",
        "Greve 50.818 346.093\nKøge 61.718 420.327\nSolrød 23.794 162.048\nFaxe 37.161 253.083",
    ],
)
def test_numbers_without_fitting_heads_are_refused_with_one_finding(text: str) -> None:
    grids, findings = find_flat_tables(packet(text))
    assert grids == []
    assert [(finding.rule, finding.severity, finding.line) for finding in findings] == [
        ("table_refused", "warning", 1)
    ]


def test_names_numbers_and_remarks_below_each_other_are_cards() -> None:
    text = (
        "Året i Foreningen af Havne\n\nFonden 2031 i korte træk\nGæster i havnene\n1.420\nheraf 310 fra udlandet\n"
    )
    text += "Både\n318\nved årets udgang\nKurser\n27\nMål: 25 · nået\nFrivillige\n640\nMål: 700 · ikke nået\n"
    grids, findings = find_flat_tables(packet(text))
    assert grids == []
    assert [finding.rule for finding in findings] == ["table_refused"]


def test_refusal_names_the_caption() -> None:
    _, findings = find_flat_tables(
        packet("Tabel 1: Udgifter\nOmråde Udgift\nNord 12 13 14\nSyd 22 23 24\nVest 3 4 5")
    )
    assert "Tabel 1" in findings[0].message
    assert "Udgifter" in findings[0].message


def test_text_under_a_table_is_no_row_of_it() -> None:
    text = """
Tabel 1: Sager
Område 2021 2022
Nord 12 14
Syd 20 22
Note: Antallet er opgjort pr. 1. januar 2023
Kilde: Egne tal 2022 2023
I alt har vi i 2022 behandlet 36
"""
    assert [row for row, _, _ in facts(text)][::2] == ["Nord", "Syd"]


def test_chart_labels_behind_a_table_are_no_rows_of_it() -> None:
    text = "Tabel 1: Sager\nOmråde 2021 2022\nNord 12 14\nSyd 20 22\n0\n378\n757\n1.135\n2021\n1.475\n2022\n1.491"
    assert [row for row, _, _ in facts(text)][::2] == ["Nord", "Syd"]


@pytest.mark.parametrize("units", ["Pct. 1.000 kr.", "Antal Andel", "kr. kr."])
def test_units_that_come_again_tell_no_column_from_another(units: str) -> None:
    text = f"{units} {units}\nGreve 5 120 6 130\nKøge 7 140 8 150\nFaxe 9 160 10 170"
    grids, findings = find_flat_tables(packet(text))
    assert grids == []
    assert [finding.rule for finding in findings] == ["table_refused"]


def test_a_point_of_a_list_is_no_head() -> None:
    assert facts("Der er heste og\n• Fisk Fugl\nNord 1.200 1.400\nSyd 1.500 1.800\nVest 900 800") == []


def test_a_group_below_heads_of_text_is_no_head_and_the_table_is_told() -> None:
    text = """
Tabel 8. Mål for 2031
Mål Måling Enhed Mål 2031
Læsning
1. Elever i læseklub Tilmeldt mindst ti gange antal 1.260
2. Elever fra øerne Andel af dem i læseklub pct. 41
3. Glade lånere Andel af alle, der er glade eller meget
glade for stedet
pct. 88
"""
    grids, findings = find_flat_tables(packet(text))
    assert grids == []
    assert ["Tabel 8" in finding.message for finding in findings] == [True]


def test_a_head_with_a_unit_above_the_labels_leaves_open_which_head_is_over_which_column() -> None:
    text = (
        "Tabel 2. Baggrundstal\nKommune\nIndbyggere,\n1.000\nUdlån 2031\nBøger i\ngennemsnit\n"
        "Børn, under 12\når Voksne, alle aldre\n"
        "Nordby 79,6 541 772 6,3\nSydby 48,2 375 438 4,2\nØby 30,1 225 282 6,1\n"
    )
    records = extract_tables(packet(text))
    assert not [row for row in records if isinstance(row, Observation)]
    assert "table_refused" in [row.rule for row in records if isinstance(row, Finding)]
