"""What is told of a goal that is only named: by its number, or by what was to be reached."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.goals.context import Context
from extractors.language.analysis import Analysis, Token

_OF = frozenset({"for", "på", "under", "ved", "om", "vedr.", "vedrørende"})
"""Words before a goal that something is told of."""
_STANDS = frozenset({"er", "har", "var", "havde", "blev", "ligger", "lå"})
_ALL = frozenset({"årets", "aftalens", "kontraktens", "halvårets", "periodens"})
"""``42 pct. af årets møder``: of those that were to be."""
_BEING = frozenset({"er", "blev"})
_DONE = frozenset({"nået", "opnået", "indfriet", "opfyldt"})
_AREAS = frozenset({"resultatområdet", "indsatsområdet", "fokusområdet", "målområdet", "målsætningsområdet"})
"""Names of a goal and of all its targets together."""
_TOGETHER = frozenset({"samlet", "samlede", "helhed", "hele"})
_RATED = frozenset(
    {"sættes", "sat", "opgøres", "opgjort", "vurderes", "vurderet", "ender", "endte", "lander", "giver"}
)
HELD = frozenset({"holdt", "overholdt"})
"""Words by which a bound is told to be kept."""
FURTHEST = 6
"""Words from such a number to what is said of it."""


def is_told_at_goal(context: Context) -> bool:
    """``For mål 9 om turismen er 36 firmaer i gang``: a verb that tells how it stands between the number of the
    goal and what came of it; nothing there is owed or called a goal once more."""
    left = context.left
    place = max((at for at, token in enumerate(left) if "goal" in token.signs), default=0)
    if not place or left[place].lower not in ("mål", "delmål") or left[place - 1].lower not in _OF:
        return False
    between = left[place + 1 :]
    if len(between) < 2 or not between[0].text[0].isdecimal() or context.quantity.comparator is not None:
        return False
    words = [token.lower for token in between]
    return not _STANDS.isdisjoint(words) and not any(token.signs & {"bound", "planned"} for token in between)


def is_part_reached(behind: Sequence[Token]) -> bool:
    """``42 pct. af årets møder er nået``: how much of what was to be, ``behind`` the share."""
    words = [token.lower for token in behind[: FURTHEST + 1]]
    if words[:1] != ["af"] or len(words) < 2 or words[1] not in _ALL:
        return False
    return any(word in _DONE and not _BEING.isdisjoint(words[at - 2 : at]) for at, word in enumerate(words))


def speaks_of_area(analysis: Analysis) -> bool:
    """``Resultatområdet er opfyldt 100 pct.``: a degree of all that the goal asks for, of no one target."""
    return not _AREAS.isdisjoint(analysis.printed)


def is_degree_of_area(context: Context) -> bool:
    """``Indsatsområdet som helhed sættes til 91 pct.``, ``Samlet giver det 91 pct. for indsatsområdet``: the degree
    of a goal as a whole, in the report on it."""
    part, analysis = context.sentence.part, context.sentence.analysis
    if part.kind != "result" or not speaks_of_area(analysis) or len(analysis.quantities) != 1:
        return False
    printed = analysis.printed
    return not (_TOGETHER.isdisjoint(printed) or _RATED.isdisjoint(printed))


def is_kept_with(between: Sequence[Token]) -> bool:
    """``Målet blev overholdt i 1. halvår (12 dage)``, ``har et måltal på 90 elever og har indgået aftale med 84``:
    what it was kept with, or what came of it."""
    if between and between[-1].text == "(":
        return any(token.signs & {"reached", "fulfilled"} or token.lower in HELD for token in between)
    joint = max((at for at, token in enumerate(between) if token.lower == "og"), default=None)
    own = between[joint + 1 :] if joint is not None else ()
    return len(own) > 2 and own[0].lower in ("har", "havde") and own[1].lower.endswith("et")


def is_expecting(context: Context) -> bool:
    """``Foreløbig forventer 68 pct. i høj grad, at …``: what those who were asked expect has come about."""
    sentence, left, right = context.sentence, context.left, context.right
    if not context.quantity.share or not left:
        return False
    if sentence.part.kind != "result" and not _is_held_against_goal(right):
        return False
    graded = any(one.lower == "i" and other.lower.endswith("grad") for one, other in pairwise(
        token for token in right[:7] if token.lower not in ("høj", "nogen", "meget", "mindre")
    ))  # fmt: skip
    said = any(one.text == "," and other.lower == "at" for one, other in pairwise(right[:10]))
    return "expected" in left[-1].signs and left[-1].lower.endswith(("er", "ede")) and (graded or said)


def _is_held_against_goal(right: tuple[Token, ...]) -> bool:
    """``… mod et mål på mindst 65 pct.`` behind the number."""
    mod = next((place for place, token in enumerate(right) if token.lower == "mod"), len(right))
    return any("goal" in token.signs for token in right[mod + 1 : mod + 4])
