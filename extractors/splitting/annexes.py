"""Bilag inside a bilag: annexes with a label of their own, some of them in a table of contents of the bilag."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.splitting.contents import Contents
from extractors.splitting.outline import Outline
from extractors.splitting.titles import ATTACHMENT_LABEL
from schemas.packet import AttachedPaper, Span

_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?\.?\s+(?=Bilag)")
_LONGEST_TITLE = 140
_REACH = 12


def find_annexes(outline: Outline, paper: AttachedPaper, tables: Sequence[Contents]) -> list[AttachedPaper]:
    """The annexes within the body of a bilag, in order, numbered ``<bilag>/<label>``.

    An annex opens with a label at the top of a page or set clear of the text, and labels come in their order, the
    first being 1, A or I: so ``Bilag 2: …`` that a sentence cites at a line's beginning is none.
    """
    span = paper.span
    if span is None:
        return []
    heads: list[tuple[int, str, str]] = []
    inside = [table.span for table in tables if table.span.first in span]
    for index in outline.within(span):
        if index == span.first or any(index in table for table in inside):
            continue
        text = outline.text(index)
        text = _SECTION_NUMBER.sub("", text, count=1) if text[0].isdigit() else text
        if text[0] not in "BAU":
            continue
        m = ATTACHMENT_LABEL.match(text)
        if m is None or not m["number"] or not _stands_clear(outline, index):
            continue
        title = m["title"].strip()
        if (
            len(title) > _LONGEST_TITLE
            or (title[:1].islower() and not m["end"].strip())
            or title.endswith((".", ",", ";"))
        ):
            continue
        heads.append((index, m["number"].upper(), _whole_title(outline, index, title)))
    chain = _in_order(heads)
    found = []
    for place, (index, label, title) in enumerate(chain):
        end = chain[place + 1][0] - 1 if place + 1 < len(chain) else span.last
        found.append(
            AttachedPaper(
                paper.item_no,
                f"{paper.attachment_no}/{label}",
                title or None,
                span=Span(index, outline.last_until(end, index)),
                confidence=round(min(paper.confidence, 0.8), 3),
                evidence=("label", "sequence"),
            )
        )
    return found


def _stands_clear(outline: Outline, index: int) -> bool:
    if outline.is_top(index):
        return True
    before = outline.preceding(index, 1)
    ended = (
        not before or outline.text(before[0]).endswith((".", ":", "!", "?")) or len(outline.text(before[0])) < 50
    )
    return ended and (outline.space_above(index) >= 1 or outline.emphatic(index))


def _whole_title(outline: Outline, index: int, title: str) -> str:
    """The title with a second line where the first one is carried on in lower case or by a hyphen."""
    after = outline.next_printed(index)
    if after is None or not title or outline.is_top(after) or outline.space_above(after) > 1.5:
        return title
    text = outline.text(after)
    goes_on = title.endswith(("-", "–")) or (text[0].islower() and len(outline.text(index)) > 40)
    return outline.join([title, text]) if goes_on and len(text) < 90 else title


def _rank(label: str) -> int:
    """The place of a label in its series; 0 where it has none."""
    if label.isdigit():
        return int(label)
    romans = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
    if label in romans:
        return romans[label]
    return ord(label) - ord("A") + 1 if len(label) == 1 and label.isalpha() else 0


def _in_order(heads: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """The heads that number 1, 2, 3 … (or A, B, C …) without going back; the first may be 2 where the paper
    before it needs no label."""
    chain: list[tuple[int, str, str]] = []
    for index, label, title in heads:
        rank = _rank(label)
        if not rank:
            continue
        last = _rank(chain[-1][1]) if chain else 0
        if (not chain and rank <= 2) or (chain and last < rank <= last + 2):
            chain.append((index, label, title))
    return chain
