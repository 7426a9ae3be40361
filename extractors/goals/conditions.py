"""Numbers that only tell more of another: the count that a share is of, how many were asked, as one."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.goals.context import Context
from extractors.goals.reading import Sentence
from extractors.language.analysis import Quantity, Token
from extractors.language.counting import is_duration
from extractors.language.wholes import is_whole

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
    in words that the share is of, or that each must have; ``9 aftener, fordelt på mindst 4 skoler``."""
    quantity, previous = context.quantity, context.previous
    if previous is None or context.before[-1:] != ("target",):
        return False
    between = [token.lower for token in context.preceding[previous.last + 1 :]]
    if _is_of_each(context, previous, between):
        return True
    if not quantity.comparator:
        return False
    if "," in between and _is_spread(between[between.index(",") + 1 :]) and quantity.unit != previous.unit:
        return True
    if not context.sentence.analysis.tokens[quantity.first].text.isalpha():
        return False
    if not previous.share:
        return quantity.value == 1 and "hvor" in between
    return not quantity.share or _OPENING.isdisjoint(between)


def _is_of_each(context: Context, previous: Quantity, between: list[str]) -> bool:
    """``Mindst 50 pct. af hallerne skal have et forbrug under 8 kW``, ``12 byer har én indgang``: what each of
    those counted must have, in the same clause and behind its verb."""
    quantity = context.quantity
    if _HAVING.isdisjoint(between) or not _OPENING.isdisjoint(between) or "," in between:
        return False
    if quantity.worded and quantity.value == 1:
        return previous.share or previous.counted is not None
    return previous.share and not quantity.share and quantity.comparator is not None


_HAVING = frozenset(
    {"have", "har", "havde", "få", "får", "bruge", "bruger", "været", "deltaget", "deltager", "deltage"}
)


def _is_spread(words: list[str]) -> bool:
    """``ligeligt fordelt på mindst``: among how many what is aimed at is parted."""
    return any(word in ("fordelt", "spredt") for word in words[:2]) and len(words) <= LONGEST_SPREAD


def _is_one_of_all(context: Context) -> bool:
    """``På hver af de 12 skoler skal mindst 80 pct. …``: where each is to have what another number says."""
    if _EACH.isdisjoint(context.sentence.analysis.printed):
        return False
    near = [token.lower for token in context.left[-3:]]
    if len(near) < 3 or near[0] not in _EACH or near[1:] not in (["af", "de"], ["af", "vores"]):
        return False
    others = (other for other in context.sentence.analysis.quantities if other is not context.quantity)
    return any(other.share or other.comparator is not None for other in others)


_EACH = frozenset({"hver", "hvert", "enhver"})
LONGEST_SPREAD = 5
"""Words from *fordelt* to the number."""


def _is_population(context: Context) -> bool:
    """``71 af landets 98 kommuner``, ``9 ud af regionens 17 kommuner``: all that there are."""
    near = [token.lower for token in context.left[-2:]]
    return len(near) == 2 and near[0] == "af" and near[1] in _ALL_OF and not context.quantity.share


def is_no_level(context: Context) -> bool:
    """True for a number told of others, of all there are, or for a span over the parts."""
    return _is_elsewhere(context) or _is_range(context) or is_all_there_are(context)


def _is_elsewhere(context: Context) -> bool:
    """``81 pct. på landsplan``: told of others, in the words of the number itself."""
    if not context.sentence.analysis.has("compared"):
        return False
    end = next((i for i, token in enumerate(context.right) if token.text in ",;("), len(context.right))
    return any("compared" in token.signs for token in (*context.left, *context.right[:end]))


def _is_range(context: Context) -> bool:
    """``Skolerne ligger mellem 44 og 91 pct.``: from the least to the most of the parts."""
    before = context.left[-1].lower if context.left else ""
    return context.quantity.share and context.quantity.high is not None and before in ("mellem", "fra")


def is_all_there_are(context: Context) -> bool:
    """``8`` of ``fem af de otte kurser er holdt``: what came about is the number before it."""
    return is_whole(context.previous, context.quantity, context.sentence.analysis.tokens)


def is_reached_among(context: Context) -> bool:
    """``Målet er nået på 11 af de 12 skoler``: among how many it is, told behind the word for goal."""
    quantity, analysis = context.quantity, context.sentence.analysis
    if quantity.share or quantity.comparator or _MET.isdisjoint(analysis.held):
        return False
    tokens = analysis.tokens
    behind = [token.lower for token in tokens[quantity.last + 1 : quantity.last + 4]]
    return "af" in behind and _is_met_at(tokens, quantity)


def _is_met_at(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """``nået på`` before the number."""
    before = tokens[max(0, quantity.first - 2) : quantity.first]
    return len(before) > 1 and before[1].lower in _AMONG and bool(before[0].signs & _MET)


def _is_of_those(context: Context) -> bool:
    """``12 skoler`` of ``opfyldt på 11 ud af 12 skoler``: how many there are."""
    previous, analysis = context.previous, context.sentence.analysis
    if previous is None or _MET.isdisjoint(analysis.held) or not is_all_there_are(context):
        return False
    return _is_met_at(analysis.tokens, previous)


_MET = frozenset({"reached", "fulfilled"})
_AMONG = frozenset({"i", "på", "hos", "for", "af", "ved"})


NUMBERED = ("forløb", "fase", "trin", "niveau", "spor", "klasse", "etape", "runde", "pulje", "zone", "kategori")
"""What is named by a number: ``grundforløb 2``, ``fase 3``."""
MOST_NAMED, MOST_IN_NAME = 12, 99


def _is_name(context: Context) -> bool:
    """``eleverne på grundforløb 2 falder fra``: a number that only names what is before it."""
    quantity, left = context.quantity, context.left
    if quantity.share or quantity.money or quantity.comparator or quantity.worded or quantity.value > MOST_IN_NAME:
        return False
    if not left or quantity.value != int(quantity.value):
        return False
    return (quantity.value <= MOST_NAMED and left[-1].lower.endswith(NUMBERED)) or _is_of_body(context)


def _is_of_body(context: Context) -> bool:
    """``Sekretariatet hos Kaj 14 udarbejder``: the number in the name of a body, right before what it does."""
    quantity, left, right = context.quantity, context.left, context.right
    if quantity.unit is not None or quantity.counted is not None or len(left) < 2 or not right:
        return False
    named = left[-1].text[0].isupper() and left[-2].lower in _OF_BODY and right[0].text[0].islower()
    return named and bool(right[0].signs & {"aim", "outcome", "past", "state"})


_OF_BODY = frozenset({"hos", "af", "fra", "med"})


def is_said_of_one(context: Context) -> bool:
    """``svare med ét brev``, ``Vi sendte spørgeskema til 412 gæster``, ``71 af landets 98 kommuner``: as one, those
    who were asked, and all that there are."""
    quantity, near = context.quantity, [token.lower for token in context.left[-2:]]
    if _tells_which(context) or _is_name(context) or _is_one_of_all(context) or _is_of_those(context):
        return True
    if quantity.worded and quantity.value == 1 and not quantity.comparator and near[-1:] == ["med"]:
        return True
    return (len(near) > 1 and near[1] == "til" and near[0].startswith("spørgeskema")) or _is_population(context)


def _tells_which(context: Context) -> bool:
    """``Antallet af sager over 26 uger skal være højst 90``: a length of time with a bound, before the modal and
    the number that is owed, tells which are counted."""
    quantity, following = context.quantity, context.following
    if quantity.comparator is None or following is None or not is_duration(quantity.counted):
        return False
    if following.comparator is None or is_duration(following.counted):
        return False
    tokens = context.sentence.analysis.tokens
    between = tokens[quantity.last + 1 : following.first]
    return any("bound" in token.signs for token in between[:3]) and not any(
        token.signs & {"bound", "goal", "aiming"} for token in context.preceding
    )


_COMING_TO = ("det svarer til", "dette svarer til", "det giver", "hvilket svarer til")
_ASKING = ("spørgeskema", "besvar", "svarprocent", "respondent")


def is_share_of_answers(before: Sentence, sentence: Sentence) -> bool:
    """``Skemaet er besvaret af 611 borgere. Det svarer til 63 pct.``: how many of those who were asked."""
    if before.passage_no != sentence.passage_no or not sentence.text.lower().startswith(_COMING_TO):
        return False
    return any(token.lower.startswith(_ASKING) for token in before.analysis.tokens)
