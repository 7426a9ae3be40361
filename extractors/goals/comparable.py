"""Can a result be of what a target asks? Not where the two are far apart, a sum beside a rate, or long over."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from extractors.goals.decided_goals import is_recommended
from extractors.goals.papers import REPORTS, is_of_next, reported_on
from extractors.goals.statements import Statement
from extractors.goals.targets import Aim
from extractors.goals.wording import words_of
from extractors.language.analysis import Quantity
from extractors.language.wholes import is_whole
from schemas.units import SCALES

LATEST = frozenset({"seneste", "senest", "nyeste", "sidste"})
"""Words by which a figure of long ago is told to be the newest there is."""
MANY = Decimal(3)
"""How many times what is asked for each a sum is at least."""
LAG, LAG_OF_MOVES = 2, 3
"""Years by which figures may lag behind the paper that tells them, and those of how far something has risen or
fallen since a year that the target names as well."""
WHOLE = 100
"""What all shares of one thing come to."""
FURTHEST = Decimal(50)
"""How many times an amount may be the other."""
PERIODS = frozenset(
    {
        "år",
        "måned",
        "uge",
        "dag",
        "døgn",
        "kvartal",
        "halvår",
        "sæson",
        "dato",
        "d.",
        "den",
        "primo",
        "medio",
        "ultimo",
    }
)
"""What follows *pr.* where it names a time."""
REACH = 6
"""Words behind a number in which its *pr.* stands."""


def differs(aim: Aim, statement: Statement) -> bool:
    """True for two numbers that cannot be of one thing: far apart, a sum beside what is asked for each of many, or
    so many of others."""
    aimed, reached = aim.quantity, statement.quantity
    if _apart(aimed, reached) or _is_of_others(aim, statement):
        return True
    if aimed.share or not aimed.value or not _is_rate(aim.main) or _is_rate(statement):
        return False
    # nearer to it, the text only leaves out of what it is told for each
    return not 1 / MANY < abs(reached.value / aimed.value) < MANY


def _is_of_others(aim: Aim, statement: Statement) -> bool:
    """``20 skoler skal have en båd … 13 af 52 breve var læst``: a part of what no goal counts."""
    analysis, quantity = statement.sentence.analysis, statement.quantity
    if (
        None in (aim.unit, quantity.unit)
        or aim.unit == quantity.unit
        or statement.place + 1 >= len(analysis.quantities)
    ):
        return False
    whole = analysis.quantities[statement.place + 1]
    return whole.value != aim.value and is_whole(quantity, whole, analysis.tokens)


def is_stale(aim: Aim, statement: Statement) -> bool:
    """``Målet er 500 i 2034. I 2027 var der 320``: of a year long over, told on the way to a target of its own year
    and not called the latest there is. Where an agreement began is no result of it."""
    told = statement.sentence.part.paper.year or statement.sentence.part.paper.now
    if statement.year is None or aim.main.year is None or told is None:
        return False
    lag = LAG_OF_MOVES if aim.main.change and statement.change else LAG
    if statement.year >= min(told - lag, aim.main.year):
        return False
    return not any(token.lower in LATEST for token in statement.sentence.analysis.tokens)


def is_for_later(aim: Aim, statement: Statement) -> bool:
    """``21 pct. søgte i marts. I 2034 er målet 30 pct.``: a target of a year to come, told in the same passage
    behind what is so now. What was reached on the way to it is told behind it."""
    paper = statement.sentence.part.paper
    told = statement.year or paper.year or paper.now
    if aim.main.year is None or told is None or aim.main.year <= told or statement.key >= aim.main.key:
        return False
    return statement.sentence.passage_no == aim.main.sentence.passage_no


def is_out_of_question(aim: Aim, statement: Statement) -> bool:
    """True for a result that cannot answer a target, however near and alike the two are."""
    return (
        is_outdated(aim, statement)
        or is_only_sought(aim, statement)
        or is_other_side(aim, statement)
        or is_for_later(aim, statement)
        or is_to_be_decided(aim)
    )


def is_to_be_decided(aim: Aim) -> bool:
    """True for what is only stated in points that are put up for decision: nothing has come of it."""
    return all(is_recommended(said.sentence) for said in aim.said)


def is_only_sought(aim: Aim, statement: Statement) -> bool:
    """``Der er ansøgt om 22 mio. kr.``: sought and not had, unless the target is to seek it."""
    tokens = statement.sentence.analysis.tokens
    near = tokens[max(0, statement.quantity.first - 4) : statement.quantity.first]
    sought = next(
        (one.lower for one, other in pairwise(near) if "sought" in one.signs and other.lower == "om"), None
    )
    if sought is None:
        return False
    return not any(token.lower.startswith(sought[:3]) for token in aim.main.sentence.analysis.tokens)


def is_outdated(aim: Aim, statement: Statement) -> bool:
    """``I 2033 skal 60 pct. kende huset. Ved målingen i 2031 var det 51``: in the report of a goal, measured before
    the year that it reports. What answers the target is still to come. In an agreement, of a year before it; of the
    next agreement, what the report or the item on the year before it tells."""
    paper = statement.sentence.part.paper
    if _is_of_year_before(aim, statement):
        return True
    if paper.kind == "contract" and paper is aim.paper and paper.year is not None:
        told, asked = _year_of(statement), _year_of(aim.main)
        return told is not None and told < paper.year <= (asked or paper.year)
    if paper.kind not in REPORTS or statement.sentence.part.goal_no is None:
        return False
    year = reported_on(paper)
    if year is None or statement.year is None:
        return False
    if aim.main.year is not None:
        return statement.year < year <= aim.main.year
    own = aim.paper is paper or (aim.paper.kind == "contract" and aim.paper.year == year)
    if not own or statement.year >= year:
        return False
    analysis = statement.sentence.analysis
    dated = max((time.start for time in analysis.times if time.year == statement.year), default=0)
    return not any(
        token.lower in LATEST or (before.text == "," and token.lower in ("som", "der") and token.start < dated)
        for before, token in pairwise(analysis.tokens)
    )  # `af dem, der begyndte i 2030, …` is no older for that


def is_other_side(aim: Aim, statement: Statement) -> bool:
    """``54 pct. er holdt i byen og 46 pct. på landet``: of two shares that make up the whole a target is answered
    by the one of the side that it names alone."""
    sentence, quantity = statement.sentence, statement.quantity
    shares = [q.value for q in sentence.analysis.quantities if q.unit == "%"]
    if quantity.unit != "%" or len(shares) != 2 or sum(shares) != WHOLE or min(shares) <= 0:
        return False
    if len(sentence.analysis.quantities) > 2 or sentence is aim.main.sentence:
        return False
    sides = [words_of(sentence, place).own for place in (0, 1)]
    own, other = (sides[0] - sides[1], sides[1] - sides[0])[:: 1 if statement.place == 0 else -1]
    return aim.words.all.isdisjoint(own) or not aim.words.all.isdisjoint(other)


def _is_of_year_before(aim: Aim, statement: Statement) -> bool:
    """True where nothing but the agreement of a year states the target, and the result is of the year before."""
    agreed, told = aim.paper, statement.sentence.part.paper
    if agreed.kind != "contract" or told is agreed or agreed.year is None:
        return False
    if told.kind == "agenda":
        dated = _year_of(statement) or told.now
        earlier = dated is not None and dated < agreed.year and str(agreed.year) in (agreed.title or "")
    else:
        earlier = is_of_next(agreed, told)
    return earlier and all(said.sentence.part.paper is agreed for said in aim.said)


def _year_of(statement: Statement) -> int | None:
    """The year that is named with a number, else in the label above it: ``Sådan gik det i 2031: …``"""
    return statement.year or statement.sentence.part.year


def _apart(aimed: Quantity, reached: Quantity) -> bool:
    """True for two amounts or counts that are so far apart that they cannot be of one thing: 4 kr. and 15 mio.
    kr."""
    if aimed.share or reached.share or aimed.money != reached.money or not aimed.value or not reached.value:
        return False
    one, other = (quantity.value * SCALES.get(quantity.unit or "", 1) for quantity in (aimed, reached))
    return not 1 / FURTHEST < abs(other / one) < FURTHEST


def _is_rate(statement: Statement) -> bool:
    """True where the number is asked for or told for each of many, not for each year."""
    tokens, quantity = statement.sentence.analysis.tokens, statement.quantity
    before = [token.lower for token in tokens[: quantity.first]]
    if ("for", "hver") in pairwise(before):
        return True
    times = statement.sentence.analysis.times
    for word, of in pairwise(tokens[quantity.last + 1 : quantity.last + 1 + REACH]):
        if word.text in ",;:":
            return False
        if word.lower in ("pr.", "per", "pr"):
            return of.lower not in PERIODS and not any(time.start <= of.start < time.end for time in times)
    return False
