"""The characters of a page with their boxes, read in a few sweeps over the whole page."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ingest.reading import pdf_library as pdfium
from ingest.reading.encoding import LINE_END_HYPHEN

MOST_CHARACTERS = 400_000
"""Characters read of one page: a hundred times what can be read by eye."""


class Characters(NamedTuple):
    """The characters of a page in the order of its content, boxes in user space.

    ``text`` holds one code point a character, :data:`LINE_END_HYPHEN` for a hyphen at a line end; the sequences run
    beside it, views of one buffer, and so do the rows of ``boxes``, which hold the same four numbers. A box is the
    advance width by the height of the font, whatever the direction of the text. Characters that pdfium made up
    (spaces, line ends) have boxes without area. ``cut`` says that there are more than are read.
    """

    text: str
    left: Sequence[float]
    top: Sequence[float]
    right: Sequence[float]
    bottom: Sequence[float]
    boxes: npt.NDArray[np.float64]
    cut: bool = False


def read_characters(text_page: int) -> Characters:
    """All characters of a text page (a handle)."""
    all_characters = pdfium.count_chars(text_page)
    count = min(all_characters, MOST_CHARACTERS)
    if count <= 0:
        return Characters("", [], [], [], [], np.zeros((0, 4)))
    buffer = _buffer(16 * count)
    start = ctypes.addressof(buffer)
    pdfium.sweep(pdfium.loose_box, repeat(text_page), range(count), range(start, start + 16 * count, 16))
    numbers = memoryview(buffer).cast("B")[: 16 * count].cast("f")
    left, top, right, bottom = (numbers[side::4] for side in range(4))
    boxes = np.asarray(numbers, dtype=np.float64).reshape(count, 4)
    return Characters(_text(text_page, count), left, top, right, bottom, boxes, count < all_characters)


def _buffer(size: int) -> ctypes.Array[ctypes.c_char]:
    """A buffer of at least this size. Sizes are powers of two: each new size costs ctypes a new type."""
    return ctypes.create_string_buffer(1 << max(size - 1, 1).bit_length())


def _text(text_page: int, count: int) -> str:
    buffer = _buffer(2 * count + 2)
    units = pdfium.get_text(text_page, 0, count, ctypes.addressof(buffer)) - 1
    text = bytes(memoryview(buffer)[: 2 * max(units, 0)]).decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    # pdfium left characters out of the text (they have no Unicode) or they lie outside of 16 bits.
    points = map(pdfium.get_unicode, repeat(text_page), range(count))
    return "".join(
        LINE_END_HYPHEN if point == 2 and pdfium.is_hyphen(text_page, at) else _character(point)
        for at, point in enumerate(points)
    )


def _character(point: int) -> str:
    return "\ufffd" if point == 0 or point > 0x10FFFF or 0xD800 <= point < 0xE000 else chr(point)
