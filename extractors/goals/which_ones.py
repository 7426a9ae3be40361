"""Numbers that tell which ones are meant, beside the number that is asked of them.

Andelen af elever, der får mindst 02 i dansk, skal op på 90 pct.
Antallet af borgere med en gæld på over 40.000 kr. skal falde til under 300.
Et hul på over 6 cm lukkes inden for 4 dage.
Virksomheder, defineret som firmaer med mindst fem ansatte, skal udgøre 40 pct.
Mindst 90 pct. er tilfredse (gennemsnit over 3 på en skala fra 1 til 5).
"""

from __future__ import annotations

import regex

from extractors.goals.context import Context
from extractors.language.counting import is_duration

_GRADE = regex.compile(r"0\d")
"""A mark of the Danish scale, ``02``."""
_DEFINED = regex.compile(r"[,(]\s?(?:defineret|forstået)\ssom\b[^,;()]*$")
_HAVING = regex.compile(
    r"\bmed\s(?:et|en|mere|færre|mindre)\b(?:\s\p{Ll}+){0,3}(?:\spå)?\s(?:over|under|mere\send|færre\send|mindst|højst)\s$"
)
_SIZED = regex.compile(r"(?:Et|En)\s(?:\p{Ll}+\s){1,4}på\s(?:over|under|mere\send|mindre\send|mindst|højst)\s$")
_ON_SCALE = regex.compile(r"[^()]*\bskala\b[^()]*\)")
_WITHIN = frozenset({"af", "i", "på", "ved", "med", "fra", "til", "hos"})
NEAR = 12
"""Words between the number and what is asked, at most."""


def tells_which(context: Context) -> bool:
    """True for a number of those who are meant, where the sentence asks another number of them."""
    analysis, quantity = context.sentence.analysis, context.quantity
    ahead = analysis.text[: quantity.start]
    if _GRADE.fullmatch(analysis.tokens[quantity.first].text) is not None and quantity.unit is None:
        return True
    if "som" in analysis.printed and _DEFINED.search(ahead) is not None:
        return True
    if quantity.comparator is None:
        return False
    if "skala" in analysis.printed and _is_on_scale(context):
        return True
    if quantity.value == 1 and quantity.worded and _is_of_each_counted(context):
        return True
    following = context.following
    if following is None or following.first - quantity.last > NEAR:
        return False
    if _SIZED.match(ahead) is not None:
        return following.comparator is not None
    between = analysis.tokens[quantity.last + 1 : following.first]
    asked = any("bound" in token.signs for token in between)
    return asked and not any("bound" in t.signs for t in context.preceding) and _HAVING.search(ahead) is not None


def _is_of_each_counted(context: Context) -> bool:
    """``Mindst 30 kurser med deltagelse af mindst én lærer``, ``Alle 14 skoler har deltaget i mindst ét løb``: what
    each of those counted before has."""
    previous, tokens = context.previous, context.sentence.analysis.tokens
    if previous is None or previous.counted is None or is_duration(previous.counted) or previous.value <= 1:
        return False
    between = tokens[previous.last + 1 : context.quantity.first]
    return not any(token.text in ",;:" or token.lower in ("og", "samt") for token in between) and any(
        token.lower in _WITHIN for token in between[-2:]
    )


def _is_on_scale(context: Context) -> bool:
    """``(gennemsnit over 3 på en skala fra 1 til 5)`` behind what is asked: how it is measured."""
    text, quantity = context.sentence.text, context.quantity
    opened = text.rfind("(", 0, quantity.start)
    if opened < 0 or ")" in text[opened : quantity.start] or "target" not in context.before:
        return False
    return _ON_SCALE.match(text, quantity.end) is not None
