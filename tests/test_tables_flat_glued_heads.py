"""Flattened tables whose merged head ends glued to the lower heads, and heads of other two rows of heads."""

from __future__ import annotations

import pytest
from flat_tables import facts


def heads(text: str) -> list[str]:
    """The heads of the first row."""
    found = facts(text)
    return [head.replace(" / ", "/") for row, head, _ in found if row == found[0][0]]


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        (
            "Havn Både i alt Sejlere over 70",
            "år, 20312030 2031",
            ["Både i alt/2030", "Både i alt/2031", "Sejlere over 70 år, 2031"],
        ),
        (
            "Havn Overnatninger Ændring 2029-",
            "2031, pct.2029 2031",
            ["Overnatninger/2029", "Overnatninger/2031", "Ændring 2029-2031, pct."],
        ),
        (
            "Havn Måltal for 2031 Gennemført Andel af",
            "måltal1. halvår 2030 1. halvår 2031",
            [
                "Måltal for 2031",
                "Gennemført/1. halvår 2030",
                "Gennemført/1. halvår 2031",
                "Andel af måltal",
            ],
        ),
    ],
)
def test_the_end_of_a_merged_head_is_parted_from_the_lower_heads(
    upper: str, lower: str, expected: list[str]
) -> None:
    more = "840 " if len(expected) > 3 else ""
    text = f"Tabel 2: Gæster i havnene\n{upper}\n{lower}\n"
    text += f"Nordby {more}142 138 23\nSydby {more}37 51 -7\nØstby {more}217 190 32\n"
    assert heads(text) == expected


def test_the_year_of_a_column_of_words_is_parted_as_well() -> None:
    text = """
Tabel 2: Mål i to år
Emne 2030 2031 Vurdering
2031Mål Resultat Mål Resultat
Ture, pct. 98,0 97,6 99,0 99,0 Nået
Svar på breve,
dage, højst
16 15 14 16 Ikke nået
Kontrol af redningsveste
hver uge, pct.
80,0 83,0 82,0 81,5 Delvist
nået
"""
    assert heads(text) == ["2030/Mål", "2030/Resultat", "2031/Mål", "2031/Resultat"]
    assert len(facts(text)) == 12


def test_a_name_with_a_capital_inside_is_parted_from_nothing() -> None:
    text = """
Tabel 2: Gæster i havnene
Havn Følgere på sociale medier
eHavnInfo Bølgen I alt
Nordby 142 138 280
Sydby 37 51 88
Østby 217 190 407
"""
    assert not any(head.endswith("Info Bølgen") for head in heads(text))


def test_units_in_small_letters_that_come_again_are_lower_heads() -> None:
    text = """
Tabel 1 – Sejlere i havnene
Havn 2029 2030 2031 Ændring 2029-2031 Ændring 2030-2031
antal pct. antal pct.
Nordby 400 420 440 40 10,0 20 4,8
Sydby 200 190 180 -20 -10,0 -10 -5,3
Østby 300 330 360 60 20,0 30 9,1
"""
    assert heads(text)[3:] == [
        "Ændring 2029-2031/antal", "Ændring 2029-2031/pct.", "Ændring 2030-2031/antal", "Ændring 2030-2031/pct."
    ]  # fmt: skip


def test_a_word_for_labels_may_head_a_group_beside_one_over_the_same_years() -> None:
    text = """
Tabel 4. Påbud 2029-2031
Bådehuse Tilbud
2029 2030 2031 2029 2030 2031
Advarsel 7 9 4 31 28 36
Bøde 2 - 1 11 14 9
Lukning 5 3 6 2 1 -
"""
    groups = ["Bådehuse/2029", "Bådehuse/2030", "Bådehuse/2031", "Tilbud/2029", "Tilbud/2030", "Tilbud/2031"]
    assert heads(text) == groups


def test_a_word_for_places_may_span_their_names_behind_a_head_of_labels() -> None:
    text = """
Tabel 10: Mål og svar i klyngerne
Fælles mål Mål Klynge
Nord Midten Syd
Svartid 11,0 pct. 10,6 pct. 11,8 pct. 10,9 pct.
Tilsyn 85 pct. 88 pct. 86 pct. 91 pct.
"""
    assert heads(text) == ["Mål", "Klynge/Nord", "Klynge/Midten", "Klynge/Syd"]


def test_years_alone_belong_to_the_word_that_comes_again_before_them() -> None:
    text = """
Tabel 3. Ventetid i dage
Ansøgning Ventetid
2030
Mål 2031 Ventetid
2031
Vurdering
Ny plads 131 120 114 Nået
Større plads 168 150 157 Ikke nået
Anden havn 63 60 52 Nået
"""
    assert heads(text) == ["Ventetid 2030", "Mål 2031", "Ventetid 2031"]


def test_years_alone_begin_another_table_where_the_rows_before_have_fewer_values() -> None:
    text = """
Pladser i 2031
Område Aftalt Resultat Andel
Nord 410 398 97 pct.
Midt 365 371 102 pct.
Syd 290 261 90 pct.
Nye sejlere
Sted Sommer Vinter
2030 2031 2030 2031
Nordby 412 430 205 198
Sydby 176 181 88 92
Østby 24 22 - -
"""
    found = facts(text)
    assert ("Nordby", "Sommer / 2030", "412") in found
    assert len(found) == 21
