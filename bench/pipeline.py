"""Pages a second of CPU on one core: each stage and the whole, beside what people would pick instead.

    python bench/pipeline.py [--rounds 3] [PATH ...]        (default: the PDFs of samples/)

Everything runs in this process, one after the other, round by round, so that the ratios hold on any machine. The
least CPU time of the rounds counts. Floor: pypdfium2's text alone. Rival: pdfplumber's text and tables.
"""

from __future__ import annotations

import argparse
import logging
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from ingest.pipeline import extractors, process_bytes, split
from ingest.reading.content import read
from ingest.sources import Source, find_sources, read_bytes, sha256_of

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of a piece of work in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=[str(SAMPLES)])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    sources = find_sources(options.paths)[0]
    loaded = [(source, read_bytes(source)) for source in sources]
    pdfs = [data for _, data in loaded if data.startswith(b"%PDF")]
    documents = [(s, d, read(d, filename=s.filename, sha256=sha256_of(d))) for s, d in loaded]
    pages = sum(len(document.pages) for *_, document in documents)
    pdf_pages = sum(len(x.pages) for *_, x in documents if x.media_type == "application/pdf")
    kilobytes = sum(len(d) for _, d in loaded if not d.startswith(b"%PDF")) / 1024
    packets = [split(document) for *_, document in documents]

    jobs: list[tuple[str, int, Callable[[], object]]] = []
    if pdfs:
        jobs.append(("pypdfium2 text alone", pdf_pages, lambda: pypdfium2_text(pdfs)))
        jobs.append(("pdfplumber text and tables", pdf_pages, lambda: pdfplumber_text_and_tables(pdfs)))
    jobs.append(("bilag read", pages, lambda: [_read(s, d) for s, d in loaded]))
    jobs.append(("bilag split", pages, lambda: [split(document) for *_, document in documents]))
    for name, extract in extractors():
        jobs.append((f"bilag {name}", pages, lambda extract=extract: [extract(packet) for packet in packets]))
    jobs.append(("bilag, all stages", pages, lambda: [process_bytes(d, s) for s, d in loaded]))

    best = dict.fromkeys((name for name, *_ in jobs), float("inf"))
    for _ in range(options.rounds):
        for name, _, work in jobs:
            best[name] = min(best[name], cpu(work))
    print(f"{len(loaded)} files, {pages} pages ({pdf_pages} of PDF), {kilobytes:.0f} KB of text")
    print(f"{'what':<30}{'CPU s':>9}{'ms/page':>10}{'pages/s':>10}")
    for name, count, _ in jobs:
        print(f"{name:<30}{best[name]:>9.3f}{1000 * best[name] / count:>10.2f}{count / best[name]:>10.0f}")
    if pdfs and not kilobytes:
        whole = best["bilag, all stages"]
        print(f"whole pipeline: {best['pdfplumber text and tables'] / whole:.1f} times the speed of pdfplumber's "
              f"text and tables")  # fmt: skip
    if kilobytes and not pdfs:
        print(f"whole pipeline: {kilobytes / 1024 / best['bilag, all stages']:.2f} MB of text a second")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
    print(f"peak memory of this process: {peak:.0f} MB; {os.cpu_count()} cores")


def _read(source: Source, data: bytes) -> object:
    return read(data, filename=source.filename, sha256=sha256_of(data))


if __name__ == "__main__":
    main()
