"""One list of bilag from what has a body and what an agenda lists."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extractors.splitting.labels import place_of
from extractors.splitting.likeness import likeness
from extractors.splitting.outline import Outline
from schemas.packet import AttachedPaper, Span

_SAME = 0.6


def merge_listed(placed: Sequence[AttachedPaper], listed: Sequence[AttachedPaper]) -> list[AttachedPaper]:
    """The placed bilag and those listed ones that are none of them. Two are one where they are of one item and
    have alike titles, else the same number; the placed one keeps its number, and its title where the contents tell
    it: else the list does."""
    result = list(placed)
    by_item: dict[str | None, list[int]] = {}
    for place, paper in enumerate(result):
        by_item.setdefault(paper.item_no, []).append(place)
    for paper in listed:
        places = by_item.get(paper.item_no, [])
        match = next((i for i in places if _alike(result[i], paper)), None)
        if match is None:
            match = next((i for i in places if result[i].attachment_no == paper.attachment_no), None)
        if match is None and (told := place_of(paper.attachment_no, "")) is not None:
            match = next((i for i in places if place_of(result[i].attachment_no, "") == told), None)
            if match is not None:  # 1 and A
                result[match] = replace(result[match], attachment_no=paper.attachment_no)
        if match is None:
            result.append(paper)
            continue
        found = result[match]
        entered = "contents" in found.evidence
        result[match] = replace(
            found,
            title=(found.title or paper.title) if entered else (paper.title or found.title),
            listed_at=found.listed_at if found.listed_at is not None else paper.listed_at,
            evidence=(*found.evidence, *paper.evidence),
        )
    return result


def apart(outline: Outline, papers: Sequence[AttachedPaper]) -> list[AttachedPaper]:
    """The bilag, each ended where the next begins: ``Bilag 1`` was found by its label, ``Bilag 2`` in a list."""
    starts = sorted({paper.span.first for paper in papers if paper.span is not None})
    result = []
    for paper in papers:
        if paper.span is not None:
            place = bisect_right(starts, paper.span.first)
            if place < len(starts) and starts[place] <= paper.span.last:
                last = outline.last_until(starts[place] - 1, paper.span.first)
                paper = replace(paper, span=Span(paper.span.first, last))
        result.append(paper)
    return result


def _alike(a: AttachedPaper, b: AttachedPaper) -> bool:
    return bool(a.title and b.title) and likeness(a.title or "", b.title or "") >= _SAME
