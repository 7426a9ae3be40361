"""One list with the bilag of several items, behind the last of them: each entry names its item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from extractors.splitting.item_numbers import parse_item_number
from extractors.splitting.labels import BULLET, attachment_label, named_item
from extractors.splitting.outline import Outline
from schemas.packet import AttachedPaper, SectionPart

_FEWEST = 2
"""Entries that make such a list."""


class _Entry(NamedTuple):
    item: str
    title: str
    line: int


def shared_list(outline: Outline, section: SectionPart, numbers: Collection[str]) -> list[AttachedPaper] | None:
    """The bilag in a list right below the heading of a section where each entry names one of the items ``numbers``
    (``Punkt 2: Kort``, ``Bilag 1 (punkt 2): Kort``, ``Pkt. 2, bilag 1: Kort``), numbered in the order of their
    items; None where the list is no such."""
    entries: list[_Entry] = []
    for line in outline.within(section.span)[1:]:
        text = BULLET.sub("", outline.text(line))
        apart = outline.is_top(line) or outline.space_above(line) > 1
        if entries and not apart and text[0].islower():
            entries[-1] = entries[-1]._replace(title=outline.join([entries[-1].title, text]))
            continue
        entry = None if entries and apart else _read(text, line)
        if entry is None:
            if entries and not apart:
                return None
            break
        entries.append(entry)
    if len(entries) < _FEWEST or not {entry.item for entry in entries} <= set(numbers):
        return None
    counts: Counter[str] = Counter()
    found = []
    for entry in entries:
        counts[entry.item] += 1
        found.append(
            AttachedPaper(
                entry.item,
                str(counts[entry.item]),
                entry.title,
                listed_at=entry.line,
                confidence=0.9,
                evidence=("bilag section",),
            )
        )
    return found


def _read(text: str, line: int) -> _Entry | None:
    """The item and the title that an entry tells; None for a line that names no item."""
    label = attachment_label(text)
    item = named_item(text)
    if label is not None and item is not None:
        return _Entry(item, label["title"].strip(), line) if label["title"].strip() else None
    number = parse_item_number(text)
    if number is None or number.form != "word" or not number.title:
        return None
    label = attachment_label(number.title)
    title = label["title"].strip() if label is not None else number.title
    return _Entry(number.text, title, line) if title else None
