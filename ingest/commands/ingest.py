"""``bilag ingest``: files into the warehouse."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from ingest.commands.options import DEFAULT_WAREHOUSE, WarehouseOption, err, explained, out
from schemas.errors import ExitCode, UsageError
from schemas.records import RunDocument
from schemas.wording import counted

if TYPE_CHECKING:
    from ingest.engines import Limits
    from ingest.reading.content import ReadOptions
    from ingest.run import Engine, RunSummary

COUNTED = (
    "pages",
    "items",
    "attachments",
    "sections",
    "recommendations",
    "decisions",
    "appointments",
    "tables",
    "observations",
    "targets",
    "results",
    "mentions",
    "findings",
)
OCR_SHARE, OCR_SECONDS = 0.4, 3600.0
"""Share of a document's time that recognition may take; seconds where the time has no limit."""

LISTED = 20
"""Refused files that the summary names; the rest are in run_documents."""


class EngineName(StrEnum):
    """Engines."""

    LOCAL = "local"
    DASK = "dask"


def ingest(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders or globs.")],
    db: WarehouseOption = DEFAULT_WAREHOUSE,
    jobs: Annotated[
        int,
        typer.Option(min=1, help="Processes: so many documents at a time; those left over help with a large one."),
    ] = 1,
    seconds: Annotated[float, typer.Option(min=0, help="Time one document may take; 0: no limit.")] = 300.0,
    memory: Annotated[int, typer.Option(min=0, help="Megabytes one document may take; 0: no limit.")] = 4096,
    password: Annotated[str | None, typer.Option(help="Password for encrypted PDFs.")] = None,
    ocr: Annotated[bool, typer.Option(help="Read pages that are pictures with tesseract, where installed.")] = True,
    again: Annotated[bool, typer.Option("--again", help="Read what is there already once more.")] = False,
    engine: Annotated[
        EngineName, typer.Option(help="Who reads: this machine, or a Dask cluster.")
    ] = EngineName.LOCAL,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="The Dask scheduler, such as tcp://HOST:8786.")
    ] = None,
    lake: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help="Where Dask workers put rows: a folder or URL that all see. [default: beside --db]",
        ),
    ] = None,
    log: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Append a log in JSON lines to this file.")
    ] = None,
) -> None:
    """Read packets and load them into the warehouse.

    A document is loaded whole or not at all. What is there already is left alone; a changed pipeline replaces it.

    Exit code: 0 all well, 3 some files were refused or read only in part, 4 the warehouse cannot be written,
    5 nothing to read, 2 wrong use, 130 stopped by Ctrl-C, 143 by SIGTERM.
    """
    from ingest.engines import Limits
    from ingest.logs import log_to
    from ingest.reading.content import ReadOptions

    with explained():
        if log is not None:
            log_to(log)
    options = ReadOptions(password=password, ocr=ocr, ocr_seconds=seconds * OCR_SHARE or OCR_SECONDS)
    limits = Limits(seconds, memory)
    with explained():
        run = _engine(engine, scheduler, lake or str(db.with_suffix(".lake")), limits, options, again=again)
    run_and_tell(paths, db, jobs, limits, options, again=again, engine=run)


def _engine(
    name: EngineName, scheduler: str | None, lake: str, limits: Limits, options: ReadOptions, *, again: bool
) -> Engine | None:
    """The engine that was asked for; None for the local one."""
    if name is EngineName.LOCAL:
        if scheduler is not None:
            raise UsageError("--scheduler is for --engine dask", "Add --engine dask, or leave it out")
        return None
    if scheduler is None:
        raise UsageError("--engine dask needs a scheduler", "Give its address with --scheduler tcp://HOST:8786")
    from ingest.engines.cluster import run

    return partial(run, scheduler=scheduler, lake=lake, limits=limits, options=options, again=again)


def run_and_tell(
    paths: list[str],
    db: Path,
    jobs: int,
    limits: Limits,
    options: ReadOptions,
    *,
    again: bool,
    engine: Engine | None = None,
) -> None:
    """Runs the ingest, tells what became of it and ends the command with its exit code.

    Where the warehouse is new, there is work: what workers are forked from is got ready while the rest is imported
    and the warehouse made.
    """
    if engine is None and not db.exists():
        from ingest.engines.isolation import prepare

        with contextlib.suppress(OSError):  # told where the first worker is started
            prepare()
    from ingest.run import ingest as run_ingest
    from ingest.warehouse.store import Warehouse

    with explained(), stoppable(), Warehouse(db) as warehouse, _Progress() as progress:
        summary = run_ingest(
            paths,
            warehouse,
            jobs=jobs,
            limits=limits,
            options=options,
            engine=engine,
            again=again,
            announce=progress.announce,
            report=lambda outcome, _: progress.report(outcome),
        )
        progress.stop()
        for argument in summary.unmatched:
            told = "nothing to read in" if os.path.lexists(argument) else "nothing is called"
            err.print(f"bilag: {told} {argument}", markup=False)
        _print_summary(summary, db)
    raise typer.Exit(int(summary.exit_code))


class _Terminated(KeyboardInterrupt):
    """The process was asked to end: treated as Ctrl-C, told apart by the exit code."""


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Ctrl-C and SIGTERM end a run with one line and their exit code, after what is in hand is put away."""

    def terminate(*_: object) -> None:
        raise _Terminated

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    except KeyboardInterrupt as error:
        err.print("bilag: stopped; what was loaded is there, the same command goes on from it", markup=False)
        code = ExitCode.TERMINATED if isinstance(error, _Terminated) else ExitCode.INTERRUPTED
        raise typer.Exit(int(code)) from None
    finally:
        signal.signal(signal.SIGTERM, before)


class _Progress:
    """A bar on a terminal, a line a file elsewhere."""

    def __init__(self) -> None:
        self.bar: Progress | None = None
        self.total = self.done = 0

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def announce(self, total: int) -> None:
        """Hears how many files there are."""
        self.total = total
        if err.is_terminal:
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
            self.bar = Progress(*columns, console=err, transient=True)
            self.bar.start()
            self.bar.add_task("Reading", total=total)

    def report(self, outcome: RunDocument) -> None:
        """Hears what became of a file."""
        self.done += 1
        if self.bar is not None:
            self.bar.advance(self.bar.task_ids[0])
        else:
            name = Path(outcome.path).name
            err.print(f"[{self.done}/{self.total}] {outcome.status:<9} {name}", markup=False)

    def stop(self) -> None:
        """Takes the bar away."""
        if self.bar is not None:
            with contextlib.suppress(IndexError):
                self.bar.stop()
            self.bar = None


def _print_summary(summary: RunSummary, db: Path) -> None:
    words = [
        (len(summary.having("loaded")), "loaded"),
        (len(summary.having("partial")), "loaded in part"),
        (len(summary.having("unchanged")), "there already"),
        (len(summary.having("duplicate")), "the same content under another name"),
        (len(summary.having("left_out")), "left out, neither PDF nor text"),
        (len(summary.having("failed")), "refused"),
    ]
    told = ", ".join(f"{count} {word}" for count, word in words if count) or "nothing found"
    out.print(f"{counted(len(summary.outcomes), 'file')}: {told} ({summary.seconds:.1f} s) → {db}", markup=False)
    if summary.counts:
        table = Table(box=None, show_header=False, pad_edge=False)
        for name in COUNTED:
            table.add_row(name, f"{summary.counts.get(name, 0):>8}")
        out.print(table)
    if summary.findings:
        out.print("Findings (select * from findings):", markup=False)
        for (severity, rule), count in sorted(summary.findings.items(), key=lambda pair: (pair[0][0], -pair[1])):
            out.print(f"  {severity:<8}{rule:<28}{count:>6}", markup=False)
    refused = [o for o in summary.outcomes if o.status in ("failed", "partial", "duplicate", "left_out")]
    for outcome in refused[:LISTED]:
        err.print(f"{outcome.status}: {outcome.path}: {outcome.message or ''}", markup=False)
    if len(refused) > LISTED:
        err.print(f"… and {len(refused) - LISTED} more: select * from run_documents", markup=False)
