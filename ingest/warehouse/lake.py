"""A lake of Parquet: one file a document with the rows of all its relations, written whole or not at all.

Each relation is a column of structs; a row has one of them and NULL elsewhere. One file can be put in one step into
a folder or an object store, so that a worker that dies leaves nothing half. The file's name is the document, its
folder the version of the pipeline: a document that is written twice is there once. What became of the document
stands as JSON in the file's own metadata.
"""

from __future__ import annotations

import json
import os
import tempfile
import threading
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from ingest.pipeline import CONTENTS, Outcome, Processed, StageError, Stored
from schemas.errors import EngineError, RowsRefused
from schemas.relations import Relation

WHOLE = "whole_document"
"""The table with a column of structs for each relation: what a file holds."""

LOCAL = frozenset({"file", "local"})

_desks = threading.local()
"""A database in memory for each thread that writes."""


class Lake:
    """The documents of one version of the pipeline below ``folder``, a path or an fsspec URL (``s3://bucket/lake``)."""

    def __init__(self, folder: str, version: str) -> None:
        self.files: Any
        self.files, root = _file_system(folder)
        self.root = f"{root.rstrip('/')}/{version_folder(version)}"
        self.local = _is_local(self.files)

    def file(self, document_id: str) -> str:
        """Where a document's file lies or would lie, inside the file system of the lake."""
        return f"{self.root}/{document_id}.parquet"

    def write(self, done: Processed, reading: str) -> Processed:
        """Puts a document's rows into its file; gives the outcome with the place of the rows instead of the rows.

        ``reading`` tells how it was read: :meth:`find` gives the file only to who would read it the same way.

        Raises:
            RowsRefused: a value does not fit its column.
            OSError: the lake cannot be written.
        """
        assert done.document_id is not None
        target = self.file(done.document_id)
        stored = Stored(self._address(target), done.counts(), done.findings())
        kept = Processed(done.path, done.document_id, done.status, {}, done.errors, done.seconds, stored)
        with tempfile.TemporaryDirectory(prefix="bilag-") as folder:
            made = f"{folder}/rows.parquet"
            _write(made, done, _to_json(kept, reading))
            self.files.makedirs(self.root, exist_ok=True)
            passing = f"{self.root}/.{done.document_id}.{uuid.uuid4().hex}.part"
            self.files.put_file(made, passing)
            if self.local:
                os.replace(passing, target)
            else:
                self.files.mv(passing, target)
        return kept

    def find(self, document_id: str, path: str, reading: str) -> Processed | None:
        """The outcome of a document that was read whole, from the same path and the same way; else None."""
        target = self.file(document_id)
        if not self.files.exists(target):
            return None
        try:
            with local_copies([self._address(target)]) as (copy,):
                facts = _facts(copy)
        except (OSError, duckdb.Error):
            return None  # damaged: it is made again
        if (facts.get("path"), facts.get("reading"), facts.get("status")) != (path, reading, "loaded"):
            return None
        return _from_json(facts, self._address(target))

    def _address(self, file: str) -> str:
        return file if self.local else str(self.files.unstrip_protocol(file))


def _file_system(folder: str) -> tuple[Any, str]:
    """The file system of a path or URL and the path inside it."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise EngineError("fsspec is not installed", "Install it with: pip install 'bilag[dask]'") from error
    found: tuple[Any, str] = url_to_fs(folder)
    return found


def _is_local(files: Any) -> bool:
    """Whether a file system is this machine's own (mounted folders included)."""
    protocols = (files.protocol,) if isinstance(files.protocol, str) else files.protocol
    return not LOCAL.isdisjoint(protocols)


def version_folder(version: str) -> str:
    """The name of the folder of a version: without the plus, which URLs read as a space."""
    return version.replace("+", "-")


@contextmanager
def local_copies(addresses: Sequence[str]) -> Iterator[list[str]]:
    """Paths of this machine for files of a lake: their own where it is mounted, else copies that go away again.

    Raises:
        OSError: one of them is not there or cannot be had.
    """
    if "://" not in addresses[0]:
        for address in addresses:
            os.stat(address)
        yield list(addresses)
        return
    files, _ = _file_system(addresses[0])
    with tempfile.TemporaryDirectory(prefix="bilag-") as folder:
        copies = [str(Path(folder, f"{number}.parquet")) for number in range(len(addresses))]
        files.get([files._strip_protocol(address) for address in addresses], copies)
        yield copies


def rows_of(relation: Relation, files: str, **instead: str) -> str:
    """The SQL of a relation's rows in Parquet files (a list or a pattern, as SQL), in the order of the files.

    ``instead`` gives other SQL for a column. Columns are named one by one: then only they are read.
    """
    columns = ", ".join(
        f'{instead.get(column.name) or _out_of(relation, column.name)} AS "{column.name}"'
        for column in relation.columns
    )
    return f"SELECT {columns} FROM read_parquet({files}) WHERE {_out_of(relation, relation.key[0])} IS NOT NULL"


def _out_of(relation: Relation, column: str) -> str:
    return f"{relation.name}['{column}']"


def literal(text: str) -> str:
    """Text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def _write(target: str, done: Processed, facts: str) -> None:
    """Writes through a table of the relations' own types: what it makes of a value is what the file holds."""
    desk = _desk()
    try:
        with desk.appender(WHOLE) as appender:
            appender.append_rows(_whole_rows(done))
        desk.execute(
            f"COPY {WHOLE} TO {literal(target)}"
            f" (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{outcome: {literal(facts)}}})"
        )
    except duckdb.Error as error:
        _desks.open.close()
        del _desks.open
        raise RowsRefused(
            f"The rows cannot be written: {str(error).strip().splitlines()[0]}", "Report the file"
        ) from error
    desk.execute(f"TRUNCATE {WHOLE}")


def _whole_rows(done: Processed) -> list[tuple[Any, ...]]:
    """Each row of each relation as a struct in its relation's column, NULL in the others."""
    rows: list[tuple[Any, ...]] = []
    for place, relation in enumerate(CONTENTS):
        names = [column.name for column in relation.columns]
        before, after = (None,) * place, (None,) * (len(CONTENTS) - place - 1)
        for row in done.rows.get(relation.name, ()):
            rows.append((*before, dict(zip(names, row, strict=True)), *after))
    return rows


def _desk() -> duckdb.DuckDBPyConnection:
    if not hasattr(_desks, "open"):
        config: dict[str, Any] = {
            "threads": 1,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        desk = duckdb.connect(config=config)
        columns = []
        for relation in CONTENTS:
            fields = ", ".join(f'"{column.name}" {column.sql_type}' for column in relation.columns)
            columns.append(f"{relation.name} STRUCT({fields})")
        desk.execute(f"CREATE TABLE {WHOLE} ({', '.join(columns)})")
        _desks.open = desk
    opened: duckdb.DuckDBPyConnection = _desks.open
    return opened


def _facts(file: str) -> dict[str, Any]:
    with duckdb.connect() as db:
        rows = db.execute("SELECT value FROM parquet_kv_metadata(?) WHERE key = 'outcome'", [file]).fetchall()
    facts: dict[str, Any] = json.loads(rows[0][0]) if rows else {}
    return facts


def _to_json(kept: Processed, reading: str) -> str:
    assert kept.stored is not None
    return json.dumps(
        {
            "path": kept.path,
            "document_id": kept.document_id,
            "status": kept.status,
            "reading": reading,
            "seconds": kept.seconds,
            "errors": [[e.stage, e.error_class, e.rule, e.message] for e in kept.errors],
            "counts": kept.stored.counts,
            "findings": [[*key, count] for key, count in kept.stored.findings.items()],
        }
    )


def _from_json(facts: dict[str, Any], address: str) -> Processed:
    status: Outcome = facts["status"]
    findings = {(severity, rule): count for severity, rule, count in facts["findings"]}
    errors = [StageError(*error) for error in facts["errors"]]
    stored = Stored(address, facts["counts"], findings)
    return Processed(facts["path"], facts["document_id"], status, {}, errors, facts["seconds"], stored)
