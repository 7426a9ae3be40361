"""Lists that tell, entry by entry, what came of the targets of a list before them."""

import pytest
from goal_packets import Pair, pairs, read

AIMED = """\
Spor 2: Havnene

Mål for 2031
• 300 nye lodser på kurset
• Højst 70 minutters sejlads til Lysø
• 4 nye stationer
"""
TOLD = """\
Spor 2: Hvor er vi nu? (august)
• 214 lodser
• Hurtigste sejlads til øen: 78 min.
• 1 station - den ved Lysø
"""


def told(second: str) -> list[Pair]:
    return sorted(pairs(read(("Samarbejdsaftale 2031", f"{AIMED}\n{second}"), meeting=2031)))


@pytest.mark.parametrize(
    "head", ["Spor 2: Hvor er vi nu? (august)", "Spor 2: Fra marken", "Spor 2: Sådan ser det ud"]
)
def test_a_list_of_the_same_things_tells_what_came_of_them_whatever_stands_above_it(head: str) -> None:
    found = told(TOLD.replace("Spor 2: Hvor er vi nu? (august)", head))
    assert [(pair.target, pair.result) for pair in found] == [(4, 1), (70, 78), (300, 214)]


@pytest.mark.parametrize(
    "second",
    [
        "Spor 2: Mål for 2032\n• 350 lodser\n• Højst 60 minutters sejlads\n• 6 stationer\n",
        "Spor 2: Næste skridt\n• Der skal komme 350 lodser\n• Sejladsen skal tage 60 minutter\n• 6 stationer\n",
        "Spor 3: Skolerne\n• 12 klasser\n• 40 lærere\n• 3 boder\n",
    ],
    ids=["targets of another year", "what is owed", "other things"],
)
def test_lists_of_targets_or_of_other_things_answer_nothing(second: str) -> None:
    assert all(pair.target is None or pair.result is None for pair in told(second))


def test_a_list_that_is_said_again_answers_nothing() -> None:
    again = AIMED.replace("Mål for 2031\n", "").replace("Spor 2: Havnene", "Spor 2: Kort fortalt")
    assert all(pair.result is None for pair in told(again.replace("nye ", "").replace("Højst ", "")))
