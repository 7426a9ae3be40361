"""Heads of two rows in flattened text: what lines tell of their heights, and what sums, years and groups tell."""

from flat_tables import facts, packet

from extractors.tables.extract import find_tables


def heads(text):
    return list(dict.fromkeys(head for _, head, _ in facts(text)))


def test_a_head_of_all_stands_over_the_column_that_sums_the_others():
    text = """
Tabel 3. Indskud fordelt på ejere
Ejer Andel
Indskud 2031 (t.kr.)
Antal
ture
Vækst i
ture,
Fast Variabelt I alt pct.
Nordby Kommune 8,0 % 5.100 6.200 11.300 41.000 6,6
Sønderlev Kommune 11,0 % 7.900 2.500 10.400 22.000 8,3
Østerhav Kommune 14,0 % 10.100 5.600 15.700 23.000 8,7
Vesterdal Kommune 6,5 % 4.600 2.800 7.400 14.000 -2,8
"""
    assert heads(text) == [
        "Andel",
        "Indskud 2031 (t.kr.) / Fast",
        "Indskud 2031 (t.kr.) / Variabelt",
        "Indskud 2031 (t.kr.) / I alt",
        "Antal ture",
        "Vækst i ture, pct.",
    ]


def test_heads_beside_each_other_below_the_head_of_labels_head_no_labels_as_well():
    text = """
Tabel 4. Ydelser, udgifter og senge
Afdeling
Drift Personale Senge
Besøg i
alt
Udgifter,
mio. kr.
Udbytte,
mio. kr. Indeks Stillinger
Værdi pr. stilling,
1.000 kr.
Normerede
senge Belægning
Børn 343,5 319,5 107,5 544,3 631 42 92,1 % 22.752
Akut 163,0 179,5 90,8 199,8 816 11 100,1 % 18.298
Intensiv 152,0 139,6 108,9 173,3 877 35 77,7 % 37.240
Kirurgi 172,2 185,7 92,8 229,8 750 38 93,0 % 15.275
Hjerte 147,2 147,0 100,1 189,1 778 40 80,6 % 29.257
"""
    grids, findings = find_tables(packet(text))
    assert grids == []
    assert [finding.rule for finding in findings] == ["table_refused"]


def test_a_name_below_heads_of_one_line_names_the_first_group():
    text = """
Tabel 5. Mål for lageret
Mål for drift Enhed Krav 2031 2032
Levering
Varer leveret til tiden pct. 95 93,4 95,8
Fejl i pakker antal 5 6,2 4,9
Vask
Tøj pr. time kg 32 30,7 31,5
Miljø
Udledning ton 1.100 1.236 1.148
"""
    found = facts(text)
    assert [label.split(" / ")[0] for label, _, _ in found[::3]] == ["Levering", "Levering", "Vask", "Miljø"]
    assert heads(text)[1:] == ["2031", "2032"]


def test_a_head_with_a_year_of_its_own_spans_no_years():
    text = """
Tabel 6: Produktion
Hospital
Værdi (mio. kr.) Udgifter 2031
(mio. kr.)
Ambulante besøg
2030 2031 2030 2031
Nord 3.055 3.173 3.269 51.458 54.073
Syd 3.687 3.666 3.945 147.315 146.604
Vest 1.950 2.032 2.142 209.571 222.502
"""
    assert heads(text)[2] == "Udgifter 2031 (mio. kr.)"


def test_a_marked_year_ends_before_the_years_of_the_change():
    rows = "\nNord 101,9 102,4 101,0 0,1\nSyd 105,0 106,3 107,1 1,7\nVest 96,0 95,5 94,3 1,3"
    text = f"Tabel 7: Indeks\nIndeks Ændring\n2029 2030 2031* 2030-2031 i pct.{rows}"
    assert heads(text) == ["Indeks / 2029", "Indeks / 2030", "Indeks / 2031", "Ændring / 2030-2031 i pct."]


def test_a_half_year_belongs_to_the_word_that_comes_again_with_the_other():
    rows = "\nVirksomheder 1.287 1.196 2.483 2.400\nForløb 219 248 467 450\nMøder 76 77 153 150"
    text = f"Tabel 8. Hovedtal\nEmne\nResultat 1.\nhalvår\nResultat 2.\nhalvår Året i alt Mål 2031{rows}"
    assert heads(text) == ["Resultat 1. halvår", "Resultat 2. halvår", "Året i alt", "Mål 2031"]


def test_numbers_inside_labels_are_no_values():
    text = """
Tabel 9. Mål pr. sted
Mål Nord Syd
Svar inden for 14
dage (pct.) 10,5 11,2
Fald pr. 1.000
beboere 14 16
Flyttet fra 2030 til 2031 31 42
Sygefravær (pct.) 5,2 5,9
"""
    assert [label for label, _, _ in facts(text)[::2]] == [
        "Svar inden for 14 dage (pct.)",
        "Fald pr. 1.000 beboere",
        "Flyttet fra 2030 til 2031",
        "Sygefravær (pct.)",
    ]


def test_what_a_rate_is_reckoned_for_may_stand_behind_years() -> None:
    text = """
Tabel 10: Besøg fordelt på kommuner
Kommune Huse
Gæster alle dage
Heraf
børn
Besøg pr.
1.000
2031 2032 familier
Vækst i
pct.
Nord 1.171 42 49 16,7 23 41,8
Syd 4.929 238 220 -7,6 58 44,6
Vest 1.967 83 73 -12,0 31 37,1
"""
    assert heads(text) == [
        "Huse",
        "Gæster alle dage / 2031",
        "Gæster alle dage / 2032",
        "Gæster alle dage / Vækst i pct.",
        "Heraf børn",
        "Besøg pr. 1.000 familier",
    ]


def test_a_year_with_the_rest_of_another_head_refuses_the_table() -> None:
    rows = "\nNord 1.171 42 49\nSyd 4.929 238 220\nVest 1.967 83 73"
    assert facts(f"Tabel 11: Huse\nKommune Huse med\n2031 2032 haver{rows}") == []
