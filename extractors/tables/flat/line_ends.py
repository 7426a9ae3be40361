"""What the ends of lines tell: many converters keep the space a line was wrapped at, and end cells without one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from schemas.document import Line

_FEWEST = 3
_SURE = 2
"""Where lines go on in small letters, so many times more end in a space than do not."""
_STRAY = 10
"""One line in so many that end in a space may stand above an empty one."""
_SHORTEST = 4
"""Marks of lists (``1.``, ``•``) are shorter and end in a space of their own."""
_HYPHENS = "-‐\u00ad\ufffe"


def ends_tell(lines: Sequence[Line]) -> bool:
    """True for a text whose lines end in a space where they go on in the next line, and in none where a cell or
    paragraph ends. Texts all whose lines end alike tell nothing."""
    texts = [line.text for line in lines]
    wrapped = plain = stray = 0
    for text, below in pairwise(texts):
        if len(text) < _SHORTEST:
            continue
        if text[-1] == " ":
            if not below:
                stray += 1
            elif below[0].islower():
                wrapped += 1
        elif below and below[0].islower() and text[-1] not in _HYPHENS:
            plain += 1
    return wrapped >= _FEWEST and wrapped >= _SURE * plain and wrapped >= _STRAY * stray


def goes_on(text: str) -> bool | None:
    """Whether a line of such a text goes on in the next one; None for the mark of a list."""
    return None if len(text) < _SHORTEST else text[-1] == " " and text[-2] != " "
