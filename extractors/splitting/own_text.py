"""The lines that are an item's own: its text, without the bilag behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.splitting.labels import attachment_label
from extractors.splitting.outline import Outline
from extractors.splitting.reprints import opens_body
from extractors.splitting.sections import section_name
from schemas.packet import AgendaItem, AttachedPaper, SectionPart, Span


def own_lines(items: Sequence[AgendaItem], attachments: Sequence[AttachedPaper]) -> list[AgendaItem]:
    """The items without the bodies of their bilag, whose headings are no sections of the agenda."""
    firsts: dict[str, int] = {}
    for paper in attachments:
        if paper.span is not None and paper.item_no is not None:
            firsts[paper.item_no] = min(firsts.get(paper.item_no, paper.span.first), paper.span.first)
    own = []
    for item in items:
        if item.span is not None and item.item_no in firsts:
            first, last = item.span.first, min(item.span.last, firsts[item.item_no] - 1)
            item = replace(item, span=Span(first, last) if last >= first else None)
        own.append(item)
    return own


def cut(outline: Outline, items: Sequence[AgendaItem], starts: Sequence[int]) -> list[AgendaItem]:
    """The items without what stands behind the first body within each."""
    result = []
    for item in items:
        start = next((s for s in starts if item.span is not None and s in item.span), None)
        if start is not None and item.span is not None:
            item = replace(item, span=Span(item.span.first, outline.last_until(start - 1, item.span.first)))
        result.append(item)
    return result


def cut_tail(outline: Outline, items: list[AgendaItem], bodies: Sequence[AttachedPaper]) -> list[AgendaItem]:
    """The items without bodies of bilag of other items, which stand behind the agenda's last item."""
    result = []
    for item in items:
        foreign = [p.span.first for p in bodies if p.span and p.item_no != item.item_no and item.span]
        inside = [start for start in foreign if item.span is not None and start in item.span]
        result += cut(outline, [item], sorted(inside))
    return result


def ends_of_text(
    outline: Outline, own: Sequence[AgendaItem], sections: Sequence[SectionPart], listed: Sequence[AttachedPaper]
) -> Iterator[int]:
    """The page tops that end the text of items (``own``): those that open a bilag with its label, and those behind
    a list of bilag with no heading of the item between."""
    lists = {paper.listed_at for paper in listed if paper.listed_at is not None}
    for section in sections:
        entries = [line for line in lists if line in section.span] if section.name == "Bilag" else []
        if entries:
            tops = outline.tops_within(Span(max(entries) + 1, section.span.last))
            yield from [top for top in tops if not outline.text(top)[0].islower()][:1]
    for item in own:
        if item.span is None or item.header is None:
            continue
        tops = outline.tops_within(Span(item.header.last + 1, item.span.last))
        yield from [top for top in tops if top not in lists and _opens_bilag(outline, top, item.span.last)][:1]


def _opens_bilag(outline: Outline, top: int, last: int) -> bool:
    """True for a label over the text of its bilag: no heading of the item follows, as it does behind a list."""
    label = attachment_label(outline.text(top))
    if label is None or not label["number"] or not opens_body(outline, top):
        return False
    below = [line for line in outline.following(top, _NEAR) if line <= last]
    return len(below) == _NEAR and all(section_name(outline.text(line)) is None for line in below)


_NEAR = 4
"""Lines below a label that show whether the bilag stands there."""
