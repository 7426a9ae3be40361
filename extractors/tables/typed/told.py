"""Rows of a typed page that are no table, for a line over them tells a number of its own."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.labels import tells_number
from extractors.tables.typed.pieces import Piece

_MOST_ABOVE = 3
_DRIFT = 3
"""So many letters right of the labels nothing is one of them."""


def told_lines(lines: Sequence[Sequence[Piece]], bodies: Sequence[Sequence[int]]) -> set[int]:
    """The lines of runs of rows below a line that holds nothing but ``Vægt i alt: 20 pct.``, right of their labels:
    it heads no values, and there is no head below it. That line is among them."""
    told: set[int] = set()
    for rows in bodies:
        margin = min(lines[at][0].start for at in rows)
        for at in range(max(0, rows[0] - _MOST_ABOVE), rows[-1]):
            pieces = lines[at]
            apart = bool(pieces) and pieces[0].start > margin + _DRIFT
            if apart and tells_number(" ".join(piece.text for piece in pieces)):
                told.update(range(at, rows[-1] + 1))
                break
    return told
