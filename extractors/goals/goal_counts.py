"""Numbers that tell how many goals there are: ``fire målområder``, ``fem nationale og tre lokale mål``."""

from __future__ import annotations

from extractors.goals.context import Context

GOALS = (
    "målområder", "målområde", "delmål", "målepunkter", "målsætninger", "leverancer", "resultatkrav", "resultatmål",
    "indikatorer", "pejlemærker", "succeskriterier", "forpligtelser", "indsatsområder", "fokusområder", "måltal",
)  # fmt: skip
"""What goals are called where they are counted."""
MOST_GOALS = 40
"""Goals that a paper counts, at most."""
DELIVERED = "leverancer"
"""What is delivered, at the end of a compound: ``fejlleverancer`` are no goals."""


def counts_goals(context: Context) -> bool:
    """``Kontrakten indeholder fire målområder``: how many goals there are, unless so many are to be reached."""
    quantity = context.quantity
    if _is_coordinated_count(context) or _is_bracketed_range(context):
        return True
    analysis = context.sentence.analysis
    if analysis.prints("antallet", "af", "mål") and "antallet af mål" in analysis.text.lower():
        return True
    if quantity.counted is None or quantity.share or not quantity.counted.lower().endswith(GOALS):
        return False
    word = quantity.counted.lower().split()[-1]
    compound = word.endswith(DELIVERED) and word != DELIVERED
    return not compound and not any("bound" in token.signs for token in context.left)


def _is_bracketed_range(context: Context) -> bool:
    """``Nationale mål (1-3)``: which goals they are, by their numbers."""
    quantity = context.quantity
    if quantity.high is None or quantity.share or quantity.money or quantity.counted or quantity.high > MOST_GOALS:
        return False
    ahead = context.preceding[-2:]
    return len(ahead) == 2 and ahead[1].text == "(" and ahead[0].lower.endswith(("mål", "målene"))


def _is_coordinated_count(context: Context) -> bool:
    """``fem nationale og tre lokale mål``: a count of goals whose noun stands behind the next one."""
    quantity, tokens = context.quantity, context.sentence.analysis.tokens
    if quantity.share or quantity.money or quantity.value > MOST_GOALS:
        return False
    words = [token.lower for token in tokens[quantity.first + 1 : quantity.first + 6]]
    if len(words) < 4 or words[1] not in ("og", "samt") or not words[0].endswith(("e", "s")):
        return False
    return any(word.endswith(GOALS) or word == "mål" for word in words[3:])
