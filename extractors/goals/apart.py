"""Results that stand apart from their targets: in a table of their own, or under ``Ad 2.1``, tied to them by a
number or by the same label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extractors.goals.cells import cell_verdict, measured
from extractors.goals.columns import Column
from extractors.goals.entries import Entry, Outcome, Spot, numbered
from extractors.goals.gridded import columns_of_grid
from extractors.goals.papers import REPORTS, Paper
from extractors.goals.worded import told_values, value_of
from extractors.tables.grid import Grid
from schemas.packet import Packet, Span

LONGEST_ANSWER = 8
"""Printed lines that stand under one ``Ad``."""
LONGEST_TEXT = 280
_NUMBER = r"(?P<no>(?:\p{Lu}{1,3}-?)?\d{1,2}(?:\.\d{1,2})?\p{Ll}?)"
_AD = regex.compile(rf"Ad\.?\s(?:mål\s|krav\s)?{_NUMBER}[.:)]?(?:\s+(?P<rest>\S.*))?$")
_GOAL = regex.compile(rf"(?:Mål|Krav|Punkt)\s{_NUMBER}:\s+(?P<rest>\S.*)$")
"""What a report says of a goal behind its number."""
_WORD = regex.compile(r"\p{L}{2,}|\d+")


@dataclass(frozen=True, slots=True)
class Answer:
    """A result with what ties it to its target: ``number`` or ``label``. ``outcome`` of a table; of text its
    ``text``, from which the value is read when the target is known. ``span`` is what prints it; ``ad``: under
    ``Ad``."""

    number: str | None
    label: str
    span: Span
    line: int
    outcome: Outcome | None = None
    text: str = ""
    ad: bool = False


def read_answers(packet: Packet, paper: Paper, grids: Sequence[Grid]) -> list[Answer]:
    """The results of a paper that stand in tables without targets or under ``Ad``."""
    found = [answer for grid in grids if grid.first_line in paper.span for answer in _of_grid(grid, paper)]
    return [*found, *_under_ad(packet, paper)]


def _of_grid(grid: Grid, paper: Paper) -> Iterator[Answer]:
    columns = columns_of_grid(grid)
    if any(c.heading.kind in ("aim", "maybe_aim") and c.values and not c.is_numbering for c in columns):
        return
    outcome = _latest([c for c in columns if c.heading.kind == "outcome" and c.values and not c.is_verdict])
    numbers = next((c for c in columns if c.is_numbering), None)
    if outcome is None or any(c.heading.kind == "budget" for c in columns):
        return
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
        )  # fmt: skip


def _latest(columns: Sequence[Column]) -> Column | None:
    """The one column of results; of several the one without a year, else the last year's."""
    undated = [c for c in columns if c.heading.year is None]
    if len(undated) == 1:
        return undated[0]
    return max(columns, key=lambda c: c.heading.year or 0, default=None) if not undated else None


def _under_ad(packet: Packet, paper: Paper) -> Iterator[Answer]:
    number, first, last, ad = "", -1, -1, False
    texts: list[str] = []
    for index in range(paper.span.first, paper.span.last + 1):
        text = packet.lines[index].text.strip()
        if index in packet.furniture:
            continue
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


def _told(number: str, first: int, last: int, texts: Sequence[str], *, ad: bool) -> Answer:
    return Answer(_key(number), "", Span(first, last), first, text=" ".join(texts).strip()[:LONGEST_TEXT], ad=ad)


def _key(number: str | None) -> str | None:
    return number.lower().strip(" .:)") if number else None


def listed_under(packet: Packet, paper: Paper, answers: Sequence[Answer], known: Sequence[Entry]) -> list[Entry]:
    """Targets of lines that begin with the number of a text answer (``E1 Der holdes 7 møder``), where no table has
    them."""
    wanted = {a.number for a in answers if a.ad} - {_key(e.own_no) for e in known} - {None}
    found: list[Entry] = []
    if not wanted:
        return found
    for index in range(paper.span.first, paper.span.last + 1):
        text = " ".join(packet.lines[index].text.split())
        number, _, rest = text.partition(" ")
        aimed = value_of(rest) if _key(number) in wanted and rest else None
        if aimed is not None:
            wanted.discard(_key(number))
            found.append(
                Entry(
                    rest, aimed, Spot(index), Span(index, index), text, own_no=number.strip(".:)"), year=paper.year
                )
            )
    return found


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
    for paper, answer in answers:
        meant = numbers.get(answer.number or "", []) or labels.get(_plain(answer.label), [])
        if len(meant) != 1 or (answer.number is None and not answer.label):
            continue
        own, entry = filled[meant[0]]
        outcome = answer.outcome or _of_text(answer, entry)
        if entry.results or outcome is None:
            continue
        year = outcome.year or paper.year
        filled[meant[0]] = own, replace(entry, results=(replace(outcome, year=year),))
        spans.append(answer.span)
    return filled, spans


def _of_text(answer: Answer, entry: Entry) -> Outcome | None:
    told = told_values(answer.text, entry.target, f"{entry.label} {entry.text}")
    return Outcome(told[0].value, Spot(answer.line)) if told else None


def _plain(label: str) -> str:
    return " ".join(_WORD.findall(label.lower()))
