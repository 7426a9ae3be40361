"""Contents whose columns were read as lines of their own: the number of an item, its title, its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.splitting.contents import Contents, Entry, make_entry
from extractors.splitting.outline import Outline
from schemas.packet import Span

_HEADING = "indholdsfortegnelse"
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?\.?")
_PAGE = re.compile(r"(?P<page>\d{1,3})(?P<heading>Indholdsfortegnelse\b.*)?", re.IGNORECASE)
"""The heading of the next part may have been joined to the last page above it."""
_HEAD_LINES, _FEWEST, _LONGEST = 120, 2, 200


def column_contents(outline: Outline) -> Contents | None:
    """The first such contents near the top, below a line that ends in their heading, be it joined to another; two
    items at least. None where there are none."""
    for place, text in enumerate(outline.printed_texts[:_HEAD_LINES]):
        if _HEADING in text[-_LONGEST:].lower():
            entries = list(_entries(outline, place + 1))
            if len(entries) >= _FEWEST:
                return Contents(Span(entries[0].first, entries[-1].last), None, entries)
    return None


def _entries(outline: Outline, place: int) -> Iterator[Entry]:
    """The entries from this place among the printed lines on: a number, a title and a page each."""
    printed = outline.printed
    while place + 2 < len(printed):
        number, title, last = (outline.text(line) for line in printed[place : place + 3])
        page = _PAGE.fullmatch(last)
        if page is None or _NUMBER.fullmatch(number) is None or not title[:1].isalpha() or len(title) > _LONGEST:
            return
        yield make_entry(f"{number} {title}", int(page["page"]), printed[place], printed[place + 2])
        place += 3
