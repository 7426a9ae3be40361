"""A document past its time keeps what its earlier stages gave, and says which did not end."""

import pytest
from own_packets import AGENDA, write

from ingest import patience
from ingest.engines import Limits
from ingest.pipeline import EXTRACTORS, process_bytes
from ingest.run import ingest
from ingest.sources import Source
from ingest.warehouse.store import Warehouse
from schemas.errors import LimitExceeded

LONG = "Tabel 1: Pladser\n\nKommune             2023      2024      2025\n" + "".join(
    f"Sted nr. {number:06}      {number % 97:>6}    {number % 89:>6}    {number % 83:>6}\n"
    for number in range(200_000)
)
"""Read in seconds, while its tables and goals take minutes."""


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    folder = tmp_path_factory.mktemp("late")
    write(folder, dagsorden=AGENDA, lang=LONG)
    path = folder / "w.duckdb"
    with Warehouse(path) as warehouse:
        ingest([str(folder)], warehouse, limits=Limits(seconds=12.0))
    return path


def asked(db, question):
    with Warehouse(db, read_only=True) as warehouse:
        return warehouse.query(question)


def test_what_was_done_in_time_is_kept(db):
    assert asked(
        db,
        "SELECT d.status, count(*) AS pages, max(length(p.text)) > 1000 AS whole"
        " FROM documents d JOIN pages p USING (document_id) WHERE filename = 'lang.txt' GROUP BY ALL",
    ) == [{"status": "partial", "pages": 1, "whole": True}]


def test_one_finding_names_the_stages_that_did_not_end(db):
    (finding,) = asked(db, "SELECT message, severity FROM findings WHERE rule = 'limit_exceeded'")
    (outcome,) = asked(db, "SELECT stage, status, message FROM run_documents WHERE path LIKE '%lang.txt'")
    assert outcome["status"] == "partial"
    assert "references" in outcome["stage"]
    assert outcome["stage"] in finding["message"]
    assert "--seconds" in finding["message"]


def test_the_next_document_is_not_touched(db):
    assert asked(db, "SELECT status FROM documents WHERE filename = 'dagsorden.txt'") == [{"status": "ok"}]


@pytest.fixture
def clock():
    patience.start()
    yield
    patience.start()


def test_no_stage_begins_that_is_late(clock):
    patience.hurry()
    done = process_bytes(AGENDA.encode(), Source("a.txt"))
    assert done.status == "partial"
    assert [error.stage for error in done.errors] == [", ".join(["split", *(name for name, *_ in EXTRACTORS)])]
    assert done.count("pages") == AGENDA.count("\f") + 1


def test_a_stage_at_work_is_broken_off(clock):
    with pytest.raises(LimitExceeded), patience.breakable():
        patience.hurry()


def test_what_may_not_be_broken_off_goes_on(clock):
    patience.hurry()
    with pytest.raises(LimitExceeded), patience.breakable():
        pytest.fail("it is late")


def test_a_new_document_has_time(clock):
    patience.hurry()
    patience.start()
    assert process_bytes(AGENDA.encode(), Source("a.txt")).status == "loaded"
