"""What fonts do to letters is undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.reading.pdf_cleaning import clean


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("ﬁnans", "finans"),
        ("eﬀekt", "effekt"),
        ("o\u0308re", "öre"),
        ("a\u030arlig", "årlig"),
        ("kom\u200bmune", "kommune"),
        ("kom\u00admune", "kommune"),
        ("kom\u00ad", "kom-"),
        ("\ufeff", ""),
        ("\u00ad", "-"),
        ("\u00ad2.682", "-2.682"),
        ("2025\u00ad26", "2025-26"),
        ("§", "§"),
        ("e昀昀ekt", "effekt"),
        ("bevilling琀椀l", "bevillingtil"),
        ("kommiƩeret", "kommitteret"),
        ("eŌer", "efter"),
        ("\uf0b7", "•"),
    ],
)
def test_characters_are_cleaned(printed: str, expected: str) -> None:
    assert clean(printed) == expected


@given(st.text(max_size=30))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
