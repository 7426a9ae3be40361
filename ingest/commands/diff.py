"""``bilag diff``: what changed between two warehouses."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ingest.commands.options import explained, out
from schemas.errors import ExitCode


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The warehouse from before.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The warehouse of now.")],
) -> None:
    """Say which rows were gained, lost and altered, by relation and document.

    Exit code: 0 the same, 6 they differ.
    """
    from rich.table import Table

    from ingest.warehouse.diff import diff as compare

    with explained():
        changes = compare(old, new)
    if not changes:
        out.print("The same rows in both.", markup=False)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("relation", "document"):
        table.add_column(name)
    for name in ("gained", "lost", "altered"):
        table.add_column(name, justify="right")
    for change in changes:
        table.add_row(change.relation, change.filename, str(change.gained), str(change.lost), str(change.altered))
    out.print(table)
    raise typer.Exit(int(ExitCode.CHECK_FAILED))
