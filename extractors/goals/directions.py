"""Which way a goal of a table points, where its cell bears no sign: by the text around the table.

``Køretøjet skal være fremme inden for det antal minutter, der er vist i tabellen``; ``For varmeforbruget er målet,
at tallet højst er det angivne``. Heads, labels and stated verdicts are asked by the entry itself
(:mod:`extractors.goals.entries`). A length of time of which nothing tells whether it is a most or a least value is
left undecided: a waiting time and a course are both counted in days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import regex

from extractors.goals.entries import Entry, Spans
from extractors.goals.headings import LONGEST, is_brought_down
from extractors.goals.papers import Paper
from extractors.language.counting import is_duration
from extractors.language.stems import stem
from extractors.tables.captions import parse_caption
from extractors.tables.head import sewn
from schemas.language import lexicon
from schemas.packet import Packet, Span

ABOVE, BELOW = 10, 6
"""Printed lines above and below a table that may tell of it."""
_SENEST = (
    r"senest(?!\s(?:(?:den|d\.|i|ved|med|pr\.|\p{Ll}+en|ultimo|medio|primo|af)\s)*(?:\d{1,2}\.\s\p{L}|20\d\d))"
)
"""``senest`` that bounds a length of time: before a date it tells by when something is done."""
_MOST = regex.compile(
    rf"\b(?:højst|højest|{_SENEST}|inden\s?for|maks\.?|maksimal\w*|maksimum\w*|loft(?:et|er)?|øvre\sgrænse\w*|"
    r"ikke\s(?:\w+\s){0,3}(?:over|overstige[rs]?|overskride[rs]?|overgår?)|"
    r"(?:ikke|ingen)\s(?:\w+\s){0,4}(?:mere|længere|højere|flere)\send)\b",
    regex.IGNORECASE,
)
_EXCEPT = regex.compile(
    r"\b(?:undtagen|bortset\sfra|med\sundtagelse\saf|på\snær)\s(?P<which>.+?)(?=[,;]|\s(?:gælder|er|skal|må)\s|$)",
    regex.IGNORECASE,
)
"""Words behind which the rows stand of which a sentence does not hold."""
_WORD_OF_MOST = regex.compile(r"højst|højest|senest|inden|maks|loft|grænse|ikke|ingen", regex.IGNORECASE)
"""Without one of these no text says so; quick to ask."""
_LEAST = regex.compile(r"\b(?:mindst|minimum\w*|minimal\w*|som\sminimum|ikke\s(?:\w+\s)?under)\b", regex.IGNORECASE)
_POINTS = regex.compile(
    r"\b(?:tabel\w*|skema\w*|oversigt\w*|nedenstående|ovenstående|nedenfor|herunder|angivne?|anførte?|viste?|nævnte?|"
    r"fremgår|tallene|værdierne|målene|måltallene|kolonne\w*|tiderne|fristerne|grænserne|(?:service)?mål(?:ene)?\ser)\b",
    regex.IGNORECASE,
)
"""Words that point at the numbers of a table."""
_SENTENCE = regex.compile(r"(?<=(?:\p{Ll}|20\d\d)[.!])\s+(?=\p{Lu})|;\s|\n")
CAPTION = 4
"""Lines that end with the first row, among which the caption stands."""
_WORD = regex.compile(r"\p{L}{4,}")
_MORE = regex.compile(
    r",|\b(?:og|samt|eller|uden|ingen|trods|mindre|færre|lavere|fald(?:et)?\si|reduktion\p{L}*|nedbring\p{L}*)\b|/",
    regex.IGNORECASE,
)
"""In a title that names more than one thing, or how much less there is to be."""
_UNIT = regex.compile(r",?\s\(?(?:i\s)?(?:pct\.?|%|procent|antal|dage|uger|timer|minutter)\)?$", regex.IGNORECASE)
"""The unit that a caption ends with: ``Sygefravær i afdelingerne, pct.``"""
_TIME = regex.compile(r"tid(?:en|er|erne|s\p{L}*)?\b|frist|servicemål|forsinke", regex.IGNORECASE)
_MEASURED = regex.compile(
    r"^(?:andel|antal|procent|pct)|tilfreds|trivsel|gennemfør|samtale|kursus|kurser", regex.IGNORECASE
)
"""In a label that says itself what is measured."""
_NUMBERED = regex.compile(r"(?P<no>\d{1,2}(?:\.\d{1,2}){0,2})\.?\s+(?=\p{Lu})")
MOST_ABOVE = 60
"""Lines above a table in which the titles of its chapters are looked for."""
_FIGURE = regex.compile(r"(?<![\d.])(?!20\d\d\b)\d")
"""A number that is no year: a sentence that states its own bound does not speak of the table."""


def directed(packet: Packet, paper: Paper, entries: Sequence[Entry]) -> list[Entry]:
    """The entries with what the text around their table or card says of the way that they point."""
    found = list(entries)
    by_span: dict[Span, list[int]] = {}
    for at, entry in enumerate(entries):
        if not entry.is_directed:
            by_span.setdefault(entry.span, []).append(at)
    listed = Spans(entry.span for entry in entries)
    for span, places in by_span.items():
        labels = [entry.label for entry in entries if entry.span == span]
        direction = _Direction(packet, paper, span, listed)
        # rows of places under a title that says what is measured: none of them says that it is something else
        alike = len(places) == len(labels) and not any(map(_MEASURED.search, labels))
        for at in places:
            entry = entries[at]
            most = direction.is_most(entry.label, labels, timed=is_duration(entry.target.unit))
            if most or _is_burden_alone(entry.head, entry) or (alike and direction.is_of_burden(entry)):
                found[at] = replace(entry, ceiling=True)
    return found


class _Direction:
    """What the text around a table says of all its numbers, of its lengths of time, and of single rows. What is
    ``listed`` elsewhere speaks of itself alone."""

    def __init__(self, packet: Packet, paper: Paper, span: Span, listed: Spans) -> None:
        def others(indices: range) -> Iterator[int]:
            return (at for at in indices if at in span or not listed.covers(at))

        above = _printed(packet, others(range(min(span.first + 1, span.last), paper.span.first - 1, -1)), ABOVE)[
            ::-1
        ]
        below = _printed(packet, others(range(span.last + 1, paper.span.last + 1)), BELOW)
        told = [sentence for texts in (above, below) for sentence in _SENTENCE.split(_run(texts))]
        self._sentences = [
            sentence
            for sentence in told
            if _WORD_OF_MOST.search(sentence) and _MOST.search(sentence) and not _LEAST.search(sentence)
        ]
        self._of_least = [s for s in told if _LEAST.search(s) and not _MOST.search(s)]
        titles = [*(text for text in above if _is_title(text)), paper.title or ""]
        self._titled = any(map(is_brought_down, titles))
        self._chapters = [*_captions(above), *_chapters(packet, paper, span.first)]

    def is_of_burden(self, entry: Entry) -> bool:
        """True below the title of a burden that the entry measures."""
        return any(_is_burden_alone(title, entry) for title in self._chapters)

    def is_most(self, label: str, labels: Sequence[str], *, timed: bool) -> bool:
        """True for a number that is a most value by the text. ``labels`` are those of all rows; ``timed``: it is a
        length of time."""
        if timed and self._titled:
            return True
        if any(_names(_stems(sentence), label) for sentence in self._of_least):
            return False  # `For cykling er målet mindst 35 pct.` beside what is said of all others
        for sentence in self._sentences:
            if (but := _EXCEPT.search(sentence)) is not None:
                if _is_meant(but["which"], label, labels):
                    continue
                sentence = sentence[: but.start()] + sentence[but.end() :]
            pointed = _POINTS.search(sentence) is not None
            if not pointed and not (timed and _FIGURE.search(sentence) is None):
                continue
            words = _stems(sentence)
            named = [other for other in labels if _names(words, other)]
            if (named and _names(words, label)) or (not named and (timed or _FIGURE.search(sentence) is None)):
                return True
        return False


def _is_meant(text: str, label: str, labels: Sequence[str]) -> bool:
    """True where the text names the row: by its words, or as the first or last of them."""
    place = _PLACED.match(text)
    if place is not None:
        return label == labels[0 if place["first"] else -1]
    return _names(_stems(text), label)


_PLACED = regex.compile(r"(?:den|det)\s(?:(?P<first>første|øverste)|sidste|nederste)\b", regex.IGNORECASE)


def _is_burden_alone(title: str, entry: Entry) -> bool:
    """True for a title that names something of which less is better, and nothing else beside it. Of a time that
    passes a share is how often it is kept."""
    title = _UNIT.sub("", title)
    if not is_brought_down(title) or _MORE.search(title) is not None:
        return False
    return is_duration(entry.target.unit) or _TIME.search(title) is None


def _captions(above: Sequence[str]) -> list[str]:
    """The title of the caption right above the heads of a table, whose last line ``above`` ends with."""
    caption = next(
        (found for text in reversed(above[-CAPTION:]) if (found := parse_caption(text)) is not None), None
    )
    return [caption.title] if caption is not None and caption.title else []


def _chapters(packet: Packet, paper: Paper, first: int) -> list[str]:
    """The title that a table stands below, and those of the chapters that hold it: of ``2.2`` it is ``2.``"""
    found: list[str] = []
    number: str | None = None
    for index in range(first - 1, max(paper.span.first, first - MOST_ABOVE) - 1, -1):
        line = packet.lines[index]
        text = line.text.strip(" *#")
        if line.blank or index in packet.furniture or not _is_title(text):
            continue
        match = _NUMBERED.match(text)
        if match is None:
            if not found and _stands_alone(packet, index):
                found.append(text)
            continue
        if number is None or (number.startswith(f"{match['no']}.") and match["no"] != number):
            found.append(text[match.end() :])
            number = match["no"]
        if "." not in number:
            break
    return found


def _stands_alone(packet: Packet, index: int) -> bool:
    """True for a line with an empty one above it, or the first of its page."""
    above = packet.lines[index - 1] if index else None
    return above is None or above.blank or above.page != packet.lines[index].page


def _printed(packet: Packet, indices: Iterable[int], most: int) -> list[str]:
    """The printed lines of these, up to so many."""
    found: list[str] = []
    for index in indices:
        line = packet.lines[index]
        if line.blank or index in packet.furniture:
            continue
        found.append(line.text.replace("*", "").strip())
        if len(found) == most:
            break
    return found


def _run(texts: Sequence[str]) -> str:
    """The lines as running text; captions and numbered titles are on lines of their own."""
    found: list[str] = []
    for text in texts:
        if parse_caption(text) or (_NUMBERED.match(text) and _is_title(text)):
            found += [f"\n{text}\n", ""]
        else:
            found[-1:] = [sewn([*found[-1:], text])]
    return " ".join(found)


def _is_title(text: str) -> bool:
    spaced = "   " in text or "\t" in text  # a row
    return len(text) <= LONGEST and not spaced and not text.endswith((".", ",", ":", ";"))


def _names(words: frozenset[str], label: str) -> bool:
    return not words.isdisjoint(_stems(label))


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    stop = lexicon().stop
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in stop)
