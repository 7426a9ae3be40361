"""Lists of bullets that count things, and so are tables in substance.

Two forms are read, each only where every entry of the list has it: ``• 1.240 – anmeldte besøg`` (the dash may be
missing before a few words), and ``• Truffet 14 afgørelser med vilkår, der indeholdt 19 vilkår``. Everything else is
running text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from extractors.tables.flat.regions import words_of
from extractors.tables.flat.rows import clean_label
from extractors.tables.flat.words import JOINING_WORDS, SENTENCE_VERBS
from extractors.tables.grid import Grid, GridCell
from extractors.text.joining import Passage, passages
from schemas.packet import Packet, Span
from schemas.units import unit_of

_NUMBER = r"\d{1,3}(?:\.\d{3})++|\d{1,6}"
_FIRST = regex.compile(rf"(?P<value>{_NUMBER})\s+(?P<dash>[–—-]\s+)?(?P<label>[^\d:;.]{{3,90}})\.?")
_MOST_WORDS = 6
"""Words of a label that follows its number without a dash."""
_DONE = regex.compile(
    rf"(?P<done>[A-ZÆØÅ][a-zæøå-]{{3,20}}t(?:\s+og\s+[a-zæøå-]{{3,20}}t)?)\s+(?P<value>{_NUMBER})\s+(?P<rest>[a-zæøå].*)"
)
"""A participle, a count, and what was counted: ``Modtaget og behandlet 57 henvendelser om …``."""

_THING = r"[a-zæøå][^\d,;:–—]{2,70}?"
_TWO = regex.compile(rf"(?P<a>{_THING})\s+og\s+(?P<n>{_NUMBER})\s+(?P<b>{_THING})\.?")
_HOLDING = regex.compile(
    rf"(?P<a>{_THING}),?\s+(?:der|som)\s+(?:indeholdt|indeholder|omfattede|omfatter|vedrørte|vedrører|dækkede over)"
    rf"\s+(?P<n>{_NUMBER})\s+(?P<b>{_THING})\.?"
)
_PARTED = regex.compile(
    rf"(?P<a>{_THING})\s+[–—-]\s+(?P<n>{_NUMBER})\s+på\s+(?P<b>{_THING})\s+og\s+(?P<m>{_NUMBER})\s+på\s+(?P<c>{_THING})\.?"
)
_PLAIN = regex.compile(rf"(?P<a>{_THING}(?:\s[–—]\s[^\d,;:–—]{{3,40}}?)?)(?:,\s.*)?\.?")
_LOOSE_NUMBER = regex.compile(r"(?<![^\W_])\d")
_BULLETS = frozenset("•·▪◦o*–-—‐§●○■")
_FEWEST_FIRST = 2
_FEWEST_DONE = 3
_LONGEST = 300
_COUNT = "antal"
_PLURAL = regex.compile(r"(?:er|e|r)$")


@dataclass(slots=True)
class _Value:
    path: tuple[str, ...]
    head: str
    text: str
    line: int
    bare: bool = False
    """A label of a few words follows the number without a dash."""


@dataclass(slots=True)
class _List:
    lead: Passage
    entries: list[Passage] = field(default_factory=list)


def find_counted_lists(packet: Packet) -> list[Grid]:
    """The lists of a packet that count something in each of their entries, in order."""
    grids = []
    for found in _lists(packet):
        values = _values(found)
        if values:
            grids.append(_grid(packet, found, values))
    return grids


def _lists(packet: Packet) -> Iterator[_List]:
    """Bullets that follow each other below a line that ends in a colon."""
    if not packet.lines:
        return
    open_list: _List | None = None
    for passage in passages(packet.document, Span(0, len(packet.lines) - 1), packet.furniture):
        if passage.marker is not None and passage.marker in _BULLETS:
            if open_list is not None:
                open_list.entries.append(passage)
            continue
        if open_list is not None and open_list.entries:
            yield open_list
        open_list = _List(passage) if passage.text.rstrip().endswith(":") and len(passage.text) < _LONGEST else None
    if open_list is not None and open_list.entries:
        yield open_list


_COUNTS = regex.compile(r"\b(?i:antal\w*|fordel\w+)\b[^.!?]*(?:[.!?](?!\s+\p{Lu})[^.!?]*)*\Z")
"""What the last sentence of a lead says that announces counts. ``Status er:`` introduces results of goals, not a
table, whatever stands in the sentences before."""


def _values(found: _List) -> list[_Value]:
    """The values of a list; empty where one entry is not of the form of the others."""
    entries = found.entries
    if any(len(entry.text) > _LONGEST for entry in entries):
        return []
    for read, fewest in ((_counted_first, _FEWEST_FIRST), (_done, _FEWEST_DONE)):
        if len(entries) < fewest:
            continue
        values: list[_Value] = []
        for entry in entries:
            counted = read(entry)
            if not counted or (counted[0].bare and not _COUNTS.search(found.lead.text)):
                break
            values += counted
        else:
            _share_heads(values)
            if len({(value.path, value.head) for value in values}) == len(values):
                return values
    return []


def _share_heads(values: Sequence[_Value]) -> None:
    """What has a head of its own in one entry stands under it in all: ``afgørelse``, ``afgørelser``."""
    heads: dict[str, str] = {}
    for value in values:
        if value.head.startswith(_COUNT) and value.head != _COUNT:
            stem = _PLURAL.sub("", value.head)
            heads[stem] = max(heads.get(stem, ""), value.head, key=len)
    for value in values:
        named = value.head if value.head != _COUNT else f"{_COUNT} {value.path[-1].split()[0]}"
        value.head = heads.get(_PLURAL.sub("", named), value.head)


def _counted_first(entry: Passage) -> list[_Value]:
    match = _FIRST.fullmatch(entry.text.strip())
    if match is None:
        return []
    words = words_of(match["label"])
    if not match["dash"] and (
        not match["label"][0].islower()
        or len(words) > _MOST_WORDS
        or any(word in SENTENCE_VERBS or (word.endswith("es") and len(word) > 4) for word in words)
        or words[0] in JOINING_WORDS
        or unit_of(words[0]) is not None
    ):
        return []
    return [_Value((clean_label(match["label"]),), "", match["value"], entry.first, bare=not match["dash"])]


def _done(entry: Passage) -> list[_Value]:
    outer = _DONE.fullmatch(entry.text.strip())
    if outer is None:
        return []
    rest, at = outer["rest"], outer.start("rest")
    first = _Value((), _COUNT, outer["value"], entry.line_at(outer.start("value")))
    if (two := _TWO.fullmatch(rest)) is not None:
        first.path = (outer["done"], _label(two["a"]))
        second = _Value((outer["done"], _label(two["b"])), _COUNT, two["n"], entry.line_at(at + two.start("n")))
        return [first, second]
    if (held := _HOLDING.fullmatch(rest)) is not None:
        first.path = (_label(held["a"]),)
        first.head = f"{_COUNT} {held['a'].split()[0]}"
        return [first, _Value(first.path, f"{_COUNT} {held['b']}", held["n"], entry.line_at(at + held.start("n")))]
    if (parted := _PARTED.fullmatch(rest)) is not None:
        first.path = (_label(parted["a"]),)
        return [
            first,
            *(
                _Value((*first.path, _label(parted[name])), _COUNT, parted[n], entry.line_at(at + parted.start(n)))
                for name, n in (("b", "n"), ("c", "m"))
            ),
        ]
    plain = _PLAIN.fullmatch(rest)
    if plain is None or _LOOSE_NUMBER.search(rest):
        return []
    first.path = (_label(plain["a"]),)
    return [first]


def _label(text: str) -> str:
    return clean_label(text.strip(" ."))


def _grid(packet: Packet, found: _List, values: Sequence[_Value]) -> Grid:
    heads = list(dict.fromkeys(value.head for value in values))
    lines: dict[tuple[str, ...], int] = {}
    for value in values:
        lines.setdefault(value.path, value.line)
    paths = list(lines)
    places = {path: row for row, path in enumerate(paths)}
    shown = any(heads)
    cells = [
        GridCell(0, 1 + column, head, found.lead.last, packet.lines[found.lead.last].page, is_header=True)
        for column, head in enumerate(heads)
        if head
    ]
    for row, path in enumerate(paths):
        line = lines[path]
        cells.append(GridCell(row + shown, 0, path[-1], line, packet.lines[line].page, is_header=True))
    for value in values:
        row, column = places[value.path] + shown, 1 + heads.index(value.head)
        cells.append(GridCell(row, column, value.text, value.line, packet.lines[value.line].page))
    return Grid(
        cells=cells,
        n_rows=len(paths) + shown,
        n_cols=1 + len(heads),
        col_paths=[(), *((head,) if head else () for head in heads)],
        row_paths=[*([()] if shown else []), *paths],
        data_cols=list(range(1, 1 + len(heads))),
        method="list",
        first_line=min(value.line for value in values),
        last_line=max(value.line for value in values),
        caption=found.lead.text.strip().rstrip(":").strip() or None,
        confidence=0.7,
    )
