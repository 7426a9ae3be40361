"""Who belongs to whom: results are given to targets, best evidence first.

Evidence is the goal and sub-goal, the unit, the words of what is measured, the segment, the year, nearness to a
restatement of the target and the arithmetic of a stated fulfilment. A target takes one result for each segment, a
result one target unless its text names two. What stays below the threshold stays unpaired.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from extractors.goals.alike import is_head_of
from extractors.goals.clauses import Equation, equations
from extractors.goals.comparable import LATEST, differs, is_for_later, is_out_of_question, is_stale
from extractors.goals.likeness import Weights
from extractors.goals.mark import printed_goal
from extractors.goals.papers import REPORTS
from extractors.goals.results import Reached
from extractors.goals.statements import Statement
from extractors.goals.targets import Aim, unit_class
from extractors.goals.verdict import of_numbers, stated_of
from extractors.language.stems import stem

THRESHOLD = 1.9
ADJACENT = 2.2
"""Score of a result that follows its target and shares no word with it: another that fits better wins."""
NEXT = 3.0
"""What a result gains that stands in the passage of its target and next to it."""
PEOPLE = frozenset({"personer", "mennesker"})
"""What any people may be counted as."""
SET_ASIDE = frozenset({"proposed", "rejected", "cited", "total"})
"""Standings of targets that no result answers."""
POOL, NEXT_TO = 120, 40
"""Targets that a result is held against; where there are more, as many before and behind it."""
SHORTEST_NOUN = 5
"""Letters of the stem of a noun that is found in other words."""
SHORTEST_ROOT = 3
"""Letters of the root that a verb and its noun share."""
NEIGHBOURS = 3
"""Passages within which a result of running text is sought around its target."""
MOST_SAID = 24
"""Statements of a target that are looked at for nearness."""
ANAPHORS = frozenset(
    {"tallet", "andelen", "niveauet", "antallet", "procenten", "gennemsnittet", "satsen", "resultatet"}
)
"""Nouns that take up what the sentence before is about."""
OPENING = 1.5
"""What it counts that a result stands right behind its label."""
BEST_ARITHMETIC = 4.0
"""What the arithmetic of a stated degree adds at best."""


class _Evidence:
    """What the targets and degrees of an item have in common, counted once: each pair is then rated in a time that
    does not grow with their number."""

    def __init__(
        self, aims: Sequence[Aim], results: Sequence[Reached], degrees: Sequence[Statement], weights: Weights
    ) -> None:
        self.weights = weights
        first: dict[tuple[int, str], int] = {}
        for reached in results:
            if (part := reached.statement.sentence.part).takes_up:
                kind = unit_class(reached.statement.quantity)
                first.setdefault((part.span.first, kind), reached.statement.key)
        self._first = frozenset(first.values())
        self.by_goal: dict[str | None, list[Aim]] = {}
        self._words: dict[str | None, Counter[str]] = {}
        self._kinds: Counter[tuple[str | None, str]] = Counter()
        self._said: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for aim in aims:
            self.by_goal.setdefault(aim.goal_no, []).append(aim)
            self._words.setdefault(aim.goal_no, Counter()).update(aim.words.own)
            self._kinds[aim.goal_no, unit_class(aim.quantity)] += 1
            for said in aim.said:
                place = (said.sentence.passage_no, said.sentence.order)
                self._said.setdefault((aim.number, said.sentence.part.span.first), []).append(place)
        for places in self._said.values():
            places.sort()
        self._labelled: dict[str | None, set[int]] = {}
        for aim in aims:
            if (own := aim.main.sentence.part).label == "target":
                self._labelled.setdefault(aim.goal_no, set()).add(own.span.first)
        self._degrees: dict[str, list[tuple[Statement, list[Equation]]]] = {}
        for degree in degrees:
            if (goal := degree.sentence.goal_no) is not None:
                self._degrees.setdefault(goal, []).append((degree, list(equations(degree.sentence.analysis))))

    def is_first(self, statement: Statement) -> bool:
        """True for the first result of its kind of unit in the unit of a report that takes up one of an
        agreement."""
        return statement.key in self._first

    def is_below(self, aim: Aim, statement: Statement) -> bool:
        """True for a result under a label of results, and the target under the label of targets next above it."""
        part = statement.sentence.part
        if part.label != "result" or aim.main.sentence.part.label != "target":
            return False
        above = [at for at in self._labelled.get(aim.goal_no, ()) if at < part.span.first]
        return bool(above) and max(above) == aim.main.sentence.part.span.first

    def own_words(self, aim: Aim) -> set[str]:
        """Words that no other target of the goal has, without what is counted."""
        counted = {stem(word) for word in (aim.unit, aim.quantity.unit) if word}
        seen = self._words[aim.goal_no]
        return {word for word in aim.words.own if seen[word] == 1 and word not in counted}

    def alone(self, aim: Aim) -> bool:
        """True for the only target of its goal with this kind of unit."""
        return self._kinds[aim.goal_no, unit_class(aim.quantity)] == 1

    def said_near(self, aim: Aim, statement: Statement) -> list[tuple[int, int]]:
        """Passage and order of the statements of a target in the same part, not far away."""
        part, passage = statement.sentence.part, statement.sentence.passage_no
        places = self._said.get((aim.number, part.span.first), [])
        first = bisect_left(places, (passage - 2 * NEIGHBOURS, 0))
        return places[first : first + MOST_SAID]

    def degrees(self, reached: Reached) -> list[tuple[Statement, list[Equation]]]:
        """The stated degrees of the goals that a result may belong to."""
        return [degree for goal in sorted(reached.goals) for degree in self._degrees.get(goal, [])[:POOL]]


def pair(aims: list[Aim], results: list[Reached], degrees: Sequence[Statement], weights: Weights) -> None:
    """Sets ``Reached.aims`` and ``Reached.score``."""
    evidence = _Evidence(aims, results, degrees, weights)
    by_goal = evidence.by_goal
    keys = [aim.main.key for aim in aims]
    options: list[tuple[float, int, int]] = []
    for number, reached in enumerate(results):
        pool = [aim for goal in sorted(reached.goals) for aim in by_goal.get(goal, [])] + by_goal.get(None, [])
        if not reached.goals:
            pool = aims
        if len(pool) > POOL:
            place = bisect_left(keys, reached.statement.key)
            pool = aims[max(0, place - NEXT_TO) : place + NEXT_TO]
        told = evidence.degrees(reached)
        for aim in pool:
            score = rate(aim, reached, evidence, told)
            if score is not None and score >= THRESHOLD:
                options.append((score, number, aim.number))
    numbered = {aim.number: aim for aim in aims}
    taken: set[tuple[int, str | None]] = set()
    for score, number, aim_number in sorted(options, key=lambda o: (-o[0], o[1], o[2])):
        reached, aim = results[number], numbered[aim_number]
        slot = (aim_number, reached.statement.segment)
        if slot in taken or (reached.aims and not _serves_both(reached, aim)):
            continue
        taken.add(slot)
        reached.aims.append(aim)
        aim.sub_no = aim.sub_no or reached.statement.sentence.part.sub_no
        reached.score = max(reached.score, score)


def rate(
    aim: Aim, reached: Reached, evidence: _Evidence, degrees: Sequence[tuple[Statement, list[Equation]]]
) -> float | None:
    """How well a result answers a target; None where it cannot."""
    if reached.statement.portion and not aim.main.portion:
        return None  # `63 besøg, heraf 22 i byen` says of the 22 nothing that was asked for
    if is_out_of_question(aim, reached.statement):
        return None
    score = _rate(aim, reached, evidence, degrees)
    if any(said.key == reached.statement.answers for said in aim.said) and _may_answer(aim, reached):
        near = reached.statement.sentence.passage_no in {said.sentence.passage_no for said in aim.said}
        return max(score or 0.0, ADJACENT) + (NEXT if near else 0.0)
    return score


def _may_answer(aim: Aim, reached: Reached) -> bool:
    """True for the result next to a target that is of its time and in force, and where the text does not deny
    it."""
    if differs(aim, reached.statement) or is_stale(aim, reached.statement):
        return False
    ahead = is_for_later(aim, reached.statement)
    return aim.standing not in SET_ASIDE and not ahead and not _contradicted(aim, reached)


def _rate(
    aim: Aim, reached: Reached, evidence: _Evidence, degrees: Sequence[tuple[Statement, list[Equation]]]
) -> float | None:
    statement = reached.statement
    if aim.standing in SET_ASIDE:
        return None
    if statement.sentence is aim.main.sentence and statement.quantity is aim.quantity:
        return None
    score = _unit_score(aim, reached)
    if score is None or differs(aim, statement) or is_stale(aim, statement):
        return None
    part = statement.sentence.part
    near = _nearness(aim, evidence.said_near(aim, statement), statement)
    if aim.goal_no is None and part.kind != "prose" and near < 1:
        return None
    likeness = evidence.weights.likeness(aim.words, statement.words)
    if part.kind == "prose" and not reached.goals and likeness < (0.5 if near < 0.5 else 0.3 if near < 1 else 0):
        return None
    if part.kind == "prose" and near < 3 and likeness < 0.08:
        return None
    if _opens_label(statement):
        score += OPENING
    if part.kind == "result" and _says_no_more(statement):
        score += 0.5  # `Vækstsegment: 78 pct.` says no more and means the target of its goal
    if aim.goal_no is not None and not reached.goals:
        score -= 1.5  # what a foreword tells stands behind the report of the goal itself
    score += 3 * likeness + near
    if aim.goal_no is not None and printed_goal(aim.goal_no) is None:
        score += 1.0  # both stand on one sheet
    if not evidence.own_words(aim).isdisjoint(statement.words.own):
        score += 0.8
    if aim.sub_no and part.subs:
        if aim.sub_no in part.subs:
            score += 2.0 if len(part.subs) == 1 else 1.2
        else:
            score -= 2.0
    if aim.goal_no is not None and evidence.alone(aim):
        score += 0.8
    beside = 0.0
    if aim.goal_no is not None and aim.goal_no in reached.goals:
        beside = _by_outline(aim, statement, likeness) + (0.4 if evidence.is_first(statement) else 0.0)
        beside += 0.7 if evidence.is_below(aim, statement) else 0.0
    told = part.kind == "result" or (part.kind == "intro" and part.paper.kind in REPORTS)
    if told and (statement.segment or _is_granted(aim, statement)):
        score += 0.5  # `i vækstsegmentet 86 pct.`, `der er bevilget 9 mio. kr.`
    if statement.year is not None and aim.year is not None:
        # What was measured on the way to a year to come answers its target, if nothing better does.
        now = part.paper.year or part.paper.now
        on_the_way = (
            aim.main.year is not None and statement.year < aim.year and statement.year >= (now or aim.year) - 1
        )
        on_the_way = on_the_way and aim.year > (now or aim.year)
        formal = (
            (aim.paper.kind != "agenda" or part.kind != "prose")
            and aim.main.year is None
            and aim.standing == "in_force"
        )
        named = aim.until is not None and aim.year <= (now or 0)
        if statement.year < aim.year and not on_the_way and (formal or named):
            return None  # what an earlier year came to does not answer the target of this one
        score += 0.3 if statement.year == aim.year else -0.9 if on_the_way else -2.0
    elif aim.year is not None and part.paper.year is not None and aim.year != part.paper.year:
        score -= 1.0 if aim.year > part.paper.year else 0.3
    if aim.main.segment and statement.segment and aim.main.segment != statement.segment:
        score -= 3.0
    if score + max(beside, 0.0) + BEST_ARITHMETIC < THRESHOLD:
        return None
    score += -2.0 if _contradicted(aim, reached) else beside
    return score + _arithmetic(aim, reached, degrees)


def _opens_label(statement: Statement) -> bool:
    """``Resultat: 52,6 pct. i 3. kvartal, som …``: the number right behind a label of results."""
    sentence = statement.sentence
    begins = sentence.first_of_passage and sentence.passage.first == sentence.part.span.first
    return sentence.part.label == "result" and begins and statement.quantity.first == 0


def _by_outline(aim: Aim, statement: Statement, likeness: float) -> float:
    """What it counts that a unit of the report takes up that of the target, and that both are points of lists with
    the same letter or number, or with others."""
    one, other = aim.main.sentence.marker, statement.sentence.marker
    same = 0.0
    if one and other and one[:-1].isalnum() and other[:-1].isalnum():
        same = 1.5 if one == other else -1.0
    return same + (min(0.5, 2 * likeness) if statement.sentence.part.takes_up else 0.0)


def _says_no_more(statement: Statement) -> bool:
    """``78 pct. i vækstsegmentet``, ``Den seneste måling viser 78 pct.``: hardly a word of what is measured."""
    words = statement.words.own | statement.words.shared
    if len(words) <= 1:
        return True
    telling = {
        stem(token.lower)
        for token in statement.sentence.analysis.tokens
        if token.signs & {"measured", "outcome", "result"} or token.lower in LATEST
    }
    return words <= telling


def _is_granted(aim: Aim, statement: Statement) -> bool:
    """True for money that is had, where the target is of funds to be had."""
    if not (aim.quantity.money and statement.quantity.money):
        return False
    first = statement.quantity.first
    near = statement.sentence.analysis.tokens[max(0, first - 3) : first]
    asked = any("funds" in token.signs for token in aim.main.sentence.analysis.tokens)
    return asked and any("granted" in token.signs for token in near)


def _contradicted(aim: Aim, reached: Reached) -> bool:
    """True where the result's own sentence says that its target is met and this one is not, or the reverse."""
    said = stated_of(reached.statement)
    if reached.statement.segment is not None and len(reached.statement.sentence.analysis.quantities) > 1:
        return False  # of which side it says so is not known
    if said not in ("met", "not_met"):
        return False
    numbers = of_numbers(aim, reached.statement, reached.baseline)
    return numbers in ("met", "not_met") and numbers != said


def _unit_score(aim: Aim, reached: Reached) -> float | None:
    mine, other = aim.quantity, reached.statement.quantity
    kinds = (unit_class(mine), unit_class(other))
    moved = (aim.main.change, reached.statement.change)
    words = reached.statement.words
    if (
        kinds[0] == kinds[1] == "%"
        and reached.statement.sentence.part.kind == "result"
        and len(words.own | words.shared) < 2
    ):
        return 1.0  # a number alone is of the kind that its target asks for
    if kinds == ("procentpoint", "%"):
        return 0.4 if reached.baseline is not None else -1.5
    if kinds[0] != kinds[1]:
        scored = reached.statement.sentence.analysis.has("score")
        if kinds == ("count", "%") and mine.unit is None and mine.counted is None and scored:
            return 0.5  # a score printed as a percentage: NPS of 69 %
        return None
    if kinds[0] == "count":
        if is_head_of(other, mine):
            return 1.0
        if aim.unit is not None and other.unit is not None and aim.unit != other.unit:
            if _made_there(aim, reached) or _says_how_often(aim, reached):
                return 1.2
            return -0.2 if _named_there(aim, reached) or other.unit in PEOPLE else -1.6
        return 1.0 if aim.unit == other.unit else 0.3
    if moved[0] and not moved[1]:
        return -0.5
    if moved[1] and not moved[0]:
        return -1.0 if kinds[0] == "%" else 1.0
    return 1.0


def _named_there(aim: Aim, reached: Reached) -> bool:
    """True where the unit of one is a word of the other's sentence."""
    mine, other = aim.quantity.unit or "", reached.statement.quantity.unit or ""
    return stem(mine) in reached.statement.words.all or stem(other) in aim.words.all


def _made_there(aim: Aim, reached: Reached) -> bool:
    """True where the unit of one is the last part of a word of the other (``enkeltbesøg``) or made of its verb
    (``skal henvises``, ``655 henvisninger``)."""
    mine, other = aim.quantity.unit or "", reached.statement.quantity.unit or ""
    return _is_made_of(stem(other), aim.words.all) or _is_made_of(stem(mine), reached.statement.words.all)


def _says_how_often(aim: Aim, reached: Reached) -> bool:
    """``Rådet mødes 6 gange``, ``2 møder er afholdt``: a count of what the goal says how often to do."""
    root = (reached.statement.quantity.unit or "").lower().removesuffix("er")
    if aim.unit not in ("gange", "gang") or len(root) < SHORTEST_ROOT:
        return False
    tokens = aim.main.sentence.analysis.tokens
    return any(token.lower.startswith(root) and token.lower.endswith("s") for token in tokens)


def _is_made_of(noun: str, words: Iterable[str]) -> bool:
    """True for a noun that another of the words ends in, or that is one of them with the ending of what is done."""
    if len(noun) < SHORTEST_NOUN:
        return False
    verbs = {stem(noun.removesuffix(ending)) for ending in ("ning", "ing", "else") if noun.endswith(ending)}
    return any((word.endswith(noun) and word != noun) or word in verbs for word in words)


def _nearness(aim: Aim, places: Sequence[tuple[int, int]], statement: Statement) -> float:
    """Evidence from the place: a result right behind or before a statement of the target."""
    best = 0.0
    for passage_no, order in places:
        gap = abs(passage_no - statement.sentence.passage_no)
        if gap > 2 * NEIGHBOURS:
            break
        if statement.sentence.part.kind == "target":
            # The part sets targets: a result in it is one only of the target in its own sentence.
            best = max(best, 1.0 if order == statement.sentence.order else 0.0)
        elif gap == 0 and abs(order - statement.sentence.order) <= 1:
            if order == statement.sentence.order + 1 and _called_after(aim):
                best = max(best, 3.0)
            gap_behind = statement.sentence.order - order
            told = 3.3 if gap_behind == 0 else 3.0
            best = max(best, told if _refers(statement, behind=gap_behind >= 0) else 1.5)
        elif gap == 0:
            best = max(best, 1.0)
        else:
            best = max(best, 0.5 if gap <= NEIGHBOURS else 0.3)
    return best


def _called_after(aim: Aim) -> bool:
    """``Her krævede aftalen mindst 40 pct.``: a target told behind its result, in a sentence that says no
    more."""
    words = {token.lower for token in aim.main.sentence.analysis.tokens}
    return bool(words) and ("her" in words or len(aim.main.words.own | aim.main.words.shared) < 2)


def _refers(statement: Statement, *, behind: bool) -> bool:
    """True where the sentence calls its number the result, or, in or behind the target's sentence, says nothing but
    what came of the goal: ``Målet er opfyldt med 96 pct.``, ``I 2031 var det 74 pct.``, ``Den seneste måling viser
    …``,
    ``Der er gennemført 487``."""
    signs = {sign for token in statement.sentence.analysis.tokens for sign in token.signs}
    if "result" in signs:
        return True
    quantity = statement.quantity
    taken_up = any(token.lower in ANAPHORS for token in statement.sentence.analysis.tokens)
    elided = taken_up or (quantity.unit is None and quantity.counted is None and "score" not in signs)
    return behind and (
        elided or "measured" in signs or "goal" in signs or len(statement.words.own | statement.words.shared) < 2
    )


def _arithmetic(aim: Aim, reached: Reached, degrees: Sequence[tuple[Statement, list[Equation]]]) -> float:
    """Evidence from stated degrees: ``45% er lig 100%``, or a degree that is the quotient of the two numbers."""
    score = 0.0
    quotient = reached.value / aim.value * 100 if aim.value else None
    for degree, equated in degrees:
        full = any(e.degree.value == 100 and e.value.value == aim.value for e in equated)
        if full and reached.value != aim.value and any(e.value.value == reached.value for e in equated):
            score = BEST_ARITHMETIC
        value = degree.quantity.value
        is_quotient = quotient is not None and abs(quotient - value) <= Decimal("0.6")
        if degree.role == "fulfilment" and is_quotient and 0 < value < 100:
            score = max(score, 1.5)
    return score


def _serves_both(reached: Reached, aim: Aim) -> bool:
    """True where the result's sentence speaks of both targets: ``enten en vækstplan eller en handlingsplan``."""
    tokens = reached.statement.sentence.analysis.tokens
    if not any(token.lower in ("enten", "både", "begge", "såvel") for token in tokens):
        return False
    first = reached.aims[0]
    return len(reached.aims) == 1 and first.main.sentence is aim.main.sentence and first.main.segment is None
