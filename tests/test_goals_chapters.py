"""Chapters end the goals of the one before."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read, targets

GOALS = "Mål 1: Gæster\nHuset har 300 gæster i 2031.\n\nMål 2: Hold\nHuset holder 12 hold i 2031.\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2. Mål for 2031", "3. Opfølgning"),
        ("2 Mål for 2031", "3 Opfølgning"),
        ("Kapitel 2. Mål for 2031", "Kapitel 3. Opfølgning"),
        ("II. Mål for 2031", "III. Opfølgning"),
    ],
)
def test_what_stands_in_the_next_chapter_is_of_no_single_goal(first: str, second: str) -> None:
    text = f"{first}\n\n{GOALS}\n{second}\n\nHuset holder mindst 2 møder med kommunen om året.\n"
    found = {target.value: target.goal_no for target in targets(read((CONTRACT, text)))}
    assert (found[300], found[12]) == ("1", "2")
    assert found.get(2) is None


def test_a_list_below_a_goal_is_no_chapter() -> None:
    text = f"1. Formål\n\n{GOALS}\nMål 3: Ture\n1. Der er ture.\n2. Der er 40 ture i 2031.\n"
    found = {target.value: target.goal_no for target in targets(read((CONTRACT, text)))}
    assert found[40] == "3"


@pytest.mark.parametrize(
    "bracket", ["(3. kvartal 2031: 98 pct.)", "(november 2031: 98 pct.)", "(1. december 2031: 98 pct.)"]
)
def test_a_bracket_with_a_time_behind_a_target_holds_what_was_reached(bracket: str) -> None:
    text = f"Mål for huset\n\n• Andelen af tilfredse gæster skal være mindst 97 pct. i 2031 {bracket}.\n"
    assert pairs(read((REPORT, text))) == [Pair(97, 98, "met")]


def test_a_number_alone_in_a_bracket_behind_a_bound_is_no_result() -> None:
    text = "Mål for huset\n\n• Unge uden plads: der må ikke være flere end 330 (371)\n"
    assert [pair.result for pair in pairs(read((REPORT, text)))] == [None]
