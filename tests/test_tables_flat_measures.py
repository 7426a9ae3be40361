"""Heads that end in numbers: measures that go on in the next line, years behind a unit, titles with numbers."""

import pytest
from flat_tables import facts, rows

ROWS = "\nNord 31.204 2.810 2.950 11,2 %\nSyd 42.118 3.950 4.120 15,4 %\nVest 25.660 2.410 2.600 9,9 %"


def heads(text):
    return list(dict.fromkeys(head for _, head, _ in facts(text)))


def test_a_scale_at_the_end_of_a_line_goes_on_with_its_unit():
    head = "Ejer Indbyggere\nIndskud 2031, 1.000\nkr.\nIndskud 2032, 1.000\nkr. Andel 2032"
    assert heads(f"Tabel 2 Indskud\n{head}{ROWS}") == [
        "Indbyggere",
        "Indskud 2031, 1.000 kr.",
        "Indskud 2032, 1.000 kr.",
        "Andel 2032",
    ]


@pytest.mark.parametrize("measure", ["6 uger", "12 mdr.", "3 år"])
def test_a_measure_below_a_word_that_joins_ends_the_head(measure):
    rows = "\nNord 31 28 90 %\nSyd 42 39 85 %\nVest 25 24 77 %"
    assert heads(f"Tabel 3 Hold\nHold og sted Startede Sluttede\nI praktik efter\n{measure}{rows}") == [
        "Startede",
        "Sluttede",
        f"I praktik efter {measure}",
    ]


def test_years_behind_the_unit_of_the_table_are_heads():
    rows = "\nPleje 3.100.000 2.400.000 2.400.000\nBolig 5.100.000 6.300.000 6.300.000"
    assert heads(f"Tabel 5. Bevillinger\nHele kr. 2031 2032 2033{rows}") == ["2031", "2032", "2033"]


def test_heads_that_years_alone_tell_apart_stand_side_by_side_over_values():
    text = """
Tabel 6. Priser (kr.)
Ydelse Enhed Pris 2031 Pris 2032
Køkken
Frokost pr. portion 51,00 53,00
Dessert pr. portion 12,50 13,00
Andet
Vask pr. måned 118,00 122,00
Bus pr. tur 20,50 21,00
"""
    assert heads(text) == ["Pris 2031", "Pris 2032"]


def test_a_title_may_begin_with_numbers_that_a_word_goes_on_from():
    rows = "\nNord 7,9 7,4 6,8\nSyd 9,2 9,5 8,7\nVest 6,1 5,8 5,9"
    assert heads(f"18-29-årige i uddannelse, pct. af alle\nKommune 2031 2032 2033{rows}") == [
        "2031",
        "2032",
        "2033",
    ]


def test_estimates_are_those_of_all_years_behind_the_budget():
    rows = "\nBusser 14 15 16 16 16\nTog 25 26 27 27 28"
    text = f"Tabel 7 Budget\nRegnskab Budget Overslag\n2030 2031 2032 2033 2034{rows}"
    assert heads(text) == [
        "Regnskab / 2030",
        "Budget / 2031",
        "Overslag / 2032",
        "Overslag / 2033",
        "Overslag / 2034",
    ]


def test_dates_below_a_head_of_dates_are_no_part_of_the_label():
    text = """
Tabel 8. Betaling
Rate Forfaldsdato Andel af bidrag Beløb (1.000 kr.)
1. rate 1. marts 55 % 1.623
2. rate 1. oktober 45 % 1.315
"""
    assert [label for label, _, _ in facts(text)[::2]] == ["1. rate", "2. rate"]


RATED = """
Gæster og lån
Emne 2030 Mål 2032 Status 2032
Lån pr. 1.000 borgere over 60 år 231 240 214
Klager pr. 10.000
besøg i huset 5,2 4,0 4,4
Kurser pr. 1.000 elever
(skoler) 2,8 3,0 3,3
Svar givet inden for 14 dage 52 % 80 % 83 %
"""


def test_what_rates_are_reckoned_by_belongs_to_the_label() -> None:
    found = [(row, col, value.replace(" ", "_")) for row, col, value in facts(RATED)]
    assert found == rows(
        ["2030", "Mål 2032", "Status 2032"],
        ("Lån pr. 1.000 borgere over 60 år", "231 240 214"),
        ("Klager pr. 10.000 besøg i huset", "5,2 4,0 4,4"),
        ("Kurser pr. 1.000 elever (skoler)", "2,8 3,0 3,3"),
        ("Svar givet inden for 14 dage", "52_% 80_% 83_%"),
    )


def test_lengths_of_time_beside_others_stay_values() -> None:
    text = """
Tabel 2. Ventetid
Sted 2031 2032
Nordhus 10 dage 14 dage
Ventetid i snit til 12 dage 16 dage
Vesthus 9 dage 11 dage
"""
    assert [value for _, _, value in facts(text)] == [
        "10 dage",
        "14 dage",
        "12 dage",
        "16 dage",
        "9 dage",
        "11 dage",
    ]
