"""Lines that begin with the number of a sub-goal, and titles that say whose result comes (``Status mål 1.2``)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from extractors.goals.figures import is_row_of_figures
from schemas.language import lexicon

NUMBERS = regex.compile(r"\d{1,2}\.\d{1,2}")
_LIST = r"\d{1,2}\.\d{1,2}(?:\s*(?:,|og|&|samt|-|–)\s*\d{1,2}\.\d{1,2})*"
_REPORTED_SUB = regex.compile(
    r"(?:status|resultat(?:er)?|opfølgning|afrapportering|målopfyldelse|opfyldelse|vurdering|redegørelse)"
    rf"(?:\s(?:for|på|af|til|vedr\.|vedrørende))?\s(?:del|under)?mål\s(?:nr\.\s)?(?P<subs>{_LIST})\s*"
    r"(?:[-–—:.]\s*(?P<rest>\S.*)?)?$",
    regex.IGNORECASE,
)
_AD_SUB = regex.compile(
    rf"A[dD]\.?\s(?P<name>(?:(?:del|under)?mål|(?:del)?krav|punkt|pkt\.|nr\.)\s)?(?P<subs>{_LIST})"
    r"\s?[.:)–-]?(?:\s+(?P<rest>\S.*))?$"
)
_SUB_LINE = regex.compile(r"(?P<subs>\d{1,2}\.\d{1,2})\.?\s+(?P<rest>[A-ZÆØÅ\d].*)")
_COUNTS = regex.compile(r"\b(?:" + "|".join((*lexicon().numerals, *lexicon().fractions)) + r")\b", regex.IGNORECASE)
_SHORTENED = (
    "pct|ca|mio|mia|kl|nr|pr|jf|inkl|ekskl|min|maks|hhv|kr|stk|tlf|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec"
)
_SENTENCE_END = regex.compile(
    rf"[^\s.]{{2,}}[.!?](?=\s+\p{{Lu}}|(?<!\b(?:{_SHORTENED})\.)(?<=\p{{L}}{{3}}[.!?])\s+\d[\d.]*\s\p{{Ll}})"
)
_COUNTED = regex.compile(rf"(?:\d[\d.]*|{'|'.join(lexicon().numerals)})\s\p{{Ll}}", regex.IGNORECASE)
_MONTHS = "|".join(lexicon().interim["months"] + ("december",))
WHEN = (
    r"(?:[\s,(]{1,2}(?:pr\.|per|ultimo|primo|medio|ved|i|for|efter|den|d\.|til|og|med|foreløbigt?|foreløbige|midtvejs|"
    r"halvåret|halvårets|halvår|kvartal|årsskiftet|årets|året|udgang|udgangen|slutningen|af|første|andet|tredje|"
    rf"{_MONTHS}|\d{{1,2}}\.|20\d\d|\d{{1,2}}[./]\d{{1,2}}\.?(?:[./-]?\d{{2,4}})?)(?=[\s,():])\)?){{1,7}}"
)
"""The time behind a label: ``Resultat pr. 30. juni:``, ``Status (1. halvår 2031):``, ``Status 30.6.:``."""
_MORE = ("Øvrige ", "Andre ", "Supplerende ")
_OF_GOALS = ("mål", "krav", "indikator", "succeskriteri", "milepæl", "løfter")
LONGEST_TITLE, LONGEST_REPORTED = 60, 110
FEWEST_WORDS, LONGEST_PARAGRAPH = 4, 300
"""Words of a sentence that is no title with a full stop, and characters of its line."""
SHORTEST_NOUN = 4
"""Letters of the noun of a target that is no more than a count: ``8.1 90 kurser``."""


_TOLD_SUB = regex.compile(
    r"(?:status|resultat(?:er)?|opfølgning|afrapportering|målopfyldelse|opfyldelse|vurdering)"
    rf"(?:\s(?:for|på|af|til|vedr\.|vedrørende))?\s(?P<subs>{_LIST})\s*(?:[-–—:]\s*(?P<rest>\S.*)?)?$",
    regex.IGNORECASE,
)


_TOLD_GOAL = regex.compile(
    r"(?:(?:opnåede|foreløbige|årets|samlet)\s)?"
    r"(?P<told>afrapportering|målopfyldelse|resultat|status|opfølgning)?"
    r"(?(told)|(?:redegørelse|bemærkning|kommentar|vurdering|evaluering))"
    r"[^.:;]{0,60}?[-–—:,]?\s*mål\s(?P<no>\d{1,2})(?!\.\d)\s*(?::?\s*$|[-–—:]\s*(?P<rest>\S.*)$)",
    regex.IGNORECASE,
)


_TELLING = (
    "opnåede", "foreløbige", "årets", "samlet", "afrapportering", "målopfyldelse", "resultat", "status",
    "opfølgning", "redegørelse", "bemærkning", "kommentar", "vurdering", "evaluering",
)  # fmt: skip
"""What such a title begins with; cheap to ask of a line."""
_OPENING = 16


class ToldGoal(NamedTuple):
    """The goal whose results a title says to follow, and where in it the text begins, if it does."""

    goal_no: str
    start: int | None


class ReportedSubs(NamedTuple):
    """The sub-goals whose results a title says to follow, and where in it the text begins, if it does."""

    subs: tuple[str, ...]
    start: int | None


def told_goal(text: str, *, remarks: bool) -> ToldGoal | None:
    """``Status på mål 3``, ``Opfølgning på mål 3: Der er holdt 14 kurser.``; with ``remarks``, in a report, also
    ``Redegørelse for mål 3``. None for any other line."""
    if not text[:_OPENING].lower().startswith(_TELLING):
        return None
    match = _TOLD_GOAL.match(text)
    if match is None or not (remarks or match["told"]):
        return None
    rest = match["rest"]
    says = rest is not None and (rest.endswith(".") or any(char.isdecimal() for char in rest))
    if not says and len(text) >= LONGEST_REPORTED:
        return None
    return ToldGoal(match["no"], match.start("rest") if says else None)


def reported_subs(text: str) -> ReportedSubs | None:
    """``Status mål 1.2``, ``Resultat for delmål 8.1 og 8.2: …``; None for any other line."""
    match = _REPORTED_SUB.match(text)
    if match is None:
        return None
    start = match.start("rest") if match["rest"] else None
    return ReportedSubs(tuple(NUMBERS.findall(match["subs"])), start)


def tells_fulfilled(said: str) -> bool:
    """True for what is said of a numbered target that was reached or not: ``(Delmål 6.2 er) opfyldt 91 pct.``,
    ``(Mål 6.3 blev) ikke helt nået``."""
    for word in said.lower().split()[:MOST_AHEAD]:
        signs = lexicon().signs(word.strip(".,;:"))
        if signs & {"fulfilled", "reached"}:
            return True
        if word not in _DEGREES:
            return False
    return False


_DEGREES = frozenset({"ikke", "helt", "fuldt", "delvist", "næsten", "også", "kun", "ud"})
MOST_AHEAD = 4
"""Words, one of which tells so: ``ikke fuldt ud nået``."""


def told_subs(text: str) -> ReportedSubs | None:
    """``Status 1.1``, ``Resultat 3.2 og 3.3: …``, which could be days; None for any other line."""
    match = _TOLD_SUB.match(text)
    if match is None:
        return None
    return ReportedSubs(tuple(NUMBERS.findall(match["subs"])), match.start("rest") if match["rest"] else None)


def answered_subs(text: str) -> ReportedSubs | None:
    """``Ad 1.1``, ``Ad delmål 2.3: …``, ``Ad 1.1 og 1.2``: the sub-goals of another paper that the text below, or
    behind, answers; None for any other line."""
    match = _AD_SUB.match(text)
    if match is None:
        return None
    return ReportedSubs(tuple(NUMBERS.findall(match["subs"])), match.start("rest") if match["rest"] else None)


def stated_line(text: str) -> regex.Match[str] | None:
    """``1.1 Der skal gennemføres 60 ture``, ``1.2 Halvdelen af holdene skal …``: a numbered line that states a
    figure, no title and no row of a table."""
    match = _SUB_LINE.match(text)
    if match is None or is_row_of_figures(text) or "\t" in text or "..." in text:
        return None
    figured = any(char.isdecimal() for char in match["rest"]) or _COUNTS.search(match["rest"])
    words = match["rest"].split()
    counted = len(words) == 2 and words[0].isdecimal() and words[1].isalpha() and len(words[1]) >= SHORTEST_NOUN
    return match if (figured and len(words) > 2) or counted else None


def is_due(number: str, goal: str, headed: Sequence[str]) -> bool:
    """True for a sub-goal of this goal, or of the one that is headed next: pages print what a goal asks for above
    its title as well as below. ``headed`` are the goals of the paper in the order of their titles."""
    return number == goal or any(pair == (goal, number) for pair in pairwise(headed))


_TITLE_END = regex.compile(r"(?<=\p{L}{3})\.\s+(?=\p{Lu}|\d+\s\p{Ll})")


def first_sentence(text: str) -> str:
    """The text up to the full stop before the next capital letter; all of it where there is none."""
    match = _SENTENCE_END.search(text)
    return text[: match.end()] if match is not None else text


def is_stated(title: str) -> bool:
    """``120 lærere deltager hvert år i kurserne.``: no title but a sentence, which begins with what it counts."""
    return _COUNTED.match(title) is not None and first_sentence(title).endswith(".")


def is_paragraph(title: str) -> bool:
    """``Køen var 12 dage i juni. Det er``: no title but a sentence and the beginning of the next."""
    if len(title) > LONGEST_PARAGRAPH:
        return False
    first = first_sentence(title)
    return first != title and len(first.split()) >= FEWEST_WORDS


def told_behind(title: str) -> int | None:
    """Where a sentence begins behind a title of a few words: ``Kurser. Der er holdt 14 lange og``; None where none
    does."""
    match = _TITLE_END.search(title)
    if match is None or len(title[: match.start()].split()) >= FEWEST_WORDS:
        return None
    return match.end() if len(title[match.end() :].split()) >= FEWEST_WORDS else None


def is_title_of_more(text: str) -> bool:
    """``Øvrige målinger af kendskabet``, ``Andre aktiviteter``: the title of what is told beside the goal."""
    if not text.startswith(_MORE) or len(text) > LONGEST_TITLE or not text[-1].isalpha():
        return False
    lowered = text.lower()
    goals = any(
        (word.startswith(_OF_GOALS) and not word.startswith("måling")) or word.endswith(("mål", "målene"))
        for word in lowered.split()
    )
    return not goals and not any(char.isdecimal() for char in text)


def sets_count(title: str) -> bool:
    """``Huset afholder 12 netværksmøder``: a verb of aim right before a count."""
    words = title.lower().split()
    return any(word[:1].isdecimal() and "aim" in lexicon().signs(before) for before, word in pairwise(words))
