"""Options that several commands share, and how errors reach the person at the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from schemas.errors import BilagError

DEFAULT_WAREHOUSE = Path("bilag.duckdb")

WarehouseOption = Annotated[
    Path, typer.Option("--db", metavar="FILE", help="The warehouse (a DuckDB file).", show_default=True)
]
DocumentOption = Annotated[
    str | None,
    typer.Option("--document", metavar="PART", help="Only documents whose file name or id holds this."),
]

WIDE = 200
"""Columns of tables that go to a file or a pipe: nothing is cut there."""

out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else WIDE)
err = Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def explained() -> Iterator[None]:
    """Turns a typed error into one clear line and its exit code."""
    try:
        yield
    except BilagError as error:
        err.print(f"bilag: {error}", markup=False)
        raise typer.Exit(int(error.exit_code)) from error
