"""Results of goals for which the text itself says that no number was set: they are told without a target.

Kendskabet skal øges; der er ikke sat tal på.    …    34 pct. kender centret.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.goals.reading import Sentence
from extractors.goals.results import Reached
from extractors.language.stems import stem
from schemas.language import lexicon

_SET = (
    r"(?:sat|sætte|sættes|sætter|fastsat|fastsætte|fastsættes|fastsætter|fastlagt|fastlægges|aftalt|aftales|angivet|"
    r"knyttet|enes|enige|opstillet|opstilles|vedtaget|defineret|formuleret|stillet)"
)
_NUMBER = (
    r"(?:(?:et|noget|nogen|konkrete?|bestemt|fast|særskilt)\s){0,2}(?:tal|talmål|måltal|mål|resultatmål|taktal)\b"
)
_UNSET = regex.compile(
    rf"\bikke\s(?:\p{{Ll}}+\s){{0,3}}?{_SET}\s(?:\p{{Ll}}+\s){{0,2}}?{_NUMBER}|\b{_SET}\s(?:\p{{Ll}}+\s){{0,2}}?ikke\s(?:\p{{Ll}}+\s)?{_NUMBER}"
    rf"|\b(?:intet|ingen)\s(?:{_SET}\s|konkret\s|konkrete\s)?(?:måltal|talmål|tal|mål)\b|\buden\s(?:\p{{Ll}}+\s){{0,4}}?(?:{_SET}\s)?(?:måltal|talmål|tal\spå)\b"
    r"|\bmålet\ser\sikke\smålbart\b",
    regex.IGNORECASE,
)
_WORD = regex.compile(r"\p{L}{4,}")
MOST_BEHIND = 2
"""Passages behind the one that says so in which the result of running text stands."""


def untargeted(results: Sequence[Reached], sentences: Sequence[Sentence]) -> set[int]:
    """The keys of the results without a target of goals of which a sentence says that no number was set: the first
    of the unit that reports it, else the first that shares a word with the sentence."""
    found: set[int] = set()
    for sentence in sentences:
        if not says_unset(sentence.text) or _tells_aside(sentence):
            continue
        words = _words(sentence.text)
        for reached in results:
            near = _nearness(sentence, reached)
            if near and not reached.aims and (near == SURE or not words.isdisjoint(reached.statement.words.all)):
                found.add(reached.statement.key)
                break
            if near == SURE:
                break  # the first is a result of a target
    return found


def says_unset(text: str) -> bool:
    """``Der er ikke fastsat et måltal``, ``uden at der er sat tal på``."""
    denied = "ikke" in text or "ntet" in text or "ngen" in text or "uden" in text
    return denied and ("tal" in text or "mål" in text) and _UNSET.search(text) is not None


_NO_GOAL = regex.compile(
    r"\b(?:intet|ikke\s(?:\p{Ll}+\s)?(?:et|noget))\smål\b|\b(?:intet|ingen)\smål\s\p{Ll}*sat\b", regex.IGNORECASE
)


def _tells_aside(sentence: Sentence) -> bool:
    """``Ventetid: 3,51, intet mål fastsat``, ``Blandt firmaer er det 7,1, men her er ikke sat et mål``: a figure
    told beside those of goals, of which its own sentence says that it has none."""
    match = _NO_GOAL.search(sentence.text) if sentence.analysis.quantities else None
    return match is not None and sentence.analysis.quantities[0].end <= match.start()


SURE, NEAR = 2, 1


def _nearness(sentence: Sentence, reached: Reached) -> int:
    """How sure a result is to be told of the goal of a sentence; 0 where it is not."""
    part, told = sentence.part, reached.statement.sentence
    if reached.statement.portion or told.order < sentence.order:
        return 0
    if told.part is part and told.passage_no == sentence.passage_no and told.order == sentence.order + 1:
        return SURE
    if part.goal_no is not None:
        if told.part.goal_no != part.goal_no or told.part.kind != "result":
            return 0
        return SURE if told.part.sub_no == part.sub_no else NEAR if told.part.sub_no is None else 0
    near = told.passage_no - sentence.passage_no
    if told.part is not part or near > MOST_BEHIND:
        return 0
    return NEAR


def _words(text: str) -> frozenset[str]:
    stop = lexicon().stop
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in stop)
