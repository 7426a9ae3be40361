"""Pairings of a table that hold for the paper: its year's targets, and what came of them in their time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.goals.columns import Pairing


def is_former(pair: Pairing, pairs: Sequence[Pairing], year: int | None) -> bool:
    """True for the targets of the year before in an agreement that sets its own beside them: ``Måltal 2032 | Måltal
    2031``."""
    own = pair.aim.heading.year
    if year is None or own is None or own >= year or pair.results:
        return False
    return any(other.aim.heading.year == year for other in pairs)


def without_start(pair: Pairing, begins: int | None) -> Pairing:
    """What an agreement tells of a year before its own is where it sets out: ``Opnået 2030 | Krav 2031``."""
    year = min(filter(None, (pair.aim.heading.year, begins)), default=None)
    kept = tuple(c for c in pair.results if year is None or c.heading.year is None or c.heading.year >= year)
    return pair if len(kept) == len(pair.results) else replace(pair, results=kept)


def is_answered_in_kind(pair: Pairing) -> bool:
    """True for rows of one thing, or for a row called the target of a year above one of what came about in it:
    ``Aftalt måltal 2031``, ``Indgåede aftaler 2031``."""
    meaning = pair.aim.heading
    return any(
        result.family == pair.aim.family
        or (pair.aim.is_called_aim and not meaning.rest and meaning.year and result.heading.year == meaning.year)
        for result in pair.results
    )


def is_next(pair: Pairing, answered: Sequence[Pairing]) -> bool:
    """True for the target of a later year below one of the same name that is answered: ``Mål for 2031``, ``Resultat
    2031``, ``Mål for 2032``."""
    own = pair.aim.heading
    return not pair.results and any(
        own.rest == (other := known.aim.heading).rest and own.year and other.year and own.year > other.year
        for known in answered
    )
