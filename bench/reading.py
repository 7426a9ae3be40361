"""What it costs to read PDFs with positions, against pdfium's own text alone.

    python bench/reading.py FOLDER_OR_PDF... [--rounds N]

Prints CPU milliseconds a page of both and their ratio: of each file the best of several rounds, in which the two
take turns in one process.
Text alone is ``get_text_range`` of pypdfium2 on every page; reading is the whole of ``read_pdf``: words, lines
in reading order, rules, fills, pictures, bookmarks. Both open the file anew each round.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium2

from ingest.reading.pdf import read_pdf


def text_alone(data: bytes) -> int:
    document = pdfium2.PdfDocument(data)
    for page in document:
        text_page = page.get_textpage()
        text_page.get_text_range()
        text_page.close()
        page.close()
    pages = len(document)
    document.close()
    return pages


def with_positions(data: bytes) -> int:
    return len(read_pdf(data, filename="bench.pdf", sha256="0" * 64).pages)


def seconds(read: Callable[[bytes], int], data: bytes) -> float:
    gc.collect()
    started = time.process_time()
    read(data)
    return time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="FOLDER_OR_PDF")
    parser.add_argument("--rounds", type=int, default=15)
    args = parser.parse_args()
    paths = [f for p in args.paths for f in (sorted(p.rglob("*.pdf")) if p.is_dir() else [p])]
    if not paths:
        parser.error("no PDF there")
    ways = {"text alone": text_alone, "with positions": with_positions}
    totals = dict.fromkeys(ways, 0.0)
    pages = 0
    for data in map(Path.read_bytes, paths):
        pages += text_alone(data)
        best = dict.fromkeys(ways, float("inf"))
        for _ in range(args.rounds):
            for name, read in ways.items():
                best[name] = min(best[name], seconds(read, data))
        for name in ways:
            totals[name] += best[name]
    for name, took in totals.items():
        print(f"{name:15} {1000 * took / pages:6.2f} ms a page  {pages / took:6.0f} pages a second")
    print(
        f"{'ratio':15} {totals['with positions'] / totals['text alone']:6.2f}  ({len(paths)} files, {pages} pages)"
    )


if __name__ == "__main__":
    main()
