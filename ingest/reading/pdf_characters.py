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


SPACE, CONTROL, PRINTED, ENDING = range(4)
"""Kinds of characters; the last one is the hyphen of a line end."""
LARGEST_UNIT = 0xFFFF
KINDS = np.full(LARGEST_UNIT + 1, PRINTED, np.uint8)
"""The kind of each code point; all that are beyond are as the last one."""
KINDS[[*range(0x20), *range(0x7F, 0xA0)]] = CONTROL
KINDS[[code for code in range(0x3001) if chr(code).isspace()]] = SPACE
KINDS[ord(LINE_END_HYPHEN)] = ENDING

Kinds = npt.NDArray[np.uint8]


def kinds_of(text: str) -> Kinds:
    """The kind of each character."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return KINDS[np.minimum(codes, LARGEST_UNIT)]


class Characters(NamedTuple):
    """The characters of a page in the order of its content, boxes in user space.

    ``text`` holds one code point a character, :data:`LINE_END_HYPHEN` for a hyphen at a line end; the sequences run
    beside it, views of one buffer, and so do the rows of ``boxes``, which hold the same four numbers. A box is the
    advance width by the height of the font, whatever the direction of the text. Characters that pdfium made up
    (spaces, line ends) have boxes without area; those of spaces are not read. ``kinds`` are :data:`KINDS`; ``cut``
    says that there are more than are read.
    """

    text_page: int
    text: str
    kinds: Kinds
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
        return Characters(text_page, "", kinds_of(""), [], [], [], [], np.zeros((0, 4)))
    text = _text(text_page, count)
    kinds = kinds_of(text)
    buffer = _buffer(16 * count)
    read = np.flatnonzero(kinds != SPACE)
    places = (16 * read + ctypes.addressof(buffer)).tolist()
    pdfium.sweep(pdfium.loose_box, repeat(text_page), read.tolist(), places)
    numbers = memoryview(buffer).cast("B")[: 16 * count].cast("f")
    left, top, right, bottom = (numbers[side::4] for side in range(4))
    boxes = np.asarray(numbers, dtype=np.float64).reshape(count, 4)
    return Characters(text_page, text, kinds, left, top, right, bottom, boxes, count < all_characters)


def is_made_up(characters: Characters, index: int) -> bool:
    """True for a character without area, such as pdfium makes up."""
    box = (ctypes.c_float * 4)()
    pdfium.loose_box(characters.text_page, index, ctypes.addressof(box))
    left, top, right, bottom = box
    return left == right and top == bottom


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
