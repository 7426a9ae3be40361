"""A number whose part another one or a bracket beside it makes plain: ``212 af de 250 aftalte``, ``(årsplan:
10)``."""

from __future__ import annotations

from extractors.goals.context import AIMS, Context, Role, is_definite
from extractors.goals.titled import ends_in_bracket
from extractors.language.analysis import Quantity

BRACKETED = 4
"""Words between a number and the bracket behind it."""


def bracketed(context: Context) -> Role | None:
    """The role that a bracket, or what a comma sets behind the number, tells; None where neither does."""
    if _is_committed(context):
        return "target"
    if "(" not in context.sentence.analysis.printed:
        return None
    if _is_bracketed_alone(context):
        return "target"
    if _is_bracketed_target(context):
        return "result"
    if _is_bracketed_year(context) or _is_compared_year(context):
        return "earlier_result"
    if _is_bracketed_bare(context):
        return "baseline"
    return "result" if _is_bracketed_time(context) else None


def _is_bracketed_alone(context: Context) -> bool:
    """``Måltallet for praktikpladser (90) er nået``: a number alone in brackets behind a word for goal and
    what it is of."""
    tokens, quantity = context.sentence.analysis.tokens, context.quantity
    first, last = quantity.first - 1, quantity.last + 1
    if first < 1 or last >= len(tokens) or tokens[first].text != "(" or tokens[last].text != ")":
        return False
    ahead = tokens[max(0, first - 6) : first]
    if any(token.text in ",;" or token.signs & {"outcome", "past"} for token in ahead):
        return False
    return any("goal" in token.signs for token in ahead) and not any(
        q.first < quantity.first and q.first >= first - 6 for q in context.sentence.analysis.quantities
    )


def is_bracketed_in_title(context: Context) -> bool:
    """``Læsekredse (15 om året)``: the number in the bracket that ends the title of a goal."""
    part = context.sentence.part
    if part.kind != "target" or not part.listed or part.subs or not ends_in_bracket(context.sentence.text.rstrip()):
        return False
    return any(token.text == "(" for token in context.preceding[-3:])


def _is_bracketed_target(context: Context) -> bool:
    """``Ture: 12 (årsplan: 10)``: the number before a bracket that holds its target."""
    following, tokens = context.following, context.sentence.analysis.tokens
    if following is None:
        return False
    between = tokens[context.quantity.last + 1 : following.first]
    opened = next((place for place, token in enumerate(between) if token.text == "("), None)
    if opened is None or opened > 3 or len(between) - opened > 6:
        return False
    return any(token.signs & AIMS for token in between[opened:])


def _is_committed(context: Context) -> bool:
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


def _is_bracketed_year(context: Context) -> bool:
    """``54 pct. var nye (2030: 49 pct.)``: the value of another year than the sentence tells of."""
    left, right = context.left, context.right
    if not left or left[0].text != "(" or len(left) > 5 or any("goal" in token.signs for token in left):
        return False
    paper = context.sentence.part.paper
    year = paper.year or paper.now
    end = next((token.start for token in right if token.text == ")"), context.quantity.start)
    start = left[0].start
    times = [t for t in context.sentence.analysis.times if t.year is not None]
    own = {t.year for t in times if t.end <= start}
    bracketed = [t.year for t in times if start <= t.start < end and t.year not in own]
    return year is not None and any(other is not None and other < year for other in bracketed)


def _is_compared_year(context: Context) -> bool:
    """``fremgang i forhold til 2030 (22,4 pct.)``: in a bracket behind the year that is compared with."""
    tokens, place = context.sentence.analysis.tokens, context.quantity.first - 1
    if (
        place < 2
        or tokens[place].text != "("
        or not (tokens[place - 1].text.isdecimal() and len(tokens[place - 1].text) == 4)
    ):
        return False
    return any(token.lower in _COMPARED_WITH for token in tokens[max(0, place - 5) : place - 1])


_COMPARED_WITH = frozenset({"forhold", "mod", "end", "fra", "sammenlignet", "siden"})


def _is_bracketed_bare(context: Context) -> bool:
    """``ikke flere end 3.300 (3.710)``: alone in a bracket behind a bound; whether it is where one set out from or
    what came of it, nothing tells."""
    tokens, quantity, previous = context.sentence.analysis.tokens, context.quantity, context.previous
    first, last = quantity.first - 1, quantity.last + 1
    if previous is None or last >= len(tokens) or tokens[first].text != "(" or tokens[last].text != ")":
        return False
    near = 0 <= first - previous.last <= BRACKETED
    return near and (previous.comparator is not None or any("bound" in t.signs for t in context.preceding))


def _is_bracketed_time(context: Context) -> bool:
    """``mindst 97 pct. i 2031 (3. kvartal 2031: 98,4 pct.)``: behind a target and a time, what was reached then."""
    left, right = context.left, context.right
    if context.previous is None or len(left) < 3 or left[0].text != "(" or left[-1].text != ":":
        return False
    bound = any("bound" in token.signs for token in context.preceding) or context.previous.comparator is not None
    if not bound and "target" not in context.before:
        return False
    if not any(token.text == ")" for token in right[:4]):
        return False
    start, end = left[0].start, context.quantity.start
    return any(start <= time.start < end for time in context.sentence.analysis.times)


def agreed(context: Context) -> Role | None:
    """``212 af de 450 aftalte forløb``, ``40 ud af årets 90``: the second number is the target, the first the
    result."""
    if "af" not in context.sentence.analysis.printed:
        return None
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
        if between[-3:-2] == ["af"] and between[-1] == "på" and "goal" in tokens[other.first - 2].signs:
            return "result" if role == "result" else "target"  # `212 brugere ud af årsmålet på 450`

    def isagreed(quantity: Quantity) -> bool:
        behind = tokens[quantity.last + 1 : quantity.last + 3]
        ahead = [token.lower for token in tokens[max(0, quantity.first - 3) : quantity.first]]
        return any("agreed" in token.signs for token in behind) and "af" in ahead

    if context.previous is not None and isagreed(context.quantity):
        return "target"
    following = context.following
    if following is not None and isagreed(following) and following.first - context.quantity.last <= 4:
        return "result"
    return None
