"""The outline of a PDF: its bookmarks, bounded in number and depth and safe against cycles."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2 as pdfium2
import pypdfium2.raw as raw

from ingest.reading.pdf_library import handle
from schemas.document import Bookmark

MOST_BOOKMARKS = 5_000
DEEPEST = 32
LONGEST = 2_000
"""Bytes of a title."""


def read_bookmarks(pdf: pdfium2.PdfDocument) -> tuple[Bookmark, ...]:
    """All bookmarks from top to bottom, children after their parent."""
    found: list[Bookmark] = []
    seen: set[int] = set()
    waiting: list[tuple[Any, int]] = [(raw.FPDFBookmark_GetFirstChild(pdf, None), 0)]
    while waiting and len(found) < MOST_BOOKMARKS:
        mark, level = waiting.pop()
        address = handle(mark) if mark else 0
        if not address or address in seen:
            continue
        seen.add(address)
        title = _title(mark)
        if title:
            found.append(Bookmark(title, _page(pdf, mark), level))
        waiting.append((raw.FPDFBookmark_GetNextSibling(pdf, mark), level))
        if level < DEEPEST:
            waiting.append((raw.FPDFBookmark_GetFirstChild(pdf, mark), level + 1))
    return tuple(found)


def _title(mark: Any) -> str:
    length = raw.FPDFBookmark_GetTitle(mark, None, 0)
    if not 2 < length <= LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFBookmark_GetTitle(mark, buffer, length)
    return " ".join(buffer.raw[: length - 2].decode("utf-16-le", "replace").replace("\x00", "").split())


def _page(pdf: pdfium2.PdfDocument, mark: Any) -> int | None:
    target = raw.FPDFBookmark_GetDest(pdf, mark)
    if not target:
        action = raw.FPDFBookmark_GetAction(mark)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_GOTO:
            return None
        target = raw.FPDFAction_GetDest(pdf, action)
    index = raw.FPDFDest_GetDestPageIndex(pdf, target) if target else -1
    return index + 1 if index >= 0 else None
