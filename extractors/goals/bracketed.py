"""Results of running text that name their goals in brackets: ``Vi fik 4,1 pct. (4.1), og 133 var aktive (4.2)``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import regex

from extractors.goals.answers import Answer
from extractors.goals.papers import REPORTS, Paper
from extractors.text.markers import BULLETS
from schemas.packet import Packet, Span

FEWEST = 3
"""Goals named so before a paper is taken to name them all."""
MOST_LINES = 12
_NUMBER = regex.compile(r"\((?:(?:del)?mål\s|punkt\s|pkt\.\s)?(?P<no>\d{1,2}\.\d{1,2})\)", regex.IGNORECASE)
_CLAUSE = regex.compile(
    r"(?<=\p{L}{2})[.!?]\s+(?=\p{Lu}|\d)|(?<=[\d)])[.!?]\s+(?=\p{Lu})|[,;]\s+(?:og|men|mens|samt|heraf)\s|;\s"
)
_FIGURE = regex.compile(r"(?<![\d.,(])\d")


def read_bracketed(packet: Packet, paper: Paper) -> list[Answer]:
    """The answers of a report that names goals in brackets; empty where it names fewer than three, or one of them
    twice."""
    if paper.kind not in REPORTS:
        return []
    found = [answer for lines in _paragraphs(packet, paper) for answer in _answers(packet, lines)]
    numbers = [answer.number for answer in found]
    return found if len(set(numbers)) == len(numbers) >= FEWEST else []


def _paragraphs(packet: Packet, paper: Paper) -> Iterator[list[int]]:
    """Lines that stand together, of those that hold such a number or stand around them."""
    lines: list[int] = []
    for index in range(paper.span.first, paper.span.last + 1):
        line = packet.lines[index]
        if line.blank or index in packet.furniture:
            if lines:
                yield lines
            lines = []
            continue
        if lines and line.text.lstrip()[:1] in BULLETS:
            yield lines
            lines = []
        lines.append(index)
    if lines:
        yield lines


def _answers(packet: Packet, lines: list[int]) -> Iterator[Answer]:
    """The clause before each number of a goal; where it holds no figure, the one behind the number."""
    texts = [" ".join(packet.lines[index].text.split()).lstrip(BULLETS + " ") for index in lines]
    if not any("." in text and "(" in text for text in texts):
        return
    starts, text = [], ""
    for piece in texts:
        starts.append(len(text))
        text += piece + " "
    done = 0
    for match in _NUMBER.finditer(text):
        clauses = [done, *(end for found in _CLAUSE.finditer(text, done, match.start()) if (end := found.end()))]
        begin, end = clauses[-1], match.start()
        if _FIGURE.search(text, begin, end) is None and text[match.end() :].lstrip()[:1] == ":":
            stop = _CLAUSE.search(text, match.end())
            begin, end = match.end(), stop.start() if stop is not None else len(text)
        done = max(match.end(), end)
        if _FIGURE.search(text, begin, end) is None:
            continue
        first, last = (lines[bisect_right(starts, at) - 1] for at in (begin, end - 1))
        if last - first <= MOST_LINES:
            yield Answer(match["no"], "", Span(first, last), last, text=text[begin:end].strip(" :.,;"))
