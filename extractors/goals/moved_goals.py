"""Goals that were given another value: the new one is aimed at, the one before it is none any more.

Målet var 60 besøg, men efter en drøftelse i marts er det nedsat til 48.
Aftalen indeholdt et måltal på 400 ture. Det er nedsat til 250.
Måltallet er hævet fra 200 til 350, og der er gennemført 372 forløb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractors.goals.context import Role
from extractors.goals.odds import Place
from extractors.goals.reading import Sentence
from extractors.language.analysis import Quantity

_MOVED = (
    r"(?:(?:op|ned)?justeret|(?:op|ned)skrevet|nedsat|forhøjet|hævet|sænket|reduceret|ændret|skærpet|lempet|"
    r"sat\s(?:op|ned))"
)
_GOAL = r"(?:\p{L}*(?:målet|tallet|kravet|målsætningen))"
_NEW = regex.compile(
    rf"(?:(?P<named>\b{_GOAL})|\b(?:det|dette|den))\s(?:er|blev|er\sblevet|har\sværet|(?=nedsat|forhøjet))\s?"
    rf"(?:[^.;:,\d]|\d{{1,2}}\.\s|20\d\d){{0,60}}?\b{_MOVED}\s(?:fra\s[\d.,]+\s(?:pct\.\s|%\s)?)?til\s$",
    regex.IGNORECASE,
)
_INVERTED = regex.compile(
    rf"\b(?:er|blev)\s(?:(?P<named>{_GOAL})|det|dette|den)\s[^.;:,\d]{{0,40}}?\b{_MOVED}\s"
    r"(?:fra\s[\d.,]+\s(?:pct\.\s|%\s)?)?til\s$",
    regex.IGNORECASE,
)
_DENIED = regex.compile(r"\b(?:ikke|foreslået|ønsket|forsøgt|drøftet|anbefalet|kunne|ville)\b", regex.IGNORECASE)
"""Words of sentences in which the goal was not moved after all, or may not have been."""
_AIMED = frozenset({"target", "earlier_target"})
_FREE = frozenset({"target", "open", "result"})


class Moved(NamedTuple):
    """The place of the new value, and of the one that it has replaced where that is told apart from the move."""

    new: Place
    old: Place | None


def moved_goals(sentences: Sequence[Sentence], told: Sequence[Sequence[Role]]) -> Iterator[Moved]:
    """The values that goals of running text were moved to: ``told`` are the roles of the numbers of each sentence.
    What a pronoun takes up must be a target right before it."""
    for at, sentence in enumerate(sentences):
        analysis = sentence.analysis
        if not analysis.has("revised") and "sat" not in analysis.printed and "skrevet" not in sentence.text:
            continue
        if _DENIED.search(sentence.text) is not None:
            continue
        for index, quantity in enumerate(analysis.quantities):
            if not told[at] or told[at][index] not in _FREE:
                continue
            found = _move(sentence, quantity)
            if found is None:
                continue
            old = _before(sentences, told, at, index)
            spoken = any("goal" in t.signs for t in analysis.tokens if t.end <= found.start())
            if found["named"] is not None or old is not None or spoken:
                yield Moved((at, index), old)


def is_move_of_goal(sentence: Sentence, quantity: Quantity) -> bool:
    """True where it is the goal that was lowered or raised, not what it measures."""
    return _move(sentence, quantity) is not None


def _move(sentence: Sentence, quantity: Quantity) -> regex.Match[str] | None:
    ahead = sentence.text[: quantity.start]
    return _NEW.search(ahead) or _INVERTED.search(ahead)


def _before(sentences: Sequence[Sentence], told: Sequence[Sequence[Role]], at: int, index: int) -> Place | None:
    """The target next before a number, in its sentence or the one before it in its passage."""
    sentence = sentences[at]
    own = [place for place in range(index) if told[at][place] in _AIMED]
    if own:
        return at, own[-1]
    before = sentences[at - 1] if at else None
    if before is None or before.passage_no != sentence.passage_no:
        return None
    aimed = [place for place, role in enumerate(told[at - 1]) if role in _AIMED]
    alone = aimed and not any(role == "result" for role in told[at - 1])
    return (at - 1, aimed[-1]) if alone else None
