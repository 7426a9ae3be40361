"""Tables set with spaces whose targets are sentences in cells that run over several lines.

    Område      Krav til 2031                    Opnået 2031
    Vand        85 % af hanerne er tætte,
                når de er efterset               88,5 %

                Højst 40 brud på ledninger
                                                 31

The value stands beside any of the lines of its target, or below the last. Empty lines part the rows; where there
are none, a line that begins with a capital letter or a number begins one, once the row above has its result. Names
of areas before the targets are no labels: the target says itself what is measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import regex

from extractors.goals.cells import HAS_NUMBER, cell_verdict, measured
from extractors.goals.column import FEWEST_WORDS
from extractors.goals.headings import heading
from extractors.goals.lines import lines_within
from extractors.goals.papers import Paper
from extractors.goals.placed import LaidOut, TypedLine, laid_out
from extractors.goals.worded import value_of
from extractors.tables.grid import Grid, GridCell
from extractors.text.joining import join_lines
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet

FEWEST_ROWS = 2
"""Rows with a result that make a table."""
_ANSWERS = frozenset({"outcome", "time"})
LONGEST_SAID = 60
"""Characters of words that stand where a result would."""
_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")
_SHARE_OF_WORDED = 2
"""Half of the targets at least are sentences."""


class _Row(NamedTuple):
    """The text of each cell, and the line that it is printed in (of a value, or else its first)."""

    texts: tuple[str, ...]
    lines: tuple[int, ...]


def read_worded_cells(packet: Packet, paper: Paper) -> Iterator[Grid]:
    """Grids of the paper's lines that are such tables."""
    behind = -1
    for index in lines_within(packet, "aim", paper.span):
        table = laid_out(packet, paper, index, _heads_worded) if index > behind else None
        if table is None:
            continue
        kinds = [heading((head,)).kind for head in table.heads]
        for begins in (_is_apart, _begins_row):
            rows = _rows(table.lines, kinds, begins)
            if rows:
                grid = _grid(table, kinds, rows)
                behind = grid.last_line
                yield grid
                break


def _heads_worded(heads: Sequence[str]) -> bool:
    """True for one head of an aim, at most one before it, and one of what came of it behind it."""
    kinds = [heading((head,)).kind for head in heads]
    at = kinds.index("aim") if kinds.count("aim") == 1 else len(kinds)
    return at <= 1 and not _ANSWERS.isdisjoint(kinds[at + 1 :])


def _is_apart(line: TypedLine, _row: Sequence[TypedLine], _aim: int, _answer: int) -> bool:
    return line[2]


def _begins_row(line: TypedLine, row: Sequence[TypedLine], aim: int, answer: int) -> bool:
    """True for a line that begins a target below a row with a result."""
    text = line[1][aim]
    return any(texts[answer] for _, texts, _ in row) and (text[:1].isupper() or text[:1].isdecimal())


_Begins = Callable[[TypedLine, Sequence[TypedLine], int, int], bool]


def _rows(lines: Sequence[TypedLine], kinds: Sequence[str | None], begins: _Begins) -> list[_Row]:
    """The rows that the lines are pieces of; none where they are no table of targets in sentences."""
    aim = kinds.index("aim")
    answer = next(at for at in range(aim + 1, len(kinds)) if kinds[at] in _ANSWERS)
    blocks: list[list[TypedLine]] = []
    for line in lines:
        if not blocks or begins(line, blocks[-1], aim, answer):
            blocks.append([])
        blocks[-1].append(line)
    rows = [_row(block) for block in blocks]
    while rows and not rows[-1].texts[aim]:
        rows.pop()  # what stands below the table
    rows = [row for row in rows if row.texts[aim] or row.texts[answer]]
    told = [row for row in rows if value_of(row.texts[aim]) is not None]
    worded = sum(len(row.texts[aim].split()) >= FEWEST_WORDS for row in told)
    answered = sum(measured(row.texts[answer]) is not None for row in told)
    unanswered = [row for row in rows if not _is_answer(row, answer)]
    if (
        answered < FEWEST_ROWS
        or worded * _SHARE_OF_WORDED < len(told)
        or len(unanswered) > answered
        or not all(_is_said(row.texts[answer]) for row in unanswered)
    ):
        return []
    wraps = any(len([texts for _, texts, _ in block if texts[aim]]) > 1 for block in blocks)
    return told if wraps else []


def _is_answer(row: _Row, answer: int) -> bool:
    """True for a value, a verdict, the lack of one, or words that put it off."""
    text = row.texts[answer]
    put_off = goal_table_words().put_off.match(text.lower()) is not None
    return (
        not any(map(str.isalnum, text)) or measured(text) is not None or cell_verdict(text) is not None or put_off
    )


def _is_said(text: str) -> bool:
    """True for a few words in the place of a result, without a number but a year: ``Analyse igangsat i 2031``."""
    return len(text) <= LONGEST_SAID and HAS_NUMBER.search(_YEAR.sub("", text)) is None


def _row(block: Sequence[TypedLine]) -> _Row:
    texts, lines = [], []
    for column in zip(*(line[1] for line in block), strict=True):
        pieces = [(text, line[0]) for text, line in zip(column, block, strict=True) if text]
        texts.append(join_lines([text for text, _ in pieces]))
        valued = (index for text, index in pieces if measured(text) is not None)
        lines.append(next(valued, pieces[0][1] if pieces else block[0][0]))
    return _Row(tuple(texts), tuple(lines))


def _grid(table: LaidOut, kinds: Sequence[str | None], rows: Sequence[_Row]) -> Grid:
    aim = kinds.index("aim")
    kept = [0, *range(aim, len(kinds))] if aim and kinds[0] == "number" else list(range(aim, len(kinds)))
    names = 1 + kept.index(aim)
    heads = [table.heads[at] for at in kept]
    cells = [GridCell(0, col, head, table.first, 0, is_header=True) for col, head in enumerate(heads)]
    for number, row in enumerate(rows, 1):
        cells += [
            GridCell(number, col, row.texts[at], row.lines[at], 0, is_header=col < names)
            for col, at in enumerate(kept)
            if row.texts[at]
        ]
    return Grid(
        cells, len(rows) + 1, len(heads), [(head,) for head in heads],
        [(), *((row.texts[aim],) for row in rows)], list(range(names, len(heads))), "text", table.first,
        max(max(row.lines) for row in rows),
    )  # fmt: skip
