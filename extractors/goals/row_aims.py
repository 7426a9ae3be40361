"""Targets that a table prints, of an agreement or of the report itself, and a report answers in running text.

    Nr.   Mål                          Krav 2031          Mål 1 – kø
    1     Lånere uden kø               mindst 85 pct.     I år kom 87 pct. til uden at vente.

A row becomes a sentence of its own, so that it is held against what reports tell as any target of running text is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.goals.answers import is_numbered
from extractors.goals.entries import Entry, Spans
from extractors.goals.odds import Odds
from extractors.goals.papers import REPORTS, Paper, reported_on
from extractors.goals.reading import Sentence
from extractors.goals.results import Reached
from extractors.goals.statements import Statement
from extractors.goals.structure import Part
from extractors.goals.targets import ROW, Aim
from extractors.goals.wording import content, words_of
from extractors.language.danish import analyse
from extractors.text.joining import Passage
from schemas.packet import Span

_SIGNS = {">=": "mindst", "<=": "højst", ">": "over", "<": "under"}
_SURE = Odds(1.0, 0.0)
"""The head of its column says that it is a target."""


@dataclass(frozen=True, slots=True)
class RowAims:
    """The sentences of a room with those of rows among them, and what the rows state by the places of their
    entries."""

    sentences: list[Sentence]
    stated: dict[int, Statement]

    def taken_out(
        self, aims: Sequence[Aim], results: Sequence[Reached], entries: Sequence[tuple[Paper, Entry]]
    ) -> tuple[list[Aim], dict[int, int]]:
        """The targets of running text without those of rows; by the ``id`` of those that results answer that of the
        entry whose target they are."""
        answered = {id(aim) for reached in results for aim in reached.aims}
        rows = {id(statement): place for place, statement in self.stated.items()}
        kept: list[Aim] = []
        found: dict[int, int] = {}
        for aim in aims:
            place = next((rows[id(said)] for said in aim.said if id(said) in rows), None)
            if place is None:
                kept.append(aim)
            elif id(aim) in answered:
                found[id(aim)] = id(entries[place][1])
            elif told := [said for said in aim.said if id(said) not in rows]:
                kept.append(replace(aim, said=told))
        return kept, found


def with_rows(
    entries: Sequence[tuple[Paper, Entry]], papers: Sequence[Paper], sentences: Sequence[Sentence],
    told: frozenset[str] = frozenset(),
) -> RowAims:  # fmt: skip
    """The sentences of a room with those of its tables without any result, where the room has a report; ``papers``
    are in the order of the sentences, ``told`` numbers below which a report says itself what came of them."""
    reports = {reported_on(paper) for paper in papers if paper.kind in REPORTS}
    places = [place for place in _open_rows(entries, reports, told) if not _is_to_come(*entries[place], papers)]
    rows = {place: row for place in places if (row := _sentence(*entries[place])) is not None}
    if not reports or not rows:
        return RowAims(list(sentences), {})
    order = {paper.span.first: number for number, paper in enumerate(papers)}
    tables = Spans({entries[place][1].span for place in rows})
    among: list[tuple[int | None, Sentence]] = [
        (None, sentence) for sentence in sentences if not _is_in(sentence.passage, tables)
    ]
    among += rows.items()
    among.sort(key=lambda one: (order[one[1].part.paper.span.first], one[1].passage.first))
    numbered: list[Sentence] = []
    stated: dict[int, Statement] = {}
    passage_no, last = 0, -1
    for number, (place, sentence) in enumerate(among):
        passage_no += place is not None or sentence.passage_no != last
        last = -1 if place is not None else sentence.passage_no
        numbered.append(sentence._replace(order=number, passage_no=passage_no))
        if place is not None:
            # before all that running text says
            stated[place] = _statement(numbered[-1], entries[place][1], key=len(stated) - len(rows))
    return RowAims(numbered, stated)


def numbers_of_rows(entries: Sequence[tuple[Paper, Entry]], told: frozenset[str] = frozenset()) -> frozenset[str]:
    """The numbers of the goals of such rows."""
    numbers = (entries[place][1].goal_no for place in _open_rows(entries, set(), told))
    return frozenset(number for number in numbers if number is not None)


def _open_rows(
    entries: Sequence[tuple[Paper, Entry]], years: set[int | None], told: frozenset[str]
) -> Iterator[int]:
    """The places of the entries of tables without any result; of several in one row that of a year reported on."""
    answered = {entry.span for _, entry in entries if entry.results or entry.stated is not None}
    by_row: dict[tuple[Span, str], list[int]] = {}  # its cells may stand on lines of their own
    for place, (paper, entry) in enumerate(entries):
        set_aside = (
            entry.standing != "in_force" or entry.aimless or (paper.kind in REPORTS and is_numbered(entry, told))
        )
        if entry.span not in answered and not set_aside:
            by_row.setdefault((entry.span, entry.text), []).append(place)
    for places in by_row.values():
        meant = places if len(places) == 1 else [place for place in places if entries[place][1].year in years]
        if len(meant) == 1:
            yield meant[0]


def _is_to_come(paper: Paper, entry: Entry, papers: Sequence[Paper]) -> bool:
    """True for a row of a year that no report of its item tells of yet: that of the agreement which follows the one
    reported on, or of the next year in the report itself."""
    year = paper.year if paper.kind == "contract" else entry.year
    reports = [other for other in papers if other.kind in REPORTS]
    own = [other.year for other in reports if other.item_no == paper.item_no] or [other.year for other in reports]
    known = [reported for reported in own if reported is not None]
    return year is not None and 0 < len(known) == len(own) and max(known) < year


def _is_in(passage: Passage, tables: Spans) -> bool:
    return tables.covers(passage.first) and tables.covers(passage.last)


def _sentence(paper: Paper, entry: Entry) -> Sentence | None:
    """``Lånere uden kø: mindst 85 %`` as a sentence of the paper; None where its number cannot be read so."""
    aimed = entry.target
    value = f"{aimed.value:f}".replace(".", ",")
    sign = _SIGNS.get(entry.comparator) if entry.is_directed else None
    told = " ".join(filter(None, (sign, value, aimed.unit)))
    text = f"{entry.label}: {told}"
    (analysis,) = analyse([text])
    if not analysis.quantities or analysis.quantities[-1].value != aimed.value:
        return None
    part = Part("prose", Span(entry.at.line, entry.at.line), paper, label=ROW)
    number = entry.own_no or entry.sub_no or entry.goal_no
    passage = Passage(text, (entry.at.line,), (0,), f"{number}." if number is not None else None)
    return Sentence(part, passage, analysis, 0, 0, True, passage.marker, "", goal_no=entry.goal_no)


def row_statement(paper: Paper, entry: Entry) -> Statement | None:
    """What the row of a table states; None where its number cannot be read as one of a sentence."""
    sentence = _sentence(paper, entry)
    return _statement(sentence, entry, 0) if sentence is not None else None


def _statement(sentence: Sentence, entry: Entry, key: int) -> Statement:
    index = len(sentence.analysis.quantities) - 1
    quantity = sentence.analysis.quantities[index]
    words = words_of(sentence, index)
    label = content(token.lemma for token in sentence.analysis.tokens if token.start < len(entry.label))
    dated = entry.year if entry.year != sentence.part.paper.year else None
    return Statement(
        sentence, quantity, "target", words._replace(own=words.own | label), entry.label, segment=entry.segment,
        year=dated, key=key, odds=_SURE,
    )  # fmt: skip
