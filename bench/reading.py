"""What it costs to read PDFs with positions, against pdfium's own text alone.

    python bench/reading.py FOLDER_OR_PDF... [--rounds N]

Prints CPU milliseconds a page of both, the best of several alternating rounds in one process, and their ratio.
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


def seconds(read: Callable[[bytes], int], files: list[bytes]) -> tuple[float, int]:
    gc.collect()
    started = time.process_time()
    pages = sum(read(data) for data in files)
    return time.process_time() - started, pages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="FOLDER_OR_PDF")
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    paths = [f for p in args.paths for f in (sorted(p.rglob("*.pdf")) if p.is_dir() else [p])]
    files = [path.read_bytes() for path in paths]
    if not files:
        parser.error("no PDF there")
    best: dict[str, float] = {}
    pages = 0
    for _ in range(args.rounds):
        for name, read in (("text alone", text_alone), ("with positions", with_positions)):
            took, pages = seconds(read, files)
            best[name] = min(took, best.get(name, took))
    for name, took in best.items():
        print(f"{name:15} {1000 * took / pages:6.2f} ms a page  {pages / took:6.0f} pages a second")
    print(f"{'ratio':15} {best['with positions'] / best['text alone']:6.2f}  ({len(files)} files, {pages} pages)")


if __name__ == "__main__":
    main()
