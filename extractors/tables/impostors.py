"""What looks like a table and is none: tables of contents, lists whose marks stand in a column of their own."""

from __future__ import annotations

from itertools import pairwise

import regex

from extractors.language.numbers import parse_number
from extractors.tables.grid import Grid
from extractors.text.markers import BULLETS, WEAK_BULLETS
from schemas.packet import Packet

_ENTRY = regex.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,3})*\.?\s+\p{Lu}|Bilag\s+[\dA-Z]|Punkt\s+\d|Kapitel\s+\d|Side\b)|.*\.{4,}\s*\Z",
    regex.IGNORECASE,
)
_CONTENTS = regex.compile(r"indhold|\bside(?:tal|nr)?\b|\bs\.\s*\Z", regex.IGNORECASE)
_LEADERS = regex.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")


_MARK = regex.compile(rf"[{regex.escape(BULLETS + WEAK_BULLETS)}]|\(?(?:\d{{1,2}}|[a-z])[.)]")


def is_bulleted(grid: Grid) -> bool:
    """True for a list of texts whose first column holds list marks and nothing else."""
    marks = [cell.text.strip() for cell in grid.cells if cell.col == 0]
    texts = [cell.text for cell in grid.cells if cell.col == 1]
    numbers = sum(parse_number(text) is not None for text in texts)
    return grid.n_cols == 2 and bool(marks) and all(map(_MARK.fullmatch, marks)) and 2 * numbers < len(texts)


def contents_lines(packet: Packet) -> set[int]:
    """The lines of tables of contents. What was taken for one is a table of numbers where the numbers that end its
    lines fall again and again, for page numbers rise, or where most lines end in two numbers."""
    lines: set[int] = set()
    for span in packet.contents:
        ends = [
            match for index in range(span.first, span.last + 1) if (match := _END.search(packet.lines[index].text))
        ]
        numbers = [int(match["last"].replace(".", "")) for match in ends]
        falls = sum(low > high for low, high in pairwise(numbers))
        pairs = sum(match["before"] is not None for match in ends)
        many = len(numbers) >= _FEWEST
        if not many or (falls < _FALLING * (len(numbers) - 1) and pairs < _PAIRS * len(ends)):
            lines.update(range(span.first, span.last + 1))
    return lines


_END = regex.compile(
    r"(?:(?<![\w.,])(?P<before>(?!(?:19|20)\d\d\s)\d{1,3}(?:\.\d{3})*+(?:,\d+)?)\s+)?"
    r"(?<![\d.,])(?P<last>\d{1,3}(?:\.\d{3})*+|\d{1,5})\s*\Z"
)
_FEWEST, _FALLING, _PAIRS = 3, 0.3, 0.6


def is_contents(grid: Grid, heading: str | None = None) -> bool:
    """True for a table of contents: page numbers that never fall, behind numbered titles or dot leaders."""
    if len(grid.data_cols) != 1:
        return False
    col = grid.data_cols[0]
    values = [cell.text.strip() for cell in grid.cells if cell.col == col and not cell.is_header]
    labels = [path[-1] for path in grid.row_paths if path]
    if not values or not labels or not all(value.isdecimal() and len(value) <= 4 for value in values):
        return False
    if sum(bool(_LEADERS.search(label)) for label in labels) >= 0.5 * len(labels):
        return True
    if any(int(a) > int(b) for a, b in pairwise(values)):
        return False
    if _CONTENTS.search(" ".join([*grid.col_paths[col], heading or "", grid.caption or ""])):
        return True
    return not grid.col_paths[col] and sum(bool(_ENTRY.match(label)) for label in labels) >= 0.6 * len(labels)
