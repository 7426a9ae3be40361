"""What is seen of a target and a result that may be a pair, as names that weights are learned for.

The signals are where the two stand, what lies between them, what they measure, which words they have in common that
few others have, and whether another would fit better; no word counts by itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

import regex

from extractors.goals.alike import is_head_of
from extractors.goals.comparable import differs, is_out_of_question, is_stale
from extractors.goals.likeness import Parts, Weights
from extractors.goals.reading import Sentence
from extractors.goals.results import Reached
from extractors.goals.statements import Statement
from extractors.goals.targets import Aim, unit_class
from extractors.goals.wording import content
from extractors.language.stems import stem

MOST = 60
"""Rivals of a pair that are looked at."""
STEPS = (0, 1, 2, 3, 6, 16)
"""Distances in sentences that are told apart."""
LIKENESSES = (0.01, 0.1, 0.2, 0.35, 0.55)
OVERLAPS = (0.01, 0.12, 0.25, 0.4, 0.6)
RATIOS = (0.02, 0.2, 0.5, 0.8, 1.0, 1.25, 2.0, 5.0, 50.0)
PLACES = (0.04, 0.1, 0.2, 0.4)
ODDS = (0.02, 0.08, 0.2, 0.4, 0.6, 0.8, 0.95)
TARGET, RESULT = 0, 1
LONGEST = 100_000
"""Tokens that no sentence has."""
OPENING = 5
"""Words that open a passage and tell what it is about."""

Wide = frozenset[str]

CLAUSES = (
    "krav", "mål", "punkt", "pkt.", "indsats", "løfte", "klausul", "leverance", "milepæl", "indikator", "spor",
    "tema", "stk.",
)  # fmt: skip
"""What the labelled parts of agreements are called, alone or at the end of a compound."""
ANSWERING = ("ad", "til", "vedr.", "vedrørende", "om", "jf.")
"""What stands before the label of a part that is answered."""
_LABEL = r"\d{1,2}(?:\.\d{1,2})*|\p{Lu}(?:[.-]?\d{1,2})?|[IVX]{1,4}|[a-h](?=\))"
_NAMED = "|".join(map(regex.escape, CLAUSES))
_CALLED = regex.compile(
    rf"(?:\b(?i:{'|'.join(map(regex.escape, ANSWERING))}|\p{{L}}*(?:{_NAMED}))|§|\()"
    rf"\s*(?:nr\.\s*)?(?:§\s*)?(?P<name>{_LABEL})(?=[\s.,:;)–-]|$)"
)
_OPENS = regex.compile(rf"\W{{0,3}}(?P<name>{_LABEL})[.):]?(?=\s|$)")
_MAY_BE_LABELLED = regex.compile(r"\d|\p{Lu}(?=[\s.,:;)–-]|$)|[a-h]\)")
"""What the end of a label is; quick to ask."""
LABELLED = 48
"""Letters of the text that opens a passage in which its label stands."""


class Candidates:
    """What pairs of a room are rated by; ``sentences`` are those of the room in reading order."""

    def __init__(
        self, aims: Sequence[Aim], results: Sequence[Reached], weights: Weights, sentences: Sequence[Sentence]
    ) -> None:
        self._weights = weights
        self._aims: dict[str, list[tuple[int, Aim]]] = {}
        self._results: dict[str, list[tuple[int, Reached]]] = {}
        for aim in aims:
            for said in aim.said:
                self._aims.setdefault(unit_class(aim.quantity), []).append((at(said), aim))
        for reached in results:
            kind = unit_class(reached.statement.quantity)
            self._results.setdefault(kind, []).append((at(reached.statement), reached))
        for aimed in self._aims.values():
            aimed.sort(key=lambda entry: entry[0])
        for told in self._results.values():
            told.sort(key=lambda entry: entry[0])
        self._opening: dict[int, Sentence] = {}
        for sentence in sentences:
            self._opening.setdefault(sentence.passage_no, sentence)
        self._topics: dict[int, Wide] = {}
        self._labels: dict[int, frozenset[str]] = {}
        self._wide_of: dict[int, Wide] = {}
        self._wide_aims = {id(aim): frozenset[str]().union(*map(self._wide, aim.said[:MOST])) for aim in aims}
        self._seen_in_aims = Counter(word for wide in self._wide_aims.values() for word in wide)
        self._seen_in_results = Counter(word for r in results for word in self._wide(r.statement))
        self._count = len(aims) + len(results)
        self._stretches = _stretches([aim.main for aim in aims]), _stretches([r.statement for r in results])
        self._overlaps: dict[tuple[int, int], float] = {}
        self.matched: list[tuple[int, int]] = sorted(
            (at(aim.main), at(reached.statement)) for reached in results for aim in reached.aims
        )

    @staticmethod
    def may(aim: Aim, reached: Reached) -> bool:
        """False for what can be no pair, however near: another kind of number, place or time."""
        statement = reached.statement
        if unit_class(aim.quantity) != unit_class(statement.quantity):
            return False
        if _sameness(aim.goal_no, statement.sentence.goal_no) == "other":
            return False
        mine, its = set(aim.main.sentence.part.subs), set(statement.sentence.part.subs)
        if mine and its and mine.isdisjoint(its) and statement.sentence.part.label != "result":
            return False  # a label of results may tell what came of several
        if statement.sentence is aim.main.sentence and statement.quantity is aim.quantity:
            return False
        unlike = is_stale(aim, statement) or differs(aim, statement)
        return not (unlike or is_out_of_question(aim, statement))

    def pair(self, aim: Aim, reached: Reached) -> None:
        """Tells that the two are a pair: others are then seen beside it."""
        entry = at(aim.main), at(reached.statement)
        self.matched.insert(bisect_left(self.matched, entry), entry)

    def signals(self, aim: Aim, reached: Reached) -> list[str]:
        """The names of all that is seen of a pair."""
        statement = reached.statement
        said = min(aim.said, key=lambda one: (abs(one.sentence.order - statement.sentence.order), at(one)))
        mine, other = said.sentence, statement.sentence
        likeness = self._weights.likeness(aim.words, statement.words)
        side = "+" if other.order >= mine.order else "-"
        found = [
            f"far={side}{bisect_right(STEPS, abs(other.order - mine.order))}",
            f"passages={side}{bisect_right(STEPS, abs(other.passage_no - mine.passage_no))}",
            f"like={bisect_right(LIKENESSES, likeness)}",
            f"goal={_sameness(aim.goal_no, other.goal_no)}",
            f"part={mine.part.kind},{other.part.kind}",
            f"paper={mine.part.paper.kind},{other.part.paper.kind}",
            f"same paper={mine.part.paper is other.part.paper}",
            f"same part={mine.part.span == other.part.span}",
            f"unit={_units(aim, reached)}",
            f"year={_years(aim, reached)}",
            f"portion={aim.main.portion},{statement.portion}",
            f"change={aim.main.change},{statement.change}",
            f"sign={statement.quantity.comparator is not None}",
            f"kind={unit_class(aim.quantity)}",
            f"answers={any(one.key == statement.answers for one in aim.said)}",
        ]
        if aim.value and statement.quantity.value > 0 < aim.value:
            found.append(f"ratio={bisect_left(RATIOS, float(statement.quantity.value / aim.value))}")
        found.append(f"aim odds={_odds(aim.main, TARGET)}")
        found.append(f"result odds={_odds(statement, RESULT)}")
        found += self._between(at(said), aim, reached)
        found += self._rivals(aim, reached, likeness)
        found += self._in_common(aim, reached)
        found += self._in_order(aim, reached)
        own, told = self._labels_of(mine.passage_no), self._labels_of(other.passage_no)
        sure = "" if mine.part.paper is not other.part.paper else ",one paper"
        found.append(f"label={'none' if not own or not told else 'same' if own & told else 'other'}{sure}")
        return found

    def _between(self, key: int, aim: Aim, reached: Reached) -> Iterator[str]:
        first, last = sorted((key, at(reached.statement)))
        kind = unit_class(aim.quantity)
        aims = [one for place, one in self._aims.get(kind, ()) if first < place < last and one is not aim]
        told = [one for place, one in self._results.get(kind, ()) if first < place < last and one is not reached]
        yield f"aims between={min(3, len(aims))}"
        yield f"results between={min(3, len(told))}"
        yield f"free between={min(2, sum(not one.aims for one in told))}"
        yield f"nearest={not aims and not told},{key < at(reached.statement)}"

    def _rivals(self, aim: Aim, reached: Reached, likeness: float) -> Iterator[str]:
        kind = unit_class(aim.quantity)
        aims = [one for _, one in self._aims.get(kind, ()) if one is not aim][:MOST]
        told = [one for _, one in self._results.get(kind, ()) if one is not reached][:MOST]
        others = [self._weights.likeness(one.words, reached.statement.words) for one in aims]
        answers = [self._weights.likeness(aim.words, one.statement.words) for one in told]
        yield f"best={not others or likeness > max(others)},{not answers or likeness > max(answers)}"
        yield f"only={not others},{not answers}"
        overlap = self._overlap(aim, reached)
        best_aim = all(overlap > self._overlap(one, reached) for one in aims)
        best_result = all(overlap > self._overlap(aim, one) for one in told)
        yield f"closest={best_aim},{best_result},{overlap > 0}"

    def _in_common(self, aim: Aim, reached: Reached) -> Iterator[str]:
        """How much of what is said of both is the same, and how rare that is."""
        overlap = self._overlap(aim, reached)
        yield f"overlap={bisect_right(OVERLAPS, overlap)}"
        mine, other = self._wide_aims[id(aim)], self._wide(reached.statement)
        shared = mine & other
        yield f"shared={min(4, len(shared))}"
        rarest = min((self._seen_in_aims[word] for word in shared), default=0)
        yield f"rarest aim={min(3, rarest)}"
        yield f"rarest result={min(3, min((self._seen_in_results[word] for word in shared), default=0))}"
        topic = self._topic_of(reached.statement.sentence.passage_no)
        yield f"topic={min(2, len(topic & mine))},{bool(topic)}"
        own = self._topic_of(aim.main.sentence.passage_no)
        yield f"topics={min(2, len(topic & own))}"

    def _in_order(self, aim: Aim, reached: Reached) -> Iterator[str]:
        """Whether the two stand where they would if both papers kept one order."""
        aims, told = self._stretches
        apart = abs(_place(aims, aim.main) - _place(told, reached.statement))
        yield f"place={bisect_right(PLACES, apart)},{aim.paper is reached.statement.sentence.part.paper}"
        key, answer = at(aim.main), at(reached.statement)
        here = bisect_left(self.matched, (key, -1))
        before = next(
            (other for one, other in reversed(self.matched[:here]) if one < key and other != answer), None
        )
        behind = next((other for one, other in self.matched[here:] if one > key and other != answer), None)
        kept = ["none" if other is None else "kept" if fits else "broken" for other, fits in (
            (before, before is not None and before < answer), (behind, behind is not None and behind > answer)
        )]  # fmt: skip
        yield f"order={','.join(kept)}"

    def _overlap(self, aim: Aim, reached: Reached) -> float:
        """0 to 1: the weight of the words that both have, of those that the shorter has."""
        key = id(aim), at(reached.statement)
        if (known := self._overlaps.get(key)) is None:
            known = self._overlaps[key] = self._shared_weight(
                self._wide_aims[id(aim)], self._wide(reached.statement)
            )
        return known

    def _shared_weight(self, one: Wide, other: Wide) -> float:
        if not one or not other:
            return 0.0
        short, long = sorted((one, other), key=len)
        # sums in one order give one result
        common = sum(self._weight(word) for word in sorted(short & long))
        parts = Parts(long - short)
        for word in sorted(short - long):
            if parts.meet(word):
                common += 0.5 * self._weight(word)
        return common / sum(self._weight(word) for word in sorted(short))

    def _weight(self, word: str) -> float:
        return log(1 + self._count / (self._seen_in_aims[word] + self._seen_in_results[word] + 1))

    def _topic_of(self, passage_no: int) -> Wide:
        """What a passage is about, worked out when it is first asked for: most hold no target and no result."""
        if (known := self._topics.get(passage_no)) is None:
            opening = self._opening.get(passage_no)
            known = self._topics[passage_no] = frozenset() if opening is None else _topic(opening)
        return known

    def _labels_of(self, passage_no: int) -> frozenset[str]:
        if (known := self._labels.get(passage_no)) is None:
            opening = self._opening.get(passage_no)
            known = self._labels[passage_no] = frozenset() if opening is None else _labels(opening)
        return known

    def _wide(self, statement: Statement) -> Wide:
        """The words of the sentence, of the text above it and of what its passage is about."""
        known = self._wide_of.get(at(statement))
        if known is None:
            sentence = statement.sentence
            lemmas = content(token.lemma for token in sentence.analysis.tokens)
            topic = self._topic_of(sentence.passage_no)
            known = self._wide_of[at(statement)] = lemmas | statement.words.around | topic
        return known


def _topic(opening: Sentence) -> Wide:
    """The words that open a passage, and those of the text above it."""
    words = [token.lemma for token in opening.analysis.tokens[:OPENING]]
    above = f"{opening.lead} {opening.part.heading}".lower().replace(":", " ").replace(",", " ").split()
    return content([*words, *above])


def _labels(opening: Sentence) -> frozenset[str]:
    """The labels of a passage: of its list entry, of the text above it, or those that open it."""
    above = (opening.marker or "", opening.lead, opening.part.heading, opening.text)
    return next(filter(None, map(labels_in, above)), frozenset())


def labels_in(text: str) -> frozenset[str]:
    """The labels that open a text or that it is told to answer: ``8`` for ``§ 8.``, ``Til § 8 (brændstof)`` and
    ``8. Brændstof``."""
    text = text[:LABELLED]
    if _MAY_BE_LABELLED.search(text) is None:
        return frozenset()
    opens = _OPENS.match(text)
    named = frozenset(match["name"] for match in _CALLED.finditer(text))
    return named if opens is None else named | {opens["name"]}


def at(statement: Statement) -> int:
    """Where a statement stands: numbers that grow in reading order."""
    return statement.sentence.order * LONGEST + statement.quantity.first


def _odds(statement: Statement, kind: int) -> str:
    role = "maybe" if statement.role == "maybe" else "told"
    return f"{role},{'none' if statement.odds is None else bisect_right(ODDS, statement.odds[kind])}"


def _stretches(statements: Sequence[Statement]) -> dict[int, tuple[int, int]]:
    """From which sentence to which the statements of each paper stand, by its first line."""
    found: dict[int, tuple[int, int]] = {}
    for statement in statements:
        order, paper = statement.sentence.order, statement.sentence.part.paper.span.first
        first, last = found.get(paper, (order, order))
        found[paper] = min(first, order), max(last, order)
    return found


def _place(stretches: dict[int, tuple[int, int]], statement: Statement) -> float:
    """Where a statement stands in the stretch of its paper, from 0 to 1."""
    first, last = stretches[statement.sentence.part.paper.span.first]
    return (statement.sentence.order - first) / (last - first) if last > first else 0.5


def _sameness(one: str | None, other: str | None) -> str:
    if one is None or other is None:
        return "none" if one is other else "one"
    return "same" if one == other else "other"


def _units(aim: Aim, reached: Reached) -> str:
    mine, other = aim.quantity, reached.statement.quantity
    if unit_class(mine) != "count":
        return "class" if mine.unit == other.unit else "scaled"
    if mine.unit is None or other.unit is None:
        return "none" if mine.unit is other.unit else "one"
    if mine.unit == other.unit or stem(mine.unit) == stem(other.unit):
        return "same"
    if is_head_of(other, mine) or is_head_of(mine, other):
        return "head"
    named = stem(mine.unit) in reached.statement.words.all or stem(other.unit) in aim.words.all
    return "named" if named else "other"


def _years(aim: Aim, reached: Reached) -> str:
    one, other = aim.main.year, reached.statement.year
    if one is None or other is None:
        return "none" if one is other else "one"
    return "same" if one == other else "later" if other > one else "earlier"
