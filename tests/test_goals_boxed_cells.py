"""Tables of a PDF whose targets are sentences in cells of several lines."""

from dataclasses import replace
from datetime import date

import pytest
from goal_packets import Pair, pairs, targets
from made_documents import pdf_document, pdf_line

from extractors.goals.extract import extract_goals
from schemas.document import Document, Rule, Word
from schemas.packet import AgendaItem, AttachedPaper, Packet, Span
from schemas.records import Record

COLUMNS = (60.0, 140.0, 340.0, 470.0)
ROWS: list[tuple[str, ...]] = [
    ("Område", "Krav", "Status", "Vurdering"),
    ("Ventetid", "Højst 12 pct. af bådene venter", "Andelen er 14 pct.", "Ikke opfyldt"),
    ("", "mere end ti minutter"),
    ("Gæster", "Mindst 80 pct. af gæsterne er", "Måles i november", "På vej"),
    ("", "tilfredse eller meget tilfredse"),
    ("Uheld", "Færre end 40 uheld med både, der", "Der er talt 31 uheld", "På vej"),
    ("", "kræver hjælp, i årets løb"),
]
WANTED = [Pair(12, 14, "not_met"), Pair(80, None, "pending"), Pair(40, 31, "pending")]


def line(cells: tuple[str, ...], y: float, starts: tuple[float, ...]) -> tuple[str, list[Word]]:
    """A line with a cell at each start; gaps stand between them as the reader of PDFs writes them."""
    pieces = [pdf_line(text, x, y, size=8.0) for text, x in zip(cells, starts, strict=False) if text]
    return "   ".join(text for text, _ in pieces), [word for _, words in pieces for word in words]


def read(document: Document) -> list[Record]:
    last = len(document.lines) - 1
    item = AgendaItem("2.1", "Status på havneaftalen 2031", span=Span(0, last))
    paper = AttachedPaper("2.1", "1", "Statusnotat, 30. september 2031", span=Span(0, last))
    return extract_goals(
        Packet(document, kind="dagsorden", items=(item,), attachments=(paper,), meeting_date=date(2031, 11, 1))
    )


def table(rows: list[tuple[str, ...]], starts: tuple[float, ...] = COLUMNS) -> Document:
    lines = [line(cells, 100.0 + 12 * at, starts) for at, cells in enumerate(rows)]
    lines.append(
        pdf_line("Havnen har haft travlt hele året, og vejret har drillet mange gange.", 60.0, 190.0, size=8.0)
    )
    return pdf_document(lines)


def test_cells_begin_below_their_heads() -> None:
    rows = read(table(ROWS))
    assert pairs(rows) == WANTED
    assert [row.metric for row in targets(rows)] == ["Ventetid", "Gæster", "Uheld"]


def test_borders_part_columns_and_rows() -> None:
    heads = (64.0, 165.0, 380.0, 475.0)
    lines = [line(cells, 100.0 + 12 * at, heads if not at else COLUMNS) for at, cells in enumerate(ROWS)]
    document = pdf_document(lines)
    walls = tuple(Rule(x, 98.0, x + 0.5, 184.0) for x in (56.0, 136.0, 336.0, 466.0, 540.0))
    floors = tuple(Rule(56.0, y, 540.0, y + 0.5) for y in (98.0, 110.0, 134.0, 158.0, 183.0))
    page = replace(document.pages[0], rules=(*walls, *floors))
    assert pairs(read(replace(document, pages=(page,)))) == WANTED


def test_targets_without_names_are_their_own_labels() -> None:
    rows = read(table([cells[1:] for cells in ROWS], COLUMNS[1:]))
    assert pairs(rows) == WANTED


@pytest.mark.parametrize("head", ["Bemærkning", "Ansvarlig"])
def test_heads_without_an_outcome_make_no_such_table(head: str) -> None:
    rows = read(table([("Område", "Krav", head, "Frist"), *ROWS[1:]]))
    assert Pair(40, 31, "pending") not in pairs(rows)


def test_a_title_behind_the_table_and_the_heads_of_the_next_end_it() -> None:
    lines = [line(cells, 100.0 + 12 * at, COLUMNS) for at, cells in enumerate(ROWS)]
    lines.append(pdf_line("Andre mål", 60.0, 212.0, size=8.0))
    lines += [line(cells, 228.0 + 12 * at, COLUMNS) for at, cells in enumerate(ROWS[:3] + ROWS[5:])]
    rows = read(pdf_document(lines))
    assert pairs(rows) == [*WANTED, WANTED[0], WANTED[2]]
    assert "Andre mål" not in str(targets(rows))
