"""Watermarks that a converter left on a page: the letters of a word across it, a few on each of some lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.tables.typed.pieces import Piece, pieces_of
from extractors.text.furniture import WATERMARKS

_LONGEST = 4
_FEWEST_PARTS = 3
_LETTERS = frozenset("".join(WATERMARKS))
_PART = re.compile(rf"(?<!\S)[{''.join(sorted(_LETTERS))}]{{1,{_LONGEST}}}(?!\S)")


def without_watermark(texts: Sequence[str]) -> list[str]:
    """The lines of a page with white in place of a watermark. It reads upwards or downwards from left to right."""
    found: list[tuple[int, Piece]] = []
    for at, text in enumerate(texts):
        if _PART.search(text):
            found += [(at, p) for p in pieces_of(text) if len(p.text) <= _LONGEST and _LETTERS.issuperset(p.text)]
    if len(found) < _FEWEST_PARTS:
        return list(texts)
    result = list(texts)
    marks = _spelt(reversed(found)) or _spelt(found)
    for at, piece in marks:
        result[at] = f"{result[at][: piece.start]}{' ' * len(piece.text)}{result[at][piece.end :]}"
    return result


def _spelt(found: Iterable[tuple[int, Piece]]) -> list[tuple[int, Piece]]:
    """The pieces that spell a watermark in this order, each further right; none where its end is not spelt."""
    parts = list(found)
    for word in WATERMARKS:
        taken: list[tuple[int, Piece]] = []
        left = word
        for at, piece in parts:
            if left.startswith(piece.text) and (
                not taken or (piece.start > taken[-1][1].start and at != taken[-1][0])
            ):
                taken.append((at, piece))
                left = left[len(piece.text) :]
            if not left:
                break
        if not left and len(taken) >= _FEWEST_PARTS:
            return taken
    return []
