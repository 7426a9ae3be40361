"""PDF to document. pdfium is not safe for threads: one process reads one document at a time."""

from __future__ import annotations

import ctypes
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import pypdfium2 as pdfium2
import pypdfium2.raw as raw

from ingest.reading.pdf_bookmarks import read_bookmarks
from ingest.reading.pdf_labels import with_printed_labels
from ingest.reading.pdf_layers import LayeredPdf, hidden_layers
from ingest.reading.pdf_notes import notes_of
from ingest.reading.pdf_page import PageReading, read_page
from ingest.sharing import Share
from ingest.sources import Source, read_bytes, sha256_of
from schemas.document import Document, Note, Page, TextSource
from schemas.errors import BilagError, DamagedPdf, EmptyContent, EncryptedPdf, UnreadableFile
from schemas.wording import counted

HEADER = b"%PDF-"
HEADER_WITHIN = 1024
"""pdfium finds the header itself within the first so many bytes."""
CATALOG = re.compile(rb"(\d{1,10})\s+0\s+obj\s*<<[^<>]{0,2000}/Type\s*/Catalog")
MOST_PAGES = 20_000
LARGE = 48
"""Pages from which a PDF is shared out."""
RANGE = 12
"""Pages that are read together, then: some tens of milliseconds."""
NAMED = 5
"""Embedded files and layers that a note names."""
PAPERS = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".rtf", ".txt", ".csv", ".msg")
"""Names of files that may hold what a packet is read for."""

log = logging.getLogger(__name__)
logging.getLogger("pypdfium2").setLevel(logging.ERROR)  # it warns of what is noted here


def read_pdf(
    data: bytes,
    *,
    filename: str,
    sha256: str,
    password: str | None = None,
    max_pages: int | None = None,
    share: Share | None = None,
) -> Document:
    """Reads all pages of a PDF, or the first ``max_pages``; ``share`` reads ranges of a large one's elsewhere.

    A page that cannot be loaded, has no text or has text without Unicode is in the document with its status,
    and a note of the document says so. Raises :class:`EmptyContent` for no bytes or no pages,
    :class:`EncryptedPdf` where a password is needed, :class:`DamagedPdf` where it is no PDF that can be parsed.
    """
    pdf, opening_notes = open_pdf(data, password)
    try:
        count = len(pdf)
        if count <= 0:
            raise EmptyContent("The PDF holds no pages")
        wanted = min(count, MOST_PAGES if max_pages is None else max_pages)
        if share is None or wanted < LARGE:
            readings = list(_readings(pdf, 1, wanted))
        else:
            readings = _shared_readings(share, SharedPdf(pdf, share.source, sha256, password), wanted)
        notes = opening_notes + notes_of(readings, count) + _document_notes(pdf)
        return Document(
            sha256=sha256,
            filename=filename,
            media_type="application/pdf",
            pages=with_printed_labels([reading.page for reading in readings]),
            text_source=_source([reading.page for reading in readings]),
            title=_title(pdf),
            bookmarks=read_bookmarks(pdf),
            notes=notes,
        )
    finally:
        pdf.close()


def open_pdf(data: bytes, password: str | None) -> tuple[LayeredPdf, tuple[Note, ...]]:
    """Opens a PDF, also one with junk before its header or without its end; notes say what had to be made up.

    The caller closes it. Raises as :func:`read_pdf` does.
    """
    if not data:
        raise EmptyContent("The file is empty")
    start = data.find(HEADER)
    if start < 0:
        raise DamagedPdf("There is no PDF header in the file", "Check what kind of file it is")
    if start > HEADER_WITHIN:
        data = data[start:]
    try:
        return _prepared(LayeredPdf(data, password=password), data, password), ()
    except pdfium2.PdfiumError as error:
        refused = _refusal(error, len(data), password)
        if not isinstance(refused, DamagedPdf):
            raise refused from error
        repaired = _with_trailer(data, password)
        if repaired is None:
            raise refused from error
        return repaired, (Note("pdf_repaired", "error", "The end of the PDF is missing; pages may be lost"),)


def _prepared(pdf: LayeredPdf, data: bytes, password: str | None) -> LayeredPdf:
    """Makes visible what viewers show: values of form fields get the look they lack, hidden layers are known."""
    if raw.FPDF_GetFormType(pdf) in (raw.FORMTYPE_ACRO_FORM, raw.FORMTYPE_XFA_FOREGROUND):
        try:
            pdf.init_forms()
        except pdfium2.PdfiumError:
            log.info("the form cannot be prepared")
    pdf.hidden_layers = hidden_layers(data, password)
    return pdf


def _refusal(error: pdfium2.PdfiumError, size: int, password: str | None) -> BilagError:
    code = getattr(error, "err_code", None)
    if code == raw.FPDF_ERR_PASSWORD and password is None:
        return EncryptedPdf("The PDF is encrypted and needs a password", "Give it with --password")
    if code == raw.FPDF_ERR_PASSWORD:
        return EncryptedPdf("The password does not open the PDF", "Give another with --password")
    if code == raw.FPDF_ERR_SECURITY:
        return EncryptedPdf("The PDF is protected in a way that cannot be read", "Save it again without protection")
    return DamagedPdf(f"The PDF cannot be parsed ({size} bytes: {error})", "Get the file again or save it anew")


def _with_trailer(data: bytes, password: str | None) -> LayeredPdf | None:
    """The document with an end that names its last catalog; None where there is none or that does not help.

    pdfium finds the objects of a file without cross references itself, but not where to start.
    """
    catalogs = CATALOG.findall(data)
    if not catalogs or b"/Encrypt" in data:
        return None
    try:
        return LayeredPdf(data + b"\ntrailer\n<</Root %s 0 R>>\n%%%%EOF\n" % catalogs[-1], password=password)
    except pdfium2.PdfiumError:
        return None


@dataclass(frozen=True, slots=True)
class SharedPdf:
    """An open PDF and what another process needs to open it too: sent there, it is opened anew."""

    pdf: LayeredPdf
    source: Source
    sha256: str
    password: str | None

    def __reduce__(self) -> tuple[Any, ...]:
        return _opened_elsewhere, (self.source, self.sha256, self.password)


def _opened_elsewhere(source: Source, sha256: str, password: str | None) -> SharedPdf:
    data = read_bytes(source)
    if sha256_of(data) != sha256:
        raise UnreadableFile(f"{source.filename} changes while it is read", "Ingest it again when it is complete")
    return SharedPdf(open_pdf(data, password)[0], source, sha256, password)


def _shared_readings(share: Share, shared: SharedPdf, count: int) -> list[PageReading]:
    """All pages, read in ranges: a page is read alike whichever pages were read before it."""
    ranges = [partial(_range, first, min(first + RANGE - 1, count)) for first in range(1, count + 1, RANGE)]
    readings: list[PageReading] = []
    index = 0
    for part in share.run(shared, ranges):
        for reading in part:
            readings.append(reading.numbered_from(index))
            index += len(reading.page.lines)
    return readings


def _range(first: int, last: int, shared: SharedPdf) -> list[PageReading]:
    return list(_readings(shared.pdf, first, last))


def _readings(pdf: LayeredPdf, first: int, last: int) -> Iterator[PageReading]:
    """The pages ``first`` to ``last``, their lines numbered from 0."""
    index = 0
    for number in range(first, last + 1):
        try:
            reading = read_page(pdf, number, index)
        except pdfium2.PdfiumError as error:
            page = Page(number, (), status="failed", text_source="pdf", note=str(error))
            reading = PageReading(page, (("page_failed", 1),))
        label = _label(pdf, number - 1)
        if label:
            reading = reading.labelled(label)
        index += len(reading.page.lines)
        yield reading


def _label(pdf: LayeredPdf, index: int) -> str | None:
    length = raw.FPDF_GetPageLabel(pdf, index, None, 0)
    return _utf16(lambda buffer, size: raw.FPDF_GetPageLabel(pdf, index, buffer, size), length)


def _title(pdf: LayeredPdf) -> str | None:
    length = raw.FPDF_GetMetaText(pdf, b"Title", None, 0)
    return _utf16(lambda buffer, size: raw.FPDF_GetMetaText(pdf, b"Title", buffer, size), length)


def _utf16(fill: Any, length: int) -> str | None:
    if not 2 < length <= 65_536:
        return None
    buffer = ctypes.create_string_buffer(length)
    fill(buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").strip("\x00 \t\r\n") or None


def _document_notes(pdf: LayeredPdf) -> tuple[Note, ...]:
    notes = []
    files = raw.FPDFDoc_GetAttachmentCount(pdf)
    if files > 0:
        names = [name for index in range(min(files, NAMED)) if (name := _attachment(pdf, index))]
        papers = any(name.lower().endswith(PAPERS) for name in names)
        held = counted(files, "embedded file, not read", "embedded files, not read")
        told = f"The PDF holds {held}: {', '.join(names)}"
        notes.append(Note("embedded_files", "warning" if papers else "info", told.rstrip(": ")))
    if raw.FPDF_GetFormType(pdf) == raw.FORMTYPE_XFA_FULL:
        notes.append(Note("xfa_form", "error", "The PDF is a form (XFA) that Adobe's programs alone can show"))
    if pdf.hidden_layers:
        names = sorted(pdf.hidden_layers)[:NAMED]
        off = counted(len(pdf.hidden_layers), "layer is", "layers are")
        told = f"{off} switched off, text there is left out where the file tells it"
        notes.append(Note("layers_off", "warning", f"{told}: {', '.join(names)}"))
    scripts = raw.FPDFDoc_GetJavaScriptActionCount(pdf)
    if scripts > 0:
        notes.append(Note("javascript", "info", f"The PDF holds {counted(scripts, 'script')}, never run"))
    return tuple(notes)


def _attachment(pdf: LayeredPdf, index: int) -> str | None:
    """The name of an embedded file."""
    file = raw.FPDFDoc_GetAttachment(pdf, index)
    if not file:
        return None

    def ask(buffer: Any, size: int) -> int:
        units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)) if buffer is not None else None
        length: int = raw.FPDFAttachment_GetName(file, units, size)
        return length

    return _utf16(ask, ask(None, 0))


def _source(pages: list[Page]) -> TextSource:
    sources = {page.text_source for page in pages if page.lines}
    if len(sources) > 1:
        return "mixed"
    return sources.pop() if sources else "pdf"
