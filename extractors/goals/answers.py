"""What stands apart from its target: results of tables without targets, and of text under ``Ad 2.1`` or a title
that names the goal: ``Kurser (2.1)``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extractors.goals.cells import cell_verdict, measured
from extractors.goals.column import Column
from extractors.goals.entries import Entry, Outcome, Spot, numbered
from extractors.goals.grid_columns import columns_of_grid
from extractors.goals.papers import REPORTS, Paper
from extractors.tables.grid import Grid
from extractors.text.memo import DocumentMemo
from schemas.document import Document
from schemas.packet import Packet, Span

LONGEST_ANSWER = 8
"""Printed lines that stand under one ``Ad``."""
LONGEST_TEXT = 280
NUMBER = r"(?P<no>(?:\p{Lu}{1,3}-?)?\d{1,2}(?:\.\d{1,2})?\p{Ll}?)"
"""The number of a goal or a part of one."""
_AD = regex.compile(rf"Ad\.?\s(?:mål\s|krav\s)?{NUMBER}[.:)]?(?:\s+(?P<rest>\S.*))?$")
_GOAL = regex.compile(rf"(?:(?:Mål|Krav|Punkt)\s{NUMBER}:|Indikator\s{NUMBER}[.:])\s+(?P<rest>\S.*)$")
"""What a report says of a goal behind its number."""
_BRACKETED = regex.compile(
    rf"\p{{Lu}}[^.:;()]{{2,70}}\s\((?:(?:mål|krav|punkt|pkt\.|nr\.)\s)?{NUMBER}\)(?P<rest>)$"
)
"""A title that names the goal in brackets behind it."""
_BEGINS = ("Ad", "Mål", "Krav", "Punkt", "Indikator")
"""What both begin with."""
_INITIALS = frozenset(word[0] for word in _BEGINS)


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
    found = [answer for grid in grids if grid.first_line in paper.span for answer in _of_grid(packet, grid)]
    return [*found, *_under_ad(packet, paper)]


def _of_grid(packet: Packet, grid: Grid) -> Iterator[Answer]:
    columns = columns_of_grid(packet, grid)
    if any(c.heading.kind in ("aim", "maybe_aim") and c.values and not c.is_numbering for c in columns):
        return
    if any(c.heading.kind == "budget" for c in columns):
        return
    outcome = _latest([c for c in columns if c.heading.kind == "outcome" and c.values and not c.is_verdict])
    if outcome is not None:
        yield from _of_column(grid, columns, outcome, None)
        return
    for column in _unnamed(columns):
        yield from _of_column(grid, columns, column, " ".join([*column.path, grid.caption or ""]))


def _of_column(grid: Grid, columns: Sequence[Column], outcome: Column, head: str | None) -> Iterator[Answer]:
    """The answers of one column of values; ``head`` of one that is not called results."""
    numbers = next((c for c in columns if c.is_numbering), None)
    verdicts = next((c for c in columns if c.is_verdict), None)
    degrees = next((c for c in columns if c.heading.kind == "fulfilment" and c.values and not c.is_verdict), None)
    span = Span(grid.first_line, max([grid.last_line, *(cell.line for cell in grid.cells)]))
    meaning = outcome.heading
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
        yield Answer(
            key_of(number or own.own_no), own.label, span, cell.line,
            Outcome(
                value, Spot(cell.line, cell.box), meaning.year, meaning.partial,
                over=not meaning.partial and (meaning.whole or meaning.year is not None),
                fulfilment=told.value if told is not None else None,
                stated=cell_verdict(stated.text) if stated is not None else None,
            ),
            head=head,
        )  # fmt: skip


def _unnamed(columns: Sequence[Column]) -> list[Column]:
    """The columns of values of a list whose heads do not say what they are."""
    valued = [c for c in columns if not c.is_label and c.values]
    return valued if all(c.heading.kind in (None, "time", "verdict") for c in valued) else []


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
        if match is None and (
            (paper.kind in REPORTS and ":" in text) or (paper.kind != "contract" and text.startswith("Indikator"))
        ):
            match = _GOAL.match(text)
        if match is None and text.endswith(")"):
            match = _BRACKETED.match(text)
        ended = len(texts) >= LONGEST_ANSWER or (not text and texts[-1:] and texts[-1].endswith((".", "!")))
        if first >= 0 and not text and texts[-1].endswith(":"):
            first = -1  # a table or list tells it
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
            if ((text := line.text.strip())[:1] in _INITIALS and text.startswith(_BEGINS)) or text[-1:] == ")"
        ]
    )


_begun: DocumentMemo[frozenset[int]] = DocumentMemo()


def _told(number: str, first: int, last: int, texts: Sequence[str], *, ad: bool) -> Answer:
    return Answer(key_of(number), "", Span(first, last), first, text=" ".join(texts).strip()[:LONGEST_TEXT], ad=ad)


def key_of(number: str | None) -> str | None:
    """A number as it is held against others: without the signs behind it; None for none."""
    return number.lower().strip(" .:)") if number else None


def told_below(answers: Sequence[tuple[Paper, Answer]]) -> frozenset[str]:
    """The numbers of targets of which a text below ``Ad`` says what came of them."""
    return frozenset(answer.number for _, answer in answers if answer.ad and answer.number is not None)


def is_numbered(entry: Entry, numbers: frozenset[str]) -> bool:
    """True for an entry that has one of these numbers."""
    return key_of(entry.own_no) in numbers
