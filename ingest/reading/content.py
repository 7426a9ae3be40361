"""What a file's content is, whatever its name says, and which reader takes it."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.sharing import Share
from schemas.document import Document
from schemas.errors import DamagedPdf, EmptyContent, UnsupportedContent

PDF_MARK = b"%PDF-"
PDF_MARK_WITHIN = 64 * 1024
"""Junk of up to this many bytes before the PDF header is looked past."""

OTHER_FORMATS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"PK\x05\x06", "an empty ZIP file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
"""First bytes of formats that are no packet."""

WEB_MARKS = (b"<!doctype html", b"<html", b"<head", b"<?xml")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How files are read: a password for encrypted ones, whether and how long pictures of pages are recognised."""

    password: str | None = None
    ocr: bool = True
    ocr_seconds: float = 120.0


def read(
    data: bytes, *, filename: str, sha256: str, options: ReadOptions | None = None, share: Share | None = None
) -> Document:
    """Reads a file's content, by what it is and not by its name; ``share`` reads pages of large PDFs elsewhere.

    Raises:
        EmptyContent: nothing but white space.
        UnsupportedContent: neither PDF nor text.
        DamagedPdf, EncryptedPdf: see :mod:`schemas.errors`.
    """
    options = options or ReadOptions()
    start = data[:1024].lstrip()
    if not start and not data.strip():
        raise EmptyContent(f"{filename} holds no text", "Fetch it again")
    for mark, name in OTHER_FORMATS:
        if start.startswith(mark):
            raise UnsupportedContent(f"{filename} is {name}", "Export it as PDF")
    if PDF_MARK in data[:PDF_MARK_WITHIN]:
        return _read_pdf(data, filename, sha256, options, share)
    if start[:256].lower().startswith(WEB_MARKS):
        raise UnsupportedContent(f"{filename} is a web page", "Fetch the document that it links to")
    from ingest.reading.text import read_text

    return read_text(data, filename=filename, sha256=sha256)


def _read_pdf(data: bytes, filename: str, sha256: str, options: ReadOptions, share: Share | None) -> Document:
    """The first reader, the second for what it cannot load, recognition for pages that are pictures."""
    from ingest.reading.pdf import read_pdf

    try:
        document = read_pdf(data, filename=filename, sha256=sha256, password=options.password, share=share)
    except DamagedPdf:
        from ingest.reading.second_reader import read_whole

        second = read_whole(data, filename=filename, sha256=sha256, password=options.password)
        if second is None:
            raise
        return second
    if any(page.status == "failed" or (page.status == "no_text" and not page.images) for page in document.pages):
        from ingest.reading.second_reader import doubt_empty_pages, read_failed_pages

        document = doubt_empty_pages(document, data, options.password)
        document = read_failed_pages(document, data, options.password)
    if options.ocr:
        from ingest.reading.ocr import recognise

        document = recognise(document, data, password=options.password, seconds=options.ocr_seconds, share=share)
    return document
