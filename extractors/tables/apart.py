"""Numbers that text prints apart from their labels, each on a line of its own.

Some converters print a table column by column: the labels, then the numbers of the first column one below the
other, an empty line, and so on. Which number belongs to which label cannot be told from that where labels run over
several lines, cells are blank or heads stand anywhere. Where most numbers of a text are printed so and could not be
read, one that seems to stand beside a label elsewhere in it does so by chance as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors.language.numbers import DASHES, FRACTIONS, is_number_like
from extractors.tables.grid import Grid
from schemas.document import Line
from schemas.packet import Packet
from schemas.records import Finding, place

FEWEST = 3
"""Numbers on lines of their own, one after the other, that are more than a number that went astray."""
LONGEST = 24
"""Letters of a line that may be a number alone."""
NEAR = 15
"""Lines between two runs of numbers of one table: heads and labels over several lines."""

RULE = "table_refused"
REASON = "most numbers of this text stand in columns printed apart from their labels"

_YEAR = re.compile(r"(?:19|20)\d\d")

Run = list[Line]


def unread_runs(packet: Packet, grids: Sequence[Grid]) -> list[Run]:
    """Lines that hold one number each, one after the other whether empty lines part them or not, of which no table
    took a value. Years alone are none: they are heads."""
    known: list[Run] | None = packet.worked_out.get("numbers apart")
    if known is None:
        known = packet.worked_out["numbers apart"] = _runs(packet)
    read = {cell.line for grid in grids for cell in grid.cells}
    runs = [
        list(unread)
        for run in known
        for is_read, unread in groupby(run, key=lambda line: line.index in read)
        if not is_read
    ]
    return [
        run for run in runs if len(run) >= FEWEST and not all(_YEAR.fullmatch(line.text.strip()) for line in run)
    ]


def _runs(packet: Packet) -> list[Run]:
    """Lines that hold one number each, one after the other whether empty lines part them or not."""
    runs: list[Run] = []
    run: Run = []
    for line in packet.lines:
        text = line.text.strip()
        if not text:
            continue
        if len(text) <= LONGEST and _may_be_number(text) and is_number_like(text):
            run.append(line)
        elif run:
            runs.append(run)
            run = []
    runs.append(run)
    return [run for run in runs if len(run) >= FEWEST]


_IN_NUMBERS = frozenset("0123456789") | DASHES | frozenset(FRACTIONS)


def _may_be_number(text: str) -> bool:
    """False where no sign is that each number holds one of."""
    return not _IN_NUMBERS.isdisjoint(text) or not text.isascii()


def columns_prevail(packet: Packet, runs: Sequence[Run], grids: Sequence[Grid]) -> bool:
    """True where more of these numbers stand right below each other, with an empty line or the page's end below the
    last, than tables hold. (With words right below them they may be rows that are printed cell by cell.)"""
    numbers = 0
    for run in runs:
        start = 0
        for at, line in enumerate(run):
            after = packet.lines[line.index + 1] if line.index + 1 < len(packet.lines) else None
            if after is not None and not after.blank and after.page == line.page:
                if at + 1 == len(run):
                    break  # words
                continue
            if at + 1 - start >= FEWEST:
                numbers += at + 1 - start
            start = at + 1
    values = sum(
        any(map(str.isdecimal, cell.text))
        for grid in grids
        for cell in grid.cells
        if not cell.is_header and cell.col in grid.data_cols
    )
    return numbers > values


def findings_of(runs: Sequence[Run], packet: Packet, told: Sequence[Finding]) -> Iterator[Finding]:
    """One finding for the runs of a table, those near each other, unless one of ``told`` refuses it already."""
    spoken = [finding.line for finding in told if finding.rule == RULE and finding.line is not None]
    near: list[Run] = []
    for number, run in enumerate(runs):
        near.append(run)
        if number + 1 < len(runs) and runs[number + 1][0].index - run[-1].index <= NEAR:
            continue
        first, last = near[0][0], run[-1]
        if not any((first.number or 0) - NEAR <= line <= (last.number or 0) for line in spoken):
            yield Finding(
                rule=RULE,
                severity="warning",
                message=f"{sum(map(len, near))} numbers stand on lines of their own, apart from their labels;"
                " no observation was taken from them",
                **place(first, paged=packet.document.paged),
            )
        near = []
