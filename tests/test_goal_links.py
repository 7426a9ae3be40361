"""A target and its result in different documents: the contract in one packet, the report in a later one."""

from collections.abc import Iterator
from dataclasses import astuple
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest
from goal_packets import REPORT, read, results

from ingest.warehouse.goal_links import link_goals
from ingest.warehouse.store import Warehouse
from schemas.records import DocumentRow, Record, Result, Target
from schemas.relations import stamp

TEXT = "Mindst 80 pct. af kunderne er meget tilfredse med vejledningen."
TOLD = "83 pct. af kunderne er meget tilfredse med vejledningen."


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    with Warehouse(tmp_path / "w.duckdb") as opened:
        yield opened


def add(
    warehouse: Warehouse, document: str, rows: list[Record], *, year: int, body: str | None = "KKR Havland"
) -> None:
    """A document of a meeting in September of the year, with these rows."""
    row = DocumentRow(
        document_id=document, filename=f"{document}.txt", path=document, sha256=document, bytes=1,
        media_type="text/plain", body=body, meeting_date=date(year, 9, 1), status="ok", text_source="text",
        page_count=1, pipeline_version="1", ingested_at=datetime(2031, 1, 1),
    )  # fmt: skip
    insert(warehouse.db, "documents", [row])
    for name, records in stamp(document, rows).items():
        insert(warehouse.db, name, records)


def insert(db: duckdb.DuckDBPyConnection, name: str, records: list[object]) -> None:
    for record in records:
        values = astuple(record)  # type: ignore[call-overload]
        db.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(values))})", values)


def target(key: str = "g001", **changed: object) -> Target:
    known: dict[str, object] = {
        "party": "Erhvervshus Havland", "goal_no": "3", "sub_no": "3.1", "comparator": ">=", "value": 80,
        "unit": "%", "period": "2030", "metric": "tilfredse kunder", "text": TEXT,
        "contract": "Resultatkontrakt 2030",
    }  # fmt: skip
    return Target(target_id=key, **(known | changed))  # type: ignore[arg-type]


def result(**changed: object) -> Result:
    known: dict[str, object] = {
        "party": "Erhvervshus Havland", "goal_no": "3", "sub_no": "3.1", "value": 83, "unit": "%", "period": "2030",
        "metric": "tilfredse kunder", "text": TOLD, "is_open": True,
    }  # fmt: skip
    return Result(**(known | changed))  # type: ignore[arg-type]


def links(warehouse: Warehouse) -> list[tuple[object, ...]]:
    link_goals(warehouse)
    return warehouse.db.execute("SELECT target_id, result_id, status, restated FROM goal_links").fetchall()


def test_a_target_finds_its_result_in_the_packet_of_a_later_meeting(warehouse: Warehouse) -> None:
    add(warehouse, "d1", [target()], year=2030)
    add(warehouse, "d2", [result()], year=2031)
    assert links(warehouse) == [("d1-g001", "d2-res00001", "met", False)]
    row = warehouse.db.execute(
        "SELECT document_id, result_document_id, target_value, result_value, status, linked"
        " FROM target_results_across"
    ).fetchall()
    assert row == [("d1", "d2", 80, 83, "met", True)]


@pytest.mark.parametrize(
    ("aimed", "told", "year"),
    [
        ({}, {"party": "Erhvervshus Fjeldland"}, 2031),
        ({}, {"goal_no": "4", "sub_no": "4.1"}, 2031),
        ({}, {"sub_no": "3.2"}, 2031),
        ({}, {"unit": "kunder"}, 2031),
        ({}, {"period": "2031"}, 2032),
        ({}, {"period": None}, 2034),
        ({}, {}, 2029),
        ({"segment": "drift"}, {"segment": "vækst"}, 2031),
        ({}, {"text": "61 pct. har haft gavn af netværket.", "metric": "gavn af netværk"}, 2031),
    ],
)
def test_what_does_not_belong_together_stays_apart(
    warehouse: Warehouse, aimed: dict[str, object], told: dict[str, object], year: int
) -> None:
    add(warehouse, "d1", [target(**aimed)], year=2030)
    add(warehouse, "d2", [result(**told)], year=year)
    assert links(warehouse) == []


def test_without_a_party_the_body_decides(warehouse: Warehouse) -> None:
    add(warehouse, "d1", [target()], year=2030)
    add(warehouse, "d2", [result(party=None)], year=2031)
    add(warehouse, "d3", [result(party=None)], year=2031, body="KKR Fjeldland")
    assert links(warehouse) == [("d1-g001", "d2-res00001", "met", False)]


def test_a_result_that_fits_two_targets_alike_is_not_linked(warehouse: Warehouse) -> None:
    add(warehouse, "d1", [target(sub_no=None), target("g002", sub_no=None, value=75)], year=2030)
    add(warehouse, "d2", [result(sub_no=None)], year=2031)
    assert links(warehouse) == []


def test_segments_are_results_of_one_target(warehouse: Warehouse) -> None:
    add(warehouse, "d1", [target()], year=2030)
    add(warehouse, "d2", [result(segment="drift"), result(segment="vækst", value=71)], year=2031)
    assert [(row[1], row[2]) for row in links(warehouse)] == [("d2-res00001", "met"), ("d2-res00002", "not_met")]


def test_a_target_that_the_report_states_again_is_linked_to_its_result(warehouse: Warehouse) -> None:
    add(warehouse, "d1", [target()], year=2030)
    add(warehouse, "d2", [target(), result(target_id="g001", status="met", is_open=False)], year=2031)
    assert links(warehouse) == [("d1-g001", "d2-res00001", "met", True)]
    query = "SELECT count(*), count(*) FILTER (NOT restated) FROM target_results_across"
    assert warehouse.db.execute(query).fetchall() == [(2, 1)]


@pytest.mark.parametrize(
    ("aimed", "told", "status"),
    [
        ({}, {"value": 79}, "not_met"),
        (
            {"unit": "møder", "value": 12, "comparator": "="},
            {"unit": "møder", "value": 7, "period": "1. halvår 2030"},
            "pending",
        ),
        (
            {"unit": "møder", "value": 12, "comparator": "="},
            {"unit": "møder", "value": 7, "period": "30. september 2030"},
            "pending",
        ),
        (
            {"unit": "møder", "value": 12, "comparator": "="},
            {"unit": "møder", "value": 7, "period": "31. december 2030"},
            "not_met",
        ),
        ({"comparator": "<="}, {"value": 83}, "not_met"),
        ({"text": f"Andelen skal stige: {TEXT}"}, {}, "unknown"),
        ({"text": f"Andelen skal stige: {TEXT}"}, {"stated_status": "met"}, "met"),
    ],
)  # fmt: skip
def test_the_verdict_of_a_link(
    warehouse: Warehouse, aimed: dict[str, object], told: dict[str, object], status: str
) -> None:
    add(warehouse, "d1", [target(**aimed)], year=2030)
    add(warehouse, "d2", [result(**told)], year=2031)
    assert [row[2] for row in links(warehouse)] == [status]


def test_links_are_found_anew_whatever_the_order_of_the_documents(warehouse: Warehouse) -> None:
    add(warehouse, "d2", [result()], year=2031)
    assert links(warehouse) == []
    add(warehouse, "d1", [target()], year=2030)
    first = links(warehouse)
    assert links(warehouse) == first == [("d1-g001", "d2-res00001", "met", False)]
    warehouse.db.execute("DELETE FROM results")
    assert links(warehouse) == []


def test_a_report_without_its_targets_keeps_its_figures_open_and_out_of_the_pairs(warehouse: Warehouse) -> None:
    rows = read((REPORT, f"Afrapportering og målopfyldelse – Mål 3\n\n{TOLD}"))
    assert [(r.value, r.is_open, r.target_id) for r in results(rows)] == [(83, True, None)]
    add(warehouse, "d1", rows, year=2032)
    assert warehouse.db.execute("SELECT count(*) FROM target_results").fetchall() == [(0,)]


def test_contracts_of_two_years_are_set_side_by_side(warehouse: Warehouse) -> None:
    def contract(year: int, *rows: Target) -> None:
        add(warehouse, f"d{year}", list(rows), year=year)

    words = {"metric": "besøg hos virksomheder", "text": "Der holdes besøg hos virksomheder.", "unit": "besøg"}
    contract(
        2030, target(), target("g002", sub_no="3.2", value=40, **words),
        target("g003", sub_no="3.3", value=10, comparator="<=", unit="dage", metric="ventetid"),
        target("g004", sub_no="3.4", value=5, unit="netværk", metric="netværk"),
    )  # fmt: skip
    later = {"contract": "Resultatkontrakt 2031", "period": "2031"}
    contract(
        2031, target(value=85, **later), target("g002", sub_no="3.2", value=40, **words | later),
        target("g003", sub_no="3.3", value=8, comparator="<=", unit="dage", metric="ventetid", **later),
        target("g004", goal_no="5", sub_no="5.1", value=3, unit="messer", metric="udenlandske messer", **later),
    )  # fmt: skip
    rows = warehouse.db.execute(
        "SELECT sub_no, earlier_value::INTEGER, value::INTEGER, change, stricter"
        " FROM targets_changed ORDER BY sub_no"
    ).fetchall()
    assert rows == [
        ("3.1", 80, 85, "raised", True), ("3.2", 40, 40, "the same", None), ("3.3", 10, 8, "lowered", True),
        ("3.4", 5, None, "dropped", None), ("5.1", None, 3, "new", None),
    ]  # fmt: skip


def test_a_report_that_restates_a_contract_is_no_second_contract(warehouse: Warehouse) -> None:
    add(warehouse, "d1", [target()], year=2030)
    add(
        warehouse,
        "d2",
        [target(contract="Afrapportering 2030"), target("g002", contract="Afrapportering 2030")],
        year=2031,
    )
    add(warehouse, "d3", [target(contract="Resultatkontrakt 2031", period="2031", value=78)], year=2031)
    rows = warehouse.db.execute("SELECT earlier_target_id, target_id, change FROM targets_changed").fetchall()
    assert rows == [("d1-g001", "d3-g001", "lowered")]


@pytest.mark.parametrize("later", [{"goal_no": None}, {"contract": "Resultatkontrakt 2034", "period": "2034"}, {}])
def test_a_mention_of_a_later_contract_drops_nothing(warehouse: Warehouse, later: dict[str, object]) -> None:
    words = ("ventetid", "netværk", "besøg")
    earlier = [target(f"g00{n}", sub_no=f"3.{n}", metric=word) for n, word in enumerate(words, 1)]
    add(warehouse, "d1", list(earlier), year=2030)
    mentioned = {
        "contract": "Resultatkontrakt 2031",
        "period": "2031",
        "sub_no": None,
        "metric": "udenlandske messer",
    }
    add(warehouse, "d2", [target(**(mentioned | later))], year=2031)
    assert warehouse.db.execute("SELECT count(*) FROM targets_changed").fetchall() == [(0,)]
