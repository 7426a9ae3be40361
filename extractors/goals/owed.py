"""What is owed: numbers bound by a modal, an agreement or a plan, where the text says so or tells what came of
them."""

from __future__ import annotations

import itertools

import regex

from extractors.goals.context import Context, is_ahead, is_aside, is_bound, is_definite, is_plain, is_remark
from extractors.language.analysis import Quantity, Token
from extractors.language.counting import is_duration

ORDINALS = frozenset(
    {"ene", "første", "andet", "anden", "tredje", "fjerde", "femte", "sjette", "sidste", "næste", "øvrige"}
)

STAFF = frozenset({"årsværk", "fuldtidsstillinger", "fuldtidsansatte", "stillinger", "årsnormer"})


def is_proposed(context: Context) -> bool:
    """In running text without the word: ``foreslås, at … skal oprette to netværk``, ``så det i 2023 hedder 20
    pct.``,
    ``netto nul-udledning senest i 2050``."""
    quantity, left, sentence = context.quantity, context.left, context.sentence
    plain = is_plain(quantity, sentence)
    if is_aside(context) or (plain and not moves_to(context)):
        return False
    if is_owed(context) and (not is_definite(left) or is_all_of(context)):
        return True
    if plain or is_definite(left):
        return False
    signs = {sign for token in context.preceding for sign in token.signs}
    words = [token.lower for token in context.preceding]
    if quantity.value == 0 and quantity.worded:
        return is_ahead(context)
    previous = context.previous
    if previous is not None and context.before[-1:] == ("target",) and [t.lower for t in left[:2]] == [",", "så"]:
        return previous.unit == quantity.unit
    if sentence.after_goal and quantity.counted is not None and "kunne" in words and "være" in words:
        return True
    if "proposal" in signs and _is_level_to_come(context):
        return True
    if _is_recommended(context) or _is_agreed_ahead(context):
        return True
    if "proposal" in signs and "skal" in words and sentence.part.paper.on_contract:
        return quantity.counted is not None
    if _announced(context):
        return True
    return words[-1:] == ["nå"] and quantity.share and is_ahead(context)


def _is_agreed_ahead(context: Context) -> bool:
    """``For 2034 er det aftalt, at 150 lærlinge er i gang``: what is agreed to be so in a year to come."""
    quantity, tokens = context.quantity, context.sentence.analysis.tokens
    if (quantity.counted is None and not quantity.share) or is_resource(quantity) or not is_ahead(context):
        return False
    opening = itertools.pairwise(tokens[: min(AGREEING, quantity.first)])
    said = any("setting" in one.signs and other.text == "," for one, other in opening)
    return said and not is_definite(context.left) and not context.sentence.analysis.has("law")


AGREEING = 10
"""Words at the beginning of a sentence among which it says that something is agreed."""


def _is_recommended(context: Context) -> bool:
    """``Det indstilles, at mindst 25 pct. af forløbene har grøn omstilling som emne``: a bounded share that a body
    is asked to decide."""
    quantity, tokens = context.quantity, context.sentence.analysis.tokens
    asked = any(token.lower in _ASKED for token in tokens[: min(RECOMMENDING, quantity.first)])
    bounded = quantity.share and quantity.comparator is not None and not quantity.worded
    return asked and bounded and [token.lower for token in context.preceding[-2:-1]] == ["at"]


_ASKED = frozenset({"indstilles", "indstiller", "anbefales", "anbefaler", "foreslås", "foreslår"})
RECOMMENDING = 8
"""Words at the beginning of a sentence among which it recommends."""


def _announced(context: Context) -> bool:
    """``Aftalen har fire mål. Antallet skal falde med 10 pct. …``, ``planen fastsætter, at udledningen skal
    reduceres med 70 pct. i 2030``: bound by *skal* and said to be a goal, of those who speak."""
    quantity, sentence = context.quantity, context.sentence
    left = {token.lower for token in context.left}
    clause = left | ({token.lower for token in context.right} if quantity.comparator else set())
    signs = sentence.analysis.held
    counted_up = sentence.announced and _enumerated(context)
    if (
        not (clause & {"skal", "må"} or counted_up or signs & {"setting", "setter"} or is_bound(context.right[:3]))
        or signs & {"others", "law", "rejected"}
        or is_remark(context)
    ):
        return False
    moved = any(token.signs & {"change_up", "change_down"} for token in context.left)
    measured = bool(quantity.comparator) or (quantity.share and moved)
    ahead = context.preceding
    listed = any("goal" in one.signs and other.text == ":" for one, other in itertools.pairwise(ahead))
    if (sentence.announced and _enumerated(context)) or ("setting" in signs and _goes_on(context)):
        return True
    named = sentence.goal_no is not None and bool(left & {"skal", "må"})  # below `Mål 1 handler om …`
    if (sentence.announced or sentence.claimed or listed or named) and measured:
        return True
    if (
        "setting" in signs
        and is_bound(context.left)
        and not is_definite(context.left)
        and (measured or quantity.counted)
    ):
        return is_ahead(context) or bool(quantity.comparator)
    if _in_year_to_come(context):
        return True
    return _ruled(context) or (quantity.share and measured and moved and is_ahead(context))


_OF_YEAR = regex.compile(r"(?:Senest\s|Inden\sudgangen\saf\s)?[Ii]\s20\d\d\s(?:må|skal)\s")


def _in_year_to_come(context: Context) -> bool:
    """``I 2033 må udledningen højst være 400 ton, og mindst 60 pct. af bilerne skal køre på el``: a level with a
    bound, in a sentence that opens with a year to come; money and rules for others are none."""
    quantity, analysis = context.quantity, context.sentence.analysis
    opened = _OF_YEAR.match(analysis.text) is not None
    if not opened or quantity.money or is_duration(quantity.counted) or not quantity.comparator:
        return False
    return is_ahead(context) and not analysis.held & {"past", "condition"}


_MONEY = ("pulje", "budget", "ramme", "overskud", "indtægt", "udgift", "basismid")
"""Words for money, of which a rule says what becomes of it."""


def _is_level_to_come(context: Context) -> bool:
    """``Det foreslås, at mindst 22 pct. af turene i 2033 skal gå over byen``: a share with a bound, for a year to
    come."""
    quantity, analysis = context.quantity, context.sentence.analysis
    if not quantity.share or not quantity.comparator or not is_ahead(context):
        return False
    bound = is_bound(context.left) or is_bound(context.right)
    if any(token.lower.startswith(_MONEY) for token in context.right[:4]):
        return False
    return bound and not analysis.held & {"past", "condition", "law", "others", "rejected", "grant", "sanction"}


def _goes_on(context: Context) -> bool:
    """``Det er aftalt, at der skal plantes 30 træer, og at der skal rejses 12 mio. kr.``: bound as well."""
    quantity, previous = context.quantity, context.previous
    if context.before[-1:] != ("target",) or previous is None or not is_bound(context.left):
        return False
    between = [token.lower for token in context.preceding[previous.last + 1 :]]
    joined = any(one in ("og", "samt") and other == "at" for one, other in itertools.pairwise(between))
    return joined and (quantity.money or quantity.share or quantity.counted is not None)


def _ruled(context: Context) -> bool:
    """``Det er aftalt, at bilerne udleder 20 pct. mindre``, ``Efter aftalen skal hver skole have mindst 40 besøg``,
    ``De har besluttet, at 90 elever skal med``: set by an agreement or a decision."""
    quantity, left = context.quantity, context.left
    signs = {sign for token in context.preceding for sign in token.signs}
    words = [token.lower for token in context.preceding]
    if "setting" in signs and "at" in words and quantity.share and not signs & {"past", "bound"}:
        return True
    if is_definite(left):
        return False
    if "setter" in signs and quantity.comparator and is_bound(context.preceding):
        return True
    behind = is_bound(context.right[:5])
    return "setting" in signs and behind and bool(quantity.comparator or quantity.counted or quantity.share)


def is_owed(context: Context) -> bool:
    """``Klinikken skulle screene 300 borgere. Den nåede 280``: what is bound by a modal, where the next
    sentence
    tells what came of it."""
    quantity, sentence, answer = context.quantity, context.sentence, context.answer
    bound = _normed(context) or (
        sentence.analysis.has("bound")
        and (
            is_bound(context.left)
            or (is_bound(_clause(context.right)) and (quantity.comparator is not None or len(context.left) <= 1))
        )
    )
    if not bound or is_remark(context) or _has_ended(context):
        return False
    if _answered_at_once(context):
        return True
    if answer is None:
        return False
    if sentence.analysis.held & {"others", "law", "rejected", "expected"} or answer.has("bound"):
        return False
    if not answer.held & {"outcome", "past"}:
        return False
    return sentence.claimed or any(_same_kind(quantity, other) for other in answer.quantities)


def _clause(right: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words behind a number up to a clause that tells what somebody says: ``72 % fortæller, at de skal …``"""
    said = next(
        (i for i, (one, two) in enumerate(itertools.pairwise(right)) if one.text == "," and two.lower == "at"), None
    )
    return right if said is None else right[:said]


def _has_ended(context: Context) -> bool:
    """``Indtægten skulle udgøre mindst 3 mio. kr. og endte på 2,8 mio. kr.``: told behind what is owed."""
    previous = context.previous
    if previous is None or context.before[-1:] != ("target",):
        return False
    between = context.preceding[previous.last + 1 :]
    return any("past" in token.signs for token in between) and not is_bound(between)


def _normed(context: Context) -> bool:
    """``Mindst 90 kurser om året``, ``Breve besvares inden for 5 dage i 90 pct. af tilfældene``: a sentence
    without a
    verb that opens with a sign, or a share of cases in which something is done in time."""
    quantity, analysis = context.quantity, context.sentence.analysis
    if analysis.held & {"past", "outcome"}:
        return False
    if quantity.comparator in (">=", "<=") and quantity.first <= 2 and not analysis.has("aim"):
        return True
    if not quantity.share:
        return False
    passive = any("aim" in token.signs and token.lower.endswith("es") for token in context.left)
    timed = any(sign.startswith("near:<=") for token in context.left for sign in token.signs)
    return passive and timed


def planned_and_told(context: Context) -> bool:
    """``Vi havde regnet med 12, men nåede kun 9``: planned, and told at once what came of it."""
    quantity = context.quantity
    if quantity.money or (quantity.share and not quantity.comparator):
        return False  # a budget is no goal
    if is_resource(quantity) and any(token.lower.startswith("budget") for token in context.left):
        return False  # what a budget gives and what was spent of it
    if _answered_at_once(context):
        return True
    answer = context.answer
    if answer is None or quantity.counted is None or any("expected" in token.signs for token in answer.tokens):
        return False
    return any(other.unit in (quantity.unit, None) and not other.share for other in answer.quantities) and any(
        "past" in token.signs for token in answer.tokens
    )


def is_resource(quantity: Quantity) -> bool:
    """True for money and for what staff is counted in."""
    return quantity.money or quantity.unit in STAFF


def _answered_at_once(context: Context) -> bool:
    """``Museet skal vise 200 klasser rundt, og inden maj havde 150 været der``: answered by the next
    clause."""
    quantity, following, tokens = context.quantity, context.following, context.sentence.analysis.tokens
    if (
        following is None
        or not _same_kind(quantity, following)
        or any(token.signs & {"others", "law"} for token in tokens)
    ):
        return False
    between = tokens[quantity.last + 1 : following.first]
    joined = next((i for i, token in enumerate(between) if token.text in ",;"), None)
    if joined is None or is_bound(between[joined:]):
        return False
    return any(token.signs & {"outcome", "past"} for token in between[joined:])


def moves_to(context: Context) -> bool:
    """``Medlemstallet skal vokse til 90``: a number without a noun that something is to rise or fall to."""
    left, previous = context.left, context.previous
    begun = previous is not None and context.preceding[previous.first - 1 : previous.first]
    near = left if begun and begun[0].lower == "fra" else left[-4:]
    moving = any(token.signs & {"change_up", "change_down"} for token in near)
    return bool(left) and left[-1].lower in ("til", "på") and moving and is_bound(left)


def is_all_of(context: Context) -> bool:
    """``Alle 5 skoler skal have en have. I maj havde 4 skoler en``: all of them, told again."""
    unit, answer = context.quantity.unit, context.answer
    wholes = bool(context.left) and context.left[-1].lower in ("alle", "samtlige")
    return (
        wholes
        and answer is not None
        and any(unit is not None and other.unit == unit for other in answer.quantities)
    )


def is_all_to_be(context: Context) -> bool:
    """``Der skal være aftaler med alle 17 kommuner``, ``at samtlige 9 skoler senest i 2031 har en have``: all of
    them, as the one number of what an agreement, the label of a target or what stands below the heading of a goal
    asks for, or of what is told to be agreed. ``i alle 17 kommuner`` only says where."""
    quantity, sentence, left = context.quantity, context.sentence, context.left
    others = [q for q in sentence.analysis.quantities if q is not quantity and not (q.worded and q.value == 1)]
    if not quantity.counted or others or is_duration(quantity.counted):
        return False
    if not left or left[-1].lower not in ("alle", "samtlige") or (len(left) > 1 and left[-2].lower in _WHERE):
        return False
    part = sentence.part
    asked = part.paper.kind == "contract" or part.label == "target" or part.kind == "intro"
    if not (asked and part.goal_no is not None) and not (part.kind == "prose" and _is_said_agreed(context)):
        return False
    analysis = sentence.analysis
    if not analysis.held.isdisjoint({"others", "law", "rejected", "expected", "past"}):
        return False
    led = "skal" in sentence.lead.split() or (len(left) == 1 and part.kind == part.label == "target")
    return led or analysis.has("bound") or not analysis.printed.isdisjoint(("senest", "inden", "udgangen"))


def _is_said_agreed(context: Context) -> bool:
    """``Det er aftalt, at alle 17 kommuner …``"""
    opening = itertools.pairwise(context.preceding[:AGREEING])
    return any("setting" in one.signs and other.text == "," for one, other in opening) and [
        token.lower for token in context.preceding[-2:-1]
    ] == ["at"]


_WHERE = frozenset({"i", "på", "for", "til", "fra", "af", "hos", "ved", "blandt", "mellem", "over", "om"})


def _enumerated(context: Context) -> bool:
    """``Det første er 90 kurser``: one of the goals that a sentence before counts."""
    words = [token.lower for token in context.preceding]
    ordinal = len(words) > 2 and words[0] in ("det", "den", "de") and words[1] in ORDINALS
    return ordinal and not context.index and not any(token.signs & {"reached"} for token in context.left)


def _same_kind(one: Quantity, other: Quantity) -> bool:
    """True for two shares, two amounts, two lengths of time or two counts."""
    if one.share or other.share or one.money or other.money:
        return one.share == other.share and one.money == other.money
    return is_duration(one.counted) == is_duration(other.counted) or other.counted is None
