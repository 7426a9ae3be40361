"""Shares that a report tells as two counts: ``9 ud af 12 filialer svarede ja`` answers ``Mindst 70 pct. …``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.goals.metrics import metric_of
from extractors.goals.reading import Sentence
from extractors.goals.results import Reached
from extractors.goals.statements import Statement
from extractors.goals.targets import Aim
from extractors.goals.wording import words_of
from extractors.language.counting import percent
from extractors.language.wholes import is_whole

MOST = 300
"""Targets, or sentences of two counts, of one room that are looked at; only a hostile text has more."""
_OTHERS = frozenset({"goal", "bound", "aiming", "proposal", "others", "survey"})
"""Signs of sentences whose counts are no result."""


def counted_shares(aims: Sequence[Aim], results: Sequence[Reached], sentences: Sequence[Sentence]) -> list[Reached]:
    """Results of targets of a share that nothing answers: the one sentence below the mark of the goal, or right
    behind the target in its passage, that tells a count of another and no share."""
    answered = {id(aim) for reached in results for aim in reached.aims}
    used = {reached.statement.sentence.order for reached in results if reached.aims}
    told = [sentence for sentence in sentences if sentence.order not in used and _is_share(sentence)]
    found: list[Reached] = []
    if max(len(aims), len(told)) > MOST:
        return found
    for aim in aims:
        if id(aim) in answered or aim.unit != "%" or aim.standing != "in_force":
            continue
        near = list(_below(aim, told))
        rivals = [
            other
            for other in aims
            if other is not aim and id(other) not in answered and other.goal_no == aim.goal_no
        ]
        if len(near) == 1 and (aim.goal_no is None or not rivals):
            found.append(_reached(near[0], aim))
    return found


def _below(aim: Aim, told: Sequence[Sentence]) -> Iterator[Sentence]:
    main = aim.main.sentence
    for sentence in told:
        marked = aim.goal_no is not None and sentence.goal_no == aim.goal_no
        behind = sentence.passage_no == main.passage_no and sentence.order == main.order + 1
        if behind or (marked and sentence.part.kind in ("result", "intro")):
            yield sentence


def _is_share(sentence: Sentence) -> bool:
    """True for a sentence of two numbers of which the first is a part of the second."""
    quantities, tokens = sentence.analysis.quantities, sentence.analysis.tokens
    if len(quantities) != 2 or any(q.share or q.money or q.comparator for q in quantities):
        return False
    some, whole = quantities
    if not is_whole(some, whole, tokens) or some.value < 0 or whole.value <= 1:
        return False
    return not sentence.analysis.signs() & _OTHERS


def _reached(sentence: Sentence, aim: Aim) -> Reached:
    some, whole = sentence.analysis.quantities
    share = some._replace(value=percent(int(some.value), int(whole.value)), unit="%", counted=None)
    statement = Statement(
        sentence, share, "result", words_of(sentence, 0), metric_of(sentence, 0), key=aim.main.key + 1
    )
    return Reached(statement, aims=[aim])
