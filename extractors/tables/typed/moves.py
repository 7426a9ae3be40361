"""Where print of a typed page is put, so that it stands inside its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.tables.typed.columns import Column
from extractors.tables.typed.pieces import Piece
from extractors.tables.typed.placing import Head

_INSIDE = 0.4
"""Letters between a wall and what stands beside it."""


class Move(NamedTuple):
    """A piece of print and the letter it begins at in its cell; ``scale`` is the width of its letters there."""

    piece: Piece
    start: float
    scale: float = 1.0


def into(head: Head, cells: Sequence[tuple[float, float]]) -> Move:
    """The head in the middle of its cells and no wider than they are."""
    left, right = cells[head.first][0] + _INSIDE, cells[head.last][1] - _INSIDE
    width = head.piece.end - head.piece.start
    scale = min(1.0, (right - left) / width)
    return Move(head.piece, (left + right - scale * width) / 2, scale)


def within(piece: Piece, right: float) -> Iterator[Move]:
    """A label or the name of a group that is longer than its column, made as wide; or one that was moved."""
    if piece.end > right > piece.start or piece.shift:
        scale = (right - piece.start) / (piece.end - piece.start) if piece.end > right > piece.start else 1.0
        yield Move(piece, float(piece.start), scale)


def put(piece: Piece, column: Column, cell: tuple[float, float]) -> Move:
    """A value at the right end of its cell, text at the left end, no wider than it is."""
    left, right = cell[0] + _INSIDE, cell[1] - _INSIDE
    width = piece.end - piece.start
    if column.of_text:
        return Move(piece, left + 1, min(1.0, (right - left - 1) / width))
    scale = min(1.0, (right - left) / width)
    return Move(piece, max(left, min(float(column.end), right) - scale * width), scale)
