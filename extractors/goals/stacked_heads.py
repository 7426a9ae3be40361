"""Heads of tables of goals that were flattened with each cell on a line of its own: a line each, or more where a
time or the rest of a word stands below: ``Krav`` / ``2031``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractors.goals.entries import Spans
from extractors.goals.headings import HeadKind, are_years_to_come, heading
from extractors.goals.lines import lines_with, printed_in
from extractors.goals.papers import Paper
from schemas.document import Line
from schemas.packet import Packet

LONGEST_HEAD = 40
"""Characters of a head."""
MOST_HEADS = 8
MOST_AHEAD = 2
"""Heads of values that may stand before that of the aim: ``Udgangspunkt``."""
_VALUES = frozenset(
    [
        "aim",
        "outcome",
        "fulfilment",
        "verdict",
        "earlier",
        "comparison",
        "deviation",
        "time",
        "unit",
        "deadline",
        "forecast",
    ]
)
"""Kinds of heads whose cells are short."""
_TIMED = frozenset({"aim", "outcome", "fulfilment", "earlier", "comparison", "verdict"})
"""Kinds of heads below which the time may stand that they hold for."""

_ANSWERS = frozenset({"outcome", "time", "fulfilment"})
"""Kinds of heads of which one stands behind the aim."""
_NUMBERED_TITLE = regex.compile(r"\p{L}+\s\d{1,2}(?:\.\d{1,2})*\s?[:–—]\s")
"""``Mål 5.1: Unge i havnen`` heads what is told of it, no values."""
_YEAR = regex.compile(r"20\d\d")
_FIRST_ROW = regex.compile(r"\d{1,2}\.1\.?")


def aims_among(packet: Packet, paper: Paper, covered: Spans) -> tuple[list[Line], list[int]]:
    """The printed lines of a paper, and the places among them of short ones that may head an aim, in none of
    the spans that are ``covered``."""
    aims = lines_with(packet, "aim")
    lines = [packet.lines[index] for index in printed_in(packet, paper.span)]
    return lines, [
        at for at, line in enumerate(lines)
        if line.index in aims and len(line.text) <= LONGEST_HEAD and not covered.covers(line.index)
    ]  # fmt: skip


class Piece(NamedTuple):
    """One head: its text, and the places of its first line and of the line behind it. ``apart``: a blank line
    stands above it."""

    text: str
    first: int
    end: int
    apart: bool

    @property
    def kind(self) -> HeadKind | None:
        """What the head says its values are."""
        return heading((self.text,)).kind


class Head(NamedTuple):
    """Heads of a table: ``labels`` of them name the row, its number included; ``aim`` is the place of the aim among
    the others."""

    pieces: tuple[Piece, ...]
    labels: int
    aim: int

    @property
    def width(self) -> int:
        """How many values a row has."""
        return len(self.pieces) - self.labels

    @property
    def kinds(self) -> tuple[HeadKind | None, ...]:
        """What the values of a row are, one by one."""
        return tuple(piece.kind for piece in self.pieces[self.labels :])

    @property
    def aims(self) -> range:
        """The places of the aims among the values: of all of them where they are aims of several years."""
        all_ = are_years_to_come([piece.text for piece in self.pieces[self.labels :]])
        return range(self.width) if all_ else range(self.aim, self.aim + 1)

    @property
    def remarked(self) -> bool:
        """True where a row ends in a text, which only a blank line ends."""
        return self.kinds[-1] == "remark"

    @property
    def numbered(self) -> bool:
        """True where the rows have numbers."""
        return self.labels > 1


def heads_at(lines: Sequence[Line], at: int, floor: int) -> Iterator[Head]:
    """The heads that the aim's line may be one of: with a number above the label, or without; first with the lines
    put together that may be one head, then each by itself."""
    window = range(max(floor, at - 2 * (MOST_AHEAD + 2)), min(len(lines), at + 2 * MOST_HEADS))
    joined = [
        Piece(lines[at].text.strip(), at, at + 1, at > 0 and lines[at].index > lines[at - 1].index + 1)
        for at in window
    ]
    alone = list(joined)
    for place in reversed(range(1, len(joined))):
        above, below = joined[place - 1], joined[place]
        if _goes_on(above.text, below.text):
            joined[place - 1 : place + 1] = [
                Piece(_put_together(above.text, below.text), above.first, below.end, above.apart)
            ]
    yield from _heads(joined, at)
    if len(joined) < len(alone):
        yield from _heads(alone, at)


def _heads(pieces: Sequence[Piece], line: int) -> Iterator[Head]:
    """The heads of which the piece that begins at the line is the aim, or which it calls aims."""
    at = next((place for place, piece in enumerate(pieces) if piece.first == line), None)
    if at is None or pieces[at].kind != "aim":
        return
    yield from _of_years(pieces, at)
    end = _end_of_values(pieces, at + 1, at)
    dated = are_years_to_come([piece.text for piece in pieces[at:end]])
    if end < len(pieces) and _may_head(pieces[end].text) and pieces[end].kind == "remark":
        end += 1
    if not dated and not _ANSWERS & {piece.kind for piece in pieces[at + 1 : end]}:
        return
    for ahead in range(MOST_AHEAD + 1):
        if ahead and not (at >= ahead and heads_values(pieces[at - ahead].text)):
            return
        for labels in (2, 1):
            begin = at - ahead - labels
            if begin < 0 or not all(_may_head(piece.text) for piece in pieces[begin : at - ahead]):
                continue
            if labels == 2 and pieces[begin].kind != "number":
                continue
            yield Head(tuple(pieces[begin:end]), labels, ahead)
            if (
                not dated
                and pieces[end - 1].kind == "aim"
                and _ANSWERS & {piece.kind for piece in pieces[at + 1 : end - 1]}
            ):
                # `Fælles mål` may be the title of the rows below
                yield Head(tuple(pieces[begin : end - 1]), labels, ahead)


def _of_years(pieces: Sequence[Piece], at: int) -> Iterator[Head]:
    """Heads of aims of several years below the head of their names, which is called an aim or stands below a line
    that is: ``Mål`` / ``2031`` / ``2033``."""
    for label in range(at, min(at + 3, len(pieces))):
        end = _end_of_values(pieces, label + 1, label)
        if _may_head(pieces[label].text) and are_years_to_come([piece.text for piece in pieces[label + 1 : end]]):
            numbered = label > 0 and pieces[label - 1].kind == "number"
            yield Head(tuple(pieces[label - numbered : end]), 1 + numbered, 0)
            return


def _end_of_values(pieces: Sequence[Piece], end: int, first: int) -> int:
    """The place behind the heads of values that begin at a place: a blank line ends those that stand close together
    (``K1`` may be a quarter)."""
    while end < len(pieces) and end - first < MOST_HEADS and heads_values(pieces[end].text):
        if pieces[end].apart and end - first > 1 and not pieces[first + 1].apart:
            break
        end += 1
    return end


def _goes_on(above: str, below: str) -> bool:
    """True for the second line of a head: a time, the year of a part of one (``3. kvt.`` / ``2031``), or the rest
    of a word or phrase."""
    if _YEAR.fullmatch(below.strip()) is not None and above[:1].isdecimal():
        part = heading((above.strip(),))
        return part.kind == "time" and part.year is None
    if _is_first(below) or not (_may_head(above) and len(above) + len(below) < LONGEST_HEAD):
        return False
    if above.endswith("-") or above.lower().endswith((" pr.", " i", " for")):
        return below[:1].islower() or heading((below,)).kind == "time"
    meaning = heading((above,))
    return meaning.kind in _TIMED and meaning.year is None and heading((below,)).kind == "time"


def _is_first(text: str) -> bool:
    """True for the number of a first row, which could be a day: ``2.1``."""
    return _FIRST_ROW.fullmatch(text.strip()) is not None


def _put_together(above: str, below: str) -> str:
    return above[:-1] + below if above.endswith("-") else f"{above} {below}"


def heads_values(text: str) -> bool:
    """True for a short line that heads values of a table of goals; a time may begin with a number."""
    kind = heading((text.strip(),)).kind if len(text) <= LONGEST_HEAD and not _is_first(text) else None
    return kind in _VALUES and (kind == "time" or _may_head(text))


_DIGIT = re.compile(r"\d")
_VALUED = regex.compile(
    r"(?<![\d.,])(?!20\d\d\b)\d[\d.,]*\s?(?:%|pct\.?|(?!halvår|kvartal|kvt|år|måned|uge|dag|prioritet)\p{Ll}{4,})\s*$"
)
"""A label with its value: ``Slutmål 2031 1.200 borgere``."""


def _may_head(text: str) -> bool:
    text = text.strip()
    return (
        len(text) <= LONGEST_HEAD
        and text[:1].isalpha() | (text[:1] in "#%")
        and text[-1] not in ",;:"
        and "\t" not in text
        and _NUMBERED_TITLE.match(text) is None
        and (_DIGIT.search(text) is None or _VALUED.search(text) is None)
    )
