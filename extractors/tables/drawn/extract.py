"""Tables whose borders are drawn with letters."""

from __future__ import annotations

from functools import partial

from extractors.language.numbers import parse_cell
from extractors.tables.captions import caption_above, note_below, set_caption
from extractors.tables.drawn.blocks import DrawnBlock, find_blocks, goes_on, joined
from extractors.tables.drawn.matrix import matrix_of
from extractors.tables.faults import Faults, kept
from extractors.tables.grid import Grid
from extractors.tables.headers import grids_of
from extractors.tables.impostors import is_bulleted, is_contents
from extractors.tables.matrix import Matrix
from schemas.packet import Packet
from schemas.records import Finding, place

_FEWEST_VALUES = 2
_CONFIDENCE = 0.95
_UNDRAWN = "its borders do not tell which cells stand below each other"
_UNREAD = "its values cannot be tied to rows and columns"


def find_drawn_tables(packet: Packet, faults: Faults | None = None) -> tuple[list[Grid], list[Finding]]:
    """All tables of numbers that box drawings, or bars and dashes, part into cells; and what was refused.
    ``faults`` takes what goes wrong over one of them."""
    lines = packet.lines
    blocks: list[DrawnBlock] = []
    for block in find_blocks(lines):
        if blocks and goes_on(blocks[-1], block, lines, packet.furniture):
            blocks[-1] = joined(blocks[-1], block)
        else:
            blocks.append(block)
    grids: list[Grid] = []
    findings: list[Finding] = []
    last = 0
    for block in blocks:
        first, end = block.strokes[0].index, block.strokes[-1].index + 1
        caption, at = caption_above(lines, first, last)
        last = end
        if (made := kept(faults, first, end - 1, partial(_made, block))) is None:
            continue
        matrix, read = made
        found = [grid for grid in read if not is_contents(grid, caption.title) and not is_bulleted(grid)]
        note = note_below(lines, end)
        for grid in found:
            grid.first_line = at if grid is found[0] else grid.first_line
            set_caption(grid, caption)
            grid.note = note
            grid.confidence = _CONFIDENCE
        grids += found
        if not read and _counts(block):
            name = " ".join(part for part in (caption.table_no, caption.title) if part)
            why = _UNDRAWN if matrix is None else _UNREAD
            findings.append(
                Finding(
                    rule="table_refused",
                    severity="warning",
                    message=f"{f'«{name}»' if name else 'a table'}: {why}; no observation was taken from it",
                    **place(lines[first], paged=packet.document.paged),
                )
            )
    return grids, findings


def _made(block: DrawnBlock) -> tuple[Matrix | None, list[Grid]]:
    matrix = matrix_of(block)
    return matrix, [] if matrix is None else grids_of(matrix, "drawn")


def _counts(block: DrawnBlock) -> bool:
    """True where numbers stand in the cells."""
    texts = [part.text for stroke in block.strokes for part in stroke.parts if part.text]
    return sum(any(number.value is not None for number in parse_cell(text)) for text in texts) >= _FEWEST_VALUES
