"""Rows of flattened tables of goals that begin with the number of the goal: their lines, and what stands at their
ends (:mod:`extractors.goals.led_rows`).

    1.1 Andel skolebørn, der cykler
    til skole
    38 % 45 % - Måles i
    november
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from extractors.goals.cells import HAS_NUMBER
from extractors.goals.entries import numbered
from extractors.goals.flattened import LONGEST_ROW, last_value, verdict_at_end
from extractors.language.counting import is_duration
from extractors.tables.head import sewn
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet
from schemas.units import unit_of

ROW_LINES = 6
"""Lines of a row."""
MISSES = 3
"""Lines between two rows that belong to none: titles, feet of pages."""
MOST_ROWS = 300
TWIN_WORDS = 2
"""Words that two rows of one number begin with."""
FEWEST_VALUES, MOST_VALUES = 2, 8
"""Values of a row."""
LONGEST_TAIL = 60
"""Characters behind the values of a row."""

ROW = regex.compile(r"(?P<goal>\d{1,2})\.(?P<sub>\d{1,2})\.?\s(?P<rest>(?:[\p{L}»\"(]|\d[\d-]*\.?-?\s?\p{L}{2}).*)")
SHORTENED = regex.compile(r"\b(?:\d|nr|pct|min|maks|kvt?|pr|kr)\.$")
"""Words of a head or row that end in a point."""
_SAID = regex.compile(r"(?P<word>\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,3})$")
"""A word behind the values that is no verdict we know."""


@dataclass(frozen=True, slots=True)
class Read:
    """A row from its end: the values, what stands in place of one, the verdict behind them, the label before."""

    label: str
    values: tuple[str, ...]
    blank: str = ""
    word: str = ""

    @property
    def count(self) -> int:
        """How many columns of values it fills."""
        return len(self.values) + bool(self.blank)


@dataclass(frozen=True, slots=True)
class Row:
    """The lines of a row: ``line`` holds its values, ``last`` is its last; ``below`` is label behind the values."""

    number: str
    text: str
    line: int
    last: int
    lines: int = 1
    below: str = ""


def is_title(text: str) -> bool:
    """``Mål 2 – Trivsel``, ``2. Trivsel``: the title of a goal between the rows of its measures."""
    own = numbered(text)
    return own.goal_no is not None and own.sub_no is None and last_value(own.label) is None


def rows_from(packet: Packet, printed: Sequence[int], first: int, heads: Container[str], most: int) -> list[Row]:
    """The rows from ``first`` on, ``most`` of them, each from its number to the next; ``heads`` are the lines that
    come again."""
    found: list[Row] = []
    open_, misses = False, 0
    for at in range(first, len(printed)):
        index = printed[at]
        text = " ".join(packet.lines[index].text.split())
        if text in heads:
            continue
        begun = ROW.fullmatch(text)
        if begun is not None:
            number = f"{int(begun['goal'])}.{int(begun['sub'])}"
            if len(text) > LONGEST_ROW or len(found) == most or (found and not _follows(found[-1].number, number)):
                break
            found.append(Row(number, begun["rest"], index, index))
            open_, misses = True, 0
            continue
        if found and len(found) < most and _is_twin(found[-1], text):
            found.append(Row(found[-1].number, text, index, index))
            open_, misses = True, 0
            continue
        longer = _longer(found[-1], index, text) if open_ and not is_title(text) else None
        if longer is not None:
            found[-1] = longer
            continue
        open_ = False
        misses += 1
        ended = text.endswith((".", ":")) and SHORTENED.search(text) is None
        if misses > MISSES or ended or len(text) > LONGEST_ROW:
            break
    return found


def _is_twin(row: Row, text: str) -> bool:
    """True for a line below a whole row that begins with the words of its label: the same measure once more, for
    another group, with no number of its own."""
    words, own = row.text.split(maxsplit=TWIN_WORDS), text.split(maxsplit=TWIN_WORDS)
    if len(own) <= TWIN_WORDS or words[:TWIN_WORDS] != own[:TWIN_WORDS]:
        return False
    return read_row(row.text).count >= FEWEST_VALUES and len(text) <= LONGEST_ROW


def _follows(last: str, number: str) -> bool:
    one, other = ([int(part) for part in text.split(".")] for text in (last, number))
    return one <= other


def _longer(row: Row, index: int, text: str) -> Row | None:
    """The row with a line more: more of its label or of its values while it lacks them, then only what cannot
    begin anything else; None where the line is none of it."""
    if row.lines == ROW_LINES or len(row.text) + len(text) > 2 * LONGEST_ROW:
        return None
    joined = sewn([row.text, text]) if row.text[-2:-1].isalpha() else f"{row.text} {text}"
    before, after = read_row(row.text), read_row(joined)
    longer = replace(row, text=joined, last=index, lines=row.lines + 1)
    if before.count < FEWEST_VALUES:
        told = text.endswith((".", ":")) and SHORTENED.search(text) is None
        return None if told else replace(longer, line=index if HAS_NUMBER.search(text) else row.line)
    if after.count >= before.count and after.label == before.label and after != before:
        return longer  # a value or the rest of a verdict
    if text[:1].islower() or text[:1] == "(":
        return replace(longer, text=row.text, below=" ".join(filter(None, (row.below, text))))
    return None


@lru_cache(maxsize=2048)
def read_row(text: str) -> Read:
    """The row from its end: ``… 68 % 75 % - Måles i november``, ``… 70 pct. Opgøres i 2032 Udestår``."""
    word, rest = verdict_at_end(text)
    blank = ""
    if (put_off := _put_off_at_end(rest)) is not None:
        blank, rest = put_off
    elif word and goal_table_words().put_off.match(word.lower()):
        word, blank = "", word
    elif not word and (said := _SAID.search(rest)) and _value_at_end(rest[: said.start()].rstrip()):
        word, rest = said["word"], rest[: said.start()].rstrip()
    values: list[str] = []
    while len(values) <= MOST_VALUES and (value := _value_at_end(rest)) is not None:
        values.insert(0, value)
        rest = rest[: len(rest) - len(value)].rstrip()
    return Read(rest, tuple(values), blank, word)


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
