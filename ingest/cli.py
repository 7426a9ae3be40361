"""The command line: ``bilag``. Commands are modules of :mod:`ingest.commands`."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

from ingest.commands.check import check
from ingest.commands.dictionary import dictionary
from ingest.commands.diff import diff
from ingest.commands.doctor import doctor
from ingest.commands.export import export
from ingest.commands.ingest import ingest
from ingest.commands.lake import lake
from ingest.commands.query import query
from ingest.commands.report import report
from ingest.commands.retry import retry
from ingest.commands.search import search
from ingest.commands.show import show
from ingest.commands.status import status
from ingest.signals import INTERRUPTED
from schemas.errors import ExitCode

app = typer.Typer(
    name="bilag",
    help="From Danish meeting packets (dagsorden and bilag) to a DuckDB warehouse with evidence.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(ingest)
app.command()(retry)
app.command()(status)
app.command()(show)
app.command()(check)
app.command()(query)
app.command()(export)
app.command()(search)
app.command()(report)
app.command()(diff)
app.command()(lake)
app.command()(dictionary)
app.command()(doctor)


def _version(value: bool) -> None:
    if value:
        from ingest.version import pipeline_version

        typer.echo(f"bilag {pipeline_version()}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read packets, keep the evidence, answer in SQL."""


def main() -> None:
    """The entry point of the ``bilag`` command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal of few letters must not end a run
    try:
        app()
    except RuntimeError as error:
        from ingest.commands.options import err

        if str(error) != INTERRUPTED:
            raise
        err.print("bilag: stopped", markup=False)
        raise SystemExit(int(ExitCode.INTERRUPTED)) from None
    except OSError as error:
        from ingest.commands.options import err
        from ingest.outputs import cannot_write

        # Files are opened under typed errors: what is left is the stream that answers are printed to.
        failure = cannot_write(error.filename or "The output", error)
        err.print(f"bilag: {failure}", markup=False)
        os._exit(int(failure.exit_code))  # the interpreter would try to write what is left, and complain
