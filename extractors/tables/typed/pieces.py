"""The print of a typed line: runs of words parted by more than one space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractors.tables.words import is_year_with_unit, numbers_of
from schemas.units import counts_in_thousands, names_unit

_PIECE = re.compile(r"\S+(?: \S+)*+")
_LONGEST_LINE = 400
_BOUND = re.compile(r"\A(?:højst|mindst|maks\.|min\.|[≥≤<>]) ?(?=\d)", re.IGNORECASE)
_MARKED = re.compile(r"(?<=[\d%])\*{1,3}\Z")
"""Stars behind a number point to a note."""


def unmarked(text: str) -> str:
    """A number without the stars behind it that point to a note."""
    return _MARKED.sub("", text) if text.endswith("*") else text


class Piece(NamedTuple):
    """A run of words on a line, from letter ``start`` to letter ``end``; in the text it begins ``shift`` letters
    further right."""

    start: int
    end: int
    text: str
    shift: int = 0

    def holds(self, letter: float) -> bool:
        """True for a letter of the line that is one of its own."""
        return self.start <= letter - self.shift < self.end

    @property
    def is_value(self) -> bool:
        """True for a number or a dash and nothing else, but for what binds it: ``højst 35``."""
        return bool(numbers_of(_BOUND.sub("", unmarked(self.text))))

    @property
    def year(self) -> int:
        """A bare year, marked or not (``2026``, ``2026*``, ``2026¹``); 0 for anything else."""
        found = numbers_of(self.text)
        return int(found[0].value or 0) if found and found[0].kind == "year" else 0

    @property
    def is_year(self) -> bool:
        """True for a bare year."""
        return self.year > 0

    @property
    def is_head(self) -> bool:
        """True for a year, a unit or both (``2026 t.kr.``): above values they are heads."""
        return (
            self.is_year or names_unit(self.text) or counts_in_thousands(self.text) or is_year_with_unit(self.text)
        )

    @property
    def middle(self) -> float:
        """Half-way between its ends."""
        return (self.start + self.end) / 2


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a line from left to right; none of a line longer than people type."""
    if len(text) > _LONGEST_LINE:
        return []
    return [Piece(match.start(), match.end(), match.group()) for match in _PIECE.finditer(text)]


def values_of(pieces: Sequence[Piece]) -> list[Piece]:
    """The values of a row: numbers behind its first text; empty for a line of heads or of running text."""
    texts = [n for n, piece in enumerate(pieces) if not piece.is_value]
    if texts:
        first = texts[0] + 1 if texts[0] < len(pieces) - 1 else 0
    else:
        first = int(bool(pieces) and pieces[0].is_year)  # a year before other numbers is the label of a row
    values = [piece for piece in pieces[first:] if piece.is_value]
    texts = [n for n in texts if n > first]
    return [] if all(piece.is_head for piece in values) or len(texts) > len(values) else values
