"""Rows of the warehouse made from targets, results, degrees and table rows, each with its place and confidence."""

from __future__ import annotations

from typing import Any

from extractors.goals.marks import Level, printed_goal
from extractors.goals.metrics import SECTIONS
from extractors.goals.overview import Degree
from extractors.goals.papers import Paper
from extractors.goals.results import Reached, Whole
from extractors.goals.statements import Statement
from extractors.goals.tabular import TableRow
from extractors.goals.targets import Aim
from extractors.goals.verdict import holds, of_fulfilment, stated_word, without_result
from schemas.packet import Packet
from schemas.records import Comparator, Result, Target, Verdict, place

_SURE = {"target": 0.95, "method": 0.85, "intro": 0.85, "result": 0.85, "prose": 0.75}
"""Confidence of a target by the kind of the part it stands in."""
_SURE_OF_TABLE = 0.85


class Rows:
    """Makes the rows of one packet."""

    def __init__(self, packet: Packet) -> None:
        self._packet = packet

    def at(self, index: int) -> dict[str, Any]:
        """The place of a line."""
        return place(self._packet.lines[index], paged=self._packet.document.paged)

    def target(self, aim: Aim, key: str, told: Verdict | None = None, measured: str | None = None) -> Target:
        """The row of a target; ``key`` is its local name, ``told`` what its report says of it without a number,
        ``measured`` the metric of its result."""
        paper, main = aim.paper, aim.main
        sure = _SURE[main.sentence.part.kind] - (0.15 if aim.standing == "proposed" else 0)
        dated = main.year is not None and main.period
        return Target(
            **_where(paper), target_id=key, goal_no=printed_goal(aim.goal_no), sub_no=aim.sub_no,
            level=main.sentence.part.level, segment=_segment(main), metric=_metric(main) or measured,
            comparator=aim.comparator,
            value=aim.value, unit=aim.unit, period=main.period if dated else _year(aim.year),
            status=told or without_result(aim), standing=aim.standing, text=main.sentence.text,
            confidence=round(sure, 2), **self.at(main.line),
        )  # fmt: skip

    def result(
        self, reached: Reached, aim: Aim | None, key: str | None, status: Verdict, *, is_open: bool = False
    ) -> Result:
        """The row of a result beside its target (``key``), or of one without (``is_open``: it is elsewhere)."""
        statement = reached.statement
        sentence = statement.sentence
        part = sentence.part
        return Result(
            **_where(part.paper), target_id=key, goal_no=printed_goal(aim.goal_no if aim else sentence.goal_no),
            sub_no=aim.sub_no if aim else part.sub_no,
            level=(aim.main.sentence.part.level if aim else None) or part.level, segment=_segment(statement),
            metric=_metric(aim.main if aim else statement), value=reached.value, unit=statement.quantity.unit,
            period=statement.period or _period(part.paper), fulfilment_pct=reached.fulfilment, status=status,
            stated_status=reached.stated, text=sentence.text,
            confidence=round(min(0.97, 0.6 + reached.score / 15), 2) if aim else 0.6, is_open=is_open,
            **self.at(statement.line),
        )  # fmt: skip

    def degree(self, paper: Paper, degree: Degree, parts: int, level: Level | None) -> Result:
        """The row of a goal's degree in an overview; ``parts`` are the goal's targets."""
        return Result(
            **_where(paper), goal_no=degree.goal_no, level=level, metric=degree.title, period=_period(paper),
            fulfilment_pct=degree.degree, status=of_fulfilment(degree.degree, parts=parts), scope="goal",
            printed_in=degree.printed_in, text=self._packet.lines[degree.index].text.strip(), confidence=0.9,
            **self.at(degree.index),
        )  # fmt: skip

    def whole(self, whole: Whole, parts: int) -> Result:
        """The row of a degree that the text states of a goal, a part of one or the contract."""
        sentence = whole.statement.sentence
        part = sentence.part
        return Result(
            **_where(part.paper), goal_no=printed_goal(whole.goal_no), level=part.level,
            metric=part.goal_title or whole.statement.metric or None, period=_period(part.paper),
            fulfilment_pct=whole.degree, status=of_fulfilment(whole.degree, parts=parts),
            scope="contract" if whole.goal_no is None else "goal", text=sentence.text, confidence=0.85,
            **self.at(whole.statement.line),
        )  # fmt: skip

    def table(self, paper: Paper, row: TableRow, key: str) -> list[Target | Result]:
        """The rows of a table's row: its target and, where the cell holds one, its result."""
        aimed = row.target
        comparator: Comparator = aimed.comparator or (">=" if aimed.unit in ("%", "procentpoint") else "=")
        year = row.year or paper.year
        common = {
            **_where(paper), **self.at(row.index), "goal_no": row.goal_no, "sub_no": row.sub_no,
            "metric": row.label,
            "text": self._packet.lines[row.index].text.strip(), "confidence": _SURE_OF_TABLE,
        }  # fmt: skip
        ahead = (
            year is not None and paper.now is not None and (year > paper.now or (year == paper.now and paper.dated))
        )
        running = paper.interim or ahead
        found: list[Target | Result] = [
            Target(
                **common, target_id=key, comparator=comparator, value=aimed.value,
                unit=aimed.unit,
                period=_year(year), status="pending" if running else "unknown",
            )
        ]  # fmt: skip
        if row.result is not None:
            met = holds(row.result.value, comparator, aimed.value)
            counts = aimed.unit not in ("%", "procentpoint")
            status: Verdict = "met" if met else "pending" if running and counts else "not_met"
            found.append(
                Result(
                    **common, target_id=key, value=row.result.value, unit=row.result.unit, period=_period(paper),
                    fulfilment_pct=row.fulfilment, status=status, stated_status=stated_word(row.verdict),
                    printed_in="table",
                )
            )  # fmt: skip
        return found


def _where(paper: Paper) -> dict[str, Any]:
    return {
        "item_no": paper.item_no, "attachment_no": paper.attachment_no, "contract": paper.title,
        "party": paper.party,
    }  # fmt: skip


def _segment(statement: Statement) -> str | None:
    return "drift og vækst" if statement.spread else statement.segment


def _metric(statement: Statement) -> str | None:
    lead = statement.sentence.lead.rstrip(" :")
    return statement.metric or (None if lead.lower() in SECTIONS else lead) or None


def _year(year: int | None) -> str | None:
    return None if year is None else str(year)


def _period(paper: Paper) -> str | None:
    if paper.year is None:
        return None
    return f"1. halvår {paper.year}" if paper.interim else str(paper.year)
