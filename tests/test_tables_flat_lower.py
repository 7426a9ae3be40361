"""Flattened heads of which several span lower ones: told by the lower heads, their years and what is reckoned."""

from __future__ import annotations

from decimal import Decimal

import pytest
from flat_tables import facts

from extractors.tables.flat.lower import places_and_years
from extractors.tables.flat.reckoned import differences_of
from extractors.tables.flat.values import split_values


def heads_of(text: str) -> list[str]:
    found = facts(text)
    return [head for row, head, _ in found if row == found[0][0]]


def test_groups_that_hold_the_same_end_before_heads_of_another_group() -> None:
    text = """
Tabel 1: Bøder
By
Parkering i centrum Parkering ved havnen
Betalt inden
for frist
Klager, 1. halvår 2032
2031 1. halvår 2032 2031 1. halvår 2032 Sager
Beløb (1.000
kr.)
Nordby 5,5 6,2 7,1 7,0 61 % 78 765
Vestby 7,2 8,2 5,1 4,5 65 % 100 1.082
Sydby 6,1 6,4 10,9 9,6 62 % 140 1.524
Østby 6,1 6,9 9,5 10,4 64 % 118 1.125
"""
    assert heads_of(text) == [
        "Parkering i centrum / 2031",
        "Parkering i centrum / 1. halvår 2032",
        "Parkering ved havnen / 2031",
        "Parkering ved havnen / 1. halvår 2032",
        "Betalt inden for frist",
        "Klager, 1. halvår 2032 / Sager",
        "Klager, 1. halvår 2032 / Beløb (1.000 kr.)",
    ]


def test_a_group_begins_where_the_years_of_heads_go_back_and_a_head_goes_on_behind_years() -> None:
    text = """
Tabel 2: Vand og varme (1.000 kr.)
By
Vand Varme Salg i
pct. af
2031 2032 ramme
Regnskab
2031 Ramme 2032
1. halvår
2032
Nordby 1.400 1.443 1.034 1.239 564 45,5
Vestby 1.364 1.405 572 564 299 53,0
Sydby 2.552 2.629 1.392 1.531 817 53,4
Østby 1.677 1.728 987 1.179 544 46,1
"""
    assert heads_of(text) == [
        "Vand / 2031",
        "Vand / 2032",
        "Varme / Regnskab 2031",
        "Varme / Ramme 2032",
        "Varme / 1. halvår 2032",
        "Salg i pct. af ramme",
    ]


def test_years_below_the_last_head_beside_groups_that_differences_prove() -> None:
    rows = [
        (
            f"By{n}",
            3100 + n,
            (40 + n, 43 + 2 * n, 3 + n),
            (2.1 + n / 10, 2.5 + n / 5, 0.4 + n / 10),
            5.4,
            90 + n,
            70,
        )
        for n in range(9)
    ]
    lines = [
        f"{name} {people} {' '.join(map(str, members))} {' '.join(f'{x:.1f}' for x in rates)} {share} {a} {b}"
        for name, people, members, rates, share, a, b in rows
    ]
    text = """
Tabel 3: Foreningsliv
By
Indbyggere 1.
januar 2032
Medlemmer Hold pr. forening
Andel unge
(pct.)
Nye lokaler
Dec. 2031 Dec. 2032 Ændring Maj 2031 Maj 2032
Ændring i
pct.point 2031 2032
""" + "\n".join(lines).replace(".", ",")
    assert heads_of(text)[7:] == ["Andel unge (pct.)", "Nye lokaler / 2031", "Nye lokaler / 2032"]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["Kommune", "Klynge", "Landet"], ["Struer", "Lemvig", "2031", "2029", "2031"]),
        (["Bopælskommune", "Region", "Hele landet"], ["Skive", "Morsø", "Thisted", "2030", "2031", "2030"]),
    ],
)
def test_a_year_that_may_be_of_either_of_two_wholes_has_no_upper_head(upper: list[str], lower: list[str]) -> None:
    paths = places_and_years(upper, lower)
    assert paths[:2] == [(upper[0], lower[0]), (upper[0], lower[1])]
    assert paths[-3:] == [(upper[1], lower[-3]), (lower[-2],), (upper[2], lower[-1])]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["Kommune", "Klynge", "Landet"], ["Struer", "Lemvig", "2029", "2030", "2031"]),
        (["Drift", "Klynge", "Landet"], ["Løn", "Varer", "2031", "2029", "2031"]),
        (["Kommune", "Landet"], ["Struer", "Lemvig", "2031", "2029", "2031"]),
    ],
)
def test_other_heads_before_years_are_not_shared_out(upper: list[str], lower: list[str]) -> None:
    assert places_and_years(upper, lower) == []


def test_what_changed_goes_on_behind_years_of_other_heads() -> None:
    text = """
Tabel 5: Udlejning
Hal
Timer Belægning
2031 Leje 2032
Ændring i
2030 2031 leje
Svømmehal 1.248 1.206 102,8 % 2.083 kr. -0,5 %
Skøjtehal 1.857 1.864 99,4 % 3.631 kr. -0,9 %
Ridehal 922 871 104,0 % 582 kr. 0,1 %
"""
    assert heads_of(text) == ["Timer / 2030", "Timer / 2031", "Belægning 2031", "Leje 2032", "Ændring i leje"]


def test_the_unit_of_a_change_goes_on_behind_years() -> None:
    text = """
Tabel 4: Skovdrift
Distrikt Antal hegn
Skader i pct. forår Ændring i
2031 2032 pct.point
Nord 84 7,2 6,5 -0,7
Syd 71 6,4 7,1 0,7
Øst 66 8,9 8,0 -0,9
"""
    assert heads_of(text) == [
        "Antal hegn",
        "Skader i pct. forår / 2031",
        "Skader i pct. forår / 2032",
        "Ændring i pct.point",
    ]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("2031 2032 pct.point", []),
        ("2031 2032 2033 pct.", []),
        ("Lang vej til skole (over 30", []),
        ("Lang vej (over 30 km) 12 14", ["12", "14"]),
        ("Svar 44 pct.", ["44 pct."]),
    ],
)
def test_what_ends_in_a_value(line: str, values: list[str]) -> None:
    assert [atom.text for atom in split_values(line)[1]][-2:] == values[-2:]


@pytest.mark.parametrize(
    ("off", "proved"), [(0, True), (3, True), (6, False)], ids=["exact", "three rows off", "most rows off"]
)
def test_differences_of_numbers_that_were_rounded(off: int, proved: bool) -> None:
    rows = [[Decimal(20 + n) / 10, Decimal(25 + 2 * n) / 10, Decimal(5 + n + (n < off)) / 10] for n in range(9)]
    assert bool(differences_of(rows, 3, [1, 1, 1])) == proved
