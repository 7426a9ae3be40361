"""PDFs whose structure is broken, endless or locked, each with what must become of it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable

from hostile_pdf_making import flate, good_pdf, one_page, page_text, pdf, show, stream
from hostile_text import AGENDA, Expected, zip_bytes


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


def many_pages(count: int = 3_000) -> bytes:
    """Pages without a mark on them."""
    kids = b" ".join(b"%d 0 R" % (3 + number) for number in range(count))
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)}
    for number in range(count):
        objects[3 + number] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
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


def looping_object_streams() -> bytes:
    """Two object streams that extend each other."""
    objects = one_page(page_text())
    for number, other in ((6, 7), (7, 6)):
        entries = b"/Type/ObjStm/N 1/First 4/Extends %d 0 R" % other
        objects[number] = stream(b"%d 0 <</A 1>>" % other, entries)
    return pdf(objects)


def packed(*, inside_itself: bool = False) -> bytes:
    """Catalog and pages in an object stream, found by a cross-reference stream: as programs write them today; or
    each object said to lie inside of itself."""
    objects = one_page(page_text())
    inside = {number: objects.pop(number) for number in (1, 2, 3, 4)}
    holder, table = 6, 7
    places, at = [], 0
    for number, body in inside.items():
        places.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(places) + b" "
    objects[holder] = stream(
        head + b" ".join(inside.values()), b"/Type/ObjStm/N %d/First %d" % (len(inside), len(head))
    )
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    offsets = {}
    for number, body in sorted(objects.items()):
        offsets[number] = out.tell()
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    offsets[table] = start = out.tell()
    rows = b""
    for number in range(table + 1):
        if number in inside:
            where = number if inside_itself else holder
            rows += b"\x02" + where.to_bytes(4, "big") + list(inside).index(number).to_bytes(2, "big")
        else:
            rows += bytes([number in offsets]) + offsets.get(number, 0).to_bytes(4, "big") + bytes(2)
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root 1 0 R" % (table + 1)
    out.write(b"%d 0 obj\n" % table + stream(rows, entries) + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def outside() -> bytes:
    """A cross-reference table whose entries point behind the end of the file."""
    before, after = good_pdf().split(b"xref\n", 1)
    return before + b"xref\n" + after.replace(b"\n00000", b"\n99999", 3)


def previous_is_itself() -> bytes:
    """A cross-reference table that names itself as the one before."""
    data = pdf(one_page(page_text()), trailer=b"/Prev 0000000000")
    return data.replace(b"/Prev 0000000000", b"/Prev %010d" % data.index(b"xref\n"))


def nested_dictionaries() -> bytes:
    """An object of dictionaries inside dictionaries."""
    objects = one_page(page_text())
    objects[6] = b"<</A" * 50_000 + b" 1" + b">>" * 50_000
    return pdf(objects)


def looping_bookmarks() -> bytes:
    """A bookmark that is its own child and its own successor."""
    objects = one_page(page_text(), catalog=b"/Outlines 6 0 R")
    objects[6] = b"<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>"
    objects[7] = b"<</Title(Punkt)/Parent 6 0 R/Next 7 0 R/First 7 0 R/Dest[3 0 R/Fit]>>"
    return pdf(objects)


def wild_labels() -> bytes:
    """A page label of 70,000 letters and a number beyond all pages."""
    labels = b"/PageLabels<</Nums[0<</S/r/St 2000000000/P(%s)>>]>>" % (b"x" * 70_000)
    return pdf(one_page(page_text(), catalog=labels))


def title_of_surrogates() -> bytes:
    """A title that is half a surrogate pair and a NUL."""
    objects = one_page(page_text())
    objects[6] = b"<</Title(\xfe\xff\xd8\x00\x00\x00\x00abb)>>"
    return pdf(objects, trailer=b"/Info 6 0 R")


def linearised_and_cut() -> bytes:
    """A file made for the web whose end is missing."""
    mark = b"9 0 obj\n<</Linearized 1/L 99999/H[9 9]/O 3/E 900/N 1/T 880>>\nendobj\n"
    return good_pdf().replace(b"%PDF-1.7\n", b"%PDF-1.7\n" + mark, 1)[:-150]


def with_deleted_page() -> bytes:
    """A later version in the same file takes out the second page, whose content is still there."""
    objects = one_page(page_text())
    objects[2] = b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>"
    objects[6] = objects[3].replace(b"5 0 R", b"7 0 R")
    objects[7] = flate(show("Slettet: 987.654 kr."))
    data = pdf(objects)
    first = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    pages = b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    table = b"xref\n2 1\n%010d 00000 n \n6 1\n0000000000 00001 f \n" % len(data)
    trailer = b"trailer\n<</Size 8/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (first, len(data + pages))
    return data + pages + table + trailer


def aes_256(user: str) -> bytes:
    """A file encrypted as PDF 2.0 has it (ISO 32000-2, 7.6.4.3.4): AES with 256 bits, revision 6."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    def aes(key: bytes, vector: bytes, data: bytes) -> bytes:
        cipher = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor()
        return cipher.update(data) + cipher.finalize()

    def digest(password: bytes, salt: bytes, owner: bytes = b"") -> bytes:
        key, turn = hashlib.sha256(password + salt + owner).digest(), 0
        while True:
            mixed = aes(key[:16], key[16:32], (password + key + owner) * 64)
            name = ("sha256", "sha384", "sha512")[sum(mixed[:16]) % 3]
            key, turn = hashlib.new(name, mixed).digest(), turn + 1
            if turn >= 64 and mixed[-1] <= turn - 32:
                return key[:32]

    def locked(data: bytes) -> bytes:
        padding = 16 - len(data) % 16
        return bytes(16) + aes(file_key, bytes(16), data + bytes([padding]) * padding)

    def written(value: bytes) -> bytes:
        return b"<" + value.hex().encode() + b">"

    file_key, password, owner = bytes(range(32)), user.encode(), b"ejer-7"
    u = digest(password, b"salt-u-1") + b"salt-u-1" + b"salt-u-2"
    ue = aes(digest(password, b"salt-u-2"), bytes(16), file_key)
    o = digest(owner, b"salt-o-1", u) + b"salt-o-1" + b"salt-o-2"
    oe = aes(digest(owner, b"salt-o-2", u), bytes(16), file_key)
    clear = (-4).to_bytes(4, "little", signed=True) + b"\xff" * 4 + b"T" + b"adb" + bytes(4)
    cipher = Cipher(algorithms.AES(file_key), modes.ECB()).encryptor()
    perms = cipher.update(clear) + cipher.finalize()
    objects = one_page(b"")
    objects[5] = stream(locked(page_text()))
    objects[6] = (
        b"<</Filter/Standard/V 5/R 6/Length 256/P -4/CF<</StdCF<</CFM/AESV3/AuthEvent/DocOpen/Length 32>>>>"
        b"/StmF/StdCF/StrF/StdCF/U %s/UE %s/O %s/OE %s/Perms %s>>" % tuple(map(written, (u, ue, o, oe, perms)))
    )
    trailer = b"/Encrypt 6 0 R/ID[%s%s]" % (written(bytes(16)), written(bytes(16)))
    return pdf(objects, trailer=trailer, header=b"%PDF-2.0\n")


STRUCTURES: tuple[tuple[str, str, Callable[[], bytes], tuple[Expected, ...], str], ...] = (
    ("pdf.txt", "PDF under .txt", good_pdf, ("loaded",), ""),
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
    ("junk.pdf", "junk before the header", lambda: b"HTTP/1.1 200 OK\r\n\r\n" + good_pdf(), ("loaded",), ""),
    ("no-xref.pdf", "no cross-reference table", without_xref, ("loaded", "partial", "failed"), ""),
    ("cyclic.pdf", "cyclic page tree", cyclic_tree, ("loaded", "partial", "failed"), ""),
    ("deep.pdf", "page tree 5,000 deep", deep_tree, ("loaded", "partial", "failed"), ""),
    ("pages.pdf", "3,000 empty pages", many_pages, ("loaded", "partial"), ""),
    ("scripted.pdf", "script and embedded file", scripted, ("loaded",), "farlig"),
    ("nulls.pdf", "only NUL bytes", lambda: bytes(4096), ("failed",), ""),
    (
        "no-pages.pdf",
        "a document without pages",
        lambda: pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"}),
        ("failed", "partial"),
        "",
    ),
    ("objstm-loop.pdf", "object streams in a loop", looping_object_streams, ("loaded",), ""),
    ("objstm.pdf", "catalog in an object stream", packed, ("loaded",), ""),
    (
        "objstm-self.pdf",
        "objects inside themselves",
        lambda: packed(inside_itself=True),
        ("loaded", "partial", "failed"),
        "",
    ),
    ("xref-outside.pdf", "places behind the end", outside, ("loaded", "partial", "failed"), ""),
    (
        "startxref.pdf",
        "start beyond all numbers",
        lambda: good_pdf().split(b"startxref")[0] + b"startxref\n" + b"9" * 30,
        ("loaded", "partial", "failed"),
        "",
    ),
    ("prev-loop.pdf", "a table before itself", previous_is_itself, ("loaded",), ""),
    ("dictionaries.pdf", "dictionaries 50,000 deep", nested_dictionaries, ("loaded", "partial", "failed"), ""),
    ("bookmarks.pdf", "bookmarks in a loop", looping_bookmarks, ("loaded",), ""),
    ("labels.pdf", "a label of 70,000 letters", wild_labels, ("loaded",), ""),
    ("title.pdf", "half a surrogate in the title", title_of_surrogates, ("loaded",), ""),
    ("linearised.pdf", "made for the web and cut", linearised_and_cut, ("loaded", "partial", "failed"), ""),
    ("deleted.pdf", "a page taken out later", with_deleted_page, ("loaded",), "987.654"),
    ("aes.pdf", "AES-256, empty user password", lambda: aes_256(""), ("loaded",), ""),
    ("aes-user.pdf", "AES-256, user password", lambda: aes_256("hemmelig"), ("failed",), "godkender"),
)
"""Name, kind, bytes, right outcomes, secret. Where a reader may repair the file or refuse it, both are right."""
