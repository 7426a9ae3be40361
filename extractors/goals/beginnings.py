"""Levels at which a time, a plan or a measuring began: where something is come from, and no result.

Andelen var 41 pct. ved årets begyndelse og er i august opgjort til 44 pct.
Da planen blev vedtaget, var der 212 ledige.
I 2030, som er aftalens basisår, var der 31.000 besøg.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import regex

from extractors.goals.context import Context, is_bound
from extractors.language.analysis import Analysis, Token

REFERENCES = frozenset({"siden", "end", "fra", "til", "ift.", "ift", "mod", "med", "på"})
"""Words before the start of an agreement that make it what is only compared with."""
_WHOSE = r"(?:årets|periodens|\p{L}*(?:aftalens|periodens|kontraktens|planens|strategiens|projektets|indsatsens))"
_WHAT = r"(?:\p{L}*(?:aftalen|kontrakten|planen|strategien)|projektet|indsatsen|målet|ordningen)"
_BEGINNING = (
    rf"(?:ved\s{_WHOSE}\s(?:begyndelse|start|opstart|indgåelse)|"
    rf"ved\s(?:indgangen\stil|begyndelsen\saf|starten\saf)\s(?:året|perioden|20\d\d|{_WHAT})|"
    rf"da\s{_WHAT}\s(?:blev\s(?:vedtaget|indgået|skrevet|lagt|godkendt|fastsat|formuleret|sat\si\sgang)|begyndte|startede|trådte\si\skraft))"
)
_BEHIND = regex.compile(
    rf"[^.,;:()\d]{{0,40}}?(?<!\b(?:og|men|mens|end|siden)\b[^.,;:()\d]{{0,40}}),?\s{_BEGINNING}\b",
    regex.IGNORECASE,
)
"""Behind the number, in its clause."""
_BEFORE = regex.compile(rf"\b{_BEGINNING},?\s(?:var|lå|havde|udgjorde|stod)\b[^.,;:()]*$", regex.IGNORECASE)
"""Before the number, and the verb right behind it."""
_WORDS = ("begyndelse", "start", "opstart", "indgåelse", "indgangen", "begyndelsen", "starten", "da")
"""Words of which a text has one where a beginning is told."""


def speaks_of_beginning(analysis: Analysis) -> bool:
    """False for a sentence that tells no number of a beginning; quick to ask."""
    return analysis.has("start") or not analysis.printed.isdisjoint(_WORDS)


def is_of_beginning(context: Context) -> bool:
    """True for the level that something began with, told beside what it has come to since."""
    return _is_start(context) or _is_of_first_time(context) or _is_of_begun_time(context)


def _is_of_begun_time(context: Context) -> bool:
    """``Den var 41 pct. ved årets begyndelse``, ``Da planen blev vedtaget, var der 212``: told in the past, and not
    bound to come."""
    analysis, quantity = context.sentence.analysis, context.quantity
    if (
        analysis.printed.isdisjoint(_WORDS)
        or is_bound(context.left)
        or any("goal" in t.signs for t in context.left)
    ):
        return False
    first = context.previous.end if context.previous is not None else 0
    if _BEFORE.search(analysis.text, first, quantity.start) is not None:
        return True
    told = context.left or context.right
    if not any("past" in token.signs for token in told):
        return False
    end = context.following.start if context.following is not None else len(analysis.text)
    return _BEHIND.match(analysis.text, quantity.end, end) is not None


def _is_of_first_time(context: Context) -> bool:
    """``Spildet var 61 gram, da køkkenerne blev vejet første gang``: behind the number the clause of the first
    time."""
    tokens, last = context.sentence.analysis.tokens, context.quantity.last
    if not context.sentence.analysis.prints("da", "første", "gang"):
        return False
    words = [token.lower for token in tokens[last + 1 : last + 14]]
    if "da" not in words[:4]:
        return False
    behind = words[words.index("da") :]
    return any(pair == ("første", "gang") for pair in itertools.pairwise(behind))


def _is_start(context: Context) -> bool:
    """``I 2030, som er aftalens basisår, var der 31.000``: the value that an agreement starts from."""
    if not context.sentence.analysis.has("start"):
        return False
    tokens, first, previous = context.preceding, 0, context.previous
    if previous is not None:
        first = previous.last + 1
    for place, token in enumerate(tokens[first:], first):
        if "start" not in token.signs:
            continue
        near = [word.lower for word in tokens[max(0, place - 2) : place]]
        if not REFERENCES & set(near):
            return True
    bracketed = ((one.text, other) for one, other in itertools.pairwise(_behind(context)[:8]))
    return any(text == "(" and "start" in other.signs for text, other in bracketed)


def _behind(context: Context) -> Sequence[Token]:
    return context.sentence.analysis.tokens[context.quantity.last + 1 :]
