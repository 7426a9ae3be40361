"""The print of a typed line: runs of words parted by more than one space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractors.tables.words import numbers_of

_PIECE = re.compile(r"\S+(?: \S+)*+")
_LONGEST_LINE = 400


class Piece(NamedTuple):
    """A run of words on a line, from letter ``start`` to letter ``end``."""

    start: int
    end: int
    text: str

    @property
    def is_value(self) -> bool:
        """True for a number or a dash and nothing else."""
        return bool(numbers_of(self.text))

    @property
    def is_year(self) -> bool:
        """True for a bare year."""
        found = numbers_of(self.text)
        return bool(found) and found[0].kind == "year"


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a line from left to right; none of a line longer than people type."""
    if len(text) > _LONGEST_LINE:
        return []
    return [Piece(match.start(), match.end(), match.group()) for match in _PIECE.finditer(text)]


def values_of(pieces: Sequence[Piece]) -> list[Piece]:
    """The values of a row: numbers behind its first text; empty for a line of heads or of running text."""
    texts = [n for n, piece in enumerate(pieces) if not piece.is_value]
    first = texts[0] + 1 if texts and texts[0] < len(pieces) - 1 else 0
    values = [piece for piece in pieces[first:] if piece.is_value]
    return [] if all(piece.is_year for piece in values) else values
