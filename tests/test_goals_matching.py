"""Results that no rule places are matched to targets by where both stand and what they measure."""

from collections.abc import Sequence

import pytest
from goal_packets import CONTRACT, REPORT, Pair, made_packet, pairs

from extractors.goals import matching, statements
from extractors.goals.extract import extract_goals
from extractors.goals.matching import Matched, likelihood
from extractors.goals.results import Reached
from extractors.goals.targets import Aim
from schemas.pair_weights import pair_weights

HARBOUR = """Havnens mål

Inden årets udgang skulle havnen have 310 betalende bådejere, og mindst 70 pct. af dem skulle være tilfredse.
Det er vores mål for året.

Ved årets slutning var der 297 betalende bådejere, og 74 pct. er tilfredse eller meget tilfredse.
"""
MARKED = "Mål 3 – Kunder\n\nMål 3.1: Mindst 70 pct. af kunderne er tilfredse.\n\nResultatet er 74 pct.\n"


def unmatched(aims: Sequence[Aim], results: Sequence[Reached], *_: object) -> Matched:
    """Gives no result to any target."""
    return Matched(list(aims), list(results))


def test_without_signals_two_are_no_pair() -> None:
    assert likelihood([]) < 0.5
    assert likelihood(["no such signal"]) == likelihood([])


def test_a_neighbour_is_likelier_than_what_others_stand_between() -> None:
    weights = pair_weights().of
    assert weights["results between=0"] > weights["results between=2"]
    assert weights["best=True,True"] > weights["best=False,False"]


def test_a_result_that_no_rule_places_answers_the_target_it_is_most_like() -> None:
    packet = made_packet((REPORT, HARBOUR))
    assert Pair(70, 74, "met") in pairs(extract_goals(packet))
    assert Pair(70, 74, "met") not in pairs(extract_goals(packet, matching=unmatched))


def test_a_pair_by_rule_is_left_as_it_is() -> None:
    packet = made_packet((REPORT, MARKED))
    assert pairs(extract_goals(packet)) == pairs(extract_goals(packet, matching=unmatched)) == [Pair(70, 74, "met")]


MAYBE = "Vi har mål for havnen. Kajen byder på 310 pladser.\n\nDer er sejlere på 297 pladser ved kajen.\n"


@pytest.mark.parametrize(("likely", "expected"), [(0.9, [Pair(310, 297, "not_met")]), (0.1, [])])
def test_numbers_that_may_be_target_and_result_are_so_only_as_a_likely_pair(
    likely: float, expected: list[Pair], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statements, "POSSIBLE", 0.0)
    monkeypatch.setattr(matching, "POSSIBLE", 0.0)
    monkeypatch.setattr(statements, "POSSIBLE_OTHER", 0.0)
    monkeypatch.setattr(matching, "likelihood", lambda signals: likely if signals[0].startswith("far=+") else 0.0)
    assert [pair for pair in pairs(extract_goals(made_packet((REPORT, MAYBE)))) if pair.result] == expected


def test_a_target_that_a_report_says_again_is_no_result_of_another() -> None:
    goals = "Mål 5.1: Huset holder 900 korte forløb.\nMål 5.2: Huset holder 640 lange forløb.\n"
    told = f"Halvårsstatus\n\nAfrapportering – mål 5\n\n{goals}\nResultat: 487 korte forløb og 352 lange forløb.\n"
    found = pairs(extract_goals(made_packet((CONTRACT, f"Resultatkontrakt 2031\n\n{goals}"), (REPORT, told))))
    assert 640 not in [pair.result for pair in found]
    assert [pair.target for pair in found] == [900, 640]
