"""The lines of a paper that its readers look at: what is printed, without page heads and feet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors.text.memo import DocumentMemo
from schemas.packet import Packet, Span

_known: DocumentMemo[list[int]] = DocumentMemo()


def printed_in(packet: Packet, span: Span) -> Sequence[int]:
    """The indexes of the lines of a span that are neither blank nor furniture, in order."""
    furniture = packet.furniture
    printed = _known.get(
        packet.document,
        furniture,
        lambda: [line.index for line in packet.lines if not line.blank and line.index not in furniture],
    )
    return printed[bisect_left(printed, span.first) : bisect_right(printed, span.last)]
