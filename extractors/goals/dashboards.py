"""Number cards side by side: a line of names, a line of values, a line of «Mål: …», one card below each name.

    Ventetid i telefonen      Tilfredse borgere     Sager løst straks
    3,4 min.                  4,4                   83 %
    Mål: højst 4,0 min.       Mål: mindst 4,2       Mål: mindst 80 %

The line of aims gives the cards; other lines are cut by gaps or, where these are lost, by the values and the
capital letters of the names, and belong to the cards in their order, or by where they stand. What cannot be cut so
is refused: read as running text, the targets of all cards would have one name and no results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from extractors.goals.cells import Measured, cell_verdict, measured
from extractors.goals.entries import Entry, Outcome, Spot, numbered
from extractors.goals.headings import Heading, heading
from extractors.goals.lines import lines_with, lines_within
from extractors.goals.papers import Paper
from extractors.goals.worded import value_of
from extractors.language.bounds import BOUND_WORDS
from extractors.tables.flat.values import NUMBER_WITH_UNIT
from schemas.document import Line
from schemas.packet import Packet, Span

MOST_CARDS = 8
"""Cards side by side."""
LONGEST = 240
"""Characters of a line of cards."""
LONGEST_NAME = 60
AROUND = 5
"""Lines above and below the aims, blank ones included, on which the other lines of the cards stand."""
_GAP = regex.compile(r"\t+|\s{2,}|\s*\|\s*")
_LABEL = r"(?:[\p{L}]+\s)?\p{L}*(?:[Mm]ål(?:et|tal|tallet)?|MÅL(?:TAL)?|[Kk]rav(?:et)?)(?:\s20\d\d)?"
_AIM = regex.compile(
    rf"(?P<label>{_LABEL})\s?(?::|(?=[≥≤<>])|\s(?=\d|mindst|højst|maks|min\.|over|under))\s*(?P<value>\S.*)"
)
_AIM_START = regex.compile(rf"(?:(?<=^)|(?<=\s))(?={_LABEL}\s?[:≥≤])")
_SIGN = re.compile("[:≥≤]")
"""What stands behind the label of each."""
_LABELLED = regex.compile(r"(?P<label>\p{Lu}[\p{L}\d. ]{1,30}?)\s?:\s*(?P<value>\S.*)")
_TOGETHER = regex.compile(rf"(?P<value>\S.*?)\s*[(/|–-]\s*(?P<aim>{_LABEL}\s?:.*?)\)?")
_VALUE = regex.compile(
    rf"(?:(?:(?i:{BOUND_WORDS})\s*)?{NUMBER_WITH_UNIT}(?:\s(?:min|sek|mdr|stk|t)\.)?|[-–—])(?=\s|$)"
)
_CAPITAL = regex.compile(r"(?<!\S)(?=\p{Lu})")


class Refused(NamedTuple):
    """Lines of cards that could not be cut, or of a row; ``message`` says why where it is a row."""

    span: Span
    line: int
    cards: int
    message: str = ""


class Cell(NamedTuple):
    """A text of a line with where it begins and ends."""

    text: str
    start: float
    end: float


class Stated(NamedTuple):
    """An aim with the result and the name that its cell may hold before it."""

    meaning: Heading
    aimed: Measured
    before: Measured | None
    name: str


class _Row(NamedTuple):
    """The cells of a line, one for each card, and what they hold."""

    line: int
    cells: tuple[str, ...]


def read_dashboards(packet: Packet, paper: Paper) -> tuple[list[Entry], list[Refused]]:
    """The entries of all rows of cards of a paper, and the rows that could not be cut."""
    found: list[Entry] = []
    refused: list[Refused] = []
    numbered = lines_with(packet, "number")
    for index in lines_within(packet, "aim", paper.span):
        line = packet.lines[index]
        if len(line.text) > LONGEST or index not in numbered:
            continue
        aims = _aims(line)
        if len(aims) < 2:
            continue
        entries = _entries(packet, paper, index, aims)
        if entries:
            found += entries
        else:
            refused.append(Refused(Span(_first_of(packet, paper, index), index), index, len(aims)))
    return found, refused


def cells_of(line: Line) -> list[Cell]:
    """The texts of a line that gaps part, with the places where they stand: of a PDF its points, else letters."""
    text = line.text.replace("**", "  ").rstrip()
    cells: list[Cell] = []
    at = 0
    for match in [*_GAP.finditer(text), None]:
        end = match.start() if match is not None else len(text)
        if text[at:end].strip():
            cells.append(Cell(text[at:end].strip(), at, end))
        at = match.end() if match is not None else end
    if not line.words:
        return cells
    placed, first = [], 0
    for cell in cells:
        last = min(first + len(cell.text.split()), len(line.words)) - 1
        if first > last:
            return cells
        placed.append(Cell(cell.text, line.words[first].x0, line.words[last].x1))
        first = last + 1
    return placed


def _aims(line: Line) -> list[Cell]:
    """The aims of a line that holds nothing else: one in each of its cells, or one behind each label."""
    cells = cells_of(line)
    if 2 <= len(cells) <= MOST_CARDS and all(_is_aim(cell.text) and stated_aim(cell.text) for cell in cells):
        return cells
    if _SIGN.search(line.text) is None:
        return []
    text = " ".join(line.text.replace("**", "").split())
    starts = [match.start() for match in _AIM_START.finditer(text)]
    if not 2 <= len(starts) <= MOST_CARDS or starts[0]:
        return []
    pieces = [text[a:b].strip(" ,;|") for a, b in pairwise([*starts, len(text)])]
    if not all(stated_aim(piece) for piece in pieces):
        return []
    return [Cell(piece, at, at + len(piece)) for at, piece in zip(starts, pieces, strict=True)]


def _is_aim(text: str) -> bool:
    return bool(_AIM.fullmatch(text.strip("()")) or _TOGETHER.fullmatch(text))


def stated_aim(text: str) -> Stated | None:
    """What an aim says, with what stands before it in the same cell: ``91 % (mål: mindst 93 %)``."""
    before: Measured | None = None
    name = ""
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    if (match := _TOGETHER.fullmatch(text)) is not None and not _AIM.fullmatch(text):
        value, text = match["value"], match["aim"]
        if (named := _LABELLED.fullmatch(value)) is not None and heading((named["label"],)).kind is None:
            name, value = named["label"], named["value"]
        before = measured(value)
        if before is None:
            return None
    aim = _AIM.fullmatch(text)
    if aim is None:
        return None
    meaning = heading((aim["label"],))
    value = value_of(aim["value"].strip(" ()"))
    if meaning.kind != "aim" or value is None or len(value.rest) > LONGEST_NAME:
        return None
    return Stated(meaning, value, before, name)


def _entries(packet: Packet, paper: Paper, index: int, aims: Sequence[Cell]) -> list[Entry]:
    """The cards of a line of aims; empty where names and values cannot be told apart."""
    stated = [told for aim in aims if (told := stated_aim(aim.text)) is not None]
    above = list(_around(packet, paper, index, aims, -1))
    below = list(_around(packet, paper, index, aims, 1))
    # of rows of cards below each other the nearest values are those of these aims
    near = sorted([*above, *below], key=lambda row: abs(row.line - index))
    values = next(((row, r) for row in near if (r := _results(row.cells)) is not None), None)
    inline = [told.before for told in stated]
    if values is None and not all(inline):
        above = [half for row in above for half in _halves(row)]
        values = next(((row, r) for row in above if (r := _results(row.cells)) is not None), None)
        if values is None:
            return []
    names = [row for row in above if _are_names(row.cells)]
    label = names[0].cells if names else ("",) * len(aims)
    if len(set(label)) < len(label) and len(names) > 1:
        label = tuple(
            " / ".join(p for p in (two, one) if p) for one, two in zip(label, names[1].cells, strict=True)
        )
    judged = next((row.cells for row in [*below, *above] if _are_verdicts(row.cells)), ("",) * len(aims))
    used = [index, *(row.line for row in names[:2]), *([values[0].line] if values else [])]
    span = Span(min(used), max(used))
    found: list[Entry] = []
    for at, (meaning, aimed, before, name) in enumerate(stated):
        result = before or (values[1][at] if values is not None else None)
        where = index if before is not None or values is None else values[0].line
        own = numbered(name or label[at])
        outcomes: tuple[Outcome, ...] = ()
        if result is not None:
            outcomes = (Outcome(result, Spot(where), stated=cell_verdict(judged[at]), word=judged[at]),)
        text = " | ".join(
            part for part in (label[at], values[0].cells[at] if values else "", aims[at].text) if part
        )
        found.append(
            Entry(
                own.label, aimed, Spot(index), span, text, outcomes, own.goal_no, own.sub_no, own.own_no,
                meaning.year or paper.year,
            )
        )  # fmt: skip
    return found


def _halves(row: _Row) -> Iterator[_Row]:
    """A line of names with their values (``Besøg: 52.400``) as one of values and one of names."""
    found = [_LABELLED.fullmatch(cell) for cell in row.cells]
    if all(match is not None and heading((match["label"],)).kind is None for match in found):
        yield _Row(row.line, tuple(match["value"] for match in found if match is not None))
        yield _Row(row.line, tuple(match["label"] for match in found if match is not None))
    else:
        yield row


def _around(packet: Packet, paper: Paper, index: int, aims: Sequence[Cell], step: int) -> Iterator[_Row]:
    """The lines above or below the aims, nearest first, whose cells fall to the cards; up to a line of text."""
    for at in range(index + step, index + (AROUND + 1) * step, step):
        if at not in paper.span:
            return
        line = packet.lines[at]
        if line.blank or at in packet.furniture:
            continue
        if len(line.text) > LONGEST or (step > 0 and len(_aims(line)) > 1):
            return
        cells = _dealt(line, aims)
        if cells is None:
            return
        yield _Row(at, cells)


def _dealt(line: Line, aims: Sequence[Cell]) -> tuple[str, ...] | None:
    """The cells of a line as those of the cards; None where they cannot be told apart."""
    cells = cells_of(line)
    if len(cells) == len(aims):
        return tuple(cell.text for cell in cells)
    if len(cells) == 1:
        text = " ".join(line.text.replace("**", "").split())
        return _by_values(text, len(aims)) or _by_capitals(text, len(aims))
    if len(cells) > len(aims):
        return None
    dealt = [""] * len(aims)
    for cell in cells:
        meant = [at for at, aim in enumerate(aims) if aim.start < cell.end and cell.start < aim.end]
        if len(meant) != 1 or dealt[meant[0]]:
            return None
        dealt[meant[0]] = cell.text
    return tuple(dealt)


def _by_values(text: str, count: int) -> tuple[str, ...] | None:
    """The values that make up a line whose gaps are lost."""
    found, at = [], 0
    while at < len(text):
        match = _VALUE.match(text, at)
        if match is None or match.end() == at:
            return None
        found.append(match.group().strip())
        at = match.end() + 1
    return tuple(found) if len(found) == count else None


def _by_capitals(text: str, count: int) -> tuple[str, ...] | None:
    """The names of a line whose gaps are lost, each beginning with a capital letter."""
    starts = [match.start() for match in _CAPITAL.finditer(text)]
    if len(starts) != count or starts[0] or text.endswith((".", ":", ",")):
        return None
    return tuple(text[a:b].strip() for a, b in pairwise([*starts, len(text)]))


def _results(cells: Sequence[str]) -> list[Measured | None] | None:
    """The results of a line: a value or a dash in each cell, a label before it or not; None for any other line."""
    found: list[Measured | None] = []
    for cell in cells:
        text = cell
        if (match := _LABELLED.fullmatch(cell)) is not None:
            if heading((match["label"],)).kind not in ("outcome", "time"):
                return None
            text = match["value"]
        value = measured(text)
        if value is None and text.strip() not in ("", "-", "–", "—", "?"):
            return None
        if value is not None and (value.comparator is not None or len(value.rest.split()) > 3):
            return None
        found.append(value)
    return found if any(found) else None


def _are_names(cells: Sequence[str]) -> bool:
    return all(cells) and all(
        len(cell) <= LONGEST_NAME and measured(cell) is None and not cell.endswith((".", ":", ";"))
        for cell in cells
    )


def _are_verdicts(cells: Sequence[str]) -> bool:
    return all(cell_verdict(cell) is not None for cell in cells)


def _first_of(packet: Packet, paper: Paper, index: int) -> int:
    """The first of the lines right above aims that may be the names and values of their cards."""
    first = index
    while first - 1 in paper.span and index - first < AROUND - 1:
        line = packet.lines[first - 1]
        if line.blank or line.text.rstrip().endswith((".", ":")) or len(line.text) > LONGEST:
            break
        first -= 1
    return first
