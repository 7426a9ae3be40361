"""Units as Danish papers print them, and the one normal form of each.

``kr.`` and its multiples, ``%``, ``procentpoint`` and counted nouns. What is not listed here is no unit: an
unknown word beside a number makes a label of the cell, not a value.
"""

from __future__ import annotations

from functools import cache, lru_cache

import regex

SPELLINGS: dict[str, tuple[str, ...]] = {
    "%": ("%", "pct.", "pct", "procent", "p.c."),
    "procentpoint": (
        "procentpoint", "procent point", "procent-point", "%-point", "% point", "pct.-point", "pct. point",
        "pct.point", "pct.p.", "pct-point", "pct point", "%point", "pp", "p.p.", "pp.", "%-p.",
    ),
    "kr.": ("kr.", "kr", "kroner", "dkk", "d.kr.", "danske kroner", ",-"),
    "1.000 kr.": (
        "1.000 kr.", "1.000 kr", "1.000 kroner", "1000 kr.", "1000 kr", "1000 kroner", "t.kr.", "t. kr.",
        "tkr.", "tkr", "t.kr", "1.000 dkk", "tusinde kr.", "tusind kr.", "tusinde kroner", "tusind kroner",
        "tdkk", "kr. 1.000", "kr. 1000",
    ),
    "mio. kr.": (
        "mio. kr.", "mio. kr", "mio kr.", "mio kr", "mio.kr.", "mio.kr", "mio. kroner", "mio. dkk",
        "mio dkk", "mill. kr.", "mill. kr", "mill.kr.", "million kr.", "millioner kr.", "million kroner",
        "millioner kroner", "mkr.", "mkr", "m.kr.", "kr. mio.", "dkk mio.",
    ),
    "mia. kr.": (
        "mia. kr.", "mia. kr", "mia kr.", "mia kr", "mia.kr.", "mia.kr", "mia. kroner", "milliard kr.",
        "milliarder kr.", "milliard kroner", "milliarder kroner", "mia. dkk",
    ),
    "mio.": ("mio.", "mio", "mill.", "million", "millioner"),
    "mia.": ("mia.", "mia", "milliard", "milliarder"),
    "euro": ("euro", "eur", "€"),
    "1.000 euro": ("1.000 euro", "1.000 eur", "1000 euro", "teur"),
    "mio. euro": ("mio. euro", "mio. eur", "mio euro", "millioner euro"),
    "promille": ("promille", "‰"),
    "kr. pr. indbygger": (
        "kr. pr. indbygger", "kr./indbygger", "kr. pr. indb.", "kr./indb.", "kr. per indbygger",
    ),
    "stk.": ("stk.", "stk"),
    "personer": ("personer", "person", "pers."),
    "borgere": ("borgere", "borger"),
    "indbyggere": ("indbyggere", "indbygger", "indb."),
    "årsværk": ("årsværk", "fuldtidsansatte"),
    "elever": ("elever", "elev"),
    "børn": ("børn", "barn"),
    "unge": ("unge",),
    "studerende": ("studerende",),
    "pladser": ("pladser", "plads"),
    "sager": ("sager", "sag"),
    "besøg": ("besøg",),
    "tilbud": ("tilbud",),
    "tilsyn": ("tilsyn",),
    "henvendelser": ("henvendelser", "henvendelse"),
    "virksomheder": ("virksomheder", "virksomhed"),
    "kommuner": ("kommuner", "kommune"),
    "forløb": ("forløb",),
    "møder": ("møder", "møde"),
    "plejefamilier": ("plejefamilier", "plejefamilie"),
    "døgn": ("døgn",),
    "timer": ("timer", "time"),
    "sekunder": ("sekunder", "sekund", "sek."),
    "minutter": ("minutter", "minut", "min."),
    "dage": ("dage", "dag"),
    "uger": ("uger", "uge"),
    "måneder": ("måneder", "måned", "mdr.", "mdr"),
    "år": ("år",),
    "km": ("km", "km."),
    "m2": ("m2", "m²", "kvm", "kvm."),
    "m3": ("m3", "m³", "kubikmeter", "kbm", "kbm."),
    "l/min.": ("l/min.", "l/min", "liter/min.", "liter/min"),
    "km/t": ("km/t", "km/t.", "km/time"),
    "kWh": ("kwh",),
    "MWh": ("mwh",),
    "GWh": ("gwh",),
    "point": ("point",),
    "ton": ("ton", "tons"),
    "kg": ("kg", "kg."),
    "ha": ("ha", "ha."),
}  # fmt: skip
"""Normal form to the ways it is printed, in lower case with single spaces."""

SCALES: dict[str, int] = {
    "1.000 kr.": 1_000,
    "mio. kr.": 1_000_000,
    "mia. kr.": 1_000_000_000,
    "mio.": 1_000_000,
    "mia.": 1_000_000_000,
    "1.000 euro": 1_000,
    "mio. euro": 1_000_000,
}
"""How much one of the unit is, where the unit holds a multiple."""

HEAD_UNITS: frozenset[str] = frozenset(
    {
        "%", "procentpoint", "promille", "kr.", "1.000 kr.", "mio. kr.", "mia. kr.", "mio.", "mia.", "euro",
        "1.000 euro", "mio. euro", "kr. pr. indbygger", "årsværk",
    }
)  # fmt: skip
"""Units that are looked for inside a head or caption; a counted noun there is only part of the title."""

MONEY: frozenset[str] = frozenset({"kr.", "1.000 kr.", "mio. kr.", "mia. kr.", "euro", "1.000 euro", "mio. euro"})
"""Units of amounts of money."""

DURATIONS: frozenset[str] = frozenset({"sekunder", "minutter", "timer", "døgn", "dage", "uger", "måneder", "år"})
"""Units of lengths of time."""

_SECONDS: dict[str, int] = {
    "sekunder": 1, "minutter": 60, "timer": 3_600, "døgn": 86_400, "dage": 86_400, "uger": 604_800,
}  # fmt: skip
"""Lengths of time in seconds; a month and a year have no fixed number of them."""


def weights(unit: str | None, other: str | None) -> tuple[int, int] | None:
    """What values of two units are multiplied by to be held against each other: (1, 1) where the units are the same
    or nothing is known of one of them, None for lengths of time of which one has no fixed length."""
    if unit == other or unit is None or other is None:
        return 1, 1
    if {unit, other} <= MONEY and ("euro" in unit) == ("euro" in other):
        return SCALES.get(unit, 1), SCALES.get(other, 1)
    if {unit, other} <= DURATIONS:
        return (_SECONDS[unit], _SECONDS[other]) if {unit, other} <= _SECONDS.keys() else None
    return 1, 1


SHORT_UNITS: dict[str, str] = {
    spelling: unit
    for unit in ("stk.", "personer", "sekunder", "minutter", "måneder", "km", "m2", "ton", "kg", "ha")
    for spelling in SPELLINGS[unit]
    if spelling.endswith(".")
}
"""Abbreviated units with their point, to the normal form."""

_NORMAL = {spelling: unit for unit, spellings in SPELLINGS.items() for spelling in spellings}


def unit_of(text: str) -> str | None:
    """The normal form of a printed unit (``pct.`` → ``%``); None where it is no unit we know."""
    if len(text) > _LONGEST_SPELLING and len(text := " ".join(text.split())) > _LONGEST_SPELLING:
        return None
    return _look_up(text)


def names_unit(text: str) -> bool:
    """True for what may stand in a row of units: ``kr.``, ``i 1.000 kr.``, ``kr. pr. døgn``, ``antal``."""
    plain = " ".join(text.split()).lower().strip("()[]").removeprefix("i ")
    return plain in COUNTED or unit_of(plain.partition(" pr. ")[0]) is not None


def counts_in_thousands(text: str) -> bool:
    """True for what a head counts in, which is no value: ``1.000 ton``, ``1.000 elever``."""
    match = _THOUSANDS.match(text) if text[:1] == "1" else None
    return match is not None and unit_of(text[match.end() :]) is not None


_THOUSANDS = regex.compile(r"1[.\s]?000(?:[.\s]?000)?\s(?=\p{L})")


def is_scale(text: str) -> bool:
    """True for the scale of a head in brackets, which is no value: ``(1.000)``, ``(i 1.000)``."""
    return "000)" in text and _SCALE.fullmatch(text.strip().lower()) is not None


_SCALE = regex.compile(r"\((?:i\s)?1[.\s]?000(?:[.\s]?000)?\)")


def ends_in_scale(text: str) -> bool:
    """True for a line that says in what its table is counted: ``Udlån i 1.000``."""
    return "000" in text and _ENDING_SCALE.search(text) is not None


_ENDING_SCALE = regex.compile(r"\p{L}\si\s1[.\s]?000(?:[.\s]?000)?\s*$")


COUNTED: frozenset[str] = frozenset({"antal", "enhed", "enheder", "indeks", "andel", "personer", "stk"})
"""Words beside units in a row of units."""

_LONGEST_SPELLING = 40
"""No spelling is as long, brackets and signs around it included."""


@lru_cache(maxsize=8192)
def _look_up(text: str) -> str | None:
    key = " ".join(text.split()).lower().strip("()[]")
    return _NORMAL.get(key) or _NORMAL.get(key.rstrip(".:,;"))


@cache
def _head_pattern() -> regex.Pattern[str]:
    spellings = sorted((s for u in HEAD_UNITS for s in SPELLINGS[u] if s != ",-"), key=len, reverse=True)
    return regex.compile(
        r"(?<![\w.,])(?:" + "|".join(regex.escape(s).replace(r"\ ", r"\s+") for s in spellings) + r")(?![\w])",
        regex.IGNORECASE,
    )


@lru_cache(maxsize=2048)
def unit_in(text: str) -> str | None:
    """The unit that a head or caption names: ``Budget, 1.000 kroner`` → ``1.000 kr.``.

    None where there is none or two different ones: ``antal i kr. og pct.`` is no unit for the whole table.
    """
    found = {unit_of(match.group()) for match in _head_pattern().finditer(text)}
    return found.pop() if len(found) == 1 else None


_COUNTED_IN = regex.compile(
    r"\((?:i\s)?(?P<unit>\p{L}{3,8}\.?)\)|\((?:i\s)?(?P<unit>[^()]{2,24})\)\s*$"
    r"|(?:\si|,)\s(?P<unit>(?:1\.?000\s)?[^,()\s]{2,8}\.?(?:\sCO\S{1,14})?)$",
    regex.IGNORECASE,
)
_MEASURE = regex.compile(
    r"(?P<scale>1\.?000|mi[oa]\.)?\s?(?P<unit>\p{L}[\w/]{1,7}\.?)(?:\s(?P<of>CO[2₂]\p{Ll}*(?:-ækv\p{Ll}*\.?)?))?",
    regex.IGNORECASE,
)
_WEIGHED: frozenset[str] = frozenset({"ton", "kg", "km", "ha", "m2", "m3", "kWh", "MWh", "GWh"})
_COUNTED_WHOLE: frozenset[str] = frozenset({"personer", "stk."})


def measure_in(text: str) -> str | None:
    """What a caption counts or weighs in, in brackets or at its end: ``Svartid (dage) efter sag``, ``Ventetid i
    uger``, ``Affald 2031, 1.000 ton``, ``Ledige (personer)``; None where there is none (``Besøg i år``)."""
    found = {measure_of(match["unit"]) for match in _COUNTED_IN.finditer(text)} - {None}
    return found.pop() if len(found) == 1 else None


def measure_of(text: str) -> str | None:
    """The length of time, the weight or the number of persons that this text is, with its scale and with what is
    weighed: ``1.000 tons CO2e`` → ``1.000 ton CO2e``; None for any other."""
    match = _MEASURE.fullmatch(" ".join(text.split()))
    unit = unit_of(match["unit"]) if match is not None else None
    if match is None or unit is None:
        return None
    if match["scale"] is None and match["of"] is None:
        return unit if unit in (DURATIONS - {"år"}) | _WEIGHED | _COUNTED_WHOLE else None
    if unit not in _WEIGHED:
        return None
    scale = "1.000" if match["scale"] == "1000" else match["scale"]
    return " ".join(part for part in (scale, unit, match["of"]) if part)


def is_of_measure(unit: str | None) -> bool:
    """True for a unit that what is counted (``Antal sager``) never has: money, time, weight, a way."""
    return unit is not None and (
        unit == "kr." or unit in SCALES or (unit not in _COUNTED_WHOLE and measure_of(unit) is not None)
    )
