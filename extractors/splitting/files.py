"""Bilag that a web site lists as files right below the title of an item, without a heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from extractors.splitting.outline import Outline
from schemas.packet import AgendaItem, AttachedPaper

_ENDS = r"\.(?:pdf|docx?|pptx?|xlsx?)"
_ICON = re.compile(rf"application/[\w.+-]+ icon (?P<name>.+?{_ENDS})(?=\s*(?:application/|\Z))", re.IGNORECASE)
"""``application/pdf icon kort_0.pdfapplication/pdf icon plan.docx``: what stands for the picture of each file."""
_NAMES = re.compile(rf"\S+{_ENDS}(?:\s\S+{_ENDS})*", re.IGNORECASE)
_LONGEST = 600


def file_names(text: str) -> list[str]:
    """The names of files that a line holds and nothing else; empty for any other line."""
    if len(text) > _LONGEST or "." not in text:
        return []
    if text.lower().startswith("application/"):
        return [found["name"] for found in _ICON.finditer(text)]
    return text.split() if _NAMES.fullmatch(text) is not None else []


def filed_papers(
    outline: Outline, items: Sequence[AgendaItem], listed: Collection[str | None]
) -> Iterator[AttachedPaper]:
    """The files right below the titles of items, counted for each item, but for items that have a list of bilag
    (``listed``). A paper's title is the name of its file; it is listed only."""
    for item in items:
        line = outline.next_printed(item.header.last) if item.header is not None else None
        if line is None or item.item_no in listed or item.span is None or line not in item.span:
            continue
        for place, name in enumerate(file_names(outline.text(line)), 1):
            yield AttachedPaper(
                item.item_no, str(place), name, listed_at=line, confidence=0.9, evidence=("file name",)
            )
