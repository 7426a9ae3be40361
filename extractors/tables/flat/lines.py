"""The lines of a flattened document as what they may be in a table: rows, values, text, blanks, captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

import regex

from extractors.tables.flat.words import (
    ANNEX,
    FIGURE_CAPTION,
    HEADING,
    JOINING_WORDS,
    LABEL_HEADS,
    PAGE_FURNITURE,
    TABLE_CAPTION,
)
from extractors.tables.labels import NO_VALUE
from schemas.document import Line
from schemas.packet import Packet
from schemas.units import SCALES, SPELLINGS, ends_in_scale, is_scale, unit_of


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


class Atom(NamedTuple):
    """A printed value and its place in the line.

    ``line`` is set where the values of a row stand on lines of their own.
    """

    text: str
    start: int
    end: int
    line: int | None = None

    @property
    def is_dash(self) -> bool:
        """True for a lone dash."""
        return self.text in _DASHES

    @property
    def is_year(self) -> bool:
        """True for a bare year."""
        text = self.text
        return len(text) == 4 and text[:2] in _CENTURIES and text.isdecimal()


_CENTURIES = frozenset({"19", "20"})


@dataclass(slots=True)
class Item:
    """A line (or several, for rotated text) of the document.

    ``index`` and ``last`` are ``Line.index``; ``text`` is stripped, ``raw`` as printed. ``atoms`` are the values
    at the end of the line and ``label`` is what stands before them. ``gap`` counts the empty lines above. ``opens``
    is True for a line of text that a bilag begins with.
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
_DASHES = frozenset({"-", "–", "—", "−", "÷"})
_MEASURES = ("%", "procentpoint", "kr.", "1.000 kr.", "mio. kr.", "mia. kr.", "mio.", "mia.", "euro", "promille",
             "stk.", "uger", "dage", "timer", "måneder", "årsværk", "personer", "pladser", "borgere")  # fmt: skip
_SPELLINGS = sorted((s for u in _MEASURES for s in SPELLINGS[u] if s != ",-"), key=len, reverse=True)
_UNIT = "|".join(regex.escape(s).replace(r"\ ", " ?") for s in _SPELLINGS)
_ONE_UNIT = rf"(?=[{''.join(sorted({s[0] for s in _SPELLINGS}))}])(?:{_UNIT})"
"""The same, looked at only where a first letter of one is."""
_BEHIND = r"(?:[-–−](?!\S))?"
"""A minus behind an amount: ``1.234-``."""
_NUMBER = (
    rf"[-–−÷+]?(?:\d{{1,3}}(?:[.\u00a0\u202f]\d{{3}})++(?:,\d++)?{_BEHIND}|\d++\.\d{{4,}}+"
    rf"|\d++(?:,\d++{_BEHIND})?[½¼¾]?|[½¼¾])(?:,-)?"
)
NUMBER_WITH_UNIT = rf"(?:kr\. ?)?{_NUMBER}(?: ?(?i:{_UNIT}))?"
"""A regular expression for one printed number, with its unit where it has one."""
_NO_VALUE = frozenset(text for text in NO_VALUE if len(text) == len("i.o") and not text.isalpha())
"""Abbreviations in place of a value: ``i.o.``, ``n/a``; a star or two points alone stand for one as well."""
_SIGNS = _DASHES | {".."}
_ATOM = re.compile(
    # What a value may begin with is looked at first: all other letters are passed over at once.
    rf"(?<!\S)(?=[-–—−÷+(k\d½¼¾inu*.])(?:(?:kr\. ?)?{_NUMBER}(?: ?{_ONE_UNIT})?"
    rf"(?: ?\({_NUMBER} ?(?:{_ONE_UNIT})?\)|\*{{1,3}})?|\({_NUMBER}\)|[-–—−÷]"
    rf"|(?:{'|'.join(map(regex.escape, sorted(_NO_VALUE)))})\.?|\*|\.\.)(?!\S)",
    re.IGNORECASE,
)
_LONGEST_VALUE = 40
_DIGIT = frozenset("0123456789")
_UNIT_ENDS = frozenset(
    "".join(words[at:])
    for u in _MEASURES
    for s in SPELLINGS[u]
    for words in [s.split()]
    for at in range(len(words))
)
"""What the last word of a number with its unit may be: units are printed with and without spaces."""
_BOUND = re.compile(r"[<>≤≥] ?\d{1,3}(?: ?%)?")
"""A cell that is kept back because few are counted: ``12 <5 31``."""
_HAS_VALUE = re.compile(r"[\d½¼¾]|[-–—−÷]\Z")
_RANGE = re.compile(
    r"(?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d|(?:19|20)\d\d/(?:19|20)?\d\d"
    r"|(?=[a-u1-4])(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår|forår|efterår|sommer|vinter"
    r"|primo|medio|ultimo|[1-4]\. kv\."
    r"|jan\.|feb\.|mar\.|apr\.|jun\.|jul\.|aug\.|sept?\.|okt\.|nov\.|dec\.) (?:19|20)\d\d",
    re.IGNORECASE,
)
"""Spans of years and dates, whose numbers are no values."""
_MAY_BE_RANGE = re.compile(r"(?:19|20)\d\d(?:(?= ?[-–/])|(?<=[^\d\s] \d{4}))")
"""A year that a span goes on from, or behind a word: each has one."""
_FRAGMENT = regex.compile(r"[^\W\d_]{1,3}|[-/,&]{1,2}|[^\W\d_]{0,2}[-/,][^\W\d_]{0,2}|, ?[^\W\d_]{1,2}")
_NUMBERED_BY = ("§", "nr.")
"""Signs that the number behind them belongs to: ``§ 107 512 488``."""
_MONEY_OF_YEAR = re.compile(r"kr\. ?(?P<year>(?:19|20)\d\d)", re.IGNORECASE)
"""``Udgift, kr. 2022``: behind a comma the unit of what is headed, and the first year."""
_CONTENTS_LINE = regex.compile(r"(?<!\.)\.{4,}+ ?\d{1,4}+\s*+$|(?<! \.)(?: \.){4,}+ ?\d{1,4}+\s*+$")
_LONGEST_LINE = 400


def split_values(text: str) -> tuple[str, tuple[Atom, ...]]:
    """What stands before the values at the end of a line, and the values: ``Tilbud 393 8`` → Tilbud, (393, 8)."""
    printed = text.strip()
    return _split_values(text) if printed and _ends_value(printed) else (printed, ())


def _split_values(text: str) -> tuple[str, tuple[Atom, ...]]:
    """The same for a line that may end in a value (:func:`_ends_value`)."""
    atoms: list[Atom] = []
    end = len(text.rstrip())
    if not _HAS_VALUE.search(text[max(0, end - _LONGEST_VALUE) : end]):
        return text.strip(), ()
    found = find_values(text)
    spans = [Atom(text[a:b], a, b) for a, b in _ranges(text)] if found else []
    cells = [atom for atom in found if not any(span.start < atom.end and atom.start < span.end for span in spans)]
    for atom in sorted([*cells, *spans], key=lambda atom: -atom.start):
        if between := text[atom.end : end].strip():
            if not atoms or _BOUND.fullmatch(between) is None:
                break
            start = text.index(between, atom.end)
            atoms.append(Atom(between, start, start + len(between)))
        atoms.append(atom)
        end = atom.start
    atoms.reverse()
    while atoms and (atoms[0] in spans or atoms[-1] in spans):
        # Between numbers a span of years is a cell, before them it belongs to the label; behind them it is text.
        atoms = atoms[1:] if atoms[-1] not in spans else []
    if all(is_scale(atom.text) for atom in atoms) or (len(atoms) == 1 and ends_in_scale(text)):
        return text.strip(), ()
    if (
        len(atoms) == 1
        and unit_of(atoms[0].text) in SCALES
        and text[: atoms[0].start].rstrip().endswith((",", " i"))
    ):
        return text.strip(), ()  # ``Tilskud Bidrag, 1.000 kr.``: heads; ``Puljer i 1.000 kr.``: a title
    if _begins_with_scale(text, atoms):
        atoms = atoms[1:]
    if _begins_with_range(text, atoms):
        atoms = atoms[3:]
    while atoms and atoms[0].is_dash and _dash_is_text(text, atoms):
        atoms.pop(0)
    if atoms and text[: atoms[0].start].rstrip().endswith(_NUMBERED_BY if len(atoms) > 1 else _NUMBERED_BY[:1]):
        atoms.pop(0)
    if len(atoms) > 1 and _ends_label(text, atoms):
        atoms.pop(0)
    if (
        atoms
        and (match := _MONEY_OF_YEAR.fullmatch(atoms[0].text))
        and (text[: atoms[0].start].rstrip()[-1:] == "," or _are_years_behind(match["year"], atoms[1:]))
    ):
        atoms[0] = Atom(match["year"], atoms[0].start + match.start("year"), atoms[0].end)
    return text[: atoms[0].start].strip() if atoms else text.strip(), tuple(atoms)


def _are_years_behind(year: str, atoms: Sequence[Atom]) -> bool:
    """True where the values are the years that follow this one: ``Hele kr. 2026 2027 2028`` are heads."""
    years = [year, *(atom.text for atom in atoms)]
    return (
        len(years) > 1
        and all(atom.is_year for atom in atoms)
        and all(int(b) - int(a) == 1 for a, b in pairwise(years))
    )


def _ends_value(text: str) -> bool:
    """False where the last word of a stripped line is no part of a value, so that the line cannot end in one."""
    last = text[-_LONGEST_VALUE:].rsplit(None, 1)[-1]
    if last in _SIGNS or last.strip("*") == "" or not _DIGIT.isdisjoint(last) or not last.isascii():
        return True
    bare = last.rstrip(")")
    if bare.lower().rstrip(".") in _NO_VALUE:
        return True
    return not bare or bare.lower() in _UNIT_ENDS


def _ranges(text: str) -> list[tuple[int, int]]:
    """The places of spans of years and dates."""
    return [m.span() for m in _RANGE.finditer(text)] if _MAY_BE_RANGE.search(text) else []


def find_values(text: str) -> list[Atom]:
    """All values of a line, wherever they stand."""
    return [Atom(m.group(), m.start(), m.end()) for m in _ATOM.finditer(text)]


def _ends_label(text: str, atoms: Sequence[Atom]) -> bool:
    """True for the only number with a unit, behind a word that ends no label: ``Optag ned med 10 pct. 43,9``; for
    the only year behind such a word: ``Flyttet til 2031 412 405``."""
    before = text[: atoms[0].start].split()
    years = [atom.is_year for atom in atoms]
    if years[0] and not any(years[1:]):
        return bool(before) and before[-1].lower() in JOINING_WORDS and not all(a.is_dash for a in atoms[1:])
    units = [any(char.isalpha() or char == "%" for char in atom.text) for atom in atoms]
    return bool(before) and before[-1].lower() in JOINING_WORDS and units[0] and not any(units[1:])


def _begins_with_scale(text: str, atoms: Sequence[Atom]) -> bool:
    """True for ``Havne, 1.000 kr. 4.120 4.315``: behind its comma the unit of the row is no value of it."""
    others = text[atoms[1].start :] if len(atoms) > 1 and unit_of(atoms[0].text) in SCALES else "kr."
    return not any(map(str.isalpha, others)) and text[: atoms[0].start].rstrip().endswith(",")


def _begins_with_range(text: str, atoms: Sequence[Atom]) -> bool:
    """True for ``8 – 24 42.076 41.247``: the range is the label of the row."""
    if len(atoms) < 4 or text[: atoms[0].start].strip() or not atoms[1].is_dash:
        return False
    low, high = atoms[0].text, atoms[2].text
    return low.isdecimal() and high.isdecimal() and len(high) <= 3 and int(low) < int(high)


def _dash_is_text(text: str, atoms: Sequence[Atom]) -> bool:
    """A dash at the start of a line is a bullet; before the only value of a row it may be a dash of the label."""
    return not text[: atoms[0].start].strip() and len(atoms) > 1


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
        if index in begun:
            item.opens = _holds_no_values(item)
        if index in headers:
            item.kind, item.label, item.atoms = Kind.HEADING, item.text, ()
        items.append(item)
        gap = 0
    return _join_rotated(items)


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
    raw = line.text.replace("\t", " ")
    text = raw.strip()
    item = Item(Kind.TEXT, line.index, line.index, line.page, raw, text, label=text, gap=gap)
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
        label, atoms = _split_values(raw) if _ends_value(text) else (text, ())
        numbered = first.isdecimal() and HEADING.match(text) is not None
        if numbered and label and all(atom.is_dash for atom in atoms):
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
