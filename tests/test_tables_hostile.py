"""The table stage with pages and texts that nobody would typeset: it must not fail and not take long."""

from __future__ import annotations

import pytest
from effort import calls
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.tables.extract import extract_tables
from ingest.reading.text import read_text
from schemas.document import Box, Document, Line, Page, Rule, Word
from schemas.packet import Packet
from schemas.records import Observation

TEXTS = st.sampled_from(
    [
        *["12", "1.204", "-", "45 %", "2023", "31,760", "(3)", "½", "…"],
        *["I alt", "Tabel 1:", "Kommune", "101", "København", "Kilde:", "a" * 80],
    ]
)
PLACES = st.integers(0, 30).map(lambda step: 20.0 + 18 * step)


def _page(words: list[Word], rules: tuple[Rule, ...] = (), fills: tuple[Box, ...] = ()) -> Document:
    lines = tuple(
        Line(index, 1, "   ".join(w.text for w in group), box=Box(20, 20, 500, 500), words=tuple(group))
        for index, group in enumerate([words[at : at + 4] for at in range(0, len(words), 4)])
    )
    page = Page(1, lines, width=595.0, height=842.0, rules=rules, fills=fills, text_source="pdf")
    return Document("0" * 64, "x.pdf", "application/pdf", (page,), "pdf")


@st.composite
def _words(draw: st.DrawFn) -> Word:
    text, x, y = draw(TEXTS), draw(PLACES), draw(PLACES)
    size = draw(st.sampled_from([6.0, 9.0, 22.0]))
    angle = draw(st.sampled_from([0, 0, 0, 0, 90, 270]))
    return Word(
        text, x, y, x + 0.5 * size * len(text), y + size, size, angle, draw(st.booleans()), draw(st.booleans())
    )


@st.composite
def _rules(draw: st.DrawFn) -> Rule:
    x, y, length = draw(PLACES), draw(PLACES), draw(PLACES)
    return Rule(x, y, x + length, y + 1) if draw(st.booleans()) else Rule(x, y, x + 1, y + length)


@settings(max_examples=150, deadline=None)
@given(st.lists(_words(), max_size=60), st.lists(_rules(), max_size=12))
def test_any_page_passes_and_gives_the_same_twice(words: list[Word], rules: list[Rule]) -> None:
    document = _page(words, tuple(rules), tuple(Box(r.x0, r.y0, r.x1 + 5, r.y1 + 9) for r in rules))
    assert extract_tables(Packet(document=document)) == extract_tables(Packet(document=document))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(TEXTS, max_size=6).map("\t".join), max_size=25).map("\n".join))
def test_any_tabbed_text_passes(text: str) -> None:
    extract_tables(
        Packet(document=read_text(("Bilag\n\n" + text + "\n").encode(), filename="x.txt", sha256="0" * 64))
    )


HEADS = st.sampled_from(["2023*", "(2024)", "[2025]", "Antal", "Budget og", "mio. kr.", "ca. 2026", "2024/25"])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(HEADS, min_size=2, max_size=5), min_size=1, max_size=3),
    st.lists(st.lists(TEXTS, min_size=3, max_size=6), min_size=3, max_size=8),
)
def test_any_text_in_columns_passes(heads: list[list[str]], rows: list[list[str]]) -> None:
    text = "\n".join("".join(f"{cell:<14}" for cell in row) for row in [*([" ", *head] for head in heads), *rows])
    extract_tables(Packet(document=read_text(text.encode(), filename="x.txt", sha256="0" * 64)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\t\n" * 50,
        "1\t" * 200_000,
        "\n".join(f"Række {n}\t{n}\t{n * 2}" for n in range(20_000)),
        "\n".join("I alt\t1\t2" for _ in range(5_000)),
        "Tabel 1: " + "x" * 500_000,
    ],
    ids=["empty", "tabs", "wide", "long", "totals", "line"],
)
def test_work_on_large_texts_grows_no_faster_than_they(text: str) -> None:
    def effort(length: int) -> int:
        data = ("Bilag\n\n" + text[:length] + "\n").encode()
        document = read_text(data, filename="x.txt", sha256="0" * 64)
        return calls(lambda: extract_tables(Packet(document=document)))

    effort(len(text) // 10)
    assert effort(len(text)) < 3 * effort(len(text) // 2) + 10_000


def test_work_on_a_page_full_of_numbers_grows_no_faster_than_they() -> None:
    words = [
        Word(str(n), 10.0 + 9 * (n % 60), 10.0 + 4 * (n // 60), 17.0 + 9 * (n % 60), 14.0 + 4 * (n // 60), 4.0)
        for n in range(12_000)
    ]
    rules = tuple(Rule(n % 500, n // 10, n % 500 + 30.0, n // 10 + 0.5) for n in range(20_000))

    def effort(share: float) -> int:
        page = _page(words[: int(share * len(words))], rules[: int(share * len(rules))])
        return calls(lambda: extract_tables(Packet(document=page)))

    effort(0.1)
    assert effort(1) < 3 * effort(0.5)


def test_a_page_without_size_or_words_passes() -> None:
    assert extract_tables(Packet(document=_page([]))) == []
    bare = Document("0" * 64, "x.pdf", "application/pdf", (Page(1, (), text_source="pdf"),), "pdf")
    assert extract_tables(Packet(document=bare)) == []


def test_numbers_that_stand_anywhere_give_no_observation() -> None:
    words = [
        Word(
            str(100 + n), 40.0 + 97 * n % 450, 60.0 + 211 * n % 700, 60.0 + 97 * n % 450, 70.0 + 211 * n % 700, 9.0
        )
        for n in range(12)
    ]
    assert not any(isinstance(r, Observation) for r in extract_tables(Packet(document=_page(words))))


def test_a_head_whose_words_run_over_the_last_column_fails_nothing() -> None:
    text = """
Odder Kommune12              81 pct.
Kommune -1.198  24 (-37 %)-
2.1 Mål 0       31,760  -
2.1 Mål kr.     -       kr.
Gns.    12      24 (-37 %)½
"""
    assert isinstance(extract_tables(Packet(read_text(text.encode(), filename="x.txt", sha256="0" * 64))), list)


def test_a_line_of_signs_above_the_heads_stops_no_table() -> None:
    text = (
        "*\nØkonomi for skolerne\n\n***\nGruppe   Vores skøn     Jeres skøn\n"
        "Løn pr. skole    18,0 mio. kr. 40,6 mio. kr.\nAndel med plads  3,5 mio. kr.  10,3 mio. kr.\n"
    )
    records = extract_tables(Packet(read_text(text.encode(), filename="x.txt", sha256="0" * 64)))
    assert all(record.value > 0 for record in records if isinstance(record, Observation))
