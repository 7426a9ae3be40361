"""Bullets that are drawn, not written: browsers print the entries of a list with a filled circle before them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from schemas.document import Box, Word

BULLET = "•"
SMALLEST, LARGEST = 0.15, 0.6
"""Sides of a bullet, in sizes of the text beside it."""
ROUND = 0.2
"""Share by which the two sides of a circle may differ."""
NEAREST, FARTHEST = 0.2, 2.5
"""White between a bullet and its entry, in sizes of the text."""
TOP, FOOT = 0.2, 0.85
"""Where the middle of a bullet lies in the height of its line."""


def with_drawn_bullets(rows: Sequence[list[Word]], circles: Sequence[Box]) -> None:
    """Puts a bullet before each row that has one of the filled ``circles`` at its left."""
    if not circles:
        return
    middles = sorted(((circle.y0 + circle.y1) / 2, circle) for circle in circles)
    heights = [middle for middle, _ in middles]
    for row in rows:
        first = row[0]
        if first.angle != 0 or not first.text[0].isalnum():
            continue
        height = first.y1 - first.y0
        at = bisect_left(heights, first.y0 + TOP * height)
        while at < len(middles) and heights[at] <= first.y0 + FOOT * height:
            circle = middles[at][1]
            if _belongs(circle, first):
                row.insert(0, Word(BULLET, circle.x0, first.y0, circle.x1, first.y1, first.size))
                break
            at += 1


def _belongs(circle: Box, first: Word) -> bool:
    width, height = circle.width, circle.height
    return (
        abs(width - height) <= ROUND * max(width, height)
        and SMALLEST * first.size <= max(width, height) <= LARGEST * first.size
        and NEAREST * first.size <= first.x0 - circle.x1 <= FARTHEST * first.size
    )
