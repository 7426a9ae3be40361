"""PDFs made for one test each, and their reading."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from ingest.reading.pdf import read_pdf
from schemas.document import Document, Page, Word


def make_pdf(*pages: Callable[[Canvas], Any], size: tuple[float, float] = (400, 600), **options: Any) -> bytes:
    """A PDF with one page drawn by each function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1, **options)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def read(data: bytes, **options: Any) -> Document:
    return read_pdf(data, filename="test.pdf", sha256=hashlib.sha256(data).hexdigest(), **options)


def read_page(draw: Callable[[Canvas], Any], **options: Any) -> Page:
    """The one page that the function draws, read."""
    return read(make_pdf(draw, **options)).pages[0]


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def words(page: Page) -> list[Word]:
    return [word for line in page.lines for word in line.words]


def rules_of(document: Document) -> set[str]:
    return {note.rule for note in document.notes}


def pdf_of(*objects: str) -> bytes:
    """A PDF of numbered objects, the first one its catalog, without cross references."""
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer\n<</Root 1 0 R /Size {len(objects) + 1}>>\n%%EOF".encode("latin-1")
