"""Results that stand apart from their targets: in a table of their own, or under ``Ad 2.1``, tied to them by a
number or by the same label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import regex

from extractors.goals.cells import cell_verdict, measured
from extractors.goals.columns import Column
from extractors.goals.entries import Entry, Outcome, Spot, numbered
from extractors.goals.fields import fields_of
from extractors.goals.gridded import columns_of_grid
from extractors.goals.headings import may_head
from extractors.goals.numbered import first_sentence
from extractors.goals.papers import REPORTS, Paper
from extractors.goals.worded import told_values, value_of
from extractors.language.stems import stem
from extractors.tables.grid import Grid
from extractors.text.markers import read_marker
from extractors.text.memo import DocumentMemo
from schemas.document import Document
from schemas.packet import Packet, Span
from schemas.units import MONEY

LONGEST_ANSWER = 8
"""Printed lines that stand under one ``Ad``."""
LONGEST_TEXT = 280
MOST_BEHIND = 4
"""Lines that go on the first one of a point."""
FEWEST_NAMES = 3
"""Names of a list that another one repeats."""
SHORTEST_NOUN = 4
_UNTELLING = frozenset({"antal", "fordelt", "kommune", "kommuner", "kommunerne", "oversigt", "over", "december"})
"""Words of heads that say nothing of what is counted."""
_NUMBER = r"(?P<no>(?:\p{Lu}{1,3}-?)?\d{1,2}(?:\.\d{1,2})?\p{Ll}?)"
_POINT = regex.compile(rf"{_NUMBER}[.:)]?\s")
_BRACKET = regex.compile(r"\s*\([^()]*\)$")
_AD = regex.compile(rf"Ad\.?\s(?:mål\s|krav\s)?{_NUMBER}[.:)]?(?:\s+(?P<rest>\S.*))?$")
_GOAL = regex.compile(rf"(?:Mål|Krav|Punkt)\s{_NUMBER}:\s+(?P<rest>\S.*)$")
"""What a report says of a goal behind its number."""
_BEGINS = ("Ad", "Mål", "Krav", "Punkt")
"""What both begin with."""
_INITIALS = frozenset(word[0] for word in _BEGINS)
_WORD = regex.compile(r"\p{L}{2,}|\d+")
_TIMED = regex.compile(r"\(\d+\s?min(?:\.|utter)?\)$")
"""The minutes that an agenda gives an item."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A result with what ties it to its target: ``number`` or ``label``. ``outcome`` of a table; of text its
    ``text``, from which the value is read when the target is known. ``span`` is what prints it; ``ad``: under
    ``Ad``. ``head`` is that of values which only the names beside them tie to targets."""

    number: str | None
    label: str
    span: Span
    line: int
    outcome: Outcome | None = None
    text: str = ""
    ad: bool = False
    head: str | None = None


def read_answers(packet: Packet, paper: Paper, grids: Sequence[Grid]) -> list[Answer]:
    """The results of a paper that stand in tables without targets or under ``Ad``."""
    found = [answer for grid in grids if grid.first_line in paper.span for answer in _of_grid(grid, paper)]
    return [*found, *_under_ad(packet, paper)]


def _of_grid(grid: Grid, paper: Paper) -> Iterator[Answer]:
    columns = columns_of_grid(grid)
    if any(c.heading.kind in ("aim", "maybe_aim") and c.values and not c.is_numbering for c in columns):
        return
    outcome = _latest([c for c in columns if c.heading.kind == "outcome" and c.values and not c.is_verdict])
    head: str | None = None
    if outcome is None:
        outcome = _unnamed(columns)
        head = " ".join([*outcome.path, grid.caption or ""]) if outcome is not None else None
    if outcome is None or any(c.heading.kind == "budget" for c in columns):
        return
    numbers = next((c for c in columns if c.is_numbering), None)
    verdicts = next((c for c in columns if c.is_verdict), None)
    degrees = next((c for c in columns if c.heading.kind == "fulfilment" and c.values and not c.is_verdict), None)
    span = Span(grid.first_line, max([grid.last_line, *(cell.line for cell in grid.cells)]))
    for place, cell in outcome.cells.items():
        value = outcome.value(place)
        if value is None:
            continue
        number = numbers.cells[place].text if numbers is not None and place in numbers.cells else None
        path = grid.row_paths[place]
        own = numbered(path[-1] if path else "")
        stated = verdicts.cells.get(place) if verdicts is not None else None
        degree = degrees.cells.get(place) if degrees is not None else None
        told = measured(degree.text) if degree is not None else None
        meaning = outcome.heading
        yield Answer(
            _key(number or own.own_no), own.label, span, cell.line,
            Outcome(
                value, Spot(cell.line, cell.box), meaning.year, meaning.partial,
                over=not meaning.partial and (meaning.whole or meaning.year is not None),
                fulfilment=told.value if told is not None else None,
                stated=cell_verdict(stated.text) if stated is not None else None,
            ),
            head=head,
        )  # fmt: skip


def _unnamed(columns: Sequence[Column]) -> Column | None:
    """The one column of values of a list whose head does not say what they are."""
    valued = list(islice((c for c in columns if not c.is_label and c.values), 2))
    return valued[0] if len(valued) == 1 and valued[0].heading.kind in (None, "time") else None


def _latest(columns: Sequence[Column]) -> Column | None:
    """The one column of results; of several the one without a year, else the last year's."""
    undated = [c for c in columns if c.heading.year is None]
    if len(undated) == 1:
        return undated[0]
    return max(columns, key=lambda c: c.heading.year or 0, default=None) if not undated else None


def _under_ad(packet: Packet, paper: Paper) -> Iterator[Answer]:
    number, first, last, ad = "", -1, -1, False
    texts: list[str] = []
    lines, furniture = packet.lines, packet.furniture
    begun = _begun.get(packet.document, None, lambda: _begin(packet.document))
    for index in range(paper.span.first, paper.span.last + 1):
        if (first < 0 and index not in begun) or index in furniture:
            continue
        text = lines[index].text.strip()
        match = _AD.match(text) if text.startswith("Ad") else None
        is_ad = match is not None
        if match is None and paper.kind in REPORTS and ":" in text:
            match = _GOAL.match(text)
        ended = len(texts) >= LONGEST_ANSWER or (not text and texts[-1:] and texts[-1].endswith((".", "!")))
        if first >= 0 and (match is not None or ended):
            yield _told(number, first, last, texts, ad=ad)
            first = -1
        if match is not None:
            number, first, last, texts, ad = match["no"], index, index, [match["rest"] or ""], is_ad
        elif text and first >= 0:
            texts.append(text)
            last = index
    if first >= 0:
        yield _told(number, first, last, texts, ad=ad)


def _begin(document: Document) -> frozenset[int]:
    """The lines that begin like such an answer."""
    return frozenset(
        [
            line.index
            for lines in document.printed
            for line in lines
            if (text := line.text.lstrip())[:1] in _INITIALS and text.startswith(_BEGINS)
        ]
    )


_begun: DocumentMemo[frozenset[int]] = DocumentMemo()


def _told(number: str, first: int, last: int, texts: Sequence[str], *, ad: bool) -> Answer:
    return Answer(_key(number), "", Span(first, last), first, text=" ".join(texts).strip()[:LONGEST_TEXT], ad=ad)


def _key(number: str | None) -> str | None:
    return number.lower().strip(" .:)") if number else None


def told_below(answers: Sequence[tuple[Paper, Answer]]) -> frozenset[str]:
    """The numbers of targets of which a text below ``Ad`` says what came of them."""
    return frozenset(answer.number for _, answer in answers if answer.ad and answer.number is not None)


def is_numbered(entry: Entry, numbers: frozenset[str]) -> bool:
    """True for an entry that has one of these numbers."""
    return _key(entry.own_no) in numbers


def listed_under(packet: Packet, paper: Paper, answers: Sequence[Answer], known: Sequence[Entry]) -> list[Entry]:
    """Targets of points that begin with the number of a text answer (``E1 Der holdes 7 møder``), where no table has
    them. None of points that tell themselves what came of them: what stands under ``Ad`` are remarks then."""
    told = {a.number: _plain(a.text) for a in answers if a.ad}
    wanted = told.keys() - {_key(e.own_no) for e in known} - {None}
    found: list[Entry] = []
    for index in range(paper.span.first, paper.span.last + 1) if wanted else ():
        number, _, begun = " ".join(packet.lines[index].text.split()).partition(" ")
        if _key(number) not in wanted or not begun[:1].isalnum():
            continue
        title = _plain(_BRACKET.sub("", begun))
        if title and told[_key(number)].startswith(title):
            return []  # the points of an agenda, which ``Ad 2`` takes up one by one
        texts = [begun, *_behind(packet, index + 1, paper.span.last)]
        if any(f.meaning.kind == "outcome" for text in texts[1:] for f in fields_of(text, index)[1]):
            return []
        rest = " ".join(texts)
        aimed = value_of(rest)
        if aimed is not None:
            wanted.discard(_key(number))
            text = f"{number} {rest}"
            span = Span(index, index + len(texts) - 1)
            found.append(Entry(rest, aimed, Spot(index), span, text, own_no=number.strip(".:)"), year=paper.year))
    return found


def _behind(packet: Packet, first: int, last: int) -> Iterator[str]:
    """The lines that go on a point: up to a blank one or the next mark of a list."""
    for index in range(first, min(first + MOST_BEHIND, last + 1)):
        text = " ".join(packet.lines[index].text.split())
        marked = read_marker(text) is not None or _POINT.match(text) is not None or text.startswith("Ad ")
        if not text or marked or index in packet.furniture:
            return
        yield text


def joined(
    entries: Sequence[tuple[Paper, Entry]], answers: Sequence[tuple[Paper, Answer]]
) -> tuple[list[tuple[Paper, Entry]], list[Span]]:
    """The entries with the results that stand apart from them, and the spans of those results."""
    numbers: dict[str, list[int]] = {}
    labels: dict[str, list[int]] = {}
    for at, (_, entry) in enumerate(entries):
        if entry.results:
            continue
        for number in {_key(n) for n in (entry.own_no, entry.sub_no, entry.goal_no)} - {None}:
            numbers.setdefault(str(number), []).append(at)
        labels.setdefault(_plain(entry.label), []).append(at)
    filled = list(entries)
    spans: list[Span] = []
    surely = _tied_by_names(entries, answers)
    for paper, answer in answers:
        if answer.head is not None and answer.span not in surely:
            continue
        meant = numbers.get(answer.number or "", []) or labels.get(_plain(answer.label), [])
        if answer.outcome is not None and answer.outcome.year is not None:
            meant = [at for at in meant if _of_time(filled[at][1], answer.outcome, alone=len(meant) == 1)]
        if len(meant) != 1 or (answer.number is None and not answer.label):
            continue
        own, entry = filled[meant[0]]
        outcome = answer.outcome or _of_text(answer, entry)
        if entry.results or outcome is None or answer.line in entry.span:
            continue  # what the table of the target itself prints is read with it
        year = outcome.year or paper.year
        filled[meant[0]] = own, replace(entry, results=(replace(outcome, year=year),))
        spans.append(answer.span)
    return filled, spans


def _of_time(entry: Entry, outcome: Outcome, *, alone: bool) -> bool:
    """False where the result is of a year before the target's; of several targets it answers that of its year."""
    if entry.year is None or outcome.year is None:
        return alone
    return outcome.year >= entry.year if alone else outcome.year == entry.year


def _tied_by_names(entries: Sequence[tuple[Paper, Entry]], answers: Sequence[tuple[Paper, Answer]]) -> set[Span]:
    """The lists without a word for a result that tell, for the very names of a list of targets, what became of
    them: their head names what that of the targets does, and no other such list does so for the same time."""
    lists: dict[Span, list[Answer]] = {}
    for _, answer in answers:
        if answer.head is not None:
            lists.setdefault(answer.span, []).append(answer)
    tied: set[Span] = set()
    for aims in _lists_of_targets(entries).values():
        names, about = {_plain(entry.label) for entry in aims}, _about(" ".join({entry.head for entry in aims}))
        fitting = [
            span
            for span, told in lists.items()
            if span.first > aims[0].span.last and _plain_names(told) == names and about & _about(told[0].head or "")
            and {answer.outcome.year for answer in told if answer.outcome} <= {None, aims[0].year}
        ]  # fmt: skip
        tied |= set(fitting) if len(fitting) == 1 else set()
    return tied


def _lists_of_targets(entries: Sequence[tuple[Paper, Entry]]) -> dict[Span, list[Entry]]:
    """The tables of targets without results, by their lines."""
    found: dict[Span, list[Entry]] = {}
    for _, entry in entries:
        found.setdefault(entry.span, []).append(entry)
    return {
        span: own
        for span, own in found.items()
        if len(own) >= FEWEST_NAMES and not any(entry.results for entry in own)
    }


def _plain_names(told: Sequence[Answer]) -> set[str]:
    return {_plain(answer.label) for answer in told}


def _about(head: str) -> set[str]:
    """The stems of what a head counts, without the words that tell it to be one of goals."""
    words = (word for word in _WORD.findall(head.lower()) if len(word) >= SHORTEST_NOUN and word.isalpha())
    return {stem(word) for word in words if not may_head(word) and word not in _UNTELLING}


def _of_text(answer: Answer, entry: Entry) -> Outcome | None:
    text = first_sentence(answer.text) if entry.target.unit in MONEY else answer.text
    told = told_values(text, entry.target, f"{entry.label} {entry.text}")
    return Outcome(told[0].value, Spot(answer.line)) if told else None


def _plain(label: str) -> str:
    return " ".join(_WORD.findall(label.lower()))
