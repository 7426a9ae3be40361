"""Numbered points of an agreement with their values set apart at the end of the line.

2.1 Lovpligtige brandsyn                          640 gennemføres
2.3 Sagsbehandling af byggesager       højst 20 dage i gennemsnit
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from extractors.goals.entries import Entry, Spans, Spot
from extractors.goals.papers import Paper
from extractors.goals.worded import value_of
from schemas.packet import Packet, Span

FEWEST = 3
"""Points that make a list."""
FURTHEST = 12
"""Lines between two points of one list: titles of goals and page feet stand between."""
_POINT = regex.compile(
    r"\s*(?P<no>(?P<goal>\d{1,2})\.\d{1,2})\.?\s+(?P<label>\p{Lu}.*?\S)(?:\s{3,}|\s*\t\s*)(?P<value>\S.*?)\s*"
)


def read_aligned_points(packet: Packet, paper: Paper, taken: Sequence[Span]) -> list[Entry]:
    """The targets of such points; empty outside agreements and where fewer than three stand below each other."""
    if paper.kind != "contract":
        return []
    found: list[Entry] = []
    run: list[Entry] = []
    for entry in _points(packet, paper, Spans(taken)):
        if run and (entry.at.line - run[-1].at.line > FURTHEST or not _follows(run[-1], entry)):
            found += run if len(run) >= FEWEST else []
            run = []
        run.append(entry)
    return found + (run if len(run) >= FEWEST else [])


def _points(packet: Packet, paper: Paper, taken: Spans) -> Iterator[Entry]:
    for index in range(paper.span.first, paper.span.last + 1):
        text = packet.lines[index].text
        match = _POINT.fullmatch(text) if text.lstrip()[:1].isdecimal() and index not in packet.furniture else None
        if match is None or taken.covers(index):
            continue
        aimed = value_of(match["value"])
        if aimed is not None:
            if aimed.unit is not None and aimed.unit.endswith("es"):
                aimed = replace(aimed, unit=None)  # `640 gennemføres`: a verb
            yield Entry(
                match["label"], aimed, Spot(index), Span(index, index), " ".join(text.split()),
                goal_no=match["goal"], sub_no=match["no"], own_no=match["no"], year=paper.year,
            )  # fmt: skip


def _follows(one: Entry, other: Entry) -> bool:
    """True where the numbers go on: ``1.3``, ``1.4`` or ``2.1``."""
    numbers = [tuple(map(int, (entry.sub_no or "0.0").split("."))) for entry in (one, other)]
    return all(low < high for low, high in pairwise(numbers))
