"""A second reader for what the first cannot load: pdfplumber parses PDFs in another way than pdfium.

It is slower and knows no drawings here, so it is asked only where pdfium gave nothing: for single pages that
failed, or for a whole file. What it finds is marked by a note; where it fails too, the first refusal stands.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from schemas.document import Document, Line, Note, Page, Word, union
from schemas.wording import counted

MOST_PAGES = 500
"""Pages it is asked for: it needs about fifty milliseconds each."""

LINE_TOLERANCE = 2.5
"""Words whose feet differ by fewer points stand on one line."""

SHOWS = re.compile(rb"\\b(?:Tj|TJ|Do|re|l|sh)\\b")
"""Operators that show text, draw a picture, a line or a shade."""

SOURCE = "read by the second reader"

REFUSALS = (
    PDFException,
    PSException,
    PdfminerException,
    MalformedPDFException,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    struct.error,
    zlib.error,
    OSError,
)
"""What pdfminer raises on damaged files: it guards little, and none of it says more than «damaged»."""


def read_failed_pages(document: Document, data: bytes, password: str | None) -> Document:
    """The document with its failed pages read a second time, as far as that works."""
    wanted = [page.number for page in document.pages if page.status == "failed"][:MOST_PAGES]
    if not wanted:
        return document
    found = {page.number: page for page in _pages(data, password, wanted) if page.lines}
    if not found:
        return document
    told = counted(len(found), "page that failed was", "pages that failed were")
    note = Note("second_reader", "warning", f"{told} {SOURCE}", min(found))
    renewed = document.with_pages(tuple(found.get(page.number, page) for page in document.pages))
    return replace(renewed, notes=(*document.notes, note))


def doubt_empty_pages(document: Document, data: bytes, password: str | None) -> Document:
    """The document with those of its empty pages marked as failed whose content stream holds something.

    To pdfium a stream that cannot be inflated and a page with nothing on it look alike.
    """
    empty = [p.number for p in document.pages if p.status == "no_text" and not (p.images or p.fills or p.rules)]
    if not empty:
        return document
    damaged = _pages_with_content(data, password, empty[:MOST_PAGES])
    if not damaged:
        return document
    told = counted(len(damaged), "page holds", "pages hold")
    note = Note("page_damaged", "error", f"{told} content that cannot be decoded", min(damaged))
    pages = tuple(
        replace(page, status="failed", note="the content of the page cannot be decoded")
        if page.number in damaged
        else page
        for page in document.pages
    )
    return replace(document, pages=pages, notes=(*document.notes, note))


def _pages_with_content(data: bytes, password: str | None, wanted: list[int]) -> set[int]:
    found: set[int] = set()
    try:
        with pdfplumber.open(io.BytesIO(data), pages=wanted, password=password or "") as pdf:
            for page in pdf.pages:
                if any(_holds_something(stream) for stream in page.page_obj.contents):
                    found.add(page.page_number)
                page.close()
    except REFUSALS:
        return found
    return found


def _holds_something(reference: object) -> bool:
    """True for a content stream that shows text or draws, or whose bytes cannot be decoded."""
    stream = resolve1(reference)
    if not isinstance(stream, PDFStream):
        return False
    raw = stream.get_rawdata() or b""
    try:
        decoded = stream.get_data()
    except REFUSALS:
        return bool(raw.strip())
    return bool(SHOWS.search(decoded)) or (not decoded and bool(raw.strip()))


def read_whole(data: bytes, *, filename: str, sha256: str, password: str | None) -> Document | None:
    """The whole document by the second reader; None where it finds no text either."""
    pages = list(_pages(data, password, None))
    if not any(page.lines for page in pages):
        return None
    note = Note("second_reader", "error", f"The file is damaged and was {SOURCE}; pages may be lost or wrong")
    document = Document(
        sha256=sha256,
        filename=filename,
        media_type="application/pdf",
        pages=(),
        text_source="pdf",
        notes=(note,),
    )
    return document.with_pages(tuple(pages))


def _pages(data: bytes, password: str | None, wanted: list[int] | None) -> Iterator[Page]:
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(data), pages=wanted, password=password or "") as pdf:
            for page in pdf.pages[:MOST_PAGES]:
                yield _page(page)
                page.close()
    except REFUSALS:
        return


def _page(page: pdfplumber.page.Page) -> Page:
    width, height = float(page.width), float(page.height)
    try:
        words = page.extract_words(extra_attrs=["size"])
    except REFUSALS:
        return Page(page.page_number, (), width=width, height=height, status="failed", text_source="pdf")
    rows: list[list[Word]] = []
    foot = float("-inf")
    for entry in sorted(words, key=lambda word: word["bottom"]):
        word = Word(entry["text"], entry["x0"], entry["top"], entry["x1"], entry["bottom"], entry["size"])
        if word.y1 - foot <= LINE_TOLERANCE:
            rows[-1].append(word)
        else:
            rows.append([word])
            foot = word.y1
    lines = []
    for row in rows:
        row.sort(key=lambda word: word.x0)
        box = union(word.box for word in row)
        lines.append(Line(0, page.page_number, " ".join(word.text for word in row), None, box, tuple(row)))
    if not lines:
        return Page(page.page_number, (), width=width, height=height, status="no_text", text_source="pdf")
    return Page(page.page_number, tuple(lines), width=width, height=height, text_source="pdf", note=SOURCE)
