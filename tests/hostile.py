"""Files that nobody should send: every kind of bad input, each with what must become of it.

:func:`make_all` writes them into a folder, the same bytes each time. The PDFs are written object by object, since
no PDF library lets one write what is broken on purpose.
"""

from __future__ import annotations

import io
import os
import random
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Expected = Literal["loaded", "partial", "failed"]

RUNNING_AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
HAS_FIFO = hasattr(os, "mkfifo")

AGENDA = """DAGSORDEN 2031

KKR Nordjylland

Dato: 05-03-2031 10:00

1. Godkendelse af dagsorden

1.1. Godkendelse af dagsorden

Indstilling

Det indstilles, at KKR Nordjylland godkender dagsordenen.
"""


@dataclass(frozen=True)
class HostileFile:
    """A bad file, what is wrong with it, and the outcomes that are right for it.

    ``secret`` is a text that must not come out as data: hidden words, garbled glyphs, the script of a file.
    """

    path: Path
    kind: str
    expected: tuple[Expected, ...]
    secret: str = ""


# --- PDF, object by object ----------------------------------------------------------------------------------


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


def encrypted(*, user: str) -> bytes:
    """An encrypted document; an empty user password asks for nothing when it is opened."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    lock = StandardEncryption(user, ownerPassword="ejer-7", canPrint=0, canCopy=0, strength=128)
    canvas = Canvas(out, invariant=1, encrypt=lock)
    for number, line in enumerate(line for line in AGENDA.split("\n") if line):
        canvas.drawString(72, 760 - 20 * number, line)
    canvas.save()
    return out.getvalue()


def zip_bytes(name: str) -> bytes:
    """A ZIP archive with one member of a fixed date."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name, (2031, 3, 5, 0, 0, 0)), b"<w:document/>")
    return out.getvalue()


def cyclic_tree() -> bytes:
    """A page tree whose second child is the tree itself."""
    objects = one_page(page_text())
    objects[2] = b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>"
    return pdf(objects)


def deep_tree(depth: int = 5_000) -> bytes:
    """One page under a chain of tree nodes."""
    objects = one_page(page_text())
    objects[2] = b"<</Type/Pages/Kids[6 0 R]/Count 1>>"
    for level in range(depth):
        number = 6 + level
        child, parent = (3 if level == depth - 1 else number + 1), (2 if level == 0 else number - 1)
        objects[number] = b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (parent, child)
    objects[3] = objects[3].replace(b"/Parent 2 0 R", b"/Parent %d 0 R" % (5 + depth))
    return pdf(objects)


def recursive_forms(calls: int = 1) -> bytes:
    """Two form XObjects that draw each other; with more than one call each, drawing them doubles at every level."""
    objects = one_page(page_text() + b"/A Do\n", resources=b"/XObject<</A 6 0 R>>")
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<<%s>>>>"
    objects[6] = stream(b"/B Do " * calls, form % b"/B 7 0 R")
    objects[7] = stream(b"/A Do " * calls, form % b"/A 6 0 R")
    return pdf(objects)


def many_pages(count: int = 3_000) -> bytes:
    """Pages without a mark on them."""
    kids = b" ".join(b"%d 0 R" % (3 + number) for number in range(count))
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)}
    for number in range(count):
        objects[3 + number] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return pdf(objects)


def many_vectors(count: int = 200_000) -> bytes:
    """A map: short strokes all over the page, and text among them."""
    draw = random.Random(7)
    strokes = b"".join(
        b"%d %d m %d %d l S\n" % (x, y, x + 3, y + 2)
        for x, y in ((draw.randrange(595), draw.randrange(842)) for _ in range(count))
    )
    return pdf(one_page(page_text() + strokes))


def inflating(megabytes: int = 300) -> bytes:
    """A content stream of blanks that inflates to hundreds of megabytes."""
    packer = zlib.compressobj(9)
    block = b" " * (1 << 20)
    data = packer.compress(page_text()) + b"".join(packer.compress(block) for _ in range(megabytes))
    objects = one_page(b"")
    objects[5] = stream(data + packer.flush(), b"/Filter/FlateDecode")
    return pdf(objects)


def no_unicode() -> bytes:
    """A font whose glyphs map to private codes: the page looks right and its text is nonsense."""
    codes = [f"{0xE000 + index:04X}" for index in range(224)]
    mapping = "\n".join(f"<{32 + index:02X}> <{code}>" for index, code in enumerate(codes))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{mapping}\nendbfchar\nendcmap end end"
    )
    objects = one_page(b"".join(show("Kommunen betaler 12.400 kr. i 2031", y=700 - 16 * n) for n in range(20)))
    objects[4] = FONT[:-2] + b"/ToUnicode 6 0 R>>"
    objects[6] = flate(cmap.encode())
    return pdf(objects)


def bad_page_among_good() -> bytes:
    """Three pages, the middle one with a content stream that is no stream."""
    objects = one_page(page_text())
    objects[2] = b"<</Type/Pages/Kids[3 0 R 6 0 R 8 0 R]/Count 3>>"
    objects[6] = objects[3].replace(b"5 0 R", b"7 0 R")
    objects[7] = stream(b"\x00\xff not deflate at all", b"/Filter/FlateDecode")
    objects[8] = objects[3]
    return pdf(objects)


def scripted() -> bytes:
    """JavaScript on opening, an embedded file and a link that would start a program."""
    objects = one_page(
        page_text(),
        catalog=b"/OpenAction 6 0 R/Names<</EmbeddedFiles<</Names[(ondt.exe) 7 0 R]>>>>",
        page=b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 99 99]/A<</S/Launch/F(calc.exe)>>>>]",
    )
    objects[6] = b"<</S/JavaScript/JS(app.alert\\('farligt'\\);)>>"
    objects[7] = b"<</Type/Filespec/F(ondt.exe)/EF<</F 8 0 R>>>>"
    objects[8] = stream(b"MZ farlig fil", b"/Type/EmbeddedFile")
    return pdf(objects)


def without_xref() -> bytes:
    """Sound objects, but neither table nor trailer."""
    data = good_pdf()
    return data[: data.index(b"xref\n")]


PDFS: tuple[tuple[str, str, Callable[[], bytes], tuple[Expected, ...], str], ...] = (
    ("truncated.pdf", "cut in the middle", lambda: good_pdf()[:400], ("failed", "partial"), ""),
    ("header.pdf", "only a header", lambda: b"%PDF-1.7\n", ("failed",), ""),
    ("user.pdf", "user password", lambda: encrypted(user="hemmelig"), ("failed",), "godkender"),
    ("owner.pdf", "owner password only", lambda: encrypted(user=""), ("loaded",), ""),
    (
        "html.pdf",
        "HTML under .pdf",
        lambda: b"<!DOCTYPE html><html><p>Siden findes ikke</p></html>",
        ("failed",),
        "",
    ),
    ("zip.pdf", "ZIP under .pdf", lambda: zip_bytes("bilag.txt"), ("failed",), ""),
    ("word.pdf", "Word under .pdf", lambda: zip_bytes("word/document.xml"), ("failed",), ""),
    ("ole.pdf", "old Office under .pdf", lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2048), ("failed",), ""),
    ("png.pdf", "picture under .pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(64), ("failed",), ""),
    ("junk.pdf", "junk before the header", lambda: b"HTTP/1.1 200 OK\r\n\r\n" + good_pdf(), ("loaded",), ""),
    ("no-xref.pdf", "no cross-reference table", without_xref, ("loaded", "partial", "failed"), ""),
    ("cyclic.pdf", "cyclic page tree", cyclic_tree, ("loaded", "partial", "failed"), ""),
    ("deep.pdf", "page tree 5,000 deep", deep_tree, ("loaded", "partial", "failed"), ""),
    ("forms.pdf", "recursive forms", recursive_forms, ("loaded",), ""),
    ("bomb.pdf", "forms that double", lambda: recursive_forms(4), ("loaded", "partial", "failed"), ""),
    ("pages.pdf", "3,000 empty pages", many_pages, ("loaded", "partial"), ""),
    ("vectors.pdf", "200,000 strokes on a page", many_vectors, ("loaded", "partial"), ""),
    (
        "huge.pdf",
        "page of 10,000 points",
        lambda: pdf(one_page(page_text(), box=b"0 0 10000 10000")),
        ("loaded",),
        "",
    ),
    ("tiny.pdf", "page of 1 point", lambda: pdf(one_page(page_text(), box=b"0 0 1 1")), ("loaded", "partial"), ""),
    ("zero.pdf", "page of no size", lambda: pdf(one_page(page_text(), box=b"0 0 0 0")), ("loaded", "partial"), ""),
    ("inflating.pdf", "stream of 300 MB", inflating, ("loaded", "partial", "failed"), ""),
    ("garbled.pdf", "glyphs without Unicode", no_unicode, ("loaded", "partial"), chr(0xE000 + ord("K") - 32)),
    ("bad-page.pdf", "one damaged page of three", bad_page_among_good, ("partial",), ""),
    (
        "hidden.pdf",
        "invisible text",
        lambda: pdf(one_page(page_text() + show("Hemmelig: 987.654 kr.", y=300, mode=3))),
        ("loaded",),
        "",
    ),
    ("scripted.pdf", "script and embedded file", scripted, ("loaded",), "farlig"),
    ("nulls.pdf", "only NUL bytes", lambda: bytes(4096), ("failed",), ""),
    (
        "no-pages.pdf",
        "a document without pages",
        lambda: pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"}),
        ("failed", "partial"),
        "",
    ),
)
"""Name, kind, bytes, right outcomes, secret. Where a reader may repair the file or refuse it, both are right."""


# --- Text ---------------------------------------------------------------------------------------------------


def runs(text: str, count: int) -> bytes:
    """A text many times over."""
    return (text * count).encode("utf-8")


def random_text(size: int = 40_000) -> bytes:
    """Random bytes, the same each time."""
    return random.Random(11).randbytes(size)


def catastrophic() -> bytes:
    """Long runs of what patterns like to repeat: dots, digits, blanks, hyphens, brackets."""
    parts = ["." * 50_000, "1" * 50_000, " " * 50_000, "-" * 50_000, "(" * 50_000, "1." * 25_000, "a-" * 25_000]
    parts += ["1 " * 25_000, "§ " * 25_000, "kr. " * 12_000, "x\t" * 25_000, "KKR " * 12_000, "Bilag 1: " * 5_000]
    parts += [f"{'.' * 30_000}{page}" for page in range(3)] + ["den 1. januar 20" * 5_000, "A B C " * 9_000]
    return "\n".join(parts).encode("utf-8")


TEXTS: tuple[tuple[str, str, Callable[[], bytes], tuple[Expected, ...], str], ...] = (
    ("empty.txt", "empty file", lambda: b"", ("failed",), ""),
    ("empty.pdf", "empty file under .pdf", lambda: b"", ("failed",), ""),
    ("blank.txt", "blanks only", lambda: b" \n\t \r\n" * 50, ("loaded", "partial", "failed"), ""),
    ("random.txt", "random bytes under .txt", random_text, ("failed",), ""),
    ("word.txt", "Word under .txt", lambda: zip_bytes("word/document.xml"), ("failed",), ""),
    ("pdf.txt", "PDF under .txt", good_pdf, ("loaded",), ""),
    (
        "controls.txt",
        "control bytes",
        lambda: AGENDA.replace(" ", " \x01\x0b\x1b[31m", 3).encode() + b"\x00\x07\x7f",
        ("loaded", "partial", "failed"),
        "",
    ),
    (
        "surrogates.txt",
        "lone surrogates",
        lambda: (AGENDA + "Navn: \ud800\udfff\udc00\n").encode("utf-8", "surrogatepass"),
        ("loaded", "partial"),
        "",
    ),
    (
        "megabyte.txt",
        "one line of a megabyte",
        lambda: runs("Kommunen betaler 1.000 kr. ", 40_000),
        ("loaded",),
        "",
    ),
    ("token.txt", "one word of a megabyte", lambda: runs("å", 500_000), ("loaded",), ""),
    ("utf16.txt", "UTF-16", lambda: AGENDA.encode("utf-16"), ("loaded",), ""),
    ("utf16be.txt", "UTF-16 big endian", lambda: b"\xfe\xff" + AGENDA.encode("utf-16-be"), ("loaded",), ""),
    ("utf8-bom.txt", "UTF-8 with BOM", lambda: AGENDA.encode("utf-8-sig"), ("loaded",), ""),
    ("cp1252.txt", "CP1252", lambda: (AGENDA + "Århus – Ærø “øst”\n").encode("cp1252"), ("loaded",), ""),
    ("mac.txt", "lines that end in CR", lambda: AGENDA.replace("\n", "\r").encode(), ("loaded",), ""),
    (
        "sql.txt",
        "text that looks like SQL",
        lambda: (AGENDA + "'); DROP TABLE items; --\n\"; DELETE FROM documents; /* $1 ? %s {0} */\n").encode(),
        ("loaded",),
        "",
    ),
    (
        "formulas.txt",
        "formulas in cells",
        lambda: (
            AGENDA + "TABEL 1: BIDRAG\nKommune\t2030\t2031\n=cmd|' /C calc'!A0\t12\t13\n+SUM(A1:A9)\t14\t15\n"
            "@Viborg\t16\t17\n-2+3\t18\t19\nI alt\t60\t64\n"
        ).encode(),
        ("loaded",),
        "",
    ),
    ("regex.txt", "runs that patterns choke on", catastrophic, ("loaded", "partial"), ""),
    ("lines.txt", "100,000 lines of one letter", lambda: runs("1\n", 100_000), ("loaded", "partial"), ""),
    (
        "depth.txt",
        "numbers nested a thousand deep",
        lambda: "\n".join(f"{'1.' * depth}1 Punkt" for depth in range(1, 1_000, 7)).encode(),
        ("loaded", "partial"),
        "",
    ),
    (
        "headers.txt",
        "ten thousand item headers",
        lambda: "\n".join(f"{n % 9 + 1}.{n % 97} Orienteringssag: Punkt {n}" for n in range(10_000)).encode(),
        ("loaded", "partial"),
        "",
    ),
    (
        "tabs.txt",
        "a table of a thousand columns",
        lambda: "\n".join("\t".join(str(row * column) for column in range(1_000)) for row in range(60)).encode(),
        ("loaded", "partial"),
        "",
    ),
)

ODD_NAMES = (
    "med mellemrum.txt",
    "citat ' og \" tegn.txt",
    "-rf.txt",
    "--help.txt",
    "ny\nlinje.txt",
    "komma,semikolon;.txt",
    "procent%20s {x}.txt",
    "æøå ÆØÅ.txt",
    "[glob]*?.txt",
    "A\u030arhus.txt",
)


def make_all(folder: Path) -> list[HostileFile]:
    """Writes every bad file into the folder and tells what must become of each."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, kind, content, expected, secret in (*PDFS, *TEXTS):
        path = folder / name
        path.write_bytes(content())
        files.append(HostileFile(path, kind, expected, secret))
    files += _odd_names(folder)
    files += _odd_entries(folder)
    return files


def _odd_names(folder: Path) -> Iterable[HostileFile]:
    for number, name in enumerate(ODD_NAMES):
        path = folder / name
        try:
            path.write_text(f"{AGENDA}\nLøbenummer {number}\n", encoding="utf-8")
        except OSError:  # some file systems do not take these names
            continue
        yield HostileFile(path, f"name {name!r}", ("loaded",))


def _odd_entries(folder: Path) -> Iterable[HostileFile]:
    if HAS_FIFO:
        pipe = folder / "pipe.txt"
        if not pipe.exists():
            os.mkfifo(pipe)
        yield HostileFile(pipe, "a named pipe", ("failed",))
        links = {"dangling.txt": "findes-ikke.txt", "self.txt": "self.txt"}
        for name, target in links.items():
            link = folder / name
            if not link.is_symlink():
                link.symlink_to(target)
            yield HostileFile(
                link, "a link to nothing" if name == "dangling.txt" else "a link to itself", ("failed",)
            )
        loop = folder / "mappe"
        loop.mkdir(exist_ok=True)
        if not (loop / "igen").is_symlink():
            (loop / "igen").symlink_to("..")
    if not RUNNING_AS_ROOT:
        locked = folder / "locked.txt"
        locked.write_text(AGENDA, encoding="utf-8")
        locked.chmod(0)
        yield HostileFile(locked, "a file that may not be read", ("failed",))
