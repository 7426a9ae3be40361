"""Columns of short answers (``ja``, ``(ja)``, ``måske``) that stand between label and number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from extractors.tables.flat.head import Head
from extractors.tables.flat.rows import Row
from extractors.tables.flat.words import ANSWERS
from schemas.units import HEAD_UNITS, unit_of

_FEWEST_ROWS = 6
_MOST_ANSWERS = 5
_LONGEST = 12
_SHARE = 0.5
_MOST_COLUMNS = 3
_UNIT_AT_END = regex.compile(r"(?P<head>.*?\S)\s+(?P<unit>(?:\S+\s)?\S+)")


def strip_answers(rows: Sequence[Row], head: Head) -> None:
    """Takes the answers off the labels, and their heads off the head of the number, in place.

    Only where the head names more than one label column and a few words end at least half of the labels.
    """
    if len(head.labels) < 2 or len(rows) < _FEWEST_ROWS:
        return
    answers = _answers(rows)
    if not answers:
        return
    for row in rows:
        words = row.label.split()
        taken = 0
        while len(words) > 1 and taken < _MOST_COLUMNS and _plain(words[-1]) in answers:
            words.pop()
            taken += 1
        row.label = " ".join(words)
    if len(head.paths) == 1 and head.paths[0] and unit_of(head.paths[0][-1]) is None:
        match = _UNIT_AT_END.fullmatch(head.paths[0][-1])
        if match is not None and unit_of(match["unit"]) in HEAD_UNITS:
            head.labels = [*head.labels, match["head"]]
            head.paths = [(*head.paths[0][:-1], match["unit"])]


def _plain(word: str) -> str:
    return word.strip("()")


def _answers(rows: Sequence[Row]) -> frozenset[str]:
    """Words in small letters that end the labels of several rows, at least two different ones, and a plain answer
    among them: kinds that come again end labels as well (``Anmeldt fysisk``, ``Uanmeldt fysisk``)."""
    ends = Counter(_plain(row.label.split()[-1]) for row in rows if len(row.label.split()) > 1)
    found = {word for word, count in ends.items() if count > 1 and word.islower() and word.isalpha()}
    short = frozenset(word for word in found if len(word) <= _LONGEST)
    covered = sum(ends[word] for word in short)
    plain = bool(short & ANSWERS) and 2 <= len(short) <= _MOST_ANSWERS
    return short if plain and covered >= _SHARE * len(rows) else frozenset()
