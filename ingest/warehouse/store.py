"""The warehouse: opening it, its schema, loading documents whole or not at all.

DuckDB's foreign keys cannot be used while a document is replaced in one transaction, so there are none; every
reference is made by one step (:func:`schemas.relations.stamp`) and checked by queries.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from ingest.pipeline import Processed, Row, encode
from ingest.warehouse.schema import prepare
from schemas.errors import NotFound, QueryError, WarehouseError
from schemas.records import RunDocument, RunRow
from schemas.relations import DOCUMENTS, EXTRACTED, PAGES, RUN_DOCUMENTS, RUNS

CONFIG = {
    "storage_compatibility_version": "v1.5.0",  # files open in DuckDB 1.5 too
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}

DRAWN = (PAGES, *EXTRACTED)
"""Relations whose rows belong to a document and are replaced with it."""


class Warehouse:
    """An open warehouse. Use as a context manager; one process may write at a time."""

    def __init__(self, path: str | Path, *, read_only: bool = False) -> None:
        self.path = Path(path)
        if read_only and not self.path.exists():
            raise NotFound(f"There is no warehouse {self.path}", "Make one with: bilag ingest PATH --db FILE")
        config: dict[str, Any] = dict(CONFIG)
        try:
            if self.path.exists():
                config.pop("storage_compatibility_version")
            self.db = duckdb.connect(str(self.path), read_only=read_only, config=config)
        except duckdb.Error as error:
            raise _open_error(self.path, error) from error
        if not read_only:
            prepare(self.db, self.path)
        self._known = {name for (name,) in self.db.execute("SELECT document_id FROM documents").fetchall()}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.close()

    def versions(self) -> dict[str, tuple[str, str]]:
        """Pipeline version and status of each document in the warehouse, by document_id."""
        rows = self.db.execute("SELECT document_id, pipeline_version, status FROM documents").fetchall()
        return {document: (version, status) for document, version, status in rows}

    def load(self, done: Processed, outcome: RunDocument, ingested_at: Any) -> None:
        """Replaces a document's rows by these and notes the outcome, in one transaction.

        Raises:
            WarehouseError: the rows could not be written; nothing of them is there.
        """
        try:
            self.db.begin()
            if done.document_id is not None and done.rows:
                if done.document_id in self._known:
                    self._delete(done.document_id)
                self._append(DOCUMENTS.name, _with_time(done.rows[DOCUMENTS.name], ingested_at))
                for relation in DRAWN:
                    self._append(relation.name, done.rows.get(relation.name, ()))
            self._append(RUN_DOCUMENTS.name, encode(RUN_DOCUMENTS, [outcome]))
            self.db.commit()
        except duckdb.Error as error:
            self._roll_back()
            raise WarehouseError(
                f"{outcome.path} could not be written to {self.path}: {_first_line(error)}",
                "Check free disk space and rights, then run the same command again",
            ) from error
        if done.document_id is not None and done.rows:
            self._known.add(done.document_id)

    def _delete(self, document_id: str) -> None:
        for name in (DOCUMENTS.name, *(relation.name for relation in DRAWN)):
            self.db.execute(f"DELETE FROM {name} WHERE document_id = ?", [document_id])

    def _append(self, name: str, rows: Sequence[Row]) -> None:
        if rows:
            with self.db.appender(name) as appender:
                appender.append_rows(list(rows))

    def _roll_back(self) -> None:
        try:
            self.db.rollback()
        except duckdb.Error:
            return  # the failed commit ended the transaction itself

    def start_run(self, run: RunRow) -> None:
        """Notes that a run has begun."""
        self._append(RUNS.name, encode(RUNS, [run]))

    def end_run(self, run: RunRow) -> None:
        """Notes how a run ended."""
        self.db.execute(
            "UPDATE runs SET ended_at = ?, files = ?, loaded = ?, unchanged = ?, failed = ? WHERE run_id = ?",
            [run.ended_at, run.files, run.loaded, run.unchanged, run.failed, run.run_id],
        )

    def answer(self, question: str) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Column names and rows of a question somebody typed.

        Raises:
            QueryError: DuckDB does not understand it or refuses it.
        """
        try:
            cursor = self.db.execute(question)
            names = [column[0] for column in cursor.description or ()]
            return names, cursor.fetchall()
        except duckdb.Error as error:
            raise QueryError(
                _first_line(error), "The relations are described in docs/data-dictionary.md"
            ) from error

    def query(self, text: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The rows of a query as dicts."""
        cursor = self.db.execute(text, list(parameters))
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _with_time(rows: Sequence[Row], ingested_at: Any) -> list[Row]:
    position = DOCUMENTS.position("ingested_at")
    return [(*row[:position], ingested_at, *row[position + 1 :]) for row in rows]


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _open_error(path: Path, error: duckdb.Error) -> WarehouseError:
    text = str(error)
    if "lock" in text.lower():
        return WarehouseError(
            f"{path} is held by another process", "Wait until it is done, or give another file with --db"
        )
    return WarehouseError(f"{path} cannot be opened: {_first_line(error)}", "Check the path, or give another --db")
