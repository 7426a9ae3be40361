"""Series of labels that open the bilag of an item one after the other: ``Bilag 1``, ``Bilag 2`` …"""

from __future__ import annotations

from extractors.splitting.labels import attachment_label, next_number, opens_series
from extractors.splitting.outline import Outline
from extractors.splitting.reprints import label_of, opens_body, printed_again
from schemas.packet import Span

_REMARK = 6
"""Printed lines that a divider may hold besides its header."""


def series(outline: Outline, first: int, end: int) -> list[int]:
    """The page tops with the labels ``Bilag 1``, ``Bilag 2`` … where the first stands right behind the header, or
    on the next page where the header's own holds a few lines. Where the pages are not known, a label that names the
    item (``Bilag 2.4.2: …``) or has a title and text of its own below needs no page top."""
    tops = outline.tops_within(Span(first + 1, end))
    if tops and outline.rank(tops[0]) - outline.rank(first) <= _REMARK and _is_label(outline, tops[0]):
        first = tops[0]
    m = attachment_label(outline.text(first))
    if m is None or m["number"] is None or not opens_series(m["number"]):
        return []
    found, want, stem = [first], next_number(m["number"]), not m["number"].isalnum()
    behind = Span(first + 1, end)
    loose = len(outline.document.pages) == 1
    for top in outline.within(behind) if loose else outline.tops_within(behind):
        m = attachment_label(outline.text(top))
        if m and loose and not (stem or (m["title"] and opens_body(outline, top))):
            continue
        if m and m["number"] == want and len(outline.text(top)) < 160:
            found.append(top)
            want = next_number(want)
    return found


def listed_series(outline: Outline, first: int, end: int) -> list[int]:
    """Where pages are not known, the bilag that the few words below a header list, and that follow these."""
    if outline.tops:
        return []
    near = {first, *outline.following(first, 2 * _REMARK)}
    if not any(label_of(outline, line) for line in near if line <= end):
        return []
    return printed_again(outline, Span(first, end))


def _is_label(outline: Outline, index: int) -> bool:
    m = attachment_label(outline.text(index))
    return m is not None and m["number"] is not None
