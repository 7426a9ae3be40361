"""What came about: does a number tell a result where no word beside it says so?"""

from __future__ import annotations

from extractors.goals.context import Context, Role, is_definite, is_plain, is_remark
from extractors.goals.reading import Sentence

ELIDED = frozenset(
    {
        "været",
        "i",
        "og",
        "mod",
        "pr.",
        "ved",
        "ultimo",
        "efter",
        "men",
        "hvilket",
        "er",
        "blev",
        "har",
        "samlet",
        "ud",
    }
)
"""Words that may stand behind a count whose noun is left out."""


AHEAD = frozenset({"bound", "expected", "proposal", "goal", "aiming", "planned", "owing"})
"""Signs of what is still to come: other verbs below the label of results say what is (``Det tager 61 timer``)."""
TIES = frozenset({"der", "på", "til", "med", "alt", "kun", "blot", "hele", "nu", "nemlig"})
"""Words that tie an outcome to the number behind them."""


_OWED = frozenset({"skal", "skulle"})
"""Before a bound: what it tells is asked for, whatever the next clause says."""
_HELD_TO = frozenset({"mod", "ved", "ultimo", "i"})
"""Words that may follow a number whose noun is left out, and tell when it was or what it was before."""

EARLIER_OR_NOW: frozenset[Role] = frozenset({"target", "earlier_target"})


def came_about(context: Context) -> bool:
    """Where results are told: does this number tell one?"""
    quantity, left, sentence = context.quantity, context.left, context.sentence
    if left and left[-1].lower == "til" and any(token.lower == "fra" for token in left):
        # `steg fra 40 til 44 pct.` tells a result, `stigningen fra 40 til 44` only speaks of one
        return quantity.share and any("moved" in token.signs for token in left)
    if sentence.part.kind in ("result", "intro") and (
        is_labelled(context) or (opens_entry(context) and bool(sentence.marker or sentence.lead))
    ):
        return True
    if (sentence.part.label == "result" or sentence.part.heading) and stands_alone(context):
        return True
    if is_plain(quantity, sentence):
        return (quantity.worded and bool(sentence.part.subs)) or _elided(context)
    if quantity.comparator and not is_remark(context) and any(token.lower in _OWED for token in left):
        return False  # `andelen skal være mindst 52 pct., men den bliver først målt i oktober`
    told = sentence.part.kind == "prose" or sentence.part.label == "result"
    if sentence.part.label == "result" and "result" in context.before and quantity.share and _parted(context):
        return True
    if quantity.comparator and not told and not quantity.share:
        return False
    if len(left) > 1 and left[-1].lower == "på" and left[-2].signs & {"change_up", "change_down"}:
        return False  # `en stigning på 47 %`
    if sentence.part.label == "result" and len(context.preceding) <= 2:
        return True  # `Resultat: 71 pct.`
    labelled = sentence.part.label == "result" and not sentence.analysis.signs() & AHEAD
    taken_up = context.after_target and _takes_up(sentence)
    if not (sentence.analysis.has("outcome") or taken_up or (labelled and "aim" in sentence.analysis.signs())):
        return False
    if quantity.share or quantity.money or not quantity.counted:
        return True
    # `De 6 aktiviteter er gennemført`, but not `51 virksomheder fra de to brancher`
    opens = len(context.preceding) <= 2
    return not is_definite(left) or (opens and left[-1].lower in ("alle", "samtlige", "de"))


def _elided(context: Context) -> bool:
    """``Besøgstallet landede på 4.820``, ``der blev gennemført 655``, ``hvoraf 5 er afholdt``: a count of what was
    named before, in a clause that tells what came about of a goal."""
    quantity, sentence, left = context.quantity, context.sentence, context.left
    tokens = sentence.analysis.tokens
    behind = tokens[quantity.last + 1 : quantity.last + 2]
    aimed_at = context.after_target or bool(EARLIER_OR_NOW & set(context.before))
    spoken_of = sentence.goal_no is not None or sentence.after_goal or aimed_at
    if not spoken_of or quantity.high is not None:
        return False
    if quantity.first <= 1 and behind and behind[0].lower in ("har", "er", "blev") and not quantity.share:
        return True  # `131 har taget kurset`
    if [token.lower for token in left[-3:-1]] == ["lykkedes", "at"] and context.after_target:
        return True  # `Det lykkedes at købe 12`
    noun = bool(behind) and behind[0].text[0].isalpha() and "outcome" not in behind[0].signs
    if noun and behind[0].lower not in ELIDED:
        return False
    if len(left) >= 1 and left[-1].signs & {"past"} | (left[-1].signs & {"outcome"} - {"er", "har"}):
        return left[-1].lower not in ("er", "har")
    if left and left[-1].lower in TIES:
        reach = left if aimed_at else left[-3:]
        return any(token.signs & {"outcome", "past", "moved"} for token in reach)
    if context.after_target and any(token.signs & {"outcome", "past"} for token in left[-3:]) and not noun:
        return True
    of_them = (bool(left) and left[-1].lower in ("hvoraf", "heraf")) or (
        len(left) == 2 and left[-2].lower in ("hvoraf", "heraf")
    )
    return of_them and any("outcome" in after.signs for after in context.right[1:4])


def _takes_up(sentence: Sentence) -> bool:
    """``Det overholdes i 64 pct. af sagerne``: a sentence that takes up the one before."""
    first = sentence.analysis.tokens[0].lower if sentence.analysis.tokens else ""
    return first in ("det", "dette", "her", "nu", "aktuelt", "andelen", "tallet", "niveauet", "antallet")


def _parted(context: Context) -> bool:
    """``Opnået: 59 pct. i nord og 53 pct. i syd``: the next of several of one kind."""
    previous = context.previous
    return (
        previous is not None
        and previous.unit == context.quantity.unit
        and bool(context.left)
        and any(token.lower in ("og", "samt", ",") for token in context.left[-2:])
    )


def opens_entry(context: Context) -> bool:
    """True for the count that a list entry begins with: ``472 korte vejledninger``."""
    quantity, tokens = context.quantity, context.sentence.analysis.tokens
    at_start = quantity.first == 0 or (quantity.first == 1 and not tokens[0].text.isalnum())
    return at_start and quantity.counted is not None and len(tokens) <= 10


def is_labelled(context: Context) -> bool:
    """True for the value of a label: ``Korte forløb: 600``, ``Drift: 95 %``."""
    quantity, tokens = context.quantity, context.sentence.analysis.tokens
    if quantity.first < 2 or tokens[quantity.first - 1].text != ":":
        return False
    return quantity.first <= 9 and not context.sentence.text.rstrip().endswith(":")


def stands_alone(context: Context) -> bool:
    """True for a number that is all its label is followed by, or that begins what it is followed by without its
    noun: ``Opnået 2031: 377``, ``Status: 1,3 pr. 1.000 tømninger``."""
    quantity = context.quantity
    if context.preceding or not context.sentence.first_of_passage or quantity.value <= 0:
        return False
    behind = context.sentence.analysis.tokens[quantity.last + 1 : quantity.last + 3]
    if not behind or not behind[0].text[0].isalnum():
        return True
    return behind[0].lower in _HELD_TO or (behind[0].lower == "pr." and behind[-1].text[0].isdecimal())
