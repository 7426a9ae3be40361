"""A run loads what is new, says what became of every file, and gives the same warehouse again."""

import os

import duckdb
import pytest
from own_packets import AGENDA, BILAG, write

from ingest import version
from ingest.engines import run_in_groups
from ingest.run import ingest
from ingest.warehouse.store import Warehouse
from schemas.errors import ExitCode, NotFound, WarehouseError
from schemas.relations import RELATIONS

CLOCKS = {"ingested_at"}


def run(folder, db, **options):
    with Warehouse(db) as warehouse:
        return ingest([str(folder)], warehouse, **options)


def contents(db):
    """Every row of every relation but those of the runs, clocks left out, in the order they lie."""
    with duckdb.connect(str(db), read_only=True) as connection:
        found = {}
        for relation in RELATIONS:
            if relation.name in ("runs", "run_documents"):
                continue
            names = [f'"{column.name}"' for column in relation.columns if column.name not in CLOCKS]
            found[relation.name] = connection.execute(f"SELECT {', '.join(names)} FROM {relation.name}").fetchall()
        return found


@pytest.fixture
def folder(tmp_path):
    packets = tmp_path / "packets"
    packets.mkdir()
    write(packets, dagsorden=AGENDA, bilag=BILAG)
    return packets


def test_every_file_ends_as_a_document_with_its_pages(folder, tmp_path):
    summary = run(folder, tmp_path / "w.duckdb")
    assert [outcome.status for outcome in summary.outcomes] == ["loaded", "loaded"]
    rows = contents(tmp_path / "w.duckdb")
    assert len(rows["documents"]) == 2
    assert len(rows["pages"]) == 6


def test_the_same_files_again_change_nothing(folder, tmp_path):
    run(folder, tmp_path / "w.duckdb")
    before = contents(tmp_path / "w.duckdb")
    summary = run(folder, tmp_path / "w.duckdb")
    assert [outcome.status for outcome in summary.outcomes] == ["unchanged", "unchanged"]
    assert contents(tmp_path / "w.duckdb") == before


def test_one_job_and_two_jobs_give_the_same_warehouse_row_for_row(folder, tmp_path):
    run(folder, tmp_path / "one.duckdb", jobs=1)
    run(folder, tmp_path / "two.duckdb", jobs=2)
    assert contents(tmp_path / "one.duckdb") == contents(tmp_path / "two.duckdb")


def test_a_changed_pipeline_replaces_the_rows(folder, tmp_path, monkeypatch):
    run(folder, tmp_path / "w.duckdb")
    before = contents(tmp_path / "w.duckdb")
    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        warehouse.db.execute("UPDATE documents SET pipeline_version = 'older'")
    summary = run(folder, tmp_path / "w.duckdb")
    assert [outcome.status for outcome in summary.outcomes] == ["loaded", "loaded"]
    assert {name: sorted(map(repr, rows)) for name, rows in contents(tmp_path / "w.duckdb").items()} == {
        name: sorted(map(repr, rows)) for name, rows in before.items()
    }


def test_papers_of_another_kind_in_a_folder_are_told_and_stop_nothing(folder, tmp_path):
    for name in ("Bilag 3.docx", "~$Bilag 3.docx", "økonomi.XLSX", "notes.json"):
        (folder / name).write_bytes(b"PK")
    summary = run(folder, tmp_path / "w.duckdb")
    assert [outcome.status for outcome in summary.outcomes] == ["loaded", "loaded", "left_out", "left_out"]
    assert summary.exit_code == ExitCode.OK
    with Warehouse(tmp_path / "w.duckdb", read_only=True) as warehouse:
        told = warehouse.query("SELECT path, message FROM run_documents WHERE status = 'left_out' ORDER BY path")
    assert [os.path.basename(row["path"]) for row in told] == ["Bilag 3.docx", "økonomi.XLSX"]
    assert told[0]["message"] == "Bilag 3.docx is neither PDF nor text. Export it as PDF"


def test_a_folder_of_nothing_but_other_papers_holds_no_packet(tmp_path):
    (tmp_path / "kun").mkdir()
    (tmp_path / "kun" / "bilag.docx").write_bytes(b"PK")
    assert run(tmp_path / "kun", tmp_path / "w.duckdb").exit_code == ExitCode.NOTHING_FOUND


def test_a_named_paper_of_another_kind_is_read_and_not_left_out(folder, tmp_path):
    named = folder / "bilag.csv"
    named.write_text(AGENDA + "\nTil orientering\n", encoding="utf-8")
    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        summary = ingest([str(folder), str(named)], warehouse)
    assert [outcome.status for outcome in summary.outcomes] == ["loaded"] * 3


def test_the_same_content_under_two_names_is_one_document_and_said_so(folder, tmp_path):
    write(folder, kopi=AGENDA)
    summary = run(folder, tmp_path / "w.duckdb")
    (duplicate,) = summary.having("duplicate")
    assert duplicate.path.endswith("kopi.txt")
    assert "dagsorden.txt" in (duplicate.message or "")
    assert len(contents(tmp_path / "w.duckdb")["documents"]) == 2


def test_a_refused_file_has_a_row_a_finding_and_an_exit_code_and_costs_the_others_nothing(folder, tmp_path):
    run(folder, tmp_path / "good.duckdb")
    (folder / "a.pdf").write_bytes(b"PK\x03\x04 not a packet")
    (folder / "b.pdf").touch()
    summary = run(folder, tmp_path / "all.duckdb")
    assert summary.exit_code == ExitCode.SOME_FAILED
    assert [outcome.status for outcome in summary.outcomes] == ["failed", "failed", "loaded", "loaded"]
    good, everything = contents(tmp_path / "good.duckdb"), contents(tmp_path / "all.duckdb")
    for name, rows in good.items():
        assert [row for row in everything[name] if row in rows] == rows
    with Warehouse(tmp_path / "all.duckdb", read_only=True) as warehouse:
        refused = warehouse.query("SELECT status FROM documents WHERE filename = 'a.pdf'")
        told = warehouse.query(
            "SELECT rule FROM findings JOIN documents USING (document_id) WHERE filename = 'a.pdf'"
        )
        outcome = warehouse.query("SELECT error_class FROM run_documents WHERE contains(path, 'b.pdf')")
    assert refused == [{"status": "failed"}]
    assert told == [{"rule": "unsupported_content"}]
    assert outcome == [{"error_class": "EmptyContent"}]


def changed_before_reading(change):
    """The engine, with something that happens between the look at the files and their reading."""

    def engine(sources):
        change()
        yield from run_in_groups(sources)

    return engine


def test_a_file_that_goes_while_the_run_is_at_work_is_refused_alone(folder, tmp_path):
    summary = run(folder, tmp_path / "w.duckdb", engine=changed_before_reading((folder / "bilag.txt").unlink))
    assert [outcome.status for outcome in summary.outcomes] == ["failed", "loaded"]
    assert "cannot be read" in (summary.outcomes[0].message or "")


def test_a_file_that_becomes_another_while_the_run_is_at_work_is_one_document(folder, tmp_path):
    def change():
        (folder / "dagsorden.txt").write_text(BILAG, encoding="utf-8")

    summary = run(folder, tmp_path / "w.duckdb", engine=changed_before_reading(change))
    assert [outcome.status for outcome in summary.outcomes] == ["loaded", "duplicate"]
    rows = contents(tmp_path / "w.duckdb")
    assert len(rows["documents"]) == 1
    assert len(rows["pages"]) == 3


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the super-user may read everything")
def test_a_file_that_may_no_longer_be_read_is_refused_alone(folder, tmp_path):
    def change():
        (folder / "bilag.txt").chmod(0)

    summary = run(folder, tmp_path / "w.duckdb", engine=changed_before_reading(change))
    assert [outcome.status for outcome in summary.outcomes] == ["failed", "loaded"]


def test_no_file_at_all_is_said_by_the_exit_code(tmp_path):
    (tmp_path / "empty").mkdir()
    assert run(tmp_path / "empty", tmp_path / "w.duckdb").exit_code == ExitCode.NOTHING_FOUND


def test_a_packet_of_bilag_that_prints_no_date_joins_the_meeting_of_its_agenda(folder, tmp_path):
    run(folder, tmp_path / "w.duckdb")
    with Warehouse(tmp_path / "w.duckdb", read_only=True) as warehouse:
        meetings = warehouse.query("SELECT meeting_id, documents FROM meetings")
    assert meetings == [{"meeting_id": "kkr-midtjylland-2025-09-17", "documents": 2}]


def test_every_key_is_unique_and_every_reference_resolves(folder, tmp_path):
    run(folder, tmp_path / "w.duckdb")
    with Warehouse(tmp_path / "w.duckdb", read_only=True) as warehouse:
        for relation in RELATIONS:
            names = ", ".join(f'"{name}"' for name in relation.key)
            doubles = warehouse.query(f"SELECT {names} FROM {relation.name} GROUP BY ALL HAVING count(*) > 1")
            assert doubles == [], relation.name
            for column in relation.columns:
                if column.ref:
                    (orphans,) = warehouse.query(
                        f"SELECT count(*) AS n FROM {relation.name} a"
                        f" ANTI JOIN {column.ref} b USING ({column.name})"
                        f" WHERE a.{column.name} IS NOT NULL"
                    )
                    assert orphans["n"] == 0, (relation.name, column.name)


def test_reading_a_warehouse_that_is_not_there_says_how_to_make_one(tmp_path):
    with pytest.raises(NotFound, match="bilag ingest"):
        Warehouse(tmp_path / "none.duckdb", read_only=True)


def test_a_file_that_is_no_warehouse_is_refused(tmp_path):
    (tmp_path / "text.duckdb").write_text("not a database, only text" * 100)
    with pytest.raises(WarehouseError, match="is no warehouse"):
        Warehouse(tmp_path / "text.duckdb")


def test_a_warehouse_of_a_later_schema_is_left_alone(folder, tmp_path):
    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        warehouse.db.execute("INSERT INTO warehouse_version VALUES (9999, '')")
    with pytest.raises(WarehouseError, match="later bilag"):
        Warehouse(tmp_path / "w.duckdb")


def test_the_pipeline_version_changes_with_the_source(tmp_path):
    assert version.pipeline_version().startswith("0.")
    assert "+" in version.pipeline_version()
