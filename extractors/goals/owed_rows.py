"""Flattened tables of numbered targets whose rows hold one value and end in who or what tells of it.

    Mål Måltal 2031 Opgøres af
    1. Lånere, der kommer igen inden 30 dage 60 % Biblioteket
    2. Udlånte bøger i alt 8.500 Kommunerne

The heads name an aim behind that of the labels, and behind it how it is measured, by whom or when, but no outcome.
The value of a row is the number before the words with a capital that end it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractors.goals.entries import Spans
from extractors.goals.flattened import grid_of_lines, printed_from
from extractors.goals.headings import heading
from extractors.goals.lines import lines_within
from extractors.goals.papers import Paper
from extractors.language.bounds import BOUND_WORDS
from extractors.tables.flat.values import NUMBER_WITH_UNIT
from extractors.tables.grid import Grid
from schemas.packet import Packet, Span

LONGEST_HEAD, LONGEST_ROW = 90, 200
MOST_HEADS = 5
FEWEST_ROWS = 2
_HEAD_WORD = regex.compile(r"(?<!\S)\p{Lu}")
_ROW = regex.compile(
    r"(?P<no>\d{1,2})[.)]?\s(?P<label>\p{Lu}.*?)\s"
    rf"(?P<value>(?:(?i:{BOUND_WORDS})\s)?{NUMBER_WITH_UNIT})\s(?P<told>\p{{Lu}}[^\d%]*)"
)
_NUMBER = regex.compile(r"(?P<no>\d{1,2})[.)]?\s\p{Lu}")
_TOLD = frozenset({"method", "remark", "deadline"})


def read_owed_rows(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Grid]:
    """Grids of the paper's lines that are such tables, outside of the spans that are ``taken``."""
    covered, behind = Spans(taken), -1
    for index in lines_within(packet, "aim", paper.span):
        if index <= behind or covered.covers(index):
            continue
        heads = _heads(" ".join(packet.lines[index].text.replace("*", "").split()))
        rows = _rows(packet, paper, index) if heads else []
        if len(rows) < FEWEST_ROWS or covered.meet(Span(index, rows[-1][0])):
            continue
        grid = grid_of_lines(index, heads, rows, 1)
        behind = grid.last_line
        yield grid


def _heads(text: str) -> tuple[str, ...]:
    """The heads of a line; empty where they do not name an aim and what tells of it alone."""
    starts = [match.start() for match in _HEAD_WORD.finditer(text)] if len(text) <= LONGEST_HEAD else []
    if not 3 <= len(starts) <= MOST_HEADS or starts[0] or text.endswith((".", ":", ",", ";")):
        return ()
    heads = [text[a:b].strip() for a, b in pairwise([*starts, len(text)])]
    if heading((heads[0],)).kind == "number":
        heads = heads[1:]
    kinds = [heading((head,)).kind for head in heads]
    owed = len(heads) == 3 and kinds[0] in ("aim", None) and kinds[1] == "aim" and kinds[2] in _TOLD
    return tuple(heads) if owed else ()


def _rows(packet: Packet, paper: Paper, head: int) -> list[tuple[int, list[str]]]:
    """The rows right below the heads, numbered one behind the other; one may run over two lines."""
    found: list[tuple[int, list[str]]] = []
    held = ""
    for line in printed_from(packet, paper, head + 1):
        text = " ".join(f"{held} {line.text}".replace("*", "").split())
        begun = _NUMBER.match(text)
        if begun is None or int(begun["no"]) != len(found) + 1 or len(text) > LONGEST_ROW:
            break
        row = _ROW.fullmatch(text)
        if row is not None:
            found.append((line.index, [f"{row['no']}. {row['label']}", row["value"], row["told"]]))
        elif held:
            break
        held = "" if row is not None else text
    return found
