"""Where a row came from: the words that prove it, and a picture of the page with them marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.outputs import written
from ingest.sources import Source, read_bytes, sha256_of
from schemas.document import Box, Page
from schemas.errors import BilagError, NotFound, UnreadableFile, UsageError
from schemas.relations import PAGES, RELATIONS, Relation

if TYPE_CHECKING:
    from ingest.warehouse.store import Warehouse

CONTEXT = 2
"""Lines shown before and after the evidence."""

SCALE = 2.0
"""Pixels a point in pictures: 144 dots an inch."""

HEAD_COLOUR = (30, 90, 200)
CELL_COLOUR = (0, 140, 60)
ROW_COLOUR = (220, 30, 30)


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row of the warehouse and the relation it is of."""

    relation: Relation
    values: dict[str, Any]

    @property
    def box(self) -> Box | None:
        """Its place on a PDF page."""
        bbox = self.values.get("bbox")
        return Box(**bbox) if bbox else None


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A printed line near the evidence; ``proof`` is True for the lines that prove the row."""

    number: int | None
    text: str
    proof: bool


def find_row(warehouse: Warehouse, key: str) -> FoundRow:
    """The row with this key, whatever its relation. A key of several columns is joined by colons, in their order:
    ``DOCUMENT_ID:PAGE``.

    Raises:
        NotFound: no relation has it.
    """
    for relation in RELATIONS:
        parts = key.split(":", len(relation.key) - 1)
        if len(parts) < len(relation.key):
            continue
        same = " AND ".join(f'CAST("{name}" AS VARCHAR) = ?' for name in relation.key)
        rows = warehouse.query(f"SELECT * FROM {relation.name} WHERE {same}", parts)
        if rows:
            return FoundRow(relation, rows[0])
    raise NotFound(
        f"No row has the key {key}",
        "Keys are marked in the data dictionary (bilag dictionary); one of several columns is DOCUMENT_ID:PAGE",
    )


def proof_lines(warehouse: Warehouse, row: FoundRow) -> list[EvidenceLine]:
    """The printed lines that prove a row, with a little context.

    Text files: by source line. PDF: the lines that the row's box touches, read again from the file; where the
    file is gone or changed, the page's text without marks. Empty where the row has no place.
    """
    values = row.values
    page, line = values.get("page"), values.get("line")
    if line is not None:
        return _lines_of_text(warehouse, values["document_id"], line, values.get("line_last") or line)
    box = row.box
    if page is None:
        return []
    if box is not None:
        shown = reread_page(warehouse, values["document_id"], page)
        if shown is not None and (lines := _lines_at(shown, box)):
            return lines
    texts = warehouse.query(
        "SELECT text FROM pages WHERE document_id = ? AND page = ?", [values["document_id"], page]
    )
    return [EvidenceLine(None, text, False) for text in texts[0]["text"].splitlines()] if texts else []


def _lines_of_text(warehouse: Warehouse, document_id: str, first: int, last: int) -> list[EvidenceLine]:
    pages = warehouse.query(
        "SELECT text, line_first FROM pages WHERE document_id = ? AND line_first IS NOT NULL ORDER BY page",
        [document_id],
    )
    last = min(last, first + 4 * CONTEXT)
    shown = []
    for page in pages:
        for number, text in enumerate(page["text"].split("\n"), page["line_first"]):
            if first - CONTEXT <= number <= last + CONTEXT:
                shown.append(EvidenceLine(number, text, first <= number <= last))
    return shown


def _lines_at(page: Page, box: Box) -> list[EvidenceLine]:
    lines = page.lines
    touched = [i for i, line in enumerate(lines) if line.box is not None and _overlap(line.box, box)]
    if not touched:
        return []
    first, last = touched[0], touched[-1]
    return [
        EvidenceLine(None, line.text, i in touched)
        for i, line in enumerate(lines)
        if first - CONTEXT <= i <= last + CONTEXT
    ]


def _overlap(a: Box, b: Box) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1


def reread_page(warehouse: Warehouse, document_id: str, number: int) -> Page | None:
    """A PDF page read again from where the file lay; None where the file is gone, changed or locked, or the page is
    not one that the first reader reads."""
    from pypdfium2 import PdfiumError

    from ingest.reading.pdf import open_pdf
    from ingest.reading.pdf_page import read_page

    try:
        pdf = open_pdf(_content(warehouse, document_id), None)[0]
    except BilagError:
        return None
    try:
        return read_page(pdf, number, 0).page
    except PdfiumError:
        return None
    finally:
        pdf.close()


def _content(warehouse: Warehouse, document_id: str) -> bytes:
    """The file's bytes; UnreadableFile where it is gone or no longer what was ingested."""
    (row,) = warehouse.query("SELECT path, sha256 FROM documents WHERE document_id = ?", [document_id])
    data = read_bytes(Source(row["path"]))
    if sha256_of(data) != row["sha256"]:
        raise UnreadableFile(f"{row['path']} has changed since it was ingested", "Ingest it again")
    return data


def draw_row(warehouse: Warehouse, row: FoundRow, target: Path) -> None:
    """Writes a PNG of the row's page with its place marked; for a table, its cells and heads; a page as it is.

    Raises:
        UsageError: the row has no place on a PDF page.
        UnreadableFile: the file is gone or changed, or its page cannot be drawn.
        OutputError: the picture cannot be written.
    """
    page, box = row.values.get("page"), row.box
    whole = row.relation.name == PAGES.name and row.values["width"] is not None
    if page is None or (box is None and not whole):
        raise UsageError("This row has no place on a PDF page", "Leave out --image")
    marks = [(box, ROW_COLOUR)] if box is not None else []
    if row.relation.name == "tables":
        cells = warehouse.query(
            "SELECT bbox, is_header FROM cells WHERE table_id = ? AND page = ? AND bbox IS NOT NULL",
            [row.values["table_id"], page],
        )
        marks += [(Box(**cell["bbox"]), HEAD_COLOUR if cell["is_header"] else CELL_COLOUR) for cell in cells]
    draw_page(warehouse, row.values["document_id"], page, marks, target)


def draw_page(
    warehouse: Warehouse,
    document_id: str,
    page: int,
    marks: Sequence[tuple[Box, tuple[int, int, int]]],
    target: Path,
) -> None:
    """Writes a PNG of a PDF page with boxes drawn on it."""
    from PIL import ImageDraw
    from pypdfium2 import PdfiumError

    from ingest.reading.pdf import open_pdf

    pdf = open_pdf(_content(warehouse, document_id), None)[0]
    try:
        image = pdf[page - 1].render(scale=SCALE).to_pil().convert("RGB")
    except PdfiumError as error:
        raise UnreadableFile(f"Page {page} cannot be drawn: {error}", "Leave out --image") from error
    finally:
        pdf.close()
    pen = ImageDraw.Draw(image)
    for box, colour in marks:
        pen.rectangle([value * SCALE for value in box], outline=colour, width=2)
    with written(target) as passing:
        image.save(passing, format="PNG")
