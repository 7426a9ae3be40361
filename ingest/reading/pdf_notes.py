"""What people must hear of the pages: one note a kind, with the pages it is about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from ingest.reading.pdf_page import PageReading
from schemas.document import Note
from schemas.wording import counted

Severity = Literal["info", "warning", "error"]


class Message(NamedTuple):
    """How a kind of remark is told: severity, what of the ``pages``, and ``one`` or ``many`` where it counts."""

    severity: Severity
    told: str
    one: str = ""
    many: str = ""


MESSAGES: dict[str, Message] = {
    "page_failed": Message("error", "Pages that cannot be loaded, nothing of them is read: {pages}"),
    "page_without_text": Message("warning", "Pages that are pictures or drawings without a text layer: {pages}"),
    "page_empty": Message("info", "Empty pages: {pages}"),
    "page_garbled": Message("warning", "Pages whose characters have no Unicode, not to be trusted: {pages}"),
    "letters_mismapped": Message(
        "info", "named wrongly and put right, on {pages}", "letter of a ligature is", "letters of ligatures are"
    ),
    "hidden_text": Message(
        "warning", "left out, on {pages}", "word that cannot be seen is", "words that cannot be seen are"
    ),
    "covered_text": Message(
        "warning",
        "left out, on {pages}: the file tells what the page hides",
        "word under an opaque area is",
        "words under opaque areas are",
    ),
    "text_outside_page": Message(
        "info", "outside of the visible page and left out, on {pages}", "word is", "words are"
    ),
    "comments_unread": Message(
        "info",
        "not read, on {pages}",
        "comment with words of its own is",
        "comments with words of their own are",
    ),
    "typed_unread": Message(
        "warning", "no look to read, on {pages}", "text typed onto a page has", "texts typed onto pages have"
    ),
    "file_on_page": Message(
        "warning", "not read, on {pages}", "file hangs on a page and is", "files hang on pages and are"
    ),
    "annotations_cut": Message(
        "warning", "more than are looked at, on {pages}", "annotation is", "annotations are"
    ),
    "text_cut": Message("error", "Pages with more characters than are read: {pages}"),
    "drawings_cut": Message(
        "warning", "Pages with more drawn objects than are looked at, rules may be missing: {pages}"
    ),
}


def notes_of(readings: Sequence[PageReading], page_count: int) -> tuple[Note, ...]:
    """The notes of all pages, in the order of :data:`MESSAGES`."""
    notes = []
    for rule, message in MESSAGES.items():
        pages, count = [], 0
        for reading in readings:
            for kind, number in reading.remarks:
                if kind == rule:
                    pages.append(reading.page.number)
                    count += number
        if pages:
            notes.append(Note(rule, message.severity, _text(message, pages, count), pages[0]))
    if len(readings) < page_count:
        text = f"Only the first {len(readings)} of {page_count} pages are read"
        notes.append(Note("pages_cut", "warning", text, len(readings)))  # the last page that is there
    return tuple(notes)


def _text(message: Message, pages: list[int], count: int) -> str:
    if not message.one:
        return message.told.format(pages=_ranges(pages))
    where = f"{'page' if len(pages) == 1 else 'pages'} {_ranges(pages)}"
    return f"{counted(count, message.one, message.many)} {message.told.format(pages=where)}"


def _ranges(pages: list[int]) -> str:
    """``[1, 2, 3, 7]`` as ``1-3, 7``."""
    runs = []
    for _, group in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0]):
        run = [page for _, page in group]
        runs.append(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}")
    return ", ".join(runs)
