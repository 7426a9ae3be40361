"""What the title of a paper says it is: an agreement or plan whose goals are in force, or a report on it.

The noun that a part of the title opens with tells, be a few names or adjectives before it: ``Havnens ejerstrategi``
is a plan, ``Opfølgning på ejerstrategien`` a report, ``Høringssvar til ejerstrategien`` neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

import regex

PaperKind = Literal["contract", "half_year", "annual", "agenda"]

_AGREED = (
    "aftale", "kontrakt", "strategi", "handleplan", "handlingsplan", "udviklingsplan", "virksomhedsplan", "årsplan",
    "indsatsplan", "arbejdsprogram", "handlingsprogram", "pagt",
    "beskæftigelsesplan", "praksisplan", "aktivitetsplan", "kvalitetsplan", "klimaplan", "resultatkrav",
    "servicemål", "kvalitetsmål", "nøglemål", "styringsmål", "resultatmål", "målskema", "målblad", "målblade",
    "resultatplan", "aftalebrev",
)  # fmt: skip
"""Nouns of papers that state goals, alone or as the end of a compound: ``Årsaftale``, ``Ejerstrategi``."""
_TOLD = (
    "rapport", "rapportering", "beretning", "redegørelse", "opfølgning", "indberetning", "tilbagemelding", "status",
    "statusnotat", "statusark", "evaluering", "målopfyldelse", "målopgørelse", "resultatopgørelse", "slutopgørelse",
    "årsskrift",
)  # fmt: skip
"""Nouns of papers that tell what came of goals."""
_TOLD_ALONE = frozenset(
    {"vurdering", "gennemgang", "måling", "målinger", "opgørelse", "årsopgørelse", "kvartalsbrev", "halvårsbrev",
     "årsbrev", "kvartalsnotat"}
)  # fmt: skip
"""Nouns that tell so where they are no end of another: ``Miljøvurdering`` is none."""
_ASKED = regex.compile(
    r"\bhvor(?:\slangt|dan|når)?\s(?:er|står|nåede|kom|gik|går)\s(?:vi|det|aftalen|planen|partnerskabet|strategien)\b"
)
"""Titles that ask what a report tells: ``Hvor langt er vi?``, ``Hvordan gik det``."""
_OTHERS = frozenset(
    {
        "analyserapport", "revisionsrapport", "tilsynsrapport", "forstudierapport", "miljørapport",
        "budgetopfølgning", "økonomirapport", "økonomirapportering", "økonomiopfølgning", "regnskabsrapport",
        "planredegørelse", "miljøredegørelse", "budgetaftale", "økonomiaftale", "fortrolighedsaftale",
        "databehandleraftale", "lejeaftale", "lejekontrakt", "købsaftale", "ansættelseskontrakt",
        "overenskomstaftale",
    }
)  # fmt: skip
"""Compounds of those nouns whose papers have no goals of their own, or goals of another kind."""
_NO_HEAD = frozenset(
    {
        "om", "til", "for", "af", "på", "vedr", "vedrørende", "fra", "med", "i", "ved", "under", "over", "mod",
        "efter", "og", "samt", "mellem", "ikke",
    }
)  # fmt: skip
"""Words behind which no noun is what a title is about."""
_LEAD = 3
"""Words that may stand before the noun: ``Den fælles ungeindsats’ årsaftale``."""


def _ends_in(nouns: Iterable[str], endings: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?P<noun>[\p{{L}}-]*(?:{'|'.join(nouns)}))(?:{endings})?")


_AGREEMENT = _ends_in(_AGREED, "(?P<definite>e?n)")
_REPORT = _ends_in(_TOLD, "en|n|et")
_PARTS = regex.compile(r"\s[–—-]\s|[:,(]\s?|(?<=\p{L})\.\s")
_DRAFT = regex.compile(r"^\W*(?:udkast\stil|forslag\stil|uddrag\s(?:af|fra))\s")
_WORD = regex.compile(r"[\p{L}\d’'&-]+")
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov)(?:uar|ruar|ts|il|i|ust|tember|ober|ember)?\.?"
_MONTHS = regex.compile(rf"\b{_MONTH}\s?[–-]\s?{_MONTH}(?!\p{{L}})", regex.IGNORECASE)


def titled_kind(title: str) -> Literal["contract", "report"] | None:
    """What a title calls its paper; a report where any part of the title does. None where its noun is neither, and
    for an agreement that tells what came of it as well: ``Driftskontrakt 2031 med årsberetning``."""
    parts = _PARTS.split(title.lower())
    kinds = {kind for place, part in enumerate(parts) if (kind := _part_kind(part, place)) is not None}
    if "report" in kinds or (not kinds and _ASKED.search(title.lower()) is not None):
        return "report"
    told = title.rstrip().endswith("?") or any(_noun(word)[0] for word in _WORD.findall(title.lower()))
    return "contract" if kinds and not told else None


def covers_months(title: str) -> bool:
    """True for months of a year that is not over in them: ``januar–juni 2031``, ``jan.-sep.``."""
    return _MONTHS.search(title) is not None


def _part_kind(part: str, place: int) -> Literal["contract", "report"] | None:
    """What the noun of a part says. Behind the first part ``aftalen`` is an agreement that is spoken of."""
    for word in _leading(_DRAFT.sub("", part)):
        if word in _TOLD_ALONE:
            return "report"
        told, agreed = _noun(word)
        match = told or agreed
        if match is not None and match["noun"] not in _OTHERS:
            spoken_of = told is None and place > 0 and agreed is not None and agreed["definite"] is not None
            return "report" if told is not None else None if spoken_of else "contract"
    return None


@lru_cache(maxsize=8192)
def _noun(word: str) -> tuple[regex.Match[str] | None, regex.Match[str] | None]:
    """The word as the noun of a report, and as that of an agreement. Kept: titles have many words in common."""
    return _REPORT.fullmatch(word), _AGREEMENT.fullmatch(word)


def _leading(part: str) -> Iterator[str]:
    """The words of a part up to the first behind which no noun tells."""
    for place, word in enumerate(_WORD.findall(part)):
        if place > _LEAD or word in _NO_HEAD:
            return
        yield word
