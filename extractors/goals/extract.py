"""The goals of a packet as rows: targets, results with the target each answers, and what did not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.goals.agreed_units import outlined
from extractors.goals.answers import Answer, told_below
from extractors.goals.apart import joined
from extractors.goals.breakdowns import Breakdown, outside, told_by_name, with_breakdowns
from extractors.goals.counted_shares import counted_shares
from extractors.goals.dashboards import Refused
from extractors.goals.doubts import doubtful, parted
from extractors.goals.entries import Entry
from extractors.goals.figures import is_of_figures
from extractors.goals.goal_parts import parts_of
from extractors.goals.kept_duties import with_kept_duties
from extractors.goals.likeness import Weights
from extractors.goals.listing import read_entries
from extractors.goals.mark import Level, printed_goal
from extractors.goals.marked_rows import with_marked_rows
from extractors.goals.marks import restarts
from extractors.goals.matching import Matched, in_order, match
from extractors.goals.of_all import with_wholes
from extractors.goals.once import told_once
from extractors.goals.overview import Degree, read_overview
from extractors.goals.pairing import pair
from extractors.goals.papers import REPORTS, Paper, papers
from extractors.goals.pending import put_off, without_data
from extractors.goals.reading import Sentence, read_sentences
from extractors.goals.restated import restatements
from extractors.goals.results import Reached, Whole, build_results, place_degrees, settle, told_in_words
from extractors.goals.rooms import rooms_of
from extractors.goals.row_aims import numbers_of_rows, with_rows
from extractors.goals.rows import Rows
from extractors.goals.shared_aims import share_aims
from extractors.goals.shown import shown_places, shown_rows
from extractors.goals.standings import not_in_force, with_standings
from extractors.goals.statements import Statement, statements
from extractors.goals.structure import Part, parts, told_again
from extractors.goals.tabled_breakdowns import read_all_breakdowns
from extractors.goals.targets import Aim, build_targets, unit_class
from extractors.goals.twice import printed_once, told_elsewhere, told_twice
from extractors.goals.unset import untargeted
from extractors.goals.verdict import is_running, of_fulfilment, of_numbers, without_result
from schemas.packet import Packet, Span
from schemas.records import Finding, Record, Result, Severity, Verdict
from schemas.units import weights

LIKE_ENOUGH = 0.25
"""Likeness from which a degree without a number speaks of a target."""
TOLERANCE = Decimal("1.5")
"""Percentage points by which a stated degree may miss the quotient of the two numbers (they round)."""


Matching = Callable[[Sequence[Aim], Sequence[Reached], Sequence[Statement], Weights, Sequence[Sentence]], Matched]


def extract_goals(packet: Packet, *, matching: Matching = match) -> list[Record]:
    """Targets, results and findings of a packet. Targets carry local keys (``g001``) that results point at.
    ``matching`` gives results that no rule placed to targets that none answers."""
    found = papers(packet, restarts(packet))
    # Targets and results meet inside an item; what belongs to no item stays by itself, with the report behind it.
    keys_of: list[str] = []
    agreed: str | None = None  # the key of the agreement of no item that came last
    for number, paper in enumerate(found):
        key = keys_of[-1] if paper.follows else paper.item_no or str(number)
        if paper.item_no is not None:
            agreed = None
        elif paper.kind in REPORTS and agreed is not None:
            key = agreed
        keys_of.append(key)
        agreed = key if paper.item_no is None and paper.kind == "contract" else agreed
    rooms = rooms_of(packet, list(zip(keys_of, found, strict=True)))
    rows: list[Record] = []
    keys = 0
    for group in rooms:
        item = _Item(packet, group, keys, matching)
        rows += item.rows()
        keys += item.keys_used
    return rows


class _Item:
    """All papers of one agenda item: the room in which targets and results may meet."""

    def __init__(self, packet: Packet, group: Sequence[Paper], keys_before: int, matching: Matching) -> None:
        self._make = Rows(packet)
        self._packet = packet
        self._overview: list[tuple[Paper, Degree]] = []
        self._entries: list[tuple[Paper, Entry]] = []
        self._parts: list[Part] = []
        self._refused: list[Refused] = []
        apart: list[tuple[Paper, Answer]] = []
        breakdowns: list[Breakdown] = []
        for paper in group:
            told_degrees = read_overview(packet, paper)
            self._overview += [(paper, degree) for degree in told_degrees]
            listed = read_entries(packet, paper, [Span(d.first, d.index) for d in told_degrees if d.of_years])
            told = read_all_breakdowns(packet, paper, listed.entries)
            entries, lists = with_breakdowns(packet, listed.entries, told)
            self._entries += [(paper, entry) for entry in with_standings(packet, paper, entries)]
            breakdowns += lists
            apart += [(paper, answer) for answer in listed.apart]
            self._refused += listed.refused
            self._parts += parts(packet, paper)
        joined_entries, told_apart = joined(self._entries, apart)
        marked_entries, told_by_mark = with_marked_rows(packet, group, joined_entries, told_apart)
        self._entries = printed_once(marked_entries)
        numbers, restated = numbers_of_rows(self._entries, told_below(apart)), restatements(packet, self._parts)
        self._parts = outlined(packet, told_again(self._parts, numbers, restated))
        rows = with_rows(self._entries, group, read_sentences(packet, self._parts), told_below(apart))
        sentences = rows.sentences
        covered = [(degree.first, degree.index) for _, degree in self._overview]
        covered += [cards.span for cards in self._refused]
        covered += sorted({entry.span for _, entry in marked_entries} | {*told_apart, *told_by_mark})
        said = [
            s
            for s in statements(sentences)
            if not any(a <= s.line <= b for a, b in covered) and not is_of_figures(packet.lines, s.line)
        ]
        maybes = [s for s in said if s.role == "maybe"]
        said = [s for s in said if s.role != "maybe"]
        said = told_by_name(packet, self._parts, sentences, with_wholes(said, sentences), breakdowns)
        said = [*rows.stated.values(), *said]
        maybes = outside(maybes, said, breakdowns)
        self._weights = weights = Weights(said)
        self._aims = build_targets(said, weights)
        self._results = build_results(said, sentences)
        degrees = [s for s in said if s.role in ("fulfilment", "equation")]
        pair(self._aims, self._results, degrees, weights)
        later = self._put_off_aims(sentences)
        open_aims = [aim for aim in self._aims if id(aim) not in later]
        self._aims, self._results = matching(open_aims, self._results, maybes, weights, sentences)
        self._aims = in_order([*self._aims, *later.values()])
        share_aims(self._results)
        self._results = [*self._results, *counted_shares(self._aims, self._results, sentences)]
        self._aims = told_once(self._aims, self._results, weights)
        self._aims, self._results = with_kept_duties(self._aims, self._results, sentences)
        settle(self._results)
        self._wholes, self._left = place_degrees(degrees, self._results, weights)
        self._share_wholes()
        self._history = _history(self._aims, self._results)
        self._results = [r for r in self._results if not any(id(aim) in self._history for aim in r.aims)]
        self._aims, of_rows = rows.taken_out(self._aims, self._results, self._entries)
        self._entries, twice, yielded = told_twice(self._entries, self._aims, self._results)
        self._shown = shown_places(self._aims, sentences) | shown_rows(self._aims, yielded)
        self._aims = [aim for aim in self._aims if id(aim) not in twice]
        self._results = [r for r in self._results if not any(id(aim) in twice for aim in r.aims)]
        elsewhere, self._results = told_elsewhere(self._entries, self._aims, self._results)
        self._aims = [aim for aim in self._aims if id(aim) not in elsewhere]
        self._answered = {id(aim) for reached in self._results for aim in reached.aims}
        unanswered = [aim for aim in self._aims if id(aim) not in self._answered]
        self._set_aside(unanswered)
        self._told = told_in_words(unanswered, sentences)
        self._put_off = put_off({id(aim): aim.main.sentence for aim in unanswered}, sentences) | later.keys()
        self._unset = untargeted(self._results, sentences)
        silent = [aim for aim in unanswered if self._worth(aim) and id(aim) not in self._told]
        self._doubtful = [*doubtful(silent), *parted(self._results)]
        doubted = {id(aim) for aim in self._doubtful}
        self._kept = [aim for aim in self._aims if self._worth(aim) and id(aim) not in doubted]
        self._keys = {id(aim): f"g{keys_before + n:03d}" for n, aim in enumerate(self._kept, 1)}
        self._next_key = keys_before + len(self._kept) + 1
        keys = {id(entry): f"g{self._next_key + n:03d}" for n, (_, entry) in enumerate(self._entries)}
        self._keys |= {aim: keys[entry] for aim, entry in of_rows.items() if entry in keys}
        self.keys_used = len(self._kept) + len(self._entries)

    def _put_off_aims(self, sentences: Sequence[Sentence]) -> dict[int, Aim]:
        """The targets whose result is put off, by ``id``. Of a target of a report other papers tell none."""
        unknown = without_data({id(aim): aim.main.sentence for aim in self._aims}, sentences)
        told = {
            id(aim) for reached in self._results for aim in reached.aims
            if aim.paper.kind not in REPORTS or aim.paper is reached.statement.sentence.part.paper
        }  # fmt: skip
        free = {id(aim): aim for aim in self._aims if id(aim) not in told}
        later = put_off({key: aim.main.sentence for key, aim in free.items()}, sentences) | unknown
        for reached in self._results:
            reached.aims = [aim for aim in reached.aims if id(aim) not in later]
        return {id(aim): aim for aim in self._aims if id(aim) in later}

    def _share_wholes(self) -> None:
        """The degree of a goal is that of its target where only one of its targets has a result."""
        by_goal: dict[str | None, list[Reached]] = {}
        for reached in self._results:
            for goal in {aim.goal_no for aim in reached.aims}:
                by_goal.setdefault(goal, []).append(reached)
        for whole in self._wholes:
            if whole.goal_no is None or whole.partial:
                continue
            answered = by_goal.get(whole.goal_no, [])
            if len(answered) == 1 and answered[0].fulfilment is None:
                answered[0].fulfilment = whole.degree

    def _set_aside(self, unanswered: Sequence[Aim]) -> None:
        """Tells of targets without a result that they stand where goals are not in force."""
        for aim in unanswered:
            line = aim.main.line
            if aim.standing == "in_force":
                aim.standing = not_in_force(self._packet, aim.paper, line, line) or aim.standing

    def _worth(self, aim: Aim) -> bool:
        """Earlier targets cited in a contract or report are told only where a result of a later time answers
        them."""
        if id(aim) in self._history:
            return False
        if aim.standing != "earlier" or aim.paper.kind == "agenda":
            return True
        return id(aim) in self._answered

    def rows(self) -> Iterator[Record]:
        """Targets first, then results, then findings."""
        findings: list[Finding] = []
        self._make.number(self._aims, self._shown, self._entries)
        self._make.answer(self._results)
        for aim in self._kept:
            own = id(aim)
            yield self._make.target(aim, self._keys[own], self._said(aim), shown=self._shown.get(own))
        for reached in self._results:
            for aim in reached.aims:
                yield self._make.result(reached, aim, self._keys.get(id(aim)), self._status(reached, aim, findings))
            if not reached.aims and self._speaks_for_itself(reached):
                yield self._make.result(reached, None, None, _alone(reached))
            elif not reached.aims and self._is_open(reached):
                yield self._make.result(reached, None, None, _alone(reached), is_open=True)
        for number, (paper, entry) in enumerate(self._entries):
            yield from self._make.entry(paper, entry, f"g{self._next_key + number:03d}")
        yield from self._goal_rows(findings)
        yield from findings
        yield from self._left_over()

    def _said(self, aim: Aim) -> Verdict | None:
        """What the text says in words of a target without a result."""
        return self._told.get(id(aim)) or ("pending" if id(aim) in self._put_off else None)

    def _status(self, reached: Reached, aim: Aim, findings: list[Finding]) -> Verdict:
        """The verdict of a pair; what text and numbers disagree about goes to the findings."""
        statement = reached.statement
        computed = of_numbers(aim, statement, reached.baseline)
        if computed is None:
            if aim.is_undecided and reached.stated is None:
                message = (
                    f"nothing says whether {aim.value} {aim.unit or ''} is a most or a least value: no verdict"
                )
                findings.append(self._finding("goal_direction_unknown", message, statement))
            return _alone(reached)
        stated = reached.stated
        if stated in ("met", "not_met") and computed in ("met", "not_met") and stated != computed:
            message = (
                f"the text says {stated}, the numbers say {computed}: "
                f"target {aim.comparator} {aim.value}, result {reached.value}"
            )
            findings.append(self._finding("verdict_disagrees", message, statement, stated, computed))
        degree, quotient = reached.fulfilment, self._quotient(reached, aim)
        if degree is not None and quotient is not None and abs(quotient - degree) > TOLERANCE:
            message = (
                f"stated fulfilment {degree} %, but result {reached.value} of target "
                f"{aim.value} is {quotient:.1f} %"
            )
            findings.append(
                self._finding("fulfilment_mismatch", message, statement, f"{quotient:.1f}", str(degree))
            )
        return computed

    @staticmethod
    def _quotient(reached: Reached, aim: Aim) -> Decimal | None:
        """How many percent of the target the result is, between 0 and 100; None where that says nothing."""
        statement = reached.statement
        same = unit_class(aim.quantity) == unit_class(statement.quantity) and not aim.main.change
        same = same and weights(statement.quantity.unit, aim.quantity.unit) == (1, 1)
        if not aim.value or not same or aim.comparator not in (">=", "="):
            return None
        if is_running(aim, statement.sentence.part.paper):
            return None
        return min(Decimal(100), max(Decimal(0), reached.value / aim.value * 100))

    def _speaks_for_itself(self, reached: Reached) -> bool:
        """A result without a target is told where the text itself holds it against a goal."""
        statement = reached.statement
        sentence = statement.sentence
        if sentence.part.kind == "target":
            return False
        if statement.key in self._unset:
            return True
        if reached.fulfilment is not None:
            return True
        if printed_goal(sentence.goal_no) is None:
            return False
        if reached.stated is not None and "del af målet" in sentence.text:
            return True
        if sentence.part.kind != "prose" or not statement.quantity.share:
            return False
        aimed = any(aim.goal_no == sentence.goal_no for aim in self._aims)
        return not aimed and statement.quantity.comparator is not None

    def _is_open(self, reached: Reached) -> bool:
        """A result told in the report of a goal of which no target is stated here."""
        sentence = reached.statement.sentence
        part = sentence.part
        if part.paper.kind not in ("half_year", "annual") or part.kind not in ("result", "intro"):
            return False
        if part.tacit or printed_goal(part.goal_no) is None or sentence.goal_no not in reached.goals:
            return False
        goals = reached.goals
        for aim in self._aims:
            both = aim.sub_no is not None and part.sub_no is not None
            if aim.goal_no in goals and not (both and aim.sub_no != part.sub_no):
                return False
        return True

    def _goal_rows(self, findings: list[Finding]) -> Iterator[Result]:
        """The degrees of whole goals, once each: from the overview, else from the report of the goal."""
        told: dict[str | None, Decimal] = {}
        for paper, degree in self._overview:
            goal = degree.goal_no
            if goal not in told:
                told[goal] = degree.degree
                yield self._make.degree(paper, degree, self._targets_of(goal, paper), self._level(goal))
        for whole in self._wholes:
            goal_no, known = whole.goal_no, told.get(whole.goal_no)
            if whole.partial:
                row = self._partial(whole)
                if row is None:
                    self._left.append(whole.statement)
                else:
                    yield row
            elif known is None:
                told[goal_no] = whole.degree
                if self._said_of_target(whole):
                    continue
                yield self._all_of(whole) or self._make.whole(whole, self._targets_of(goal_no, whole.paper))
            elif known != whole.degree:
                name = printed_goal(goal_no) or whole.statement.sentence.part.goal_title
                message = f"goal {name}: {known} % in one place, {whole.degree} % in another"
                findings.append(
                    self._finding("fulfilment_differs", message, whole.statement, str(known), str(whole.degree))
                )

    def _all_of(self, whole: Whole) -> Result | None:
        """The degree of a goal whose one target is 100 %: what was reached of it."""
        own = [aim for aim in self._kept if whole.goal_no is not None and aim.goal_no == whole.goal_no]
        if len(own) != 1 or own[0].value != 100 or own[0].unit != "%" or id(own[0]) in self._answered:
            return None
        return replace(
            self._make.whole(whole, 1), target_id=self._keys[id(own[0])], scope="target", value=whole.degree,
            unit="%", status="met" if whole.degree >= 100 else "not_met",
        )  # fmt: skip

    def _said_of_target(self, whole: Whole) -> bool:
        """True where the goal is one target with one result, which has the degree beside it."""
        answered = [r for r in self._results if any(aim.goal_no == whole.goal_no for aim in r.aims)]
        one = whole.goal_no is not None and self._targets_of(whole.goal_no, whole.paper) == len(answered) == 1
        return one and answered[0].fulfilment == whole.degree

    def _partial(self, whole: Whole) -> Result | None:
        """The degree of a part of a goal: beside the target it speaks of, where that one has no result."""
        rated = [
            (self._weights.likeness(aim.words, whole.statement.words), -aim.number, aim)
            for aim in self._kept
            if aim.goal_no == whole.goal_no and id(aim) not in self._answered
        ]
        score, _, aim = max(rated, key=lambda r: r[:2], default=(0.0, 0, None))
        if aim is None or score < LIKE_ENOUGH:
            return None if whole.of_target else self._make.whole(whole, 2)
        counts = unit_class(aim.quantity) in ("count", "money")
        status: Verdict = "met" if whole.degree >= 100 else "not_met"
        if status == "not_met" and counts and is_running(aim, whole.paper):
            status = "pending"
        return replace(
            self._make.whole(whole, 1),
            target_id=self._keys[id(aim)],
            sub_no=aim.sub_no,
            scope="target",
            status=status,
        )

    def _targets_of(self, goal_no: str | None, report: Paper) -> int:
        """The targets of a goal that a report tells the degree of."""
        rows = ((entry, self._make.goal_of(entry)) for _, entry in self._entries)
        return parts_of(goal_no, report, self._aims, rows, self._put_off)

    def _level(self, goal_no: str) -> Level | None:
        return next((p.level for p in self._parts if p.goal_no == goal_no and p.level is not None), None)

    def _left_over(self) -> Iterator[Finding]:
        """Targets of a yearly report without a result, numbers put right, degrees that belong nowhere."""
        for aim in self._kept:
            if aim.paper.kind == "annual" and id(aim) not in self._answered and without_result(aim) == "unknown":
                target = f"{aim.comparator} {aim.value} {aim.unit or ''}".rstrip()
                message = f"no result is stated for the target {target}"
                yield self._finding("target_without_result", message, aim.main, severity="info")
        for aim in self._doubtful:
            message = f"{aim.comparator or '='} {aim.value} {aim.unit or ''}".rstrip() + " may be a target"
            yield self._finding("target_in_doubt", message, aim.main, severity="info")
        for part in self._parts:
            if part.printed_no is not None:
                yield Finding(
                    rule="goal_misnumbered", severity="warning", expected=part.subs[0], actual=part.printed_no,
                    message=f"number {part.printed_no} is printed twice; here it stands for {part.subs[0]}",
                    **self._make.at(part.span.first),
                )  # fmt: skip
        for cards in self._refused:
            message = f"{cards.cards} targets side by side: their names and results could not be told apart"
            yield Finding(
                rule="goal_row_unread" if cards.message else "goal_cards_unread", severity="warning",
                message=cards.message or message, **self._make.at(cards.line),
            )  # fmt: skip
        for degree in self._left:
            message = f"a fulfilment of {degree.quantity.value} % belongs to no goal or result"
            yield self._finding("fulfilment_without_goal", message, degree, severity="info")

    def _finding(
        self,
        rule: str,
        message: str,
        statement: Statement,
        expected: str | None = None,
        actual: str | None = None,
        *,
        severity: Severity = "warning",
    ) -> Finding:
        return Finding(
            rule=rule, severity=severity, message=message, expected=expected, actual=actual,
            **self._make.at(statement.line),
        )  # fmt: skip


def _history(aims: Sequence[Aim], results: Sequence[Reached]) -> set[int]:
    """Targets of earlier years of which only the results of those years are told, by ``id``: ``i 2030 var
    målet 60, og det blev til 58``."""
    told: dict[int, list[Statement]] = {}
    for reached in results:
        for aim in reached.aims:
            told.setdefault(id(aim), []).append(reached.statement)
    return {
        id(aim) for aim in aims
        if aim.standing == "earlier" and (found := told.get(id(aim))) and aim.year is not None
        and aim.paper.kind in REPORTS and aim.year < (aim.paper.year or aim.year)
        and all(s.sentence is aim.main.sentence or (s.year is not None and s.year <= aim.year) for s in found)
    }  # fmt: skip


def _alone(reached: Reached) -> Verdict:
    """The verdict that the text alone gives: in words, else by its degree of fulfilment."""
    if reached.stated is not None:
        return reached.stated
    return "unknown" if reached.fulfilment is None else of_fulfilment(reached.fulfilment, parts=1)
