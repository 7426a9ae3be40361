"""Whether what was read off text in columns can be trusted: its heads stand over its columns, its names hold no
values of their rows."""

from __future__ import annotations

import re

import regex

from extractors.language.numbers import parse_cell
from extractors.tables.flat.regions import is_prose, words_of
from extractors.tables.flat.words import LABEL_HEADS, SENTENCE_VERBS
from extractors.tables.grid import Grid
from extractors.tables.typed.pieces import pieces_of
from schemas.packet import Packet

APART = regex.compile(r"\S {2,}\S")
LONGEST_LINE = 400
_FAR = " " * 12
_SHARE = 0.7
_FEWEST_NUMBERS = 2
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_AMOUNT = re.compile(r"(?:\A|\s)[-–−÷+(]?(?!10*(?:\.000)+\b)\d{1,3}(?:(?:\.\d{3})+(?:,\d+)?|,\d+)\)?\Z")
"""An amount at the end of a name; ``1.000`` and the like are scales."""


def is_apart(text: str) -> bool:
    """True where spaces keep print of a line apart."""
    return "  " in text and APART.search(text[:LONGEST_LINE]) is not None


def heads_are_stacked(grid: Grid) -> bool:
    """True where heads span the heads below them: places tell which, words alone hardly do."""
    return any(len(grid.col_paths[col]) > 1 for col in grid.data_cols)


def mixes_heads(grid: Grid, packet: Packet) -> bool:
    """True for a table that was read by its words alone though spaces set its cells apart, below several lines of
    heads that lie side by side: read line by line, their words come to stand over the wrong columns."""
    values = {cell.line for cell in grid.cells if not cell.is_header and cell.col in grid.data_cols}
    apart = sum(is_apart(packet.lines[index].text) for index in values)
    if len(grid.data_cols) < 2 or apart < _SHARE * len(values):
        return False
    above = packet.lines[grid.first_line : min(values)]
    heads = [" ".join(line.text.split()) for line in above]
    parts = {part for col in grid.data_cols for part in grid.col_paths[col]}
    cells = max(len(pieces_of(packet.lines[index].text)) for index in values)
    if any(len(pieces_of(line.text)) > cells for line in above):
        return True  # some columns have heads and no values, and the words alone do not tell which
    if heads_are_stacked(grid) and all(any(part in head for head in heads) for part in parts):
        return False  # no head goes on in the next line
    return (
        sum(
            APART.search(line.text.rstrip()[:LONGEST_LINE]) is not None or line.text.startswith(_FAR)
            for line in above
        )
        > 1
    )


_SCALE_AT_END = re.compile(
    r",\s(?:1\.?000(?:\s(?:kr|stk|pers)\.?)?|pct\.?|%|(?:mio\.|t\.|1\.000\s)?\s?kr\.?|antal)\Z"
)


def corner_holds_head(grid: Grid) -> bool:
    """True where the head of the labels, a word that stands alone over them, goes on with a head that has a unit of
    its own (``Kommune Indbyggere, 1.000``): the heads behind it then stand one column too far to the left."""
    corner = next((cell.text for cell in grid.cells if cell.row == 0 and cell.col == 0), "")
    word, _, head = corner.partition(" ")
    return word.casefold() in LABEL_HEADS and head[:1].isupper() and _SCALE_AT_END.search(head) is not None


_ENUMERATED = re.compile(r"(?:[A-ZÆØÅ]?\d{1,2}(?:\.\d{1,2})*[a-zæøå]?|[A-ZÆØÅ])[.)]? \S")
"""``B. Borgere, som er i job``: rows that are counted, whatever their labels read like."""
_FEW_SENTENCES = 0.05
"""So many of the labels may read like sentences (``Har svært ved at betale``) beside no running text."""


def is_aligned(grid: Grid, packet: Packet) -> bool:
    """True where nearly all lines of values are set apart by spaces, below heads of their own, beside labels.

    Text of proportional letters stands only nearly where it was printed: heads that run together or stand over no
    column are not to be trusted, nor rows beside a column of running text.
    """
    cells = [cell for cell in grid.cells if not cell.is_header and cell.col in grid.data_cols]
    lines = {cell.line for cell in cells}
    apart = sum(APART.search(packet.lines[index].text) is not None for index in lines)
    if not lines or apart < _SHARE * len(lines):
        return False
    heads = [grid.col_paths[col] for col in grid.data_cols]
    if not all(heads) or len(set(heads)) < len(heads):
        return False
    labels = [grid.row_paths[row] for row in {cell.row for cell in cells}]
    if not all(labels) or any(is_prose(part) for path in heads for part in path):
        return False
    sentences = sum(any(map(_is_sentence, path)) for path in labels if not _ENUMERATED.match(path[-1]))
    return sentences <= _FEW_SENTENCES * len(labels)


def _is_sentence(label: str) -> bool:
    """True for running text; a verb in a clause alone makes none: ``Elever, som får en plads``."""
    if not is_prose(label):
        return False
    clause = _CLAUSE.search(label)
    if clause is None or label[-1] in ".!?" or not label[0].isupper():
        return True
    return not SENTENCE_VERBS.isdisjoint(words_of(label[: clause.start()]))


_CLAUSE = re.compile(r", (?:som|der)\b")


def names_hold_values(grid: Grid) -> bool:
    """True where heads or names of groups end in amounts, or numbers stand in the place of heads: print that stood
    too near to be told apart, or rows that were taken for heads."""
    heads = [part for col in grid.data_cols for part in grid.col_paths[col]]
    outer = [part for path in grid.row_paths for part in path[:-1]]
    if any(_AMOUNT.search(part) is not None for part in (*heads, *outer)):
        return True
    numbers = [int(path[-1]) for col in grid.data_cols if (path := grid.col_paths[col]) and path[-1].isdecimal()]
    others = [number for number in numbers if not _FIRST_YEAR <= number <= _LAST_YEAR]
    return len(others) >= _FEWEST_NUMBERS and others != list(range(others[0], others[0] + len(others)))


def labels_hold_values(grid: Grid) -> bool:
    """True where a label ends in a number and its row has no value in the first column: the number is that."""
    first = grid.data_cols[0]
    valued = {cell.row for cell in grid.cells if cell.col == first}
    rows = {cell.row for cell in grid.cells if not cell.is_header and cell.col in grid.data_cols} - valued
    return any(
        (numbers := parse_cell(path[-1].rpartition(" ")[2])) and " " in path[-1] and numbers[0].kind != "year"
        for row in rows
        if (path := grid.row_paths[row])
    )


_ONE = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)"
_TWO_AMOUNTS = re.compile(rf"(?:\A|\s){_ONE}(?: {_ONE})+(?!\S)")


def take_amounts_off_names(grid: Grid) -> bool:
    """Takes two amounts or more side by side, which are values of other columns, off the ends of labels (``Ventetid
    6,2 5,9 (dage)``). Rows that have them elsewhere in their names lose their values: what they are called is not
    known. True where there were any."""
    found = False
    lost: set[int] = set()
    for row, path in enumerate(grid.row_paths):
        if not any("," in part or "." in part for part in path) or not any(map(_TWO_AMOUNTS.search, path)):
            continue
        found = True
        match = _TWO_AMOUNTS.search(path[-1])
        behind = path[-1][match.end() :] if match is not None else ""
        if match is not None and match.start() and (not behind or behind.startswith(" (")):
            grid.row_paths[row] = path = (*path[:-1], path[-1][: match.start()] + behind)
        if any(map(_TWO_AMOUNTS.search, path)):
            lost.add(row)
    if not lost:
        return found
    grid.cells = [
        cell for cell in grid.cells if cell.is_header or cell.row not in lost or cell.col not in grid.data_cols
    ]
    return found


def has_plain_heads(grid: Grid) -> bool:
    """True where each column has one head of its own and none spans another."""
    spanning = any(cell.is_header and cell.col_span > 1 and cell.col in grid.data_cols for cell in grid.cells)
    return not spanning and all(len(grid.col_paths[col]) == 1 for col in grid.data_cols)
