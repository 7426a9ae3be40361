"""Which of the tables of contents is that of the packet itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.splitting.candidates import Candidate
from extractors.splitting.contents import PROVEN, Contents
from extractors.splitting.outline import Outline


def announces_agenda(outline: Outline, first: int) -> bool:
    """True where one of the few lines above says that an agenda follows: ``Dagsorden til mødet den 4. maj``."""
    above = outline.preceding(first, _ABOVE)
    return any(len(text) <= _SHORT and _AGENDA.search(text) is not None for text in outline.texts(above))


_ABOVE, _SHORT = 16, 110
_AGENDA = re.compile(
    r"\b(?:dagsorden(?:en)?|tillægsdagsorden|(?:møde)?indkaldelse|(?:beslutnings|møde)?referat|sagsliste)\b",
    re.IGNORECASE,
)


def main_contents(tables: list[Contents], outline: Outline, plain: Sequence[Candidate]) -> Contents | None:
    """The contents of the packet itself: the first table with items of an agenda, near the document's start.

    ``plain`` are the candidates for headers found without any contents: where some of them with a case number or
    a section heading carry the numbers of the table, it is the agenda's. The contents of a report are none.
    """
    if not outline.printed:
        return None
    limit = outline.printed[min(len(outline.printed) - 1, max(len(outline.printed) // 3, 120))]
    for table in tables:
        if table.span.first > limit:
            return None
        if table.items and (agenda_like(table, plain) or announces_agenda(outline, table.span.first)):
            return table
    return None


def agenda_like(table: Contents, plain: Sequence[Candidate]) -> bool:
    """Kinds of cases, bilag under their items, a heading that says so, or headers with case numbers or kinds of
    cases below."""
    heading = (table.heading or "").lower()
    if any(entry.item_type for entry in table.items):
        return True
    if any(word in heading for word in ("bilag", "dagsorden", "punkt")):
        return True
    kinds = [entry.kind for entry in table.entries]
    owned = sum(a == "item" and b == "attachment" for a, b in pairwise(kinds))
    if owned >= 2:
        return True
    numbers = {entry.number for entry in table.items}
    proven = sum(c.number in numbers and not (PROVEN | {"type word"}).isdisjoint(c.evidence) for c in plain)
    return proven >= min(2, len(numbers))
