"""Tables of goals that were flattened with each cell below the other, where cells run over several lines.

    Mål
    Måltal 2031
    Status
    Farve

    Ventetid ved færgen
    Mindst 80 pct. af bilerne venter
    højst en time
    76,5 pct.
    Rød

Blank lines set the rows apart, and a cell goes on with a line that begins with a small letter or a bracket. Where a
line in the middle of a cell begins with a number, what the heads ask for tells the cells apart, if all readings
have the same numbers. Rows may share the label of the one above. Targets that are sentences are their own labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from extractors.goals.cells import cell_verdict
from extractors.goals.column import FEWEST_WORDS
from extractors.goals.entries import Spans
from extractors.goals.flattened import grid_of_lines
from extractors.goals.headings import HeadKind
from extractors.goals.papers import Paper
from extractors.goals.stacked_heads import Head, aims_among, heads_at
from extractors.goals.worded import may_answer, value_of
from extractors.tables.grid import Grid
from extractors.text.joining import join_lines
from schemas.document import Line
from schemas.packet import Packet, Span

FEWEST_ROWS, MOST_ROWS = 2, 100
MOST_LINES, MOST_STARTS = 12, 8
"""Lines of a row, and of those that may begin a cell."""
_ENDS = (".", ":")
"""What a label does not end with."""
_KNOWN = frozenset({"aim", "outcome", "time", "verdict"})


class _Cell(NamedTuple):
    text: str
    line: int


def read_stacked_blocks(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Grid]:
    """Grids of the paper's lines that are such tables, outside of the spans that are ``taken``."""
    covered = Spans(taken)
    lines, places = aims_among(packet, paper, covered)
    behind = 0
    for at in places:
        if at < behind:
            continue
        for head in (_together(lines, head) for head in heads_at(lines, at, behind)):
            if not head.kinds or head.numbered or head.aim or not _KNOWN.issuperset(head.kinds):
                continue
            if covered.covers(lines[head.pieces[0].first].index):
                continue
            blocks = list(_blocks(lines, head.pieces[-1].end))
            rows = list(_rows(blocks, head.kinds))
            if len(rows) >= FEWEST_ROWS and any(len(block) > head.width + 1 for block in blocks[: len(rows)]):
                yield _grid(lines, head, rows)
                behind = lines.index(blocks[len(rows) - 1][-1]) + 1
                break


def _together(lines: Sequence[Line], head: Head) -> Head:
    """The heads up to a blank line: what stands below it may begin as a head does (``Flere skal cykle``)."""
    for at, (one, other) in enumerate(pairwise(head.pieces), 1):
        if lines[other.first].index > lines[one.end - 1].index + 1:
            return head._replace(pieces=head.pieces[:at])
    return head


def _blocks(lines: Sequence[Line], first: int) -> Iterator[list[Line]]:
    """The lines from a place on that no blank line parts, up to one that is too long; none where the first stands
    right below the heads."""
    block: list[Line] = []
    if first and first < len(lines) and lines[first].index == lines[first - 1].index + 1:
        return
    for line in lines[first : first + MOST_ROWS * MOST_LINES]:
        if block and line.index > block[-1].index + 1:
            yield block
            block = []
        block.append(line)
        if len(block) > MOST_LINES:
            return
    if block:
        yield block


def _rows(blocks: Sequence[Sequence[Line]], kinds: Sequence[HeadKind | None]) -> Iterator[list[_Cell]]:
    """The cells of each block with its label first, up to the first that is no row."""
    label = ""
    for block in blocks:
        cells = _cells(block, kinds)
        if cells is None:
            return
        label = cells[0].text or label
        sentence = len(cells[1].text.split()) > FEWEST_WORDS
        yield [_Cell(cells[1].text if sentence else label, cells[1].line), *cells[1:]]


def _cells(block: Sequence[Line], kinds: Sequence[HeadKind | None]) -> list[_Cell] | None:
    """The label and the cells of a block, the label empty where it has none; None where they cannot be told."""
    texts = [line.text.strip() for line in block]
    starts = [
        at
        for at, text in enumerate(texts)
        if not at or text[:1].isupper() or not (text[:1].islower() or text[:1] == "(")
    ]
    if len(starts) > MOST_STARTS:
        return None
    for width in (len(kinds) + 1, len(kinds)):
        found = []
        for chosen in combinations(starts[1:], width - 1):
            cuts = [0, *chosen, len(texts)]
            cells = [_Cell(join_lines(texts[a:b]), block[a].index) for a, b in pairwise(cuts)]
            cells = cells if width > len(kinds) else [_Cell("", block[0].index), *cells]
            if _names(cells[0].text) and all(
                _fits(cell.text, kind, cells[1].text) for cell, kind in zip(cells[1:], kinds, strict=True)
            ):
                found.append(cells)
        if found:
            return found[0] if len({_values(cells) for cells in found}) == 1 else None
    return None


def _values(cells: Sequence[_Cell]) -> tuple[Decimal | None, ...]:
    """The numbers of a row: readings that differ in words alone are one, of which the first has the shortest
    label."""
    aimed = value_of(cells[1].text)
    told = (value_of(cell.text, aimed, cells[1].text) for cell in cells[2:])
    return tuple(None if value is None else value.value for value in (aimed, *told))


def _names(label: str) -> bool:
    return not label or (value_of(label) is None and not label.endswith(_ENDS) and cell_verdict(label) is None)


def _fits(text: str, kind: HeadKind | None, aim: str) -> bool:
    if kind == "verdict":
        return cell_verdict(text) is not None
    if kind == "aim":
        return value_of(text) is not None and not text.endswith(_ENDS[1:])
    return may_answer(text, aim)


def _grid(lines: Sequence[Line], head: Head, rows: Sequence[Sequence[_Cell]]) -> Grid:
    texts = [(row[1].line, [cell.text for cell in row]) for row in rows]
    grid = grid_of_lines(lines[head.pieces[0].first].index, [piece.text for piece in head.pieces], texts, 1)
    for cell in grid.cells:
        if cell.row:
            cell.line = rows[cell.row - 1][cell.col].line
    grid.last_line = rows[-1][-1].line
    return grid
