"""Numbers that stand in a cell of their own beside the title, level with its middle.

``Orienteringssag: Havnens regnskab for 2031 og`` / ``2.4`` / ``prognose for 2032``: the number is set between
the two lines, and is read after the first.
"""

from __future__ import annotations

from extractors.splitting.item_numbers import ItemNumber
from extractors.splitting.outline import Outline
from extractors.splitting.titles import read_title


def title_beside(outline: Outline, index: int, number: ItemNumber) -> int | None:
    """The first line of a title whose middle the number alone on a line is level with; None where the lines around
    it are no such title. The place on the page tells it, and the kind of case that opens the title."""
    if number.title or number.form != "double" or outline.line(index).box is None or outline.is_top(index):
        return None
    above, below = outline.preceding(index, 1), outline.following(index, 1)
    if not above or not below:
        return None
    boxes = [outline.line(line).box for line in (above[0], index, below[0])]
    if len({outline.page(line) for line in (above[0], index, below[0])}) > 1:
        return None
    first, own, second = boxes
    if first is None or own is None or second is None:
        return None
    right_of = own.x1 < first.x0 and abs(first.x0 - second.x0) < _EDGE
    level = first.y0 < own.y0 < first.y1 and second.y0 < own.y1 < second.y1
    return above[0] if right_of and level and read_title(outline.text(above[0])).item_type is not None else None


_EDGE = 2.0
"""Points that the left edges of two lines of a title differ by at most."""
