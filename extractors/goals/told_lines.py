"""Lists of targets of which each line tells what came of it, behind a label and before a verdict.

    H1 Tage med græs, 4.000 m2 inden udgangen af 2032. Stade: 2.150 m2. GUL
    H2 Kedler i egne bygninger, nul tilbage i 2033. Stade: 7. RØD

Several lines have the same label; before it stand a name and, behind a comma, what is aimed at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from extractors.goals.cells import Measured, cell_verdict
from extractors.goals.entries import Entry, Outcome, Spans, Spot, numbered
from extractors.goals.headings import heading
from extractors.goals.lines import lines_within
from extractors.goals.papers import Paper
from extractors.goals.worded import value_of
from extractors.text.markers import read_marker
from schemas.packet import Packet, Span

FEWEST_LINES = 2
"""Lines with the same label."""
LONGEST = 260
"""Characters of such a line."""
_LINE = regex.compile(
    r"(?P<aim>[^:?!\t]{12,160}?)(?:(?<=\p{L}{3}|[\d%)])\.|[;,]|\s[–|-])\s(?P<label>\p{Lu}\p{L}+(?:\s[\p{Ll}\d.]+){0,3}):\s(?P<told>\S.*)"
)
_SENTENCE = regex.compile(r"[^.]*(?:\.(?!\s+\p{Lu})[^.]*)*")
"""A text up to the point before the next capital letter."""
_DOWN = regex.compile(
    r"\b(?:ned|reduce\w+|reduktion|nedbring\w+|sænk\w+|fald\w*|mindsk\w+|spar\w+)\b", regex.IGNORECASE
)


def read_told_lines(packet: Packet, paper: Paper, taken: Sequence[Span]) -> list[Entry]:
    """The entries of all such lines of a paper, outside of the spans that are ``taken``."""
    covered = Spans(taken)
    found = [(key, entry) for key, entry in _entries(packet, paper) if not covered.meet(entry.span)]
    counts = Counter(key for key, _ in found)
    return [entry for key, entry in found if counts[key] >= FEWEST_LINES]


def _entries(packet: Packet, paper: Paper) -> Iterator[tuple[str, Entry]]:
    for index in lines_within(packet, "head", paper.span):
        printed = " ".join(packet.lines[index].text.split())
        if ":" not in printed or len(printed) > LONGEST:
            continue
        marker = read_marker(printed)
        body = printed[marker.end :].strip() if marker is not None and marker.rank == 0 else printed
        match = _LINE.fullmatch(body)
        meaning = heading((match["label"],)) if match is not None else None
        if match is None or meaning is None or meaning.kind != "outcome" or meaning.rest:
            continue
        told = _SENTENCE.match(match["told"])
        name, aimed = _aim(match["aim"])
        if aimed is None or told is None:
            continue
        reached = _reached(told[0], match["aim"], aimed)
        if reached is None:
            continue
        own = numbered(name)
        said = (match["told"][told.end() :].strip(" ."), reached.rest.strip(" ,;()"))
        stated, word = next(((v, text) for text in said if (v := cell_verdict(text)) is not None), (None, ""))
        outcome = Outcome(reached, Spot(index), meaning.year, running=meaning.partial, stated=stated, word=word)
        entry = Entry(
            own.label, aimed, Spot(index), Span(index, index), body, (outcome,), own.goal_no, own.sub_no,
            own.own_no, paper.year, stated=stated,
        )  # fmt: skip
        yield match["label"], entry


def _aim(text: str) -> tuple[str, Measured | None]:
    """What is aimed at, and the value behind the last comma; a line without one is a sentence."""
    name, comma, value = text.rpartition(", ")
    return name, value_of(value) if comma else None


def _reached(text: str, aim: str, aimed: Measured) -> Measured | None:
    """The value that is told; of a reduction its size, however it is printed."""
    reached = value_of(text.strip(" ."), aimed, aim)
    if reached is None or reached.value >= 0 or aimed.value < 0 or _DOWN.search(aim) is None:
        return reached
    return replace(reached, value=-reached.value)
