"""Running documents on many machines: the workers of a Dask scheduler, used as ``concurrent.futures``.

A task is one document. The worker reads it in an isolated process with the same limits as the local engine and puts
its rows into a lake (:mod:`ingest.warehouse.lake`), a folder or an object store that all machines see; what comes
back is the outcome alone. A worker that is lost has its tasks repeated on another, and a document that was written
already is not read again. Sources must have the same path on all machines.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import CancelledError, Future, wait
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from ingest.engines.isolation import GROUP, HOLD, Isolated, Limits, refused
from ingest.pipeline import Processed, StageError, failed
from ingest.reading.content import ReadOptions
from ingest.sources import Source, read_bytes, sha256_of
from ingest.version import pipeline_version
from ingest.warehouse.lake import Lake
from schemas.errors import BilagError, EngineError, RowsRefused, WorkerLost

AHEAD = 1000
"""Documents that wait at the scheduler beyond the first unfinished one."""

FIRST_WORKER, LAST_WORKER = 30.0, 60.0
"""Seconds to wait for a first worker; for another one when all were lost."""

LOOK = 5.0
"""Seconds between two looks at whether there are workers left."""

_threads = threading.local()


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker must know besides the source; ``again`` reads documents that the lake holds once more."""

    lake: str
    version: str
    limits: Limits
    options: ReadOptions
    again: bool = False

    @property
    def reading(self) -> str:
        """Tells whether two orders read alike. The password is left out: the lake must not give it away."""
        return hashlib.sha256(repr(replace(self.options, password=None)).encode()).hexdigest()[:16]


def run(
    sources: Sequence[Source],
    *,
    scheduler: str,
    lake: str,
    limits: Limits | None = None,
    options: ReadOptions | None = None,
    again: bool = False,
) -> Generator[list[Processed], None, None]:
    """Processes the sources on the scheduler's workers and yields groups of outcomes, in the order of the sources.

    Raises:
        EngineError: Dask is not installed, the scheduler cannot be reached or was lost, there are no workers, or
            they run another version of this pipeline.
    """
    folder = lake if "://" in lake else os.path.abspath(lake)
    order = Order(folder, pipeline_version(), limits or Limits(), options or ReadOptions(), again)
    client = _connect(scheduler)
    try:
        _check(client, order.version)
        executor = client.get_executor(pure=False)
        here = os.getcwd()
        rest = iter(sources)
        waiting: deque[tuple[Source, Future[Processed]]] = deque()
        while True:
            for source in islice(rest, AHEAD - len(waiting)):
                waiting.append((source, executor.submit(work, replace(source, root=here), order)))
            if not waiting:
                return
            yield _group(client, waiting)
    finally:
        client.close()  # gives up what is still waiting


def work(source: Source, order: Order) -> Processed:
    """The task: one document into the lake; what comes back has its outcome and the place of its rows.

    Never raises for what a file or the lake may be like.
    """
    if (version := pipeline_version()) != order.version:
        told = f"A worker runs version {version}, the ingest {order.version}"
        return refused(source, EngineError(told, "Install the same version and start the worker again"))
    lake = Lake(order.lake, order.version)
    try:
        data = read_bytes(source)
    except BilagError as error:
        return failed(source, StageError("find", type(error).__name__, error.rule, str(error)))
    sha256, size = sha256_of(data), len(data)
    del data
    try:
        if not order.again and (kept := lake.find(sha256[:16], source.display, order.reading)):
            return kept
        done = _isolated(order.limits, order.options).run(source)
        if done.document_id is None:
            done = failed(source, *done.errors, sha256=sha256, size=size)
        return lake.write(done, order.reading)
    except RowsRefused as error:
        return failed(source, StageError("load", type(error).__name__, error.rule, str(error)))
    except OSError as error:
        told = f"The lake cannot be written by a worker: {error.strerror or type(error).__name__}"
        return refused(source, EngineError(told, "Check that the folder of --lake is there on all machines"))


def _isolated(limits: Limits, options: ReadOptions) -> Isolated:
    """This thread's own process for documents; it is kept for the next task of the same kind."""
    kept: tuple[Limits, ReadOptions, Isolated] | None = getattr(_threads, "kept", None)
    if kept is not None and kept[:2] == (limits, options):
        return kept[2]
    if kept is not None:
        kept[2].close()
    multiprocessing.current_process().daemon = False  # Dask's workers are, and daemons may have no children
    isolated = Isolated(limits, options)
    _threads.kept = (limits, options, isolated)
    return isolated


def _connect(scheduler: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise EngineError("Dask is not installed", "Install it with: pip install 'bilag[dask]'") from error
    try:
        return Client(scheduler, timeout=FIRST_WORKER, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise EngineError(f"No Dask scheduler answers at {scheduler}", "Start one with: dask scheduler") from error


def _check(client: Any, version: str) -> None:
    """Makes sure that there are workers and that they run this version."""
    try:
        client.wait_for_workers(1, timeout=FIRST_WORKER)
    except TimeoutError as error:
        raise EngineError("The scheduler has no workers", "Start some with: dask worker ADDRESS") from error
    versions = client.run(pipeline_version, on_error="return")
    for worker, found in sorted(versions.items()):
        if found != version:
            raise EngineError(
                f"The worker {worker} does not run bilag {version}: {found}",
                "Install the same version on it and start it again",
            )


def _group(client: Any, waiting: deque[tuple[Source, Future[Processed]]]) -> list[Processed]:
    """Takes the first outcome and those after it that come within a second, in their order."""
    group = [_outcome(client, *waiting.popleft())]
    held_until = time.monotonic() + HOLD
    while waiting and len(group) < GROUP:
        wait([waiting[0][1]], timeout=max(0.0, held_until - time.monotonic()))
        if not waiting[0][1].done():
            break
        group.append(_outcome(client, *waiting.popleft()))
    return group


def _outcome(client: Any, source: Source, future: Future[Processed]) -> Processed:
    """What became of a task. A scheduler that is lost ends the run; anything else costs the document alone."""
    lonely = 0.0
    while True:
        try:
            error = future.exception(timeout=LOOK)
            break
        except CancelledError as cancelled:
            raise EngineError("The scheduler was lost", "Start it, then run the same command again") from cancelled
        except TimeoutError:
            lonely = 0.0 if _has_workers(client) else lonely + LOOK
            if lonely >= LAST_WORKER:
                raise EngineError(
                    "All workers were lost", "Start some with: dask worker ADDRESS, then run the same command again"
                ) from None
    if error is None:
        return future.result()
    told = f"The worker of {source.filename} was lost or failed ({type(error).__name__})"
    return refused(source, WorkerLost(told, "Ingest it again; the run went on without it"))


def _has_workers(client: Any) -> bool:
    try:
        return bool(client.scheduler_info()["workers"])
    except OSError:
        return False
