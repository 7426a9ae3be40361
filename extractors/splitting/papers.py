"""Where a new paper starts within the pages of an item: letters, memos, changes of style, numbering that restarts.

Bilag are documents of their own, printed one after the other. Where no divider and no table of contents says so,
the paper itself does: a letter opens with its addressee, a memo with the word, the pages before end with a
signature, page numbers start again, and lines are set in another way than before, since another program set them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from extractors.splitting.labels import attachment_label
from extractors.splitting.outline import Outline
from extractors.splitting.setting import Setting
from extractors.splitting.words import MEMO_WORDS, MONTHS, PAPER_TITLE
from schemas.packet import Span

WEIGHTS: dict[str, float] = {
    "salutation": 3.0,
    "addressee": 1.5,
    "memo word": 3.0,
    "date line": 2.0,
    "journal number": 2.0,
    "signature before": 3.0,
    "numbering restarts": 3.0,
    "numbering goes on": -4.0,
    "other producer": 3.0,
    "running head stops": 2.5,
    "running head goes on": -2.5,
    "other type size": 2.0,
    "first chapter": 1.0,
    "title lines": 1.0,
    "lead line": 0.5,
    "title of a paper": 2.0,
    "same paper again": 3.0,
    "no title": -1.5,
    "annex label": -4.0,
    "later chapter": -2.5,
    "runs on": -5.0,
    "list point": -2.0,
    "table row": -2.0,
    "page size changes": 3.0,
    "cover page": 1.0,
    "divider": 0.0,
    "front": 0.0,
    "words of the title": 0.0,
    "label": 0.0,
}
"""What each kind of evidence counts; a paper starts where the sum is at least :data:`LEAST`."""

LEAST = 3.5
STRONG = frozenset({"other producer", "salutation", "memo word"})
"""Evidence without which a paper starts nowhere but on top of a page."""
_RIVALS = 12
_HEAD_PAGES = 6
_COVER = 6
"""Printed lines of a page that holds a title and a date and nothing else."""
_LONG, _SAME, _COPIES = 40, 4, 3
"""Two pages open with the same paper where so many lines of such length are the same, running text among
them; more copies than that are sheets of one form."""
LEAD = 20
"""A shorter line that ends in a colon heads a list (``Deltagere:``)."""
_SHORTEST = 6
"""Printed lines of the shortest paper: a letterhead set apart from its letter is none."""

SALUTATION = re.compile(r"(?:Kære|Til rette vedkommende|Hej|Dear)\b(?!.*[a-z]{3}\.\s)[^.;:]{0,90}[,!]?$")
_ADDRESSEE = re.compile(r"(?:Til|Att\.?:?)\s+(?:[A-ZÆØÅ]|indenrigs|kommun|formand|medlem)[^.;]{2,80}$")
_CLOSING = re.compile(
    r"(?:med\s+)?(?:venlig|de bedste|mange|bedste)\s+hilsen(?:er)?\b|med hilsen|hilsner", re.IGNORECASE
)
_DATE = re.compile(
    rf"(?:[A-ZÆØÅ][a-zæøå]+,?\s+)?(?:den\s+|d\.\s*)?(?:\d{{1,2}}\.?\s*(?:{'|'.join(MONTHS)})\.?\s*(?:19|20)\d{{2}}"
    rf"|\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)?\d{{2}}|(?:{'|'.join(MONTHS)})\s+(?:19|20)\d{{2}})\.?",
    re.IGNORECASE,
)
_JOURNAL = re.compile(r"(?:J\.?\s?nr|Sagsnr|Sags-?ID|Journalnr|Dok\.?\s?nr)\.?:?\s", re.IGNORECASE)
_FIRST = re.compile(
    r"(?:1\.?\s+)?(?:forord|indledning|resumé|resume|sammenfatning|indhold|indholdsfortegnelse|introduktion)\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"(?:[2-9]|1\d)(?:\.\d{1,2})?\.?\s+[A-ZÆØÅ]")
_NUMBERS = re.compile(r"\d+")
_BULLET = re.compile(r"[•·–§▪■›o-]\s|\d{1,2}[.)]\s")


@dataclass(slots=True)
class PaperStart:
    """A page top with the evidence that a paper starts there. ``letter`` is True for letters."""

    index: int
    evidence: list[str] = field(default_factory=list)

    @property
    def score(self) -> float:
        """The weight of all evidence."""
        return sum(WEIGHTS[name] for name in self.evidence)

    @property
    def letter(self) -> bool:
        """True where the paper opens like a letter."""
        return "salutation" in self.evidence


class Papers:
    """The pages of a document with their style and openings, worked out once for each page."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.tops = sorted({*outline.tops, *_spaced_lines(outline)})
        self._set = Setting(outline)
        self._known: dict[int, PaperStart] = {}
        self._marks: dict[int, frozenset[str]] = {}

    def starts(self, span: Span) -> list[PaperStart]:
        """The page tops within a span, its first line left out, where a paper starts."""
        tops = self.tops[bisect_right(self.tops, span.first) : bisect_right(self.tops, span.last)]
        found: list[PaperStart] = []
        for top in tops:
            start = self.at(top)
            near = found[-1].index if found else span.first
            if not self.outline.is_top(top) and STRONG.isdisjoint(start.evidence):
                continue
            if start.score >= LEAST and self.outline.rank(top) - self.outline.rank(near) >= _SHORTEST:
                found.append(start)
        return found

    def at(self, top: int) -> PaperStart:
        """The evidence that a paper starts on this page top."""
        if top not in self._known:
            self._known[top] = self._judge(top)
        return self._known[top]

    def _judge(self, top: int) -> PaperStart:
        outline = self.outline
        start = PaperStart(top)
        seen = start.evidence
        page, lines = outline.page(top), outline.lines
        head = [outline.text(n) for n in [top, *outline.following(top, 13)] if lines[n].page == page]
        before = [outline.text(n) for n in outline.preceding(top, 10)]
        if any(map(SALUTATION.match, head)):
            seen.append("salutation")
        if any(map(_ADDRESSEE.match, head[:4])):
            seen.append("addressee")
        if head[0].lower().rstrip(":. ") in MEMO_WORDS:
            seen.append("memo word")
        if self._again.get(self._opening(top), 0) > 1:
            seen.append("same paper again")
        if any(map(is_paper_title, head[:4])):
            seen.append("title of a paper")
        if any(map(_DATE.fullmatch, head[:6])):
            seen.append("date line")
        if any(map(_JOURNAL.match, head[:6])):
            seen.append("journal number")
        if any(map(_CLOSING.match, before[:-1])):
            seen.append("signature before")
        if _FIRST.match(head[0]):
            seen.append("first chapter")
        elif _LATER.match(head[0]):
            seen.append("later chapter")
        if attachment_label(head[0]):
            seen.append("annex label")
        self._numbering(page, seen)
        self._setting(top, seen)
        self._running_heads(page, seen)
        _first_line(head[0], before[-1] if before else "", seen)
        if len(head) <= _COVER and "title lines" in seen:
            seen.append("cover page")
        return start

    @cached_property
    def _again(self) -> Counter[tuple[str, ...]]:
        """How many pages open with the same long lines: the same paper is in the packet twice."""
        openings = Counter(self._opening(top) for top in self.outline.tops)
        del openings[()]
        return Counter({opening: count for opening, count in openings.items() if count <= _COPIES})

    def _opening(self, top: int) -> tuple[str, ...]:
        """The first long lines below a page top; empty where the page has too few."""
        page, lines = self.outline.page(top), self.outline.lines
        texts = [self.outline.text(n) for n in self.outline.following(top, 12) if lines[n].page == page]
        long = tuple([text for text in texts if len(text) >= _LONG])[:_SAME]
        running = sum(text[0].islower() for text in long) >= _SAME // 2
        return long if len(long) == _SAME and running else ()

    def _numbering(self, page: int, seen: list[str]) -> None:
        here, past, coming = self._label(page), self._label(page - 1), self._label(page + 1)
        if here is not None and past is not None:
            if here == past + 1:
                seen.append("numbering goes on")
            elif here <= 1:
                seen.append("numbering restarts")
        elif here == 1 or (here is None and coming == 2):
            if any((self._label(page - back) or 0) > 1 for back in (1, 2, 3)):
                seen.append("numbering restarts")
        elif here is None and past is not None and coming == past + 2:
            seen.append("numbering goes on")

    def _label(self, page: int) -> int | None:
        if not 1 <= page <= len(self.outline.document.pages):
            return None
        label = self.outline.document.page(page).label
        return int(label) if label is not None and label.isdecimal() else None

    def _setting(self, top: int, seen: list[str]) -> None:
        pages = self.outline.document.pages
        page = self.outline.page(top)
        if page > 1 and self.outline.is_top(top):
            sheet, past = pages[page - 1], pages[page - 2]
            wider = abs((sheet.width or 0) - (past.width or 0))
            higher = abs((sheet.height or 0) - (past.height or 0))
            if past.width and sheet.width and max(wider, higher) > 8:
                seen.append("page size changes")
        if self._set.changes(top, self._near(top)):
            seen.append("other producer")
        elif self._set.other_size(top):
            seen.append("other type size")

    def _near(self, top: int) -> list[int]:
        """The tops around a top that may be the place of the same change."""
        place = bisect_left(self.tops, top)
        return self.tops[max(0, place - _RIVALS) : place + _RIVALS + 1]

    def _running_heads(self, page: int, seen: list[str]) -> None:
        """Short lines that most of the pages before print: do the pages from here on print them?"""
        past = [self._short_lines(p) for p in range(max(1, page - _HEAD_PAGES), page)]
        coming = [self._short_lines(p) for p in range(page, min(page + 4, len(self.outline.document.pages) + 1))]
        if len(past) < 3:
            return
        heads = [mark for mark in past[-1] if sum(mark in lines for lines in past) >= max(3, 0.6 * len(past))]
        if not heads:
            return
        if any(mark in coming[0] for mark in heads):
            seen.append("running head goes on")
        elif not any(mark in lines for mark in heads for lines in coming):
            seen.append("running head stops")

    def _short_lines(self, page: int) -> frozenset[str]:
        """Short lines at the head and foot of a page, page numbers left out."""
        if page not in self._marks:
            printed = self.outline.document.printed[page - 1]
            texts = (self.outline.text(line.index) for line in (*printed[:3], *printed[-3:]))
            self._marks[page] = frozenset(t for t in texts if 5 < len(t) < 90 and not _NUMBERS.search(t))
        return self._marks[page]


def is_paper_title(text: str) -> bool:
    """True for a line that opens like the title of a paper: its kind and what it is of (``Aftale om``)."""
    return PAPER_TITLE.match(text) is not None and not text.endswith((".", ":", ","))


def _spaced_lines(outline: Outline) -> list[int]:
    """Lines of text files with one leading space right behind a printed line: a page may start there even where the
    file as a whole does not settle it."""
    if outline.document.media_type != "text/plain" or outline.document.tabbed:
        return []
    lines = outline.lines
    return [
        n
        for n in outline.printed
        if n > 0 and lines[n].text[0] == " " and not lines[n].text[1:2].isspace() and not lines[n - 1].blank
    ]


def _first_line(first: str, before: str, seen: list[str]) -> None:
    """What the first line of a page says for or against a paper that starts with it."""
    if first[0].islower() or first[0] in ",.;)" or before.endswith(("-", ",")):
        seen.append("runs on")
    elif _BULLET.match(first) and not _DATE.fullmatch(first):
        seen.append("list point")
    elif sum(map(str.isdecimal, first)) > 0.3 * len(first) and not _DATE.fullmatch(first):
        seen.append("table row")
    elif len(first) < 70 and not first.endswith((".", ",", ";")) and (first[-1] != ":" or len(first) >= LEAD):
        seen.append("lead line" if first.endswith(":") else "title lines")
    else:
        seen.append("no title")
