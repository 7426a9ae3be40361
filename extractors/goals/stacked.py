"""Tables of goals that were flattened with each cell on a line of its own.

    Nr.
    Mål
    Krav 2031
    Opnået 2031

    1
    Gæster fra
    de små øer
    45 %
    48 %

Above stand the heads, a line each; then for every row, below its number where the table has one, the lines of the
label and as many values as there are heads of values. A row that does not fit ends the table: nothing is guessed.
Where blank lines set the rows apart, each is one block: verdicts with words behind them and remarks are cells too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractors.goals.cells import HAS_NUMBER, cell_verdict, measured
from extractors.goals.entries import Spans, numbered
from extractors.goals.flattened import grid_of_lines
from extractors.goals.headings import HeadKind
from extractors.goals.papers import Paper
from extractors.goals.stacked_heads import Head, aims_among, heads_at
from extractors.tables.grid import Grid
from extractors.tables.labels import NO_VALUE
from schemas.document import Line
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet, Span

LONGEST_CELL, LONGEST_WORDED = 30, 60
"""Characters of a cell with a value, and of one of a block."""
MOST_LABEL, MOST_BETWEEN = 4, 2
"""Lines of a label, and of a title between two numbered rows."""
FEWEST_ROWS = 2
MOST_ROWS = 100
_NUMBER = regex.compile(r"(?P<mark>\p{Lu}{0,2}-?)(?P<number>\d{1,2}(?:\.\d{1,2})?)[.)]?")
_WORDED = frozenset({"verdict", "remark", "deadline"})
"""Kinds of heads whose cells may be words."""


class _Number(NamedTuple):
    """``M2``: what stands before the number of a row, and the number with that of its goal before it."""

    mark: str
    parts: tuple[int, ...]


class _Row(NamedTuple):
    """The lines of a row, number and label first; ``end`` is the place behind it."""

    number: Line | None
    label: tuple[Line, ...]
    values: tuple[Line, ...]
    end: int


def read_stacked(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Grid]:
    """Grids of the paper's lines that are such tables, outside of the spans that are ``taken``."""
    covered = Spans(taken)
    lines, places = aims_among(packet, paper, covered)
    behind = 0
    for at in places:
        if at < behind:
            continue
        heads = [head for head in heads_at(lines, at, behind) if not covered.covers(_first(lines, head))]
        tables = [(head, _table(lines, head)) for head in heads]
        tables = [(head, rows) for head, rows in tables if len(rows) >= FEWEST_ROWS or _is_one_of_goal(rows)]
        if tables:
            # what heads nothing in a narrower reading is a label there
            head, rows = max(tables, key=lambda table: (len(table[1]), len(table[0].pieces)))
            yield _grid(lines, head, rows)
            behind = rows[-1].end


def _first(lines: Sequence[Line], head: Head) -> int:
    return lines[head.pieces[0].first].index


def _table(lines: Sequence[Line], head: Head) -> list[_Row]:
    """The rows below a head, set apart by their cells or by blank lines."""
    first = head.pieces[-1].end
    rows = list(_rows(lines, first, head)) if not head.remarked else []
    blocks = list(_blocks(lines, first, head))
    measuring = sum(_aims(row.values, head) for row in blocks)
    return blocks if measuring >= max(FEWEST_ROWS, len(rows)) else rows


def _is_one_of_goal(rows: Sequence[_Row]) -> bool:
    """True for a row with a number that holds that of its goal: below such heads one is enough."""
    return any(
        row.number is not None and (own := _number(row.number)) is not None and len(own.parts) > 1 for row in rows
    )


def _blocks(lines: Sequence[Line], first: int, head: Head) -> Iterator[_Row]:
    """The rows from a place on that blank lines set apart, up to the first that does not fit. A line by itself is
    the title of those below it."""
    place = first
    number: _Number | None = None
    for _ in range(MOST_ROWS):
        end = place + 1
        while end < len(lines) and lines[end].index == lines[end - 1].index + 1:
            end += 1
        block = lines[place:end]
        if place == first and lines[place - 1 : place] and block and block[0].index == lines[place - 1].index + 1:
            return
        if (
            len(block) == 1
            and end < len(lines)
            and may_name(block[0].text)
            and HAS_NUMBER.search(block[0].text) is None
        ):
            place = end
            continue
        numbers, body = block[: head.labels - 1], block[head.labels - 1 :]
        if head.numbered:
            if not numbers or not _follows(numbers[0], number):
                return
            number = _number(numbers[0])
        row = _block(body, head, numbers[0] if numbers else None, end)
        if row is None:
            return
        yield row
        place = end


def _block(body: Sequence[Line], head: Head, number: Line | None, end: int) -> _Row | None:
    """The lines of a block as a row: of the places at which its values may begin the last that fits, as labels run
    over lines and remarks do."""
    width, kinds = head.width, head.kinds
    for at in range(min(MOST_LABEL, len(body) - width), 0, -1):
        values = body[at : at + width]
        if len(body) > at + width and kinds[-1] != "remark":
            continue
        if _is_bare(body[at - 1].text.strip()) or cell_verdict(body[at - 1].text) is not None:
            continue
        fits = all(map(_fits, values, kinds))
        if fits and (_aims(values, head) or _says_none(values[head.aim])):
            return _Row(number, tuple(body[:at]), tuple(values), end)
    return None


def _fits(line: Line, kind: HeadKind | None) -> bool:
    """True for a cell under a head of this kind: words stand only where words may."""
    text = line.text.strip()
    if kind == "remark":
        return True
    if len(text) > LONGEST_WORDED:
        return False
    return kind in _WORDED or measured(text) is not None or is_cell(line) or _says_none(line)


def _says_none(line: Line) -> bool:
    """True for a few words without a number in the place of a value: ``Intet mål``, ``Ikke opgjort``."""
    text = line.text.strip()
    return len(text) <= LONGEST_CELL and HAS_NUMBER.search(text) is None


def _aims(values: Sequence[Line], head: Head) -> bool:
    """True where a value stands below a head of aims."""
    return any(measured(values[at].text.strip()) is not None for at in head.aims)


def _rows(lines: Sequence[Line], first: int, head: Head) -> Iterator[_Row]:
    """The rows from a place on, up to the first that does not fit."""
    place = first
    number: _Number | None = None
    for _ in range(MOST_ROWS):
        if head.numbered:
            begin = next(
                (
                    at
                    for at in range(place, min(place + MOST_BETWEEN + 1, len(lines)))
                    if _follows(lines[at], number)
                ),
                None,
            )
            if begin is None:
                return
            number, place = _number(lines[begin]), begin + 1
        row = _row(lines, place, head, lines[place - 1] if head.numbered else None)
        if row is None:
            return
        yield row
        place = row.end


def _follows(line: Line, number: _Number | None) -> bool:
    """True for the number of the first or next row: ``1`` and ``2``, ``K1`` and ``K2``, or ``3.1``, ``3.2`` and
    ``4.1``."""
    own = _number(line)
    if own is None:
        return False
    if number is None:
        return own.parts[-1] == 1
    if own.mark != number.mark or len(own.parts) != len(number.parts):
        return False
    first = number.parts[0]
    return own.parts in ((*number.parts[:-1], number.parts[-1] + 1), (first + 1, 1))


def _number(line: Line) -> _Number | None:
    """The number of a row, and that of its goal before it where it has one; None for another line."""
    match = _NUMBER.fullmatch(line.text.strip())
    return _Number(match["mark"], tuple(int(part) for part in match["number"].split("."))) if match else None


def _row(lines: Sequence[Line], place: int, head: Head, number: Line | None) -> _Row | None:
    """The row whose label begins at a place: the values are the first lines below it that are all cells, and none
    more stands below them."""
    for at in range(place + 1, min(place + MOST_LABEL, len(lines) - head.width) + 1):
        values, end = lines[at : at + head.width], at + head.width
        if not may_name(lines[at - 1].text):
            return None
        if not all(map(is_cell, values)) or not _aims(values, head):
            continue
        if end == len(lines) or not is_cell(lines[end]) or _is_next(number, lines[end]):
            return _Row(number, _last_block(lines[place:at]), tuple(values), end)
    return None


def _last_block(label: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a label without the title of a group above its mark, or that a blank line sets apart."""
    marked = [at for at, line in enumerate(label) if at and numbered(line.text).own_no is not None]
    if marked:
        return tuple(label[marked[-1] :])
    for at in range(len(label) - 1, 0, -1):
        apart = label[at].index > label[at - 1].index + 1
        if apart and at < len(label) - 1 and not label[at].text[:1].islower():
            return tuple(label[at:])
    return tuple(label)


def _is_next(number: Line | None, line: Line) -> bool:
    return number is not None and _follows(line, _number(number))


def may_name(text: str) -> bool:
    """True for a line of a label; it may begin with a number: ``Skoler med mindst`` / ``12 besøg``."""
    text = text.strip()
    return (
        not _is_bare(text)
        and any(map(str.isalpha, text))
        and not text.endswith((".", ":"))
        and cell_verdict(text) is None
    )


def _is_bare(text: str) -> bool:
    return measured(text) is not None and not text[-1].islower()


_TAIL = regex.compile(
    r"(?:^|\s)(?:i\s(?:gennemsnit|snit|alt)|om\såret|årligt|pr\.\s\p{L}+|samlet)$", regex.IGNORECASE
)
"""Words behind a value and what it counts: ``Højst 8 dage i gennemsnit``."""


def is_cell(line: Line) -> bool:
    """True for a line that is a value, the lack of one, or a verdict."""
    text = line.text.strip()
    if len(text) > LONGEST_CELL:
        return False
    value = measured(text)
    if value is not None:
        return len(_TAIL.sub("", value.rest).split()) <= 1
    if text in "-–—" or text.lower() in NO_VALUE or cell_verdict(text) is not None:
        return True
    return goal_table_words().verdicts["pending"].match(text.lower()) is not None  # `Måles i 2033`


def _grid(lines: Sequence[Line], head: Head, rows: Sequence[_Row]) -> Grid:
    texts = [
        (row.values[0].index, [
            *([row.number.text.strip(" .)")] if row.number is not None else []),
            " ".join(line.text.strip() for line in row.label), *(line.text.strip() for line in row.values),
        ])
        for row in rows
    ]  # fmt: skip
    grid = grid_of_lines(_first(lines, head), [piece.text for piece in head.pieces], texts)
    places = {row: [None] * head.labels + list(printed.values) for row, printed in enumerate(rows, 1)}
    for cell in grid.cells:
        own = places[cell.row][cell.col] if cell.row in places else None
        cell.line = own.index if own is not None else cell.line
    grid.last_line = rows[-1].values[-1].index
    return grid
