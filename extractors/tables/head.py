"""A head: a piece of print and the columns it stands over."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.tables.words import Placed
from extractors.text.hyphens import seam


@dataclass(slots=True)
class Head:
    """A piece of print over columns ``first`` to ``last``, in one or more lines. ``alone``: it fits one column."""

    first: int
    last: int
    y0: float
    y1: float
    words: list[Placed]
    text: str
    line: int
    alone: bool = False

    @property
    def spans(self) -> bool:
        """True where it stands over more than one column."""
        return self.last > self.first


def sewn(lines: list[str]) -> str:
    """Printed lines of one cell as one text, hyphens at line ends resolved."""
    if len(lines) == 1:
        return lines[0].strip()
    text = ""
    for line in lines:
        line = line.strip()
        if not text:
            text = line
        elif line:
            join = seam(text, line)
            text = text[: len(text) - join.drop] + join.glue + line
    return text
