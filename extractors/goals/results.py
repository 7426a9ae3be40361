"""Results: what was reached, with the degree of fulfilment and the verdict that the text states of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

import regex

from extractors.goals.clauses import clause_of
from extractors.goals.leaning import tells_time_taken
from extractors.goals.likeness import Weights
from extractors.goals.mark import goal_of
from extractors.goals.papers import Paper
from extractors.goals.reading import Sentence
from extractors.goals.statements import Statement
from extractors.goals.targets import Aim
from extractors.goals.told_of_goals import speaks_of_area
from extractors.goals.verdict import Stated, stated_of, stated_verdict
from schemas.language import lexicon

_PART_OF = regex.compile(r"\b(?:del|delen|delmål\w*|delelement\w*)\b", regex.IGNORECASE)
_WHOLE_CONTRACT = regex.compile(
    r"resultatkontrakt|kontrakten|resultataftale|alle\s+mål|samlede\s+målopfyldelse", regex.IGNORECASE
)
FARTHEST = 3
"""Sentences before one that tells degrees in order, in which their results are sought."""
NEAR = 2
"""Passages behind a result in which the degree that it comes to is told."""
CLEAR = 0.8
"""Likelihood from which a number is a result, whatever else speaks against it."""
MOST = 400
"""Results of one goal that are looked at for a degree: no goal has so many, but a hostile text may."""
LIKE = 0.16
"""Likeness from which a degree is taken to speak of a result."""


@dataclass(slots=True)
class Reached:
    """A result. ``aims`` are the targets it answers; ``baseline`` the earlier value it is set against."""

    statement: Statement
    baseline: Decimal | None = None
    fulfilment: Decimal | None = None
    stated: Stated | None = None
    aims: list[Aim] = field(default_factory=list)
    score: float = 0.0

    @property
    def value(self) -> Decimal:
        """The value reached."""
        return self.statement.quantity.value

    @property
    def goals(self) -> set[str]:
        """The goals it may belong to; empty where the text names none."""
        sentence = self.statement.sentence
        subs = sentence.part.subs
        named = {goal_of(sub) for sub in subs if len(subs) > 1 or sentence.part.goal_no is None}
        if sentence.goal_no:
            named.add(sentence.goal_no)
        return named


@dataclass(slots=True)
class Whole:
    """The degree of fulfilment of a goal, a part of one or (``goal_no`` None) of the whole
    contract. ``of_target``: it speaks of a target and of nothing else."""

    statement: Statement
    goal_no: str | None
    degree: Decimal
    partial: bool = False
    of_target: bool = False

    @property
    def paper(self) -> Paper:
        """The paper that tells it."""
        return self.statement.sentence.part.paper


def build_results(statements: Sequence[Statement], sentences: Sequence[Sentence]) -> list[Reached]:
    """The results among the statements, with baseline and stated verdict."""
    by_order = {sentence.order: sentence for sentence in sentences}
    found: list[Reached] = []
    by_value: dict[tuple[str | None, Decimal], list[Reached]] = {}
    for position, statement in enumerate(statements):
        if statement.role != "result":
            continue
        now = statement.sentence.part.paper.now
        ahead = statement.year is not None and now is not None and statement.year > now
        if ahead and (statement.odds is None or statement.odds.result < CLEAR):
            continue  # the year in which a paper was read is often guessed
        reached = Reached(statement)
        following = statements[position + 1] if position + 1 < len(statements) else None
        if following is not None and following.role == "baseline" and following.sentence is statement.sentence:
            reached.baseline = following.quantity.value
        reached.stated = _stated(statement, by_order)
        same = by_value.setdefault((statement.sentence.goal_no, statement.quantity.value), [])
        known = next((r for r in same if _again(r.statement, statement)), None)
        if known is None:
            found.append(reached)
            if statement.sentence.goal_no is not None:
                same.append(reached)
        else:
            known.stated = known.stated or reached.stated
            known.baseline = known.baseline if known.baseline is not None else reached.baseline
    return found


def settle(results: Iterable[Reached]) -> None:
    """Sets ``Aim.sign`` of lengths of time by the results that answer them: ``I 2031 gik der 6 dage`` tells that
    the time is to be short, and so does a stated verdict."""
    for reached in results:
        for aim in reached.aims:
            if not aim.is_undecided:
                continue
            if tells_time_taken(reached.statement):
                aim.sign = "<="
            elif reached.stated in ("met", "not_met") and reached.value != aim.value:
                aim.sign = ">=" if (reached.value > aim.value) == (reached.stated == "met") else "<="


def _again(known: Statement, statement: Statement) -> bool:
    """True where a result is said a second time under the same goal."""
    one, other = known.sentence, statement.sentence
    return (
        known.quantity.value == statement.quantity.value and known.quantity.unit == statement.quantity.unit
        and known.segment == statement.segment and known.change == statement.change
        and one.goal_no == other.goal_no and one.part.subs == other.part.subs and one.goal_no is not None
        and one is not other and not (known.change and one.lead != other.lead)
    )  # fmt: skip


def _stated(statement: Statement, by_order: dict[int, Sentence]) -> Stated | None:
    """The verdict in the sentence itself or in the one behind it, before any number of its own."""
    sentence = statement.sentence
    if stated_verdict(sentence.text) is not None:
        return stated_of(statement)
    following = by_order.get(sentence.order + 1)
    if following is None or following.passage_no != sentence.passage_no:
        return None
    if following.analysis.quantities:
        # `Målet er ikke opfyldt, men andelen er steget 2 point`
        return stated_verdict(following.text[: following.analysis.quantities[0].start].partition(",")[0])
    named = {sign for token in following.analysis.tokens for sign in token.signs if sign.startswith("segment:")}
    if not following.analysis.tokens:
        words = following.text.lower().replace(",", " ").rstrip(".").split()
        named = {sign for word in words for sign in lexicon().signs(word) if sign.startswith("segment:")}
    if named and f"segment:{statement.segment}" not in named:
        return None  # `ikke nået i vækstsegmentet` says nothing of the whole
    return stated_verdict(following.text)


def told_in_words(aims: Iterable[Aim], sentences: Iterable[Sentence]) -> dict[int, Stated]:
    """What reports say in words of targets that no number answers, by the ``id`` of the target.

    Only under the target's own number, where it is the only target with that number, in a sentence without
    figures; a report that says two different things says nothing.
    """
    aims = list(aims)
    bearing: dict[str, list[Aim]] = {}
    for aim in aims:
        if aim.sub_no is not None and aim.standing == "in_force":
            bearing.setdefault(aim.sub_no, []).append(aim)
    own = {
        id(aim): told for aim in bearing_words(aims) if (told := stated_verdict(aim.main.sentence.text)) is not None
    }
    said: dict[str, set[Stated]] = {}
    for sentence in sentences:
        if sentence.part.kind != "result" or sentence.analysis.quantities:
            continue
        for sub in sentence.part.subs:
            if sub in bearing and (verdict := stated_verdict(sentence.text)) is not None:
                said.setdefault(sub, set()).add(verdict)
    return own | {
        id(bearing[sub][0]): verdicts.pop()
        for sub, verdicts in said.items()
        if len(verdicts) == 1 and len(bearing[sub]) == 1
    }


def bearing_words(aims: Iterable[Aim]) -> Iterable[Aim]:
    """The targets in force whose own sentence may say what became of them: it states no other number."""
    return (aim for aim in aims if aim.standing == "in_force" and len(aim.main.sentence.analysis.quantities) == 1)


def place_degrees(
    degrees: Iterable[Statement], results: list[Reached], weights: Weights
) -> tuple[list[Whole], list[Statement]]:
    """Gives each stated degree of fulfilment to its result.

    Returns the degrees of whole goals and contracts, and those for which no place was found.
    """
    _bracketed_degrees(results)
    wholes: list[Whole] = []
    left: list[Statement] = []
    by_sentence: dict[int, list[Reached]] = {}
    by_goal: dict[str, list[Reached]] = {}
    for reached in results:
        by_sentence.setdefault(reached.statement.sentence.order, []).append(reached)
        for goal in reached.goals:
            by_goal.setdefault(goal, []).append(reached)
    degrees = [degree for degree in degrees if degree.role == "fulfilment"]
    in_order = _told_in_order(degrees, by_sentence)
    for degree in degrees:
        if (meant := in_order.get(id(degree))) is not None:
            meant.fulfilment = degree.quantity.value
            continue
        sentence = degree.sentence
        value = degree.quantity.value
        if sentence.goal_no is not None and speaks_of_area(sentence.analysis):
            wholes.append(Whole(degree, sentence.goal_no, value))
            continue
        near = by_goal.get(sentence.goal_no, [])[-MOST:] if sentence.goal_no is not None else [
            reached for order in range(sentence.order - FARTHEST, sentence.order)
            for reached in by_sentence.get(order, []) if _in_one_passage(reached.statement, degree)
        ]  # fmt: skip
        if (meant := _by_value(degree, near)) is not None:
            meant.fulfilment = value
            continue
        mates = by_sentence.get(sentence.order, [])
        free = [r for r in mates if r.fulfilment is None and r.statement.quantity.start < degree.quantity.start]
        if free:
            _answering(free)[-1].fulfilment = value
            continue
        if sentence.goal_no is None:
            if sentence.analysis.has("fulfilment") and _WHOLE_CONTRACT.search(sentence.text):
                wholes.append(Whole(degree, None, value))
            else:
                left.append(degree)
            continue
        goal = sentence.goal_no
        own = [r for r in by_goal.get(goal, [])[-MOST:] if _may_speak(sentence, r.statement.sentence)]
        first, _ = clause_of(sentence.analysis, degree.quantity)
        noun = "fulfilment" in sentence.analysis.signs(first, degree.quantity.first)
        if (of_segment := _of_segment(degree, own)) is not None:
            of_segment.fulfilment = value
            continue
        partial = bool(_PART_OF.search(sentence.text))
        if noun and not sentence.part.subs and not (partial and "samle" not in sentence.text.lower()):
            wholes.append(Whole(degree, goal, value))
            continue
        if "fulfilled" not in sentence.analysis.signs() and _said_before(degree, own):
            continue
        target = _spoken_of(degree, own, weights)
        if target is not None:
            target.fulfilment = value
        else:
            of_part = partial or sentence.analysis.has("fulfilment")
            wholes.append(Whole(degree, goal, value, partial=True, of_target=not of_part))
    return wholes, left


def _bracketed_degrees(results: Iterable[Reached]) -> None:
    """Gives results the degrees that stand alone in a bracket behind them and that they come to: ``388 korte forløb
    (55 pct.)`` of 700."""
    for reached in results:
        told = reached.statement
        quantities, tokens = told.sentence.analysis.quantities, told.sentence.analysis.tokens
        share = quantities[told.place + 1] if told.place + 1 < len(quantities) else None
        if reached.fulfilment is not None or share is None or not share.share or told.quantity.share:
            continue
        opened, closed = tokens[share.first - 1].text, tokens[share.last + 1 : share.last + 2]
        if opened != "(" or not closed or closed[0].text != ")":
            continue
        quotient = _quotient(reached)
        if quotient is not None and abs(quotient - share.value) <= 1:
            reached.fulfilment = share.value


def _may_speak(degree: Sentence, told: Sentence) -> bool:
    """False for the degree of a report beside a number that the agreement tells of the years before."""
    return told.part.paper is degree.part.paper or told.part.paper.kind != "contract"


def _told_in_order(
    degrees: Sequence[Statement], by_sentence: Mapping[int, Sequence[Reached]]
) -> dict[int, Reached]:
    """``Der er holdt 391 korte og 148 lange kurser. Det er henholdsvis 46 pct. og 41 pct. af målet``: as many
    degrees as the sentence before tells results, in their order; by the ``id`` of the degree."""
    found: dict[int, Reached] = {}
    for order, group in groupby(degrees, key=lambda degree: degree.sentence.order):
        told = list(group)
        before: list[Reached] = []
        for place in range(order - 1, order - 1 - FARTHEST, -1):
            near = [r for r in by_sentence.get(place, []) if r.fulfilment is None]
            if len(before) >= len(told) or (near and not _in_one_passage(near[0].statement, told[0])):
                break
            before = near + before
        if 1 < len(told) == len(before) and order not in by_sentence:
            meant = _by_quotient(told, before) or before
            found |= {id(degree): reached for degree, reached in zip(told, meant, strict=True)}
    return found


def _by_value(degree: Statement, results: Sequence[Reached]) -> Reached | None:
    """The one result shortly before that comes to the degree of its target: ``Andelen er 38 pct. mod 31 pct. året
    før. Målet på 40 pct. er dermed opfyldt 95 %``."""
    fitting: list[Reached] = []
    for reached in results:
        told = reached.statement
        if reached.fulfilment is not None or told.key >= degree.key:
            continue
        if not 0 <= degree.sentence.passage_no - told.sentence.passage_no <= NEAR:
            continue
        if (quotient := _quotient(reached)) is not None and abs(
            min(quotient, Decimal(100)) - degree.quantity.value
        ) <= 1:
            fitting.append(reached)
    return fitting[0] if len(fitting) == 1 else None


def _by_quotient(degrees: Sequence[Statement], results: Sequence[Reached]) -> list[Reached]:
    """The results in the order of the degrees that they come to; empty where the numbers do not tell it."""
    found: list[Reached] = []
    for degree in degrees:
        fitting = [r for r in results if (q := _quotient(r)) is not None and abs(q - degree.quantity.value) <= 1]
        if len(fitting) != 1:
            return []
        found += fitting
    return found if len({id(reached) for reached in found}) == len(found) else []


def _quotient(reached: Reached) -> Decimal | None:
    """How many percent of its one target a result is."""
    if len(reached.aims) != 1 or not reached.aims[0].value:
        return None
    return reached.value / reached.aims[0].value * 100


def _in_one_passage(one: Statement, other: Statement) -> bool:
    return one.sentence.passage_no == other.sentence.passage_no


def _of_segment(degree: Statement, results: Sequence[Reached]) -> Reached | None:
    """The one result of the segment that a degree is told of."""
    if degree.segment is None:
        return None
    same = [r for r in results if r.statement.segment == degree.segment and r.fulfilment is None]
    return same[0] if len(same) == 1 else None


def _said_before(degree: Statement, results: list[Reached]) -> bool:
    """True where the same degree was already stated of a result shortly before."""
    return any(
        r.fulfilment == degree.quantity.value
        and 0 <= degree.sentence.passage_no - r.statement.sentence.passage_no <= 3
        for r in results
    )  # fmt: skip


def _answering(results: list[Reached]) -> list[Reached]:
    """Those that answer a target, where any does: of a part that is told beside the whole no degree is stated."""
    return [reached for reached in results if reached.aims] or results


def _spoken_of(degree: Statement, results: list[Reached], weights: Weights) -> Reached | None:
    """The result that a degree speaks of: the one of its equation, the most alike, else the last before it."""
    before = [r for r in results if r.statement.key < degree.key]
    open_results = [r for r in before or results if r.fulfilment is None]
    part = degree.sentence.part
    if part.subs:
        same = [r for r in open_results if set(r.statement.sentence.part.subs) & set(part.subs)]
        open_results = same or open_results
    open_results = _answering(open_results)
    equal = [q.value for q in degree.sentence.analysis.quantities]
    if "lig" in degree.sentence.text:
        for reached in open_results:
            if reached.value in equal and reached.value != degree.quantity.value:
                return reached
    rated = [(weights.likeness(degree.words, r.statement.words), -i, r) for i, r in enumerate(open_results)]
    rated.sort(key=lambda r: r[:2], reverse=True)
    if rated and rated[0][0] >= LIKE and (len(rated) == 1 or rated[0][0] > rated[1][0]):
        return rated[0][2]
    before = [
        r for r in open_results
        if r.statement.key < degree.key and degree.sentence.passage_no - r.statement.sentence.passage_no <= 2
        and r.statement.sentence.part.span == part.span
    ]  # fmt: skip
    return before[-1] if before else None
