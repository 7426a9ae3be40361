"""Amounts of money in running text."""

import pytest

from extractors.mentions.money import find_money


def amounts(text):
    return [(text[found.start : found.end], found.norm) for found in find_money(text)]


@pytest.mark.parametrize(
    ("text", "printed", "norm"),
    [
        ("en pulje på 31,5 mio. kr. til kollektiv trafik", "31,5 mio. kr.", "31500000"),
        ("tilskud på 92 mio.kr samt", "92 mio.kr", "92000000"),
        ("i alt 1,025 mia. kr.", "1,025 mia. kr.", "1025000000"),
        ("udgør 2,31 kr./indbygger", "2,31 kr./indbygger", "2.31"),
        ("taksten er 36.015 kr. om året", "36.015 kr.", "36015"),
        ("fra 3,125 kr. pr. indbygger", "3,125 kr.", "3.125"),
        ("koster kr. 26.000.000 i drift", "kr. 26.000.000", "26000000"),
        ("koster DKK 5,2 mio. i drift", "DKK 5,2 mio.", "5200000"),
        ("et gebyr på 500,- pr. gang", "500,-", "500"),
        ("350 tkr. til husleje", "350 tkr.", "350000"),
        ("12 t.kr. til husleje", "12 t.kr.", "12000"),
        ("2½ mio. kr.", "2½ mio. kr.", "2500000"),
        ("161, 8 mio. i samlet budget", "161, 8 mio.", "161800000"),
        ("Der er bevilget 24,5 mio. Beløbet", "24,5 mio.", "24500000"),
        ("afsatte en halv milliard kroner til det", "en halv milliard kroner", "500000000"),
        ("to millioner kroner", "to millioner kroner", "2000000"),
        ("et resultat på -1,2 mio. kr.", "-1,2 mio. kr.", "-1200000"),
        ("1 250 000 kr. i 2031", "1 250 000 kr.", "1250000"),
        ("15 øre eller 4 kroner", "4 kroner", "4"),
    ],
)
def test_reads_the_amount_in_kroner(text, printed, norm):
    assert amounts(text) == [(printed, norm)]


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("skønnet til 200-300 mio. kr.", ["200000000", "300000000"]),
        ("mellem 5 og 7 mio. kr.", ["5000000", "7000000"]),
        ("6,44 til 7,31 kr. pr. indbygger", ["6.44", "7.31"]),
        ("18 mio. kr. og 20 mio. kr.", ["18000000", "20000000"]),
        ("i 2022 6,1 mio. kr.", ["6100000"]),
        ("kr. 10.000 og kr. 20.000", ["10000", "20000"]),
    ],
)
def test_a_range_gives_both_ends_and_a_list_each_amount(text, norms):
    assert [norm for _, norm in amounts(text)] == norms


@pytest.mark.parametrize(
    "text",
    [
        "",
        "alle tal i 1.000 kr.",
        "(1.000 kr.)",
        "Andel Procent 1.000 kr. Procent",
        "1,8 mio. flere passagerer",
        "5 millioner borgere",
        "millioner af kroner",
        "krigen i 2022",
        "kr.",
        "et mål på 300 virksomheder",
        "12 timer",
        "80 mio. indbyggere i landet",
        "1.000 kr. 1.000 kr. 1.000 kr.",
        "Oprindeligt budget Korrigeret budget Forventet regnskab Afvigelse 1.000 kr.",
        "Forventet 1.000 kr. Oprindeligt Korrigeret regnskab",
        "Note 2026 kr. 2025 t.kr.",
        "Aktiver, t.kr. 2026 2025",
    ],
)
def test_units_and_counts_are_no_amounts(text):
    assert amounts(text) == []


def test_an_amount_in_another_currency_has_no_norm():
    assert amounts("et budget på 5 mio. euro til projektet") == [("5 mio. euro", None)]


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("Broen koster 2,3 milliarder kroner.", "2300000000"),
        ("Broen koster 4 millioner kr.", "4000000"),
        ("Broen koster 1 million kroner.", "1000000"),
        ("Broen koster 850 tusinde kroner.", "850000"),
    ],
)
def test_scales_in_words(text, norm):
    assert [hit.norm for hit in find_money(text)] == [norm]


def test_a_year_before_a_comma_is_no_part_of_the_amount_behind_it():
    text = "Udgiften var 12,3 mio. kr. i 2028, 13,4 mio. kr. i 2029, 14 mio. kr. i 2030 og 161, 8 mio. kr. i alt."
    assert [hit.norm for hit in find_money(text)] == ["12300000", "13400000", "14000000", "161800000"]


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Gebyr: 1.000 kr.", ["1000"]),
        ("Det koster en kommune 1.000 kr.", ["1000"]),
        ("Taksten er 2026 kr. om året.", ["2026"]),
        ("Taksten er 2.026 kr. i 2025.", ["2026"]),
    ],
)
def test_amounts_that_look_like_units_or_years_are_amounts_in_sentences(text, norms):
    assert [hit.norm for hit in find_money(text)] == norms
