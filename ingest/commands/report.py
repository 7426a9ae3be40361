"""``bilag report``: one web page about the warehouse."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ingest.commands.options import DEFAULT_WAREHOUSE, WarehouseOption, explained, out


def report(
    target: Annotated[Path, typer.Argument(metavar="HTML", help="The file to write.")] = Path("bilag.html"),
    db: WarehouseOption = DEFAULT_WAREHOUSE,
) -> None:
    """Write one self-contained web page: coverage, findings, targets, municipalities, series."""
    from ingest.outputs import write_text
    from ingest.warehouse.report import report as render
    from ingest.warehouse.store import Warehouse

    with explained(), Warehouse(db, read_only=True) as warehouse:
        write_text(target, render(warehouse))
    out.print(f"written to {target}", markup=False)
