"""Which columns of a printed table name its rows, and which hold values."""

from __future__ import annotations

import itertools
import re

from extractors.tables.labels import CODE_HEADS, ORDINAL_HEADS, is_count
from extractors.tables.matrix import PrintedCell
from schemas.places import find_municipality, municipality_by_code
from schemas.units import unit_in

_FEWEST_NUMBERED = 3
_REFERENCE_HEADS = frozenset({"note", "noter", "note nr", "notenr"})
REGISTERED = re.compile(r"(\d{1,9})(?:\s?[A-ZÆØÅ]|[a-zæøå])?")
"""A number as registers and lists of goals give them: ``101``, ``926X``, ``1a``."""
_SMALL = re.compile(r"\d{1,2}")
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}[a-zæøå]?", re.IGNORECASE)

Table = list[list[PrintedCell | None]]


def roles_of(table: Table, body: list[int], n_heads: int, n_cols: int) -> tuple[list[int], list[int]]:
    """Numbers of the label columns and of the data columns; both empty where no column holds values. ``body`` are
    the rows below the heads."""
    values = [0] * n_cols
    texts = [0] * n_cols
    for row in body:
        for cell in table[row]:
            if cell is not None and cell.col_span == 1:
                if cell.kind == "text":
                    texts[cell.col] += 1
                else:
                    values[cell.col] += 1
    data = [col for col in range(n_cols) if values[col] and values[col] >= texts[col]]
    data = [col for col in data if not _is_code_column(table, body, n_heads, col, texts, n_cols)]
    data = [col for col in data if not _is_reference(table, n_heads, col)]
    if any(not _all_years(table, body, col) for col in data):
        data = [col for col in data if col == data[0] or not _names_years(table, body, n_heads, col)]
    if len(data) > 1 and _names_rows(table, body, n_heads, data[0]):
        data = data[1:]
    if not data:
        return [], []
    labels = [
        col for col in range(data[0]) if (texts[col] or values[col]) and not _is_reference(table, n_heads, col)
    ]
    if not labels:
        beside = [col for col in range(n_cols) if col not in data and texts[col] > len(body) / 2]
        labels = beside[:1]
    return labels, data


def _names_rows(table: Table, body: list[int], n_heads: int, col: int) -> bool:
    if _all_years(table, body, col):
        return col == 0 or _parts_rows(table, body, col)
    return col > 0 and _counts_within(table, body, n_heads, col)


def _column(table: Table, body: list[int], col: int) -> list[PrintedCell]:
    return [cell for row in body if (cell := table[row][col]) is not None]


def _all_years(table: Table, body: list[int], col: int) -> bool:
    cells = [cell for cell in _column(table, body, col) if cell.kind != "text"]
    return bool(cells) and all(cell.kind == "year" for cell in cells)


def _parts_rows(table: Table, body: list[int], col: int) -> bool:
    """True for years that part the rows of one label: below the first stand others of the same label."""
    years: set[tuple[str, str]] = set()
    label, rows, labelled = "", 0, 0
    for row in body:
        year, beside = table[row][col], table[row][col - 1]
        if year is None:
            continue
        if beside is not None and beside.text:
            labelled += beside.text != label
            label = beside.text
        rows += 1
        years.add((label, year.text))
    return bool(label) and len(years) == rows and 2 * labelled <= rows


def _counts_within(table: Table, body: list[int], n_heads: int, col: int) -> bool:
    """True for small whole numbers that name rows: they rise from row to row below a label that stands once, and
    begin anew, mostly at the same number, below the next (``Vask | 2``, ``| 3``). Their head counts nothing."""
    runs: list[list[int]] = []
    for row in body:
        number, beside = table[row][col], table[row][col - 1]
        if number is None:
            if beside is not None and any(
                table[row][other] is not None for other in range(col + 1, len(table[row]))
            ):
                continue  # a total: it is of no number
            if beside is None:
                return False
            continue
        if not _SMALL.fullmatch(number.text):
            return False
        if beside is not None:
            runs.append([])
        if not runs:
            return False
        runs[-1].append(int(number.text))
    head = head_text(table, n_heads, col)
    if len(runs) < 2 or 2 * len(runs) > sum(map(len, runs)) or not head or is_count(head) or unit_in(head):
        return False
    starts = [run[0] for run in runs]
    alike = max(map(starts.count, starts))
    return 2 * alike >= len(runs) and all(a < b for run in runs for a, b in itertools.pairwise(run))


def _names_years(table: Table, body: list[int], n_heads: int, col: int) -> bool:
    """True for a column that tells in which year something is: bare years and no other number, below a head that
    names neither a unit nor a count."""
    cells = [cell for cell in _column(table, body, col) if cell.kind not in ("text", "dash")]
    if len(cells) < 2 or any(cell.kind != "year" or not 1950 <= cell.year <= 2050 for cell in cells):
        return False
    heads = [cell.text for row in table[:n_heads] if (cell := row[col]) is not None]
    return bool(heads) and not any(is_count(head) or unit_in(head) for head in heads)


def _is_code_column(table: Table, body: list[int], n_heads: int, col: int, texts: list[int], n_cols: int) -> bool:
    """True for codes of municipalities and running numbers: numbers that name the row beside a text column."""
    beside = [other for other in (col - 1, col + 1) if 0 <= other < n_cols and texts[other] > len(body) / 2]
    if not beside:
        return False
    # a group row over all columns, or alone on its row, is none of this one
    body = [row for row in body if sum(cell is not None for cell in table[row]) > 1]
    cells = [cell for cell in _column(table, body, col) if cell.kind != "dash" and cell.col_span == 1]
    if len(cells) < 2:
        return False
    codes = sum(municipality_by_code(cell.text) is not None for cell in cells)
    head = head_text(table, n_heads, col)
    if (
        codes >= 0.8 * len(cells)
        and codes >= 3
        and (not head or head.startswith(CODE_HEADS) or _stand_by_names(table, body, col, beside))
    ):
        return True
    if codes and codes == len(cells) and head.startswith(CODE_HEADS):
        return True
    if col + 1 not in beside or col > 0:
        return False
    ordinals = [cell.text.rstrip(".") for cell in cells]
    running = ordinals[0] in ("0", "1") and ordinals == [
        str(int(ordinals[0]) + step) for step in range(len(ordinals))
    ]
    if head not in ORDINAL_HEADS:
        named = running or (_is_register(cells) and not is_count(head) and unit_in(head) is None)
        return named and 2 * len(cells) >= len(body) >= _FEWEST_NUMBERED  # left of all labels nothing is counted
    return _is_numbering(ordinals) or running


def _stand_by_names(table: Table, body: list[int], col: int, beside: list[int]) -> bool:
    """True where a municipality is named beside one of the codes; else they are numbers that codes happen to be."""
    names = (cell.text for row in body if table[row][col] is not None for c in beside if (cell := table[row][c]))
    return any(find_municipality(name) is not None for name in names)


def head_text(table: Table, n_heads: int, col: int) -> str:
    """The heads of a column in lower case, from top to bottom; empty for none."""
    return " ".join(cell.text for row in table[:n_heads] if (cell := row[col]) is not None).casefold().strip()


def _is_register(cells: list[PrintedCell]) -> bool:
    """True for numbers of lines, accounts and the like, which rise from row to row: ``12``, ``14``, ``926X``."""
    numbers = [REGISTERED.fullmatch(cell.text.strip()) for cell in cells]
    if len(cells) < _FEWEST_NUMBERED or any(cell.kind == "year" for cell in cells):
        return False
    return all(numbers) and all(int(a[1]) < int(b[1]) for a, b in itertools.pairwise(filter(None, numbers)))


def _is_numbering(ordinals: list[str]) -> bool:
    """True for numbers of goals and sections, which rise, some in parts: ``1.1``, ``1.2``; ``1a``, ``2``. A goal of
    two rows has its number twice."""
    if not all(_SECTION.fullmatch(ordinal) for ordinal in ordinals) or all(map(str.isdecimal, ordinals)):
        return False
    parts = [tuple(map(_in_order, re.findall(r"\d+|[^\W\d]", ordinal.casefold()))) for ordinal in ordinals]
    return all(low <= high for low, high in itertools.pairwise(parts)) and 2 * len(set(parts)) > len(parts)


def _in_order(part: str) -> int:
    """A number or a letter of the numbering of goals, as numbers that rise as they do."""
    return int(part) if part.isdecimal() else ord(part)


def _is_reference(table: Table, n_heads: int, col: int) -> bool:
    """True for a column of numbers that point to notes."""
    heads = {cell.text.casefold().strip(" .:") for row in table[:n_heads] if (cell := row[col]) is not None}
    return bool(heads) and heads <= _REFERENCE_HEADS
