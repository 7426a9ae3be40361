"""``bilag lake``: SQL over the Parquet files that ``bilag ingest --engine dask`` leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ingest.commands.options import WarehouseOption, explained, out
from schemas.wording import counted

DEFAULT_VIEWS = Path("lake.duckdb")


def lake(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The lake: what --lake named.")],
    db: WarehouseOption = DEFAULT_VIEWS,
) -> None:
    """Make a small DuckDB file whose views have the names of the warehouse and read the lake itself.

    Documents that come into the lake later are seen at once; make the views again to tell their meetings too.
    """
    from ingest.warehouse.lake_views import make_views

    with explained():
        count = make_views(folder, db)
    out.print(f"{counted(count, 'document')} of {folder} → {db}", markup=False)
