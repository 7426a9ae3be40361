"""What the head of a column, the label of a row or of a card says its values are, and for what time.

The words are data (``schemas/data/goal_tables.toml``); the order in which they decide stands here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

import regex

from extractors.goals.cells import HAS_NUMBER
from extractors.language.counting import is_duration
from schemas.goal_tables import goal_table_words
from schemas.units import DURATIONS, unit_in, unit_of

HeadKind = Literal[
    "aim", "maybe_aim", "outcome", "fulfilment", "within", "verdict", "earlier", "comparison", "deviation",
    "forecast", "budget", "number", "unit", "deadline", "method", "remark", "time",
]  # fmt: skip

LONGEST = 90
"""Characters of a head; longer texts are sentences."""

_YEAR = regex.compile(r"(?<!\d)(?:19[89]|20[0-6])\d(?!\d)")
_SCHOOL_YEAR = regex.compile(r"(?<!\d)20\d\d\s?[/–-]\s?(?:20)?\d\d(?!\d)")
_DAY = regex.compile(r"(?<!\d)(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})(?!\d)")
_LAND = "land"
_NATIONWIDE = regex.compile(r"\bland(?:et|splan|sgennemsnit\w*|sniveau|stal\w*)\b")
_LESS = regex.compile(
    r"\b(?:reduktion|reduceret|fald i|fald på|færre|mindre|besparelse|nedbragt|nedbringelse|mindsk\w+|sparet)\b"
    r"|\b(?:fald|reducer|sænk|nedbring|nedsæt|skær)\w*\s(?:[^\s.]+\s){0,3}?med\s(?:mindst\s|minimum\s)?\d"
    r"|\d\s?(?:%|pct\.?|procent)\slavere\b"
    r"|\b(?:besvare|behandle|løse|afgøre|afslutte|udbedre|indhente)[st]\b(?:\s\p{L}+)?\s(?:inden|senest|til\stiden|rettidig\w*|i\stide)\b"
    r"|\b(?:ledige|uden\s(?:uddannelse|job|arbejde|beskæftigelse)(?:\s(?:eller|og)\s\p{L}+)?|på\skontanthjælp)\b,?\s"
    r"(?:(?:der|som)\s(?!er\b(?!\s(?:kommet|kommer|begyndt|startet|i\s))|ikke\b|fortsat\b|venter\b)|kommet\si\s|"
    r"i\s(?:job|arbejde|uddannelse|\p{L}*praktik|forløb|løntilskud)\b|"
    r"(?:skal\s|bør\s|vil\s)?(?:have|få|får|fået|tilbydes|deltage|modtage|begynde|starte)\b)"
)
"""Where the fall itself is measured, or who is helped out of a burden, more is better."""
STARTED = regex.compile(
    r"\b(?:basis|baseline|udgangspunkt|udgangsniveau|startniveau|startpunkt|startværdi|nulpunkt|referenceår)",
    regex.IGNORECASE,
)
"""In the head of where a measure set out."""
_ACCOUNTS = regex.compile(r"budget(?:tet|ter)?\b|regnskab(?:et)?\b")
_WITHOUT = regex.compile(r"\b(?:uden|ingen)\b")
"""``Genoptræning uden ventetid``: what is had without a burden is no burden."""
_GOAL_NO = regex.compile(r"(?:del|hoved|kommune)?mål\s\d{1,2}\s?[–—:-].*")
"""The title of a goal, which heads no column: ``Mål 8 –``."""
_EDGE = regex.compile(r"^[\s:;,.()/–-]+|[\s:;,.(/–-]+$")
_BARE = regex.compile(
    r"\bt\.o\.m\b|[\s()/.,:;–-]|\b(?:pr|i|for|den|af|året|skoleåret|skoleår|regnskabsåret|kalenderåret|driftsåret|er|var|år|til|og|med|ultimo|primo|medio|d|kr|pct|antal)\b|%"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """``kind`` is None for a name. ``year`` is the one year named. ``partial``: a part of a year that was not over
    at its end; ``whole``: said to be the whole year or its end. ``group`` are the heads above the one that decided,
    ``rest`` the words that are left of that one."""

    kind: HeadKind | None
    year: int | None = None
    partial: bool = False
    whole: bool = False
    group: tuple[str, ...] = ()
    rest: str = ""
    unit: str | None = None


_PERIODS = ("partial", "last", "whole", "partial_months")
_WHOLE: tuple[HeadKind, ...] = ("number", "unit", "deadline", "method")
"""Kinds that a head is as a whole or not at all."""


@lru_cache(maxsize=4096)
def heading(path: tuple[str, ...]) -> Heading:
    """The meaning of a path of heads, outermost first: the innermost that says something decides."""
    heads = [_Head.of(text) for text in path]
    times = [_time(head) for head in reversed(heads)]
    year = next((time[0] for time in times if time[0]), None)
    partial = any(time[1] for time in times)
    whole = any(time[2] for time in times) and not partial
    unit = next((found for text in reversed(path) if (found := unit_in(text) or _time_unit(text))), None)
    fallback: tuple[HeadKind, int, str] | None = None
    for at in range(len(path) - 1, -1, -1):
        kind, rest = _kind(heads[at])
        if kind == "time":
            fallback = fallback or (kind, at, rest)
        elif kind is not None:
            return Heading(kind, year, partial, whole, path[:at], rest, unit)
    if fallback is not None:
        return Heading(fallback[0], year, partial, whole, path[: fallback[1]], fallback[2], unit)
    return Heading(None, year, partial, whole, path[:-1], path[-1] if path else "", unit)


_IN_TIME = regex.compile(r"(?:[(,]\s?|\bi\s)(?:i\s|antal\s)?(?P<unit>\p{Ll}{3,12}\.?)\)?$")


def _time_unit(text: str) -> str | None:
    """The length of time that a head counts in: ``Mål (minutter)``, ``Resultat, hverdage``, ``Krav i dage``."""
    match = _IN_TIME.search(text.rstrip())
    if match is None:
        return None
    unit = unit_of(match["unit"])
    if unit is not None:
        return unit if unit in DURATIONS - {"år"} else None
    return match["unit"] if is_duration(match["unit"]) else None


def are_years_to_come(heads: Sequence[str]) -> bool:
    """True for heads of aims of several years or for bare years, each later than the one before: ``2031``, ``2033``
    or ``Delmål 2031``, ``Slutmål 2033``."""
    meanings = [heading((text,)) for text in heads]
    years = [meaning.year or 0 for meaning in meanings if meaning.kind in ("aim", "time") and not meaning.partial]
    return len(heads) == len(years) > 1 and years[0] > 0 and all(low < high for low, high in pairwise(years))


def is_of_heads(word: str) -> bool:
    """False for a lower case word that no head of any kind may be told by."""
    return bool(goal_table_words().words.of(word)) or _LAND in word


def may_head(word: str) -> bool:
    """True for a lower case word that a head or label of goals may be told by: one without such a word is none."""
    return not goal_table_words().words.of(word).isdisjoint(_TELLING) or (
        _LAND in word and _NATIONWIDE.search(word) is not None
    )


def may_head_aim(word: str) -> bool:
    """True for a lower case word that the head of what was to be reached may be told by."""
    return not goal_table_words().words.of(word).isdisjoint(_AIMS)


def may_head_method(word: str) -> bool:
    """True for a lower case word that the head of how something is measured may be told by."""
    return "method" in goal_table_words().words.of(word)


_TELLING = frozenset(goal_table_words().heads) - {"not"}
_AIMS = frozenset({"aimed", "aim", "maybe_aim"})


class _Head(NamedTuple):
    """One head: as printed, in lower case, and the lists of words of which it may hold an entry."""

    text: str
    lowered: str
    named: set[str]

    @classmethod
    def of(cls, text: str) -> _Head:
        lowered = " ".join(text.lower().split())
        return cls(text, lowered, goal_table_words().named(lowered))

    def has_period(self, *names: str) -> bool:
        """True where a period of one of these lists is named."""
        periods = goal_table_words().periods
        return any(name in self.named and periods[name].search(self.lowered) for name in names)


def _time(head: _Head) -> tuple[int | None, bool, bool]:
    """Year, whether a part of it that was not over at its end, whether all of it."""
    years: set[int] = set()
    days: list[tuple[int, int]] = []
    if HAS_NUMBER.search(head.lowered):
        years = {int(found) for found in _YEAR.findall(_SCHOOL_YEAR.sub(" ", head.lowered))}
        years = years or {int(found[:4]) + 1 for found in _SCHOOL_YEAR.findall(head.lowered)}
        days = [(int(found["day"]), int(found["month"])) for found in _DAY.finditer(head.lowered)]
        days = [(day, month) for day, month in days if 1 <= day <= 31 and 1 <= month <= 12]
    at_end = (31, 12) in days or head.has_period("last")
    begun = bool(days) or head.has_period("partial", "partial_months")
    partial = begun and not at_end
    whole = at_end or head.has_period("whole")
    return (years.pop() if len(years) == 1 else None), partial, whole and not partial


def _kind(head: _Head) -> tuple[HeadKind | None, str]:
    """The kind of one head and what is left of it."""
    text, lowered, named = head
    if len(text) > LONGEST or _GOAL_NO.fullmatch(lowered):
        return None, text
    words = goal_table_words().heads
    if "not" in named:
        lowered = words["not"].sub(lambda match: "_" * len(match[0]), lowered)
    nationwide = _NATIONWIDE.search(lowered) is not None
    if not nationwide and named.isdisjoint(words):
        return ("time", "") if _is_time(lowered) else (None, text)  # most lines say nothing of goals
    plain = _EDGE.sub("", lowered)

    def at(kind: str) -> int:
        match = words[kind].search(lowered) if kind in named else None
        return match.start() if match else LONGEST + 1

    def begins(kind: str) -> bool:
        return kind in named and words[kind].match(plain) is not None

    def is_all(kind: str) -> bool:
        return kind in named and words[kind].fullmatch(plain) is not None

    aim, outcome, none = at("aim"), at("outcome"), LONGEST + 1
    aimed, reached = at("aimed"), at("reached")
    if begins("deviation"):
        return "deviation", text
    if at("fulfilment") < none:
        return "fulfilment", _rest(lowered, text, "fulfilment")
    if words["within"].match(plain):
        return "within", text
    for kind in _WHOLE:
        if is_all(kind):
            return kind, ""
    if nationwide or (min(aim, outcome, aimed, reached) == none and begins("comparison")):
        return "comparison", text
    if at("earlier") < none and aim > at("earlier"):
        return "earlier", text
    if at("forecast") < none and min(aim, aimed) == none:
        return "forecast", text
    if is_all("verdict") or ("verdict" in named and words["verdict"].fullmatch(plain.rstrip("?"))):
        return "verdict", ""
    if aim == none and _ACCOUNTS.search(lowered) is not None:
        return "budget", text  # `Korrigeret budget`, `Forventet regnskab`: the participle is no outcome
    if min(aimed, reached) < none:
        kind_: HeadKind = "aim" if aimed < reached else "outcome"
        return kind_, _rest(lowered, text, "aimed", "reached", "aim", "outcome")
    if min(aim, outcome) < none:
        kind_ = "aim" if aim < outcome else "outcome"
        return kind_, _rest(lowered, text, "aim", "outcome")
    if begins("budget"):
        return "budget", text
    if at("maybe_aim") < none:
        return "maybe_aim", _rest(lowered, text, "maybe_aim")
    for kind in ("method", "remark"):
        if begins(kind):
            return ("method" if kind == "method" else "remark"), ""
    if at("verdict") < none:
        return "verdict", ""
    return ("time", "") if _is_time(lowered) else (None, text)


def _is_time(lowered: str) -> bool:
    """True where nothing but a year or a part of one is named."""
    words = goal_table_words()
    left = lowered
    if HAS_NUMBER.search(lowered):
        left = _DAY.sub(" ", _YEAR.sub(" ", _SCHOOL_YEAR.sub(" ", lowered)))
    named = words.named(left)
    for name in _PERIODS:
        if name in named:
            left = words.periods[name].sub(" ", left)
    return left != lowered and not _BARE.sub("", left).strip("0123456789. ")


def _rest(lowered: str, text: str, *kinds: str) -> str:
    """The words of a head that are not those of its kind, nor a time: ``Ventetid – mål 2025`` → ``Ventetid``."""
    words = goal_table_words()
    left = lowered
    for kind in kinds:
        left = words.heads[kind].sub(_masked, left)
    if HAS_NUMBER.search(left):
        for pattern in (_SCHOOL_YEAR, _DAY, _YEAR):
            left = pattern.sub(_masked, left)
    named = words.named(left)
    for name in _PERIODS:
        if name in named:
            left = words.periods[name].sub(_masked, left)
    kept = "".join(char for char, mark in zip(" ".join(text.split()), left, strict=False) if mark != "\0")
    return _EDGE.sub("", " ".join(_EMPTY.sub("", kept.strip()).split()))


def _masked(match: regex.Match[str]) -> str:
    return "\0" * len(match[0])


_EMPTY = regex.compile(r"\(\s*\)|\b(?:for|i|pr\.?|i\s(?:pct|procent)\.?|ultimo|primo|medio|den|d\.)[\s.]*$")
"""What is left of brackets and before times that are taken out."""


_UNTIL = regex.compile(
    r"\b(?:pr\.|per|ultimo|primo|medio|til\sog\smed|frem\stil|indtil|ved\sudgangen\saf)\s(?:den\s|d\.\s)?"
    r"(?:\d{1,2}\.?\s?[./]?\s?)?(?:\p{L}{3,9}|\d{1,2})\.?(?:[\s./-]{0,2}(?P<year>20\d\d))?",
    regex.IGNORECASE,
)


def is_told_so_far(text: str, now: int | None) -> bool:
    """True where a text says up to which day or month of a year not over it tells: ``688 besøg pr. 31. oktober
    2031``. ``now`` is the year in which it was read."""
    match = _UNTIL.search(text) if len(text) <= LONGEST else None
    if match is None or (match["year"] and now is not None and int(match["year"]) < now):
        return False
    return heading((match[0],)).partial


def is_nationwide(label: str) -> bool:
    """True for the country as a whole: ``Hele landet``, ``Landsgennemsnit``."""
    return _NATIONWIDE.search(label.lower()) is not None or label.strip().lower() in ("danmark", "hele danmark")


def is_brought_down(label: str) -> bool:
    """True for things of which less is better: ventetid, sygefravær, klager."""
    lowered = label.lower()
    found = goal_table_words().lower.search(lowered)
    if found is None or _LESS.search(lowered) is not None:
        return False
    return _WITHOUT.search(lowered, endpos=found.start()) is None
