"""The goals of a packet as rows: targets, results with the target each answers, and what did not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from extractors.goals.likeness import Weights
from extractors.goals.marks import Level, restarts
from extractors.goals.overview import Degree, read_overview
from extractors.goals.pairing import pair
from extractors.goals.papers import Paper, papers
from extractors.goals.reading import read_sentences
from extractors.goals.results import Reached, Whole, build_results, place_degrees
from extractors.goals.statements import Statement, statements
from extractors.goals.structure import Part, parts
from extractors.goals.targets import Aim, build_targets, unit_class
from extractors.goals.verdict import is_running, of_fulfilment, of_numbers, without_result
from schemas.packet import Packet
from schemas.records import Finding, Record, Result, Target, Verdict, place

_TOLERANCE = Decimal("1.5")
"""Percentage points by which a stated degree may miss the quotient of the two numbers (they round)."""


def extract_goals(packet: Packet) -> list[Record]:
    """Targets, results and findings of a packet. Targets carry local keys (``g001``) that results point at."""
    found = papers(packet, restarts(packet))
    rows: list[Record] = []
    count = 0
    for _, group in groupby(
        sorted(enumerate(found), key=lambda p: (p[1].item_no or "", p[0])), key=lambda p: p[1].item_no or f"#{p[0]}"
    ):
        house = _Item(packet, [paper for _, paper in group], count)
        rows += house.rows()
        count += len(house.kept)
    return rows


class _Item:
    """All papers of one agenda item: the room in which targets and results may meet."""

    def __init__(self, packet: Packet, group: Sequence[Paper], count: int) -> None:
        self.packet = packet
        self.count = count
        self.overview: list[tuple[Paper, Degree]] = []
        cut: list[Part] = []
        for paper in group:
            self.overview += [(paper, degree) for degree in read_overview(packet, paper)]
            cut += parts(packet, paper)
        self.parts = cut
        sentences = read_sentences(packet, cut)
        covered = [(d.first, d.index) for _, d in self.overview]
        said = [s for s in statements(sentences) if not any(a <= s.line <= b for a, b in covered)]
        weights = Weights(said)
        self.aims = build_targets(said, weights)
        self.results = build_results(said, sentences)
        self.degrees = [s for s in said if s.role in ("fulfilment", "equation")]
        pair(self.aims, self.results, self.degrees, weights)
        self.wholes, self.left = place_degrees(self.degrees, self.results, weights)
        self._share_wholes()
        self.kept = [aim for aim in self.aims if self._worth(aim)]
        self.keys = {id(aim): f"g{self.count + n:03d}" for n, aim in enumerate(self.kept, 1)}

    def _share_wholes(self) -> None:
        """The degree of a goal is that of its target where only one of its targets has a result."""
        for whole in self.wholes:
            if whole.goal_no is None or whole.partial:
                continue
            answered = [r for r in self.results if any(a.goal_no == whole.goal_no for a in r.aims)]
            if len(answered) == 1 and answered[0].fulfilment is None:
                answered[0].fulfilment = whole.degree

    def _worth(self, aim: Aim) -> bool:
        """Earlier targets cited in a contract or report are told only where a result answers them."""
        if aim.standing != "earlier":
            return True
        formal = aim.paper.kind != "agenda"
        return not formal or any(aim in r.aims for r in self.results)

    def rows(self) -> Iterator[Record]:
        """Targets first, then results, then findings."""
        for aim in self.kept:
            yield self._target(aim)
        findings: list[Record] = []
        for reached in self.results:
            for aim in reached.aims:
                yield self._result(reached, aim, findings)
            if not reached.aims and self._speaks_for_itself(reached):
                yield self._result(reached, None, findings)
        yield from self._goal_rows(findings)
        yield from findings
        yield from self._unanswered()

    def _place(self, statement: Statement) -> dict[str, object]:
        return place(self.packet.lines[statement.line], paged=self.packet.document.paged)

    def _target(self, aim: Aim) -> Target:
        paper, part = aim.paper, aim.main.sentence.part
        year = aim.year
        return Target(
            target_id=self.keys[id(aim)], item_no=paper.item_no, attachment_no=paper.attachment_no, contract=paper.title,
            party=paper.party, goal_no=aim.goal_no, sub_no=aim.sub_no, level=part.level, segment=_segment(aim.main),
            metric=_metric(aim.main), comparator=aim.comparator, value=aim.value, unit=aim.unit,  # type: ignore[arg-type]
            period=aim.main.period or (str(year) if year else None), status=without_result(aim),
            text=aim.main.sentence.text, standing=aim.standing, confidence=_target_confidence(aim), **self._place(aim.main),  # type: ignore[arg-type]
        )  # fmt: skip

    def _result(self, reached: Reached, aim: Aim | None, findings: list[Record]) -> Result:
        statement = reached.statement
        part = statement.sentence.part
        paper = part.paper
        status = self._status(reached, aim, findings)
        return Result(
            target_id=self.keys.get(id(aim)) if aim is not None else None, item_no=paper.item_no, attachment_no=paper.attachment_no,
            contract=paper.title, goal_no=aim.goal_no if aim else statement.sentence.goal_no,
            sub_no=aim.sub_no if aim else part.sub_no, level=(aim.main.sentence.part.level if aim else None) or part.level,
            segment=_segment(statement), metric=_metric(aim.main) if aim else _metric(statement), value=reached.value,
            unit=statement.quantity.unit, period=statement.period or _period(paper),
            fulfilment_pct=reached.fulfilment, status=status, stated_status=reached.stated, text=statement.sentence.text,
            confidence=_result_confidence(reached), **self._place(statement),  # type: ignore[arg-type]
        )  # fmt: skip

    def _status(self, reached: Reached, aim: Aim | None, findings: list[Record]) -> Verdict:
        if aim is None:
            if reached.stated is not None:
                return reached.stated
            return of_fulfilment(reached.fulfilment, parts=1) if reached.fulfilment is not None else "unknown"
        computed = of_numbers(aim, reached.statement, reached.baseline)
        if computed is None:
            computed = reached.stated or (
                of_fulfilment(reached.fulfilment, parts=1) if reached.fulfilment is not None else "unknown"
            )
        stated = reached.stated
        if stated in ("met", "not_met") and computed in ("met", "not_met") and stated != computed:
            findings.append(
                self._finding(
                    "verdict_disagrees", "warning",
                    f"the text says {stated}, the numbers say {computed}: target {aim.comparator} {aim.value}, result {reached.value}",
                    reached.statement, expected=stated, actual=computed,
                )
            )  # fmt: skip
        if reached.fulfilment is not None and aim.value and not aim.main.change and not is_running(aim, reached.statement.sentence.part.paper):
            quotient = min(Decimal(100), max(Decimal(0), reached.value / aim.value * 100))
            comparable = unit_class(aim.quantity) == unit_class(reached.statement.quantity)
            if comparable and aim.comparator in (">=", "=") and abs(quotient - reached.fulfilment) > _TOLERANCE:
                findings.append(
                    self._finding(
                        "fulfilment_mismatch", "warning",
                        f"stated fulfilment {reached.fulfilment} %, result {reached.value} of {aim.value} is {quotient:.1f} %",
                        reached.statement, expected=f"{quotient:.1f}", actual=str(reached.fulfilment),
                    )
                )  # fmt: skip
        return computed

    def _speaks_for_itself(self, reached: Reached) -> bool:
        """A result without a target is told where the text itself holds it against a goal."""
        statement = reached.statement
        sentence = statement.sentence
        if sentence.part.kind == "target" or statement.role != "result":
            return False
        if reached.fulfilment is not None:
            return True
        if reached.stated is not None and sentence.goal_no is not None and "del af målet" in sentence.text:
            return True
        if sentence.part.kind == "prose" and sentence.goal_no is not None and statement.quantity.share:
            unaimed = not any(aim.goal_no == sentence.goal_no for aim in self.aims)
            return unaimed and statement.quantity.comparator is not None
        return False

    def _goal_rows(self, findings: list[Record]) -> Iterator[Result]:
        """The degrees of whole goals, once each: from the overview, else from the report of the goal."""
        told: dict[str | None, Decimal] = {}
        for paper, degree in self.overview:
            if degree.goal_no in told:
                continue
            told[degree.goal_no] = degree.degree
            yield Result(
                item_no=paper.item_no, attachment_no=paper.attachment_no, contract=paper.title, goal_no=degree.goal_no,
                metric=degree.title, period=_period(paper), fulfilment_pct=degree.degree, scope="goal", printed_in=degree.printed_in,
                status=of_fulfilment(degree.degree, parts=self._parts(degree.goal_no)), confidence=0.9,
                text=self.packet.lines[degree.index].text.strip(), level=self._level(degree.goal_no),
                **place(self.packet.lines[degree.index], paged=self.packet.document.paged),
            )  # fmt: skip
        for whole in self.wholes:
            if not whole.partial and whole.goal_no in told:
                if told[whole.goal_no] != whole.degree:
                    findings.append(
                        self._finding(
                            "fulfilment_differs", "warning", f"goal {whole.goal_no}: {told[whole.goal_no]} % in one place, {whole.degree} % in another",
                            whole.statement, expected=str(told[whole.goal_no]), actual=str(whole.degree),
                        )
                    )  # fmt: skip
                continue
            if not whole.partial:
                told[whole.goal_no] = whole.degree
            yield self._whole_row(whole)

    def _whole_row(self, whole: Whole) -> Result:
        sentence = whole.statement.sentence
        paper = sentence.part.paper
        parts_of = 2 if whole.partial or whole.goal_no is None else self._parts(whole.goal_no)
        return Result(
            item_no=paper.item_no, attachment_no=paper.attachment_no, contract=paper.title, goal_no=whole.goal_no,
            metric=sentence.part.goal_title or whole.statement.metric, period=_period(paper), fulfilment_pct=whole.degree,
            scope="contract" if whole.goal_no is None else "goal", status=of_fulfilment(whole.degree, parts=parts_of),
            text=sentence.text, confidence=0.85, level=sentence.part.level, **self._place(whole.statement),  # type: ignore[arg-type]
        )  # fmt: skip

    def _parts(self, goal_no: str | None) -> int:
        """Targets of a goal: below 100 % a goal of one target is not met, one of several partly."""
        return len([a for a in self.aims if a.goal_no == goal_no and a.standing == "in_force"])

    def _level(self, goal_no: str) -> Level | None:
        return next((a.main.sentence.part.level for a in self.aims if a.goal_no == goal_no), None)

    def _unanswered(self) -> Iterator[Finding]:
        """What is left over: targets of a yearly report without a result, degrees that belong nowhere."""
        answered = {id(aim) for reached in self.results for aim in reached.aims}
        for aim in self.kept:
            if aim.paper.kind == "annual" and id(aim) not in answered and without_result(aim) == "unknown":
                yield self._finding(
                    "target_without_result",
                    "info",
                    f"no result is stated for the target {aim.comparator} {aim.value} {aim.unit or ''}".rstrip(),
                    aim.main,
                )
        for part in self.parts:
            if part.printed_no is not None:
                line = self.packet.lines[part.span.first]
                yield Finding(
                    rule="goal_misnumbered", severity="warning", expected=part.subs[0], actual=part.printed_no,
                    message=f"number {part.printed_no} is printed twice; here it stands for {part.subs[0]}",
                    **place(line, paged=self.packet.document.paged),
                )  # fmt: skip
        for degree in self.left:
            yield self._finding(
                "fulfilment_without_goal",
                "info",
                f"a fulfilment of {degree.quantity.value} % belongs to no goal or result",
                degree,
            )

    def _finding(
        self,
        rule: str,
        severity: str,
        message: str,
        statement: Statement,
        *,
        expected: str | None = None,
        actual: str | None = None,
    ) -> Finding:
        return Finding(
            rule=rule, severity=severity, message=message, expected=expected, actual=actual,  # type: ignore[arg-type]
            **self._place(statement),  # type: ignore[arg-type]
        )  # fmt: skip


def _segment(statement: Statement) -> str | None:
    return "drift og vækst" if statement.spread else statement.segment


def _metric(statement: Statement) -> str | None:
    return statement.metric or statement.sentence.lead.rstrip(" :") or statement.sentence.part.heading or None


def _period(paper: Paper) -> str | None:
    if paper.year is None:
        return None
    return f"1. halvår {paper.year}" if paper.interim else str(paper.year)


def _target_confidence(aim: Aim) -> float:
    base = {"target": 0.95, "method": 0.85, "intro": 0.85, "result": 0.85, "prose": 0.75}[
        aim.main.sentence.part.kind
    ]
    return round(base - (0.15 if aim.standing == "proposed" else 0.0), 2)


def _result_confidence(reached: Reached) -> float:
    if not reached.aims:
        return 0.6
    return round(min(0.97, 0.6 + reached.score / 15), 2)
