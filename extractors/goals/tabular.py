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

import regex

from extractors.goals.heads import Head, columns_of, kind_of_head, with_second_line
from extractors.goals.lines import lines_with, printed_in
from extractors.goals.papers import Paper
from extractors.language.danish import analyse
from extractors.language.numbers import is_number_like, parse_number
from schemas.packet import Packet
from schemas.records import Comparator

COMPARATORS: tuple[tuple[Comparator, str], ...] = (
    (">=", r"(?:mindst|minimum|min\.?|≥|>=)\s*"),
    ("<=", r"(?:højst|maks\.?|maksimalt|max\.?|≤|<=)\s*"),
    (">", r"(?:over|mere end|>)\s*"),
    ("<", r"(?:under|mindre end|<)\s*"),
)

_COMPARATORS = tuple((sign, regex.compile(pattern, regex.IGNORECASE)) for sign, pattern in COMPARATORS)
_GAP = regex.compile(r"\t|\s{3,}|\s*\|\s*")
_NARROW = regex.compile(r"\t|\s{2,}|\s*\|\s*")
_NUMBERED = regex.compile(r"(?:Mål\s)?(?P<goal>\d{1,2})(?:\.(?P<sub>\d{1,2})|(?P<part>[a-h]))?[.:)]?\s+(?=\S)")
_YEAR = regex.compile(r"20\d\d")
_FLAT_HEAD = regex.compile(
    r"(?P<label>(?:Nr\.?\s)?[A-ZÆØÅ][\wæøå-]*(?:\s[a-zæøå-]+){0,3}?)\s(?P<heads>(?:Mål|Måltal|Krav)\b(?!gruppe).*)$"
)
_HEAD_WORD = regex.compile(r"(?<!\S)(?=[A-ZÆØÅ])(?!(?:Q\d|RK))")
_FLAT_VALUE = (
    r"(?:(?:[Mm]indst|[Mm]inimum|[Mm]in\.|[Hh]øjst|[Mm]aks\.|[≥≤<>]=?)\s*)?"
    r"[-–−]?\d[\d.]*(?:,\d+)?(?:\s?(?:%|pct\.?|procentpoint|procent|mio\.\skr\.|kr\.))?"
)
_VALUED = regex.compile(r"\d\s?(?:%|pct|kr)|\s\d[\d.,]*$")
_GLUED = regex.compile(rf"(?P<label>.*[^\W\d].*?)\s(?P<value>{_FLAT_VALUE})")
_COUNTED_VALUE = (
    rf"{_FLAT_VALUE}(?:\s(?:gange|dage|uger|måneder|timer|minutter|hverdage))?|"
    r"(?:[Mm]indst|[Mm]inimum|[Hh]øjst|[Mm]aks\.)\s\d[\d.]*\s\p{Ll}{3,20}"
)
"""A value that stands alone behind its label, perhaps with what is counted."""
_OF_NOUN = regex.compile(r"(?P<number>\d[\d.]*(?:,\d+)?)\s(?P<noun>\p{Ll}{3,20})")
_CLAUSE = regex.compile(r"§\s?\d|(?:[Kk]apitel\s)?\d{1,2}\.\s+\p{Lu}[\p{L}\s,-]*$|[Bb]ilag\s\d")
"""The title of a clause, or of what is printed behind: no table goes on below it."""
_SENTENCE = regex.compile(r"\p{Ll}{2}(?<!\b(?:nr|pr|kr|ca|skt))\.\s+\p{Lu}\p{Ll}+\s\p{Ll}")
"""Where a sentence ends inside a label."""
LONGEST_LABEL = 60
"""Characters of a line that is a piece of a label."""
LEAST_TURNED = 2
"""Measures side by side that make a table turned on its side."""
_LABEL_SIGN = regex.compile(
    r"(?P<label>.+?),?\s(?P<sign>mindst|minimum|højst|maks\.?|maksimalt)\.?", regex.IGNORECASE
)
LONGEST_STATED, MOST_AHEAD = 120, 3
"""Characters of a cell that states a target in words, and words before its number."""
LONGEST_LINE = 400
"""Characters of a line of a table."""
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


def read_tables(packet: Packet, paper: Paper) -> list[TableRow]:
    """The rows of all tables of the paper that set targets and results side by side."""
    found: list[TableRow] = []
    columns: Head | None = None
    head, misses, skipped, above = 0, 0, 0, ""
    hinted = lines_with(packet, "target")
    printed = printed_in(packet, paper.span)
    if hinted.isdisjoint(printed):
        return found
    lines = [index for index in printed if len(packet.lines[index].text) <= LONGEST_LINE]
    for at, index in enumerate(lines):
        if columns is None and index not in hinted:
            continue
        text = packet.lines[index].text.replace("**", "").strip(" \t|")
        cells = [cell.strip() for cell in _GAP.split(text)]
        if (
            columns is None
            and at
            and len(cells) > LEAST_TURNED
            and (turned := _turned(packet, paper, lines[at - 1], index))
        ):
            found += turned
            continue
        if columns is None:
            columns, head, misses = columns_of(_flat_head(text) if len(cells) == 1 else cells), index, 0
            skipped = sum(packet.lines[i].blank for i in range(index + 1, min(index + 3, paper.span.last)))
            continue
        if index == head + 1 + skipped and (wider := with_second_line(columns, cells)) is not None:
            columns = wider
            continue
        alone = all(kind == "target" for kind in columns.kinds[1:])
        if alone and len(cells) == 1 and (_ends_table(text) or _is_clause(packet, index, text)):
            columns, above = None, ""
            continue
        if alone and above and len(cells) == 1 and _is_value(text):
            cells = [f"{above} {text}"]  # the value below its label
            text, above = cells[0], ""
        rows = _rows(_fitted(text, cells, columns), columns, index, head)
        if rows:
            found += [_whole_label(row, above) for row in rows]
            misses, above = 0, ""
        elif again := columns_of(_flat_head(text) if alone and len(cells) == 1 else cells):
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


def _turned(packet: Packet, paper: Paper, above: int, index: int) -> list[TableRow]:
    """The rows of a table that names its measures in the head and has a row of targets and one of results."""
    following = (i for i in range(index + 1, min(index + 3, paper.span.last + 1)) if not packet.lines[i].blank)
    below = next(following, None)
    if below is None:
        return []
    head, aims, results = (
        [c.strip() for c in _GAP.split(packet.lines[i].text.replace("**", "").strip(" |"))]
        for i in (above, index, below)
    )
    labels = head[1:] if len(head) == len(aims) else head if len(head) == len(aims) - 1 else []
    if len(labels) < LEAST_TURNED or len(results) != len(aims) or not all(labels):
        return []
    if kind_of_head(aims[0]) != "target" or kind_of_head(results[0]) != "result":
        return []
    year = next((int(named[0]) for named in map(_YEAR.search, (aims[0], results[0])) if named), None)
    found = []
    for label, aim, result in zip(labels, aims[1:], results[1:], strict=True):
        aimed, reached = _measured(aim), _measured(result)
        if aimed is None or parse_number(label) is not None:
            return []
        found.append(TableRow(index, above, label, None, None, aimed, reached, None, "", year))
    return found


def _fitted(text: str, cells: list[str], head: Head) -> list[str]:
    """The cells of a row as its head asks for: narrow gaps count where the wide ones give too few, and a long label
    may touch its first value."""
    if len(cells) == 1:
        return _flat_row(text, head)
    wanted = len(head.kinds)
    if len(cells) < wanted:
        narrow = [cell.strip() for cell in _NARROW.split(text)]
        if len(narrow) == wanted:
            return narrow
    if len(cells) == wanted + 1 and not head.numbered and not is_number_like(cells[-1]):
        return cells[:-1]  # a remark whose head touches the one before
    touching = len(cells) == wanted - 1 and head.labels == 1 and head.kinds[1] in ("target", "result")
    if touching and (glued := _GLUED.fullmatch(cells[0])):
        return [glued["label"], glued["value"], *cells[1:]]
    return cells


def _is_clause(packet: Packet, index: int, text: str) -> bool:
    """True for the title of a clause, above which a blank line stands."""
    return _CLAUSE.match(text) is not None and (index == 0 or packet.lines[index - 1].blank)


def _ends_table(text: str) -> bool:
    """True for a sentence, below which no rows of a flattened table are looked for."""
    return _SENTENCE.search(text) is not None or (
        text.endswith(".") and not text.endswith(("pct.", "kr.", "stk.")) and len(text.split()) > MOST_AHEAD
    )


@cache
def _value_pattern() -> regex.Pattern[str]:
    return regex.compile(_COUNTED_VALUE)


def _is_value(text: str) -> bool:
    return _value_pattern().fullmatch(text) is not None


def _whole_label(row: TableRow, above: str) -> TableRow:
    """The row with the beginning of its label from the line above: ``1.1 Unikke`` / ``kunder 900``."""
    if not above or not (row.label[:1].islower() or row.label[:1] == "(") or row.goal_no is not None:
        return row
    number = _NUMBERED.match(above)
    label = f"{above[number.end() :] if number else above} {row.label}"
    goal_no = number["goal"] if number else None
    sub_no = _sub_of(number)
    return replace(row, label=label, goal_no=goal_no, sub_no=sub_no)


def _sub_of(number: regex.Match[str] | None) -> str | None:
    """The number of a sub-goal: ``2.1``, ``2a``; None where a goal has none."""
    if number is None or not (number["sub"] or number["part"]):
        return None
    return f"{number['goal']}.{number['sub']}" if number["sub"] else f"{number['goal']}{number['part']}"


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
    value = _COUNTED_VALUE if values == 1 and not worded else _FLAT_VALUE
    cells = "".join(rf"\s(?P<v{number}>{value}|-)" for number in range(values))
    return regex.compile(rf"(?P<label>\S.*?){cells}{tail}\s*")


_OF_VALUES = ("target", "result", "fulfilment")


def _flat_row(text: str, head: Head) -> list[str]:
    """The cells of a row whose gaps are lost: as many values at its end as the head has columns for."""
    columns = head.kinds
    numeric = [kind for kind in columns[1:] if kind != "verdict"]
    if len(text) > 160 or any(kind not in _OF_VALUES for kind in numeric) or "other" in columns:
        return []
    match = _flat_pattern(len(numeric), worded="verdict" in columns).fullmatch(text)
    if match is None:
        return []
    values = iter(match[f"v{number}"] for number in range(len(numeric)))
    cells = [match["label"]]
    for kind in columns[1:]:
        cells.append((match["word"] or "") if kind == "verdict" else next(values))
    return cells


def _rows(cells: list[str], head: Head, index: int, first: int) -> list[TableRow]:
    """The targets of a printed row, one for each column of targets that holds one."""
    if head.numbered and len(cells) == len(head.kinds) + 1:
        cells = [" ".join(cells[:2]), *cells[2:]]
    if head.labels > 1 and len(cells) == len(head.kinds) - 1:
        cells = ["", *cells]  # the first label goes over several rows
    if len(cells) != len(head.kinds):
        return []
    title = cells[max(head.labels, 1) - 1]
    if not title or parse_number(title) is not None:
        return []
    number = _NUMBERED.match(title) if head.labels else None
    label, bound = _bound_label(title[number.end() :] if number else title)
    goal_no = number["goal"] if number else None
    sub_no = _sub_of(number)
    by_kind = dict(zip(head.kinds, cells, strict=True))
    degree = _measured(by_kind.get("fulfilment", ""))
    found = []
    for target_at, result_at, year in head.pairs:
        target = _measured(cells[target_at]) if head.labels else _stated(cells[target_at])
        if target is None:
            continue
        if bound is not None and target.comparator is None:
            target = replace(target, comparator=bound)
        result = None if result_at is None else _measured(cells[result_at])
        told = result_at is not None
        if result is not None and result.unit is None and not head.labels:
            result = replace(result, unit=target.unit)
        found.append(
            TableRow(
                index, first, label, goal_no, sub_no, target, result, degree.value if degree and told else None,
                by_kind.get("verdict", "") if told else "", year,
            )
        )  # fmt: skip
    return found


def _bound_label(label: str) -> tuple[str, Comparator | None]:
    """``Ventetid i dage, højst``: the label and the sign at its end."""
    match = _LABEL_SIGN.fullmatch(label)
    if match is None:
        return label, None
    return match["label"], "<=" if match["sign"].lower().startswith(("h", "ma")) else ">="


def _stated(cell: str) -> Measured | None:
    """The target of a cell that says what it is of as well: ``45 nye lærlinge``, ``Højst 4 % frafald``."""
    analysis = next(analyse([cell]))
    if len(cell) > LONGEST_STATED or not analysis.quantities:
        return None
    quantity = analysis.quantities[0]
    if quantity.first > MOST_AHEAD:
        return None
    unit = quantity.unit if quantity.share or quantity.money else None
    return Measured(quantity.value, unit, quantity.comparator)


def _measured(cell: str) -> Measured | None:
    comparator: Comparator | None = None
    for sign, pattern in _COMPARATORS:
        if match := pattern.match(cell):
            comparator, cell = sign, cell[match.end() :]
            break
    number, counted = parse_number(cell), None
    if number is None and (match := _OF_NOUN.fullmatch(cell)) is not None:
        number, counted = parse_number(match["number"]), match["noun"]
    if number is None or number.value is None or number.kind == "year":
        return None
    return Measured(number.value, number.unit or counted, comparator)
