"""Tables of goals in flattened text whose rows begin with the number of the goal.

    Nr. Delmål Udgangspunkt
    2030
    Mål
    2031
    Status
    juni 2031
    Vurdering
    Mål 1 – Trygge veje
    1.1 Andel skolebørn, der cykler
    til skole
    38 % 45 % 41,5 % Ikke nået

The numbers tell the rows apart, wherever their labels and verdicts are wrapped; titles of goals stand between them,
and the head comes again on each page. The head must name one aim and one result, and it has as many columns of
values as most rows have values. A row with another count is refused: which value is missing cannot be told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import regex

from extractors.goals.cells import HAS_NUMBER, cell_verdict
from extractors.goals.dashboards import Refused
from extractors.goals.entries import Spans, numbered
from extractors.goals.flat_heads import cut_heads
from extractors.goals.flattened import LONGEST_HEAD, LONGEST_ROW, grid_of_lines, last_value, verdict_at_end
from extractors.goals.headings import Heading, heading
from extractors.goals.lines import lines_with, printed_in
from extractors.goals.papers import Paper
from extractors.language.counting import is_duration
from extractors.tables.captions import parse_caption
from extractors.tables.grid import Grid
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet, Span
from schemas.units import unit_of

HEAD_LINES = 10
"""Lines over which heads may run: the converter breaks each cell by itself."""
LINES_ABOVE = HEAD_LINES + 2
"""Lines above the first row in which they stand, with titles of goals below them."""
ROW_LINES = 6
"""Lines of a row."""
MISSES = 3
"""Lines between two rows that belong to none: titles, feet of pages."""
FEWEST_ROWS, MOST_ROWS = 2, 300
FEWEST_VALUES, MOST_VALUES = 2, 8
"""Values of a row."""
LONGEST_TAIL = 60
"""Characters behind the values of a row."""

_ROW = regex.compile(
    r"(?P<goal>\d{1,2})\.(?P<sub>\d{1,2})\.?\s(?P<rest>(?:[\p{L}»\"(]|\d[\d-]*\.?-?\s?\p{L}{2}).*)"
)
_SHORTENED = regex.compile(r"\b(?:\d|nr|pct|min|maks|kvt?|pr|kr)\.$")
_SAID = regex.compile(r"(?P<word>\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,3})$")
"""A word behind the values that is no verdict we know."""
_SURPLUS = regex.compile(r"\d{1,3}(?:\.000)?")


class Table(NamedTuple):
    """A table with the rows of it that were refused."""

    grid: Grid
    refused: list[Refused]


@dataclass(frozen=True, slots=True)
class _Read:
    """A row from its end: the values, what stands in place of one, the verdict behind them, the label before."""

    label: str
    values: tuple[str, ...]
    blank: str = ""
    word: str = ""

    @property
    def count(self) -> int:
        return len(self.values) + bool(self.blank)


@dataclass(frozen=True, slots=True)
class _Row:
    """The lines of a row: ``line`` holds its values, ``last`` is its last; ``below`` is label behind the values."""

    number: str
    text: str
    line: int
    last: int
    lines: int = 1
    below: str = ""


def read_led_rows(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Table]:
    """The tables of the paper's lines whose rows begin with numbers, outside of the spans that are ``taken``."""
    aims = lines_with(packet, "aim")
    printed = printed_in(packet, paper.span)
    covered = Spans(taken)
    aim, behind = -LINES_ABOVE - 1, 0
    for at, index in enumerate(printed):
        if index in aims:
            aim = at
        if at < behind or at - aim > LINES_ABOVE or covered.covers(index):
            continue
        text = packet.lines[index].text
        if not text.lstrip()[:1].isdecimal() or _ROW.fullmatch(" ".join(text.split())) is None:
            continue
        table = _table(packet, printed, at, aims)
        if table is None or covered.meet(Span(table.grid.first_line, table.grid.last_line)):
            continue
        yield table
        while behind < len(printed) and printed[behind] <= table.grid.last_line:
            behind += 1


def _table(packet: Packet, printed: Sequence[int], first: int, aims: Container[int]) -> Table | None:
    """The table whose first row stands at ``first`` of the printed lines; None where the lines above are no heads
    of one."""
    above = _above(packet, printed, first)
    if not any(index in aims for index, _ in above):
        return None
    rows = _rows(packet, printed, first, {text for _, text in above})
    read = [_read(row.text) for row in rows]
    while read and read[-1].count == 0:
        read.pop()  # what follows the table begins with a number as well
    counted = Counter(len(one.values) for one in read if one.count >= FEWEST_VALUES and not one.blank)
    if counted.total() < FEWEST_ROWS:
        return None
    width, share = counted.most_common(1)[0]
    if 2 * share < len(read) or width < FEWEST_VALUES:
        return None
    worded = any(one.word or (one.blank and len(one.values) == width) for one in read)
    heads = _heads(above, width, aims, worded=worded)
    if heads is None and worded:
        worded, heads = False, _heads(above, width, aims, worded=False)
    if heads is None:
        return None
    head, names, ends_in_result = heads
    fitting: list[tuple[int, list[str]]] = []
    refused: list[Refused] = []
    for row, one in zip(rows, read, strict=False):
        whole = _fitted(one, width, worded=worded, ends_in_result=ends_in_result)
        if whole is None:
            message = (
                f"row {row.number} of a table of goals has {len(one.values)} values, its head {width}: not read"
            )
            refused.append(Refused(Span(row.line, row.last), row.line, 1, message))
            continue
        label = " ".join(filter(None, (whole.label, row.below)))
        fitting.append((row.line, [row.number, label, *whole.values, *([whole.word] if worded else [])]))
    if len(fitting) < FEWEST_ROWS:
        return None
    grid = grid_of_lines(head, names, fitting)
    return Table(replace(grid, last_line=rows[len(read) - 1].last), refused)


# --- the heads --------------------------------------------------------------------------------------------


def _above(packet: Packet, printed: Sequence[int], first: int) -> list[tuple[int, str]]:
    """The lines above the first row that may be its heads; titles of goals right above it are none."""
    found: list[tuple[int, str]] = []
    for at in range(first - 1, max(-1, first - 1 - LINES_ABOVE), -1):
        text = " ".join(packet.lines[printed[at]].text.split())
        if not found and _is_title(text):
            continue
        ended = text.endswith((".", ":", ",", ";")) and _SHORTENED.search(text) is None
        if len(text) > LONGEST_HEAD or ended or len(found) == HEAD_LINES or _ROW.fullmatch(text):
            break
        found.insert(0, (printed[at], text))
    return found


def _is_title(text: str) -> bool:
    """``Mål 2 – Trivsel``, ``2. Trivsel``: the title of a goal between the rows of its measures."""
    own = numbered(text)
    return own.goal_no is not None and own.sub_no is None and last_value(own.label) is None


def _heads(
    above: Sequence[tuple[int, str]], width: int, aims: Container[int], *, worded: bool
) -> tuple[int, list[str], bool] | None:
    """The line of the heads, the heads with one of the numbers, and whether the last value is the result. They name
    one aim and one result; an earlier year's column is none."""
    best: tuple[float, int, tuple[str, ...]] | None = None
    for begin in range(len(above) - 1, -1, -1):
        head = " ".join(text for _, text in above[begin:])
        if len(head) > LONGEST_HEAD:
            break
        if not any(index in aims for index, _ in above[begin:]) or parse_caption(head) is not None:
            continue
        cut = cut_heads(head, width, worded=worded)
        if cut is not None and (best is None or cut[0] > best[0]):
            best = (cut[0], above[begin][0], cut[1])
    if best is None:
        return None
    _, line, names = best
    labels = len(names) - width - worded
    values = [heading((name,)) for name in names[labels : labels + width]]
    targets = [meaning for meaning in values if meaning.kind in ("aim", "maybe_aim")]
    if len(targets) != 1:
        return None
    outs = [meaning for meaning in values if _answers(meaning, targets[0])]
    if len(outs) != 1:
        return None
    return line, [*(["Nr."] if labels == 1 else []), *names], values[-1] is outs[0]


def _answers(meaning: Heading, target: Heading) -> bool:
    """True for a result of the aim's time or later; a bare time stands for one."""
    if meaning.kind not in ("outcome", "time"):
        return False
    if meaning.kind == "time" and meaning.year is None and not meaning.partial:
        return False
    return meaning.year is None or target.year is None or meaning.year >= target.year


# --- the rows ---------------------------------------------------------------------------------------------


def _rows(packet: Packet, printed: Sequence[int], first: int, heads: Container[str]) -> list[_Row]:
    """The rows from ``first`` on, each from its number to the next; ``heads`` are the lines that come again."""
    found: list[_Row] = []
    open_, misses = False, 0
    for at in range(first, len(printed)):
        index = printed[at]
        text = " ".join(packet.lines[index].text.split())
        if text in heads:
            continue
        begun = _ROW.fullmatch(text)
        if begun is not None:
            number = f"{int(begun['goal'])}.{int(begun['sub'])}"
            if (
                len(text) > LONGEST_ROW
                or len(found) == MOST_ROWS
                or (found and not _follows(found[-1].number, number))
            ):
                break
            found.append(_Row(number, begun["rest"], index, index))
            open_, misses = True, 0
            continue
        longer = _longer(found[-1], index, text) if open_ and not _is_title(text) else None
        if longer is not None:
            found[-1] = longer
            continue
        open_ = False
        misses += 1
        ended = text.endswith((".", ":")) and _SHORTENED.search(text) is None
        if misses > MISSES or ended or len(text) > LONGEST_ROW:
            break
    return found


def _follows(last: str, number: str) -> bool:
    one, other = ([int(part) for part in text.split(".")] for text in (last, number))
    return one < other


def _longer(row: _Row, index: int, text: str) -> _Row | None:
    """The row with a line more: more of its label or of its values while it lacks them, then only what cannot
    begin anything else; None where the line is none of it."""
    if row.lines == ROW_LINES or len(row.text) + len(text) > 2 * LONGEST_ROW:
        return None
    joined = f"{row.text} {text}"
    before, after = _read(row.text), _read(joined)
    longer = replace(row, text=joined, last=index, lines=row.lines + 1)
    if before.count < FEWEST_VALUES:
        return None if text.endswith(":") else replace(longer, line=index if HAS_NUMBER.search(text) else row.line)
    if after.count >= before.count and after.label == before.label and after != before:
        return longer  # a value or the rest of a verdict
    if text[:1].islower() or text[:1] == "(":
        return replace(longer, text=row.text, below=" ".join(filter(None, (row.below, text))))
    return None


def _read(text: str) -> _Read:
    """The row from its end: ``… 68 % 75 % - Måles i november``, ``… 70 pct. Opgøres i 2032 Udestår``."""
    word, rest = verdict_at_end(text)
    blank = ""
    if (put_off := _put_off_at_end(rest)) is not None:
        blank, rest = put_off
    elif not word and (said := _SAID.search(rest)) and _value_at_end(rest[: said.start()].rstrip()):
        word, rest = said["word"], rest[: said.start()].rstrip()
    values: list[str] = []
    while len(values) <= MOST_VALUES and (value := _value_at_end(rest)) is not None:
        values.insert(0, value)
        rest = rest[: len(rest) - len(value)].rstrip()
    return _Read(rest, tuple(values), blank, word)


def _put_off_at_end(text: str) -> tuple[str, str] | None:
    """``Måles i november`` behind a value, and the text before it."""
    tail = max(0, len(text) - LONGEST_TAIL)
    for match in goal_table_words().put_off.finditer(text.lower(), tail):
        rest = text[: match.start()].rstrip()
        if len(text.lower()) == len(text) and _value_at_end(rest) is not None:
            return text[match.start() :], rest
    return None


def _value_at_end(text: str) -> str | None:
    """The value that ends a text, with a unit of time or count behind it: ``højst 3 minutter``."""
    if (match := last_value(text)) is not None:
        return match.group()
    before, _, unit = text.rpartition(" ")
    if not unit.islower() or not (is_duration(unit) or unit_of(unit)):
        return None
    match = last_value(before)
    return None if match is None or match.group() in "-–—" else f"{match.group()} {unit}"


def _fitted(one: _Read, width: int, *, worded: bool, ends_in_result: bool) -> _Read | None:
    """The row with as many values as its head has; None where it has not, or words for which it has no column."""
    missing = width - len(one.values)
    if missing == 1 and one.blank and ends_in_result:
        word = one.word or (one.blank if cell_verdict(one.blank) else "")
        return replace(one, values=(*one.values, "-"), word=word if worded else "")
    if (one.word or one.blank) and not worded:
        return None
    if missing == -1 and _SURPLUS.fullmatch(one.values[0]) and not any(map(_is_bare, one.values[1:])):
        # the label ends in a number: the values beside it have units
        one = replace(one, label=f"{one.label} {one.values[0]}", values=one.values[1:])
        missing = 0
    if missing or not one.label:
        return None
    return replace(one, word=one.word or one.blank)


def _is_bare(value: str) -> bool:
    return value[-1:].isdecimal() and value[:1].isdecimal()
