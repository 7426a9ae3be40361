"""Every bad file ends as loaded, partly loaded or refused, says why, and costs the good files beside it nothing."""

import os
from pathlib import Path

import hostile
import pytest
from own_packets import AGENDA, BILAG, write

from ingest import engines
from ingest.run import ingest
from ingest.sources import Source
from ingest.warehouse.store import Warehouse
from schemas.errors import ExitCode
from schemas.relations import RELATIONS

LIMITS = engines.Limits(seconds=60, memory_mb=1536)
COLUMNS = {relation.name: [column.name for column in relation.columns] for relation in RELATIONS}
SLOW = frozenset(
    (
        "bomb.pdf",
        "vectors.pdf",
        "pages.pdf",
        "inflating.pdf",
        "megabyte.txt",
        "lines.txt",
        "spaces.txt",
        "regex.txt",
        "headers.txt",
    )
)
CASES = [(name, kind) for name, kind, *_ in hostile.KINDS]

FAULTS: dict[str, str] = {}
"""What is known to go wrong; a case that comes right fails here until its line is taken out."""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return hostile.make_all(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def outcomes(files):
    """The outcome of each file by name, all of them in one run."""
    done = engines.run([Source(str(file.path)) for file in files], jobs=2, limits=LIMITS)
    return {file.path.name: (file, outcome) for file, outcome in zip(files, done, strict=True)}


@pytest.fixture
def packets(tmp_path):
    folder = tmp_path / "packets"
    folder.mkdir()
    write(folder, dagsorden=AGENDA, bilag=BILAG)
    return folder


def rows(outcome, relation):
    return [dict(zip(COLUMNS[relation], row, strict=True)) for row in outcome.rows.get(relation, [])]


def reasons(outcome):
    return [error.message for error in outcome.errors] + [row["message"] for row in rows(outcome, "findings")]


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_each_bad_file_has_its_outcome(name, kind, outcomes, request):
    if name in FAULTS:
        request.applymarker(pytest.mark.xfail(reason=FAULTS[name], strict=True))
    file, outcome = outcomes[name]
    assert outcome.status in file.expected, reasons(outcome)


def test_files_with_odd_names_are_loaded_and_odd_entries_refused(outcomes):
    odd = [entry for name, entry in outcomes.items() if name not in {name for name, _ in CASES}]
    assert len(odd) >= len(hostile.ODD_NAMES)
    assert [file.path.name for file, outcome in odd if outcome.status not in file.expected] == []


def test_whatever_is_not_loaded_whole_says_why(outcomes):
    silent = [
        name for name, (_, outcome) in outcomes.items() if outcome.status != "loaded" and not reasons(outcome)
    ]
    assert silent == []


def test_what_is_hidden_locked_or_garbled_does_not_come_out_as_text(outcomes):
    for name, (file, outcome) in outcomes.items():
        if file.secret:
            printed = "".join(row["text"] or "" for row in rows(outcome, "pages"))
            assert file.secret not in printed, name


def test_hidden_text_is_reported(outcomes):
    _, outcome = outcomes["hidden.pdf"]
    assert "hidden_text" in [row["rule"] for row in rows(outcome, "findings")]


def test_garbled_text_is_reported_or_read_from_the_picture_of_its_page(outcomes):
    _, outcome = outcomes["garbled.pdf"]
    (page,) = rows(outcome, "pages")
    assert page["status"] == "garbled" or page["text_source"] == "ocr"
    assert {"page_garbled", "ocr_used"} & {row["rule"] for row in rows(outcome, "findings")}
    assert rows(outcome, "observations") == []


def test_a_damaged_page_costs_only_itself(outcomes):
    _, outcome = outcomes["bad-page.pdf"]
    assert [bool((row["text"] or "").strip()) for row in rows(outcome, "pages")] == [True, False, True]


@pytest.mark.parametrize("name", ["utf16.txt", "utf16be.txt", "utf8-bom.txt", "cp1252.txt", "mac.txt", "junk.pdf"])
def test_a_sound_document_in_odd_dress_gives_its_item(name, outcomes):
    _, outcome = outcomes[name]
    assert [(row["item_no"], row["title"]) for row in rows(outcome, "items")] == [
        ("1.1", "Godkendelse af dagsorden")
    ]


def test_letters_of_cp1252_survive(outcomes):
    _, outcome = outcomes["cp1252.txt"]
    assert "Århus – Ærø “øst”" in rows(outcome, "pages")[0]["text"]


def test_text_that_looks_like_sql_is_stored_as_it_stands(files, tmp_path):
    (sql,) = [file.path for file in files if file.path.name == "sql.txt"]
    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        ingest([str(sql)], warehouse)
    with Warehouse(tmp_path / "w.duckdb", read_only=True) as warehouse:
        (page,) = warehouse.query("SELECT text FROM pages")
    assert "DROP TABLE items; --" in page["text"]


def test_formulas_keep_their_rows_and_figures(outcomes):
    _, outcome = outcomes["formulas.txt"]
    found = {(row["row_label"], row["col_label"]): row["value"] for row in rows(outcome, "observations")}
    assert found["=cmd|' /C calc'!A0", "2030"] == 12
    assert found["I alt", "2031"] == 64


def quick(file):
    return file.path.name not in SLOW


def test_good_files_among_bad_ones_are_loaded_exactly_as_without_them(files, packets, tmp_path):
    good = sorted(packets.iterdir())
    alone = list(engines.run([Source(str(path)) for path in good], limits=LIMITS))
    among = tmp_path / "among"
    among.mkdir()
    for file in filter(quick, files):
        if file.path.is_file() and not file.path.is_symlink():
            os.link(file.path, among / file.path.name)  # a copy would write out the holes of the sparse file: 10 GB
    sources = sorted([*among.iterdir(), *good], key=lambda path: path.name)
    beside = {
        outcome.path: outcome
        for outcome in engines.run([Source(str(path)) for path in sources], jobs=2, limits=LIMITS)
    }
    assert len(beside) == len(sources)
    for outcome in alone:
        assert outcome.status == "loaded"
        assert beside[outcome.path].rows == outcome.rows


def test_a_run_over_good_and_bad_files_says_by_its_exit_code_that_some_failed(files, packets, tmp_path):
    refused = [
        str(file.path) for file in files if file.expected == ("failed",) and quick(file) and not file.path.is_dir()
    ]
    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        summary = ingest([str(packets), *refused], warehouse)
    assert summary.exit_code == ExitCode.SOME_FAILED
    with Warehouse(tmp_path / "w.duckdb", read_only=True) as warehouse:
        told = warehouse.query("SELECT status, message FROM run_documents")
        good = warehouse.query("SELECT count(*) AS n FROM documents WHERE status = 'ok'")
    assert good == [{"n": 2}]
    assert len(told) == len(refused) + 2
    assert all(row["message"] for row in told if row["status"] == "failed")


def test_a_folder_with_links_that_lead_round_in_circles_is_walked_once(files, packets, tmp_path):
    folder = files[0].path.parent / "mappe"
    if not (folder / "igen").is_symlink():
        pytest.skip("this system makes no symbolic links")
    (folder / "dagsorden.txt").write_text(AGENDA, encoding="utf-8")
    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        summary = ingest([str(folder)], warehouse)
    assert [Path(outcome.path).name for outcome in summary.outcomes] == ["dagsorden.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the super-user may read everything")
def test_a_file_that_may_not_be_read_is_refused(outcomes):
    _, outcome = outcomes["locked.txt"]
    assert outcome.status == "failed"
    assert outcome.document_id is None
