"""CPU of one core: each stage and the whole, beside what people would pick instead.

    python bench/pipeline.py [--rounds 3] [PATH ...]        (default: the files of samples/)

Everything runs in this process, one after the other, round by round, so that the ratios hold on any machine. The
least CPU time of the rounds counts; each round reads and splits anew, so that no stage finds the work of another
round done. What words, heads and numbers say is known from the second round on; what the first one took, in a
process that is as warm as a worker, is told beside it. PDFs and texts are measured apart. Floor: pypdfium2's text
alone. Rival: pdfplumber's text and tables.
At the end stand the ratios: reading to the floor, all stages to the rival, and megabytes of text a second.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from ingest.pipeline import extractors, process_bytes, split
from ingest.reading.content import read
from ingest.sources import Source, find_sources, read_bytes, sha256_of
from schemas.document import Document

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
FLOOR, RIVAL, WHOLE = "pypdfium2, text alone", "pdfplumber, text and tables", "bilag, all stages"
READING = "bilag, read"

File = tuple[Source, bytes]
T = TypeVar("T")


def timed(times: dict[str, float], name: str, work: Callable[[], T]) -> T:
    """The result of a piece of work; its CPU seconds in this process go to ``times``."""
    gc.collect()
    start = time.process_time()
    result = work()
    times[name] = time.process_time() - start
    return result


def pypdfium2_text(contents: Sequence[bytes]) -> None:
    import pypdfium2

    for data in contents:
        pdf = pypdfium2.PdfDocument(data)
        for page in pdf:
            page.get_textpage().get_text_range()
        pdf.close()


def pdfplumber_text_and_tables(contents: Sequence[bytes]) -> None:
    import io

    import pdfplumber

    for data in contents:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.extract_tables()
                page.close()


def one_round(files: Sequence[File], *, pdf: bool) -> dict[str, float]:
    """CPU seconds of everything by name, once."""
    times: dict[str, float] = {}
    if pdf:
        contents = [data for _, data in files]
        timed(times, FLOOR, lambda: pypdfium2_text(contents))
        timed(times, RIVAL, lambda: pdfplumber_text_and_tables(contents))
    gc.disable()  # as it rests while a document is read
    documents = timed(times, READING, lambda: [read_one(file) for file in files])
    packets = timed(times, "bilag, split", lambda: [split(document) for document in documents])
    for name, extract in extractors():
        timed(times, f"bilag, {name}", lambda extract=extract: [extract(packet) for packet in packets])
    documents, packets = [], []
    gc.enable()
    timed(times, WHOLE, lambda: [process_bytes(data, source) for source, data in files])
    return times


def read_one(file: File) -> Document:
    source, data = file
    return read(data, filename=source.filename, sha256=sha256_of(data))


def measure(files: Sequence[File], rounds: int, *, pdf: bool) -> None:
    """Prints the least CPU seconds of each thing in several rounds, and the ratios."""
    first: dict[str, float] = {}
    timed(first, WHOLE, lambda: [process_bytes(data, source) for source, data in files])
    best = one_round(files, pdf=pdf)
    for _ in range(rounds - 1):
        best = {name: min(best[name], took) for name, took in one_round(files, pdf=pdf).items()}
    pages = sum(len(read_one(file).pages) for file in files)
    kilobytes = sum(len(data) for _, data in files) / 1024
    print(f"{len(files)} {'PDFs' if pdf else 'texts'}, {pages} pages, {kilobytes:.0f} KB")
    print(f"{'what':<30}{'CPU s':>9}{'ms/page':>10}{'pages/s':>10}")
    for name, took in best.items():
        print(f"{name:<30}{took:>9.3f}{1000 * took / pages:>10.2f}{pages / took:>10.0f}")
    print(f"{'the same for the first time':<30}{first[WHOLE]:>9.3f}{1000 * first[WHOLE] / pages:>10.2f}")
    if pdf:
        print(f"reading: {best[READING] / best[FLOOR]:.2f} times the CPU of pypdfium2's text alone")
        print(f"all stages: {best[RIVAL] / best[WHOLE]:.1f} times the speed of pdfplumber's text and tables")
    else:
        print(f"all stages: {kilobytes / 1024 / best[WHOLE]:.2f} MB of text a second of CPU")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=[str(SAMPLES)])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    import_module("ingest.engines.warm")
    loaded = [(source, read_bytes(source)) for source in find_sources(options.paths)[0]]
    for pdf in (True, False):
        files = [file for file in loaded if file[1].startswith(b"%PDF") is pdf]
        if files:
            measure(files, options.rounds, pdf=pdf)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
    print(f"peak memory of this process: {peak:.0f} MB; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
