"""A process for documents, with a limit of time and memory, that is replaced when it dies or runs too long."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from ingest.pipeline import Processed, StageError, failed, process
from ingest.reading.content import ReadOptions
from ingest.sources import Source
from schemas.errors import BilagError, LimitExceeded, WorkerLost

GROUP, HOLD = 32, 1.0
"""Outcomes that an engine hands over together, and seconds it holds the first of them back: loading a few documents
costs hardly more than loading one."""

UNWATCHED = 60.0
"""Seconds past the limit of a document after which its worker ends itself, whoever is gone."""

PRELOAD = ("ingest.pipeline", "ingest.reading.pdf", "ingest.reading.text")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: wall-clock seconds and megabytes of address space (0: no limit)."""

    seconds: float = 300.0
    memory_mb: int = 4096


class Isolated:
    """A process that takes one document at a time. It is started at once and again whenever it was lost."""

    def __init__(self, limits: Limits, options: ReadOptions | None) -> None:
        self.limits = limits
        self.options = options
        self.source: Source | None = None
        self.deadline = float("inf")
        self._start()

    def _start(self) -> None:
        context = _context()
        self.pipe: Connection
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=_work, args=(theirs, self.limits, self.options), daemon=True
        )
        self.process.start()
        theirs.close()

    def send(self, source: Source) -> None:
        """Gives it a document; it must have none."""
        self.source = source
        self.deadline = time.monotonic() + self.limits.seconds if self.limits.seconds else float("inf")
        try:
            self.pipe.send(source)
        except (BrokenPipeError, ConnectionResetError):
            self.process.join(1.0)  # it died before it took the document: collect says so

    def collect(self) -> Processed | None:
        """The outcome of its document, or what became of it; None while it works. Then it is free again."""
        assert self.source is not None
        outcome = self._collect(self.source)
        if outcome is not None:
            self.source = None
            if not self.process.is_alive():
                self.pipe.close()
                self._start()
        return outcome

    def _collect(self, source: Source) -> Processed | None:
        try:
            if self.pipe.poll():
                outcome: Processed = self.pipe.recv()
                return outcome
        except (EOFError, ConnectionResetError):
            self.process.join(1.0)
            return self._lost(source)
        if not self.process.is_alive() and not self.pipe.poll():
            return self._lost(source)
        if time.monotonic() > self.deadline:
            self.process.kill()
            self.process.join()
            told = f"{source.filename} took longer than {self.limits.seconds:g} seconds"
            return refused(source, LimitExceeded(told, "Raise --seconds"))
        return None

    def _lost(self, source: Source) -> Processed:
        told = f"The process that read {source.filename} died (exit code {self.process.exitcode})"
        return refused(source, WorkerLost(told, "Report the file; the run went on without it"))

    def run(self, source: Source) -> Processed:
        """Sends a document and waits for its outcome."""
        self.send(source)
        while (outcome := self.collect()) is None:
            pause([self])
        return outcome

    def close(self) -> None:
        """Ends the process."""
        self.pipe.close()
        self.process.join(0.2)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def refused(source: Source, error: BilagError) -> Processed:
    """The outcome of a document that its engine gave up."""
    return failed(source, StageError("run", type(error).__name__, error.rule, str(error)))


def pause(workers: Sequence[Isolated], until: float = float("inf")) -> None:
    """Waits until a busy worker has something to say or runs out of time, or the clock shows ``until``."""
    busy = [worker for worker in workers if worker.source is not None]
    if not busy:
        return
    left = min(until, *(worker.deadline for worker in busy)) - time.monotonic()
    handles: list[Any] = [worker.pipe for worker in busy] + [worker.process.sentinel for worker in busy]
    wait(handles, timeout=None if left == float("inf") else max(0.0, left) + 0.01)


def _context() -> Any:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context: Any = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(PRELOAD))
    return context


def _work(pipe: Connection, limits: Limits, options: ReadOptions | None) -> None:
    """The worker's loop: take a source, process it, send the outcome; ends when the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if limits.memory_mb and sys.platform != "win32":
        import resource

        limit = limits.memory_mb << 20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    while True:
        try:
            source: Source = pipe.recv()
        except (EOFError, ConnectionResetError):
            return
        with _alarm(limits.seconds):
            outcome = process(source, options=options)
        try:
            pipe.send(outcome)
        except MemoryError:
            told = f"The rows of {source.filename} need more memory than they may"
            pipe.send(refused(source, LimitExceeded(told, "Raise --memory")))
        except (BrokenPipeError, ConnectionResetError):
            return  # the run was stopped


def _end_with_parent() -> None:
    """Ends this process when the one that started it is gone, killed or not: nobody waits for the document."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """The system's own alarm, well past the limit: ends a worker that nobody watches and that never lets go of the
    interpreter."""
    if not seconds or sys.platform == "win32":
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds + UNWATCHED)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
