"""A flattened table as read, before it becomes a grid."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.tables.flat.captions import Caption
from extractors.tables.flat.columns import Placed
from extractors.tables.flat.groups import RowPath
from extractors.tables.flat.head import Head
from extractors.tables.flat.rows import Row

_ACCEPT = 3.0
_ACCEPT_CAPTIONED = 2.5


@dataclass(slots=True)
class Draft:
    """A table as read, before it becomes a grid."""

    columns: int
    head: Head | None
    rows: list[Row]
    placed: list[Placed | None]
    paths: list[RowPath | None]
    caption: Caption | None
    first: int
    last: int
    total_column: int | None = None
    partial: bool = False
    evidence: float = 0.0
    reasons: list[str] = field(default_factory=list)
    head_texts: tuple[str, ...] = ()
    complete: float = 1.0
    stacked: bool = False
    """Its cells stand on lines of their own, and its heads surely in the order of its columns."""

    @property
    def first_row(self) -> int:
        """The line of the first row's label or value."""
        return min(self.rows[0].label_line, min(piece.line for piece in self.rows[0].pieces))

    @property
    def values(self) -> int:
        """Printed values."""
        return sum(row.count for row in self.rows)

    @property
    def accepted(self) -> bool:
        """True where enough speaks for a table."""
        captioned = self.caption is not None and self.caption.table_no is not None
        return self.evidence >= (_ACCEPT_CAPTIONED if captioned else _ACCEPT)
