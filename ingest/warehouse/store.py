"""The warehouse: opening it, its schema, loading documents whole or not at all.

DuckDB's foreign keys cannot be used while a document is replaced in one transaction, so there are none; every
reference is made by one step (:func:`schemas.relations.stamp`) and checked by queries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from ingest.packing import MISFITS
from ingest.pipeline import CONTENTS, Processed, encode
from ingest.signals import held, interruptible
from ingest.warehouse.columns import append, insert
from ingest.warehouse.schema import look_at, prepare
from schemas.errors import NotFound, QueryError, RowsRefused, WarehouseError
from schemas.records import RunDocument, RunRow
from schemas.relations import DOCUMENTS, RUN_DOCUMENTS, RUNS

CONFIG = {
    "storage_compatibility_version": "v1.5.0",  # files open in DuckDB 1.5 too
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}

REFUSALS = (
    duckdb.ConstraintException,
    duckdb.ConversionException,
    duckdb.OutOfRangeException,
    duckdb.InvalidInputException,
    duckdb.TypeMismatchException,
    duckdb.SerializationException,
    *MISFITS,
)
"""What is raised for rows (or a file of rows) that DuckDB does not take; its other errors are its own troubles."""

OUTDATED = (duckdb.CatalogException, duckdb.BinderException)
"""What DuckDB raises for relations and columns that are not there: our own queries name none in today's schema."""

MAKE_ONE = "Make one with: bilag ingest PATH --db FILE"


class Warehouse:
    """An open warehouse. Use as a context manager; one process may write at a time.

    What DuckDB raises inside of the ``with`` block leaves it as a :class:`WarehouseError`.

    Raises:
        NotFound: it is to be read (or, without ``create``, to be changed) and is not there or holds nothing yet.
        WarehouseError: it cannot be opened, is held by another process, or is the database of something else.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False, create: bool = True) -> None:
        self.path = Path(path)
        if (read_only or not create) and not self.path.exists():
            raise NotFound(f"There is no warehouse {self.path}", MAKE_ONE)
        config: dict[str, Any] = dict(CONFIG)
        try:
            if self.path.exists():
                config.pop("storage_compatibility_version")
            self.db = duckdb.connect(str(self.path), read_only=read_only, config=config)
        except duckdb.Error as error:
            raise _open_error(self.path, error) from error
        self._known: set[str] = set()
        try:
            with held():
                look_at(self.db, self.path, read_only=read_only)
                if not read_only:
                    prepare(self.db, self.path)
                    self._known.update(self.versions())
        except BaseException as error:
            self.db.close()
            if isinstance(error, duckdb.Error):
                raise self._trouble(error) from error
            raise

    @classmethod
    def over(cls, db: duckdb.DuckDBPyConnection, path: Path) -> Self:
        """A warehouse on an open connection, whose relations may be views."""
        warehouse = cls.__new__(cls)
        warehouse.path, warehouse.db, warehouse._known = path, db, set()
        return warehouse

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.db.close()
        except duckdb.Error as closing:
            if error is None:
                raise self._trouble(closing) from closing
        if isinstance(error, duckdb.Error):
            raise self._trouble(error) from error

    def _trouble(self, error: duckdb.Error) -> WarehouseError:
        """What DuckDB says, with what to do about it."""
        told = _first_line(error)
        if isinstance(error, OUTDATED):
            return WarehouseError(
                f"{self.path} lacks what this bilag asks for: {told}",
                f"Bring it up to date: bilag check --db {self.path}",
            )
        return WarehouseError(
            f"{self.path} cannot be used: {told}", "Check free disk space and rights, then try again"
        )

    def versions(self) -> dict[str, tuple[str, str]]:
        """Pipeline version and status of each document in the warehouse, by document_id."""
        rows = self.db.execute("SELECT document_id, pipeline_version, status FROM documents").fetchall()
        return {document: (version, status) for document, version, status in rows}

    def load(self, batch: Sequence[tuple[Processed, RunDocument]], ingested_at: Any) -> None:
        """Replaces the rows of some documents by these and notes their outcomes, in one transaction.

        Raises:
            RowsRefused: the rows break a check of the warehouse.
            WarehouseError: the rows could not be written. Nothing of the batch is there in either case.
        """
        time = f"TIMESTAMP '{ingested_at}'"
        with self._transaction(batch[0][1].path):
            for done, _ in batch:
                done.pack()
            packed = [(str(done.document_id), done.packed) for done, _ in batch if done.packed is not None]
            documents = [document for document, _ in packed]
            self._delete(documents)
            for relation in CONTENTS:
                instead = {"ingested_at": time} if relation is DOCUMENTS else {}
                append(self.db, relation, [rows for _, rows in packed], **instead)
            insert(self.db, RUN_DOCUMENTS, encode(RUN_DOCUMENTS, [outcome for _, outcome in batch]))
            self._known.update(documents)

    def load_stored(self, batch: Sequence[tuple[Processed, RunDocument]], ingested_at: Any) -> None:
        """Does the same for documents whose rows lie in a lake, all of them in one transaction.

        Raises:
            RowsRefused: a file is damaged or gone, or its rows break a check.
            WarehouseError: the rows could not be written. Nothing of the batch is there in either case.
        """
        from ingest.warehouse.lake import literal, local_copies, rows_of

        documents = [done.document_id for done, _ in batch if done.document_id is not None]
        addresses = [done.stored.file for done, _ in batch if done.stored is not None]
        try:
            with local_copies(addresses) as copies, self._transaction(batch[0][1].path):
                files = f"[{', '.join(map(literal, copies))}]"
                self._delete(documents)
                time = f"TIMESTAMP '{ingested_at}'"
                self.db.execute(
                    f"INSERT INTO {DOCUMENTS.name} BY NAME {rows_of(DOCUMENTS, files, ingested_at=time)}"
                )
                for relation in CONTENTS[1:]:
                    if any(done.count(relation.name) for done, _ in batch):
                        self.db.execute(f"INSERT INTO {relation.name} BY NAME {rows_of(relation, files)}")
                insert(self.db, RUN_DOCUMENTS, encode(RUN_DOCUMENTS, [outcome for _, outcome in batch]))
                self._known.update(documents)
        except OSError as error:
            raise RowsRefused(
                f"The rows of {batch[0][1].path} cannot be had from the lake: {error.strerror or error}",
                "Ingest it with --again",
            ) from error

    @contextmanager
    def _transaction(self, path: str) -> Iterator[None]:
        with held():
            try:
                self.db.begin()
                yield
                self.db.commit()
            except REFUSALS as error:
                self._roll_back()
                raise RowsRefused(
                    f"The rows of {path} are not taken: {_first_line(error)}", "Report the file"
                ) from error
            except duckdb.Error as error:
                self._roll_back()
                raise WarehouseError(
                    f"{path} could not be written to {self.path}: {_first_line(error)}",
                    "Check free disk space and rights, then run the same command again",
                ) from error
            except BaseException:  # nothing of the batch may stay half done in an open transaction
                self._roll_back()
                raise

    @contextmanager
    def one_thread(self) -> Iterator[None]:
        """Lets DuckDB do with one thread: a second one makes loading twice as dear, and workers have use for it."""
        self.db.execute("SET threads = 1")
        try:
            yield
        finally:
            with suppress(duckdb.Error):  # a database that is broken says so elsewhere
                self.db.execute("RESET threads")

    def _delete(self, documents: Sequence[str]) -> None:
        """Takes out what is there of these documents."""
        known = [document for document in documents if document in self._known]
        if known:
            listed = ", ".join("?" for _ in known)
            for relation in CONTENTS:
                self.db.execute(f"DELETE FROM {relation.name} WHERE document_id IN ({listed})", known)

    def _roll_back(self) -> None:
        try:
            self.db.rollback()
        except duckdb.Error:
            return  # the failed commit ended the transaction itself

    def set_meetings(self, meetings: Sequence[tuple[str, str | None]]) -> None:
        """Gives documents (by document_id) their meetings, all in one statement."""
        self.db.execute("CREATE OR REPLACE TEMP TABLE told (document_id VARCHAR, meeting_id VARCHAR)")
        with self.db.appender("told") as appender:
            appender.append_rows(meetings)
        self.db.execute(
            "UPDATE documents SET meeting_id = told.meeting_id FROM told"
            " WHERE documents.document_id = told.document_id"
        )
        self.db.execute("DROP TABLE told")

    def start_run(self, run: RunRow) -> None:
        """Notes that a run has begun."""
        insert(self.db, RUNS, encode(RUNS, [run]))

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
            RuntimeError: Ctrl-C ended it.
        """

        def told() -> tuple[list[str], list[tuple[Any, ...]]]:
            cursor = self.db.execute(question)
            return [column[0] for column in cursor.description or ()], cursor.fetchall()

        try:
            return interruptible(told, self.db.interrupt)
        except duckdb.Error as error:
            raise QueryError(
                _first_line(error), "The relations are described in docs/data-dictionary.md"
            ) from error

    def query(self, text: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The rows of a query as dicts."""
        cursor = self.db.execute(text, list(parameters))
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _is_foreign(path: Path) -> bool:
    """True for a file that begins unlike every DuckDB file (https://duckdb.org/docs/stable/internals/storage)."""
    try:
        with path.open("rb") as handle:
            return handle.read(12)[8:] != b"DUCK"
    except OSError:
        return False


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _open_error(path: Path, error: duckdb.Error) -> WarehouseError:
    text = str(error)
    another = "Give another file with --db"
    if not path.parent.is_dir():
        return WarehouseError(f"The folder {path.parent} is not there", f"Make it, or {another.lower()}")
    if path.is_dir():
        return WarehouseError(f"{path} is a folder", another)
    if path.is_file() and _is_foreign(path):
        return WarehouseError(f"{path} is no warehouse", another)
    if "Could not set lock" in text:
        return WarehouseError(
            f"{path} is held by another process", "Wait until it is done, or give another file with --db"
        )
    return WarehouseError(f"{path} cannot be opened: {_first_line(error)}", "Check the path, or give another --db")
