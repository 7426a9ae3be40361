"""Points that state a target and tell below, behind a label, what came of it."""

import pytest
from goal_packets import Pair, pairs, read, targets


def told(text: str) -> list[Pair]:
    """The pairs of a status of the year 2031."""
    return pairs(read(("", text), title="Status for 2031", meeting=2032))


@pytest.mark.parametrize("marks", ["1) 2)", "a. b.", "• •", "- -"])
@pytest.mark.parametrize("label", ["Status", "Resultat", "Opnået"])
def test_a_label_below_a_point_tells_what_came_of_it(marks: str, label: str) -> None:
    one, two = marks.split()
    text = (
        f"{one} Skolehaver. Der skal anlægges 12 nye skolehaver.\n   {label}: 9 er anlagt.\n\n"
        f"{two} Cykling. Mindst 40 pct. af eleverne skal cykle.\n   {label}: 43,5 pct. i maj. Målet er nået.\n"
    )
    assert [(pair.target, pair.result) for pair in told(text)] == [(12, 9), (40, 43.5)]


def test_a_point_whose_number_to_reach_cannot_be_told_is_left_to_the_readers_of_sentences() -> None:
    text = (
        "1) Haver. Der skal anlægges 12 haver og 7 damme.\n   Status: 9.\n\n"
        "2) Cykling. Mindst 40 pct. af eleverne skal cykle.\n   Status: 43,5 pct.\n"
    )
    assert (40, 43.5) in [(pair.target, pair.result) for pair in told(text)]
    assert (12, 9) not in [(pair.target, pair.result) for pair in told(text)]


LETTERED = """\
Delmål E1
Mindst 30 busser kører på strøm i 2033
Status: 17 busser i maj 2031. På rette spor

Delmål E2 – Varme
100 % af skolerne har fjernvarme i 2033
Status: 71 % i 2030. På rette spor

Delmål T1
Udledningen fra bilerne falder med 25 % fra 2028 til 2033
Status: Udledningen var 410 ton i 2030 mod 500 ton i 2028. Det er et fald på 18 %.
Ikke nået

Delmål T2
30 % af alle ture under 4 km sker på cykel
Status: Måles i 2032.
"""


def test_what_stands_below_a_name_with_a_letter_is_the_target() -> None:
    rows = read(("", LETTERED), title="Status for 2031", meeting=2032)
    assert [(pair.target, pair.result) for pair in pairs(rows)] == [(30, 17), (100, 71), (25, 18), (30, None)]
    assert [target.comparator for target in targets(rows)] == [">=", ">=", ">=", ">="]


def test_a_share_on_its_way_is_pending_and_one_that_is_reached_is_not() -> None:
    assert {pair.target: pair.status for pair in told(LETTERED)}[100] == "pending"
    reached = LETTERED.replace("71 %", "100 %")
    assert {pair.target: pair.status for pair in told(reached)}[100] == "met"
