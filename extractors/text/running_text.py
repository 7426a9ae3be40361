"""The running text of a document for reading and searching: one row a passage, with the way back to its lines."""

from __future__ import annotations

from extractors.text.joining import packet_passages
from schemas.packet import Packet, Span
from schemas.records import PassageRow, Record, place


def extract_passages(packet: Packet) -> list[Record]:
    """Every passage of the document outside its tables of contents, in reading order."""
    if not packet.lines:
        return []
    rows: list[Record] = []
    contents = {index for span in packet.contents for index in range(span.first, span.last + 1)}
    lines = packet.lines
    for passage in packet_passages(packet, Span(0, len(packet.lines) - 1)):
        first = passage.lines[0]
        if first in contents:
            continue
        item = packet.item_at(first)
        paper = packet.attachment_at(first)
        section = packet.section_at(first)
        last = lines[passage.last]
        rows.append(
            PassageRow(
                item_no=item.item_no if item else None,
                attachment_no=(paper.attachment_no or None) if paper else None,
                section=section.name if section else None,
                kind=passage.kind,
                text=passage.text,
                page_last=last.page if packet.document.paged else None,
                line_last=last.number,
                **place(lines[first], paged=packet.document.paged),
            )
        )
    return rows
