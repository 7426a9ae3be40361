"""Overviews: a list of goals with the degree to which each is reached.

Two forms are told apart. In a list the percentage stands on a line of its own below its goal: only here are the two
brought together. In a table both stand on one line: its cells are observations of the table as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import regex

from extractors.goals.lines import lines_with, printed_in
from extractors.goals.papers import Paper
from schemas.packet import Packet

_ROW = regex.compile(
    r"\s*(?P<no>\d{1,2})\s?[.:)]?\s+(?P<title>[A-ZÆØÅ][^\t]{4,150}?)[\s\t]+(?P<degree>\d{1,3}(?:,\d+)?)(?P<unit>\s?(?:%|pct\.?))?\s*$"
)
_ENTRY = regex.compile(r"\s*(?P<no>\d{1,2})\s?[.:)]\s+(?P<title>[A-ZÆØÅ].{4,150}?)\s*$")
_DEGREE = regex.compile(r"\s*(?P<degree>\d{1,3}(?:,\d+)?)(?P<unit>\s?(?:%|pct\.?))?\s*$")
_IN_PERCENT = regex.compile(r"%|\bpct\b|\bprocent\b", regex.IGNORECASE)
"""A head that gives the unit of all degrees, itself or in the line below: ``Målopfyldelse`` / ``i pct.``"""
LONGEST_HEAD = 60
_BELOW = 8
"""Printed lines below its goal in which a percentage is looked for."""
LEAST = 3
"""Goals that make an overview."""


@dataclass(frozen=True, slots=True)
class Degree:
    """The stated degree of a whole goal. ``index`` is the line that prints it."""

    goal_no: str
    title: str
    degree: Decimal
    index: int
    first: int
    printed_in: Literal["text", "table"]


def read_overview(packet: Packet, paper: Paper) -> list[Degree]:
    """The degrees of an overview in this paper; empty where there is none."""
    headed: int | None = None
    heads, in_percent = 0, False  # printed lines of the head to come; whether it gives the unit
    found: list[Degree] = []
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
        if heads and len(text.strip()) <= LONGEST_HEAD and not any(map(str.isdecimal, text)):
            in_percent = in_percent or _IN_PERCENT.search(text) is not None
        heads = max(0, heads - 1)
        if not ("%" in text or "pct" in text or text.lstrip()[:1].isdecimal()) and open_entry is None:
            continue
        if (row := _ROW.match(text)) and (row["unit"] or (in_percent and _is_apart(row))):
            found.append(Degree(row["no"], row["title"].strip(), _decimal(row["degree"]), index, index, "table"))
            open_entry = None
        elif entry := _ENTRY.match(text):
            open_entry = (entry["no"], entry["title"], index, 0)
        elif open_entry is not None and (degree := _DEGREE.match(text)) and (in_percent or degree["unit"]):
            number, title, first, _ = open_entry
            found.append(Degree(number, title, _decimal(degree["degree"]), index, first, "text"))
            open_entry = None
        elif open_entry is not None:
            number, title, first, since = open_entry
            if since >= _BELOW or text.rstrip().endswith(".") or any(char.isdecimal() for char in text):
                open_entry = None
            else:
                joined = f"{title} {text.strip()}" if since == 0 and text.strip()[:1].islower() else title
                open_entry = (number, joined, first, since + 1)
    return _rising(found) if headed is not None else []


def _is_apart(row: regex.Match[str]) -> bool:
    """True where a gap sets the degree apart: a title may end in a number."""
    gap = row.string[row.end("title") : row.start("degree")]
    return len(gap) > 1 or gap == "\t"


def _rising(found: list[Degree]) -> list[Degree]:
    """The longest run whose goals are numbered upwards and stand close together."""
    best: list[Degree] = []
    run: list[Degree] = []
    for degree in found:
        if run and int(degree.goal_no) > int(run[-1].goal_no) and degree.first - run[-1].index <= 40:
            run.append(degree)
        else:
            run = [degree]
        if len(run) > len(best):
            best = list(run)
    return best if len(best) >= LEAST else []


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
