"""Tables of a PDF whose targets are sentences in cells of several lines, told apart by where their words stand.

    Område       Krav                                   Status                    Vurdering
    Ventetid     Højst 12 pct. af bådene venter mere    Andelen er 14 pct.        Ikke opfyldt
                 end ti minutter på en plads
    Tilfreds     Mindst 80 pct. af gæsterne er          Måles til efteråret       På vej
                 tilfredse

Borders that are drawn part columns and rows; where there are none, each cell begins below its head, and a row
begins with a line that has a cell below each head that matters. Tables of two cells face to face are left to
:mod:`extractors.goals.facing`, tables of values to the tables stage.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.goals.cell_parts import parts_of
from extractors.goals.cells import cell_verdict, measured
from extractors.goals.column import FEWEST_WORDS
from extractors.goals.dashboards import cells_of
from extractors.goals.flattened import grid_of_lines
from extractors.goals.headings import heading
from extractors.goals.lines import lines_within, printed_in
from extractors.goals.papers import Paper
from extractors.goals.worded import value_of
from extractors.tables.edges import Edges, edges_of
from extractors.tables.grid import Grid
from extractors.text.joining import join_lines
from schemas.document import Box, Line, Word, union
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet, Span

FEWEST_HEADS, MOST_HEADS = 3, 8
LONGEST_HEADS = 160
"""Characters of a line of heads."""
FEWEST_ROWS = 2
"""Rows with a target in words and a result that make a table."""
MOST_LINES = 120
"""Lines below the heads that are looked at."""
MOST_NAMES = 2
"""Columns before that of the targets: a number and a name."""
TOLERANCE = 3.0
"""Points by which the beginning of a cell may miss that of its head."""
_ANSWERS = frozenset({"outcome", "time"})


class _Columns(NamedTuple):
    """The heads, what they mean, from which point each column goes on to the right, and whether borders say so."""

    heads: list[str]
    kinds: list[str | None]
    starts: list[float]
    walls: list[float]

    @property
    def aim(self) -> int:
        return self.kinds.index("aim")

    @property
    def answer(self) -> int:
        return next(at for at in range(self.aim + 1, len(self.kinds)) if self.kinds[at] in _ANSWERS)


class _Piece(NamedTuple):
    """A line of the table, or the lines of a row: the words of its cells by column, the line that each begins on,
    and the middle of its height."""

    texts: list[str]
    boxes: list[Box | None]
    lines: list[int]
    middle: float


def read_boxed_cells(packet: Packet, paper: Paper) -> Iterator[Grid]:
    """Grids of the paper's lines that are such tables."""
    if packet.document.media_type != "application/pdf":
        return
    behind = -1
    for index in lines_within(packet, "aim", paper.span):
        line = packet.lines[index]
        if index <= behind or not line.words or len(line.text) > LONGEST_HEADS:
            continue
        grid = _table(packet, paper, line) if _may_head(line) else None
        if grid is not None:
            behind = grid.last_line
            yield grid


def _may_head(line: Line) -> bool:
    """True for one head of an aim behind few others, and one of what came of it behind it."""
    cells = cells_of(line)
    if not FEWEST_HEADS <= len(cells) <= MOST_HEADS or any(measured(cell.text) for cell in cells):
        return False
    kinds = [heading((cell.text,)).kind for cell in cells]
    at = kinds.index("aim") if kinds.count("aim") == 1 else len(kinds)
    return at <= MOST_NAMES and not _ANSWERS.isdisjoint(kinds[at + 1 :])


def _table(packet: Packet, paper: Paper, head: Line) -> Grid | None:
    edges = edges_of(packet.document.page(head.page))
    columns = _columns(head, edges)
    pieces = _pieces(packet, paper, head, columns, edges)
    if not pieces:
        return None
    rows = [row for row in _rows(pieces, columns, head, edges) if row.texts[columns.aim]]
    told = [row for row in rows if value_of(row.texts[columns.aim]) is not None]
    worded = sum(len(row.texts[columns.aim].split()) >= FEWEST_WORDS for row in told)
    answered = sum(_is_answered(row, columns) for row in told)
    open_ = sum(not _is_answered(row, columns) and not _is_open(row.texts[columns.answer]) for row in told)
    if answered < FEWEST_ROWS or 2 * worded < len(told) or open_ > answered:
        return None
    return _grid(head, columns, told, pieces[-1].lines[0])


def _grid(head: Line, columns: _Columns, rows: Sequence[_Piece], last: int) -> Grid:
    """The rows as a grid; targets without a name before them are their own labels."""
    named = columns.aim > 0 and all(row.texts[columns.aim - 1] for row in rows)
    places = list(range(len(columns.heads))) if named else [columns.aim, *range(columns.aim, len(columns.heads))]
    heads = [columns.heads[at] for at in places] if named else ["", *columns.heads[columns.aim :]]
    grid = grid_of_lines(
        head.index, heads, [(row.lines[columns.aim], [row.texts[at] for at in places]) for row in rows],
        columns.aim if named else 1,
    )  # fmt: skip
    for cell in grid.cells:
        if cell.row:
            row, at = rows[cell.row - 1], places[cell.col]
            cell.line, cell.box, cell.page = row.lines[at], row.boxes[at], head.page
    grid.last_line = last
    return grid


def _columns(head: Line, edges: Edges) -> _Columns:
    """The columns of the heads: between borders where one stands before each head but the first."""
    cells = cells_of(head)
    assert head.box is not None
    walls = [
        at
        for at in edges.columns_within(cells[0].start, cells[-1].end, head.box.y0, head.box.y1)
        if cells[0].end < at
    ]
    between = [
        [at for at in walls if before.end <= at <= cell.start + TOLERANCE] for before, cell in pairwise(cells)
    ]
    parted = all(len(found) == 1 for found in between)
    starts = [cells[0].start - TOLERANCE]
    starts += [found[0] for found in between] if parted else [cell.start - TOLERANCE for cell in cells[1:]]
    texts = [cell.text for cell in cells]
    return _Columns(texts, [heading((text,)).kind for text in texts], starts, starts[1:] if parted else [])


def _pieces(packet: Packet, paper: Paper, head: Line, columns: _Columns, edges: Edges) -> list[_Piece]:
    """The lines below the heads whose words all stand in one column, down to the first of another kind."""
    found: list[_Piece] = []
    above: Line | None = None
    for index in printed_in(packet, Span(head.index + 1, min(paper.span.last, head.index + MOST_LINES))):
        line = packet.lines[index]
        cells = _dealt(line, columns) if line.page == head.page else None
        if cells is None or line.box is None or line.text.split() == head.text.split():
            break
        if above is not None and sum(map(bool, cells)) == 1 and _is_apart(above, line):
            break
        above = line
        middle = (line.box.y0 + line.box.y1) / 2
        if columns.walls and not any(edges.wall_at(wall, middle) for wall in columns.walls):
            break
        boxes = [union(word.box for word in words) for words in cells]
        texts = [" ".join(word.text for word in words) for words in cells]
        found.append(_Piece(texts, boxes, [index] * len(texts), middle))
    return found


def _is_apart(above: Line, line: Line) -> bool:
    """True for a line with more white above it than it is high: a title behind the table, no line of a cell."""
    if above.box is None or line.box is None:
        return False
    return line.box.y0 - above.box.y1 > line.box.y1 - line.box.y0


def _dealt(line: Line, columns: _Columns) -> list[list[Word]] | None:
    """The words of a line by column; None where one stands in two, or a cell does not begin below its head."""
    dealt: list[list[Word]] = [[] for _ in columns.heads]
    for word in line.words:
        at = bisect_right(columns.starts, word.x0 + (TOLERANCE if columns.walls else 0.0)) - 1
        if at < 0 or (at + 1 < len(columns.starts) and word.x1 > columns.starts[at + 1] + 2 * TOLERANCE):
            return None
        if not dealt[at] and not columns.walls and word.x0 > columns.starts[at] + 2 * TOLERANCE:
            return None
        dealt[at].append(word)
    return dealt


def _rows(pieces: Sequence[_Piece], columns: _Columns, head: Line, edges: Edges) -> list[_Piece]:
    """The rows of which the lines are pieces: between borders, else from each line that begins one."""
    right = max(word.x1 for word in head.words)
    borders = edges.rows_within(columns.starts[0], right, pieces[0].middle, pieces[-1].middle)
    blocks: list[list[_Piece]] = []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if before is None:
            anew = True
        elif borders:
            anew = any(before.middle < at < piece.middle for at in borders)
        else:
            anew = _begins(piece.texts, columns)
        if anew:
            blocks.append([])
        blocks[-1].append(piece)
    return [_row(block) for block in blocks]


def _row(block: Sequence[_Piece]) -> _Piece:
    texts, boxes, lines = [], [], []
    for at in range(len(block[0].texts)):
        pieces = [piece for piece in block if piece.texts[at]]
        texts.append(join_lines([piece.texts[at] for piece in pieces]))
        boxes.append(union(box for piece in pieces if (box := piece.boxes[at]) is not None))
        lines.append((pieces or block)[0].lines[at])
    return _Piece(texts, boxes, lines, block[0].middle)


def _begins(texts: Sequence[str], columns: _Columns) -> bool:
    return (
        bool(texts[0] and texts[columns.answer])
        and not texts[columns.aim][:1].islower()
        and bool(texts[columns.aim])
    )


def _is_answered(row: _Piece, columns: _Columns) -> bool:
    aimed = value_of(row.texts[columns.aim])
    told = row.texts[columns.answer]
    return aimed is not None and (bool(parts_of(told)) or value_of(told, aimed) is not None)


def _is_open(text: str) -> bool:
    """True for the lack of a result, a verdict, or words that put it off."""
    put_off = goal_table_words().put_off.match(text.lower()) is not None
    return put_off or cell_verdict(text) is not None or not any(map(str.isalnum, text))
