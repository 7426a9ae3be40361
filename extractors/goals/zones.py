"""What a sentence below the heading of a goal states where none of its words says that it is aimed at.

An agreement says in the present what is to be: ``1.350 lærere gennemfører kurset i 2031``, ``Der udgives 14
breve om året``. No list of verbs is needed: below the heading of a goal the first measured number of such a
sentence is the target, unless a reason is known against it: it tells what came about, describes how things are,
is of others, of an earlier time, of money that is paid, of a length of time, or of a part of what was counted
before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.goals.context import Context, is_age, is_aside, is_definite, is_plain
from extractors.goals.papers import REPORTS
from extractors.goals.portions import is_joined, is_portion
from extractors.language.analysis import Token
from extractors.language.counting import is_duration, is_frequency
from schemas.language import lexicon

AGAINST = frozenset(
    {
        "past", "earlier", "others", "law", "statute", "compared", "survey", "start", "sanction", "notice", "grant",
        "expected", "proposal", "rejected", "fulfilled", "reached", "result", "remark", "spread", "underway",
    }
)  # fmt: skip
"""Signs of sentences that state no target by themselves."""
STILL = frozenset(
    {
        "har", "er", "viser", "angiver", "svarer", "vurderer", "udgør", "ligger", "giver", "oplever", "ses",
        "realiseres",
        "drejer", "afholdes", "benytter", "bliver", "tæller", "rummer", "gør", "overholdes", "opfyldes", "står",
    }
)  # fmt: skip
"""Words that may tell what came about and stand in the present."""
MOVED = frozenset({"steg", "faldt", "voksede", "øgedes"})
"""Verbs of a move that is over."""
TODAY = frozenset({"nu", "aktuelt", "nuværende", "allerede", "siden"})
HELPING = frozenset({"har", "er", "blevet", "været"})
OUTSIDE = frozenset(
    {"med", "fra", "blandt", "om", "i", "på", "hos", "ud", "ved", "under", "mellem", "af", "end", "plus"}
)
"""Words before a number by which it belongs to something else in the sentence."""
DUE = frozenset({"senest", "inden", "ultimo", "udgang", "udgangen", "slutning", "slutningen"})
LEAST = 2
"""Words before the number that opens its sentence, at most."""


def is_zone(context: Context) -> bool:
    """True for text that states goals: below their headings in an agreement, and in a report where what came of
    them stands below a label of its own."""
    part = context.sentence.part
    if part.goal_no is None or part.kind not in ("intro", "target"):
        return False
    if part.paper.kind == "contract" or (part.kind == "target" and part.label == "target"):
        return True
    # a report says its numbered goals again and tells behind them what came about
    again = part.kind == "target" and bool(part.subs) and context.sentence.first_of_passage
    return part.paper.kind in REPORTS and (part.answered or again)


def is_stated(context: Context) -> bool:
    """True for the number that a sentence in the present states where goals are stated."""
    if not is_zone(context):
        return False
    quantity, tokens = context.quantity, context.sentence.analysis.tokens
    counted = tokens[quantity.last + 1 : quantity.last + 2] if quantity.counted else ()
    # `1.100 ansatte` and `den samlede tilfredshed` are no past
    said = [token for token in tokens if token not in counted and "whole" not in token.signs]
    if any(token.signs & AGAINST or token.lower in MOVED for token in said) or _is_of_today(context):
        return False
    if is_age(context) or is_aside(context) or is_portion(context) or quantity.high is not None:
        return False
    if context.sentence.text.rstrip().endswith((":", "?")) or _is_explained(context):
        return False
    if _is_said_shorter(context):
        return True
    if is_plain(quantity, context.sentence) and not _is_tallied(context):
        return False
    if not _goes_first(context):
        return False
    bounded = quantity.comparator is not None
    if not bounded and quantity.counted and "structure" in lexicon().signs(quantity.counted.split()[-1].lower()):
        return False  # `tre spor`, `fire temaer`
    if is_definite(context.left) and not (bounded or quantity.share):
        return False
    due = _is_due(context)
    lasts = is_duration(quantity.counted) and not is_frequency(quantity) and not _is_moved_to(context)
    if not bounded and (quantity.money or lasts):
        return False
    if _is_done(said) and not (due and context.sentence.part.paper.kind == "contract"):
        return False
    if not bounded and not _is_free(context):
        return False
    opens = len(context.preceding) <= LEAST
    if context.sentence.part.tacit:
        return bounded or due
    listed = context.sentence.part.listed and context.sentence.first_of_passage and not context.index
    return (
        bounded
        or due
        or listed
        or not _describes(said)
        or (quantity.share and opens and not _describes(context.preceding))
    )


def _is_of_today(context: Context) -> bool:
    """``Centret har i dag 34 medarbejdere``: how things are, not how they are to be."""
    analysis = context.sentence.analysis
    return "i dag" in analysis.text or any(token.lower in TODAY for token in analysis.tokens)


def _is_explained(context: Context) -> bool:
    """``Hver procent svarer til 450 ton``: what something comes to."""
    words = [token.lower for token in context.preceding]
    return "til" in words[-3:] and "svarer" in words[-4:]


def _goes_first(context: Context) -> bool:
    """True where no other number of the sentence is the one stated, or this one is joined to it."""
    if "target" in context.before:
        return context.before[-1] == "target" and (is_joined(context) or _begins_anew(context))
    earlier = context.sentence.analysis.quantities[: context.index]
    return all(is_duration(q.counted) or (q.unit is None and q.counted is None) for q in earlier)


def _begins_anew(context: Context) -> bool:
    """``…, og der indgås 40 aftaler``: the number of a main clause that follows that of the target."""
    previous = context.previous
    words = [token.lower for token in context.preceding[previous.last + 1 :]] if previous is not None else []
    return any(pair in (("og", "der"), ("samt", "der")) for pair in pairwise(words))


def _is_said_shorter(context: Context) -> bool:
    """``2.200 kursister gennemfører et kursus i 2031, og 2.400 gør det i 2032``: the same for another year."""
    behind = [token.lower for token in context.right[:2]]
    return context.before[-1:] == ("target",) and behind in (["gør", "det"], ["skal", "det"]) and _is_due(context)


def _is_moved_to(context: Context) -> bool:
    """``Åbningstiden udvides til 95 timer``: a level to which something is moved."""
    left = context.left
    moves = any(sign.startswith("change") for token in left for sign in token.signs)
    return bool(left) and left[-1].lower == "til" and moves


def _is_tallied(context: Context) -> bool:
    """``Besøgstallet når 64.000``: what a noun before the number counts."""
    quantity = context.quantity
    return not quantity.worded and any(token.signs & {"tally", "score"} for token in context.preceding)


def _is_due(context: Context) -> bool:
    """True where the sentence names the time of its goal: the year of the paper or a later one, or a term."""
    paper = context.sentence.part.paper
    now = paper.year or paper.now
    analysis = context.sentence.analysis
    if any(token.lower in DUE or "ahead" in token.signs for token in analysis.tokens):
        return True
    return any(t.year is not None and (now is None or t.year >= now) for t in analysis.times)


def _is_done(tokens: Sequence[Token]) -> bool:
    """True for a perfect: ``er ryddet``, ``har fået``; ``får udarbejdet`` is still to come."""
    helped = next((place for place, token in enumerate(tokens) if token.lower in HELPING), len(tokens))
    return any("outcome" in token.signs and token.lower not in STILL for token in tokens[helped:])


def _describes(tokens: Sequence[Token]) -> bool:
    """True where the sentence says how things are: ``Centret har 34 medarbejdere``."""
    return any("state" in token.signs for token in tokens)


def _is_free(context: Context) -> bool:
    """True for a number that belongs to nothing else: not ``kurser med 20 deltagere``, ``i 38 filialer``; a level
    to which or an amount by which something is moved is free."""
    left = context.left
    if not left or left[-1].lower not in OUTSIDE:
        return True
    if len(left) > 1 and left[-1].lower == "på" and left[-2].lower in ("op", "ned"):
        return True  # `Vi vil op på 30 pct.`
    if len(left) > 1 and left[-1].lower == "med" and left[-2].lower.endswith(_PARTNERED):
        return True  # `Der indgås aftale med 40 foreninger`
    return left[-1].lower == "med" and any(sign.startswith("change") for token in left for sign in token.signs)


_PARTNERED = ("aftale", "aftaler", "kontakt", "dialog", "kontrakt", "kontrakter", "samarbejde", "partnerskab")
"""What is had with as many as stand behind it."""
