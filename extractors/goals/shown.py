"""Where a target is shown: beside what came of it.

A report prints the targets of its agreement again, often each with a number that the agreement does not have, and
tells the results below. Who looks up the row finds both in one place there; the agreement stays named as its
contract.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.goals.entries import Entry
from extractors.goals.papers import REPORTS, Paper
from extractors.goals.reading import Sentence
from extractors.goals.row_aims import row_statement
from extractors.goals.statements import Statement
from extractors.goals.targets import Aim, unit_class

ALIKE = 0.8
"""Share of the words of two sentences, of all their words, from which one is the other printed again."""
_STATING = ("target", "method", "intro")
"""Parts that state targets, apart from what was reached and running text."""
_WITHIN = {"agenda": ("contract",), "contract": ()}
"""Papers that state a target better than one of this kind, next to reports."""

_Key = tuple[str | None, Decimal, str]


def shown_places(aims: Iterable[Aim], sentences: Iterable[Sentence]) -> dict[int, Statement]:
    """The statement beside the result, by the ``id`` of its target; the others are shown where they are best read.
    A target printed again with a number of its own takes it."""
    away = [aim for aim in aims if aim.standing == "in_force" and aim.paper.kind in _WITHIN]
    printed = _printed(sentences, {aim.goal_no for aim in away}) if away else {}
    found: dict[int, Statement] = {}
    for aim in away:
        places = [said for said in aim.said if said.sentence.part.kind in _STATING]
        better = [said for kinds in (REPORTS, _WITHIN[aim.paper.kind]) for said in places if _paper(said) in kinds]
        shown = next(iter(better), None) or _again(aim, printed)
        if shown is not None:
            found[id(aim)] = shown
            aim.sub_no = aim.sub_no or shown.sentence.part.sub_no
    return found


def shown_rows(aims: Iterable[Aim], rows: Mapping[int, tuple[Paper, Entry]]) -> dict[int, Statement]:
    """Targets that the text of an item sums up are shown in the row of an attachment's table that sets them."""
    found: dict[int, Statement] = {}
    for aim in aims:
        paper, entry = rows.get(id(aim), (None, None))
        if paper is None or entry is None or aim.paper.kind != "agenda" or paper.attachment_no is None:
            continue
        if (stated := row_statement(paper, entry)) is not None:
            found[id(aim)] = stated
    return found


def _paper(statement: Statement) -> str:
    return statement.sentence.part.paper.kind


def _printed(sentences: Iterable[Sentence], goals: set[str | None]) -> dict[_Key, list[tuple[Sentence, int]]]:
    """The numbers of what reports print as targets of these goals, by goal, value and kind."""
    found: dict[_Key, list[tuple[Sentence, int]]] = {}
    for sentence in sentences:
        part = sentence.part
        if part.kind not in _STATING or part.paper.kind not in REPORTS or sentence.goal_no not in goals:
            continue
        for index, quantity in enumerate(sentence.analysis.quantities):
            key = sentence.goal_no, quantity.value, unit_class(quantity)
            found.setdefault(key, []).append((sentence, index))
    return found


def _again(aim: Aim, printed: Mapping[_Key, Sequence[tuple[Sentence, int]]]) -> Statement | None:
    """The sentence of an agreement as its report prints it again, whatever was read of it there."""
    main = aim.main
    for sentence, place in printed.get((aim.goal_no, aim.value, unit_class(aim.quantity)), ()):
        if place == main.place and (aim.sub_no is None or aim.sub_no == sentence.part.sub_no):
            words, own = _words(sentence), _words(main.sentence)
            if len(words & own) >= ALIKE * len(words | own):
                return replace(main, sentence=sentence, quantity=sentence.analysis.quantities[place])
    return None


def _words(sentence: Sentence) -> frozenset[str]:
    return frozenset(token.lower for token in sentence.analysis.tokens if token.lower.isalpha())
