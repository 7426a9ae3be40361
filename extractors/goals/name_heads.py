"""Heads of columns that are names of what values are told for: places, houses, segments."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex

from extractors.goals.column import Column
from extractors.tables.labels import is_bare_total
from schemas.language import lexicon
from schemas.places import is_place

_NAMED = regex.compile(
    r"(?:Erhvervshus|Kommune|Region|Regionshospitalet|Hospitalet|Sygehus|Socialtilsyn|KKR|FGU|Jobcenter)\s\p{Lu}|"
    r"(?:Hele\s(?:landet|regionen|kommunen|klyngen)|Regionen)$"
)
"""Names of houses and bodies, and of all of them."""


def is_name(head: str) -> bool:
    """True for a place, a house, a segment or the total of them: ``Fyn``, ``Erhvervshus Havland``, ``Drift``."""
    plain = head.strip(" .*:")
    if is_place(plain) or is_bare_total(plain) or _NAMED.match(plain) is not None:
        return True
    words = [word.lower() for word in plain.split()]
    return len(words) == 1 and any(sign.startswith(("segment:", "bare:")) for sign in lexicon().signs(words[0]))


_UNTOLD = frozenset({"unit", "earlier", "comparison", "fulfilment", "number", "remark"})
"""Kinds of columns that tell no result of a name."""
FEWEST_KNOWN = 2
"""Names of places among heads of which one tells what the others are."""
LONGEST_NAME, MOST_WORDS = 30, 3
"""Characters and words of a name."""
_MAY_NAME = regex.compile(r"\p{Lu}[\p{L}\d.&/’'-]*(?:\s[\p{L}\d.&/’'-]+)*")
_MEASURE = regex.compile(
    r"(?:antal|andel|pct|procent|score|point|vægt|note|ændring|udvikling|forskel|tendens|besvarelser|svar|respondenter|"
    r"gennemsnit|snit|sum|beløb|niveau|værdi|bedste|laveste|højeste|minimum|maksimum|median)\p{Ll}*\b",
    regex.IGNORECASE,
)
"""Words of heads that say what is counted."""
_HOUSE = (
    r"\p{L}*(?:hospital|sygehus|afdeling|afsnit|skole|cent(?:er|re)|institution|tilbud|have|hus|område|distrikt|kommune|"
    r"region|enhed|station|forvaltning|team|bibliotek|klinik|matrik(?:el|ler)|hal|speciale|by|bydel|havn|værk|selskab|"
    r"leverandør|gruppe|lokation|campus|kontor|klynge|hjem|plads|rute)(?:er|en|et|e|r|s)?(?:ne|ene)?"
)
_BY_NAME = regex.compile(
    rf"\b(?:pr\.|på|efter|for|i|hos)\s(?:hver(?:t|\saf)?\s|alle\s)?(?:de[nt]?\s)?(?:enkelte\s|\p{{L}}+\s)?{_HOUSE}\b",
    regex.IGNORECASE,
)
"""``Resultat pr. hospital``, ``fordelt på de enkelte skoler``."""
_NEAR = (Decimal("0.6"), Decimal("1.7"))
"""How many times an aim a level without a unit is; parts of a count are smaller."""


def tells_by_name(title: str) -> bool:
    """True for a caption that says that values are told house by house."""
    return _BY_NAME.search(title) is not None


def columns_of_names(columns: Sequence[Column], behind: int = -1) -> list[Column]:
    """The columns of values headed by places or other names that something is told for (``Drift``, ``Erhvervshus
    Havland``); empty where a column of values behind has another head."""
    found = [c for c in columns if c.at > behind and _tells_value(c)]
    return found if len(found) > 1 and all(c.path and is_name(c.path[-1]) for c in found) else []


def columns_by_name(columns: Sequence[Column], aim: Column, *, said: bool) -> list[Column]:
    """The same of all columns but that of the aim, whatever names they are, where the caption says that values are
    told by name (``said``) or most of the heads are places."""
    found = [c for c in columns if c is not aim and _tells_value(c)]
    if len(found) < FEWEST_KNOWN or not all(map(_may_be_name, found)):
        return []
    known = sum(is_name(c.path[-1]) for c in found)
    return found if said or (known >= FEWEST_KNOWN and 2 * known >= len(found)) else []


def columns_said(columns: Sequence[Column]) -> list[Column]:
    """The columns of values below a caption that calls them targets (``Måltal for 2031 fordelt på egne``), headed
    by no more than what they are of; empty where one has another head."""
    found = [c for c in columns if c.values and not (c.is_label or c.is_numbering)]
    return found if all(c.path and (_may_be_name(c) or is_name(c.path[-1])) for c in found) else []


def _tells_value(column: Column) -> bool:
    held = column.values and not (column.is_label or column.is_verdict or column.is_numbering)
    return bool(held) and column.heading.kind not in _UNTOLD


def _may_be_name(column: Column) -> bool:
    meaning, head = column.heading, column.path[-1].strip() if column.path else ""
    if meaning.kind is not None or meaning.year is not None or meaning.unit is not None or meaning.partial:
        return False
    short = 0 < len(head) <= LONGEST_NAME and len(head.split()) <= MOST_WORDS
    return short and _MAY_NAME.fullmatch(head) is not None and _MEASURE.match(head) is None


def are_near(aim: Decimal, values: Sequence[Decimal]) -> bool:
    """True where each value is about as high as the aim: levels that hold for each name, not parts of a count."""
    low, high = _NEAR[0] * aim, _NEAR[1] * aim
    return all(low <= value <= high for value in values)
