"""``bilag search``: passages that answer to words."""

from __future__ import annotations

from typing import Annotated

import typer

from ingest.commands.options import DEFAULT_WAREHOUSE, WarehouseOption, explained, out
from ingest.commands.rows import where
from schemas.errors import NotFound


def search(
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="What to look for, such as 'frafald sygeplejerske'.")
    ],
    db: WarehouseOption = DEFAULT_WAREHOUSE,
    most: Annotated[int, typer.Option(min=1, help="How many passages to show.")] = 10,
) -> None:
    """Find passages, best first, with Danish word forms and compounds."""
    from ingest.warehouse.search import search as run_search
    from ingest.warehouse.store import Warehouse

    with explained(), Warehouse(db, read_only=True) as warehouse:
        hits = run_search(warehouse, words, most)
        if not hits:
            raise NotFound(f"No passage answers to {words}", "Try fewer or shorter words")
    for hit in hits:
        place = where({"page": hit.page, "line": hit.line})
        item = f", item {hit.item_no}" if hit.item_no else ""
        paper = f" bilag {hit.attachment_no}" if hit.attachment_no else ""
        out.print(f"{hit.score:>7.2f}  {hit.filename}{item}{paper}, {place}  [{hit.passage_id}]", markup=False)
        out.print(f"         {hit.snippet}", markup=False)
