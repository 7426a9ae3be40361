"""Candidates for headers of agenda items, each with the evidence for and against it.

A candidate is a line that opens with a number in one of the forms agendas use. Nothing is decided here: numbers
of sections inside a bilag, of list points and of laws come out as candidates as well, with a low score.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from extractors.splitting.beside import title_beside
from extractors.splitting.candidates import WEIGHTS, Candidate, same_title
from extractors.splitting.contents import Contents, Entry, is_contents_heading
from extractors.splitting.item_numbers import (
    ItemNumber,
    behind_mark,
    coded_numbers,
    parse_item_number,
    with_years_first,
)
from extractors.splitting.labels import named_item, names_packet
from extractors.splitting.likeness import likeness
from extractors.splitting.neighbours import (
    NUMBERED_ON,
    is_paper,
    mark_excerpt,
    mark_list,
    mark_numbered_sections,
    mark_points,
    mark_repeats,
    mark_rows,
    mark_series,
)
from extractors.splitting.outline import Outline
from extractors.splitting.own_sections import mark_own_sections
from extractors.splitting.reprints import heads_bilag, heads_list, opens_advice
from extractors.splitting.sections import opened_section, section_name
from extractors.splitting.title_lines import case_lines, kind_below, presented, section_past_way, title_lines
from extractors.splitting.titles import (
    Title,
    ends_in_values,
    is_remark,
    is_routine,
    parse_case_line,
    read_title,
    told_type,
    type_alone,
)
from extractors.splitting.words import ALWAYS_SECTIONS, FINITE_VERBS, LOWER_TITLE_STARTS
from extractors.text.sentences import ends_abbreviated
from schemas.packet import Span

_USUAL = 30
"""More items than a meeting has; some councils number theirs on over the whole year, up to …"""

_MOST = 600


class NumberedLines:
    """The printed lines that open with a number, and the candidates that they are by themselves: most are asked for
    twice, with contents and without."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._known: dict[int, Candidate] = {}
        self.numbers: list[tuple[int, ItemNumber]] = with_years_first(
            [
                (index, number)
                for index, text in zip(outline.printed, outline.printed_texts, strict=True)
                if (number := parse_item_number(behind_mark(text), bare=True, letters=True)) is not None
                and not (number.title == "" and heads_list(outline, index))
                and not (number.title[:5].lower() == "bilag" and named_item(text) is not None)
            ]
        )
        if coded := coded_numbers(zip(outline.printed, outline.printed_texts, strict=True)):
            self.numbers = sorted({**dict(self.numbers), **dict(coded)}.items())

    def candidate(self, index: int, number: ItemNumber, titles: list[str]) -> Candidate:
        """The candidate with the evidence of its own lines; ``titles`` are those that contents give its number."""
        if titles:
            return _printed(self._outline, index, number, titles)
        known = self._known.get(index)
        if known is None:
            known = self._known[index] = _printed(self._outline, index, number, titles)
        return replace(known, evidence=list(known.evidence))


def find_candidates(
    outline: Outline, numbered: NumberedLines, contents: list[Contents], main: Contents | None
) -> list[Candidate]:
    """All candidates outside tables of contents, in the order of the document."""
    skipped = _Spans(table.span for table in contents)
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in main.items if main else []:
        entries[entry.number or ""].append(entry)
    bookmarks = _bookmarks(outline)
    found: list[Candidate] = []
    for index, number in numbered.numbers:
        if index not in skipped:
            known = entries.get(number.text, [])
            candidate = numbered.candidate(index, number, [entry.title for entry in known])
            _compare(outline, number, candidate, known, main is not None, bookmarks.get(number.text, []))
            _case_above(outline, candidate, found[-1].body if found else -1)
            if found and _doubles(outline, found[-1], candidate):
                candidate.index = found.pop().index
            found.append(candidate)
    mark_repeats(outline, found)
    mark_numbered_sections(found)
    mark_rows(found)
    mark_points(outline, found)
    mark_own_sections(outline, found)
    mark_series(outline, found)
    if main is None:
        mark_list(outline, found)
        mark_excerpt(outline, found)
    return found


def _case_above(outline: Outline, candidate: Candidate, taken: int) -> None:
    """Gives a header without case number the case line right above it, where that is no other header's. ``taken``
    is the last line of the header before it."""
    above = outline.preceding(candidate.index, 1)
    if candidate.case_no is not None or not above or above[0] <= taken or not candidate.title:
        return
    found = parse_case_line(outline.text(above[0]))
    if found is not None and found[0] is not None and not is_paper(outline):
        candidate.case_no, candidate.caseworker = found
        candidate.index = above[0]
        candidate.evidence.append("case number")


def _doubles(outline: Outline, first: Candidate, second: Candidate) -> bool:
    """True where a header is printed twice, one below the other."""
    beside = outline.next_printed(first.index) == second.index
    return beside and first.number == second.number and same_title(first, second)


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


def _compare(
    outline: Outline,
    number: ItemNumber,
    candidate: Candidate,
    known: list[Entry],
    has_contents: bool,
    bookmarks: list[tuple[int | None, str]],
) -> None:
    """Holds a candidate against the entries and bookmarks of its number."""
    if outline.text(candidate.index).startswith("Ad") and _notes(candidate, known):
        return
    title, seen = candidate.title, candidate.evidence
    best = max(known, key=lambda entry: likeness(entry.title, title), default=None)
    if best is not None:
        bilag = title.lower().startswith("bilag") and not best.title.lower().startswith("bilag")
        alike = 0.0 if bilag else likeness(best.title, title)
        if alike >= _ALIKE:
            candidate.entry = best
            seen.append("contents")
            if alike >= 0.75:
                seen.append("contents title")
                if "high number" in seen:
                    seen.remove("high number")
        else:
            seen.append("not in contents")
    elif has_contents:
        seen.append("not in contents")
    if number.parts[0] > _USUAL and len(number.parts) == 1 and NUMBERED_ON.isdisjoint(seen):
        seen.append("high number")
    for page, marked in bookmarks:
        if page in (None, outline.page(candidate.index)) and likeness(marked, title) >= 0.6:
            seen.append("bookmark")
            break


def _notes(candidate: Candidate, known: list[Entry]) -> bool:
    """Makes a line of minutes the header of the only entry of its number where it tells what was said of it, and
    not its title: ``Ad 3. Planen blev godkendt.``"""
    if len(known) != 1 or not candidate.title:
        return False
    title, text = (part.rstrip(" .").casefold() for part in (known[0].title, candidate.title))
    stated = not FINITE_VERBS.isdisjoint(text.split())
    if text == title or title.startswith(text) or (text.startswith(title) and not stated):
        return False
    if not (stated or candidate.title.endswith(".") or likeness(title, text) < _ALIKE):
        return False
    kept = [seen for seen in candidate.evidence if WEIGHTS[seen] > 0 and seen in _OF_PLACE]
    candidate.entry, candidate.title = known[0], known[0].title
    candidate.last = candidate.body = candidate.index
    candidate.evidence = [*kept, "contents", "noted"]
    return True


_ALIKE = 0.4
_OF_PLACE = frozenset({"item word", "space above", "page top"})


def _printed(outline: Outline, index: int, number: ItemNumber, known: list[str]) -> Candidate:
    """The candidate with what its own lines say."""
    lines, case_at, section_at = title_lines(outline, index, number, known)
    beside = title_beside(outline, index, number)
    own = number.title if beside is None else outline.text(beside)
    parts = [own] + [outline.text(line) for line in lines[1:]]
    opening = next((place for place, part in enumerate(parts) if part), 0)
    read = Title(type_alone(parts[opening]), outline.join(parts[opening + 1 :]))
    if read.item_type is None or not read.text:
        read = read_title(outline.join(parts))
    title = read.text
    if not any(parts) and number.form == "word" and (above := _title_above(outline, index)) is not None:
        index, read = above, read_title(outline.text(above))
        title = read.text
    index = index if beside is None else beside
    candidate = Candidate(
        index,
        lines[-1],
        number.text,
        number.parts,
        number.form,
        title,
        read.item_type,
        read.case_no,
        body=presented(outline, lines[-1]),
        sign=number.end,
    )
    if candidate.item_type is None:
        below = map(outline.text, outline.following(lines[-1], _MOST_REMARKS))
        passed = (outline.text(line) for line in outline.preceding(lines[-1], len(lines)) if line > index)
        told = (told_type(text) for text in (*passed, *takewhile(_tells_of_case, below)))
        candidate.item_type = next(filter(None, told), None)
    if case_at is not None:
        case_no, candidate.caseworker, candidate.body = case_lines(outline, case_at)
        candidate.case_no = case_no or candidate.case_no
    if title and (kind := kind_below(outline, lines[-1])) is not None:
        candidate.item_type = candidate.item_type or kind[0]
        candidate.body = max(candidate.body, kind[1])
    seen = candidate.evidence
    if candidate.item_type or read.marked:
        seen.append("type word")
    if candidate.case_no or candidate.caseworker:
        seen.append("case number")
    if section_at or section_past_way(outline, lines[-1]):
        seen.append("section below")
    elif opens_advice(outline, candidate.body):
        seen.append("advice below")
    elif (packet := _packet_below(outline, candidate)) is not None:
        seen.append("bilag below")
        candidate.body = packet
    elif heads_bilag(outline, candidate.body) and not title.lower().startswith("bilag"):
        seen.append("bilag below")
    weak = outline.text(index).startswith(("Nr", "Emne")) or (
        outline.text(index).startswith("Ad") and is_paper(outline)
    )
    if number.form == "word" and not weak:
        seen.append("item word")
    if number.form in ("single", "letter", "roman") and len(number.parts) == 1:
        seen.append("single number")
        if not number.end:
            seen.append("no full stop")
    _judge_place(outline, candidate, seen)
    _judge_text(outline, number, candidate, seen)
    return candidate


def _packet_below(outline: Outline, header: Candidate) -> int | None:
    """The line right below a header on top of a page or the file that says whose bilag follow: ``Bilag til
    udvalgets møde den 12. maj 2026``; None where another stands there."""
    if not outline.is_top(header.index) and header.index != outline.printed[0]:
        return None
    below = outline.next_printed(header.body)
    if below is None or outline.is_top(below):
        return None
    return below if names_packet(outline.text(below)) else None


_MOST_REMARKS = 4


def _tells_of_case(text: str) -> bool:
    """True for a line between a title and its text: how the case is dealt with, its number."""
    return is_remark(text) or parse_case_line(text) is not None


def _title_above(outline: Outline, index: int) -> int | None:
    """The line above a number that stands alone (``Sag nr. 12``), where that can be a title."""
    above = outline.preceding(index, 1)
    text = outline.text(above[0]) if above else ""
    if not text or not text[0].isupper() or text.endswith((".", ":", ",")) or len(text) > _LONGEST_ABOVE:
        return None
    return above[0] if opened_section(text) is None and parse_item_number(text) is None else None


_LONGEST_ABOVE = 150


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
    if len(candidate.parts) > 1 and candidate.parts[1] == 1 and above:
        chapter = parse_item_number(outline.text(above[0]), letters=True)
        if (
            chapter is not None
            and chapter.parts == candidate.parts[:1]
            and chapter.form == _CHAPTERS.get(candidate.form)
        ):
            seen.append("chapter above")
    if is_routine(candidate.title):
        seen.append("routine title")
    if outline.emphatic(index) and candidate.form in ("double", "word", "lettered"):
        seen.append("emphasis")


_CHAPTERS = {"double": "single", "letter": "letter"}


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
    if raw.count("\t") > 1 or sum(map(str.isdecimal, title)) > 0.4 * len(title) or ends_in_values(title):
        seen.append("table row")
    if number.form == "double" and section_name(title) in ALWAYS_SECTIONS and "case number" not in seen:
        seen.append("section title")
    noted = number.form == "word" and raw.lstrip().startswith("Ad") and title.endswith(".")
    if noted and not FINITE_VERBS.isdisjoint(title.lower().split()):
        seen.append("runs on")  # a note on the row of a table: ``Ad 9. Pladserne er fordelt.``
    routine = "routine title" in seen
    if title.endswith((".", ";", ",")) and not (
        title.endswith("..") or routine or "case number" in seen or ends_abbreviated(title)
    ):
        seen.append("sentence")
    if len(title) > 260:
        seen.append("sentence")
    proven = "case number" in seen or "section below" in seen
    if is_contents_heading(title) and number.form == "single" and not proven:
        seen.append("no title")
    if number.parts[0] == 0 or number.parts[-1] == 0 or number.parts[-1] > _MOST:
        seen.append("runs on")
    if len(number.parts) > 1 and number.parts[-1] > 2 * _USUAL:
        seen.append("runs on")
    elif len(number.parts) > 1 and number.parts[0] > _USUAL:
        seen.append("high number")
