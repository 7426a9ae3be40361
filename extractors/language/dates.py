"""Dates in Danish text: where they stand and what they mean in ISO 8601.

Norms are days (``2022-09-07``), months (``2022-09``), years (``2022``), intervals of these
(``2018-10-24/2018-11-10``), quarters (``2022-Q1``), and days or months without a year (``--12-01``, ``--12``).
``primo``, ``medio`` and ``ultimo`` give the month they stand with, or the first, sixth or last month of the
year; half years and seasons give the interval of their months.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date
from functools import lru_cache

from extractors.language.dateforms import FORMS, Form, Sign, iso_day
from extractors.text.lowered import lowered
from extractors.text.signs import DIGIT, sign, signs_of
from schemas.values import value

CONFIDENCE: dict[str, float] = {"year": 0.8, "month without year": 0.8, "day without year": 0.85, "season": 0.85}
"""Forms that are less certain than 0.95."""

_BITS: dict[Sign, int] = {
    sign: 1 << place for place, sign in enumerate(dict.fromkeys(sign for form in FORMS for sign in form.signs))
}
"""A bit for each sign: which signs a text holds is one number."""
_TOLD: dict[int, int] = {_BITS[words]: sign(*words) for words in _BITS if isinstance(words, tuple)}
"""The bits of strings among those that all finders ask for."""
_ANY_TOLD = sum(_TOLD.values())
_NEEDED: tuple[tuple[int, Form], ...] = tuple((sum({_BITS[sign] for sign in form.signs}), form) for form in FORMS)
"""The bits of the signs that a form needs."""

_MAY_BE_DATED = DIGIT | sign("primo", "medio", "ultimo")
"""A text without a digit and these words holds no date."""
_RECURRING = re.compile(r"\b(?:hvert|hver|årligt|årlig|årlige|årets)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[a-zæøå)])[.!?]\s+(?=[A-ZÆØÅ])")
_REACH = 160


@value
class DateSpan:
    """A date at ``text[start:end]``; ``norm`` as the module says, ``form`` the name of the printed form."""

    start: int
    end: int
    text: str
    norm: str
    form: str
    confidence: float = 0.95

    @property
    def yearless(self) -> bool:
        """True where the year is not known."""
        return self.norm.startswith("--")


def find_dates(text: str, meeting: date | None = None) -> list[DateSpan]:
    """All dates of a text in order, none inside another.

    A day without a year gets one where the text makes it certain: it is the day of the ``meeting``, or a date
    of the same sentence has a year and lies less than half a year off. A day that comes back every year keeps
    none. Returns an empty list for text without dates; never raises.
    """
    spans: list[DateSpan] = []
    starts: list[int] = []
    told = signs_of(text)
    if not told & _MAY_BE_DATED:
        return spans
    held, further = _held_signs(told & _ANY_TOLD)
    if further:
        small = lowered(text)
        for bit, pattern in further:
            if pattern.search(small) is not None:
                held |= bit
    for form in _forms_with(held):
        for match in form.pattern.finditer(text):
            at = bisect_right(starts, match.start())
            if (at and spans[at - 1].end > match.start()) or (at < len(spans) and starts[at] < match.end()):
                continue
            norm = form.norm(match)
            if norm is None:
                continue
            confidence = CONFIDENCE.get(form.name, 0.95)
            spans.insert(at, DateSpan(match.start(), match.end(), match.group(), norm, form.name, confidence))
            starts.insert(at, match.start())
    if any(span.yearless for span in spans):
        _resolve(text, spans, meeting)
    return spans


@lru_cache(maxsize=1024)
def _held_signs(told: int) -> tuple[int, tuple[tuple[int, re.Pattern[str]], ...]]:
    """The bits of the signs that a text is told to hold, and the patterns to look for: those of forms of which it
    holds all strings."""
    held = sum(bit for bit, asked in _TOLD.items() if told & asked)
    further = {
        sign: None
        for form in FORMS
        if all(held & _BITS[sign] for sign in form.signs if isinstance(sign, tuple))
        for sign in form.signs
        if not isinstance(sign, tuple)
    }
    return held, tuple((_BITS[pattern], pattern) for pattern in further)


@lru_cache(maxsize=4096)
def _forms_with(held: int) -> tuple[Form, ...]:
    """The forms that a text may have, by which of the signs it holds."""
    return tuple(form for needed, form in _NEEDED if held & needed == needed)


def _resolve(text: str, spans: list[DateSpan], meeting: date | None) -> None:
    """Gives years to dates without one, in place, where the text makes them certain."""
    for index, span in enumerate(spans):
        if meeting and span.norm == f"--{meeting:%m-%d}":
            spans[index] = replace(span, norm=meeting.isoformat())
    for index, span in enumerate(spans):
        if not span.yearless or "/" in span.norm:
            continue
        month, _, day = span.norm[2:].partition("-")
        for other in (index + 1, index - 1):
            if not 0 <= other < len(spans) or not (year := _year_of(spans[other].norm)):
                continue
            first, last = min(span.end, spans[other].end), max(span.start, spans[other].start)
            if last - first > _REACH or _SENTENCE_END.search(text, first, last):
                continue
            if _RECURRING.search(text, max(0, span.start - 40), span.end):
                continue
            if abs(int(spans[other].norm[5:7]) - int(month)) < 6:
                norm = iso_day(year, int(month), int(day)) if day else f"{year}-{month}"
                if norm:
                    spans[index] = replace(span, norm=norm)
                    break


def _year_of(norm: str) -> int | None:
    """The year of a norm that has a month."""
    return int(norm[:4]) if re.match(r"\d{4}-\d\d", norm) else None
