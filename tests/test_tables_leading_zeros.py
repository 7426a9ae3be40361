"""Numbers that begin with zeros keep them as printed."""

from __future__ import annotations

import pytest
from flat_tables import packet

from extractors.tables.extract import extract_tables
from schemas.records import Observation

FLAT = "Tabel 1: Redskaber\nRedskab Fag Stk.\nSpade 046 012\nRive 117 9\nKost 052 014\n"
ALIGNED = "Redskab    Fag    Stk.\nSpade      046    012\nRive       117    9\nKost       052    014\n"
MARKDOWN = "| Navn | Fag | Stk. |\n|---|---|---|\n| Spade | 046 | 012 |\n| Rive | 117 | 9 |\n| Kost | 052 | 014 |\n"


@pytest.mark.parametrize("text", [FLAT, ALIGNED, MARKDOWN], ids=["flat", "aligned", "drawn"])
def test_the_text_of_a_value_keeps_leading_zeros(text: str) -> None:
    found = [(r.value_text, r.value) for r in extract_tables(packet(text)) if isinstance(r, Observation)]
    assert found == [("046", 46), ("012", 12), ("117", 117), ("9", 9), ("052", 52), ("014", 14)]
