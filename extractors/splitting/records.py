"""The rows of a packet's structure: items, attachments, sections and the findings of splitting."""

from __future__ import annotations

from extractors.joining import packet_passages
from schemas.document import Line
from schemas.packet import AgendaItem, AttachedPaper, Packet, SectionPart, Span
from schemas.records import AttachmentRow, ItemRow, Record, SectionRow, place


def structure_records(packet: Packet) -> list[Record]:
    """The rows of ``items``, ``attachments``, ``sections`` and ``findings`` that splitting gives, in order."""
    rows: list[Record] = [_item(packet, item) for item in packet.items]
    rows += [_attachment(packet, paper) for paper in packet.attachments]
    rows += [_section(packet, section) for section in packet.sections]
    rows += packet.findings
    return rows


def _place(packet: Packet, index: int | None) -> dict[str, object]:
    if index is None or not packet.lines:
        return {}
    return place(packet.lines[index], paged=packet.document.paged)


def _ends(packet: Packet, span: Span | None) -> dict[str, int | None]:
    """First and last page and source line of a span; None where it has none or the document does not tell."""
    if span is None:
        return {}
    first, last = packet.lines[span.first], packet.lines[span.last]
    paged = packet.document.paged
    return {
        "page_first": first.page if paged else None,
        "page_last": _last_page(packet, last) if paged else None,
        "line_first": first.number,
        "line_last": last.number,
    }


def _last_page(packet: Packet, last: Line) -> int:
    """The page of the last line; pages without any text right behind it (pictures, scans) belong to it too."""
    pages = packet.document.pages
    page = last.page
    if any(
        line.index > last.index and not line.blank and line.index not in packet.furniture
        for line in pages[page - 1].lines
    ):
        return page
    while page < len(pages) and _empty(packet, page + 1):
        page += 1
    return page


def _empty(packet: Packet, page: int) -> bool:
    return all(line.blank or line.index in packet.furniture for line in packet.document.page(page).lines)


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
        **_ends(packet, item.span),
        **_place(packet, index),  # type: ignore[arg-type]
    )


def _attachment(packet: Packet, paper: AttachedPaper) -> AttachmentRow:
    index = paper.span.first if paper.span else paper.listed_at
    return AttachmentRow(
        item_no=paper.item_no,
        attachment_no=paper.attachment_no,
        title=paper.title,
        toc_page=paper.toc_page,
        listed_only=paper.listed_only,
        evidence=", ".join(paper.evidence) or None,
        confidence=paper.confidence,
        **_ends(packet, paper.span),
        **_place(packet, index),  # type: ignore[arg-type]
    )


def _section(packet: Packet, section: SectionPart) -> SectionRow:
    first, last = packet.lines[section.span.first], packet.lines[section.span.last]
    text = ""
    if section.span.last > section.span.first:
        body = Span(section.span.first + 1, section.span.last)
        text = "\n".join(
            f"{passage.marker} {passage.text}" if passage.marker else passage.text
            for passage in packet_passages(packet, body)
        )
    return SectionRow(
        item_no=section.item_no,
        section=section.name,
        text=text,
        line_first=first.number,
        line_last=last.number,
        page_last=last.page if packet.document.paged else None,
        **_place(packet, section.span.first),  # type: ignore[arg-type]
    )
