"""``bilag export``: relations or an answer as files for other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ingest.commands.options import DEFAULT_WAREHOUSE, WarehouseOption, explained, out


class ExportFormat(StrEnum):
    """Kinds of files."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"
    XLSX = "xlsx"


def export(
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="Folder; with --query, the file.")],
    db: WarehouseOption = DEFAULT_WAREHOUSE,
    form: Annotated[ExportFormat, typer.Option("--format", help="Kind of file.")] = ExportFormat.PARQUET,
    relation: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only this relation; repeatable.")
    ] = None,
    query: Annotated[str | None, typer.Option(metavar="SQL", help="Export the answer of this query.")] = None,
) -> None:
    """Write relations, or the answer of a query, as Parquet, CSV, JSON lines or Excel."""
    from ingest.warehouse.export import export_query, export_relations
    from ingest.warehouse.store import Warehouse

    with explained(), Warehouse(db, read_only=True) as warehouse:
        if query is not None:
            written = [export_query(warehouse, query, target, form.value)]
        else:
            written = export_relations(warehouse, target, form.value, relation or ())
    for path in written:
        out.print(str(path), markup=False)
