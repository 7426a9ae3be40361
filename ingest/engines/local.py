"""Running documents in processes of this machine, each with a limit of time and memory.

A worker that runs past its limit or dies is replaced and its document reported; the others never notice. Results
come back in the order of the tasks, whatever the number of workers, so that a warehouse does not depend on it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import chain

from ingest.engines.isolation import GROUP, HOLD, Isolated, Limits, pause
from ingest.pipeline import Processed
from ingest.reading.content import ReadOptions
from ingest.sources import Source

AHEAD = 16
"""Tasks a run may be ahead of the first unfinished one, per worker: bounds what waits in memory."""


def run(
    sources: Sequence[Source], *, jobs: int = 1, limits: Limits | None = None, options: ReadOptions | None = None
) -> Iterator[Processed]:
    """Processes the sources in worker processes and yields the outcomes in the order of the sources."""
    return chain.from_iterable(run_in_groups(sources, jobs=jobs, limits=limits, options=options))


def run_in_groups(
    sources: Sequence[Source], *, jobs: int = 1, limits: Limits | None = None, options: ReadOptions | None = None
) -> Iterator[list[Processed]]:
    """Does the same and yields neighbours together: what came in within a second, or enough to be worth loading."""
    limits = limits or Limits()
    workers = [Isolated(limits, options) for _ in range(max(1, min(jobs, len(sources))))]
    tasks: dict[Isolated, int] = {}
    ready: dict[int, Processed] = {}
    group: list[Processed] = []
    held_until = float("inf")
    next_task = next_ready = 0
    try:
        while group or next_ready < len(sources):
            for worker in workers:
                if worker.source is not None and (outcome := worker.collect()) is not None:
                    ready[tasks[worker]] = outcome
            while next_ready in ready:
                held_until = held_until if group else time.monotonic() + HOLD
                group.append(ready.pop(next_ready))
                next_ready += 1
            for worker in workers:  # before anything is waited for or loaded: no worker is idle meanwhile
                if worker.source is None and next_task < min(len(sources), next_ready + AHEAD * len(workers)):
                    worker.send(sources[next_task])
                    tasks[worker] = next_task
                    next_task += 1
            if group and (len(group) >= GROUP or next_ready == len(sources) or time.monotonic() >= held_until):
                yield group
                group, held_until = [], float("inf")
            else:
                pause(workers, held_until)
    finally:
        for worker in workers:
            worker.close()
