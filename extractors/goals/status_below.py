"""Points or paragraphs that state a target, each with a labelled line below that tells what came of it.

    1) Cykling. Mindst 40 pct. af eleverne skal cykle til skole ved årets udgang.
       Status: 43,5 pct. i maj. Målet er nået.
    2) Skolehaver. Der skal anlægges 12 nye skolehaver.
       Status: 9 er anlagt.

The same label stands below at least two of them. Goal sheets with marks of their own are left to
:mod:`extractors.goals.marks`, points whose target has a label as well to :mod:`extractors.goals.points`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractors.goals.cells import Measured, cell_verdict
from extractors.goals.entries import Entry, Outcome, Spans, Spot
from extractors.goals.fields import Field, continued, fields_of
from extractors.goals.headings import is_told_so_far
from extractors.goals.lines import lines_within
from extractors.goals.marks import marks
from extractors.goals.numbered import first_sentence
from extractors.goals.papers import Paper
from extractors.goals.spoken import owes
from extractors.goals.worded import is_beside, told_values
from extractors.language.counting import is_duration
from extractors.language.danish import analyse
from extractors.text.markers import read_marker
from schemas.packet import Packet, Span
from schemas.records import Verdict

FEWEST = 2
"""Points with the same label below."""
MOST_LINES = 5
"""Lines of a point above its label."""
MOST_BELOW = 4
"""Lines that go on what the label tells."""
_MOST_TITLE = 90
_TITLE = regex.compile(r"(?P<title>\p{Lu}[^.:!?\d]{2,45})\.\s+(?=\p{Lu}|\d)")
"""``Skolehaver. Der skal anlægges …``: what the point is about."""
_SENTENCE_END = regex.compile(r"(?<=[^\d\s]{2}|\d)[.!?](?=\s+\p{Lu}|\s*$)")


class _Point(NamedTuple):
    """The text above a label, from its first line on; ``number`` is its mark as printed."""

    number: str | None
    text: str
    first: int
    told: Field


def read_status_below(packet: Packet, paper: Paper, taken: Sequence[Span]) -> list[Entry]:
    """The entries of all such points of a paper, outside of the spans that are ``taken``."""
    covered = Spans(taken)
    points = [point for point in _points(packet, paper) if not covered.meet(Span(point.first, point.told.last))]
    counts = Counter(point.told.undated for point in points)
    points = [point for point in points if counts[point.told.undated] >= FEWEST]
    among = {at for point in points for at in range(point.first, point.told.last + 1)}
    if not points or any(mark.index in among for mark in marks(packet, paper)):
        return []
    return [entry for point in points if (entry := _entry(point, paper)) is not None]


def _points(packet: Packet, paper: Paper) -> Iterator[_Point]:
    for index in lines_within(packet, "head", paper.span):
        printed = " ".join(packet.lines[index].text.split())
        if ":" not in printed:
            continue
        before, found = fields_of(printed, index)
        if before or len(found) != 1 or found[0].meaning.kind != "outcome" or not found[0].pieces:
            continue
        number, texts = _above(packet, index, paper.span.first)
        text = " ".join(texts)
        if texts and owes(text):
            yield _Point(number, text, index - len(texts), _with_rest(packet, found[0], paper.span.last))


def _above(packet: Packet, index: int, first: int) -> tuple[str | None, list[str]]:
    """The mark and the lines of the point that ends above this line; no lines where another label stands there."""
    texts: list[str] = []
    for above in range(index - 1, max(index - MOST_LINES - 1, first - 1), -1):
        printed = " ".join(packet.lines[above].text.split())
        if not printed or above in packet.furniture:
            return None, texts
        if fields_of(printed, above)[1]:
            return None, []
        marker = read_marker(printed)
        if marker is not None:
            return marker.text, [printed[marker.end :], *texts]
        texts.insert(0, printed)
    return None, []


def _with_rest(packet: Packet, told: Field, last: int) -> Field:
    """The field with the lines that go on it."""
    for index in range(told.last + 1, min(told.last + MOST_BELOW, last) + 1):
        printed = " ".join(packet.lines[index].text.split())
        if (
            not printed
            or index in packet.furniture
            or read_marker(printed) is not None
            or fields_of(printed, index)[1]
        ):
            break
        more = continued(told, printed, index)
        if more is None:
            break
        told = more
    return told


def _entry(point: _Point, paper: Paper) -> Entry | None:
    """The target of a point with its result; None where it cannot be told which of its numbers is to be reached."""
    named = _TITLE.match(point.text)
    body = point.text[named.end() :] if named is not None else point.text
    aimed = _aimed(body)
    if aimed is None:
        return None
    first = first_sentence(point.told.text)
    stated = _stated(point.told.text)
    meaning = point.told.meaning
    results = tuple(
        Outcome(
            one.value, Spot(point.told.first), meaning.year, so_far,
            over=not so_far and meaning.year is not None, segment=one.segment, stated=stated,
        )
        for one in told_values(first, aimed, point.text)
        for so_far in [meaning.partial or is_told_so_far(one.value.rest, paper.now)]
    )  # fmt: skip
    label = (named["title"] if named is not None else first_sentence(body)).rstrip(".")[:_MOST_TITLE]
    number = point.number.strip("().:") if point.number is not None else None
    text = f"{point.text} | {point.told.label}: {point.told.text}"
    return Entry(
        label, aimed, Spot(point.first), Span(point.first, point.told.last), text, results,
        own_no=number, year=paper.year, stated=None if results else stated,
    )  # fmt: skip


def _aimed(text: str) -> Measured | None:
    """The number to reach: the one with a bound, else the only share, count or length of time, in this order."""
    (analysis,) = analyse([text])
    found = [q for q in analysis.quantities if not is_beside(text, q.start)]
    bound = [q for q in found if q.comparator is not None]
    for group in (bound, [q for q in found if q.share], [q for q in found if not is_duration(q.counted)], found):
        if group:
            (only, *others) = group
            if others:
                return None
            return Measured(only.value, only.unit, only.comparator, only.high, text[only.end :].strip())
    return None


def _stated(text: str) -> Verdict | None:
    pieces = [piece.strip(" .") for piece in _SENTENCE_END.split(text)]
    return next((verdict for piece in pieces if piece and (verdict := cell_verdict(piece)) is not None), None)
