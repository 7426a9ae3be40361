"""What was proposed and came to nothing: ``Der blev foreslået 40, men …``, ``ikke vedtaget``."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.goals.reading import Sentence
from extractors.language.analysis import Quantity
from schemas.language import lexicon

_TAKEN_UP = regex.compile(
    r"(?!De\s(?:øvrige|andre|resterende|sidste)\b)(?:Det|Dette|Den|De|Forslaget|Ændringen|Ideen|Ønsket|Tallet)\b"
)
_PROPOSAL = regex.compile(r"\b(?:oplægget|forslaget|udkastet|skitsen|ideen|idéen|ønsket)\b")
_PROPOSED = ("foresl", "forsl", "drøft", "overvej", "anbefal", "ønsk")
_TURNED_DOWN: tuple[tuple[tuple[str, ...], regex.Pattern[str]], ...] = tuple(
    (needed, regex.compile(pattern, regex.IGNORECASE))
    for needed, pattern in (
        (
            ("ikke",),
            r"\bikke\s(?:\w+\s)?(?:vedtaget|godkendt|tiltrådt|imødekommet|støtte|støttet|opbakning|flertal|tilslutning|"
            r"til\snoget|gennemført|taget\smed|kommet\smed|nået\sfrem|fremmes|behandles\snu)\b",
        ),
        (
            ("ikke",),
            r"\bikke\sat\s(?:gå|arbejde)\svidere\b|\bønsk\w+\sikke\b|\bikke\s(?:gå|arbejde[rt]?|gik)\svidere\b",
        ),
        (("men",), rf"\b(?:{'|'.join(_PROPOSED)})\w*\b.*\d.*\bmen\b"),
        (("mål",), r"\bmål(?:et|tallet|sætningen)?\b.*?\s(?:udgår|bortfalder|erstattes\saf|videreføres\sikke)\b"),
        (("tale",), r"\b(?:var|er)\s(?:oprindelig\w*\s)?på\stale\b"),
        (
            (" ",),
            r"\b(?:blev|er|var)\s(?:(?:siden|senere|igen|helt|dermed|derfor|nu|i\s\w+)\s)?"
            r"(?:strøget|slettet|ophævet|opgivet|bortfaldet|udgået|taget\sud)\b(?!.*\bi\sstedet\b)",
        ),
        (
            ("det er", "eg"),
            r"\bdet\ser\s(?:\p{L}+s|deres|hans|hendes)\s(?:eget|egen|egne)\b",
        ),
        (("men det er", ", der"), r"\bmen\sdet\ser\s\p{L}+,\sder\s(?:afgør|bestemmer|beslutter|fastsætter)\b"),
        (("ville", "have", "men"), r"\bville\b[^.]{0,40}\bhave\b.*\bmen\b"),
    )
)
"""Words by which a proposal is told to have come to nothing, each with what must stand in the text in small
letters."""
_WISHED = regex.compile(
    r"\bhavde\s(?:gerne\s)?(?:set|lagt\sop\stil|ønsket|foreslået|anbefalet|håbet)\b"
    r"|\bville\s(?:gerne|hellere|helst)\shave\s(?:haft|set)\b",
    regex.IGNORECASE,
)
"""What somebody would have had: turned down, unless the text tells at once what came of it."""


def is_rejected(sentence: Sentence, following: Sentence | None, *, wished: bool) -> bool:
    """True where running text says, in the sentence or the next, that what it tells was turned down.
    ``wished``: what came of it is told."""
    if sentence.part.kind not in ("prose", "intro", "result", "method"):
        return False
    texts = [sentence.text]
    taken_up = following is not None and (_TAKEN_UP.match(following.text) or _PROPOSAL.search(following.text))
    if following is not None and taken_up and all(map(_is_vote, following.analysis.quantities)):
        texts.append(following.text)
    signs = lexicon().signs
    lowered = [text.lower() for text in texts]
    if any(map(_is_turned_down, texts, lowered)):
        return True
    if not wished and _is_left_out(sentence, following):
        return True
    if not wished and ("havde" in lowered[0] or "ville" in lowered[0]) and _WISHED.search(sentence.text):
        return True
    denials = lexicon().denials
    if any(any(map(text.__contains__, denials)) for text in lowered):
        return True
    for text in lowered:
        words = text.replace(".", " ").replace(",", " ").split()
        told = frozenset().union(*map(signs, words))
        if "rejected" in told and "negation" not in told:
            return True
    return False


_ONCE_PROPOSED = regex.compile(
    r"\b(?:foreslog|havde\s(?:\p{Ll}+\s)?foreslået|blev\s(?:\p{Ll}+\s)?foreslået)\b[^.]*\b(?:skulle|burde)\b",
    regex.IGNORECASE,
)
_GRANTED = regex.compile(
    r"\b(?:vedt(?:og|aget)|godkend(?:te|t)|tiltråd\p{Ll}*|imødekom\p{Ll}*|beslutte(?:de|t)|fulgt?e?|aftalt|indgår|optaget|enige?)\b",
    regex.IGNORECASE,
)


def _is_left_out(sentence: Sentence, following: Sentence | None) -> bool:
    """``Gruppen foreslog et mål om, at fraværet skulle ned på 5 pct. Lauget vurderede, at …``: told in the past in
    the paper that sets the goals, which would state it had it been taken up."""
    if sentence.part.paper.kind != "contract" or _ONCE_PROPOSED.search(sentence.text) is None:
        return False
    return not any(_GRANTED.search(one.text) for one in (sentence, following) if one is not None)


_INSTEAD = regex.compile(
    r"\b(?:ikke|afviser|afviste)\b[^.]*\b(?:og|men)\s(?:\p{Ll}+\s){0,2}(?:anbefaler|foreslår|indstiller)\b",
    regex.IGNORECASE,
)
"""What is turned down, and then what is recommended in its place."""


def is_put_instead(sentence: Sentence, quantity: Quantity) -> bool:
    """``Gruppen kan ikke støtte forslaget og anbefaler, at måltallet på 90 fortsætter``: not the number that was
    turned down."""
    return _INSTEAD.search(sentence.text, 0, quantity.start) is not None


_NO_GOAL = regex.compile(
    r"\b(?:tal|tallet|tallene|beregning\p{Ll}*|skøn\p{Ll}*|fremskrivning\p{Ll}*|prognose\p{Ll}*|det|dette)\s(?:er|udgør)\s"
    r"(?:(?:altså|dog|derfor|således)\s)?ikke\s(?:(?:et|noget|udtryk\sfor\set)\s)?(?:\p{Ll}+t\s)?mål(?:tal)?\b",
    regex.IGNORECASE,
)
FURTHER = 2
"""Sentences behind a number in which the text may say that it is no goal."""


def is_denied(sentence: Sentence, behind: Sequence[Sentence]) -> bool:
    """``I 2034 bliver der brug for 210 standere. I dag er der 78. Beregningen er ikke et mål``: said of a forecast
    a little further on."""
    return any(
        other.passage_no == sentence.passage_no and other.part.kind == "prose"
        and not other.analysis.quantities and _NO_GOAL.search(other.text) is not None
        for other in behind[:FURTHER]
    )  # fmt: skip


def _is_vote(quantity: Quantity) -> bool:
    """``nedstemt med 9 stemmer mod 3``"""
    return quantity.counted in (None, "stemmer") and not quantity.share and not quantity.money


def _is_turned_down(text: str, small: str) -> bool:
    return any(
        all(map(small.__contains__, needed)) and pattern.search(text) is not None
        for needed, pattern in _TURNED_DOWN
    )
