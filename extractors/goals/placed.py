"""Tables of goals in text whose columns are kept apart with spaces, read by the places of their letters.

    Nr.  Indikator                    Måltal     Udgangspunkt   Status
                                      2031       2029           (juni)
    1    Børn, der cykler eller går   mindst     61 %           66 %
         til skole                    70 %

Heads and cells may run over several lines: what stands below a cell goes on with it, and a further value there is a
further result of the same target. A row of which a cell stands below no head, or below several, ends the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

from extractors.goals.cells import cell_verdict, measured
from extractors.goals.entries import Spans
from extractors.goals.flattened import grid_of_lines
from extractors.goals.headings import heading
from extractors.goals.lines import lines_within
from extractors.goals.papers import Paper
from extractors.tables.grid import Grid
from extractors.tables.labels import NO_VALUE
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet, Span

FEWEST_HEADS, MOST_HEADS = 3, 10
LONGEST_HEAD, LONGEST_LINE = 60, 240
HEAD_LINES = 4
"""Lines over which heads may run."""
FEWEST_ROWS = 2
MOST_LINES = 400
"""Lines of a table that are looked at."""
GAP = 2
"""Letters of white between two columns, at least."""
MISSES = 2
"""Empty lines that follow each other inside a table, at most."""
_CELL = regex.compile(r"\S+(?:[ \xa0]\S+)*")
_RULED = frozenset("-–—_=*+|· ")
_BESIDE = frozenset({"outcome", "fulfilment", "verdict", "time", "earlier", "deadline", "unit"})
"""Kinds of heads of which one stands beside that of the aim."""
_ABOUT = frozenset({"unit", "method", "remark", "deadline", "outcome"})
"""Kinds of heads without values behind the names of the rows: how a goal is measured, not what it is called."""
_APART = frozenset({"aim", "outcome", "fulfilment", "verdict", "time"})
"""Kinds of heads that one space may part."""
_NEXT_HEAD = regex.compile(r"\s(?=\p{Lu})")
_YEAR_AT_END = regex.compile(r"(?<!\d)20\d\d$")
_JUDGED = regex.compile(r"(?P<value>[-–]?\d[\d.,]*(?:\s?(?:%|pct\.))?)\s(?P<word>\p{Lu}.*)")
"""A value with a word right behind it."""
_NUMBERED = regex.compile(r"(?:\p{Lu}{0,3}-?\d{1,2}(?:\.\d{1,2})?\p{Ll}?|\p{Lu})[.:)]?(?:\s|$)")


TypedLine = tuple[int, list[str], bool]
"""A line of the table: its index, its cells by column, whether an empty line stands above it."""


class _Cell(NamedTuple):
    """Words that stand together, from the letter ``start`` to before ``end``."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class _Column:
    """What stands below a head: its place widens with the cells."""

    start: int
    end: int
    head: str

    def overlaps(self, cell: _Cell) -> bool:
        return cell.start < self.end and self.start < cell.end


@dataclass(slots=True)
class _Row:
    """The cells of a row by column, the line of each, and the last line of all."""

    line: int
    cells: list[str]
    lines: list[int]
    last: int


def read_placed(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Grid]:
    """Grids of the paper's lines that are such tables, outside of the spans that are ``taken``."""
    covered, behind = Spans(taken), -1
    for index in lines_within(packet, "aim", paper.span):
        if index <= behind or covered.covers(index):
            continue
        grid = _table(packet, paper, index)
        if grid is not None and not covered.meet(Span(grid.first_line, grid.last_line)):
            yield grid
            behind = grid.last_line


def _cells(text: str) -> list[_Cell]:
    if "\t" in text or len(text) > LONGEST_LINE or (text[:1] in _RULED and set(text) <= _RULED):
        return []
    return [_Cell(match.start(), match.end(), match.group()) for match in _CELL.finditer(text)]


def _judged(cell: _Cell) -> Iterator[_Cell]:
    """The cell, or a value and the verdict that one space parts: ``61,5 Ikke opfyldt``."""
    match = _JUDGED.fullmatch(cell.text)
    if match is None or cell_verdict(match["word"]) is None:
        yield cell
        return
    yield _Cell(cell.start, cell.start + match.end("value"), match["value"])
    yield _Cell(cell.start + match.start("word"), cell.end, match["word"])


def _table(packet: Packet, paper: Paper, index: int) -> Grid | None:
    heads = _heads(packet.lines[index].text)
    if not heads:
        return None

    def fits(columns: Sequence[_Column]) -> bool:
        return _heads_goals(columns, paper)

    parted = [piece for cell in heads for piece in _parted(cell)]
    found = _placed(packet, paper, index, parted, fits) if len(parted) > len(heads) else None
    if found is None or not all(any(texts[at] for _, texts, _ in found[2]) for at in range(len(parted))):
        found = _placed(packet, paper, index, heads, fits)
    if found is None:
        return None
    first, columns, lines = found
    labels = _labels(columns, [texts for _, texts, _ in lines])
    if labels is None:
        return None
    rows = _rows(lines, columns, labels)
    if len(rows) < FEWEST_ROWS:
        return None
    return _grid(first, columns, labels, rows)


class LaidOut(NamedTuple):
    """A table as it is printed: the first line of its heads, the heads, and the lines below."""

    first: int
    heads: list[str]
    lines: list[TypedLine]


def laid_out(packet: Packet, paper: Paper, index: int, fits: Callable[[Sequence[str]], bool]) -> LaidOut | None:
    """The table below the heads of a line, where these ``fit``; None where the lines are no such table."""
    heads = _heads(packet.lines[index].text)
    if not heads:
        return None
    found = _placed(packet, paper, index, heads, lambda columns: fits([column.head for column in columns]))
    return LaidOut(found[0], [column.head for column in found[1]], found[2]) if found is not None else None


def _heads(text: str) -> list[_Cell]:
    heads = _cells(text) if text.count("  ") >= FEWEST_HEADS - 1 else []
    if not FEWEST_HEADS <= len(heads) <= MOST_HEADS or any(len(cell.text) > LONGEST_HEAD for cell in heads):
        return []
    return heads


def _placed(
    packet: Packet, paper: Paper, index: int, heads: Sequence[_Cell], fits: Callable[[Sequence[_Column]], bool]
) -> tuple[int, list[_Column], list[TypedLine]] | None:
    """The first line of the heads, their columns and the lines below; None where the heads do not fit, or one
    stands over two columns."""
    columns = [_Column(*cell) for cell in heads]
    first, last = _whole_heads(packet, paper, index, columns)
    if not fits(columns):
        return None
    lines = _body(packet, paper, last + 1, columns)
    return (first, columns, lines) if lines is not None else None


def _parted(head: _Cell) -> Iterator[_Cell]:
    """The heads that one space parts: ``Måltal 2031 Resultat 1. halvår``, ``2031 Vurdering``."""
    start = 0
    for match in _NEXT_HEAD.finditer(head.text):
        before, behind = head.text[start : match.start()], head.text[match.end() :]
        kinds = {heading((text,)).kind for text in (before, behind)}
        if len(kinds) == 2 and kinds <= _APART:
            yield _Cell(head.start + start, head.start + match.start(), before)
            start = match.end()
    yield _Cell(head.start + start, head.end, head.text[start:])


def _heads_goals(columns: Sequence[_Column], paper: Paper) -> bool:
    """True for the head of an aim with another that belongs to it; in an agreement numbers of rows are enough."""
    kinds = {heading((column.head,)).kind for column in columns[1:]}
    listed = paper.kind == "contract" and heading((columns[0].head,)).kind == "number"
    return "aim" in kinds and (listed or not _BESIDE.isdisjoint(kinds))


def _whole_heads(packet: Packet, paper: Paper, index: int, columns: list[_Column]) -> tuple[int, int]:
    """The first and last line of the heads, whose lines above and below are put into the columns: those right
    beside that have no label and nothing that stands below several heads."""
    edges = []
    for step in (-1, 1):
        at = index
        for _ in range(HEAD_LINES):
            beside = at + step
            if not paper.span.first <= beside <= paper.span.last:
                break
            cells = _cells(packet.lines[beside].text)
            places = [_column_of(cell, columns) for cell in cells]
            if not cells or None in places or len(set(places)) < len(places):
                break
            if 0 in places or (step > 0 and any(_is_plain(cell.text) for cell in cells)):
                break
            for cell, place in zip(cells, places, strict=True):
                assert place is not None
                column = columns[place]
                column.head = f"{column.head} {cell.text}" if step > 0 else f"{cell.text} {column.head}"
                column.start, column.end = min(column.start, cell.start), max(column.end, cell.end)
                if step < 0 and place + 1 not in places and _is_over_both(cell, columns[place : place + 2]):
                    columns[place + 1].head = f"{cell.text} {columns[place + 1].head}"
            at = beside
        edges.append(at)
    return edges[0], edges[1]


def _is_over_both(cell: _Cell, columns: Sequence[_Column]) -> bool:
    """``1. halvår`` above ``2030  2031``: a part of the year that stands over two years, also where letters placed
    it above the first alone."""
    if not heading((cell.text,)).partial or len(columns) < 2:
        return False
    return all(_YEAR_AT_END.search(column.head) for column in columns) and cell.end < columns[1].end


def _is_plain(text: str) -> bool:
    """True for a value, and for a verdict: they are no head."""
    value = measured(text)
    return (value is not None and not value.rest.startswith((")", "/"))) or cell_verdict(text) is not None


def _column_of(cell: _Cell, columns: Sequence[_Column]) -> int | None:
    """The column that a cell stands in: the one it shares letters with, or whose edge it keeps; else the nearer
    one. None where that cannot be told."""
    meeting = [at for at, column in enumerate(columns) if column.overlaps(cell)]
    if len(meeting) == 1:
        return meeting[0]
    if meeting:
        # a long cell may reach into the white of its neighbour, no further
        one, *_, other = meeting
        if other - one > 1 or (cell.start <= columns[one].start and columns[other].end <= cell.end):
            return None
        kept = [at for at in meeting if columns[at].start == cell.start or columns[at].end == cell.end]
        return kept[0] if len(kept) == 1 else None
    left = max((at for at, column in enumerate(columns) if column.end <= cell.start), default=None)
    right = min((at for at, column in enumerate(columns) if cell.end <= column.start), default=None)
    if left is None or right is None:
        return left if right is None else right
    gaps = cell.start - columns[left].end, columns[right].start - cell.end
    if gaps[0] == gaps[1]:
        return None
    return left if gaps[0] < gaps[1] else right


def _body(packet: Packet, paper: Paper, first: int, columns: list[_Column]) -> list[TypedLine] | None:
    """The lines below the heads whose cells all stand below one head; None where two values of a line stand below
    the same one."""
    found: list[TypedLine] = []
    heads = [" ".join(column.head.split()) for column in columns]
    empty = 0
    for index in range(first, min(paper.span.last, first + MOST_LINES) + 1):
        line = packet.lines[index]
        if index in packet.furniture:
            continue
        text = line.text
        if line.blank:
            empty += 1
            if empty > MISSES and found:
                break
            continue
        if text[:1] in _RULED and set(text) <= _RULED:
            empty = max(empty, 1)
            continue
        cells = _cells(text)
        again = [cell.text for cell in cells] == heads
        if found and ((again and not any(found[-1][1][1:])) or (not again and _are_heads(cells))):
            break  # the next table, below a title or with heads of its own
        if again:
            continue  # printed again on the next page
        cells = [piece for cell in cells for piece in _judged(cell)]
        places = [_column_of(cell, columns) for cell in cells]
        if len(cells) == len(columns) and places != list(range(len(cells))):
            places = list(range(len(cells)))  # print that is laid out anew keeps the order
        if not cells or None in places:
            break
        texts = [""] * len(columns)
        for cell, place in zip(cells, places, strict=True):
            assert place is not None
            if texts[place] and measured(texts[place]) is not None and measured(cell.text) is not None:
                return None
            texts[place] = f"{texts[place]} {cell.text}".strip()
            if place:
                columns[place].start = min(columns[place].start, cell.start)
            columns[place].end = max(columns[place].end, cell.end)
        found.append((index, texts, empty > 0))
        empty = 0
    return found


def _are_heads(cells: Sequence[_Cell]) -> bool:
    """True for a line that heads an aim and what belongs to it, or money planned and spent, and holds no value."""
    if len(cells) < FEWEST_HEADS or any(_is_plain(cell.text) for cell in cells):
        return False
    kinds = [heading((cell.text,)).kind for cell in cells]
    if kinds.count("budget") > 1:
        return True
    return "aim" in kinds[1:] and not _BESIDE.isdisjoint(kinds[1:])


def _labels(columns: Sequence[_Column], lines: Sequence[Sequence[str]]) -> int | None:
    """How many columns name the rows: those before the first whose cells are values. None where the head of an aim
    stands over none such."""
    for at in range(1, len(columns)):
        texts = [line[at] for line in lines if line[at]]
        valued = sum(_is_cell(text) for text in texts)
        if texts and 2 * valued >= len(texts):
            aimed = any(heading((column.head,)).kind == "aim" for column in columns[at:])
            first = 1 + (heading((columns[0].head,)).kind == "number")
            named = next((n for n in range(first, at) if heading((columns[n].head,)).kind in _ABOUT), at)
            return named if aimed and named <= 2 else None
    return None


def _is_cell(text: str) -> bool:
    """True for a value, the lack of one or a verdict."""
    value = measured(text)
    if value is not None:
        return len(value.rest.split()) <= 3
    return text in "-–—" or text.lower() in NO_VALUE or cell_verdict(text) is not None or _is_put_off(text)


def _is_put_off(text: str) -> bool:
    return goal_table_words().put_off.match(text.lower()) is not None


def _rows(lines: Sequence[TypedLine], columns: Sequence[_Column], labels: int) -> list[_Row]:
    """The rows of which the lines are pieces."""
    rows: list[_Row] = []
    waiting: _Row | None = None  # words without values: a title, or the beginning of the next label
    names = [" ".join(filter(None, texts[:labels])) for _, texts, _ in lines]
    full = [name for name, (_, texts, _) in zip(names, lines, strict=True) if name and any(texts[labels:])]
    numbered = sum(_NUMBERED.match(name) is not None for name in full) * 2 > len(full)
    for name, (index, texts, apart) in zip(names, lines, strict=True):
        begins = _NUMBERED.match(name) is not None if numbered else name[:1].isupper()
        row = _Row(index, list(texts), [index] * len(columns), index)
        goes_on = not begins and not apart and not (numbered and _is_title(name, rows, columns))
        if not any(texts[labels:]):
            if goes_on and (waiting or rows):
                _join(waiting or rows[-1], row)
            else:
                waiting = row
        elif waiting is not None and goes_on:
            _join(waiting, row)
            rows.append(waiting)
            waiting = None
        elif rows and goes_on and not _is_whole(row, rows[-1], labels):
            _join(rows[-1], row)
        else:
            rows.append(row)
            waiting = None
    return rows


def _is_title(name: str, rows: Sequence[_Row], columns: Sequence[_Column]) -> bool:
    """True for the title of a group between numbered rows: it begins with a capital letter, and its first word
    would have found room in the line above."""
    if not rows or not name[:1].isupper():
        return False
    room = columns[1].start - columns[0].start - GAP
    return len(rows[-1].cells[0]) + 1 + len(name.split(maxsplit=1)[0]) <= room


def _is_whole(row: _Row, above: _Row, labels: int) -> bool:
    """True for a line that is a row by itself, or a further result of the one above: a value of it stands below a
    value, or below a blank."""
    return any(
        measured(own) is not None and (not over or _is_cell(over))
        for own, over in zip(row.cells[labels:], above.cells[labels:], strict=True)
    )


def _join(row: _Row, more: _Row) -> None:
    for at, text in enumerate(more.cells):
        if text:
            if measured(row.cells[at]) is None:
                row.lines[at] = more.line
            row.cells[at] = f"{row.cells[at]} {text}".strip()
    row.last = more.line


def _grid(first: int, columns: Sequence[_Column], labels: int, rows: Sequence[_Row]) -> Grid:
    grid = grid_of_lines(
        first, [column.head for column in columns], [(row.line, row.cells) for row in rows], labels
    )
    for cell in grid.cells:
        if cell.row:
            cell.line = rows[cell.row - 1].lines[cell.col]
    grid.last_line = max(row.last for row in rows)
    return grid
