"""Tables that text prints one cell a line: below the heads, for each row its label and then each of its cells.

    Nr.                        Emne
    Emne
    Måltal                     Måltal
    2031                       2031
    Status
                               Status
    1.1
    Andel, der svarer          Andel, der svarer
    inden fristen              inden fristen

    26 pct.                    26 pct.
    Nået
                               Nået

The cells of a row stand in one paragraph below that of the label, or each in one of its own. That every row has as
many cells as there are heads tells that these are all there, and a head of more lines behind one of fewer that they
stand in the order of the columns: a converter that prints what begins higher first would have put it before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import regex

from extractors.tables.flat.captions import title_above
from extractors.tables.flat.draft import Draft
from extractors.tables.flat.head import Head
from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.regions import continues_text, item_is_prose
from extractors.tables.flat.rows import Piece, Row, join_texts
from extractors.tables.flat.tables import draft_of
from extractors.tables.flat.values import Atom
from extractors.tables.flat.words import TEXT_HEADS, YEAR
from extractors.tables.labels import NO_VALUE
from extractors.text.vocabulary import Vocabulary

Block = list[Item]
"""Lines right below each other."""

_FEWEST_CELLS, _MOST_CELLS = 2, 10
"""Cells of a row behind its label."""
_FEWEST_VALUES = 2
_FEWEST_ROWS = 2
"""Rows of a table; of one whose heads come again below another the other has them."""
_FEWEST_PARAGRAPHS = 3
"""Rows of a table with each cell in a paragraph of its own."""
_MOST_LABEL_LINES = 4
_LONGEST_HEAD = 40
_LONGEST_CELL = 40
_SHARE = 0.75
_LOOK_BACK = 6
_EVIDENCE = 6.0
_NUMBERS = frozenset({"nr", "no", "#"})
"""Heads over the numbers of rows."""
_COUNTED = regex.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?\s(?=\p{Ll}{3})\p{Ll}+(?:\s(?:pr\.|om)\s\p{L}+)?")
"""``6 senge``: a value with what it counts."""
_NUMBER = regex.compile(r"[A-ZÆØÅ]?\d{1,2}(?:\.\d{1,2})*[a-z]?[.)]?")


@dataclass(slots=True)
class _Row:
    """A row: its number where it has one, the lines of its label, its cells, and the titles above it."""

    label: list[Item]
    cells: list[Block]
    titles: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    """A table: its heads, each with its lines, and its rows. ``labels``: so many heads stand over the labels."""

    heads: list[Block]
    labels: int
    rows: list[_Row]


def find_stacked(items: Sequence[Item], words: Vocabulary) -> list[Draft]:
    """The tables of which every row has as many cells as there are heads."""
    blocks = list(_blocks(items))
    tables: list[_Table] = []
    at = 0
    while at < len(blocks):
        table, end = _table_at(blocks, at)
        if table is None:
            at += 1
        else:
            tables.append(table)
            at = end
    sure = {_texts_of(table) for table in tables if len(table.rows) >= _FEWEST_ROWS}
    drafts = (_draft(table, items, words) for table in tables if _texts_of(table) in sure)
    return [draft for draft in drafts if draft is not None]


def _blocks(items: Sequence[Item]) -> Iterator[Block]:
    block: Block = []
    for item in items:
        if block and (item.gap or item.kind == Kind.SPACE or item.page != block[-1].page):
            yield block
            block = []
        if item.kind != Kind.SPACE:
            block.append(item)
    if block:
        yield block


def _texts_of(table: _Table) -> tuple[str, ...]:
    return tuple(" ".join(item.text for item in head) for head in table.heads)


def _table_at(blocks: Sequence[Block], at: int) -> tuple[_Table | None, int]:
    """The table whose first row has its label in this block, and the block behind it."""
    if at < 1 or at + 1 >= len(blocks) or not _is_value(blocks[at + 1][0]) or not _may_label(blocks[at]):
        return None, at
    spaced = len(blocks[at + 1]) == 1
    for titles in (0, 1):
        if titles and not _is_title(blocks[at - 1]):
            break
        above = blocks[: at - titles]
        found = _spaced(blocks, above, at, titles) if spaced else _joined(blocks, above, at, titles)
        if found is not None:
            return found
    return None, at


def _joined(blocks: Sequence[Block], above: Sequence[Block], at: int, titles: int) -> tuple[_Table, int] | None:
    """Heads in one block, the cells of a row in one below that of its label; words at its end may be left out."""
    heads = _heads_of(above[-1]) if above else []
    numbered = _is_numbered(blocks[at])
    labels = 1 + numbered
    width = len(heads) - labels
    if not _FEWEST_CELLS <= width <= _MOST_CELLS:
        return None
    fewest = width - _heads_words(heads[-1])
    rows: list[_Row] = []
    place = at - titles
    while place + 1 < len(blocks):
        titled = _is_title(blocks[place]) and not _fits(blocks[place + 1], fewest, width)
        label, cells = blocks[place + titled : place + titled + 2] if place + titled + 1 < len(blocks) else ([], [])
        if not _fits(cells, fewest, width) or not _may_label(label) or numbered != _is_numbered(label):
            break
        missing: list[Block] = [[]] * (width - len(cells))
        rows.append(_Row(label, [*([item] for item in cells), *missing], blocks[place] if titled else []))
        place += titled + 2
    return _sound(_Table(heads, labels, rows), None, place)


def _spaced(blocks: Sequence[Block], above: Sequence[Block], at: int, titles: int) -> tuple[_Table, int] | None:
    """Each head and each cell in a block of its own."""
    width = next((n for n in range(1, _MOST_CELLS + 1) if _begins_row(blocks, at + 1 + n)), 0)
    if not width >= _FEWEST_CELLS or len(above) < width + 1:
        return None
    heads = above[-width - 1 :]
    if not all(_may_head(head) for head in heads):
        return None
    rows: list[_Row] = []
    place = at - titles
    while place < len(blocks):
        title = blocks[place] if place + 1 < len(blocks) and _is_title(blocks[place]) else []
        if title and not _begins_row(blocks, place + 1):
            title = []
        if not _begins_row(blocks, place + bool(title)):
            break
        first = place + bool(title)
        cells = blocks[first + 1 : first + 1 + width]
        if len(cells) < width or not all(_may_be_cell(cell) for cell in cells):
            break
        rows.append(_Row(blocks[first], list(cells), title))
        place = first + 1 + width
    if len(rows) < _FEWEST_PARAGRAPHS:
        return None
    return _sound(_Table(list(heads), 1, rows), above[: -width - 1], place)


def _begins_row(blocks: Sequence[Block], at: int) -> bool:
    """True for a label with a value below it."""
    return (
        at + 1 < len(blocks)
        and _may_label(blocks[at])
        and len(blocks[at + 1]) == 1
        and _is_value(blocks[at + 1][0])
    )


def _sound(table: _Table, above: Sequence[Block] | None, end: int) -> tuple[_Table, int] | None:
    """The table where its columns hold values or words throughout, below heads that say so and stand in order.
    ``above`` is what stands over heads that are paragraphs, None for others."""
    if not table.rows or len(set(_texts_of(table))) < len(table.heads):
        return None
    valued = _columns_of_values(table)
    if sum(valued) < _FEWEST_VALUES or not _are_in_order(table.heads, above, worded=not all(valued)):
        return None
    for head, holds in zip(table.heads[table.labels :], valued, strict=True):
        if holds == _heads_words(head):
            return None
    return table, end


def _heads_words(head: Block) -> bool:
    """True for a head over words: ``Vurdering``."""
    return head[-1].text.split()[-1].lower() in TEXT_HEADS


def _columns_of_values(table: _Table) -> list[bool]:
    """For each column whether nearly all its cells are values; its others are words."""
    columns = zip(*(row.cells for row in table.rows), strict=True)
    return [sum(_is_valued(cell) for cell in column) >= _SHARE * len(table.rows) for column in columns]


def _are_in_order(heads: Sequence[Block], above: Sequence[Block] | None, *, worded: bool) -> bool:
    """True where a converter that prints higher lines first would have put the heads in another order: one of more
    lines stands behind one of fewer, in paragraphs twice; or all have as many, and nothing that may stand over some
    of them is above, with a column of words at least (:mod:`extractors.tables.cellwise` reads the others)."""
    lines = [len(head) for head in heads]
    rises = sum(a < b for a, b in pairwise(lines))
    if above is None:
        return rises > 0 or len(set(lines)) == 1
    if rises > 1:
        return True
    return worded and len(set(lines)) == 1 and not (above and _may_head(above[-1]))


def _heads_of(block: Block) -> list[Block]:
    """The heads in a block: a line that goes on with the one above it, or a year alone, is of the same."""
    heads: list[Block] = []
    for item in block:
        goes_on = (
            heads
            and not _names_numbers(heads[-1])
            and (
                continues_text(heads[-1][-1].text, item.text)
                or (YEAR.fullmatch(item.text) is not None and not YEAR.search(heads[-1][-1].text))
            )
        )
        if goes_on:
            heads[-1].append(item)
        else:
            heads.append([item])
    return heads if all(_may_head(head) for head in heads) else []


def _names_numbers(block: Block) -> bool:
    return block[-1].text.lower().rstrip(".") in _NUMBERS


def _may_head(block: Block) -> bool:
    """True for short lines of words, with a year at most."""
    text = " ".join(item.text for item in block)
    if len(text) > _LONGEST_HEAD or not text[0].isalpha() or text[-1] in ".:;," or item_is_prose(block[0]):
        return _names_numbers(block)
    return all(item.kind in (Kind.TEXT, Kind.ROW, Kind.VALUES) for item in block) and all(
        atom.is_year for item in block for atom in item.atoms
    )


def _is_title(block: Block) -> bool:
    """True for a line of words over rows."""
    return len(block) == 1 and block[0].kind in (Kind.TEXT, Kind.HEADING) and not item_is_prose(block[0])


def _may_label(block: Block) -> bool:
    """True for the lines of a label, the last of them words; a number may stand inside it (``pr. 1.000`` /
    ``borgere``)."""
    if len(block) > _MOST_LABEL_LINES or block[-1].kind not in (Kind.TEXT, Kind.ROW) or _is_value(block[-1]):
        return False
    return any(map(str.isalpha, block[-1].text)) and not item_is_prose(block[-1])


def _is_numbered(label: Block) -> bool:
    return len(label) > 1 and _NUMBER.fullmatch(label[0].text) is not None


def _fits(cells: Block, fewest: int, most: int) -> bool:
    return fewest <= len(cells) <= most and _is_value(cells[0]) and all(_may_be_cell([cell]) for cell in cells)


def _may_be_cell(block: Block) -> bool:
    text = " ".join(item.text for item in block)
    return _is_value(block[0]) or (len(text) <= _LONGEST_CELL and text[-1] not in ".:" and text[0].isalpha())


def _is_value(item: Item) -> bool:
    """True for one value alone, with what it counts, a dash, or words in place of a value."""
    if item.kind == Kind.VALUES:
        return len(item.atoms) == 1 and not item.atoms[0].is_year
    return item.text.lower().rstrip(".") in NO_VALUE or _COUNTED.fullmatch(item.text) is not None


def _is_valued(cell: Block) -> bool:
    return len(cell) == 1 and _is_value(cell[0])


def _draft(table: _Table, items: Sequence[Item], words: Vocabulary) -> Draft | None:
    """The table below its heads, without the columns of words."""
    valued = _columns_of_values(table)
    heads = [join_texts([item.text for item in head], words) for head in table.heads]
    names, paths = heads[: table.labels], [(head,) for head in heads[table.labels :]]
    head = Head([path for path, holds in zip(paths, valued, strict=True) if holds], names[-1:])
    head.items = [replace(item) for block in table.heads for item in block]
    rows = [_row(row, valued, words) for row in table.rows]
    first, last = table.heads[0][0], [item for cell in table.rows[-1].cells for item in cell][-1]
    place = next(n for n, item in enumerate(items) if item is first)
    caption = title_above(items, place, max(0, place - _LOOK_BACK), words)
    draft = draft_of(len(head.paths), head, rows, caption, words)
    if draft is not None:
        draft.first, draft.last = first.index, last.last
        draft.evidence, draft.stacked = _EVIDENCE, True
    return draft


def _row(row: _Row, valued: Sequence[bool], words: Vocabulary) -> Row:
    label = join_texts([item.text for item in row.label], words)
    if _is_numbered(row.label):
        label = f"{row.label[0].text} {join_texts([item.text for item in row.label[1:]], words)}"
    pieces = []
    for cell, holds in zip(row.cells, valued, strict=True):
        if not holds or not cell:
            continue
        item = cell[0]
        if _is_valued(cell):
            atom = item.atoms[0] if item.atoms else Atom(item.text, item.lead, item.lead + len(item.text))
            pieces.append(Piece(item.index, (atom._replace(line=item.index),), raw=item.raw))
        else:
            pieces.append(Piece(item.index, blanks=1))
    groups = [(join_texts([item.text for item in row.titles], words), row.titles[0].index)] if row.titles else []
    return Row(label, row.label[0].index, pieces, row.label[0].page, groups)
