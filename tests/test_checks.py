"""Each check stays silent on a sound warehouse and speaks when its rule is broken."""

import pytest
from own_packets import AGENDA, BILAG, write

from ingest.run import ingest
from ingest.warehouse.checks import Expectation, check, read_expectations
from ingest.warehouse.store import Warehouse
from schemas.errors import UsageError

OBSERVATION = (
    "INSERT INTO observations BY NAME SELECT document_id, 1.0 AS confidence, 'x' || {code} AS observation_id,"
    " (SELECT min(table_id) FROM tables) AS table_id, '' AS row_label, '' AS col_label, 0 AS row, 0 AS col,"
    " '1' AS value_text, '{code}' AS municipality_code, false AS is_total FROM documents LIMIT 1"
)


@pytest.fixture
def warehouse(tmp_path):
    write(tmp_path, dagsorden=AGENDA, bilag=BILAG)
    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        ingest([str(tmp_path)], warehouse)
        yield warehouse


def rules(findings):
    return {finding.rule for finding in findings}


def test_a_sound_warehouse_has_no_error(warehouse):
    assert [finding for finding in check(warehouse) if finding.severity == "error"] == []


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        ("DELETE FROM pages WHERE page = 2", "pages_accounted"),
        ("DELETE FROM sections", "rows_accounted"),
        (OBSERVATION.format(code="999"), "unknown_municipality"),
        ("INSERT INTO items SELECT * FROM items LIMIT 1", "doubled_key"),
        ("DELETE FROM tables", "orphan"),
    ],
)
def test_what_is_broken_is_found(warehouse, damage, rule):
    warehouse.db.execute(damage)
    assert rule in rules(check(warehouse))


def test_findings_of_checks_are_replaced_and_not_piled_up(warehouse):
    warehouse.db.execute("DELETE FROM pages WHERE page = 2")
    first, second = check(warehouse), check(warehouse)
    assert first == second
    stored = warehouse.query("SELECT count(*) AS n FROM findings WHERE starts_with(finding_id, 'check-')")
    assert stored == [{"n": len(first)}]


def test_an_expectation_that_is_not_met_is_an_error(warehouse):
    unmet = Expectation("sider", "pages", least=50, filename="dagsorden")
    (finding,) = [f for f in check(warehouse, [unmet]) if f.rule == "expectation_unmet"]
    assert (finding.severity, finding.expected, finding.actual) == ("error", "at least 50", "3")


def test_expectations_come_from_a_file_of_the_user(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(
        '[[expectation]]\nname = "Landstal"\nrelation = "observations"\nleast = 98\nfilename = "landstal"\n'
    )
    assert read_expectations(file) == [Expectation("Landstal", "observations", 98, "landstal")]


def test_an_expectation_with_an_unknown_field_is_refused(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text('[[expectation]]\nname = "Landstal"\nrelation = "observations"\nminimum = 98\n')
    with pytest.raises(UsageError, match="minimum"):
        read_expectations(file)
