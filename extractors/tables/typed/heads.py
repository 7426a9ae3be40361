"""Which heads of a typed page stand over which columns: a full line in order, the others held against it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from extractors.tables.flat.words import SPANNING_HEADS
from extractors.tables.typed.pieces import Piece

_NEAR = 5
"""So many letters may a head stand away from its column."""
_EDGE = 2
_OVERLAP = 4
_COVERED = 0.6
"""A head alone on its line that covers so much of the heads it touches stands over them, else over all."""
_FAR = 8
"""So many letters beside its run may a head have its middle where the runs are told by their lower heads."""
_MIDDLE = 0.12
"""A head stands in the middle of columns where its middle is not farther away than this share of their width."""


class Head(NamedTuple):
    """A piece of print over the columns ``first`` to ``last``."""

    piece: Piece
    first: int
    last: int


def heads_over(above: dict[int, list[Piece]], columns: Sequence[tuple[int, int]]) -> dict[int, list[Head]] | None:
    """The columns of every head. A line with as many heads as there are columns has one for each; the others are
    held against it. None where a head fits nowhere or a column has none."""
    lines = {at: pieces for at, pieces in above.items() if pieces}
    extents = [(start, end) for start, end in columns]
    heads: dict[int, list[Head]] = {}
    order = sorted(lines, reverse=True)
    full = next((at for at in order if len(_parted(lines[at], columns)) == len(columns) > 1), None)
    if full is not None:
        heads[full] = [Head(piece, n, n) for n, piece in enumerate(_parted(lines[full], columns))]
        extents = [(head.piece.start, head.piece.end) for head in heads[full]]
        order.remove(full)
    leaves = [head.piece.text for head in heads.get(full, ())] if full is not None else []
    for at in order:
        named = {n for found in heads.values() for head in found for n in range(head.first, head.last + 1)}
        pieces = _parted(lines[at], extents)
        found = None
        if len(named) == len(columns) and (full is None or at < full):
            found = _over_cycle(_repeats(lines[at]), leaves, extents) or _groups(pieces, extents)
        if found is None:
            if any(head.last > head.first for line in heads.values() for head in line):
                return None
            found = _nearest(pieces, columns if full is None else list(extents), extents)
        if found is None:
            return None
        heads[at] = found
        for head in found:
            if head.first == head.last:
                start, end = extents[head.first]
                extents[head.first] = min(start, head.piece.start), max(end, head.piece.end)
    named = {n for found in heads.values() for head in found for n in range(head.first, head.last + 1)}
    return heads if len(named) == len(columns) else None


def _repeats(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a line, parted where one begins anew: ``ændring 2021-2022 ændring 2022-2023``."""
    result: list[Piece] = []
    for piece in pieces:
        first, start = piece.text.split(" ", 1)[0], 0
        for match in regex.finditer(rf"(?<= ){regex.escape(first)}(?= )", piece.text):
            result.append(
                Piece(piece.start + start, piece.start + match.start() - 1, piece.text[start : match.start() - 1])
            )
            start = match.start()
        result.append(Piece(piece.start + start, piece.end, piece.text[start:]))
    return result


def _over_cycle(
    pieces: Sequence[Piece], leaves: Sequence[str], extents: Sequence[tuple[int, int]]
) -> list[Head] | None:
    """Heads over runs of the same lower heads at the end of a line: ``antal pct antal pct``. None for others."""
    times = len(pieces)
    if times < 2:
        return None
    for size in range(len(leaves) // times, 1, -1):
        first = len(leaves) - size * times
        if (
            list(leaves[first:]) != list(leaves[first : first + size]) * times
            or len(set(leaves[first : first + size])) < size
        ):
            continue
        runs = [(at, at + size - 1) for at in range(first, len(leaves), size)]
        middles = [(piece.start + piece.end) / 2 for piece in pieces]
        if all(
            extents[a][0] - _FAR <= middle <= extents[b][1] + _FAR
            for middle, (a, b) in zip(middles, runs, strict=True)
        ):
            return [Head(piece, a, b) for piece, (a, b) in zip(pieces, runs, strict=True)]
    return None


def _parted(pieces: Sequence[Piece], columns: Sequence[tuple[int, int]]) -> list[Piece]:
    """The pieces of a line; words over several columns are parted at single spaces where both parts end where
    columns end."""
    return [part for piece in pieces for part in _parts(piece, columns)]


def _parts(piece: Piece, columns: Sequence[tuple[int, int]]) -> list[Piece]:
    for match in regex.finditer(" ", piece.text):
        at = piece.start + match.start()
        left = next((n for n, (_, end) in enumerate(columns) if abs(end - at) <= _EDGE), None)
        if left is None or left + 1 >= len(columns):
            continue
        parts = _parts(Piece(at + 1, piece.end, piece.text[match.end() :]), columns)
        if any(abs(parts[0].end - end) <= _EDGE for _, end in columns[left + 1 :]):
            return [Piece(piece.start, at, piece.text[: match.start()]), *parts]
    return [piece]


def _groups(pieces: Sequence[Piece], extents: Sequence[tuple[int, int]]) -> list[Head] | None:
    """Heads over several columns each: every one covers most of the heads of two columns or more, or one stands
    alone in the middle of them all. None where one does not."""
    found: list[Head] = []
    for piece in pieces:
        under = [n for n, (start, end) in enumerate(extents) if _overlap(piece, start, end)]
        if len(under) < 2:
            break
        width = extents[under[-1]][1] - extents[under[0]][0]
        if len(pieces) == 1 and piece.end - piece.start < _COVERED * width:
            break
        found.append(Head(piece, under[0], under[-1]))
    if len(found) == len(pieces):
        return found if all(a.last < b.first for a, b in pairwise(found)) else None
    if len(pieces) == 1 and len(extents) > 1 and _over_all(pieces[0], extents):
        return [Head(pieces[0], 0, len(extents) - 1)]
    return None


def _overlap(piece: Piece, start: int, end: int) -> bool:
    common = min(piece.end, end) - max(piece.start, start)
    return common >= _OVERLAP or 2 * common > end - start


def _over_all(piece: Piece, extents: Sequence[tuple[int, int]]) -> bool:
    left, right = extents[0][0], extents[-1][1]
    if abs((piece.start + piece.end) / 2 - (left + right) / 2) <= _MIDDLE * (right - left):
        return True
    spanning = piece.text.lower().split()[0].strip(".,") in SPANNING_HEADS
    return spanning and left <= piece.start and piece.end <= right


def _nearest(
    pieces: Sequence[Piece], columns: Sequence[tuple[int, int]], extents: Sequence[tuple[int, int]]
) -> list[Head] | None:
    """Each head over one column, all in order, by right edges, left edges or middles; None where one is too far."""
    best: tuple[float, list[int]] | None = None
    for apart in (_right_apart, _left_apart, _middle_apart):
        costs = [[min(apart(piece, span) for span in spans) for spans in zip(columns, extents, strict=True)]
                 for piece in pieces]  # fmt: skip
        found = _in_order(costs)
        if found is not None and (best is None or found[0] < best[0]):
            best = found
    if best is None:
        return None
    heads = [Head(piece, col, col) for piece, col in zip(pieces, best[1], strict=True)]
    return heads if all(_near(head, columns, extents) for head in heads) else None


def _near(head: Head, columns: Sequence[tuple[int, int]], extents: Sequence[tuple[int, int]]) -> bool:
    """True where the head stands over its column alone, or not far from where that ends or has its middle."""
    piece = head.piece
    under = {n for n, (start, end) in enumerate(columns) if piece.start < end and start < piece.end}
    if under == {head.first}:
        return True
    own = (columns[head.first], extents[head.first])
    near = min(min(_right_apart(piece, span), _middle_apart(piece, span)) for span in own)
    return near <= _NEAR and not any(
        start >= piece.start and end <= piece.end for n, (start, end) in enumerate(columns) if n != head.first
    )


def _right_apart(piece: Piece, column: tuple[int, int]) -> float:
    return abs(piece.end - column[1])


def _left_apart(piece: Piece, column: tuple[int, int]) -> float:
    return abs(piece.start - column[0])


def _middle_apart(piece: Piece, column: tuple[int, int]) -> float:
    return abs(piece.start + piece.end - column[0] - column[1]) / 2


def _in_order(costs: Sequence[Sequence[float]]) -> tuple[float, list[int]] | None:
    """The cheapest way to give each piece a column of its own from left to right."""
    columns = len(costs[0])
    table: list[tuple[float, list[int]] | None] = [(0.0, [])] * (columns + 1)
    for row in costs:
        following: list[tuple[float, list[int]] | None] = [None] * (columns + 1)
        for at, cost in enumerate(row):
            before, left = table[at], following[at]
            here = None if before is None else (before[0] + cost, [*before[1], at])
            following[at + 1] = min((option for option in (left, here) if option is not None), default=None)
        table = following
    return table[-1]
