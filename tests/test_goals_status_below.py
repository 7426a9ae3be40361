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


NOTE = "Statusnotat for havneaftale 2030-2031"
COUNTED = """\
2. Havnen
2.1 Lodserne holder mindst 12 åbne dage i 2031.
Status: Der er holdt 14 åbne dage.

2.2 Mindst 60 % af de ansøgte ture bliver til noget.
Status: 9 af de 20 ansøgninger er afgjort. Seks er sagt ja til, svarende til 67 %.

2.3 Alle 8 skoler skal holde mindst to sejldage.
Status: 5 skoler har gjort det.

2.4 Der gennemføres to nordiske studieture.
Status: {tours}

2.5 Havnelauget udgiver hvert år en bog om fyr.
Status: Bogen om 1800-tallet kom i maj.
"""


def test_points_of_a_count_are_targets_where_most_of_them_are() -> None:
    rows = read((NOTE, COUNTED.format(tours="Ingen ture er gennemført.")), title="Status for 2031", meeting=2032)
    expected = [Pair(12, 14, "met"), Pair(60, 67, "met"), Pair(8, 5, "not_met"), Pair(2, 0, "not_met")]
    assert pairs(rows) == expected
    assert [(t.goal_no, t.sub_no, t.comparator) for t in targets(rows)] == [
        ("2", "2.1", ">="), ("2", "2.2", ">="), ("2", "2.3", "="), ("2", "2.4", "="),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Én tur er gennemført. Det forventes ikke, at målet kan nås.", "not_met"),
        ("Én tur er gennemført. Den anden ventes i maj.", "pending"),
    ],
)
def test_a_goal_that_nobody_believes_in_is_missed_before_its_time_is_over(said: str, status: str) -> None:
    rows = read((NOTE, COUNTED.format(tours=said)), title="Status for 2031", meeting=2031)
    assert Pair(2, 1, status) in pairs(rows)


def test_a_count_of_what_is_done_is_no_list_of_goals() -> None:
    done = "\n\n".join(
        f"2.{place} {number} både kom til havnen.\nStatus: {number - 1} både er der endnu."
        for place, number in enumerate((12, 14, 9), 1)
    )
    assert targets(read((NOTE, done), title="Nyt fra havnen", meeting=2032)) == []
