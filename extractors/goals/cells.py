"""What a cell or the text behind a label says: a value with its bound and unit, or a verdict in words or
colours."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import regex

from extractors.language.bounds import parse_bounded
from extractors.language.counting import percent
from extractors.language.numbers import Number, parse_cell, parse_number
from schemas.goal_tables import goal_table_words
from schemas.language import lexicon
from schemas.records import Comparator, Verdict

LONGEST = 160
"""Characters of a cell that is read: a longer one tells a story."""

_LEADING = regex.compile(
    r"(?P<bound>(?:[≥≤<>]=?|mindst|minimum|min\.?|højst|maks\.?|maksimalt|max\.?|op\stil|over|under|mere\send|mindre\send|færre\send|flere\send|ca\.)\s*)?"
    r"(?P<number>[-–−+]?\d[\d.]*(?:,\d+)?(?:\s?(?:%|pct\.?|procentpoint|procent|promille|mio\.\s?kr\.?|mia\.\s?kr\.?|t\.?kr\.?|kr\.?))?)"
    r"(?P<rest>(?![\d/–-])(?:[\s,;(].*)?)",
    regex.IGNORECASE,
)
_DATE = regex.compile(
    r"\d{1,2}\.\s?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|kvartal|halvår|kvt)|\d{1,2}[./-]\d{1,2}[./-]",
    regex.IGNORECASE,
)
_TITLE = regex.compile(r"\d{1,2}\.\d{1,2}\.?\s(?!Mi[oa]|Pct|Kr)\p{Lu}\p{Ll}{2}[^\d%]{0,40}")
"""``4.2 Trivsel``: the numbered title of a goal; decimals have a comma."""
_UNIT_WORD = regex.compile(
    r"\s*(?:(?:nye|unikke|ekstra|yderligere|forskellige|nyoprettede)\s)?(?P<unit>\p{Ll}[\p{L}-]*[23²³]?)"
)


LONGEST_SIGN = 3
"""Characters of a sign of a verdict."""
HAS_NUMBER = regex.compile(r"\p{N}")
"""What a text with a value holds: most lines of a packet hold no number at all."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of a cell; ``high`` is the upper end of a range, ``rest`` what stands behind the number."""

    value: Decimal
    unit: str | None
    comparator: Comparator | None = None
    high: Decimal | None = None
    rest: str = ""


def measured(text: str) -> Measured | None:
    """The value that the cell states first; None where it begins with none, or where it is a date.

    ``≥ 80 %``, ``14 dage``, ``312 (89 %)``, ``19 af 22``, ``83 pct. af borgerne``, ``80-85 %``.
    """
    return _measured(text) if HAS_NUMBER.search(text) else _share_in_words(text)


_SHARE = regex.compile(
    r"(?P<sign>(?:mindst|minimum|højst|maks\.?|ikke\sover|over|under)\s)?"
    r"(?:hver\s(?P<nth>\p{Ll}+)|(?P<times>en|én|to|tre|fire|fem|seks|syv|otte|ni)?\s?(?P<part>halvdelen|\p{Ll}+dele?)|"
    r"(?P<some>\p{Ll}+)\sud\saf\s(?P<all>\p{Ll}+))(?P<rest>(?:\s.*)?)",
    regex.IGNORECASE,
)
_SIGNS: dict[str, Comparator] = {"h": "<=", "i": "<=", "u": "<", "o": ">"}


def _share_in_words(text: str) -> Measured | None:
    """``Hver fjerde``, ``Halvdelen af skolerne``, ``Ni ud af ti``: a share that a cell tells in words."""
    match = _SHARE.fullmatch(" ".join(text.split())) if len(text) <= LONGEST else None
    if match is None:
        return None
    words = lexicon()
    some: int | None = 1
    if match["nth"]:
        whole = words.shares.get(match["nth"].lower())
    elif match["part"]:
        whole = words.fractions.get(match["part"].lower())
        some = words.numerals.get(match["times"].lower(), 1) if match["times"] else 1
    else:
        some, whole = words.numerals.get(match["some"].lower()), words.numerals.get(match["all"].lower())
    if whole is None or some is None or not 0 < some < whole:
        return None
    sign = (match["sign"] or "").lower()
    comparator = "<=" if sign.startswith("maks") else _SIGNS.get(sign[:1], ">=") if sign else None
    return Measured(percent(some, whole), "%", comparator, rest=match["rest"].strip())


@lru_cache(maxsize=8192)
def _measured(text: str) -> Measured | None:
    printed = " ".join(text.replace("**", "").split())
    if not printed or len(printed) > LONGEST or _DATE.match(printed) or _TITLE.fullmatch(printed):
        return None
    if bounded := parse_bounded(printed, surely_value=True):
        return _of(bounded.number, bounded.comparator)
    if (number := parse_number(printed)) is not None:
        return None if number.value is None else _of(number, None)
    if span := _range(printed):
        return span
    if two := parse_cell(printed):
        return _of(two[0], None, printed[len(two[0].text) :])
    match = _LEADING.match(printed)
    if match is None or match.end() < len(printed):
        return None
    if match["number"].endswith(".") and not match["number"].lower().endswith(("pct.", "kr.")):
        return None  # the number of a list entry
    head = f"{match['bound'] or ''}{match['number']}".strip()
    rest = match["rest"]
    bounded = parse_bounded(head, surely_value=True)
    number = bounded.number if bounded else parse_number(head)
    if number is None or number.value is None or number.kind == "year":
        return None
    if bounded is None and (behind := _bound_behind(match["number"], rest)) is not None:
        return behind
    unit = number.unit
    if unit is None and (named := _UNIT_WORD.match(rest)) and named["unit"] not in _SMALL:
        unit = named["unit"]
    return Measured(number.value, unit, bounded.comparator if bounded else None, rest=rest.strip())


_SMALL = frozenset(
    {
        "af",
        "ud",
        "i",
        "på",
        "for",
        "til",
        "med",
        "mod",
        "og",
        "eller",
        "pr",
        "ved",
        "som",
        "er",
        "var",
        "har",
        "blev",
    }
)


def _bound_behind(number: str, rest: str) -> Measured | None:
    """``14 dage i højst``, ``85 pct. eller derover``: a bound behind the number and its noun."""
    bounded = parse_bounded(f"{number}{rest}", surely_value=True)
    return _of(bounded.number, bounded.comparator) if bounded else None


def _of(number: Number, comparator: Comparator | None, rest: str = "") -> Measured | None:
    if number.value is None or number.kind == "year":
        return None
    return Measured(number.value, number.unit, comparator, rest=rest.strip())


_RANGE = regex.compile(
    r"(?P<low>\d[\d.]*(?:,\d+)?)\s?(?:%|pct\.?)?\s?(?:-|–|til)\s?(?P<high>\d[\d.]*(?:,\d+)?(?:\s?\S+)?)"
)


def _range(printed: str) -> Measured | None:
    """``80-85 %``: at least its lower end."""
    match = _RANGE.fullmatch(printed)
    if match is None:
        return None
    low, high = parse_number(match["low"]), parse_number(match["high"])
    if low is None or high is None or low.value is None or high.value is None or high.value <= low.value:
        return None
    if "year" in (low.kind, high.kind):
        return None
    return Measured(low.value, high.unit, None, high.value)


def is_sign(text: str) -> bool:
    """True for a cell of no more than a sign: ``+``, ``(-)``, ``*``."""
    return 0 < len(text) <= LONGEST_SIGN and not any(map(str.isalnum, text)) and not text.isspace()


_VERDICTS: tuple[Verdict, ...] = ("not_met", "pending", "partly", "met")
_OF_GOAL = regex.compile(
    r"(?:\p{Ll}*mål(?:et|tallet)|\p{Ll}*kravet|indikatoren)\s(?:er|blev|anses\sfor|vurderes(?:\sat\svære)?)\s"
    r"(?:(?:hermed|dermed|altså|således|derfor|fortsat|stadig|blevet)\s)?"
)
"""What opens a verdict that is a sentence: ``Målet er delvist opfyldt``."""


@lru_cache(maxsize=4096)
def cell_verdict(text: str) -> Verdict | None:
    """The verdict that a short cell states: ``Opfyldt``, ``Rød``, ``✗``, ``På vej``; None for anything else."""
    plain = " ".join(text.lower().split()).strip(" .:;!*●■◆⬤▲▼")
    if not plain or len(plain) > 60:
        return None
    words, named = goal_table_words().verdicts, goal_table_words().named(plain)
    if (opening := _OF_GOAL.match(plain)) is not None:
        plain = plain[opening.end() :]
    verdicts = [name for name in _VERDICTS if name in named]
    for name in verdicts:
        if words[name].fullmatch(plain):
            return name
    for name in verdicts:
        match = words[name].match(plain)
        if match and regex.match(r"\s*[(,.:;–-]", plain[match.end() :]):
            return name
    return None
