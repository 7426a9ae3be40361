"""Numbered or lettered points that tell what was agreed and then what came of it, each behind a label.

    1a) Aftalt: 95 pct. af pakkerne er fremme inden for to hverdage.
        Opnået: 96,3 pct. mod 93,8 pct. året før.
    1b) Aftalt: Højst 2 pct. af pakkerne går tabt.
        Opnået: 1,6 pct.

The same two labels must alternate in at least two points of a paper, one of them said of what was agreed, the other
of what came of it. Goal sheets with marks of their own (:mod:`extractors.goals.marks`) know most of these labels
and are left to them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from extractors.goals.cells import Measured, cell_verdict, measured
from extractors.goals.entries import Entry, Outcome, Spot
from extractors.goals.fields import Field, continued, fields_of
from extractors.goals.headings import is_told_so_far
from extractors.goals.lines import lines_within, printed_in
from extractors.goals.marks import marks
from extractors.goals.numbered import first_sentence
from extractors.goals.papers import Paper
from extractors.goals.worded import Told, told_values, value_of
from schemas.language import lexicon
from schemas.packet import Packet, Span
from schemas.records import Verdict

FEWEST = 2
"""Points in which two labels alternate."""
_NUMBER = regex.compile(
    r"\(?(?P<no>(?P<goal>\d{1,2})(?:\.\d{1,2})?\.?\p{Ll}?|(?P<goal>\p{Lu})\.?\d{0,2}|\p{Ll})(?:[.):]+\s*|\s+|$)"
    r"(?P<rest>\p{Lu}.*)?$"
)
"""``1a) Aftalt: …``, ``2.1 Krav: …``, ``b) Lovet: …``, or the number alone."""
_LONGEST_NUMBER = len("(12.12a):")
_PLANNED = frozenset({"planned", "expected", "pledge", "bound", "wish"})
_MOST_TITLE = 90


@dataclass(slots=True)
class _Point:
    """The fields below a number; ``first`` is its line."""

    number: str
    goal: str | None
    first: int
    fields: list[Field] = field(default_factory=list)

    def of(self, side: str) -> list[Field]:
        """The fields on this side."""
        return [f for f in self.fields if _side(f) == side]

    @property
    def labels(self) -> tuple[str, str] | None:
        """The label of the one aim and of the one outcome behind it; None where there are more or fewer."""
        aims, outcomes = self.of("aim"), self.of("outcome")
        if len(aims) != 1 or len(outcomes) != 1 or outcomes[0].first < aims[0].first:
            return None
        return aims[0].undated, outcomes[0].undated


def read_points(packet: Packet, paper: Paper) -> list[Entry]:
    """The entries of the points of a paper."""
    points = [point for point in _points(packet, paper) if point.labels is not None]
    counted = Counter(point.labels for point in points)
    points = [point for point in points if counted[point.labels] >= FEWEST]
    if points and any(mark.kind in ("goal", "sub", "reported") for mark in marks(packet, paper)):
        known = lexicon().labels
        points = [p for p in points if any(f.label not in known for f in (*p.of("aim"), *p.of("outcome")))]
    return [entry for point in points if (entry := _entry(point, paper)) is not None]


def _points(packet: Packet, paper: Paper) -> Iterator[_Point]:
    labelled = set(lines_within(packet, "head", paper.span))
    if not labelled:
        return
    point: _Point | None = None
    last = -1
    lines = packet.lines
    for index in printed_in(packet, paper.span):
        if point is None and (text := lines[index].text.lstrip())[1:2].isalpha() and not _may_begin(text):
            continue
        printed = " ".join(lines[index].text.split())
        begun = _NUMBER.match(printed) if index in labelled or len(printed) <= _LONGEST_NUMBER else None
        body = (begun["rest"] or "") if begun is not None else printed
        found = fields_of(body, index)[1] if index in labelled and body else []
        if begun is not None and (found or not body):
            if point is not None:
                yield point
            point = _Point(begun["no"], begun["goal"], index)
        if point is None:
            continue
        if found:
            point.fields += found
        elif begun is None and point.fields:
            more = continued(point.fields[-1], printed, index)
            if more is None and index - last > 1:
                yield point
                point = None
                continue
            if more is not None:
                point.fields[-1] = more
        elif begun is None:
            point = None
            continue
        last = index
    if point is not None:
        yield point


def _may_begin(text: str) -> bool:
    """False for text that begins with a word: no number of a point does."""
    return not text[1:2].isalpha() or text[0] == "(" or text[0].isdecimal()


def _side(found: Field) -> str | None:
    """``aim`` for the label of what was agreed or planned, ``outcome`` for that of what came of it."""
    kind = found.meaning.kind
    if kind in ("aim", "maybe_aim"):
        return "aim"
    if kind == "outcome":
        signs = [lexicon().signs(word) for word in found.undated.split()]
        return "aim" if any(s & _PLANNED and not s & {"outcome", "reached"} for s in signs) else "outcome"
    return None


def _entry(point: _Point, paper: Paper) -> Entry | None:
    """The target of a point with its result; None where it holds no number to reach."""
    aim, outcome = point.of("aim")[0], point.of("outcome")[0]
    aimed = value_of(aim.text) or value_of(first_sentence(aim.text))
    if aimed is None:
        return None
    told = _told(outcome.text, aimed, aim.text)
    stated = _stated(point, outcome)
    degree = next(
        (m.value for f in point.fields if f.meaning.kind == "fulfilment" and (m := measured(f.text))), None
    )
    meaning = outcome.meaning
    results = tuple(
        Outcome(
            one.value, Spot(outcome.pieces[0].line), meaning.year, so_far,
            over=not so_far and meaning.year is not None, segment=one.segment,
            fulfilment=degree, stated=stated,
        )
        for one in told
        for so_far in [meaning.partial or is_told_so_far(one.value.rest, paper.now)]
    )  # fmt: skip
    label = first_sentence(aim.text).rstrip(".")[:_MOST_TITLE]
    value = replace(aimed, unit=aimed.unit or aim.meaning.unit)
    text = " | ".join(f"{f.label}: {f.text}" for f in point.fields)
    return Entry(
        label, value, Spot(aim.pieces[0].line), Span(point.first, max(f.last for f in point.fields)), text, results,
        point.goal, point.number, point.number, aim.meaning.year or paper.year,
        stated=None if results else stated,
    )  # fmt: skip


def _told(text: str, aimed: Measured, about: str) -> Sequence[Told]:
    """The result: what the first sentence tells, else the whole text."""
    first = first_sentence(text)
    found = told_values(first, aimed, about)
    return found or (told_values(text, aimed, about) if first != text else ())


def _stated(point: _Point, outcome: Field) -> Verdict | None:
    verdicts = [f.text for f in point.fields if f.meaning.kind == "verdict"]
    texts = (*verdicts, outcome.text, first_sentence(outcome.text))
    return next((verdict for text in texts if (verdict := cell_verdict(text)) is not None), None)
