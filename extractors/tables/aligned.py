"""Tables of text whose columns a converter kept apart with spaces: every letter has a place, as on a typed page.

The lines are given words with boxes, one letter wide for each letter, and read as a page of a PDF is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractors.tables.flat.regions import is_prose
from extractors.tables.grid import Grid
from extractors.tables.pdf import find_pdf_tables
from schemas.document import Line, Page, Word
from schemas.packet import Packet

_LETTER = 5.0
"""Width of a letter in points; two spaces part chunks, one does not (``words.GAP``)."""
_SIZE = 10.0
_LINE = 15.0
_WORD = regex.compile(r"\S+")
_APART = regex.compile(r"\S {2,}\S")
_WIDE = regex.compile(r"\S {3,}[-–−+(]?(?:kr\. ?)?\d")
_FEWEST_WIDE = 3
_LONGEST_LINE = 400
_MOST_LINES = 160
"""A page that the text does not end is ended at an empty line after so many."""
_SHARE = 0.7


def find_aligned_tables(packet: Packet) -> list[Grid]:
    """The tables whose values stand below each other, set apart by spaces; cells and facts have lines, no boxes."""
    if (
        sum("   " in line.text and _WIDE.search(line.text[:_LONGEST_LINE]) is not None for line in packet.lines)
        < _FEWEST_WIDE
    ):
        return []
    parts = [(page, lines) for page in packet.document.pages for lines in _parts(page.lines)]
    spaced = [any(_is_apart(line.text) for line in lines) for _, lines in parts]
    pages: list[Page] = []
    for at, (page, lines) in enumerate(parts):
        # Where nothing is set apart, on the pages beside neither, there are no columns: words are not needed.
        pages.append(_typed(page, lines, at + 1, worded=any(spaced[max(at - 1, 0) : at + 2])))
    document = replace(packet.document, pages=tuple(pages))
    found, _ = find_pdf_tables(replace(packet, document=document))
    grids = []
    for grid in found:
        if not _is_aligned(grid, packet):
            continue
        for cell in grid.cells:
            cell.box, cell.page = None, packet.lines[cell.line].page
        grid.method = "text"
        grid.confidence = round(0.95 * grid.confidence, 2)
        grids.append(grid)
    return grids


def _parts(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """A page of at most so many lines, cut at empty lines."""
    parts: list[Sequence[Line]] = []
    start = 0
    for at, line in enumerate(lines):
        if at - start >= _MOST_LINES and line.blank:
            parts.append(lines[start:at])
            start = at
    parts.append(lines[start:])
    return parts


def _is_apart(text: str) -> bool:
    return "  " in text and _APART.search(text[:_LONGEST_LINE]) is not None


def _typed(page: Page, lines: Sequence[Line], number: int, *, worded: bool) -> Page:
    """The page as if it was typed: words with places; without ``worded`` the lines alone."""
    width = max((len(line.text) for line in lines), default=0) * _LETTER
    height = len(lines) * _LINE
    if not worded:
        return replace(page, number=number, lines=tuple(lines), width=width, height=height)
    typed = tuple(
        Line(line.index, number, line.text, line.number, line.box, _words(line.text, at * _LINE))
        for at, line in enumerate(lines)
    )
    return replace(page, number=number, lines=typed, width=width, height=height)


def _words(text: str, top: float) -> tuple[Word, ...]:
    if len(text) > _LONGEST_LINE:
        return ()
    return tuple(
        Word(match.group(), match.start() * _LETTER, top, match.end() * _LETTER, top + _SIZE, _SIZE)
        for match in _WORD.finditer(text)
    )


def heads_are_stacked(grid: Grid) -> bool:
    """True where heads span the heads below them: places tell which, words alone hardly do."""
    return any(len(grid.col_paths[col]) > 1 for col in grid.data_cols)


def _is_aligned(grid: Grid, packet: Packet) -> bool:
    """True where nearly all lines of values are set apart by spaces, below heads of their own, beside labels.

    Text of proportional letters stands only nearly where it was printed: heads that run together or stand over no
    column are not to be trusted, nor rows beside a column of running text.
    """
    cells = [cell for cell in grid.cells if not cell.is_header and cell.col in grid.data_cols]
    lines = {cell.line for cell in cells}
    apart = sum(_APART.search(packet.lines[index].text) is not None for index in lines)
    if not lines or apart < _SHARE * len(lines):
        return False
    heads = [grid.col_paths[col] for col in grid.data_cols]
    if not all(heads) or len(set(heads)) < len(heads):
        return False
    labels = [grid.row_paths[row] for row in {cell.row for cell in cells}]
    return all(labels) and not any(is_prose(part) for path in [*heads, *labels] for part in path)
