"""A warehouse of an older bilag is brought up to date where it lies, with its rows; a sound one is left alone."""

import duckdb
import pytest
from own_packets import AGENDA, write

from ingest.run import ingest
from ingest.warehouse.schema import schema_digest
from ingest.warehouse.store import Warehouse
from schemas.errors import WarehouseError
from schemas.relations import RELATIONS


@pytest.fixture
def db(tmp_path):
    write(tmp_path, dagsorden=AGENDA)
    path = tmp_path / "w.duckdb"
    with Warehouse(path) as warehouse:
        ingest([str(tmp_path)], warehouse)
    return path


def make_older(path, *statements):
    """Turns the clock back: what an earlier version would have left."""
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE warehouse_version SET digest = 'older'")
        for statement in statements:
            connection.execute(statement)


def shapes(path):
    with duckdb.connect(str(path), read_only=True) as connection:
        return {
            relation.name: [row[0] for row in connection.execute(f"DESCRIBE {relation.name}").fetchall()]
            for relation in RELATIONS
        }


def test_a_column_that_was_not_there_is_added_in_its_place_with_its_default(db):
    before = shapes(db)
    make_older(db, "ALTER TABLE items DROP COLUMN evidence", "ALTER TABLE attachments DROP COLUMN listed_only")
    with Warehouse(db) as warehouse:
        items = warehouse.query("SELECT item_no, evidence FROM items ORDER BY item_id")
        listed = warehouse.query("SELECT listed_only FROM attachments")
    assert [row["item_no"] for row in items] == ["1.1", "2.1"]
    assert {row["evidence"] for row in items} == {None}
    assert listed == [{"listed_only": False}]
    assert shapes(db) == before


def test_a_column_that_is_no_more_goes_and_the_rows_stay(db):
    make_older(db, "ALTER TABLE items ADD COLUMN once VARCHAR")
    with Warehouse(db) as warehouse:
        assert warehouse.query("SELECT count(*) AS n FROM items") == [{"n": 2}]
    assert "once" not in shapes(db)["items"]


def test_a_missing_relation_and_a_missing_view_are_made(db):
    make_older(db, "DROP VIEW quarantine", "DROP TABLE passages")
    with Warehouse(db) as warehouse:
        assert warehouse.query("SELECT count(*) AS n FROM passages") == [{"n": 0}]
        warehouse.query("SELECT * FROM quarantine")


def test_an_upgraded_warehouse_takes_the_next_ingest(db):
    make_older(db, "ALTER TABLE items DROP COLUMN title")
    with Warehouse(db) as warehouse:
        summary = ingest([str(db.parent)], warehouse, again=True)
        titles = warehouse.query("SELECT title FROM items WHERE item_no = '1.1'")
    assert [outcome.status for outcome in summary.outcomes] == ["loaded"]
    assert titles == [{"title": "Godkendelse af dagsorden"}]


def test_rows_that_no_longer_fit_leave_the_warehouse_as_it_was(db):
    make_older(
        db,
        "CREATE OR REPLACE TABLE findings AS SELECT * REPLACE ('fatal' AS severity) FROM findings",
        "INSERT INTO findings BY NAME SELECT 'f' AS finding_id, 'fatal' AS severity, 'r' AS rule",
    )
    with pytest.raises(WarehouseError, match="cannot be brought up to date"):
        Warehouse(db)
    with duckdb.connect(str(db), read_only=True) as connection:
        assert connection.execute("SELECT severity FROM findings WHERE finding_id = 'f'").fetchall() == [("fatal",)]


def test_a_warehouse_of_today_is_not_touched(db):
    with duckdb.connect(str(db), read_only=True) as connection:
        assert connection.execute("SELECT digest FROM warehouse_version").fetchall() == [(schema_digest(),)]
    size = db.stat().st_size
    with Warehouse(db):
        pass
    assert db.stat().st_size == size
