"""The bilag of a packet without a list of them: by dividers and labels, and by where new papers start.

A divider is a header of the item that stands on a page of its own before each of its bilag. A paper without one
is of the item above it, unless its words say that it is another's (:mod:`extractors.splitting.owners`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.splitting.attachments import WORDS, Case, Placed
from extractors.splitting.candidates import Candidate
from extractors.splitting.labels import attachment_label, opens_series, own_number
from extractors.splitting.outline import Outline
from extractors.splitting.owners import Choice, is_strange, leaves_room, owner
from extractors.splitting.papers import LEAD, Papers, PaperStart, is_paper_title
from extractors.splitting.reprints import label_of, opens_body
from extractors.splitting.series import listed_series, series
from extractors.splitting.words import ADDRESSED, FINITE_VERBS, MEMO_WORDS, MONTHS
from schemas.packet import Span

_FIGURES = re.compile(r"^\d{1,3}$|^\d{1,2}[./]\s?(?:\d|[a-z])|(?:\d[\d.,]*\s+){2,}\d|^side\b", re.IGNORECASE)
"""What is no part of a title: page numbers, dates, rows of figures."""


_DIGIT = re.compile(r"\d")
_MOST_DIGITS = 3
"""A line with more words that hold digits is the head of a table."""

_ENTRY = re.compile(rf"\d{{1,2}}\.\s(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
"""What opens with a day is an entry of a timeline."""

_REMARK = 6
"""Printed lines that a divider may hold besides its header."""

_LIST_WORD = re.compile(r"(?:under)?bilag\b|vedlagt|appendiks\b", re.IGNORECASE)
"""What the lines of a list of bilag and its heading begin with."""

_MOST = 100
"""A higher number on a label is none of a bilag in a series."""


def from_bodies(outline: Outline, papers: Papers, cases: Sequence[Case], floor: int, last: int) -> list[Placed]:
    """Places bilag by dividers and by where new papers start, from line ``floor`` to ``last``.

    A paper without a divider belongs to the item above it unless its words say otherwise (:func:`owner`); a letter,
    or a paper of a packet that repeats its headers before the bilag where a number is left out, belongs to none.
    """
    found: list[Placed] = []
    heads = [(h.index, outline.next_printed(h.body), case) for case in cases for h in case.headers]
    heads += [(case.start, case.start, case) for case in cases if not case.headers and case.start is not None]
    heads = [(index, _behind_label(outline, first), case) for index, first, case in heads]
    heads.sort(key=lambda head: head[0])
    counts: dict[str, int] = {}
    repeats = any(len(case.headers) > 1 for case in cases)
    if repeats:
        found += _in_front(outline, papers, floor, heads[0][0] - 1, heads[0][2], counts)
    for place, (_, first, case) in enumerate(heads):
        end = heads[place + 1][0] - 1 if place + 1 < len(heads) else last
        if first is None or first > end:
            continue
        labels = listed_series(outline, first, end) or series(outline, first, end)
        starts = [PaperStart(index, ["label"]) for index in labels] or [PaperStart(first, ["divider"])]
        if not labels:
            found_here = {start.index: start for start in papers.starts(Span(first, end))}
            for top in _titled_papers(outline, Span(first, end), _full_title(case)):
                found_here.setdefault(top, PaperStart(top, ["title of a paper", WORDS]))
            starts += [found_here[index] for index in sorted(found_here)]
        following = heads[place + 1][2] if place + 1 < len(heads) else None
        for start, stop, holder in _owned(outline, starts, end, case, following, repeats=repeats):
            found.append(_placed(outline, start, first, stop, holder, case, counts))
    return found


def _titled_papers(outline: Outline, span: Span, title: str) -> list[int]:
    """The page tops that open, behind a paper which the title of the item names, another one that it names:
    ``Lodsaftale 2031`` and then ``Årsrapport 2030`` of the item ``Årsrapport og lodsaftale``."""
    named = {word.lower() for word in _PAPER.findall(title)}
    opened: set[str] = set()
    found = []
    for top in [span.first, *outline.tops_within(span)] if len(named) > 1 else ():
        m = _DATED_PAPER.fullmatch(outline.text(top))
        word = m["word"].lower() if m is not None else ""
        if word in named - opened:
            found += [top] if opened else []
            opened.add(word)
        elif top == span.first:
            break
    return found


_KINDS = r"(?:rapport|aftale|kontrakt|beretning|regnskab)"
_PAPER = re.compile(rf"\b\w*{_KINDS}\b", re.IGNORECASE)
_DATED_PAPER = re.compile(rf"(?P<word>\w*{_KINDS})\s(?:for\s)?20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?", re.IGNORECASE)
"""The title of a paper that is of a year: ``ÅRSRAPPORT 2030``, ``Lodsaftale 2031-2033``."""


def in_agenda(outline: Outline, cases: Sequence[Case], last: int) -> list[Placed]:
    """The bilag that an agenda prints behind the text of their item: below its header, printed again, or from the
    top of a page on (``Bilag 1: …``, ``Bilag 2: …``), until line ``last``."""
    heads = sorted(((header, case) for case in cases for header in case.headers), key=lambda head: head[0].index)
    found: list[Placed] = []
    counts: dict[str, int] = {}
    for place, (header, case) in enumerate(heads):
        end = heads[place + 1][0].index - 1 if place + 1 < len(heads) else last
        again = header is not case.headers[0] and is_divider(outline, header)
        span = Span(header.body + 1, end)
        first = outline.next_printed(header.body) if again else _first_label(outline, span, alone=len(cases) == 1)
        if first is None:
            continue
        starts = series(outline, first, end) or [first]
        for start, stop in zip(starts, [*starts[1:], end + 1], strict=True):
            found.append(_placed(outline, PaperStart(start, ["label"]), start, stop, case, case, counts))
    return found


def _first_label(outline: Outline, span: Span, *, alone: bool) -> int | None:
    """The page that opens with the label and the title of bilag 1, and with no list of bilag; None where several
    do: some are another item's. In a file of one item (``alone``) the title may stand below the label."""
    found = []
    for top in outline.tops_within(span) if span.first <= span.last else ():
        label = attachment_label(outline.text(top))
        if label is None or not opens_series(label["number"] or ""):
            continue
        titled = label["end"].strip() and label["title"].strip()
        if not titled and not (alone and label_of(outline, top) is not None and opens_body(outline, top)):
            continue
        beside = [*outline.preceding(top, 1), *outline.following(top, 1)]
        if not any(_LIST_WORD.match(outline.text(line)) for line in beside):
            found.append(top)
    return found[0] if len(found) == 1 else None


def is_divider(outline: Outline, header: Candidate) -> bool:
    """True for a header with the label and title of a bilag right below it."""
    below = outline.next_printed(header.body)
    label = attachment_label(outline.text(below)) if below is not None else None
    return label is not None and label["number"] is not None and bool(label["title"].strip())


def _behind_label(outline: Outline, first: int | None) -> int | None:
    """The line behind a divider's own label (``Bilag 1 af 3``, or one without a title) that ends its page, or
    behind a number alone, which is that of the page."""
    if first is not None and outline.text(first).isdecimal():
        first = outline.next_printed(first)
    if first is None or (m := attachment_label(outline.text(first))) is None or not m["number"] or m["title"]:
        return first
    after = outline.next_printed(first)
    return after if after is not None and outline.is_top(after) else first


def _owned(
    outline: Outline, starts: Sequence[PaperStart], end: int, case: Case, following: Case | None, *, repeats: bool
) -> Iterator[tuple[PaperStart, int, Case | None]]:
    """Each paper between two headers with the line before which it stops and its item. What follows a paper of the
    next item, or of none, is not of this item again unless it says so."""
    holder: Case | None = case
    room = following is not None and leaves_room(case.number, following.number)
    for place, start in enumerate(starts):
        stop = starts[place + 1].index if place + 1 < len(starts) else end + 1
        if place and "label" not in start.evidence:
            lines = outline.within(Span(start.index, stop - 1))
            said = None
            if following is not case and (following is not None or start.letter):
                sides = [(side.number, _full_title(side)) if side else None for side in (case, following)]
                said = owner(outline, lines, Choice(sides[0], sides[1], room))
            if said is not None:
                holder = case if said == case.number else following
            elif start.letter or (room and repeats and is_strange(outline, lines, _full_title(case))):
                holder = None
            if holder is not None and holder is not case:
                start.evidence.append(WORDS)
        yield start, stop, holder


def _full_title(case: Case) -> str:
    return max((header.title for header in case.headers), key=len, default=case.entry.title if case.entry else "")


def _placed(
    outline: Outline,
    start: PaperStart,
    first: int,
    stop: int,
    holder: Case | None,
    case: Case | None,
    counts: dict[str, int],
) -> Placed:
    """The bilag that starts here, numbered in its item."""
    title, label = _title_of(outline, start.index, named="title of a paper" in start.evidence)
    if holder is None:
        return Placed(None, "", title, None, start.index, start.score, tuple(start.evidence), stop)
    count = counts.get(holder.number, 0) + 1
    own = own_number(label, holder.number) if label else ""
    counts[holder.number] = count = max(count, int(own)) if own.isdecimal() and int(own) < _MOST else count
    known = start.index == first or bool(own)
    score = 7.0 if known else start.score
    foreign = holder is not case
    return Placed(
        holder,
        str(count) if own.isdecimal() or not own.isalnum() else own,
        title,
        None,
        start.index,
        score,
        tuple(start.evidence),
        stop if foreign else None,
    )


_FRONT = 60
"""Printed lines before the first header that may be a cover and nothing more."""


def _in_front(
    outline: Outline, papers: Papers, floor: int, end: int, case: Case, counts: dict[str, int]
) -> list[Placed]:
    """The papers before the first header, of its item where their words say so: their own divider was lost."""
    first = outline.first_from(floor)
    if first is None or outline.rank(end + 1) - outline.rank(first) <= _FRONT:
        return []
    starts = [PaperStart(first, ["front"]), *papers.starts(Span(first, end))]
    found = []
    for place, start in enumerate(starts):
        stop = starts[place + 1].index if place + 1 < len(starts) else end + 1
        lines = outline.within(Span(start.index, stop - 1))
        said = owner(outline, lines, Choice(None, (case.number, _full_title(case)), missing=False))
        if said is not None:
            start.evidence.append(WORDS)
        found.append(_placed(outline, start, -1, stop, case if said else None, None, counts))
    return found


def _title_of(outline: Outline, index: int, *, named: bool = False) -> tuple[str | None, str | None]:
    """What a paper is called by its own first lines, and the number of its label."""
    text = outline.text(index)
    if (m := attachment_label(text)) and m["number"]:
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
            addressed = ADDRESSED.match(outline.text(below[0])) is not None
            return (None if addressed else _heading(outline, below[0])) or text, None
    if named:  # a sender or a date may stand above the title
        index = next((n for n in [index, *outline.following(index, 3)] if is_paper_title(outline.text(n))), index)
    return _heading(outline, index), None


def _heading(outline: Outline, index: int) -> str | None:
    """The heading that opens with this line; None where the line is a sentence, a figure or a paragraph sign."""
    lines = [index]
    for line in outline.following(index, 2):
        before, here = outline.text(lines[-1]), outline.text(line)
        widest = max(len(outline.text(n)) for n in lines)
        space = outline.space_above(line)
        if outline.is_top(line) or space >= 1.5 or len(here) > 1.6 * widest + 10:
            break
        if len(lines) > 1 and space > outline.space_above(lines[-1]) + 0.5:
            break
        if (
            before.endswith((".", ";"))
            or (before[-1] == ":" and len(before) < LEAD)
            or _FIGURES.search(here)
            or here in (outline.text(n) for n in lines)
        ):
            break
        if not here[0].islower() and (widest > 60 or here.istitle() != before.istitle()):
            break
        lines.append(line)
    title = outline.join(outline.texts(lines))
    figures = sum(_DIGIT.search(word) is not None for word in title.split())
    if _ENTRY.match(title) or figures > _MOST_DIGITS:
        return None
    sentence = title.endswith((".", ":", ",")) or not FINITE_VERBS.isdisjoint(title.lower().split())
    return (
        None
        if sentence or title[:1] in "§(–-•" or not 2 < len(title) <= 180 or not any(c.isalpha() for c in title)
        else title
    )
