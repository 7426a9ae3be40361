"""Two warehouses are compared row by row."""

import pytest
from own_packets import AGENDA, BILAG, write

from ingest.run import ingest
from ingest.warehouse.diff import Change, diff
from ingest.warehouse.store import Warehouse


@pytest.fixture
def pair(tmp_path):
    folder = tmp_path / "packets"
    folder.mkdir()
    write(folder, dagsorden=AGENDA)
    for name in ("old.duckdb", "new.duckdb"):
        with Warehouse(tmp_path / name) as warehouse:
            ingest([str(folder)], warehouse)
    write(folder, bilag=BILAG)
    return tmp_path / "old.duckdb", tmp_path / "new.duckdb", folder


def test_the_same_files_twice_differ_in_nothing(pair):
    old, new, _ = pair
    assert diff(old, new) == []


def test_an_altered_row_is_told_with_its_document(pair):
    old, new, _ = pair
    with Warehouse(new) as warehouse:
        warehouse.db.execute("UPDATE pages SET text = 'andet' WHERE page = 1")
    assert diff(old, new) == [Change("pages", "dagsorden.txt", 0, 0, 1)]


def test_rows_of_a_new_document_are_gained_and_lost_the_other_way(pair):
    old, new, folder = pair
    with Warehouse(new) as warehouse:
        ingest([str(folder)], warehouse)
    gained = {(c.relation, c.filename): c for c in diff(old, new)}
    assert gained["pages", "bilag.txt"].gained == 3
    lost = {(c.relation, c.filename): c for c in diff(new, old)}
    assert lost["pages", "bilag.txt"].lost == 3


def test_rows_below_one_that_is_new_are_the_same_whatever_their_numbers(pair):
    old, new, _ = pair
    with Warehouse(new) as warehouse:
        warehouse.db.execute("UPDATE sections SET section_id = document_id || '-x' || section_id")
        warehouse.db.execute(
            "INSERT INTO sections SELECT * REPLACE ('new' AS section_id, 'Nyt' AS text) FROM sections LIMIT 1"
        )
    assert diff(old, new) == [Change("sections", "dagsorden.txt", 1, 0, 0)]


def test_a_row_that_stands_there_twice_is_gained_once(pair):
    old, new, _ = pair
    with Warehouse(new) as warehouse:
        warehouse.db.execute("INSERT INTO sections SELECT * REPLACE ('copy' AS section_id) FROM sections LIMIT 1")
    assert diff(old, new) == [Change("sections", "dagsorden.txt", 1, 0, 0)]
