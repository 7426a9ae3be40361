"""One list of bilag from what has a body and what an agenda lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.splitting.likeness import likeness
from schemas.packet import AttachedPaper

_SAME = 0.6


def merge_listed(placed: Sequence[AttachedPaper], listed: Sequence[AttachedPaper]) -> list[AttachedPaper]:
    """The placed bilag and those listed ones that are none of them. Two are one where they are of one item and
    have the same number or alike titles; the placed one keeps its number and gains the listed title where it
    has none."""
    result = list(placed)
    by_item: dict[str | None, list[int]] = {}
    for place, paper in enumerate(result):
        by_item.setdefault(paper.item_no, []).append(place)
    for paper in listed:
        match = next((i for i in by_item.get(paper.item_no, []) if _same(result[i], paper)), None)
        if match is None:
            result.append(paper)
            continue
        found = result[match]
        result[match] = replace(
            found,
            title=found.title or paper.title,
            listed_at=found.listed_at if found.listed_at is not None else paper.listed_at,
            evidence=(*found.evidence, *paper.evidence),
        )
    return result


def _same(a: AttachedPaper, b: AttachedPaper) -> bool:
    if a.title and b.title and likeness(a.title, b.title) >= _SAME:
        return True
    return a.attachment_no == b.attachment_no
