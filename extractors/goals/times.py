"""The time that a number of a sentence holds for."""

from __future__ import annotations

import regex

from extractors.goals.clauses import clause_of
from extractors.language.analysis import Analysis, Quantity
from extractors.language.periods import Time, find_times

REFERENCE = frozenset(["sammenlignet", "ift.", "ift", "end", "siden", "forhold", "fra", "modtaget"])
"""Words before a time that is only compared with."""
RESPECTIVELY = frozenset(["henholdsvis", "hhv.", "hhv"])
IN_FORCE = frozenset(["gælder", "gælde", "gældende", "virkning"])
NEWEST = frozenset(["seneste", "senest", "nyeste", "nu", "aktuelt"])
"""Words by which a clause tells what is so now, whatever year the one before it names."""
BETWEEN = frozenset(
    ["senest", "i", "for", "pr.", "om", "årligt", "inden", "ultimo", "primo", "pct.", "forløb", "ved"]
)
"""Words that may stand between a number and the time that belongs to it."""


def bound_times(analysis: Analysis) -> dict[int, int]:
    """Times that stand right behind a number and belong to it: index of the time to index of the quantity."""
    bound: dict[int, int] = {}
    for number, time in enumerate(analysis.times):
        for index, quantity in enumerate(analysis.quantities):
            gap = analysis.text[_end_of_noun(analysis, quantity) : time.start]
            if 0 < len(gap) <= 16 and set(gap.lower().split()) <= BETWEEN and index not in bound.values():
                bound[number] = index
    return bound


def _end_of_noun(analysis: Analysis, quantity: Quantity) -> int:
    """Where the number ends, with what it counts: ``17,2 dagsværk i 2031 mod 18,9 dagsværk i 2030``."""
    behind = analysis.text[quantity.end :]
    noun = quantity.counted or ""
    return quantity.end + 1 + len(noun) if noun and behind[1:].startswith(noun) else quantity.end


def time_of(analysis: Analysis, quantity: Quantity, bound: dict[int, int], lead: str) -> Time | None:
    """The time a number holds for: its own, else that of its clause, of the sentence, of the line above a list."""
    own = next(
        (t for n, t in enumerate(analysis.times) if n in bound and analysis.quantities[bound[n]] is quantity), None
    )
    own = own or _respective(analysis, quantity)
    if own is not None or _is_newest(analysis, quantity):
        return own
    if (told_of := _told_of(analysis, quantity)) is not None:
        return told_of
    free = [t for n, t in enumerate(analysis.times) if n not in bound and not _compared(analysis, t)]
    first, last = clause_of(analysis, quantity)
    left_edge, right_edge = analysis.tokens[first].start, analysis.tokens[last].end
    dated = [t for t in free if t.year is not None] or free
    before = [t for t in dated if t.end <= quantity.start]
    if not analysis.times and lead:
        above = [time for time in find_times(lead) if not _is_decided_on(lead, time)]
        return above[0] if len(above) == 1 else None
    inside = [t for t in before if t.start >= left_edge]
    if inside:
        return inside[-1]
    if analysis.tokens[min(first + 1, last)].lower == "hvor":
        earlier = [t for t in analysis.times if t.end <= quantity.start]
        return earlier[-1] if earlier else None
    after = [t for t in dated if quantity.end <= t.start < right_edge]
    if before and not (after and "goal" not in analysis.signs(0, quantity.first)):
        return before[-1]
    if after:
        return after[0]
    return before[-1] if before else None


_DECIDED = regex.compile(
    r"\b(?:vedt(?:og|aget)|beslutte(?:de|t)|godkend(?:te|t)|tiltrådt?e?|fastsatt?e?|anbefale(?:de|t)|indgik|indgået|udmeld(?:te|t)|"
    r"aftal(?:te|t)|møde(?:t|r)?)\b[^.:;,\d]{0,40}$",
    regex.IGNORECASE,
)
"""Before the day or month in which something was decided."""


def _is_decided_on(text: str, time: Time) -> bool:
    """``Lauget vedtog den 4. maj 2031 disse måltal:``: when they were set, and not what they hold for."""
    printed = text[time.start : time.end]
    return not printed.isdecimal() and _DECIDED.search(text, 0, time.start) is not None


def _is_newest(analysis: Analysis, quantity: Quantity) -> bool:
    """``hvor det seneste resultat er 13 pct.``: of no year that a clause before it names."""
    first, _ = clause_of(analysis, quantity)
    own = analysis.tokens[first : quantity.first]
    start = own[0].start if own else quantity.start
    if any(start <= time.start < quantity.start for time in analysis.times):
        return False
    return any(token.lower in NEWEST for token in own)


def _respective(analysis: Analysis, quantity: Quantity) -> Time | None:
    """``For 2031 og 2032 er delmålene henholdsvis 40 og 45``: of as many times and numbers each has its own."""
    mark = next((token for token in analysis.tokens if token.lower in RESPECTIVELY), None)
    if mark is None:
        return None
    behind = [q for q in analysis.quantities if q.start > mark.start]
    ahead = [q for q in analysis.quantities if q.start < mark.start]
    for numbers, times in (
        (behind, [t for t in analysis.times if t.start < mark.start and t.year is not None]),
        (ahead, [t for t in analysis.times if t.start > mark.start and t.year is not None]),
    ):
        if len(numbers) == len(times) > 1 and quantity in numbers:
            return times[numbers.index(quantity)]
    return None


def _told_of(analysis: Analysis, quantity: Quantity) -> Time | None:
    """``… skærpet fra 2030, hvor målet var 41 %, og vi nåede 43 %``: of the time that the clause is about, up to a
    turn."""
    if "hvor" not in analysis.printed:
        return None
    ahead = analysis.tokens[: quantity.first]
    opened = next((at for at in range(len(ahead) - 1, 0, -1) if ahead[at].lower == "hvor"), None)
    if opened is None or ahead[opened - 1].text != "," or any(t.lower in ("men", "mens") for t in ahead[opened:]):
        return None
    if any(ahead[opened].start < time.start < quantity.start for time in analysis.times):
        return None
    comma = ahead[opened - 1].start
    return next((time for time in analysis.times if 0 <= comma - time.end <= 1 and time.year is not None), None)


def _compared(analysis: Analysis, time: Time) -> bool:
    """True for a time that only serves as what is compared with: ``ift. målingen i september 2020``."""
    index = analysis.index_at(time.start)
    before = analysis.tokens[max(0, index - 2) : index]
    if len(before) == 2 and "measured" in before[0].signs and before[1].lower == "fra":
        return False  # `den seneste måling fra 2031`
    if len(before) == 2 and before[0].lower in IN_FORCE and before[1].lower == "fra":
        return False  # `gælder fra 2031` tells the year of the goal
    if index == 1 and before[-1].lower == "fra" and analysis.has("goal"):
        return False  # `Fra 2031 er målet højst 5 pct.`
    for token in reversed(analysis.tokens[max(0, index - 6) : index]):
        if token.lower in REFERENCE:
            return True
        if token.text in ",;:." and token.text != ".":
            return False
    return False
