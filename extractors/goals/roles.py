"""What a number of a sentence is: a target, a result, a degree of fulfilment, or none of these.

Every number gets one role from the signs around it in its clause; the nearest sign decides. Where there is none,
the kind of the part decides (:mod:`extractors.goals.defaults`).
"""

from __future__ import annotations

from itertools import pairwise

from extractors.goals.asides import aside
from extractors.goals.beside import (
    agreed,
    bracketed,
)
from extractors.goals.clauses import equations, without_clauses
from extractors.goals.conditions import is_condition, is_no_level, is_reached_among, is_said_of_one
from extractors.goals.context import (
    AIMS,
    Context,
    Role,
    are_left_out,
    context_of,
    is_age,
    is_aside,
    is_bound,
    is_come_from,
    is_definite,
    is_difference,
    is_of_row,
    is_plain,
)
from extractors.goals.defaults import default_role
from extractors.goals.earlier import earlier, of_former_paper, of_past_period, opens_earlier, was_before
from extractors.goals.owed import is_all_of, planned_and_told
from extractors.goals.reading import Sentence
from extractors.goals.series import year_by_year
from extractors.goals.set_beside import is_set_beside
from extractors.goals.told_anew import is_told_anew
from extractors.goals.told_of_goals import (
    HELD,
    is_degree_of_area,
    is_expecting,
    is_kept_with,
    is_part_reached,
    is_told_at_goal,
)
from extractors.language.analysis import Analysis, Token
from extractors.language.counting import is_duration
from extractors.language.danish import DEFINITE
from extractors.language.in_order import MOST_IN_ORDER

ADJUSTED = frozenset({"fratrukket", "fraregnet", "tillagt"})
"""Words before a number that something else is changed by."""

CONDITIONS = frozenset({"når", "hvis", "såfremt"})
REPLACED = frozenset(
    {
        "nedjusteret",
        "opjusteret",
        "justeret",
        "hævet",
        "sænket",
        "ændret",
        "nedsat",
        "forhøjet",
        "reduceret",
        "skærpet",
    }
)
"""Participles of a goal that is given another value."""
JUDGED = frozenset({"vurderes", "anses", "skønnes", "opgøres", "vurderet", "opgjort"})
"""``vurderes opfyldt med 88 pct.``: a degree, not what was reached."""
PROMISED = frozenset({"forpligtet", "forpligtede", "lovet", "lovede"})
"""Words behind which money is a goal and no budget."""
BESIDE = frozenset({"mod", "over", "under", "af", "end", "ud", "og"})
"""Words between a number and a goal that it is held against."""
INSIDE = frozenset({"fra", "for", "i", "hos", "af", "ved"})
"""Words that put a number word inside of what the goal is about."""
THEREBY = frozenset({"dermed", "hermed", "således", "derved"})
"""Words of a sentence which draws a degree from the number told before."""
LINKS = frozenset({"var", "er", "på", "fra", "til", "med", ":", "blev", "fortsat", "stadig", "uændret", "om"})
"""Words that may tie a number without a unit to a goal."""


def roles(sentence: Sentence, behind: Sentence | None = None, *, after_target: bool = False) -> list[Role]:
    """The role of each quantity of the sentence, in order. ``behind`` is the next sentence of the passage;
    ``after_target``: the sentence before it states a target."""
    analysis = sentence.analysis
    if not analysis.quantities:
        return []
    equated = {id(quantity) for equation in equations(analysis) for quantity in equation}
    found: list[Role] = []
    for index, quantity in enumerate(analysis.quantities):
        if id(quantity) in equated:
            found.append("equation")
            continue
        answer = behind.analysis if behind is not None else None
        found.append(_role(context_of(sentence, index, tuple(found), answer, after_target=after_target)))
    return year_by_year(sentence, found)


def _lies_between(context: Context, place: int) -> bool:
    """True where the number before stands behind the word for goal at ``place`` of the clause."""
    previous = context.previous
    return previous is not None and previous.start > context.left[place].start


def _role(context: Context) -> Role:
    quantity, left = context.quantity, context.left
    if (set_aside := aside(context)) is not None:
        return set_aside
    if is_of_row(context):
        return "other"
    if quantity.unit == "%" and (role := _fulfilment(context)):
        return role
    if is_set_beside(context):
        return "baseline"
    if is_come_from(context):
        return "baseline"
    if (role := agreed(context)) is not None:
        return role
    if left and left[-1].lower in ADJUSTED:
        return "other"  # `stige med prisudviklingen fratrukket 0,5 pct.`
    if is_age(context) or is_difference(context) or _moves_from(context) or _is_deadline(context):
        return "other"
    if (role := bracketed(context)) is not None:
        return role
    if _called_result(context):
        return "result"
    if is_condition(context) or _is_replaced(context) or is_told_anew(context) or is_said_of_one(context):
        return "other"
    if of_former_paper(context):
        return "earlier_target" if is_bound(left) else "other"
    cue = _nearest(left, context.sentence.analysis)
    if cue == "goal":
        return _goal_role(context)
    if _called_goal(context):
        return "target"
    has = context.sentence.analysis.has  # most sentences hold none of these words
    if has("survey") and any("survey" in token.signs for token in left[-6:]):
        return "other"  # who answered, not what they said
    if has("compared") and any("compared" in token.signs for token in left[-3:]):
        return "other"  # how much is missing
    if has("planned") and any("planned" in token.signs for token in left) and planned_and_told(context):
        return "target"
    if is_expecting(context):
        return "result"
    if has("expected") and any("expected" in token.signs for token in without_clauses(left)):
        return "other"  # what is hoped for or forecast has not come about
    if earlier(left[-8:]) or was_before(context):
        return "earlier_result"
    role = "result" if cue == "result" else default_role(context)
    return "other" if role == "result" and is_no_level(context) else role


def _is_statutory(context: Context) -> bool:
    """``mindst 40 pct. skal være kvinder, jf. ligestillingsloven``: asked for by a law."""
    tokens = context.sentence.analysis.tokens
    return any(
        "statute" in after.signs and token.lower in ("jf.", "jf", "efter", "ifølge", "i", "til")
        for token, after in pairwise(tokens)
    )


def _called_result(context: Context) -> bool:
    """``indeks 104 er resultatet``: called the result behind the number."""
    right = context.right
    return len(right) > 1 and right[0].lower in ("er", "var", "blev") and "result" in right[1].signs


def _is_replaced(context: Context) -> bool:
    """``målet om 50 er hævet til 60``: what the goal was before."""
    right, following = context.right, context.following
    tokens = context.sentence.analysis.tokens
    if (
        following is None
        or tokens[following.first - 1].lower != "til"
        or not any("goal" in t.signs for t in context.left)
    ):
        return False
    between = [token for token in right if token.start < following.start]
    return any(token.lower in REPLACED or "revised" in token.signs for token in between) and not any(
        token.text in ",;" for token in between
    )


def _called_goal(context: Context) -> bool:
    """``To tredjedele skal efter målet …``, ``80 pct. er målet``: called a goal behind the
    number."""
    if not context.sentence.analysis.has("goal"):
        return False
    right = context.right
    inverted = bool(context.left) and context.left[-1].lower in ("er", "var")
    named = next((place for place, token in enumerate(right[:2]) if "goal" in token.signs), None)
    if inverted and named is not None and right[named].lower.endswith(DEFINITE) and right[0].lower not in BESIDE:
        return True  # `Her er 900 gæster målet`
    if is_plain(context.quantity, context.sentence) or is_definite(context.left):
        return False
    called = [place for place, token in enumerate(right[:9]) if "goal" in token.signs]
    if not called:
        return False
    ahead = right[: called[0]]
    if any(token.text == "," for token in ahead):
        return False
    ruled = any("bound" in token.signs for token in ahead) and any(
        t.lower in ("efter", "ifølge", "jf.", "iht.") for t in ahead
    )
    words = [token.lower for token in ahead]
    if words[-1:] == ["som"] and words[-2:-1] in (["har"], ["havde"]):
        return False  # `Ni kommuner har som mål at …`: who has it
    return ruled or words in (["er"], ["var"], ["er", "fortsat"]) or words[-1:] == ["som"]


def _moves_from(context: Context) -> bool:
    """``steg fra 40 til 44``, ``fra 9 pr. 1.000 lånere til 7``: where a move begins, unless the goal itself is
    moved."""
    left, analysis = context.left, context.sentence.analysis
    if not left or left[-1].lower != "fra":
        return False
    ends = (analysis.tokens[other.first - 1].lower for other in analysis.quantities[context.index + 1 :])
    if next((word for word in ends if word in ("fra", "til")), None) != "til":
        return False
    goal = max((i for i, token in enumerate(left) if "goal" in token.signs), default=-1)
    return any(sign.startswith("change") or sign == "moved" for token in left[goal + 1 :] for sign in token.signs)


def _is_deadline(context: Context) -> bool:
    """``inden for 3 dage i 80 pct. af sagerne``: the time that the share is of."""
    return is_duration(context.quantity.counted) and is_aside(context)


def _is_closed(between: tuple[Token, ...]) -> bool:
    """True where the words up to a comma say that the goal is reached or not, or that it holds here."""
    end = next(i for i, token in enumerate(between) if token.text == ",")
    same = any(token.lower in ("samme", "uændret") for token in between[:end])  # `hvor målet var det samme, …`
    return same or any(token.signs & {"reached", "fulfilled", "valid"} for token in between[:end])


def _is_called_move(between: tuple[Token, ...]) -> bool:
    """``målet er en stigning på 30 pct.``: the goal is the move."""
    return any(
        first.lower in ("er", "var", "om", "lyder", "lød") and second.lower in ("en", "et", "at")
        and any(sign.startswith("change") for sign in third.signs)
        for first, second, third in zip(between, between[1:], between[2:], strict=False)
    )  # fmt: skip


_CUES = AIMS | {"result", "fulfilled", "reached"}
"""Signs by which the words before a number may tell a goal or a result; so do those of ``HELD``."""


def _nearest(left: tuple[Token, ...], analysis: Analysis) -> str | None:
    """The nearest word for a goal or a result before the number; ``målet er opfyldt med 84 pct.`` tells a result,
    ``vi lovede varen på en uge og leverede på 5,5 dage`` says neither of the second."""
    if analysis.held.isdisjoint(_CUES) and analysis.printed.isdisjoint(HELD):
        return None
    told = False
    for distance, token in enumerate(reversed(left)):
        if token.signs & AIMS:
            return None if are_left_out(left, len(left) - 1 - distance) else "goal"
        if told and token.lower in ("og", "men"):
            return None
        told = told or "past" in token.signs
        if "result" in token.signs:
            return "result"
        after = left[len(left) - distance].lower if distance else ""
        met = token.signs & {"fulfilled", "reached"} or token.lower in HELD
        if met and after in ("med", ":"):
            return "result"
    return None


def _fulfilment(context: Context) -> Role | None:
    """The role of a percentage that tells how far a goal is reached; None where it tells something else."""
    labelled = context.sentence.part.label == "fulfilment" and not context.left
    if not labelled and not _is_degree(context):
        return None
    left, right = context.left, context.right
    following = context.sentence.analysis.tokens[context.quantity.last + 1 : context.quantity.last + 5]
    if any("negation" in t.signs or "expected" in t.signs or t.lower in CONDITIONS for t in left):
        return "other"
    if any(t.lower in CONDITIONS for t in (*right[:4], *following)) or _is_of_all_others(context):
        return "other"
    return "fulfilment"


def _is_of_all_others(context: Context) -> bool:
    """``på niveau med gennemsnittet for de øvrige huse, der er en målopfyldelse på 89 pct.``"""
    words = {token.lower for token in context.preceding}
    return bool(words & _MEANS) and bool(words & _OTHER_BODIES)


_MEANS = frozenset({"gennemsnit", "gennemsnittet", "gennemsnitlig", "gennemsnitlige", "snittet"})
_OTHER_BODIES = frozenset({"øvrige", "andre", "landsplan", "landets"})


def _is_degree(context: Context) -> bool:
    left, right, previous = context.left, context.right, context.previous
    near = right[0] if right else None
    if near is not None and "fulfilled" in near.signs:
        return True  # `100% opfyldt`
    if left and left[-1].text == "(" and near is not None and near.text == ")":
        return any(t.signs & {"fulfilled", "reached"} for t in left[-4:-1])  # `er ikke indfriet (81 pct.)`
    if near is not None and near.lower == "af":
        if any("goal" in token.signs for token in right[1:4]) or is_part_reached(right):
            return True  # `54% af målet`, `42% af årets møder er nået`
        if previous is not None and context.before[-1:] == ("fulfilment",):
            between = context.sentence.analysis.tokens[previous.last + 1 : context.quantity.first]
            if between and between[-1].lower == "og" and not any("outcome" in t.signs for t in between):
                return True  # `45% af målet for … og 44% af vækstplaner`
    if _is_listed_degree(context) or is_degree_of_area(context):
        return True
    drawn = any(token.lower in THEREBY for token in context.sentence.analysis.tokens[:2])
    if previous is not None:
        drawn = drawn or [token.lower for token in left[:2]] in ([",", "så"], [",", "hvormed"])
    reached = False
    for distance, token in enumerate(reversed(left)):
        place = len(left) - 1 - distance
        after = left[place + 1].lower if distance else ""
        if "goal" in token.signs:
            # `opfyldelse af denne del af målet på 80 %`, `målopfyldelsen på mål 7 vurderes at være 80 %`
            noun = any("fulfilment" in earlier.signs for earlier in left[max(0, place - 6) : place])
            return noun or reached
        if "fulfilment" in token.signs:
            return True
        if "fulfilled" in token.signs and distance <= 3:
            judged = drawn or any(t.lower in JUDGED | THEREBY for t in left[max(0, place - 4) : place])
            # right behind the target itself it is the result
            return after != "med" or judged or (not context.after_target and _is_goal_alone(left[:place]))
        if "reached" in token.signs and distance <= 2 and after not in ("med", ":"):
            reached = True
        if "result" in token.signs:
            break
    return reached and context.quantity.value == 100


def _is_goal_alone(left: tuple[Token, ...]) -> bool:
    """``Målet er (dermed) opfyldt med 86 pct.``: of a goal whose number is not told again it is the degree."""
    said = [
        token for token in left if token.lower not in THEREBY and token.lower not in ("er", "blev", "nu", "altså")
    ]
    return len(said) == 1 and "goal" in said[0].signs and said[0].lower.endswith("et")


def _is_of_others(preceding: tuple[Token, ...]) -> bool:
    """``Regeringens mål er``, ``KL har på landsplan sat et mål om``, ``man i Havby arbejder efter et mål om``,
    ``Til sammenligning har naboerne et mål om``."""
    for place, token in enumerate(preceding):
        if "others" in token.signs or token.lower in ("landsplan", "sammenligning"):
            return True
        if token.lower == "egen" and place == 1 and preceding[0].lower.startswith(("region", "stat")):
            return True  # `Regionens egen klimaplan sigter efter`
        behind = preceding[place + 1 : place + 3]
        if token.lower in ("man", "de") and len(behind) == 2 and behind[0].lower == "i":
            return behind[1].text[0].isupper()
    return False


def _is_imagined(context: Context) -> bool:
    """``et oplæg til, hvordan et mål på 18 minutter ville virke``: a goal that is only thought of."""
    asked = any(token.lower in ("hvordan", "hvorvidt", "hvad", "hvilken", "hvilke") for token in context.preceding)
    return asked and any(token.lower in ("ville", "kunne", "vil", "kan") for token in context.right[:9])


def _is_budgeted(left: tuple[Token, ...]) -> bool:
    """``Planen forudsætter en besparelse på``: money that a plan reckons with is no goal, unless called one."""
    return not is_bound(left) and not any("goal" in token.signs or token.lower in PROMISED for token in left)


def _is_listed_degree(context: Context) -> bool:
    """``henholdsvis 46 pct. og 41 pct. af målet``, ``delmålet om salg er opfyldt 100 pct., delmålet om job 78
    pct.``: one of several degrees of which the words stand beside another."""
    tokens, quantity, previous = context.sentence.analysis.tokens, context.quantity, context.previous
    listed = context.sentence.analysis.quantities[context.index : context.index + MOST_IN_ORDER]
    for one, other in pairwise(listed):
        between = [token.lower for token in tokens[one.last + 1 : other.first]]
        if not other.share or between not in (["og"], [","]):
            break
        behind = tokens[other.last + 1 : other.last + 5]
        if between == ["og"] and behind and behind[0].lower == "af":
            return any("goal" in token.signs for token in behind[1:])
    if previous is None or context.before[-1:] != ("fulfilment",):
        return False
    ahead = tokens[previous.last + 1 : quantity.first]
    if not any("goal" in token.signs for token in ahead):
        return False
    again = any("fulfilled" in token.signs for token in ahead[-3:])  # `og målet for huse er opfyldt med 96 pct.`
    return again or not any(token.signs & {"outcome", "past", "bound", "result"} for token in ahead)


def _goal_role(context: Context) -> Role:
    """The role of a number that a word for goal stands before."""
    sentence, quantity, left = context.sentence, context.quantity, context.left
    place = max(i for i, token in enumerate(left) if token.signs & AIMS)
    between = left[place + 1 :]
    words = [token.lower for token in between]
    moved = any(token.signs & {"change_up", "change_down"} for token in between)
    infinitive = any(word in ("at", "skal", "skulle") for word in words)
    beside = sentence.part.kind == "target" and not sentence.first_of_passage
    if (sentence.part.kind in ("prose", "intro", "result") or beside) and _is_of_others(context.preceding):
        return "other"  # a goal of the government's, not of those who speak
    if _is_imagined(context) or (quantity.money and _is_budgeted(left)):
        return "other"
    if words[-2:] == ["inden", "for"] and not (quantity.share or is_duration(quantity.counted)):
        return "other"  # `målsætninger inden for tre områder`
    if sentence.part.kind == "prose" and _is_statutory(context):
        return "other"
    if any("law" in token.signs and token.lower != "ifølge" for token in between):
        return "other"  # `kravet i loven er 12 dage`
    met = len(words) > 1 and words[-1] == "med" and words[-2].endswith("et") and not quantity.share
    if met and not infinitive and not moved and {"er", "var", "blev"} & set(words):
        return "open"  # `kravet er udmøntet med 12 tiltag`: by what it is met
    if any(token.text == "," for token in between) and _is_closed(between):
        return "open"  # `målet er ikke nået, selv om der er et fald på 6 pct.`
    if is_reached_among(context) or is_told_at_goal(context) or is_kept_with(between):
        return "result"
    copula = _is_called_move(between)
    about = left[place].lower == "om"  # `mål om en reduktion på 40 pct.`
    if moved and not infinitive and not (copula or about) and words[-1:] in (["med"], ["på"]):
        return "other"  # the goal itself was raised by so much
    if words[-1:] == ["blandt"]:
        return "other"  # those who were asked
    if any("result" in token.signs for token in between):
        return "result"
    if infinitive and is_aside(context):
        return "other"
    inside = words == ["for"] or (words[-1:] and words[-1] in INSIDE and len(words) > 2)
    if quantity.worded and not quantity.comparator and inside:
        return "other"  # `krav om adgang til data fra tre systemer`, `måltal for tre spor`
    stands = any(word in ("er", "var", "på", "om") for word in words)
    if not stands and any("expected" in token.signs for token in left[:place]):
        return "other"
    counts = quantity.counted is not None and not quantity.comparator and not quantity.share
    if counts and is_definite(left) and not is_all_of(context):
        return "other"
    if earlier(left[-8:]) or of_past_period(context) or opens_earlier(context):
        return "earlier_target"
    named = left[place].lower.startswith("måltal") and not between  # `34 møder (måltal 30)`
    named = named or (not between and "aiming" in left[place].signs)
    joined = words[-1:] == ["og"] and context.before[-1:] == ("target",)
    named = named or joined or words[:1] == ["henholdsvis"]  # `er delmålene henholdsvis 40 og 45`
    if is_plain(quantity, sentence) and not named and not set(words[-1:]) & LINKS:
        return "open"
    if words[-1:] == [":"] and context.before[-1:] == ("target",) and _lies_between(context, place):
        return "open"  # `målet på 12 møder nåede vi: 12 blev det til`
    return "target"
