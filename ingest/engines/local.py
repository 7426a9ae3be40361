"""Running documents in processes of this machine, each with a limit of time and memory.

A worker that runs past its limit or dies is replaced and its document reported; the others never notice. Results
come back in the order of the tasks, whatever the number of workers, so that a warehouse does not depend on it.

The workers are served by a thread of their own: while the caller loads what is done, results are taken and
documents handed out. Workers for which no document is left help with large ones (:mod:`ingest.engines.crew`).
"""

from __future__ import annotations

import logging
import multiprocessing
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from itertools import chain

from ingest.engines.crew import Ask, Next, Offer, Part, Shared, Told
from ingest.engines.isolation import ENOUGH, GROUP, HOLD, Isolated, Limits, pause
from ingest.pipeline import Processed
from ingest.reading.content import ReadOptions
from ingest.sources import Source

log = logging.getLogger(__name__)

AHEAD = 8
"""Tasks a run may be ahead of the next group that is taken, per worker."""

MOST = 10 * ENOUGH
"""Rows that wait to be taken, about a kilobyte each: no document is handed out while there are more."""


def run(
    sources: Sequence[Source], *, jobs: int = 1, limits: Limits | None = None, options: ReadOptions | None = None
) -> Iterator[Processed]:
    """Processes the sources in worker processes and yields the outcomes in the order of the sources."""
    return chain.from_iterable(_run(sources, jobs, limits, options, packs=False))


def run_in_groups(
    sources: Sequence[Source], *, jobs: int = 1, limits: Limits | None = None, options: ReadOptions | None = None
) -> Generator[list[Processed], None, None]:
    """Does the same for who loads the rows: packed, and with neighbours together, those that came in within seconds
    or enough to be worth loading."""
    return _run(sources, jobs, limits, options, packs=True)


def _run(
    sources: Sequence[Source], jobs: int, limits: Limits | None, options: ReadOptions | None, *, packs: bool
) -> Generator[list[Processed], None, None]:
    if not sources:
        return
    desk = _Desk(len(sources), GROUP + AHEAD * jobs)
    service = _Service(desk, sources, jobs, limits or Limits(), options, packs=packs)
    thread = threading.Thread(target=service.run, name="workers", daemon=True)
    thread.start()
    try:
        while group := desk.take():
            yield group
    finally:
        desk.close()
        thread.join()


class _Desk:
    """Where the thread of the workers lays outcomes and the caller takes them, in the order of the tasks."""

    def __init__(self, tasks: int, ahead: int) -> None:
        self.tasks = tasks
        self.ahead = ahead
        self.closed = False
        self.bell, self._rope = multiprocessing.Pipe(duplex=False)
        self._changed = threading.Condition()
        self._laid: dict[int, tuple[Processed, int]] = {}
        self._rows = 0
        self._taken = 0
        self._failure: Exception | None = None

    @property
    def early(self) -> int:
        """The first task that it is too early for: bounds what waits in memory."""
        return min(self.tasks, self._taken + self.ahead) if self._rows < MOST else 0

    def lay(self, task: int, outcome: Processed) -> None:
        """Lays an outcome down."""
        rows = sum(outcome.counts().values())
        with self._changed:
            self._laid[task] = outcome, rows
            self._rows += rows
            self._changed.notify()

    def fail(self, error: Exception) -> None:
        """Lets the caller know what ended the thread of the workers."""
        with self._changed:
            self._failure = error
            self._changed.notify()

    def take(self) -> list[Processed]:
        """The next outcomes, none when all were taken; waits for a first one and a little for its neighbours.

        Raises what ended the thread of the workers.
        """
        held_until = float("inf")
        with self._changed:
            while True:
                count, whole = self._ready()
                if count and held_until == float("inf"):
                    held_until = time.monotonic() + HOLD
                left = held_until - time.monotonic()
                if whole or self._taken + count == self.tasks or left <= 0:
                    break
                if self._failure is not None:
                    raise self._failure
                self._changed.wait(min(left, 1.0))  # a wait with an end can be interrupted everywhere
            taken = [self._laid.pop(self._taken + number) for number in range(count)]
            self._taken += count
            self._rows -= sum(rows for _, rows in taken)
        self._rope.send_bytes(b"!")
        return [outcome for outcome, _ in taken]

    def _ready(self) -> tuple[int, bool]:
        """How many outcomes are there to be taken together, and whether it is time to do so."""
        count = rows = 0
        while count < GROUP and rows < ENOUGH and self._taken + count in self._laid:
            rows += self._laid[self._taken + count][1]
            count += 1
        return count, count == GROUP or rows >= ENOUGH

    def close(self) -> None:
        """Ends the work, whether all was taken or not."""
        self.closed = True
        self._rope.send_bytes(b"!")

    def listen(self) -> None:
        """Hears the bell out."""
        while self.bell.poll():
            self.bell.recv_bytes()


class _Service:
    """The thread of the workers: hears them, hands out documents, and deals out parts where none are left."""

    def __init__(
        self,
        desk: _Desk,
        sources: Sequence[Source],
        jobs: int,
        limits: Limits,
        options: ReadOptions | None,
        *,
        packs: bool,
    ) -> None:
        self.desk = desk
        self.sources = sources
        self.jobs = jobs
        self.limits = limits
        self.options = options
        self.packs = packs
        self.workers: list[Isolated] = []
        self.sent = 0
        self.tasks: dict[Isolated, int] = {}
        self.asking: set[Isolated] = set()
        self.shared: dict[Isolated, Shared] = {}
        self.helps: dict[Isolated, tuple[Shared, int]] = {}
        self.kits: dict[Isolated, Shared] = {}

    def run(self) -> None:
        """Serves until the desk is closed or every document has its outcome."""
        try:
            while not self.desk.closed and (self.tasks or self.sent < len(self.sources)):
                self._hand_out()
                self._deal_out()
                pause(self.workers, wake=self.desk.bell)
                self.desk.listen()
                for worker in self.workers:
                    while not worker.free and (told := worker.collect()) is not None:
                        self._hear(worker, told)
        except Exception as error:  # the boundary: whatever it is, the caller must hear of it
            log.info("the thread of the workers failed", exc_info=True)
            self.desk.fail(error)
        finally:
            for worker in self.workers:
                worker.close()

    def _hear(self, worker: Isolated, told: Processed | Told) -> None:
        if isinstance(told, Processed):
            self.asking.discard(worker)
            over = self.shared.pop(worker, None)
            self.kits = {helper: shared for helper, shared in self.kits.items() if shared is not over}
            self.desk.lay(self.tasks.pop(worker), told)
        elif isinstance(told, Ask):
            self.asking.add(worker)
        elif isinstance(told, Offer):
            self.shared[worker] = Shared(told)
        elif isinstance(told, Next):
            self.shared[worker].asking = True
        else:
            shared, part = self.helps.pop(worker)
            shared.back(part, told)
            if told.result is None:
                self.kits.pop(worker, None)  # it may be another process now

    def _hand_out(self) -> None:
        """Gives documents to free workers, before anything else."""
        while self.sent < self.desk.early and (worker := self._free()) is not None:
            self.kits.pop(worker, None)
            worker.send(self.sources[self.sent])
            self.tasks[worker] = self.sent
            self.sent += 1

    def _deal_out(self) -> None:
        """Gives parts to free workers and to their owners, and says to owners that ask whether hands are free."""
        for owner, shared in self.shared.items():
            while shared.waiting and (worker := self._free()) is not None:
                kit = None if self.kits.get(worker) is shared else shared.offer.kit
                part = shared.deal()
                self.kits[worker] = shared
                self.helps[worker] = shared, part
                worker.help(Part(kit, shared.offer.parts[part]), owner.deadline)
            if shared.asking and (turn := shared.turn()) is not None:
                shared.asking = False
                owner.tell(turn)
        for owner in self.asking:
            owner.tell(len(self.workers) < self.jobs or any(worker.free for worker in self.workers))
        self.asking.clear()

    def _free(self) -> Isolated | None:
        """A worker that has nothing to do, started if need be; None where all are at work."""
        for worker in self.workers:
            if worker.free:
                return worker
        if len(self.workers) == self.jobs:
            return None
        self.workers.append(Isolated(self.limits, self.options, shares=self.jobs > 1, packs=self.packs))
        return self.workers[-1]
