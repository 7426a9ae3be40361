"""Where nothing can be written there is one clear line and its exit code, and what was there before stays whole."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from own_packets import AGENDA, BILAG, write

from ingest.warehouse.checks import check
from ingest.warehouse.diff import diff
from ingest.warehouse.store import Warehouse
from schemas.errors import ExitCode

BILAG_COMMAND = str(Path(sys.executable).parent / "bilag")
FORMATS = ("parquet", "csv", "jsonl", "xlsx")


def bilag(*arguments, **options):
    return subprocess.run(
        [BILAG_COMMAND, *map(str, arguments)], capture_output=True, text=True, check=False, **options
    )


def assert_explained(done, *words, code=ExitCode.WAREHOUSE):
    assert done.returncode == code, done.stderr
    told = [line for line in done.stderr.splitlines() if line.startswith("bilag: ")]
    assert len(told) == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    for word in words:
        assert word in told[0]


def mounted(folder, *options):
    """Mounts a file system of its own on a folder; skips the test where that is not allowed."""
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only the super-user of a Linux system may mount a small disk")
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip(f"no disk may be mounted here: {done.stderr.decode().strip()}")


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of 400 KB."""
    folder = tmp_path / "small"
    mounted(folder, "size=400k")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def full_disk(small_disk):
    """A folder on a disk without room."""
    (small_disk / "before.csv").write_text("before\n")
    try:
        (small_disk / "fill").write_bytes(bytes(1 << 20))
    except OSError:
        return small_disk
    raise AssertionError("the disk is not full")


@pytest.fixture
def locked_disk(tmp_path, samples_db):
    """A folder that may be read only, with a warehouse in it."""
    folder = tmp_path / "locked"
    mounted(folder, "size=20m")
    (folder / "w.duckdb").write_bytes(samples_db.read_bytes())
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture(scope="module")
def packets(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packets")
    write(folder, **{f"p{number:03}": f"{AGENDA}\n{BILAG}\nUdgave {number}\n" for number in range(60)})
    return folder


def test_a_disk_that_fills_up_during_a_run_leaves_whole_documents_and_the_next_run_goes_on(packets, small_disk):
    db = small_disk / "w.duckdb"
    done = bilag("ingest", packets, "--db", db, "--jobs", 2)
    assert_explained(done, "No space left on device", "run the same command again")
    with duckdb.connect(str(db), read_only=True) as connection:
        loaded = connection.execute("SELECT count(*) FROM documents").fetchall()[0][0]
    assert loaded < 60
    subprocess.run(["mount", "-o", "remount,size=50m", str(small_disk)], check=True)
    with Warehouse(db) as warehouse:
        assert [finding for finding in check(warehouse) if finding.severity == "error"] == []
    assert f"{60 - loaded} loaded" in bilag("ingest", packets, "--db", db).stdout
    assert bilag("ingest", packets, "--db", small_disk / "whole.duckdb").returncode == ExitCode.OK
    assert diff(small_disk / "whole.duckdb", db) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no sizes of files")
def test_a_limit_on_the_size_of_files_is_told_like_a_full_disk(packets, tmp_path):
    import resource

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (300 << 10, 300 << 10))

    done = bilag("ingest", packets, "--db", tmp_path / "w.duckdb", preexec_fn=limit)
    assert_explained(done, "File too large")
    assert bilag("ingest", packets, "--db", tmp_path / "w.duckdb").returncode == ExitCode.OK


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_to_a_full_disk_leaves_no_half_file(samples_db, full_disk, form):
    assert_explained(bilag("export", full_disk / "out", "--db", samples_db, "--format", form), "No space left")
    left = [path.name for path in (full_disk / "out").iterdir()]
    assert [name for name in left if name.startswith(".")] == []
    assert "pages." + form not in left


def test_an_export_that_fails_leaves_the_one_before_as_it_was(samples_db, full_disk):
    target = full_disk / "before.csv"
    done = bilag("export", target, "--db", samples_db, "--format", "csv", "--query", "SELECT * FROM pages")
    assert_explained(done, "before.csv cannot be written")
    assert target.read_text() == "before\n"


def test_a_report_and_a_dictionary_on_a_full_disk(samples_db, full_disk):
    assert_explained(bilag("report", full_disk / "r.html", "--db", samples_db), "r.html", "No space left")
    assert_explained(bilag("dictionary", "--write", full_disk / "d.md"), "d.md", "No space left")


def test_a_log_that_cannot_be_written_is_told_once_and_the_run_goes_on(packets, full_disk, tmp_path):
    done = bilag("ingest", packets, "--db", tmp_path / "w.duckdb", "--log", full_disk / "log.jsonl")
    assert_explained(done, "goes on without its log", code=ExitCode.OK)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [("query", "SELECT * FROM pages", "--csv"), ("status",), ("show", "2.1")])
def test_an_answer_that_cannot_be_printed(samples_db, arguments):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [BILAG_COMMAND, *arguments, "--db", str(samples_db)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert_explained(done, "The output cannot be written: No space left on device")


def test_a_folder_that_may_not_be_written(packets, locked_disk, samples_db):
    assert_explained(bilag("ingest", packets, "--db", locked_disk / "new.duckdb"), "Read-only file system")
    assert_explained(bilag("ingest", packets, "--db", locked_disk / "w.duckdb"), "Read-only file system")
    assert_explained(bilag("check", "--db", locked_disk / "w.duckdb"), "Read-only file system")
    assert_explained(bilag("report", locked_disk / "r.html", "--db", samples_db), "r.html", "Read-only file system")
    assert_explained(bilag("export", locked_disk / "out", "--db", samples_db), "out", "Read-only file system")
    for command in ("status", "report"):
        arguments = (locked_disk.parent / "r.html",) if command == "report" else ()
        assert bilag(command, *arguments, "--db", locked_disk / "w.duckdb").returncode == ExitCode.OK


@pytest.mark.parametrize("form", FORMATS)
def test_an_output_where_no_folder_is(samples_db, tmp_path, form):
    arguments = ("--db", samples_db, "--format", form, "--query", "SELECT 1 AS one")
    assert_explained(bilag("export", tmp_path / "none" / f"x.{form}", *arguments), "No such file or directory")
    (tmp_path / "file").touch()
    assert_explained(bilag("export", tmp_path / "file" / f"x.{form}", *arguments), "Not a directory")


def test_an_output_that_is_a_folder(samples_db, tmp_path):
    assert_explained(bilag("report", tmp_path, "--db", samples_db), "Is a directory")


def test_a_relation_that_is_not_there_is_not_exported_in_silence(samples_db, tmp_path):
    done = bilag("export", tmp_path / "out", "--db", samples_db, "--relation", "itmes")
    assert_explained(done, "no relation itmes", code=ExitCode.NOTHING_FOUND)
    assert not (tmp_path / "out").exists()


def test_a_file_of_a_query_that_is_not_there(samples_db, tmp_path):
    done = bilag("query", "--file", tmp_path / "none.sql", "--db", samples_db)
    assert_explained(done, "none.sql cannot be read", code=ExitCode.USAGE)
