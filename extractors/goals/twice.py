"""What a table prints and running text tells as well is one target.

``Der skal være mindst 75 pct. elcykler i puljen … det blev 81 pct.`` above a table with the row ``Elcykler | 75 %
| 81 %``: the row is kept, and points the way that the text says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

import regex

from extractors.goals.entries import Entry
from extractors.goals.likeness import is_part
from extractors.goals.papers import REPORTS, Paper, is_of_next
from extractors.goals.results import Reached
from extractors.goals.sheet_goals import with_goals_of_sheets
from extractors.goals.targets import Aim
from extractors.goals.worded import SHARES
from extractors.language.stems import stem
from extractors.tables.labels import is_total
from schemas.language import lexicon
from schemas.packet import Span
from schemas.units import weights

_WORD = regex.compile(r"\p{L}{3,}|\bco2", regex.IGNORECASE)
_NUMBERS = regex.compile(r"[IVX]+|\d+|\p{L}\b")
_SUB = regex.compile(r"\d{1,2}\.\d{1,2}")
FEWEST = 2
"""Parts of which a text tells apart."""
MOST_ALIKE = 60
"""Entries of one value that are looked at for one printed again."""
FEWEST_DIGITS = 3
"""Digits of a target and its results that are hardly the same by chance."""
LONGEST_NUMBER = 12
"""Characters of a label that is no more than a number."""


class Twice(NamedTuple):
    """The entries, pointing the way that running text says; the ids of the targets of the text that they print; and
    by the ``id`` of a target that has a result the entry that had none and yielded to it."""

    entries: list[tuple[Paper, Entry]]
    printed: set[int]
    yielded: dict[int, tuple[Paper, Entry]]


def told_twice(entries: Sequence[tuple[Paper, Entry]], aims: Sequence[Aim], results: Iterable[Reached]) -> Twice:
    """The entries that running text tells as well, and the targets of the text, put together."""
    told: dict[int, list[Reached]] = {}
    for reached in results:
        for aim in reached.aims:
            told.setdefault(id(aim), []).append(reached)
    by_value: dict[Decimal, list[Aim]] = {}
    for aim in aims:
        by_value.setdefault(_plain(aim.value, aim.unit), []).append(aim)
    kept: list[tuple[Paper, Entry]] = []
    twice: set[int] = set()
    yielded: dict[int, tuple[Paper, Entry]] = {}
    goals: dict[Span, str] = {}
    sheets: dict[int, Aim] = {}
    for paper, entry in entries:
        same = [
            aim
            for aim in by_value.get(_plain(entry.target.value, entry.target.unit), [])
            if not entry.aimless
            and id(aim) not in twice
            and not is_of_next(aim.paper, paper)
            and not is_of_next(paper, aim.paper)
            and _are_one(entry, aim, told.get(id(aim), []), paper)
        ]
        if len(same) != 1:
            kept.append((paper, entry))
            continue
        (aim,) = same
        summed = entry.standing == "total" and aim.standing == "in_force"
        if summed and aim.goal_no is not None:
            goals[entry.span] = aim.goal_no
        if told.get(id(aim)) and (not entry.results or _tells_more(entry, told[id(aim)])):
            yielded[id(aim)] = paper, entry
            continue
        twice.add(id(aim))
        if summed:  # the sum of the rows is a target by the text
            entry = replace(entry, standing="in_force")
        sign = next((said.quantity.comparator for said in aim.said if said.quantity.comparator), None)
        if entry.target.comparator is None and sign is not None:
            entry = replace(entry, target=replace(entry.target, comparator=sign))
        kept.append((paper, entry))
        sheets[id(entry)] = aim
    kept = with_goals_of_sheets(kept, sheets)
    kept = _of_goal(kept, goals)
    left = [aim for aim in aims if id(aim) not in twice]
    return Twice(kept, twice | _all_printed(left, told, [entry for _, entry in kept]), yielded)


def _of_goal(entries: Sequence[tuple[Paper, Entry]], goals: Mapping[Span, str]) -> list[tuple[Paper, Entry]]:
    """The entries, with the number of the goal whose target the total of their table is."""
    return [
        (paper, replace(entry, goal_no=goals[entry.span]))
        if entry.span in goals and entry.goal_no is None and entry.own_no is None
        else (paper, entry)
        for paper, entry in entries
    ]


def _all_printed(aims: Iterable[Aim], told: Mapping[int, Sequence[Reached]], entries: Sequence[Entry]) -> set[int]:
    """The ids of the targets that rows print under other names: rows of the same value have all their results, each
    another one. ``Kravet er 75 pct. i begge grupper`` above ``Kendskab, små | 75 % | 71 %`` and ``…, store | 75 % |
    78 %``. Small numbers (``4`` of ``6``) may be the same by chance."""
    printed: dict[tuple[Decimal, bool, Decimal], int] = {}
    for entry in entries:
        for one in [] if entry.aimless else entry.results:
            key = (*_key(entry.target.value, entry.target.unit), _plain(one.value.value, one.value.unit))
            printed[key] = printed.get(key, 0) + 1
    found: set[int] = set()
    for aim in aims:
        reached = [_plain(one.value, one.statement.quantity.unit) for one in told.get(id(aim), [])]
        own = _key(aim.value, aim.unit)
        if not reached or len({*reached}) < len(reached) or own[0] in reached or aim.standing != "in_force":
            continue
        if sum(map(_digits, (own[0], *reached))) < FEWEST_DIGITS:
            continue
        if all(printed.get((*own, value)) == 1 for value in reached):
            found.add(id(aim))
    return found


def _digits(value: Decimal) -> int:
    """How many digits say something: 2 of ``75`` and 1 of ``30``."""
    return len(value.normalize().as_tuple().digits)


def told_elsewhere(
    entries: Iterable[tuple[Paper, Entry]], aims: Sequence[Aim], results: Sequence[Reached]
) -> tuple[set[int], list[Reached]]:
    """The ids of the targets of which another paper of the item tells the same, the same value and what came of it,
    and the results that are left. The agreement's target or the report's stays, with the result that an attachment
    tells: the text of the item sums up what they do."""
    told: dict[int, set[Decimal]] = {}
    for reached in results:
        for aim in reached.aims:
            told.setdefault(id(aim), set()).add(_plain(reached.value, reached.statement.quantity.unit))
    known: dict[tuple[Decimal, bool], list[tuple[Paper, set[Decimal], Aim | None]]] = {}
    for paper, entry in entries:
        if entry.results and paper.attachment_no is not None:
            values = {_plain(one.value.value, one.value.unit) for one in entry.results}
            known.setdefault(_key(entry.target.value, entry.target.unit), []).append((paper, values, None))
    kept: dict[int, Aim | None] = {}
    answered = [aim for aim in aims if id(aim) in told and aim.standing == "in_force"]
    for aim in sorted(answered, key=lambda aim: (_RANK.get(aim.paper.kind, 1), aim.paper.attachment_no is None)):
        own = told[id(aim)]
        rows = known.setdefault(_key(aim.value, aim.unit), [])
        same = [
            row for row in rows
            if row[0] is not aim.paper and (own <= row[1] if _is_summary(aim.paper) else own == row[1])
        ]  # fmt: skip
        if same:
            rows.remove(same[0])
            kept[id(aim)] = same[0][2]
        else:
            rows.append((aim.paper, own, aim))
    return set(kept), _of_attachments(results, kept)


def _is_summary(paper: Paper) -> bool:
    """True for the text of an item itself."""
    return paper.kind == "agenda" and paper.attachment_no is None


def _of_attachments(results: Sequence[Reached], kept: Mapping[int, Aim | None]) -> list[Reached]:
    """The results without those of targets that are gone; one that an attachment tells takes the place of the same
    told by the item."""
    moved = {
        id(other): reached
        for reached in results
        for aim in reached.aims
        if (other := kept.get(id(aim))) is not None and not _is_summary(reached.statement.sentence.part.paper)
    }
    gone = {id(reached) for reached in results if any(id(aim) in kept for aim in reached.aims)}
    found: list[Reached] = []
    for reached in results:
        if id(reached) in gone:
            continue
        better = moved.get(id(reached.aims[0])) if len(reached.aims) == 1 else None
        if better is not None and _is_summary(reached.statement.sentence.part.paper):
            better.aims = reached.aims
            reached = better
        found.append(reached)
    return found


_RANK = {"contract": 0, "agenda": 2}
"""Which paper's targets stay: the agreement's, then the report's, then those of other texts."""


def _key(value: Decimal, unit: str | None) -> tuple[Decimal, bool]:
    return _plain(value, unit), unit in SHARES


def printed_once(entries: Sequence[tuple[Paper, Entry]]) -> list[tuple[Paper, Entry]]:
    """The entries without those of an agreement's table that the table of a report prints again with what came of
    them: of one value and kind, with a word in common, and no other alike."""
    told: dict[Decimal, list[tuple[Paper, Entry]]] = {}
    for paper, entry in entries:
        if entry.results and paper.kind in REPORTS:
            told.setdefault(_plain(entry.target.value, entry.target.unit), []).append((paper, entry))
    again: dict[int, list[int]] = {}
    for paper, entry in entries:
        if entry.results or paper.kind in REPORTS or entry.aimless:
            continue
        alike = told.get(_plain(entry.target.value, entry.target.unit), [])[:MOST_ALIKE]
        same = [id(other) for at, other in alike if at is not paper and _is_printed_again(entry, other)]
        if len(same) == 1:
            again.setdefault(same[0], []).append(id(entry))
    gone = {own[0] for own in again.values() if len(own) == 1}
    return [(paper, entry) for paper, entry in entries if id(entry) not in gone]


def _is_printed_again(entry: Entry, other: Entry) -> bool:
    if (entry.target.unit in SHARES) != (other.target.unit in SHARES) or entry.segment != other.segment:
        return False
    if entry.year and other.year and entry.year != other.year:
        return False
    named = _named(entry.label)
    return any(word == own or is_part(word, own) for word in named for own in _named(other.label))


def _named(label: str) -> set[str]:
    stop = lexicon().stop
    return {stem(word) for word in _WORD.findall(label.lower()) if word not in stop}


def _plain(value: Decimal, unit: str | None) -> Decimal:
    """The value without millions and thousands of its unit."""
    weighed = weights(unit, "kr.") if unit is not None and unit.endswith("kr.") else None
    return value * weighed[0] if weighed is not None else value


def _are_one(entry: Entry, aim: Aim, told: Sequence[Reached], paper: Paper) -> bool:
    """True where both have a word or their numbers in common, are of one kind and year, and no result of the one is
    another than those of the other; what a report prints below the number of an agreement's sub-goal came of it,
    whatever else seems to."""
    if (entry.target.unit in SHARES) != (aim.unit in SHARES):
        return False
    if entry.year and aim.main.year and entry.year != aim.main.year:
        return False
    reached = [_plain(one.value, one.statement.quantity.unit) for one in told]
    printed = {_plain(one.value.value, one.value.unit) for one in entry.results}
    others = [value for value in reached if value not in printed]
    parts = len(others) > 1 and sum(others, Decimal(0)) in printed  # of the result that the table prints
    agreed = aim.paper.kind == "contract" and paper.kind != "contract" and _is_of_sub_goal(entry, aim)
    if others and printed and not (parts or agreed or _tells_more(entry, told)):
        return False
    # a target of a year that is over may have been another one, unless the same came of it
    if aim.standing != "in_force" and not (aim.standing == "earlier" and reached and printed):
        return False
    if agreed or _is_numbered_alike(entry, aim):
        return True
    if is_total(entry.label) and reached and printed and not others:
        return True  # of all: the label names no measure, the text no row
    spoken = aim.words.all.union(*(one.statement.words.all for one in told))
    return any(word == own or is_part(word, own) for word in _named(entry.label) for own in spoken)


def _tells_more(entry: Entry, told: Sequence[Reached]) -> bool:
    """True where the text tells what the row does and, by name, how each part of it stands: no sum of parts."""
    printed = {_plain(one.value.value, one.value.unit) for one in entry.results}
    reached = [(_plain(one.value, one.statement.quantity.unit), one.statement.segment) for one in told]
    others = [(value, segment) for value, segment in reached if value not in printed]
    if len(others) < FEWEST or not all(segment for _, segment in others) or sum(v for v, _ in others) in printed:
        return False
    return printed <= {value for value, _ in reached}


def _is_of_sub_goal(entry: Entry, aim: Aim) -> bool:
    """``1.2`` before the row of a target that stands under ``1.2``."""
    number = aim.sub_no or aim.goal_no
    return number is not None and number in (entry.sub_no, entry.own_no) and _SUB.fullmatch(number) is not None


def _is_numbered_alike(entry: Entry, aim: Aim) -> bool:
    """``II (3)`` before the row of a target that stands in chapter II as its point 3."""
    if aim.goal_no is None or aim.sub_no is None or len(entry.label) > LONGEST_NUMBER:
        return False
    return _NUMBERS.findall(entry.label) == [aim.goal_no, *_NUMBERS.findall(aim.sub_no)]
