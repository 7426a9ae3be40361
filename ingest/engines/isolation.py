"""A process for documents, with a limit of time and memory, that is replaced when it dies or runs too long."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

from ingest import patience
from ingest.engines.crew import Crew, Done, Helper, Part, Told, Turn
from ingest.packing import MISFITS
from ingest.pipeline import Processed, StageError, failed, process
from ingest.reading.content import ReadOptions
from ingest.sources import Source
from schemas.errors import BilagError, EngineError, LimitExceeded, WorkerLost

GROUP, HOLD = 64, 3.0
"""Outcomes that an engine hands over together, and seconds it holds the first of them back: loading a few documents
costs hardly more than loading one."""

ENOUGH = 20_000
"""Rows that are handed over at once: more of them together cost no less each."""

UNWATCHED = 60.0
"""Seconds past the limit of a document after which its worker ends itself, whoever is gone."""

GRACE, SHARE_OF_GRACE = 5.0, 0.1
"""Seconds, and share of its time, that a document past its time has to hand over what is done; then its worker is
ended, wherever it is."""

AGAIN = 0.5
"""Seconds between two signals to a worker that is past its time."""

STILLBORN = 3
"""Processes in a row that end before they could take anything, after which no more are started."""

PRELOAD = ("ingest.engines.warm",)
"""What is imported once for all workers, those that are replaced included: it imports the stages and runs them."""


class Ready(NamedTuple):
    """Worker to run, first of all: it can take something."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: wall-clock seconds and megabytes of address space (0: no limit)."""

    seconds: float = 300.0
    memory_mb: int = 4096

    @property
    def grace(self) -> float:
        """Seconds between breaking off stages and ending the process; none where a process hears no signal."""
        return GRACE + SHARE_OF_GRACE * self.seconds if hasattr(signal, "SIGUSR1") else 0.0


class Isolated:
    """A process that takes one document at a time. It is started at once and again whenever it was lost.

    Where it ``shares``, the process may ask for help with its document (:mod:`ingest.engines.crew`), and it can be
    given parts of another's instead of a document. Where it ``packs``, it hands rows over packed.
    """

    def __init__(
        self, limits: Limits, options: ReadOptions | None, *, shares: bool = False, packs: bool = False
    ) -> None:
        self.limits = limits
        self.options = options
        self.shares = shares
        self.packs = packs
        self.source: Source | None = None
        self.helping = False
        self.deadline = float("inf")
        self.due = float("inf")
        self.ready = False
        self.stillborn = 0
        self._start()

    def _start(self) -> None:
        self.ready = False
        context = prepare()
        self.pipe: Connection
        self.pipe, theirs = context.Pipe()
        process: BaseProcess = context.Process(
            target=_work, args=(theirs, self.limits, self.options, self.shares, self.packs), daemon=True
        )
        try:
            process.start()
        except (OSError, EOFError) as error:
            raise EngineError(
                f"No process for documents can be started: {getattr(error, 'strerror', None) or error!r}",
                "Give fewer --jobs, or end other programs, then run the same command again",
            ) from error
        finally:
            theirs.close()
        self.process = process

    @property
    def free(self) -> bool:
        """True where it has neither a document nor a part of one."""
        return self.source is None and not self.helping

    def send(self, source: Source) -> None:
        """Gives it a document; it must be free."""
        self._revive()
        self.source = source
        self.deadline = time.monotonic() + self.limits.seconds if self.limits.seconds else float("inf")
        self.due = self.deadline
        self.tell(source)

    def help(self, part: Part, deadline: float) -> None:
        """Gives it a part of another's document, which has time until ``deadline``; it must be free."""
        self._revive()
        self.helping = True
        self.deadline = self.due = deadline
        self.tell(part)

    def tell(self, told: Source | Part | Turn | bool) -> None:
        """Says something to the process."""
        try:
            self.pipe.send(told)
        except (BrokenPipeError, ConnectionResetError):
            self.process.join(1.0)  # it died before it took it: collect says so

    def collect(self) -> Processed | Told | None:
        """What it has to say; None while it works.

        The outcome of its document, or what became of it, makes it free again, and so does what became of a part.
        """
        told = self._collect()
        if isinstance(told, (Processed, Done)):
            self.source, self.helping = None, False
            self._revive()
        return told

    def _revive(self) -> None:
        """Replaces the process where it is dead; one that died while it was free has cost nothing."""
        if not self.process.is_alive():
            with suppress(EOFError, OSError):
                self._hear()
            self._replace()

    def _replace(self) -> None:
        """Starts another process in place of a dead one, unless none lives long enough to take anything."""
        self.stillborn = 0 if self.ready else self.stillborn + 1
        if self.stillborn == STILLBORN:
            raise EngineError(
                f"Processes for documents end before they take one (exit code {self.process.exitcode})",
                "A script that calls ingest() does so below `if __name__ == '__main__':`, as its processes import"
                " it; else the reason is what they printed",
            )
        self.pipe.close()
        self._start()

    def _hear(self) -> Processed | Told | None:
        """The next message, if there is one. Raises EOFError or OSError where the process died on the way."""
        while self.pipe.poll():
            told: Processed | Told | Ready = self.pipe.recv()
            if not isinstance(told, Ready):
                return told
            self.ready = True
        return None

    def _collect(self) -> Processed | Told | None:
        try:
            if (told := self._hear()) is not None:
                return told
        except (EOFError, OSError):  # it died, perhaps in the middle of a message
            self.process.join(1.0)
            return self._lost()
        if not self.process.is_alive() and not self.pipe.poll():
            return self._lost()
        now = time.monotonic()
        if now > self.deadline + self.limits.grace:
            return self._end()
        if now > self.due:
            os.kill(self.process.pid or 0, signal.SIGUSR1)
            self.due = min(now + AGAIN, self.deadline + self.limits.grace)
        return None

    def _end(self) -> Processed | Done:
        """Ends the process, which does not hand over what is done."""
        self.process.kill()
        self.process.join()
        if self.source is None:
            return Done(None)
        told = f"{self.source.filename} took longer than {self.limits.seconds:g} seconds"
        return refused(self.source, LimitExceeded(told, "Raise --seconds"))

    def _lost(self) -> Processed | Done | None:
        if not self.ready and self.source is not None:
            self._replace()  # it never had the document, whose fault it cannot be
            self.tell(self.source)
            return None
        if self.source is None:
            return Done(None)
        told = f"The process that read {self.source.filename} died (exit code {self.process.exitcode})"
        return refused(self.source, WorkerLost(told, "Report the file; the run went on without it"))

    def run(self, source: Source) -> Processed:
        """Sends a document and waits for its outcome; for processes that do not share."""
        self.send(source)
        while not isinstance(outcome := self.collect(), Processed):
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


def pause(workers: Sequence[Isolated], until: float = float("inf"), wake: Connection | None = None) -> None:
    """Waits until a busy worker has something to say or runs out of time, the clock shows ``until`` or there is
    something in ``wake``."""
    busy = [worker for worker in workers if not worker.free]
    if not busy and wake is None:
        return
    left = min([until, *(worker.due for worker in busy)]) - time.monotonic()
    handles: list[Any] = [worker.pipe for worker in busy] + [worker.process.sentinel for worker in busy]
    wait(
        [*handles, *([wake] if wake is not None else [])],
        timeout=None if left == float("inf") else max(0.0, left) + 0.01,
    )


def prepare() -> Any:
    """Starts the process that workers are forked from, which takes two seconds to import and make what they need;
    gives the context that starts them."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing import resource_tracker
    from multiprocessing.forkserver import ensure_running

    resource_tracker.ensure_running()  # it would let Ctrl-C in again
    context: Any = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(PRELOAD))
    with _started_with(PYTHONSAFEPATH="1", OPENBLAS_NUM_THREADS="1"), _deaf():
        ensure_running()
    return context


@contextmanager
def _started_with(**variables: str) -> Iterator[None]:
    """Gives processes that start meanwhile these variables.

    With PYTHONSAFEPATH they import nothing from the folder they start in: it may hold a package named like ours.
    Threads for matrices must not be there when a process is forked.
    """
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes that start meanwhile do not hear Ctrl-C, which reaches all of a terminal: it is not for them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, limits: Limits, options: ReadOptions | None, shares: bool, packs: bool) -> None:
    """The worker's loop: take a source, process it, send the outcome; ends when the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    if hasattr(signal, "SIGUSR1"):
        signal.signal(signal.SIGUSR1, lambda *_: patience.hurry())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if limits.memory_mb and sys.platform != "win32":
        import resource

        limit = limits.memory_mb << 20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    helper = Helper()
    try:
        pipe.send(Ready())
    except OSError:
        return  # the run was stopped
    while True:
        try:
            order: Source | Part = pipe.recv()
        except (EOFError, ConnectionResetError, MemoryError):
            return  # the run is over, or half a message was read and nothing that follows could be understood
        patience.start()
        with _alarm(limits.seconds + limits.grace if limits.seconds else 0.0):
            if isinstance(order, Part):
                told: Processed | Done = helper.run(order)
            else:
                helper.forget()
                told = process(order, options=options, share=Crew(pipe, order) if shares else None)
        try:
            _tell(pipe, order, told, packs=packs)
        except OSError:
            return  # the run was stopped


def _tell(pipe: Connection, order: Source | Part, told: Processed | Done, *, packs: bool) -> None:
    try:
        if packs and isinstance(told, Processed):
            with suppress(*MISFITS):  # whoever loads the rows will see, and refuse the document
                told.pack()
        pipe.send(told)
    except MemoryError:
        if isinstance(order, Part):
            pipe.send(Done(None))
            return
        why = f"The rows of {order.filename} need more memory than they may"
        pipe.send(refused(order, LimitExceeded(why, "Raise --memory")))


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
