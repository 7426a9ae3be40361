"""Flattened tables whose targets are sentences: the result and perhaps a colour end each line.

    Nr. Mål Resultat Lys
    1 Højst 25 borgere på ophold uden for kommunen 24 Grøn
    2 Mindst 60 borgere i egen bolig med støtte 57 Gul

The head names an aim and an outcome; a row states a target in words, and what stands behind it is the last value of
the line. A row whose last value has a bound of its own has no result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from extractors.goals.cells import HAS_NUMBER, cell_verdict
from extractors.goals.column import FEWEST_WORDS, NUMBERING
from extractors.goals.flattened import (
    LONGEST_HEAD,
    LONGEST_ROW,
    MISSES,
    MOST_ROWS,
    last_value,
    printed_from,
    verdict_at_end,
    verdict_before_remark,
)
from extractors.goals.headings import heading
from extractors.goals.lines import lines_within
from extractors.goals.papers import Paper
from extractors.goals.worded import SHARES, value_of
from extractors.language.bounds import parse_bounded
from extractors.tables.grid import Grid, GridCell
from schemas.packet import Packet, Span

MOST_HEADS, MOST_WORDS = 6, 5
"""Heads of a line, and words of each."""
FEWEST_ROWS = 2
"""Rows with a result that make a table."""
_HEAD_WORD = regex.compile(r"(?<!\S)(?=[\p{Lu}#])")
_SHAPES = (
    ("aim", "outcome"),
    ("aim", "outcome", "verdict"),
    ("aim", "verdict", "outcome"),
    ("aim", "outcome", "outcome"),
)
"""Kinds of the heads; a second outcome (``Resultat Status``) is where the verdicts stand."""
_BESIDE = frozenset({"deadline", "remark", "method", "unit", "time"})
"""Kinds of heads between the two whose words stay with the target: ``Mål Frist Resultat``."""
_NUMBERED = regex.compile(r"\d{1,2}(?:\.\d{1,2})?[.)]?\s+\p{Lu}")
_MARK = regex.compile(r"\s*[●■◆⬤•▲▼]+\s*$")
"""Symbols at the end of a row whose colour is lost."""


class _Row(NamedTuple):
    line: int
    number: str
    aim: str
    value: str
    word: str


def read_stated_rows(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Grid]:
    """Grids of the paper's lines that are tables of targets in words, outside of the spans that are ``taken``."""
    behind = paper.span.first
    for index in lines_within(packet, "aim", paper.span):
        if index < behind or any(index in span for span in taken):
            continue
        heads = _heads(" ".join(packet.lines[index].text.replace("*", "").split()))
        if not heads:
            continue
        counted = heading((heads[0],)).kind == "number" or _begins_with_number(packet, paper, index)
        rows = _rows(packet, paper, index, numbered=counted)
        if sum(bool(row.value) for row in rows) < FEWEST_ROWS:
            continue
        if any(span.first <= row.line <= span.last for row in rows for span in taken):
            continue
        yield _grid(index, heads, rows)
        behind = rows[-1].line + 1


def _heads(text: str) -> tuple[str, ...]:
    """The heads of a line, each of which begins with a capital letter; empty where the line is no such head."""
    if len(text) > LONGEST_HEAD or text.endswith((".", ":", ",", ";")):
        return ()
    starts = [match.start() for match in _HEAD_WORD.finditer(text)]
    if not starts or starts[0] or len(starts) > MOST_HEADS:
        return ()
    heads = tuple(text[a:b].strip() for a, b in pairwise([*starts, len(text)]))
    if len(heads) < 2 or any(head.count(" ") >= MOST_WORDS for head in heads):
        return ()  # most lines that speak of goals are sentences
    if heading((heads[0],)).kind not in ("number", "aim"):
        return ()
    kinds = tuple(heading((head,)).kind for head in heads)
    numbered = kinds[0] == "number"
    kinds = tuple(kind for kind in kinds[numbered:] if kind not in _BESIDE)
    alone = not heading((heads[numbered],)).rest if len(heads) > numbered else False
    return heads if kinds in _SHAPES and alone else ()


def _begins_with_number(packet: Packet, paper: Paper, head: int) -> bool:
    """True where the first row has a number of which the heads say nothing."""
    first = next(printed_from(packet, paper, head + 1), None)
    return first is not None and _NUMBERED.match(first.text.lstrip(" *")) is not None


def _rows(packet: Packet, paper: Paper, head: int, *, numbered: bool) -> list[_Row]:
    """The rows below the head. A target may run over lines: with a number before each row until the next number,
    else while the lines begin small."""
    found: list[_Row] = []
    misses, last = 0, head
    for line in printed_from(packet, paper, head + 1):
        text = " ".join(line.text.replace("*", "").split())
        apart, last = line.index > last + 1, line.index
        row = _row(line.index, text, numbered=numbered)
        if row is not None and (not numbered or not found or _follows(found[-1], row)):
            found.append(row)
            misses = 0
        elif found and misses < MISSES and _goes_on(found[-1], text, numbered=numbered and not apart):
            found[-1] = _longer(found[-1], text)
            misses += 1
        else:
            break
        if len(found) == MOST_ROWS:
            break
    while found and value_of(found[-1].aim) is None:
        found.pop()
    return [row for row in found if value_of(row.aim) is not None]


def _row(index: int, text: str, *, numbered: bool) -> _Row | None:
    """A line as a row; None where it begins with no number though the others do, or holds no target."""
    if len(text) > LONGEST_ROW or HAS_NUMBER.search(text) is None:
        return None
    number = ""
    if numbered:
        number, _, text = text.partition(" ")
        if NUMBERING.fullmatch(number) is None:
            return None
    aim, value, word = _parted(text)
    if not numbered:
        stated = value_of(aim) if value and len(aim.split()) >= FEWEST_WORDS else None
        if stated is None or (stated.comparator is None and stated.unit not in SHARES and not aim[0].isdecimal()):
            return None
    if len(aim.split()) < 2 or not aim[0].isalnum():
        return None  # `28 Grøn`: the end of a row
    return _Row(index, number, aim, value, word)


def _parted(text: str) -> tuple[str, str, str]:
    """The target, the value that ends the line, and the verdict behind it."""
    text = _MARK.sub("", text)
    word, rest = verdict_at_end(text)
    if not word:
        word, rest = verdict_before_remark(text)
    match = last_value(rest)
    value = match.group().strip() if match is not None else ""
    if match is None or value in "-–—" or parse_bounded(value, surely_value=True) is not None:
        return rest, "", word
    aim = rest[: match.start()].rstrip()
    before, _, last = aim.rpartition(" ")
    if not word and cell_verdict(last) is not None:
        aim, word = before, last  # the verdict stands before the result
    return aim, value, word


def _follows(last: _Row, row: _Row) -> bool:
    """True where the number of a row comes behind that of the last."""
    one, other = NUMBERING.fullmatch(last.number), NUMBERING.fullmatch(row.number)
    if one is None or other is None or not row.aim[:1].isupper():
        return False
    mine, its = (int(one["goal"]), int(one["sub"] or 0)), (int(other["goal"]), int(other["sub"] or 0))
    return mine < its or (mine == its and one["part"] < other["part"])


def _goes_on(row: _Row, text: str, *, numbered: bool) -> bool:
    """True where a line is more of the target above."""
    if len(text) > LONGEST_ROW or text.endswith(":") or row.aim.endswith("."):
        return False
    return text[:1].islower() or (numbered and not row.value and text[:1].isalnum())


def _longer(row: _Row, text: str) -> _Row:
    """The row with a line more; the line has its result where the first has none."""
    if row.value:
        return row._replace(aim=f"{row.aim} {text}")
    aim, value, word = _parted(text)
    return row._replace(aim=f"{row.aim} {aim}", value=value, word=word or row.word)


def _grid(head: int, heads: Sequence[str], rows: Sequence[_Row]) -> Grid:
    kinds = [heading((text,)).kind for text in heads]
    names = 1 + (kinds[0] == "number")
    shown = [kind for kind in kinds if kind not in _BESIDE]
    if shown.count("outcome") > 1:
        kinds[len(kinds) - 1 - kinds[::-1].index("outcome")] = "verdict"
    elif "verdict" not in kinds and kinds[-1] == "remark":
        kinds[-1] = "verdict"  # the first word of each remark
    cells = [GridCell(0, col, text, head, 0, is_header=True) for col, text in enumerate(heads)]
    for at, row in enumerate(rows, 1):
        texts = {"number": row.number, "aim": row.aim, "outcome": row.value, "verdict": row.word}
        for col, kind in enumerate(kinds):
            if text := texts.get(kind or "", ""):
                cells.append(GridCell(at, col, text, row.line, 0, is_header=col < names))
    return Grid(
        cells, len(rows) + 1, len(heads), [(text,) for text in heads], [(), *((row.aim,) for row in rows)],
        list(range(names, len(heads))), "text", head, rows[-1].line,
    )  # fmt: skip
