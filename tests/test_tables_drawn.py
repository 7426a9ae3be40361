"""Tables whose borders are drawn with letters."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.tables.drawn.strokes import read_stroke
from extractors.tables.extract import extract_tables
from ingest.reading.text import read_text
from schemas.packet import Packet
from schemas.records import Finding, Observation, Record, Table


def _records(text: str) -> list[Record]:
    document = read_text(text.encode(), filename="bilag.txt", sha256="0" * 64)
    return extract_tables(Packet(document=document))


def _facts(text: str) -> dict[tuple[str, str], Decimal | None]:
    return {(r.row_label, r.col_label): r.value for r in _records(text) if isinstance(r, Observation)}


BOXED = """Tabel 2 Lån fra bibliotekerne i 1.000
┌───────────┬───────┬────────┬────────┐
│ Bibliotek │ Bøger │        │ Besøg  │
│           │       │        │ pr. år │
│           │  2024 │   2025 │        │
├───────────┼───────┼────────┼────────┤
│ Byerne                              │
│ Struer    │  41,2 │   40,1 │    118 │
│ Lemvig    │  20,0 │      - │     77 │
├───────────┼───────┼────────┼────────┤
│ I alt     │  61,2 │   40,1 │    195 │
└───────────┴───────┴────────┴────────┘

Tallene er opgjort af bibliotekerne selv.
"""

LETTERS = str.maketrans("┌┬┐├┼┤└┴┘│─", "+++++++++|-")
DOUBLE = str.maketrans("┌┬┐├┼┤└┴┘│─", "╔╦╗╠╬╣╚╩╝║═")


@pytest.mark.parametrize("text", [BOXED, BOXED.translate(LETTERS), BOXED.translate(DOUBLE)])
def test_walls_drawn_with_letters_part_the_cells(text: str) -> None:
    facts = _facts(text)
    assert facts["Byerne / Struer", "Bøger / 2024"] == Decimal("41.2")
    assert facts["Byerne / Struer", "Besøg pr. år"] == 118
    assert facts["Byerne / Lemvig", "Bøger / 2025"] is None
    assert facts["Byerne / I alt", "Bøger / 2024"] == Decimal("61.2")
    assert len(facts) == 9


def test_a_caption_right_above_the_border_needs_no_colon() -> None:
    (table,) = [r for r in _records(BOXED) if isinstance(r, Table)]
    assert (table.table_no, table.caption, table.method) == ("Tabel 2", "Lån fra bibliotekerne i 1.000", "drawn")
    assert (table.line_first, table.line_last) == (1, 11)


def test_markdown_rows_are_parted_by_bars() -> None:
    facts = _facts("| Skole | **Elever** |\n|:--|--:|\n| Vestre | 412 |\n| Østre Skole | 1.020 |\n")
    assert facts == {("Vestre", "Elever"): 412, ("Østre Skole", "Elever"): 1020}


def test_borders_between_all_rows_make_one_row_of_the_lines_between_them() -> None:
    facts = _facts(
        "+------------+-------+------+\n"
        "| Ordning    | Antal | Pct. |\n"
        "+============+=======+======+\n"
        "| Støtte til |    14 |  +20 |\n"
        "| Foreninger |       |      |\n"
        "+------------+-------+------+\n"
        "| Lokaler    |     9 |   -3 |\n"
        "+------------+-------+------+\n"
    )
    assert facts["Støtte til Foreninger", "Antal"] == 14
    assert facts["Støtte til Foreninger", "Pct."] == 20
    assert facts["Lokaler", "Pct."] == -3
    assert len(facts) == 4


def test_a_label_goes_on_in_the_next_line_where_no_border_parts_the_rows() -> None:
    facts = _facts(
        "┌────────────┬───────┐\n"
        "│ Ordning    │ Antal │\n"
        "├────────────┼───────┤\n"
        "│ Tilskud    │    14 │\n"
        "│ til kor    │       │\n"
        "│ Lokaler og │     9 │\n"
        "│ haller     │       │\n"
        "└────────────┴───────┘\n"
    )
    assert facts == {("Tilskud til kor", "Antal"): 14, ("Lokaler og haller", "Antal"): 9}


def test_a_head_drawn_over_two_columns_spans_them() -> None:
    facts = _facts(
        "┌────────┬─────────────┬───────┐\n"
        "│ Sogn   │ Medlemmer   │ Areal │\n"
        "│        ├──────┬──────┤       │\n"
        "│        │ 2024 │ 2025 │       │\n"
        "├────────┼──────┼──────┼───────┤\n"
        "│ Vejrup │  810 │  798 │    12 │\n"
        "│ Grimst │  544 │  551 │     9 │\n"
        "└────────┴──────┴──────┴───────┘\n"
    )
    assert facts["Vejrup", "Medlemmer / 2025"] == 798
    assert facts["Grimst", "Areal"] == 9
    assert len(facts) == 6


def test_a_table_goes_on_behind_the_page_number() -> None:
    head = "┌────────┬───────┐\n│ Sogn   │ Antal │\n├────────┼───────┤\n"
    foot = "└────────┴───────┘\n"
    text = f"{head}│ Byerne         │\n│ Vejrup │    81 │\n{foot}\f{head}│ Grimst │    54 │\n{foot}"
    assert _facts(text) == {("Byerne / Vejrup", "Antal"): 81, ("Byerne / Grimst", "Antal"): 54}


def test_heads_at_the_bottom_of_their_cells_refuse_the_table() -> None:
    records = _records(
        "┌──────┬───────┬────────┐\n"
        "│      │ Antal │        │\n"
        "│ Sogn │  2024 │ Andel  │\n"
        "├──────┼───────┼────────┤\n"
        "│ Als  │    81 │     12 │\n"
        "│ Ejby │    54 │      8 │\n"
        "└──────┴───────┴────────┘\n"
    )
    assert not [r for r in records if isinstance(r, Observation)]
    (finding,) = [r for r in records if isinstance(r, Finding)]
    assert (finding.rule, finding.line) == ("table_refused", 1)


def test_a_double_border_below_the_heads_begins_no_other_table() -> None:
    rule = "├────────┼───────┤\n"
    head = f"┌────────┬───────┐\n│ Sogn   │ Antal │\n{rule}{rule}"
    facts = _facts(f"{head}│ Heraf:         │\n│ børn   │    81 │\n│ voksne │    54 │\n└────────┴───────┘\n")
    assert facts == {("Heraf: / børn", "Antal"): 81, ("Heraf: / voksne", "Antal"): 54}


def test_a_frame_around_text_is_no_table() -> None:
    assert _records("┌──────────────┐\n│ Mål 3: 45    │\n│ borgere i 12 │\n└──────────────┘\n") == []


@pytest.mark.parametrize("text", ["| Side 3", "12 | 4", "-----", "", "|", "+1,5", "│ ni │ ti"])
def test_lines_without_both_borders_are_not_drawn(text: str) -> None:
    assert read_stroke(text, 0, 1) is None


@pytest.mark.parametrize("text", ["| a | -1 | +2 |", "│ - │ – │ + │", "| - | - | - |"])
def test_signs_in_cells_are_no_borders(text: str) -> None:
    stroke = read_stroke(text, 0, 1)
    assert stroke is not None
    assert len(stroke.parts) == 3
    assert not any(part.rule for part in stroke.parts)
