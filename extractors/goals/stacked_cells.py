"""Tables of goals that were flattened with each cell below the other, whose rows share the label above them.

    Målområde

    Måltal 2031

    Status 30.6.2031

    Vurdering

    1. Færger

    Afgange til tiden: 92 %

    94,1 %

    Grøn

    Højst 40 klager over køen
    ved lejet

    31

    Grøn

Where blank lines set the heads apart they set the cells apart as well; elsewhere a cell goes on with a line that
begins small. What the heads ask for tells where a row begins: with a label, or with the next target of the one
above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from extractors.goals.cells import cell_verdict, measured
from extractors.goals.entries import Spans, numbered
from extractors.goals.flattened import grid_of_lines
from extractors.goals.headings import HeadKind, heading
from extractors.goals.papers import Paper
from extractors.goals.stacked_heads import LONGEST_HEAD, Head, Piece, aims_among, heads_at
from extractors.goals.worded import may_answer, value_of
from extractors.tables.grid import Grid
from extractors.text.joining import join_lines
from schemas.document import Line
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet, Span

FEWEST_ROWS, MOST_ROWS = 3, 100
MOST_LINES = 4
"""Lines of a cell."""
LONGEST_CELL = 160
FEWEST_HEADS = 3
FEWEST_WORDS = 2
"""Words behind the number of a target that say what it counts."""
MOST_BETWEEN = 2
"""Lines of the foot of a page between a row and the heads printed again."""
_WEIGHED = frozenset({"verdict", "maybe_aim", "fulfilment"})
"""Kinds of heads below which words or colours may stand: ``Vurdering``, ``Forventning``, ``Opfyldelse``."""
_ANSWERS = frozenset({"outcome", "time"})
_KNOWN = frozenset({"aim"}) | _ANSWERS | _WEIGHED
_LETTER = regex.compile(r"(?P<letter>\p{Lu})[.:)]\s+(?=\p{L})")
"""The letter of a goal: ``B. Borgernes oplevelse``."""


class _Cell(NamedTuple):
    text: str
    line: int
    lines: int = 1


class _Row(NamedTuple):
    """The label, which is that of the row above where the row has none, and the values."""

    label: str
    values: tuple[_Cell, ...]
    is_named: bool


def read_stacked_cells(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Grid]:
    """Grids of the paper's lines that are such tables, outside of the spans that are ``taken``."""
    covered = Spans(taken)
    lines, places = aims_among(packet, paper, covered)
    behind = 0
    for at in places:
        if at < behind:
            continue
        tables = [(head, _table(lines, head)) for head in _heads(lines, at, behind)]
        head, rows = max(tables, key=lambda table: len(table[1]), default=(None, []))
        if head is not None and len(rows) >= FEWEST_ROWS and _share_labels(head, rows):
            yield _grid(lines, head, rows)
            last = rows[-1].values[-1].line
            behind = next((place for place, below in enumerate(lines) if below.index > last), len(lines))


def _share_labels(head: Head, rows: Sequence[_Row]) -> bool:
    """True where a row goes on below the label of the one above, or cells that blank lines set apart run over
    several lines; where blank lines set all rows apart, or each has a label, others read the table."""
    if _are_apart(head) and any(cell.lines > 1 for row in rows for cell in row.values):
        return True
    return any(
        not row.is_named and (_are_apart(head) or row.values[0].line == above.values[-1].line + 1)
        for above, row in pairwise(rows)
    )  # fmt: skip


def _heads(lines: Sequence[Line], at: int, floor: int) -> Iterator[Head]:
    """The heads that the line of the aim may be one of; the last of them may be the first cells of the table."""
    for found in heads_at(lines, at, floor):
        head = _with_last(lines, found)
        if head.numbered or head.aim or head.kinds.count("aim") != 1:
            continue
        for width in range(FEWEST_HEADS, len(head.pieces) + 1):
            shorter = head._replace(pieces=head.pieces[:width])
            if _KNOWN.issuperset(shorter.kinds) and not _ANSWERS.isdisjoint(shorter.kinds):
                yield shorter


def _table(lines: Sequence[Line], head: Head) -> list[_Row]:
    cells = list(_cells(lines, head.pieces[-1].end, head.pieces[0].text, apart=_are_apart(head)))
    return list(_rows(cells, head))


def _with_last(lines: Sequence[Line], head: Head) -> Head:
    """The heads with one behind them that may head colours: ``Forventning``."""
    end = head.pieces[-1].end
    text = lines[end].text.strip() if end < len(lines) else ""
    if len(text) > LONGEST_HEAD or heading((text,)).kind != "maybe_aim" or not text.isalpha():
        return head
    return head._replace(
        pieces=(*head.pieces, Piece(text, end, end + 1, lines[end].index > lines[end - 1].index + 1))
    )


def _are_apart(head: Head) -> bool:
    """True where a blank line stands below each head."""
    return all(piece.apart for piece in head.pieces[1:])


def _cells(lines: Sequence[Line], first: int, label: str, *, apart: bool) -> Iterator[_Cell]:
    """The cells from a place on, up to a line that is too long or one of too many; ``label`` is the first head,
    which a new page prints again."""
    texts: list[str] = []
    begun = 0
    for place in range(first, min(len(lines), first + MOST_ROWS * MOST_LINES)):
        line, text = lines[place], lines[place].text.strip()
        below = bool(texts) and line.index == lines[place - 1].index + 1
        if below and line.page != lines[place - 1].page and not text[:1].islower():
            below = False  # the title that a page begins with is no part of the last cell above
        if below and text != label and (apart or text[:1].islower() or text[:1] == "("):
            texts.append(text)
        else:
            if texts:
                yield _Cell(join_lines(texts), begun, len(texts))
            texts, begun = [text], line.index
        if len(texts) > MOST_LINES or len(text) > LONGEST_CELL:
            return
    if texts:
        yield _Cell(join_lines(texts), begun, len(texts))


def _rows(cells: Sequence[_Cell], head: Head) -> Iterator[_Row]:
    """The rows from the first cell on, up to the first that does not fit. The first has a label; heads that the
    next page prints again, and a title above a label, are passed over."""
    kinds, width = head.kinds, head.width
    heads = [piece.text for piece in head.pieces]
    place, label = 0, ""
    while place < len(cells):
        again = _heads_again(cells, place, heads)
        if again:
            place = again
            continue
        if label and _fit(cells[place : place + width], kinds):
            yield _Row(label, tuple(cells[place : place + width]), is_named=False)
            place += width
            continue
        named = next(
            (
                at for at in (place, place + 1)
                if _fit(cells[at + 1 : at + 1 + width], kinds) and all(map(_names, cells[place : at + 1]))
            ),
            None,
        )  # fmt: skip
        if named is None:
            return
        label = cells[named].text
        yield _Row(label, tuple(cells[named + 1 : named + 1 + width]), is_named=True)
        place = named + 1 + width


def _heads_again(cells: Sequence[_Cell], place: int, heads: Sequence[str]) -> int:
    """The place behind the heads that a new page prints again at a place, be the foot of the page above them; 0
    where none are."""
    for at in range(place, min(place + MOST_BETWEEN + 1, len(cells))):
        if cells[at].text == heads[0] and [cell.text for cell in cells[at : at + len(heads)]] == list(heads):
            return at + len(heads)
    return 0


def _names(cell: _Cell) -> bool:
    """True for a label: words, with the number of a goal at most."""
    name = numbered(cell.text).label
    return (
        bool(name) and value_of(name) is None and not name.endswith((".", ":")) and cell_verdict(name) is None
        and len(name) <= 2 * LONGEST_HEAD
    )  # fmt: skip


def _fit(cells: Sequence[_Cell], kinds: Sequence[HeadKind | None]) -> bool:
    if len(cells) < len(kinds):
        return False
    aim = cells[kinds.index("aim")].text
    return all(_fits(cell.text, kind, aim) for cell, kind in zip(cells, kinds, strict=True))


def _fits(text: str, kind: HeadKind | None, aim: str) -> bool:
    if kind == "aim":
        return value_of(numbered(text).label) is not None and not text.endswith(":") and cell_verdict(text) is None
    if kind in _WEIGHED:
        return (
            cell_verdict(text) is not None
            or (kind == "fulfilment" and measured(text) is not None)
            or goal_table_words().put_off.match(text.lower()) is not None
        )
    return may_answer(text, aim)


def _grid(lines: Sequence[Line], head: Head, rows: Sequence[_Row]) -> Grid:
    """The rows with the number of the goal in a column of its own, as a target may begin with a number; colours of
    what is foreseen say nothing of a result."""
    kept = [at for at, kind in enumerate(head.kinds) if kind != "maybe_aim"]
    aim = head.kinds.index("aim")
    texts = []
    for row in rows:
        label = numbered(row.label)
        letter = _LETTER.match(row.label)
        number = label.own_no or (letter["letter"] if letter is not None else "")
        name, value = _target(row.values[aim].text, label.label)
        values = [value if at == aim else row.values[at].text for at in kept]
        texts.append((row.values[0].line, [number, name, *values]))
    heads = ["Nr.", head.pieces[0].text, *(head.pieces[at + 1].text for at in kept)]
    grid = grid_of_lines(lines[head.pieces[0].first].index, heads, texts, 2)
    for cell in grid.cells:
        if cell.row and cell.col > 1:
            cell.line = rows[cell.row - 1].values[kept[cell.col - 2]].line
    grid.last_line = rows[-1].values[-1].line
    return grid


def _target(text: str, label: str) -> tuple[str, str]:
    """What the cell of a target names, and its value: ``Nye medlemmer: 25``; the label names a bare value."""
    name, colon, value = text.rpartition(":")
    if colon and measured(value.strip()) is not None:
        return name.strip(), value.strip()
    bare = measured(text)
    return (label if bare is not None and len(bare.rest.split()) < FEWEST_WORDS else text), text
