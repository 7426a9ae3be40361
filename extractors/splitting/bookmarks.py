"""The file's own outline as a table of contents: what PDF programs keep when they put a packet together."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.splitting.candidates import Candidate
from extractors.splitting.contents import Contents, Entry, make_entry
from extractors.splitting.item_numbers import parse_item_number
from extractors.splitting.likeness import likeness
from extractors.splitting.main_contents import agenda_like
from extractors.splitting.sections import section_name
from extractors.splitting.sequence import PROOFS
from extractors.splitting.titles import read_title
from schemas.document import Bookmark, Document
from schemas.packet import Span

NOWHERE = -1
"""The line of an entry that is printed nowhere."""

_MOST = 5000
_ALIKE = 0.6


def bookmark_contents(document: Document, plain: list[Candidate]) -> Contents | None:
    """The bookmarks as contents, where they name items of an agenda; None where they do not (the outline of a
    report) or where they have no pages. Headings of an item's sections, which programs mark as well, are no
    entries. Entries stand on no line: their first and last are :data:`NOWHERE`."""
    entries: list[Entry] = []
    marks = document.bookmarks[:_MOST]
    levels = _levels(marks, plain)
    for mark in marks:
        title = " ".join(mark.title.split())
        if not title or mark.page is None or section_name(title) is not None:
            continue
        entry = make_entry(title, mark.page, NOWHERE, NOWHERE)
        if entry.kind != "item" or not levels or mark.level in levels:
            entries.append(entry)
    table = Contents(Span(NOWHERE, NOWHERE), None, entries)
    pages = [entry.page or 0 for entry in entries]
    if not table.items or pages != sorted(pages) or not agenda_like(table, plain):
        return None
    return table


def _levels(marks: Sequence[Bookmark], plain: list[Candidate]) -> frozenset[int]:
    """The levels on which headers stand that the agenda's own signs prove; what has a number on other levels is a
    heading within a bilag."""
    proven: dict[str, list[str]] = {}
    for candidate in plain:
        if not PROOFS.isdisjoint(candidate.evidence):
            proven.setdefault(candidate.number, []).append(candidate.title)
    found = set()
    for mark in marks:
        number = parse_item_number(" ".join(mark.title.split()))
        if number is None:
            continue
        title = read_title(number.title).text
        if any(likeness(title, known) >= _ALIKE for known in proven.get(number.text, ())[:12]):
            found.add(mark.level)
    return frozenset(found)
