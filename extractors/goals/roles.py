"""What a number of a sentence is: a target, a result, a degree of fulfilment, or none of these.

Every number gets one role from the signs around it in its clause; the nearest sign decides. Where there is none,
the kind of the part decides (:mod:`extractors.goals.defaults`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extractors.goals.defaults import Context, Role, default_role, is_aside, is_definite, is_plain
from extractors.goals.reading import Sentence
from extractors.language.analysis import Analysis, Quantity, Token

CLAUSE_WORDS = frozenset(
    [
        "og",
        "men",
        "hvilket",
        "hvorfor",
        "hvor",
        "dvs",
        "dvs.",
        "mens",
        "så",
        "hvoraf",
        "heraf",
        "samt",
        "hvormed",
        "når",
        "hvorved",
        "idet",
        "da",
    ]
)
"""Words that begin a new clause after a comma."""

CONDITIONS = frozenset({"når", "hvis", "såfremt"})

LINKS = frozenset({"var", "er", "på", "fra", "til", "med", ":", "blev", "fortsat", "om"})
"""Words that may tie a number without a unit to a goal."""


class Equation(NamedTuple):
    """``45% er lig 100%``: a value and the degree of fulfilment it stands for."""

    value: Quantity
    degree: Quantity


def clauses(analysis: Analysis) -> list[tuple[int, int]]:
    """First and last token of each clause."""
    tokens = analysis.tokens
    starts = [0]
    for index, token in enumerate(tokens[1:], 1):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        dash = token.text in ("–", "—") or (token.text == "-" and tokens[index - 1].end < token.start)
        if token.text in ("(", ";") or dash:
            starts.append(index)
        elif following is None:
            continue
        elif token.text == ")" or (
            token.text == ":"
            and index > 5
            and any("outcome" in t.signs for t in tokens[starts[-1] : index])
            and not _lists_goals(tokens, index)
        ):
            starts.append(index + 1)
        elif token.text == "," and following.lower in CLAUSE_WORDS:
            starts.append(index)
    ends = [*(start - 1 for start in starts[1:]), len(tokens) - 1]
    return list(zip(starts, ends, strict=True))


def _lists_goals(tokens: tuple[Token, ...], colon: int) -> bool:
    """``… er der sat tre mål: Andelen skal være …``: what follows the colon are the goals."""
    behind = {token.lower for token in tokens[colon + 1 : colon + 16]}
    return "goal" in tokens[colon - 1].signs and bool(behind & {"skal", "må", "bør"})


def clause_of(analysis: Analysis, quantity: Quantity) -> tuple[int, int]:
    """First and last token of the clause that holds the quantity."""
    for first, last in clauses(analysis):
        if first <= quantity.first <= last:
            return first, last
    return 0, len(analysis.tokens) - 1


def equations(analysis: Analysis) -> Iterator[Equation]:
    """Pairs such as ``45% er lig 100%``."""
    for left, right in pairwise(analysis.quantities):
        between = [token.lower for token in analysis.tokens[left.last + 1 : right.first]]
        equal = (between[:2] == ["er", "lig"] and len(between) <= 3) or between in (["svarer", "til"], ["="])
        if equal and left.unit == right.unit == "%":
            yield Equation(left, right)


def roles(sentence: Sentence) -> list[Role]:
    """The role of each quantity of the sentence, in order."""
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
    if _bracketed_year(context):
        return "earlier_result"
    cue = _nearest(left)
    if cue == "goal":
        return _goal_role(context)
    if any("expected" in token.signs for token in left):
        return "other"  # what is hoped for or forecast has not come about
    if any("earlier" in token.signs for token in left[-8:]):
        return "earlier_result"
    if cue == "result":
        return "result"
    return default_role(context)


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
        if "goal" in token.signs:
            return "goal"
        if "result" in token.signs:
            return "result"
        after = left[len(left) - distance].lower if distance else ""
        if token.signs & {"fulfilled", "reached"} and after in ("med", ":"):
            return "result"
    return None


def _agreed(context: Context) -> Role | None:
    """``212 af de 450 aftalte forløb``: the second number is the target, the first the result."""
    tokens = context.sentence.analysis.tokens

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
    place = max(i for i, token in enumerate(left) if "goal" in token.signs)
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
    if any("earlier" in token.signs for token in left[-8:]):
        return "earlier_target"
    named = left[place].lower.startswith("måltal") and not between  # `34 møder (måltal 30)`
    if is_plain(quantity, sentence) and not named and not set(words[-1:]) & LINKS:
        return "other"
    return "target"
