"""The file's own outline as a table of contents: what PDF programs keep when they put a packet together."""

from __future__ import annotations

from extractors.splitting.contents import Contents, Entry, agenda_like, make_entry
from extractors.splitting.headers import Candidate
from extractors.splitting.sections import section_name
from schemas.document import Document
from schemas.packet import Span

NOWHERE = -1
"""The line of an entry that is printed nowhere."""


def bookmark_contents(document: Document, plain: list[Candidate]) -> Contents | None:
    """The bookmarks as contents, where they name items of an agenda; None where they do not (the outline of a
    report) or where they have no pages. Headings of an item's sections, which programs mark as well, are no
    entries. Entries stand on no line: their first and last are :data:`NOWHERE`."""
    entries: list[Entry] = []
    for mark in document.bookmarks[:5000]:
        title = " ".join(mark.title.split())
        if title and mark.page is not None and section_name(title) is None:
            entries.append(make_entry(title, mark.page, NOWHERE, NOWHERE))
    table = Contents(Span(NOWHERE, NOWHERE), None, entries)
    pages = [entry.page or 0 for entry in entries]
    if not table.items or pages != sorted(pages) or not agenda_like(table, plain):
        return None
    return table
