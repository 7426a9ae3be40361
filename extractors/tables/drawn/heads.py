"""The heads of a drawn table: which lines are one head, and which heads span others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.tables.drawn.blocks import DrawnCell
from extractors.tables.head import sewn

Lines = Sequence[Sequence[DrawnCell]]


@dataclass(frozen=True, slots=True)
class DrawnHead:
    """A head over columns ``first`` to ``last`` at a level; ``line`` is the first of the given lines it is on."""

    first: int
    last: int
    level: int
    line: int
    text: str


def heads_of(lines: Lines, labels: frozenset[int]) -> list[DrawnHead] | None:
    """The heads that these lines print over all columns. Heads that span others have no wall inside or, where all
    walls are drawn, blank cells on their right above other heads. None where that cannot be told: where heads stand
    at the bottom of their cells. Columns of ``labels`` are spanned by none."""
    n_cols = max(cell.last for cells in lines for cell in cells) + 1
    drawn = any(cell.part.text and cell.last > cell.first for cells in lines for cell in cells)
    over = [[_over(cells, col) for col in range(n_cols)] for cells in lines]
    if not drawn and _is_low(over, labels):
        return None
    return list(_heads(over, range(n_cols), 0, 0, labels, drawn=drawn))


def _over(cells: Sequence[DrawnCell], col: int) -> DrawnCell | None:
    """The cell with print over a column."""
    return next((cell for cell in cells if cell.first <= col <= cell.last and cell.part.text), None)


Over = Sequence[Sequence[DrawnCell | None]]


def _heads(
    over: Over, cols: range, top: int, level: int, labels: frozenset[int], *, drawn: bool
) -> Iterator[DrawnHead]:
    """The heads over these columns from line ``top`` on."""
    first_line = next((n for n in range(top, len(over)) if any(over[n][col] is not None for col in cols)), None)
    if first_line is None:
        return
    for group in _groups(over[first_line], cols, labels, drawn=drawn):
        below = _lower(over, group, first_line)
        if below is None:
            lines = [n for n in range(first_line, len(over)) if over[n][group[0]] is not None]
            yield from _head(over, group, lines, level, group[-1] if drawn else group[0])
            continue
        yield from _head(over, group, range(first_line, below), level, group[-1])
        yield from _heads(over, group, below, level + 1, labels, drawn=drawn)


def _groups(
    cells: Sequence[DrawnCell | None], cols: range, labels: frozenset[int], *, drawn: bool
) -> Iterator[range]:
    """The columns below each piece of a line of heads; columns below none stand alone."""
    start = cols[0]
    while start in cols:
        end = start + 1
        cell = cells[start]
        if cell is not None:
            while end in cols and (
                cells[end] is cell
                or (not drawn and cells[end] is None and start not in labels and end not in labels)
            ):
                end += 1
        yield range(start, end)
        start = end


def _lower(over: Over, group: range, first: int) -> int | None:
    """The first line on which heads of single columns stand below the head of a group; None without any."""
    head = over[first][group[0]]
    for n in range(first + 1, len(over)):
        found = [over[n][col] for col in group]
        whole = head is not None and head.last > head.first and all(cell is found[0] for cell in found)
        if not whole and any(cell is not None for cell in found[1:]):
            return n
    return None


def _head(over: Over, group: range, lines: Sequence[int], level: int, last: int) -> Iterator[DrawnHead]:
    texts = [cell.part.text for n in lines if (cell := over[n][group[0]]) is not None]
    if texts:
        yield DrawnHead(group[0], last, level, lines[0], sewn(texts))


def _is_low(over: Over, labels: frozenset[int]) -> bool:
    """True where heads of one line stand below others and one beside a blank cell may or may not span it."""
    n_cols = len(over[0])
    if len(over) == 1 or not any(
        over[0][col] is not None and over[0][col + 1] is None and col not in labels for col in range(n_cols - 1)
    ):
        return False
    high = any(
        over[0][col] is not None and over[-1][col] is None and not _spans(over, col) for col in range(n_cols)
    )
    low = any(over[0][col] is None and over[-1][col] is not None for col in labels)
    return low and not high


def _spans(over: Over, col: int) -> bool:
    """True where the cell right of the first line's head is blank, so that it may span more than its own column."""
    return col + 1 < len(over[0]) and over[0][col + 1] is None
