"""Targets and results told in plain sentences: which clause owes and which tells, whichever comes first."""

import pytest
from goal_packets import Pair, pairs, read

REPORT = "Årsberetning 2031"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foreningen skulle ifølge bevillingen optage mindst 80 svømmere, og der er optaget 91.",
            [Pair(80, 91, "met")],
        ),
        (
            "De 12 nye pumper, der nu kører, vurderes at have frigjort 6.200 timer, og målet for året var 5.000 "
            "timer.",
            [Pair(5000, 6200, "met")],
        ),
        (
            "For de store klubber er grænsen tre uger, og her blev gennemsnittet 2,4 uger.",
            [Pair(3, 2.4, "met")],
        ),
        (
            "Vi lovede, at femogfirs procent af gæsterne fik plads. Enogfirs procent fik en.",
            [Pair(85, 81, "not_met")],
        ),
        (
            "Ingen klub skal have mere end 9 trænere. Vi talte dem i uge 12 til 17 og fandt et gennemsnit på 8.",
            [Pair(9, 8, "met")],
        ),
    ],
)
def test_what_was_owed_is_answered_in_the_same_or_the_next_sentence(text: str, expected: list[Pair]) -> None:
    assert pairs(read(("1. Klubberne", text), title=REPORT, meeting=2031)) == expected
