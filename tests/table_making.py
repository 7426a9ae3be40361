"""PDFs with one or more typeset tables, and what is extracted from them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from extractors.tables.extract import extract_tables
from ingest.reading.pdf import read_pdf
from schemas.packet import Packet
from schemas.records import Observation, Record

TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)
CAPTION = ParagraphStyle(
    "caption", fontName="Helvetica-Bold", fontSize=9.5, leading=12, spaceBefore=8, spaceAfter=3
)
CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=9, leading=11)
BOLD = ParagraphStyle("bold", parent=CELL, fontName="Helvetica-Bold")
RIGHT = ParagraphStyle("right", parent=CELL, alignment=2)
MIDDLE = ParagraphStyle("middle", parent=CELL, alignment=1, fontName="Helvetica-Bold")
HEAD = ParagraphStyle("head", parent=RIGHT, fontName="Helvetica-Bold")

LOOKS: dict[str, list[tuple[Any, ...]]] = {
    "grid": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "lines": [("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey), ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black)],
    "few lines": [
        ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
        ("LINEBELOW", (0, 0), (-1, 0), 0.6, colors.black),
        ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
    ],
    "stripes": [
        ("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.HexColor("#e0e8f0"), colors.white]),
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#90a8c0")),
    ],
    "bare": [],
}
"""Ways to draw a table, by what a reader sees."""


class Turned(Flowable):
    """Text that reads upwards."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.width, self.height = 10.0, len(text) * 5.2

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.rotate(90)
        self.canv.setFont("Helvetica-Bold", 9)
        self.canv.drawString(2, -8, self.text)
        self.canv.restoreState()


def cells(rows: Sequence[Sequence[str]], heads: int = 1) -> list[list[Any]]:
    """Texts as paragraphs: labels to the left, heads and values to the right, group rows and totals bold."""
    result: list[list[Any]] = []
    for number, row in enumerate(rows):
        group = number >= heads and not any(row[1:])
        first = BOLD if number < heads or group or row[0].endswith("i alt") else CELL
        result.append(
            [Paragraph(row[0], first), *(Paragraph(text, HEAD if number < heads else RIGHT) for text in row[1:])]
        )
    return result


def table(
    rows: Sequence[Sequence[Any]],
    look: str = "grid",
    *,
    heads: int = 1,
    widths: Sequence[float] | None = None,
    more: Sequence[tuple[Any, ...]] = (),
    repeat: bool = True,
) -> Table:
    """A table of texts (or of flowables) in one of the looks."""
    ready = cells(rows, heads) if all(isinstance(text, str) for row in rows for text in row) else rows
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    return Table(
        ready,
        colWidths=widths or [150, *[70] * (len(rows[0]) - 1)],
        style=TableStyle([*style, *LOOKS[look], *more]),
        repeatRows=heads if repeat else 0,
    )


def typeset(*story: Any) -> bytes:
    """A PDF of tables, captions («Tabel …») and paragraphs, with page numbers at the foot."""
    flowables = []
    for part in story:
        if isinstance(part, str):
            flowables.append(Paragraph(part, CAPTION if part.startswith("Tabel") else TEXT))
        else:
            flowables += [part, Spacer(1, 14)]
    buffer = io.BytesIO()

    def foot(canvas: Canvas, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawRightString(530, 30, f"Side {document.page}")

    SimpleDocTemplate(buffer, pagesize=A4, leftMargin=65, rightMargin=65, invariant=1).build(flowables, foot, foot)
    return buffer.getvalue()


def two_columns(left: Sequence[Any], right: Sequence[Any]) -> bytes:
    """A PDF with one page set in two columns of flowables."""
    buffer = io.BytesIO()
    document = BaseDocTemplate(buffer, pagesize=A4, invariant=1)
    frames = [Frame(50, 50, 240, 740), Frame(305, 50, 240, 740)]
    document.addPageTemplates([PageTemplate(frames=frames)])
    document.build([*left, FrameBreak(), *right])
    return buffer.getvalue()


def drawn(draw: Callable[[Canvas], Any]) -> bytes:
    """A PDF with one page drawn by the function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 9)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def records_of(data: bytes) -> list[Record]:
    """Everything the table stage says of the PDF."""
    document = read_pdf(data, filename="tabel.pdf", sha256=hashlib.sha256(data).hexdigest())
    return extract_tables(Packet(document=document))


def facts_of(data: bytes) -> dict[tuple[str, str], Decimal | None]:
    """Values by row path and column path."""
    return {(r.row_label, r.col_label): r.value for r in records_of(data) if isinstance(r, Observation)}
