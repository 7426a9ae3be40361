"""What changed between two warehouses: rows gained, lost and altered, by relation and document.

Rows are matched by their key; a row is altered where any other column differs. Clocks are not compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ingest.warehouse.export import CLOCKS
from ingest.warehouse.store import Warehouse
from schemas.relations import RELATIONS, RUN_DOCUMENTS, RUNS, Relation

IGNORED = CLOCKS | {"pipeline_version", "path"}
"""Columns that tell how a row was made, not what it says."""


@dataclass(frozen=True, slots=True)
class Change:
    """Counts of one relation in one document."""

    relation: str
    filename: str
    gained: int
    lost: int
    altered: int


def diff(old: Path, new: Path) -> list[Change]:
    """The relations and documents in which two warehouses differ, sorted.

    Columns that only one of the two has are not compared: the older may lack what the newer added.
    """
    with Warehouse(new, read_only=True) as warehouse:
        path = str(old).replace("'", "''")
        with Warehouse(old, read_only=True):
            pass  # gives the clear message where it cannot be opened
        warehouse.db.execute(f"ATTACH '{path}' AS bilag_before (READ_ONLY)")
        changes = []
        for relation in RELATIONS:
            if relation not in (RUNS, RUN_DOCUMENTS):
                changes += _changes(warehouse, relation)
        return changes


def _changes(warehouse: Warehouse, relation: Relation) -> list[Change]:
    shared = warehouse.query(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = ? AND schema_name = 'main' AND NOT internal"
        " GROUP BY column_name HAVING count(DISTINCT database_name) = 2",
        [relation.name],
    )
    present = {row["column_name"] for row in shared}
    if not set(relation.key) <= present:
        return []
    compared = [c.name for c in relation.columns if c.name in present and c.name not in (*relation.key, *IGNORED)]
    key = ", ".join(f'"{name}"' for name in relation.key)
    differs = " OR ".join(f'n."{name}" IS DISTINCT FROM o."{name}"' for name in compared) or "false"
    first = relation.key[0]
    rows = warehouse.query(
        f"""
        WITH files AS (
          SELECT document_id, filename FROM documents UNION SELECT document_id, filename FROM bilag_before.documents
        ), joined AS (
          SELECT coalesce(n.document_id, o.document_id) AS document_id,
            o."{first}" IS NULL AS gained, n."{first}" IS NULL AS lost,
            n."{first}" IS NOT NULL AND o."{first}" IS NOT NULL AND ({differs}) AS altered
          FROM {relation.name} n FULL JOIN bilag_before.{relation.name} o USING ({key})
        )
        SELECT (SELECT min(filename) FROM files WHERE files.document_id = joined.document_id) AS filename,
          count(*) FILTER (gained) AS gained, count(*) FILTER (lost) AS lost, count(*) FILTER (altered) AS altered
        FROM joined GROUP BY document_id HAVING count(*) FILTER (gained OR lost OR altered) > 0
        ORDER BY filename, document_id
        """
    )
    return [
        Change(relation.name, row["filename"] or "", row["gained"], row["lost"], row["altered"]) for row in rows
    ]
