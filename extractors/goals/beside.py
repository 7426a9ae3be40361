"""A number whose part another one or a bracket beside it makes plain: ``212 af de 250 aftalte``, ``(årsplan:
10)``."""

from __future__ import annotations

from extractors.goals.context import AIMS, Context, Role, is_definite
from extractors.goals.titled import ends_in_bracket
from extractors.language.analysis import Quantity


def is_bracketed_alone(context: Context) -> bool:
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


def is_bracketed_target(context: Context) -> bool:
    """``Ture: 12 (årsplan: 10)``: the number before a bracket that holds its target."""
    following, tokens = context.following, context.sentence.analysis.tokens
    if following is None:
        return False
    between = tokens[context.quantity.last + 1 : following.first]
    opened = next((place for place, token in enumerate(between) if token.text == "("), None)
    if opened is None or opened > 3 or len(between) - opened > 6:
        return False
    return any(token.signs & AIMS for token in between[opened:])


def is_committed(context: Context) -> bool:
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


def is_bracketed_year(context: Context) -> bool:
    """``54 pct. var nye (2030: 49 pct.)``: the value of another year."""
    left, right = context.left, context.right
    if not left or left[0].text != "(" or len(left) > 5 or any("goal" in token.signs for token in left):
        return False
    paper = context.sentence.part.paper
    year = paper.year or paper.now
    end = next((token.start for token in right if token.text == ")"), context.quantity.start)
    start = left[0].start
    times = [t for t in context.sentence.analysis.times if start <= t.start < end and t.year is not None]
    return year is not None and any(t.year is not None and t.year < year for t in times)


def agreed(context: Context) -> Role | None:
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
