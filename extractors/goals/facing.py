"""Targets and what came of them told face to face, in two cells of text below two heads.

    Mål                                      Status december 2031
    Højst 12 pct. af bådene er forsinkede    Andelen er 14 pct. Det er lidt mere end
    mere end ti minutter.                    året før.

The cells run over several lines. In a PDF the boxes of the words tell to which cell they belong, in laid-out text
their place; where the converter left no gap, the cell of the target ends with its sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import regex

from extractors.goals.cells import Measured
from extractors.goals.entries import Entry, Outcome, Spans, Spot
from extractors.goals.headings import Heading, heading
from extractors.goals.lines import lines_within
from extractors.goals.marks import marks
from extractors.goals.papers import Paper
from extractors.goals.pending import is_put_off
from extractors.goals.worded import value_of
from extractors.goals.wording import segment_of
from extractors.language.danish import analyse
from extractors.text.joining import join_lines
from schemas.packet import Packet, Span

LONGEST_HEADS = 70
"""Characters of the two heads without the white between them."""
MOST_SPACES = 6
"""Spaces in two heads that no gap parts."""
LONGEST_TABLE = 240
"""Lines below the heads that are looked at; only a hostile text has so many heads that more would cost."""
MOST_LINES = 14
"""Lines of a row."""
FEWEST_WORDS = 4
"""Words of the sentence of a target, and of what came of it."""
TOLERANCE = 3.0
"""Points by which a word may stand before the head of its cell."""
_TWO = regex.compile(r"\s*(?P<first>\S(?:\S|\s(?!\s))*)\s{3,}(?P<second>\S(?:\S|\s(?!\s))*)\s*")
_NEXT_HEAD = regex.compile(r"\s(?=\p{Lu})")
_SENTENCE = regex.compile(r"(?<=\p{Ll}{2}[.!?])\s+(?=\p{Lu}|\d)")
_ENDED = (".", "!", "?")
_NO_END = frozenset(".!?:,;%)-")
"""What no line of heads ends with."""
_SAID = regex.compile(r"\p{Ll}{2}[.!?]$(?<!\b(?:pct|stk|min|mio|mia|tkr|kr|ca|inkl)\.)")
"""The end of a sentence, not of a row of values: ``Boliger 98 pct. 97 pct.``"""


class _Heads(NamedTuple):
    """The two heads, and where the second begins: a letter, a point of the page, or nowhere."""

    aim: str
    told: Heading
    letter: int | None
    point: float | None


class _Line(NamedTuple):
    place: int
    left: str
    right: str


def read_facing(packet: Packet, paper: Paper, taken: Sequence[Span]) -> Iterator[Entry]:
    """The entries of such tables of a paper, outside of the spans that are ``taken``."""
    covered = Spans(taken)
    stops: list[int] | None = None
    for index in lines_within(packet, "aim", paper.span):
        heads = _heads(packet, index)
        if heads is None or covered.covers(index):
            continue
        if stops is None:
            stops = sorted(mark.index for mark in marks(packet, paper))
        following = bisect_right(stops, index)
        end = stops[following] if following < len(stops) else paper.span.last + 1
        end = min(end, index + 1 + LONGEST_TABLE)
        below = [at for at in range(index + 1, end) if at not in packet.furniture]
        for rows in (_rows(packet, heads, below), _flat(packet, heads, below)):
            entries = [entry for row in rows if (entry := _entry(packet, paper, heads, index, row)) is not None]
            yield from entries
            if entries:
                break


def _heads(packet: Packet, index: int) -> _Heads | None:
    """The heads that a line is, of an aim and of what came of it; None for any other line."""
    line = packet.lines[index]
    raw = line.text.strip()
    if raw[-1:] in _NO_END or not raw[:1].isupper() or " " not in raw:
        return None
    text = " ".join(raw.split())
    if len(text) > LONGEST_HEADS:
        return None
    parted = _TWO.fullmatch(line.text)
    if parted is not None:
        told = _pair(parted["first"], parted["second"])
        if told is None:
            return None
        words = [word.x0 for word in line.words][len(parted["first"].split()) :]
        return _Heads(parted["first"], told, parted.start("second"), min(words, default=None))
    if text.count(" ") > MOST_SPACES:
        return None
    for gap in _NEXT_HEAD.finditer(text):
        if (told := _pair(text[: gap.start()], text[gap.end() :])) is not None:
            return _Heads(text[: gap.start()], told, None, None)
    return None


def _pair(first: str, second: str) -> Heading | None:
    if heading((first,)).kind != "aim":
        return None
    told = heading((second,))
    return told if told.kind == "outcome" else None


def _rows(packet: Packet, heads: _Heads, below: Sequence[int]) -> list[list[_Line]]:
    """The rows as lines of two cells; none where nothing tells the cells apart."""
    rows: list[list[_Line]] = []
    for at in below:
        line = packet.lines[at]
        if line.page != packet.lines[below[0]].page:
            break
        if line.blank:
            if rows:
                break
            continue
        cut = _cut(packet, heads, at)
        if cut is None or (not rows and not (cut.left and cut.right)):
            break
        if not rows or _begins(rows[-1], cut):
            rows.append([])
        elif cut.left[:1].isupper() and not cut.right and _is_ended(rows[-1], left=True):
            break  # what follows the table
        if len(rows[-1]) >= MOST_LINES:
            break
        rows[-1].append(cut)
    return rows


def _begins(row: Sequence[_Line], line: _Line) -> bool:
    """True for a line in which both cells begin anew."""
    anew = line.left[:1].isupper() and line.right[:1].isupper()
    return anew and _is_ended(row, left=True) and _is_ended(row, left=False)


def _is_ended(row: Sequence[_Line], *, left: bool) -> bool:
    texts = [text for line in row if (text := line.left if left else line.right)]
    return bool(texts) and texts[-1].endswith(_ENDED)


def _cut(packet: Packet, heads: _Heads, index: int) -> _Line | None:
    """A line as the two cells of which it holds a piece; None where a word stands in both."""
    line = packet.lines[index]
    if line.words and heads.point is not None:
        edge = heads.point - TOLERANCE
        if any(word.x0 < edge < word.x1 - TOLERANCE for word in line.words):
            return None
        left = " ".join(word.text for word in line.words if word.x0 < edge)
        return _Line(index, left, " ".join(word.text for word in line.words if word.x0 >= edge))
    if heads.letter is None or line.words:
        return None
    before, behind = line.text[: heads.letter], line.text[heads.letter :]
    if before[-1:].strip() and behind[:1].strip():
        return None
    return _Line(index, before.strip(), behind.strip())


def _flat(packet: Packet, heads: _Heads, below: Sequence[int]) -> list[list[_Line]]:
    """The one row below heads that nothing parts: the target ends with the line in which a sentence of it ends."""
    if heads.letter is not None:
        return []
    printed = [at for at in below if not packet.lines[at].blank][:MOST_LINES]
    texts = [packet.lines[at].text.strip() for at in printed]
    for place, text in enumerate(texts[:-1]):
        if _SAID.search(text) is not None and texts[place + 1][:1].isupper():
            cut = enumerate(zip(printed, texts, strict=True))
            return [[_Line(at, piece, "") if n <= place else _Line(at, "", piece) for n, (at, piece) in cut]]
    return []


def _entry(packet: Packet, paper: Paper, heads: _Heads, index: int, row: Sequence[_Line]) -> Entry | None:
    """The target of a row with its result; None where either tells no value."""
    left = join_lines([line.left for line in row if line.left])
    right = join_lines([line.right for line in row if line.right])
    if min(len(left.split()), len(right.split())) < FEWEST_WORDS or not left.endswith(_ENDED):
        return None
    aim = value_of(left)
    if aim is None:
        return None
    sentences = _SENTENCE.split(right)
    found = next((told for text in sentences[:2] if (told := value_of(text, aim, left)) is not None), None)
    lines = [line.place for line in row]
    if found is None and not is_put_off(right):
        return None
    answers = [] if found is None else [(found, None), *_by_segment(sentences, found)]
    over = not heads.told.partial and heads.told.year is not None
    outcomes = tuple(
        Outcome(
            value, Spot(next((line.place for line in row if _holds(line.right, value.value)), lines[0])),
            heads.told.year, running=heads.told.partial, over=over, segment=segment,
        )
        for value, segment in answers
    )  # fmt: skip
    aimed = next((line.place for line in row if _holds(line.left, aim.value)), lines[0])
    return Entry(
        left, aim, Spot(aimed), Span(index, max(lines)), f"{left} | {right}", outcomes,
        year=heading((heads.aim,)).year or heading((left,)).year or heads.told.year or paper.year, head=heads.aim,
        stated=None if outcomes else "pending",
    )  # fmt: skip


def _by_segment(sentences: Sequence[str], whole: Measured) -> Iterator[tuple[Measured, str]]:
    """``Samlet er det 82 pct. I driftssegmentet er det 85 pct.``: what is told of segments behind the whole."""
    for analysis in analyse(sentences):
        for index, quantity in enumerate(analysis.quantities):
            segment, _ = segment_of(analysis, index)
            alike = quantity.unit == whole.unit and quantity.comparator is None
            if segment is not None and alike and quantity.value != whole.value:
                yield Measured(quantity.value, quantity.unit, None), segment


def _holds(text: str, value: Decimal) -> bool:
    """True for a text with the digits of a value."""
    digits = format(value.normalize(), "f").replace(".", "")
    return digits in regex.sub(r"[.,](?=\d)", "", text)
