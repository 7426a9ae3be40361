"""``bilag retry``: what failed in earlier runs, once more."""

from __future__ import annotations

from typing import Annotated

import typer

from ingest.commands.ingest import run_and_tell
from ingest.commands.options import DEFAULT_WAREHOUSE, WarehouseOption, explained, out

FAILED = """
SELECT path FROM (
  SELECT path, status, row_number() OVER (PARTITION BY path ORDER BY run_id DESC) AS newest FROM run_documents
) WHERE newest = 1 AND status IN ('failed', 'partial') ORDER BY path
"""


def retry(
    db: WarehouseOption = DEFAULT_WAREHOUSE,
    jobs: Annotated[
        int,
        typer.Option(min=1, help="Processes: so many documents at a time; those left over help with a large one."),
    ] = 1,
    seconds: Annotated[float, typer.Option(min=0, help="Time one document may take; 0: no limit.")] = 900.0,
    memory: Annotated[int, typer.Option(min=0, help="Megabytes one document may take; 0: no limit.")] = 8192,
    password: Annotated[str | None, typer.Option(help="Password for encrypted PDFs.")] = None,
) -> None:
    """Read the files again that the newest run of them refused or read only in part, with wider limits."""
    from ingest.engines import Limits
    from ingest.reading.content import ReadOptions
    from ingest.sources import printed_paths
    from ingest.warehouse.store import Warehouse

    with explained(), Warehouse(db, read_only=True) as warehouse:
        printed = [row["path"] for row in warehouse.query(FAILED)]
        paths = [path for text in printed for path in printed_paths(text) or [text]]
    if not paths:
        out.print("Nothing to retry: every file ended well.", markup=False)
        return
    run_and_tell(paths, db, jobs, Limits(seconds, memory), ReadOptions(password=password), again=True)
