"""Bilag behind an agenda that the text of one item cites: ``Planen er vedlagt som bilag 3``.

    4. Ny takst                          BILAG 3
    Se bilag 3.                          Takster 2031

The number may hold that of the item as well (``Bilag 4.1``). A label that two items cite tells nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from extractors.splitting.attachments import Case
from extractors.splitting.labels import attachment_label, names_bilag
from extractors.splitting.outline import Outline
from extractors.splitting.reprints import label_of, opens_body
from schemas.packet import Span

_NUMBER = r"(?:\d{1,3}(?:\.\d{1,2})?[a-z]?|(?-i:[A-Z]|[IVX]{1,4}))(?!\w)"
_CITED = re.compile(
    rf"\bbilag(?:ene|et)?\s(?:nr\.\s)?(?P<numbers>{_NUMBER}(?:(?:,\s|\s?[–-]\s?|\sog\s|\ssamt\s)(?:bilag\s)?{_NUMBER})*)",
    re.IGNORECASE,
)
_EACH = re.compile(_NUMBER)
_RANGE = re.compile(r"(?P<first>\d{1,3})\s?[–-]\s?(?P<last>\d{1,3})")
_LETTERS = "ABCDEFGH"
_LONGEST = 160
_MOST = 30


class Label(NamedTuple):
    """A page top that opens a bilag: its line, the number and the title it prints."""

    line: int
    number: str
    title: str


class Cited(NamedTuple):
    """By the lines of labels, the item of each; and the lines of those that no item cites or lists."""

    items: Mapping[int, str]
    unknown: frozenset[int]


def labels_behind(outline: Outline, floor: int) -> list[Label]:
    """The page tops behind a line that open a bilag with its label; label and title that come again head a further
    page of their bilag."""
    found: dict[tuple[str, str], Label] = {}
    for top in outline.tops:
        if top <= floor or len(outline.text(top)) > _LONGEST or attachment_label(outline.text(top)) is None:
            continue
        told = label_of(outline, top)
        if told is not None and told not in found and opens_body(outline, top):
            found[told] = Label(top, *told)
    return list(found.values())


def cited_items(outline: Outline, cases: Sequence[Case], labels: Sequence[Label]) -> Cited:
    """The items of labels: the one whose text alone cites it, the one whose number it holds, or the only one of the
    file. Numbers that come with two titles, or in a list of bilag, tell no item here."""
    numbers = {case.number for case in cases}
    printed = Counter(label.number for label in labels)
    citing: dict[str, set[str]] = defaultdict(set)
    listed: set[str] = set()
    for item_no, span in _texts(outline, cases, labels):
        lines = outline.within(span)
        entries = (label_of(outline, line) for line in lines if names_bilag(outline.text(line)))
        listed |= {entry[0] for entry in entries if entry is not None}
        for number in cited_numbers(" ".join(outline.texts(lines))) & printed.keys():
            citing[number].add(item_no)
    found: dict[int, str] = {}
    unknown: set[int] = set()
    for label in labels:
        holders, stem = citing[label.number], label.number.rpartition(".")[0]
        if printed[label.number] > 1 or label.number in listed or len(holders) > 1:
            continue
        if holders:
            (found[label.line],) = holders
        elif stem in numbers:
            found[label.line] = stem
        elif (
            "." in label.number and label.number.rstrip(_LETTERS) in numbers
        ):  # ``Bilag 2.4`` and ``2.4a`` of item 2.4
            found[label.line] = label.number.rstrip(_LETTERS)
        elif len(cases) == 1:
            found[label.line] = cases[0].number
        else:
            unknown.add(label.line)
    return Cited(found, frozenset(unknown))


def _texts(outline: Outline, cases: Sequence[Case], labels: Sequence[Label]) -> Iterator[tuple[str, Span]]:
    """The lines of each item from its header to the next, or to the first bilag behind it. A header that is printed
    again on further pages may stand behind all other lines."""
    heads = sorted((header.index, header.body, case.number) for case in cases for header in case.headers)
    bounds = sorted([*(index for index, _, _ in heads), *(label.line for label in labels), outline.printed[-1] + 1])
    for index, body, number in heads:
        place = bisect_right(bounds, index)
        stop = bounds[place] if place < len(bounds) else body
        if stop - 1 > body:
            yield number, Span(body + 1, stop - 1)


def cited_numbers(text: str) -> set[str]:
    """The numbers of bilag that a text cites, in capitals."""
    found: set[str] = set()
    for match in _CITED.finditer(text):
        numbers = match["numbers"]
        found |= {number.upper() for number in _EACH.findall(numbers)}
        for run in _RANGE.finditer(numbers):
            first, last = int(run["first"]), int(run["last"])
            found |= {str(n) for n in range(first, last + 1)} if last - first < _MOST else set()
    return found
