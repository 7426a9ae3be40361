"""The label cells of flattened rows: several columns of labels in one line, units among them, groups between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.language.dateforms import MONTHS
from extractors.tables.flat.cycles import part_places
from extractors.tables.flat.head import Head
from extractors.tables.flat.rows import Row
from extractors.tables.flat.words import (
    ANSWERS,
    DATE_HEADS,
    JOINING_WORDS,
    MUNICIPALITY_HEADS,
    SPAN_HEADS,
    TOTAL_WORDS,
    UNIT_COLUMNS,
)
from extractors.tables.labels import is_count, names_numbers
from schemas.units import names_unit, unit_of

_LONGEST_UNIT = 4
_FEWEST_DISTINCT = 0.85
"""Where fewer of the first of two label cells differ, they name groups of rows."""
_MANY = 0.3
_FEWEST_KINDS = 4
_CODE = re.compile(r"\d{1,4}[A-Z]?")


def have_one_cell(rows: Sequence[Row], head: Head) -> bool:
    """True where heads stand over labels of which many have fewer words: some of the heads are of the values."""
    if len(head.labels) < 2 or (len(head.labels) == 2 and head.labels[-1].lower() in UNIT_COLUMNS):
        return False
    if any(row.groups or row.rotated for row in rows):
        return False
    labels = [row.label.split() for row in rows if row.label and not TOTAL_WORDS.search(row.label)]
    words = [
        len(label) for label in labels if label[-1].lower() not in ANSWERS
    ]  # an answer may stand in any column
    return len(words) > 2 and sum(count < len(head.labels) for count in words) >= _MANY * len(words)


def part_labels(rows: Sequence[Row], head: Head) -> None:
    """Parts the labels below two heads or more into cells, in place: units, dates and codes are taken off or set
    apart, else the second cell begins at a capital letter."""
    last = head.labels[-1].lower()
    if last in UNIT_COLUMNS:
        take_units_off(rows)
    elif last.endswith(DATE_HEADS) or end_in_dates(rows):
        take_dates_off(rows)
    elif last in SPAN_HEADS:
        take_spans_off(rows)
        if len(head.labels) > _TWO and end_in_kinds(rows):
            take_kinds_off(rows)
    elif len(head.labels) == _TWO:
        if last in MUNICIPALITY_HEADS:
            part_places(rows)
        part_codes(rows, head)
        split_text_column(rows)


_TWO = 2


def part_codes(rows: Sequence[Row], head: Head) -> None:
    """Where two label columns have heads and the first names what its numbers are of (``Linje``), the number that
    each label begins with is a cell of its own: ``50 Aars-Viborg``."""
    if not names_numbers(head.labels[0].casefold()) or any(row.groups or row.rotated for row in rows):
        return
    parts = [row.label.partition(" ") for row in rows]
    if len(rows) < _FEWEST_KINDS or not all(
        _CODE.fullmatch(code) and name[:1].isalpha() for code, _, name in parts
    ):
        return
    for row, (code, _, name) in zip(rows, parts, strict=True):
        row.groups, row.label = [(code, row.label_line)], name


def end_in_kinds(rows: Sequence[Row]) -> bool:
    """True where the labels end in few different words with a capital letter, as cells of a second column of labels
    do: ``Nyt tag Bevilget`` / ``Ny port Søgt``."""
    ends = [row.label.split()[-1] for row in rows if row.label and not TOTAL_WORDS.search(row.label)]
    words = [len(row.label.split()) for row in rows if row.label and not TOTAL_WORDS.search(row.label)]
    kinds = set(ends)
    return (
        len(ends) >= _FEWEST_KINDS
        and 2 * len(kinds) <= len(ends)
        and min(words) > 1
        and all(word[0].isupper() for word in kinds)
    )


def take_numbered_cells(rows: Sequence[Row]) -> None:
    """Where two label columns have heads and all rows are numbered, the first cell names the row in place of the
    second: it stands on lines of its own (``2.1 Kort`` / ``svartid`` / ``Svar inden for ti dage 81 84``) or before
    the second in one line."""
    if not any(row.groups for row in rows) or any(row.rotated or len(row.groups) > 1 for row in rows):
        return
    numbers = [_NUMBERED.match(row.groups[0][0] if row.groups else row.label) for row in rows]
    if None in numbers or len({number[0] for number in numbers if number}) < len(rows):
        return
    for row in rows:
        if row.groups:
            ((row.label, row.label_line),) = row.groups
            row.groups = []
            continue
        words = row.label.split()
        counted = len(words) > _COUNT_AT and is_count(words[_COUNT_AT])
        if at := second_cell(words) or (_COUNT_AT if counted else None):
            row.label = " ".join(words[:at])


_COUNT_AT = 2
"""Behind a number and a name of one word: ``2.1 Svartid Antal breve``."""
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}\.? (?=[A-ZÆØÅ])")


def drop_groups_between(rows: Sequence[Row]) -> None:
    """Where two label columns have heads and the first rows have no group, the names between the rows are cells
    that reach over several rows, printed at their middle: which rows they name cannot be told. One such name alone
    is the first line of a label."""
    if rows[0].groups or any(row.rotated for row in rows):
        return
    named = [row for row in rows if row.groups and not TOTAL_WORDS.search(row.label)]
    if len(named) == 1 and len(named[0].groups) == 1:
        named[0].label = f"{named[0].groups[0][0]} {named[0].label}"
    for row in rows:
        row.groups = []


def take_units_off(rows: Sequence[Row]) -> None:
    """Takes the cells of a column of units off the labels before them: ``Vand kr. pr. liter`` → ``Vand``, and keeps
    them as the units of the rows."""
    for row in rows:
        words = row.label.split()
        for at in range(max(1, len(words) - _LONGEST_UNIT), len(words)):
            text = " ".join(words[at:])
            if names_unit(text):
                row.label = " ".join(words[:at])
                row.unit = unit_of(text.partition(" pr. ")[0])
                break


def end_in_dates(rows: Sequence[Row]) -> bool:
    """True where every label is a name and a day in digits, the cells of two columns of labels: ``Farsø
    28.09.2031``; in ``Pr. 31.12.2031`` the day is of the name."""
    labels = [row.label for row in rows if row.label and not TOTAL_WORDS.search(row.label)]
    return len(labels) >= _FEWEST_DATED and all(_NAME_AND_DAY.fullmatch(label) for label in labels)


_NAME_AND_DAY = re.compile(
    rf"(?:.*\s)?(?!(?:{'|'.join(map(re.escape, sorted(JOINING_WORDS)))})\.?\s)"
    r"[^\W\d]\S*\s\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d",
    re.IGNORECASE,
)
_FEWEST_DATED = 3


def take_dates_off(rows: Sequence[Row]) -> None:
    """Takes the cells of a column of dates off the labels before them: ``2. rate 1. august`` → ``2. rate``. A label
    that is a date alone stays."""
    for row in rows:
        match = _DATE_AT_END.search(row.label)
        if match is not None:
            row.label = row.label[: match.start()]


_DATE_AT_END = re.compile(
    rf" (?:(?:den )?\d{{1,2}}\. ?(?:{'|'.join(MONTHS)})(?: (?:19|20)\d\d)?"
    r"|\d{1,2}[./-]\d{1,2}[./ -](?:19|20)?\d\d)\Z",
    re.IGNORECASE,
)


def take_spans_off(rows: Sequence[Row]) -> None:
    """Takes the cells of a column of years off the labels before them: ``Ny havn 2031-2033`` → ``Ny havn``."""
    for row in rows:
        match = _SPAN_AT_END.search(row.label)
        if match is not None:
            row.label = row.label[: match.start()]


_SPAN_AT_END = re.compile(r" (?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d\Z")


def take_kinds_off(rows: Sequence[Row]) -> None:
    """Takes the last words, which are cells of few kinds (:func:`end_in_kinds`), off all labels but totals."""
    for row in rows:
        if row.label and not TOTAL_WORDS.search(row.label):
            row.label = row.label.rpartition(" ")[0]


def split_text_column(rows: Sequence[Row]) -> None:
    """Where the head names two label columns, the second begins at a capital letter inside the label. A code or a
    running number alone names nothing: it stays with the name behind it, and so do names that come again."""
    splits = [None if TOTAL_WORDS.search(row.label) else second_cell(row.label.split()) for row in rows]
    if sum(at is not None for at in splits) < 0.6 * len(rows):
        return
    firsts = [row.label.split()[:at] for row, at in zip(rows, splits, strict=True)]
    if len({" ".join(first) for first in firsts}) < _FEWEST_DISTINCT * len(rows):
        return
    for row, at, first in zip(rows, splits, firsts, strict=True):
        if at is not None and any(char.isalpha() for word in first for char in word):
            row.label = " ".join(first)


def second_cell(parts: Sequence[str]) -> int | None:
    """Where the second of two cells begins: at the first capital letter behind a word in small letters."""
    if len(parts) == 2 and parts[1][0].isupper():
        return 1
    return next(
        (
            i
            for i in range(1, len(parts))
            if parts[i][0].isupper() and parts[i - 1][0].islower() and parts[i - 1] not in JOINING_WORDS
        ),
        None,
    )
