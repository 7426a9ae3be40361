"""What changed between two warehouses: rows gained, lost and altered, by relation and document.

Two rows of a document are the same where all they say is the same, whatever number their keys end in: a row that
comes in at the top of a document gives all below it new numbers and changes none of them. Of those left over, two
with the same key are one row that was altered. Clocks are not compared.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    if not {*relation.key, "document_id"} <= present:
        return []
    numbered = {column.name for column in relation.columns if column.ref} - {"document_id"}
    if len(relation.key) == 1 and relation.key != ("document_id",):
        numbered.add(relation.key[0])
    said = [c.name for c in relation.columns if c.name in present - numbered - IGNORED]
    rows = warehouse.query(
        f"""
        WITH files AS (
          SELECT document_id, filename FROM documents UNION SELECT document_id, filename FROM bilag_before.documents
        ), n AS ({_numbered(relation.name, relation.key, said)}
        ), o AS ({_numbered(f"bilag_before.{relation.name}", relation.key, said)}
        ), gained AS (SELECT document_id, key FROM n ANTI JOIN o USING (document_id, content, copy)
        ), lost AS (SELECT document_id, key FROM o ANTI JOIN n USING (document_id, content, copy)
        ), joined AS (
          SELECT coalesce(gained.document_id, lost.document_id) AS document_id,
            lost.key IS NULL AS is_gained, gained.key IS NULL AS is_lost
          FROM gained FULL JOIN lost ON gained.document_id = lost.document_id AND gained.key = lost.key
        )
        SELECT (SELECT min(filename) FROM files WHERE files.document_id = joined.document_id) AS filename,
          count(*) FILTER (is_gained) AS gained, count(*) FILTER (is_lost) AS lost,
          count(*) FILTER (NOT is_gained AND NOT is_lost) AS altered
        FROM joined GROUP BY document_id ORDER BY filename, document_id
        """
    )
    return [
        Change(relation.name, row["filename"] or "", row["gained"], row["lost"], row["altered"]) for row in rows
    ]


def _numbered(table: str, key: Sequence[str], said: Sequence[str]) -> str:
    """The rows of a table as document, key and content; copies of one content are numbered in the order of keys."""
    keys = ", ".join(f'"{name}"' for name in key)
    content = ", ".join(f'"{name}" := "{name}"' for name in said)
    return (
        f"SELECT document_id, ROW({keys})::VARCHAR AS key, struct_pack({content})::VARCHAR AS content,"
        f" row_number() OVER (PARTITION BY document_id, content ORDER BY {keys}) AS copy FROM {table}"
    )
