"""How the cost of a document grows with the number of documents, jobs and Dask workers.

    python bench/scaling.py [--counts 10,100,1000] [--jobs 1,2] [--dask 1,2] [--rounds 1] [--plot SVG] [FILE ...]

Documents are made by replication: the files, text or PDF (default: the text files of samples/), in turn, each made
another document by a line at its end. Every run is a process of its own with a new warehouse; with several rounds
the engines take turns, so that a busy machine is busy for all of them, and the fastest run of each counts.
Printed: seconds, CPU a document of the loading process alone (it finds, hands out, loads and links) and its peak
memory; then the same files again, where every document is there already. The plot shows loading CPU and seconds a
document over the number of documents: flat lines are what is wanted.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from copies import replicate
from plot import plot

from ingest.engines import Limits, cluster
from ingest.engines.isolation import prepare
from ingest.reading.content import ReadOptions
from ingest.run import ingest
from ingest.warehouse.store import Warehouse

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


@dataclass(frozen=True)
class Figure:
    """One run: ``engine`` such as ``2 jobs``; seconds, CPU of the loading process, its peak memory in MB."""

    engine: str
    documents: int
    seconds: float
    cpu: float
    peak: float
    again: float


def run_one(folder: str, jobs: int, scheduler: str | None) -> None:
    """In a process of its own: ingests the folder twice and prints the figures as JSON."""
    options = ReadOptions(ocr=False)
    figures = []
    with tempfile.TemporaryDirectory() as place:
        engine = None
        if scheduler:
            lake = f"{place}/lake"
            engine = partial(cluster.run, scheduler=scheduler, lake=lake, limits=Limits(), options=options)
        for _ in range(2):
            start, used = time.perf_counter(), time.process_time()
            if engine is None and not figures:
                prepare()  # as the command does where the warehouse is new
            with Warehouse(f"{place}/w.duckdb") as warehouse:
                summary = ingest([folder], warehouse, jobs=jobs, options=options, engine=engine)
            figures.append((time.perf_counter() - start, time.process_time() - used))
        assert len(summary.having("unchanged")) == len(summary.outcomes)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
    print(json.dumps({"seconds": figures[0][0], "cpu": figures[0][1], "peak": peak, "again": figures[1][0]}))


def measure(folder: Path, count: int, jobs: int, scheduler: str | None, name: str) -> Figure:
    command = [sys.executable, __file__, "--one", str(folder), "--jobs", str(jobs)]
    command += ["--scheduler", scheduler] if scheduler else []
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Figure(name, count, **json.loads(done.stdout.splitlines()[-1]))


@contextmanager
def dask(workers: int) -> Iterator[str]:
    """A scheduler and workers with one thread each on the loopback; gives the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    program = str(Path(sys.executable).parent / "dask")
    commands = [
        [program, "scheduler", "--host", "127.0.0.1", "--port", address.rpartition(":")[2], "--no-dashboard"]
    ]
    commands += [[program, "worker", address, "--nthreads", "1", "--no-dashboard"]] * workers
    with tempfile.TemporaryDirectory() as place:
        started = [
            subprocess.Popen(
                c, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
            for c in commands
        ]
        try:
            from distributed import Client

            with Client(address, timeout=60, set_as_default=False) as client:
                client.wait_for_workers(workers, timeout=60)
            yield address
        finally:
            for process in started:
                os.killpg(process.pid, signal.SIGTERM)
            for process in started:
                process.wait(30)


def drawn(figures: Sequence[Figure]) -> str:
    """Two panels: milliseconds a document, of the loading process and on the clock, by documents."""
    panels = (("Loading process, CPU ms a document", "cpu"), ("On the clock, ms a document", "seconds"))
    engines = list(dict.fromkeys(figure.engine for figure in figures))
    return plot(
        [
            (
                title,
                {
                    engine: [
                        (f.documents, 1000 * getattr(f, what) / f.documents) for f in figures if f.engine == engine
                    ]
                    for engine in engines
                },
            )
            for title, what in panels
        ]
    )


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--counts", type=numbers, default=[10, 100, 1000])
    parser.add_argument("--jobs", type=numbers, default=[1, 2])
    parser.add_argument("--dask", type=numbers, default=[])
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--scheduler", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        run_one(chosen.one, chosen.jobs[0], chosen.scheduler)
        return
    files = chosen.files or sorted(SAMPLES.glob("*.txt"))
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before; "
          f"{sum(f.stat().st_size for f in files) / len(files) / 1024:.0f} KB a document")  # fmt: skip
    print(f"{'engine':<14}{'documents':>10}{'seconds':>9}{'ms/doc':>8}{'load CPU':>10}{'peak MB':>9}{'again s':>9}")
    figures = []
    with tempfile.TemporaryDirectory() as place:
        for count in chosen.counts:
            folder = Path(place) / str(count)
            folder.mkdir()
            replicate(files, count, folder)
            found: dict[str, Figure] = {}
            for _ in range(chosen.rounds):
                for figure in _each_engine(folder, count, chosen.jobs, chosen.dask):
                    found[figure.engine] = min(figure, found.get(figure.engine, figure), key=lambda f: f.seconds)
            figures += [_told(figure) for figure in found.values()]
    if chosen.plot:
        chosen.plot.write_text(drawn(figures), encoding="utf-8")


def _each_engine(folder: Path, count: int, jobs: Sequence[int], workers: Sequence[int]) -> Iterator[Figure]:
    for number in jobs:
        yield measure(folder, count, number, None, f"{number} jobs" if number > 1 else "1 job")
    for number in workers:
        with dask(number) as address:
            yield measure(folder, count, 1, address, f"dask, {number}")


def _told(figure: Figure) -> Figure:
    each = 1000 / figure.documents
    print(f"{figure.engine:<14}{figure.documents:>10}{figure.seconds:>9.1f}{figure.seconds * each:>8.0f}"
          f"{figure.cpu * each:>10.1f}{figure.peak:>9.0f}{figure.again:>9.1f}", flush=True)  # fmt: skip
    return figure


if __name__ == "__main__":
    main()
