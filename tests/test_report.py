"""The report is one page that needs nothing from outside and never runs what a packet says."""

import re
from datetime import date
from decimal import Decimal

import pytest
from own_packets import write

from ingest.run import ingest
from ingest.warehouse.report import Bar, bar_chart, danish, report
from ingest.warehouse.store import Warehouse

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def page(samples_db):
    with Warehouse(samples_db, read_only=True) as warehouse:
        return report(warehouse)


def test_the_page_loads_nothing_and_runs_nothing(page):
    assert not re.search(r"<script|<link|<img|src=|url\(|@import", page, re.IGNORECASE)


def test_every_document_and_finding_is_on_the_page(page, samples_db):
    with Warehouse(samples_db, read_only=True) as warehouse:
        names = [row["filename"] for row in warehouse.query("SELECT filename FROM documents")]
        rules = [row["rule"] for row in warehouse.query("SELECT DISTINCT rule FROM findings")]
    assert names
    assert rules
    for text in (*names, *rules):
        assert text in page


def test_targets_municipalities_and_series_are_drawn(page):
    for heading in ("Mål og resultater", "Kommunerne", "Serier over år"):
        assert "<svg" in page.split(f"<h2>{heading}</h2>")[1].split("<h2>")[0]


def test_what_a_packet_says_is_text_and_no_markup(tmp_path):
    table = f"Tabel 1: {SCRIPT} pladser\nKommune 2022 2023 2024\nHorsens 41 44 46\nOdder 12 12 13\nI alt 53 56 59\n"
    (path,) = write(tmp_path, notat=table)
    path.rename(tmp_path / "<b>x.txt")
    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        ingest([str(tmp_path)], warehouse)
        html = report(warehouse)
    assert SCRIPT not in html
    assert "<b>x.txt" not in html
    assert "&lt;b&gt;x.txt" in html


def test_results_stand_beside_their_targets_with_the_words_of_the_comparison(page):
    assert "76 mod mindst 82 %" in page
    assert "&amp;" not in page.split("<h2>Kommunerne</h2>")[0]


def test_days_are_printed_the_danish_way(page):
    assert "17-09-2025" in page
    assert ">2025-09-17<" not in page


def test_a_label_of_a_chart_is_escaped():
    assert SCRIPT not in bar_chart([Bar(SCRIPT, Decimal(3))])


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Decimal("1234.5"), "1.234,5"),
        (Decimal("24500000"), "24.500.000"),
        (Decimal("0.050"), "0,05"),
        (-3, "-3"),
        (date(2025, 9, 7), "07-09-2025"),
        (None, ""),
        ("x", "x"),
    ],
)
def test_numbers_are_printed_the_danish_way(value, told):
    assert danish(value) == told
