"""PDFs written object by object, since no PDF library lets one write what is broken on purpose."""

from __future__ import annotations

import io
import zlib

from hostile_text import AGENDA


def pdf(objects: dict[int, bytes], *, root: int = 1, trailer: bytes = b"", header: bytes = b"%PDF-1.7\n") -> bytes:
    """A PDF of these objects (number: body) with a correct cross-reference table."""
    out = io.BytesIO()
    out.write(header)
    offsets = {}
    for number, body in sorted(objects.items()):
        offsets[number] = out.tell()
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    start, size = out.tell(), max(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for number in range(1, size):
        out.write(b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 00000 f \n")
    out.write(b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start))
    return out.getvalue()


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<<%s/Length %d>>\nstream\n" % (entries, len(data)) + data + b"\nendstream"


def flate(data: bytes) -> bytes:
    """A compressed stream object."""
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode")


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def show(text: str, x: int = 72, y: int = 760, size: int = 11, mode: int = 0) -> bytes:
    """The operators that print a text."""
    data = text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"BT /F1 %d Tf %d Tr %d %d Td (%s) Tj ET\n" % (size, mode, x, y, data)


def page_text() -> bytes:
    """The operators of a short agenda, so that a reader that recovers the page has something to find."""
    lines = [line for line in AGENDA.split("\n") if line]
    return b"".join(show(line, y=760 - 20 * number) for number, line in enumerate(lines))


def one_page(
    content: bytes, *, box: bytes = b"0 0 595 842", catalog: bytes = b"", **extra: bytes
) -> dict[int, bytes]:
    """The objects of a document of one page; ``extra`` are ``resources`` and ``page`` entries."""
    resources, page = extra.get("resources", b""), extra.get("page", b"")
    return {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Resources<</Font<</F1 4 0 R>>%s>>/Contents 5 0 R%s>>"
        % (box, resources, page),
        4: FONT,
        5: flate(content),
    }


def good_pdf() -> bytes:
    """A sound document of one page."""
    return pdf(one_page(page_text()))
