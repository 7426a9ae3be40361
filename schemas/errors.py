"""Typed errors: each carries its facts, names the remedy and maps to an exit code."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command line, part of its interface."""

    OK = 0
    """All well."""
    USAGE = 2
    """The command was called wrongly."""
    SOME_FAILED = 3
    """The run went through; at least one file was refused or read only in part."""
    WAREHOUSE = 4
    """The warehouse, an output or the engine cannot be opened, is held by another process or cannot be written."""
    NOTHING_FOUND = 5
    """No file, document or row answers to what was asked for."""
    CHECK_FAILED = 6
    """A check found an error."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C."""
    TERMINATED = 143
    """Stopped by a request to end (SIGTERM), as service managers and containers send it."""


class BilagError(Exception):
    """Base of all errors of this project: a message for people and a remedy."""

    exit_code: ExitCode = ExitCode.SOME_FAILED
    rule: str = "error"

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}. {self.remedy}" if self.remedy else self.message


class UnreadableFile(BilagError):
    """The file cannot be opened or its bytes cannot be had."""

    rule = "unreadable_file"


class UnsupportedContent(BilagError):
    """The content is neither text nor PDF, whatever the name says."""

    rule = "unsupported_content"


class EmptyContent(BilagError):
    """The file holds nothing."""

    rule = "empty_file"


class DamagedPdf(BilagError):
    """The PDF cannot be parsed."""

    rule = "damaged_pdf"


class EncryptedPdf(BilagError):
    """The PDF needs a password to be read."""

    rule = "encrypted_pdf"


class LimitExceeded(BilagError):
    """A document took more time or memory than it may."""

    rule = "limit_exceeded"


class TableFailed(BilagError):
    """One table of a document made its reading fail; the others are there."""

    rule = "table_failed"


class UnusableModel(BilagError):
    """A statistical model of Danish is installed and cannot be loaded."""

    rule = "unusable_model"


class WorkerLost(BilagError):
    """The process that worked on a document died."""

    rule = "worker_lost"


class RowsRefused(BilagError):
    """The warehouse does not take a document's rows: they break its checks, or their file is damaged."""

    rule = "rows_refused"


class EngineError(BilagError):
    """The engine that was to run the documents cannot be reached or does not fit."""

    exit_code = ExitCode.WAREHOUSE
    rule = "engine"


class WarehouseError(BilagError):
    """The warehouse cannot be opened or written."""

    exit_code = ExitCode.WAREHOUSE
    rule = "warehouse"


class OutputError(BilagError):
    """An export, a report or a picture cannot be written."""

    exit_code = ExitCode.WAREHOUSE
    rule = "output"


class UsageError(BilagError):
    """A command was called in a way that means nothing."""

    exit_code = ExitCode.USAGE
    rule = "usage"


class QueryError(BilagError):
    """A query is not valid SQL for this warehouse."""

    exit_code = ExitCode.USAGE
    rule = "query"


class NotFound(BilagError):
    """Nothing answers to what was asked for."""

    exit_code = ExitCode.NOTHING_FOUND
    rule = "not_found"
