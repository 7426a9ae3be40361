"""The functions of pdfium that the reader calls for every character and object, with plain handles.

The generated bindings convert every handle and out-parameter of every call; here handles and addresses are
integers, so that one ``map`` in C walks a whole page and the results land in one buffer. These functions call
nothing back, so the interpreter lock is kept and the call costs half.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

import pypdfium2.raw as raw

HANDLE = ctypes.c_void_p
ADDRESS = ctypes.c_void_p
INT = ctypes.c_int


def _function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    if address is None:
        raise ImportError(f"pdfium lacks {name}")
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def handle(pointer: Any) -> int:
    """The address behind a pointer of the bindings."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def sweep(function: Callable[..., Any], *arguments: Iterable[int | None]) -> None:
    """Calls a function once for each set of arguments; what it finds it writes to an address among them."""
    deque(map(function, *arguments), maxlen=0)


count_chars = _function("FPDFText_CountChars", INT, HANDLE)
"""Text page → number of characters."""
get_text = _function("FPDFText_GetText", INT, HANDLE, INT, INT, ADDRESS)
"""Text page, first, count, buffer of UTF-16 → units written, with the final zero."""
get_unicode = _function("FPDFText_GetUnicode", ctypes.c_uint, HANDLE, INT)
"""Text page, character → code point."""
is_hyphen = _function("FPDFText_IsHyphen", INT, HANDLE, INT)
"""Text page, character → 1 for a hyphen at a line end."""
loose_box = _function("FPDFText_GetLooseCharBox", None, HANDLE, INT, ADDRESS)
"""Text page, character, four floats (left, top, right, bottom): advance width by font height. Where there is no box
nothing is written; that it is not said makes the call a quarter cheaper."""
char_matrix = _function("FPDFText_GetMatrix", None, HANDLE, INT, ADDRESS)
"""Text page, character, six floats; nothing is written where there is no matrix."""
font_size = _function("FPDFText_GetFontSize", ctypes.c_double, HANDLE, INT)
"""Text page, character → size in text space."""
text_object = _function("FPDFText_GetTextObject", HANDLE, HANDLE, INT)
"""Text page, character → the text object it is printed by."""
render_mode = _function("FPDFTextObj_GetTextRenderMode", INT, HANDLE)
"""Text object → render mode, 3 is invisible."""
object_font = _function("FPDFTextObj_GetFont", HANDLE, HANDLE)
"""Text object → font."""
font_name = _function("FPDFFont_GetBaseFontName", ctypes.c_size_t, HANDLE, ADDRESS, ctypes.c_size_t)
"""Font, buffer, length → bytes of the name with the final zero."""
font_flags = _function("FPDFFont_GetFlags", INT, HANDLE)
"""Font → flags of its descriptor, -1 where there are none."""

count_marks = _function("FPDFPageObj_CountMarks", INT, HANDLE)
"""Page object → number of its marks."""
object_mark = _function("FPDFPageObj_GetMark", HANDLE, HANDLE, ctypes.c_ulong)
"""Page object, index → mark."""

count_objects = _function("FPDFPage_CountObjects", INT, HANDLE)
"""Page → number of objects."""
page_object = _function("FPDFPage_GetObject", HANDLE, HANDLE, INT)
"""Page, index → object."""
object_type = _function("FPDFPageObj_GetType", INT, HANDLE)
"""Object → its type."""
object_bounds = _function("FPDFPageObj_GetBounds", INT, HANDLE, ADDRESS, ADDRESS, ADDRESS, ADDRESS)
"""Object, left, bottom, right, top as floats → success."""
object_matrix = _function("FPDFPageObj_GetMatrix", INT, HANDLE, ADDRESS)
"""Object, six floats → success."""
has_transparency = _function("FPDFPageObj_HasTransparency", INT, HANDLE)
"""Object → 1 where what lies below it may be seen through it."""
fill_color = _function("FPDFPageObj_GetFillColor", INT, HANDLE, ADDRESS, ADDRESS, ADDRESS, ADDRESS)
"""Object, red, green, blue, alpha as unsigned ints → success."""
stroke_color = _function("FPDFPageObj_GetStrokeColor", INT, HANDLE, ADDRESS, ADDRESS, ADDRESS, ADDRESS)
"""Object, red, green, blue, alpha as unsigned ints → success."""
draw_mode = _function("FPDFPath_GetDrawMode", INT, HANDLE, ADDRESS, ADDRESS)
"""Path, fill mode, stroke as ints → success."""
count_segments = _function("FPDFPath_CountSegments", INT, HANDLE)
"""Path → number of segments."""
path_segment = _function("FPDFPath_GetPathSegment", HANDLE, HANDLE, INT)
"""Path, index → segment."""
segment_point = _function("FPDFPathSegment_GetPoint", INT, HANDLE, ADDRESS, ADDRESS)
"""Segment, x, y as floats → success."""
segment_type = _function("FPDFPathSegment_GetType", INT, HANDLE)
"""Segment → 0 line, 1 curve, 2 move."""
segment_close = _function("FPDFPathSegment_GetClose", INT, HANDLE)
"""Segment → 1 where it closes its figure."""
form_count = _function("FPDFFormObj_CountObjects", INT, HANDLE)
"""Form → number of objects."""
form_object = _function("FPDFFormObj_GetObject", HANDLE, HANDLE, ctypes.c_ulong)
"""Form, index → object."""
