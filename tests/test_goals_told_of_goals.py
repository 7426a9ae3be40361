"""What is told of a goal that is only named, what lies before it, and what the text around it says of its way."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read, targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For mål 9 om turismen er 36 firmaer i gang. Målet er 60.", [Pair(60, 36, "not_met")]),
        ("På mål 4 om havnene er 21 både med. Målet er 20.", [Pair(20, 21, "met")]),
        ("For delmål 2 om stierne har 14 skoler meldt sig. Målet er 15 skoler.", [Pair(15, 14, "not_met")]),
        ("For mål 9 om turismen skal 36 firmaer være med. 31 firmaer kom med.", [Pair(36, 31, "not_met")]),
    ],
)
def test_behind_the_number_of_a_goal_a_verb_tells_how_it_stands(text: str, expected: list[Pair]) -> None:
    assert pairs(read((REPORT, text))) == expected


@pytest.mark.parametrize(
    "against",
    ["de 32 pct., der blev målt i maj 2030", "de 32 pct., som er registreret", "de 32 pct. ved den forrige måling"],
)
def test_what_was_measured_before_is_no_target_beside_one(against: str) -> None:
    rows = read(("", f"For kendskabet er målet for 2032 sat til 37 pct. mod {against}."))
    assert [target.value for target in targets(rows)] == [37]


@pytest.mark.parametrize("share", ["42 pct. af årets kurser er nået", "31% af aftalens møder er nu nået"])
def test_how_much_of_what_was_to_be_is_reached_is_no_target(share: str) -> None:
    text = f"Bemærkninger\n\nMål 7.1: Her mangler tre klubber.\n\nMål 7.2: {share}. Der er flere på vej."
    assert not [row for row in targets(read((HALF_YEAR, text), meeting=2031)) if row.value in (42, 31)]


@pytest.mark.parametrize(
    ("second", "comparator"),
    [
        ("For klager er målet 30 dage, og her var gennemsnittet 27 dage.", "<="),
        ("Hos havnene er målet 30 dage, og her var gennemsnittet 27 dage.", "<="),
        ("Desuden er målet 30 dage, og her var gennemsnittet 27 dage.", "="),
    ],
)
def test_a_measure_for_others_points_the_way_of_the_one_before(second: str, comparator: str) -> None:
    text = f"Målet er, at en ansøgning afgøres inden for 20 dage. I 2031 tog det 22 dage. {second}"
    assert [target.comparator for target in targets(read((REPORT, text)))] == ["<=", comparator]


@pytest.mark.parametrize("opening", ["For 2033 er målet fastsat til", "I 2033 er målet", "Til 2033 bliver målet"])
def test_the_goal_of_a_year_to_come_is_one_though_little_speaks_for_it(opening: str) -> None:
    text = f"Målet for broerne er ikke nået, fordi folk manglede. {opening} 140 dage."
    assert [target.value for target in targets(read((REPORT, text)))] == [140]


@pytest.mark.parametrize(
    "told",
    [
        "I 2030 var det 26 pct., og i første halvår af 2031 er det opgjort til 23 pct.",
        "I 2029 var det 26 pct., og i 2031 var det 23 pct.",
    ],
)
def test_on_the_way_to_a_year_to_come_the_newest_level_counts(told: str) -> None:
    text = f"Parterne har fastsat det mål, at frafaldet på linjen skal ned på 20 pct. i 2033. {told}"
    assert pairs(read(("", text), title="Status på måltal", meeting=None)) == [Pair(20, 23, "pending")]


def test_a_bound_below_the_number_of_a_goal_stays_a_target() -> None:
    text = "Mål 9 – Turisme\n\nFor mål 9 er det aftalt, at mindst 36 firmaer er med."
    assert [target.value for target in targets(read((CONTRACT, text)))] == [36]
