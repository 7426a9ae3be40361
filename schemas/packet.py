"""The packet: a document split into agenda items, attachments and sections."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import heappop, heappush
from typing import Any, Literal, NamedTuple, TypeVar

from schemas.document import Document, Line
from schemas.records import Finding

T = TypeVar("T")
Kind = Literal["dagsorden", "bilag", "referat", "ukendt"]


class Span(NamedTuple):
    """Lines ``first`` to ``last`` of a document, both included, as ``Line.index``."""

    first: int
    last: int

    def __contains__(self, index: object) -> bool:
        return isinstance(index, int) and self.first <= index <= self.last


class Pages(NamedTuple):
    """Pages ``first`` to ``last`` of the file, both included; pages without text (scans, pictures) have no lines,
    so a span cannot tell that they belong to a part."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One point of the agenda. ``span`` is None where only a table of contents names it."""

    item_no: str
    title: str
    item_type: str | None = None
    case_no: str | None = None
    caseworker: str | None = None
    chapter: str | None = None
    toc_page: int | None = None
    span: Span | None = None
    header: Span | None = None
    confidence: float = 1.0
    evidence: tuple[str, ...] = ()
    pages: Pages | None = None


@dataclass(frozen=True, slots=True)
class AttachedPaper:
    """One bilag under its item. ``span`` is None where it is only listed; ``attachment_no`` of a bilag inside a
    bilag is a path such as ``1/2``. ``listed_at`` is the line that lists it."""

    item_no: str | None
    attachment_no: str
    title: str | None
    toc_page: int | None = None
    span: Span | None = None
    listed_at: int | None = None
    confidence: float = 1.0
    evidence: tuple[str, ...] = ()
    pages: Pages | None = None

    @property
    def listed_only(self) -> bool:
        """True where the document holds no body of it; a body may be pages without text (``pages``)."""
        return self.span is None and self.pages is None


@dataclass(frozen=True, slots=True)
class SectionPart:
    """A headed part of an agenda item (``Baggrund``, ``Indstilling``…). ``span`` starts at its heading. ``item_no``
    is empty where the paper gives its cases no numbers."""

    item_no: str
    name: str
    span: Span


@dataclass(frozen=True)
class Packet:
    """A document with everything that later stages need to know of its structure.

    ``furniture`` holds the indexes of lines that are no running text: page heads and feet, page numbers and
    watermarks. ``contents`` are the lines of tables of contents.
    """

    document: Document
    kind: Kind = "ukendt"
    body: str | None = None
    meeting_date: date | None = None
    venue: str | None = None
    title: str | None = None
    items: tuple[AgendaItem, ...] = ()
    attachments: tuple[AttachedPaper, ...] = ()
    sections: tuple[SectionPart, ...] = ()
    contents: tuple[Span, ...] = ()
    furniture: frozenset[int] = frozenset()
    findings: tuple[Finding, ...] = field(default=())

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines of the document."""
        return self.document.lines

    def item_at(self, index: int) -> AgendaItem | None:
        """The agenda item that holds this line."""
        return _innermost(self._item_starts, self._items_by_start, index)

    def attachment_at(self, index: int) -> AttachedPaper | None:
        """The innermost attachment that holds this line."""
        return _owner(*self._attachment_owners, index)

    def section_at(self, index: int) -> SectionPart | None:
        """The section of an agenda item that holds this line."""
        return _owner(*self._section_owners, index)

    @cached_property
    def worked_out(self) -> dict[str, Any]:
        """What one stage has read and another reads again, by a name that the first one chose; empty at first."""
        return {}

    @cached_property
    def _attachment_owners(self) -> tuple[list[int], list[AttachedPaper | None]]:
        ranked = [
            ((-a.attachment_no.count("/"), -a.span.first, -a.span.last), a.span, a)
            for a in self.attachments
            if a.span is not None
        ]
        return _owners(ranked)

    @cached_property
    def _section_owners(self) -> tuple[list[int], list[SectionPart | None]]:
        return _owners([((), section.span, section) for section in self.sections])

    @cached_property
    def _items_by_start(self) -> Sequence[AgendaItem]:
        return sorted((i for i in self.items if i.span is not None), key=lambda i: i.span or Span(0, 0))

    @cached_property
    def _item_starts(self) -> list[int]:
        return [item.span.first for item in self._items_by_start if item.span is not None]


def _owners(parts: Sequence[tuple[tuple[int, ...], Span, T]]) -> tuple[list[int], list[T | None]]:
    """Where the part that holds a line changes, and the part from there on: of several the one with the least
    rank, then the first. One pass over all bounds, so that asking for a line is a search among them."""
    waiting = sorted(range(len(parts)), key=lambda place: parts[place][1].first)
    changes = sorted({bound for _, span, _ in parts for bound in (span.first, span.last + 1)})
    open_: list[tuple[tuple[int, ...], int]] = []
    owners: list[T | None] = []
    taken = 0
    for change in changes:
        while taken < len(waiting) and parts[waiting[taken]][1].first <= change:
            place = waiting[taken]
            heappush(open_, (parts[place][0], place))
            taken += 1
        while open_ and parts[open_[0][1]][1].last < change:
            heappop(open_)
        owners.append(parts[open_[0][1]][2] if open_ else None)
    return changes, owners


def _owner(changes: Sequence[int], owners: Sequence[T | None], index: int) -> T | None:
    position = bisect_right(changes, index) - 1
    return owners[position] if position >= 0 else None


def _innermost(starts: list[int], items: Sequence[AgendaItem], index: int) -> AgendaItem | None:
    position = bisect_right(starts, index) - 1
    if position < 0:
        return None
    item = items[position]
    return item if item.span is not None and index in item.span else None
