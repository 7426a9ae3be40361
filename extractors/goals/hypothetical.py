"""Numbers of what would be: behind *hvis*, of votes, of bounds that set something off, of what a colour means."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import regex

from extractors.goals.context import Context
from extractors.language.analysis import Analysis

_COLOUR = regex.compile(
    r"(?<!\p{L})(?:grøn|gul|rød|orange)t?(?:\sfarve|\slys)?\s?(?::|=|–|-|betyder|ved|når)\s", regex.IGNORECASE
)
_OF_GOAL = regex.compile(r"\b(?:mål|krav)(?:et|ene|tal|tallet|opfyldelse\p{Ll}*)?\b", regex.IGNORECASE)
IF = frozenset({"hvis", "såfremt", "medmindre"})
TURNS = frozenset({"men", ";"})
"""Words behind which the condition is over."""
VOTING = frozenset(
    {
        "stemmer", "stemmerne", "stemte", "flertal", "flertallet", "beslutningsdygtig", "beslutningsdygtigt",
        "beslutningsdygtige", "enige", "enighed", "tilslutter", "tilslutning", "tiltræder", "samtykker", "samtykke",
    }
)  # fmt: skip
"""Words of sentences that say how many must agree."""
NEEDS = frozenset({"kræver", "kræves", "forudsætter", "forudsættes", "betinger", "betinges", "træffes", "vedtages"})
"""Verbs that say what it takes to decide."""
DECISIONS = (
    "ændring", "beslutning", "vedtagelse", "optagelse", "udtræden", "udmeldelse", "opsigelse", "opløsning",
    "afgørelse", "forslag", "fravigelse", "godkendelse",
)  # fmt: skip
"""What it takes more than one of to decide, at the head of a sentence."""
INVERTED = frozenset(
    {"afviger", "overstiger", "nås", "opnås", "falder", "overskrides", "underskrides", "udebliver", "mangler"}
)
"""Verbs that open a condition without *hvis*: ``Afviger tallet mere end 5 pct., redegøres der for årsagen``."""
FOLLOWS = frozenset({"kan", "skal", "vil", "bør", "må"})
"""Modals of what follows from it, and the endings of other verbs that say so."""
PARTED = frozenset({"opdeles", "inddeles", "deles"})
CALLED = PARTED | {
    "menes",
    "sondres",
    "sondrer",
    "skelnes",
    "skelner",
    "forstås",
    "forstår",
    "defineres",
    "betegnes",
}
"""Verbs of sentences that say what is called what."""
ENTITLED = frozenset({"ret", "krav", "retskrav", "berettiget"})
RIGHTS = frozenset({("ret", "til"), ("krav", "på"), ("retskrav", "på"), ("berettiget", "til")})
HAVING = frozenset({"har", "have", "er", "få", "får"})
"""What somebody has by law."""
BOUNDS = frozenset({"grænse", "grænsen", "tærskel", "tærsklen", "bagatelgrænse", "bagatelgrænsen"})
SET_OFF = frozenset({"hvorover", "hvorunder", "overskrides", "underskrides"})
"""Words of what happens beyond a bound, which is no goal."""
TRIGGERS = frozenset({"udløser", "udløses"})
"""Verbs of sentences that say what follows from what, whatever they count."""
PRESENTED = frozenset(
    {"forelægges", "forklares", "begrundes", "indberettes", "indrapporteres", "anmeldes", "udbydes", "indbringes"}
)
"""What becomes of a deviation, a purchase or an accident of such a size."""
STATUTES = ("vedtægt",)
"""Words of the rules of a body, which are no goals of it."""
NEED = frozenset({"brug", "behov"})
MOVING = frozenset({"stiger", "falder", "vokser", "øges", "reduceres", "udvides"})
JUDGING = frozenset({"vurderer", "vurderes", "tror", "spår", "regner"})
ENDING = frozenset({"slutter", "ender", "lander", "når"})
"""``Vi vurderer, at vi slutter på 80``: where a year will end."""
NEAR = 5
"""Words between a bound and its number."""


def is_hypothetical(context: Context) -> bool:
    """True for a number that a condition, a vote or a trigger is about."""
    printed = context.sentence.analysis.printed
    if not printed.isdisjoint(IF) and _is_conditional(context):
        return True
    if "når" in printed and _sets_off(context):
        return True
    if _is_of_rules(context.sentence.analysis):
        return True
    if not printed.isdisjoint(SET_OFF) and any(token.lower in BOUNDS for token in context.preceding[-NEAR:]):
        return True
    if not printed.isdisjoint(VOTING) and _is_of_vote(context):
        return True
    if not printed.isdisjoint(PRESENTED) and _is_of_size(context):
        return True
    if not printed.isdisjoint(ENTITLED) and _is_entitled(context):
        return True
    if not printed.isdisjoint(NEED) and _is_needed(context):
        return True
    if not printed.isdisjoint(JUDGING) and _is_foreseen(context):
        return True
    if not printed.isdisjoint(MOVING) and _is_of_later(context):
        return True
    return _is_of_legend(context)


def _is_of_later(context: Context) -> bool:
    """``og i 2034 stiger andelen til 61 pct.`` in a report of 2031: where something will go, and no goal."""
    paper, analysis = context.sentence.part.paper, context.sentence.analysis
    told = paper.year or paper.now
    if told is None or paper.kind == "contract" or not analysis.held.isdisjoint(("goal", "aiming", "bound")):
        return False
    moves = [token for token in context.left if token.lower in MOVING]
    own = analysis.text[context.left[0].start : context.quantity.start] if context.left else ""
    return bool(moves) and any(int(year) > told for year in _YEAR.findall(own))


_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")


def _is_needed(context: Context) -> bool:
    """``Der bliver brug for 210 nye standere``: what is needed is no goal, unless called one."""
    if not context.sentence.analysis.held.isdisjoint(("goal", "aiming", "bound")):
        return False
    near = [token.lower for token in context.preceding[-NEAR:]]
    return any(pair in (("brug", "for"), ("behov", "for")) for pair in pairwise(near))


def _is_foreseen(context: Context) -> bool:
    words = [token.lower for token in context.preceding]
    judged = next((place for place, word in enumerate(words) if word in JUDGING), len(words))
    return not ENDING.isdisjoint(words[judged:])


def _is_of_legend(context: Context) -> bool:
    """``Gul: under 10 pct. fra målet``: between what bounds a colour stands."""
    quantity, text = context.quantity, context.sentence.analysis.text
    bounded = quantity.comparator is not None or quantity.high is not None
    return bounded and _COLOUR.search(text, 0, quantity.start) is not None and _OF_GOAL.search(text) is not None


@lru_cache(maxsize=64)
def _is_of_rules(analysis: Analysis) -> bool:
    """True for a sentence of what follows from what, or of the rules of a body; asked for each of its numbers."""
    printed = analysis.printed
    if not printed.isdisjoint(TRIGGERS) or any(word.startswith(STATUTES) for word in printed):
        return True
    if _defines_kinds(analysis) or _opens_condition(analysis):
        return True
    # `Ændringer af aftalen kræver, at …`
    return not printed.isdisjoint(NEEDS) and any(t.lower.startswith(DECISIONS) for t in analysis.tokens[:2])


def _opens_condition(analysis: Analysis) -> bool:
    """True for a sentence that opens with the verb of its condition and then says what follows."""
    if not analysis.tokens or analysis.tokens[0].lower not in INVERTED or analysis.text.rstrip().endswith("?"):
        return False
    return any(
        one.text == "," and (other.lower in FOLLOWS or other.lower.endswith(("r", "es", "ås")))
        for one, other in pairwise(analysis.tokens)
    )


def _defines_kinds(analysis: Analysis) -> bool:
    """``Der sondres mellem korte forløb på mindst 3 timer og lange på mindst 12``, ``Ved et langt forløb forstås et
    på mindst 12 timer``: what things are called."""
    printed = analysis.printed
    words = [token.lower for token in analysis.tokens[:4]]
    if len(words) == 4 and words[1] == "er" and words[3] in ("med", "der", "som"):
        named = len(words[2]) > NEAR and words[0].endswith(words[2]) and words[0] != words[2]
        if named:
            return True  # `Småbutikker er butikker med højst ni ansatte`
    if printed.isdisjoint(CALLED) or analysis.has("goal"):
        return False
    if not printed.isdisjoint(PARTED):
        bounded = [q for q in analysis.quantities if q.comparator is not None and not q.share]
        return len(bounded) > 1
    return "mellem" in printed or "som" in printed or analysis.tokens[0].lower in ("ved", "som", "med")


def _is_entitled(context: Context) -> bool:
    """``Patienterne har ret til svar inden for 30 dage``: what the law gives them."""
    words = [token.lower for token in context.left]
    return any(verb in HAVING and pair in RIGHTS for verb, pair in zip(words, pairwise(words[1:]), strict=False))


def _is_conditional(context: Context) -> bool:
    """``Tilskuddet kan sættes ned, hvis under 70 borgere deltager``; not ``målet er nået, hvis 70 deltager``."""
    words = [token.lower for token in context.preceding]
    place = next((at for at in range(len(words) - 1, -1, -1) if words[at] in IF), None)
    if place is None or not TURNS.isdisjoint(words[place:]):
        return False
    return not any("goal" in token.signs for token in context.preceding)


def _sets_off(context: Context) -> bool:
    """``Der ringes hjem, når en elev har mere end 15 pct. fravær``: the bound from which on something is done, in
    the present and of no goal."""
    if context.quantity.comparator not in (">", "<"):
        return False
    tokens, first = context.sentence.analysis.tokens, context.quantity.first
    place = next((at for at in range(first - 1, 0, -1) if tokens[at].lower == "når"), None)
    if place is None or tokens[place - 1].text != "," or first - place > FARTHEST:
        return False
    if any(token.text in ",;" for token in tokens[place:first]):
        return False
    return not any(token.signs & {"goal", "fulfilled", "reached", "past"} for token in tokens[:first])


FARTHEST = 9
"""Words between *når* and the bound."""


def _is_of_size(context: Context) -> bool:
    """``Merforbrug på mere end 4 pct. skal forelægges``: the size from which on something is presented."""
    if context.quantity.comparator not in (">", ">=") or any("goal" in t.signs for t in context.preceding):
        return False
    sized = any(token.lower == "på" for token in context.left[-NEAR:])
    return sized and any(token.lower in PRESENTED for token in context.right)


def _is_of_vote(context: Context) -> bool:
    """``kræver, at to tredjedele stemmer for``, ``når halvdelen af medlemmerne er til stede``: a part in words, or
    members."""
    quantity = context.quantity
    if (quantity.counted or "").lower().startswith("medlem"):
        return True
    printed = context.sentence.analysis.printed
    agreed = "enige" in printed and printed.isdisjoint(IF) and printed.isdisjoint(NEEDS)
    return quantity.worded and quantity.share and not agreed
