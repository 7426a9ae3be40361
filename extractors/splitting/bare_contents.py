"""Contents without heading and leaders, whose lines end in the number of a page and nothing else; and lists of the
bilag of all items, without pages, under a heading that says so.

``2.1 Beslutningssag: Fælles indkøb 2`` and ``Bilag 1: Aftale 3`` look like a header and a label with a number in
their titles. That both come again below without the number tells that it is a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.splitting.contents import Contents, Entry, is_contents_heading, is_entry, make_entry, owned
from extractors.splitting.outline import Outline
from schemas.packet import Span

_PAGED = re.compile(r"(?P<text>.*\S)\s(?P<page>\d{1,3})")
_PAGE_WORD = re.compile(r",?\s\(?(?:side|s\.)\Z", re.IGNORECASE)
_REACH = 3
"""Printed lines that an entry may run over."""
_KEY = 40
"""Characters of a title's first line that are compared: it may be broken elsewhere below."""
_SHARE = 0.6
_LONGEST = 60
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
        entries: list[Entry] = []
        for entry, _ in run:
            entries += owned(entries, [entry])
        if again >= max(2, _SHARE * len(run)) or _fills_page(outline, entries):
            return Contents(Span(run[0][0].first, last), None, entries)
    return None


def _fills_page(outline: Outline, entries: list[Entry]) -> bool:
    """True for items and their bilag that end a page near the top of the file, with pages that it has: nothing else
    looks so."""
    items = [entry.parts for entry in entries if entry.kind == "item"]
    bilag = sum(entry.kind == "attachment" for entry in entries)
    below = outline.next_printed(entries[-1].last)
    ends = below is not None and outline.is_top(below) and outline.rank(entries[0].first) <= _TOP
    pages = [entry.page or 0 for entry in entries]
    whole = 0 < pages[0] < pages[-1] <= len(outline.document.pages) + _SLACK
    rising = len(items) > 1 and all(a < b for a, b in pairwise(items))
    return ends and whole and rising and bilag > 1


_TOP, _SLACK = 12, 3
"""Printed lines above such contents, and pages that the file may have less than they say."""


def bilag_contents(outline: Outline) -> Contents | None:
    """The items and their bilag in a list without pages below a heading such as ``Oversigt over bilag``: two items
    at least whose numbers rise, and two bilag. None where there is no such list."""
    for place, heading in enumerate(outline.printed_texts[:_HEAD_LINES]):
        if len(heading) > _LONGEST or "bilag" not in heading.lower() or not is_contents_heading(heading):
            continue
        index = outline.printed[place]
        entries = list(_entries(outline, place + 1))
        items = [entry.parts for entry in entries if entry.kind == "item"]
        bilag = len(entries) - len(items)
        rising = len(items) > 1 and all(a < b for a, b in pairwise(items))
        if rising and bilag > 1 and entries[0].kind == "item":
            return Contents(Span(index, entries[-1].last), heading, entries)
    return None


def _entries(outline: Outline, place: int) -> Iterator[Entry]:
    """The items and bilag on the lines from this place among the printed ones on, each perhaps over two lines."""
    at = place
    item: str | None = None
    while at < len(outline.printed) and _opens(outline.text(outline.printed[at])):
        lines = [outline.printed[at]]
        below = outline.next_printed(lines[0])
        if below is not None and outline.text(below)[0].islower() and not outline.is_top(below):
            lines.append(below)
        text = outline.join(outline.texts(lines))
        own = _OWN.match(text)
        entry = make_entry(text, None, lines[0], lines[-1])
        if own is not None and own["item"] == item:
            entry = Entry("attachment", own["number"], text[own.end() :], None, lines[0], lines[-1])
        elif entry.kind == "item":
            item = entry.number
        if entry.kind == "other" or not entry.title or (at > place and outline.is_top(lines[0])):
            return
        yield entry
        at += len(lines)


def _opens(text: str) -> bool:
    return is_entry(text) or _OWN.match(text) is not None


_OWN = re.compile(r"(?P<item>\d{1,2}(?:\.\d{1,2})?)\.?(?P<number>[a-z]|(?<=\.)\d{1,2})[.:]?\s+(?=[A-ZÆØÅ])")
"""``3.1.a Kort``, ``3a Kort`` below item 3.1 or 3."""


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
