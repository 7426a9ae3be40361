"""Rows of tables of figures among the lines of a goal's text."""

from __future__ import annotations

import re

from extractors.language.numbers import is_number_like

_GAP = re.compile(r"\s{3}\s*|\t")
_NUMBER = r"[-–−]?\d[\d.,]*(?: ?(?:%|pct\.|kr\.))?"
_RUN = re.compile(rf"(?:^| ){_NUMBER}(?: {_NUMBER}){{2}}(?: |$)")
_LONGEST = 400
_FEWEST = 2


def is_row_of_figures(line: str) -> bool:
    """True for a line whose columns hold two numbers or more behind its label, or that prints three in a row: what
    such a number is the table's head says, not the goal's heading above it."""
    if len(line) > _LONGEST:
        return False
    if _RUN.search(line):
        return True
    cells = [cell.strip() for cell in _GAP.split(line)]
    return sum(is_number_like(cell) for cell in cells[1:] if cell) >= _FEWEST
