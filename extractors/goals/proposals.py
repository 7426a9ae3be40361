"""What is only proposed, and what somebody has asked for and nobody has decided."""

from __future__ import annotations

import regex

from extractors.goals.moved_goals import is_move_of_goal
from extractors.goals.reading import Sentence
from extractors.language.analysis import Quantity
from extractors.language.danish import DEFINITE

_UNDECIDED = regex.compile(
    r"\b(?:hvilket|som|det|dette|ønsket|forslaget|anmodningen|oplægget|udkastet)\b[^.]{0,60}\b(?:drøfter|drøftes|behandler|"
    r"behandles|tager\s(?:\p{L}+\s){0,3}stilling\stil|tages\s(?:\p{L}+\s){0,3}stilling\stil|tager\sop|vurderer|vurderes|"
    r"sendes\si\shøring|er\ssendt\si\shøring|er\si\shøring)\b",
    regex.IGNORECASE,
)
"""``…, hvilket udvalget tager stilling til i maj``"""
_DECIDED = regex.compile(
    r"\b(?<!ikke\s)(?:vedtaget|vedtog|godkendt|godkendte|imødekommet|imødekom|tiltrådt|tiltrådte|besluttet|besluttede|"
    r"aftalt|fulgt|tilsluttede)\b",
    regex.IGNORECASE,
)

_KEPT = regex.compile(
    r"\b(?:beholde|fastholde|bevare|videreføre)\s(?:det|de|den)\s(?:nuværende|gældende|hidtidige|eksisterende)\b|"
    r"\bmål\p{L}*\s(?:\p{L}+\s)?fastholdes\s(?:derfor|dermed|således|uændret)",
    regex.IGNORECASE,
)
"""What became of the wish for another value: the goal stays as it is."""
_OPEN = regex.compile(
    r"\bbeslutning\p{Ll}*\s(?:herom\s)?(?:træffes|tages|ventes|forventes)\s(?:først|senere)\b|"
    r",\s(?:\p{L}+\s)?afventer\b[^.,]{0,30}\b(?:afklaring|beslutning|stillingtagen|behandling|godkendelse)\b|"
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
    r"\b(?:drøft|overvej|diskuter|undersøg|beslut|tag\p{Ll}*\sstilling\stil)\p{Ll}*,?\s(?:om|hvorvidt|muligheden\sfor)\b",
    regex.IGNORECASE,
)
"""``Rådet har drøftet, om der skal være et mål``: no goal yet."""

_OVER = ("t", "de", "te")
"""Endings of verbs of what has been discussed, or is to be decided."""

_FLOATED = regex.compile(
    r"\bønske(?:r|t)?\som\s(?:et|en|at)\b|\b(?:fremsat|fremsatte|stillet|stillede|rejst|rejste|luftet|luftede|lufter|fremlagt)\b[^.]{0,20}"
    r"\b(?:ønske|forslag|tanke|idé|ide)\p{Ll}*\b|\bl(?:ægger|ægges|agde|agt)\b[^.]{0,30}\bop\stil\b|"
    r"\b(?:drøft|behandl)\p{Ll}*\set\s(?:udkast|oplæg|forslag)\b[^.]{0,80},\shvor(?:efter)?\b|"
    r"\banbefaling\p{Ll}*\ser,\sat\b[^.]{0,60}\bbør\b|"
    r"\b(?:drøft|overvej|diskuter)\p{Ll}*,?\s(?:at|om\sat)\s(?:hæve|sænke|løfte|lempe|skærpe|forhøje|nedsætte|ændre|sætte)\b|"
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
    if is_move_of_goal(sentence, quantity):
        return False  # `efter en drøftelse er det nedsat til 40`
    if sentence.part.kind != "target" and _TO_COME.search(sentence.lead):
        return True
    return sentence.part.kind == "prose" and any("proposal" in token.signs for token in before)


def is_wished(sentence: Sentence, following: Sentence | None, quantity: Quantity) -> bool:
    """``Skovby har foreslået, at målet løftes til 70 pct.``: somebody has asked for another value of a goal, and
    the text does not say that it was granted. Contracts set what their parties wish. ``following`` is the next
    sentence of the passage."""
    tokens = sentence.analysis.tokens[: quantity.first]
    wish = next((i for i, token in enumerate(tokens) if "wish" in token.signs), None)
    if wish is not None and sentence.part.paper.kind == "agenda" and _is_put_up(sentence, wish):
        return False
    if sentence.part.paper.kind != "contract" and (
        _POSSIBLE.search(sentence.lead) is not None
        or _OPEN.search(sentence.text, quantity.end) is not None
        or _is_considered(sentence, quantity)
        or _is_floated(sentence, following, quantity)
    ):
        return True
    if wish is None or tokens[-1].lower == "fra" or sentence.part.paper.kind == "contract":
        return False
    asked = {sign for token in tokens[max(0, wish - 1) :] for sign in token.signs}  # `målet bør hæves`
    if "goal" not in asked:
        return False
    texts = [sentence.text, *([following.text] if following is not None else [])]
    if not any(_KEPT.search(text) for text in texts) and any(_DECIDED.search(text) for text in texts):
        return False
    considered = tokens[wish].lower.startswith("overvej")  # no goal yet, whatever is to become of it
    undecided = _UNDECIDED.search(sentence.text, quantity.end) or (
        following is not None and _UNDECIDED.match(following.text)
    )
    return considered or "revised" in asked or undecided is not None


def _is_put_up(sentence: Sentence, wish: int) -> bool:
    """``Arbejdsgruppen foreslår, at målet hæves til 60``, ``og anbefaler, at …``: what those who prepare an item
    put up for decision now, whatever others wish."""
    tokens = sentence.analysis.tokens
    if tokens[wish].lower not in _PUTTING_UP:
        return False
    near = [*tokens[max(0, wish - PREPARING) : wish], *tokens[wish + 1 : wish + 2]]
    return any(token.lower.endswith(_PREPARERS) for token in near)


_PUTTING_UP = frozenset({"foreslår", "anbefaler", "indstiller"})
_PREPARERS = (
    "arbejdsgruppen", "styregruppen", "erhvervsgruppen", "koordinationsgruppen", "sekretariatet", "embedsgruppen",
    "embedsmandsgruppen", "kd-net", "kommunaldirektørkredsen", "formandskabet",
)  # fmt: skip
"""Those who prepare the items of the agenda of a body of municipalities."""
PREPARING = 9
"""Words before the verb among which they stand."""


def _is_floated(sentence: Sentence, following: Sentence | None, quantity: Quantity) -> bool:
    """``Der er fremsat ønske om et mål på 55 pct.``, ``Nogle peger på, at loftet kunne sættes til 1 pct.``: spoken
    of as a goal that there might be; nothing tells that it was decided."""
    if _FLOATED.search(sentence.text, 0, quantity.start) is None:
        return False
    return not any(_DECIDED.search(s.text) for s in (sentence, following) if s is not None)


def _is_considered(sentence: Sentence, quantity: Quantity) -> bool:
    """True behind a word for a goal of which it is only asked whether there should be one, or whether it should
    have another value: ``har drøftet, om kravet skal lempes til 22 pct.``; without that ``målet`` is there. What is
    to be discussed now (``foreslås det, at rådet drøfter, om målet skal hæves til 25 pct.``) is put up."""
    asked = _CONSIDERED.search(sentence.text, 0, quantity.start)
    if asked is None or _DECIDED.search(sentence.text):
        return False
    tokens = [token for token in sentence.analysis.tokens[: quantity.first] if token.start >= asked.end()]
    named = [token for token in tokens if "goal" in token.signs]
    over = asked[0].split()[0].rstrip(",").endswith(_OVER)
    revised = over and any("revised" in token.signs for token in tokens)
    return bool(named) and (revised or not named[0].lower.endswith(DEFINITE))
