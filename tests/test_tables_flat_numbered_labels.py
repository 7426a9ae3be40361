"""Rows of flattened text whose numbered labels look like headings, wrapped labels and measures, and title rows."""

from __future__ import annotations

import pytest
from flat_tables import facts

PROSE = (
    "Havnerådet fik i foråret fremlagt planen for de kommende \nårs indsats, som nu er sat i gang i alle havne "
    "\nlangs kysten. Den følges op hvert halve år, og tallene \nstår nedenfor.\n"
)


def test_wrapped_labels_that_are_numbered_are_no_headings() -> None:
    text = """
Tabel 2 Havnens mål
Nr. Mål 2031 2032 Landstal
Gæster
1.1 Gæster pr. bådplads 41 44 40
1.2 Gæster, der gerne vil
anbefale havnen
71 % 78 % -
Drift
2.1 Både på land om vinteren i de
store haller
310 322 298
"""
    assert ("Gæster / 1.2 Gæster, der gerne vil anbefale havnen", "2032", "78 %") in facts(text)
    assert ("Drift / 2.1 Både på land om vinteren i de store haller", "Landstal", "298") in facts(text)
    assert len(facts(text)) == 9


def test_the_first_row_below_the_heads_may_be_wrapped() -> None:
    text = """
Tabel 1. Mål for havnen
Nr. Mål Måltal 2031 Resultat 2031 Status
1.1 Gæster, som får plads på selve
dagen
90 pct. 82 pct. Rød
1.2 Svartid højst 5 dage 4 dage Grøn
1.3 Nye både 40 44 Grøn
"""
    assert ("1.1 Gæster, som får plads på selve dagen", "Resultat 2031", "82 pct.") in facts(text)
    assert len(facts(text)) == 6


def test_a_numbered_goal_names_its_row_in_place_of_what_measures_it() -> None:
    text = (
        PROSE
        + """Oversigt
Mål Indikator Måltal 2031 Resultat 2.
kvartal
Status
1.1 Flere gæster Antal overnatninger i alle
havne
880 892 Opfyldt
1.2 Kort ventetid til \nsommerpladser
Ventetid i uger fra ansøgning
højst 6 7 Ikke \nopfyldt
1.3 Trivsel Antal kurser 30 31 Opfyldt
"""
    )
    rows = {row for row, _, _ in facts(text)}
    assert rows == {"1.1 Flere gæster", "1.2 Kort ventetid til sommerpladser", "1.3 Trivsel"}
    assert ("1.2 Kort ventetid til sommerpladser", "Resultat 2. kvartal", "7") in facts(text)


def test_a_bare_number_before_a_wrapped_line_is_of_the_label() -> None:
    text = (
        PROSE
        + """Oversigt
Emne Mål 2031 Resultat 2031
Besøg hos nye gæster inden for 14 \ndage
85 91
Både på land 60 61
Gæster 810 850
"""
    )
    assert ("Besøg hos nye gæster inden for 14 dage", "Resultat 2031", "91") in facts(text)


def test_a_measure_goes_on_in_the_next_line_and_the_row_below_it() -> None:
    text = (
        PROSE
        + """Oversigt
Emne Mål 2031 Status 2030 Status 2031
Gæster 810 790 850
Både 60 55 61
Udgift til vikarer højst 12 mio. \nkr.
14 mio. kr. 13 mio. kr.
"""
    )
    assert ("Udgift til vikarer", "Mål 2031", "højst 12 mio. kr.") in facts(text)
    assert ("Udgift til vikarer", "Status 2031", "13 mio. kr.") in facts(text)


@pytest.mark.parametrize("title", ["Mål for havne 1", "Svar inden for 5 minutter"])
def test_a_title_that_ends_in_a_number_is_no_row(title: str) -> None:
    text = f"""
{title}
Havn Udgangspunkt 2029 Mål 2030 Status 2030 Mål 2031
Skagen 71 76 78 80
Grenaa 64 66 65 70
Assens 310 260 255 240
"""
    assert {row for row, _, _ in facts(text)} == {"Skagen", "Grenaa", "Assens"}
    assert len(facts(text)) == 12


def test_ordinals_of_quarters_leave_a_line_of_heads_one() -> None:
    text = """
Tabel 2. Tal fra havnene
Nøgletal 2. kvartal 2029 2. kvartal 2030 2. kvartal 2031 Ventet 2031
Gæster 2.214 2.176 2.148 2.160
Både 903 861 822 830
"""
    assert ("Gæster", "2. kvartal 2031", "2.148") in facts(text)
    assert len(facts(text)) == 8


@pytest.mark.parametrize("value", ["0,4 point", "865 l/min.", "2.110 m³", "43 min.", "132 virksomheder", "81 MWh"])
def test_measures_are_part_of_values(value: str) -> None:
    text = f"""
Tabel 1 Mål
Emne Mål Resultat
Forløb 450 512
Udbytte {value} {value}
Kurser 60 61
"""
    assert ("Udbytte", "Resultat", value) in facts(text)
    assert len(facts(text)) == 6


def test_sizes_behind_a_word_are_part_of_labels_as_those_beside_them_are() -> None:
    text = """
Takster 2029-2031
Havn 2029 2030 2031
Vagt
Indtil 6 både 16.410 kr. 17.025 kr. 17.690 kr.
7-20 både 24.150 kr. 24.905 kr. 25.710 kr.
Eftersyn
Indtil 6 både 13.205 kr. 13.770 kr. 14.380 kr.
7-20 både 20.060 kr. 20.740 kr. 21.475 kr.
"""
    found = facts(text)
    assert found[0] == ("Vagt / Indtil 6 både", "2029", "16.410 kr.")
    assert len(found) == 12


def test_counts_that_no_label_beside_them_ends_in_are_values() -> None:
    text = """
Ventetid i havnene
Havn 2029 2030 2031
Nordby 60 dage 64 dage 68 dage
Sydby 75 dage 71 dage 70 dage
Østby 12 dage 15 dage 19 dage
"""
    assert facts(text)[:2] == [("Nordby", "2029", "60 dage"), ("Nordby", "2030", "64 dage")]


def test_a_table_of_years_begins_behind_rows_of_other_values() -> None:
    text = """
Budget i 1.000 kr.
Emne Budget 2030 Regnskab 2030 Budget 2031 Budget 2032
Løn 61.240 60.875 62.810 64.100
Drift 9.420 9.688 9.600 9.750
I alt 70.660 70.563 72.410 73.850
Takster 2029-2031
Tilbud 2029 2030 2031
Vagt
Indtil 6 både 16.410 kr. 17.025 kr. 17.690 kr.
7-20 både 24.150 kr. 24.905 kr. 25.710 kr.
"""
    found = facts(text)
    assert ("Drift", "Budget 2032", "9.750") in found
    assert ("Vagt / 7-20 både", "2031", "25.710 kr.") in found
    assert len(found) == 18


NUMBERED = """
Tabel 1. Krav til havnen
Krav Måltal Resultat Vurdering
1.1 Nye både 40 44 Nået
1.2 Fejl rettet inden for
16 dage 75 pct. 71 pct. Ikke nået
1.3 Nye broer 3 3 Nået
1.4 Antal klager, som nævnet giver ret i
havnen (højst) 7 4 Nået
"""


def test_a_numbered_label_goes_on_with_a_measure_before_values_and_a_verdict() -> None:
    assert ("1.2 Fejl rettet inden for 16 dage", "Resultat", "71 pct.") in facts(NUMBERED)


def test_a_numbered_label_may_hold_a_clause() -> None:
    assert ("1.4 Antal klager, som nævnet giver ret i havnen (højst)", "Måltal", "7") in facts(NUMBERED)


def test_a_sentence_below_the_last_row_ends_the_rows() -> None:
    text = NUMBERED + "Havnen, som nævnet giver ret i sagen, har i alt\nfået 7 4 Nået\n"
    assert len(facts(text)) == 8


@pytest.mark.parametrize("point", ["2.", ""])
def test_the_last_words_of_a_numbered_label_stand_before_its_values(point: str) -> None:
    text = f"""
Tabel 2. Havnens kurser
Emne Måltal 2031 Gennemført 2031
{point}1. Sejlads 40 44
{point}2. Redning for både under
Dansk Flag 16 12
{point}3. Kurser på Søfartens
Bibliotek 9 11
{point}4. Navigation 30 31
"""
    found = facts(text.replace(". ", " ") if point else text)
    stop = "" if point else "."
    assert (f"{point}2{stop} Redning for både under Dansk Flag", "Måltal 2031", "16") in found
    assert (f"{point}3{stop} Kurser på Søfartens Bibliotek", "Gennemført 2031", "11") in found
    assert len(found) == 8


def test_a_numbered_line_over_two_rows_names_them_both() -> None:
    text = """
Tabel 2. Havnens kurser
Emne 2030 2031
1. Sejlads 40 44
2. Sprog
Dansk 16 12
Tysk 9 11
"""
    assert ("2. Sprog / Tysk", "2031", "11") in facts(text)
