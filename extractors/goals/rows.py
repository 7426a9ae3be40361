"""Rows of the warehouse made from targets, results, degrees and table rows, each with its place and confidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import regex

from extractors.goals.comparison import holds
from extractors.goals.dated import Dated, period_of_paper, year_as_text
from extractors.goals.entries import Entry, Outcome, Spot
from extractors.goals.mark import Level, printed_goal
from extractors.goals.metrics import SECTIONS
from extractors.goals.overview import Degree
from extractors.goals.papers import Paper
from extractors.goals.printed_numbers import (
    Place,
    Printed,
    lettered,
    of_code,
    of_mark,
    printed_numbers,
    said_before,
)
from extractors.goals.results import Reached, Whole
from extractors.goals.statements import Statement
from extractors.goals.targets import Aim
from extractors.goals.verdict import is_flow, of_fulfilment, without_result
from schemas.packet import Packet
from schemas.records import Finding, Result, Target, Verdict, place
from schemas.units import weights

_SURE = {"target": 0.95, "method": 0.85, "intro": 0.85, "result": 0.85, "prose": 0.75}
"""Confidence of a target by the kind of the part it stands in."""
_SURE_OF_TABLE = 0.85


LEAST_SURE = 0.4
"""Confidence of a target of running text for which no signal speaks."""


class Rows:
    """Makes the rows of one packet."""

    def __init__(self, packet: Packet) -> None:
        self._packet = packet
        self._dated = Dated(packet)
        self._printed: Mapping[int, Printed] = {}
        self._measured: dict[int, str] = {}
        self._letters: frozenset[str] = frozenset()

    def number(
        self, aims: Iterable[Aim], shown: Mapping[int, Statement], entries: Iterable[tuple[Paper, Entry]]
    ) -> None:
        """Reads the numbers that are printed for targets whose goals bear no mark."""
        aims, entries = list(aims), list(entries)
        places = []
        for aim in aims:
            if printed_goal(aim.goal_no) is None or _is_code(aim):
                sentence = shown.get(id(aim), aim.main).sentence
                opens = sentence.first_of_passage or sentence.marker is not None
                places.append(Place(id(aim), sentence.part.paper, sentence.passage.first, opens))
        places += [Place(id(entry), paper, entry.at.line) for paper, entry in entries if entry.goal_no is None]
        self._printed = printed_numbers(self._packet, places)
        if any(entry.own_no is not None and entry.own_no[:1].isalpha() for _, entry in entries):
            spans = {paper.span for paper, _ in entries} | {aim.paper.span for aim in aims}
            self._letters = lettered(self._packet, spans)

    def answer(self, results: Iterable[Reached]) -> None:
        """Takes in which targets have a result, and by what metric the first of them is told."""
        for reached in results:
            for aim in reached.aims:
                self._measured[id(aim)] = self._measured.get(id(aim)) or reached.statement.metric

    def at(self, index: int) -> dict[str, Any]:
        """The place of a line."""
        return place(self._packet.lines[index], paged=self._packet.document.paged)

    def target(
        self,
        aim: Aim,
        key: str,
        told: Verdict | None = None,
        shown: Statement | None = None,
    ) -> Target:
        """The row of a target; ``key`` is its local name, ``told`` what its report says of it without a number,
        ``shown`` its place where that is not the one it is best read at."""
        main, shown = aim.main, shown or aim.main
        sure = _SURE[main.sentence.part.kind] - (0.15 if aim.standing == "proposed" else 0)
        if main.odds is not None and main.sentence.part.kind == "prose":
            sure = min(sure, LEAST_SURE + (1 - LEAST_SURE) * main.odds.target)
        dated = main.year is not None and main.period
        metric = _metric(main) or self._measured.get(id(aim)) or None
        period = main.period if dated else self._dated.period_of(aim, answered=id(aim) in self._measured)
        return Target(
            **_where(shown.sentence.part.paper) | _agreed(aim.paper), **self._numbers(aim), target_id=key,
            level=main.sentence.part.level, segment=_segment(main), metric=metric,
            comparator=aim.comparator,
            value=aim.value, unit=aim.unit,
            period=period, status=told or _without_result(aim, period), standing=aim.standing,
            text=shown.sentence.text,
            confidence=round(sure, 2), **self.at(shown.line),
        )  # fmt: skip

    def _numbers(self, aim: Aim) -> dict[str, Any]:
        """The number of its goal and its own, as marks of goals tell, else as its line and the heading above do."""
        goal_no = printed_goal(aim.goal_no)
        if _is_code(aim) and self._printed.get(id(aim), Printed()).goal_no != goal_no:
            return Printed(aim.sub_no)._asdict()
        if goal_no is not None:
            return {"goal_no": goal_no, "sub_no": aim.sub_no}
        main = aim.main
        if main.sentence.part.kind == "prose" and (said := said_before(main.sentence.text[: main.quantity.start])):
            return said._asdict()
        return self._printed.get(id(aim), Printed())._asdict()

    def result(
        self,
        reached: Reached,
        aim: Aim | None,
        key: str | None,
        status: Verdict,
        *,
        is_open: bool = False,
    ) -> Result:
        """The row of a result beside its target (``key``), or of one without (``is_open``: it is elsewhere)."""
        statement = reached.statement
        sentence = statement.sentence
        part = sentence.part
        own: dict[str, Any] = {"goal_no": printed_goal(sentence.goal_no), "sub_no": part.sub_no}
        if aim is not None and reached.stated is None and self._dated.is_ahead(aim, reached, status):
            status = "pending"
        return Result(
            **_where(part.paper), **(self._numbers(aim) if aim else own), target_id=key,
            level=(aim.main.sentence.part.level if aim else None) or part.level, segment=_segment(statement),
            metric=_metric(aim.main if aim else statement), value=reached.value, unit=statement.quantity.unit,
            period=self._dated.told_in(aim, statement), fulfilment_pct=reached.fulfilment, status=status,
            stated_status=reached.stated, text=sentence.text,
            confidence=round(min(0.97, 0.6 + reached.score / 15), 2) if aim else 0.6, is_open=is_open,
            **self.at(statement.line),
        )  # fmt: skip

    def degree(self, paper: Paper, degree: Degree, parts: int, level: Level | None) -> Result:
        """The row of a goal's degree in an overview; ``parts`` are the goal's targets."""
        return Result(
            **_where(paper), goal_no=degree.goal_no, level=level, metric=degree.title,
            period=period_of_paper(paper), fulfilment_pct=degree.degree,
            status=of_fulfilment(degree.degree, parts=parts), scope="goal",
            printed_in=degree.printed_in, text=self._packet.lines[degree.index].text.strip(), confidence=0.9,
            **self.at(degree.index),
        )  # fmt: skip

    def whole(self, whole: Whole, parts: int) -> Result:
        """The row of a degree that the text states of a goal, a part of one or the contract."""
        sentence = whole.statement.sentence
        part = sentence.part
        return Result(
            **_where(part.paper), goal_no=printed_goal(whole.goal_no), level=part.level,
            metric=part.goal_title or whole.statement.metric or None, period=period_of_paper(part.paper),
            fulfilment_pct=whole.degree, status=of_fulfilment(whole.degree, parts=parts),
            scope="contract" if whole.goal_no is None else "goal", text=sentence.text, confidence=0.85,
            **self.at(whole.statement.line),
        )  # fmt: skip

    def entry(self, paper: Paper, entry: Entry, key: str | None) -> list[Target | Result | Finding]:
        """The rows of a table's or card's entry: its target, unless it has none, and each of its results; a finding
        where nothing says whether the target is a most or a least value."""
        aimed, comparator = entry.target, entry.comparator
        own = None if entry.undated else entry.year or paper.year
        year = self._dated.named_year(paper, entry) or own if own in (None, paper.year) else own
        common = {
            **_where(paper), **self._entry_numbers(entry), "metric": entry.label or None,
            "text": entry.text, "confidence": _SURE_OF_TABLE,
        }  # fmt: skip
        ahead = (
            year is not None and paper.now is not None and (year > paper.now or (year == paper.now and paper.dated))
        )
        if entry.aimless:
            key = None
        alone: Verdict = entry.stated or ("pending" if paper.interim or ahead or year is None else "unknown")
        found: list[Target | Result | Finding] = [
            Target(
                **common, **self._spot(entry.at), target_id=key, segment=entry.segment, comparator=comparator,
                value=aimed.value, unit=aimed.unit, period=year_as_text(year) or paper.term, status=alone,
                standing=entry.standing,
            )
        ] if key is not None else []  # fmt: skip
        for result in entry.results:
            period = self._dated.entry_told_in(paper, entry, result)
            found.append(
                Result(
                    **common, **self._spot(result.at), target_id=key, segment=result.segment or entry.segment,
                    value=result.value.value, unit=result.value.unit, period=period,
                    fulfilment_pct=result.fulfilment,
                    status=self._verdict(paper, entry, result) if key is not None else result.stated or "unknown",
                    stated_status=result.stated, printed_in="table",
                )
            )  # fmt: skip
        if entry.results and entry.is_undecided:
            message = f"nothing says whether {aimed.value} {aimed.unit} are a most or a least value: no verdict"
            found.append(
                Finding(rule="goal_direction_unknown", severity="warning", message=message, **self._spot(entry.at))
            )
        return found

    def goal_of(self, entry: Entry) -> str | None:
        """The number of the goal that a row is of."""
        goal_no: str | None = self._entry_numbers(entry)["goal_no"]
        return goal_no

    def _entry_numbers(self, entry: Entry) -> dict[str, Any]:
        if entry.goal_no is not None:
            return {"goal_no": printed_goal(entry.goal_no), "sub_no": entry.sub_no}
        own = self._printed.get(id(entry), Printed())
        mark = entry.own_no
        if mark is not None and entry.head and (below := of_code(mark, self._letters)) is not None:
            return below._asdict()
        if mark is not None and not mark.isdecimal() and mark not in own:
            return of_mark(mark)._asdict()
        return own._replace(goal_no=own.goal_no or mark)._asdict()

    def _spot(self, spot: Spot) -> dict[str, Any]:
        line = self._packet.lines[spot.line]
        return place(line, paged=self._packet.document.paged, box=spot.box)

    def _verdict(self, paper: Paper, entry: Entry, result: Outcome) -> Verdict:
        """By the numbers; below the target, a count of a year that still ran and what was measured before the year
        of the target are pending."""
        aimed = entry.target
        weighed = weights(result.value.unit, aimed.unit)
        if weighed is None or (entry.is_undecided and aimed.value != result.value.value):
            return "unknown"
        own, other = weighed
        high = None if aimed.high is None else aimed.high * other
        year = entry.year or paper.year
        meeting = self._packet.meeting_date
        now = meeting.year if meeting is not None else paper.now if paper.dated else None
        begun = now is not None and year is not None and year >= now
        running = result.running or (not (result.over or paper.final) and (paper.interim or begun))
        counts = aimed.unit not in ("%", "procentpoint", "promille")
        if holds(result.value.value * own, entry.comparator, aimed.value * other, high):
            most = counts and entry.comparator in ("<=", "<") and result.stated != "met"
            counted = f"{entry.label} {aimed.unit or ''}"
            adds_up = most and (result.stated == "pending" or is_flow(counted, entry.label))
            return "pending" if running and adds_up and result.value.value * own != aimed.value * other else "met"
        if result.foreseen is not None:
            return result.foreseen
        if result.stated == "pending" or (result.stated in ("not_met", "met") and _SAID.search(result.word)):
            return result.stated  # `På rette spor`; `Ikke opnået`, whatever time is left
        alone = len(entry.results) == 1 and not any(map(str.isdecimal, result.value.rest))  # not of `78/91 pct.`
        if result.stated == "partly" and alone and result.fulfilment is None and _PARTLY.search(result.word):
            return "partly"
        if year is not None and result.year is not None and result.year < year:
            return "pending"
        counts = counts and entry.comparator not in ("<=", "<") and not entry.is_score
        if (running and counts) or self._dated.is_entry_ahead(paper, entry, result, adds_up=counts):
            return "pending"
        return "not_met"


_SAID = regex.compile(r"\b(?:opfyldt|nået|indfriet|opnået|overholdt|gennemført|realiseret)\b", regex.IGNORECASE)
"""The words of a verdict that is no forecast, as colours may be."""


_YEAR = regex.compile(r"\b20\d\d\b")
_PARTLY = regex.compile(r"\b(?:delvist?|næsten)\b|[◐◑◒]", regex.IGNORECASE)
"""``Delvist opfyldt`` and the signs of it, said of a goal that is not reached by the numbers."""


def _without_result(aim: Aim, period: str | None) -> Verdict:
    """Pending as well where a heading above dates the target behind the year that its paper reports."""
    status = without_result(aim)
    years = _YEAR.findall(period or "")
    if status == "unknown" and aim.standing == "in_force" and aim.main.year is None and aim.paper.year and years:
        return "pending" if int(years[-1]) > aim.paper.year else status
    return status


def _is_code(aim: Aim) -> bool:
    """``R3``: a mark whose letter may be that of a group, or of nothing."""
    goal, sub = aim.goal_no or "", aim.sub_no or ""
    return len(goal) == 1 and goal.isupper() and sub.startswith(goal) and sub[1:].isdecimal()


def _where(paper: Paper) -> dict[str, Any]:
    return {"item_no": paper.item_no, "attachment_no": paper.attachment_no} | _agreed(paper)


def _agreed(paper: Paper) -> dict[str, Any]:
    return {"contract": paper.title, "party": paper.party}


def _segment(statement: Statement) -> str | None:
    return "drift og vækst" if statement.spread else statement.segment


def _metric(statement: Statement) -> str | None:
    lead = statement.sentence.lead.rstrip(" :")
    return statement.metric or (None if lead.lower() in SECTIONS else lead) or None
