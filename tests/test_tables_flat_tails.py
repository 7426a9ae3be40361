"""Rows of flattened text that end in words, and what stands in place of their last value."""

import pytest
from flat_tables import facts, packet, rows

from extractors.tables.flat.extract import find_flat_tables


@pytest.mark.parametrize("head", ["Vurdering", "Farve", "Status"])
def test_words_behind_the_values_are_a_column_of_text(head: str) -> None:
    text = f"""
Oversigt
Emne Måltal Resultat {head}
Besøg i huset 750 782 Grøn
Svartid 60 dage 71 dage Ikke opfyldt
Sygefravær 5,0 % 4,7 % Grøn
"""
    expected = [("Besøg i huset", "750 782"), ("Sygefravær", "5,0_% 4,7_%")]
    found = [(row, col, value.replace(" ", "_")) for row, col, value in facts(text) if row != "Svartid"]
    assert found == rows(["Måltal", "Resultat"], *expected)


def test_a_long_label_keeps_the_values_that_stand_below_it() -> None:
    text = """
Oversigt
Mål Måltal 2031 Resultat 2031 Status
1. Antal forløb 450 512 Nået
2. Andel af deltagerne, der er tilfredse med
forløbet
85 pct. 91 pct. Nået
3. Kurser 60 61 Nået
"""
    label = "2. Andel af deltagerne, der er tilfredse med forløbet"
    assert (label, "Resultat 2031", "91 pct.") in facts(text)
    assert len(facts(text)) == 6


def test_words_in_place_of_the_last_value_leave_the_first_in_its_column() -> None:
    text = """
Oversigt
Indikator Mål 2031 Status 30.6. Farve
Hjemmebesøg 1.100 604 Grøn
Træningsforløb 600 Ikke opgjort
Temadage 8 5 Gul
"""
    found = facts(text)
    assert ("Træningsforløb", "Mål 2031", "600") in found
    assert ("Træningsforløb", "Status 30.6.", "Ikke opgjort") in found
    assert ("Temadage", "Status 30.6.", "5") in found


def test_a_bound_before_a_value_is_part_of_its_cell() -> None:
    text = """
Tabel 1 Mål
Emne Måltal Resultat
Forløb 450 512
Udgift til drift højst 14 pct. 12,8 pct.
Kurser 60 61
"""
    assert ("Udgift til drift", "Måltal", "højst 14 pct.") in facts(text)


def test_numbered_labels_over_two_lines_stand_among_numbered_rows_that_end_in_words() -> None:
    text = """
Oversigt over mål
Emne
Måltal
2031
Status pr.
31.8.2031
Vurdering

1.1 Andel glade brugere 75 pct. 78 pct. Grøn
1.2 Besøg i huset 600 640 Grøn
2.1 Andel, der svarer (måling oktober
2031)
 40 pct. afventer -
2.2 Kurser for frivillige
og ansatte
 12 9 Gul
"""
    expected = [
        ("1.1 Andel glade brugere", "75_pct. 78_pct."),
        ("1.2 Besøg i huset", "600 640"),
        ("2.1 Andel, der svarer (måling oktober 2031)", "40_pct. afventer"),
        ("2.2 Kurser for frivillige og ansatte", "12 9"),
    ]
    found = [(row, col, value.replace(" ", "_")) for row, col, value in facts(text)]
    assert found == rows(["Måltal 2031", "Status pr. 31.8.2031"], *expected)


def test_a_label_set_apart_from_its_values_goes_on_in_the_next_line() -> None:
    text = """
Tabel 1 Mål for året

Nr.  Mål                               Mål 2031   Nået 2031   Status
1    Ansøgninger skrevet sammen med    40         46          Nået
     kontoret
2    Besøg på skoler                   20         17          Ikke nået
3    Artikler                          30         52          Nået
"""
    assert ("1 Ansøgninger skrevet sammen med kontoret", "Nået 2031", "46") in facts(text)


def test_a_span_of_years_behind_one_value_is_a_cell_of_text() -> None:
    text = """
Projekt Bevilling i mio. kr. Periode
Huset 38,5 2031-2034
Grøn vækst 12,1 2032-2034
Midten 9,7 2031-2033
I alt 60,3
"""
    expected = [("Huset", "38,5"), ("Grøn vækst", "12,1"), ("Midten", "9,7"), ("I alt", "60,3")]
    assert facts(text) == rows(["Bevilling i mio. kr."], *expected)


def test_the_year_of_a_value_in_brackets_below_it_parts_no_row() -> None:
    text = """
Resultatmål Mål Svar
2030
Svar
2031
Status

1.1 Støtte i alt 45 38 61 Nået

1.2 Læsere af nyhedsbrevet 1.200
(2033)
904 1.067 Følger
planen

1.3 Møder 24 27 22 Ikke
nået

1.4 Kurser 8 7 8 Nået
"""
    found = facts(text)
    assert [(col, value) for row, col, value in found if row == "1.2 Læsere af nyhedsbrevet"] == [
        ("Mål", "1.200"),
        ("Svar 2030", "904"),
        ("Svar 2031", "1.067"),
    ]
    assert len(found) == 12


def test_a_head_of_text_may_say_whose_text_it_is() -> None:
    text = """
Tabel 9. Broer og ventet slid 2032
Vejdistrikt Broer pr. 1. maj 2031 Heraf over tyve år Ventet ændring i slid Ingeniørens vurdering
Nord 20 5 0,6 % Stigende
Syd 14 6 -2,0 % Faldende
Øst 23 9 1,4 % Uændret
"""
    assert facts(text)[:3] == [
        ("Nord", "Broer pr. 1. maj 2031", "20"),
        ("Nord", "Heraf over tyve år", "5"),
        ("Nord", "Ventet ændring i slid", "0,6 %"),
    ]


def test_a_row_with_blank_cells_before_the_words_of_others_names_no_row_below_it() -> None:
    text = """
Tabel 11. Skibe 2031
Mål Første halvår Andet halvår I alt Plan Status
Fragtskibe 1.287 1.196 2.483 2.400 Nået
Lystbåde 219 248 467 450 Nået
Ros fra skippere 76 77 75 Nået
Skibe til tiden 31,9 % 33,2 % 32,6 % 35 % Ikke nået
"""
    grids, findings = find_flat_tables(packet(text))
    assert [path[-1] for path in grids[0].row_paths if path][-1:] == ["Skibe til tiden"]
    assert all(len(path) < 2 for path in grids[0].row_paths)
    assert [finding.rule for finding in findings] == ["cells_unplaced"]


TERMS = """
Tabel 4: Frister
Frist Krav 2031 Opnået 2031 Opnået 2030 Vurdering
Svar givet inden 20 dage 75 % 78 % 71 % Nået
Både synet 60 % 54 % 52 % Ikke nået
Kort udleveret inden 5 dage 90 % 88 % 93 % Ikke nået
"""


def test_a_term_behind_a_joining_word_ends_the_label() -> None:
    assert ("Svar givet inden 20 dage", "Opnået 2031", "78 %") in facts(TERMS)
    assert len(facts(TERMS)) == 9


def test_a_length_of_time_among_values_of_its_kind_is_one_of_them() -> None:
    text = TERMS.replace("inden 20 dage 75 % 78 % 71 %", "inden for 20 dage 18 dage 21 dage")
    assert ("Svar givet inden for", "Krav 2031", "20 dage") in facts(text)


def test_words_on_a_line_below_each_row_are_its_cell_of_text() -> None:
    text = """
Oversigt over havnen
Nr. Indikator Udgangspunkt 2029 2030 Mål 2033 Vurdering
Gæster
1 Sejlere, der lægger til ved
gæstebroen om sommeren 410 455 600
På vej
2 Overnatninger 1.210 1.640 1.500
Nået
Miljø
3 Andel affald, der genbruges 31 % 30 % 50 %
Bagud
4 Både med elmotor 12 19 40
På vej
"""
    found = facts(text)
    assert ("Gæster / 1 Sejlere, der lægger til ved gæstebroen om sommeren", "Mål 2033", "600") in found
    assert ("Miljø / 3 Andel affald, der genbruges", "Udgangspunkt 2029", "31 %") in found
    assert len(found) == 12


def test_one_number_before_words_that_come_again_is_a_value() -> None:
    text = """
Oversigt
Mål Antal delmål Vurdering
Havnens mål
1. Flere gæster 2 Gul
2. Renere vand i bassin 3 Grøn
3. Bedre broer 4 Gul
4. Nye både 2 Rød
"""
    expected = [("1. Flere gæster", "2"), ("2. Renere vand i bassin", "3"), ("3. Bedre broer", "4")]
    expected.append(("4. Nye både", "2"))
    assert facts(text) == [(f"Havnens mål / {label}", "Antal delmål", value) for label, value in expected]


def test_one_number_below_heads_that_count_nothing_is_part_of_the_label() -> None:
    text = """
Oversigt
Strategisk mål Vurdering
Bro 2 Gul
Bro 3 Grøn
Bro 4 Gul
"""
    assert facts(text) == []


def test_a_dash_before_words_in_place_of_a_value_is_the_last_value() -> None:
    text = """
Oversigt over havnen
Indikator Start 2029 Mål 2031 Resultat 2031 Vurdering
Andel af sejlere, der kender
havnens regler
41 % 55 % - Ikke opgjort
Gennemsnitligt ophold, antal
døgn
9 8 7 Nået
Sejlere på venteliste
140 100 117 Delvist nået
"""
    found = facts(text)
    assert ("Andel af sejlere, der kender havnens regler", "Start 2029", "41 %") in found
    assert ("Andel af sejlere, der kender havnens regler", "Resultat 2031", "-") in found
    assert len(found) == 9


@pytest.mark.parametrize("said", ["Måles i november", "Opgøres først i 4. kvt. 2032", "Foreligger ultimo 2032"])
def test_when_a_value_is_measured_stands_in_its_place(said: str) -> None:
    text = f"""
Mål Måltal 2031 Status pr.
31. maj 2031
Vurdering
1.1 Kendskab i egnen Mindst 40 % {said} -
1.2 Nye gæster blandt alle Mindst 30 % 33 % Grøn
2.1 Meget glade for maden,
børn Mindst 70 % 64 % Gul
3.1 Antal kurser 120 131 Grøn
"""
    found = facts(text)
    assert ("1.1 Kendskab i egnen", "Måltal 2031", "Mindst 40 %") in found
    assert ("1.1 Kendskab i egnen", "Status pr. 31. maj 2031", said) in found
    assert ("2.1 Meget glade for maden, børn", "Status pr. 31. maj 2031", "64 %") in found
    assert len(found) == 8
