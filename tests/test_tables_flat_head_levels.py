"""Heads of flattened tables: in levels, rotated, repeated, printed out of place."""

from __future__ import annotations

import pytest
from flat_tables import facts, rows


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("Emne Nord Syd Vest", ["Nord", "Syd", "Vest"]),
        ("Redegø-\nrelse om\nforhold\n\nVars-\nlede på-\nbud\n\nI alt",
         ["Redegørelse om forhold", "Varslede påbud", "I alt"]),
        ("  Anmeldte Uanmeldte\nikke truffet\n\nBesøg i alt",
         ["Anmeldte", "Uanmeldte ikke truffet", "Besøg i alt"]),
        ("Emne 2020 2021 2022", ["2020", "2021", "2022"]),
        ("2020\n2021\n2022", ["2020", "2021", "2022"]),
        ("  År 2022 År 2021 År 2020", ["År 2022", "År 2021", "År 2020"]),
        ("  Budget 2022 Regnskab 2022 Forskel", ["Budget 2022", "Regnskab 2022", "Forskel"]),
        ("Emne 0-17 år 18-64 år 65+ år", ["0-17 år", "18-64 år", "65+ år"]),
        ("Emne\nAntal\nNord Syd Vest", ["Antal / Nord", "Antal / Syd", "Antal / Vest"]),
        ("Emne Godkendt\nUden godkendelse\nAfvist Trukket",
         ["Godkendt", "Uden godkendelse / Afvist", "Uden godkendelse / Trukket"]),
        ("A. Effekt af ændret akti-\nvitet (ren)\n\nB. Effekt af ændret\nforbrug\n\nØvrige",
         ["A. Effekt af ændret aktivitet (ren)", "B. Effekt af ændret forbrug", "Øvrige"]),
        ("Emne Tilbage-\nkaldt6 Vilkår Andet", ["Tilbagekaldt", "Vilkår", "Andet"]),
        ("Emne Møder i Region Sjælland Møder i Erhvervshus Fyn Andre",
         ["Møder i Region Sjælland", "Møder i Erhvervshus Fyn", "Andre"]),
        ("Emne Under 30 år 30-59 år Over 60 år", ["Under 30 år", "30-59 år", "Over 60 år"]),
        ("Emne Løn* Drift** I alt\n(kr.) (kr.) (kr.)", ["Løn", "Drift", "I alt"]),
        ("1.000 kr. 2020 2021 2022", ["2020", "2021", "2022"]),
        ("1. kvartal 2. kvartal 3. kvartal", ["1. kvartal", "2. kvartal", "3. kvartal"]),
    ],
)  # fmt: skip
def test_heads(head: str, columns: list[str]) -> None:
    text = f"""
Tabel 7: Sager

{head}

Klager 10 20 40
Ansøgninger 11 25 36
Andre sager 4 6 12
"""
    assert [column for _, column, _ in facts(text)[:3]] == columns


def test_group_heads_over_repeated_heads() -> None:
    text = """
Optagne elever fordelt på uddannelse

2021 2022

ændring 2020-2021 ændring 2021-2022

antal pct antal pct

Lærer 50 60 5 11 10 20
Pædagog 40 44 2 5 4 10
"""
    assert [column for _, column, _ in facts(text)[:6]] == [
        "2021",
        "2022",
        "ændring 2020-2021 / antal",
        "ændring 2020-2021 / pct",
        "ændring 2021-2022 / antal",
        "ændring 2021-2022 / pct",
    ]


def test_heads_of_three_levels() -> None:
    text = """
Tabel 4: Borgere fordelt på køn
Område Antal borgere
2021 2022
Mænd Kvinder Mænd Kvinder
Nord 10 12 11 13
Syd 20 22 21 23
I alt 30 34 32 36
"""
    assert [column for _, column, _ in facts(text)[:4]] == [
        "Antal borgere / 2021 / Mænd",
        "Antal borgere / 2021 / Kvinder",
        "Antal borgere / 2022 / Mænd",
        "Antal borgere / 2022 / Kvinder",
    ]


def test_head_of_the_total_printed_before_its_neighbours() -> None:
    text = """
Tabel 3: Tilbud
Type
Antal
I altKommunalt Privat
Botilbud 10 5 15
Dagtilbud 20 1 21
I alt 30 6 36
"""
    assert facts(text)[:3] == rows(["Antal / Kommunalt", "Antal / Privat", "I alt"], ("Botilbud", "10 5 15"))


def test_heads_printed_between_the_first_label_and_its_values() -> None:
    text = """
Tabel 3: Antal tilbud

Tilbudstyper Antal


Botilbud

Kommunalt Regionalt Privat I alt

7 1 42 50

Dagtilbud 127 4 95 226
"""
    heads = ["Antal / Kommunalt", "Antal / Regionalt", "Antal / Privat", "Antal / I alt"]
    assert facts(text) == rows(heads, ("Botilbud", "7 1 42 50"), ("Dagtilbud", "127 4 95 226"))


def test_rotated_row_labels() -> None:
    letters = "R\ne\ng\nio\nn\n Ø\nst"
    others = "R\ne\ngi\no\nn\n V\nest"
    text = f"""
Tabel 4 - Besøg fordelt på område
  Anmeldte Uanmeldte
{letters}

Drift 12 15
Godkendelser 3 4
{others}

Drift 22 25
Godkendelser 5 6
I alt 42 50
"""
    assert [(row, value) for row, _, value in facts(text)][::2] == [
        ("Region Øst / Drift", "12"),
        ("Region Øst / Godkendelser", "3"),
        ("Region Vest / Drift", "22"),
        ("Region Vest / Godkendelser", "5"),
        ("I alt", "42"),
    ]


def test_rotated_heads() -> None:
    letters = "L\ned\nels\ne\n o\ng \nmål\nØ\nko\nno\nmi\nB\nyg\nni\nng\ner"
    text = f"""
Tabel 9: Påbud fordelt på tema
Type {letters}
Botilbud 1 0 2
Dagtilbud 3 1 0
I alt 4 1 2
"""
    assert [column for _, column, _ in facts(text)[:3]] == ["Ledelse og mål", "Økonomi", "Bygninger"]


def test_groups_with_and_without_their_own_total() -> None:
    text = """
Tabel 5: Udgifter, mio. kr.
Område Budget 2022 Budget 2023
Børn
Dagtilbud 10,5 11,0
Skole 20,5 21,0
Voksne
Ældre 30,0 31,5
Støtte 15,0 15,5
I alt 76,0 79,0
"""
    assert [row for row, _, _ in facts(text)][::2] == [
        "Børn / Dagtilbud",
        "Børn / Skole",
        "Voksne / Ældre",
        "Voksne / Støtte",
        "I alt",
    ]


def test_head_repeated_under_each_group_and_misprinted_once() -> None:
    text = """
Tabel 15 - Takster
Tilsyn
  2020 2021 2022
0-7 pladser 3.510 kr. 3.520 kr. 3.530 kr.
8-24 pladser 4.210 kr. 4.220 kr. 4.230 kr.
Godkendelse
  2020 2021 2021
0-7 pladser 8.660 kr. 8.670 kr. 8.680 kr.
8-24 pladser 9.660 kr. 9.670 kr. 9.680 kr.
"""
    found = facts(text)
    assert found[0] == ("Tilsyn / 0-7 pladser", "2020", "3.510 kr.")
    assert found[8] == ("Godkendelse / 0-7 pladser", "2021", "8.680 kr.")
    assert len(found) == 12


def test_head_whose_label_names_the_group() -> None:
    text = """
Tabel 6: Besøg
Familier Driftstilsyn Nye godkendelser
Anmeldt 965 128
Uanmeldt 179 5
Tilbud Driftstilsyn Nye godkendelser
Anmeldt 414 13
Uanmeldt 97 2
"""
    assert [row for row, _, _ in facts(text)][::2] == [
        "Familier / Anmeldt",
        "Familier / Uanmeldt",
        "Tilbud / Anmeldt",
        "Tilbud / Uanmeldt",
    ]


def test_a_capital_within_rotated_letters_begins_a_word() -> None:
    text = """
Tabel 4 - Besøg fordelt på område
  Anmeldte Uanmeldte
R
e
g
io
n


Ø
st

Drift 12 15
Godkendelser 3 4
R
e
gi
o
n


V
est

Drift 22 25
Godkendelser 5 6
I alt 42 50
"""
    assert [row for row, _, _ in facts(text)][::2] == [
        "Region Øst / Drift",
        "Region Øst / Godkendelser",
        "Region Vest / Drift",
        "Region Vest / Godkendelser",
        "I alt",
    ]


def test_a_rotated_label_over_two_lines_loses_the_hyphen_between_them() -> None:
    text = """
Havneområdet er delt i to, og havneområdets drift er ny.

Tabel 4 - Besøg fordelt på område
  Anmeldte Uanmeldte
Ha
v
ne
-
om
rå
det

Drift 12 15
Godkendelser 3 4
F
æ
rg
er

Drift 22 25
Godkendelser 5 6
I alt 42 50
"""
    assert [row for row, _, _ in facts(text)][::4] == ["Havneområdet / Drift", "Færger / Drift", "I alt"]
