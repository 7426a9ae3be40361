"""Tables of goals in flattened text whose rows begin with the number of the goal.

    Nr. Delmål Udgangspunkt
    2030
    Mål
    2031
    Status
    juni 2031
    Vurdering
    Mål 1 – Trygge veje
    1.1 Andel skolebørn, der cykler
    til skole
    38 % 45 % 41,5 % Ikke nået

The numbers tell the rows apart, wherever their labels and verdicts are wrapped; titles of goals stand between them,
and the head comes again on each page. The head must name one aim and one result, and it has as many columns of
values as most rows have values. A row with another count is refused: which value is missing cannot be told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from extractors.goals.cells import cell_verdict
from extractors.goals.dashboards import Refused
from extractors.goals.entries import Spans
from extractors.goals.flat_heads import cut_heads
from extractors.goals.flattened import LONGEST_HEAD, grid_of_lines
from extractors.goals.headings import Heading, heading
from extractors.goals.led_lines import (
    FEWEST_VALUES,
    MOST_ROWS,
    ROW,
    SHORTENED,
    Read,
    Row,
    is_title,
    read_row,
    rows_from,
)
from extractors.goals.lines import lines_with, printed_in
from extractors.goals.papers import Paper
from extractors.tables.captions import parse_caption
from extractors.tables.grid import Grid
from extractors.tables.head import sewn
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet, Span

HEAD_LINES = 10
"""Lines over which heads may run: the converter breaks each cell by itself."""
LINES_ABOVE = HEAD_LINES + 2
"""Lines above the first row in which they stand, with titles of goals below them."""
FEWEST_ROWS = 2
SAMPLE = 24
"""Rows by which the heads are judged before all are read: every line that may head an aim is tried."""
GROUPED = 0.5
"""How much more the heads must say without the line right above the rows for that to be the title of a group."""
_OUTCOMES = frozenset({"outcome", "reached", "partial", "partial_months", "whole", "last"})
"""Lists of words of which the head of a result holds one."""
_SURPLUS = regex.compile(r"\d{1,3}(?:\.000)?")


class Table(NamedTuple):
    """A table with the rows of it that were refused."""

    grid: Grid
    refused: list[Refused]


def read_led_rows(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Table]:
    """The tables of the paper's lines whose rows begin with numbers, outside of the spans that are ``taken``."""
    aims = lines_with(packet, "aim")
    printed = printed_in(packet, paper.span)
    if aims.isdisjoint(printed):
        return
    covered = Spans(taken)
    aim, behind = -LINES_ABOVE - 1, 0
    for at, index in enumerate(printed):
        if index in aims:
            aim = at
        if at < behind or at - aim > LINES_ABOVE:
            continue
        text = packet.lines[index].text
        if not text.lstrip()[:1].isdecimal() or covered.covers(index):
            continue
        if ROW.fullmatch(" ".join(text.split())) is None:
            continue
        table = _table(packet, printed, at, aims)
        if table is None or covered.meet(Span(table.grid.first_line, table.grid.last_line)):
            continue
        yield table
        while behind < len(printed) and printed[behind] <= table.grid.last_line:
            behind += 1


class _Shape(NamedTuple):
    """Rows with what is read of them, how many values most have, whether a verdict ends them, and their heads."""

    rows: list[Row]
    read: list[Read]
    width: int
    worded: bool
    heads: tuple[int, list[str], bool]


def _shape(
    packet: Packet, printed: Sequence[int], first: int, above: Sequence[tuple[int, str]], aims: Container[int],
    most: int,
) -> _Shape | None:  # fmt: skip
    """The first ``most`` rows and their heads; None where the lines above head none such."""
    rows = rows_from(packet, printed, first, {text for _, text in above}, most)
    read = [read_row(row.text) for row in rows]
    while read and read[-1].count == 0:
        read.pop()  # what follows the table begins with a number as well
    counted = Counter(len(one.values) for one in read if one.count >= FEWEST_VALUES and not one.blank)
    if counted.total() < FEWEST_ROWS:
        return None
    width, share = counted.most_common(1)[0]
    if 2 * share < len(read) or width < FEWEST_VALUES:
        return None
    worded = any(one.word or (one.blank and len(one.values) == width) for one in read)
    heads = _heads(above, width, aims, worded=worded)
    if heads is None and worded:
        worded, heads = False, _heads(above, width, aims, worded=False)
    if heads is None:
        return None
    return _Shape(rows, read, width, worded, heads)


def _table(packet: Packet, printed: Sequence[int], first: int, aims: Container[int]) -> Table | None:
    """The table whose first row stands at ``first`` of the printed lines; None where the lines above are no heads
    of one."""
    above = _above(packet, printed, first)
    if not any(index in aims for index, _ in above):
        return None
    if _OUTCOMES.isdisjoint(goal_table_words().named(" ".join(text for _, text in above).lower())):
        return None
    shape = _shape(packet, printed, first, above, aims, SAMPLE)
    if shape is not None and len(shape.rows) == SAMPLE:
        shape = _shape(packet, printed, first, above, aims, MOST_ROWS)
    if shape is None:
        return None
    rows, read, width, worded, heads = shape
    head, names, ends_in_result = heads
    fitting: list[tuple[int, list[str]]] = []
    refused: list[Refused] = []
    for row, one in zip(rows, read, strict=False):
        whole = _fitted(one, width, worded=worded, ends_in_result=ends_in_result)
        if whole is None:
            message = (
                f"row {row.number} of a table of goals has {len(one.values)} values, its head {width}: not read"
            )
            refused.append(Refused(Span(row.line, row.last), row.line, 1, message))
            continue
        label = " ".join(filter(None, (whole.label, row.below)))
        fitting.append((row.line, [row.number, label, *whole.values, *([whole.word] if worded else [])]))
    if len(fitting) < FEWEST_ROWS:
        return None
    grid = grid_of_lines(head, names, fitting)
    return Table(replace(grid, last_line=rows[len(read) - 1].last), refused)


# --- the heads --------------------------------------------------------------------------------------------


def _above(packet: Packet, printed: Sequence[int], first: int) -> list[tuple[int, str]]:
    """The lines above the first row that may be its heads; titles of goals right above it are none."""
    found: list[tuple[int, str]] = []
    for at in range(first - 1, max(-1, first - 1 - LINES_ABOVE), -1):
        text = " ".join(packet.lines[printed[at]].text.split())
        if not found and is_title(text):
            continue
        ended = text.endswith((".", ":", ",", ";")) and SHORTENED.search(text) is None
        if len(text) > LONGEST_HEAD or ended or len(found) == HEAD_LINES or ROW.fullmatch(text):
            break
        found.insert(0, (printed[at], text))
    return found


def _heads(
    above: Sequence[tuple[int, str]], width: int, aims: Container[int], *, worded: bool
) -> tuple[int, list[str], bool] | None:
    """The line of the heads, the heads with one of the numbers, and whether the last value is the result. They name
    one aim and one result; an earlier year's column is none."""
    best: tuple[float, int, tuple[str, ...]] | None = None
    for end in (len(above), len(above) - 1):
        if end < len(above) and not _may_group(above[end][1]):
            break
        for begin in range(end - 1, -1, -1):
            head = sewn([text for _, text in above[begin:end]])
            if len(head) > LONGEST_HEAD:
                break
            if not any(index in aims for index, _ in above[begin:end]) or parse_caption(head) is not None:
                continue
            cut = cut_heads(head, width, worded=worded)
            if cut is not None and (best is None or cut[0] > best[0] + GROUPED * (end < len(above))):
                best = (cut[0], above[begin][0], cut[1])
    if best is None:
        return None
    _, line, names = best
    labels = len(names) - width - worded
    values = [heading((name,)) for name in names[labels : labels + width]]
    targets = [meaning for meaning in values if meaning.kind in ("aim", "maybe_aim")]
    if len(targets) != 1:
        return None
    outs = [meaning for meaning in values if _answers(meaning, targets[0])]
    if len(outs) != 1:
        return None
    return line, [*(["Nr."] if labels == 1 else []), *names], values[-1] is outs[0]


def _may_group(text: str) -> bool:
    """True for a line that may name a group of rows and be no part of the heads: ``Regionale mål``, ``Drift``."""
    return text[:1].isupper() and text[-1:].isalpha() and not any(map(str.isdecimal, text))


def _answers(meaning: Heading, target: Heading) -> bool:
    """True for a result of the aim's time or later; a bare time stands for one."""
    if meaning.kind not in ("outcome", "time"):
        return False
    if meaning.kind == "time" and meaning.year is None and not meaning.partial:
        return False
    return meaning.year is None or target.year is None or meaning.year >= target.year


# --- the values ------------------------------------------------------------------------------------------


def _fitted(one: Read, width: int, *, worded: bool, ends_in_result: bool) -> Read | None:
    """The row with as many values as its head has; None where it has not, or words for which it has no column."""
    missing = width - len(one.values)
    if missing == 1 and one.blank and ends_in_result:
        word = one.word or (one.blank if cell_verdict(one.blank) else "")
        return replace(one, values=(*one.values, "-"), word=word if worded else "")
    if (one.word or one.blank) and not worded:
        return None
    if missing == -1 and _SURPLUS.fullmatch(one.values[0]) and not any(map(_is_bare, one.values[1:])):
        # the label ends in a number: the values beside it have units
        one = replace(one, label=f"{one.label} {one.values[0]}", values=one.values[1:])
        missing = 0
    if missing or not one.label:
        return None
    return replace(one, word=one.word or one.blank)


def _is_bare(value: str) -> bool:
    return value[-1:].isdecimal() and value[:1].isdecimal()
