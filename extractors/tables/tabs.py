"""Tables of tab-separated text: one row a line, cells parted by tabs, empty cells where heads span."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.captions import Caption, is_figure_caption, is_note, parse_caption, untitled
from extractors.tables.grid import Grid
from extractors.tables.headers import grids_of
from extractors.tables.impostors import contents_lines, is_bulleted, is_contents
from extractors.tables.matrix import Matrix, PrintedCell, read_units
from schemas.document import Line
from schemas.packet import Packet

_LONGEST_CAPTION = 250
_MOST_CELLS = 200


def find_tab_tables(packet: Packet) -> list[Grid]:
    """All tables of numbers whose cells are parted by tabs, in the order of the document."""
    lines = packet.lines
    contents = contents_lines(packet)
    grids: list[Grid] = []
    last = 0
    for first, end in _blocks(lines, contents):
        caption, at = _caption_above(lines, first, last)
        last = end
        found = [
            grid
            for grid in grids_of(_matrix(lines[first:end]), "tabs")
            if not is_contents(grid, caption.title) and not is_bulleted(grid)
        ]
        note = _note_below(lines, end)
        for grid in found:
            grid.first_line = at if grid is found[0] else grid.first_line
            grid.caption, grid.table_no, grid.unit = caption.title, caption.table_no, caption.unit
            grid.note = note
            grid.confidence = 0.95
        grids += found
    return grids


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


def _caption_above(lines: Sequence[Line], first: int, floor: int) -> tuple[Caption, int]:
    """The caption of the table that begins at line ``first`` and its line: the line above, or the last one over
    blank lines if it begins with a table number; over a line of prose none."""
    index = first - 1
    blanks = 0
    while index >= floor and lines[index].blank and blanks < 3:
        index, blanks = index - 1, blanks + 1
    if index < floor or lines[index].blank or "\t" in lines[index].text:
        return Caption(None, None, None), first
    text = lines[index].text.strip()
    if numbered := parse_caption(text):
        return numbered, index
    if len(text) > _LONGEST_CAPTION or is_figure_caption(text):
        return Caption(None, None, None), first
    above = lines[index - 1].text.strip() if index > floor else ""
    if above and (split := parse_caption(above)) and split.title is None:
        title = untitled(text)
        return Caption(split.table_no, title.title, title.unit), index - 1
    if _is_heading(text) and (blanks == 0 or text.isupper()):
        return untitled(text), index
    return Caption(None, None, None), first


def _is_heading(text: str) -> bool:
    """True for a line that can be a title: short, no sentence, or emphasised."""
    return (
        text.isupper()
        or text.startswith("**")
        or (len(text) <= 120 and text[-1] not in ".;" and text[0] not in "-•·")
    )


def _note_below(lines: Sequence[Line], end: int) -> str | None:
    for line in lines[end : end + 2]:
        if is_note(line.text):
            return line.text.strip()
        if not line.blank:
            break
    return None
