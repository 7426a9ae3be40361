"""From a document to a packet: the stages of splitting in their order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from extractors.splitting.annexes import find_annexes
from extractors.splitting.attachments import Case, Placed, as_papers, from_contents, list_cases, loose_papers
from extractors.splitting.bare_contents import bare_contents, bilag_contents
from extractors.splitting.bodies import find_bodies
from extractors.splitting.bookmarks import NOWHERE, bookmark_contents
from extractors.splitting.candidates import Candidate
from extractors.splitting.chapters import Chapter, find_chapters
from extractors.splitting.column_contents import column_contents
from extractors.splitting.contents import PROVEN, Contents, Entry, find_contents
from extractors.splitting.dividers import from_bodies, in_agenda, is_divider
from extractors.splitting.doubts import find_doubts
from extractors.splitting.files import filed_papers
from extractors.splitting.headers import NumberedLines, find_candidates
from extractors.splitting.identity import Identity
from extractors.splitting.item_numbers import number_parts
from extractors.splitting.listed import listed_attachments
from extractors.splitting.main_contents import agenda_like, main_contents
from extractors.splitting.merge import apart, merge_listed
from extractors.splitting.named import loose_bilag, named_bilag, named_cases, stands_before_bilag
from extractors.splitting.outline import Outline
from extractors.splitting.own_text import cut, cut_tail, ends_of_text, own_lines
from extractors.splitting.papers import Papers
from extractors.splitting.reprints import heads_bilag
from extractors.splitting.sections import find_sections, opened_section
from extractors.splitting.sequence import choose, find_list
from extractors.splitting.textless import TextlessPages
from extractors.splitting.type_letters import read_letters
from extractors.splitting.unnumbered import loose_sections
from extractors.splitting.words import ADVICE, BACK_MATTER, CLOSED_PARTS, KIND_WORDS
from extractors.text.furniture import find_furniture
from schemas.document import Document
from schemas.packet import AgendaItem, AttachedPaper, Packet, SectionPart, Span


def split(document: Document) -> Packet:
    """Split a document into agenda items, attachments and sections.

    Any document passes: one without items comes back as a packet without items and a finding that says so. What
    the evidence does not decide is left out and named in ``Packet.findings``.
    """
    furniture = frozenset(find_furniture(document))
    outline = Outline(document, furniture)
    tables = find_contents(outline)
    numbered = NumberedLines(outline)
    plain = find_candidates(outline, numbered, tables, None)
    main = main_contents(tables, outline, plain)
    if main is None and (listed := _unheaded(outline, plain)) is not None:
        main = listed
        tables = sorted([*tables, listed], key=lambda table: table.span)
    main = main or bookmark_contents(document, plain)
    candidates = find_candidates(outline, numbered, tables, main) if main else plain
    headers = choose(candidates)
    read_letters(headers)
    read_letters(main.items if main else [])
    chapters = find_chapters(outline, headers)
    papers = Papers(outline)
    cases = list_cases(headers, main) or named_cases(outline)
    if running := _running_headers(outline, cases):
        furniture |= running
        outline = Outline(document, furniture)
        papers = Papers(outline)
    before = [table.span.last + 1 for table in tables if headers and 0 <= table.span.last < headers[0].index]
    placed, offset = _place(outline, papers, cases, headers, loose_papers(main), max(before, default=0))
    _close(outline, cases, placed, chapters)
    items = [_item(outline, case, chapters) for case in cases]
    ends = {case.number: case.end for case in cases if case.end is not None}
    attachments = as_papers(outline, placed, ends)
    bounds = [*(header.index for header in headers), *(chapter.first for chapter in chapters)]
    items, attachments, sections = _read_agenda(outline, items, attachments, bounds)
    textless = TextlessPages(outline, offset)
    attachments = textless.papers(attachments)
    items = textless.items(items, attachments)
    if main is not None and main.span.first == NOWHERE:  # no page number is printed
        items = [replace(item, toc_page=None) for item in items]
        attachments = [replace(paper, toc_page=None, listed_at=None) for paper in attachments]
    for paper in list(attachments):
        attachments += find_annexes(outline, paper, tables)
    attachments.sort(key=_in_order(cases))
    identity = Identity(outline, items, attachments, sections, main, agenda=is_agenda(outline, cases))
    packet = Packet(
        document=document,
        kind=identity.kind,
        body=identity.body,
        meeting_date=identity.meeting_date,
        venue=identity.venue,
        title=identity.title,
        items=tuple(items),
        attachments=tuple(attachments),
        sections=sections,
        contents=tuple(table.span for table in tables),
        furniture=furniture,
    )
    return replace(packet, findings=tuple(find_doubts(outline, packet, main, candidates, headers, chapters)))


def _unheaded(outline: Outline, plain: list[Candidate]) -> Contents | None:
    """Contents that nothing but their lines coming again below tells: with pages, or a list of points without; or a
    list of bilag."""
    paged = bare_contents(outline)
    if paged is not None and agenda_like(paged, plain):
        return paged
    return find_list(outline, plain) or bilag_contents(outline) or column_contents(outline)


def _read_agenda(
    outline: Outline, items: list[AgendaItem], attachments: list[AttachedPaper], bounds: Sequence[int]
) -> tuple[list[AgendaItem], list[AttachedPaper], tuple[SectionPart, ...]]:
    """The sections of the items and the bilag they list. Bodies of listed bilag in the same file end the lines that
    are the item's own, so sections and lists are read again without them."""
    if not items:
        return items, attachments, () if attachments else loose_sections(outline)
    own = own_lines(items, attachments)
    others = [paper.span.first for paper in attachments if paper.span is not None]
    sections = find_sections(outline, own)
    listed = find_bodies(outline, items, _listed(outline, items, sections), bounds, others)
    starts = sorted(
        {*(p.span.first for p in listed if p.span is not None), *ends_of_text(outline, own, sections, listed)}
    )
    if starts:
        sections = find_sections(outline, cut(outline, own, starts))
        listed = find_bodies(outline, items, _listed(outline, items, sections), bounds, others)
        items = cut_tail(outline, items, [paper for paper in listed if paper.span is not None])
    claimed = [paper for paper in listed if paper.span is not None]
    attachments = [paper for paper in attachments if not _is_anothers(outline, paper, claimed)]
    return items, apart(outline, merge_listed(attachments, listed)), sections


def _listed(outline: Outline, items: Sequence[AgendaItem], sections: Sequence[SectionPart]) -> list[AttachedPaper]:
    """The bilag that lists name, and those that are listed as files below the title of their item."""
    listed = listed_attachments(outline, sections, {item.item_no: item.title for item in items})
    return [*listed, *filed_papers(outline, items, {paper.item_no for paper in listed})]


def _is_anothers(outline: Outline, paper: AttachedPaper, claimed: Sequence[AttachedPaper]) -> bool:
    """True for a body that another item lists: it stands behind an item that it does not belong to."""
    first = outline.first_from(paper.span.first) if paper.span is not None else None
    return first is not None and any(
        other.span is not None and first in other.span and other.item_no != paper.item_no for other in claimed
    )


def _place(
    outline: Outline,
    papers: Papers,
    cases: Sequence[Case],
    headers: Sequence[Candidate],
    loose: Sequence[Entry],
    floor: int,
) -> tuple[list[Placed], int | None]:
    """The bilag with bodies: by the contents where they name any, else by dividers from line ``floor`` on, and in
    an agenda by labels alone. Also the offset from printed pages to pages of the file."""
    listed = bool(loose) or any(case.papers for case in cases)
    offset = None
    if listed or any(not case.headers for case in cases):
        placed, offset = from_contents(outline, papers, cases, loose)
        if listed:
            return placed, offset
    if not headers:
        last = outline.printed[-1] if outline.printed else 0
        return named_bilag(outline, cases, last) if cases else loose_bilag(outline, last), offset
    if is_agenda(outline, cases):
        named = named_bilag(outline, cases, outline.printed[-1])
        return named or in_agenda(outline, cases, outline.printed[-1]), offset
    return from_bodies(outline, papers, cases, floor, outline.printed[-1]), offset


def is_agenda(outline: Outline, cases: Sequence[Case]) -> bool:
    """True where a third of the items have a case number or a section heading below their header; or have what is
    recommended or decided among their lines, and do not begin on a page of their own as dividers do; or where each
    has what is recommended on its page; or where most
    begin on the page of the item above or hold no more than a few lines, or bilag behind the last one name those
    above it. A packet whose headers stand right above bilag, or alone on pages, is none, be there case numbers
    between; a point printed by itself is one.
    """
    headed = [case for case in cases if case.headers]
    if len(headed) == 1 and "opens document" in headed[0].headers[0].evidence:
        return True
    if headed and _is_minutes(outline, headed):
        return True
    if headed and 2 * sum(_divides(outline, case.headers[0]) for case in headed) > len(headed):
        return False
    proven = [case for case in headed if any(not PROVEN.isdisjoint(h.evidence) for h in case.headers)]
    if proven and 3 * len(proven) >= len(headed):
        return True
    if stands_before_bilag(outline, headed):
        return True
    if len(headed) >= _FEWEST_ADVISED and all(_advises_below(outline, case.headers[-1].body) for case in headed):
        return True
    tops = sum(outline.is_top(case.headers[0].index) for case in headed)
    if 2 * tops > len(headed):
        return False
    if headed and all("agenda list" in case.headers[0].evidence for case in headed):
        return True
    pages = [outline.page(index) for index in sorted(case.headers[0].index for case in headed)]
    if len(outline.tops) > 1 and 2 * sum(a == b for a, b in pairwise(pages)) >= len(pages) >= _FEWEST:
        return True
    starts = sorted(header.index for case in headed for header in case.headers)
    if len(headed) > 1 and 2 * sum(
        _is_short(outline, header.body, starts) for case in headed for header in case.headers
    ) > len(starts):
        return True
    decided = 0
    for case in headed:
        first = case.headers[-1].body
        place = bisect_right(starts, first)
        end = starts[place] - 1 if place < len(starts) else outline.lines[-1].index
        decided += any(
            opened_section(text) in _DECIDING or ADVICE.match(text)
            for text in outline.texts(outline.within(Span(first + 1, end)))
        )
    return decided >= 1 and 3 * decided >= len(headed)


def _advises_below(outline: Outline, body: int) -> bool:
    """True where what is recommended stands below a header on its page, before the next page begins."""
    page = outline.page(body)
    for line in outline.following(body, _WHOLE_PAGE):
        if outline.page(line) != page:
            return False
        if ADVICE.match(outline.text(line)):
            return outline.document.paged
    return False


_FEWEST_ADVISED, _WHOLE_PAGE = 3, 60


def _is_short(outline: Outline, body: int, starts: Sequence[int]) -> bool:
    """True for a header whose lines, to the next one, are too few for a bilag."""
    place = bisect_right(starts, body)
    end = outline.rank(starts[place]) if place < len(starts) else len(outline.printed)
    return end - outline.rank(body) <= _FEW_LINES


def _is_minutes(outline: Outline, headed: Sequence[Case]) -> bool:
    """True where one of the first lines says that minutes follow, and no item begins on a page of its own."""
    first = min(case.headers[0].index for case in headed)
    above = [line for line in outline.printed[:_TITLE_LINES] if line < first]
    words = {text.split(maxsplit=1)[0].lower().rstrip(":,.") for text in outline.texts(above)}
    apart = sum(outline.is_top(case.headers[0].index) for case in headed)
    return not words.isdisjoint(KIND_WORDS["referat"]) and 2 * apart <= len(headed) and len(headed) >= _FEWEST


_TITLE_LINES = 6

_FEW_LINES = 5
"""Printed lines below a header that hold no bilag."""

_FEWEST = 4
"""Items of which most share their pages in an agenda."""


def _divides(outline: Outline, header: Candidate) -> bool:
    """True for a header right above a bilag, or one that is all that its page prints."""
    below = outline.next_printed(header.body)
    if below is not None and opened_section(outline.text(below)) is not None:
        return False
    alone = outline.is_top(header.index) and below is not None and outline.is_top(below)
    return alone or heads_bilag(outline, header.body)


_DECIDING = frozenset({"Indstilling", "Beslutning"})


def _running_headers(outline: Outline, cases: Sequence[Case]) -> frozenset[int]:
    """The lines of headers that an agenda prints again on each page of an item: page furniture. Above a bilag they
    open it."""
    if not is_agenda(outline, cases):
        return frozenset()
    again = [h for case in cases for h in case.headers[1:] if not is_divider(outline, h)]
    return frozenset(n for h in again for n in range(h.index, h.last + 1))


def _close(
    outline: Outline,
    cases: Sequence[Case],
    placed: Sequence[Placed],
    chapters: Sequence[Chapter],
) -> None:
    """Sets the first and last line of every item that has a body."""
    apart = [paper.start for paper in placed if paper.stop is not None and paper.start is not None]
    firsts: dict[str, int] = {}
    for paper in placed:
        if paper.start is not None and paper.stop is None and paper.case is not None:
            firsts[paper.case.number] = min(firsts.get(paper.case.number, paper.start), paper.start)
    for case in cases:
        starts = [header.index for header in case.headers]
        starts += [n for n in (case.start, firsts.get(case.number)) if n is not None]
        case.start = min(starts, default=None)
    bounds = sorted(
        [case.start for case in cases if case.start is not None]
        + [chapter.first for chapter in chapters]
        + apart
        + _closed_part(outline, cases)
        + _back_matter(outline)
    )
    last = outline.printed[-1] if outline.printed else 0
    for case in cases:
        if case.start is not None:
            place = bisect_right(bounds, case.start)
            stop = bounds[place] if place < len(bounds) else last + 1
            case.end = outline.last_until(stop - 1, case.start)


def _closed_part(outline: Outline, cases: Sequence[Case]) -> list[int]:
    """The headings of the part that is not open to the public, between items: they are of none of them, nor is what
    follows where its points count from 1 again."""
    first = min((case.headers[0].index for case in cases if case.headers), default=None)
    heads = {line for case in cases for header in case.headers for line in range(header.index, header.body + 1)}
    return [
        line
        for line in outline.printed
        if first is not None and line > first and line not in heads
        if outline.text(line).lower().rstrip(" :") in CLOSED_PARTS
    ]


def _back_matter(outline: Outline) -> list[int]:
    """The line from which on the document says whom to ask, and nothing else: it belongs to no item. Where pages
    are known it opens the last one, else only short lines follow."""
    ends = outline.tops[-1:] if len(outline.tops) > 1 else []
    if not outline.document.paged:
        ends = outline.printed[-_BACK_LINES:]
        while ends and outline.text(ends[0]).lower().rstrip(" :") not in BACK_MATTER:
            ends = ends[1:]
        if any(len(outline.text(line)) > _SHORT for line in ends):
            return []
    return [line for line in ends[:1] if outline.text(line).lower().rstrip(" :") in BACK_MATTER]


_BACK_LINES, _SHORT = 30, 60


def _item(outline: Outline, case: Case, chapters: Sequence[Chapter]) -> AgendaItem:
    """The item of a case: the fullest of its titles, what its headers print, its lines."""
    titles = [header.title for header in case.headers]
    entry = case.entry
    best = max(titles, key=len, default="")
    if entry is not None and (not best or _longer(entry.title, best)):
        best = entry.title
    major = number_parts(case.number)[0]
    chapter = next((c.title for c in chapters if c.number == major), None) if "." in case.number else None
    evidence = list(dict.fromkeys(seen for header in case.headers for seen in header.evidence))
    if entry is not None and not case.headers:
        evidence.append("contents")
    score = max((header.score for header in case.headers), default=2.0 if case.start is not None else 1.0)
    header = case.headers[0] if case.headers else None
    return AgendaItem(
        item_no=case.number,
        title=best,
        item_type=next((h.item_type for h in case.headers if h.item_type), entry.item_type if entry else None),
        case_no=next((h.case_no for h in case.headers if h.case_no), None),
        caseworker=next((h.caseworker for h in case.headers if h.caseworker), None),
        chapter=chapter,
        toc_page=entry.page if entry else None,
        span=Span(case.start, case.end) if case.start is not None and case.end is not None else None,
        header=Span(header.index, header.body) if header and "noted" not in header.evidence else None,
        confidence=round(max(0.3, min(0.99, 0.5 + 0.05 * score)), 3),
        evidence=tuple(evidence),
    )


def _longer(a: str, b: str) -> bool:
    """True where one title carries on where the other was cut."""
    return len(a) > len(b) and a.lower().startswith(b.lower().rstrip(" -–"))


def _in_order(cases: Sequence[Case]) -> Callable[[AttachedPaper], tuple[float, tuple[tuple[int, str], ...]]]:
    """The order of bilag: by their items, those of no item behind the item that begins before them."""
    order = {case.number: float(place) for place, case in enumerate(cases)}
    begun = sorted((case.start, order[case.number]) for case in cases if case.start is not None)
    starts = [start for start, _ in begun]
    places = list(accumulate((place for _, place in begun), max))

    def key(paper: AttachedPaper) -> tuple[float, tuple[tuple[int, str], ...]]:
        if paper.item_no in order:
            return order[paper.item_no], _path(paper.attachment_no)
        first = paper.span.first if paper.span else -1
        above = bisect_right(starts, first)
        return (places[above - 1] if above else -1.0) + 0.5, ((first, ""),)

    return key


def _path(number: str) -> tuple[tuple[int, str], ...]:
    """The order of attachment numbers: 1, 1/A, 1/B, 2, 10."""
    return tuple((int(part), "") if part.isdecimal() else (10**6, part) for part in number.split("/"))
