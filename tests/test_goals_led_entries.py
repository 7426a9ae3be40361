"""Entries of a list of goals: what they tell beside their goal is no goal."""

from __future__ import annotations

import pytest
from goal_packets import Pair, pairs, read

LEAD = "Havnens ordinære mål ser sådan ud ved årets midte:"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "• Mål 2, nye sejlere: Mindst 31 pct. af gæsterne skal være nye. I første halvår er\n"
            "andelen 35,5 pct., og målet er indtil videre nået.",
            Pair(31, 35.5, "met"),
        ),
        (
            "• Mål 3, tryghed: 64 pct. er meget trygge mod et mål på 72 pct. Målet er endnu ikke nået.",
            Pair(72, 64, "not_met"),
        ),
        ("• Mål 4, omdømme: NPS er 41. Målet er en NPS på 38, og det er nået.", Pair(38, 41, "met")),
    ],
)
def test_what_an_entry_holds_against_its_own_goal_is_a_result(entry: str, expected: Pair) -> None:
    rows = read(("", f"{LEAD}\n{entry}\n"))
    assert [(pair.target, pair.result) for pair in pairs(rows)] == [(expected.target, expected.result)]


def test_an_entry_that_names_no_goal_beside_its_number_is_one() -> None:
    text = (
        "Målene for 2032 er:\n"
        "• Andelen af sejlere, der kommer igen, er 64 pct.\n"
        "• Andelen af trygge gæster er 48 pct.\n"
    )
    assert {pair.target for pair in pairs(read(("", text)))} == {64, 48}


def test_rows_of_a_table_of_goals_answer_no_other_goal() -> None:
    text = (
        "Mål 1: Målet for 2031 er, at mindst 83 pct. af sejlerne skal være tilfredse med havnen.\n"
        "\n"
        "Tabel 3: Kurser afholdt pr. 30. juni\n"
        "Kursus\tMåltal for 2031\t1. halvår 2030\t1. halvår 2031\tAndel af måltal\n"
        "Korte kurser\t410\t190\t209\t51 pct.\n"
        "Lange kurser\t120\t70\t54\t45 pct.\n"
        "Aftenkurser\t75\t31\t36\t48 pct.\n"
    )
    assert [(pair.target, pair.result) for pair in pairs(read(("", text)))] == [
        (83, None), (410, 209), (120, 54), (75, 36)
    ]  # fmt: skip
