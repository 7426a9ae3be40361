"""The value that a short text tells in words: ``Ventetiden må højst være 14 dage``, ``Der er afholdt 12
kurser``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import regex

from extractors.goals.cells import Measured, measured
from extractors.language.analysis import Quantity
from extractors.language.counting import is_duration, percent
from extractors.language.danish import analyse
from extractors.language.stems import stem
from schemas.goal_tables import goal_table_words
from schemas.language import lexicon
from schemas.units import MONEY

LONGEST = 300
"""Characters of a text that tells a value; a longer one tells a story."""
SHARES = ("%", "procentpoint", "promille")
_MOVED = regex.compile(
    r"\bfra\b.{1,40}\btil\s(?:(?:mindst|minimum|højst|maksimalt|maks\.|under|over)\s)?\s*$", regex.IGNORECASE
)
_PAST = regex.compile(
    r"\b(?:mod|imod|mens|i forhold til|sammenlignet med|tidligere|året før|sidste år)\b.{0,25}$", regex.IGNORECASE
)
_PART = regex.compile(
    r"\b(?:(?<=\S\s)(?:heraf|deraf|hvoraf|herunder)|(?:ud\s)?af\s(?:de|alle|i\salt|samtlige))\s(?:\p{L}+\s){0,2}$",
    regex.IGNORECASE,
)
"""Before a part of what was counted, or all of which it was a part: ``61, heraf 33``, ``af de 1.140 borgere``."""
_NOUN = regex.compile(r"\p{L}{3,}")
MOST_COUNTED = 3
"""Words behind a number word in which its noun stands."""


@dataclass(frozen=True, slots=True)
class Told:
    """A value that a text tells, with the part of the population or the year that it holds for."""

    value: Measured
    segment: str | None = None
    year: int | None = None


@lru_cache(maxsize=4096)
def value_of(text: str, like: Measured | None = None, about: str = "") -> Measured | None:
    """The value of a cell or of the text behind a label: what it begins with, else what it tells.

    ``like`` is the target where a result is sought: only a share answers a share, and of several counts only one
    that counts the same thing as the target or as ``about``.
    """
    found = told_values(text, like, about)
    return found[0].value if found else None


@lru_cache(maxsize=4096)
def may_answer(text: str, aim: str) -> bool:
    """True for a cell that a column of results may hold beside the cell of a target: a value, in words as well, a
    dash, or words that put it off."""
    if goal_table_words().put_off.match(text.lower()) is not None or not any(map(str.isalnum, text)):
        return True
    return measured(text) is not None or value_of(text, value_of(aim), aim) is not None


def told_values(text: str, like: Measured | None = None, about: str = "") -> tuple[Told, ...]:
    """The value that a text states, as :func:`value_of`, with others of its kind that it sets beside it for another
    part (``59 pct. i drift og 53 pct. i vækst``). The number of a list is none (``1. Flere skal trives``)."""
    if text[:1].isdecimal():
        text = _LISTED.sub("", text)
    first = measured(text) or _moved(text)
    if first is not None and (like is None or _same_kind(first, like)):
        if like is None:
            return (Told(first),)
        beside = _beside(text, first)
        if beside and beside[0].year is not None:
            return beside
        return (Told(first), *beside)
    told = (_in_words(text, like, about) if like is not None else None) or _told(text, like, about)
    if told is not None:
        return (Told(told),)
    if like is not None and like.unit in SHARES and (share := _out_of(text)) is not None:
        return () if like.comparator == "<=" and _KEPT.search(share.rest) is not None else (Told(share),)
    return (Told(first),) if first is not None and not first.rest else ()


_LISTED = regex.compile(r"^\d{1,2}\.\s+(?=\p{Lu})")
_COUNTS = regex.compile(
    r"(?P<some>\d[\d.]*)\s(?:ud\s)?af\s(?:de\s|alle\s)?(?P<all>\d[\d.]*)(?![\d,%])(?P<rest>.*)", regex.DOTALL
)


_KEPT = regex.compile(r"\b(?:inden for|overholder|overholdt|opfylder|har nået|lever op til)\b", regex.IGNORECASE)
"""How many stay below a bound: ``9 af 11 kommuner ligger inden for grænsen`` is no value of what is bounded."""


def _out_of(text: str) -> Measured | None:
    """``31 ud af 33``: the share that two counts make, with which a text begins."""
    match = _COUNTS.match(text)
    if match is None:
        return None
    some, whole = (int(match[name].rstrip(".").replace(".", "")) for name in ("some", "all"))
    return Measured(percent(some, whole), "%", rest=match["rest"].strip()) if 0 <= some <= whole > 1 else None


_WORDED = regex.compile(r"(?P<number>\p{Lu}?\p{Ll}+)(?P<rest>(?:\s[^,.;:]*)?(?:[,.;:].*)?)$", regex.DOTALL)
_CLAUSE_END = regex.compile(r"[,.;:]")


def _in_words(text: str, like: Measured, about: str) -> Measured | None:
    """``Seks, heraf to på lageret``, ``Ni elektriske busser er i drift``: a count in words that a text begins with,
    alone or of what the target counts."""
    match = _WORDED.match(text) if text[:1].isalpha() and like.unit not in SHARES else None
    if match is None:
        return None
    number = match["number"].lower()
    value = 0 if number == "ingen" else lexicon().numerals.get(number)
    if value is None:
        return None
    counted = _CLAUSE_END.split(match["rest"], maxsplit=1)[0].split()[:MOST_COUNTED]
    wanted = {stem(word.lower()) for word in _NOUN.findall(f"{about} {like.unit or ''}")}
    told = [stem(word.lower()) for word in counted if _NOUN.fullmatch(word)]
    if counted and not any(word.endswith(noun) for noun in told for word in wanted):
        return None  # of something else; `ture` are `studieture`
    return Measured(Decimal(value), like.unit if counted else None, rest=match["rest"].strip())


_SET_BESIDE = regex.compile(
    r"(?P<segment>(?:i|for|blandt|hos|på)\s[^,.;\d]{2,40}?)\s?(?:,|\bog\b|\bmens\b|\bmen\b)\s(?P<next>\d.*)$",
    regex.IGNORECASE,
)


def _beside(text: str, first: Measured) -> tuple[Told, ...]:
    """Values of the same kind behind the first, each for a part of its own: ``… i dansk og 6,8 i matematik``."""
    if (dated := _DATED.match(first.rest)) is not None:
        return _of_years(first, dated)
    match = _SET_BESIDE.match(first.rest)
    following = measured(match["next"]) if match is not None else None
    if match is None or following is None or not _same_kind(following, first) or not _SEGMENT.match(following.rest):
        return ()
    return (Told(following, _segment(following.rest)), *_beside(text, following))


_DATED = regex.compile(r"(?:i\s)?\(?(?P<year>20\d\d)\)?(?:,|\sog|;)\s(?P<next>\d.*)$")


def _of_years(first: Measured, match: regex.Match[str]) -> tuple[Told, ...]:
    """``26 % i 2031, 18 % i 2032``: a value for each year; nothing where the second has none."""
    following = measured(match["next"])
    named = _YEAR.match(following.rest) if following is not None else None
    if following is None or named is None or not _same_kind(following, first):
        return ()
    return (Told(first, year=int(match["year"])), Told(following, year=int(named["year"])))


_YEAR = regex.compile(r"(?:i\s)?\(?(?P<year>20\d\d)\b")
_SEGMENT = regex.compile(r"(?:i|for|blandt|hos|på)\s\p{L}", regex.IGNORECASE)


def _segment(rest: str) -> str:
    return regex.split(r"[,.;]|\sog\s", rest.partition(" ")[2], maxsplit=1)[0].strip()


_MOVE = regex.compile(r"(?i:fra)\s\S+(?:\s(?:%|pct\.?|\p{Ll}+))?\s(?i:til)\s(?P<end>\d.*)$")


def _moved(text: str) -> Measured | None:
    """``Fra 12 til 8``: the end of a move."""
    match = _MOVE.match(text.strip()) if text[:3].lower() == "fra" else None
    return measured(match["end"]) if match is not None else None


def _same_kind(one: Measured, other: Measured) -> bool:
    """True where one may answer the other: shares answer shares, and no amount of money a count or a time; a bare
    number may be short for an amount."""
    if (one.unit in SHARES) != (other.unit in SHARES):
        return False
    return one.unit is None or (one.unit in MONEY) == (other.unit in MONEY)


def _told(text: str, like: Measured | None, about: str) -> Measured | None:
    if len(text) > LONGEST or not any(char.isalpha() for char in text):
        return None
    (analysis,) = analyse([text])
    sized = _SIZED.match(text)
    candidates = [
        q for q in analysis.quantities
        if not is_beside(text, q.start) and not (sized is not None and q.start < sized.end("size"))
    ]  # fmt: skip
    if like is not None:
        money = like.unit in MONEY
        candidates = [q for q in candidates if q.share == (like.unit in SHARES) and q.money == money]
        if len(candidates) > 1 and money:
            candidates = []
        elif len(candidates) > 1 and like.unit not in SHARES:
            wanted = {stem(word.lower()) for word in regex.findall(r"\p{L}{3,}", f"{about} {like.unit or ''}")}
            candidates = [q for q in candidates if q.counted and _nouns(q) & wanted] or candidates[:0]
    else:
        candidates = _weightiest(candidates)
    chosen = next((q for q in candidates if _MOVED.search(text[: q.start])), candidates[0] if candidates else None)
    if chosen is None:
        return None
    return Measured(chosen.value, chosen.unit, chosen.comparator, chosen.high, rest=text[chosen.end :].strip())


_SIZED = regex.compile(
    r"\b(?:al|alt|alle|samtlige|hver|hvert|enhver|ethvert)\s[\p{L}-]+\s"
    r"(?P<size>(?:med\s|på\s)?(?:over|under|mere\send|mindst|større\send|flere\send)\s\d[\d.,]*)\s\S+"
    r"(?:\s\S+)*?\s(?:[\p{L}-]{3,}es|skal|er|har|får|bliver|kan)\b",
    regex.IGNORECASE,
)
"""The size of those that a goal is for: ``Alle haller over 800 m2 energimærkes``."""


def is_beside(text: str, start: int) -> bool:
    """True for a number of an earlier time, of a part or of the whole that a part is of."""
    return _PAST.search(text[max(0, start - 45) : start]) is not None or (
        _PART.search(text, max(0, start - 30), start) is not None
    )


def _nouns(quantity: Quantity) -> set[str]:
    return {stem(word.lower()) for word in (quantity.counted or "").split()}


def _weightiest(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Shares before counts before lengths of time; nothing where the first two are of one weight and both bound."""
    ranked = [
        [q for q in quantities if q.share],
        [q for q in quantities if not q.share and not is_duration(q.counted)],
        [q for q in quantities if is_duration(q.counted)],
    ]
    return next((group for group in ranked if group), [])
