"""Targets that an agreement states and a report states again."""

import pytest
from goal_packets import Pair, pairs, read

from extractors.goals import once

AGREED = "Partnerskabsaftale 2031\n\nDet er aftalt, at mindst 30 pct. af de kortlagte kunder er uden for byerne.\n"
TOLD = "Årsberetning 2031\n\nAndelen uden for de to byer var 37 pct. og lå dermed over kravet på 30 pct.\n"


def told(agreed: str, report: str = TOLD) -> list[Pair]:
    return pairs(read(("Partnerskabsaftale 2031", agreed), ("Årsberetning 2031", report)))


def test_a_target_that_a_report_answers_in_other_words_is_one() -> None:
    assert told(AGREED) == [Pair(30, 37, "met")]


@pytest.mark.parametrize(
    "agreed",
    [
        AGREED.replace("de kortlagte kunder er uden for byerne", "sejlerne har kørekort"),
        AGREED.replace("30 pct.", "35 pct."),
        f"{AGREED}Mindst 30 pct. af byernes broer bliver malet.\n",
    ],
    ids=["no word in common", "another value", "two that may be meant"],
)
def test_others_stay_beside_it(agreed: str) -> None:
    found = told(agreed)
    assert Pair(30, 37, "met") in found
    assert [pair.result for pair in found].count(None) == 1


def test_hundreds_of_targets_of_one_value_are_not_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "MOST_ALIKE", 1)
    assert told(AGREED) == [Pair(30, None, "unknown"), Pair(30, 37, "met")]
