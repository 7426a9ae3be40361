"""The heads of a flattened table as read, and what speaks against heads standing over the labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.language.dateforms import MONTHS
from extractors.tables.flat.lines import Item
from extractors.tables.flat.words import DEGREE_HEADS, MEASURES, SPANNING_HEADS, TOTAL_WORDS, YEAR, word_set
from schemas.units import HEAD_UNITS, unit_in, unit_of

_EXTRA_LABEL = 0.45
_MORE_LABELS = 0.15
_SMALL_LABEL = 0.6
_COUNTED_LABEL = 0.6
_TITLE_WORDS = 7
_YEAR_LABEL = 2.0
_OF_YEAR = 1.0
"""What it costs where a head with a year (``Mål 2031``) stands over labels, behind that of the labels."""


@dataclass(slots=True)
class Head:
    """The heads of the columns.

    ``paths[c]`` is the path over column ``c``; ``labels`` are the heads over the label columns; ``units[c]`` a
    unit printed in a row of its own, and ``unit_texts[c]`` what that row says; ``cost`` says how badly it fits (0
    is a perfect fit).
    """

    paths: list[tuple[str, ...]]
    labels: list[str] = field(default_factory=list)
    units: dict[int, str] = field(default_factory=dict)
    unit_texts: list[str] = field(default_factory=list)
    cost: float = 0.0
    items: list[Item] = field(default_factory=list)

    @property
    def full_paths(self) -> list[tuple[str, ...]]:
        """The path of each column, with the unit that a row of units prints below it; in brackets it is no head."""
        if len(self.unit_texts) != len(self.paths) or any(text.startswith("(") for text in self.unit_texts):
            return self.paths
        return [
            path if path[-1:] == (text,) or self.units.get(c) in path[-1:] else (*path, text)
            for c, (path, text) in enumerate(zip(self.paths, self.unit_texts, strict=True))
        ]

    @property
    def leaves(self) -> list[str]:
        """The lowest head of each column."""
        return [path[-1] if path else "" for path in self.paths]

    @property
    def repeats_units(self) -> bool:
        """True for units alone that come again (``pct. 1.000 kr. pct. 1.000 kr.``): they tell no column from
        another."""
        names = [path[-1].strip("()").lower() for path in self.full_paths if len(path) == 1]
        if len(names) < len(self.paths) or len(set(names)) == len(names):
            return False
        return all(name in MEASURES or unit_of(name) in HEAD_UNITS for name in names)


def label_cost(labels: Sequence[str], indented: bool) -> float:
    """How little these look like the heads of the labels: 0 for one short head."""
    cost = 0.0
    if not labels:
        cost += 0.0 if indented else 0.3
    else:
        cost += 1.5 if indented and not _is_unit(labels[-1]) else 0.0
        cost += _EXTRA_LABEL * min(1, len(labels) - 1) + _MORE_LABELS * max(0, len(labels) - 2)
        cost += _YEAR_LABEL * sum(YEAR.fullmatch(label) is not None or is_month(label) for label in labels)
        cost += _OF_YEAR * sum(YEAR.fullmatch(label.rpartition(" ")[2]) is not None for label in labels[1:])
        cost += _SMALL_LABEL * sum(len(label.split()) >= _TITLE_WORDS for label in labels)
        cost += _SMALL_LABEL * sum(label[:1].islower() and not _is_unit(label) for label in labels)
        # What has a unit is counted: it stands over values, beside another head of the labels over those behind it.
        cost += _COUNTED_LABEL * sum(
            len(labels) > 1 and not _is_unit(label) and unit_in(label) is not None for label in labels
        )
        cost += 1.0 * sum(TOTAL_WORDS.match(label) is not None for label in labels)
    return cost


def is_month(text: str) -> bool:
    """True for ``Jan.``, ``januar``: the head of a column of values."""
    return text.lower().rstrip(".") in _MONTH_NAMES


_MONTH_NAMES = frozenset(MONTHS) | word_set("jan feb mar apr jun jul aug sep sept okt nov dec")


def _is_unit(text: str) -> bool:
    """True for ``Pct.`` and ``Pct./pct.-point``: the unit of the table, printed over the labels."""
    return all(unit_of(part) is not None for part in text.split("/"))


def spans_others(text: str) -> bool:
    """True for a head that often stands over several columns: ``Antal``, ``Budget 2026``, ``1.000 kr.``"""
    words = text.lower().split()
    return bool(words) and (
        words[0].strip(".,") in SPANNING_HEADS or words[0] in SPANNING_HEADS or unit_of(text) in HEAD_UNITS
        or YEAR.fullmatch(words[-1]) is not None or unit_in(text) is not None
    )  # fmt: skip


def single_head_cost(head: Head) -> float:
    """How little a head looks like one over a single column of numbers without a caption: 0 for that of a measure,
    a year or a unit."""
    leaf = head.leaves[0]
    parts = leaf.lower().split()
    measures = SPANNING_HEADS | DEGREE_HEADS
    if any(part.strip(".,()") in measures for part in parts) or unit_of(leaf) or YEAR.search(leaf):
        return 0.0
    return 0.6 if head.labels and len(parts) <= 3 else 1.2
