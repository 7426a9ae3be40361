"""The lines of a flattened document as what they may be in a table: rows, values, text, blanks, captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import regex

from extractors.tables.flat.line_ends import ends_tell, goes_on
from extractors.tables.flat.values import Atom, ends_value, split_ending
from extractors.tables.flat.words import (
    ANNEX,
    ANNEX_TITLE,
    FIGURE_CAPTION,
    HEADING,
    LABEL_HEADS,
    PAGE_FURNITURE,
    TABLE_CAPTION,
)
from schemas.document import Line
from schemas.packet import Packet
from schemas.units import unit_of


class Kind:
    """What a line holds; plain strings, since every line is asked and members of an Enum take ten times as long."""

    ROW: Final = "row"
    """A label and values behind it."""
    VALUES: Final = "values"
    """Values only."""
    TEXT: Final = "text"
    """No value at its end."""
    SPACE: Final = "space"
    """White space only: one space for each empty cell, or a blank line."""
    CAPTION: Final = "caption"
    FIGURE: Final = "figure"
    HEADING: Final = "heading"
    ROTATED: Final = "rotated"
    """Text that was printed upwards and came out in letter groups over many lines."""


@dataclass(slots=True)
class Item:
    """A line (or several, for rotated text) of the document.

    ``index`` and ``last`` are ``Line.index``; ``text`` is stripped, ``raw`` as printed. ``atoms`` are the values
    at the end of the line and ``label`` is what stands before them. ``gap`` counts the empty lines above. ``opens``
    is True for a line of text that a bilag begins with. ``wrapped`` tells whether the line goes on in the next one;
    None where its end does not tell; ``deep`` is where in ``raw`` that begins what stood on the line of lower
    heads.
    """

    kind: str
    index: int
    last: int
    page: int
    raw: str
    text: str
    label: str = ""
    atoms: tuple[Atom, ...] = ()
    gap: int = 0
    opens: bool = False
    wrapped: bool | None = None
    deep: int | None = None
    row: bool | None = field(default=None, init=False, repr=False, compare=False)
    """Whether the line may be a row, once that is asked (:func:`extractors.tables.flat.regions.is_row`)."""
    head_like: bool | None = field(default=None, init=False, repr=False, compare=False)
    prose: bool | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def lead(self) -> int:
        """Leading spaces."""
        return len(self.raw) - len(self.raw.lstrip())

    @property
    def year_atoms(self) -> tuple[Atom, ...]:
        """The years of a line of heads (``1.000 kr. 2023 2024 2025``); empty where the line is none."""
        atoms = self.atoms
        if len(atoms) < 2 or not atoms[-1].is_year:
            return ()
        while atoms and not atoms[0].is_year and unit_of(atoms[0].text) is not None:
            atoms = atoms[1:]
        if len(atoms) < 2 or not all(atom.is_year for atom in atoms):
            return ()
        numbers = [int(atom.text) for atom in atoms]
        steps = [b - a for a, b in pairwise(numbers)]
        # A misprinted year at the end (2018 2019 2020 2020) does not make values of a head.
        fits = abs(steps[0]) == 1 and sum(step in (1, -1) for step in steps) >= max(1, len(steps) - 1)
        return atoms if fits or self._heads_years(steps) else ()

    def _heads_years(self, steps: Sequence[int]) -> bool:
        """True for years apart behind the head of the labels, as accounts of every other year and forecasts have
        them: ``Sektor 2018 2020 2022``; counts are as large, and stand behind the name of what is counted."""
        named = self.label.split(None, 1)[0].lower() in LABEL_HEADS if self.label else False
        return named and len({step > 0 for step in steps}) == 1 and all(0 < abs(step) <= _FAR for step in steps)

    @property
    def years(self) -> bool:
        """True where the values are years that follow one another, as heads print them."""
        return bool(self.year_atoms)


_FAR = 10
"""So many years at most lie between two heads side by side."""
_FRAGMENT = regex.compile(r"[^\W\d_]{1,3}|[-/,&]{1,2}|[^\W\d_]{0,2}[-/,][^\W\d_]{0,2}|, ?[^\W\d_]{1,2}")
_CONTENTS_LINE = regex.compile(r"(?<!\.)\.{4,}+ ?\d{1,4}+\s*+$|(?<! \.)(?: \.){4,}+ ?\d{1,4}+\s*+$")
_LONGEST_LINE = 400


def read_items(packet: Packet) -> list[Item]:
    """All printed lines of a packet, without empty lines, page furniture and tables of contents. The headers of
    agenda items are headings, whatever they hold: no table goes over one. None goes over a line of text that a
    bilag begins with either, which may be its title or the head of its first table."""
    headers = {
        line for item in packet.items if item.header for line in range(item.header.first, item.header.last + 1)
    }
    begun = {attached.span.first for attached in packet.attachments if attached.span is not None}
    skipped = set(packet.furniture)
    for span in packet.contents:
        skipped.update(range(span.first, span.last + 1))
    items: list[Item] = []
    told = ends_tell(packet.lines)
    gap = 0
    for line in packet.lines:
        text = line.text
        if not text:
            gap += 1
            continue
        index = line.index
        if index in skipped or _is_page_furniture(text) or _is_contents(text):
            gap = max(gap, 1)
            continue
        item = _item(line, gap)
        if told:
            item.wrapped = goes_on(line.text)
        if index in begun:
            item.opens = _holds_no_values(item)
        if index in headers:
            item.kind, item.label, item.atoms = Kind.HEADING, item.text, ()
        items.append(item)
        gap = 0
    for at, item in enumerate(items):
        if item.kind == Kind.TEXT and item.text[0] in "MD" and _is_goal_title(items, at):
            item.kind = Kind.HEADING
    return _join_rotated(items)


_GOAL_TITLE = regex.compile(r"(?:Mål|MÅL|Delmål)\s\d{1,2}(?:\.\d{1,2})?\s?[-–—:.]\s?\p{Lu}[^\d:]{3,90}$")
_GOAL_NAME = regex.compile(r"(?:Mål|MÅL|Delmål)\s\d")
_NEXT_ROWS = 3
"""Lines within which the name of another goal makes a row of an overview of the line."""


def _is_goal_title(items: Sequence[Item], at: int) -> bool:
    """``Mål 8 – Antal forløb`` above a table: the title of a goal, which heads no column; in an overview of goals
    it is a label whose value stands on the next line."""
    if _GOAL_TITLE.match(items[at].text) is None:
        return False
    near = (*items[max(0, at - _NEXT_ROWS) : at], *items[at + 1 : at + 1 + _NEXT_ROWS])
    return not any(_GOAL_NAME.match(item.text) for item in near)


def _holds_no_values(item: Item) -> bool:
    """True for a line without values: a year is none."""
    return item.kind == Kind.TEXT or (item.kind == Kind.ROW and all(atom.is_year for atom in item.atoms))


def _is_page_furniture(text: str) -> bool:
    """Furniture is a page number, with the word or alone, or an address; others need no closer look."""
    first = text.lstrip()[:1]
    return (first in _FURNITURE_STARTS or first.isdecimal()) and PAGE_FURNITURE.match(text) is not None


_FURNITURE_STARTS = frozenset("sShHmMfFwW\u017f")
"""First letters of ``Side`` and of addresses; the last is the long s, an S to regular expressions."""


def _is_contents(text: str) -> bool:
    return ("...." in text or " . . . ." in text) and _CONTENTS_LINE.search(text) is not None


def _item(line: Line, gap: int) -> Item:
    text = line.text.replace("\t", " ")
    return classified(_ARROWS.sub("", text) if _may_hold_arrows(text) else text, line.index, line.page, gap)


def _may_hold_arrows(text: str) -> bool:
    return not text.isascii() and any(char > "\u2000" for char in text)


_ARROWS = regex.compile(r"(?<=[\d%)])\s*[\u2190-\u21ff\u25b2-\u25c5\u2794\u279a-\u27be\ue000-\uf8ff]+(?=\s|$)")
"""Arrows behind values, which say whether they rise or fall; fonts of signs have them among the private letters."""


def classified(raw: str, index: int, page: int, gap: int) -> Item:
    """The line of so much text as what it may be in a table."""
    text = raw.strip()
    item = Item(Kind.TEXT, index, index, page, raw, text, label=text, gap=gap)
    if not text:
        item.kind = Kind.SPACE
        return item
    first = text[0]
    if len(raw) > _LONGEST_LINE:
        return item
    if first in "tT" and TABLE_CAPTION.match(text):
        item.kind = Kind.CAPTION
    elif first in _FIGURE_STARTS and FIGURE_CAPTION.match(text):
        item.kind = Kind.FIGURE
    else:
        label, atoms = split_ending(raw) if ends_value(text) else (text, ())
        numbered = first.isdecimal() and HEADING.match(text) is not None
        titled = first == "B" and all(atom.is_year for atom in atoms) and ANNEX_TITLE.match(text)
        if titled or (numbered and label and all(atom.is_dash for atom in atoms)):
            atoms = ()
        if atoms:
            item.kind, item.label, item.atoms = (Kind.ROW if label else Kind.VALUES), label, atoms
        elif numbered or (first in _ANNEX_STARTS and ANNEX.match(text)):
            item.kind = Kind.HEADING
    return item


_ANNEX_STARTS = frozenset("BAK")
"""First letters of ``Bilag``, ``Appendiks``, ``Afsnit`` and ``Kapitel``."""
_FIGURE_STARTS = frozenset("fFdDkKgGbB\u212a")
"""First letters of the words for figures; the last is the sign of kelvin, a K to regular expressions."""


def is_fragment(item: Item) -> bool:
    """True for the letter group of rotated text."""
    return len(item.text) <= _LONGEST_FRAGMENT and (
        item.kind in (Kind.TEXT, Kind.VALUES) and _FRAGMENT.fullmatch(item.text) is not None
    )


_LONGEST_FRAGMENT = 5


def _join_rotated(items: list[Item]) -> list[Item]:
    """Makes one item of each run of letter groups: at least four of them, blanks between allowed."""
    result: list[Item] = []
    i = 0
    while i < len(items):
        if len(items[i].text) > _LONGEST_FRAGMENT or not is_fragment(items[i]):
            result.append(items[i])
            i += 1
            continue
        j = i
        fragments: list[Item] = []
        while j < len(items) and (is_fragment(items[j]) or (items[j].kind == Kind.SPACE and fragments)):
            if items[j].kind != Kind.SPACE:
                fragments.append(items[j])
            j += 1
        if len(fragments) < _FEWEST_FRAGMENTS:
            result.append(items[i])
            i += 1
            continue
        while items[j - 1].kind == Kind.SPACE:
            j -= 1
        result.append(_rotated(fragments, result))
        if j < len(items):
            _give_back_last_fragment(result[-1], items[j])
        i = j
    return result


_FEWEST_FRAGMENTS = 4
_FIRST_PIECE = regex.compile(r"(?P<before>.*\S) (?P<piece>[A-ZÆØÅ][a-zæøå]?)")
_LAST_PIECE = regex.compile(r"(?P<piece>[a-zæøå]{1,2}) (?P<rest>[A-ZÆØÅ].*)")


def _rotated(fragments: list[Item], before: list[Item]) -> Item:
    first, last = fragments[0], fragments[-1]
    text = ""
    for fragment in fragments:
        raw = fragment.raw.rstrip("\n")
        text += raw if raw.startswith(" ") else raw.lstrip()
    if first.text[0].islower() and before and before[-1].kind == Kind.TEXT:
        # The first letters may stand at the end of the line above: ``Tilbudstype O`` / ``rg`` / ``an``.
        match = _FIRST_PIECE.fullmatch(before[-1].text)
        if match is not None:
            text = match["piece"] + text
            before[-1].text = before[-1].label = before[-1].raw = match["before"]
    text = " ".join(text.split())
    return Item(Kind.ROTATED, first.index, last.index, first.page, text, text, label=text, gap=first.gap)


def _give_back_last_fragment(rotated: Item, row: Item) -> None:
    """The last letters may stand before the first row: ``t Driftsorienterede besøg 349 153``."""
    if row.kind == Kind.ROW and (match := _LAST_PIECE.fullmatch(row.label)):
        rotated.text = rotated.label = rotated.text + match["piece"]
        row.label = match["rest"]
