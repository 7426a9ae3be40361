"""Tables of tab-separated text: one row a line, cells parted by tabs, empty cells where heads span."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from extractors.tables.captions import caption_above, is_note, note_below, parse_caption, set_caption
from extractors.tables.faults import Faults, kept
from extractors.tables.grid import Grid
from extractors.tables.headers import grids_of
from extractors.tables.impostors import contents_lines, is_bulleted, is_contents
from extractors.tables.matrix import Matrix, PrintedCell, read_units
from schemas.document import Line
from schemas.packet import Packet

_MOST_CELLS = 200


def find_tab_tables(packet: Packet, faults: Faults | None = None) -> list[Grid]:
    """All tables of numbers whose cells are parted by tabs, in the order of the document. ``faults`` takes what
    goes wrong over one of them."""
    lines = packet.lines
    contents = contents_lines(packet)
    grids: list[Grid] = []
    last = 0
    for first, end in _blocks(lines, contents):
        caption, at = caption_above(lines, first, last)
        last = end
        read = kept(faults, first, end - 1, partial(_read, lines[first:end])) or []
        found = [grid for grid in read if not is_contents(grid, caption.title) and not is_bulleted(grid)]
        note = note_below(lines, end)
        for grid in found:
            grid.first_line = at if grid is found[0] else grid.first_line
            set_caption(grid, caption)
            grid.note = note
            grid.confidence = 0.95
        grids += found
    return grids


def _read(lines: Sequence[Line]) -> list[Grid]:
    return grids_of(_matrix(lines), "tabs")


def _blocks(lines: Sequence[Line], contents: set[int]) -> list[tuple[int, int]]:
    """Runs of lines with tabs, as ``(first, behind the last)``. A line without a tab between two that have the same
    number of cells is a group row whose empty cells were stripped."""
    tabbed = [line.index for line in lines if "\t" in line.text and line.index not in contents]
    blocks: list[list[int]] = []
    for index in tabbed:
        if blocks and _belongs(lines, blocks[-1][1], index):
            blocks[-1][1] = index + 1
        else:
            start = index
            blocks.append([start, index + 1])
    return [(first, end) for first, end in blocks if end - first >= 2]


def _belongs(lines: Sequence[Line], end: int, index: int) -> bool:
    """True where line ``index`` goes on with the block that ends before ``end``."""
    if index == end:
        return True
    between = lines[end:index]
    if len(between) > 2 or any(line.blank for line in between) or lines[index].page != lines[end - 1].page:
        return False
    cells = len(lines[end - 1].text.split("\t"))
    return cells == len(lines[index].text.split("\t")) and all(
        len(line.text) <= 80 and parse_caption(line.text) is None and not is_note(line.text) for line in between
    )


def _matrix(lines: Sequence[Line]) -> Matrix:
    cells: list[PrintedCell] = []
    width = 0
    for row, line in enumerate(lines):
        first = len(cells)
        for col, text in enumerate(line.text.rstrip("\r\n").split("\t")[:_MOST_CELLS]):
            bold = text.strip().startswith("**")
            printed = " ".join(text.replace("**", "").split())
            width = max(width, col + 1)
            if printed:
                indent = float(len(text) - len(text.lstrip()))
                cells.append(PrintedCell(row, col, printed, line.index, line.page, bold=bold, indent=indent))
        read_units(cells[first:])
    return Matrix(n_rows=len(lines), n_cols=width, cells=cells)
