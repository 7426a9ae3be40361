"""Pages whose print stands on its side: a wide table turned by a quarter onto an upright page."""

from __future__ import annotations

from dataclasses import replace

from schemas.document import Box, Page, Rule

_FEWEST_WORDS = 20
_SHARE = 0.8
"""Share of the words that must read in the same turned direction."""


def direction_of(page: Page) -> int:
    """90 or 270 where nearly all words of the page read upwards or downwards, else 0."""
    angles = [word[6] for line in page.lines for word in line.words]
    if not any(angles) or len(angles) < _FEWEST_WORDS or page.width is None or page.height is None:
        return 0
    return next((angle for angle in (90, 270) if angles.count(angle) >= _SHARE * len(angles)), 0)


def turned_upright(page: Page, direction: int) -> Page:
    """The page as a reader holds it: words upright, everything at the place it has then."""
    width, height = page.width or 0.0, page.height or 0.0
    lines = tuple(
        replace(
            line,
            words=tuple(
                word._replace(
                    **_turn(word.x0, word.y0, word.x1, word.y1, direction, width, height)._asdict(),
                    angle=(word.angle - direction) % 360,
                )
                for word in line.words
            ),
        )
        for line in page.lines
    )
    rules = tuple(Rule(*_turn(*rule, direction, width, height)) for rule in page.rules)
    fills = tuple(_turn(*fill, direction, width, height) for fill in page.fills)
    return replace(page, lines=lines, rules=rules, fills=fills, width=height, height=width)


def as_printed(box: Box, page: Page, direction: int) -> Box:
    """The place on the page itself of a box found on the page turned upright."""
    width, height = page.width or 0.0, page.height or 0.0
    if direction == 90:
        return Box(box.y0, height - box.x1, box.y1, height - box.x0)
    return Box(width - box.y1, box.x0, width - box.y0, box.x1)


def _turn(x0: float, y0: float, x1: float, y1: float, direction: int, width: float, height: float) -> Box:
    if direction == 90:
        return Box(height - y1, x0, height - y0, x1)
    return Box(y0, width - x1, y1, width - x0)
