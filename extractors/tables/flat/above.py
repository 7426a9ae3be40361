"""What the lines left above a head say: a title, another head, or words that the head goes on from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.language.dateforms import MONTHS
from extractors.tables.flat.head import Head, spans_others
from extractors.tables.flat.heads import read_head
from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.regions import continues_text, item_is_prose
from extractors.tables.flat.values import Atom
from extractors.tables.flat.words import (
    BASES,
    LABEL_HEADS,
    SAID_OF_YEARS,
    SPANNING_HEADS,
    UNIT_COLUMNS,
    YEAR,
    YEARLY_HEADS,
    heads_labels,
)
from extractors.tables.labels import is_column_total, is_difference, is_share
from extractors.text.vocabulary import Vocabulary
from schemas.places import find_region
from schemas.units import DURATIONS, unit_of

NEAR_HEADS = 3
"""So many lines right above a head may hold another."""


def _begins_head(text: str) -> bool:
    """True for the head of labels and two heads or more behind it, which are no title."""
    parts = text.split()
    return parts[0].lower() in LABEL_HEADS and sum(part[0].isupper() for part in parts) > 2


def hold_heads(dropped: Sequence[Item], lines: Sequence[Item]) -> bool:
    """True where the lines left right above a head hold the head of the labels, with others beside it."""
    if _begins_head(dropped[-1].text):
        return True
    near = [item for item in dropped[-NEAR_HEADS:] if item.kind == Kind.TEXT]
    if any(item_is_prose(item) or item.gap != lines[0].gap for item in near):
        return False
    return any(_names_labels(item.text) for item in near)


def holds_heads(text: str) -> bool:
    """True for a line of three heads or more, a total or a measure among them: ``I alt Antal Pct.``."""
    parts = _TOTAL.sub("Ialt", text).split()
    measured = any(part == "Ialt" or part.lower() in SPANNING_HEADS for part in parts)
    return len(parts) > 2 and measured and all(part[0].isupper() or unit_of(part) is not None for part in parts)


_TOTAL = re.compile(r"\bI alt\b")


def is_year_with_unit(text: str) -> bool:
    """True for ``2032, 1.000 kr.``: the end of a head, and no name of a group."""
    return YEAR.match(text) is not None and unit_of(text[4:].strip(" ,()")) is not None


def is_label_head(item: Item) -> bool:
    """True for a line that is the head of the labels alone."""
    return item.kind == Kind.TEXT and heads_labels(item.text)


def leaves_label_head(dropped: Sequence[Item], first: Item, captioned: bool) -> bool:
    """True where the lines left above a head hold the head of the labels: one that begins with it below a numbered
    caption; else the line right above, where that is the one word, which is no title."""
    if captioned:
        return any(_begins_with_label_head(item) for item in dropped)
    return first.gap == 0 and is_label_head(dropped[-1])


def leaves_heads(dropped: Sequence[Item]) -> bool:
    """True where one of the lines left above a head below a numbered caption holds three heads or more, the last of
    one year or one of them for units: ``Mål Opgørelse Enhed Mål 2031``."""
    return any(_holds_heads_of_text(item) for item in dropped)


def _holds_heads_of_text(item: Item) -> bool:
    if item.kind not in (Kind.TEXT, Kind.ROW) or item_is_prose(item):
        return False
    parts = item.text.split()
    ends = YEAR.fullmatch(parts[-1]) is not None or any(part.lower() in UNIT_COLUMNS for part in parts)
    return ends and sum(part[0].isupper() for part in parts) >= _HEADS_OF_TEXT


_HEADS_OF_TEXT = 3


def names_rows(head: Head) -> bool:
    """True where the head of the labels is known for one."""
    return any(map(heads_labels, head.labels))


def _begins_with_label_head(item: Item) -> bool:
    return item.kind == Kind.TEXT and any(map(heads_labels, item.text.split()[:1]))


def _names_labels(text: str) -> bool:
    """True for ``Klynge Borgere``: the head of the labels with others behind it, each one word."""
    parts = text.split()
    if find_region(text) or parts[0].lower() not in LABEL_HEADS:
        return False
    return len(parts) > 1 and all(part[0].isupper() for part in parts)


def may_be_title(dropped: Sequence[Item]) -> bool:
    """True where the last of the lines left above a head may belong to a title, which begins with a capital and may
    end in a number: ``Havne 2031``, ``Mål for tema 1``, ``Svar inden for 5 minutter``."""
    if len(dropped) > 1 and _is_year(dropped[-1]) and _ends_in_month(dropped[-2]):
        dropped = dropped[:-1]
    last = dropped[-1]
    if last.kind != Kind.TEXT and not (last.kind == Kind.ROW and _ends_title(last.atoms)):
        return False
    if repeats_itself(last):
        return False
    wrapped = len(dropped) > 1 and last.gap == 0 and dropped[-2].kind == Kind.TEXT
    return _begins_title(last) or (wrapped and _begins_title(dropped[-2]))


def _ends_title(atoms: Sequence[Atom]) -> bool:
    """True for one whole number, alone or of a length of time."""
    if len(atoms) != 1:
        return False
    number, _, unit = atoms[0].text.partition(" ")
    return number.isdecimal() and (not unit or unit_of(unit) in DURATIONS)


def _begins_title(item: Item) -> bool:
    """True for a capital letter, behind the number of a chapter as well, or numbers that a word goes on from:
    ``18-24-årige i job``."""
    return (
        item.text[0].isupper()
        or _NUMBERED_WORD.match(item.text) is not None
        or _CHAPTER.match(item.text) is not None
    )


_CHAPTER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.? [A-ZÆØÅ][a-zæøå]{2}")
_NUMBERED_WORD = re.compile(r"\d+(?:[-–]\d+)?-[a-zæøå]{3}\w* \w")


def repeats_itself(item: Item) -> bool:
    """True for groups of columns side by side: ``ændring 2019-2022 ændring 2021-2022``."""
    parts = item.text.split()
    return len(parts) > 2 and parts.count(parts[0]) > 1


def begins_inside(items: Sequence[Item], start: int) -> bool:
    """True where the line goes on with the one above it, so that no head can begin there."""
    above, item = items[start - 1], items[start]
    if above.kind == Kind.TEXT and item.gap == 0 and item.kind != Kind.TEXT:
        return _breaks_word(above, item) or _is_year_of(above, item, items[start + 1 : start + 3])
    if above.kind != Kind.TEXT or item.kind != Kind.TEXT:
        return False
    if repeats_itself(item) or (item_is_prose(above) and above.text.endswith(".")):
        return False
    # Behind an empty line a small letter may begin a head: ``ændring 2021-2022``.
    near = item.gap == 0 or (item.gap == above.gap and item_is_prose(above))
    return (above.wrapped and near) or continues_text(above.text, item.text if near else item.text.capitalize())


def _breaks_word(above: Item, item: Item) -> bool:
    """True for the rest of a word with a year behind it: ``Udgangs-`` / ``punkt 2031``."""
    return above.text[-1] in "-‐" and above.text[-2:-1].isalpha() and item.text[0].islower()


def _is_year_of(above: Item, item: Item, below: Sequence[Item]) -> bool:
    """True for a year alone below a word that has one (``Måltal`` / ``2031``), or before another such word with its
    own (``Krav`` / ``2032``); with another year right below it both stand below that word."""
    words = above.text.split()
    if not _is_year(item) or any(line.atoms and line.atoms[0].is_year for line in below[:1]):
        return False
    if _ends_in_month(above):
        return True  # ``Pladser pr. 1. januar`` / ``2031``
    if len(words) <= _MOST_OF_YEAR and words[-1].lower() in SAID_OF_YEARS | YEARLY_HEADS | BASES:
        return True
    again = len(below) > 1 and below[0].kind == Kind.TEXT and " " not in below[0].text and _is_year(below[1])
    return again and words[-1][0].isupper() and not item_is_prose(above)


def _ends_in_month(item: Item) -> bool:
    words = item.text.split()
    return item.kind == Kind.TEXT and len(words) > _FEWEST_OF_DAY and words[-1].lower() in MONTHS


_FEWEST_OF_DAY = 2
"""More words than ``1. januar``, which may be a head with the year below it."""


def _is_year(item: Item) -> bool:
    return item.kind == Kind.VALUES and len(item.atoms) == 1 and item.atoms[0].is_year


_MOST_OF_YEAR = 3


def begins_below(above: Item, lines: Sequence[Item]) -> bool:
    """True where the line above ends in words that stand on a line of their own among the lines of a head: the
    first head begins up there (``Tiltag Ventet udgift`` / ``2031`` / ``Ventet udgift`` / ``2032``)."""
    whole = [line.text for line in lines[1:] if line.kind == Kind.TEXT and line.text[0].isupper()]
    return above.kind == Kind.TEXT and lines[0].gap == 0 and any(above.text.endswith(f" {text}") for text in whole)


def takes_group(lines: Sequence[Item], head: Head, words: Vocabulary) -> bool:
    """True where the last head has the last line to itself, says nothing of a column, and shifts the others: those
    lines alone are a head of the labels and one over each column, and a second head of labels is none. It names the
    first rows: ``Mål Udgangspunkt Status`` / ``Gæster``."""
    printed = [item for item in lines if item.kind != Kind.SPACE]
    if len(head.labels) < _TWO_LABELS or len(printed) < _TWO_LABELS or len(head.paths) < _TWO_LABELS:
        return False
    last = printed[-1].text.strip(" :")
    if head.paths[-1] != (last,) or heads_labels(head.labels[-1]) or _says_of_column(last):
        return False
    others = read_head(printed[:-1], len(head.paths), words)
    return others is not None and len(others.labels) == 1 and others.cost <= _SURE_OTHERS


def _says_of_column(text: str) -> bool:
    return (
        is_difference(text)
        or is_share(text)
        or is_column_total(text)
        or spans_others(text)
        or any(unit_of(word) is not None for word in text.split())
    )


_TWO_LABELS = 2
_SURE_OTHERS = 0.1
