"""PDFs whose pages hold what no page should, each with what must become of it."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable

from hostile_pdf_making import FONT, flate, one_page, page_text, pdf, show, stream
from hostile_text import Expected


def recursive_forms(calls: int = 1) -> bytes:
    """Two form XObjects that draw each other; with more than one call each, drawing them doubles at every level."""
    objects = one_page(page_text() + b"/A Do\n", resources=b"/XObject<</A 6 0 R>>")
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<<%s>>>>"
    objects[6] = stream(b"/B Do " * calls, form % b"/B 7 0 R")
    objects[7] = stream(b"/A Do " * calls, form % b"/A 6 0 R")
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


def of_length(told: bytes) -> bytes:
    """A content stream whose length is told wrongly."""
    objects = one_page(b"")
    objects[5] = re.sub(rb"/Length \d+", b"/Length " + told, stream(page_text()))
    return pdf(objects)


def picture(filter_name: bytes, data: bytes, *, width: int, height: int) -> bytes:
    """A page with text and a picture."""
    objects = one_page(page_text() + b"q 500 0 0 300 50 100 cm /I Do Q\n", resources=b"/XObject<</I 6 0 R>>")
    bits = 1 if filter_name == b"JBIG2Decode" else 8
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray" % (width, height)
    objects[6] = stream(data, entries + b"/BitsPerComponent %d/Filter/%s" % (bits, filter_name))
    return pdf(objects)


def jbig2_bomb() -> bytes:
    """A JBIG2 page of 4 thousand million dots in either direction."""
    head = b"\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13"
    size = (0xFFFF_FFF0).to_bytes(4, "big")
    return picture(b"JBIG2Decode", head + size * 2 + bytes(11), width=100_000, height=100_000)


def jpx_bomb() -> bytes:
    """A JPEG 2000 codestream that tells of 2 thousand million dots in either direction."""
    size, tile = (0x7FFF_FFFF).to_bytes(4, "big"), (1 << 20).to_bytes(4, "big")
    head = b"\xff\x4f\xff\x51\x00\x29\x00\x00" + size * 2 + bytes(8) + tile * 2 + bytes(8)
    return picture(b"JPXDecode", head + b"\x00\x01\x07\x01\x01" + bytes(200), width=100_000, height=100_000)


def picture_bomb(megabytes: int = 200) -> bytes:
    """A picture that inflates to hundreds of megabytes."""
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    data = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    return picture(b"FlateDecode", data, width=20_000, height=10_000)


def filtered(times: int = 40) -> bytes:
    """A content stream that was compressed many times over."""
    data = page_text()
    for _ in range(times):
        data = zlib.compress(data, 1)
    objects = one_page(b"")
    objects[5] = stream(data, b"/Filter[" + b"/FlateDecode" * times + b"]")
    return pdf(objects)


def many_annotations(count: int = 100_000) -> bytes:
    """A page on which notes hang in thousands."""
    objects = one_page(page_text(), page=b"/Annots 6 0 R")
    objects[6] = b"[" + b"7 0 R " * count + b"]"
    objects[7] = b"<</Type/Annot/Subtype/Text/Rect[9 9 20 20]/Contents(note)>>"
    return pdf(objects)


def wild_coordinates() -> bytes:
    """Text and strokes at places that no page has, or that are no numbers."""
    places = (
        b"-1e30 5",
        b"NaN inf",
        b"99999999999999999999999 1",
        b"- -",
        b"1e309 -1e309",
        b"0.00000000000000001 4",
    )
    texts = b"".join(b"BT /F1 11 Tf 1 0 0 1 %s Tm (12) Tj ET\n" % place for place in places)
    return pdf(one_page(page_text() + texts + b"1e30 -1e30 m 9e99 NaN l S -1 -1 1e9 1e9 re f\n"))


def wild_matrices() -> bytes:
    """Text that is drawn to nothing, beyond all sizes and in a mirror."""
    drawn = [b"q %s cm " % matrix + show("12", y=300) + b"Q\n" for matrix in MATRICES]
    return pdf(one_page(page_text() + b"".join(drawn)))


MATRICES = (b"0 0 0 0 0 0", b"1e20 0 0 1e20 0 0", b"-1 0 0 1 500 0", b"0 1e-9 0 0 0 0")


def odd_sizes() -> bytes:
    """Text in sizes of zero, below zero and beyond the page."""
    return pdf(one_page(page_text() + b"".join(show("12", y=100, size=size) for size in (0, -11, 100_000))))


def font_that_draws_itself() -> bytes:
    """A Type3 font whose letter is drawn with the font itself."""
    objects = one_page(page_text() + b"BT /F2 12 Tf 72 200 Td (aaaa) Tj ET\n")
    objects[3] = objects[3].replace(b"/F1 4 0 R", b"/F1 4 0 R/F2 6 0 R")
    objects[6] = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</a 7 0 R>>"
        b"/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1000]/Resources<</Font<</F2 6 0 R>>>>>>"
    )
    objects[7] = stream(b"1000 0 d0 BT /F2 1000 Tf (aa) Tj ET")
    return pdf(objects)


def font_of_itself() -> bytes:
    """A composite font that is its own descendant, with a map of characters that uses itself."""
    objects = one_page(page_text())
    objects[4] = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 6 0 R/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>"
    body = b"/CIDInit begincmap /X usecmap 1 beginbfrange <0000> <FFFF> <0000> endbfrange"
    objects[6] = stream(body, b"/Type/CMap/CMapName/X/UseCMap 6 0 R")
    return pdf(objects)


def without_font() -> bytes:
    """Text in a font that is not there."""
    objects = one_page(page_text())
    objects[4] = b"null"
    return pdf(objects)


def nested_operators() -> bytes:
    """A content stream of opened and never closed states, lists and dictionaries."""
    return pdf(one_page(page_text() + b"q " * 200_000 + b"[" * 50_000 + b"<<" * 50_000))


def utf8_names() -> bytes:
    """A font whose name is UTF-8."""
    objects = one_page(page_text().replace(b"/F1", b"/Skrift#C3#A6\xc3\xa6"))
    objects[3] = objects[3].replace(b"/F1", b"/Skrift#C3#A6\xc3\xa6")
    return pdf(objects)


PAGES: tuple[tuple[str, str, Callable[[], bytes], tuple[Expected, ...], str], ...] = (
    ("png.pdf", "picture under .pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(64), ("failed",), ""),
    ("forms.pdf", "recursive forms", recursive_forms, ("loaded",), ""),
    ("bomb.pdf", "forms that double", lambda: recursive_forms(4), ("loaded", "partial", "failed"), ""),
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
    ("length-huge.pdf", "a stream longer than the file", lambda: of_length(b"99999999999"), ("loaded",), ""),
    ("length-short.pdf", "a stream longer than it says", lambda: of_length(b"40"), ("loaded",), ""),
    ("length-minus.pdf", "a stream of length -1", lambda: of_length(b"-1"), ("loaded",), ""),
    ("length-self.pdf", "a stream that is its own length", lambda: of_length(b"5 0 R"), ("loaded",), ""),
    ("jbig2.pdf", "JBIG2 bomb", jbig2_bomb, ("loaded", "partial"), ""),
    ("jpx.pdf", "JPEG 2000 bomb", jpx_bomb, ("loaded", "partial"), ""),
    ("picture.pdf", "a picture of 200 MB", picture_bomb, ("loaded", "partial"), ""),
    ("filters.pdf", "compressed forty times", filtered, ("loaded",), ""),
    ("annotations.pdf", "100,000 annotations", many_annotations, ("loaded", "partial"), ""),
    (
        "operators.pdf",
        "a million texts on a page",
        lambda: pdf(one_page(page_text() + b"BT /F1 6 Tf 9 9 Td (a) Tj ET\n" * 1_000_000)),
        ("loaded", "partial"),
        "",
    ),
    ("coordinates.pdf", "places that are no numbers", wild_coordinates, ("loaded",), ""),
    ("matrices.pdf", "matrices of nothing and of all", wild_matrices, ("loaded",), ""),
    ("sizes.pdf", "sizes of zero and below", odd_sizes, ("loaded",), ""),
    ("type3.pdf", "a font that draws itself", font_that_draws_itself, ("loaded", "partial"), ""),
    ("font-loop.pdf", "a font made of itself", font_of_itself, ("loaded", "partial", "failed"), ""),
    ("no-font.pdf", "a font that is not there", without_font, ("loaded", "partial"), ""),
    ("nested.pdf", "states never closed", nested_operators, ("loaded", "partial"), ""),
    ("names.pdf", "names in UTF-8", utf8_names, ("loaded",), ""),
)
"""Name, kind, bytes, right outcomes, secret. Where a reader may repair the file or refuse it, both are right."""
