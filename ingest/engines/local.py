"""Running documents in processes of this machine, each with a limit of time and memory.

A worker that runs past its limit or dies is replaced and its document reported; the others never notice. Results
come back in the order of the tasks, whatever the number of workers, so that a warehouse does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.engines.isolation import Isolated, Limits, pause
from ingest.pipeline import Processed
from ingest.reading.content import ReadOptions
from ingest.sources import Source

AHEAD = 16
"""Tasks a run may be ahead of the first unfinished one, per worker: bounds what waits in memory."""


def run(
    sources: Sequence[Source], *, jobs: int = 1, limits: Limits | None = None, options: ReadOptions | None = None
) -> Iterator[Processed]:
    """Processes the sources in worker processes and yields the outcomes in the order of the sources."""
    limits = limits or Limits()
    workers = [Isolated(limits, options) for _ in range(max(1, min(jobs, len(sources))))]
    tasks: dict[Isolated, int] = {}
    ready: dict[int, Processed] = {}
    next_task = next_yield = 0
    try:
        while next_yield < len(sources):
            for worker in workers:
                if worker.source is None and next_task < min(len(sources), next_yield + AHEAD * len(workers)):
                    worker.send(sources[next_task])
                    tasks[worker] = next_task
                    next_task += 1
            for worker in workers:
                if worker.source is not None and (outcome := worker.collect()) is not None:
                    ready[tasks[worker]] = outcome
            while next_yield in ready:
                yield ready.pop(next_yield)
                next_yield += 1
            if next_yield < len(sources):
                pause(workers)
    finally:
        for worker in workers:
            worker.close()
