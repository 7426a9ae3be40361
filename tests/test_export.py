"""Exports hold the same rows in every format, the same bytes every time, and nothing that acts when opened."""

import csv
import json
from datetime import datetime

import duckdb
import openpyxl
import pytest
from own_packets import AGENDA, BILAG, write

from ingest.run import ingest
from ingest.warehouse.export import export_query, export_relations, harmless
from ingest.warehouse.store import Warehouse

DANGEROUS = "=cmd|' /C calc'!A0"


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packets")
    write(folder, dagsorden=AGENDA, bilag=BILAG)
    path = folder / "w.duckdb"
    with Warehouse(path) as warehouse:
        ingest([str(folder)], warehouse)
    return path


def pages(folder, form):
    file = folder / f"pages.{form}"
    if form == "parquet":
        return [row[0] for row in duckdb.sql(f"SELECT document_id FROM '{file}'").fetchall()]
    if form == "csv":
        with file.open(encoding="utf-8", newline="") as handle:
            return [row["document_id"] for row in csv.DictReader(handle)]
    if form == "jsonl":
        return [json.loads(line)["document_id"] for line in file.read_text(encoding="utf-8").splitlines()]
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    return [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl", "xlsx"])
def test_every_format_holds_the_rows_of_the_warehouse(db, tmp_path, form):
    with Warehouse(db, read_only=True) as warehouse:
        export_relations(warehouse, tmp_path, form)
        expected = warehouse.query("SELECT document_id FROM pages ORDER BY document_id, page")
    assert pages(tmp_path, form) == [row["document_id"] for row in expected]
    assert "## observations" in (tmp_path / "data-dictionary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl", "xlsx"])
def test_two_exports_are_the_same_bytes(db, tmp_path, form):
    with Warehouse(db, read_only=True) as warehouse:
        first = export_relations(warehouse, tmp_path / "a", form)
        second = export_relations(warehouse, tmp_path / "b", form)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (DANGEROUS, "'" + DANGEROUS),
        ("+45 12 34 56 78 ring", "'+45 12 34 56 78 ring"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-1.198", "-1.198"),
        ("-", "-"),
        ("-12,5 %", "-12,5 %"),
        ("Det indstilles", "Det indstilles"),
        (7, 7),
    ],
)
def test_text_that_a_spreadsheet_would_run_is_kept_text(text, kept):
    assert harmless(text) == kept


def test_a_formula_in_a_packet_is_a_string_in_excel(db, tmp_path):
    with Warehouse(db, read_only=True) as warehouse:
        quoted = DANGEROUS.replace("'", "''")
        export_query(warehouse, f"SELECT '{quoted}' AS cell", tmp_path / "x.xlsx", "xlsx")
    cell = openpyxl.load_workbook(tmp_path / "x.xlsx").active["A2"]
    assert (cell.value, cell.data_type) == (DANGEROUS, "s")


def test_excel_tells_where_it_cut_a_text_and_keeps_the_time_of_day(db, tmp_path):
    question = (
        "SELECT repeat('æ', 40000) AS long, TIMESTAMP '2025-09-17 10:30:00' AS at, DATE '0900-01-01' AS early"
    )
    with Warehouse(db, read_only=True) as warehouse:
        export_query(warehouse, question, tmp_path / "x.xlsx", "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert len(sheet["A2"].value) == 32_767
    assert sheet["A2"].value.endswith("[cut: Excel takes no more]")
    assert sheet["B2"].value == datetime(2025, 9, 17, 10, 30)
    assert sheet["C2"].value == "0900-01-01"
