"""Titles that say whose result comes: ``Redegørelse for mål 3``; what they open is told and not aimed at."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read

GOAL = "Mål 3: Kurser\n\nMål               Af deltagerne skal 30 pct. være mænd.\n\n\n"
TOLD = "Der er optaget 64 deltagere på tre hold. 34 pct. er mænd. Målet er opfyldt.\n"


@pytest.mark.parametrize(
    "title",
    [
        "Redegørelse for mål 3",
        "Bemærkninger til mål 3",
        "Kommentar til mål 3:",
        "Vurdering af mål 3",
        "Opnåede resultater for mål 3",
        "Status for mål 3",
        "Evaluering af mål 3",
    ],
)
def test_below_such_a_title_stands_what_came_of_the_goal(title: str) -> None:
    assert pairs(read((REPORT, f"{GOAL}{title}\n{TOLD}"))) == [Pair(30, 34, "met")]


@pytest.mark.parametrize(
    "told",
    [
        "Status på mål 3: Vi har holdt 14 aftener.",
        "Redegørelse for mål 3: Der er holdt 14 aftener.",
        "Resultat for mål 3: 14 aftener",
        "Opfølgning på mål 3 – 14 aftener er afviklet.",
        "Resultat for mål 3: Aftener\n14 aftener er holdt.",
    ],
)
def test_what_stands_behind_the_title_in_its_line_is_told(told: str) -> None:
    text = f"Mål 3: Aftener\n\nMål: Der afholdes mindst 12 aftener.\n\n{told}\n"
    assert pairs(read((REPORT, text))) == [Pair(12, 14, "met")]


def test_remarks_on_a_goal_in_an_agreement_tell_no_result() -> None:
    text = (
        "Mål 3: Aftener\n\nDer afholdes mindst 12 aftener.\n\nBemærkninger til mål 3\nI 2030 var der 9 aftener.\n"
    )
    assert pairs(read((CONTRACT, text))) == [Pair(12, None, "unknown")]
