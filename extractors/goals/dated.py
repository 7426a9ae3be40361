"""When the targets and results of the rows hold, and whether a target was still ahead when its result was told."""

from __future__ import annotations

import regex

from extractors.goals.entries import Entry, Outcome
from extractors.goals.papers import Paper
from extractors.goals.results import Reached
from extractors.goals.statements import Statement
from extractors.goals.targets import Aim
from extractors.goals.terms import Due, Terms, Told, due_of, is_ahead
from extractors.goals.verdict import is_concluded, may_add_up
from schemas.packet import Packet
from schemas.records import Verdict

_SPAN = regex.compile(r"\d\s?[-–—/]\s?\d")


class Dated:
    """The times of one packet."""

    def __init__(self, packet: Packet) -> None:
        self._packet = packet
        self._terms = Terms(packet)

    def is_ahead(self, aim: Aim, reached: Reached, status: Verdict) -> bool:
        """True for a result below its target that was told before the target was due."""
        told_in = reached.statement.sentence.part.paper
        if status != "not_met" or told_in.final or is_concluded(aim, reached.statement):
            return False
        main, told = aim.main, reached.statement
        if main.sentence is told.sentence and main.period is not None and main.period == told.period:
            return False  # `Den 26. november kom 284, hvor der var sat efter 350`
        return is_ahead(
            self._due(aim, reached.statement), self._told(aim, reached.statement), adds_up=may_add_up(aim)
        )

    def period_of(self, aim: Aim, *, answered: bool) -> str | None:
        """The time of a target that its sentence does not name: of its label, its heading, its paper."""
        if aim.main.sentence.part.year is not None:
            return year_as_text(aim.main.sentence.part.year)
        due, first = self._due(aim, None), aim.year or (aim.paper.now or 0) - 1
        named = due.label if due is not None and due.moment.year >= first else None
        if named is not None and aim.year is not None and _SPAN.search(named):
            named = None  # the year of the paper is one of these
        return named or year_as_text(aim.year) or (None if answered else aim.paper.term)

    def told_in(self, aim: Aim | None, statement: Statement) -> str | None:
        """The time of a result: of its sentence, its label, a heading above, its paper."""
        part = statement.sentence.part
        named = statement.period
        if named is not None and any(map(str.isdecimal, named[-2:])):
            return named
        if part.year is not None:
            return year_as_text(part.year)
        told = self._told(aim, statement)
        return (told.label if told is not None else None) or named or period_of_paper(part.paper)

    def _due(self, aim: Aim, answer: Statement | None) -> Due | None:
        """When a target is due that this result answers, if any does."""
        main = aim.main
        # beside its result a target is of the paper's year, whatever year a plan is of
        beside = answer is not None and aim.paper is answer.sentence.part.paper
        year = main.sentence.part.year if beside else aim.year
        headed = answer is None or main.sentence.passage_no != answer.sentence.passage_no
        texts = (main.sentence.text, main.sentence.lead)
        return self._terms.due(aim.paper, main.line, texts, aim.until, year, headed=headed)

    def _told(self, aim: Aim | None, statement: Statement) -> Told | None:
        """Up to when a result tells."""
        sentence = statement.sentence
        own = sentence.text if aim is None or sentence is not aim.main.sentence else ""
        texts = (statement.period or "", own, sentence.lead)
        return self._terms.told(sentence.part.paper, statement.line, texts, statement.year)

    def is_entry_ahead(self, paper: Paper, entry: Entry, result: Outcome, *, adds_up: bool) -> bool:
        """The same of a result of a row."""
        if result.over or result.stated is not None or paper.final:
            return False
        line = entry.span.first
        due = self._terms.due(paper, line, (entry.label, entry.head), entry.year, None, headed=True)
        told = self._terms.told(paper, line, (result.period or "",), result.year)
        return is_ahead(due, told, adds_up=adds_up)

    def named_year(self, paper: Paper, entry: Entry) -> int | None:
        """The year that the label of a row or the line of its target names: none before that of the paper."""
        lines = {result.at.line for result in entry.results}
        own_line = bool(lines) and entry.at.line not in lines
        texts = (entry.label, self._packet.lines[entry.at.line].text if own_line else "")
        first = paper.year or (paper.now or 0) - 1
        for text in texts:
            due = due_of(text, None) if text else None
            if due is not None and due.moment.year >= first:
                return due.moment.year
        return None

    def entry_told_in(self, paper: Paper, entry: Entry, result: Outcome) -> str | None:
        """The time of a result of a row: by its head, by its own line, by a heading above, by the paper."""
        if result.period or result.year is not None:
            return result.period or year_as_text(result.year)
        own_line = result.at.line != entry.at.line
        texts = (self._packet.lines[result.at.line].text,) if own_line else ()
        told = self._terms.told(paper, entry.span.first, texts, None)
        return (told.label if told is not None else None) or period_of_paper(paper)


def year_as_text(year: int | None) -> str | None:
    """A year as periods print it; None for none."""
    return None if year is None else str(year)


def period_of_paper(paper: Paper) -> str | None:
    """The year that a paper is about, or its first half; None where nothing tells it."""
    if paper.year is None:
        return None
    return f"1. halvår {paper.year}" if paper.half_year else str(paper.year)
