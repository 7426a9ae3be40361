"""Splitting holds for any document."""

import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_documents import text_document

from extractors.splitting import split, structure_records
from ingest.reading.text import read_text

PIECES = [
    "2.1 Beslutningssag: Havneplan", "2.2. Valg: Formand", "2.10 Færger", "1. Havne", "3. Valg", "2.1", "Baggrund",
    "Indstilling", "Bilag", "Beslutning", "- Atlas over havne", "Bilag 1: Atlas", "Bilag A – Liste", "Notat",
    "SAG-2024-00123 mbn", "Kære minister", "Med venlig hilsen", "Indholdsfortegnelse", "2.1 Havneplan ..... 3",
    "Bilag 1: Atlas ........ 4", "Kommunerne har arbejdet sammen.", "ved fjorden og", "Side 3",
    "", "", " ", "1.258 24 %",
    "Punkt 4: Færger", "K K R  S J Æ L L A N D", "Dato: 04-03-2024", "\tA\t3", "4. Havne", "5. Meddelelser",
]  # fmt: skip
LINE = st.one_of(st.sampled_from(PIECES), st.text(max_size=40).filter(lambda text: "\n" not in text))
PAGES = st.lists(st.lists(LINE, max_size=14).map("\n".join), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_spans_lie_within_the_document_and_never_cross(pages):
    packet = split(text_document(*pages))
    count = len(packet.lines)
    spans = [item.span for item in packet.items if item.span]
    for part in [*packet.items, *packet.attachments, *packet.sections]:
        if part.span is not None:
            assert 0 <= part.span.first <= part.span.last < count
    assert all(a.last < b.first for a, b in pairwise(spans))
    numbers = [tuple(map(int, item.item_no.split("."))) for item in packet.items]
    assert numbers == sorted(set(numbers))


@settings(max_examples=60, deadline=None)
@given(PAGES)
@example(["2.1 Beslutningssag: Havneplan\nBilag\n\xad\n%"])
def test_bilag_lie_within_their_item_or_behind_it_unless_only_their_words_join_them(pages):
    packet = split(text_document(*pages))
    firsts = {item.item_no: item.span.first for item in packet.items if item.span}
    for paper in packet.attachments:
        if paper.span is not None and paper.item_no is not None and "words of the title" not in paper.evidence:
            assert paper.span.first >= firsts[paper.item_no]


@settings(max_examples=40, deadline=None)
@given(PAGES)
def test_the_same_document_gives_the_same_rows(pages):
    assert structure_records(split(text_document(*pages))) == structure_records(split(text_document(*pages)))


def test_thousands_of_headers_all_come_through():
    heads = [f"{n // 50 + 1}.{n % 50 + 1} Valg: Nummer {n}\nSAG-2024-{n:05d} mbn\n" for n in range(2000)]
    assert len(split(text_document("\n".join(heads))).items) == 2000


@pytest.mark.skipif("BILAG_PACKETS" not in os.environ, reason="BILAG_PACKETS names no folder of real packets")
def test_every_printed_line_of_real_packets_is_accounted_for():
    for file in sorted(Path(os.environ["BILAG_PACKETS"]).glob("*.txt")):
        packet = split(read_text(file.read_bytes(), filename=file.name, sha256="0" * 64))
        assert packet.items, file.name
        named = {finding.line for finding in packet.findings if finding.rule == "pages_without_item"}
        first = min(item.span.first for item in packet.items if item.span)
        loose = [
            line.number
            for line in packet.lines
            if line.index >= first
            and not line.blank
            and line.index not in packet.furniture
            and packet.item_at(line.index) is None
        ]
        assert len(loose) <= 10 or named, (file.name, loose)  # an agenda has some lines of chapters
