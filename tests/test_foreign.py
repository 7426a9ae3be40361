"""What is no warehouse is neither read as one nor written over."""

import sqlite3

import duckdb
import pytest
from typer.testing import CliRunner

from ingest.cli import app
from schemas.errors import ExitCode

COMMANDS = (
    ("status",),
    ("check",),
    ("retry",),
    ("search", "frafald"),
    ("show", "2.1"),
    ("show", "some-key"),
    ("query", "SELECT 1"),
    ("report", "unwritten.html"),
    ("export", "unwritten"),
    ("ingest", "samples"),
)


def bilag(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def foreign(tmp_path):
    path = tmp_path / "regnskab.duckdb"
    with duckdb.connect(str(path)) as db:
        db.execute("CREATE TABLE documents AS SELECT 412 AS beloeb")
        db.execute("CREATE TABLE findings (a INTEGER)")
    return path


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_database_of_something_else_is_refused_by_every_command_and_left_as_it_is(command, foreign):
    before = foreign.read_bytes()
    done = bilag(*command, "--db", foreign)
    assert done.exit_code == ExitCode.WAREHOUSE, done.output
    assert "is the database of something else" in done.output
    assert foreign.read_bytes() == before


def test_diff_refuses_it_on_either_side(foreign, samples_db):
    for sides in ((foreign, samples_db), (samples_db, foreign)):
        assert bilag("diff", *sides).exit_code == ExitCode.WAREHOUSE


def test_a_database_of_another_kind_is_refused(tmp_path):
    path = tmp_path / "x.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE documents (a)")
    db.close()
    done = bilag("ingest", "samples", "--db", path)
    assert done.exit_code == ExitCode.WAREHOUSE
    assert "is no warehouse" in done.output


def test_a_database_that_holds_nothing_is_filled_and_until_then_told(tmp_path):
    path = tmp_path / "empty.duckdb"
    duckdb.connect(str(path)).close()
    done = bilag("status", "--db", path)
    assert (done.exit_code, "holds nothing yet" in done.output) == (ExitCode.NOTHING_FOUND, True)


def test_check_makes_no_warehouse_where_none_is(tmp_path):
    assert bilag("check", "--db", tmp_path / "none.duckdb").exit_code == ExitCode.NOTHING_FOUND
    assert list(tmp_path.iterdir()) == []


def test_a_warehouse_that_lacks_what_a_command_asks_for_says_how_to_bring_it_up_to_date(samples_db, tmp_path):
    path = tmp_path / "older.duckdb"
    path.write_bytes(samples_db.read_bytes())
    with duckdb.connect(str(path)) as db:
        db.execute("DROP VIEW target_results")
        db.execute("UPDATE warehouse_version SET digest = 'older'")
    done = bilag("report", tmp_path / "r.html", "--db", path)
    assert done.exit_code == ExitCode.WAREHOUSE
    assert "Bring it up to date: bilag check" in done.output
    bilag("check", "--db", path)
    assert bilag("report", tmp_path / "r.html", "--db", path).exit_code == ExitCode.OK
