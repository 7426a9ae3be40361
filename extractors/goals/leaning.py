"""Which way a goal of running text points, where its number bears no sign: is less of it better?

A number to which something is brought down, of a burden (``Sygefraværet er målsat til 4,5 pct.``, ``Målet er 12
klager``), that is permitted (``Der må komme 12 klager``), or in which something happens (``svar på 5 dage``) is a
most. A length of time of which nothing tells is left undecided.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from extractors.goals.headings import is_brought_down
from extractors.goals.moved_goals import is_move_of_goal
from extractors.goals.statements import Statement
from extractors.goals.wording import reach_of
from extractors.language.analysis import Token
from extractors.language.counting import is_duration, is_time_passed
from extractors.language.stems import stem
from schemas.language import lexicon

TAKEN = frozenset({"gik", "går", "gået", "tog", "tager", "taget", "ventede", "venter", "ventet"})
"""Verbs by which time passes until something is done."""
PERMITS = frozenset({"må", "måtte"})
MEANS_MUST = frozenset({"op", "nå", "nås", "opnå", "sige", "siges", "konstatere", "erkende", "nøjes", "forventes"})
"""Words behind *må* with which it permits nothing: ``vi må op på 80``."""
_DEALT = regex.compile(
    r"\b(?:behandl|afgør|afgjort|besvar|løs(?:t|es|e)\b|håndter|afslut|forebygg|undgå)\w*", regex.IGNORECASE
)
"""Words by which more events that are dealt with are better."""
_HAPPENS = regex.compile(
    r"\b(?:svar|svaret|fremme|klar|klare|færdig|færdige|ryddet|afgjort|afgøres|behandlet|behandles|besvaret|besvares|leveret|leveres|"
    r"tilbudt|tilbydes|tilbud|hjælp|plads|tid|samtale|afgørelse|løst|løses|udbedret|udbedres|visiteret|kontakt|kontaktes|kontaktet|"
    r"gennemført|udbetalt|udbetales|indkaldt|indkaldes|begynde|starte|i\sgang|på\splads)\b",
    regex.IGNORECASE,
)
"""What happens in a length of time: ``svar på 5 dage``, ``fremme på 10 minutter``."""
_OF_TIME = regex.compile(r"\b(?:service|svar|respons|tids)(?:mål|frist|krav)|\bfrist", regex.IGNORECASE)
"""Goals that are by their name times within which something is done."""
_PASSES = regex.compile(r"tid(?:en|er|erne)?\b|frist")
"""At the end of words for times: ``svartid``, ``ventetiden``."""
_DURING = ("løbet", "af")


def leans_down(statement: Statement) -> bool:
    """True where less is better."""
    if _brought_down(statement):
        return True
    if _is_permitted(statement):
        return True
    if statement.change or _is_of_all(statement):
        return False
    if _is_burden(statement) or _is_event(statement):
        return True
    return _is_within(statement) or (is_time(statement) and _is_of_waiting(statement))


def _is_of_all(statement: Statement) -> bool:
    """``På grund af forsinkelser er målet nu, at alle 23 havne tilbyder …``: of all there can
    be none too many."""
    tokens, first = statement.sentence.analysis.tokens, statement.quantity.first
    return any(token.lower in ("alle", "samtlige") for token in tokens[max(0, first - 2) : first])


def is_time(statement: Statement) -> bool:
    """True for a length of time that may be a waiting time or a course."""
    return is_time_passed(statement.quantity.counted or statement.quantity.unit)


def tells_time_taken(statement: Statement) -> bool:
    """``I 2031 gik der 6 dage``, ``sagsbehandlingstiden var 12 dage``: a result that says what the time is of."""
    tokens = statement.sentence.analysis.tokens
    return any(token.lower in TAKEN or "burden" in token.signs for token in tokens)


def _brought_down(statement: Statement) -> bool:
    """``ventetiden skal nedbringes til 30 dage``: a level that is to be no higher."""
    analysis, quantity = statement.sentence.analysis, statement.quantity
    if analysis.has("revised") and is_move_of_goal(statement.sentence, quantity):
        return False  # `Måltallet er nedsat fra 90 til 70`
    before = analysis.tokens[: quantity.first]
    index = statement.place
    if index and before and before[-1].lower == "til":
        start = analysis.quantities[index - 1]
        signs = {sign for token in before for sign in token.signs}
        moved = signs & {"change_up", "change_down"} and "proposal" not in signs
        if moved and start.first and analysis.tokens[start.first - 1].lower == "fra":
            return start.value > quantity.value  # `fra 2,2 til 1,8`
    words = [token.lower for token in before[-2:]]
    if words[:1] == ["ned"] or (words[-1:] == ["under"] and "ned" in [t.lower for t in before[-4:]]):
        return True
    return words[-1:] == ["til"] and any("change_down" in t.signs for t in before[-8:])


def _is_burden(statement: Statement) -> bool:
    """``Sygefraværet er målsat til 4,5 pct.``: the last thing named before the number, or the title above, is one
    that is better the less there is of it."""
    analysis = statement.sentence.analysis
    first, _ = reach_of(analysis, statement.place)
    own = analysis.signs(first, statement.quantity.first)
    if own & {"burden", "ceiling"}:
        return True
    if len(statement.words.own - _held_against(statement)) < 2 and "burden" in analysis.signs(
        0, statement.quantity.first
    ):
        return True  # `Fraværet blev 4,9 pct. og ligger over måltallet på 4,5 pct.`
    signs = lexicon().signs
    above = f"{statement.sentence.lead} {statement.sentence.part.heading}".lower().replace(":", " ").split()
    burdens = [word for word in above if "burden" in signs(word)]
    if statement.quantity.share and _PASSES.search(" ".join(burdens)) is not None:
        return False  # of a time that passes a share is how often it is kept
    return statement.quantity.counted is None and bool(burdens)


def _held_against(statement: Statement) -> set[str]:
    """The stems of words that only hold a result against the number: ``lidt højere end de forudsatte 4,8``."""
    tokens = statement.sentence.analysis.tokens[: statement.quantity.first]
    end = next((place for place in range(len(tokens) - 1, -1, -1) if tokens[place].lower == "end"), len(tokens))
    said = [t for t in tokens[end:] if t.signs & {"agreed", "planned"}]
    return {stem(token.lower) for token in (*tokens[max(0, end - 2) : end], *said)}


def _is_permitted(statement: Statement) -> bool:
    """``Der må komme 12 klager``, ``10 pct. af sagerne må blive omgjort``: what is permitted is a most; what must
    not be has a sign of its own."""
    tokens, quantity = statement.sentence.analysis.tokens, statement.quantity
    bound = [i for i, token in enumerate(tokens[: quantity.first]) if "bound" in token.signs]
    if not bound and quantity.first <= 2:
        bound = [i for i, t in enumerate(tokens[quantity.last + 1 : quantity.last + 9], quantity.last + 1)
                 if "bound" in t.signs][:1]  # fmt: skip
    if not bound or tokens[bound[-1]].lower not in PERMITS:
        return False
    behind = tokens[bound[-1] + 1 : bound[-1] + 5]
    return not any(token.lower in MEANS_MUST or "negation" in token.signs for token in behind) and not _denied(
        tokens, bound[-1]
    )


def _denied(tokens: Sequence[Token], place: int) -> bool:
    return any("negation" in token.signs for token in tokens[max(0, place - 3) : place])


def _is_event(statement: Statement) -> bool:
    """``Målet er 12 klager``: events that nobody wants, unless they are to be dealt with."""
    quantity = statement.quantity
    if quantity.counted is None:
        return False
    signs = {sign for word in quantity.counted.lower().split() for sign in lexicon().signs(word)}
    return {"flow", "burden"} <= signs and _DEALT.search(statement.sentence.text) is None


def _is_within(statement: Statement) -> bool:
    """``svar på 5 dage``, ``ryddet i løbet af 3 uger``: a length of time in which something happens."""
    if not is_duration(statement.quantity.counted or statement.quantity.unit):
        return False
    before = [token.lower for token in statement.sentence.analysis.tokens[: statement.quantity.first]]
    if tuple(before[-2:]) == _DURING:
        return True
    return before[-1:] in (["på"], ["efter"]) and _HAPPENS.search(statement.sentence.text) is not None


def _is_of_waiting(statement: Statement) -> bool:
    """True where the sentence, the text above it or the title of the paper speaks of waiting times and the like."""
    sentence = statement.sentence
    if "burden" in sentence.analysis.signs() or _OF_TIME.search(sentence.text):
        return True
    texts = (sentence.lead, sentence.part.heading, sentence.part.goal_title, sentence.part.paper.title or "")
    return any(map(_speaks_of_waiting, texts))


@lru_cache(maxsize=1024)
def _speaks_of_waiting(text: str) -> bool:
    return is_brought_down(text)
