"""Files that commands write for people: whole or not at all, and one clear error where that is impossible."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from schemas.errors import OutputError


@contextmanager
def written(target: Path) -> Iterator[Path]:
    """Gives a path to write to; when all went well, what is there takes the place of ``target``.

    A file that was there before stays as it was where writing fails: half an export looks like a whole one. What is
    no regular file (``/dev/stdout``, a pipe) is written to itself.

    Raises:
        OutputError: the folder is missing or may not be written, the disk is full, ``target`` is a folder.
    """
    special = target.exists() and not target.is_file()
    passing = target if special else target.with_name(f".{target.name}.{os.getpid()}")
    try:
        yield passing
        if not special:
            passing.replace(target)
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        if not special:
            with suppress(OSError):  # a folder that may not be written says so above
                passing.unlink(missing_ok=True)


def write_text(target: Path, text: str) -> None:
    """Writes a text file as UTF-8.

    Raises:
        OutputError: see :func:`written`.
    """
    with written(target) as passing:
        passing.write_text(text, encoding="utf-8", newline="\n")


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it.

    Raises:
        OutputError: a file has its name, or the folder may not be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def cannot_write(target: Path | str, error: OSError) -> OutputError:
    """The error of an output, with the system's reason."""
    reason = error.strerror or str(error) or type(error).__name__
    return OutputError(f"{target} cannot be written: {reason}", "Check path, rights and free disk space")
