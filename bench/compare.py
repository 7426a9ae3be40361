"""Pages a second on one core and peak memory: each stage, the whole, and what one would pick instead.

    python bench/compare.py [--rounds 3] [--seconds 600] [--copies 1,2,4] [--plot FILE.svg] [PATH ...]

PATH are PDFs or folders (default: samples/). Each program runs in a process of its own, one after the other, round
by round, so that the ratios hold on any machine; the least CPU time of the rounds counts. In each round a program
reads a small PDF first, so that its imports do not count, then all files once. Peak memory is that of the process,
or of a program that it starts where that is more. What is not installed is said so:

    pip install 'bilag[bench]'        PyMuPDF, camelot, tabula (pdfplumber and pypdfium2 are there anyway)
    poppler-utils, a Java runtime     for pdftotext and for tabula, from the system

``--copies`` lets this project read one PDF of all pages, of all pages twice and so on: what a page costs should
not grow. (It falls: words that come again are known.)
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import logging
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from plot import plot

from ingest.pipeline import EXTRACTORS, extractors, process_bytes, split
from ingest.reading.content import ReadOptions, read
from ingest.sources import Source, sha256_of
from schemas.document import Document

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
FIRST = SAMPLES / "dagsorden_kkr_midtjylland_2025-09-17.pdf"
OPTIONS = ReadOptions(ocr=False)
SELF, CHILDREN = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN

Round = Callable[[], object]
"""One pass over all files."""


def pypdfium2_text(paths: Sequence[Path]) -> Round:
    import pypdfium2

    def work() -> None:
        for path in paths:
            with pypdfium2.PdfDocument(path) as pdf:
                for page in pdf:
                    page.get_textpage().get_text_range()

    return work


def pdftotext(paths: Sequence[Path]) -> Round:
    return lambda: [
        subprocess.run(["pdftotext", "-layout", path, "-"], check=True, stdout=subprocess.DEVNULL) for path in paths
    ]


def pymupdf_text(paths: Sequence[Path]) -> Round:
    import pymupdf

    return lambda: [[page.get_text("words") for page in pymupdf.open(path)] for path in paths]


def pymupdf_tables(paths: Sequence[Path]) -> Round:
    import pymupdf

    return lambda: [
        [[table.extract() for table in page.find_tables().tables] for page in pymupdf.open(path)] for path in paths
    ]


def pdfplumber_text_and_tables(paths: Sequence[Path]) -> Round:
    import pdfplumber

    def work() -> None:
        for path in paths:
            with pdfplumber.open(path) as pdf:
                for page in pdf.pages:
                    page.extract_text()
                    page.extract_tables()
                    page.close()

    return work


def camelot_stream(paths: Sequence[Path]) -> Round:
    import camelot

    return lambda: [camelot.read_pdf(str(path), pages="all", flavor="stream") for path in paths]


def tabula_stream(paths: Sequence[Path]) -> Round:
    import tabula

    return lambda: [
        tabula.read_pdf(path, pages="all", stream=True, silent=True, force_subprocess=True) for path in paths
    ]


def _document(path: Path, data: bytes) -> Document:
    return read(data, filename=path.name, sha256=sha256_of(data), options=OPTIONS)


def bilag_reading(paths: Sequence[Path]) -> Round:
    contents = [(path, path.read_bytes()) for path in paths]
    return lambda: [_document(path, data) for path, data in contents]


def bilag_splitting(paths: Sequence[Path]) -> Round:
    documents = [_document(path, path.read_bytes()) for path in paths]
    return lambda: [split(document) for document in documents]


def bilag_stage(name: str) -> Callable[[Sequence[Path]], Round]:
    def prepare(paths: Sequence[Path]) -> Round:
        extract = dict(extractors())[name]
        packets = [split(_document(path, path.read_bytes())) for path in paths]
        return lambda: [extract(packet) for packet in packets]

    return prepare


def bilag_whole(paths: Sequence[Path]) -> Round:
    contents = [(path, path.read_bytes()) for path in paths]
    return lambda: [process_bytes(data, Source(str(path)), options=OPTIONS) for path, data in contents]


class Program(NamedTuple):
    """What is measured: how a pass is prepared, the module and the command that must be there, what it gives."""

    prepare: Callable[[Sequence[Path]], Round]
    module: str = ""
    command: str = ""

    @property
    def missing(self) -> str | None:
        if self.command and shutil.which(self.command) is None:
            return self.command
        return self.module if self.module and find_spec(self.module) is None else None


PROGRAMS: dict[str, Program] = {
    "pypdfium2, text": Program(pypdfium2_text, "pypdfium2"),
    "pdftotext -layout": Program(pdftotext, command="pdftotext"),
    "PyMuPDF, words": Program(pymupdf_text, "pymupdf"),
    "bilag, reading": Program(bilag_reading),
    "bilag, splitting": Program(bilag_splitting),
    **{f"bilag, {name}": Program(bilag_stage(name)) for name, *_ in EXTRACTORS},
    "bilag, all stages": Program(bilag_whole),
    "pdfplumber, text and tables": Program(pdfplumber_text_and_tables, "pdfplumber"),
    "PyMuPDF, tables": Program(pymupdf_tables, "pymupdf"),
    "camelot, tables (stream)": Program(camelot_stream, "camelot"),
    "tabula, tables (stream)": Program(tabula_stream, "tabula", "java"),
}


def run_one(name: str, paths: Sequence[Path]) -> None:
    """In a process of its own: the small PDF, then the pass that counts; prints its figures as JSON."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere):
        PROGRAMS[name].prepare([FIRST])()
        work = PROGRAMS[name].prepare(paths)
        gc.collect()
        before = _cpu()
        work()
        used = _cpu() - before
    peak = max(resource.getrusage(SELF).ru_maxrss, resource.getrusage(CHILDREN).ru_maxrss)
    print(json.dumps({"cpu": used, "peak": peak / (1024 if sys.platform != "darwin" else 1 << 20)}))


def _cpu() -> float:
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, (SELF, CHILDREN)))


def measure(name: str, paths: Sequence[Path], seconds: float) -> tuple[float, float] | str:
    """CPU seconds of a pass and peak MB of the process, or why there are none."""
    command = [sys.executable, __file__, "--one", name, *map(str, paths)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=True)
    except subprocess.TimeoutExpired:
        return f"not done within {seconds:g} s"
    except subprocess.CalledProcessError as error:
        return f"failed: {(error.stderr.strip().splitlines() or ['no word'])[-1][:80]}"
    figures = json.loads(done.stdout.splitlines()[-1])
    return figures["cpu"], figures["peak"]


def compare(paths: Sequence[Path], pages: int, rounds: int, seconds: float) -> None:
    best: dict[str, tuple[float, float]] = {}
    refused: dict[str, str] = {}
    for _ in range(rounds):
        for name, program in PROGRAMS.items():
            if program.missing or name in refused:
                continue
            found = measure(name, paths, seconds)
            if isinstance(found, str):
                refused[name] = found
            else:
                best[name] = min(found, best.get(name, found))
    print(f"{'on one core':<30}{'ms a page':>10}{'pages a second':>16}{'peak MB':>9}")
    for name, program in PROGRAMS.items():
        if program.missing:
            print(f"{name:<30}  {program.missing} is not installed")
        elif name in refused:
            print(f"{name:<30}  {refused[name]}")
        else:
            cpu, peak = best[name]
            print(f"{name:<30}{1000 * cpu / pages:>10.2f}{pages / cpu:>16.0f}{peak:>9.0f}")


def grow(paths: Sequence[Path], copies: Sequence[int], rounds: int, seconds: float) -> str:
    """Prints what a page costs in one PDF of all pages, so many times over, and gives a plot of it."""
    import pypdfium2

    names = ("bilag, reading", "bilag, all stages")
    costs: dict[str, list[tuple[int, float]]] = {name: [] for name in names}
    peaks: list[tuple[int, float]] = []
    print(f"\n{'pages of one PDF':<20}{'reading, ms a page':>20}{'all stages, ms a page':>23}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as place:
        for number in copies:
            made = pypdfium2.PdfDocument.new()
            for path in list(paths) * number:
                with pypdfium2.PdfDocument(path) as source:
                    made.import_pages(source)
            count = len(made)
            target = Path(place) / f"{count}.pdf"
            made.save(target)
            for name in names:
                found = [measure(name, [target], seconds) for _ in range(rounds)]
                cpu, peak = min(figures for figures in found if not isinstance(figures, str))
                costs[name].append((count, 1000 * cpu / count))
            peaks.append((count, peak))
            each = [costs[name][-1][1] for name in names]
            print(f"{count:<20}{each[0]:>20.2f}{each[1]:>23.2f}{peak:>9.0f}", flush=True)
    return plot([("CPU ms a page", costs), ("Peak memory, MB", {"all stages": peaks})])


def count_pages(paths: Sequence[Path]) -> int:
    import pypdfium2

    pages = 0
    for path in paths:
        with pypdfium2.PdfDocument(io.BytesIO(path.read_bytes())) as pdf:
            pages += len(pdf)
    return pages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[SAMPLES], metavar="PATH")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=600.0, help="a program that takes longer is given up")
    parser.add_argument("--copies", type=lambda text: [int(part) for part in text.split(",")], default=[])
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    paths = [found for path in chosen.paths for found in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])]
    if chosen.one:
        run_one(chosen.one, paths)
        return
    if not paths:
        parser.error("no PDF there")
    pages = count_pages(paths)
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before")
    print(f"Python {platform.python_version()}; {len(paths)} PDFs, {pages} pages, best of {chosen.rounds} rounds")
    compare(paths, pages, chosen.rounds, chosen.seconds)
    if chosen.copies:
        drawn = grow(paths, chosen.copies, chosen.rounds, chosen.seconds)
        if chosen.plot:
            chosen.plot.write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
