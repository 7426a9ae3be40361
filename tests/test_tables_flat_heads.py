"""Which words of flattened heads stand over which column."""

import pytest

from extractors.tables.flat.heads import read_head
from extractors.tables.flat.lines import Item, read_items
from extractors.text.vocabulary import Vocabulary, vocabulary
from schemas.document import Document, Line, Page
from schemas.packet import Packet

Paths = list[tuple[str, ...]]


def read(text: str) -> tuple[list[Item], Vocabulary]:
    lines = tuple(Line(i, 1, line, i + 1) for i, line in enumerate(text.split("\n")))
    packet = Packet(Document("0" * 64, "prøve.txt", "text/plain", (Page(1, lines),), "text", paged=False))
    return read_items(packet), vocabulary(packet.document)


def head(text: str, columns: int) -> tuple[list[str], Paths]:
    """The heads of the labels and the path of each column of values."""
    items, words = read(text)
    found = read_head(items, columns, words)
    assert found is not None
    return found.labels, found.full_paths


def under(*groups: str, leaves: str) -> Paths:
    return [(group, leaf) for group in groups for leaf in leaves.split()]


@pytest.mark.parametrize(
    ("text", "columns", "labels", "paths"),
    [
        (
            "Ydelse 18-29 år 30-44 år 45-66 år 67 år og derover",
            4,
            ["Ydelse"],
            [("18-29 år",), ("30-44 år",), ("45-66 år",), ("67 år og derover",)],
        ),
        (
            "Piger Drenge\nKommune Andel i alt i pct.\nFør Efter Før Efter",
            5,
            ["Kommune"],
            [*under("Piger", "Drenge", leaves="Før Efter"), ("Andel i alt i pct.",)],
        ),
        (
            "Pladser Pris pr. døgn\nDriftsherre Tilbud\n2021 2022 2021 2022",
            4,
            ["Driftsherre", "Tilbud"],
            under("Pladser", "Pris pr. døgn", leaves="2021 2022"),
        ),
        (
            "Havn § 12 § 14 Belægning i alt\n(pct.) 2031 2032 2031 2032",
            5,
            ["Havn"],
            [*under("§ 12", "§ 14", leaves="2031 2032"), ("Belægning i alt (pct.)",)],
        ),
        (
            "Regnskab Budget Forslag\n2030 2031 2032 2033 2034",
            5,
            [],
            [("Regnskab", "2030"), ("Budget", "2031"), *under("Forslag", leaves="2032 2033 2034")],
        ),
        (
            "Tilbud Paragraf Pladser Pris pr. døgn\n2021 2022",
            3,
            ["Tilbud", "Paragraf"],
            [("Pladser",), *under("Pris pr. døgn", leaves="2021 2022")],
        ),
    ],
)
def test_heads_over_their_columns(text: str, columns: int, labels: list[str], paths: Paths) -> None:
    assert head(text, columns) == (labels, paths)


def test_the_head_of_the_labels_stands_over_no_values() -> None:
    labels, paths = head("Område B2022 BF2023 BO2024", 3)
    assert labels == ["Område"]
    assert paths == [("B2022",), ("BF2023",), ("BO2024",)]


def test_heads_of_text_span_no_values() -> None:
    items, words = read("Projekt Bevilling Status\nBrugt Rest")
    found = read_head(items, 3, words)
    assert found is not None
    assert not any(path[:-1] == ("Status",) for path in found.full_paths)


def test_kinds_of_owners_are_heads_of_values() -> None:
    assert head("Tilbudstype Kommune Region Privat", 3)[1] == [("Kommune",), ("Region",), ("Privat",)]


def test_a_row_of_units_ends_the_paths() -> None:
    labels, paths = head("Pulje 2021 2022\nt.kr. antal", 2)
    assert labels == ["Pulje"]
    assert paths == [("2021", "t.kr."), ("2022", "antal")]


def test_the_second_of_two_heads_above_all_others_spans_them() -> None:
    labels, paths = head("Tilbudstype Ejerform\nKommunal Privat I alt", 3)
    assert labels == ["Tilbudstype"]
    assert paths == [("Ejerform", "Kommunal"), ("Ejerform", "Privat"), ("Ejerform", "I alt")]


def test_what_is_counted_may_be_named_like_labels_where_the_labels_have_a_head() -> None:
    labels, paths = head("Område\nFamilier Tilbud\nNye Lukkede Nye Lukkede", 4)
    assert labels == ["Område"]
    assert paths == under("Familier", "Tilbud", leaves="Nye Lukkede")


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Afdeling Brugere Dage", 2),
        ("Forløb Unge\nHold 2022 2023 2022 2023", 4),
        ("Kurser Timer\n1.000 kr.\nCenter 2024 2025 2024 2025", 4),
        ("Udgift\n1.000 kr.\nEmne Antal Andel Pris", 3),
        ("Hjem Antal\nAnlægsud-\nEnhed Drift Løn", 3),
    ],
)
def test_a_limit_leaves_out_nothing_that_costs_less(text: str, columns: int) -> None:
    items, words = read(text)
    free = read_head(items, columns, words)
    assert free is not None
    assert read_head(items, columns, words, limit=free.cost + 0.001) == free


def test_no_head_is_told_where_all_cost_more_than_the_limit() -> None:
    items, words = read(
        "Fra nu af og til året er omme skal der være\nto nye steder at bo for unge i byen og på landet"
    )
    free = read_head(items, 3, words)
    assert free is not None
    assert read_head(items, 3, words, limit=0.001) is None
