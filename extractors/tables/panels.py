"""Several tables or records beside each other in one printed frame: taken apart, or laid below each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import regex

from extractors.tables.matrix import Matrix, PrintedCell
from schemas.places import municipality_by_code

_FILLED = 0.6
_DIFFERENT = 0.8
"""At least this share of the labels of a table differ; words that recur are a column of text."""
_SPAN = regex.compile(r"(?:19|20)\d\d\s?[-–/]\s?\d{2,4}")


def column_kinds(matrix: Matrix, n_heads: int) -> list[str]:
    """``D`` for columns of values, ``L`` for columns of text and ``_`` for empty ones, below the heads."""
    kinds = []
    table = matrix.table()
    for col in range(matrix.n_cols):
        values = texts = 0
        for row in range(n_heads, matrix.n_rows):
            cell = table[row][col]
            if cell is None or cell.col_span > 1:
                continue
            if cell.kind == "text":
                texts += 1
            else:
                values += 1
        kinds.append("_" if not values + texts else "D" if values >= texts else "L")
    for col in range(matrix.n_cols - 1):
        if kinds[col] == "D" and kinds[col + 1] == "L" and _names_rows(table, n_heads, col):
            kinds[col] = "L"
    return kinds


def _names_rows(table: list[list[PrintedCell | None]], n_heads: int, col: int) -> bool:
    """True for codes of municipalities and running numbers: they belong to the text beside them."""
    texts = [cell.text.rstrip(".") for row in table[n_heads:] if (cell := row[col]) is not None]
    if len(texts) < 2 or not all(text.isdecimal() for text in texts):
        return False
    codes = sum(municipality_by_code(text) is not None for text in texts)
    return codes >= 0.8 * len(texts) or all(int(b) == int(a) + 1 for a, b in pairwise(texts))


def panel_starts(matrix: Matrix, n_heads: int, kinds: list[str]) -> list[int]:
    """Columns at which a record begins anew: labels that stand right of values, have values of their own
    and differ from row to row."""
    table = matrix.table()
    starts = [0]
    for col in range(1, matrix.n_cols - 1):
        before = kinds[starts[-1] : col]
        if kinds[col] != "L" or kinds[col - 1] not in ("D", "_") or "D" not in before or "L" not in before:
            continue
        end = next(
            (c for c in range(col, matrix.n_cols) if c > col and kinds[c] == "L" and kinds[c - 1] == "D"), None
        )
        right = range(col + 1, end if end is not None else matrix.n_cols)
        with_values = labelled = short = 0
        names = []
        for row in range(n_heads, matrix.n_rows):
            if any((cell := table[row][c]) is not None and cell.kind != "text" for c in right):
                with_values += 1
                label = table[row][col]
                labelled += label is not None
                short += label is not None and len(label.text) <= 60
                names += [label.text] if label is not None else []
        filled = with_values >= 2 and labelled >= _FILLED * with_values and short >= _FILLED * labelled
        if filled and len(set(names)) >= _DIFFERENT * labelled and not _are_times(names):
            starts.append(col)
    return starts


def _are_times(names: list[str]) -> bool:
    """True for spans of years in no order: when something is done, a column of text."""
    spans = [_SPAN.match(name) for name in names]
    return all(spans) and any(low[0] >= high[0] for low, high in pairwise(filter(None, spans)))


def split_panels(matrix: Matrix, n_heads: int) -> list[Matrix]:
    """The matrix itself, or its panels: laid below each other where they have the same heads (two records a row),
    else one matrix each (tables side by side)."""
    kinds = column_kinds(matrix, n_heads)
    starts = panel_starts(matrix, n_heads, kinds)
    if len(starts) == 1:
        return [matrix]
    ends = [*starts[1:], matrix.n_cols]
    spans = list(zip(starts, ends, strict=True))
    if any(
        cell.col < start < cell.col + cell.col_span
        for cell in matrix.cells
        if cell.row >= n_heads
        for start in starts
    ):
        return [matrix]
    heads = [_heads(matrix, n_heads, start, end) for start, end in spans]
    widths = {end - start for start, end in spans}
    if len(widths) == 1 and all(head in (heads[0], {}) for head in heads):
        return [_stacked(matrix, n_heads, spans)]
    return [_cut(matrix, start, end) for start, end in spans]


def _heads(matrix: Matrix, n_heads: int, start: int, end: int) -> dict[tuple[int, int], str]:
    return {
        (cell.row, cell.col - start): cell.text.casefold()
        for cell in matrix.cells
        if cell.row < n_heads and start <= cell.col < end
    }


def _cut(matrix: Matrix, start: int, end: int) -> Matrix:
    cells = [
        replace(cell, col=cell.col - start, col_span=min(cell.col_span, end - cell.col))
        for cell in matrix.cells
        if start <= cell.col < end
    ]
    return replace(matrix, n_cols=end - start, cells=cells)


def _stacked(matrix: Matrix, n_heads: int, spans: list[tuple[int, int]]) -> Matrix:
    body = matrix.n_rows - n_heads
    cells: list[PrintedCell] = []
    for number, (start, end) in enumerate(spans):
        for cell in matrix.cells:
            if not start <= cell.col < end or (cell.row < n_heads and number):
                continue
            row = cell.row if cell.row < n_heads else cell.row + number * body
            cells.append(replace(cell, row=row, col=cell.col - start, col_span=min(cell.col_span, end - cell.col)))
    return replace(matrix, n_rows=n_heads + body * len(spans), n_cols=spans[0][1] - spans[0][0], cells=cells)
