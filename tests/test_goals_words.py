"""Targets whose report answers in words, and the year of a meeting told by another paper."""

from __future__ import annotations

import pytest
from goal_packets import CONTRACT, HALF_YEAR, made_packet, read, targets

from extractors.goals.extract import extract_goals
from schemas.packet import AgendaItem, AttachedPaper, Packet, Span

AGREED = """Lokale mål
Mål 2 - Kunder i hele området
Måltal:
• 2.1: Husets forløb fordeles efter folketal med en afvigelse på maks. 12%.
"""
TOLD = """Mål 2 - Kunder i hele området
• 2.1: Husets forløb fordeles efter folketal med en afvigelse på maks. 12%.

Mål 2.1: Fordeling
Forløbene er spredt godt. {said}
"""


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Tallene følger målet og ligger inden for den margin, der er sat i målet.", "met"),
        ("Fordelingen er endnu ikke som ønsket, og målet er ikke nået.", "not_met"),
        ("Fordelingen opgøres ved årets udgang.", "pending"),
        ("Målet er ikke nået i nord. Målet er opfyldt i syd.", "pending"),
    ],
)
def test_a_report_in_words_gives_the_status_of_its_target(said: str, status: str) -> None:
    found = targets(read((CONTRACT, AGREED), (HALF_YEAR, TOLD.format(said=said)), meeting=None))
    assert [(target.sub_no, target.status) for target in found] == [("2.1", status)]


def test_all_papers_of_a_packet_were_read_in_the_year_that_one_tells() -> None:
    contract, plan = AGREED, "Planen viser vejen til netto nul-udledning for kommunen senest i 2050.\n"
    made = made_packet((CONTRACT, contract), ("Klimaplan", plan), title="Status", meeting=None)
    first, second = made.attachments
    assert first.span is not None
    assert second.span is not None
    items = (AgendaItem("2.1", "Kontrakten", span=first.span), AgendaItem("2.2", "Klimaplan", span=second.span))
    papers = (first, AttachedPaper("2.2", "1", "Klimaplan", span=Span(*second.span)))
    rows = extract_goals(Packet(made.document, kind="bilag", items=items, attachments=papers))
    assert [(t.value, t.status) for t in targets(rows) if t.item_no == "2.2"] == [(0, "pending")]
