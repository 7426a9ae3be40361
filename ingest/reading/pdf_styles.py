"""How characters are printed: size, direction, baseline, weight, visibility. Read once a text object."""

from __future__ import annotations

import ctypes
import math
import re
from typing import NamedTuple

from ingest.reading import pdf_library as pdfium
from ingest.reading.pdf_frame import Frame

BOLD_NAME = re.compile(r"bold|black|heavy|demi|(?<![a-z])bd(?![a-z])", re.IGNORECASE)
FORCE_BOLD = 1 << 18
"""Flag of a font descriptor, ISO 32000-1, table 123."""
INVISIBLE = 3
"""Text render mode that paints nothing, ISO 32000-1, table 106."""
FILL_AND_STROKE = 2
NAME_BYTES = 128
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

    def __init__(self, text_page: int, frame: Frame) -> None:
        self._text_page = text_page
        self._frame = frame
        self._by_object: dict[int | None, Style] = {}
        self._bold: dict[int | None, bool] = {}
        self._matrix = (ctypes.c_float * 6)()
        self._matrix_at = ctypes.addressof(self._matrix)
        self._color = (ctypes.c_uint * 4)()
        start = ctypes.addressof(self._color)
        self._color_at = (start, start + 4, start + 8, start + 12)
        self._name = ctypes.create_string_buffer(NAME_BYTES)
        self._name_at = ctypes.addressof(self._name)

    def at(self, character: int) -> Style:
        """The style of a character by its index."""
        owner = pdfium.text_object(self._text_page, character)
        style = self._by_object.get(owner)
        if style is None:
            style = self._by_object[owner] = self._read(owner, character)
        return style

    def _read(self, owner: int | None, character: int) -> Style:
        size = pdfium.font_size(self._text_page, character)
        if not pdfium.char_matrix(self._text_page, character, self._matrix_at):
            return Style(size, 0, 0.0, False, False, False)
        a, b, c, d, e, f = self._matrix
        rotation = self._frame.rotation
        angle = round(math.degrees(math.atan2(b, a)) - rotation) % 360
        x, y = self._frame.point(e, f)
        mode = pdfium.render_mode(owner) if owner else 0
        return Style(
            size=round(abs(size) * math.hypot(c, d), 2),
            angle=angle,
            baseline=x if angle in (90, 270) else y,
            bold=mode == FILL_AND_STROKE or self._is_bold(owner),
            invisible=mode == INVISIBLE,
            white=self._is_white(owner),
        )

    def _is_white(self, owner: int | None) -> bool:
        return bool(owner and pdfium.fill_color(owner, *self._color_at) and min(self._color[:3]) >= WHITE)

    def _is_bold(self, owner: int | None) -> bool:
        font = pdfium.object_font(owner) if owner else None
        known = self._bold.get(font)
        if known is None:
            length = pdfium.font_name(font, self._name_at, NAME_BYTES) if font else 0
            name = self._name.raw[: max(0, min(length, NAME_BYTES) - 1)].decode("latin-1")
            flags = pdfium.font_flags(font) if font else -1
            known = bool(BOLD_NAME.search(name)) or (flags > 0 and bool(flags & FORCE_BOLD))
            self._bold[font] = known
        return known
