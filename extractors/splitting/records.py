"""The rows of a packet's structure: items, attachments, sections and the findings of splitting."""

from __future__ import annotations

from typing import Any

from extractors.splitting.sections import section_passages
from schemas.packet import AgendaItem, AttachedPaper, Packet, Pages, SectionPart, Span
from schemas.records import AttachmentRow, ItemRow, Record, SectionRow, place


def structure_records(packet: Packet) -> list[Record]:
    """The rows of ``items``, ``attachments``, ``sections`` and ``findings`` that splitting gives, in order."""
    rows: list[Record] = [_item(packet, item) for item in packet.items]
    rows += [_attachment(packet, paper) for paper in packet.attachments]
    rows += [_section(packet, section) for section in packet.sections]
    rows += packet.findings
    return rows


def _place(packet: Packet, index: int | None) -> Any:
    if index is None or not packet.lines:
        return {}
    return place(packet.lines[index], paged=packet.document.paged)


def _ends(packet: Packet, span: Span | None, pages: Pages | None) -> Any:
    """First and last page and source line of a part; None where it has none or the document does not tell."""
    ends: dict[str, int | None] = {}
    if span is not None:
        first, last = packet.lines[span.first], packet.lines[span.last]
        ends = {"line_first": first.number, "line_last": last.number}
        if packet.document.paged:
            ends |= {"page_first": first.page, "page_last": last.page}
    if pages is not None:
        ends |= {"page_first": pages.first, "page_last": pages.last}
    return ends


def _item(packet: Packet, item: AgendaItem) -> ItemRow:
    index = item.header.first if item.header else item.span.first if item.span else None
    return ItemRow(
        item_no=item.item_no,
        item_type=item.item_type,
        title=item.title,
        case_no=item.case_no,
        caseworker=item.caseworker,
        chapter=item.chapter,
        toc_page=item.toc_page,
        evidence=", ".join(item.evidence) or None,
        confidence=item.confidence,
        **_ends(packet, item.span, item.pages),
        **_place(packet, index),
    )


def _attachment(packet: Packet, paper: AttachedPaper) -> AttachmentRow:
    index = paper.span.first if paper.span else paper.listed_at
    return AttachmentRow(
        item_no=paper.item_no,
        attachment_no=paper.attachment_no or None,
        title=paper.title,
        toc_page=paper.toc_page,
        listed_only=paper.listed_only,
        evidence=", ".join(paper.evidence) or None,
        confidence=paper.confidence,
        **_ends(packet, paper.span, paper.pages),
        **_place(packet, index),
    )


def _section(packet: Packet, section: SectionPart) -> SectionRow:
    first, last = packet.lines[section.span.first], packet.lines[section.span.last]
    text = "\n".join(
        f"{passage.marker} {passage.text}" if passage.marker else passage.text
        for passage in section_passages(packet, section)
    )
    return SectionRow(
        item_no=section.item_no or None,
        section=section.name,
        text=text,
        line_first=first.number,
        line_last=last.number,
        page_last=last.page if packet.document.paged else None,
        **_place(packet, section.span.first),
    )
