"""Numbers told side by side of several places, groups or parts of a year."""

import pytest

from extractors.goals.sides import sides
from extractors.language.danish import analyse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Havby (61 pct.) og Bakke-Nord (58 pct.) ligger pænt.", ["Havby", "Bakke-Nord"]),
        ("Fraværet var 7 pct. i de store huse og 5 pct. i de små.", ["de store huse", "de små"]),
        ("I første kvartal var køen 12 dage og i andet kvartal 9 dage.", ["første kvartal", "andet kvartal"]),
        ("Andelen er 61 pct., og 58 pct. er tilfredse.", []),
        ("Køen var 12 dage i byen.", []),
    ],
)
def test_sides(text: str, expected: list[str]) -> None:
    assert list(sides(next(iter(analyse([text])))).values()) == expected
