"""Results of one name after another whose names stand side by side over the values, below the goal they answer.

    Mål: Mindst 90 % af bådene er fremme til tiden

                     Nordby     Sydby     Øby     Ruter i alt
    1. halvår 2031     84 %      91 %    88 %            87 %
    1. halvår 2030     80 %      92 %    85 %            85 %

The rows are of times, of which the last tells how it stands. A row of aims makes a table of goals, which others
read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from extractors.goals.breakdowns import FEWEST, Breakdown, Named
from extractors.goals.cells import HAS_NUMBER, Measured, measured
from extractors.goals.headings import Heading, heading
from extractors.goals.lines import lines_with, printed_in
from extractors.goals.papers import Paper
from schemas.packet import Packet, Span

MOST_NAMES, MOST_WORDS = 14, 4
"""Names side by side, and words of one."""
MOST_ROWS = 8
LONGEST = 200
_GAP = regex.compile(r"\s{2,}|\t+")
_BEGIN = regex.compile(r"(?<!\S)(?=\p{Lu})")
_VALUE = r"[-–]?\d[\d.]*(?:,\d+)?(?:\s?(?:%|pct\.?))?"
_VALUES = regex.compile(rf"(?P<label>\S.*?)(?:\s+(?P<value>{_VALUE}))+")
_YEAR = regex.compile(r"20\d\d")
_TOLD = frozenset({"time", "outcome"})


class _Row(NamedTuple):
    line: int
    meaning: Heading
    values: tuple[Measured, ...]


def read_lying_breakdowns(packet: Packet, paper: Paper) -> list[Breakdown]:
    """The lists of a paper, in order."""
    found: list[Breakdown] = []
    printed, numbered = printed_in(packet, paper.span), lines_with(packet, "number")
    texts = [packet.lines[index].text for index in printed]
    at = 0
    while at < len(texts) - 1:
        # a line without numbers above one with several values
        if printed[at + 1] not in numbered or printed[at] in numbered or HAS_NUMBER.search(texts[at]) is not None:
            at += 1
            continue
        rows = list(_rows(printed, texts, at))
        names = _names(texts[at], len(rows[0].values)) if rows else ()
        told = _told(rows) if names else None
        if told is not None:
            named = [Named(name, told.line, (value,)) for name, value in zip(names, told.values, strict=True)]
            above = printed[at - 1] if at else -1
            found.append(Breakdown(tuple(named), (), Span(printed[at], rows[-1].line), above, -1))
        at += 1 + len(rows)
    return found


def _rows(printed: Sequence[int], texts: Sequence[str], head: int) -> Iterator[_Row]:
    """The rows below a line of names: a time and as many values as the first has."""
    width = 0
    for at in range(head + 1, min(head + 1 + MOST_ROWS, len(texts))):
        row = _row(printed[at], texts[at], width)
        if row is None:
            return
        width = len(row.values)
        yield row


def _row(line: int, text: str, width: int) -> _Row | None:
    text = text.strip()
    if len(text) > LONGEST:
        return None
    label, *cells = [cell for cell in _GAP.split(text) if cell]
    if len(cells) < FEWEST:
        match = _VALUES.fullmatch(text)
        if match is None:
            return None
        label, cells = match["label"], match.captures("value")
        if _YEAR.fullmatch(cells[0]):
            label, cells = f"{label} {cells[0]}", cells[1:]
    values = [value for cell in cells if (value := measured(cell)) is not None and not value.rest]
    meaning = heading((label,))
    if not FEWEST <= len(values) == len(cells) <= MOST_NAMES or (width and len(values) != width):
        return None
    return _Row(line, meaning, tuple(values)) if meaning.kind in _TOLD else None


def _names(text: str, count: int) -> tuple[str, ...]:
    """So many names of a line: as gaps part them, else each begins with a capital letter; empty for another
    count."""
    names = [name for name in _GAP.split(text.strip()) if name]
    if len(names) != count:
        starts = [match.start() for match in _BEGIN.finditer(text)]
        names = [text[a:b].strip() for a, b in pairwise([*starts, len(text)])]
    if len(names) != count or len(set(names)) < count or any(len(name.split()) > MOST_WORDS for name in names):
        return ()
    known = {heading((name,)).kind for name in names}
    return tuple(names) if known <= {None, "comparison"} and all(name[0].isupper() for name in names) else ()


def _told(rows: Sequence[_Row]) -> _Row | None:
    """The row of the last time; None where that cannot be told."""
    if len(rows) == 1:
        return rows[0]
    years = [row.meaning.year for row in rows if row.meaning.year is not None]
    if len(years) < len(rows):
        return None
    last = [row for row in rows if row.meaning.year == max(years)]
    return last[0] if len(last) == 1 else None
