"""Tables of text whose columns a converter kept apart with spaces: every letter has a place, as on a typed page.

The lines are given words with boxes, one letter wide for each letter, and read as a page of a PDF is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate, islice, pairwise

import regex

from extractors.language.numbers import DASHES, FRACTIONS, parse_cell
from extractors.tables.faults import Faults, kept
from extractors.tables.grid import Grid
from extractors.tables.pdf import find_pdf_tables
from extractors.tables.trusted import (
    LONGEST_LINE,
    has_plain_heads,
    is_aligned,
    is_apart,
    labels_hold_values,
    names_hold_values,
)
from extractors.tables.typed.blocks import Block, Sheet, sheet_of, typed_blocks
from extractors.tables.typed.columns import NARROW, Letters
from extractors.tables.typed.marks import without_watermark
from extractors.tables.typed.moves import Move
from extractors.tables.typed.pieces import unmarked
from extractors.tables.typed.told import told_lines
from schemas.document import Line, Page, Rule, Word
from schemas.packet import Packet

_LETTER = 5.0
"""Width of a letter in points; two spaces part chunks, one does not (``words.GAP``)."""
_SIZE = 10.0
_LINE = 15.0
_MARGIN = 0.5
"""Points between print and the borders of its table."""
_APART_LINES = 2
"""Lines of white between two tables."""
_WORD = regex.compile(r"\S+")
_SIGNS = "".join(FRACTIONS) + re.escape("".join(sorted(DASHES)))
_VALUE = re.compile(rf"(?:^\s*|\S {{2,}})(?:[\d(\[+€{_SIGNS}]|kr|dkk|eur|ca|cirka|omkring)", re.IGNORECASE)
"""What a number or a dash may begin with where it is set apart."""
_NUMBERED = re.compile(r"\b(?:tabel|skema|oversigt|table)\s+(?:[a-zæøå]{0,2}\s?\.?)?\d", re.IGNORECASE)
_FEWEST_OTHERS = 2
_AMOUNT = re.compile(r"\s[-–−÷+]?\d{1,3}(?:(?:\.\d{3})+(?:,\d+)?|,\d+)\Z")
_WIDE = regex.compile(r"\S {3,}[-–−÷+(]?(?:kr\. ?)?\d")
_FEWEST_WIDE = 3
_FEWEST_ROWS = 2
_MOST_LINES = 160
"""A page that the text does not end is ended at an empty line after so many."""
_MOST_JOINED = 2000
"""Lines of pages that one table joins."""


def find_aligned_tables(packet: Packet, faults: Faults | None = None) -> tuple[list[Grid], list[Grid], list[Grid]]:
    """The tables whose values stand below each other, set apart by spaces; cells and facts have lines, no boxes.

    First those whose heads stand surely over their columns (:func:`typed_blocks`), then the others; last rows that
    were taken off them, which nothing names. ``faults`` takes what goes wrong over a page or one of its tables.
    """
    wide = (line for line in packet.lines if "   " in line.text and _WIDE.search(line.text[:LONGEST_LINE]))
    if sum(1 for _ in islice(wide, _FEWEST_WIDE)) < _FEWEST_WIDE:
        return [], [], []
    sheets, narrow = _sheets(packet, faults)
    sure = {sheet.lines[row].index for sheet in sheets for block in sheet.blocks for row in block.rows}
    pages = [_typed(sheet, number) for number, sheet in enumerate(sheets, 1)]
    document = replace(packet.document, pages=tuple(pages))
    found, _ = find_pdf_tables(replace(packet, document=document), faults)
    grids: list[Grid] = []
    others: list[Grid] = []
    unread: list[Grid] = []
    for grid in found:
        if (rest := _end_before_others(grid)) is not None:
            unread.append(rest)
        if not is_aligned(grid, packet):
            continue
        values = {cell.line for cell in grid.cells if not cell.is_header and cell.col in grid.data_cols}
        doubtful = labels_hold_values(grid) or (narrow and not has_plain_heads(grid))
        if names_hold_values(grid) or (doubtful and not values <= sure):
            unread.append(grid)
            continue
        for cell in grid.cells:
            cell.box, cell.page = None, packet.lines[cell.line].page
        grid.method = "text"
        grid.confidence = round(0.95 * grid.confidence, 2)
        (grids if values <= sure else others).append(grid)
    return grids, others, unread


def _end_before_others(grid: Grid) -> Grid | None:
    """Takes the last rows off a table that all have a value below no head, or left of all columns at the end of
    their label: they are of another table, and what stands between are its heads. They are handed back."""
    values = [cell for cell in grid.cells if cell.col in grid.data_cols and parse_cell(cell.text)]
    rows = sorted({cell.row for cell in values if grid.row_paths[cell.row]})
    below_none = {cell.row for cell in values if not grid.col_paths[cell.col]}
    own = [row for row in rows if row not in below_none and _AMOUNT.search(grid.row_paths[row][-1]) is None]
    if not own or len(rows) - len(own) < _FEWEST_OTHERS or own != rows[: len(own)]:
        return None
    others = replace(grid, cells=[cell for cell in grid.cells if cell.row > own[-1]], caption=None, table_no=None)
    grid.cells = [cell for cell in grid.cells if cell.row <= own[-1]]
    grid.data_cols = [col for col in grid.data_cols if any(c.col == col and c.row <= own[-1] for c in values)]
    grid.last_line = max(cell.line for cell in grid.cells)
    return others


@dataclass(slots=True)
class _Sheet:
    """Lines that are read as one page, with the tables on them; ``mute`` are lines of no table, and those between
    the parts of one that goes on over pages. Without ``worded`` no words are needed."""

    page: Page
    lines: list[Line]
    blocks: list[Block]
    worded: bool
    mute: set[int] = field(default_factory=set)

    def ends_with(self, furniture: frozenset[int]) -> Block | None:
        """The table that nothing but page furniture follows."""
        if not self.blocks or len(self.lines) > _MOST_JOINED:
            return None
        below = self.lines[self.blocks[-1].last + 1 :]
        return self.blocks[-1] if all(line.blank or line.index in furniture for line in below) else None

    def join(self, lines: Sequence[Line], blocks: list[Block]) -> None:
        """Takes in the lines of the next page, whose first table goes on with the last one here."""
        offset = len(self.lines)
        last, first = self.blocks[-1], blocks[0]
        self.mute.update(range(last.last + 1, offset + (first.rows[0] if first.body is None else first.body)))
        self.lines += lines
        last.rows += [offset + row for row in first.rows]
        last.tail = first.tail
        last.moves |= {offset + at: moves for at, moves in first.moves.items()}
        self.blocks += [block.below(offset) for block in blocks[1:]]


def _sheets(packet: Packet, faults: Faults | None) -> tuple[list[_Sheet], bool]:
    """The pages with their tables; a page whose first table goes on with the last one before is joined to it. True
    where letters were printed narrower than they are in the text, so that they may have moved what follows them."""
    parts = [(page, lines) for page in packet.document.pages for lines in _parts(page.lines)]
    spaced = [[line for line in lines if "  " in line.text] for _, lines in parts]  # no other line is set apart
    rows = [sum(1 for _ in islice(filter(_holds_row, lines), _FEWEST_ROWS)) for lines in spaced]
    laid: list[tuple[Page, Sequence[Line], Sheet | None]] = []
    letters = Letters()
    for at, (page, printed) in enumerate(parts):
        # Words are not needed where no columns are: where rows of values are set apart neither here nor on the
        # pages beside. One row alone is a table only below its number.
        beside = slice(max(at - 1, 0), at + 2)
        near = sum(rows[beside])
        worded = near >= _FEWEST_ROWS or (near == 1 and any(_is_numbered(lines) for _, lines in parts[beside]))
        lines = _unmarked_lines(printed) if worded else printed
        texts = ["" if line.index in packet.furniture else line.text for line in lines]
        sheet = (
            kept(faults, lines[0].index, lines[-1].index, partial(sheet_of, texts)) if worded and lines else None
        )
        letters = letters.with_(sheet.letters) if sheet is not None else letters
        laid.append((page, lines, sheet))
    sheets: list[_Sheet] = []
    for page, lines, sheet in laid:
        before = sheets[-1].ends_with(packet.furniture) if sheets else None
        blocks: list[Block] = []
        if sheet is not None:
            found = partial(typed_blocks, sheet, before, letters.width)
            blocks = kept(faults, lines[0].index, lines[-1].index, found) or []
        if blocks and blocks[0].body is not None:
            sheets[-1].join(lines, blocks)
        else:
            told = told_lines(sheet.lines, sheet.bodies) if sheet is not None else set()
            sheets.append(_Sheet(page, list(lines), blocks, sheet is not None, told))
    return sheets, letters.width < NARROW


def _unmarked_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines without the letters of a watermark."""
    texts = without_watermark([line.text for line in lines])
    return [
        line if text == line.text else replace(line, text=text) for line, text in zip(lines, texts, strict=True)
    ]


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


def _holds_row(line: Line) -> bool:
    """True where a line may be a row of values: something is set apart that begins like a value."""
    return is_apart(line.text) and _VALUE.search(line.text) is not None


def _is_numbered(lines: Sequence[Line]) -> bool:
    """True where the number of a table is printed."""
    return any(_NUMBERED.search(line.text) is not None for line in lines)


def _typed(sheet: _Sheet, number: int) -> Page:
    """The page as if it was typed: words with places; without ``worded`` the lines alone."""
    lines, blocks = sheet.lines, sheet.blocks
    width = max([len(line.text) for line in lines], default=0) * _LETTER
    height = len(lines) * _LINE
    if not sheet.worded:
        return replace(sheet.page, number=number, lines=tuple(lines), width=width, height=height)
    moves = {at: found for block in blocks for at, found in block.moves.items()}
    tops = _tops(sheet)
    typed = tuple(
        Line(line.index, number, line.text, line.number, line.box, _words(line.text, tops[at], moves.get(at, ())))
        for at, line in enumerate(lines)
        if at not in sheet.mute
    )
    rules = tuple(rule for block in blocks for rule in _rules(block, lines, tops))
    return replace(sheet.page, number=number, lines=typed, width=width, height=height, rules=rules)


def _tops(sheet: _Sheet) -> list[float]:
    """The heights of the lines: as on paper, with white between tables that follow each other."""
    apart = {b.first for a, b in pairwise(sheet.blocks) if a.last + 1 == b.first}
    return list(
        accumulate(
            (_LINE + (_APART_LINES * _LINE if at + 1 in apart else 0) for at in range(len(sheet.lines) - 1)),
            initial=0.0,
        )
    )


def _rules(block: Block, lines: Sequence[Line], tops: Sequence[float]) -> Iterator[Rule]:
    """The borders of a block: walls between its columns, broken where a head spans them, and lines above and below
    its heads and below its rows."""
    first, last = block.first, block.last
    left = min(len(line.text) - len(line.text.lstrip()) for line in lines[first : last + 1] if not line.blank) - 1.0
    walls: list[tuple[float, int | None]] = [(left, None), *((start - 0.5, None) for start in block.labels[1:])]
    walls += [(cell[0], n) for n, cell in enumerate(block.cells)]
    walls.append((block.cells[-1][1], None))
    for x, column in walls:
        start = first
        for at in range(first, last + 2):
            if at > last or (column is not None and column in block.opens(at)):
                if start < at:
                    yield Rule(x * _LETTER, tops[start] - _MARGIN, x * _LETTER, tops[at - 1] + _SIZE + _MARGIN)
                start = at + 1
    for y in (tops[first] - _MARGIN, tops[max(block.heads)] + _SIZE + 2.5, tops[last] + _SIZE + _MARGIN):
        yield Rule(left * _LETTER, y, block.cells[-1][1] * _LETTER, y)


def _words(text: str, top: float, moves: Sequence[Move]) -> tuple[Word, ...]:
    """The words of a line, those of its moves where these put them."""
    if len(text) > LONGEST_LINE:
        return ()
    words = []
    foot = top + _SIZE
    for match in _WORD.finditer(text):
        start, end = map(float, match.span())
        for piece, at, scale in moves:
            if piece.holds(start):
                left = piece.start + piece.shift
                start, end = at + scale * (start - left), at + scale * (end - left)
                break
        words.append(Word(unmarked(match.group()), start * _LETTER, top, end * _LETTER, foot, _SIZE))
    return tuple(words)
