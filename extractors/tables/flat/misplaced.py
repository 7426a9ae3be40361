"""Heads that stand over what they cannot head: those of labels, of text and of units over values."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.flat.head import Head, is_month
from extractors.tables.flat.proofs import Proofs
from extractors.tables.flat.words import (
    AIM_HEADS,
    GOAL_HEADS,
    LABEL_HEADS,
    OUTLOOK_HEADS,
    PLACE_HEADS,
    PROPOSED_HEADS,
    SPAN_HEADS,
    STANDING_HEADS,
    TEXT_HEADS,
    UNIT_COLUMNS,
    YEAR,
    YEARLY_HEADS,
)
from extractors.tables.labels import is_count
from schemas.places import find_municipality
from schemas.units import HEAD_UNITS, SCALES, unit_of

LABEL_OVER_VALUES = 1.5
"""What it costs to put the head of the labels over values."""
_LONE_UNIT = 1.0
"""What it costs to put ``1.000 kr.`` over one of several columns whose other heads are words."""


def misplaced(head: Head, proofs: Proofs) -> float:
    """The cost of a head of labels over values, where none stands over the labels; several of them tell kinds:
    ``Kommune Region Privat``; one alone that names places spans no others. Heads of free text stand over no values
    at all, but for years (``Udløb``)."""
    if any(len(path) > 1 and path[-1].lower() in PLACE_HEADS for path in head.paths) and not head.labels:
        return LABEL_OVER_VALUES
    if any(label in head.leaves and unit_of(label) is None for label in head.labels):
        return LABEL_OVER_VALUES  # one word heads either labels or values: ``Plan Nået Plan Nået``
    if any(path[0].lower() in UNIT_COLUMNS for path in head.paths if path):
        return LABEL_OVER_VALUES  # «Enhed» stands over words
    if any(len(path) > 1 and path[0].lower() in SPAN_HEADS and not _of_time(path[-1]) for path in head.paths):
        return LABEL_OVER_VALUES  # «Periode» spans nothing but times
    of_text = TEXT_HEADS
    if any(GOAL_HEADS.match(path[-1]) for path in head.paths if path):
        of_text = TEXT_HEADS - STANDING_HEADS
    if any(len(path) > 1 and path[0].lower() in of_text and not _of_time(path[-1]) for path in head.paths):
        return LABEL_OVER_VALUES  # «Status» spans no counts
    if head.labels and head.labels[-1].lower() in YEARLY_HEADS and any(map(_is_yearly, head.paths)):
        return LABEL_OVER_VALUES  # «Regnskab» stands over a year as «Budget» beside it does
    if head.labels and head.labels[-1].lower() in AIM_HEADS and _is_lone_year(head.paths):
        return LABEL_OVER_VALUES  # «Måltal» stands over a year as «Optag» beside it does
    named = {path[0].lower() for path in head.paths if path and not _is_proposed(path)} & LABEL_HEADS
    if head.labels or (proofs.blank and len(head.paths) > 1):
        named = {name for name in named if unit_of(name) != name}  # «Tilbud» is counted as well
    named = {name for name in named if name in PLACE_HEADS or not _spans_like_another(head, name)}
    over = [path for path in head.paths if len(path) > 1 and path[0].lower() in named & PLACE_HEADS]
    if over and head.labels and _are_names(over):
        named -= {path[0].lower() for path in over}
        over = []
    if over and len(named) == 1 and not all(find_municipality(path[-1]) for path in over):
        return LABEL_OVER_VALUES  # but for names of places, as labels of columns
    told = any(label.lower() in LABEL_HEADS for label in head.labels) or (head.labels and len(named) > 1)
    texts = {path[-1].lower() for c, path in enumerate(head.paths) if path and c not in proofs.years} & of_text
    cost = LABEL_OVER_VALUES if (named and not told) or texts else 0.0
    bare = [path[0] for path in head.paths if len(path) == 1 and unit_of(path[0]) in HEAD_UNITS]
    if len(bare) == 1 < len(head.paths) - 1 and unit_of(bare[0]) in SCALES:
        cost += _LONE_UNIT  # the unit of the whole table, which stands over the labels
    return cost


def _is_lone_year(paths: Sequence[Sequence[str]]) -> bool:
    """True for one year alone among heads of which another ends in it: ``2031 | Indgået 2031 | Forskel``."""
    years = [path[0] for path in paths if len(path) == 1 and YEAR.fullmatch(path[0]) is not None]
    return len(years) == 1 and any(path and path[-1].endswith(f" {years[0]}") for path in paths)


def _is_yearly(path: Sequence[str]) -> bool:
    return bool(path) and path[0].lower().partition(" ")[0] in YEARLY_HEADS | OUTLOOK_HEADS


def _spans_like_another(head: Head, name: str) -> bool:
    """True where the head spans the same lower heads as another one: ``Plejehjem Tilbud`` / ``2031 2032 2031
    2032``; the labels are then without a head."""
    below: dict[str, list[tuple[str, ...]]] = {}
    for path in head.paths:
        below.setdefault(path[0].lower(), []).append(tuple(path[1:]))
    own = below[name]
    return len(own) > 1 and sum(lower == own for lower in below.values()) > 1


def _are_names(paths: Sequence[Sequence[str]]) -> bool:
    """True for lower heads that are names, as those of places are, of which nothing is counted: ``Klynge`` over
    ``Nord`` and ``Syd``."""
    leaves = {path[-1] for path in paths}
    return len(leaves) == len(paths) >= _FEWEST_NAMES and all(
        leaf[0].isupper() and leaf.isalpha() and unit_of(leaf) is None and not is_count(leaf) for leaf in leaves
    )


_FEWEST_NAMES = 3


def _is_proposed(path: Sequence[str]) -> bool:
    """True for a year below ``Forslag``, which stands over labels as well."""
    return len(path) > 1 and path[0].lower() in PROPOSED_HEADS and YEAR.fullmatch(path[-1]) is not None


def _of_time(leaf: str) -> bool:
    """True for a head with a number (``1. halvår``, ``2031``) or a month."""
    return is_month(leaf) or any(map(str.isdecimal, leaf))
