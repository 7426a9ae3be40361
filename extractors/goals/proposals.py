"""What is only proposed, and what somebody has asked for and nobody has decided."""

from __future__ import annotations

import regex

from extractors.goals.reading import Sentence
from extractors.language.analysis import Quantity
from extractors.language.danish import DEFINITE

_UNDECIDED = regex.compile(
    r"\b(?:hvilket|som|det|dette|ønsket|forslaget|anmodningen)\b[^.]{0,60}\b(?:drøfter|drøftes|behandler|behandles|"
    r"tager\sstilling\stil|tages\sstilling\stil|tager\sop|vurderer|vurderes)\b",
    regex.IGNORECASE,
)
"""``…, hvilket udvalget tager stilling til i maj``"""
_DECIDED = regex.compile(
    r"\b(?<!ikke\s)(?:vedtaget|vedtog|godkendt|godkendte|imødekommet|imødekom|tiltrådt|tiltrådte|besluttet|besluttede|"
    r"aftalt|fulgt|tilsluttede)\b",
    regex.IGNORECASE,
)

_OPEN = regex.compile(
    r"\bbeslutning\p{Ll}*\s(?:herom\s)?(?:træffes|tages|ventes|forventes)\s(?:først|senere)\b|"
    r"\b(?:som|der)\sikke\s(?:opgøres|måles|følges|afrapporteres)\s(?:her|i\sden(?:ne)?\s)",
    regex.IGNORECASE,
)
"""``…, men beslutningen træffes først i april``, ``…, som ikke opgøres her``: behind what is no goal here."""

_TO_COME = regex.compile(r"^(?:Ønsker|Forslag|Idéer|Ideer|Oplæg|Udkast)\s(?:til|om)\b|\(til\sdrøftelse\)")
"""Titles above what is only proposed: ``Ønsker til de kommende år``."""
_POSSIBLE = regex.compile(
    r"\b(?:mulige|tænkelige|eventuelle|skitserede|foreslåede)\s(?:\p{Ll}+\s)?(?:\p{Ll}*mål|måltal|\p{Ll}*kriterier)\b"
)
"""Above goals that are only thought of: ``Notatet nævner to mulige succeskriterier:``"""
_CONSIDERED = regex.compile(
    r"\b(?:drøft|overvej|diskuter|undersøg)\p{Ll}*,?\s(?:om|hvorvidt|muligheden\sfor)\b", regex.IGNORECASE
)
"""``Rådet har drøftet, om der skal være et mål``: no goal yet."""

_FLOATED = regex.compile(
    r"\bønske(?:r|t)?\som\s(?:et|en|at)\b|\b(?:fremsat|fremsatte|stillet|stillede|rejst|rejste|luftet|luftede|lufter|fremlagt)\b[^.]{0,20}"
    r"\b(?:ønske|forslag|tanke|idé|ide)\p{Ll}*\b|\bl(?:ægger|agde|agt)\b[^.]{0,30}\bop\stil\b|"
    r"\banbefaling\p{Ll}*\ser,\sat\b[^.]{0,60}\bbør\b|"
    r"\b(?:kunne|kan|bør|burde|ville)\s(?:\p{Ll}+\s)?(?:sættes|hæves|sænkes|løftes|lempes|skærpes|forhøjes|nedsættes|ændres)\b|"
    r"\bforesl(?:å|åede?|og|ået)\p{Ll}*\b[^.]{0,60}\b(?:lempes|hæves|sænkes|løftes|skærpes|sættes|sigtes)\b",
    regex.IGNORECASE,
)
"""Words by which a goal is only thought of."""


def is_proposed(sentence: Sentence, quantity: Quantity) -> bool:
    """True for a number of running text behind a word of proposing, unless it is what the proposal starts from, and
    for what stands below a title of proposals."""
    before = sentence.analysis.tokens[: quantity.first]
    if before and before[-1].lower == "fra":
        return False
    if sentence.part.kind != "target" and _TO_COME.search(sentence.lead):
        return True
    return sentence.part.kind == "prose" and any("proposal" in token.signs for token in before)


def is_wished(sentence: Sentence, following: Sentence | None, quantity: Quantity) -> bool:
    """``Skovby har foreslået, at målet løftes til 70 pct.``: somebody has asked for another value of a goal, and
    the text does not say that it was granted. Contracts set what their parties wish. ``following`` is the next
    sentence of the passage."""
    tokens = sentence.analysis.tokens[: quantity.first]
    if sentence.part.paper.kind != "contract" and (
        _POSSIBLE.search(sentence.lead) is not None
        or _OPEN.search(sentence.text, quantity.end) is not None
        or _is_considered(sentence, quantity)
        or _is_floated(sentence, following, quantity)
    ):
        return True
    wish = next((i for i, token in enumerate(tokens) if "wish" in token.signs), None)
    if wish is None or tokens[-1].lower == "fra" or sentence.part.paper.kind == "contract":
        return False
    asked = {sign for token in tokens[max(0, wish - 1) :] for sign in token.signs}  # `målet bør hæves`
    if "goal" not in asked:
        return False
    texts = [sentence.text, *([following.text] if following is not None else [])]
    if any(_DECIDED.search(text) for text in texts):
        return False
    considered = tokens[wish].lower.startswith("overvej")  # no goal yet, whatever is to become of it
    return considered or "revised" in asked or _UNDECIDED.search(sentence.text, quantity.end) is not None


def _is_floated(sentence: Sentence, following: Sentence | None, quantity: Quantity) -> bool:
    """``Der er fremsat ønske om et mål på 55 pct.``, ``Nogle peger på, at loftet kunne sættes til 1 pct.``: spoken
    of as a goal that there might be; nothing tells that it was decided."""
    if _FLOATED.search(sentence.text, 0, quantity.start) is None:
        return False
    return not any(_DECIDED.search(s.text) for s in (sentence, following) if s is not None)


def _is_considered(sentence: Sentence, quantity: Quantity) -> bool:
    """True behind a word for a goal of which it is only asked whether there should be one; ``målet`` is there."""
    asked = _CONSIDERED.search(sentence.text, 0, quantity.start)
    if asked is None or _DECIDED.search(sentence.text):
        return False
    tokens = sentence.analysis.tokens[: quantity.first]
    named = [token for token in tokens if token.start >= asked.end() and "goal" in token.signs]
    return bool(named) and not named[0].lower.endswith(DEFINITE)
