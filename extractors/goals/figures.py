"""Rows of tables of figures among the lines of a goal's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.language.numbers import is_number_like
from schemas.document import Line

_GAP = re.compile(r"\s{3}\s*|\t")
_NUMBER = r"[-–−]?\d[\d.,]*(?: ?(?:%|pct\.|kr\.))?"
_BARE = r"[-–−]?\d[\d.,]*"
_RUN = re.compile(rf"(?:^| ){_NUMBER}(?: {_NUMBER}){{2}}(?: |$)")
_FIGURE = re.compile(_BARE)
_PAIR = re.compile(rf"[^\W\d](?:\D*[^\W\d])? {_NUMBER} {_NUMBER}")
"""A row of two numbers behind its label, with no more than a space between them."""
_LONGEST = 400
_FEWEST, _FEWEST_CELLS = 2, 3


def is_row_of_figures(line: str) -> bool:
    """True for a line whose columns hold two numbers or more behind its label, or that prints three in a row: what
    such a number is the table's head says, not the goal's heading above it."""
    if len(line) > _LONGEST:
        return False
    if _RUN.search(line):
        return True
    cells = [cell.strip() for cell in _GAP.split(line)]
    return sum(is_number_like(cell) for cell in cells[1:] if cell) >= _FEWEST


def is_of_figures(lines: Sequence[Line], index: int) -> bool:
    """True for a line of a table of figures: a row of them, or one of three cells or rows of two or more below each
    other."""
    return is_row_of_figures(lines[index].text) or any(
        _are_below_each_other(lines, index, form) for form in (_FIGURE, _PAIR)
    )


def _are_below_each_other(lines: Sequence[Line], index: int, form: re.Pattern[str]) -> bool:
    """True for one of three printed lines or more of this form."""
    if form.fullmatch(lines[index].text.strip()) is None:
        return False
    alike = 1
    for step in (-1, 1):
        at = index + step
        while alike < _FEWEST_CELLS and 0 <= at < len(lines):
            text = lines[at].text.strip()
            if text and form.fullmatch(text) is None:
                break
            alike += bool(text)
            at += step
    return alike >= _FEWEST_CELLS
