"""Contents without heading and leaders, whose lines end in the number of a page and nothing else.

``2.1 Beslutningssag: Fælles indkøb 2`` and ``Bilag 1: Aftale 3`` look like a header and a label with a number in
their titles. That both come again below without the number tells that it is a page.
"""

from __future__ import annotations

import re

from extractors.splitting.contents import Contents, Entry, is_entry, make_entry
from extractors.splitting.outline import Outline
from schemas.packet import Span

_PAGED = re.compile(r"(?P<text>.*\S)\s(?P<page>\d{1,3})")
_PAGE_WORD = re.compile(r",?\s\(?(?:side|s\.)\Z", re.IGNORECASE)
_REACH = 3
"""Printed lines that an entry may run over."""
_KEY = 40
"""Characters of a title's first line that are compared: it may be broken elsewhere below."""
_SHARE = 0.6
_HEAD_LINES, _HEAD_SHARE = 120, 3
"""Contents stand among so many first lines, or in this part of the document."""


def bare_contents(outline: Outline) -> Contents | None:
    """The first run of lines that open with the number of an item or the label of a bilag and end in pages that
    never fall, an item among them, most of which come again below it without the page."""
    printed = outline.printed
    end = max(len(printed) // _HEAD_SHARE, _HEAD_LINES)
    place = 0
    lasts: dict[str, int] | None = None
    while place < min(end, len(printed)):
        if not is_entry(outline.text(printed[place])):
            place += 1
            continue
        run, behind = _run(outline, place)
        place = max(behind, place + 1)
        if len(run) < 2 or not any(entry.kind == "item" for entry, _ in run):
            continue
        if lasts is None:
            lasts = {_key(outline.text(index)): index for index in printed}
        last = run[-1][0].last
        again = sum(lasts.get(_key(opening), -1) > last for _, opening in run)
        if again >= max(2, _SHARE * len(run)):
            return Contents(Span(run[0][0].first, last), None, [entry for entry, _ in run])
    return None


def _run(outline: Outline, place: int) -> tuple[list[tuple[Entry, str]], int]:
    """The entries that follow each other from this place among the printed lines, each with the first line of its
    title, and the place behind them."""
    printed = outline.printed
    run: list[tuple[Entry, str]] = []
    pending: list[int] = []
    at = place
    while at < len(printed) and len(pending) < _REACH:
        index = printed[at]
        text = outline.text(index)
        if is_entry(text) == bool(pending) or (pending and outline.is_top(index)):
            break
        pending.append(index)
        at += 1
        m = _PAGED.fullmatch(text) if text[-1].isdecimal() else None
        if m is None:
            continue
        page = int(m["page"])
        if run and page < (run[-1][0].page or 0):
            return run, at - len(pending)
        parts = [*(outline.text(line) for line in pending[:-1]), _PAGE_WORD.sub("", m["text"])]
        run.append((make_entry(outline.join(parts), page, pending[0], index), parts[0]))
        pending = []
    return run, at - len(pending)


def _key(text: str) -> str:
    return text[:_KEY].rstrip().casefold()
