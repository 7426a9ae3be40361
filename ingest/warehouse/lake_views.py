"""A DuckDB file of views over a lake: the same names as in a warehouse, the rows stay in the lake's Parquet files.

What a warehouse works out over all documents (which meeting a document belongs to, which result answers a target of
another packet) is worked out once, when the views are made, and kept in tables. Rows that come into the lake later
are seen at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from ingest.pipeline import CONTENTS
from ingest.version import pipeline_version
from ingest.warehouse.goal_links import link_goals
from ingest.warehouse.lake import literal, rows_of, version_folder
from ingest.warehouse.meetings import DOCUMENTS as DOCUMENTS_QUERY
from ingest.warehouse.meetings import ITEMS as ITEMS_QUERY
from ingest.warehouse.meetings import meetings_of
from ingest.warehouse.schema import LAKE_TABLE, RELATION_NAMES, VIEWS, extracted_rows_view, make_municipalities, sql
from ingest.warehouse.store import CONFIG, Warehouse
from schemas.errors import NotFound, UsageError, WarehouseError
from schemas.relations import DOCUMENTS, RELATIONS

MEETINGS = LAKE_TABLE
"""The table of what is worked out over all documents: document_id and meeting_id."""


def make_views(folder: Path, target: Path) -> int:
    """Makes (or makes again) the file of views; gives the number of documents.

    Raises:
        NotFound: no lake is there, or none of a version that can be told.
        UsageError: the target is a warehouse.
        WarehouseError: the target cannot be written.
    """
    pattern = literal(f"{_newest(folder).resolve()}/*.parquet")
    config: dict[str, Any] = dict(CONFIG)
    if target.exists():
        config.pop("storage_compatibility_version")
    try:
        with duckdb.connect(str(target), config=config) as db:
            names = {name for (name,) in db.execute(RELATION_NAMES).fetchall()}
            if names and LAKE_TABLE not in names:
                raise UsageError(f"{target} is a warehouse or another database", "Give another file with --db")
            db.begin()
            _make(db, pattern)
            db.commit()
            warehouse = Warehouse.over(db, target)
            link_goals(warehouse)
            return _tell_meetings(warehouse)
    except duckdb.Error as error:
        told = str(error).strip().splitlines()[0]
        raise WarehouseError(f"{target} cannot be made: {told}", "Give another file with --db") from error


def _make(db: duckdb.DuckDBPyConnection, pattern: str) -> None:
    db.execute(f"CREATE TABLE IF NOT EXISTS {MEETINGS} (document_id VARCHAR, meeting_id VARCHAR)")
    for relation in RELATIONS:
        if relation not in CONTENTS:  # runs, and what is worked out over all documents
            db.execute(relation.create()[0])
            continue
        rows = rows_of(relation, pattern)
        if relation is DOCUMENTS:
            rows = (
                "SELECT rows.* REPLACE (told.meeting_id AS meeting_id)"
                f" FROM ({rows}) rows LEFT JOIN {MEETINGS} told USING (document_id)"
            )
        db.execute(f"CREATE OR REPLACE VIEW {relation.name} AS {rows}")
        db.execute(f"COMMENT ON VIEW {relation.name} IS {literal(relation.comment)}")
    make_municipalities(db)
    db.execute(extracted_rows_view())
    for name in VIEWS:
        db.execute(sql(name))


def _newest(folder: Path) -> Path:
    """The folder of this version of the pipeline, or the only one there is."""
    versions = sorted({file.parent for file in folder.glob("*/*.parquet")})
    current = folder / version_folder(pipeline_version())
    if current in versions:
        return current
    if len(versions) == 1:
        return versions[0]
    if not versions:
        raise NotFound(f"{folder} is no lake", "Make one with: bilag ingest PATH --engine dask --lake FOLDER")
    told = ", ".join(version.name for version in versions)
    raise NotFound(f"{folder} holds several versions ({told}), none of this bilag", "Ingest into it first")


def _tell_meetings(warehouse: Warehouse) -> int:
    documents = warehouse.query(DOCUMENTS_QUERY)
    meetings = meetings_of(documents, warehouse.query(ITEMS_QUERY))
    warehouse.db.begin()
    warehouse.db.execute(f"DELETE FROM {MEETINGS}")
    with warehouse.db.appender(MEETINGS) as appender:
        appender.append_rows(sorted(meetings.items()))
    warehouse.db.commit()
    return len(documents)
