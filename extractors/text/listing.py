"""Which of the markers at the beginning of lines open a list entry: decided from the lines around."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from extractors.text.markers import BULLETS, Marker, first_token, read_marker
from extractors.text.words import DANGLING, MONTHS

_REACH = 40
"""Lines of running text within which the next entry of a list is looked for."""

_EXPECTING = DANGLING.union(
    ("d", "kl", "nr", "stk", "pkt", "jf", "kap", "s", "ca", "pr", "nummer", "punkt", "side", "bilag", "tabel"),
    ("figur", "mål", "trin", "fase", "niveau", "uge", "bind", "del", "afsnit"),
)
"""Words after which a number goes on the sentence: ``jf. kapitel`` / ``4. Udpegninger``."""


class Listing(NamedTuple):
    """The markers that open list entries, by place among the lines of running text, and the places of lines that
    look like entries but go on the entry before them."""

    markers: dict[int, Marker]
    inside: frozenset[int]


def read_lists(printed: Sequence[str], gaps: Sequence[int], short: Sequence[bool]) -> Listing:
    """Decides on the markers of ``printed``, the lines of running text in order; ``gaps`` tells what lies before
    each (0 for the plain line distance), ``short`` which lines ended though the next word had room."""
    candidates = {place: m for place, text in enumerate(printed) if (m := read_marker(text)) is not None}
    places: dict[str, list[int]] = {}
    for place, marker in candidates.items():
        places.setdefault(marker.kind, []).append(place)
    accepted: dict[int, Marker] = {}
    for place, marker in candidates.items():
        before = printed[place - 1] if place else ""
        rest = printed[place][marker.end :]
        room = place > 0 and short[place - 1] and rest[0].isupper() and before[-1] not in "-–/"
        fresh = not before or before[-1] in _ENDS or gaps[place] > 0 or room
        if _accept(place, marker, before, fresh, places[marker.kind], candidates, printed):
            accepted[place] = marker
    _count_on(accepted, printed)
    false = _false_dashes(accepted, printed, gaps)
    return Listing({place: m for place, m in accepted.items() if place not in false}, frozenset(false))


_BEFORE_FIGURE = re.compile(r"((\d{1,2})([.)]))\s+(?=\d[\d.,]*\s[^\W\d_]{2})")
"""``4. 25 virksomheder``: a number before one, which may as well be a day or a row of a table."""
_BETWEEN = 4
"""Lines between two such entries."""


def _count_on(accepted: dict[int, Marker], printed: Sequence[str]) -> None:
    """Adds the entries that begin with a figure, where the number before theirs opens an entry right above."""
    for place, text in enumerate(printed):
        match = _BEFORE_FIGURE.match(text) if text[:1].isdecimal() and place not in accepted else None
        if match is None or first_token(text[match.end() :].split(" ", 1)[-1]) in MONTHS:
            continue
        kind, rank = "1" + match[3], int(match[2])
        above = [accepted[p] for p in range(place - 1, max(place - 1 - _BETWEEN, -1), -1) if p in accepted]
        if above and above[0].kind == kind and above[0].rank == rank - 1:
            accepted[place] = Marker(match[1], kind, rank, match.end())


_DASHES = "-–—‒"
_LEAST_ENTRIES = 4
_LEAST_SHAPED = 0.6
_ENDS = ".:;!?)"
_AND = frozenset(("og", "samt"))
_LEADS_TO_NEXT = re.compile(r"(?:[\w.)%»”\"’][,;]|[^\W\d_]{2})\s(?:og|samt)\Z")
"""``… i kassen, og``, ``… på 2 pct., og`` above the next number of a list; ``1. og`` goes on with a number."""
_NEXT = 8
"""Lines of an entry that ends so."""
_PARAGRAPH = 2
"""The gap of a new paragraph (:class:`extractors.text.gaps.Gap`)."""


def _false_dashes(accepted: dict[int, Marker], printed: Sequence[str], gaps: Sequence[int]) -> set[int]:
    """Dashes that a program made bullets of inside an entry.

    Where most entries of a list name something before a colon (``– Sorø Kommune: …``), a dash without one, after a
    line that does not end a sentence, goes on the entry before it (``Anna Holm`` / ``– Jensen``).
    """
    lists: list[list[int]] = []
    for place, marker in accepted.items():
        if marker.text not in _DASHES:
            continue
        near = lists and place - lists[-1][-1] <= _REACH // 4 and accepted[lists[-1][-1]].text == marker.text
        if near and not any(gap == _PARAGRAPH for gap in gaps[lists[-1][-1] + 1 : place + 1]):
            lists[-1].append(place)
        else:
            lists.append([place])
    false: set[int] = set()
    for entries in lists:
        shaped = {place for place in entries if ":" in printed[place]}
        if len(entries) >= _LEAST_ENTRIES and len(shaped) >= _LEAST_SHAPED * len(entries):
            others = set(entries[1:]) - shaped
            false.update(place for place in others if printed[place - 1][-1] not in _ENDS)
    return false


def _accept(
    place: int,
    marker: Marker,
    before: str,
    fresh: bool,
    same: Sequence[int],
    candidates: dict[int, Marker],
    printed: Sequence[str],
) -> bool:
    rest = printed[place][marker.end :]
    company = any(other != place and abs(other - place) <= _REACH for other in _near(same, place))
    if marker.rank:
        sequel = _has_neighbour(place, marker, same, candidates)
        last = first_token(before.rsplit(" ", 1)[-1])
        if not fresh and last in _EXPECTING:
            if last in _AND and (_LEADS_TO_NEXT.search(before) if " " in before else True):
                return any(
                    candidates[p].rank == marker.rank - 1 for p in _near(same, place) if place - _NEXT <= p < place
                )
            return last == "at" and marker.rank == 1 and sequel
        if rest[0].islower():
            return sequel
        return sequel or fresh or marker.rank == 1
    if before.count("(") > before.count(")") and rest.count(")") > rest.count("("):
        return False
    if marker.text in BULLETS and marker.text not in "–—‒":
        return True
    if marker.text in "o§½":
        return company
    return company or fresh


def _has_neighbour(place: int, marker: Marker, same: Sequence[int], candidates: dict[int, Marker]) -> bool:
    """True where the number before or after this one stands near, on its side."""
    for other in _near(same, place):
        step = candidates[other].rank - marker.rank
        if (step == 1 and place < other <= place + _REACH) or (step == -1 and place - _REACH <= other < place):
            return True
    return False


def _near(same: Sequence[int], place: int) -> list[int]:
    """The places around this one in a sorted list of places, itself left out."""
    middle = bisect_left(same, place)
    return [other for other in same[max(middle - 6, 0) : middle + 7] if other != place]
