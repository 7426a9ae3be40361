"""The views that set targets and results side by side."""

from collections.abc import Iterator
from dataclasses import astuple
from importlib.resources import files

import duckdb
import pytest
from goal_packets import HALF_YEAR, REPORT, made_packet

from extractors.goals.extract import extract_goals
from schemas.records import Record, Result, Target
from schemas.relations import RELATIONS, stamp

SQL = files("schemas") / "sql"


@pytest.fixture
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as db:
        for relation in RELATIONS:
            for statement in relation.create():
                db.execute(statement)
        for name in ("target_results", "goal_views"):
            db.execute((SQL / f"{name}.sql").read_text(encoding="utf-8"))
        yield db


def load(db: duckdb.DuckDBPyConnection, rows: list[Record], document: str = "d1") -> None:
    for name, records in stamp(document, rows).items():
        for record in records:
            values = astuple(record)
            db.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(values))})", values)


def target(key: str, value: int, **more: object) -> Target:
    return Target(
        target_id=key, item_no="2.1", goal_no="3", party="Erhvervshus Havland", comparator=">=", value=value,
        unit="%",
        period="2031", **more,
    )  # type: ignore[arg-type]  # fmt: skip


def result(key: str | None, value: int | None, status: str, **more: object) -> Result:
    return Result(target_id=key, item_no="2.1", goal_no="3", value=value, unit="%", status=status, **more)  # type: ignore[arg-type]


def test_a_target_has_a_row_for_each_result_and_one_without(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(
        warehouse,
        [
            target("g001", 80), target("g002", 50, status="pending"), result("g001", 74, "not_met"),
            result("g001", 81, "met", segment="drift"),
        ],
    )  # fmt: skip
    rows = warehouse.execute(
        "SELECT target_value, result_value, status, segment FROM target_results ORDER BY ALL"
    ).fetchall()
    assert rows == [(50, None, "pending", None), (80, 74, "not_met", None), (80, 81, "met", "drift")]


def test_a_result_without_target_is_a_row(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, [result(None, 71, "met")])
    row = warehouse.execute("SELECT document_id, target_value, result_value, status FROM target_results").fetchall()
    assert row == [("d1", None, 71, "met")]


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ([target("g001", 80, standing="total")], 0),
        ([target("g001", 80, standing="earlier")], 0),
        ([target("g001", 80, standing="earlier"), result("g001", 85, "met")], 1),
        ([target("g001", 80, standing="proposed", status="pending")], 1),
        ([result(None, None, "met", scope="goal", fulfilment_pct=100)], 1),
        ([result(None, None, "met", scope="goal", fulfilment_pct=100, printed_in="table")], 0),
        ([result(None, None, "partly", scope="contract", fulfilment_pct=97)], 1),
    ],
)
def test_what_is_told_elsewhere_is_left_out(
    warehouse: duckdb.DuckDBPyConnection, rows: list[Record], count: int
) -> None:
    load(warehouse, rows)
    assert warehouse.execute("SELECT count(*) FROM target_results").fetchall() == [(count,)]


def test_missed_targets_come_with_how_far_they_missed(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(
        warehouse,
        [target("g001", 80), result("g001", 74, "not_met"), target("g002", 50), result("g002", 60, "met")],
    )
    assert warehouse.execute("SELECT target_value, difference FROM targets_missed").fetchall() == [(80, -6)]


def test_goals_are_counted_with_their_stated_degree(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(
        warehouse,
        [
            target("g001", 80), result("g001", 74, "not_met"), target("g002", 50, status="pending"),
            result(None, None, "partly", scope="goal", fulfilment_pct=96, printed_in="table"),
        ],
    )  # fmt: skip
    row = warehouse.execute(
        "SELECT goal_no, targets, with_result, met, missed, pending, fulfilment_pct FROM targets_by_goal"
    ).fetchall()
    assert row == [("3", 2, 1, 0, 1, 1, 96)]


def test_a_target_is_met_where_all_its_results_are(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(
        warehouse,
        [
            target("g001", 80), result("g001", 84, "met"), result("g001", 74, "not_met", segment="drift"),
            target("g002", 50), result("g002", 60, "met"), target("g003", 40), result("g003", 10, "pending"),
        ],
    )  # fmt: skip
    rows = warehouse.execute("SELECT party, year, decided, met, share_met_pct FROM target_share_met").fetchall()
    assert rows == [("Erhvervshus Havland", 2031, 2, 1, 50.0)]


def test_rows_of_the_extractor_fit_the_view(warehouse: duckdb.DuckDBPyConnection) -> None:
    text = (
        "Mål 3 – Kunder\n\nMål Mindst 75 pct. er tilfredse.\n\nAfrapportering og målopfyldelse – "
        "Mål 3\n\n79 pct. er tilfredse."
    )
    load(warehouse, extract_goals(made_packet((REPORT, text))))
    rows = warehouse.execute(
        "SELECT target_line, result_line, status, confidence > 0.5 FROM target_results"
    ).fetchall()
    assert rows == [(3, 7, "met", True)]


def test_documents_do_not_mix(warehouse: duckdb.DuckDBPyConnection) -> None:
    text = "Mål 3 – Kunder\n\nMål Der skal holdes 9 møder.\n\nMål 3.1: Møder\n\nDer er afholdt 4 møder."
    for document in ("d1", "d2"):
        load(warehouse, extract_goals(made_packet((HALF_YEAR, text), meeting=2031)), document)
    rows = warehouse.execute("SELECT document_id, count(*) FROM target_results GROUP BY ALL ORDER BY ALL")
    assert rows.fetchall() == [("d1", 1), ("d2", 1)]
