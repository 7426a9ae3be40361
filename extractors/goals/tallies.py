"""Lists of one value a line under a head, as grids: måltal of each kommune, and what each came to.

    Måltal 2031               Måltal 2031
    Lillerup 14               Gymnasier
    Storby 9                  62 %
                              Andet
                              6 %

The tables stage reads a number behind a name as a table only where more speaks for it. Here the head, or the list
of the same names that stands elsewhere (:mod:`extractors.goals.apart`), tells whether it is one of goals.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from extractors.goals.cells import measured
from extractors.goals.entries import Spans
from extractors.goals.flattened import grid_of_lines
from extractors.goals.headings import LONGEST, heading
from extractors.goals.lines import lines_with, lines_within, printed_in
from extractors.goals.papers import Paper
from extractors.tables.flat.values import NUMBER_WITH_UNIT
from extractors.tables.grid import Grid
from schemas.packet import Packet, Span

FEWEST = 3
"""Lines of a list."""
MOST_PAIRS = 60
"""Names of a list whose values stand below them."""
LONGEST_NAME = 4
"""Words of the name of a place or a body."""
_ENTRY = regex.compile(rf"(?P<name>\p{{Lu}}[^\d:;,%]{{0,40}}[\p{{L}}.)]):?\s(?P<value>{NUMBER_WITH_UNIT})")
_VALUE = regex.compile(NUMBER_WITH_UNIT)
_YEAR = regex.compile(r"(?:19|20)\d\d")
_ENDS = frozenset("0123456789%.")
"""The last characters of a value."""


def read_tallies(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Grid]:
    """The lists of the paper's lines, outside of the spans that are ``taken``."""
    covered = Spans(taken)
    head: int | None = None
    rows: list[tuple[int, list[str]]] = []
    before: int | None = None
    lines, numbered = packet.lines, lines_with(packet, "number")
    for index in printed_in(packet, paper.span):
        row = _row(lines[index].text) if index in numbered else None
        if row is not None and not covered.covers(index):
            if not rows:
                head = before
            rows.append((index, row))
        elif rows:
            yield from _grid(packet, head, rows)
            rows = []
        before = index
    yield from _grid(packet, head, rows)
    yield from _paired(packet, paper, covered)


def _paired(packet: Packet, paper: Paper, covered: Spans) -> Iterator[Grid]:
    """The lists below a head of an aim whose values stand in the lines below the names."""
    lines, numbered = packet.lines, lines_with(packet, "number")
    aims = [index for index in lines_within(packet, "aim", paper.span) if len(lines[index].text) <= LONGEST]
    printed = printed_in(packet, paper.span) if aims else ()
    for index in aims:
        at = bisect_left(printed, index)
        ahead = printed[at + 2 : at + 4]  # where the first value stands, a second head says of whom the values are
        if covered.covers(index) or not any(one in numbered and _is_value(lines[one].text) for one in ahead):
            continue
        head = " ".join(lines[index].text.split())
        if heading((head,)).kind != "aim":
            continue
        texts = [" ".join(lines[one].text.split()) for one in printed[at : at + 2 * MOST_PAIRS]]
        for first in (1, 2):
            rows = []
            while first + 1 < len(texts) and _are_pair(texts[first : first + 2]):
                rows.append((printed[at + first + 1], texts[first : first + 2]))
                first += 2
            more = first < len(texts) and _is_value(texts[first])
            if len(rows) >= FEWEST and not more:
                yield grid_of_lines(index, ["", head], rows)
                break


def _is_value(text: str) -> bool:
    return len(text) <= LONGEST and _VALUE.fullmatch(" ".join(text.split())) is not None


def _are_pair(texts: Sequence[str]) -> bool:
    """True for a name and a value by itself."""
    name, value = texts
    named = name[:1].isupper() and name[-1].isalpha() and not any(map(str.isdecimal, name)) and len(name) <= LONGEST
    if not named or _VALUE.fullmatch(value) is None or _YEAR.fullmatch(value):
        return False
    return heading((name,)).kind in (None, "comparison") and measured(value) is not None


def _row(text: str) -> list[str] | None:
    """A name and its value; None for any other line."""
    text = text.strip()
    if not text[:1].isupper() or text[-1] not in _ENDS or "\t" in text or len(text) > LONGEST:
        return None
    match = _ENTRY.fullmatch(" ".join(text.split()))
    if match is None or _YEAR.fullmatch(match["value"]) or measured(match["value"]) is None:
        return None
    return [match["name"], match["value"]] if len(match["name"].split()) <= LONGEST_NAME else None


def _grid(packet: Packet, head: int | None, rows: list[tuple[int, list[str]]]) -> Iterator[Grid]:
    """The grid of a list below a head that is no sentence."""
    if head is None or len(rows) < FEWEST:
        return
    text = " ".join(packet.lines[head].text.split()).rstrip(":")
    if len(text) > LONGEST or text.endswith((".", ",", ";", "?")):
        return
    yield grid_of_lines(head, ["", text], rows)
