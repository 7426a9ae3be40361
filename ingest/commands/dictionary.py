"""``bilag dictionary``: the relations and columns in words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ingest.commands.options import explained


def dictionary(
    write: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it to this file.")] = None,
) -> None:
    """Print the data dictionary of the warehouse as Markdown."""
    from ingest.outputs import write_text
    from ingest.warehouse.dictionary import render

    if write is None:
        typer.echo(render(), nl=False)
        return
    with explained():
        write_text(write, render())
