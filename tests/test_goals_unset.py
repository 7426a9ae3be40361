"""Results of goals of which the text says that no number was set."""

import pytest
from goal_packets import Pair, pairs, read

from extractors.goals.unset import says_unset


@pytest.mark.parametrize(
    ("text", "unset"),
    [
        ("Der er ikke fastsat et måltal for området.", True), ("Vi sætter ikke tal på.", True),
        ("De skal komme mere, uden at der er sat tal på.", True), ("Der er intet måltal.", True),
        ("Målet er ikke nået.", False), ("Vi nåede ikke vores mål.", False), ("Der er ikke flere tal.", False),
    ],
)  # fmt: skip
def test_texts_that_say_no_number_was_set(text: str, unset: bool) -> None:
    assert says_unset(text) is unset


def test_the_next_sentence_tells_the_result() -> None:
    text = "Sagsfremstilling\n\nDer er ikke sat mål for området. I juni benyttede 45 pct. af borgerne tilbuddet."
    assert pairs(read(("", text), title="Status på samarbejdet", meeting=2032)) == [Pair(None, 45, "unknown")]


def test_a_number_about_something_else_is_none() -> None:
    text = "Sagsfremstilling\n\nDer er ikke sat mål for området.\n\nHuset fik 45 nye vinduer.\n"
    assert pairs(read(("", text), title="Status på samarbejdet", meeting=2032)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ventetid i forhallen: 3,51, intet mål fastsat.",
        "Blandt firmaer er snittet 7,1, men her er der ikke sat et mål.",
    ],
)
def test_a_figure_told_aside_of_which_its_own_sentence_says_that_it_has_no_goal_is_none(text: str) -> None:
    text = f"Sagsfremstilling\n\nGæsterne giver 8,3 point, og målet er mindst 8,0.\n{text}\n"
    assert [p.target for p in pairs(read(("", text), title="Status på samarbejdet", meeting=2032))] == [8]
