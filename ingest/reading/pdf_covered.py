"""Text that is painted over: a black box over a name takes it from the eye and not from the file.

What is painted later lies above. Only where an opaque area was painted after text that stands in its place is the
page rendered: a word is covered where the render shows one colour and no letters in its place. So clipped areas,
areas below the text and text that is printed again on top of them hide nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ingest.reading.pdf_frame import Frame
from ingest.reading.pdf_words import PlacedWord
from schemas.document import Box

SCALE = 2.0
"""Pixels a point of the render."""
LARGEST = 4000.0
"""Pixels of the render's longer side: larger pages are rendered coarser."""
INSET_X, INSET_Y = 0.05, 0.25
"""Shares of a word's box that are left out on either side: letters are sure to be between, edges of areas not."""
EVEN = 8
"""Levels of 256 by which pixels of one colour may differ."""


def uncovered(
    page: Any, words: Sequence[PlacedWord], covers: Sequence[Box], frame: Frame
) -> tuple[list[PlacedWord], int]:
    """The words that are not painted over, and how many are.

    ``page`` is a page of pypdfium2; ``covers`` are opaque areas with earlier text below them, as seen.
    """
    doubtful = [placed for placed in words if _inside(placed, covers)] if covers else []
    if not doubtful:
        return list(words), 0
    scale = min(SCALE, LARGEST / max(frame.width, frame.height, 1.0))
    picture = page.render(scale=scale).to_pil().convert("RGB")
    covered = {id(placed) for placed in doubtful if _is_even(picture, placed, scale)}
    return [placed for placed in words if id(placed) not in covered], len(covered)


def _inside(placed: PlacedWord, covers: Sequence[Box]) -> bool:
    word = placed.word
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return any(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 for box in covers)


def _is_even(picture: Any, placed: PlacedWord, scale: float) -> bool:
    """True where the render shows one colour in the middle of a word's place."""
    word = placed.word
    x_inset, y_inset = INSET_X * (word.x1 - word.x0), INSET_Y * (word.y1 - word.y0)
    left, right = (word.x0 + x_inset) * scale, (word.x1 - x_inset) * scale
    top, bottom = (word.y0 + y_inset) * scale, (word.y1 - y_inset) * scale
    x0, y0 = max(int(left), 0), max(int(top), 0)
    x1, y1 = min(int(right) + 1, picture.width), min(int(bottom) + 1, picture.height)
    if x0 >= x1 or y0 >= y1:
        return False
    return all(high - low <= EVEN for low, high in picture.crop((x0, y0, x1, y1)).getextrema())
