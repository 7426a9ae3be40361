"""Tables on a typed page: their rows, their columns, and where what they hold stands in its cells.

A converter that writes proportional letters in equal widths keeps cells apart with spaces, but moves heads a few
letters away from their values. Columns are therefore drawn from the values alone; a head goes to the column it is
nearest to, all heads of a line in order. What is found is drawn: heads stand inside their cells, and walls between
the columns, as in a table with borders.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from extractors.tables.captions import is_figure_caption, is_note, parse_caption
from extractors.tables.flat.regions import is_prose
from extractors.tables.typed.columns import NARROW, Column, Letters, columns_of, letter_width, letters_of, merged
from extractors.tables.typed.glued import numbers_apart, parted, unglued
from extractors.tables.typed.heads import heads_over
from extractors.tables.typed.labels import (
    end_of_labels,
    goes_on_below,
    is_of_label,
    label_starts,
    labels_apart,
    labels_beside,
)
from extractors.tables.typed.moves import Move, into, put, within
from extractors.tables.typed.pieces import Piece, pieces_of, values_of
from extractors.tables.typed.placing import Head
from extractors.tables.typed.texts_behind import texts_cut
from extractors.tables.typed.together import reckoned_of
from extractors.tables.typed.told import told_lines
from extractors.tables.words import ROUND

_MOST_BETWEEN = 6
"""Lines without values that may stand between two rows of a block."""
_MOST_BESIDE = 4
"""So many lines above and below a block its first and last rows are looked for."""
_MOST_LABELS = 2
"""So many pieces may a line between the rows have where labels go on."""
_FEWEST_HEADS = 2
_FEWEST_GLUED = 3
"""Text over so many columns of values is more than the end of a label."""
_FEWEST_CELLS = 3
"""A line with so many pieces is no note: ``Note   2026   2025`` are heads."""
_MOST_HEADS = 9
_MOST_BLANK = 2
_FEWEST_ROWS = 2
_DRIFT = 3
"""So many letters apart values of one column may stand."""
_WHITE = 3
"""Letters of white between the print of two columns."""


@dataclass(slots=True)
class Block:
    """A table: ``rows`` are lines with values, ``heads`` the heads of each line above them. ``columns`` stand right
    of the labels, in ``cells`` from first to last letter; ``labels`` are the letters at which the columns of labels
    begin; ``moves`` puts what stands on a line into its cells. ``body``: it goes on with the table before it, from
    this line on, where the name of a group may stand. ``tail`` lines below the last row go on with its label."""

    rows: list[int]
    heads: dict[int, list[Head]]
    columns: list[Column]
    cells: list[tuple[float, float]]
    labels: list[int]
    moves: dict[int, list[Move]]
    body: int | None = None
    tail: int = 0

    @property
    def last(self) -> int:
        """Its last line."""
        return self.rows[-1] + self.tail

    @property
    def first(self) -> int:
        """Its first line."""
        return min([*self.rows, *self.heads])

    def below(self, offset: int) -> Block:
        """The same table with ``offset`` lines above."""
        return replace(
            self,
            rows=[offset + row for row in self.rows],
            heads={offset + at: found for at, found in self.heads.items()},
            moves={offset + at: found for at, found in self.moves.items()},
        )

    def head_words(self) -> list[list[str]]:
        """The words of each line of heads, whatever columns they stand over."""
        return [[w for h in line for w in h.piece.text.split()] for _, line in sorted(self.heads.items())]

    def opens(self, at: int) -> set[int]:
        """The walls that a head of line ``at`` stands over, by the column on their right."""
        return {n for head in self.heads.get(at, ()) for n in range(head.first + 1, head.last + 1)}


class Sheet(NamedTuple):
    """The lines of a page in pieces, with the rows that have values below each other; ``letters`` tells how wide
    letters are printed."""

    texts: Sequence[str]
    lines: list[list[Piece]]
    bodies: list[list[int]]
    letters: Letters


def sheet_of(texts: Sequence[str]) -> Sheet:
    """The lines of a page, cells that one space parts apart."""
    lines = [numbers_apart(pieces_of(text)) for text in texts]
    for at, row in texts_cut(lines).items():
        lines[at] = row
    values = [values_of(line) for line in lines]
    for at in range(1, len(lines)):
        if values[at] and all(_is_rate(value, lines[at - 1]) for value in values[at]):
            values[at] = []
    bodies = list(_bodies(lines, texts, values))
    cut = {at: row for rows in bodies for at, row in unglued(lines, values, rows, _around(rows, lines)).items()}
    for at, row in cut.items():
        lines[at], values[at] = row, values_of(row)
    if cut:
        bodies = list(_bodies(lines, texts, values))
    letters = Letters()
    for rows in bodies:
        for at, row in labels_apart(lines, rows).items():
            lines[at], values[at] = row, values_of(row)
        letters = letters.with_(letters_of([values[at] for at in rows]))
    return Sheet(texts, lines, bodies, letters)


def _is_rate(value: Piece, above: Sequence[Piece]) -> bool:
    """True for the round number of a rate right below its ``pr.``"""
    return value.text in ROUND and any(
        piece.text.endswith(" pr.") and piece.start < value.end and value.start < piece.end for piece in above
    )


def typed_blocks(sheet: Sheet, before: Block | None = None, letter: float | None = None) -> list[Block]:
    """The tables among the lines whose heads can be told; others are left out. ``before`` ended the page before:
    the first table goes on with it where it has the same columns and no heads of its own, or the same. ``letter``
    is how many letters wide a letter is printed, None where the page alone tells it."""
    letter = sheet.letters.width if letter is None else letter
    blocks = []
    floor = 0
    told = told_lines(sheet.lines, sheet.bodies)
    for rows in sheet.bodies:
        if not told.isdisjoint(rows):
            continue
        block = _block(rows, sheet, floor, letter)
        if before is not None and not floor:
            block = _sequel(before, block, rows, sheet.lines) or block
        floor = rows[-1] + 1
        if block is not None:
            blocks.append(block)
    if before is not None and (row := _row_below_heads(before, sheet)) is not None:
        blocks.append(row)
    return sorted([*blocks, *_single_rows(sheet, blocks, letter)], key=lambda block: block.first)


def _row_below_heads(before: Block, sheet: Sheet) -> Block | None:
    """A row alone right below the heads of the table that ended the page before, which the page begins with."""
    printed = [at for at, pieces in enumerate(sheet.lines) if pieces][: len(before.heads) + 1]
    row = next((at for at in printed if values_of(sheet.lines[at])), None)
    if row is None or any(row in rows for rows in sheet.bodies):
        return None
    if _repeated_heads(before, printed[: printed.index(row)], sheet.lines) != printed.index(row):
        return None
    return _sequel(before, None, [row], sheet.lines)


def _single_rows(sheet: Sheet, blocks: Sequence[Block], letter: float) -> Iterator[Block]:
    """Rows alone right below a line that heads one of the tables, printed again letter by letter."""
    heads = {sheet.texts[at] for block in blocks for at, found in block.heads.items() if found}
    taken = {at for block in blocks for at in range(block.first, block.last + 1)}
    for at, text in enumerate(sheet.texts[:-1]):
        again = text in heads and at not in taken and values_of(sheet.lines[at + 1])
        if again and (block := _block([at + 1], sheet, at, letter)) is not None:
            yield block


def _bodies(
    lines: Sequence[list[Piece]], texts: Sequence[str], found: Sequence[list[Piece]]
) -> Iterator[list[int]]:
    """Runs of rows whose values stand below each other; ``found`` are the values of each line."""
    rows: list[int] = []
    cells: list[tuple[int, int]] = []
    for at, pieces in enumerate(lines):
        values = found[at]
        if not values or (len(pieces) < 2 and not rows) or _numbers_label(pieces, cells):
            continue
        below = rows and sum(_stands_in(value, cells) for value in values) * 2 >= len(values)
        between = range(rows[-1] + 1, at) if rows else ()
        if (
            not below
            or len(between) >= _MOST_BETWEEN
            or any(
                (_ends(texts[n]) and not is_of_label(lines, n, rows[-1], at, cells)) or _heads(lines[n], cells)
                for n in between
            )
        ):
            if len(rows) >= _FEWEST_ROWS:
                yield rows
            rows, cells = [], []
        rows.append(at)
        cells = merged([*cells, *((value.start, value.end) for value in values)])
    if len(rows) >= _FEWEST_ROWS:
        yield rows


def _around(rows: Sequence[int], lines: Sequence[list[Piece]]) -> list[int]:
    """The lines between the rows, and a few that follow closely above and below them."""
    between = [at for at in range(rows[0], rows[-1]) if lines[at] and at not in rows]
    above = [at for at in range(max(0, rows[0] - _MOST_BESIDE), rows[0]) if lines[at]]
    below = [at for at in range(rows[-1] + 1, min(len(lines), rows[-1] + 1 + _MOST_BESIDE)) if lines[at]]
    return [*between, *above, *below]


def _stands_in(value: Piece, cells: Sequence[tuple[int, int]]) -> bool:
    return any(value.start - end <= _DRIFT and start - value.end <= _DRIFT for start, end in cells)


def _numbers_label(pieces: Sequence[Piece], cells: Sequence[tuple[int, int]]) -> bool:
    """True for a number left of all values with a label behind it, whose own values stand on lines below."""
    return len(pieces) == 2 and pieces[0].is_value and bool(cells) and pieces[0].end + _WHITE < cells[0][0]


def _heads(pieces: Sequence[Piece], cells: Sequence[tuple[int, int]]) -> bool:
    """True for a line with text over several columns of values: the heads of other rows."""
    texts = [piece for piece in pieces[1:] if not piece.is_value]
    over = sum(_stands_in(piece, cells) for piece in texts)
    glued = (
        sum(piece.start < end and start < piece.end for start, end in cells) for piece in texts if " " in piece.text
    )
    return over >= _FEWEST_HEADS or max(glued, default=0) >= _FEWEST_GLUED


def _ends(text: str, *, prose: bool = True) -> bool:
    """True for a line that no table holds; without ``prose`` running text is none."""
    bare = text.strip()
    pieces = pieces_of(bare)
    return bool(bare) and (
        parse_caption(bare) is not None
        or is_figure_caption(bare)
        or (is_note(bare) and len(pieces) < _FEWEST_CELLS)
        or (prose and any(is_prose(piece.text) for piece in pieces))
    )


def _block(rows: list[int], sheet: Sheet, floor: int, letter: float) -> Block | None:
    """The block of these rows with its columns and heads; None where they cannot be told."""
    lines = sheet.lines
    pieces = parted({at: lines[at] for at in rows})
    placed = columns_of(pieces)
    if placed is None or not placed.labels or labels_beside(rows, lines):
        return None
    columns, labels = placed.columns, placed.labels
    if any(_is_torn(pieces[at], placed.cells[at], columns) for at in rows):
        return None
    margin = min(piece.start for piece in labels)
    above = range(_first_head(rows[0], sheet, floor, margin), rows[0])
    starts = label_starts(pieces, columns[0].start)
    if starts and min(piece.start for piece in pieces[rows[0]]) > margin + _DRIFT:
        return None  # a label stands in the middle of the rows it names, and nothing tells which they are
    named = [
        piece
        for at in above
        if len(lines[at]) > 1
        for piece in lines[at]
        if piece.start <= margin + 1 or any(abs(piece.start - start) <= 1 for start in starts)
    ]
    between = [p for at in range(rows[0], rows[-1]) if at not in pieces for p in lines[at][:_MOST_LABELS]]
    label_end = end_of_labels([*labels, *named, *between], columns[0].start, (lines[at] for at in above if starts))
    over: dict[int, list[Piece]] = {}
    for at in above:
        over[at] = [p for p in lines[at] if p.end > label_end + 1 and p.start > margin + 1]
        if any(p.start < label_end - _DRIFT and columns[0].start < p.end for p in over[at]):
            over[at] = [p for p in over[at] if p.start >= label_end]  # a title over labels and values
    width = letter_width(cell for row in placed.cells.values() for cell in row if cell[0].is_value)
    texts = (piece.text for found in over.values() for piece in found)
    reckoned = reckoned_of(placed.cells.values(), len(columns), texts)
    heads = heads_over(over, columns, label_end, width, reckoned)
    if heads is None and letter < NARROW:  # print behind narrow letters stands further right than it did
        heads = heads_over(over, columns, label_end, letter * width, reckoned)
    if heads is None:
        return None
    columns = _roomy(columns)
    cells = _cells(columns, label_end)
    moves = {at: [into(head, cells) for head in found] for at, found in heads.items()}
    for at, row in placed.cells.items():
        moves[at] = [put(piece, columns[n], cells[n]) for piece, n in row]
    rights = [*(start - 1.0 for start in starts), float(label_end)]
    for at in range(max((at for at, found in heads.items() if found), default=rows[0] - 1) + 1, rows[-1] + 1):
        taken = {id(piece) for piece, _ in placed.cells.get(at, ())}
        for piece in lines[at] if at in pieces or len(lines[at]) <= _MOST_LABELS else ():
            if id(piece) not in taken and piece.start < label_end:
                moves[at] = [*moves.get(at, []), *within(piece, rights[sum(s <= piece.start + 1 for s in starts)])]
    tail = int(goes_on_below(pieces[rows[-1]], lines[rows[-1] + 1 :][:2], label_end))
    return Block(rows, heads, columns, cells, [margin, *starts], moves, tail=tail)


def _is_torn(row: Sequence[Piece], cells: Sequence[tuple[Piece, int]], columns: Sequence[Column]) -> bool:
    """True for a few values without a label: parts of a row that was printed on several lines."""
    return len(row) == len(cells) and 2 * len(cells) < sum(not column.of_text for column in columns)


def _sequel(before: Block, own: Block | None, rows: list[int], lines: Sequence[list[Piece]]) -> Block | None:
    """The rows as those of the table that ended the page before, with what stands on them in its cells; None where
    another table begins: below heads of its own or other text, or with other columns."""
    above = [at for at in range(rows[0]) if lines[at]]
    if own is not None:
        if own.head_words() != before.head_words():
            return None
        above = [at for at in above if at < own.first]
    placed = columns_of(parted({at: lines[at] for at in rows}), sparse=True)
    if placed is None or not placed.labels:
        return None
    columns, same = placed.columns, _same_columns(placed.columns, before.columns)
    repeated = _repeated_heads(before, above, lines) if own is None else None
    if repeated is not None:
        above = above[repeated:]
    if above and not (own is None and _names_group(above, rows[0], lines, placed.labels)):
        return None
    starts = [min(piece.start for piece in placed.labels), *label_starts(placed.rows, columns[0].start)]
    if same is None or (len(starts) != len(before.labels) and len(placed.labels) > 1):
        return None
    ends = [*(start - 1.0 for start in before.labels[1:]), before.cells[0][0]]
    moves: dict[int, list[Move]] = {}
    body = max(own.heads) + 1 if own is not None else min([rows[0], *above])
    for at in range(body, rows[-1] + 1):
        cells = placed.cells.get(at, [])
        moves[at] = [put(piece, before.columns[same[n]], before.cells[same[n]]) for piece, n in cells]
        for piece in placed.rows.get(at, lines[at]):
            if any(piece is cell for cell, _ in cells) or piece.start >= columns[0].start:
                continue
            n = max(sum(start <= piece.start for start in starts) - 1, 0)
            left = before.labels[n] + max(0, piece.start - starts[n])
            moves[at].append(Move(piece, left, min(1.0, max(0.1, (ends[n] - left) / (piece.end - piece.start)))))
    return Block(rows, {}, before.columns, before.cells, before.labels, moves, body)


def _repeated_heads(before: Block, above: Sequence[int], lines: Sequence[list[Piece]]) -> int | None:
    """How many of the lines above print the heads of the table before again, each behind what heads the labels;
    None where they do not."""
    heads = before.head_words()
    if not heads or len(above) < len(heads):
        return None
    words = [[word for piece in lines[at] for word in piece.text.split()] for at in above[: len(heads)]]
    same = all(line[len(line) - len(head) :] == head for line, head in zip(words, heads, strict=True))
    return len(heads) if same else None


def _same_columns(columns: Sequence[Column], before: Sequence[Column]) -> list[int] | None:
    """Which of the columns before each of these is, those of text by the values they stand behind; None where they
    are others. Text of several columns may have come out as one."""
    gaps = list(accumulate(not column.of_text for column in columns))
    known = list(accumulate(not column.of_text for column in before))
    if len(columns) > len(before) or gaps[-1] != known[-1]:
        return None
    found = [
        known.index(gap) if not column.of_text else known.index(gap) + 1
        for column, gap in zip(columns, gaps, strict=True)
    ]
    texts = [n for n, column in enumerate(columns) if column.of_text]
    for a, b in pairwise(texts):
        found[b] = found[a] + 1 if b == a + 1 else found[b]
    if any(
        n >= len(before) or before[n].of_text != column.of_text for n, column in zip(found, columns, strict=True)
    ):
        return None
    return found


def _names_group(above: Sequence[int], first: int, lines: Sequence[list[Piece]], labels: Sequence[Piece]) -> bool:
    """True for one line right above the first row that stands where the labels do: the name of its group."""
    if len(above) != 1 or first - above[0] > _MOST_BLANK or len(lines[above[0]]) != 1:
        return False
    (name,) = lines[above[0]]
    margin, most = min(piece.start for piece in labels), max(piece.end for piece in labels)
    return abs(name.start - margin) <= 1 and name.end <= most + _DRIFT and not name.is_value


def _cells(columns: Sequence[Column], label_end: int) -> list[tuple[float, float]]:
    """The cells between walls half-way between the print of two columns, the first behind the labels."""
    walls = [label_end + 0.5]
    for before, after in pairwise(columns):
        walls.append((before.end + after.start) / 2 if before.end <= after.start else after.start - 0.5)
    walls.append(columns[-1].end + 2.0)
    return list(pairwise(walls))


def _roomy(columns: Sequence[Column]) -> list[Column]:
    """The columns, moved to the right where print would stand too near to the print of the column before."""
    apart: list[Column] = []
    for column in columns:
        moved = 0
        if apart:
            moved = max(apart[-1].end - columns[len(apart) - 1].end, apart[-1].end + _WHITE - column.start)
        apart.append(column._replace(start=column.start + moved, end=column.end + moved))
    return apart


def _first_head(first: int, sheet: Sheet, floor: int, margin: int) -> int:
    """The first line above the rows that may be a head. What begins right of the labels is no paragraph, however
    long its words in one space from each other are."""
    lines, texts = sheet.lines, sheet.texts
    at = first
    blank = printed = 0
    while at > floor:
        if not lines[at - 1]:
            blank += 1
            if blank > _MOST_BLANK:
                break
        else:
            beside = lines[at - 1][0].start > margin + _DRIFT
            if _ends(texts[at - 1], prose=not beside) or printed == _MOST_HEADS:
                break
            blank, printed = 0, printed + 1
        at -= 1
    while at < first and not lines[at]:
        at += 1
    return at
