"""One list with the bilag of several items, behind the last of them: each entry names its item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from extractors.splitting.item_numbers import parse_item_number
from extractors.splitting.labels import BULLET, attachment_label, named_item
from extractors.splitting.likeness import SAME_TITLE, likeness
from extractors.splitting.list_entries import NOTHING
from extractors.splitting.outline import Outline
from schemas.packet import AttachedPaper, SectionPart

_FEWEST = 2
"""Entries that make such a list."""


class _Entry(NamedTuple):
    item: str
    title: str
    line: int


def shared_list(outline: Outline, section: SectionPart, titles: Mapping[str, str]) -> list[AttachedPaper] | None:
    """The bilag in a list right below the heading of a section where each entry names one of the items, whose
    ``titles`` are given by number (``Punkt 2: Kort``, ``Bilag 1 (punkt 2): Kort``, ``Pkt. 2, bilag 1: Kort``), or
    stands below the header of its item, numbered in the order of their items; None where the list is no such."""
    entries = _below_headers(outline, section, titles)
    if entries is None:
        entries = _naming(outline, section)
    if entries is None or not {entry.item for entry in entries} <= titles.keys():
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


def _below_headers(outline: Outline, section: SectionPart, titles: Mapping[str, str]) -> list[_Entry] | None:
    """The entries of a list of all bilag: numbers and titles of items printed again, in their order, and below each
    its bilag counted from 1, with bullets or labels, or that there are none. None where a line is neither, or where
    all is below the section's own item: that may be the first of its bilag."""
    order = list(titles)
    heads: list[str] = []
    entries: list[_Entry] = []
    count, none_told = 0, False
    for line in outline.within(section.span)[1:]:
        text = outline.text(line)
        number = parse_item_number(text, bare=True)
        known = titles.get(number.text) if number is not None and number.title else None
        if number is not None and known and likeness(known, number.title) >= SAME_TITLE:
            place = order.index(number.text)
            if not heads or place > order.index(heads[-1]):
                heads.append(number.text)
                count = 0
                continue
        if not heads:
            return None
        if NOTHING.fullmatch(text.strip("() .")):
            none_told = True
            continue
        if count and text[0].islower() and outline.space_above(line) < 1:
            entries[-1] = entries[-1]._replace(title=outline.join([entries[-1].title, text]))
            continue
        title = BULLET.sub("", text)
        label = attachment_label(title)
        if label is not None and label["number"] and label["title"].strip():
            title = label["title"].strip()
        elif number is not None and number.parts == (count + 1,) and number.form == "single":
            title = number.title
        elif title == text:
            return None
        count += 1
        entries.append(_Entry(heads[-1], title, line))
    return entries if none_told or (heads and heads != [section.item_no]) else None


def _naming(outline: Outline, section: SectionPart) -> list[_Entry] | None:
    """The entries of a list each of which names its item; None where one does not, or there are too few."""
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
    return entries if len(entries) >= _FEWEST else None


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
