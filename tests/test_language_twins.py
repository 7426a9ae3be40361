"""Shares in words with the same in figures in brackets behind them."""

import pytest

from extractors.language.danish import analyse


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mindst halvdelen (50 pct.) af haverne skal have en bænk.", [(50, ">=")]),
        ("Tre ud af fire haver (75 pct.) har en bænk.", [(75, None)]),
        ("Mindst hvert femte træ (20 pct.) skal være et æbletræ.", [(20, ">=")]),
        ("To tredjedele af haverne (67 pct.) har en bænk.", [(67, None)]),
        ("Andelen var 80 pct. (75 pct.) af haverne.", [(80, None), (75, None)]),
        ("Tre ud af fire haver (61 pct.) har en bænk.", [(75, None), (61, None)]),
    ],
)
def test_a_share_that_is_told_twice_is_one_number(text: str, told: list[tuple[int, str | None]]) -> None:
    (analysis,) = analyse([text])
    assert [(quantity.value, quantity.comparator) for quantity in analysis.quantities] == told
