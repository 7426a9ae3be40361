"""Columns of text that one space alone parts from the values before them: ``782 Nået`` above ``1.391 På vej``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from extractors.tables.typed.pieces import Piece

_BORDER = regex.compile(r"(?<=[\d%.³²\p{L}–-]) (?=\p{Lu}\p{L})")
_SIGNS = frozenset("+-–−(≥≤<>hHmM")
"""What else values begin with, bounds (``højst``, ``mindst``) among them."""
_FEWEST_ROWS = 3
_DRIFT = 2
"""So many letters apart long values may have moved the text."""
_MOST_BETWEEN = 3
"""So many lines of other print may stand between two rows, and so far above the first its heads."""


class _Cell(NamedTuple):
    """Text behind a ``value`` in the last piece of a line, and the letter it begins at."""

    line: int
    letter: int
    value: str


def texts_cut(lines: Sequence[list[Piece]]) -> dict[int, list[Piece]]:
    """The pieces of lines that end in such cells, and of the lines of heads above them, cut where the text begins:
    nearly at one letter in at least three rows near each other."""
    runs: list[list[_Cell]] = []
    for at, pieces in enumerate(lines):
        cell = _behind_value(at, pieces)
        if cell is None:
            continue
        before = runs[-1][-1] if runs else None
        near = before is not None and sum(map(bool, lines[before.line + 1 : at])) <= _MOST_BETWEEN
        if near and abs(cell.letter - runs[-1][0].letter) <= _DRIFT:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    cut: dict[int, list[Piece]] = {}
    for run in runs:
        if len(run) >= _FEWEST_ROWS and not _are_numbers(run):
            cut |= _cut_at(lines, run)
    return cut


def _behind_value(at: int, pieces: Sequence[Piece]) -> _Cell | None:
    """Where the text begins in the last piece of line ``at``, behind the value that begins it."""
    if len(pieces) < 2:
        return None
    last = pieces[-1]
    if " " not in last.text or not (last.text[0].isdecimal() or last.text[0] in _SIGNS):
        return None
    for border in _BORDER.finditer(last.text):
        value = Piece(last.start, last.start + border.start(), last.text[: border.start()])
        if value.is_value and not value.is_year:
            return _Cell(at, last.start + border.end(), value.text)
    return None


def _are_numbers(run: Sequence[_Cell]) -> bool:
    """True for numbers that rise by one from row to row: those of the text behind them."""
    texts = [cell.value for cell in run]
    return all(map(str.isdecimal, texts)) and all(int(b) - int(a) == 1 for a, b in pairwise(texts))


def _cut_at(lines: Sequence[list[Piece]], run: Sequence[_Cell]) -> dict[int, list[Piece]]:
    first = run[0].line
    usual = Counter(cell.letter for cell in run).most_common(1)[0][0]
    above = [at for at in range(max(0, first - 2 * _MOST_BETWEEN), first) if lines[at]][-_MOST_BETWEEN:]
    cut = {}
    for at, letter in [*((at, usual) for at in above), *((cell.line, cell.letter) for cell in run)]:
        *others, last = lines[at]
        place = letter - last.start
        if 0 < place < len(last.text) and last.text[place - 1] == " " and (at in above or others):
            behind = Piece(letter, last.end, last.text[place:])
            cut[at] = [*others, Piece(last.start, letter - 1, last.text[: place - 1]), behind]
    return cut
