"""How lines are set: what tells papers of two programs apart where their text is all that is left.

Text taken from PDF keeps a mark of the program that wrote it: some end every printed line in a space, others
never or now and then. PDF itself tells the size of the type.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate

from extractors.splitting.outline import Outline

_WINDOW = 60
"""Printed lines on each side of a place that tell how lines are set there."""
_ALWAYS, _SELDOM = 0.985, 0.9
_SIZES_APART = 1.4


class Setting:
    """Asks of a line whether the lines from it on are set in another way than the lines before it."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._lines = [line for lines in outline.document.printed for line in lines]
        self._places = [line.index for line in self._lines]

    @cached_property
    def _trailing(self) -> list[int]:
        return [0, *accumulate([int(line.text[-1].isspace()) for line in self._lines])]

    @cached_property
    def _sizes(self) -> list[float]:
        return [
            0.0,
            *accumulate([(self._outline.size(line.index) or 0.0) if line.words else 0.0 for line in self._lines]),
        ]

    def change(self, index: int) -> float:
        """How far a change of program is proved by line ends at this line: 0 where it is not, else up to 1. One
        side must end (nearly) every line in a space, the other must not."""
        sides = self._sides(index, self._trailing)
        if sides is None or self._lines[0].words:
            return 0.0
        always, seldom = max(sides), min(sides)
        return always - seldom if always >= _ALWAYS and seldom <= _SELDOM else 0.0

    def changes(self, index: int, rivals: list[int]) -> bool:
        """True where a change of program is proved and none of the rival lines nearby proves it better."""
        here = self.change(index)
        if not here:
            return False
        place = bisect_left(self._places, index)
        near = [r for r in rivals if r != index and abs(bisect_left(self._places, r) - place) <= _WINDOW]
        return all(self.change(rival) <= here for rival in near)

    def other_size(self, index: int) -> bool:
        """True where the type is of another size than before (PDF)."""
        sides = self._sides(index, self._sizes)
        return sides is not None and min(sides) > 0 and abs(sides[0] - sides[1]) > _SIZES_APART

    def _sides(self, index: int, sums: list[int] | list[float]) -> tuple[float, float] | None:
        """Means over the window before a line and the window from it on; None at the ends of the document."""
        place = bisect_left(self._places, index)
        first, last = max(0, place - _WINDOW), min(len(self._places), place + _WINDOW)
        if place - first < _WINDOW // 2 or last - place < _WINDOW // 4:
            return None
        return (sums[place] - sums[first]) / (place - first), (sums[last] - sums[place]) / (last - place)
