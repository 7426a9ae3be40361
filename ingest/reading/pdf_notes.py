"""What people must hear of the pages: one note a kind, with the pages it is about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from ingest.reading.pdf_page import PageReading
from schemas.document import Note

Severity = Literal["info", "warning", "error"]

MESSAGES: dict[str, tuple[Severity, str]] = {
    "page_failed": ("error", "Pages that cannot be loaded, nothing of them is read: {pages}"),
    "page_without_text": ("warning", "Pages that are pictures or drawings without a text layer: {pages}"),
    "page_empty": ("info", "Empty pages: {pages}"),
    "page_garbled": ("warning", "Pages whose characters have no Unicode, their text cannot be trusted: {pages}"),
    "letters_mismapped": ("info", "{count} letters of ligatures are named wrongly and put right, on pages {pages}"),
    "hidden_text": ("warning", "{count} words that cannot be seen are left out, on pages {pages}"),
    "text_outside_page": ("info", "{count} words outside of the visible page are left out, on pages {pages}"),
    "comments_unread": (
        "info",
        "{count} comments with words of their own are not read, on pages {pages}",
    ),
    "typed_unread": ("warning", "{count} texts typed onto pages have no look to read, on pages {pages}"),
    "file_on_page": ("warning", "{count} files hang on pages and are not read, on pages {pages}"),
    "annotations_cut": ("warning", "{count} annotations are more than are looked at, on pages {pages}"),
    "text_cut": ("error", "Pages with more characters than are read: {pages}"),
    "drawings_cut": ("warning", "Pages with more drawn objects than are looked at, rules may be missing: {pages}"),
}


def notes_of(readings: Sequence[PageReading], page_count: int) -> tuple[Note, ...]:
    """The notes of all pages, in the order of :data:`MESSAGES`."""
    notes = []
    for rule, (severity, message) in MESSAGES.items():
        pages, count = [], 0
        for reading in readings:
            for kind, number in reading.remarks:
                if kind == rule:
                    pages.append(reading.page.number)
                    count += number
        if pages:
            text = message.format(pages=_ranges(pages), count=count)
            notes.append(Note(rule, severity, text, pages[0]))
    if len(readings) < page_count:
        text = f"Only the first {len(readings)} of {page_count} pages are read"
        notes.append(Note("pages_cut", "warning", text, len(readings)))  # the last page that is there
    return tuple(notes)


def _ranges(pages: list[int]) -> str:
    """``[1, 2, 3, 7]`` as ``1-3, 7``."""
    runs = []
    for _, group in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0]):
        run = [page for _, page in group]
        runs.append(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}")
    return ", ".join(runs)
