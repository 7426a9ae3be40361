"""How characters are printed: size, direction, baseline, weight, visibility. Read once a text object."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Collection, Sequence
from itertools import repeat
from typing import NamedTuple

from ingest.reading import pdf_library as pdfium
from ingest.reading.pdf_frame import Frame
from ingest.reading.pdf_layers import stands_on

BOLD_NAME = re.compile(r"bold|black|heavy|demi|(?<![a-z])bd(?![a-z])", re.IGNORECASE)
FORCE_BOLD = 1 << 18
"""Flag of a font descriptor, ISO 32000-1, table 123."""
INVISIBLE = 3
"""Text render mode that paints nothing, ISO 32000-1, table 106. White letters may be seen by their outline."""
FILL, FILL_AND_STROKE = 0, 2
NAME_BYTES = 128
MOST = 256
"""Text objects for which buffers of one size do: each new size costs ctypes a new type."""
LIKELY = (4.0, 60.0)
"""Sizes in points that are believed without a look at the characters' boxes."""
UNLIKE = 3.0
"""A size this many times larger or smaller than the box is not the one that is seen."""
WIDEST = 6.0
ASKEW = 4.0
"""Degrees."""
WHITE = 250
"""From this value on each of red, green and blue, paper white cannot be told from the colour."""


class Style(NamedTuple):
    """The look of a text object.

    ``size`` is in points as seen. ``angle`` is the reading direction as seen, counter-clockwise in degrees, a
    whole number from 0 to 359. ``baseline`` is y for upright text, x for text that runs up or down.
    """

    size: float
    angle: int
    baseline: float
    bold: bool
    invisible: bool
    white: bool


class Styles:
    """The styles of one page, by text object."""

    def __init__(self, text_page: int, frame: Frame, hidden_layers: frozenset[str] = frozenset()) -> None:
        self._text_page = text_page
        self._frame = frame
        self._by_object: dict[int | None, Style] = {None: Style(1.0, 0, 0.0, False, False, False)}
        self._bold: dict[int | None, bool] = {}
        self._hidden_layers = hidden_layers

    @property
    def owners(self) -> Collection[int | None]:
        """The text objects whose styles were read."""
        return self._by_object.keys()

    def of(self, characters: Sequence[int]) -> list[Style]:
        """The styles of characters by their indexes."""
        owners = list(map(pdfium.text_object, repeat(self._text_page), characters))
        known = self._by_object
        places = dict(zip(owners, characters, strict=True))
        new = {owner: at for owner, at in places.items() if owner not in known}
        if new:
            self._read(new)
        return list(map(known.__getitem__, owners))

    def _read(self, new: dict[int | None, int]) -> None:
        """Reads the styles of text objects, each with the index of one of its characters, in sweeps."""
        count = len(new)
        room = max(count, MOST)
        matrices, colors = (ctypes.c_float * (6 * room))(), (ctypes.c_uint * (4 * room))()
        start = ctypes.addressof(matrices)
        pdfium.sweep(
            pdfium.char_matrix, repeat(self._text_page), new.values(), range(start, start + 24 * count, 24)
        )
        start = ctypes.addressof(colors)
        channels = [range(first, first + 16 * count, 16) for first in range(start, start + 16, 4)]
        pdfium.sweep(pdfium.fill_color, new, *channels)
        frame = self._frame
        rotation, point, plain = frame.rotation, frame.point, frame.rotation == 0
        left, top, ahead = frame.left, frame.top, -frame.rotation % 360
        styles, hidden, make = self._by_object, self._hidden_layers, tuple.__new__
        rounded: dict[float, float] = {}
        for owner, size, mode, font, (a, b, c, d, x, y), (red, green, blue, _) in zip(
            new,
            map(pdfium.font_size, repeat(self._text_page), new.values()),
            map(pdfium.render_mode, new),
            map(pdfium.object_font, new),
            zip(*[iter(matrices[: 6 * count])] * 6, strict=True),
            zip(*[iter(colors[: 4 * count])] * 4, strict=True),
            strict=True,
        ):
            bold = self._bold.get(font)
            if bold is None:
                bold = self._bold[font] = _is_bold(font)
            if b == 0.0 and c == 0.0 and a > 0.0:
                angle, scale = ahead, abs(d)
            else:
                angle, scale = _direction(a, b, rotation), math.hypot(c, d)
            exact = abs(size) * scale
            known = rounded.get(exact)
            size = known if known is not None else rounded.setdefault(exact, round(exact, 2))
            if not LIKELY[0] <= size <= LIKELY[1]:
                size = self._size_by_box(new[owner], size)
            x, y = (x - left, top - y) if plain else point(x, y)
            look = (
                size,
                angle,
                x if angle == 90 or angle == 270 else y,
                bold or mode == FILL_AND_STROKE,
                mode == INVISIBLE or (bool(hidden) and stands_on(owner, hidden)),
                mode == FILL and red >= WHITE and green >= WHITE and blue >= WHITE,
            )
            styles[owner] = make(Style, look)  # as the constructor does, without the way through it

    def _size_by_box(self, character: int, size: float) -> float:
        """The size of an unlikely size: fonts of type 3 have units of their own, only their boxes tell."""
        box = (ctypes.c_float * 4)()
        pdfium.loose_box(self._text_page, character, ctypes.addressof(box))
        left, top, right, bottom = box
        height = min(abs(top - bottom), abs(right - left) * WIDEST)
        return size if height <= 0 or size / UNLIKE < height < size * UNLIKE else round(height, 2)


def _direction(a: float, b: float, rotation: int) -> int:
    """Reading direction as seen in whole degrees; nearly right angles, as scans have them, are right angles."""
    angle = math.degrees(math.atan2(b, a)) - rotation
    right = round(angle / 90) * 90
    return (right if abs(angle - right) <= ASKEW else round(angle)) % 360


def _is_bold(font: int | None) -> bool:
    """True where the font's name or its descriptor says so."""
    if not font:
        return False
    buffer = ctypes.create_string_buffer(NAME_BYTES)
    length = pdfium.font_name(font, ctypes.addressof(buffer), NAME_BYTES)
    name = buffer.raw[: max(0, min(length, NAME_BYTES) - 1)].decode("latin-1")
    flags = pdfium.font_flags(font)
    return bool(BOLD_NAME.search(name)) or (flags > 0 and bool(flags & FORCE_BOLD))
