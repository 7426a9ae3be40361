"""Structured logs on demand: one JSON object a line, with file, stage and error, and no words of any packet."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path

from schemas.errors import UsageError
from schemas.records import RunDocument

LOGGER = logging.getLogger("bilag")


class _JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        return json.dumps(entry, ensure_ascii=False)


class _File(logging.FileHandler):
    """A log that cannot be written is told once and costs the run nothing."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  the name is logging's
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            super().handleError(record)
            return
        LOGGER.removeHandler(self)
        reason = error.strerror or type(error).__name__
        sys.stderr.write(
            f"bilag: {self.baseFilename} cannot be written: {reason}. The run goes on without its log\n"
        )


def log_to(path: Path) -> None:
    """Sends the log to a file, appended.

    Raises:
        UsageError: the file cannot be written.
    """
    try:
        handler = _File(path, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}", "Give another file with --log") from error
    handler.setFormatter(_JsonLines())
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)


def log_outcome(outcome: RunDocument) -> None:
    """Notes what became of a file. Messages name files, stages and errors, never what a packet says."""
    facts = {
        "run": outcome.run_id,
        "file": outcome.path,
        "document": outcome.document_id,
        "status": outcome.status,
        "stage": outcome.stage,
        "error": outcome.error_class,
        "message": outcome.message,
        "seconds": outcome.seconds,
    }
    level = logging.WARNING if outcome.status in ("failed", "partial") else logging.INFO
    LOGGER.log(level, "document", extra={"facts": {k: v for k, v in facts.items() if v is not None}})
