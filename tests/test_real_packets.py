"""The real packets, where they are at hand: loaded whole, everything accounted for, every key resolving."""

import os
import re
from pathlib import Path

import pytest

from ingest.run import ingest
from ingest.warehouse.checks import check
from ingest.warehouse.store import Warehouse

PACKETS = os.environ.get("BILAG_PACKETS", "")

pytestmark = pytest.mark.skipif(
    not PACKETS or not Path(PACKETS).is_dir(), reason="BILAG_PACKETS names no folder of real packets"
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory):
    with Warehouse(tmp_path_factory.mktemp("real") / "w.duckdb") as warehouse:
        summary = ingest([PACKETS], warehouse)
        assert {outcome.status for outcome in summary.outcomes} == {"loaded"}
        yield warehouse


def test_the_accounting_has_no_error(warehouse):
    assert [finding for finding in check(warehouse) if finding.severity == "error"] == []


@pytest.mark.parametrize(
    "relation", ["items", "attachments", "sections", "observations", "target_results", "mentions"]
)
def test_every_kind_of_record_is_found(warehouse, relation):
    assert warehouse.query(f"SELECT count(*) > 30 AS enough FROM {relation}") == [{"enough": True}]


def test_every_number_stands_in_the_line_that_its_row_names(warehouse):
    lost = warehouse.query(
        """
        WITH lines AS (
          SELECT document_id, unnest(string_split(text, chr(10))) AS text,
            line_first - 1 + generate_subscripts(string_split(text, chr(10)), 1) AS line
          FROM pages
        )
        SELECT o.observation_id, o.value_text, l.text FROM observations o JOIN lines l USING (document_id, line)
        WHERE o.value IS NOT NULL
          AND NOT contains(replace(l.text, ' ', ''), replace(split_part(o.value_text, ' ', 1), ' ', ''))
        """
    )
    assert lost == []


def test_an_agenda_and_its_packet_of_bilag_are_one_meeting(warehouse):
    assert warehouse.query("SELECT max(documents) AS most FROM meetings") == [{"most": 2}]


COOKBOOK = (Path(__file__).parent.parent / "docs" / "cookbook.md").read_text(encoding="utf-8")
RECIPES = re.findall(r"## ([^\n]*)\n(?:(?!## ).)*?```sql\n(.*?)\n```", COOKBOOK, re.DOTALL)
RARE = ("Targets raised, lowered or dropped", "What became of it", "The same table in two annual reports")
"""What needs a second contract, minutes or an earlier report beside the packets."""


@pytest.mark.parametrize(("question", "query"), RECIPES, ids=[question for question, _ in RECIPES])
def test_each_question_of_the_cookbook_is_answered(question, query, warehouse):
    rows = warehouse.answer(query)[1]
    assert rows or question.startswith(RARE)
