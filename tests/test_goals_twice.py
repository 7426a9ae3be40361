"""Targets that a table prints and running text tells as well."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

TABLE = (
    "\n\nIndsats\tMåltal\tStatus 2031\tVurdering\nElcykler i puljen\t75 %\t81 %\tGrøn\n"
    "Nye ladestandere\t260\t187\tGrøn"
)
TOLD = "Målet er, at mindst 75 % af puljens cykler er elcykler. Ved udgangen af året var det 81 %."


def test_a_target_of_text_and_table_is_one() -> None:
    rows = read((REPORT, TOLD + TABLE))
    assert pairs(rows) == [Pair(75, 81, "met"), Pair(260, 187, "met")]


def test_the_row_points_the_way_that_the_text_says() -> None:
    told = "Målet er, at der skal være mindst 260 ladestandere. Ved udgangen af året var der 187 ladestandere."
    (_, stands) = targets(read((REPORT, told + TABLE)))
    assert (stands.value, stands.comparator) == (260, ">=")


@pytest.mark.parametrize(
    "told",
    [
        "Målet er, at mindst 75 % af medlemmerne har stemt. I år stemte 62 %.",
        "Målet er, at mindst 70 % af puljens cykler er elcykler. Ved udgangen af året var det 81 %.",
        "Målet er, at mindst 75 % af byens egne cykler er elcykler. Ved udgangen af året var det 59 %.",
    ],
    ids=["another thing", "another value", "another result"],
)
def test_other_targets_stay_beside_those_of_the_table(told: str) -> None:
    assert len(targets(read((REPORT, told + TABLE)))) == 3
