"""Boxes of text that share a border, as cards and goal sheets made of table cells are read one after the other.

    ┌──────────────────────────┬──────────────────────────┐
    │ Færre klager             │ Kortere ventetid         │
    │ Mål: højst 20 klager om  │ Mål: højst 14 dage       │
    │ året                     │ Resultat: 12 dage        │
    │ Resultat: 23 klager      │ Vurdering: opfyldt       │
    │ Vurdering: ikke opfyldt  │                          │
    └──────────────────────────┴──────────────────────────┘

Cells of a table are boxes as well. Cards have the same labels in each box, again and again. Boxes of running text
stand alone in one row, and no more than two of their paragraphs begin side by side: a head and what it says; more
do below heads with numbers (``Mål 6``, ``Status for 6.1``), which no columns have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from ingest.reading.pdf_drawings import Drawings
from schemas.document import Rule, Word

Row = list[Word]

MOST_RULES = 600
"""Rules of a page that has boxes; pages of large tables have more."""
NEAR = 4.0
"""Points by which rules that meet may miss each other."""
FEWEST, MOST = 2, 3
"""Boxes side by side."""
LEAST_WIDTH = 0.18
"""Share of the page's width that a box takes at least."""
LEAST_ROWS = 2
LEAST_TEXT = 30
"""Characters in a box of running text."""
LETTERS = 0.75
"""Share of letters among them."""
LABELS = 2
"""Labels that the boxes of a row have in common."""
SIDE_BY_SIDE = 2
"""Paragraphs that may begin side by side."""
LEVEL = 2.0
"""Points by which the heights of rows side by side may differ."""
WIDE = 1.5
"""A gap of so many sizes parts the cells of a row of figures."""
_NUMBER = regex.compile(r"(?<![\d.,])\d{1,2}(?:\.\d{1,2})?(?![\d.,])")
_LABEL = regex.compile(r"\p{Lu}[\p{L} ]{1,24}:")


class _Band(NamedTuple):
    """A row of boxes: its edges from left to right."""

    top: float
    foot: float
    edges: tuple[float, ...]


def boxes_parted(rows: list[Row], drawings: Drawings, page_width: float) -> list[tuple[list[Row], bool]]:
    """The rows of a page in parts, from top to bottom; True for the rows of boxes, which are in reading order."""
    if not FEWEST <= len(drawings.rules) <= MOST_RULES:
        return [(rows, False)]
    parts: list[tuple[list[Row], bool]] = []
    middles = [_middle(row) for row in rows]
    done = 0
    for stack in _stacks(drawings, page_width):
        first = next((n for n in range(done, len(rows)) if middles[n] > stack[0].top), len(rows))
        last = next((n for n in range(first, len(rows)) if middles[n] > stack[-1].foot), len(rows))
        found = _read(rows[first:last], stack)
        if found is not None:
            parts += [(rows[done:first], False), (found, True)]
            done = last
    return [*parts, (rows[done:], False)]


def _middle(row: Row) -> float:
    return (min(word.y0 for word in row) + max(word.y1 for word in row)) / 2


def _stacks(drawings: Drawings, page_width: float) -> Iterator[list[_Band]]:
    """Rows of boxes below each other, from top to bottom."""
    across = _joined([rule for rule in drawings.rules if rule.horizontal])
    upright = [rule for rule in drawings.rules if not rule.horizontal]
    stack: list[_Band] = []
    for above, below in pairwise(across):
        band = _band(above, below, upright, page_width)
        if band is None or (stack and (stack[-1].foot < band.top - NEAR or not _alike(stack[-1], band))):
            if stack:
                yield stack
            stack = []
        if band is not None:
            stack.append(band)
    if stack:
        yield stack


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Rules of one height that touch as one, as the borders of cells beside each other do."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.y0 / NEAR), rule.x0)):
        last = joined[-1] if joined else None
        if last is not None and abs(last.y0 - rule.y0) <= NEAR and rule.x0 <= last.x1 + NEAR and rule.x1 > last.x0:
            joined[-1] = Rule(last.x0, last.y0, max(last.x1, rule.x1), last.y1)
        else:
            joined.append(rule)
    return joined


def _band(above: Rule, below: Rule, upright: Sequence[Rule], page_width: float) -> _Band | None:
    """The boxes between two rules of one width that others part from top to foot; None where there are none."""
    if abs(above.x0 - below.x0) > NEAR or abs(above.x1 - below.x1) > NEAR:
        return None
    edges = sorted(
        rule.x0 for rule in upright
        if rule.y0 <= above.y1 + NEAR and rule.y1 >= below.y0 - NEAR
        and above.x0 - NEAR <= rule.x0 <= above.x1 + NEAR
    )  # fmt: skip
    edges = [edge for n, edge in enumerate(edges) if not n or edge - edges[n - 1] > NEAR]
    wide = all(right - left >= LEAST_WIDTH * page_width for left, right in pairwise(edges))
    if not FEWEST < len(edges) <= MOST + 1 or not wide:
        return None
    return _Band(above.y0, below.y0, tuple(edges))


def _alike(one: _Band, other: _Band) -> bool:
    return len(one.edges) == len(other.edges) and all(
        abs(a - b) <= NEAR for a, b in zip(one.edges, other.edges, strict=True)
    )


def _read(rows: Sequence[Row], stack: Sequence[_Band]) -> list[Row] | None:
    """The rows of boxes, box by box; None where they are the cells of a table."""
    boxes: list[list[list[Row]]] = []
    for band in stack:
        inside = [row for row in rows if band.top < _middle(row) <= band.foot]
        found = [[part for row in inside if (part := _between(row, *sides))] for sides in pairwise(band.edges)]
        if sum(len(part) for box in found for part in box) < sum(map(len, inside)):
            return None  # words outside of all boxes
        boxes.append(found)
    told = all(_have_labels(band) for band in boxes) or (len(boxes) == 1 and _are_sheets(boxes[0]))
    return [row for band in boxes for box in band for row in box] if told else None


def _between(row: Row, left: float, right: float) -> Row:
    return [word for word in row if left <= (word.x0 + word.x1) / 2 < right]


def _have_labels(band: Sequence[Sequence[Row]]) -> bool:
    """True where all boxes with text have labels in common: ``Mål:``, ``Resultat:``."""
    labels = [
        {match.group() for row in box if (match := _LABEL.match(" ".join(word.text for word in row)))}
        for box in band if box
    ]  # fmt: skip
    return bool(labels) and len(set.intersection(*labels)) >= LABELS


def _are_sheets(band: Sequence[Sequence[Row]]) -> bool:
    """True for running text in every box of a row: lines of which one goes on in small letters, no figures set
    apart as in a table, and hardly any paragraphs that begin side by side."""
    texts = ["".join(word.text for row in box for word in row) for box in band]
    if any(len(box) < LEAST_ROWS for box in band) or any(len(text) < LEAST_TEXT for text in texts):
        return False
    if any(sum(map(str.isalpha, text)) < LETTERS * len(text) for text in texts):
        return False
    apart = any(b.x0 - a.x1 > WIDE * b.size for box in band for row in box for a, b in pairwise(row))
    goes_on = any(row[0].text[0].islower() for box in band for row in box)
    starts = [[row[0].y1 for row in box if not row[0].text[0].islower()] for box in band]
    level = sum(all(any(abs(y - at) <= LEVEL for at in other) for other in starts[1:]) for y in starts[0])
    numbered = all(_NUMBER.search(" ".join(word.text for word in box[0])) for box in band)
    return goes_on and not apart and (level <= SIDE_BY_SIDE or numbered)
