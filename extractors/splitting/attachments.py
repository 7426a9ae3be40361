"""The bilag of a packet: placed by its table of contents, or by dividers and by where new papers start."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from extractors.splitting.candidates import Candidate
from extractors.splitting.contents import PROVEN, Contents, Entry
from extractors.splitting.item_numbers import number_parts
from extractors.splitting.labels import own_number
from extractors.splitting.locate import Slot, locate
from extractors.splitting.outline import Outline
from extractors.splitting.papers import Papers
from schemas.packet import AttachedPaper, Span

WORDS = "words of the title"
"""Evidence of a bilag that no header stands before and that its words join to an item."""


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
    """A bilag with the line its body starts on; None where it has none. One that stands outside the lines of its
    item, or belongs to none (``case`` None), has the line before which it stops."""

    case: Case | None
    number: str
    title: str | None
    entry: Entry | None
    start: int | None
    score: float
    evidence: tuple[str, ...]
    stop: int | None = None


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
    alone = {header.number for header in headers if header.entry is not None}
    passed = 0
    for entry in main.entries if main else ():
        if entry.kind == "item" and (len(entry.parts) == deepest or entry.number in alone):
            current = cases.setdefault(entry.number or "", Case(entry.number or ""))
            current.entry = current.entry or entry
            passed += len(entry.parts) == deepest
            continue
        here = majors[passed - 1] if passed else 0
        below = majors[passed] if passed < len(majors) else entry.parts[0] if entry.parts else 0
        chapter = entry.kind == "item" and here < entry.parts[0] <= below
        if current is not None and not chapter and (entry.kind == "attachment" or not agenda):
            current.papers.append(entry)
    for header in headers:
        cases.setdefault(header.number, Case(header.number)).headers.append(header)
    return sorted(cases.values(), key=lambda case: number_parts(case.number))


def loose_papers(main: Contents | None) -> list[Entry]:
    """The bilag that the contents name before their first item: they are of none."""
    entries = main.entries if main is not None and main.items else []
    return [entry for entry in takewhile(lambda entry: entry.kind != "item", entries) if entry.kind == "attachment"]


def from_contents(
    outline: Outline, papers: Papers, cases: Sequence[Case], loose: Sequence[Entry]
) -> tuple[list[Placed], int | None]:
    """Places the bilag that the table of contents names, those of no item (``loose``) before the first. The second
    value is what to add to a printed page number to get the page of the file, None where that is not known."""
    slots: list[Slot] = []
    owners: list[tuple[Case | None, Entry | None, str]] = []
    last = outline.printed[-1] if outline.printed else 0
    told = [entry for case in cases for entry in (case.entry, *case.papers) if entry is not None]
    floor = max((entry.last for entry in told), default=-1) + 1
    bounds = sorted(case.headers[0].index for case in cases if case.headers)
    front = bounds[0] if bounds else last + 1
    for entry in loose:
        floor = max(floor, entry.last + 1)
        slots.append(Slot(entry.title, entry.page, after=floor, before=front - 1, label=entry.number))
        owners.append((None, entry, entry.number or ""))
    case: Case | None
    for case in cases:
        if case.headers:
            floor = max(floor, case.headers[0].body + 1)
            slots.append(
                Slot(case.headers[0].title, case.entry.page if case.entry else None, case.headers[0].index)
            )
            owners.append((case, None, ""))
        # behind a header with a case number or a section the item's own text begins
        dividers = [h for h in case.headers if PROVEN.isdisjoint(h.evidence)]
        behind = tuple(n for h in dividers if (n := outline.next_printed(h.body)) is not None)
        place = bisect_right(bounds, floor)
        ceiling = (bounds[place] if place < len(bounds) else last + 1) - 1
        if not case.papers and not case.headers and case.entry is not None:
            slots.append(Slot(case.entry.title, case.entry.page, after=floor, before=ceiling))
            owners.append((case, None, "item"))
        for order, entry in enumerate(case.papers, 1):
            label = entry.number if entry.kind == "attachment" else None
            number = own_number(label, case.number) if label else str(order)
            slots.append(Slot(entry.title, entry.page, behind=behind, after=floor, before=ceiling, label=label))
            owners.append((case, entry, number))
    offset = locate(outline, papers, slots)
    found: list[Placed] = []
    for slot, (case, listed, number) in zip(slots, owners, strict=True):
        start = slot.placed.index if slot.placed else None
        if listed is None:
            if number == "item" and start is not None and case is not None:
                case.start = start
            continue
        seen = ("contents", *(slot.placed.evidence if slot.placed else ()))
        score = slot.placed.score if slot.placed else 0.0
        found.append(Placed(case, number, listed.title, listed, start, score, seen))
    for paper in reversed(found):
        if paper.case is None and paper.start is not None:
            paper.stop, front = front, paper.start
    return found, offset


def as_papers(outline: Outline, placed: Sequence[Placed], ends: dict[str, int]) -> list[AttachedPaper]:
    """The placed bilag with their spans: each runs to the next one's start or its item's end (``ends``)."""
    stops: list[int] = []
    nexts: dict[str, int] = {}
    for paper in reversed(placed):
        number = paper.case.number if paper.case else ""
        stops.append(paper.stop or nexts.get(number, ends.get(number, 0) + 1))
        if paper.start is not None and paper.stop is None:
            nexts[number] = paper.start
    found: list[AttachedPaper] = []
    for paper, stop in zip(placed, reversed(stops), strict=True):
        span = None
        if paper.start is not None:
            headers = paper.case.headers if paper.case else []
            stop = min([stop, *(h.index for h in headers if h.index > paper.start)])
            floor = max((h.body + 1 for h in headers if h.body < paper.start), default=0)
            first = outline.page_head(paper.start, floor)
            span = Span(first, outline.last_until(stop - 1, paper.start))
        confidence = 0.9 if span is None else max(0.3, min(0.99, 0.55 + 0.06 * paper.score))
        if WORDS in paper.evidence:
            confidence = min(confidence, 0.7)
        found.append(
            AttachedPaper(
                paper.case.number if paper.case else None,
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
