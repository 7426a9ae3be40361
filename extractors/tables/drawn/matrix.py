"""A drawn table as rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.language.numbers import parse_cell
from extractors.tables.drawn.blocks import DrawnBlock, DrawnCell
from extractors.tables.drawn.heads import DrawnHead, heads_of
from extractors.tables.drawn.strokes import Stroke
from extractors.tables.head import sewn
from extractors.tables.headers import count_heads
from extractors.tables.labels import is_total
from extractors.tables.matrix import Matrix, PrintedCell, read_units

_EMPHASIS = "**"
_OPEN = ("-", ",", "/", " og", " eller", " med", " af", " for", " til", " i", " på")
"""What a label ends with that goes on in the next line."""

Row = list[tuple[DrawnCell, Stroke]]


def matrix_of(block: DrawnBlock) -> Matrix | None:
    """The table as a matrix; None where it is not drawn in which column a cell is or which heads span others."""
    strips: list[list[Row]] = []
    heavy: list[bool] = []
    for strip, border in block.strips():
        rows = [_row(block, stroke) for stroke in strip if not stroke.blank]
        if any(row is None for row in rows):
            return None
        if found := [row for row in rows if row]:
            strips.append(found)
            heavy.append(border)
    values = _values([row for strip in strips[1:] or strips for row in strip], block.n_cols)
    n_strips = _head_strips(strips, heavy, values)
    head_rows = [row for strip in strips[:n_strips] for row in strip]
    labels = frozenset(col for col in range(block.n_cols) if col not in values)
    heads = heads_of([[cell for cell, _ in row] for row in head_rows], labels) if head_rows else []
    if heads is None:
        return None
    depth = max((head.level for head in heads), default=-1) + 1
    cells = [_head_cell(head, heads, head_rows[head.line][0][1], depth) for head in heads]
    body = [row for strip in _gathered(strips[n_strips:], values) for row in strip]
    for number, lines in enumerate(body, depth):
        row_cells = list(_cells(number, lines))
        read_units(row_cells)
        cells += row_cells
    matrix = Matrix(depth + len(body), block.n_cols, cells, n_heads=depth or None, spans_known=True)
    return matrix if depth else _headed(matrix)


def _head_cell(head: DrawnHead, heads: Sequence[DrawnHead], stroke: Stroke, depth: int) -> PrintedCell:
    leaf = not any(other.level > head.level and head.first <= other.first <= head.last for other in heads)
    return PrintedCell(
        head.level,
        head.first,
        _plain(head.text),
        stroke.index,
        stroke.page,
        row_span=depth - head.level if leaf else 1,
        col_span=head.last - head.first + 1,
    )


def _headed(matrix: Matrix) -> Matrix:
    """A table without a border below its heads: what its rows hold tells how many of them are heads."""
    matrix.n_heads = count_heads(matrix)
    matrix.spans_known = False
    return matrix


def _row(block: DrawnBlock, stroke: Stroke) -> Row | None:
    cells = block.cells(stroke)
    return None if cells is None else [(cell, stroke) for cell in cells if cell.part.text]


def _values(rows: Sequence[Row], n_cols: int) -> frozenset[int]:
    """The columns that hold more numbers than other texts."""
    balance = [0] * n_cols
    for row in rows:
        for cell, _ in row:
            if cell.first == cell.last:
                balance[cell.first] += 1 if parse_cell(cell.part.text) else -1
    numbered = {cell.first for row in rows for cell, _ in row if parse_cell(cell.part.text)}
    return frozenset(col for col in numbered if balance[col] >= 0 and col)


def _head_strips(strips: Sequence[Sequence[Row]], heavy: Sequence[bool], values: frozenset[int]) -> int:
    """How many of the strips hold heads: those above the only heavy border inside, else the first if it holds no
    number but years."""
    if len(strips) < 2:
        return 0
    if sum(heavy[:-1]) == 1:
        return heavy.index(True) + 1
    kinds = [
        PrintedCell(0, cell.first, cell.part.text, 0, 0).kind
        for row in strips[0]
        for cell, _ in row
        if cell.first in values
    ]
    return int(bool(kinds) and all(kind in ("text", "year") for kind in kinds))


def _gathered(strips: Sequence[Sequence[Row]], values: frozenset[int]) -> Iterator[list[list[Row]]]:
    """The rows of each strip, each as its lines. Where borders part all rows a strip is one row; where they part
    groups of rows or totals off each line is one, unless it goes on with the label above."""
    parts = [strip for strip in strips if not is_total(strip[0][0][0].part.text)]
    ruled = len(parts) > 1 and all(_is_one(strip, values) for strip in strips)
    for strip in strips:
        yield [list(strip)] if ruled else _lines(strip, values)


def _is_one(strip: Sequence[Row], values: frozenset[int]) -> bool:
    """True where no column of values holds two values, and no line is a row over all columns."""
    if len(strip) > 1 and any(cell.last > cell.first for row in strip for cell, _ in row):
        return False
    columns = [cell.first for row in strip for cell, _ in row if cell.first == cell.last and cell.first in values]
    return len(set(columns)) == len(columns)


def _lines(strip: Sequence[Row], values: frozenset[int]) -> list[list[Row]]:
    rows: list[list[Row]] = []
    for row in strip:
        if rows and (_continues(rows[-1], row, values)):
            rows[-1].append(row)
        else:
            rows.append([row])
    return rows


def _continues(above: Sequence[Row], row: Row, values: frozenset[int]) -> bool:
    """True for a line that goes on with the texts of the row above: it brings no second value, and its text begins
    in the middle of a sentence."""
    filled = any(cell.first in values for line in above for cell, _ in line)
    if any(cell.last > cell.first for line in (*above, row) for cell, _ in line):
        return False
    if filled and any(cell.first in values for cell, _ in row):
        return False
    texts = [cell for cell, _ in row if cell.first not in values]
    if not texts:
        return False
    first = texts[0]
    before = next(
        (cell.part.text for line in reversed(above) for cell, _ in line if cell.first == first.first), None
    )
    if before is None:
        return False
    begins = first.part.text[:1]
    return begins.islower() or begins in "(/" or before.endswith(_OPEN) or before.count("(") > before.count(")")


def _cells(number: int, lines: Sequence[Row]) -> Iterator[PrintedCell]:
    """The cells of a row that is printed on these lines."""
    columns = sorted({cell.first for line in lines for cell, _ in line})
    for col in columns:
        found = [(cell, stroke) for line in lines for cell, stroke in line if cell.first == col]
        text = sewn([cell.part.text for cell, _ in found])
        first, stroke = found[0]
        yield PrintedCell(
            number,
            col,
            _plain(text),
            stroke.index,
            stroke.page,
            col_span=max(cell.last for cell, _ in found) - col + 1,
            bold=text.startswith(_EMPHASIS),
            indent=float(first.part.indent),
        )


def _plain(text: str) -> str:
    return text.replace(_EMPHASIS, "")
