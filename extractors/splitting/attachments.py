"""The bilag of a packet: placed by its table of contents, or by dividers and by where new papers start."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.splitting.contents import PROVEN, Contents, Entry
from extractors.splitting.headers import Candidate
from extractors.splitting.locate import Slot, locate
from extractors.splitting.outline import Outline
from extractors.splitting.papers import Papers, PaperStart
from extractors.splitting.titles import ATTACHMENT_LABEL, own_number
from extractors.splitting.words import FINITE_VERBS, MEMO_WORDS
from schemas.packet import AttachedPaper, Span

_FIGURES = re.compile(r"^\d{1,3}$|^\d{1,2}[./]\s?(?:\d|[a-z])|(?:\d[\d.,]*\s+){2,}\d|^side\b", re.IGNORECASE)
"""What is no part of a title: page numbers, dates, rows of figures."""


_MOST = 100
"""A higher number on a label is none of a bilag in a series."""


@dataclass(slots=True)
class Case:
    """An item on its way into the packet: its headers (dividers included) and its entry in the contents."""

    number: str
    headers: list[Candidate] = field(default_factory=list)
    entry: Entry | None = None
    papers: list[Entry] = field(default_factory=list)
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Placed:
    """A bilag with the line its body starts on; None where it has none."""

    case: Case
    number: str
    title: str | None
    entry: Entry | None
    start: int | None
    score: float
    evidence: tuple[str, ...]


def list_cases(headers: Sequence[Candidate], main: Contents | None) -> list[Case]:
    """The items in order: those of the contents and those with a header, each once.

    With two levels in the contents, a number of one level is a chapter where it leads on from the chapter of
    the item above to that of the item below, else the number of a bilag. What stands under an item is its bilag,
    in an agenda only where it is labelled as such.
    """
    agenda = any(not PROVEN.isdisjoint(header.evidence) for header in headers)
    if main is not None and main.span.first < 0:
        # bookmarks: where bilag are labelled, the others are headings within them
        agenda = agenda or any(entry.kind == "attachment" for entry in main.entries)
    cases: dict[str, Case] = {}
    current: Case | None = None
    items = main.items if main else []
    deepest = min(max((len(entry.parts) for entry in items), default=1), 2)
    majors = [entry.parts[0] for entry in items if len(entry.parts) == deepest]
    passed = 0
    for entry in main.entries if main else ():
        if entry.kind == "item" and len(entry.parts) == deepest:
            current = cases.setdefault(entry.number or "", Case(entry.number or ""))
            current.entry = current.entry or entry
            passed += 1
            continue
        here = majors[passed - 1] if passed else 0
        below = majors[passed] if passed < len(majors) else entry.parts[0] if entry.parts else 0
        chapter = entry.kind == "item" and here < entry.parts[0] <= below
        if current is not None and not chapter and (entry.kind == "attachment" or not agenda):
            current.papers.append(entry)
    for header in headers:
        cases.setdefault(header.number, Case(header.number)).headers.append(header)
    return sorted(cases.values(), key=lambda case: _order(case.number))


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def from_contents(outline: Outline, papers: Papers, cases: Sequence[Case]) -> tuple[list[Placed], int | None]:
    """Places the bilag that the table of contents names. The second value is what to add to a printed page number
    to get the page of the file, None where that is not known."""
    slots: list[Slot] = []
    owners: list[tuple[Case, Entry | None, str]] = []
    last = outline.printed[-1] if outline.printed else 0
    floor = max((case.entry.last for case in cases if case.entry), default=-1) + 1
    bounds = sorted(case.headers[0].index for case in cases if case.headers)
    for case in cases:
        if case.headers:
            floor = max(floor, case.headers[0].body + 1)
            slots.append(
                Slot(case.headers[0].title, case.entry.page if case.entry else None, case.headers[0].index)
            )
            owners.append((case, None, ""))
        behind = tuple(n for h in case.headers if (n := outline.next_printed(h.body)) is not None)
        place = bisect_right(bounds, floor)
        ceiling = (bounds[place] if place < len(bounds) else last + 1) - 1
        if not case.papers and not case.headers and case.entry is not None:
            slots.append(Slot(case.entry.title, case.entry.page, after=floor, before=ceiling))
            owners.append((case, None, "item"))
        for order, entry in enumerate(case.papers, 1):
            label = entry.number if entry.kind == "attachment" else None
            number = own_number(label, case.number) if label else str(order)
            slots.append(Slot(entry.title, entry.page, behind=behind, after=floor, before=ceiling))
            owners.append((case, entry, number))
    offset = locate(outline, papers, slots)
    found: list[Placed] = []
    for slot, (case, listed, number) in zip(slots, owners, strict=True):
        start = slot.placed.index if slot.placed else None
        if listed is None:
            if number == "item" and start is not None:
                case.start = start
            continue
        seen = ("contents", *(slot.placed.evidence if slot.placed else ()))
        score = slot.placed.score if slot.placed else 0.0
        found.append(Placed(case, number, listed.title, listed, start, score, seen))
    return found, offset


def from_bodies(
    outline: Outline, papers: Papers, cases: Sequence[Case], last: int
) -> tuple[list[Placed], list[PaperStart]]:
    """Places bilag by dividers and by where new papers start. A letter without a divider belongs to no item:
    it and what follows up to the next header are returned apart."""
    found: list[Placed] = []
    strays: list[PaperStart] = []
    heads = [(h.index, outline.next_printed(h.body), case) for case in cases for h in case.headers]
    heads += [(case.start, case.start, case) for case in cases if not case.headers and case.start is not None]
    heads.sort(key=lambda head: head[0])
    counts: dict[str, int] = {}
    for place, (_, first, case) in enumerate(heads):
        end = heads[place + 1][0] - 1 if place + 1 < len(heads) else last
        if first is None or first > end:
            continue
        labels = _labels(outline, first, end)
        starts = [PaperStart(index, ["label"]) for index in labels] or [PaperStart(first, ["divider"])]
        for start in papers.starts(Span(first, end)) if not labels else ():
            if start.letter:
                strays.append(start)
                break
            starts.append(start)
        for start in starts:
            title, label = _title_of(outline, start.index)
            count = counts.get(case.number, 0) + 1
            own = own_number(label, case.number) if label else ""
            counts[case.number] = count = max(count, int(own)) if own.isdigit() and int(own) < _MOST else count
            known = start.index == first or bool(own)
            score = 7.0 if known else start.score
            found.append(Placed(case, str(count), title, None, start.index, score, tuple(start.evidence)))
    return found, strays


def _labels(outline: Outline, first: int, end: int) -> list[int]:
    """The page tops with the labels ``Bilag 1``, ``Bilag 2`` … where the first stands right behind the header. A
    label that names the item (``Bilag 2.4.2: …``) needs no page top where the pages are not known."""
    m = ATTACHMENT_LABEL.match(outline.text(first))
    if m is None or m["number"] is None or not re.fullmatch(r"(?:\d+\.)*1", m["number"]):
        return []
    found, want, stem = [first], 2, m["number"][:-1]
    behind = Span(first + 1, end)
    loose = bool(stem) and len(outline.document.pages) == 1
    for top in outline.within(behind) if loose else outline.tops_within(behind):
        m = ATTACHMENT_LABEL.match(outline.text(top))
        if m and m["number"] == f"{stem}{want}" and len(outline.text(top)) < 160:
            found.append(top)
            want += 1
    return found


def _title_of(outline: Outline, index: int) -> tuple[str | None, str | None]:
    """What a paper is called by its own first lines, and the number of its label."""
    text = outline.text(index)
    if (m := ATTACHMENT_LABEL.match(text)) and m["number"]:
        title = m["title"].strip()
        if (
            not title
            and (after := outline.next_printed(index)) is not None
            and outline.page(after) == outline.page(index)
        ):
            title = outline.text(after)
        return title or None, m["number"]
    if text.lower().rstrip(":. ") in MEMO_WORDS:
        below = [n for n in outline.following(index, 4) if not _FIGURES.search(outline.text(n))]
        if below and not outline.is_top(below[0]):
            return _heading(outline, below[0]) or text, None
    return _heading(outline, index), None


def _heading(outline: Outline, index: int) -> str | None:
    """The heading that opens with this line; None where the line is a sentence, a figure or a paragraph sign."""
    lines = [index]
    for line in outline.following(index, 2):
        before, here = outline.text(lines[-1]), outline.text(line)
        widest = max(len(outline.text(n)) for n in lines)
        if outline.is_top(line) or outline.space_above(line) >= 1.5 or len(here) > 1.6 * widest + 10:
            break
        if before.endswith((".", ":", ";")) or _FIGURES.search(here) or here in (outline.text(n) for n in lines):
            break
        if not here[0].islower() and (widest > 60 or here.istitle() != before.istitle()):
            break
        lines.append(line)
    title = outline.join(outline.texts(lines))
    sentence = title.endswith((".", ":", ",")) or not FINITE_VERBS.isdisjoint(title.lower().split())
    return (
        None
        if sentence or title[:1] in "§(–-•" or not 2 < len(title) <= 180 or not any(c.isalpha() for c in title)
        else title
    )


def as_papers(outline: Outline, placed: Sequence[Placed], ends: dict[str, int]) -> list[AttachedPaper]:
    """The placed bilag with their spans: each runs to the next one's start or its item's end (``ends``)."""
    stops: list[int] = []
    nexts: dict[str, int] = {}
    for paper in reversed(placed):
        stops.append(nexts.get(paper.case.number, ends.get(paper.case.number, 0) + 1))
        if paper.start is not None:
            nexts[paper.case.number] = paper.start
    found: list[AttachedPaper] = []
    for paper, stop in zip(placed, reversed(stops), strict=True):
        span = None
        if paper.start is not None:
            stop = min([stop, *(h.index for h in paper.case.headers if h.index > paper.start)])
            floor = max((h.body + 1 for h in paper.case.headers if h.body < paper.start), default=0)
            first = outline.page_head(paper.start, floor)
            span = Span(first, outline.last_until(stop - 1, paper.start))
        confidence = 0.9 if span is None else max(0.3, min(0.99, 0.55 + 0.06 * paper.score))
        found.append(
            AttachedPaper(
                paper.case.number,
                paper.number,
                paper.title,
                toc_page=paper.entry.page if paper.entry else None,
                span=span,
                listed_at=paper.entry.first if paper.entry else None,
                confidence=round(confidence, 3),
                evidence=paper.evidence,
            )
        )
    return found
