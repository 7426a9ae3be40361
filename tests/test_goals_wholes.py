"""So many of all there are: what came about, and how many there are in all."""

from __future__ import annotations

import pytest
from goal_packets import REPORT, Pair, pairs, read

from extractors.language.danish import analyse


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Fem af de otte kurser er holdt.", [(5, "kurser"), (8, "kurser")]),
        ("Ti af de 12 kommuner er med.", [(10, "kommuner"), (12, "kommuner")]),
        ("Der er holdt 5 ud af 8 kurser.", [(5, "kurser"), (8, "kurser")]),
        ("Vi har besøgt 7 af 9 skoler.", [(7, "skoler"), (9, "skoler")]),
        ("Tre af byens fem broer er malet.", [(3, "broer"), (5, "broer")]),
        ("To ud af tre er glade.", [(66.67, None)]),
        ("Fem af os tog med på turen.", []),
    ],
)
def test_a_part_counts_what_all_are(text: str, counted: list[tuple[float, str | None]]) -> None:
    (analysis,) = analyse([text])
    assert [(float(q.value), q.counted) for q in analysis.quantities] == counted


GOAL = "Målet er, at der holdes otte kurser i 2031. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOAL + "Fem af de otte kurser er gennemført.", Pair(8, 5, "not_met")),
        (GOAL + "5 af de 8 kurser er gennemført.", Pair(8, 5, "not_met")),
        (GOAL + "Der er gennemført 5 ud af 8 kurser.", Pair(8, 5, "not_met")),
        ("Målet er, at 12 kommuner er med. Ti af de 12 kommuner er med.", Pair(12, 10, "not_met")),
        ("Vi har malet 7 af de 9 broer, der skulle males.", Pair(9, 7, "not_met")),
        ("Vi har ryddet syv af årets 10 stier.", Pair(10, 7, "not_met")),
        ("Der er besat 62 af de 80 aftalte pladser.", Pair(80, 62, "not_met")),
    ],
)
def test_what_came_about_is_the_part_and_not_all_there_are(text: str, expected: Pair) -> None:
    assert pairs(read((REPORT, text))) == [expected]


def test_a_part_of_others_answers_no_target_and_all_there_are_is_none() -> None:
    text = "Hvert år skal 20 skoler have en båd. Kun 13 af 52 breve var læst i maj."
    assert [pair.result for pair in pairs(read((REPORT, text)))] == [None]
    assert pairs(read((REPORT, "To af de tre havne skulle males i foråret."))) == []
