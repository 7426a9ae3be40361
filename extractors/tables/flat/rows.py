"""Rows of a region: which label, which values and which blanks belong together, for a number of columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

import regex

from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.regions import continues_text, goes_on, is_head_like, is_row
from extractors.tables.flat.values import Atom
from extractors.tables.flat.words import FOOTNOTE_MARK, GRAND_TOTAL
from extractors.text.hyphens import seam
from extractors.text.vocabulary import Vocabulary

_MOST_COLUMNS = 24
_HALF_NUMBERED = 1.0
"""What it costs where the labels of half of the rows end in a number: it is a value, and the others lack one."""

_SHORT_TOTAL = 50.0
"""What it costs where the total of the table has more values than there are columns: it sums all of them."""

_LIST_MARK = regex.compile(r"\d{1,2}[.)]|[•▪–-]")
"""The mark of a list that a converter printed apart from its point."""

_WORD_BORDER = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})")
"""Letters set one above the other lose the space before a word, not its capital."""

_LINE_END = regex.compile(r"(?<=\p{Ll}-)(?=\p{Ll})")
"""A hyphen between small letters may have ended a line of rotated text."""


@dataclass(slots=True)
class Piece:
    """A run of printed values of a row, or of blank cells (``atoms`` empty, ``blanks`` > 0)."""

    line: int
    atoms: tuple[Atom, ...] = ()
    blanks: int = 0
    raw: str = ""


@dataclass(slots=True)
class Row:
    """A row: its label (joined), the pieces of its values, and the items it was made of.

    ``groups`` are labels without values printed directly above it, outermost first; ``head`` the head lines that
    stand between the row and the one above it.
    """

    label: str
    label_line: int
    pieces: list[Piece]
    page: int
    groups: list[tuple[str, int]] = field(default_factory=list)
    head: list[Item] = field(default_factory=list)
    rotated: tuple[str, int] | None = None
    text_label: bool = False
    """The label stood on lines of its own above the values."""
    top: bool = False
    """No group holds it: the sum of the rows below, printed above them."""
    again: bool = False
    """The whole head is printed again right above it."""
    surplus: int = 0
    """Values in front of the others that were taken for part of the label."""
    amounts: int = 0
    """Those of them that no label holds: with thousands set apart, decimals or a unit."""
    unit: str | None = None
    """What the cell of a column of units says, which stood at the end of the label."""

    @property
    def count(self) -> int:
        """Printed values."""
        return sum([len(piece.atoms) for piece in self.pieces])

    @property
    def width(self) -> int:
        """Values and blank cells."""
        if len(self.pieces) == 1:
            return len(self.pieces[0].atoms) + self.pieces[0].blanks
        return sum([len(piece.atoms) + piece.blanks for piece in self.pieces])

    @property
    def atoms(self) -> list[tuple[Atom, int]]:
        """The values with the line of each."""
        return [
            (atom, piece.line if atom.line is None else atom.line) for piece in self.pieces for atom in piece.atoms
        ]


def line_of(atom: Atom, piece: Piece) -> int:
    """The line that a value is printed on."""
    return piece.line if atom.line is None else atom.line


def join_texts(parts: Sequence[str], words: Vocabulary) -> str:
    """Label or head lines as one text, hyphens at line ends resolved, footnote digits left out."""
    if len(parts) == 1:
        return clean_label(parts[0])
    text = ""
    for part in parts:
        part = part.strip()
        if not part:
            continue
        if not text:
            text = part
            continue
        sew = seam(text, part, words)
        text = (text[: -sew.drop] if sew.drop else text) + sew.glue + part
    return clean_label(text)


@lru_cache(maxsize=512)  # labels are read anew for each number of columns that is tried
def clean_label(text: str) -> str:
    """A label without glued footnote digits, doubled spaces and a final colon."""
    return " ".join(FOOTNOTE_MARK.sub("", text).split()).rstrip(":").strip()


def chunks_of(items: Sequence[Item]) -> list[list[Item]]:
    """Text lines as labels: a line that goes on with the one above belongs to it."""
    chunks: list[list[Item]] = []
    before = ""
    for item in items:
        if chunks and (chunks[-1][-1].wrapped or continues_text(before, item.text)):
            chunks[-1].append(item)
            # The rest of a broken word is no word of its own: ``An-`` / ``det``.
            before = before[:-1] + item.text if before[-1] in "-‐\u00ad" else item.text
        else:
            chunks.append([item])
            before = item.text
    return chunks


def likely_columns(items: Sequence[Item]) -> list[int]:
    """Numbers of columns worth trying, the likeliest first."""
    counts = Counter(len(item.atoms) for item in items if is_row(item))
    blanks = [len(item.raw) for item in items if item.kind == Kind.SPACE and 0 < len(item.raw) <= 12]
    most = max(counts)
    tries = {count for count, _ in counts.most_common(4)} | {most}
    if any(item.kind == Kind.VALUES and len(item.atoms) > 1 and item.atoms[0].is_year for item in items):
        # The year may be the label: ``2021 120 110``.
        tries |= {count - 1 for count in tries}
    if blanks:
        tries |= set(range(1, min(most + max(blanks), _MOST_COLUMNS) + 1))
    return sorted((n for n in tries if 0 < n <= _MOST_COLUMNS), key=lambda n: (-counts[n], -n))


@dataclass(slots=True)
class Assembly:
    """The rows of a region read with ``columns`` columns, and how well that went."""

    columns: int
    rows: list[Row]
    tail: list[Item]

    @property
    def complete(self) -> int:
        """Rows that fill all columns, printed blanks included."""
        return sum(row.width == self.columns for row in self.rows)

    @property
    def score(self) -> float:
        """Complete rows against those that are short of values, have too many, or no label."""
        points = 0.0
        for row in self.rows:
            full = row.width == self.columns
            points += 1.0 if full else -0.4
            points -= min(1.6, 0.9 * row.surplus) + 2.6 * row.amounts
            points -= _SHORT_TOTAL * (row.amounts > 0 and GRAND_TOTAL.match(row.label) is not None)
            if not row.label:
                points -= 1.2
            elif full and any(piece.blanks for piece in row.pieces):
                points -= 0.1
        numbered = sum(row.surplus > 0 and not row.text_label for row in self.rows)
        points -= _HALF_NUMBERED * (2 * numbered >= len(self.rows))
        return points - 5.0 * self._empty_columns() + 0.02 * self.columns

    def _empty_columns(self) -> int:
        """Columns that hold no value in any complete row: blank lines that stand for no cell."""
        filled = [False] * self.columns
        complete = False
        for row in self.rows:
            if row.width != self.columns:
                continue
            complete = True
            at = 0
            for piece in row.pieces:
                for k in range(len(piece.atoms)):
                    filled[at + k] = True
                at += len(piece.atoms) + piece.blanks
        return filled.count(False) if complete else 0


def assemble(items: Sequence[Item], columns: int, words: Vocabulary) -> Assembly:
    """Puts the lines of a region together to rows of ``columns`` cells."""
    if _are_parted([item for item in items if is_row(item)], columns):
        items = [_with_parted(item) for item in items]
    builder = _Builder(columns, words, _labels_with_numbers(items, columns), paired=_are_paired(items, columns))
    for i, item in enumerate(items):
        builder.take(i, item)
    return Assembly(columns, builder.rows, builder.pending)


def _are_parted(rows: Sequence[Item], columns: int) -> bool:
    """True where most rows have so many values only if each number in brackets is one of them: ``1.482 (691)``."""
    parted = sum(bool(_all_parted(item.atoms, columns)) for item in rows)
    return parted >= _FEWEST_PARTED and 2 * parted > len(rows)


def _are_paired(items: Sequence[Item], columns: int) -> bool:
    """True where full rows hold numbers with another one in brackets in one cell: then all rows do."""
    full = [item for item in items if len(item.atoms) == columns and is_row(item)]
    return sum(any(map(_holds_two, item.atoms)) for item in full) >= _FEWEST_PARTED


def _holds_two(atom: Atom) -> bool:
    return atom.text.endswith(")") and _IN_BRACKETS.fullmatch(atom.text) is not None


_FEWEST_PARTED = 3


def _with_parted(item: Item) -> Item:
    """The item with a number and one in brackets behind it as two values."""
    if not is_row(item) or not any(atom.text.endswith(")") for atom in item.atoms):
        return item
    return replace(item, atoms=tuple(part for atom in item.atoms for part in _parted(atom)))


def _labels_with_numbers(items: Sequence[Item], columns: int) -> set[int]:
    """Rows that are labels ending in a number: where other labels stand above their values, this one does too.

    ``2. Spredning = mål 10`` / ``100%`` among ``1. Kendskab`` / ``90%``. So are names of groups with a number
    (``Distrikt 3``) where no full row holds a whole number.
    """
    seen: list[tuple[int, Item]] = [(i, item) for i, item in enumerate(items) if item.kind != Kind.SPACE]
    above = 0
    suspects = set()
    for (i, item), (_, following) in pairwise(seen):
        if following.kind == Kind.VALUES and len(following.atoms) == columns and not is_head_like(following):
            if item.kind == Kind.TEXT:
                above += 1
            elif item.kind == Kind.ROW and len(item.atoms) <= columns and is_row(item):
                suspects.add(i)
    found = suspects if above > len(suspects) else set()
    return found | _numbered_groups(items, columns)


def _numbered_groups(items: Sequence[Item], columns: int) -> set[int]:
    """Rows of one small number in a table whose values all have decimals or a unit."""
    rows = [(i, item) for i, item in enumerate(items) if item.kind == Kind.ROW and is_row(item)]
    full = [item for _, item in rows if len(item.atoms) == columns]
    if columns < _FEWEST_BESIDE or len(full) < _FEWEST_FULL or any(_holds_whole(item) for item in full):
        return set()
    return {i for i, item in rows if len(item.atoms) == 1 and _SMALL_NUMBER.fullmatch(item.atoms[0].text)}


def _holds_whole(item: Item) -> bool:
    return any(atom.text.lstrip("-–−+").isdecimal() for atom in item.atoms)


_FEWEST_BESIDE = 3
_FEWEST_FULL = 3
_SMALL_NUMBER = regex.compile(r"\d{1,2}")


class _Builder:
    def __init__(self, columns: int, words: Vocabulary, demoted: set[int], *, paired: bool) -> None:
        self.columns = columns
        self.words = words
        self.demoted = demoted
        self.paired = paired
        self.rows: list[Row] = []
        self.pending: list[Item] = []
        self.spaces: list[Item] = []
        self.rotated: tuple[str, int] | None = None

    def take(self, i: int, item: Item) -> None:
        if item.kind == Kind.SPACE:
            self.spaces.append(item)
        elif item.kind == Kind.ROTATED:
            lines = _LINE_END.split(_WORD_BORDER.sub(" ", item.text))
            self.rotated = (clean_label(join_texts(lines, self.words)), item.index)
            self.spaces = []
        elif i in self.demoted or not is_row(item):
            if i in self.demoted:
                item = Item(
                    Kind.TEXT, item.index, item.last, item.page, item.raw, item.text, item.text, gap=item.gap
                )
            self._text(item)
        elif item.kind == Kind.ROW:
            self._row(item)
        else:
            self._values(item)

    def _text(self, item: Item) -> None:
        if self._belongs_above(item):
            row = self.rows[-1]
            row.label = join_texts([row.label, item.text], self.words)
        else:
            self.pending.append(item)
        self.spaces = []

    def _belongs_above(self, item: Item) -> bool:
        """A label may go on below its values; what follows must begin a label of its own."""
        if not self.rows or self.pending or self.spaces or (is_head_like(item) and item.atoms):
            return False
        row = self.rows[-1]
        return bool(row.label) and row.width >= self.columns and item.text[0].islower() and not row.text_label

    def _row(self, item: Item) -> None:
        label, atoms = _trim(item, self.columns, paired=self.paired)
        parts, groups, head = self._labels(label)
        row = Row(join_texts([*parts, label], self.words), item.index, [], item.page, groups, head, self.rotated)
        row.pieces.append(Piece(item.index, atoms, raw=item.raw))
        _count_surplus(row, item.atoms, len(atoms))
        self._add(row)

    def _labels(self, own: str) -> tuple[list[str], list[tuple[str, int]], list[Item]]:
        """The pending text above a row: what begins its label, what are groups, what are heads."""
        if not self.pending:
            return [], [], []
        texts, heads = self._split_pending()
        parts: list[str] = []
        if texts and own and goes_on(texts[-1], own):
            # All lines of the last chunk begin this label.
            chunk = chunks_of(texts)[-1]
            parts = [part.text for part in chunk]
            texts = texts[: len(texts) - len(chunk)]
        groups = [
            (join_texts([part.text for part in chunk], self.words), chunk[0].index) for chunk in chunks_of(texts)
        ]
        return parts, groups, heads

    def _split_pending(self) -> tuple[list[Item], list[Item]]:
        texts = [item for item in self.pending if not item.atoms and _LIST_MARK.fullmatch(item.text) is None]
        heads = [item for item in self.pending if item.atoms]
        self.pending = []
        return texts, heads

    def _values(self, item: Item) -> None:
        open_row = self.rows[-1] if self.rows and not self.pending and self.rotated is None else None
        if open_row is not None and open_row.width < self.columns:
            blanks = sum(len(space.raw) for space in self.spaces)
            total = open_row.width + len(item.atoms)
            if self.spaces and total + blanks <= self.columns:
                open_row.pieces.append(Piece(self.spaces[0].index, blanks=blanks))
                total += blanks
            if total <= self.columns and self.spaces:
                open_row.pieces.append(Piece(item.index, item.atoms, raw=item.raw))
                self.spaces = []
                return
        atoms = (() if self.paired else _all_parted(item.atoms, self.columns)) or item.atoms
        label, line = "", item.index
        groups: list[tuple[str, int]] = []
        head: list[Item] = []
        if len(atoms) > self.columns and len(atoms) - self.columns <= _MOST_LABEL_ATOMS:
            # A year, a code or a range before the values is the label: ``2020 11 22``.
            surplus = len(atoms) - self.columns
            label = item.raw[: atoms[surplus - 1].end].strip()
            atoms = atoms[surplus:]
            parts, groups, head = self._labels(label)
            label = join_texts([*parts, label], self.words)
        elif self.pending:
            texts, head = self._split_pending()
            chunks = chunks_of(texts)
            if chunks:
                label = join_texts([part.text for part in chunks[-1]], self.words)
                line = chunks[-1][0].index
                groups = [(join_texts([part.text for part in chunk], self.words), chunk[0].index)
                          for chunk in chunks[:-1]]  # fmt: skip
        row = Row(label, line, [], item.page, groups, head, self.rotated, text_label=True)
        _count_surplus(row, item.atoms, len(atoms))
        if self.spaces:
            blanks = sum(len(space.raw) for space in self.spaces)
            if blanks + len(atoms) <= self.columns and blanks:
                row.pieces.append(Piece(self.spaces[0].index, blanks=blanks))
        row.pieces.append(Piece(item.index, atoms, raw=item.raw))
        self._add(row)

    def _add(self, row: Row) -> None:
        self.rows.append(row)
        self.rotated = None
        self.spaces = []


_MOST_LABEL_ATOMS = 3


def _count_surplus(row: Row, atoms: Sequence[Atom], kept: int) -> None:
    """Says how many of the values before those that are kept went to the label, and how many no label holds."""
    row.surplus = max(0, len(atoms) - kept)
    if row.surplus:
        row.amounts = sum(not atom.text.isdecimal() and not atom.is_dash for atom in atoms[: row.surplus])


def _trim(item: Item, columns: int, *, paired: bool) -> tuple[str, tuple[Atom, ...]]:
    """The label and the last ``columns`` values; what is left over of the values belongs to the label."""
    surplus = len(item.atoms) - columns
    if not paired and (parted := _all_parted(item.atoms, columns)):
        return item.label, parted
    if surplus <= 0:
        return item.label, item.atoms
    if surplus > 1 and len(signed := _signed(item.atoms)) == columns:
        return item.label, signed
    between = item.raw[item.atoms[0].start : item.atoms[surplus - 1].end]
    return f"{item.label} {between}", item.atoms[surplus:]


def _signed(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """The values with each dash that stands one space before a number as its sign: ``- 1.560 - 1.597``."""
    found: list[Atom] = []
    for atom in atoms:
        dash = found[-1] if found else None
        if dash is not None and dash.is_dash and atom.start == dash.end + 1 and atom.text[0].isdecimal():
            found[-1] = Atom(f"{dash.text} {atom.text}", dash.start, atom.end)
        else:
            found.append(atom)
    return tuple(found)


def _all_parted(atoms: Sequence[Atom], columns: int) -> tuple[Atom, ...]:
    """The atoms where a number and one in brackets are two values and fill all columns so; else empty."""
    if len(atoms) >= columns or all(atom.text[-1] != ")" for atom in atoms):
        return ()
    parted = tuple(part for atom in atoms for part in _parted(atom))
    return parted if len(parted) == columns else ()


_IN_BRACKETS = regex.compile(r"(?P<value>\S+) (?P<beside>\([\d.,]+\))")


def _parted(atom: Atom) -> list[Atom]:
    """A number and a bare number in brackets behind it as two values: where a row lacks one, both are cells."""
    match = _IN_BRACKETS.fullmatch(atom.text) if atom.text.endswith(")") else None
    if match is None:
        return [atom]
    at = atom.start + match.start("beside")
    return [Atom(match["value"], atom.start, at - 1, atom.line), Atom(match["beside"], at, atom.end, atom.line)]
