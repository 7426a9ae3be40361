"""``bilag query``: a question in SQL, answered as a table or as CSV."""

from __future__ import annotations

import csv
import sys
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from ingest.commands.options import DEFAULT_WAREHOUSE, WarehouseOption, explained, out
from ingest.commands.rows import plain
from schemas.errors import ExitCode, UsageError
from schemas.wording import counted


def query(
    text: Annotated[str | None, typer.Argument(metavar="SQL", help="The query.")] = None,
    db: WarehouseOption = DEFAULT_WAREHOUSE,
    file: Annotated[Path | None, typer.Option(metavar="FILE", help="Read the query from this file.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV instead of a table.")] = False,
) -> None:
    """Answer a query. The warehouse is opened read-only: nothing can be changed."""
    from ingest.warehouse.export import harmless
    from ingest.warehouse.store import Warehouse

    with explained():
        if (text is None) == (file is None):
            raise UsageError("Give a query, or a file with --file", "bilag query 'select * from documents'")
        question = text if text is not None else _read(file) if file else ""
        with Warehouse(db, read_only=True) as warehouse:
            names, rows = warehouse.answer(question)
    if as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([[harmless(plain(value)) for value in row] for row in rows])
    else:
        if file is not None:
            out.print(question.strip(), style="dim", markup=False)
        _print_table(names, rows)
    raise typer.Exit(int(ExitCode.OK))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise UsageError(f"{file} cannot be read: {reason}", "Give a file with one query in SQL") from error


def _print_table(names: list[str], rows: list[tuple[Any, ...]]) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for position, name in enumerate(names):
        right = all(isinstance(row[position], Decimal | int | float | None) for row in rows)
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(plain(value) for value in row))
    out.print(table)
    out.print(f"({counted(len(rows), 'row')})", markup=False)
