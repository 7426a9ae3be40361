"""Running documents in processes of their own, each with a limit of time and memory.

A worker that runs past its limit or dies is replaced and its document reported; the others never notice. Results
come back in the order of the tasks, whatever the number of workers, so that a warehouse does not depend on it.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from ingest.pipeline import Processed, StageError, failed, process
from ingest.reading.content import ReadOptions
from ingest.sources import Source
from schemas.errors import BilagError, LimitExceeded, WorkerLost

AHEAD = 16
"""Tasks a run may be ahead of the first unfinished one, per worker: bounds what waits in memory."""

PRELOAD = ("ingest.pipeline", "ingest.reading.pdf", "ingest.reading.text")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: wall-clock seconds and megabytes of address space (0: no limit)."""

    seconds: float = 300.0
    memory_mb: int = 4096


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    task: int | None = None
    deadline: float = 0.0


def run(
    sources: Sequence[Source], *, jobs: int = 1, limits: Limits | None = None, options: ReadOptions | None = None
) -> Iterator[Processed]:
    """Processes the sources in worker processes and yields the outcomes in the order of the sources."""
    limits = limits or Limits()
    start_method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context: Any = multiprocessing.get_context(start_method)
    if start_method == "forkserver":
        context.set_forkserver_preload(list(PRELOAD))
    workers = [_start(context, limits, options) for _ in range(max(1, min(jobs, len(sources))))]
    ready: dict[int, Processed] = {}
    next_task = next_yield = 0
    try:
        while next_yield < len(sources):
            for worker in workers:
                if worker.task is None and next_task < min(len(sources), next_yield + AHEAD * len(workers)):
                    _send(worker, next_task, sources[next_task], limits)
                    next_task += 1
            for position, worker in enumerate(workers):
                if worker.task is None:
                    continue
                outcome = _collect(worker, sources[worker.task], limits)
                if outcome is not None:
                    ready[worker.task] = outcome
                    worker.task = None
                    if not worker.process.is_alive():
                        worker.pipe.close()
                        workers[position] = _start(context, limits, options)
            while next_yield in ready:
                yield ready.pop(next_yield)
                next_yield += 1
            if next_yield < len(sources):
                _pause(workers)
    finally:
        for worker in workers:
            _stop(worker)


def _start(context: Any, limits: Limits, options: ReadOptions | None) -> _Worker:
    ours, theirs = context.Pipe()
    worker = context.Process(target=_work, args=(theirs, limits.memory_mb, options), daemon=True)
    worker.start()
    theirs.close()
    return _Worker(worker, ours)


def _send(worker: _Worker, number: int, source: Source, limits: Limits) -> None:
    worker.task = number
    worker.deadline = time.monotonic() + limits.seconds if limits.seconds else float("inf")
    try:
        worker.pipe.send(source)
    except (BrokenPipeError, ConnectionResetError):
        worker.process.join(1.0)  # it died before it took the task: _collect says so


def _collect(worker: _Worker, source: Source, limits: Limits) -> Processed | None:
    """The worker's outcome, or what became of it, or None while it works."""
    try:
        if worker.pipe.poll():
            outcome: Processed = worker.pipe.recv()
            return outcome
    except (EOFError, ConnectionResetError):
        worker.process.join(1.0)
        return _refused(
            source,
            WorkerLost(
                f"The process that read {source.filename} died (exit code {worker.process.exitcode})",
                "Report the file; the run went on without it",
            ),
        )
    if not worker.process.is_alive() and not worker.pipe.poll():
        return _refused(
            source,
            WorkerLost(
                f"The process that read {source.filename} died (exit code {worker.process.exitcode})",
                "Report the file; the run went on without it",
            ),
        )
    if time.monotonic() > worker.deadline:
        worker.process.kill()
        worker.process.join()
        return _refused(
            source,
            LimitExceeded(f"{source.filename} took longer than {limits.seconds:g} seconds", "Raise --seconds"),
        )
    return None


def _refused(source: Source, error: BilagError) -> Processed:
    return failed(source, StageError("run", type(error).__name__, error.rule, str(error)))


def _pause(workers: Sequence[_Worker]) -> None:
    """Waits until a busy worker has something to say or runs out of time."""
    busy = [worker for worker in workers if worker.task is not None]
    if not busy:
        return
    left = min(worker.deadline for worker in busy) - time.monotonic()
    handles: list[Any] = [worker.pipe for worker in busy] + [worker.process.sentinel for worker in busy]
    wait(handles, timeout=None if left == float("inf") else max(0.0, left) + 0.01)


def _stop(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.join(0.2)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()


def _work(pipe: Connection, memory_mb: int, options: ReadOptions | None) -> None:
    """The worker's loop: take a source, process it, send the outcome; ends when the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    if memory_mb and sys.platform != "win32":
        import resource

        limit = memory_mb << 20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    while True:
        try:
            source: Source = pipe.recv()
        except EOFError:
            return
        pipe.send(process(source, options=options))
