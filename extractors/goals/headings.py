"""What the head of a column, the label of a row or of a card says its values are, and for what time.

The words are data (``schemas/data/goal_tables.toml``); the order in which they decide stands here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from schemas.goal_tables import goal_table_words
from schemas.units import unit_in

HeadKind = Literal[
    "aim", "maybe_aim", "outcome", "fulfilment", "verdict", "earlier", "comparison", "deviation", "forecast",
    "budget", "number", "unit", "deadline", "method", "remark", "time",
]  # fmt: skip

LONGEST = 90
"""Characters of a head; longer texts are sentences."""

_YEAR = regex.compile(r"(?<!\d)(?:19[89]|20[0-6])\d(?!\d)")
_SCHOOL_YEAR = regex.compile(r"(?<!\d)20\d\d\s?[/–-]\s?(?:20)?\d\d(?!\d)")
_DAY = regex.compile(r"(?<!\d)(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})(?!\d)")
_NATIONWIDE = regex.compile(r"\bland(?:et|splan|sgennemsnit\w*|sniveau|stal\w*)\b")
_LESS = regex.compile(
    r"\b(?:reduktion|reduceret|fald i|fald på|færre|mindre|besparelse|nedbragt|nedbringelse|mindsk\w+|sparet)\b"
)
"""Where the fall itself is measured, more is better."""
_EDGE = regex.compile(r"^[\s:;,.()/–-]+|[\s:;,.(/–-]+$")
_BARE = regex.compile(
    r"[\s()/.,:;–-]|\b(?:pr|i|for|den|af|året|år|til|og|med|ultimo|primo|medio|d|kr|pct|antal)\b|%"
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
    times = [_time(text) for text in reversed(path)]
    year = next((time[0] for time in times if time[0]), None)
    partial = any(time[1] for time in times)
    whole = any(time[2] for time in times) and not partial
    unit = next((found for text in reversed(path) if (found := unit_in(text))), None)
    fallback: tuple[HeadKind, int, str] | None = None
    for at in range(len(path) - 1, -1, -1):
        kind, rest = _kind(path[at])
        if kind == "time":
            fallback = fallback or (kind, at, rest)
        elif kind is not None:
            return Heading(kind, year, partial, whole, path[:at], rest, unit)
    if fallback is not None:
        return Heading(fallback[0], year, partial, whole, path[: fallback[1]], fallback[2], unit)
    return Heading(None, year, partial, whole, path[:-1], path[-1] if path else "", unit)


def _time(text: str) -> tuple[int | None, bool, bool]:
    """Year, whether a part of it that was not over at its end, whether all of it."""
    lowered, periods = " ".join(text.lower().split()), goal_table_words().periods
    without_span = _SCHOOL_YEAR.sub(" ", lowered)
    years = {int(found) for found in _YEAR.findall(without_span)}
    days = [(int(found["day"]), int(found["month"])) for found in _DAY.finditer(lowered)]
    days = [(day, month) for day, month in days if 1 <= day <= 31 and 1 <= month <= 12]
    at_end = any(day_month == (31, 12) for day_month in days) or periods["last"].search(lowered) is not None
    begun = bool(days) or any(periods[name].search(lowered) for name in ("partial", "partial_months"))
    partial = begun and not at_end
    whole = at_end or periods["whole"].search(lowered) is not None
    return (years.pop() if len(years) == 1 else None), partial, whole and not partial


def _kind(text: str) -> tuple[HeadKind | None, str]:
    """The kind of one head and what is left of it."""
    if len(text) > LONGEST:
        return None, text
    words = goal_table_words().heads
    lowered = words["not"].sub(lambda match: "_" * len(match[0]), " ".join(text.lower().split()))
    plain = _EDGE.sub("", lowered)
    if not _NATIONWIDE.search(lowered) and not any(map(goal_table_words().any_head.search, {lowered, plain})):
        return ("time", "") if _is_time(lowered) else (None, text)  # most lines say nothing of goals

    def at(kind: str) -> int:
        match = words[kind].search(lowered)
        return match.start() if match else LONGEST + 1

    aim, outcome, none = at("aim"), at("outcome"), LONGEST + 1
    aimed, reached = at("aimed"), at("reached")
    if words["deviation"].match(plain):
        return "deviation", text
    if at("fulfilment") < none:
        return "fulfilment", _rest(lowered, text, "fulfilment")
    for kind in _WHOLE:
        if words[kind].fullmatch(plain):
            return kind, ""
    if _NATIONWIDE.search(lowered) or (
        min(aim, outcome, aimed, reached) == none and words["comparison"].match(plain)
    ):
        return "comparison", text
    if at("earlier") < none and aim > at("earlier"):
        return "earlier", text
    if at("forecast") < none and min(aim, aimed) == none:
        return "forecast", text
    if words["verdict"].fullmatch(plain.rstrip("?")) or words["verdict"].fullmatch(plain):
        return "verdict", ""
    if min(aimed, reached) < none:
        kind_: HeadKind = "aim" if aimed < reached else "outcome"
        return kind_, _rest(lowered, text, "aimed", "reached", "aim", "outcome")
    if min(aim, outcome) < none:
        kind_ = "aim" if aim < outcome else "outcome"
        return kind_, _rest(lowered, text, "aim", "outcome")
    if words["budget"].match(plain):
        return "budget", text
    if at("maybe_aim") < none:
        return "maybe_aim", _rest(lowered, text, "maybe_aim")
    for kind in ("method", "remark"):
        if words[kind].match(plain):
            return ("method" if kind == "method" else "remark"), ""
    if at("verdict") < none:
        return "verdict", ""
    return ("time", "") if _is_time(lowered) else (None, text)


def _is_time(lowered: str) -> bool:
    """True where nothing but a year or a part of one is named."""
    periods = goal_table_words().periods
    left = _SCHOOL_YEAR.sub(" ", lowered)
    left = _DAY.sub(" ", _YEAR.sub(" ", left))
    for name in _PERIODS:
        left = periods[name].sub(" ", left)
    return left != lowered and not _BARE.sub("", left).strip("0123456789. ")


def _rest(lowered: str, text: str, *kinds: str) -> str:
    """The words of a head that are not those of its kind, nor a time: ``Ventetid – mål 2025`` → ``Ventetid``."""
    words = goal_table_words()
    left = lowered
    for kind in kinds:
        left = words.heads[kind].sub(lambda match: "\0" * len(match[0]), left)
    for pattern in (_SCHOOL_YEAR, _DAY, _YEAR, *(words.periods[name] for name in _PERIODS)):
        left = pattern.sub(lambda match: "\0" * len(match[0]), left)
    kept = "".join(char for char, mark in zip(" ".join(text.split()), left, strict=False) if mark != "\0")
    kept = regex.sub(
        r"\(\s*\)|\b(?:for|i|pr\.?|i\s(?:pct|procent)\.?|ultimo|primo|medio|den|d\.)[\s.]*$", "", kept.strip()
    )
    return _EDGE.sub("", " ".join(kept.split()))


def is_brought_down(label: str) -> bool:
    """True for things of which less is better: ventetid, sygefravær, klager."""
    lowered = label.lower()
    return goal_table_words().lower.search(lowered) is not None and _LESS.search(lowered) is None
