"""Reading pages that are pictures: tesseract with Danish, from the system, only for the pages that need it.

The program is not part of ``pip install``; where it is missing the pages stay reported as without text. Its words
are less sure than printed ones: their pages are marked ``ocr`` and rows drawn from them carry less confidence.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from ingest.sharing import Share, run_parts
from ingest.sources import Source
from schemas.document import Box, Document, Line, Note, Page, Word, union
from schemas.wording import counted

if TYPE_CHECKING:
    from ingest.reading.pdf import SharedPdf

LANGUAGE = "dan"
DPI = 200
"""Enough for 9-point print; more only takes longer."""
LEAST_CONFIDENCE = 30.0
"""Words that tesseract itself trusts less (of 100) are specks and lines."""
PAGE_SECONDS = 60.0
"""One page may take this long."""
LARGEST = 36_000_000
"""Pixels of a rendered page; larger pages are rendered coarser."""
SETTLED = frozenset({"page_without_text", "page_garbled"})
"""Rules of the reader's notes that hold no longer when every such page was recognised."""
WORD_LEVEL = "5"
POINTS_PER_INCH = 72


Recognised = list[list[tuple[Word, float]]]
"""Lines of words, each with its confidence."""


@dataclass(frozen=True, slots=True)
class Tesseract:
    """An installed tesseract that knows Danish."""

    program: str
    version: str

    def read(self, png: bytes, dpi: int) -> Recognised:
        """The words of a picture by lines, in points, each with tesseract's confidence of 0 to 100.

        Empty where the program fails on the picture or runs out of time.
        """
        command = [self.program, "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(dpi), "tsv"]
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # several threads only wait for each other
        try:
            done = subprocess.run(
                command, input=png, capture_output=True, timeout=PAGE_SECONDS, check=True, env=environment
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            return []
        lines: dict[tuple[str, str, str], list[tuple[Word, float]]] = {}
        scale = POINTS_PER_INCH / dpi
        table = csv.DictReader(
            io.StringIO(done.stdout.decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        for row in table:
            text, confidence = (row["text"] or "").strip(), float(row["conf"] or -1)
            if row["level"] != WORD_LEVEL or not text or confidence < LEAST_CONFIDENCE:
                continue
            left, top = int(row["left"]) * scale, int(row["top"]) * scale
            width, height = int(row["width"]) * scale, int(row["height"]) * scale
            word = Word(text, left, top, left + width, top + height, height)
            lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append((word, confidence))
        return list(lines.values())


@cache
def find_tesseract() -> Tesseract | None:
    """The system's tesseract if it is there and has Danish."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=True)
        version = subprocess.run([program, "--version"], capture_output=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    if LANGUAGE not in (listed.stdout + listed.stderr).decode("utf-8", "replace").split():
        return None
    told = (version.stdout or version.stderr).decode("utf-8", "replace").splitlines()
    return Tesseract(program, told[0] if told else "tesseract")


def needs_recognition(page: Page) -> bool:
    """True for a page without text that shows something, and for one whose characters mean nothing."""
    return page.status == "garbled" or (page.status == "no_text" and bool(page.images or page.fills or page.rules))


def recognise(
    document: Document, data: bytes, *, password: str | None, seconds: float, share: Share | None = None
) -> Document:
    """The document with its pictures of pages read, as far as ``seconds`` reach; notes say what was not.

    A document without such pages comes back as it is, and nothing is looked for on the system. ``share`` reads
    some of them elsewhere, so that more are read in the same time.
    """
    wanted = [page.number for page in document.pages if needs_recognition(page)]
    if not wanted:
        return document
    tesseract = find_tesseract()
    if tesseract is None:
        pictures = counted(len(wanted), "page is a picture", "pages are pictures")
        note = Note("ocr_missing", "warning", f"{pictures} and OCR is not installed; see bilag doctor")
        return replace(document, notes=(*document.notes, note))
    deadline = time.monotonic() + seconds
    pages = dict(_recognised_pages(document, data, wanted, tesseract, password, deadline, share))
    notes = list(document.notes)
    if len(pages) == len(wanted):
        notes = [note for note in notes if note.rule not in SETTLED]
    if pages:
        told = counted(len(pages), "page is a picture and was", "pages are pictures and were")
        notes.append(Note("ocr_used", "info", f"{told} read by OCR"))
    if len(pages) < len(wanted):
        left = counted(len(wanted) - len(pages), "page that is a picture", "pages that are pictures")
        notes.append(Note("ocr_incomplete", "warning", f"{left} gave no text or no time was left"))
    renewed = tuple(pages.get(page.number, page) for page in document.pages)
    return replace(document.with_pages(renewed), notes=tuple(notes))


def _recognised_pages(
    document: Document,
    data: bytes,
    wanted: list[int],
    tesseract: Tesseract,
    password: str | None,
    deadline: float,
    share: Share | None,
) -> Iterator[tuple[int, Page]]:
    from ingest.reading.pdf import SharedPdf, open_pdf

    parts = [
        partial(_recognised_lines, number, dpi, tesseract, deadline)
        for number in wanted
        if (dpi := _resolution(document.page(number))) >= 1
    ]
    pdf = open_pdf(data, password)[0]
    try:
        source = share.source if share is not None else Source(document.filename)
        kit = SharedPdf(pdf, source, document.sha256, password)
        for number, lines in run_parts(share, kit, parts):
            if lines:
                yield number, _page(document.page(number), lines)
    finally:
        pdf.close()


def _resolution(page: Page) -> int:
    area = (page.width or 0) * (page.height or 0) * (DPI / POINTS_PER_INCH) ** 2
    return DPI if area <= LARGEST else int(DPI * (LARGEST / area) ** 0.5)


def _recognised_lines(
    number: int, dpi: int, tesseract: Tesseract, deadline: float, shared: SharedPdf
) -> tuple[int, Recognised]:
    """The words of a page by lines; none where there is no time left. The clock is that of the whole machine."""
    if time.monotonic() > deadline:
        return number, []
    picture = io.BytesIO()
    shared.pdf[number - 1].render(scale=dpi / POINTS_PER_INCH, grayscale=True).to_pil().save(picture, "PNG")
    return number, tesseract.read(picture.getvalue(), dpi)


def _page(page: Page, found: Recognised) -> Page:
    confidences = [confidence for line in found for _, confidence in line]
    lines = []
    for entries in found:
        words = tuple(word for word, _ in entries)
        box = union(word.box for word in words) or Box(0, 0, 0, 0)
        lines.append(Line(0, page.number, " ".join(word.text for word in words), None, box, words))
    note = f"read by OCR, mean confidence {sum(confidences) / len(confidences):.0f} of 100"
    return replace(page, lines=tuple(lines), status="ok", text_source="ocr", note=note)
