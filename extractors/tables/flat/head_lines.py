"""Lines that may be a head, with what their words tell whatever the number of columns below them."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.flat.lines import Item
from extractors.tables.flat.segments import Borders
from extractors.tables.flat.tokens import Token, tokens_of
from extractors.tables.flat.untangled import are_torn, untangled
from extractors.text.vocabulary import Vocabulary
from schemas.units import SCALES, unit_of


class HeadLines:
    """Lines put in order, and their words.

    ``torn`` is True where they mix (:func:`are_torn`); ``unit_first`` are the lines with the only one that holds a
    unit alone before all others, None where it is the first.
    """

    __slots__ = ("_printed", "borders", "lines", "tokens", "torn", "unit_first")

    def __init__(self, printed: Sequence[Item], words: Vocabulary) -> None:
        self._printed = printed  # as long as they are held, no other line has their identity
        self.lines = untangled(printed, words)
        self.tokens: list[Token] = tokens_of(self.lines, words)
        self.torn = bool(self.tokens) and are_torn(self.lines, words)
        self.unit_first = _unit_first(self.lines) if self.tokens else None
        self.borders = Borders(self.tokens)


class KnownLines:
    """The lines above one table, asked again and again: for each number of columns, and from each line on."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._known: dict[tuple[int, ...], HeadLines] = {}

    def of(self, printed: Sequence[Item]) -> HeadLines:
        """What these lines tell."""
        key = tuple(map(id, printed))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = HeadLines(printed, self._words)
        return known


def _unit_first(lines: Sequence[Item]) -> list[Item] | None:
    units = [line for line in lines if not line.text.startswith("(") and unit_of(line.text) in SCALES]
    if len(units) != 1 or units[0] is lines[0]:
        return None
    return [units[0], *(line for line in lines if line is not units[0])]
