"""Overviews: a list of goals with the degree to which each is reached.

Two forms are told apart. In a list the percentage stands on a line of its own below its goal: only here are the two
brought together. In a table both stand on one line: its cells are observations of the table as well. One that holds
the degrees of several years beside each other has the years in its heads; those of the year of the paper are told.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import regex

from extractors.goals.entries import Spans
from extractors.goals.lines import lines_with, printed_in
from extractors.goals.papers import Paper
from extractors.tables.extract import find_tables
from schemas.packet import Packet, Span

_PRINTED = (
    r"(?P<before>(?:\d{1,3}(?:,\d+)?\s?(?:%|pct\.?)\s+){0,3})"
    r"(?P<degree>\d{1,3}(?:,\d+)?)(?P<unit>\s?(?:%|pct\.?))?\s*$"
)
_ROW = regex.compile(rf"\s*(?P<no>\d{{1,2}})\s?[.:)]?\s+(?P<title>[A-ZÆØÅ][^\t%]{{4,150}}?)[\s\t]+{_PRINTED}")
_WRAPPED = regex.compile(rf"\s*(?P<title>\p{{Ll}}[^\t%\d]{{2,150}}?)[\s\t]+{_PRINTED}")
"""The second line of a title, with the degrees behind it."""
_ENTRY = regex.compile(r"\s*(?P<no>\d{1,2})\s?[.:)]\s+(?P<title>[A-ZÆØÅ].{4,150}?)\s*$")
_DEGREE = regex.compile(r"\s*(?P<degree>\d{1,3}(?:,\d+)?)(?P<unit>\s?(?:%|pct\.?))?\s*$")
_IN_PERCENT = regex.compile(r"%|\bpct\b|\bprocent\b", regex.IGNORECASE)
"""A head that gives the unit of all degrees, itself or in the line below: ``Målopfyldelse`` / ``i pct.``"""
_NUMBER = regex.compile(r"\d{1,3}(?:,\d+)?")
_YEAR = regex.compile(r"\b20\d\d\b")
_OF_NUMBERS = regex.compile(r"\b(?:måltal|resultat|budget|baseline|udgangspunkt|forbrug)", regex.IGNORECASE)
"""Heads of columns that hold no degrees."""
MOST_HEADS = 9
"""Lines of the heads and of the first row, at most."""
LONGEST_HEAD = 60
_BELOW = 8
"""Printed lines below its goal in which a percentage is looked for."""
LEAST = 3
"""Goals that make an overview."""


@dataclass(frozen=True, slots=True)
class Degree:
    """The stated degree of a whole goal. ``index`` is the line that prints it; ``printed_in`` a table where the
    tables stage has read one there; ``of_years``: its row holds degrees of other years as well."""

    goal_no: str
    title: str
    degree: Decimal
    index: int
    first: int
    printed_in: Literal["text", "table"]
    of_years: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """A goal with its degrees, one for each column, and the lines ``above`` it, the row itself the last."""

    goal_no: str
    title: str
    degrees: tuple[Decimal, ...]
    index: int
    first: int
    in_line: bool
    above: tuple[str, ...]


def read_overview(packet: Packet, paper: Paper) -> list[Degree]:
    """The degrees of an overview in this paper; empty where there is none."""
    headed: int | None = None
    heads, in_percent = 0, False  # printed lines of the head to come; whether it gives the unit
    found: list[_Row] = []
    above: deque[str] = deque(maxlen=MOST_HEADS)
    open_entry: tuple[str, str, int, int] | None = None  # number, title, line, printed lines since
    headings = lines_with(packet, "degree")
    lines = printed_in(packet, paper.span)
    if headings.isdisjoint(lines):
        return []
    for index in lines:
        text = packet.lines[index].text.replace("**", "")
        if len(text) > 220:
            open_entry = None
            continue
        if index in headings:
            headed, heads = index, 2
        above.append(text)
        if heads and len(text.strip()) <= LONGEST_HEAD and not any(map(str.isdecimal, text)):
            in_percent = in_percent or _IN_PERCENT.search(text) is not None
        heads = max(0, heads - 1)
        if not ("%" in text or "pct" in text or text.lstrip()[:1].isdecimal()) and open_entry is None:
            continue
        if (row := _ROW.match(text)) and (row["unit"] or (in_percent and _is_apart(row))):
            found.append(_Row(row["no"], row["title"].strip(), _degrees(row), index, index, True, tuple(above)))
            open_entry = None
        elif entry := _ENTRY.match(text):
            open_entry = (entry["no"], entry["title"], index, 0)
        elif open_entry is not None and (degree := _DEGREE.match(text)) and (in_percent or degree["unit"]):
            number, title, first, _ = open_entry
            found.append(_Row(number, title, (_decimal(degree["degree"]),), index, first, False, tuple(above)))
            open_entry = None
        elif open_entry is not None and (row := _WRAPPED.match(text)) and row["unit"] and row["before"]:
            number, title, first, _ = open_entry
            title = f"{title} {row['title'].strip()}"
            found.append(_Row(number, title, _degrees(row), index, first, True, tuple(above)))
            open_entry = None
        elif open_entry is not None:
            number, title, first, since = open_entry
            if since >= _BELOW or text.rstrip().endswith(".") or any(char.isdecimal() for char in text):
                open_entry = None
            else:
                joined = f"{title} {text.strip()}" if since == 0 and text.strip()[:1].islower() else title
                open_entry = (number, joined, first, since + 1)
    return _told(packet, _rising(found), paper) if headed is not None else []


def _is_apart(row: regex.Match[str]) -> bool:
    """True where a gap sets the degree apart: a title may end in a number."""
    gap = row.string[row.end("title") : row.start("degree")]
    return len(gap) > 1 or gap == "\t"


def _rising(found: list[_Row]) -> list[_Row]:
    """The longest run whose goals are numbered upwards and stand close together."""
    best: list[_Row] = []
    run: list[_Row] = []
    for row in found:
        if (
            run and int(row.goal_no) > int(run[-1].goal_no) and row.first - run[-1].index <= 40
            and len(row.degrees) == len(run[-1].degrees)
        ):  # fmt: skip
            run.append(row)
        else:
            run = [row]
        if len(run) > len(best):
            best = list(run)
    return best if len(best) >= LEAST else []


def _told(packet: Packet, rows: list[_Row], paper: Paper) -> list[Degree]:
    """The rows with the degree of each: the only one, or that of the year of the paper where the heads name a year
    for each column and nothing but degrees."""
    if not rows:
        return []
    columns, column = len(rows[0].degrees), 0
    if columns > 1:
        *lines, _ = rows[0].above
        heads = " ".join(line for line in lines if len(line.strip()) <= LONGEST_HEAD)
        years = [int(year) for year in _YEAR.findall(heads)]
        if len(years) != columns or _OF_NUMBERS.search(heads):
            return []
        column = years.index(paper.year if paper.year in years else max(years))
    read = Spans([Span(grid.first_line, grid.last_line) for grid in find_tables(packet)[0]])
    return [
        Degree(
            row.goal_no, row.title, row.degrees[column], row.index, row.first,
            "table" if row.in_line and read.covers(row.index) else "text",
            columns > 1,
        )
        for row in rows
    ]  # fmt: skip


def _degrees(row: regex.Match[str]) -> tuple[Decimal, ...]:
    """All degrees at the end of a row."""
    return tuple(_decimal(text) for text in (*_NUMBER.findall(row["before"]), row["degree"]))


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
