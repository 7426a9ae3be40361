"""The command line: what people see and how commands end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from own_packets import AGENDA, BILAG, write
from typer.testing import CliRunner

from ingest.cli import app
from ingest.warehouse.store import Warehouse
from schemas.errors import ExitCode

COMMANDS = tuple(
    "ingest retry status show check query export search report diff dictionary doctor".split()  # noqa: SIM905
)


def bilag(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packets")
    write(folder, dagsorden=AGENDA, bilag=BILAG)
    path = folder / "w.duckdb"
    done = bilag("ingest", folder, "--db", path)
    assert done.exit_code == ExitCode.OK, done.output
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command):
    done = bilag(command, "--help")
    assert done.exit_code == ExitCode.OK
    assert f"Usage: bilag {command}" in done.output.replace("root", "bilag")
    assert command in bilag("--help").output


def test_help_does_not_load_the_heavy_libraries():
    code = (
        "import sys; from ingest.cli import app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('spacy', 'duckdb', 'numpy', 'pypdfium2', 'pdfplumber') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_ingest_tells_each_file_and_what_was_found(db, tmp_path):
    done = bilag("ingest", db.parent, "--db", tmp_path / "w.duckdb")
    assert "[1/2] loaded    bilag.txt" in done.output
    assert "2 files: 2 loaded" in done.output
    assert "observations" in done.output


def test_a_refused_file_is_named_with_its_reason_and_ends_in_its_code(tmp_path):
    write(tmp_path, dagsorden=AGENDA)
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 nothing follows")
    done = bilag("ingest", tmp_path, "--db", tmp_path / "w.duckdb")
    assert done.exit_code == ExitCode.SOME_FAILED
    assert "bad.pdf" in done.output
    assert "cannot be parsed" in done.output


def test_a_path_that_is_not_there_is_named(tmp_path):
    done = bilag("ingest", tmp_path / "nothing", "--db", tmp_path / "w.duckdb")
    assert done.exit_code == ExitCode.NOTHING_FOUND
    assert "nothing is called" in done.output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("ingest",), ExitCode.USAGE),
        (("ingest", "x", "--jobs", "0"), ExitCode.USAGE),
        (("show",), ExitCode.USAGE),
        (("query",), ExitCode.USAGE),
        (("nonsense",), ExitCode.USAGE),
        (("status", "--db", "no-such-file.duckdb"), ExitCode.NOTHING_FOUND),
    ],
)
def test_wrong_use_ends_in_its_code(arguments, code):
    assert bilag(*arguments).exit_code == code


def test_status_lists_documents(db):
    done = bilag("status", "--db", db)
    assert "dagsorden.txt" in done.output
    assert "KKR Midtjylland" in done.output


def test_show_tells_what_an_item_holds_and_where_it_stands(db):
    done = bilag("show", "2.1", "--db", db, "--document", "dagsorden")
    assert "2.1 Orienteringssag: Pladser på døgntilbud" in done.output
    assert "case SAG-2025-01011, caseworker abc" in done.output
    assert "Bilag 1: Pladser på døgntilbud 2025 (listed only)" in done.output
    assert "tager orienteringen til efterretning" in done.output
    assert "line " in done.output


def test_an_item_that_is_nowhere_says_so(db):
    assert bilag("show", "9.9", "--db", db).exit_code == ExitCode.NOTHING_FOUND


def test_show_prints_a_table_as_it_was_read(db):
    with Warehouse(db, read_only=True) as warehouse:
        (table,) = warehouse.query("SELECT table_id FROM tables")
    done = bilag("show", "--table", table["table_id"], "--db", db)
    assert "Tabel 1" in done.output
    assert [word for line in done.output.splitlines() if "Horsens" in line for word in line.split()] == [
        "Horsens",
        "41",
        "44",
    ]


def test_any_key_shows_its_row_and_the_line_that_proves_it(db):
    with Warehouse(db, read_only=True) as warehouse:
        (row,) = warehouse.query("SELECT observation_id FROM observations WHERE value = 44")
    done = bilag("show", row["observation_id"], "--db", db)
    assert "Horsens" in done.output
    assert "▸ Horsens 41 44" in done.output


def test_query_prints_a_table_and_csv(db):
    question = "SELECT item_no, title FROM items WHERE item_type = 'Orienteringssag' ORDER BY ALL LIMIT 1"
    assert "(1 row)" in bilag("query", question, "--db", db).output
    lines = bilag("query", question, "--db", db, "--csv").output.splitlines()
    assert lines == ["item_no,title", "2.1,Pladser på døgntilbud i de østjyske kommuner"]


def test_what_a_spreadsheet_would_run_is_text_in_the_csv_of_a_query(db):
    lines = bilag("query", "SELECT '=1+1' AS a, -3 AS b, '-' AS c", "--db", db, "--csv").output.splitlines()
    assert lines == ["a,b,c", "'=1+1,-3,-"]


@pytest.mark.parametrize("question", ["DROP TABLE items", "SELECT nothing FROM nowhere", "not sql"])
def test_a_query_cannot_change_and_a_wrong_one_is_one_clear_line(db, question):
    done = bilag("query", question, "--db", db)
    assert done.exit_code == ExitCode.USAGE
    assert done.output.startswith("bilag: ")
    assert "Traceback" not in done.output


def test_check_of_a_sound_warehouse_ends_well(db):
    assert bilag("check", "--db", db).exit_code == ExitCode.OK


def test_the_log_has_one_json_object_a_document_and_no_words_of_the_packet(db, tmp_path):
    log = tmp_path / "log.jsonl"
    bilag("ingest", db.parent / "dagsorden.txt", "--db", tmp_path / "w.duckdb", "--log", log)
    entries = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [(entry["event"], entry["status"]) for entry in entries] == [("document", "loaded")]
    assert "efterretning" not in log.read_text(encoding="utf-8")


def test_retry_takes_up_what_failed_and_only_that(tmp_path):
    write(tmp_path, dagsorden=AGENDA)
    bad = tmp_path / "packet.txt"
    bad.write_bytes(b"")
    bilag("ingest", tmp_path, "--db", tmp_path / "w.duckdb")
    bad.write_text(BILAG, encoding="utf-8")
    done = bilag("retry", "--db", tmp_path / "w.duckdb")
    assert "1 file: 1 loaded" in done.output
    assert "Nothing to retry" in bilag("retry", "--db", tmp_path / "w.duckdb").output


def test_retry_finds_files_whose_names_are_no_utf8(tmp_path):
    folder = tmp_path / os.fsdecode(b"m\xf8der")
    folder.mkdir()
    bad = folder / os.fsdecode(b"dagsorden \xe5rsm\xf8de.txt")
    bad.write_bytes(b"")
    bilag("ingest", folder, "--db", tmp_path / "w.duckdb")
    bad.write_text(AGENDA, encoding="utf-8")
    done = bilag("retry", "--db", tmp_path / "w.duckdb")
    assert "1 file: 1 loaded" in done.output


def test_a_warehouse_that_another_process_holds_is_said_so(db, tmp_path):
    path = tmp_path / "held.duckdb"
    code = (
        "import sys\nfrom ingest.warehouse.store import Warehouse\n"
        f"with Warehouse({str(path)!r}):\n    print('open', flush=True)\n    sys.stdin.read()"
    )
    holder = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == b"open\n"
        done = bilag("ingest", db.parent, "--db", path)
    finally:
        holder.communicate()
    assert done.exit_code == ExitCode.WAREHOUSE
    assert "held by another process" in done.output


def test_a_terminal_that_lacks_letters_ends_no_run(db, tmp_path):
    done = subprocess.run(
        [str(Path(sys.executable).parent / "bilag"), "ingest", str(db.parent), "--db", str(tmp_path / "w.duckdb")],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == ExitCode.OK, done.stderr
    assert b"2 files: 2 loaded" in done.stdout
