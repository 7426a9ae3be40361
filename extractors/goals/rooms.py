"""Rooms: the papers in which targets and results may meet: those of an item, and the report in one item with the
contract in another."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.goals.papers import REPORTS, Paper
from extractors.splitting.words import ITEM_TYPES
from schemas.packet import Packet

_NAME = regex.compile(r"\b\p{Lu}[\p{L}-]{4,}\b")
_PLAIN = ITEM_TYPES | {
    "bilag", "kommune", "region", "erhvervshus", "sjælland", "nordjylland", "midtjylland", "syddanmark",
    "hovedstaden",
}  # fmt: skip
"""Words written large in many titles: bodies and kinds of items."""


def rooms_of(packet: Packet, papers: Sequence[tuple[str, Paper]]) -> list[list[Paper]]:
    """The papers of each room in order; papers come with the key of their item."""
    by_item: dict[str, list[Paper]] = {}
    for key, paper in papers:
        by_item.setdefault(key, []).append(paper)
    titles = {item.item_no: item.title or "" for item in packet.items}
    names = {key: _names(titles.get(key, ""), own) for key, own in by_item.items()}
    contracts = [key for key, own in by_item.items() if any(paper.kind == "contract" for paper in own)]
    home: dict[str, str] = {}
    for key, own in by_item.items():
        if key in contracts or not any(paper.kind in REPORTS for paper in own):
            continue
        meant = [
            other for other in contracts if names[key] & names[other] and _of_one_year(own, by_item[other])
        ]  # fmt: skip
        if len(meant) == 1:
            home[key] = meant[0]
    rooms: dict[str, list[Paper]] = {}
    for key in sorted(by_item):
        rooms.setdefault(home.get(key, key), []).extend(by_item[key])
    return [rooms[key] for key in sorted(rooms)]


def _of_one_year(report: Sequence[Paper], contract: Sequence[Paper]) -> bool:
    """False where both tell their years and have none in common: next year's contract lies beside this year's
    report."""
    years = [{paper.year for paper in papers if paper.year is not None} for papers in (report, contract)]
    return not years[0] or not years[1] or bool(years[0] & years[1])


def _names(title: str, papers: Sequence[Paper]) -> set[str]:
    """Names in the titles of an item and its papers, in lower case without the *s* of the genitive."""
    found: set[str] = set()
    for text in (title, *(paper.title or "" for paper in papers), *(paper.party or "" for paper in papers)):
        found |= {name.lower().removesuffix("s") for name in _NAME.findall(text[1:])}
    return found - _PLAIN
