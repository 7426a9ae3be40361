"""What a law demands at least and a text says was done: ``Alle tilbud har fået mindst ét besøg, som loven kræver``.

The least number is target and result at once: the text tells no other, and says that the demand was kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

import regex

from extractors.goals.metrics import metric_of
from extractors.goals.reading import Sentence
from extractors.goals.results import Reached
from extractors.goals.statements import Statement
from extractors.goals.targets import Aim
from extractors.goals.wording import words_of
from extractors.language.analysis import Analysis, Quantity
from extractors.language.counting import counted_noun, counted_unit
from extractors.language.danish import analyse
from schemas.language import lexicon

MOST = 100
"""Sentences of one room that are looked at; only a hostile text has more."""
_KEPT = regex.compile(
    r"\b(?:minimum|mindst)\b[^.;]{0,120}?\b(?:"
    r"(?:som|sådan\ssom|hvilket)\s(?:er\s)?(?:foreskrives|foreskrevet|krævet|påkrævet)|"
    r"(?:som|sådan\ssom)\s(?:\p{L}+\s){0,3}?(?:kræver|foreskriver)|"
    r"i\soverensstemmelse\smed\s(?:\p{L}+\s)?(?:lov\p{L}*|krav\p{L}*)|"
    r"og\s(?:dermed|derved|således)\s(?:er\s)?lov(?:ens\s)?krav\p{L}*\s(?:er\s)?(?:opfyldt|overholdt))",
    regex.IGNORECASE,
)
_LAW = regex.compile(r"\blov(?:en|ens|givningen|krav\p{L}*)?\b", regex.IGNORECASE)
_DENIED = frozenset({"ikke", "ingen", "skal", "må", "bør", "burde", "skulle", "forudsat"})
"""Words of what was not done or is owed."""
NEAR = 3
"""Words behind the bound among which its number stands: ``minimum fået et besøg``."""
_ONE = frozenset({"et", "en", "ét", "én", "eet", "een"})


def with_kept_duties(
    aims: Sequence[Aim], results: Sequence[Reached], sentences: Sequence[Sentence]
) -> tuple[list[Aim], list[Reached]]:
    """The targets and results with those of sentences that say that a demand was kept and state no target else."""
    stated = {said.sentence.order for aim in aims for said in aim.said}
    told = (s for s in sentences if s.order not in stated and "lov" in s.text.lower() and _KEPT.search(s.text))
    all_aims, all_results = list(aims), list(results)
    key = max((aim.main.key for aim in aims), default=0)
    for sentence in islice(told, MOST):
        analysis = sentence.analysis if sentence.analysis.tokens else next(analyse([sentence.text]))
        least = _least(analysis)
        if least is None or _LAW.search(sentence.text, least.end) is None:
            continue
        own = sentence._replace(analysis=Analysis(analysis.text, analysis.tokens, (least,), analysis.times))
        key += 1
        aimed = Statement(own, least, "target", words_of(own, 0), metric_of(own, 0), key=key)
        aim = Aim([aimed], own.goal_no, own.part.sub_no, aimed.words, len(all_aims), parts={own.part.span.first})
        all_aims.append(aim)
        all_results.append(Reached(replace(aimed, role="result"), stated="met", aims=[aim]))
    return all_aims, all_results


def _least(analysis: Analysis) -> Quantity | None:
    """The number behind the bound, with what it counts; None where the sentence says no such thing was done."""
    tokens = analysis.tokens
    place = next((i for i, token in enumerate(tokens) if token.lower in ("minimum", "mindst")), None)
    if place is None or any(token.lower in _DENIED for token in tokens[:place]):
        return None
    numerals = lexicon().numerals
    for index in range(place + 1, min(place + 1 + NEAR, len(tokens) - 1)):
        word = tokens[index].lower
        value = 1 if word in _ONE else numerals.get(word)
        noun = counted_noun(tokens, index + 1) if value else None
        if value is None and word.isdecimal():
            value, noun = int(word), counted_noun(tokens, index + 1)
        if value and noun:
            start, end = tokens[index].start, tokens[index].end
            return Quantity(
                Decimal(value), None, counted_unit(noun), noun, start, end, index, index, ">=", worded=True
            )
    return None
