"""Tables whose rows have the marks of goals that a list or table before them names, whatever their heads say.

    KPI                   Bestilt                KPI    2031    2032    Bemærkning
    A. Kurser for lodser  40                     A      38      44      Et godt år
    B. Ture til øen       1.200 om året          B      -       1.150

The first is of goals where its title, its heads or its paper say so; the second tells of times or results.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from extractors.goals.cells import measured
from extractors.goals.column import Column
from extractors.goals.entries import Entry, Outcome, Spans, Spot
from extractors.goals.grid_columns import columns_of_grid
from extractors.goals.headings import heading
from extractors.goals.papers import Paper
from extractors.goals.spoken import speaks_of_goal
from extractors.goals.worded import value_of
from extractors.tables.extract import find_tables
from extractors.tables.grid import Grid
from schemas.packet import Packet, Span

FEWEST = 3
"""Rows with marks that the list before has as well."""
KNOWN = 0.6
"""Share of the rows whose marks it has, at least."""
MOST_LINES = 400
"""Lines above the table in which the list may stand."""
MOST_BEHIND = 4
"""Lines from one entry of the list to the next."""
ABOVE = 3
"""Printed lines above the list that may say what it is of."""
_MARK = r"(?P<mark>\p{Lu}{1,3}-?\d{1,2}|\d{1,2}\p{Ll}?|\p{L})"
_CELL = regex.compile(rf"{_MARK}[.:)]?(?:\s+\S.*)?")
_LINE = regex.compile(rf"{_MARK}(?:[.:)]\s+|\s{{2,}}|\t)(?P<rest>\S.*)")
_GAP = regex.compile(r"\s{2,}|\t")
_BLANKS = " -–—"
_TOLD = ("outcome", "time")


class Marked(NamedTuple):
    """The entries of a room with the results of such tables, and the lines of these."""

    entries: list[tuple[Paper, Entry]]
    spans: list[Span]


def with_marked_rows(
    packet: Packet, group: Sequence[Paper], entries: Sequence[tuple[Paper, Entry]], known: Sequence[Span]
) -> Marked:
    """The entries of the papers of a room and those of lists whose marks the rows of a table behind them have.
    ``known`` are the lines of results whose targets are known."""
    found, spans = list(entries), list[Span]()
    answered = Spans([*known, *(entry.span for _, entry in entries if entry.results)])
    for grid in find_tables(packet)[0]:
        span = Span(grid.first_line, grid.last_line)
        if answered.meet(span) or not any(grid.first_line in paper.span for paper in group):
            continue
        told = _told_by_mark(columns_of_grid(packet, grid))
        if len(told) < FEWEST:
            continue
        others = [row for row in found if not Spans([row[1].span]).meet(span)]
        rows = _of_table(others, grid, told) or [
            *others, *_listed(packet, group, grid, told, Spans(entry.span for _, entry in others))
        ]  # fmt: skip
        if rows != others:
            found = sorted(rows, key=lambda row: (row[1].span, row[1].at.line))
            spans.append(span)
    return Marked(found, spans)


def _of_table(
    entries: Sequence[tuple[Paper, Entry]], grid: Grid, told: Mapping[str, tuple[Outcome, ...]]
) -> list[tuple[Paper, Entry]]:
    """The entries with the results of the last table before this one whose targets have its marks; empty where none
    has."""
    by_span: dict[Span, dict[int, str]] = {}
    for at, (_, entry) in enumerate(entries):
        mark = entry.own_no or (match["mark"] if (match := _LINE.fullmatch(entry.label)) is not None else "")
        if entry.span.last < grid.first_line and not entry.results and mark.lower() in told:
            by_span.setdefault(entry.span, {})[at] = mark.lower()
    for marks in (by_span[span] for span in sorted(by_span, reverse=True)):
        if len(marks) == len(set(marks.values())) >= max(FEWEST, KNOWN * len(told)):
            return [
                (paper, _answered(entry, told[marks[at]])) if at in marks else (paper, entry)
                for at, (paper, entry) in enumerate(entries)
            ]
    return []


def _answered(entry: Entry, told: Sequence[Outcome]) -> Entry:
    """The entry with its results; what is of a year before its own is where it set out from."""
    own = entry.year or 0
    return replace(entry, results=tuple(one for one in told if one.year is None or one.year >= own))


def _told_by_mark(columns: Sequence[Column]) -> Mapping[str, tuple[Outcome, ...]]:
    """The results of each row of a table by its mark; none where not every row has one, or a column sets aims or
    holds money that is planned."""
    labels = next((column for column in columns if column.is_label or not column.at), None)
    marks: dict[str, int] = {}
    for place, cell in labels.cells.items() if labels is not None else ():
        match = _CELL.fullmatch(cell.text.strip())
        if match is None or match["mark"].lower() in marks:
            return {}
        marks[match["mark"].lower()] = place
    valued = [column for column in columns if column is not labels and column.values and not column.is_verdict]
    kinds = {column.heading.kind for column in valued}
    told = [column for column in valued if column.heading.kind in _TOLD]
    undated = [column for column in told if column.heading.year is None]
    if not told or len(undated) > 1 or kinds & {"aim", "maybe_aim", "budget"}:
        return {}
    return {mark: tuple(_outcomes(told, place)) for mark, place in marks.items()}


def _outcomes(columns: Sequence[Column], place: int) -> Iterator[Outcome]:
    for column in columns:
        value, meaning = column.value(place), column.heading
        if value is not None:
            cell = column.cells[place]
            over = not meaning.partial and (meaning.whole or meaning.year is not None)
            yield Outcome(value, Spot(cell.line, cell.box), meaning.year, meaning.partial, over=over)


class _Line(NamedTuple):
    at: int
    mark: str
    rest: str


def _listed(
    packet: Packet, group: Sequence[Paper], grid: Grid, told: Mapping[str, Sequence[Outcome]], taken: Spans
) -> Iterator[tuple[Paper, Entry]]:
    """The entries of the nearest list above a table that has the marks of its rows, in their order."""
    lines = _nearest(packet, group, grid.first_line, list(told), taken)
    if len(lines) < max(FEWEST, KNOWN * len(told)):
        return
    paper = next(paper for paper in group if lines[0].at in paper.span)
    head = _above(packet, paper, lines[0].at)
    if paper.kind != "contract" and not any(map(_names_aim, head)):
        return
    span = Span(lines[0].at, lines[-1].at)
    for line in lines:
        label, *cells = (cell for cell in _GAP.split(line.rest) if cell.strip(_BLANKS))
        values = [value for cell in cells if (value := measured(cell) or value_of(cell)) is not None]
        aimed = values[0] if len(values) == 1 else value_of(line.rest) if not cells else None
        if aimed is not None:
            text = " ".join(packet.lines[line.at].text.split())
            entry = Entry(
                label, aimed, Spot(line.at), span, text, own_no=line.mark, year=paper.year,
                head=" ".join(head),
            )  # fmt: skip
            yield paper, _answered(entry, told[line.mark.lower()])


def _nearest(
    packet: Packet, group: Sequence[Paper], behind: int, marks: Sequence[str], taken: Spans
) -> list[_Line]:
    """The lines of the last list before a line whose entries have these marks, one after the other."""
    run: list[_Line] = []
    for index in range(behind - 1, max(-1, behind - MOST_LINES), -1):
        if run and run[0].at - index > MOST_BEHIND + sum(i in packet.furniture for i in range(index, run[0].at)):
            if len(run) >= FEWEST:
                return run
            run = []
        match = _LINE.fullmatch(packet.lines[index].text.strip())
        if match is None or match["mark"].lower() not in marks or taken.covers(index):
            continue
        if not any(index in paper.span for paper in group):
            continue
        place = marks.index(match["mark"].lower())
        if run and place >= marks.index(run[0].mark.lower()):
            run = []
        run.insert(0, _Line(index, match["mark"], match["rest"]))
    return run


def _above(packet: Packet, paper: Paper, index: int) -> list[str]:
    """The texts printed right above a list: its title and its heads."""
    found: list[str] = []
    for at in range(index - 1, paper.span.first - 1, -1):
        text = packet.lines[at].text.strip()
        if text and at not in packet.furniture:
            found += _GAP.split(text)
            if len(found) >= ABOVE:
                break
    return found


def _names_aim(text: str) -> bool:
    return heading((text,)).kind in ("aim", "maybe_aim") or speaks_of_goal(text)
