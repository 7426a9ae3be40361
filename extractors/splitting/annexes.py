"""Bilag inside a bilag: annexes with a label of their own, some of them in a table of contents of the bilag."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.splitting.contents import Contents
from extractors.splitting.labels import ATTACHMENT_LABEL
from extractors.splitting.likeness import SAME_TITLE, likeness
from extractors.splitting.outline import Outline
from schemas.packet import AttachedPaper, Span

_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?\.?\s+(?=Bilag)")
_LONGEST_TITLE = 140
_MOST = 200
_ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_PAGE_TOP, _CLEAR, _LISTED, _CITED, _NEIGHBOUR = 2.0, 1.0, 2.0, -2.5, 1.0
_LEAST = 1.0


class Label(NamedTuple):
    """A line that may open an annex: its label, the rank of that in its series, its title and its evidence."""

    line: int
    text: str
    series: str
    rank: int
    title: str
    score: float


def find_annexes(outline: Outline, paper: AttachedPaper, tables: Sequence[Contents]) -> list[AttachedPaper]:
    """The annexes of a bilag, in order, numbered ``<bilag>/<label>``.

    An annex opens with a label on top of a page or clear of the text, and labels come in their order, the first
    being 1, A or I: so ``Bilag 2: …`` that a sentence cites at the beginning of a line is none. Labels with next
    to nothing between them are a list: annexes that are named and not here.
    """
    span = paper.span
    if span is None:
        return []
    own = [table for table in tables if table.span.first in span]
    known = {entry.number: entry.title for table in own for entry in table.attachments if entry.number}
    labels = _labels(outline, span, [table.span for table in own], known)
    chain = _heaviest([label for label in labels if not _is_own(outline, paper, span, label)])
    found: list[AttachedPaper] = []
    for place, label in enumerate(chain):
        stop = chain[place + 1].line if place + 1 < len(chain) else span.last + 1
        last = outline.last_until(stop - 1, label.line)
        listed = _in_list(outline, chain, place)
        found.append(
            AttachedPaper(
                paper.item_no,
                f"{paper.attachment_no}/{label.text}",
                label.title or known.get(label.text) or None,
                span=None if listed else Span(label.line, last),
                listed_at=label.line if listed else None,
                confidence=round(min(paper.confidence, 0.6 + 0.06 * label.score), 3),
                evidence=("label", "list" if listed else "sequence"),
            )
        )
    return found


_OWN_LINES = 3
"""Printed lines that open a bilag and may hold its own label, below the header of its item."""


def _is_own(outline: Outline, paper: AttachedPaper, span: Span, label: Label) -> bool:
    """True for the label of the bilag itself below the header it opens with, or the head of its page."""
    near = outline.rank(label.line) - outline.rank(span.first) < _OWN_LINES
    return near and (not label.title or likeness(paper.title or "", label.title) >= SAME_TITLE)


def _labels(outline: Outline, span: Span, skipped: Sequence[Span], known: dict[str, str]) -> Iterator[Label]:
    for index in outline.within(span):
        text = outline.text(index)
        if text[0].isdecimal():
            text = _SECTION_NUMBER.sub("", text, count=1)
        if text[0] not in "BAU" or index == span.first or any(index in table for table in skipped):
            continue
        m = ATTACHMENT_LABEL.match(text)
        if m is None or not m["number"]:
            continue
        title, label = m["title"].strip(), m["number"].upper()
        series, rank = _rank(label)
        score = _score(outline, index, title, m["end"].strip(), known.get(label))
        if any(_is_label(outline.text(n)) for n in (*outline.preceding(index, 2), *outline.following(index, 2))):
            score += _NEIGHBOUR
        if rank and score >= _LEAST:
            yield Label(index, label, series, rank, _whole_title(outline, index, title), score)


def _is_label(text: str) -> bool:
    m = ATTACHMENT_LABEL.match(text)
    return m is not None and m["number"] is not None and bool(m["end"].strip())


def _score(outline: Outline, index: int, title: str, end: str, listed: str | None) -> float:
    """How much speaks for an annex here rather than for a sentence that cites one."""
    score = _PAGE_TOP if outline.is_top(index) else 0.0
    before = outline.preceding(index, 1)
    ended = (
        not before or len(outline.text(before[0])) < 50 or outline.text(before[0]).endswith((".", ":", "!", "?"))
    )
    if ended and (outline.space_above(index) >= 1 or outline.emphatic(index)):
        score += _CLEAR
    if listed is not None and likeness(listed, title) >= 0.7:
        score += _LISTED
    if (
        (title[:1].islower() and not end)
        or title.endswith((".", ",", ";"))
        or len(title) > _LONGEST_TITLE
        or re.search(r" (?:viser|fremgår|indeholder|er|findes|beskriver) ", title)
    ):
        score += _CITED
    return score


def _whole_title(outline: Outline, index: int, title: str) -> str:
    """The title with a second line where the first is carried on in lower case or ends in a dash."""
    after = outline.next_printed(index)
    if after is None or not title or outline.is_top(after) or outline.space_above(after) > 1.5:
        return title
    text = outline.text(after)
    goes_on = title.endswith(("-", "–")) or (text[0].islower() and len(outline.text(index)) > 40)
    return outline.join([title, text]) if goes_on and len(text) < 90 else title


def _rank(label: str) -> tuple[str, int]:
    """The series of a label and its place there; 0 where it has none."""
    if label.isdecimal():
        return "1", int(label)
    if label in _ROMANS and label != "C" and label != "D":
        return "I", _ROMANS[label]
    return ("A", ord(label) - ord("A") + 1) if len(label) == 1 and "A" <= label <= "Z" else ("", 0)


def _heaviest(labels: list[Label]) -> list[Label]:
    """The chain of labels in one series that rise by one (or two, where one is lost) with the most evidence."""
    labels = labels[:_MOST]
    best: list[float] = []
    back: list[int] = []
    for i, here in enumerate(labels):
        value, link = (here.score, -1) if here.rank <= 2 else (float("-inf"), -1)
        for j in range(i):
            there = labels[j]
            if there.series == here.series and there.rank < here.rank <= there.rank + 2:
                step = best[j] + here.score - (here.rank - there.rank - 1)
                if step > value:
                    value, link = step, j
        best.append(value)
        back.append(link)
    if not best or max(best) == float("-inf"):
        return []
    place = max(range(len(best)), key=lambda i: (best[i], -i))
    chain = []
    while place >= 0:
        chain.append(labels[place])
        place = back[place]
    return chain[::-1]


def _in_list(outline: Outline, chain: list[Label], place: int) -> bool:
    """True for a label that stands close to its neighbours, with two lines between them at most."""
    index = chain[place].line
    near = (chain[place - 1 : place] if place else []) + chain[place + 1 : place + 2]
    return len(chain) >= 3 and any(abs(outline.rank(other.line) - outline.rank(index)) <= 2 for other in near)
