"""Tables of goals whose cells no ruling or column gives away: found by the words of their heads, read by their
values.

    Indikator Krav Opnået Vurdering
    Rettidighed for de
    faste ruter ≥ 90 % 91 % Opfyldt

Cells are set apart by tabs or bars, or, where the text is flattened, by the values themselves: as many
of them stand at the end of each row as there are heads of values. A row that does not fit its head is left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import regex

from extractors.goals.cells import HAS_NUMBER, cell_verdict, measured
from extractors.goals.column import NUMBERING
from extractors.goals.entries import numbered
from extractors.goals.flat_heads import cut_heads
from extractors.goals.headings import heading
from extractors.goals.lines import lines_with, printed_in
from extractors.goals.papers import Paper
from extractors.language.bounds import BOUND_WORDS
from extractors.language.counting import is_duration
from extractors.tables.captions import parse_caption
from extractors.tables.flat.values import NUMBER_WITH_UNIT
from extractors.tables.grid import Grid, GridCell
from extractors.tables.head import sewn
from schemas.document import Line
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet, Span

HEAD_LINES = 6
"""Lines over which the heads of a flattened table may run."""
LINES_ABOVE = 4 * HEAD_LINES
"""Lines above the first row in which they stand, blank ones included."""
LONGEST_HEAD, LONGEST_ROW, LONGEST_LINE = 120, 160, 400
LONGEST_VALUE = 60
"""Characters of a value with its bound and unit."""
MISSES = 3
"""Printed lines without values, after which a flattened table is over: a label has no more."""
MOST_ROWS = 300
"""Rows of a flattened table, at most: no table of goals has as many."""
FEWEST_ROWS = 2
"""Rows of a flattened table."""
FEWEST_VALUES, MOST_VALUES = 2, 12
"""Values of each."""

_SHORTENED = regex.compile(r"\b(?:\d|nr|pct|min|maks|kvt?)\.$")
"""Words of a head that end in a point."""
_GAP = regex.compile(r"\t|\s*\|\s*")
_PARTED = regex.compile(r"[\t|]")
"""What each gap holds."""
_VALUE = regex.compile(
    rf"(?:^|(?<=\s))(?<!\bmi[oa]\.\s)(?:(?:(?i:{BOUND_WORDS})\s*)?{NUMBER_WITH_UNIT}(?:\s?\+|\seller\s(?:derover|mere|flere|derunder|færre)|\s\((?:(?:i|ultimo|senest)\s)?20\d\d\))?|[-–—])$"
)


_MAY_BE_VALUE = regex.compile(r"[\p{N}]\S*+|(?<!\S)[-–—](?!\S)")
"""Each value of a row holds one, and no two the same."""


def read_flattened(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Grid]:
    """Grids of the paper's lines that are read as tables of goals, outside of the spans that are ``taken``."""
    aims, numbered = lines_with(packet, "aim"), lines_with(packet, "number")
    covered = {index for span in set(taken) for index in range(span.first, span.last + 1)}
    aim, behind = paper.span.first - LINES_ABOVE - 1, paper.span.first
    before: Line | None = None
    printed = printed_in(packet, paper.span)
    if aims.isdisjoint(printed):
        return
    for index in printed:
        line = packet.lines[index]
        if index < behind or len(line.text) > LONGEST_LINE or index in covered:
            continue
        grid: Grid | None = None
        if index in aims and _PARTED.search(line.text.strip()):
            grid = _parted(packet, paper, index)
        near = index - aim <= LINES_ABOVE and index in numbered
        if grid is None and near and "\t" not in line.text and _is_row(line.text):
            # the rows below a row have no heads above them
            grid = (
                None if before is not None and _is_row(before.text) else _flat(packet, paper, index, aims, covered)
            )
        if index in aims:
            aim = index
        before = line
        if grid is not None and not any(cell.line in covered for cell in grid.cells):
            yield grid
            behind = grid.last_line + 1


def printed_from(packet: Packet, paper: Paper, first: int) -> Iterator[Line]:
    """The printed lines from ``first`` on."""
    for index in range(first, paper.span.last + 1):
        line = packet.lines[index]
        if not line.blank and index not in packet.furniture:
            yield line


# --- cells set apart --------------------------------------------------------------------------------------


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in _GAP.split(text.replace("**", "").strip(" \t|"))]


def _parted(packet: Packet, paper: Paper, first: int) -> Grid | None:
    """A table whose head line and rows have their cells set apart; None where the line is no such head."""
    heads = _cells(packet.lines[first].text)
    if not 3 <= len(heads) <= 10 or any(len(head) > LONGEST_HEAD for head in heads) or not _heads_goals(heads):
        return None
    rows: list[tuple[int, list[str]]] = []
    misses = 0
    alone = "outcome" not in {heading((head,)).kind for head in heads}
    counted = heading((heads[0],)).kind == "number"
    remarked = heading((heads[-1],)).kind == "remark"
    for line in printed_from(packet, paper, first + 1):
        cells = _cells(line.text)
        if remarked and len(cells) == len(heads) - 1:
            cells.append("")  # a remark that is not made
        if (
            len(cells) == len(heads)
            and cells[0]
            and (measured(cells[0]) is None or ((alone or counted) and NUMBERING.fullmatch(cells[0])))
        ):
            rows.append((line.index, cells))
            misses = 0
        elif not set(cells) <= {""} and not all(set(cell) <= set("-:") for cell in cells):
            misses += 1
            if misses > MISSES:
                break
    return grid_of_lines(first, heads, rows) if rows else None


def _heads_goals(heads: Sequence[str]) -> bool:
    kinds = [heading((head,)).kind for head in heads[1:]]
    beside = {"outcome", "verdict", "fulfilment", "time", "deadline", "unit", "method"}
    return "aim" in kinds and bool(beside & set(kinds))


def grid_of_lines(
    first: int, heads: Sequence[str], rows: Sequence[tuple[int, list[str]]], labels: int | None = None
) -> Grid:
    """Lines of cells as a grid; the label is the first cell, with a number before it the first two, where it is not
    told how many name the rows."""
    numbered = all(NUMBERING.fullmatch(texts[0]) for _, texts in rows)
    names = 2 if (numbered or heading((heads[0],)).kind == "number") and len(heads) > 2 + numbered else 1
    names = names if labels is None else labels
    cells = [GridCell(0, col, head, first, 0, is_header=True) for col, head in enumerate(heads)]
    for row, (line, texts) in enumerate(rows, 1):
        cells += [
            GridCell(row, col, text, line, 0, is_header=col < names) for col, text in enumerate(texts) if text
        ]
    paths = [tuple(t for t in texts[:names] if t)[-1:] for _, texts in rows]
    return Grid(
        cells, len(rows) + 1, len(heads), [(head,) for head in heads], [(), *paths], list(range(names, len(heads))),
        "text", first, max(line for line, _ in rows),
    )  # fmt: skip


# --- flattened lines --------------------------------------------------------------------------------------


class _Row(NamedTuple):
    """The values at the end of a line, the words before them, and what stands behind them in words."""

    line: int
    label: str
    values: tuple[str, ...]
    word: str = ""

    def name(self, width: int) -> str:
        """The label; numbers before the last ``width`` belong to it (``pr. 10.000``)."""
        return " ".join([self.label, *self.values[: len(self.values) - width]]).strip()


def _flat(packet: Packet, paper: Paper, first: int, aims: Container[int], covered: Container[int]) -> Grid | None:
    """A flattened table whose first values stand on line ``first``; None where the lines above are no heads of
    one. ``aims`` are the lines that may hold the head of an aim, ``covered`` those of other tables."""
    above = _lines_above(packet, paper, first, covered)
    if not any(line.index in aims for line in above):
        return None
    rows = list(islice(_rows(packet, paper, first), MOST_ROWS))
    if len(rows) < FEWEST_ROWS and not _says_all(rows[0], above[-1]):
        return None
    counted = Counter(len(row.values) for row in rows).most_common()
    width = max(count for count, share in counted if share == counted[0][1])
    worded = sum(bool(row.word) for row in rows) * 2 >= len(rows)
    best: tuple[float, int, int, tuple[str, ...]] | None = None
    for end in range(len(above), 0, -1):
        for begin in range(end - 1, max(-1, end - 1 - HEAD_LINES), -1):
            head = sewn([" ".join(line.text.split()) for line in above[begin:end]])
            if len(head) > LONGEST_HEAD or not any(line.index in aims for line in above[begin:end]):
                continue
            if parse_caption(head) is not None:
                continue
            cut = cut_heads(head, width, worded=worded)
            # labels that begin in lines of their own stand between the heads and the first values
            if cut is not None and (best is None or cut[0] - 0.1 * (len(above) - end) > best[0]):
                best = (cut[0] - 0.1 * (len(above) - end), begin, end, cut[1])
    if best is None:
        return None
    _, begin, end, heads = best
    label = sewn([" ".join(line.text.split()) for line in above[end:]])
    rows[0] = rows[0]._replace(label=f"{label} {rows[0].label}".strip())
    labels = len(heads) - width - worded
    fitting = [
        (row.line, [*_named(row.name(width), labels), *row.values[-width:], *([row.word] if worded else [])])
        for row in rows
        if len(row.values) >= width and row.name(width)
    ]
    return grid_of_lines(above[begin].index, [*heads], fitting) if fitting else None


def _says_all(row: _Row, head: Line) -> bool:
    """True for a row alone below its head that has a value with a bound, one without and a verdict: ``Ledige Højst
    9 % 7,4 % Opfyldt``."""
    values = row.values[-FEWEST_VALUES:]
    if not row.word or not row.label[:1].isalpha() or row.line - head.index > 2:
        return False
    headed = cut_heads(" ".join(head.text.split()), FEWEST_VALUES, worded=True) is not None
    return headed and [_BOUND.match(value) is not None for value in values] == [True, False]


def _lines_above(packet: Packet, paper: Paper, first: int, covered: Container[int]) -> list[Line]:
    """The printed lines above a row, up to another table: its heads and the beginning of its label may be there."""
    found: list[Line] = []
    for index in reversed(printed_in(packet, Span(max(paper.span.first, first - LINES_ABOVE), first - 1))):
        line = packet.lines[index]
        text = line.text.strip()
        ended = text.endswith((".", ":", ",", ";")) and _SHORTENED.search(text) is None
        if (
            len(text) > LONGEST_HEAD
            or ended
            or len(found) >= HEAD_LINES + MISSES
            or _is_goal(text)
            or _is_told(text)
            or index in covered
        ):
            break
        found.insert(0, line)
    return found


def _is_goal(text: str) -> bool:
    """True for the heading of a goal, which heads no column: ``Mål 2: Trivsel``."""
    own = numbered(text)
    return own.goal_no is not None and own.sub_no is None and text[:1].isalpha()


_TOLD = regex.compile(r"(?P<label>\p{Lu}[^:\d]{1,30}):\s+(?P<text>.*\d.*)")


def _is_told(text: str) -> bool:
    """True for a value or sentence behind its own label, which heads no column: ``Status: 1.204``."""
    match = _TOLD.match(text)
    if match is None or heading((match["label"],)).kind is None:
        return False
    return heading((match["text"],)).kind != "time"


def _named(label: str, count: int) -> list[str]:
    """The label as its cells: with a number of its own where the head has two."""
    if count < 2:
        return [label]
    match = _NUMBER_OF_ROW.search(label)
    return [match["no"], match["name"]] if match is not None else ["", label]


_NUMBER_OF_ROW = regex.compile(r"^(?:\D*\s)?(?P<no>\d{1,2}(?:\.\d{1,2})*)\.?\s+(?P<name>\p{Lu}.*)$")
"""The number of a row, which the title of a group may stand before."""


def _rows(packet: Packet, paper: Paper, first: int) -> Iterator[_Row]:
    """The rows from line ``first`` on: a label may begin in the lines above its values and go on below them."""
    above: list[str] = []
    held: _Row | None = None
    started = False
    # the lines above the first values are heads; a label that begins there is lost with them
    for line in printed_from(packet, paper, first):
        text = " ".join(line.text.split())
        row = _row(line.index, text)
        if row is None and held is not None and not (held.word or above) and cell_verdict(text) is not None:
            held = held._replace(word=text)  # the last cell of the row, on a line of its own
            continue
        if row is None:
            if len(text) > LONGEST_ROW or text.endswith((".", ":")) or len(above) >= MISSES:
                break
            if held is not None and not above and text[:1].islower():
                held = held._replace(label=f"{held.label} {text}")
            else:
                above.append(text)
            continue
        label = _label(above, row.label) if started else row.label
        if held is not None:
            yield held
        held, above, started = row._replace(label=label.strip()), [], True
    if held is not None:
        yield held


def _label(above: Sequence[str], label: str) -> str:
    """The label of a row with the lines above that it goes on from: from its number on where it has one there."""
    numbers = [at for at, text in enumerate(above) if _NUMBER_OF_ROW.match(text)]
    if numbers and label and _NUMBER_OF_ROW.match(label) is None:
        return sewn([*above[numbers[-1] :], label])
    return sewn([*above, label]) if not label or label[:1].islower() or label[:1] == "(" else label


@lru_cache(maxsize=16)
def _is_row(printed: str) -> bool:
    """True for a line that is a row; it is asked again when the line below is."""
    possible = len(_MAY_BE_VALUE.findall(printed))
    if possible < FEWEST_VALUES:
        return False
    return _row(-1, " ".join(printed.split()), whole=possible > MOST_VALUES) is not None


def _row(index: int, text: str, *, whole: bool = True) -> _Row | None:
    """The values that end a line, perhaps with a verdict behind them; None where there are fewer than two. Not
    ``whole``: no more of them than make it a row."""
    row = _parsed(text, whole=whole)
    return row._replace(line=index) if row is not None else None


@lru_cache(maxsize=4096)
def _parsed(text: str, *, whole: bool) -> _Row | None:
    """The row without its line. Kept, as every head above it is tried with the same rows."""
    if len(text) > LONGEST_ROW or HAS_NUMBER.search(text) is None:
        return None
    word, rest = verdict_at_end(text)
    values: list[str] = []
    numbered = False
    while (whole or len(values) < FEWEST_VALUES or not numbered) and (match := last_value(rest)):
        values.insert(0, match.group().strip())
        numbered = numbered or values[0] not in "-–—"
        rest = rest[: match.start()].rstrip()
        if len(values) > MOST_VALUES:
            return None
    if len(values) > FEWEST_VALUES and _is_of_name(values[0], values[1]):
        rest = f"{rest} {values.pop(0)}"
    return _Row(-1, rest, tuple(values), word) if len(values) >= FEWEST_VALUES and numbered else None


def _is_of_name(first: str, second: str) -> bool:
    """``Sager over 26 uger | Højst 90 | 74``: a length of time with a bound, before a number with another bound
    that is none, tells which are counted."""
    if not (_BOUND.match(first) and _BOUND.match(second)):
        return False
    one, other = measured(first), measured(second)
    return one is not None and other is not None and is_duration(one.unit) and not is_duration(other.unit)


_BOUND = regex.compile(rf"(?i:{BOUND_WORDS})\s")


def last_value(text: str) -> regex.Match[str] | None:
    """The value that ends a text with single spaces; None where it ends with none."""
    last = text.rfind(" ") + 1
    if not _may_end_value(text[last:]):
        return None
    # a number behind another is a value by itself: nothing of a bound ends so
    alone = last > 1 and text[last].isdecimal() and (text[last - 2].isdecimal() or text[last - 2] in "%-–—")
    return _VALUE.search(text, last if alone else max(0, len(text) - LONGEST_VALUE))


@lru_cache(maxsize=4096)
def _may_end_value(word: str) -> bool:
    """True for a word that a value may end with: quick to ask again."""
    return any(_VALUE.search(f"{before} {word}") for before in ("", "1", "1 eller")) or bool(
        HAS_NUMBER.search(word)
    )


_REMARK = regex.compile(r"(?<=\p{L})[,;]\s(?=\p{Ll})")
"""Between a verdict and the remark on it."""


@lru_cache(maxsize=1)
def _verdicts() -> regex.Pattern[str]:
    body = "|".join(pattern.pattern for pattern in goal_table_words().verdicts.values())
    return regex.compile(rf"(?<=[\d%.\s–-])(?:{body})\s*$", regex.IGNORECASE)


def verdict_at_end(text: str) -> tuple[str, str]:
    """A verdict behind the values and the text without it; blank where there is none."""
    if goal_table_words().named(text.lower()).isdisjoint(goal_table_words().verdicts):
        return "", text
    found = None
    for match in _verdicts().finditer(text, overlapped=True):
        if cell_verdict(match.group()) is not None and (found is None or match.start() < found.start()):
            found = match
    if found is None:
        return "", text
    rest = text[: found.start()].rstrip()
    return (found.group().strip(), rest) if last_value(rest) else ("", text)


def verdict_before_remark(text: str) -> tuple[str, str]:
    """The same where a comma and a remark follow: ``91 % Gul, mangler folk``."""
    for comma in _REMARK.finditer(text):
        word, rest = verdict_at_end(text[: comma.start()])
        if word:
            return word, rest
    return "", text
