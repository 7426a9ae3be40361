"""The table as printed, before anything is made of it: cells at rows and columns, with their spans."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from extractors.language.bounds import parse_bounded
from extractors.language.numbers import Number
from extractors.tables.words import numbers_of
from schemas.document import Box
from schemas.units import names_unit

CellKind = Literal["blank", "number", "year", "dash", "text"]


@dataclass(slots=True)
class PrintedCell:
    """A cell with print in it. ``line`` is the ``Line.index`` of its value (for text: of its first line)."""

    row: int
    col: int
    text: str
    line: int
    page: int
    box: Box | None = None
    row_span: int = 1
    col_span: int = 1
    bold: bool = False
    indent: float = 0.0
    kind: CellKind = "blank"
    numbers: list[Number] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.numbers = list(numbers_of(self.text))
        if not self.numbers and self.col and (bounded := parse_bounded(self.text)):
            self.numbers = [bounded.number]  # a value of its column
        self.kind = _kind(self.text, self.numbers)

    @property
    def year(self) -> int:
        """The year of a cell of the kind ``year``, marked or not (``2026*``); 0 for any other cell."""
        return int(self.numbers[0].value or 0) if self.kind == "year" else 0


def _kind(text: str, numbers: list[Number]) -> CellKind:
    if not numbers:
        return "text" if text.strip() else "blank"
    return {"year": "year", "dash": "dash"}.get(numbers[0].kind, "number")  # type: ignore[return-value]


_BAND = re.compile(r"(?P<low>\d{1,4})\s?[-–]\s?(?P<high>\d{1,4})(?P<unit>(?:[\s-]\w+\.?)?)")
_LAST_BAND = re.compile(
    r"(?P<low>\d{1,4})(?P<unit>(?:[\s-]\w+\.?)?)\s?(?:\+|(?:og|eller)\s(?:derover|flere|mere|ældre|over))"
)


def _ends_bands(row: list[PrintedCell]) -> bool:
    """True for a row that ends a list of bands: ``18-29 år``, ``30-49 år``, ``50 år +``."""
    bands = [match for cell in row if (match := _BAND.fullmatch(cell.text)) is not None]
    last = next((match for cell in row if (match := _LAST_BAND.fullmatch(cell.text)) is not None), None)
    if last is None or not bands:
        return False
    highest = int(bands[-1]["high"])
    return last["unit"] == bands[-1]["unit"] and highest <= int(last["low"]) <= highest + 1


def read_units(row: list[PrintedCell]) -> None:
    """Makes text of the cells of a row that holds nothing but units (``antal``, ``1.000 kr.``), or bands of which
    the last has no end (``60 år +``): it is a head."""
    if all(names_unit(cell.text) for cell in row) or _ends_bands(row):
        for cell in row:
            cell.kind, cell.numbers = "text", []


def _may_head(cell: PrintedCell | None) -> bool:
    """True for what heads a column though it begins with a number: a unit (``1.000 kr.``), an age (``80 år og
    derover``), a year."""
    if cell is None or cell.kind in ("text", "year"):
        return True
    return names_unit(cell.text) or any(form.fullmatch(cell.text) for form in (_BAND, _LAST_BAND))


@dataclass(slots=True)
class Matrix:
    """Cells by their upper left corner. ``n_heads`` is the number of rows of heads where print tells (fills,
    rules, a repeated head), None where the contents must. ``spans_known``: spans are drawn, not to be guessed."""

    n_rows: int
    n_cols: int
    cells: list[PrintedCell]
    n_heads: int | None = None
    spans_known: bool = False

    def table(self) -> list[list[PrintedCell | None]]:
        """``table[row][col]``: the cell printed there, None where blank or covered by a spanning cell."""
        rows: list[list[PrintedCell | None]] = [[None] * self.n_cols for _ in range(self.n_rows)]
        for cell in self.cells:
            if cell.kind != "blank":
                rows[cell.row][cell.col] = cell
        return rows


def read_upper_heads(matrix: Matrix) -> None:
    """Makes text of units and ages in the first two rows where both are heads: nothing in them is a value, and the
    second has lower heads alone, with no label beside them: ``Fond | 1.000 kr. |`` above ``| Bevilget | Brugt``.
    """
    table = matrix.table()
    below = next((row for row in table[2:] if sum(cell is not None for cell in row) > 1), None)
    if below is None or table[1][0] is not None or not any(table[1]):
        return
    heads = [*table[0], *table[1]]
    numbers = [cell for cell in heads if cell is not None and cell.kind not in ("text", "year")]
    if all(map(_may_head, heads)) and not all(map(_may_head, below)):
        for cell in numbers:
            cell.kind, cell.numbers = "text", []
