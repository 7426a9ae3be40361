"""Heads over columns: what several ways to place them have in common, how far they stand from their columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.tables.typed.columns import Column
from extractors.tables.typed.pieces import Piece
from schemas.units import unit_in

_FAR = 8
"""So many letters beside its run may a head have its middle where the runs are told by their lower heads."""


class Head(NamedTuple):
    """A piece of print over the columns ``first`` to ``last``."""

    piece: Piece
    first: int
    last: int


def crosses(run: tuple[int, int], other: tuple[int, int]) -> bool:
    """True where two runs of columns have columns in common and neither holds the other."""
    return run[0] < other[0] <= run[1] < other[1] or other[0] < run[0] <= other[1] < run[1]


def breaks(run: tuple[int, int], cycle: tuple[int, int]) -> bool:
    """True where a run of columns holds a part of the other ones and more."""
    return crosses(run, cycle) or crosses(cycle, run)


def cycles_of(leaves: Sequence[str]) -> list[tuple[int, int]]:
    """The runs of columns whose lower heads come again right behind each other: ``2025 2026 Vækst`` twice. Empty
    where none do."""
    for size in range(len(leaves) // 2, 1, -1):
        for first in range(len(leaves) - 2 * size + 1):
            cycle = leaves[first : first + size]
            if not all(cycle) or len(set(cycle)) < size or leaves[first + size : first + 2 * size] != cycle:
                continue
            runs = [(first, first + size - 1)]
            while leaves[runs[-1][1] + 1 : runs[-1][1] + 1 + size] == cycle:
                runs.append((runs[-1][1] + 1, runs[-1][1] + size))
            return runs
    return []


def agreed(ways: Sequence[tuple[Head, ...]]) -> list[Head] | None:
    """What all ways have in common: each head over the columns that it stands over in all of them; None where one
    stands over these columns in one way and over others in another one."""
    heads = []
    for found in zip(*ways, strict=False):
        first, last = max(head.first for head in found), min(head.last for head in found)
        if first > last or len({head.piece.text for head in found}) > 1:
            return None
        heads.append(Head(found[0].piece, first, last))
    return heads if all(len(way) == len(heads) for way in ways) else None


def bare_years(years: Sequence[int], last: int, first: int) -> int:
    """How many columns between two heads of a line are headed by years that go on with those below the heads:
    below ``Regnskab`` stand 2022 and 2023, and none stands alone. ``years`` head columns, 0 for another head."""
    bare = set()
    at = first
    while at - 1 > last and at < len(years) and 0 < years[at - 1] < years[at]:
        at -= 1
        bare.add(at)
    at = last
    while last >= 0 and at + 1 < first and 0 < years[at] < years[at + 1]:
        at += 1
        bare.add(at)
    return len(bare)


def are_the_years(years: Sequence[int], first: int, last: int) -> bool:
    """True for all years of a row of heads, where others stand beside them."""
    return all(years[first : last + 1]) and sum(map(bool, years)) == last - first + 1 < len(years)


def turn_back(years: Sequence[int], runs: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    """True where years rise and fall below no heads of their own: ``2032 2031 2032`` begin another run."""
    if any(first <= run[0] and run[1] <= last for run in runs):
        return False
    return len({b > a for a, b in pairwise(year for year in years[first : last + 1] if year)}) > 1


def misfit(piece: Piece, wide: float, over: Piece | Column) -> float:
    """Letters between the right edges, the left edges or the middles of two pieces of print: the fewest."""
    return min(
        abs(piece.end - over.end),
        abs(wide - over.end),
        abs(piece.start - over.start),
        abs((piece.start + wide) / 2 - (over.start + over.end) / 2),
        abs(piece.middle - (over.start + over.end) / 2),
    )


def as_typed(piece: Piece) -> Piece:
    """The piece as wide as its letters are in the text."""
    return piece._replace(end=piece.start + len(piece.text))


def over_cycle(pieces: Sequence[Piece], leaves: Sequence[str], columns: Sequence[Column]) -> list[Head] | None:
    """Heads over runs of the same lower heads: ``antal pct antal pct``. None for others."""
    times = len(pieces)
    if times < 2:
        return None
    for size in range(len(leaves) // times, 1, -1):
        for first in range(len(leaves) - size * times, -1, -1):
            cycle = list(leaves[first : first + size])
            if list(leaves[first : first + size * times]) != cycle * times or len(set(cycle)) < size:
                continue
            runs = [(at, at + size - 1) for at in range(first, first + size * times, size)]
            if all(
                columns[a].start - _FAR <= piece.middle <= columns[b].end + _FAR
                for piece, (a, b) in zip(pieces, runs, strict=True)
            ):
                return [Head(piece, a, b) for piece, (a, b) in zip(pieces, runs, strict=True)]
    return None


def lowest_first(heads: Mapping[int, Sequence[Head]], columns: int) -> list[list[Piece]]:
    """The heads over one column each, by column and from below, however their lines were read."""
    leaves: list[list[Piece]] = [[] for _ in range(columns)]
    for _, line in sorted(heads.items(), reverse=True):
        for head in line:
            if head.first == head.last:
                leaves[head.first].append(head.piece)
    return leaves


_FEWEST_SMALL = 2


def go_on_from_above(leaves: Sequence[Sequence[Piece]], runs: Sequence[tuple[int, int]]) -> bool:
    """True where some highest heads begin in small letters and others do not: what they go on with is no head of
    this table. Below ``runs`` of columns with one head stand no highest ones."""
    spanned = {n for first, last in runs for n in range(first, last + 1)}
    tops = [leaf[-1].text for n, leaf in enumerate(leaves) if leaf and n not in spanned]
    small = sum(text[0].islower() and unit_in(text) is None for text in tops)
    return small >= _FEWEST_SMALL and any(text[0].isupper() for text in tops)
