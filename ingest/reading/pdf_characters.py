"""The characters of a page with their boxes, read in a few sweeps over the whole page."""

from __future__ import annotations

import ctypes
from array import array
from itertools import repeat
from typing import NamedTuple

from ingest.reading import pdf_library as pdfium

HYPHEN_MARK = "\ufffe"
"""What pdfium returns in a page's text for a hyphen at a line end."""


class Characters(NamedTuple):
    """The characters of a page in the order of its content, boxes in user space.

    ``text`` holds one code point a character; the lists run beside it. A box is the advance width by the
    height of the font, whatever the direction of the text. Characters that pdfium made up (spaces, line ends)
    have boxes without area.
    """

    text: str
    left: list[float]
    top: list[float]
    right: list[float]
    bottom: list[float]


def read_characters(text_page: int) -> Characters:
    """All characters of a text page (a handle)."""
    count = pdfium.count_chars(text_page)
    if count <= 0:
        return Characters("", [], [], [], [])
    buffer = ctypes.create_string_buffer(16 * count)
    start = ctypes.addressof(buffer)
    # The sweep's results are written to the buffer; sum() only drives it and drops the return values.
    sum(map(pdfium.loose_box, repeat(text_page), range(count), range(start, start + 16 * count, 16)))
    numbers = array("f", buffer.raw).tolist()
    return Characters(_text(text_page, count), numbers[0::4], numbers[1::4], numbers[2::4], numbers[3::4])


def _text(text_page: int, count: int) -> str:
    buffer = ctypes.create_string_buffer(2 * count + 2)
    units = pdfium.get_text(text_page, 0, count, ctypes.addressof(buffer)) - 1
    text = buffer.raw[: 2 * max(units, 0)].decode("utf-16-le", "surrogatepass")
    if len(text) != count:
        # pdfium left characters out of the text (they have no Unicode) or they lie outside of 16 bits.
        points = map(pdfium.get_unicode, repeat(text_page), range(count))
        text = "".join(_character(point) for point in points)
        marks = [at for at, mark in enumerate(text) if mark == "\x02" and pdfium.is_hyphen(text_page, at)]
        if marks:
            letters = list(text)
            for at in marks:
                letters[at] = HYPHEN_MARK
            text = "".join(letters)
    return text


def _character(point: int) -> str:
    return "\ufffd" if point == 0 or point > 0x10FFFF or 0xD800 <= point < 0xE000 else chr(point)
