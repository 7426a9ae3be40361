"""Times in running text that say when a number holds: years with their season, half-year or quarter, ``RK22``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MODIFIER = r"""
    (?:[1-4]\.|første|andet|anden|tredje|fjerde|[Hh]ele)\s+(?:halvår|kvartal)(?:\s+af)?(?:\s+i)?
    | halvår(?:et)? | efteråret | foråret | sommeren | vinteren | primo | medio | ultimo | årsskiftet
    | januar | februar | marts | april | maj | juni | juli | august | september | oktober | november | december
    | slutningen\s+af | begyndelsen\s+af | udgangen\s+af | starten\s+af | løbet\s+af | midten\s+af
"""
_TIME = re.compile(
    rf"""
    \b(?=\w)(?:  # whatever follows begins a word: all other places are passed over at once
    (?P<contract>\bRK\s?(?P<rk>(?:20)?\d\d)\b)
    | (?<![\w.,/–-])(?P<date>\d{{1,2}}[./-]\s?\d{{1,2}}[.\s/-]\s?(?P<dated>20\d\d|\d\d))(?![\d,])
    | (?<![\w.,/–-])(?:(?P<modifier>(?:\d{{1,2}}\.\s)?(?:{_MODIFIER})(?:\s+(?:{_MODIFIER}))?)\s+)?
      (?P<year>(?:19[5-9]|20\d)\d)(?P<mark>\d)?(?P<range>\s?[-–/]\s?(?:20)?\d\d)?(?![\w%]|[.,]\d)(?!\s(?:pct|procent|kr|mio))
    | (?P<half>(?:\b1\.|\b[Ff]ørste)\s+halvår)(?:et)?\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


_INTERIM = re.compile(r"(1\.|første) halvår|(1|2|3)\. kvartal|juli|juni", re.IGNORECASE)
_SPAN = re.compile(r"\s?(?:til(?:\sog\smed)?|[-–])\s?", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\s20\d\d$",
    re.IGNORECASE,
)
_SIGN, _CONTRACT = re.compile(r"\d(?:[./-]\s?\d|\d\d\d)"), re.compile(r"rk\s?\d")
"""A text in small letters without these and without a half-year names no time."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time that the text names.

    ``label`` is it as printed in short (``efteråret 2021``); ``year`` None where only a half-year is named or
    where it is a range of years, of which ``until`` is the last. ``interim`` marks a part of a year that was not
    over at its end.
    """

    label: str
    year: int | None
    start: int
    end: int
    interim: bool = False
    until: int | None = None


def find_times(text: str) -> list[Time]:
    """The times of a passage, in order of place."""
    lowered = text.lower()
    if _SIGN.search(lowered) is None and "halvår" not in lowered and _CONTRACT.search(lowered) is None:
        return []
    found = []
    for match in _TIME.finditer(text):
        start, end = match.span()
        if match["contract"]:
            found.append(Time(match["contract"], 2000 + int(match["rk"][-2:]), start, end))
        elif match["date"]:
            year = int(match["dated"])
            found.append(Time(match["date"], year if year > 99 else 2000 + year, start, end))
        elif match["half"]:
            found.append(Time("1. halvår", None, start, end, interim=True))
        else:
            year = int(match["year"])
            modifier = " ".join((match["modifier"] or "").split())
            label = f"{modifier} {year}".strip()
            interim = bool(modifier) and _INTERIM.search(modifier) is not None
            if match["range"]:
                last = int(match["range"].strip(" -–/")[-2:]) + year // 100 * 100
                found.append(Time(match.group().strip(), None, start, end, until=last))
            elif (
                modifier and found and _SPAN.fullmatch(text, found[-1].end, start) and _MONTH.match(found[-1].label)
            ):
                # `september 2030 til august 2031`: what is told for it is of the year in which it ends
                before = found.pop()
                label = " ".join(text[before.start : end].split())
                found.append(Time(label, year, before.start, end, interim))
            else:
                found.append(Time(label, year, start, end, interim))
    return found
