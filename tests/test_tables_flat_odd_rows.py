"""Flattened rows whose cells reach over several rows or are no numbers, and where their tables begin and end."""

from __future__ import annotations

import pytest
from flat_tables import facts, packet, rows

from extractors.tables.extract import extract_tables
from extractors.tables.flat.extract import find_flat_tables
from ingest.reading.text import read_text
from schemas.packet import AgendaItem, Packet, Span
from schemas.records import Observation


def test_a_cell_over_several_rows_stands_before_the_first_municipality() -> None:
    text = """
Tabel 6: Vagter
Klynge Kommune Borgere Vagter
Vest Struer 810 9
Lemvig 640 7
I alt Vest 1.450 16
Midt Viborg 920 11
Skive 500 6
I alt Midt 1.420 17
"""
    labels = {label for label, _, _ in facts(text)}
    assert {"Vest / Struer", "Vest / Lemvig", "Midt / Viborg", "Midt / Skive"} <= labels


def test_rows_of_equal_length_have_no_blank_column() -> None:
    text = """
Tabel 7: Hold
Skole Trin Hold Elever
Åskolen 0.-3. kl. 3 61
4.-6. kl. 4 80
Bøgeskolen 0.-3. kl. 2 40
4.-6. kl. 5 99
"""
    assert facts(text) == rows(
        ["Hold", "Elever"],
        ("Åskolen / 0.-3. kl.", "3 61"),
        ("Åskolen / 4.-6. kl.", "4 80"),
        ("Bøgeskolen / 0.-3. kl.", "2 40"),
        ("Bøgeskolen / 4.-6. kl.", "5 99"),
    )


@pytest.mark.parametrize("said", ["i.o.", "n/a", "U.o."])
def test_abbreviations_in_place_of_values_hold_their_columns(said: str) -> None:
    text = f"""
Tabel 8: Ventetid
Kommune Forløb Median Andel
Struer 120 7 80 %
Samsø 14 6 {said}
Lemvig 96 9 71 %
"""
    found = facts(text)
    assert ("Samsø", "Median", "6") in found
    assert ("Samsø", "Forløb", "14") in found


def test_a_span_of_years_between_numbers_is_a_cell() -> None:
    text = """
Tabel 9: Byggeri i mio. kr.
Nr. Projekt Anlæg Periode Drift
1. Ny hal 14,50 2028-29 0,43
2. Udvidelse af havn, etape 2 3,20 2028-30 0,10
3. Cykelsti 8,75 2027-28 0,26
"""
    found = facts(text)
    assert ("1. Ny hal", "Anlæg", "14,50") in found
    assert ("2. Udvidelse af havn, etape 2", "Drift", "0,10") in found


def test_a_few_rows_may_end_in_words_below_a_head_of_free_text() -> None:
    text = """
Tabel 10: Forbrug i 1.000 kr.
Område Budget Forbrug Afvigelse Årsag
Bygninger
Skoler 120.400 121.000 600
Haller 33.150 33.250 100 Dyrere strøm og vand
end ventet
Kirkegårde 8.000 7.900 -100
I alt 161.550 162.150 600
"""
    found = facts(text)
    assert ("Bygninger / Haller", "Forbrug", "33.250") in found
    assert ("Bygninger / Kirkegårde", "Afvigelse", "-100") in found
    assert len(found) == 12


def test_numbers_in_brackets_are_a_column_where_rows_need_one_more() -> None:
    text = """
Tabel 11: Resultat
Udvalg Budget Regnskab Afvigelse Pct.
  mio. kr. mio. kr. mio. kr. pct.
Skoler 120,4 116,2 (4,2) 97
Kultur
og fritid
33,1 34,1 1,0 103
Teknik 8,0 7,9 (0,1) 99
"""
    found = facts(text)
    assert ("Skoler", "Afvigelse / mio. kr.", "(4,2)") in found
    assert ("Kultur og fritid", "Budget / mio. kr.", "33,1") in found
    assert len(found) == 12


def test_heads_that_end_in_a_number_begin_another_table() -> None:
    text = """
Tabel 12: Indbyggere
Alder 2024 2025 2026
0-6 år 410 411 412
7-17 år 820 821 822
18-66 år 5.100 5.110 5.120
Måned Kasse ultimo Gennemsnit 30 dage
Januar 41,5 38,2
Februar 40,1 39,9
Marts 37,7 40,0
"""
    found = facts(text)
    assert ("Januar", "Gennemsnit 30 dage", "38,2") in found
    assert ("7-17 år", "2026", "822") in found


def test_no_table_goes_over_the_header_of_an_agenda_item() -> None:
    table = "Tabel 1: Hold\nSted Hold\nNord 4\nSyd 5\nØst 7\n"
    text = f"{table}Punkt 4: Orientering\n1. Besøg i Nord den 6. april kl. 13\n"
    document = read_text(text.encode(), filename="dagsorden.txt", sha256="0" * 64)
    item = AgendaItem("4", "Orientering", span=Span(5, 6), header=Span(5, 5))
    found = [r for r in extract_tables(Packet(document=document, items=(item,))) if isinstance(r, Observation)]
    assert [r.row_label for r in found] == ["Nord", "Syd", "Øst"]


def test_years_are_labels_below_a_name_that_is_printed_once() -> None:
    text = """
Tabel 14: Medarbejdere
Kommune År Lærere Pædagoger
Struer 2025 71 41
2030 60 48
2035 65 47
Lemvig 2025 38 21
2030 39 20
2035 32 19
"""
    assert facts(text) == rows(
        ["Lærere", "Pædagoger"],
        ("Struer / 2025", "71 41"),
        ("Struer / 2030", "60 48"),
        ("Struer / 2035", "65 47"),
        ("Lemvig / 2025", "38 21"),
        ("Lemvig / 2030", "39 20"),
        ("Lemvig / 2035", "32 19"),
    )


def test_a_measure_may_be_broken_before_its_number() -> None:
    text = """
Tabel 15: Genindlæggelser
Kommune
Genindlæggelser
Dage pr.
1.000
borgere
Indlæggelser pr.
1.000 borgere 65+
Alle kommuner 1.842 6,4 38,1
Struer 681 1,7 28,5
Lemvig 309 4,1 *
Skive 310 8,5 34,2
"""
    found = facts(text)
    assert ("Alle kommuner", "Dage pr. 1.000 borgere", "6,4") in found
    assert ("Struer", "Indlæggelser pr. 1.000 borgere 65+", "28,5") in found
    assert ("Lemvig", "Dage pr. 1.000 borgere", "4,1") in found


def test_tables_abreast_may_have_their_heads_in_one_line() -> None:
    text = """
Tabel 16: Kvoter
Kommune Kvote Kommune Kvote
Struer 23 Skive 11
Lemvig 5 Viborg 16
Herning 21 Ikast-Brande 20
"""
    assert ("Ikast-Brande", "Kvote", "20") in facts(text)
    assert ("Struer", "Kvote", "23") in facts(text)


def test_rows_without_a_label_are_told() -> None:
    text = """
Tabel 19: Vagter
Sted Dag Nat
Nord 12 13
14 15
Syd 22 23
Vest 31 32
Øst 41 45
"""
    findings = find_flat_tables(packet(text))[1]
    assert [finding.message.partition(": ")[2] for finding in findings] == [
        "1 rows have no label; no observation was taken from them"
    ]


def test_years_behind_the_head_of_labels_begin_another_table() -> None:
    text = """
Tabel 23: Pladser
Alder Piger Drenge I alt
0-2 år 10 12 22
3-6 år 20 21 41
7-9 år 15 14 29
Sanktion 2022 2023 2024 2025
Påbud 11 0 44 22
Vilkår 23 32 15 0
Forbud 27 32 43 23
"""
    found = facts(text)
    assert ("Påbud", "2023", "0") in found
    assert ("3-6 år", "I alt", "41") in found


def test_a_season_and_its_year_are_a_label() -> None:
    text = "\nTabel 24: Pladser\n  Behov Tilsagn\nEfterår 2027 1.214 1.180\nForår 2028 1.198 1.043\n"
    assert facts(text)[:2] == [("Efterår 2027", "Behov", "1.214"), ("Efterår 2027", "Tilsagn", "1.180")]


def test_a_year_with_its_unit_names_no_rows() -> None:
    text = """
Handleplan
Nr. Tiltag Ansvarlig afdeling Ventet effekt
2031, 1.000 kr.
Ventet effekt
2032, 1.000 kr.
1 Nye aftaler om kørsel til skoler Teknik og Drift -600 -1.400
2 Hjemtagning af opgaver om vinteren Drift -250 -1.100
3 Fælles køb af biler Indkøb -150 -300
"""
    assert [head for _, head, _ in facts(text)[:2]] == [
        "Ventet effekt 2031, 1.000 kr.",
        "Ventet effekt 2032, 1.000 kr.",
    ]
    assert not any("1.000 kr." in row for row, _, _ in facts(text))


def test_a_number_whose_measure_begins_the_next_line_is_part_of_the_label() -> None:
    text = """
Tabel 2 – Mål 2031

Emne Mål 2031 Svar 2031

Besøg i huset 750 782

Svar på henvendelser sendt senest 30
dage efter mødet
85 % 78 %

Kurser 60 61
"""
    found = facts(text)
    assert ("Svar på henvendelser sendt senest 30 dage efter mødet", "Svar 2031", "78 %") in found
    assert len(found) == 6


def test_a_measure_alone_goes_on_with_a_number_behind_a_joining_word() -> None:
    text = """
Tabel 2 – Mål 2031

Emne Mål 2031 Svar 2031 Vurdering

1.1 Besøg i huset 750 782 Opfyldt

1.2 Lånere, der er aktive efter 18

måneder

85 % 78 % Ikke opfyldt

1.3 Kurser om året 60 61 Opfyldt
"""
    found = facts(text)
    assert ("1.2 Lånere, der er aktive efter 18 måneder", "Svar 2031", "78 %") in found
    assert len(found) == 6


def test_a_clause_that_ends_a_label_ends_no_table() -> None:
    text = """
Krav til havnene
Krav 2031 2032
Både 20 22
Nye pladser ved broerne 500 575
Gæster, der vil komme igen (pct.) 86 88
Havnene kan sammen ændre kravene.
"""
    assert facts(text)[-1] == ("Gæster, der vil komme igen (pct.)", "2032", "88")
