"""Earlier times: of what year is a number told, and is it over?"""

from __future__ import annotations

from extractors.goals.context import ANAPHORIC, Context
from extractors.goals.papers import REPORTS
from extractors.goals.reading import Sentence
from extractors.goals.spoken import speaks_of_goal
from extractors.language.analysis import Token

EARLIER = frozenset({"forrige", "tidligere", "foregående", "hidtidige"})
OPENING = 4
"""Words of a sentence among which an earlier time opens it."""
WORDS_BEFORE = 6
"""Words with which a sentence takes up what the one before counted."""


def earlier(tokens: tuple[Token, ...]) -> bool:
    """True where an earlier time is named, and not denied (``som ikke tidligere har fået hjælp``), nor the one from
    which on something is counted (``siden aftalens start``)."""
    for place, token in enumerate(tokens):
        if (
            "earlier" in token.signs
            and not _is_counted_from(tokens, place)
            and not any("negation" in other.signs for other in tokens[max(0, place - 2) : place])
        ):
            return True
    return False


def _is_counted_from(tokens: tuple[Token, ...], place: int) -> bool:
    """True for a word of ``siden aftalens start``."""
    near = [token.lower for token in tokens[max(0, place - 2) : place + 2]]
    return "siden" in near[:2] and not STARTS.isdisjoint(near)


STARTS = frozenset({"start", "starten", "begyndelse", "begyndelsen", "indgåelse", "opstart", "ikrafttræden"})


def of_past_period(context: Context) -> bool:
    """``i aftalen for 2026-2029 var målet 9 pct.``: of years that were over."""
    paper = context.sentence.part.paper
    now, left = paper.year or paper.now, context.left
    start, end = (left[0].start, left[-1].end) if left else (0, 0)
    times = [t for t in context.sentence.analysis.times if start <= t.start < end]
    if now is None:
        return False
    return any(t.until is not None and t.until < now for t in times) or _was_then(context, now)


def _was_then(context: Context, now: int) -> bool:
    """``For rutebilerne var målet 88 pct. i 2029``: of the year right behind it, long before that of the paper."""
    if not any(token.lower == "var" for token in context.left):
        return False
    analysis, quantity = context.sentence.analysis, context.quantity
    behind = [t for t in analysis.times if analysis.text[quantity.end : t.start].strip() == "i"]
    return any((t.until or t.year or now) < now - 1 for t in behind)


def opens_earlier(context: Context) -> bool:
    """``I vores forrige projekt, …, var målet 600``: a goal in the past, in a sentence that opens with an earlier
    time; ``sidste års tal var 51 mod et mål på 50``: one that a result of that time is held against."""
    against = any(token.lower == "mod" for token in context.left[-MOST_AGAINST:])
    if against and context.before[-1:] == ("earlier_result",):
        return True
    tokens = context.sentence.analysis.tokens
    opened = any(token.lower in EARLIER for token in tokens[:OPENING])
    goal = max((i for i, token in enumerate(context.preceding) if "goal" in token.signs), default=None)
    if not opened or goal is None:
        return False
    return any("past" in token.signs for token in context.preceding[max(0, goal - 1) :])


MOST_AGAINST = 5
"""Words between *mod* and the goal that a result is held against."""
FORMER = EARLIER | {"første", "oprindelige", "gamle"}
PAPERS = ("plan", "aftale", "ansøgning", "version", "udgave", "kontrakt", "strategi", "beskrivelse", "program")


def of_former_paper(context: Context) -> bool:
    """``I den oprindelige aftale var tallet 90``, ``I den første plan stod der, at …``: of a paper that another
    has taken the place of."""
    words = [token.lower for token in context.preceding[:OPENING]]
    if len(words) < OPENING or words[:2] != ["i", "den"] or words[2] not in FORMER or not words[3].endswith(PAPERS):
        return False
    return any("past" in token.signs or token.lower == "var" for token in context.preceding)


def _was_at_start(context: Context) -> bool:
    """``Netværket startede med 17 klubber. I dag er der 96``: where something began, before what it has come to."""
    words = [token.lower for token in context.left[-2:]]
    if context.answer is None or words not in (["startede", "med"], ["begyndte", "med"]):
        return False
    return bool(context.answer.quantities) and context.answer.text.startswith(("I dag", "Nu ", "Aktuelt"))


def goes_on_earlier(sentence: Sentence) -> bool:
    """``Resultatet blev 512``, ``Det mål blev nået med 512``: takes up what the sentence before told."""
    first = sentence.analysis.tokens[0].lower
    return first in ("det", "den", "dette", "resultatet", "her", "tallet") and sentence.analysis.has("past")


def was_before(context: Context) -> bool:
    """``I 2030 var det 9,6 pct.`` in a report on 2031, behind what it tells of its own year."""
    sentence = context.sentence
    if _was_at_start(context):
        return True
    year, tokens = sentence.part.paper.year, sentence.analysis.tokens[:WORDS_BEFORE]
    if sentence.part.paper.kind not in REPORTS or year is None or context.after_target or sentence.first_of_passage:
        return False
    years = {time.year for time in sentence.analysis.times if time.year}
    taken_up = any(token.lower in ANAPHORIC for token in tokens)
    past = any("past" in token.signs or token.lower == "var" for token in tokens)
    return bool(years) and max(years) < year and past and taken_up and not speaks_of_goal(sentence.text)
