"""Numbers that only tell more of another: the count that a share is of, how many were asked, as one."""

from __future__ import annotations

from extractors.goals.context import Context
from extractors.goals.reading import Sentence

_OPENING = frozenset({"og", "men", "mens", "samt", ";"})
"""Words that open a clause of its own."""


_ALL_OF = frozenset(
    {
        "landets",
        "danmarks",
        "regionens",
        "regionernes",
        "kommunens",
        "kommunernes",
        "byens",
        "øens",
        "skolens",
        "rigets",
    }
)
"""Whose all are counted; of ``årets 90`` they are those aimed at."""


def is_condition(context: Context) -> bool:
    """``60 pct. af klasserne skal på mindst ét besøg``, ``40 møder, hvor mindst én skole deltager``: a small count
    in words that the share is of, or that each must have."""
    quantity, previous = context.quantity, context.previous
    if previous is None or context.before[-1:] != ("target",) or not quantity.comparator:
        return False
    if not context.sentence.analysis.tokens[quantity.first].text.isalpha():
        return False
    between = [token.lower for token in context.preceding[previous.last + 1 :]]
    if not previous.share:
        return quantity.value == 1 and "hvor" in between
    return not quantity.share or _OPENING.isdisjoint(between)


def _is_population(context: Context) -> bool:
    """``71 af landets 98 kommuner``, ``9 ud af regionens 17 kommuner``: all that there are."""
    near = [token.lower for token in context.left[-2:]]
    return len(near) == 2 and near[0] == "af" and near[1] in _ALL_OF and not context.quantity.share


NUMBERED = ("forløb", "fase", "trin", "niveau", "spor", "klasse", "etape", "runde", "pulje", "zone", "kategori")
"""What is named by a number: ``grundforløb 2``, ``fase 3``."""
MOST_NAMED = 12


def _is_name(context: Context) -> bool:
    """``eleverne på grundforløb 2 falder fra``: a number that only names what is before it."""
    quantity, left = context.quantity, context.left
    if quantity.share or quantity.money or quantity.comparator or quantity.worded or quantity.value > MOST_NAMED:
        return False
    return bool(left) and left[-1].lower.endswith(NUMBERED) and quantity.value == int(quantity.value)


def is_said_of_one(context: Context) -> bool:
    """``svare med ét brev``, ``Vi sendte spørgeskema til 412 gæster``, ``71 af landets 98 kommuner``: as one, those
    who were asked, and all that there are."""
    quantity, near = context.quantity, [token.lower for token in context.left[-2:]]
    if _is_name(context):
        return True
    if quantity.worded and quantity.value == 1 and not quantity.comparator and near[-1:] == ["med"]:
        return True
    return (len(near) > 1 and near[1] == "til" and near[0].startswith("spørgeskema")) or _is_population(context)


_COMING_TO = ("det svarer til", "dette svarer til", "det giver", "hvilket svarer til")
_ASKING = ("spørgeskema", "besvar", "svarprocent", "respondent")


def is_share_of_answers(before: Sentence, sentence: Sentence) -> bool:
    """``Skemaet er besvaret af 611 borgere. Det svarer til 63 pct.``: how many of those who were asked."""
    if before.passage_no != sentence.passage_no or not sentence.text.lower().startswith(_COMING_TO):
        return False
    return any(token.lower.startswith(_ASKING) for token in before.analysis.tokens)
