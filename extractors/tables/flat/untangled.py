"""Lines of heads that mix: a wrapped head goes on at the end of a line that begins with other heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from extractors.language.dateforms import MONTHS
from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.words import YEAR
from extractors.text.vocabulary import Vocabulary
from schemas.places import find_municipality
from schemas.units import unit_of

_INSIDE_WORD = regex.compile(r"(?P<word>[^\W\d_]*\p{Ll}{2})-$")
_DAY = regex.compile(r"(?<!\d)\d{1,2}\.$")
_SMALL = regex.compile(r"(?<=\S )\p{Ll}+")


def untangled(items: Sequence[Item], words: Vocabulary) -> list[Item]:
    """The lines with what a line above goes on with as a line of its own below it: a month behind a day (``Flyttet
    pr. 31.`` / ``Kvote Svar december 2022``), the rest of a word of the document behind its hyphen, a unit behind
    its comma (``Udgift,`` / ``Drift Anlæg kr.``), what a rate is reckoned for, or a part is called, behind years or
    other heads (``Besøg pr.`` / ``2031 2032 borgere``, ``Besøg Heraf`` / ``2031 2032 hjemme``)."""
    result: list[Item] = []
    for item in items:
        upper = result[-1] if result else None
        tail = None
        if upper is not None and upper.kind == item.kind == Kind.TEXT:
            begins = item.text[0].isupper() or item.text[0].isdecimal()
            tail = _tail(upper.text, item.text, words) if begins else None
            if tail is None and begins and item.text[-1] == ")" and _BRACKETED.search(upper.text) is None:
                tail = _bracketed_unit(item.text, upper)
            above = " ".join(line.text for line in result[-_LINES_OF_RATE:])
            if tail is None and begins and _OPEN_END.search(upper.text):
                tail = _behind_years(item.text)
            if tail is None and (_RATE.search(above) or _PART.search(above)):
                behind = _HEADS_AND_WORD.fullmatch(item.text)
                tail = behind.start("word") if behind is not None else None
        if tail is None:
            result.append(item)
        else:
            result += [_with_text(item, item.text[tail:]), _with_text(item, item.text[:tail].strip())]
    return result


def _tail(above: str, below: str, words: Vocabulary) -> int | None:
    """Where the line below goes on with the one above; None where nothing tells."""
    if above.endswith(","):
        return _unit_at_end(below)
    broken = _INSIDE_WORD.search(above)
    if broken is None and _DAY.search(above) is None:
        return None
    for match in _SMALL.finditer(below):
        small = match.group()
        goes_on = small in MONTHS if broken is None else words.count(broken["word"] + small) > 0
        if goes_on:
            return match.start()
    return None


def _unit_at_end(text: str) -> int | None:
    """Where the unit begins that a line of other heads ends in, the longest that it may be."""
    parts = text.split()
    for count in range(min(_LONGEST_UNIT, len(parts) - 1), 0, -1):
        unit = " ".join(parts[-count:])
        if not unit[0].isupper() and unit_of(unit) is not None and not parts[-count - 1].endswith(_OPEN):
            return len(text) - len(unit)
    return None


def _behind_years(text: str) -> int | None:
    """Where a unit, or a word in small letters, begins behind years alone: ``Ændring i`` / ``2031 2032 pct.point``,
    ``Forbrug i pct. af`` / ``2031 2032 ramme``."""
    match = _YEARS_AND_WORD.fullmatch(text)
    at = match.start("word") if match is not None else _unit_at_end(text)
    return at if at is not None and all(map(YEAR.fullmatch, text[:at].split())) else None


_YEARS_AND_WORD = regex.compile(r"(?:(?:19|20)\d\d )+(?P<word>\p{Ll}{4,})")
_OPEN_END = regex.compile(r"(?<!\S)(?:i|af)\Z")


def _bracketed_unit(text: str, above: Item) -> int | None:
    """Where a unit in brackets begins that is of a head of the line above: it stands behind another unit (``Antal
    Pct. (procentpoint)``), or behind a year below the rest of a wrapped head (``liggetid`` / ``2031 (dage)``) or
    below a line whose end tells that it goes on (``Besøg Vækst `` / ``2031 2032 (pct.)``)."""
    match = _BRACKETED.search(text)
    if match is None or unit_of(match["unit"]) is None:
        return None
    before = text[: match.start()].split()
    wrapped = above.wrapped or above.text[0].islower()
    parted = unit_of(before[-1]) is not None or (wrapped and YEAR.fullmatch(before[-1]) is not None)
    return match.start() + 1 if len(before) > 1 and parted else None


_BRACKETED = regex.compile(r" \((?P<unit>[^()]+)\)\Z")
_RATE = regex.compile(r"(?<!\S)(?:pr\.|per)(?: \d[\d.]*)?\Z")
_PART = regex.compile(r"(?<!\S)[Hh](?:er|vor)af\Z")
_HEADS_AND_WORD = regex.compile(r"(?:(?:(?:19|20)\d\d|\p{Lu}\p{L}+) )+(?P<word>\p{Ll}{4,})")
_LINES_OF_RATE = 2
_LONGEST_UNIT = 3
_OPEN = (",", "-", "(")


def are_torn(items: Sequence[Item], words: Vocabulary) -> bool:
    """True where a line ends inside a word that goes on in small letters (``Anlægsud-``), or before what a rate is
    reckoned for (``Udgift pr.``), and the next line begins with a capital: it goes on elsewhere, in a line that
    holds several heads."""
    lines = [item for item in items if item.kind != Kind.SPACE]
    for upper, lower in pairwise(lines):
        above, below = upper.text, lower.text
        if upper.kind != Kind.TEXT or not below[0].isupper():
            continue
        if _RATE.search(above):
            return True
        if _INSIDE_WORD.search(above) is None:
            continue
        joined = above.split()[-1] + below.split()[0]
        if find_municipality(joined) is None and not words.count(joined):
            return True
    return False


def _with_text(item: Item, text: str) -> Item:
    return replace(item, raw=text, text=text, label=text)
