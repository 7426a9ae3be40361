"""Numbers that text prints apart from their labels are refused, with a finding."""

import pytest
from test_tables_aligned import facts, packet

from extractors.tables.extract import find_tables

LABELS = "Kommune\nSkovby og\nomegn\nStrandby\nHavneby\nEngby\nI alt"
COLUMNS = ("Pladser\n14\n11\n9\n12\n46", "Borgere\n21\n24\n30\n75", "Takst\n1.310\n2.018\n998\n1.877\n6.203")
"""A label over two lines, and a column with a blank cell."""
ROWS = "Tabel 2: Ventetid\n\nKommune 2024 2025\nSkovby 14 21\nStrandby 11 24\nHavneby 9 20\nEngby 12 30\n"


def by_columns(parting="\n\n"):
    """A table column by column, as text of a PDF is often printed."""
    return parting.join(["Tabel 1: Tilbud", LABELS, *COLUMNS]) + "\n"


def findings(text):
    return [finding for finding in find_tables(packet(text))[1] if finding.rule == "table_refused"]


@pytest.mark.parametrize(
    "text",
    [
        by_columns(),
        by_columns().replace("\n", "\n\n"),
        "\n\n".join(["Tabel 1: Tilbud", LABELS, "Pladser\n\nBorgere", "14\n11\n9\n12\n46\n\n21\n24\n30\n75"]),
    ],
    ids=["columns", "columns with empty lines", "heads apart as well"],
)
def test_columns_printed_apart_give_no_fact_and_one_finding(text):
    assert facts(text) == {}
    assert len(findings(text)) == 1


def test_a_number_that_stands_beside_words_in_such_a_text_is_no_fact():
    text = f"{by_columns()}\nTabel 2: Børn\n\nAntal børn 44\nAntal unge 17\nI alt 61\n"
    assert facts(text) == {}


def test_tables_of_rows_outweigh_a_column_that_stands_apart():
    text = f"{ROWS}\nSkovby\n\n14\n21\n30\n\nNoter\n"
    assert len(facts(text)) == 8
    assert "3 numbers stand on lines of their own" in findings(text)[-1].message


@pytest.mark.parametrize("alone", ["2023\n2024\n2025\n2026", "14\n\n21", "Side 1\n\nSide 2"])
def test_years_and_single_numbers_are_no_columns(alone):
    assert findings(f"Pladser\n\n{alone}\n\nSlut\n") == []


def test_a_table_printed_row_by_row_in_paragraphs_is_no_table_of_columns():
    rows = "\n\n".join(["Skovby\n14\n21\n1.310", "Strandby\n11\n24\n2.018", "Havneby\n9\n20\n998"])
    before = facts(f"Tabel 1: Tilbud\n\nKommune\nPladser\nBorgere\nTakst\n\n{rows}\n")
    assert before.get((("Strandby",), ("Borgere",)), "24") == "24"
