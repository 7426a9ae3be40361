"""Is the target met? By the two numbers, by the stated fulfilment, by what the text itself says."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

import regex

from extractors.goals.comparison import holds
from extractors.goals.decided_goals import is_recommended, is_set
from extractors.goals.papers import Paper
from extractors.goals.statements import Statement
from extractors.goals.targets import Aim, unit_class
from extractors.language.stems import stem
from schemas.language import lexicon
from schemas.records import Verdict
from schemas.units import weights

Stated = Literal["met", "not_met", "partly"]

_FULL = Decimal(100)


@cache
def _phrases() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """The phrases of each verdict as one pattern, in the order of the lexicon."""
    return tuple(
        (name, regex.compile(r"(?<!\w)(?:" + "|".join(map(regex.escape, phrases)) + r")(?!\w)"))
        for name, phrases in lexicon().verdicts
    )


_DENIED = regex.compile(r"\b(?:ikke|ej|aldrig|næppe)\s(?:\w+\s){0,3}$")
"""Before a phrase of a goal that is met: ``vi kom ikke helt i mål``."""


_AMONG = regex.compile(
    rf"\s(?:i|på|hos|for|af|ved)\s(?P<of>\d+|{'|'.join(lexicon().numerals)})\s(?:ud\s)?af\s(?:de\s|vores\s)?(?!(?P=of)\s)"
    rf"(?:\d+|{'|'.join(lexicon().numerals)})\s"
)
"""Behind it: ``Målet er nået på 11 af de 12 skoler``."""


@lru_cache(maxsize=4096)
def stated_verdict(text: str) -> Stated | None:
    """What a sentence says of a goal in words; None where it says nothing. The more specific phrase wins."""
    lowered = " ".join(text.lower().split())
    if "mål" not in lowered and "opfyldt" not in lowered and "indfriet" not in lowered:
        return None
    for name, phrases in _phrases():
        if found := phrases.search(lowered):
            if name == "met" and _DENIED.search(lowered, max(0, found.start() - 40), found.start()):
                return "not_met"
            if name == "met" and regex.search(
                r"\b(?:forvent\w*|når|hvis|skal|kan)\b[^.]{0,60}$", lowered.split("mål")[0]
            ):
                return None
            if name == "met" and _AMONG.match(lowered, found.end()):
                return "partly"
            return name  # type: ignore[return-value]
    return None


_NAMED_GOAL = regex.compile(r"\b(?P<of>\p{L}{4,}?)s?(?:mål|krav)(?:et|ene)\b", regex.IGNORECASE)
_TWO_GOALS = regex.compile(r"\b(?:målet|kravet)\b.*\b(?:mens|men|og)\s(?:målet|kravet)\b", regex.IGNORECASE)


def stated_of(statement: Statement) -> Stated | None:
    """What its own sentence says in words of a result: nothing where it names the goal of another number
    (``ni dage med 462 deltagere, så deltagermålet blev ikke nået``) or speaks of two goals."""
    sentence = statement.sentence
    told = stated_verdict(sentence.text)
    others = [q for q in sentence.analysis.quantities if q.start != statement.quantity.start]
    if told is None or not others:
        return told
    if _TWO_GOALS.search(sentence.text):
        return None
    for match in _NAMED_GOAL.finditer(sentence.text):
        named = stem(match["of"].lower())
        own = any(stem(word).startswith(named) for word in (statement.quantity.counted or "").lower().split())
        if not own and any(stem(w).startswith(named) for q in others for w in (q.counted or "").lower().split()):
            return None
    return told


def of_numbers(aim: Aim, result: Statement, baseline: Decimal | None) -> Verdict | None:
    """The verdict of the two numbers; None where they cannot be compared (a level against a rise).

    A count that is below its yearly target while the year still runs is pending; a share or a score below is not
    met, if only for the time being.
    """
    value = result.quantity.value
    weighed = weights(result.quantity.unit, aim.quantity.unit)
    if weighed is None:
        return None  # `to måneder` and `70 dage`
    value = value * weighed[0] / weighed[1]
    if aim.is_undecided and value != aim.value:
        return None
    if aim.main.change and not result.change:
        if unit_class(aim.quantity) != "procentpoint" or unit_class(result.quantity) != "%":
            if unit_class(aim.quantity) != unit_class(result.quantity):
                return None
        elif baseline is None:
            return None
        else:
            value -= baseline
    paper = result.sentence.part.paper
    high = aim.quantity.high
    if high is not None and value > high and _CORRIDOR.search(aim.main.sentence.text):
        return "not_met"
    if holds(value, aim.comparator, aim.value, high):
        return "pending" if _adds_up(aim) and is_running(aim, paper) and value != aim.value else "met"
    told_in = result.year or paper.year or paper.now
    if aim.until is not None and told_in is not None and aim.until > told_in:
        return "pending"
    running = (is_running(aim, paper) or _so_far(result.sentence.text)) and not is_concluded(aim, result)
    return "pending" if running and may_add_up(aim) else "not_met"


def may_add_up(aim: Aim) -> bool:
    """True for a least value of what comes about piece by piece over a year."""
    counts = unit_class(aim.quantity) in ("count", "money") and not _is_level(aim)
    return counts and aim.comparator not in ("<=", "<")


@cache
def _interim() -> regex.Pattern[str]:
    words = lexicon().interim
    until, months = "|".join(map(regex.escape, words["until"])), "|".join(words["months"])
    plain = "|".join(map(regex.escape, (*words["words"], *words["phrases"])))
    return regex.compile(rf"(?<!\w)(?:{plain}|(?:{until})\s(?:\d{{1,2}}\.\s)?(?:{months}))(?!\w)", regex.IGNORECASE)


@lru_cache(maxsize=4096)
def _so_far(text: str) -> bool:
    """True where a sentence tells what was reached by a day before the end of a year."""
    return _interim().search(text) is not None


_CORRIDOR = regex.compile(r"\b(?:ligge|ligger|holde|holdes|holder)\b[^.,]{0,24}\bmellem\b", regex.IGNORECASE)
"""``skal ligge mellem 20 og 22 grader``: more than the upper end is no better."""


def _adds_up(aim: Aim) -> bool:
    """True for a most value of what comes about piece by piece over the year: accidents, complaints, waste, what is
    spent. Below it in June nothing is won yet; a level such as a waiting time holds at any time, and so does a
    rate."""
    kind = unit_class(aim.quantity)
    if aim.comparator not in ("<=", "<") or kind not in ("count", "money") or aim.main.change:
        return False
    behind = aim.main.sentence.text[aim.quantity.end : aim.quantity.end + 40]
    named = aim.main.metric if kind == "money" else ""
    return is_flow(f"{aim.unit or ''} {aim.quantity.counted or ''} {named}", behind)


_RATE = regex.compile(r"\bpr\.\s\d|\bper\s\d|\bom\s(?:måneden|ugen|dagen)\b|\bad\sgangen\b", regex.IGNORECASE)


def is_flow(counted: str, behind: str = "") -> bool:
    """True for words that count what comes about over a year, where no rate stands behind them."""
    words = counted.lower().replace(",", " ").split()
    return any("flow" in lexicon().signs(word) for word in words) and _RATE.search(behind) is None


def is_concluded(aim: Aim, result: Statement) -> bool:
    """``Resultatet blev 7``, ``Der skulle være holdt seks kurser. Der blev holdt fem``: told as done, whatever the
    rest of the year brings."""
    owed = [token.lower for token in aim.main.sentence.analysis.tokens]
    if "skulle" in owed and not aim.paper.interim and not _so_far(result.sentence.text):
        return True
    before = result.sentence.analysis.tokens[: result.quantity.first]
    return any("result" in token.signs for token in before) and any("past" in token.signs for token in before[-3:])


def _is_level(aim: Aim) -> bool:
    """True for scores and factors: they do not grow over the year."""
    tokens = aim.main.sentence.analysis.tokens
    near = tokens[max(0, aim.quantity.first - 10) : aim.quantity.first + 1]
    return any("score" in token.signs for token in near)


def is_running(aim: Aim, paper: Paper) -> bool:
    """True where the year of the target was not over when the paper that tells the result was written."""
    year = aim.year
    if year is None or paper.final:
        return paper.interim
    if paper.now is not None and (year > paper.now or (year == paper.now and paper.dated)):
        return True
    return paper.interim and year >= (paper.year or year)


def without_result(aim: Aim) -> Verdict:
    """The status of a target that no result stands beside: pending while its time is to come, runs or is not told,
    else unknown.

    A share of the running year in running text is unknown: nobody says that it will be reported.
    """
    paper, year = aim.paper, aim.year
    if aim.standing == "earlier":
        return "unknown"
    if aim.standing == "proposed":
        return "pending"
    if aim.main.year is None and is_set(aim.main.sentence, aim.main.quantity):
        return "pending"  # `Fra nu af bliver målet for fremmøde 91 pct.`
    formal = aim.main.sentence.part.kind != "prose" or paper.kind == "contract" or is_recommended(aim.main.sentence)
    formal = formal or _is_laid_down(aim.main)
    if year is None:
        return "pending"
    if paper.now is None:
        return "pending" if paper.interim or paper.kind == "contract" else "unknown"
    if year > paper.now or (paper.year is not None and year > paper.year):
        return "pending"
    running = (year == paper.now and paper.dated) or (paper.interim and year == paper.year)
    if not running:
        return "unknown"
    counted = unit_class(aim.quantity) in ("count", "money")
    return "pending" if counted or formal else "unknown"


_LABELLED = regex.compile(r"(?:Vores\s|Fælles\s)?(?:Mål|Måltal|Målsætning|Delmål)(?:\s20\d\d)?:\s")
_RAISED = regex.compile(
    r"\b(?:hævet|sænket|skærpet|hæves|sænkes|skærpes)\s(?:(?:det|den|målet|måltallet)\s)?til\s$"
)


def _is_laid_down(main: Statement) -> bool:
    """``Mål: I 2031 cykler 60 pct.``, ``har hævet måltallet til 95 pct. for 2031``: labelled as a goal, or just
    given its value, so that somebody will ask for it."""
    text = main.sentence.text
    return _LABELLED.match(text) is not None or _RAISED.search(text, 0, main.quantity.start) is not None


def of_fulfilment(degree: Decimal, *, parts: int) -> Verdict:
    """The verdict of a stated degree: of a goal of one part met or not, of several parts partly met below 100 %."""
    if degree >= _FULL:
        return "met"
    return "not_met" if parts == 1 else "partly"
