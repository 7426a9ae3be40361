"""What a number is in an entry of a list that is introduced as one of targets or of results."""

from __future__ import annotations

from typing import Literal

from extractors.goals.context import Context, is_bound, is_definite, is_plain
from extractors.goals.headings import heading
from extractors.goals.told import is_labelled, opens_entry
from extractors.goals.zones import STILL
from extractors.language.analysis import Analysis, Token
from extractors.language.counting import is_duration
from schemas.language import lexicon

NAMED = 5
"""Words of a sentence among which it names its goal."""
COPULAS = frozenset({"er", "var", "lyder", "lød"})
"""Verbs behind a goal that is named: ``Målet er 70``."""
AGAINST = frozenset({"mod", "over", "under"})
"""Words before a goal that a result is held against: ``mod et mål på 70``."""


def led(context: Context) -> Literal["target", "result"] | None:
    """What the line above an entry says that its numbers are; None where it says nothing."""
    sentence = context.sentence
    infinitive = sentence.marker is not None and sentence.text.startswith(("At ", "at "))
    headed = infinitive and heading((sentence.lead,)).kind == "aim"
    if not (headed or sentence.lead.rstrip().endswith(":")) or not (sentence.marker or sentence.part.listed):
        return None
    quantity = context.quantity
    if ends_modal(context):
        return "target"
    measured = not context.index and not is_plain(quantity, sentence) and not is_definite(context.left)
    measured = measured and (not quantity.worded or quantity.first < 4 or bool(quantity.comparator))
    if not (opens_entry(context) or is_labelled(context) or (sentence.marker and measured)):
        return None
    if headed:
        return "target"  # `Det lovede vi` above `– At besøge 450 firmaer`
    signs = {sign for word in sentence.lead.lower().split() for sign in lexicon().signs(word.strip(".,;:"))}
    if "reported" in signs or ("outcome" in signs - {"goal"} and "goal" not in signs):
        # `Mål 8: Der skal holdes 90 kurser. Der er holdt 51`: an entry may state its goal first
        return None if is_bound(context.preceding) else "result"
    if signs & {"goal", "aiming"}:
        # what the entry tells behind its first sentence may have come about
        told = not sentence.first_of_passage and _tells(context)
        return None if told or _is_held_against_own_goal(context) else "target"
    # `Der skal gennemføres:` in a contract or under a goal
    owed = "skal" in sentence.lead.lower().split() and "negation" not in signs
    if not owed or any(token.signs & {"notice", "sanction"} for token in sentence.analysis.tokens):
        return None
    if sentence.part.kind in ("target", "intro") and quantity.counted:
        return "target"
    return "target" if sentence.part.paper.kind == "contract" and not is_duration(quantity.counted) else None


def ends_modal(context: Context) -> bool:
    """``Heraf skal:`` above ``• 40 være i byen``: the entry goes on the sentence that binds it."""
    sentence = context.sentence
    bound = sentence.marker is not None and sentence.lead.rstrip(" :").lower().endswith("skal")
    return bound and context.quantity.first == 0


def _tells(context: Context) -> bool:
    """``Det blev 7 pct.``, ``Andelen er nu 33 pct., og målet er nået``: a sentence that tells how it stands, and
    asks for nothing."""
    if any("past" in token.signs for token in context.left):
        return True
    asked = any(token.signs & {"bound", "goal", "aiming"} for token in (*context.preceding, *context.right))
    return not asked and any(token.lower in STILL for token in context.left)


def _is_held_against_own_goal(context: Context) -> bool:
    """``62 pct. er trygge mod et mål på 70 pct.``, ``Svarprocenten er 62. Målet er 70``: an entry that names its
    goal itself, behind the number, tells what came of it."""
    if context.quantity.comparator or is_bound(context.preceding):
        return False
    following, tokens = context.following, context.sentence.analysis.tokens
    if following is not None:
        between = tokens[context.quantity.last + 1 : following.first]
        goal = next((place for place, token in enumerate(between) if "goal" in token.signs), None)
        if goal is not None and any(token.lower in AGAINST for token in between[:goal]):
            return True
    return context.answer is not None and _names_goal(context.answer)


def _names_goal(analysis: Analysis) -> bool:
    """``Målet er en score på 70``, ``Målet var mindst 70``."""
    if not analysis.quantities or not analysis.has("goal"):
        return False
    opening: tuple[Token, ...] = analysis.tokens[: min(NAMED, analysis.quantities[0].first)]
    goal = next((place for place, token in enumerate(opening) if "goal" in token.signs), None)
    if goal is None:
        return False
    return any(token.lower in COPULAS for token in opening[goal + 1 : goal + 2])
