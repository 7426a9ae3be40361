"""How the cost of a document grows with the number of documents, jobs and Dask workers.

    python bench/scaling.py [--counts 10,100,1000] [--jobs 1,2] [--dask 1,2] [--plot FILE.svg] [TEXT ...]

Documents are made by replication: the texts (default: the text files of samples/) in turn, each made another
document by a line at its end. Every run is a process of its own with a new warehouse. Printed for each: seconds and
documents a second, CPU a document of the loading process alone (it finds, hands out, loads and links) and its peak
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

from ingest.engines import Limits, cluster
from ingest.reading.content import ReadOptions
from ingest.run import ingest
from ingest.warehouse.store import Warehouse

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
WIDTH, HEIGHT, LEFT, TOP = 640, 300, 60, 40
COLOURS = ("#31688e", "#b3392f", "#2a7d4f", "#c98a1b", "#6b4c9a", "#6b7280")


@dataclass(frozen=True)
class Figure:
    """One run: ``engine`` such as ``2 jobs``; seconds, CPU of the loading process, its peak memory in MB."""

    engine: str
    documents: int
    seconds: float
    cpu: float
    peak: float
    again: float


def replicate(texts: Sequence[Path], count: int, folder: Path) -> None:
    for number in range(count):
        text = texts[number % len(texts)].read_bytes()
        (folder / f"{number:06}.txt").write_bytes(text + f"\nUdgave {number}\n".encode())


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


def plot(figures: Sequence[Figure]) -> str:
    """Two panels as SVG: milliseconds a document, of the loading process and on the clock, by documents (log)."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{2 * HEIGHT}" font-family="sans-serif"'
        ' font-size="12"><rect width="100%" height="100%" fill="white"/>'
    ]
    panels = (("Loading process, CPU ms a document", "cpu"), ("On the clock, ms a document", "seconds"))
    engines = list(dict.fromkeys(figure.engine for figure in figures))
    counts = sorted({figure.documents for figure in figures})
    for panel, (title, what) in enumerate(panels):
        top, bottom = panel * HEIGHT + TOP, (panel + 1) * HEIGHT - 40
        most = max(1000 * getattr(figure, what) / figure.documents for figure in figures) * 1.1
        parts.append(f'<text x="{LEFT}" y="{top - 16}" font-weight="bold">{title}</text>')
        for share in (0.0, 0.5, 1.0):
            y = bottom - share * (bottom - top)
            parts.append(f'<line x1="{LEFT}" x2="{WIDTH - 120}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
            parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{share * most:.0f}</text>')
        for count in counts:
            parts.append(
                f'<text x="{_across(count, counts):.1f}" y="{bottom + 18}" text-anchor="middle">{count}</text>'
            )
        for number, engine in enumerate(engines):
            colour = COLOURS[number % len(COLOURS)]
            dots = [
                (
                    _across(f.documents, counts),
                    bottom - 1000 * getattr(f, what) / f.documents / most * (bottom - top),
                )
                for f in figures
                if f.engine == engine
            ]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
            parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
            parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in dots]
            label = top + 16 * number
            parts.append(f'<text x="{WIDTH - 110}" y="{label}" fill="{colour}">{engine}</text>')
    return "".join([*parts, "</svg>\n"])


def _across(count: int, counts: Sequence[int]) -> float:
    from math import log

    span = log(counts[-1] / counts[0]) or 1.0
    return LEFT + 20 + log(count / counts[0]) / span * (WIDTH - 160 - LEFT)


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path)
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
    texts = chosen.texts or sorted(SAMPLES.glob("*.txt"))
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before; "
          f"{sum(t.stat().st_size for t in texts) / len(texts) / 1024:.0f} KB a document")  # fmt: skip
    print(f"{'engine':<14}{'documents':>10}{'seconds':>9}{'ms/doc':>8}{'load CPU':>10}{'peak MB':>9}{'again s':>9}")
    figures = []
    with tempfile.TemporaryDirectory() as place:
        for count in chosen.counts:
            folder = Path(place) / str(count)
            folder.mkdir()
            replicate(texts, count, folder)
            for jobs in chosen.jobs:
                figures.append(_told(measure(folder, count, jobs, None, f"{jobs} jobs" if jobs > 1 else "1 job")))
            for workers in chosen.dask:
                with dask(workers) as address:
                    figures.append(_told(measure(folder, count, 1, address, f"dask, {workers}")))
    if chosen.plot:
        chosen.plot.write_text(plot(figures), encoding="utf-8")


def _told(figure: Figure) -> Figure:
    each = 1000 / figure.documents
    print(f"{figure.engine:<14}{figure.documents:>10}{figure.seconds:>9.1f}{figure.seconds * each:>8.0f}"
          f"{figure.cpu * each:>10.1f}{figure.peak:>9.0f}{figure.again:>9.1f}", flush=True)  # fmt: skip
    return figure


if __name__ == "__main__":
    main()
