"""Heads of flattened text that shares, changes in percent, sums and differences put over their columns."""

from __future__ import annotations

from decimal import Decimal

import pytest
from flat_tables import facts, packet, rows

from extractors.tables.flat.extract import find_flat_tables
from extractors.tables.flat.reckoned import Percent, percents_of


def numbers(*lines: str) -> list[list[Decimal]]:
    return [[Decimal(number) for number in line.split()] for line in lines]


def test_a_change_and_a_share_in_percent_are_found_with_what_they_are_reckoned_from() -> None:
    changes, shares = percents_of(
        numbers("2000 2100 5.0 400 19.0", "1800 1710 -5.0 428 25.0", "1500 1800 20.0 630 35.0"), [0, 0, 1, 0, 1]
    )
    assert changes == (Percent(2, 1, 0),)
    assert shares == (Percent(4, 3, 1),)


def test_numbers_that_were_rounded_prove_a_change_as_far_as_they_can() -> None:
    lines = numbers("20.0 22.0 10.2", "31.0 30.0 -3.1", "14.0 14.7 4.9", "55.0 60.5 10.1")
    assert percents_of(lines, [1, 1, 1])[0] == (Percent(2, 1, 0),)
    assert percents_of(numbers("20 22 10.2", "31 30 -3.1", "14 15 7.9"), [0, 0, 1])[0] == ()


@pytest.mark.parametrize(
    ("text", "heads", "first"),
    [
        (
            "Tabel 1 Færger\nLinje Rejsende Økonomi 2031 (1.000 kr.) Dækning\n(pct.)\n"
            "2030 2031 Ændring i\npct.\n"
            "Udgift Indtægt\nØre-Næs 41.210 43.682 6,0 8.200 2.460 30,0\n"
            "Vig-Holm 18.400 17.296 -6,0 5.150 1.236 24,0\n"
            "Dal-Strand 9.050 9.412 4,0 3.900 1.365 35,0\n",
            ["Rejsende / 2030", "Rejsende / 2031", "Rejsende / Ændring i pct.",
             "Økonomi 2031 (1.000 kr.) / Udgift", "Økonomi 2031 (1.000 kr.) / Indtægt", "Dækning (pct.)"],
            "41.210 43.682 6,0 8.200 2.460 30,0",
        ),
        (
            "Tabel 2 Drift\nPost 2031 2032 Ændring i pct.\nBudget Regnskab Afvigelse Budget\n"
            "Løn 4.000 4.130 130 4.200 5,0\n"
            "Husleje 1.500 1.480 -20 1.530 2,0\nKørsel 600 655 55 690 15,0\n",
            ["2031 / Budget", "2031 / Regnskab", "2031 / Afvigelse", "2032 / Budget", "Ændring i pct."],
            "4.000 4.130 130 4.200 5,0",
        ),
        (
            "Tabel 3 Puljen\nProjekt Periode Tilskud Tilskud i alt Brugt i\npct. Stat Region Fonde og EU\n"
            "Sti ved åen 300 150 50 500 41\nLys i parken 120 80 44 244 87\nNy bro 610 90 25 725 12\n",
            ["Tilskud / Stat", "Tilskud / Region", "Tilskud / Fonde og EU", "Tilskud i alt", "Brugt i pct."],
            "300 150 50 500 41",
        ),
        (
            "Tabel 4 Senge\nSygehus Faste Nye (etape\n1)\nSamlet Pr. 1.000\nborgere Somatik Psykiatri I alt\n"
            "Nord 204 31 235 12 247 2,11\nSyd 158 22 180 17 197 1,96\nØst 96 19 115 8 123 3,04\n",
            ["Faste / Somatik", "Faste / Psykiatri", "Faste / I alt", "Nye (etape 1)", "Samlet",
             "Pr. 1.000 borgere"],
            "204 31 235 12 247 2,11",
        ),
        (
            "Tabel 5 Udslip\nOmråde Udslip 2031 I alt Ton pr.\n"
            "borger Varme Transport Landbrug 2031 2030 Ændring i pct.\n"
            "Nor 20,0 31,4 48,5 100,0 106,4 -6,0 4,1\nVig 41,3 52,2 61,1 154,5 156,0 -1,0 5,2\n"
            "Dal 33,0 21,6 70,2 124,8 130,1 -4,1 3,3\nHolm 18,4 44,0 39,9 102,3 100,2 2,1 6,0\n"
            "Strand 27,7 50,1 44,4 122,3 127,3 -4,0 5,5\n",
            ["Udslip 2031 / Varme", "Udslip 2031 / Transport", "Udslip 2031 / Landbrug", "I alt / 2031",
             "I alt / 2030", "I alt / Ændring i pct.", "Ton pr. borger"],
            "20,0 31,4 48,5 100,0 106,4 -6,0 4,1",
        ),
        (
            "Tabel 6 Stillinger\nAfdeling\nStillinger Fravær (pct.)\n"
            "Normering Besat Afvigelse 2031\n1. halvår\n2032\n"
            "Køkken 12,0 11,4 -0,6 5,0 4,1\nVaskeri 8,0 8,5 0,5 6,2 5,9\nPark 15,0 13,9 -1,1 3,8 4,4\n",
            ["Stillinger / Normering", "Stillinger / Besat", "Stillinger / Afvigelse", "Fravær (pct.) / 2031",
             "Fravær (pct.) / 1. halvår 2032"],
            "12,0 11,4 -0,6 5,0 4,1",
        ),
        (
            "Tabel 7 Drift\n1.000 kr.\nRegnskab\n2030\nBudget\n2031\n1. halvår 2031\n"
            "Budget Regnskab Afvigelse Skøn 2031\n"
            "Løn 7.910 8.200 4.100 4.260 160 8.450\nVarme 1.240 1.300 650 610 -40 1.225\n"
            "Mad 2.055 2.100 1.050 1.085 35 2.160\n",
            ["Regnskab 2030", "Budget 2031", "1. halvår 2031 / Budget", "1. halvår 2031 / Regnskab",
             "1. halvår 2031 / Afvigelse", "Skøn 2031"],
            "7.910 8.200 4.100 4.260 160 8.450",
        ),
        (
            "Tabel 8 Konti\nKonto Budget 2031 Brugt Ventet\nregnskab 2031\nAfvigelse\nPr. 31. maj\n"
            "2030\nPr. 31. maj\n2031\n"
            "Løn 5.100 2.050 2.140 5.180 80\nRejser 320 95 140 340 20\nKurser 410 180 111 380 -30\n",
            ["Budget 2031", "Brugt / Pr. 31. maj 2030", "Brugt / Pr. 31. maj 2031",
             "Ventet regnskab 2031", "Afvigelse"],
            "5.100 2.050 2.140 5.180 80",
        ),
    ],
)  # fmt: skip
def test_the_values_tell_which_heads_span_others(text: str, heads: list[str], first: str) -> None:
    label, values = text.split("\n"), first.split()
    row = next(line for line in label if line.endswith(first))
    assert facts(text)[: len(values)] == rows(heads, (row[: -len(first)].strip(), first))


def test_heads_that_span_others_stand_on_a_line_of_their_own() -> None:
    text = """
Tabel 9 Andel til tiden (pct.)
Linje 2030 2031
2032 2033
1. halvår 2. halvår 1. halvår
Kyst 81,1 82,4 83,3 80,2 84,0
Fjord 74,5 75,5 70,9 76,6 77,1
Ø 68,0 70,2 71,4 72,2 73,8
"""
    heads = ["2030", "2031", "2032 / 1. halvår", "2032 / 2. halvår", "2033 / 1. halvår"]
    assert facts(text)[:5] == rows(heads, ("Kyst", "81,1 82,4 83,3 80,2 84,0"))


def test_heads_with_years_of_their_own_stand_beside_that_of_the_years_to_come() -> None:
    text = """
Tabel 10 Budget og årene efter
Mio. kr. Regnskab
2030
Budget 2031 Budget 2032 Overslag
2033 2034
Løn 5,8 6,2 6,3 3,2 3,3
Drift 2,3 2,4 2,5 1,3 1,2
Udstyr 1,1 1,4 1,9 0,8 0,6
"""
    heads = ["Regnskab 2030", "Budget 2031", "Budget 2032", "Overslag / 2033", "Overslag / 2034"]
    assert facts(text)[:5] == rows(heads, ("Løn", "5,8 6,2 6,3 3,2 3,3"))


def test_weights_that_add_up_to_a_hundred_are_whole_shares() -> None:
    text = """
Tabel 11 Bedømmelse af forslag (point)
Kriterium Vægt i pct. Forslagsstiller
A B C
Udtryk 50 6,5 5,0 7,2
Drift 30 5,5 7,0 6,0
Pris 20 6,0 4,5 7,0
Samlet 100 6,1 5,5 6,8
"""
    heads = ["Vægt i pct.", "Forslagsstiller / A", "Forslagsstiller / B", "Forslagsstiller / C"]
    assert facts(text)[:4] == rows(heads, ("Udtryk", "50 6,5 5,0 7,2"))


def test_the_part_of_a_number_goes_on_behind_the_years_of_others() -> None:
    text = """
Tabel 12 Besøg
Sted
Hold Besøg Heraf
2031 2032 2031 2032 hjemme
Nord 41 52 816 927 402
Syd 38 44 611 745 287
"""
    heads = ["Hold / 2031", "Hold / 2032", "Besøg / 2031", "Besøg / 2032", "Heraf hjemme"]
    assert facts(text)[:5] == rows(heads, ("Nord", "41 52 816 927 402"))


def test_hverken_eller_is_an_answer_of_its_own() -> None:
    text = (
        "Tabel 13 Svar, pct.\nEmne Tilfreds Hverken eller Utilfreds\nMad 61,4 20,1 18,5\n"
        "Rum 55,0 25,2 19,8\nBad 70,2 11,1 18,7\n"
    )
    assert [head for _, head, _ in facts(text)][:3] == ["Tilfreds", "Hverken eller", "Utilfreds"]


def test_heads_that_the_percent_contradicts_refuse_the_table() -> None:
    head = "Sted Besøg Økonomi Andel i\npct.\n2031 2032 Skøn\n"
    body = (
        "Ore 1.400 1.443 1.034 1.240 558 45,0\nNæs 1.364 1.405 572 560 280 50,0\n"
        "Dal 2.552 2.629 1.392 1.500 825 55,0\n"
    )
    grids, findings = find_flat_tables(packet(f"Tabel 14 Fordeling\n{head}{body}"))
    assert grids == []
    assert [finding.rule for finding in findings] == ["table_refused"]
