"""What a number of a sentence is: a target, a result, a degree of fulfilment, or none of these.

Every number gets one role from the signs around it in its clause; the nearest sign decides. Where there is none,
the kind of the part decides (:mod:`extractors.goals.defaults`).
"""

from __future__ import annotations

from extractors.goals.clauses import clause_of, equations
from extractors.goals.context import Context, Role, is_aside, is_definite, is_plain
from extractors.goals.defaults import default_role
from extractors.goals.owed import planned_and_told
from extractors.goals.reading import Sentence
from extractors.language.analysis import Quantity, Token

AIMS = frozenset({"goal", "aiming"})
"""Signs of words that a number aimed at stands behind."""

SIZES = frozenset({"ansatte", "medarbejdere", "indbyggere", "beboere", "årsværk", "elever", "pladser"})
"""What the size of a firm, a town or a school is counted in."""
COMPARED = frozenset(
    {
        "flere",
        "færre",
        "mere",
        "mindre",
        "højere",
        "lavere",
        "over",
        "under",
        "bedre",
        "dårligere",
        "længere",
        "kortere",
    }
)
"""Words of comparing behind a number that is a difference."""

ADJUSTED = frozenset({"fratrukket", "fraregnet", "tillagt"})
"""Words before a number that something else is changed by."""

CONDITIONS = frozenset({"når", "hvis", "såfremt"})

LINKS = frozenset({"var", "er", "på", "fra", "til", "med", ":", "blev", "fortsat", "om"})
"""Words that may tie a number without a unit to a goal."""


def roles(sentence: Sentence, behind: Sentence | None = None, *, after_target: bool = False) -> list[Role]:
    """The role of each quantity of the sentence, in order. ``behind`` is the next sentence of the passage;
    ``after_target``: the sentence before it states a target."""
    analysis = sentence.analysis
    equated = {id(quantity) for equation in equations(analysis) for quantity in equation}
    found: list[Role] = []
    for index, quantity in enumerate(analysis.quantities):
        if id(quantity) in equated:
            found.append("equation")
            continue
        first, last = clause_of(analysis, quantity)
        context = Context(
            sentence, index, quantity, analysis.tokens[first : quantity.first],
            analysis.tokens[quantity.last + 1 : last + 1], tuple(found),
            behind.analysis if behind is not None else None, after_target,
        )  # fmt: skip
        found.append(_role(context))
    return found


def _role(context: Context) -> Role:
    quantity, left = context.quantity, context.left
    previous = context.previous
    if quantity.unit == "%" and (role := _fulfilment(context)):
        return role
    if left and left[-1].lower == "mod" and previous is not None and previous.unit == quantity.unit:
        return "baseline"
    if (role := _agreed(context)) is not None:
        return role
    if left and left[-1].lower in ADJUSTED:
        return "other"  # `stige med prisudviklingen fratrukket 0,5 pct.`
    if _is_age(context) or _is_difference(context):
        return "other"
    if _committed(context):
        return "target"
    if _bracketed_target(context):
        return "result"
    if _bracketed_year(context):
        return "earlier_result"
    cue = _nearest(left)
    if cue == "goal":
        return _goal_role(context)
    if _called_goal(context):
        return "target"
    if any("survey" in token.signs for token in left[-6:]):
        return "other"  # who answered, not what they said
    if any("planned" in token.signs for token in left) and planned_and_told(context):
        return "target"
    if any("expected" in token.signs for token in left):
        return "other"  # what is hoped for or forecast has not come about
    if _earlier(left[-8:]):
        return "earlier_result"
    if cue == "result":
        return "result"
    return default_role(context)


def _called_goal(context: Context) -> bool:
    """``To tredjedele skal efter målet …``, ``80 pct. er målet``: called a goal behind the
    number."""
    right = context.right
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
    return ruled or [token.lower for token in ahead] in (["er"], ["som"], ["er", "fortsat"])


def _is_difference(context: Context) -> bool:
    """``12 færre end de 90``, ``to point under målet``: how far two numbers are apart; ``de 10 regionale
    mål``: how
    many goals there are."""
    quantity = context.quantity
    if quantity.comparator is not None:
        return False
    if any("goal_reference" in token.signs for token in context.right[:3]):
        return True  # `de 10 regionale mål`
    behind = context.sentence.analysis.tokens[quantity.last + 1 : quantity.last + 7]
    for place, token in enumerate(behind):
        following = behind[place + 1] if place + 1 < len(behind) else None
        if token.lower in COMPARED and following is not None:
            compared = behind[place + 1 : place + 4]
            known = any(
                t.signs & {"goal", "definite"} or t.lower in ("ventet", "planlagt", "budgetteret", "året")
                for t in compared
            )
            return (following.lower == "end" and known) or "goal" in following.signs
        if place > 2 or not token.text[0].isalpha() or token.signs & {"outcome", "past", "bound"}:
            return False
        if token.lower in ("og", "i", "af", "vi", "de", "det"):
            return False
    return False


def _earlier(tokens: tuple[Token, ...]) -> bool:
    """True where an earlier time is named, and not denied (``som ikke tidligere har fået hjælp``)."""
    for place, token in enumerate(tokens):
        if "earlier" in token.signs and not any(
            "negation" in other.signs for other in tokens[max(0, place - 2) : place]
        ):
            return True
    return False


def _bracketed_target(context: Context) -> bool:
    """``Ture: 12 (årsplan: 10)``: the number before a bracket that holds its target."""
    following, tokens = context.following, context.sentence.analysis.tokens
    if following is None:
        return False
    between = tokens[context.quantity.last + 1 : following.first]
    opened = next((place for place, token in enumerate(between) if token.text == "("), None)
    if opened is None or opened > 3 or len(between) - opened > 6:
        return False
    return any(token.signs & AIMS for token in between[opened:])


def _committed(context: Context) -> bool:
    """``de 60, vi havde sat os for``, ``de 90, aftalen kræver``: known as what was aimed at."""
    if not is_definite(context.left[-1:]):
        return False
    behind = context.sentence.analysis.tokens[context.quantity.last + 1 : context.quantity.last + 10]
    pause = next((place for place, token in enumerate(behind) if token.text == ","), None)
    if pause is None or pause > 3:
        return False
    for token in behind[pause + 1 :]:
        if token.text in ",.;":
            return False
        if "aiming" in token.signs or token.lower in ("aftalt", "planlagt", "budgetteret", "fastsat", "krævet"):
            return True
    return False


def _is_age(context: Context) -> bool:
    """``borgere over 65 år``, ``unge mellem 18 og 30 år``, ``er fyldt 70 år``: how old they are;
    ``firmaer med under 50 ansatte``: how big."""
    quantity = context.quantity
    behind = context.sentence.analysis.tokens[quantity.last + 1 : quantity.last + 2]
    sized = [token.lower for token in context.preceding[-2:]]
    if behind and behind[0].lower in SIZES and sized[:1] == ["med"] and quantity.comparator:
        return True
    if not behind or behind[0].lower not in ("år", "årige", "års"):
        return False
    before = [token.lower for token in context.preceding[-3:]]
    return quantity.high is not None or bool(set(before) & {"over", "under", "fyldt", "alderen", "mellem", "fra"})


def _bracketed_year(context: Context) -> bool:
    """``54 pct. var nye (2030: 49 pct.)``: the value of another year."""
    left = context.left
    if len(left) < 2 or left[0].text != "(" or len(left) > 5 or any("goal" in token.signs for token in left):
        return False
    paper = context.sentence.part.paper
    year = paper.year or paper.now
    start, end = left[0].start, context.quantity.start
    times = [t for t in context.sentence.analysis.times if start <= t.start < end and t.year is not None]
    return year is not None and any(t.year is not None and t.year < year for t in times)


def _nearest(left: tuple[Token, ...]) -> str | None:
    """The nearest word for a goal or a result before the number; ``målet er opfyldt med 84 pct.`` "
    "tells a result."""
    for distance, token in enumerate(reversed(left)):
        if token.signs & AIMS:
            return "goal"
        if "result" in token.signs:
            return "result"
        after = left[len(left) - distance].lower if distance else ""
        if token.signs & {"fulfilled", "reached"} and after in ("med", ":"):
            return "result"
    return None


def _agreed(context: Context) -> Role | None:
    """``212 af de 450 aftalte forløb``, ``40 ud af årets 90``: the second number is the target, the first the
    result."""
    tokens = context.sentence.analysis.tokens
    for one, other, role in (
        (context.quantity, context.following, "result"),
        (context.previous, context.quantity, "target"),
    ):
        if one is None or other is None or one.share or other.share:
            continue
        between = [token.lower for token in tokens[one.last + 1 : other.first]]
        if between[-2:] == ["af", "årets"] and len(between) <= 6:
            return "result" if role == "result" else "target"

    def is_agreed(quantity: Quantity) -> bool:
        behind = tokens[quantity.last + 1 : quantity.last + 3]
        ahead = [token.lower for token in tokens[max(0, quantity.first - 3) : quantity.first]]
        return any("agreed" in token.signs for token in behind) and "af" in ahead

    if context.previous is not None and is_agreed(context.quantity):
        return "target"
    following = context.following
    if following is not None and is_agreed(following) and following.first - context.quantity.last <= 4:
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
    if any(t.lower in CONDITIONS for t in (*right[:4], *following)):
        return "other"
    return "fulfilment"


def _is_degree(context: Context) -> bool:
    left, right, previous = context.left, context.right, context.previous
    near = right[0] if right else None
    if near is not None and "fulfilled" in near.signs:
        return True  # `100% opfyldt`
    if near is not None and near.lower == "af":
        if any("goal" in token.signs for token in right[1:4]):
            return True  # `54% af målet`
        if previous is not None and context.before[-1:] == ("fulfilment",):
            between = context.sentence.analysis.tokens[previous.last + 1 : context.quantity.first]
            if between and between[-1].lower == "og" and not any("outcome" in t.signs for t in between):
                return True  # `45% af målet for … og 44% af vækstplaner`
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
            return after != "med"
        if "reached" in token.signs and distance <= 2 and after not in ("med", ":"):
            reached = True
        if "result" in token.signs:
            break
    return reached and context.quantity.value == 100


def _goal_role(context: Context) -> Role:
    """The role of a number that a word for goal stands before."""
    sentence, quantity, left = context.sentence, context.quantity, context.left
    place = max(i for i, token in enumerate(left) if token.signs & AIMS)
    between = left[place + 1 :]
    words = [token.lower for token in between]
    moved = any(token.signs & {"change_up", "change_down"} for token in between)
    infinitive = any(word in ("at", "skal", "skulle") for word in words)
    if sentence.part.kind == "prose" and any("others" in token.signs for token in left[max(0, place - 4) : place]):
        return "other"  # a goal of the government's, not of those who speak
    if moved and not infinitive and words[-1:] in (["med"], ["på"]):
        return "other"  # the goal itself was raised by so much
    if words[-1:] == ["blandt"]:
        return "other"  # those who were asked
    if any("result" in token.signs for token in between):
        return "result"
    if infinitive and is_aside(context):
        return "other"
    stands = any(word in ("er", "var", "på", "om") for word in words)
    if not stands and any("expected" in token.signs for token in left[:place]):
        return "other"
    if quantity.counted is not None and not quantity.comparator and not quantity.share and is_definite(left):
        return "other"
    if _earlier(left[-8:]):
        return "earlier_target"
    named = left[place].lower.startswith("måltal") and not between  # `34 møder (måltal 30)`
    named = named or (not between and "aiming" in left[place].signs)
    if is_plain(quantity, sentence) and not named and not set(words[-1:]) & LINKS:
        return "other"
    return "target"
