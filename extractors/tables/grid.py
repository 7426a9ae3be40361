"""A table as rows and columns: what every way of reading a table produces and the facts are drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas.document import Box


@dataclass(slots=True)
class GridCell:
    """A printed cell. ``line`` is the ``Line.index`` that holds its (last) value, ``box`` its place in a PDF."""

    row: int
    col: int
    text: str
    line: int
    page: int
    box: Box | None = None
    row_span: int = 1
    col_span: int = 1
    is_header: bool = False


@dataclass(slots=True)
class Grid:
    """One table, joined over its pages.

    ``col_paths[c]`` is the path of heads above column ``c``, outermost first, and ``row_paths[r]`` the path of
    labels of row ``r``: group rows and rotated labels first, the row's own label last; empty for rows of heads.
    ``data_cols`` are the columns that hold values. ``col_units`` gives a unit printed in or under a head.
    ``stacked``: its cells stand on lines of their own, and its heads surely in the order of its columns.
    """

    cells: list[GridCell]
    n_rows: int
    n_cols: int
    col_paths: list[tuple[str, ...]]
    row_paths: list[tuple[str, ...]]
    data_cols: list[int]
    method: str
    first_line: int
    last_line: int
    caption: str | None = None
    table_no: str | None = None
    unit: str | None = None
    note: str | None = None
    confidence: float = 1.0
    col_units: dict[int, str] = field(default_factory=dict)
    row_units: dict[int, str] = field(default_factory=dict)
    total_rows: frozenset[int] = frozenset()
    total_cols: frozenset[int] = frozenset()
    stacked: bool = False
