"""A lake holds a document in one file, whole or not at all, and gives back what was put in."""

from pathlib import Path

import pytest
from own_packets import AGENDA, BILAG, write

from ingest.engines.cluster import Order, work
from ingest.engines.isolation import Limits
from ingest.pipeline import process
from ingest.reading.content import ReadOptions
from ingest.run import ingest
from ingest.sources import Source
from ingest.version import pipeline_version
from ingest.warehouse.lake import Lake, local_copies
from ingest.warehouse.lake_views import make_views
from ingest.warehouse.store import Warehouse
from schemas.errors import NotFound, RowsRefused, UsageError
from schemas.relations import DOCUMENTS

pytest.importorskip("fsspec", reason="the extra dask is not installed")


@pytest.fixture
def done(tmp_path):
    return process(Source(str(write(tmp_path, bilag=BILAG)[0])))


@pytest.fixture
def lake(tmp_path):
    return Lake(str(tmp_path / "lake"), "1.0+abc")


def from_lake(lake):
    """An engine that runs each source at once, in this process, into a lake."""
    return lambda sources: ([lake.write(process(source), "as told")] for source in sources)


def dump(db, names=("documents", "pages", "items", "observations", "mentions", "findings")):
    with Warehouse(db, read_only=True) as warehouse:
        return {name: warehouse.answer(f"SELECT * EXCLUDE (document_id) FROM {name}")[1] for name in names[1:]}


def test_a_lake_gives_the_same_warehouse_as_rows_row_for_row(tmp_path, lake):
    folder = tmp_path / "packets"
    folder.mkdir()
    write(folder, a=AGENDA, b=BILAG, c=f"{BILAG}\nUdgave 2\n")
    for name, engine in (("rows", None), ("lake", from_lake(lake))):
        with Warehouse(tmp_path / f"{name}.duckdb") as warehouse:
            summary = ingest([str(folder)], warehouse, engine=engine)
        assert [outcome.status for outcome in summary.outcomes] == ["loaded"] * 3
    assert dump(tmp_path / "rows.duckdb") == dump(tmp_path / "lake.duckdb")


def test_a_document_written_twice_is_one_file_and_nothing_is_left_over(tmp_path, lake, done):
    lake.write(done, "as told")
    lake.write(done, "as told")
    files = [path for path in (tmp_path / "lake").rglob("*") if path.is_file()]
    assert [path.name for path in files] == [f"{done.document_id}.parquet"]


def test_a_document_is_found_only_by_who_would_read_it_the_same_way(lake, done):
    kept = lake.write(done, "as told")
    assert lake.find(done.document_id, done.path, "as told") == kept
    assert lake.find(done.document_id, done.path, "otherwise") is None
    assert lake.find(done.document_id, "elsewhere.txt", "as told") is None
    assert lake.find("0" * 16, done.path, "as told") is None


def test_a_document_that_was_refused_is_read_again(lake, tmp_path):
    (bad,) = (tmp_path / "bad.pdf",)
    bad.write_bytes(b"PK\x03\x04 no packet")
    refused = process(Source(str(bad)))
    assert refused.status == "failed"
    lake.write(refused, "as told")
    assert lake.find(refused.document_id, refused.path, "as told") is None


def test_a_damaged_file_is_not_found_and_costs_its_document_alone(tmp_path, lake):
    folder = tmp_path / "packets"
    folder.mkdir()
    paths = write(folder, a=AGENDA, b=BILAG)

    def damaging(sources):
        kept = [lake.write(process(source), "as told") for source in sources]
        Path(kept[0].stored.file).write_bytes(b"no parquet at all, but long enough to look at")
        assert lake.find(kept[0].document_id, str(paths[0]), "as told") is None
        yield kept

    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        summary = ingest([str(folder)], warehouse, engine=damaging)
        assert [outcome.status for outcome in summary.outcomes] == ["failed", "loaded"]
        assert warehouse.answer("SELECT status FROM documents ORDER BY filename")[1] == [("failed",), ("ok",)]
        assert warehouse.answer("SELECT rule FROM findings WHERE severity = 'error'")[1] == [("rows_refused",)]


def test_a_value_that_does_not_fit_is_refused_and_the_next_document_is_written(lake, done):
    place = DOCUMENTS.position("page_count")
    (row,) = good = done.rows["documents"]
    done.rows["documents"] = [(*row[:place], "some", *row[place + 1 :])]
    with pytest.raises(RowsRefused):
        lake.write(done, "as told")
    done.rows["documents"] = good
    assert lake.write(done, "as told").counts()["documents"] == 1


@pytest.mark.parametrize("stored", [True, False])
def test_rows_that_break_a_check_are_refused_and_cost_the_others_nothing(tmp_path, lake, stored):
    folder = tmp_path / "packets"
    folder.mkdir()
    write(folder, a=AGENDA, b=BILAG)

    def breaking(sources):
        done = [process(source) for source in sources]
        place = DOCUMENTS.position("kind")
        (row,) = done[0].rows["documents"]
        done[0].rows["documents"] = [(*row[:place], "brev", *row[place + 1 :])]
        yield [lake.write(one, "as told") for one in done] if stored else done

    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        summary = ingest([str(folder)], warehouse, engine=breaking)
        assert [outcome.status for outcome in summary.outcomes] == ["failed", "loaded"]
        assert warehouse.answer("SELECT count(*) FROM items")[1][0][0] > 0


def test_an_object_store_is_reached_by_its_url(done):
    lake = Lake("memory://bucket/lake", "1.0+abc")
    kept = lake.write(done, "as told")
    assert kept.stored.file == f"memory://bucket/lake/1.0-abc/{done.document_id}.parquet".replace("://", ":///")
    assert lake.find(done.document_id, done.path, "as told") == kept
    with local_copies([kept.stored.file]) as (copy,):
        assert Path(copy).read_bytes().startswith(b"PAR1")
    assert not Path(copy).exists()


def test_a_task_reads_a_relative_path_from_where_the_ingest_was_started(tmp_path):
    write(tmp_path, a=AGENDA)
    order = Order(str(tmp_path / "lake"), pipeline_version(), Limits(60, 0), ReadOptions(ocr=False))
    outcome = work(Source("a.txt", root=str(tmp_path)), order)
    assert (outcome.path, outcome.status) == ("a.txt", "loaded")
    assert outcome.stored is not None
    assert outcome.count("items") > 0


@pytest.mark.parametrize(
    ("lake", "version", "told"),
    [("lake", "0.0+other", "runs version"), ("taken/lake", None, "lake cannot be written")],
)
def test_a_task_that_does_not_fit_is_refused_and_says_why(tmp_path, lake, version, told):
    write(tmp_path, a=AGENDA)
    (tmp_path / "taken").write_text("a file, no folder")
    order = Order(str(tmp_path / lake), version or pipeline_version(), Limits(60, 0), ReadOptions(ocr=False))
    outcome = work(Source("a.txt", root=str(tmp_path)), order)
    assert outcome.status == "failed"
    assert told in outcome.errors[0].message


def test_views_have_the_names_and_rows_of_the_warehouse(tmp_path):
    folder = tmp_path / "packets"
    folder.mkdir()
    write(folder, a=AGENDA, b=BILAG)
    lake = Lake(str(tmp_path / "lake"), pipeline_version())
    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        ingest([str(folder)], warehouse, engine=from_lake(lake))
    for _ in range(2):
        assert make_views(tmp_path / "lake", tmp_path / "views.duckdb") == 2
    names = ("documents", "pages", "items", "cells", "observations", "target_results", "meetings", "extracted_rows")
    for name in names:
        counted = []
        for file in ("w.duckdb", "views.duckdb"):
            with Warehouse(tmp_path / file, read_only=True) as warehouse:
                counted.append(warehouse.answer(f"SELECT count(*) FROM {name}")[1])
                meetings = warehouse.answer("SELECT DISTINCT meeting_id FROM documents")[1]
        assert counted[0] == counted[1], name
    assert meetings == [("kkr-midtjylland-2025-09-17",)]


def test_views_are_not_made_over_a_warehouse_nor_without_a_lake(tmp_path, lake, done):
    lake.write(done, "as told")
    with Warehouse(tmp_path / "w.duckdb"):
        pass
    with pytest.raises(UsageError, match="is a warehouse"):
        make_views(tmp_path / "lake", tmp_path / "w.duckdb")
    with pytest.raises(NotFound, match="no lake"):
        make_views(tmp_path / "nothing", tmp_path / "views.duckdb")
