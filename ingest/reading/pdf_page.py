"""One page of a PDF: its words in lines in reading order, what is drawn on it and what to say about it."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal, NamedTuple

import pypdfium2.raw as raw

from ingest.reading.pdf_bullets import with_drawn_bullets
from ingest.reading.pdf_characters import Characters, read_characters
from ingest.reading.pdf_cleaning import MISMAPPED
from ingest.reading.pdf_columns import in_reading_order
from ingest.reading.pdf_covered import uncovered
from ingest.reading.pdf_drawings import Drawings, read_drawings
from ingest.reading.pdf_frame import Frame
from ingest.reading.pdf_garbled import is_garbled, meaning_alone
from ingest.reading.pdf_layers import LayeredPdf
from ingest.reading.pdf_library import handle
from ingest.reading.pdf_lines import row_print, upright_rows
from ingest.reading.pdf_styles import Styles
from ingest.reading.pdf_turned import with_turned_lines
from ingest.reading.pdf_words import PlacedWord, read_words
from schemas.document import Box, Line, Page, TextSource, Word

FULL_PAGE = 0.6
"""A picture over this share of the page is a scan, and invisible text on it is the result of OCR."""
MOST_COMPARED = 5_000_000
"""Words times areas, beyond which white words are taken to stand on one of them."""
MOST_ANNOTATIONS = 20_000
TYPED = frozenset({raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP})
"""Annotations that print text on the page."""
AREAS = frozenset({raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_CIRCLE, raw.FPDF_ANNOT_POLYGON, raw.FPDF_ANNOT_REDACT})
"""Annotations that cover text where they have a colour inside."""
SAYING = frozenset(
    {
        raw.FPDF_ANNOT_TEXT,
        raw.FPDF_ANNOT_FREETEXT,
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_UNDERLINE,
        raw.FPDF_ANNOT_SQUIGGLY,
        raw.FPDF_ANNOT_STRIKEOUT,
        raw.FPDF_ANNOT_CARET,
        raw.FPDF_ANNOT_REDACT,
    }
)
"""Annotations that may carry words of their own."""
EMPTY_STRING = 2
"""Bytes of an empty string: its final zero."""


class PageReading(NamedTuple):
    """A page and the rules of the notes it gives cause for, each with a count."""

    page: Page
    remarks: tuple[tuple[str, int], ...] = ()

    def labelled(self, label: str) -> PageReading:
        """The same with the page's label."""
        return self._replace(page=replace(self.page, label=label))

    def numbered_from(self, index: int) -> PageReading:
        """The same with its lines numbered from here."""
        lines = self.page.lines
        if not lines or lines[0].index == index:
            return self
        moved = tuple(
            Line(number, line.page, line.text, line.number, line.box, line.words)
            for number, line in enumerate(lines, index)
        )
        return self._replace(page=replace(self.page, lines=moved))


def read_page(document: LayeredPdf, number: int, first_index: int) -> PageReading:
    """Reads the page with this 1-based number; its lines are numbered from ``first_index``.

    Raises :class:`pypdfium2.PdfiumError` where the page cannot be loaded.
    """
    page, annotated = _with_annotations(document, number)
    try:
        frame = _frame(page)
        text_page = page.get_textpage()
        try:
            address = handle(text_page.raw)
            characters = read_characters(address)
            styles = Styles(address, frame, document.hidden_layers)
            words = read_words(characters, styles, frame)
        finally:
            text_page.close()
        drawings = read_drawings(handle(page.raw), frame, styles.owners)
        words, covered = uncovered(page, words, drawings.covers, frame)
    finally:
        page.close()
    read = _assemble(number, first_index, frame, characters, words, drawings)
    told = [("covered_text", covered)] if covered else []
    return read._replace(remarks=(*read.remarks, *told, *annotated))


def _with_annotations(document: LayeredPdf, number: int) -> tuple[Any, list[tuple[str, int]]]:
    """The page with what is typed into it as annotation or form field made part of its content, and remarks on what
    hangs on it and is not read."""
    page = document.get_page(number - 1)
    count = raw.FPDFPage_GetAnnotCount(page)
    typed = False
    unread: Counter[str] = Counter()
    if count > MOST_ANNOTATIONS:
        unread["annotations_cut"] = count - MOST_ANNOTATIONS
    for index in range(min(count, MOST_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind: int = raw.FPDFAnnot_GetSubtype(annotation)
        typed = typed or kind in TYPED or (kind in AREAS and raw.FPDFAnnot_HasKey(annotation, b"IC"))
        if rule := _unread(annotation, kind):
            unread[rule] += 1
        raw.FPDFPage_CloseAnnot(annotation)
    if typed and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
        # The flattened content is only seen by a page loaded anew.
        page.close()
        page = document.get_page(number - 1)
    return page, list(unread.items())


def _unread(annotation: Any, kind: int) -> str | None:
    """The rule of the note that an annotation gives cause for: it says something and is no print."""
    if kind == raw.FPDF_ANNOT_FILEATTACHMENT:
        return "file_on_page"
    if kind == raw.FPDF_ANNOT_FREETEXT and raw.FPDFAnnot_HasKey(annotation, b"AP"):
        return None
    if kind in SAYING and raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0) > EMPTY_STRING:
        return "typed_unread" if kind == raw.FPDF_ANNOT_FREETEXT else "comments_unread"
    return None


def _frame(page: Any) -> Frame:
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
        return Frame(0.0, 0.0, raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page))
    rotation = max(raw.FPDFPage_GetRotation(page), 0) % 4 * 90
    left, right = sorted((box.left, box.right))
    bottom, top = sorted((box.bottom, box.top))
    return Frame(left, bottom, right, top, rotation)


def _assemble(
    number: int,
    first_index: int,
    frame: Frame,
    characters: Characters,
    words: list[PlacedWord],
    drawings: Drawings,
) -> PageReading:
    remarks: list[tuple[str, int]] = []
    width, height = frame.width, frame.height
    wide, high = 2 * width, 2 * height
    inside = [p for p in words if 0.0 <= (w := p[0])[1] + w[3] <= wide and 0.0 <= w[2] + w[4] <= high]
    if len(inside) < len(words):
        remarks.append(("text_outside_page", len(words) - len(inside)))
    shown, source, hidden = _shown(inside, frame, drawings)
    if hidden:
        remarks.append(("hidden_text", hidden))
    mismapped = 0 if characters.text.isascii() else len(MISMAPPED.findall(characters.text))
    if mismapped:
        remarks.append(("letters_mismapped", mismapped))
    if characters.cut:
        remarks.append(("text_cut", 1))
    if drawings.cut:
        remarks.append(("drawings_cut", 1))
    rows = _in_order(shown, drawings, frame)
    with_drawn_bullets(rows, drawings.rounds)
    garbled = is_garbled(characters.text)
    if garbled:
        rows = [[word._replace(text=meaning_alone(word.text)) for word in row] for row in rows]
    lines = tuple(
        Line(index, number, text, None, box, tuple(row))
        for index, (row, (text, box)) in enumerate(zip(rows, map(row_print, rows), strict=True), first_index)
    )
    status: Literal["ok", "no_text", "garbled"] = "ok"
    note = None
    if not lines:
        status = "no_text"
        if drawings.images or drawings.painted or drawings.rules or drawings.shaded or drawings.cut:
            remarks.append(("page_without_text", 1))
            note = f"the page is a {'picture' if drawings.images else 'drawing'} without a text layer"
        else:
            remarks.append(("page_empty", 1))
            note = "the page is empty"
    elif garbled:
        status = "garbled"
        note = "the characters have no usable Unicode mapping"
        remarks.append(("page_garbled", 1))
    page = Page(
        number=number,
        lines=lines,
        width=frame.width,
        height=frame.height,
        rotation=frame.rotation,
        rules=tuple(drawings.rules),
        fills=tuple(drawings.fills),
        images=tuple(drawings.images),
        status=status,
        text_source=source,
        note=note,
    )
    return PageReading(page, tuple(remarks))


def _shown(words: list[PlacedWord], frame: Frame, drawings: Drawings) -> tuple[list[PlacedWord], TextSource, int]:
    """The words that count as the page's text, where they come from and how many hidden ones were left out."""
    if not [placed for placed in words if placed[2] or placed[3]]:
        return words, "pdf", 0
    covers = drawings.painted
    blind = drawings.shaded or drawings.cut or len(covers) * len(words) > MOST_COMPARED
    unseen = [p.invisible or (p.white and not blind and not _over(p.word, covers)) for p in words]
    if not any(unseen):
        return words, "pdf", 0
    scanned = drawings.picture_area >= FULL_PAGE * frame.width * frame.height
    recognised = [p.invisible and (scanned or _over(p.word, drawings.images)) for p in words]
    if all(unseen) and not any(recognised):
        return words, "ocr", 0
    shown = [p for p, away, ocr in zip(words, unseen, recognised, strict=True) if ocr or not away]
    source: TextSource = "pdf"
    if any(recognised):
        source = "ocr" if all(unseen) else "mixed"
    return shown, source, len(words) - len(shown)


def _over(word: Word, boxes: Sequence[Box]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return any(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 for box in boxes)


def _in_order(words: list[PlacedWord], drawings: Drawings, frame: Frame) -> list[list[Word]]:
    upright = [placed for placed in words if placed[0][6] == 0]
    rows = in_reading_order(upright_rows(upright), drawings, frame.width)
    if len(upright) == len(words):
        return rows
    return with_turned_lines(rows, [placed for placed in words if placed.word.angle != 0])
