"""Targets and results side by side in a table: a head that names both, a row for each target.

    Resultatmål              Mål 2031    Resultat 2031    Målopfyldelse
    1.1 Nye kunder           mindst 60 % 66 %             100 %

Cells are set apart by tabs or wide gaps, or, where the text is flattened, by the values themselves. A row whose
cells do not fit its head is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

import regex

from extractors.goals.papers import Paper
from extractors.language.numbers import parse_number
from schemas.packet import Packet
from schemas.records import Comparator

ColumnKind = Literal["label", "target", "result", "fulfilment", "verdict", "other"]

HEADS: tuple[tuple[ColumnKind, str], ...] = (
    ("fulfilment", r"(?:mål)?opfyldelse(?:sgrad)?\b|målopnåelse|realiseringsgrad|indfrielsesgrad|opfyldt i"),
    ("target", r"(?:års|resultat|effekt)?mål(?:tal|et|sætning)?\b(?!\s*(?:gruppe|opfyld|nr))|target\b|krav\b"),
    ("result", r"resultat(?:et|er)?\b|opnået\b|realiseret\b|faktisk\b|status\b(?=.*\d)|gennemført\b"),
    ("verdict", r"status\b|vurdering\b|opfyldt\b|nået\b|trafiklys\b|farve\b|smiley"),
)
"""Kinds of columns by the beginning of their head, tried in this order."""

COMPARATORS: tuple[tuple[Comparator, str], ...] = (
    (">=", r"(?:mindst|minimum|min\.?|≥|>=)\s*"),
    ("<=", r"(?:højst|maks\.?|maksimalt|max\.?|≤|<=)\s*"),
    (">", r"(?:over|mere end|>)\s*"),
    ("<", r"(?:under|mindre end|<)\s*"),
)

_HEADS_BY_KIND = dict(HEADS)
NUMBER_HEADS = frozenset({"nr.", "nr", "#", "id", "no."})
"""Heads of a first column that only numbers the rows: it and the next are one label."""

_HEADS = tuple((kind, regex.compile(pattern, regex.IGNORECASE)) for kind, pattern in HEADS)
_COMPARATORS = tuple((sign, regex.compile(pattern, regex.IGNORECASE)) for sign, pattern in COMPARATORS)
_GAP = regex.compile(r"\t|\s{3,}|\s*\|\s*")
_NUMBERED = regex.compile(r"(?:Mål\s)?(?P<goal>\d{1,2})(?:\.(?P<sub>\d{1,2}))?[.:)]?\s+(?=\S)")
_YEAR = regex.compile(r"20\d\d")
_HINT = regex.compile(r"mål|krav|target", regex.IGNORECASE)
_FLAT_HEAD = regex.compile(
    r"(?P<label>(?:Nr\.?\s)?[A-ZÆØÅ][\wæøå-]*(?:\s[a-zæøå-]+){0,3}?)\s(?P<heads>(?:Mål|Måltal|Krav)\b(?!gruppe).*)$"
)
_HEAD_WORD = regex.compile(r"(?<!\S)(?=[A-ZÆØÅ])(?!(?:Q\d|RK))")
_FLAT_VALUE = (
    r"(?:(?:[Mm]indst|[Mm]inimum|[Mm]in\.|[Hh]øjst|[Mm]aks\.|[≥≤<>]=?)\s*)?"
    r"[-–−]?\d[\d.]*(?:,\d+)?(?:\s?(?:%|pct\.?|procentpoint|procent|mio\.\skr\.|kr\.))?"
)
_VALUED = regex.compile(r"\d\s?(?:%|pct|kr)|\s\d[\d.,]*$")
LONGEST_LABEL = 60
"""Characters of a line that is a piece of a label."""
MISSES = 2
"""Printed lines that are no rows, after which a table is over."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of a cell."""

    value: Decimal
    unit: str | None
    comparator: Comparator | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A target of a table with its result; ``index`` is its line, ``head`` the line of the table's head."""

    index: int
    head: int
    label: str
    goal_no: str | None
    sub_no: str | None
    target: Measured
    result: Measured | None
    fulfilment: Decimal | None
    verdict: str
    year: int | None


@dataclass(frozen=True, slots=True)
class _Head:
    """The columns of a table: the kind and year of each; ``pairs`` are the places of the target columns, each with
    that of its result (None where the table has none for its year). ``numbered``: the first two columns are one."""

    kinds: tuple[ColumnKind, ...]
    pairs: tuple[tuple[int, int | None, int | None], ...]
    numbered: bool = False


_ONLY_TARGETS = regex.compile(
    r"(?:måltal|årsmål|resultatmål)(?:\s(?:for|i)?\s?20\d\d)?|mål\s20\d\d", regex.IGNORECASE
)
_RESULT_HEAD = regex.compile(_HEADS_BY_KIND["result"], regex.IGNORECASE)


def read_tables(packet: Packet, paper: Paper) -> list[TableRow]:
    """The rows of all tables of the paper that set targets and results side by side."""
    found: list[TableRow] = []
    columns: _Head | None = None
    head, misses, above = 0, 0, ""
    for index in range(paper.span.first, paper.span.last + 1):
        line = packet.lines[index]
        if line.blank or index in packet.furniture or len(line.text) > 400:
            continue
        if columns is None and not _HINT.search(line.text):
            continue
        text = line.text.replace("**", "").strip(" \t|")
        cells = [cell.strip() for cell in _GAP.split(text)]
        if columns is None:
            columns, head, misses = _columns(_flat_head(text) if len(cells) == 1 else cells), index, 0
            continue
        rows = _rows(_flat_row(text, columns) if len(cells) == 1 else cells, columns, index, head)
        if rows:
            found += [_whole_label(row, above) for row in rows]
            misses, above = 0, ""
        elif again := _columns(cells):
            columns, head, misses = again, index, 0
        else:
            misses += 1
            if misses > MISSES:
                columns = None
            wrapped = len(cells) == 1 and len(text) <= LONGEST_LABEL and not _VALUED.search(text)
            if wrapped and text[:1].islower() and found and not above and found[-1].head == head:
                # The label goes on below its values.
                for place in range(len(found) - 1, -1, -1):
                    if found[place].index != found[-1].index:
                        break
                    found[place] = replace(found[place], label=f"{found[place].label} {text}")
            else:
                above = text if wrapped else ""
    return found


def _whole_label(row: TableRow, above: str) -> TableRow:
    """The row with the beginning of its label from the line above: ``1.1 Unikke`` / ``kunder 900``."""
    if not above or not row.label[:1].islower() or row.goal_no is not None:
        return row
    number = _NUMBERED.match(above)
    label = f"{above[number.end() :] if number else above} {row.label}"
    goal_no = number["goal"] if number else None
    sub_no = f"{goal_no}.{number['sub']}" if number and number["sub"] else None
    return replace(row, label=label, goal_no=goal_no, sub_no=sub_no)


def _columns(cells: list[str]) -> _Head | None:
    """The columns of a head; None where the line is no head of such a table."""
    numbered = bool(cells) and cells[0].lower() in NUMBER_HEADS
    if numbered:
        cells = [" ".join(cells[:2]), *cells[2:]]
    if (alone := _targets_alone(cells)) is not None:
        return replace(alone, numbered=numbered)
    if not 3 <= len(cells) <= 9 or any(len(cell) > 60 for cell in cells):
        return None
    kinds: list[ColumnKind] = ["label"]
    for cell in cells[1:]:
        kinds.append(next((kind for kind, pattern in _HEADS if pattern.match(cell)), "other"))
    years = [int(named[0]) if (named := _YEAR.search(cell)) else None for cell in cells]
    targets = [place for place, kind in enumerate(kinds) if kind == "target"]
    results = [place for place, kind in enumerate(kinds) if kind == "result"]
    if not targets or not results:
        return None
    if len(targets) == len(results) == 1:
        year = years[targets[0]] or years[results[0]] or next((y for y in years if y), None)
        return _Head(tuple(kinds), ((targets[0], results[0], year),), numbered)
    # Several years side by side: each target has the result of its year.
    if None in [years[place] for place in (*targets, *results)]:
        return None
    pairs = []
    for place in targets:
        same = [result for result in results if years[result] == years[place]]
        pairs.append((place, same[0] if same else None, years[place]))
    if len({year for *_, year in pairs}) < len(pairs) or all(result is None for _, result, _ in pairs):
        return None
    return _Head(tuple(kinds), tuple(pairs), numbered)


def _targets_alone(cells: list[str]) -> _Head | None:
    """The head of a table of targets without results, of one year or of several side by side."""
    if not 2 <= len(cells) <= 6 or _RESULT_HEAD.match(cells[0]):
        return None
    if not all(_ONLY_TARGETS.fullmatch(cell) for cell in cells[1:]):
        return None
    found = [_YEAR.search(cell) for cell in cells]
    told = tuple((place, None, int(y[0]) if (y := found[place]) else None) for place in range(1, len(cells)))
    if len({year for *_, year in told}) < len(told):
        return None
    kinds: list[ColumnKind] = ["label"]
    kinds += ["target"] * len(told)
    return _Head(tuple(kinds), told)


def _flat_head(text: str) -> list[str]:
    """The cells of a head whose gaps are lost: each begins with a capital letter."""
    match = _FLAT_HEAD.match(text) if len(text) < 110 and not text.endswith((".", ":", ",")) else None
    if match is None:
        return []
    starts = [found.start() for found in _HEAD_WORD.finditer(match["heads"])]
    pieces = [match["heads"][a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True)]
    if any({"og", "for", "i", "til"} & set(piece.lower().split()) for piece in pieces):
        return []  # a heading in words, no head
    return [match["label"], *pieces]


@cache
def _flat_pattern(values: int, *, worded: bool) -> regex.Pattern[str]:
    tail = r"(?:\s(?P<word>[A-ZÆØÅ][a-zæøå]+(?:\s[a-zæøå]+){0,2}))?" if worded else ""
    cells = "".join(rf"\s(?P<v{number}>{_FLAT_VALUE}|-)" for number in range(values))
    return regex.compile(rf"(?P<label>\S.*?){cells}{tail}\s*")


def _flat_row(text: str, head: _Head) -> list[str]:
    """The cells of a row whose gaps are lost: as many values at its end as the head has columns for."""
    columns = head.kinds
    numeric = [kind for kind in columns[1:] if kind in ("target", "result", "fulfilment")]
    if "other" in columns or len(text) > 160:
        return []
    match = _flat_pattern(len(numeric), worded="verdict" in columns).fullmatch(text)
    if match is None:
        return []
    values = iter(match[f"v{number}"] for number in range(len(numeric)))
    cells = [match["label"]]
    for kind in columns[1:]:
        cells.append((match["word"] or "") if kind == "verdict" else next(values))
    return cells


def _rows(cells: list[str], head: _Head, index: int, first: int) -> list[TableRow]:
    """The targets of a printed row, one for each column of targets that holds one."""
    if head.numbered and len(cells) == len(head.kinds) + 1:
        cells = [" ".join(cells[:2]), *cells[2:]]
    if len(cells) != len(head.kinds) or not cells[0] or parse_number(cells[0]) is not None:
        return []
    number = _NUMBERED.match(cells[0])
    label = cells[0][number.end() :] if number else cells[0]
    goal_no = number["goal"] if number else None
    sub_no = f"{goal_no}.{number['sub']}" if number and number["sub"] else None
    by_kind = dict(zip(head.kinds, cells, strict=True))
    degree = _measured(by_kind.get("fulfilment", ""))
    found = []
    for target_at, result_at, year in head.pairs:
        target = _measured(cells[target_at])
        if target is None:
            continue
        result = None if result_at is None else _measured(cells[result_at])
        told = result_at is not None
        found.append(
            TableRow(
                index, first, label, goal_no, sub_no, target, result, degree.value if degree and told else None,
                by_kind.get("verdict", "") if told else "", year,
            )
        )  # fmt: skip
    return found


def _measured(cell: str) -> Measured | None:
    comparator: Comparator | None = None
    for sign, pattern in _COMPARATORS:
        if match := pattern.match(cell):
            comparator, cell = sign, cell[match.end() :]
            break
    number = parse_number(cell)
    if number is None or number.value is None or number.kind == "year":
        return None
    return Measured(number.value, number.unit, comparator)
