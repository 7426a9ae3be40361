"""Numbers that are aimed at because the one before them in their sentence is, to which *og* joins them.

``I 2032 skal 60 pct. af de voksne cykle, og blandt børn skal det være 80 pct.``; ``Målet er hhv. 50 dage (erhverv)
og 60 dage (boliger)``; ``I 2035 cykler 60 pct. til arbejde, og 40 pct. gør det hver dag`` in a paper of 2031.
Elsewhere the second of two numbers of one kind tells what came of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.goals.reading import Sentence
from extractors.language.analysis import Quantity, Token
from schemas.language import lexicon

JOINTS = frozenset({"og", "samt"})
MOST_APART = 8
"""Characters between the number and its time: `` ved ``."""
OWED = frozenset({"skal", "bør"})
EACH = frozenset({"hhv", "hhv.", "henholdsvis"})
"""Words before several numbers of which each is for another."""
TOLD = frozenset(
    {"men", "mens", "mod", "imod", "nu", "allerede", "kom", "nåede", "fik", "endte", "blev", "er", "ligger"}
)
"""Words by which the second number is told, not aimed at."""
NEAR = 4
"""Words before the first number among which one of ``EACH`` stands."""


def also_aimed(sentence: Sentence, roles: Sequence[str]) -> Iterator[int]:
    """The places of such numbers in a sentence whose numbers have these ``roles``."""
    quantities, tokens = sentence.analysis.quantities, sentence.analysis.tokens
    first: Quantity | None = None
    for place, quantity in enumerate(quantities):
        if roles[place] == "target":
            first = quantity
        elif first is None or roles[place] not in ("open", "result"):
            continue
        elif (
            _is_exception(tokens, first, quantity)
            or is_of_next_year(sentence, first, quantity)
            or _is_raised(tokens, first, quantity)
        ):
            yield place
        elif _alike(first, quantity):
            following = next((q.first for q in quantities[place + 1 :] if _alike(first, q)), len(tokens))
            if _are_joined(sentence, first, quantity, tokens[quantity.last + 1 : following]):
                yield place
                first = quantity


def _is_exception(tokens: Sequence[Token], one: Quantity, other: Quantity) -> bool:
    """``Mindst 15 kurser i hver by, dog 4 på øen``: what is asked for of somebody else."""
    words = [token.lower for token in tokens[max(one.last + 1, other.first - 2) : other.first]]
    plain = other.counted is None and other.unit is None
    return "dog" in words and one.share == other.share and (plain or one.counted == other.counted)


def _is_raised(tokens: Sequence[Token], one: Quantity, other: Quantity) -> bool:
    """``Måltallet på 90 pct. er nået, og lauget har hævet det til 95 pct. for 2032``: what comes in its place."""
    between = [token.lower for token in tokens[one.last + 1 : other.first]]
    named = any(token.lower in _TAKEN_UP or "goal" in token.signs for token in tokens[one.last + 1 : other.first])
    alike = one.share == other.share and other.unit in (None, one.unit)
    return alike and named and between[-1:] == ["til"] and not _RAISED.isdisjoint(between)


_RAISED = frozenset(
    {"hævet", "hæves", "hæver", "hævede", "sænket", "sænkes", "sænker", "sænkede", "skærpet", "skærpes", "skærper"}
)
_TAKEN_UP = frozenset({"det", "den", "dette"})
"""A goal, taken up."""


def is_of_next_year(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """``210 partnere ved udgangen af 2031 og 240 ved udgangen af 2032``: the same of a later year, its noun left
    out."""
    analysis = sentence.analysis
    between = [token.lower for token in analysis.tokens[one.last + 1 : other.first]]
    bare = other.unit is None and other.counted is None and one.counted is not None and other.value > 0
    joined = [word for word in between if word not in lexicon().bounding_words][-1:]
    if not bare or not joined or joined[0] not in JOINTS:
        return False
    first = [time.year for time in analysis.times if one.end <= time.start < other.start and time.year]
    own = [time.year for time in analysis.times if 0 < time.start - other.end <= MOST_APART and time.year]
    return len(first) == 1 and len(own) == 1 and own[0] > first[0]


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.unit is not None and one.unit == other.unit and one.money == other.money


def _are_joined(sentence: Sentence, one: Quantity, other: Quantity, behind: Sequence[Token]) -> bool:
    tokens = sentence.analysis.tokens
    between = tokens[one.last + 1 : other.first]
    joint = next((at for at in range(len(between) - 1, -1, -1) if between[at].lower in JOINTS), None)
    if joint is None:
        return False
    own = [*between[joint + 1 :], *behind]
    if any("past" in token.signs or "result" in token.signs for token in own):
        return False
    words = {token.lower for token in own}
    if OWED & {token.lower for token in between[joint + 1 :]}:
        return True
    if not TOLD.isdisjoint(words):
        return False
    if not EACH.isdisjoint(token.lower for token in tokens[max(0, one.first - NEAR) : one.first]):
        return True
    now = sentence.part.paper.now
    years = [time.year for time in sentence.analysis.times if time.year is not None]
    return now is not None and bool(years) and min(years) > now
