"""Targets: the statements that say what is aimed at, restatements of one target put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, pairwise

from extractors.goals.leaning import is_time, leans_down
from extractors.goals.likeness import Weights
from extractors.goals.papers import REPORTS, Paper
from extractors.goals.statements import Statement
from extractors.goals.titled import ends_in_bracket
from extractors.goals.wording import Words
from extractors.language.analysis import Quantity
from extractors.language.counting import listed_unit
from schemas.records import Comparator, Standing

_PLACES = {"target": 0, "method": 0, "intro": 1, "result": 2, "prose": 3}
"""Where a target is best read: the contract first, and in each paper its sheet or list, then talk around it, then
its report, then running text."""


ROW = "row"
"""Label of the part that is the row of a table: each row states a target of its own."""
MOST_ALIKE = 60
"""Targets of the same value that are looked at for a restatement."""
MOST_PARTS = 9
"""Targets around a total among which its parts are sought."""


def unit_class(quantity: Quantity) -> str:
    """What kind of number it is: ``%``, ``procentpoint``, ``money`` or ``count`` (scores are counts)."""
    if quantity.unit in ("%", "procentpoint", "promille"):
        return quantity.unit
    return "money" if quantity.money else "count"


@dataclass(slots=True)
class Aim:
    """One target with every statement of it; the first is where it is best read. ``sign``: how a result must stand
    to it, by what its results say."""

    said: list[Statement]
    goal_no: str | None
    sub_no: str | None
    words: Words
    number: int = 0
    standing: Standing = "in_force"
    parts: set[int] = field(default_factory=set)
    sign: Comparator | None = None

    @property
    def main(self) -> Statement:
        """Where it is best read."""
        return self.said[0]

    @property
    def quantity(self) -> Quantity:
        """The number aimed at."""
        return self.main.quantity

    @property
    def value(self) -> Decimal:
        """The value aimed at; of a range the lower end."""
        return self.quantity.value

    @property
    def paper(self) -> Paper:
        """The paper that states it first."""
        return self.main.sentence.part.paper

    @property
    def year(self) -> int | None:
        """The year it holds for: the one named with it or in the label above it, else the contract's."""
        return self.main.year or self.main.sentence.part.year or self.paper.year

    @property
    def until(self) -> int | None:
        """The last year in which it may be reached, where it is named with it."""
        return self.main.year or self.main.until

    @property
    def comparator(self) -> Comparator:
        """How a result must stand to the value; without a sign shares and rises are least values, counts equal."""
        for statement in self.said:
            # A result may turn its target around («højst 50 % … kom igen»): only targets and the first place count.
            if statement.quantity.comparator and (
                statement is self.main or statement.sentence.part.kind == "target"
            ):
                return statement.quantity.comparator
        quantity = self.quantity
        if self.sign is not None:
            return self.sign
        if self.value == 0 or leans_down(self.main):
            return "<="
        if quantity.high is not None or quantity.share or self.main.change:
            return ">="
        return "="

    @property
    def is_undecided(self) -> bool:
        """True for a length of time of which nothing says whether it is a most or a least value: both are common,
        and the wrong one turns the verdict around."""
        return self.comparator == "=" and self.sign is None and is_time(self.main)

    @property
    def unit(self) -> str | None:
        """Its unit; of a labelled number what the label counts."""
        if self.quantity.unit:
            return self.quantity.unit
        if any("score" in t.signs for t in self.main.sentence.analysis.tokens):
            return None
        return listed_unit(self.main.metric) if self.main.metric.strip() else None


def build_targets(statements: Iterable[Statement], weights: Weights) -> list[Aim]:
    """The targets of one item, in reading order of their best place."""
    aims: list[Aim] = []
    by_value: dict[Decimal, list[Aim]] = {}
    chosen = [s for s in statements if s.role in ("target", "earlier_target")]
    for statement in sorted(chosen, key=_rank):
        same_value = by_value.setdefault(statement.quantity.value, [])
        known = _same(statement, same_value[-MOST_ALIKE:], weights)
        if known is not None:
            _restated(known, statement)
            continue
        part = statement.sentence.part
        same_value.append(
            Aim([statement], statement.sentence.goal_no, part.sub_no, statement.words, parts={part.span.first})
        )
        aims.append(same_value[-1])
    for aim in aims:
        aim.standing = standing_of(aim)
    _mark_totals(aims)
    aims.sort(key=lambda aim: aim.main.key)
    _lean_alike(aims)
    for number, aim in enumerate(aims):
        aim.number = number
    return aims


def _lean_alike(aims: list[Aim]) -> None:
    """``Svar gives inden for 20 dage. For klager er målet 30 dage``: the same measure for others, where nothing but
    the target before it in its passage says which way it points."""
    for one, other in pairwise(aims):
        near = one.main.sentence.passage_no == other.main.sentence.passage_no
        if not near or one.unit != other.unit or not other.is_undecided:
            continue
        first = other.main.sentence.analysis.tokens[0].lower
        if first in _FOR and one.comparator in ("<=", ">="):
            other.sign = one.comparator


_FOR = frozenset({"for", "hos", "ved", "i", "på", "blandt"})
"""Words that open a sentence on others."""


def _rank(statement: Statement) -> tuple[bool, int, int]:
    part = statement.sentence.part
    return part.paper.kind != "contract", _PLACES[part.kind], statement.key


def _same(statement: Statement, aims: list[Aim], weights: Weights) -> Aim | None:
    """The target that this statement says again."""
    part = statement.sentence.part
    rated: list[tuple[float, int, Aim]] = []
    for position, aim in enumerate(aims):
        if aim.value != statement.quantity.value or unit_class(aim.quantity) != unit_class(statement.quantity):
            continue
        if (
            not _year_fits(aim, statement)
            or _is_of_next_agreement(aim, statement)
            or (part.label == ROW and aim.main.sentence.part.label == ROW)
        ):
            continue
        goal = statement.sentence.goal_no
        likeness = weights.likeness(aim.words, statement.words)
        loose = goal is None or aim.goal_no is None
        if not loose and goal != aim.goal_no:
            continue
        if part.sub_no and aim.sub_no and part.sub_no != aim.sub_no:
            continue
        if part.span.first in aim.parts and part.kind != "prose" and not _repeats(statement, aim):
            continue  # a part says each target once
        if statement.sentence is aim.main.sentence or (
            loose and likeness < (0.05 if _is_of_its_year(statement, aim) else 0.3)
        ):
            continue
        score = likeness * 2 + (2 if part.sub_no and part.sub_no == aim.sub_no else 0)
        score += 0.5 if statement.year is not None and statement.year == aim.year else 0
        rated.append((score, -position, aim))
    if not rated:
        return None
    rated.sort(key=lambda r: r[:2], reverse=True)
    best, _, aim = rated[0]
    if best >= 0.25 or _bare(statement) or (len(rated) == 1 and (part.kind != "target" or _in_title(statement))):
        return aim
    return None


def _is_of_next_agreement(aim: Aim, statement: Statement) -> bool:
    """True where a report tells for a year to come, named with it, what is the goal of its own time as well:
    ``Svarprocenten skal være 60. … Også i 2034 skal svarprocenten være 60``."""
    paper = aim.paper
    if paper is not statement.sentence.part.paper or paper.kind not in REPORTS or paper.now is None:
        return False
    return statement.year is not None and statement.year > paper.now and aim.main.year is None


def _in_title(statement: Statement) -> bool:
    """``Mål 2: Færre lukkedage (under 60)``: what the title of a goal says again in its bracket."""
    part = statement.sentence.part
    return part.goal_no is not None and not part.subs and ends_in_bracket(part.goal_title)


def _is_of_its_year(statement: Statement, aim: Aim) -> bool:
    """True where both name the year, or a contract in force is told to have moved the goal to this value."""
    if statement.moved_to and aim.paper.kind == "contract" and statement.sentence.part.paper.on_contract:
        return True
    return statement.year is not None and statement.year == aim.main.year


def _bare(statement: Statement) -> bool:
    """True where the sentence says hardly more than the number: ``Målet var 75 %.``"""
    return len(statement.words.own | statement.words.shared) < 2


def _repeats(statement: Statement, aim: Aim) -> bool:
    """True where the part of one numbered target says it again beside the result: ``Mål 3.2: Mindst 80 pct. … Målet
    var 80 pct.``"""
    part = statement.sentence.part
    return part.sub_no is not None and part.sub_no == aim.sub_no and _bare(statement) and not _bare(aim.main)


def _year_fits(aim: Aim, statement: Statement) -> bool:
    year = statement.year or statement.sentence.part.year
    paper = statement.sentence.part.paper
    if paper.kind in REPORTS and aim.paper.kind == "contract" and paper.year is not None and aim.main.year is None:
        year = year or paper.year  # a report on 2031 says nothing again of the agreement for 2032
        return year == aim.year or aim.paper.runs_in(year)
    return year is None or year == aim.year or (aim.year is None and aim.paper.runs_in(year))


def _restated(aim: Aim, statement: Statement) -> None:
    aim.said.append(statement)
    part = statement.sentence.part
    aim.parts.add(part.span.first)
    aim.sub_no = aim.sub_no or part.sub_no
    aim.goal_no = aim.goal_no or statement.sentence.goal_no
    if part.kind == "target":
        aim.words = Words(
            aim.words.own | statement.words.own,
            aim.words.shared | statement.words.shared,
            aim.words.around | statement.words.around,
        )


def standing_of(aim: Aim) -> Standing:
    """Whether a target is in force, by its year and by what is said of it."""
    main, paper = aim.main, aim.paper
    kind = main.sentence.part.kind
    year = aim.year
    if all(s.role == "earlier_target" for s in aim.said):
        return "earlier"
    if all(s.rejected for s in aim.said):
        return "rejected" if main.moved_to or main.proposed else "cited"
    if all(s.wished for s in aim.said):
        return "cited"
    if kind in ("result", "prose", "intro") and year is not None:
        reference = paper.year if kind != "prose" else min(filter(None, (paper.year, paper.now)), default=None)
        if reference is not None and year < reference:
            return "earlier"
    if all(s.proposed for s in aim.said) and not paper.on_contract and not main.moved_to:
        return "cited"
    if all(s.proposed for s in aim.said):
        ahead = year is None or paper.now is None or year > paper.now or main.moved_to
        return "proposed" if ahead else "in_force"
    return "in_force"


def _mark_totals(aims: list[Aim]) -> None:
    """A total that only sums up the targets below it is no target of its own."""
    counts: dict[str | None, list[Aim]] = {}
    for aim in aims:
        if unit_class(aim.quantity) == "count":
            counts.setdefault(aim.goal_no, []).append(aim)
    for aim in aims:
        if unit_class(aim.quantity) != "count" or not aim.main.sentence.analysis.has("whole"):
            continue
        near = counts[aim.goal_no]
        place = near.index(aim)
        near = near[max(0, place - MOST_PARTS) : place + MOST_PARTS + 1]
        others = [a.value for a in near if a is not aim and a.value < aim.value][:MOST_PARTS]
        if any(sum(group) == aim.value for size in (2, 3, 4) for group in combinations(others, size)):
            aim.standing = "total"
