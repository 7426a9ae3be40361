"""Lines that end like values and are heads or labels: broken behind a dash or inside a measure, years with the unit
of another head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.values import Atom
from extractors.tables.flat.words import JOINING_WORDS
from schemas.units import DURATIONS, unit_of

_FEWEST_YEARS = 3
_LONGEST_NOTE = 2
_SCALE = re.compile(r"1\.?000(?:\.000)?")
_PER = re.compile(r"(?<!\w)(?:pr\.?|per)\Z", re.IGNORECASE)
_MONEY = re.compile(r"(?:kr\.?|kroner)(?:\s|\Z)", re.IGNORECASE)


def with_text_made(items: list[Item]) -> list[Item]:
    """Makes text of ``Torvet –`` above ``Havnen`` and ``5,2 19,8``, of heads such as ``2023 2024 2025 pct.`` and of
    what is a part of a head: ``Tilskud, 1.000`` above ``kr.``, ``12 uger`` below ``Raske efter``, ``1.000`` below
    ``Dage pr.``"""
    around = zip([None, *items], items, [*items[1:], None], [*items[2:], None, None], strict=False)
    for above, item, below, values in around:
        if item.kind != Kind.ROW and item.kind != Kind.VALUES:
            continue  # only what ends like values can be more than that
        if (
            _are_years_and_unit(item.atoms)
            or (below is not None and values is not None and _is_broken(item, below, values))
            or (below is not None and (_is_wrapped(item, below) or _is_title(item, below)))
            or (below is not None and (_is_scale_of(item, below) or _is_part_of_label(item, below)))
            or (below is not None and values is not None and _is_measured_below(item, below, values))
            or (above is not None and _goes_on_with_measure(above, item))
        ):
            item.kind, item.label, item.atoms = Kind.TEXT, item.text, ()
        elif item.kind == Kind.ROW and item.label.lower() == "note" and _are_number_and_years(item.atoms):
            item.label, item.atoms = item.raw[: item.atoms[0].end].strip(), item.atoms[1:]
    return items


def _are_number_and_years(atoms: Sequence[Atom]) -> bool:
    """True for the number of a note and the years that head its columns: ``Note 4 2025 2024``."""
    return len(atoms) >= _FEWEST_YEARS and len(atoms[0].text) <= _LONGEST_NOTE and all(a.is_year for a in atoms[1:])


def _is_broken(item: Item, below: Item, values: Item) -> bool:
    """True for a line that ends in the dash of a label, above the rest of that and the values."""
    dashed = item.kind == Kind.ROW and len(item.atoms) == 1 and item.atoms[0].text == "–"
    if not dashed or below.kind != Kind.TEXT or values.kind != Kind.VALUES:
        return False
    before = item.raw[: item.atoms[0].start]
    return before.endswith(" ") and not before.endswith("  ")  # more white would set a cell apart


def _is_wrapped(item: Item, below: Item) -> bool:
    """True for a line that ends in a bare number and in the space it was wrapped at, above the rest of its label:
    ``Besøg inden for 14 `` / ``dage``. A cell ends without one."""
    if not item.wrapped or item.kind != Kind.ROW or len(item.atoms) != 1 or below.kind != Kind.TEXT:
        return False
    return item.atoms[0].text.isdecimal() and below.text[0].islower()


def _is_title(item: Item, below: Item) -> bool:
    """True for a line that ends in a length of time behind a word that joins, above words or the heads of years:
    ``Svar inden for 5 minutter``. A label ends before such a word."""
    headed = below.kind == Kind.TEXT or (below.kind == Kind.ROW and all(atom.is_year for atom in below.atoms))
    if item.kind != Kind.ROW or len(item.atoms) != 1 or not headed:
        return False
    _, _, unit = item.atoms[0].text.partition(" ")
    return unit_of(unit) in DURATIONS and item.label.split()[-1].lower() in JOINING_WORDS


def _is_scale_of(item: Item, below: Item) -> bool:
    """True for a head whose unit goes on in the next line: ``Tilskud 2031, 1.000`` above ``kr.``"""
    if item.kind != Kind.ROW or len(item.atoms) != 1 or _SCALE.fullmatch(item.atoms[0].text) is None:
        return False
    return item.label.endswith((",", "(")) and _MONEY.match(below.text) is not None


def _is_part_of_label(item: Item, below: Item) -> bool:
    """True for a number behind a word that joins, above a row that begins in small letters: ``Svar inden for 14`` /
    ``dage 81 84``; behind ``pr.`` above any line that may go on with it: ``Fald pr. 1.000 beboere`` / ``(samlet) 41
    40``."""
    if item.kind != Kind.ROW or len(item.atoms) != 1:
        return False
    if _PER.search(item.label) is not None:
        return below.kind in (Kind.ROW, Kind.TEXT, Kind.VALUES) and not below.text[0].isupper()
    return below.kind == Kind.ROW and below.text[0].islower() and item.label.split()[-1].lower() in JOINING_WORDS


def _is_measured_below(item: Item, below: Item, values: Item) -> bool:
    """True for a number whose measure begins the next line, above the values of the row: ``Svar sendt senest 30`` /
    ``dage efter mødet`` / ``85 % 78 %``. A measure alone goes on with a label that ends in a joining word and the
    number: ``I uddannelse efter 12`` / ``måneder``."""
    if item.kind != Kind.ROW or len(item.atoms) != 1 or not item.atoms[0].text.isdecimal():
        return False
    valued = values.kind == Kind.VALUES and len(values.atoms) >= _FEWEST_VALUES
    if below.kind != Kind.TEXT or not (valued or _VALUES_FIRST.match(values.text)):
        return False
    measure, _, rest = below.text.partition(" ")
    joined = " " in rest or item.label.split()[-1].lower() in JOINING_WORDS
    return measure.islower() and unit_of(measure) is not None and joined


_FEWEST_VALUES = 2
_VALUES_FIRST = re.compile(r"(?:[-–]?\d[\d.,]*(?:\s(?:%|pct\.))?\s){2,}[A-ZÆØÅ]")
"""``50 % 47 % Ikke opfyldt``: values before a cell of text."""


def _goes_on_with_measure(above: Item, item: Item) -> bool:
    """True for a number alone below ``Dage pr.``, or a measured one below any word that joins: ``Raske efter`` /
    ``12 uger``. An amount of money and a share may be the value of a label."""
    if item.kind != Kind.VALUES or len(item.atoms) != 1 or above.kind not in (Kind.TEXT, Kind.HEADING):
        return False
    if _PER.search(above.text) is not None:
        return True
    number, _, unit = item.atoms[0].text.partition(" ")
    if not number.isdecimal() or not unit[:1].isalpha() or unit_of(unit) is None or "kr" in unit.lower():
        return False
    return above.text.split()[-1].lower() in JOINING_WORDS


def _are_years_and_unit(atoms: Sequence[Atom]) -> bool:
    """True for years that follow one another, the unit of a head behind the last."""
    if len(atoms) < _FEWEST_YEARS or not all(atom.is_year for atom in atoms[:-1]):
        return False
    last, _, unit = atoms[-1].text.partition(" ")
    years = [*(int(atom.text) for atom in atoms[:-1]), int(last) if last.isdecimal() else 0]
    return bool(unit) and all(b - a == 1 for a, b in pairwise(years))


def with_measures_joined(items: Sequence[Item]) -> list[Item]:
    """The items with a measure that goes on in the next line in its value, and with the other values of the row
    below it: ``Udgift højst 90 mio. `` / ``kr.`` / ``81 mio. kr. 77 mio. kr.``"""
    result: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        at += 1
        rest = items[at] if at < len(items) else None
        if item.wrapped and item.atoms and rest is not None and (whole := _with_measure(item.atoms[-1], rest)):
            atoms = [*item.atoms[:-1], whole]
            last = rest.last
            at += 1
            if at < len(items) and items[at].kind == Kind.VALUES:
                below = items[at]
                atoms += [atom._replace(line=below.index) for atom in below.atoms]
                last = below.last
                at += 1
            item = replace(item, last=last, atoms=tuple(atoms))
        result.append(item)
    return result


def _with_measure(atom: Atom, rest: Item) -> Atom | None:
    """A value whose scale (``90 mio.``) gets its currency in the next line, which holds nothing else."""
    _, _, scale = atom.text.rpartition(" ")
    if rest.kind != Kind.TEXT or scale.lower() not in _SCALES or _MONEY.fullmatch(rest.text) is None:
        return None
    return atom._replace(text=f"{atom.text} {rest.text}")


_SCALES = frozenset({"mio.", "mia."})
