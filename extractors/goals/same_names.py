"""Lists that tell, for the very names of a list of targets, what became of them, without a word for a result.

Sted      Ventetid (dage)    Andel i tide            Sted      Ansøgninger    Andel i tide
Havnen    10                 90 %                    Havnen    498            93,8 %
Øerne     20                 95 %                    Øerne     204            95,6 %
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import regex

from extractors.goals.answers import Answer
from extractors.goals.entries import Entry
from extractors.goals.headings import may_head
from extractors.goals.papers import Paper
from extractors.goals.worded import SHARES
from extractors.language.stems import stem
from schemas.packet import Span

FEWEST_NAMES = 3
"""Names of a list that another one repeats."""
SHORTEST_NOUN = 4
_UNTELLING = frozenset({"antal", "fordelt", "kommune", "kommuner", "kommunerne", "oversigt", "over", "december"})
"""Words of heads that say nothing of what is counted."""
_WORD = regex.compile(r"\p{L}{2,}|\d+")


def tied_by_names(
    entries: Sequence[tuple[Paper, Entry]], answers: Sequence[tuple[Paper, Answer]]
) -> dict[int, int]:
    """The places of the answers of such lists and of the entries that they are of: the head of the values names
    what that of the targets does, and no other values of such a list do so for the same time. Of several values
    beside each other it is those of the targets' unit, shares of shares."""
    columns: dict[tuple[Span, str], list[int]] = {}
    for place, (_, answer) in enumerate(answers):
        if answer.head is not None:
            columns.setdefault((answer.span, answer.head), []).append(place)
    ties: dict[int, int] = {}
    for aims in _lists_of_targets(entries) if columns else ():
        names = {_name(entries[at][1]): at for at in aims}
        fitting = [
            own
            for column, own in columns.items()
            if {plain(answers[place][1].label) for place in own} == names.keys()
            and _fits(column, [answers[place][1] for place in own], [entries[at][1] for at in aims], columns.keys())
        ]
        if len(fitting) == 1:
            ties |= {place: names[plain(answers[place][1].label)] for place in fitting[0]}
    return ties


def _fits(
    column: tuple[Span, str], told: Sequence[Answer], aims: Sequence[Entry], columns: Collection[tuple[Span, str]]
) -> bool:
    """True where a column may tell of the targets, by what its head names, its time and its unit."""
    span, head = column
    words, own = _about(" ".join({entry.head for entry in aims})), _about(head)
    if span.first <= aims[0].span.last or not words & own:
        return False
    if not {answer.outcome.year for answer in told if answer.outcome} <= {None, aims[0].year}:
        return False
    beside = [_about(other) for where, other in columns if where == span and other != head]
    if not beside:
        return True
    units = [[entry.target.unit for entry in aims], [a.outcome.value.unit for a in told if a.outcome is not None]]
    shares = [all(unit in SHARES for unit in own_units) for own_units in units]
    return all(shares) or (not any(shares) and bool(words & own.difference(*beside)))


def _lists_of_targets(entries: Sequence[tuple[Paper, Entry]]) -> list[list[int]]:
    """The places of the entries of tables of targets without results, by the heads that these stand below."""
    found: dict[tuple[Span, str], list[int]] = {}
    for at, (_, entry) in enumerate(entries):
        found.setdefault((entry.span, entry.label.rpartition(" / ")[0]), []).append(at)
    return [
        own for own in found.values() if len(own) >= FEWEST_NAMES and not any(entries[at][1].results for at in own)
    ]


def _name(entry: Entry) -> str:
    return plain(entry.label.rpartition(" / ")[2])


def plain(label: str) -> str:
    """The words of a label in lower case, as another list may print them."""
    return " ".join(_WORD.findall(label.lower()))


def _about(head: str) -> set[str]:
    """The stems of what a head counts, without the words that tell it to be one of goals."""
    words = (word for word in _WORD.findall(head.lower()) if len(word) >= SHORTEST_NOUN and word.isalpha())
    return {stem(word) for word in words if not may_head(word) and word not in _UNTELLING}
