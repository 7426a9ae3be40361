"""Captions of flattened tables: number, title over one or more lines, and titles without a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.regions import continues_text, is_head_like, is_lone_number, is_prose
from extractors.tables.flat.rows import join_texts
from extractors.tables.flat.words import NOTE_STARTS, TABLE_CAPTION
from extractors.text.vocabulary import Vocabulary

_LONG_LINE = 60
_MOST_TITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption. ``after`` is the item behind its last line."""

    table_no: str | None
    title: str | None
    first: int
    after: int


def read_caption(items: Sequence[Item], at: int, words: Vocabulary) -> Caption:
    """The caption whose ``Tabel 3`` stands at item ``at``; its title may go on, or stand, on the lines below."""
    match = TABLE_CAPTION.match(items[at].text)
    if match is None:
        return Caption(None, None, at, at)
    number = f"Tabel {match['no']}"
    parts = [match["rest"].strip()] if match["rest"].strip() else []
    after = at + 1
    if not parts:
        while after < len(items) and items[after].kind == Kind.SPACE:
            after += 1
        while after < len(items) and len(parts) < _MOST_TITLE_LINES and items[after].kind in (Kind.TEXT, Kind.ROW):
            if parts and (items[after].gap or not continues_text(parts[-1], items[after].text)):
                break
            parts.append(items[after].text)
            after += 1
    else:
        while after < len(items) and items[after].kind == Kind.TEXT and _goes_on(parts[-1], items[after]):
            parts.append(items[after].text)
            after += 1
    title = join_texts(parts, words).lstrip("-–—:. ") or None
    return Caption(number, title, at, after)


def _goes_on(before: str, item: Item) -> bool:
    if before.endswith(("-", "\u00ad")):
        return True
    return item.text[0].islower() and (
        len(before) >= _LONG_LINE or (not item.gap and len(before) >= _LONG_LINE // 2)
    )


def title_above(items: Sequence[Item], below: int, floor: int, words: Vocabulary) -> Caption | None:
    """The short lines right above a table without a numbered caption; None where running text stands there."""
    end = below
    while end > floor and (items[end - 1].kind == Kind.SPACE or is_lone_number(items[end - 1])):
        end -= 1
    first = end
    while first > floor and end - first < _MOST_TITLE_LINES:
        item = items[first - 1]
        titled = item.kind in (Kind.TEXT, Kind.HEADING) or is_head_like(item)
        if not titled or (first < end and items[first].gap > 1):
            break
        if is_prose(item.text) and not item.text.endswith(":"):
            break
        ended = item.text[-1] in ".!" and not _ENDS_IN_UNIT.search(item.text)
        if ended or (first == end and item.text[0].islower()):
            break
        first -= 1
        if (
            item.opens
            or item.kind == Kind.HEADING
            or item.text.endswith(":")
            or (item.gap and item.text[0].isupper())
        ):
            break
    if first == end:
        return None
    return Caption(None, join_texts([item.text for item in items[first:end]], words) or None, first, end)


_ENDS_IN_UNIT = re.compile(r"\b(?:pct|kr|mio|mia|stk)\.\Z", re.IGNORECASE)
"""``Beløb i mio. kr.``: the point is that of an abbreviation and ends no sentence."""


def note_below(items: Sequence[Item], after: int, words: Vocabulary) -> str | None:
    """The note or source printed under a table whose last line is item ``after - 1``; None where there is none."""
    at = after
    while at < len(items) and items[at].kind == Kind.SPACE and at - after < _MOST_BLANKS:
        at += 1
    parts: list[str] = []
    while at < len(items) and len(parts) < _MOST_NOTE_LINES:
        item = items[at]
        begins = NOTE_STARTS.match(item.text) is not None
        if item.kind == Kind.SPACE or not (begins or (parts and _note_goes_on(parts[-1], item))):
            break
        parts.append(item.text)
        at += 1
    return join_texts(parts, words) or None


_MOST_BLANKS = 2
_MOST_NOTE_LINES = 6


def _note_goes_on(before: str, item: Item) -> bool:
    return before[-1] not in ".:" and (len(before) >= _LONG_LINE or item.text[0].islower())
