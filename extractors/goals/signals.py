"""The signals of a number: what stands around it, as names that weights are learned for.

A signal is there or not. Words are cut to their first letters, so that forms of one word and heads of compounds
count as one; numbers are all alike. Signals of a sentence hold for each number in it and are made once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from extractors.goals.clauses import clause_of
from extractors.goals.context import Role
from extractors.goals.reading import Sentence
from extractors.goals.spoken import speaks_of_goal
from extractors.language.analysis import Quantity, Token

STEM = 6
"""Letters of a word that count."""
NEAR, FAR, WORDS = 2, 6, 12
"""Words beside a number whose signs count as near, as far, and that count as words at all."""
PLACED = 3
"""Words beside a number that count by their place."""
OPENING = 4
"""Words that open the sentence before or behind and count."""
SMALL = 5
MOST = 4
"""Numbers and repeats that are counted apart."""
MANY = 12
"""Sentences that are many."""

Value = tuple[object, str | None]


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The letters of a lower case word that count; ``#`` for a number."""
    return "#" if word[:1].isdecimal() else word[:STEM]


def value_of(quantity: Quantity) -> Value:
    """What makes two numbers the same one told again."""
    return quantity.value, quantity.unit if quantity.share or quantity.money else None


def room_signals(sentences: Sequence[Sentence], told: Sequence[Sequence[Role]]) -> list[str]:
    """The signals that hold for every number of a room: how much of it is about goals."""
    aimed = sum("target" in own for own in told)
    spoken = sum(speaks_of_goal(sentence.text) for sentence in sentences)
    return [
        f"aimed={_size(aimed)}",
        f"spoken={_size(spoken)}",
        f"share={min(9, 10 * spoken // max(1, len(sentences)))}",
    ]


def _size(count: int) -> str:
    return str(count) if count < MOST else "some" if count < MANY else "many"


def sentence_signals(sentences: Sequence[Sentence], place: int, told: Sequence[Sequence[Role]]) -> list[str]:
    """The signals that hold for every number of the sentence at ``place``; ``told`` are the roles by rules."""
    sentence = sentences[place]
    part, analysis = sentence.part, sentence.analysis
    paper = part.paper
    found = [
        f"n={min(len(analysis.quantities), MOST)}",
        f"kind={part.kind}",
        f"paper={paper.kind}",
        f"label={part.label}",
        f"marker={_kind_of_marker(sentence.marker)}",
    ]
    if sentence.goal_no is not None:
        found.append("goal")
    if sentence.first_of_passage:
        found.append("first")
    if sentence.announced:
        found.append("announced")
    if sentence.lead.rstrip().endswith(":"):
        found.append("led")
    now = paper.year or paper.now
    years = {time.year for time in analysis.times if time.year is not None}
    if not years:
        found.append("no year")
    elif now is not None:
        found += {f"year{'>' if year > now else '<' if year < now else '='}" for year in years}
    for name, other in (("before", place - 1), ("behind", place + 1)):
        if not 0 <= other < len(sentences) or sentences[other].passage_no != sentence.passage_no:
            continue
        beside = sentences[other]
        found.append(name)
        signs = frozenset[str]().union(*(token.signs for token in beside.analysis.tokens))
        found += [f"{name}:{sign}" for sign in signs]
        if beside.analysis.quantities:
            found.append(f"{name} counts")
            found += {f"{name} is {role}" for role in told[other]}
        found += {f"{name}={stem(word)}" for word in beside.text.lower().split()[:OPENING]}
    return found


def number_signals(sentence: Sentence, index: int, own: Sequence[Role], seen: Counter[Value]) -> set[str]:
    """The signals of one number; ``own`` are the roles that rules give the numbers of its sentence, ``seen`` counts
    the numbers of the room."""
    analysis = sentence.analysis
    tokens, quantity = analysis.tokens, analysis.quantities[index]
    first, last = clause_of(analysis, quantity)
    found = {
        f"role={own[index]}",
        f"i={min(index, MOST - 1)}",
        f"cmp={quantity.comparator}",
        f"unit={_kind_of_unit(quantity)}",
        f"again={min(seen[value_of(quantity)], MOST - 1)}",
    }
    if quantity.worded:
        found.add("worded")
    if quantity.high is not None:
        found.add("range")
    if quantity.value != quantity.value.to_integral_value():
        found.add("decimal")
    if quantity.value <= SMALL:
        found.add("small")
    if index:
        found.add(f"before it={own[index - 1]}")
        found.add(f"same unit={analysis.quantities[index - 1].unit == quantity.unit}")
    if index + 1 < len(own):
        found.add(f"behind it={own[index + 1]}")
    for side, clause, words in (
        (
            "left",
            tokens[first : quantity.first][::-1],
            tokens[max(0, quantity.first - WORDS) : quantity.first][::-1],
        ),
        ("right", tokens[quantity.last + 1 : last + 1], tokens[quantity.last + 1 : quantity.last + 1 + WORDS]),
    ):
        _add_side(found, side, clause, words)
    return found


def _add_side(found: set[str], side: str, clause: Sequence[Token], words: Sequence[Token]) -> None:
    for distance, token in enumerate(clause):
        for sign in token.signs:
            found.add(f"{side}:{sign}")
            if distance < FAR:
                found.add(f"{side} {'near' if distance < NEAR else 'far'}:{sign}")
    for distance, token in enumerate(words):
        cut = stem(token.lower)
        found.add(f"{side}={cut}")
        if distance < PLACED:
            found.add(f"{side} {distance}={cut}")


def _kind_of_marker(marker: str | None) -> str:
    if not marker:
        return "none"
    return "number" if marker[0].isdecimal() else "letter" if marker[0].isalpha() else "dash"


def _kind_of_unit(quantity: Quantity) -> str:
    if quantity.share:
        return "share"
    if quantity.money:
        return "money"
    return "count" if quantity.counted else "none"
