"""Targets and results written as words behind the verb of a sentence, and of what is called by an abbreviation."""

import pytest
from goal_packets import REPORT, Pair, pairs, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Målene for 2031\nI 2031 skulle antallet af påsejlinger højst være fem. Der skete ni påsejlinger.",
            [Pair(5, 9, "not_met")],
        ),
        (
            "Mål\nVærftet skal i 2031 have tre nye ph.d.-forløb.\n\nResultat\nDer er begyndt to nye ph.d.-forløb.",
            [Pair(3, 2, "not_met")],
        ),
    ],
    ids=["at the end of the sentence", "an abbreviation with a hyphen"],
)
def test_numbers_in_words_are_aims(text: str, expected: list[Pair]) -> None:
    assert pairs(read((REPORT, text))) == expected


def test_a_word_before_a_full_stop_that_ends_no_sentence_of_being_counts_nothing() -> None:
    assert pairs(read((REPORT, "Målene for 2031\nHavnens både skal altid sejle to og to, eller alle tre."))) == []
