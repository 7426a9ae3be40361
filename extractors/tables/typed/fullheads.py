"""A line of heads, one over each column, of which some are parted by one space alone.

A head begins where it is printed, or up to the room that the letters before it were given too much further left; it
is told by what its column begins, ends or has its middle at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import regex

from extractors.tables.typed.bound import JOINS, holds_two, is_bound
from extractors.tables.typed.columns import Column
from extractors.tables.typed.pieces import Piece

_MOST_WORDS = 40
_NEAR = 1.5
"""So many letters beside its column may a head stand on average."""
_SURE = 1.0
_SMALL = 2.0
"""What it costs to begin a head with a small letter, or to end one with a word that joins."""
_TORN = 50.0
"""What it costs to begin a head with the year of the word before: ``2031 Budget``."""
_WORD = regex.compile(r"\S+")


_Place = Callable[[float, Column], float]
"""Where a head of some width begins over a column."""


class _Word(NamedTuple):
    """A word of a head that begins between ``least`` and ``most``; ``opens`` where white stands before it."""

    piece: int
    start: int
    end: int
    least: float
    most: float
    opens: bool


def over_each(
    pieces: Sequence[Piece], columns: Sequence[Column], letter: float, yearly: frozenset[str] = frozenset()
) -> list[Piece] | None:
    """The heads of a line cut so that one stands over each column; ``letter`` is the width of a printed letter,
    ``yearly`` as in :func:`is_bound`.

    None where they do not fit, or where two ways to cut them fit as well. All end, have their middle or begin where
    their columns do; heads of numbers end where these do more often than not.
    """
    words = [word for n, piece in enumerate(pieces) for word in _words(n, piece, letter)]
    if not len(columns) <= len(words) <= _MOST_WORDS or len(pieces) >= len(columns):
        return None
    for place in (_at_end, _in_middle, _at_start):
        best, *others = [*_ways(words, pieces, columns, letter, place, yearly), _NO_WAY]
        if best.cost <= _NEAR * len(columns):
            if others and others[0].cost < best.cost + _SURE:
                return None
            cuts = (*best.cuts, len(words))
            return [
                _placed(words[a:b], pieces, column, letter, place)
                for a, b, column in zip(cuts, cuts[1:], columns, strict=False)
            ]
    return None


class _Way(NamedTuple):
    """What it costs to begin heads at these words."""

    cost: float
    cuts: tuple[int, ...]


_NO_WAY = _Way(float("inf"), ())


def _ways(
    words: Sequence[_Word],
    pieces: Sequence[Piece],
    columns: Sequence[Column],
    letter: float,
    place: _Place,
    yearly: frozenset[str],
) -> list[_Way]:
    """The two best ways to begin a head over each column."""
    ways: dict[int, list[_Way]] = {0: [_Way(0.0, ())]}
    for n, column in enumerate(columns):
        left = len(columns) - n - 1
        following: dict[int, list[_Way]] = {}
        for first, known in ways.items():
            for last in range(first, len(words) - left):
                if last > first and words[last].opens:
                    break
                cost = _cost(words[first : last + 1], pieces, column, letter, place)
                cost += _TORN * _is_torn(words[first : last + 1], pieces, yearly)
                following.setdefault(last + 1, []).extend(_Way(w.cost + cost, (*w.cuts, first)) for w in known)
        ways = {first: sorted(known)[:2] for first, known in following.items()}
    return ways.get(len(words), [])


def _words(n: int, piece: Piece, letter: float) -> list[_Word]:
    found = []
    for match in _WORD.finditer(piece.text):
        printed, true = piece.start + match.start(), piece.start + letter * match.start()
        found.append(
            _Word(n, match.start(), match.end(), min(printed, true), max(printed, true), not match.start())
        )
    return found


def _at_end(width: float, column: Column) -> float:
    return column.end - width


def _in_middle(width: float, column: Column) -> float:
    return (column.start + column.end - width) / 2


def _at_start(_: float, column: Column) -> float:
    return float(column.start)


def _near(word: _Word, place: float) -> float:
    """Where a word may begin that is nearest to a place."""
    return min(max(place, word.least), word.most)


def _cost(words: Sequence[_Word], pieces: Sequence[Piece], column: Column, letter: float, place: _Place) -> float:
    """Letters between where these words may begin and where they would as a head of the column."""
    text = pieces[words[0].piece].text[words[0].start : words[-1].end]
    start = place(letter * len(text), column)
    small = not words[0].opens and text[0].islower()
    joins = words[-1].end < len(pieces[words[-1].piece].text) and JOINS.search(text) is not None
    return abs(_near(words[0], start) - start) + _SMALL * (small + joins)


def _is_torn(words: Sequence[_Word], pieces: Sequence[Piece], yearly: frozenset[str]) -> bool:
    """True where these words go on with those before them."""
    text = pieces[words[0].piece].text
    left, right = text[: words[0].start].rstrip(), text[words[0].start : words[-1].end]
    if holds_two(right):
        return True
    return not words[0].opens and is_bound(left, right, yearly)


def _placed(words: Sequence[_Word], pieces: Sequence[Piece], column: Column, letter: float, place: _Place) -> Piece:
    """These words as a head that stands where it was printed."""
    piece = pieces[words[0].piece]
    text = piece.text[words[0].start : words[-1].end]
    start = round(_near(words[0], place(letter * len(text), column)))
    return Piece(start, start + len(text), text, piece.start + piece.shift + words[0].start - start)
