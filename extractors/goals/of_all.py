"""Targets of all that give no number, with the share that tells how many of them there are: they are 100 %.

Måltal 4: Alle borgere, der flytter ind, har en plan senest tre måneder efter.
Skemaet viser, at 88 pct. har en plan inden for fristen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import regex

from extractors.goals.metrics import metric_of
from extractors.goals.reading import Sentence
from extractors.goals.statements import Statement
from extractors.goals.wording import words_of
from extractors.language.analysis import Analysis, Quantity
from extractors.language.counting import is_duration
from extractors.language.danish import analyse

WHOLE = Decimal(100)
MOST_BEHIND = 3
"""Sentences behind the target of which the first with a share tells what came of it."""
_OF_ALL = regex.compile(
    r"(?:Alle|Samtlige)\s(?!\p{L}+\smål|mål).{4,}\b(?:skal|har|får|er|bliver|modtager|tilbydes|kører|\p{L}{4,}(?:es|er))\b"
)
_BEHIND = frozenset({"result", "intro", "prose"})
"""Kinds of parts that may tell what came of it."""


def with_wholes(said: Sequence[Statement], sentences: Sequence[Sentence]) -> list[Statement]:
    """The statements with such targets and what answers them."""
    found = list(said)
    key = max((one.key for one in said), default=0)
    for place, sentence in enumerate(sentences):
        if sentence.part.kind != "target" or sentence.goal_no is None or _OF_ALL.match(sentence.text) is None:
            continue
        told = _told(sentences[place + 1 : place + 1 + MOST_BEHIND], sentence)
        if told is None or _is_aimed(found, sentence):
            continue
        key += 2
        target = _target(sentence, key - 1)
        behind, at = told
        quantity = behind.analysis.quantities[at]
        own = next((one for one in found if one.sentence is behind and one.quantity == quantity), None)
        result = own or Statement(behind, quantity, "result", words_of(behind, at), metric_of(behind, at), key=key)
        # a time within which all are served is part of what is told of them
        found = [one for one in found if one is not own and one.sentence is not sentence]
        found += [target, replace(result, role="result", answers=target.key)]
    return found


def _told(behind: Sequence[Sentence], target: Sentence) -> tuple[Sentence, int] | None:
    """The one share of the first sentence with any below a target, with its place in it."""
    for sentence in behind:
        if sentence.goal_no != target.goal_no or sentence.part.subs != target.part.subs:
            return None
        quantities = sentence.analysis.quantities
        shares = [at for at, quantity in enumerate(quantities) if quantity.unit == "%"]
        if shares:
            plain = (
                len(shares) == 1 and quantities[shares[0]].value <= WHOLE and not quantities[shares[0]].comparator
            )
            return (sentence, shares[0]) if plain and sentence.part.kind in _BEHIND else None
    return None


def _is_aimed(said: Sequence[Statement], sentence: Sentence) -> bool:
    """True where the goal has a target of a share, or the sentence one of its own that is no length of time."""
    same = (one for one in said if one.role == "target" and one.sentence.goal_no == sentence.goal_no)
    return any(
        (one.sentence is sentence and not is_duration(one.quantity.unit))
        or (one.quantity.share and one.sentence.part.subs == sentence.part.subs)
        for one in same
    )


def _target(sentence: Sentence, key: int) -> Statement:
    (read,) = analyse([sentence.text])  # sentences without numbers were not read
    first = read.tokens[0]
    quantity = Quantity(WHOLE, None, "%", None, first.start, first.end, 0, 0, ">=")
    analysis = Analysis(sentence.text, read.tokens, (quantity,), read.times)
    own = sentence._replace(analysis=analysis)
    return Statement(own, quantity, "target", words_of(own, 0), metric_of(own, 0), key=key)
