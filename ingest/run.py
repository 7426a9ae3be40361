"""A run: which files, what is new, through the engine, into the warehouse, and what became of each."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from typing import Literal

from ingest.engines import Limits, run_in_groups
from ingest.logs import log_outcome
from ingest.pipeline import Outcome, Processed, StageError, failed
from ingest.reading.content import ReadOptions
from ingest.signals import held
from ingest.sources import Source, find_left_out, find_sources, fingerprint, printable
from ingest.version import pipeline_version
from ingest.warehouse.goal_links import link_goals
from ingest.warehouse.meetings import link_meetings
from ingest.warehouse.store import Warehouse
from schemas.errors import BilagError, ExitCode, RowsRefused, WarehouseError
from schemas.records import RunDocument, RunRow

Report = Callable[[RunDocument, Processed | None], None]
Engine = Callable[[Sequence[Source]], Generator[list[Processed], None, None]]
"""Takes sources and yields one outcome for each, in their order, in groups that are loaded together; it starts
nothing before it is asked for the first, and ends what it started when it is closed."""

BATCH = 64
"""Outcomes that are written in one transaction at most."""


@dataclass(slots=True)
class RunSummary:
    """What became of a run. ``outcomes`` has one entry a file, in the order of the paths."""

    run_id: str
    outcomes: list[RunDocument] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    findings: dict[tuple[str, str], int] = field(default_factory=dict)
    seconds: float = 0.0

    def having(self, *statuses: str) -> list[RunDocument]:
        """Outcomes with one of these statuses."""
        return [outcome for outcome in self.outcomes if outcome.status in statuses]

    @property
    def exit_code(self) -> ExitCode:
        """How the command ends."""
        if len(self.outcomes) == len(self.having("left_out")):
            return ExitCode.NOTHING_FOUND
        if self.unmatched or self.having("failed", "partial"):
            return ExitCode.SOME_FAILED
        return ExitCode.OK


@dataclass(frozen=True, slots=True)
class _Plan:
    """A file and what is to be done with it: ``work`` is False where the outcome is known beforehand."""

    source: Source
    sha256: str | None = None
    size: int = 0
    status: Outcome | Literal["work"] = "work"
    refused: Processed | None = None


_Followed = tuple[_Plan, Processed]


def ingest(
    arguments: Sequence[str],
    warehouse: Warehouse,
    *,
    jobs: int = 1,
    limits: Limits | None = None,
    options: ReadOptions | None = None,
    engine: Engine | None = None,
    again: bool = False,
    report: Report | None = None,
    announce: Callable[[int], None] | None = None,
) -> RunSummary:
    """Ingests paths, folders and globs into an open warehouse.

    ``engine`` runs the documents; without it they run in ``jobs`` processes of this machine. ``again`` reads
    documents that are there already once more. ``announce`` hears the number of files
    once, ``report`` each outcome as it is written.
    """
    started = time.perf_counter()
    sources, unmatched = find_sources(arguments)
    named = set(sources)
    others = [source for source in find_left_out(arguments) if source not in named]
    if announce:
        announce(len(sources) + len(others))
    now = datetime.now(UTC).replace(tzinfo=None)
    row = RunRow(
        run_id=f"{now:%Y%m%dT%H%M%S%f}-{os.getpid()}",
        started_at=now,
        command=" ".join(printable(argument) for argument in arguments),
        pipeline_version=pipeline_version(),
        files=len(sources) + len(others),
    )
    with held():
        warehouse.start_run(row)
    summary = RunSummary(row.run_id, unmatched=[printable(argument) for argument in unmatched])
    plans = [*_plan(sources, {} if again else warehouse.versions()), *map(_left_out, others)]
    work = [plan.source for plan in plans if plan.status == "work"]
    sparing = warehouse.one_thread() if engine is None else nullcontext()
    whole = held if engine is None else nullcontext  # what is fetched from elsewhere may take its time
    engine = engine or partial(run_in_groups, jobs=jobs, limits=limits, options=options)
    try:
        with sparing, closing(engine(work)) as outcomes:  # ends the workers at once, not with the last reference
            for batch in _follow(plans, outcomes):
                with whole():  # what was loaded is counted too
                    loaded = list(_load_batch(warehouse, row.run_id, batch, now))
                    for outcome, done in loaded:
                        _count(summary, done)
                        summary.outcomes.append(outcome)
                        log_outcome(outcome)
                for outcome, done in loaded:
                    if report:
                        report(outcome, done)
    except WarehouseError:
        raise  # it takes no more: neither links nor the end of the run
    except BaseException:
        _end(warehouse, row, summary)
        raise
    _end(warehouse, row, summary)
    summary.seconds = time.perf_counter() - started
    return summary


def _end(warehouse: Warehouse, row: RunRow, summary: RunSummary) -> None:
    """Ties together what was loaded and notes how the run ended."""
    with held():
        link_meetings(warehouse)
        link_goals(warehouse)
        row.ended_at = datetime.now(UTC).replace(tzinfo=None)
        row.loaded = len(summary.having("loaded", "partial"))
        row.unchanged = len(summary.having("unchanged", "duplicate"))
        row.failed = len(summary.having("failed"))
        warehouse.end_run(row)


def _plan(sources: Iterable[Source], known: Mapping[str, tuple[str, str]]) -> list[_Plan]:
    """Looks at every file's content once: what is there already, and what stands under two names."""
    current = pipeline_version()
    seen: dict[str, str] = {}
    plans = []
    for source in sources:
        try:
            sha256, size = fingerprint(source)
        except BilagError as error:
            refused = failed(source, StageError("find", type(error).__name__, error.rule, str(error)))
            plans.append(_Plan(source, status="failed", refused=refused))
            continue
        status: Outcome | Literal["work"]
        if sha256 in seen:
            status = "duplicate"
        elif known.get(sha256[:16]) in ((current, "ok"), (current, "partial")):
            status = "unchanged"
        else:
            status = "work"
        seen.setdefault(sha256, source.display)
        plans.append(_Plan(source, sha256, size, status))
    return plans


def _left_out(source: Source) -> _Plan:
    told = StageError("find", "LeftOut", "left_out", f"{source.filename} is neither PDF nor text. Export it as PDF")
    return _Plan(source, status="left_out", refused=Processed(source.display, None, "left_out", errors=[told]))


def _follow(plans: Sequence[_Plan], groups: Iterator[list[Processed]]) -> Iterator[list[_Followed]]:
    """The plans with what became of them, in their order, in batches: never waits with something in hand."""
    first_names = {}
    for plan in plans:
        if plan.sha256 and plan.status != "duplicate":
            first_names[plan.sha256] = plan.source.display
    taken = {plan.sha256[:16] for plan in plans if plan.sha256 and plan.status == "unchanged"}
    batch: list[_Followed] = []
    group: Iterator[Processed] = iter(())
    for plan in plans:
        if len(batch) == BATCH:
            yield batch
            batch = []
        if plan.status != "work":
            batch.append((plan, plan.refused or _known_outcome(plan, first_names)))
            continue
        done = next(group, None)
        if done is None:
            if batch:
                yield batch
                batch = []
            group = iter(next(groups))
            done = next(group)
        if done.document_id is None and plan.sha256 is not None:
            done = failed(plan.source, *done.errors, sha256=plan.sha256, size=plan.size)
        elif done.document_id in taken:  # the file was given the content of another one while the run was at work
            told = StageError("find", "Duplicate", "duplicate", "The same content as another file of this run")
            done = Processed(plan.source.display, done.document_id, "duplicate", errors=[told])
        if done.document_id is not None:
            taken.add(done.document_id)
        batch.append((plan, done))
    if batch:
        yield batch


def _known_outcome(plan: _Plan, first_names: Mapping[str, str]) -> Processed:
    assert plan.status != "work"
    done = Processed(plan.source.display, plan.sha256[:16] if plan.sha256 else None, plan.status)
    if plan.status == "duplicate" and plan.sha256:
        message = f"The same content as {first_names[plan.sha256]}"
        done.errors.append(StageError("find", "Duplicate", "duplicate", message))
    return done


def _load_batch(
    warehouse: Warehouse, run_id: str, batch: Sequence[_Followed], now: datetime
) -> Iterator[tuple[RunDocument, Processed]]:
    """Loads a batch; neighbours whose rows lie in a lake are loaded from there together, the others likewise."""
    for _, neighbours in groupby(batch, key=lambda followed: followed[1].stored is not None):
        yield from _load(warehouse, run_id, list(neighbours), now)


def _load(
    warehouse: Warehouse, run_id: str, batch: Sequence[_Followed], now: datetime
) -> list[tuple[RunDocument, Processed]]:
    """Where the rows of a batch are not taken, its documents are loaded one by one and the bad ones refused."""
    loaded = [(_outcome(run_id, plan, done), done) for plan, done in batch]
    load = warehouse.load if batch[0][1].stored is None else warehouse.load_stored
    try:
        load([(done, outcome) for outcome, done in loaded], now)
    except RowsRefused as error:
        if len(batch) > 1:
            return [pair for entry in batch for pair in _load(warehouse, run_id, [entry], now)]
        plan, _ = batch[0]
        told = StageError("load", type(error).__name__, error.rule, str(error))
        done = failed(plan.source, told, sha256=plan.sha256, size=plan.size)
        loaded = [(_outcome(run_id, plan, done), done)]
        warehouse.load([(done, loaded[0][0])], now)
    return loaded


def _outcome(run_id: str, plan: _Plan, done: Processed) -> RunDocument:
    first = done.errors[0] if done.errors else None
    return RunDocument(
        run_id=run_id,
        path=plan.source.display,
        document_id=done.document_id,
        status=done.status,
        stage=first.stage if first else None,
        error_class=first.error_class if first else None,
        message="; ".join(error.message for error in done.errors) or None,
        seconds=round(done.seconds, 3),
    )


def _count(summary: RunSummary, done: Processed) -> None:
    for name, count in done.counts().items():
        summary.counts[name] = summary.counts.get(name, 0) + count
    for key, count in done.findings().items():
        summary.findings[key] = summary.findings.get(key, 0) + count
