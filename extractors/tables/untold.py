"""Lines that look like rows of a table of text, of which no table took a value and no finding speaks.

Whatever way a text was read, a figure must not be left out in silence: rows that end in words, small tables, tables
whose heads are of no form we know are told with their lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.tables.flat.regions import is_prose
from extractors.tables.flat.values import Atom, find_values
from extractors.tables.flat.words import CONTACT_WORDS, GROUPED, JOINING_WORDS, REACHED_BY, YEAR
from extractors.tables.grid import Grid
from schemas.document import Line
from schemas.packet import Packet
from schemas.records import Finding, place
from schemas.wording import counted

RULE = "table_refused"
_FEWEST_ROWS = 2
_FEWEST_LONE = 3
_MOST_WORDS = 6
_MANY = 4
"""So many numbers side by side are cells, whatever they look like."""
_MOST_BETWEEN = 4
"""Lines of other print between two rows of one table."""
_ABOVE = 15
"""So many lines above its first row may the finding stand that speaks of a table: at its caption."""
_LONGEST = 300
_LIKELY = re.compile(
    r"\d\S*(?: (?:%|kr\.|pct\.|(?:mio|mia|t)\.(?: kr\.)?|dage|timer|uger|km|ton))? +(?:[-–−+(]?\d|[-–—](?:\s|\Z))"
    r"|\d(?:,\d+|\.\d{3}| ?%)\s*\Z"
)
"""What a line holds where it may be such a row: numbers side by side, or one at its end."""


def findings_of(packet: Packet, grids: Sequence[Grid], told: Sequence[Finding]) -> Iterator[Finding]:
    """One finding for each run of rows that neither ``grids`` nor the findings that are ``told`` account for."""
    read = {cell.line for grid in grids for cell in grid.cells}
    inside = {line: grid for grid in grids for line in range(grid.first_line, grid.last_line + 1)}
    spoken = {finding.line for finding in told if finding.line is not None}
    for run in _runs(packet, read):
        first, last = run[0].index, run[-1].index
        if (grid := inside.get(first)) is not None:
            top = grid.first_line - _MOST_BETWEEN
        else:
            top = first - next((n for n in range(_ABOVE) if first - n in inside), _ABOVE)
        if not any(line.number in spoken for line in packet.lines[max(0, top) : last + 1]):
            what = counted(len(run), "line of numbers", "lines of numbers")
            yield Finding(
                rule=RULE,
                severity="warning",
                message=f"{what} in no table that was read; no observation was taken from them",
                **place(run[0], paged=packet.document.paged),
            )


def _runs(packet: Packet, read: set[int]) -> Iterator[list[Line]]:
    """Rows near each other of which nothing was read: two or more, one of many numbers, or three of one amount each
    that follow each other."""
    skipped = set(packet.furniture)
    for span in packet.contents:
        skipped.update(range(span.first, span.last + 1))
    run: list[Line] = []
    lone: list[Line] = []
    cells: list[Line] = []
    most = amounts = between = 0
    for line in packet.lines:
        if line.blank or line.index in skipped:
            continue
        if line.index not in read and _ends_in_cell(line.text):
            if cells and line.index - cells[-1].index > _NEAR_CELLS:
                if len(cells) >= _FEWEST_CELLS:
                    yield cells
                cells = []
            cells.append(line)
        numbers = _numbers(line.text) if line.index not in read else 0
        if numbers == 1:
            lone.append(line)
        elif lone:
            if len(lone) >= _FEWEST_LONE:
                yield lone
            lone = []
        if abs(numbers) > 1:
            run.append(line)
            most, amounts, between = max(most, abs(numbers)), amounts + (numbers > 0), 0
            continue
        between += 1
        if run and (between > _MOST_BETWEEN or line.index in read):
            if _are_told(run, most, amounts):
                yield run
            run, most, amounts = [], 0, 0
    if _are_told(run, most, amounts):
        yield run
    if len(lone) >= _FEWEST_LONE:
        yield lone
    if len(cells) >= _FEWEST_CELLS:
        yield cells


def _ends_in_cell(text: str) -> bool:
    """True for a line of a table of text that ends in a number far behind what stands before, or alone far from the
    margin: ``Sygefravær højst 5 %          5,6 %``."""
    return text[-1:] in _CELL_ENDS and "   " in text and len(text) <= _LONGEST and _CELL.search(text) is not None


_CELL_ENDS = frozenset("0123456789%.nr ")
_CELL = re.compile(
    r"[^\s:] {3,}(?:mindst |højst )?[-–−]?\d[\d.]*(?:,\d+)?(?: ?(?:%|pct\.|ton|(?:mio\. |t\.)?kr\.))?\s*\Z"
    r"|\A {20,}[-–−]?\d[\d.]*(?:,\d+| ?%|,\d+ ?%| pct\.| ton| (?:mio\. )?kr\.)\s*\Z",
    re.IGNORECASE,
)
_FEWEST_CELLS = 4
_NEAR_CELLS = 6
"""Lines from one such row to the next."""


def _are_told(run: Sequence[Line], most: int, amounts: int) -> bool:
    """True where these rows are too many, or one of them too long, to be left out in silence."""
    return amounts >= _FEWEST_ROWS or most >= _MANY or len(run) > _FEWEST_ROWS


def _numbers(text: str) -> int:
    """How many numbers stand side by side behind the words of a row, at least one of them an amount, or many; below
    zero where none is an amount; 1 for an amount at the end of a few words. 0 for other lines."""
    if len(text) > _LONGEST or _LIKELY.search(text) is None:
        return 0
    best: list[Atom] = []
    run: list[Atom] = []
    for atom in find_values(text):
        if run and text[run[-1].end : atom.start].strip():
            run = []
        run.append(atom)
        best = max(best, list(run), key=len)
    numbers = [atom for atom in best if any(map(str.isdecimal, atom.text))]
    years = sum(YEAR.match(atom.text) is not None for atom in numbers)
    if not numbers or 2 * years > len(numbers) or _is_phone(numbers):
        return 0
    before = text[: best[0].start].split()
    amount = any(_is_amount(atom.text) for atom in numbers)
    wrapped = amount and len(best) == len(numbers) > 1  # the label of a row may stand on the lines above
    named = bool(before) or wrapped or (best[0].is_year and len(best) >= _MANY)
    first = before[0].lower().strip(":.,") if before else ""
    if not named or first in CONTACT_WORDS | REACHED_BY or is_prose(text):
        return 0
    if len(best) == 1:
        ends = not text[best[0].end :].strip() and len(before) <= _MOST_WORDS
        return int(amount and ends and before[-1].lower() not in JOINING_WORDS)
    if amount or len(numbers) >= _MANY:
        return len(best)
    return -len(numbers) if len(numbers) > 1 else 0


def _is_amount(text: str) -> bool:
    """True for a number with decimals, with its thousands set apart, or with a unit."""
    return "," in text or "%" in text or " " in text.strip() or GROUPED.fullmatch(text) is not None


def _is_phone(numbers: Sequence[Atom]) -> bool:
    """True for ``12 34 56 78``."""
    return len(numbers) >= _MANY and all(len(n.text) == _PAIR and n.text.isdecimal() for n in numbers)


_PAIR = 2
