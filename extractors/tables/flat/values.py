"""The values of a line of flattened text, and where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from extractors.tables.flat.words import JOINING_WORDS
from extractors.tables.labels import NO_VALUE
from schemas.units import DURATIONS, SCALES, SPELLINGS, ends_in_scale, is_scale, unit_of


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


_DASHES = frozenset({"-", "–", "—", "−", "÷"})
_MEASURES = ("%", "procentpoint", "kr.", "1.000 kr.", "mio. kr.", "mia. kr.", "mio.", "mia.", "euro", "promille",
             "stk.", "ton", "uger", "dage", "timer", "måneder", "årsværk", "personer",
             "pladser", "borgere", "virksomheder", "møder", "minutter", "sekunder", "km", "kg", "m2", "m3",
             "l/min.", "kWh",
             "MWh", "GWh", "point")  # fmt: skip
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
"""Abbreviations in place of a value: ``i.o.``, ``n/a``; a star or two points alone are one as well."""
_SIGNS = _DASHES | {".."}
_BOUNDED = r"(?:højst |mindst |maks\. |[≥≤<>] ?)"
"""What binds a value and stands in its cell: ``højst 14 pct.``, ``<5`` where few are counted."""
_BOUND = re.compile(_BOUNDED, re.IGNORECASE)
_ATOM = re.compile(
    # What a value may begin with is looked at first: all other letters are passed over at once.
    rf"(?<!\S)(?<!mi[oa]\. )(?=[-–—−÷+(k\d½¼¾inu*.hm≥≤<>])(?:{_BOUNDED}?(?:kr\. ?)?{_NUMBER}(?: ?{_ONE_UNIT})?"
    rf"(?: ?\({_NUMBER} ?(?:{_ONE_UNIT})?\)|\*{{1,3}})?|\({_NUMBER}\)\*{{0,3}}|[-–—−÷]"
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
_HAS_VALUE = re.compile(r"[\d½¼¾]|[-–—−÷]\Z")
_RANGE = re.compile(
    r"(?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d|(?:19|20)\d\d/(?:19|20)?\d\d"
    r"|\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}[ /-]|-\d{1,2}-)(?:19|20)\d\d"
    r"|(?=[a-u\d])(?:\d{1,2}\. ?(?=[jfmasond])|[1-4]\. ?(?=[kh]))?"
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår|forår|efterår|sommer|vinter"
    r"|primo|medio|ultimo|[1-4]\. kv\."
    r"|jan\.|feb\.|mar\.|apr\.|jun\.|jul\.|aug\.|sept?\.|okt\.|nov\.|dec\.) (?:19|20)\d\d",
    re.IGNORECASE,
)
"""Spans of years and dates, whose numbers are no values."""
_MAY_BE_RANGE = re.compile(
    r"(?:19|20)\d\d(?:(?= ?[-–/])|(?<=[^\d\s] \d{4})|(?<=[./-]\d{4})|(?<=/\d \d{4})|(?<=/\d\d \d{4}))"
)
"""A year that a span goes on from, or behind a word or a day in digits: each has one."""
_NUMBERED_BY = ("§", "nr.", "±", "+/-")
"""Signs that the number behind them belongs to: ``§ 107 512 488``, ``Olie ± 10 % -12 12``."""
_YEAR_OF_HEAD = re.compile(
    r"(?:19|20)\d\d (?:[A-ZÆØÅ][a-zæøå]+|\((?:1\.?000(?:\.000)?|mi[oa]\.?|t\.?) ?(?i:kr|dkk|kroner)\.?\))"
)
"""A year and what no value goes on with: the next head (``2031 Ton``), or its own scale (``2031 (1.000 kr.)``)."""
_MONEY_OF_YEAR = re.compile(r"kr\. ?(?P<year>(?:19|20)\d\d)", re.IGNORECASE)
"""``Udgift, kr. 2022``: behind a comma the unit of what is headed, and the first year."""


def split_values(text: str) -> tuple[str, tuple[Atom, ...]]:
    """What stands before the values at the end of a line, and the values: ``Tilbud 393 8`` → Tilbud, (393, 8)."""
    printed = text.strip()
    return split_ending(text) if printed and ends_value(printed) else (printed, ())


def split_ending(text: str) -> tuple[str, tuple[Atom, ...]]:
    """As :func:`split_values`, for a line that may end in a value (:func:`ends_value`)."""
    atoms: list[Atom] = []
    end = len(text.rstrip())
    if not _HAS_VALUE.search(text[max(0, end - _LONGEST_VALUE) : end]):
        return text.strip(), ()
    found = find_values(text)
    spans = [Atom(text[a:b], a, b) for a, b in _ranges(text)] if found else []
    cells = [atom for atom in found if not any(span.start < atom.end and atom.start < span.end for span in spans)]
    for atom in sorted([*cells, *spans], key=lambda atom: -atom.start):
        if text[atom.end : end].strip():
            break
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
    if atoms and atoms[0].text[0] in "<>≤≥" and not text[: atoms[0].start].strip():
        atoms.pop(0)
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
    if len(atoms) == 1 and _is_in_bracket(text[: atoms[0].start], atoms[0].text):
        return text.strip(), ()
    if any(_YEAR_OF_HEAD.fullmatch(atom.text) for atom in atoms):
        return text.strip(), ()
    if atoms and _is_year_in_percent(atoms[-1].text) and all(atom.is_year for atom in atoms[:-1]):
        return text.strip(), ()  # ``2031 2032 pct.``: heads, of which the last goes on with one of the line above
    return text[: atoms[0].start].strip() if atoms else text.strip(), tuple(atoms)


def _is_in_bracket(before: str, value: str) -> bool:
    """True for the last number of a line inside a bracket that the next line closes: ``Lang vej (over 30`` /
    ``km)``."""
    return before.count("(") > before.count(")") and ")" not in value


def _is_year_in_percent(text: str) -> bool:
    """True for ``2031 pct.``, which no value is."""
    year, _, unit = text.partition(" ")
    return Atom(year, 0, 0).is_year and unit_of(unit) in ("%", "procentpoint")


def _are_years_behind(year: str, atoms: Sequence[Atom]) -> bool:
    """True where the values are the years that follow this one: ``Hele kr. 2026 2027 2028`` are heads."""
    years = [year, *(atom.text for atom in atoms)]
    return (
        len(years) > 1
        and all(atom.is_year for atom in atoms)
        and all(int(b) - int(a) == 1 for a, b in pairwise(years))
    )


def ends_value(text: str) -> bool:
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


def is_span(text: str) -> bool:
    """True for a day, a period or a span of years: ``30. juni 2031``, ``1. kvartal 2031``, ``2031-2033``."""
    return _RANGE.fullmatch(text) is not None


def find_values(text: str) -> list[Atom]:
    """All values of a line, wherever they stand."""
    return [Atom(m.group(), m.start(), m.end()) for m in _ATOM.finditer(text)]


def _ends_label(text: str, atoms: Sequence[Atom]) -> bool:
    """True for the only number with a unit, one of another measure than all others, or one before a bound, behind a
    word that ends no label: ``Optag ned med 10 pct. 43,9``, ``Svar inden for 30 dage 85 % 78 %``, ``Inden for 30
    dage Mindst 85 pct.``; for the only year there: ``Flyttet til 2031 412``; for what others are reckoned by:
    ``Dage pr. 1.000 4,1 3,9``."""
    before = text[: atoms[0].start].split()
    if not before or before[-1].lower() not in JOINING_WORDS | _RECKONED_BY:
        return False
    if before[-1].lower() in _RECKONED_BY:
        return _ROUND.fullmatch(atoms[0].text) is not None
    years = [atom.is_year for atom in atoms]
    if years[0] and not any(years[1:]):
        return not all(a.is_dash for a in atoms[1:])
    units = [unit_of(atom.text.lstrip("-–−÷+0123456789., \u00a0")) for atom in atoms]
    own = bool(units[0]) and units[0] not in units[1:]
    return own and (units[0] in DURATIONS or not any(units[1:]) or _BOUND.match(atoms[1].text) is not None)


_RECKONED_BY = frozenset({"pr.", "per"})
_ROUND = re.compile(r"1(?:0+|[.\u00a0]000(?:[.\u00a0]000)?)(?: [a-zæøå]+)?")
"""What rates are reckoned by: ``1.000``, ``100 borgere``."""


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
