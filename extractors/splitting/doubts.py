"""What did not fit while splitting: the findings that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.splitting.candidates import Candidate, same_title
from extractors.splitting.chapters import Chapter
from extractors.splitting.contents import Contents
from extractors.splitting.item_numbers import number_parts
from extractors.splitting.likeness import likeness
from extractors.splitting.outline import Outline
from extractors.splitting.sections import section_name
from extractors.splitting.sequence import LEAST_SCORE, PROOFS
from extractors.splitting.words import CORE_SECTIONS
from schemas.packet import Packet, Span
from schemas.records import Finding, Severity, place
from schemas.wording import counted

_MOST = 25
"""Findings of one rule: more of them say no more."""


def find_doubts(
    outline: Outline,
    packet: Packet,
    main: Contents | None,
    candidates: Sequence[Candidate],
    headers: Sequence[Candidate],
    chapters: Sequence[Chapter],
) -> list[Finding]:
    """The findings of a packet, rule by rule."""
    if not outline.printed:
        return []
    found: list[Finding] = []
    for rule in (
        _missing(outline, packet, main),
        _disagreements(outline, main, headers),
        _strays(outline, packet),
        _pages(outline, packet, chapters),
        _unplaced(outline, packet),
        _gaps(outline, packet),
        _rejected(outline, packet, candidates, headers, chapters),
    ):
        found += [finding for finding, _ in zip(rule, range(_MOST), strict=False)]
    return found


def _finding(
    outline: Outline,
    rule: str,
    severity: Severity,
    message: str,
    index: int,
    *,
    expected: str | None = None,
    actual: str | None = None,
    confidence: float = 1.0,
) -> Finding:
    where = place(outline.line(index), paged=outline.document.paged)
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        expected=expected,
        actual=actual,
        confidence=confidence,
        **where,
    )


def _missing(outline: Outline, packet: Packet, main: Contents | None) -> Iterator[Finding]:
    if not packet.items:
        heads = [n for n in outline.printed if section_name(outline.text(n)) in CORE_SECTIONS]
        if len(heads) >= 3:
            message = (
                f"{len(heads)} headings of an agenda ({outline.text(heads[0])}, …) stand under no numbered item"
            )
            yield _finding(outline, "items_without_number", "warning", message, heads[0])
        yield _finding(outline, "no_items", "info", "no header of an agenda item was found", outline.printed[0])
        return
    entries = {entry.number: entry for entry in main.items} if main else {}
    for item in packet.items:
        if item.span is None and item.item_no in entries:
            yield _finding(
                outline,
                "item_without_body",
                "warning",
                f"item {item.item_no} «{item.title}» stands in the table of contents and has no body",
                max(entries[item.item_no].first, outline.printed[0]),
                expected=None if item.toc_page is None else f"page {item.toc_page}",
            )
    if packet.kind in ("dagsorden", "referat"):
        return
    for paper in packet.attachments:
        if paper.pages is not None and paper.span is None:
            yield Finding(
                rule="attachment_without_text",
                severity="warning",
                message=f"bilag {paper.attachment_no} «{paper.title}» of item {paper.item_no} has no text at all",
                page=paper.pages.first,
            )
        elif paper.span is None and paper.listed_at is not None and "/" not in paper.attachment_no:
            paged = outline.document.paged
            why = "has no body" if paged else "has no body that can be told from the text around it"
            yield _finding(
                outline,
                "listed_but_missing" if paged else "attachment_not_located",
                "warning",
                f"bilag {paper.attachment_no} «{paper.title}» of item {paper.item_no} is listed and {why}",
                paper.listed_at,
                expected=None if paper.toc_page is None else f"page {paper.toc_page}",
            )


def _disagreements(outline: Outline, main: Contents | None, headers: Sequence[Candidate]) -> Iterator[Finding]:
    if main is None:
        return
    for header in headers:
        if header.entry is not None and likeness(header.entry.title, header.title) < 0.75:
            yield _finding(
                outline,
                "toc_disagrees",
                "info",
                f"item {header.number} has another title in the table of contents than in its header",
                header.index,
                expected=header.entry.title,
                actual=header.title,
            )
        elif header.entry is None:
            yield _finding(
                outline,
                "toc_disagrees",
                "info",
                f"item {header.number} «{header.title}» is missing from the table of contents",
                header.index,
            )


def _strays(outline: Outline, packet: Packet) -> Iterator[Finding]:
    for paper in packet.attachments:
        if paper.span is None or "/" in paper.attachment_no:
            continue
        where, name = paper.span.first, paper.title or outline.text(paper.span.first)[:80]
        if paper.item_no is None:
            message = f"a paper starts here under no header, so it is joined to no item: «{name}»"
            yield _finding(outline, "pages_without_item", "warning", message, where, confidence=0.8)
        elif "words of the title" in paper.evidence:
            message = f"no header stands before «{name}»; its words join it to item {paper.item_no}"
            yield _finding(outline, "paper_without_header", "info", message, where, confidence=0.7)


def _pages(outline: Outline, packet: Packet, chapters: Sequence[Chapter]) -> Iterator[Finding]:
    """Stretches of printed lines outside items, bilag, contents, chapters and the cover."""
    if not packet.items or not any(item.span for item in packet.items):
        return
    covered = sorted(
        [item.span for item in packet.items if item.span]
        + [paper.span for paper in packet.attachments if paper.span]
        + list(packet.contents)
        + [Span(chapter.first, chapter.last) for chapter in chapters]
    )
    position = 0
    printed = outline.printed
    while position < len(printed):
        index = printed[position]
        holder = next((span for span in covered if index in span), None)
        if holder is not None:
            position = outline.rank(holder.last + 1)
            continue
        following = min((span.first for span in covered if span.first > index), default=outline.lines[-1].index + 1)
        end = outline.rank(following)
        stretch = printed[position:end]
        if not _is_cover(outline, packet, stretch):
            first, last = outline.line(stretch[0]), outline.line(stretch[-1])
            where = counted(len(stretch), "line belongs", "lines belong")
            if outline.document.paged:
                one = first.page == last.page
                where = f"page {first.page} belongs" if one else f"pages {first.page} to {last.page} belong"
            yield _finding(
                outline,
                "pages_without_item",
                "warning",
                f"{where} to no item: «{outline.text(stretch[0])[:80]}»",
                stretch[0],
            )
        position = end


def _unplaced(outline: Outline, packet: Packet) -> Iterator[Finding]:
    """Pages behind the sections of an item that are of none of its bilag: no title or number tells of which."""
    ends: dict[str, int] = {}
    for section in packet.sections:
        ends[section.item_no] = max(ends.get(section.item_no, 0), section.span.last)
    spans = [paper.span for paper in packet.attachments if paper.span is not None]
    firsts = sorted(span.first for span in spans)
    for item in packet.items:
        end = ends.get(item.item_no)
        top = outline.next_printed(end) if end is not None else None
        if item.span is None or top is None or top > item.span.last or not outline.is_top(top):
            continue
        if any(top in span for span in spans):
            continue
        stop = next((first - 1 for first in firsts if first >= top), item.span.last)
        lines = outline.within(Span(top, min(stop, item.span.last)))
        if len(lines) >= _FEW:
            first, last = outline.page(lines[0]), outline.page(lines[-1])
            pages = f"page {first} stands" if first == last else f"pages {first} to {last} stand"
            yield _finding(
                outline,
                "pages_without_bilag",
                "info",
                f"{pages} behind the text of item {item.item_no} under the title of none of its bilag",
                top,
            )


_FEW = 6
"""So many printed lines behind the text of an item are no remark."""


def _is_cover(outline: Outline, packet: Packet, stretch: Sequence[int]) -> bool:
    """The first page, or what is printed before the first item of an agenda."""
    at_front = outline.rank(stretch[0]) == 0 or all(
        item.span is None or item.span.first > stretch[-1] for item in packet.items
    )
    short = len(stretch) <= 60 and outline.page(stretch[-1]) - outline.page(stretch[0]) <= 2
    return at_front and short


def _gaps(outline: Outline, packet: Packet) -> Iterator[Finding]:
    """Numbers left out within a chapter: usual in a packet of bilag, worth a look in an agenda."""
    before: tuple[int, ...] | None = None
    for item in packet.items:
        parts = number_parts(item.item_no)
        if (
            before is not None
            and len(parts) == len(before)
            and parts[:-1] == before[:-1]
            and parts[-1] > before[-1] + 1
        ):
            index = item.header.first if item.header else item.span.first if item.span else outline.printed[0]
            yield _finding(
                outline,
                "number_gap",
                "info",
                f"no item between {'.'.join(map(str, before))} and {item.item_no}",
                index,
                expected=".".join(map(str, (*before[:-1], before[-1] + 1))),
                actual=item.item_no,
            )
        before = parts


def _rejected(
    outline: Outline,
    packet: Packet,
    candidates: Sequence[Candidate],
    headers: Sequence[Candidate],
    chapters: Sequence[Chapter],
) -> Iterator[Finding]:
    """Lines with proof of a header that the sequence of the others leaves no room for, that head no chapter, open
    or list no bilag, and are none of the headers printed again, as in a list."""
    kept = {header.index for header in headers} | {chapter.first for chapter in chapters}
    kept |= {paper.listed_at for paper in packet.attachments if paper.listed_at is not None}
    kept |= {paper.span.first for paper in packet.attachments if paper.span is not None}
    forms = {header.form for header in headers}
    known = {header.number: header for header in headers}
    for candidate in candidates:
        if candidate.index in kept or candidate.score < LEAST_SCORE + 1 or candidate.form not in forms:
            continue
        header = known.get(candidate.number)
        again = header is not None and same_title(header, candidate)
        if not again and PROOFS.intersection(candidate.evidence):
            yield _finding(
                outline,
                "header_out_of_sequence",
                "warning",
                f"«{candidate.number} {candidate.title[:80]}» looks like a header but does not fit the sequence",
                candidate.index,
            )
