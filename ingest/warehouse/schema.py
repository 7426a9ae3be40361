"""The tables and views of a warehouse: made when it is new, brought up to date in place when it is older."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import fields
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb

from schemas.errors import NotFound, WarehouseError
from schemas.places import MUNICIPALITIES
from schemas.relations import EXTRACTED, RELATIONS, Relation

SCHEMA_VERSION = 1
"""Raised when an older bilag must not write to what a newer one made."""

VIEWS = ("meetings", "target_results", "goal_views", "analysis", "links")
"""SQL files of schemas/sql/ that make the views, in order."""

VERSION_TABLE = "CREATE TABLE IF NOT EXISTS warehouse_version (version INTEGER NOT NULL, digest VARCHAR NOT NULL)"


LAKE_TABLE = "lake_meetings"
"""The table that only a file of views over a lake has (:mod:`ingest.warehouse.lake_views`)."""

RELATION_NAMES = """
SELECT table_name FROM duckdb_tables() WHERE NOT internal AND NOT temporary
UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal AND NOT temporary
"""


def look_at(db: duckdb.DuckDBPyConnection, path: Path, *, read_only: bool) -> None:
    """Refuses an open database that is no warehouse: nothing of anybody else's is read as one or written over.

    Raises:
        NotFound: it is to be read and holds nothing yet.
        WarehouseError: it holds something else, or it is to be written and is made of views over a lake.
    """
    names = {name for (name,) in db.execute(RELATION_NAMES).fetchall()}
    if "warehouse_version" in names:
        return
    if LAKE_TABLE in names:
        if not read_only:
            raise WarehouseError(f"{path} is made of views over a lake", "Nothing is written to it: see bilag lake")
    elif names:
        raise WarehouseError(f"{path} is the database of something else", "Give another file with --db")
    elif read_only:
        raise NotFound(f"{path} holds nothing yet", "Fill it with: bilag ingest PATH --db FILE")


def prepare(db: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Makes or upgrades tables and views in one transaction; does nothing where they are as they should be.

    An older table is copied by column names into one of today's shape; columns it lacked get their defaults.

    Raises:
        WarehouseError: a later bilag made it, or its rows do not fit today's checks.
    """
    db.execute(VERSION_TABLE)
    found = db.execute("SELECT version, digest FROM warehouse_version ORDER BY version DESC LIMIT 1").fetchall()
    version, digest = found[0] if found else (None, None)
    if version is not None and version > SCHEMA_VERSION:
        raise WarehouseError(f"{path} was made by a later bilag (schema {version})", "Upgrade bilag")
    wanted = schema_digest()
    if digest == wanted:
        return
    db.begin()
    try:
        for relation in RELATIONS:
            _make_table(db, relation)
        make_municipalities(db)
        db.execute(extracted_rows_view())
        for name in VIEWS:
            db.execute(sql(name))
        db.execute("DELETE FROM warehouse_version")
        db.execute("INSERT INTO warehouse_version VALUES (?, ?)", [SCHEMA_VERSION, wanted])
        db.commit()
    except duckdb.Error as error:
        with suppress(duckdb.Error):  # a commit that failed ended the transaction itself
            db.rollback()
        told = str(error).strip().splitlines()[0]
        raise WarehouseError(f"{path} cannot be brought up to date: {told}", "Ingest into a new file") from error


def schema_digest() -> str:
    """A digest of all tables, checks, comments and views: another one means that something is to be done."""
    digest = hashlib.sha256()
    for relation in RELATIONS:
        digest.update("".join(relation.create()).encode())
    for name in ("municipalities", *VIEWS):
        digest.update(sql(name).encode())
    digest.update(repr(MUNICIPALITIES).encode())
    return digest.hexdigest()[:16]


def _make_table(db: duckdb.DuckDBPyConnection, relation: Relation) -> None:
    columns = {
        name
        for (name,) in db.execute(
            "SELECT column_name FROM duckdb_columns()"
            " WHERE table_name = ? AND schema_name = 'main' AND NOT internal",
            [relation.name],
        ).fetchall()
    }
    if not columns:
        for statement in relation.create():
            db.execute(statement)
        return
    db.execute(f"CREATE TEMP TABLE older AS FROM {relation.name}")
    db.execute(f"DROP TABLE {relation.name}")
    for statement in relation.create():
        db.execute(statement)
    defaults = {field.name: field.default for field in fields(relation.record)}
    values = [
        f'"{column.name}"' if column.name in columns else f'{_literal(defaults[column.name])} AS "{column.name}"'
        for column in relation.columns
    ]
    db.execute(f"INSERT INTO {relation.name} BY NAME SELECT {', '.join(values)} FROM older")
    db.execute("DROP TABLE older")


def _literal(value: Any) -> str:
    if isinstance(value, bool | int | float | Decimal):
        return str(value).lower()
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return "NULL"


def make_municipalities(db: duckdb.DuckDBPyConnection) -> None:
    """Makes the table of the municipalities anew."""
    db.execute(sql("municipalities"))
    with db.appender("municipalities") as appender:
        appender.append_rows([(m.code, m.name, m.region_code, m.region) for m in MUNICIPALITIES])


def extracted_rows_view() -> str:
    """A view with one row for every row that an extractor drew, whatever its relation; checks count it."""
    parts = [
        f"SELECT document_id, '{relation.name}' AS relation FROM {relation.name}"
        + (" WHERE NOT starts_with(finding_id, 'check-')" if relation.name == "findings" else "")
        for relation in EXTRACTED
    ]
    return "CREATE OR REPLACE VIEW extracted_rows AS " + " UNION ALL ".join(parts)


def sql(name: str) -> str:
    """The text of a file of ``schemas/sql/``."""
    return resources.files("schemas").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
