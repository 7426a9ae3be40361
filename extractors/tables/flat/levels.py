"""On which heights heads of two rows are printed, and whether a reading of them fits that.

Cells are printed one after the other, with a new line wherever the next one stands higher or lower. Heads that span
others stand above them, those beside them stand in the middle of both rows, as the head of the labels does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.flat.head import Head
from extractors.tables.flat.segments import HeadCell
from extractors.tables.flat.words import OUTLOOK_HEADS

_LONGEST_LABEL = 3


def is_uneven(head: Head, cells: Sequence[HeadCell]) -> bool:
    """True where heads of one line that stand beside each other are read as of two heights: one spans others and
    the one on its line does not, or heads a second column of labels; or the first stands lower or higher than the
    head of the labels and spans none. The years that a budget looks out on are told by their head («Overslag»)."""
    spanning = {path[0] for path in head.paths if len(path) > 1 and path[0].lower() not in OUTLOOK_HEADS}
    beside = {path[0] for path in head.paths if len(path) == 1}
    labels = len(head.labels)
    if not spanning or not labels or cells[0].text != head.labels[0] or not _is_flat(cells[0]):
        return False
    if len(cells[0].text.split()) > _LONGEST_LABEL:
        return False  # a title above the heads
    spans = [cell for cell in cells if cell.text in spanning and _is_flat(cell)]
    if any(cell.first == cells[0].first for cell in cells if cell.text in spanning):
        # All heads begin at the top of their cells: then a new line begins only below a wrapped one.
        return any(
            _is_flat(above) and _is_flat(cell) and cell.first > above.last and cell.text in spanning
            for above, cell in pairwise(cells)
        )
    first = cells[labels] if labels < len(cells) else None
    if first is not None and _is_flat(first) and first.text in beside and first.first != cells[0].first:
        return True
    lines = {cell.first for cell in spans}
    if any(_is_flat(cell) and cell.first in lines for cell in cells[1:labels]):
        return True
    return any(_is_flat(cell) and cell.first in lines and cell.text in beside for cell in cells)


def _is_flat(cell: HeadCell) -> bool:
    """True for a head of one line."""
    return cell.first == cell.last
