"""Candidates for headers of agenda items, each with the evidence for and against it.

A candidate is a line that opens with a number in one of the forms agendas use. Nothing is decided here: numbers
of sections inside a bilag, of list points and of laws come out as candidates as well, with a low score.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractors.splitting.contents import Contents, Entry, is_contents_heading
from extractors.splitting.likeness import likeness
from extractors.splitting.outline import Outline
from extractors.splitting.sections import section_name
from extractors.splitting.titles import (
    ATTACHMENT_LABEL,
    Form,
    ItemNumber,
    parse_case_line,
    parse_item_number,
    parse_type,
    type_alone,
)
from extractors.splitting.words import LOWER_TITLE_STARTS, ROUTINE_ITEMS
from schemas.packet import Span

WEIGHTS: dict[str, float] = {
    "type word": 4.0,
    "contents": 4.0,
    "contents title": 3.0,
    "not in contents": -4.0,
    "case number": 5.0,
    "section below": 3.0,
    "page top": 1.0,
    "title page": 2.0,
    "chapter above": 3.0,
    "routine title": 2.5,
    "agenda list": 6.0,
    "space above": 0.5,
    "bookmark": 3.0,
    "emphasis": 1.0,
    "repeated": 1.5,
    "item word": 2.0,
    "in series": 3.0,
    "high number": -5.0,
    "title follows": 0.5,
    "runs on": -5.0,
    "sentence": -2.5,
    "list point": -3.0,
    "table row": -4.0,
    "no capital": -3.0,
    "goal": -4.0,
    "single number": -2.5,
    "no full stop": -0.5,
    "no title": -3.0,
}
"""What each kind of evidence counts. A header without case number, section, contents or kind of case needs a page
of its own; a line of running text cannot become one by standing on top of a page."""

_LIST_STEP = 4
_USUAL = 30
"""More items than a meeting has; some councils number theirs on over the whole year, up to …"""

_MOST = 600

_NUMBERED_ON = frozenset({"case number", "section below", "contents"})
"""Evidence without which such a number heads nothing."""

_DEEPEST_TITLE = 4
"""Printed lines that a title runs over at most."""


@dataclass(slots=True)
class Candidate:
    """A line that may be the header of an item. ``last`` is the last line of its title."""

    index: int
    last: int
    number: str
    parts: tuple[int, ...]
    form: Form
    title: str
    item_type: str | None = None
    case_no: str | None = None
    caseworker: str | None = None
    evidence: list[str] = field(default_factory=list)
    entry: Entry | None = None
    body: int = -1

    @property
    def score(self) -> float:
        """The weight of all evidence."""
        return sum(WEIGHTS[name] for name in self.evidence)


def find_candidates(outline: Outline, contents: list[Contents], main: Contents | None) -> list[Candidate]:
    """All candidates outside tables of contents, in the order of the document."""
    skipped = _Spans(table.span for table in contents)
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in main.items if main else []:
        entries[entry.number or ""].append(entry)
    bookmarks = _bookmarks(outline)
    found: list[Candidate] = []
    for index in outline.printed:
        if index in skipped:
            continue
        number = parse_item_number(outline.text(index), bare=True)
        if number is not None:
            found.append(_candidate(outline, index, number, entries, main is not None, bookmarks))
    _mark_repeats(outline, found)
    _mark_series(found)
    if main is None:
        _mark_list(outline, found)
    return found


class _Spans:
    """Membership in a set of spans that do not overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._firsts = [span.first for span in self._spans]

    def __contains__(self, index: int) -> bool:
        place = bisect_right(self._firsts, index) - 1
        return place >= 0 and index in self._spans[place]


def _bookmarks(outline: Outline) -> dict[str, list[tuple[int | None, str]]]:
    marks: dict[str, list[tuple[int | None, str]]] = defaultdict(list)
    for mark in outline.document.bookmarks:
        number = parse_item_number(" ".join(mark.title.split()))
        if number is not None:
            marks[number.text].append((mark.page, number.title))
    return marks


def _candidate(
    outline: Outline,
    index: int,
    number: ItemNumber,
    entries: dict[str, list[Entry]],
    has_contents: bool,
    bookmarks: dict[str, list[tuple[int | None, str]]],
) -> Candidate:
    known = entries.get(number.text, [])
    lines, case_at, section_at = _title_lines(outline, index, number, [entry.title for entry in known])
    parts = [number.title] + [outline.text(line) for line in lines[1:]]
    opening = next((place for place, part in enumerate(parts) if part), 0)
    item_type, title = type_alone(parts[opening]), outline.join(parts[opening + 1 :])
    if item_type is None or not title:
        item_type, title = parse_type(outline.join(parts))
    candidate = Candidate(
        index, lines[-1], number.text, number.parts, number.form, title, item_type, body=lines[-1]
    )
    if case_at is not None:
        candidate.case_no, candidate.caseworker, candidate.body = _case_lines(outline, case_at)
    seen = candidate.evidence
    if item_type:
        seen.append("type word")
    if candidate.case_no or candidate.caseworker:
        seen.append("case number")
    if section_at:
        seen.append("section below")
    if number.form == "word":
        seen.append("item word")
    if number.form == "single":
        seen.append("single number")
        if not number.end:
            seen.append("no full stop")
    _judge_place(outline, candidate, seen)
    _judge_text(outline, number, candidate, seen)
    best = max(known, key=lambda entry: likeness(entry.title, title), default=None)
    if best is not None:
        alike = likeness(best.title, title)
        if alike >= 0.4:
            candidate.entry = best
            seen.append("contents")
            if alike >= 0.75:
                seen.append("contents title")
        else:
            seen.append("not in contents")
    elif has_contents:
        seen.append("not in contents")
    if number.parts[0] > _USUAL and len(number.parts) == 1 and _NUMBERED_ON.isdisjoint(seen):
        seen.append("high number")
    for page, marked in bookmarks.get(number.text, []):
        if page in (None, outline.page(index)) and likeness(marked, title) >= 0.6:
            seen.append("bookmark")
            break
    return candidate


def _title_lines(
    outline: Outline, index: int, number: ItemNumber, known: list[str]
) -> tuple[list[int], int | None, bool]:
    """The lines of the title, the case line behind it, and whether a section heading follows.

    A case line or a section heading within reach ends the title for certain, a title known from the table of
    contents does so where the lines agree with it; else it goes on while nothing speaks for its end.
    """
    after = outline.following(index, _DEEPEST_TITLE + 3)
    case_at, section_at, stop = None, False, len(after)
    for place, line in enumerate(after[: _DEEPEST_TITLE + 1]):
        text = outline.text(line)
        if parse_case_line(text) is not None:
            case_at, stop = line, place
            behind = [n for n in outline.following(line, 3) if section_name(outline.text(n))]
            section_at = bool(behind)
            break
        if section_name(text) is not None:
            section_at, stop = True, place
            break
        if parse_item_number(text) is not None and not (not number.title and place == 0):
            stop = place
            break
    lines = [index]
    certain = case_at is not None or section_at
    for line in after[:stop]:
        if len(lines) >= _DEEPEST_TITLE + (not number.title):
            break
        if not _goes_on(outline, lines, line, number, known, certain):
            break
        lines.append(line)
    if certain and len(lines) - 1 < stop:
        # text stands between the title and the case line or section: they are of something else
        gap = after[len(lines) - 1 : stop]
        apart = any(ATTACHMENT_LABEL.match(outline.text(line)) or outline.is_top(line) for line in gap)
        if len(gap) > 1 or apart or (case_at is not None and gap):
            case_at, section_at = None, False
    return lines, case_at, section_at


def _goes_on(
    outline: Outline, lines: list[int], line: int, number: ItemNumber, known: list[str], certain: bool
) -> bool:
    """True where a line carries the title on."""
    text, before = outline.text(line), outline.text(lines[-1])
    bare = len(lines) == 1 and (not number.title or type_alone(number.title) is not None)
    bare = bare or (len(lines) == 2 and not number.title and type_alone(before) is not None)
    if bare:
        return len(text) < 300 and not outline.line(line).text.lstrip().startswith("\t")
    if ATTACHMENT_LABEL.match(text) and ":" in text[:14]:
        return False
    so_far = outline.join([number.title] + [outline.text(n) for n in lines[1:]])
    _, plain_title = parse_type(so_far)
    for title in known:
        _, longer = parse_type(outline.join([so_far, text]))
        if likeness(title, plain_title) >= 0.4:
            return likeness(title, longer) > likeness(title, plain_title) + 0.01 and outline.space_above(line) < 4
    hyphened = before.endswith("-") and len(before) > 1 and before[-2].isalpha()
    if outline.is_top(line) and not (hyphened or text[0].islower()):
        return False
    if outline.space_above(line) > 2.5 and not hyphened:
        return False
    if outline.document.tabbed:
        return False
    size, other = outline.size(lines[0]), outline.size(line)
    if size is not None and other is not None:
        return (
            abs(size - other) < 0.6
            and outline.bold(lines[0]) == outline.bold(line)
            and outline.space_above(line) < 1.2
        )
    if outline.bold(lines[0]) != outline.bold(line) and outline.bold(lines[0]):
        return False
    if hyphened or certain:
        return True
    if _ends_page(outline, line) and outline.space_above(line) < 2:
        return True
    if outline.space_above(line) >= 1 and not text[0].islower():
        return False
    return text[0].islower() or _full(outline, lines[-1], text)


def _full(outline: Outline, index: int, following: str) -> bool:
    """True where a line is so long that the next word had to go to the next line; titles are set larger than
    running text, and fewer letters fill their lines."""
    words = following.split()
    full = max(_LEAST_FULL, _SHARE_FULL * min(outline.usual_width, _WIDEST))
    return len(outline.text(index)) + len(words[0]) + 1 > full if words else False


_LEAST_FULL, _SHARE_FULL, _WIDEST = 52, 0.6, 120


def _ends_page(outline: Outline, line: int) -> bool:
    """True where nothing else is printed on the page behind this line, within a title's reach."""
    return any(
        outline.is_top(n) or outline.space_above(n) >= 5 for n in outline.following(line, 2)
    ) and not outline.is_top(line)


def _case_lines(outline: Outline, first: int) -> tuple[str | None, str | None, int]:
    """Case number, initials and the last of the case lines."""
    case_no, worker, last = None, None, first
    for line in [first, *outline.following(first, 3)]:
        found = parse_case_line(outline.text(line))
        if found is None:
            break
        case_no, worker, last = case_no or found[0], worker or found[1], line
    return case_no, worker, last


def _judge_place(outline: Outline, candidate: Candidate, seen: list[str]) -> None:
    index = candidate.index
    if outline.is_top(index):
        seen.append("page top")
    below = outline.next_printed(candidate.last)
    alone = below is None or outline.is_top(below) or outline.space_above(below) >= 5
    if alone and outline.space_above(index) >= 3:
        seen.append("title page")
    if outline.space_above(index) >= 1:
        seen.append("space above")
    above = outline.preceding(index, 1)
    if candidate.form == "double" and candidate.parts[1] == 1 and above:
        chapter = parse_item_number(outline.text(above[0]))
        if chapter is not None and chapter.parts == candidate.parts[:1] and chapter.form == "single":
            seen.append("chapter above")
    if candidate.title.lower().rstrip(" .") in ROUTINE_ITEMS:
        seen.append("routine title")
    if outline.emphatic(index) and candidate.form != "single":
        seen.append("emphasis")


def _judge_text(outline: Outline, number: ItemNumber, candidate: Candidate, seen: list[str]) -> None:
    title, raw = candidate.title, outline.line(candidate.index).text
    if not title or not any(c.isalpha() for c in title):
        seen.append("no title")
        return
    if not number.title:
        seen.append("title follows")
    if LOWER_TITLE_STARTS.match(title) and title[0].islower():
        seen.append("runs on")
    elif title[0].islower():
        seen.append("no capital")
    elif title[0] in "–-—=+<>%)/":
        seen.append("runs on")
    if ":" in number.end and number.form == "double":
        seen.append("goal")
    if raw.count("\t") > 1 or sum(c.isdecimal() for c in title) > 0.4 * len(title):
        seen.append("table row")
    if title.endswith((".", ";", ",")) and not title.endswith("..") and "case number" not in seen:
        seen.append("sentence")
    if len(title) > 260:
        seen.append("sentence")
    if is_contents_heading(title) and number.form == "single" and "case number" not in seen:
        seen.append("no title")
    if number.parts[0] == 0 or number.parts[-1] == 0 or number.parts[-1] > _MOST:
        seen.append("runs on")
    if len(number.parts) > 1 and (number.parts[0] > _USUAL or number.parts[-1] > 2 * _USUAL):
        seen.append("runs on")


def _mark_series(found: list[Candidate]) -> None:
    """Notes headers that stand beside a surer one with the next number: ``Pkt. 4 – Nyt fra udvalgene``, and of a
    council that numbers its items on over the year ``146. Spørgetid``."""
    for form in ("word", "single"):
        alike = [c for c in found if c.form == form and len(c.parts) == 1]
        sure = {c.parts[0] for c in alike if not _NUMBERED_ON.isdisjoint(c.evidence)}
        for candidate in alike:
            number = candidate.parts[0]
            if sure.isdisjoint((number - 1, number + 1)):
                continue
            if form == "word" or "case number" in candidate.evidence:
                candidate.evidence.append("in series")
            elif "high number" in candidate.evidence:
                weak = ("high number", "single number")
                candidate.evidence = [*(e for e in candidate.evidence if e not in weak), "in series"]


def _mark_repeats(outline: Outline, found: list[Candidate]) -> None:
    """Notes headers that come again with the same number and title: dividers before the bilag of an item. Where
    pages are known they stand on top of one; headings that two reports have in common do not."""
    pages = len(outline.document.pages) > 1
    by_number: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        if candidate.form != "single" and (not pages or "page top" in candidate.evidence):
            by_number[candidate.number].append(candidate)
    for group in by_number.values():
        for candidate in group[:12]:
            if any(other is not candidate and same_title(candidate, other) for other in group[:12]):
                candidate.evidence.append("repeated")


def _mark_list(outline: Outline, found: list[Candidate]) -> None:
    """Notes an agenda that is a bare list of points: numbers from 1 up close together, routine titles among
    them."""
    run: list[Candidate] = []
    for candidate in [c for c in found if c.form == "single"] + [None]:
        close = candidate and run and outline.rank(candidate.index) - outline.rank(run[-1].last) <= _LIST_STEP
        if candidate and close and candidate.parts[0] == run[-1].parts[0] + 1:
            run.append(candidate)
            continue
        if len(run) >= 3 and sum("routine title" in c.evidence for c in run) >= 2:
            for member in run:
                member.evidence.append("agenda list")
        run = [candidate] if candidate and candidate.parts == (1,) else []


def same_title(a: Candidate, b: Candidate) -> bool:
    """True where two headers print one title, be it cut short at a page join."""
    short, long = sorted((a.title.lower().rstrip(" -–"), b.title.lower()), key=len)
    return bool(short) and (long.startswith(short) or likeness(a.title, b.title) >= 0.75)
