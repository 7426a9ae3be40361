"""What a number of a sentence measures: its words and its segment.

A sentence with several numbers is divided among them at *og* and at clauses; what stands before the first and
behind
the last is common to all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from extractors.goals.clauses import clause_of
from extractors.goals.reading import Sentence
from extractors.language.analysis import Analysis
from extractors.language.stems import stem
from schemas.language import lexicon

REACH = 11
"""Words behind a number in which its segment is named."""
JOINTS = frozenset({"og", "samt", "mens"})
"""Words that join two numbers of a sentence."""


class Words(NamedTuple):
    """Stems of what is measured: ``own`` belong to this number alone, ``shared`` to the sentence, ``around`` to the
    title or lead-in above it."""

    own: frozenset[str]
    shared: frozenset[str]
    around: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """All stems."""
        return self.own | self.shared | self.around

    def with_own(self, other: Words) -> Words:
        """These words and those that another number of the same thing has of its own."""
        return self._replace(own=self.own | other.own, shared=self.shared | other.shared)


def segment_of(analysis: Analysis, index: int) -> tuple[str | None, bool]:
    """The segment a number holds for, and True where it is said to hold for each of several. Segments are named
    behind their number (``76 % i driftssegmentet og 71 % i …``) or before it (``i driftssegmentet 76 % og i
    …``)."""
    quantity, quantities = analysis.quantities[index], analysis.quantities
    first, last = 0, len(analysis.tokens)
    if index:
        first = _seam(analysis, quantities[index - 1].last + 1, quantity.first)
    if index + 1 < len(quantities):
        last = _seam(analysis, quantity.last + 1, quantities[index + 1].first)
    own = _names(analysis, quantity.last + 1, min(last, quantity.last + REACH))
    if len(own) == 1:  # `både i drifts- og i vækstsegmentet`
        own = _names(analysis, quantity.last + 1, min(last, quantity.last + 2 * REACH))
    own = own or _names(analysis, first, quantity.first)
    if not own and index:
        before = _names(analysis, 0, quantities[0].first)
        own = before if len(before) == 1 else []
    if len(own) > 1:
        return None, True
    return (own[0], False) if own else (None, False)


def _names(analysis: Analysis, first: int, after: int) -> list[str]:
    found: list[str] = []
    for index in range(max(first, 0), after):
        token = analysis.tokens[index]
        if not token.signs:
            continue
        label = index + 1 < len(analysis.tokens) and analysis.tokens[index + 1].text == ":"
        for sign in sorted(token.signs):
            name = sign.removeprefix("segment:")
            if label:
                name = name.removeprefix("bare:")
            if name != sign and name not in found:
                found.append(name)
    return found


def contrasted(analysis: Analysis, index: int) -> str | None:
    """The group a number holds for, where the number beside it tells the same of another group: ``82 pct. af
    ejerlederne og 76 pct. af de ansatte er …``. None where no groups are set side by side."""
    mine = _group(analysis, index)
    if mine is None:
        return None
    quantities = analysis.quantities
    for left, right in ((index - 1, index), (index, index + 1)):
        if left < 0 or right >= len(quantities) or quantities[left].unit != quantities[right].unit:
            continue
        one, other = _group(analysis, left), _group(analysis, right)
        if one is None or other is None or one[0] == other[0]:
            continue
        between = analysis.tokens[one[1] : quantities[right].first]
        if len(between) == 1 and (between[0].lower in JOINTS or between[0].text == ","):
            return mine[0]
    return None


def _group(analysis: Analysis, index: int) -> tuple[str, int] | None:
    """The group named behind a share, in at most four words, and the token behind it."""
    tokens = analysis.tokens
    quantity = analysis.quantities[index]
    first = quantity.last + 1
    if not quantity.share or first >= len(tokens) or tokens[first].lower not in ("af", "blandt", "for"):
        return None
    first += 1
    if first < len(tokens) and "definite" in tokens[first].signs:
        first += 1
    end = first
    stop = lexicon().stop
    while end < len(tokens) and end < first + 4:
        token = tokens[end]
        if not token.text[0].isalpha() or token.lower in stop or "outcome" in token.signs:
            break
        end += 1
    return (" ".join(t.text for t in tokens[first:end]), end) if end > first else None


def content(texts: Iterable[str]) -> frozenset[str]:
    """The stems of the words that say something."""
    stop = lexicon().stop
    found = set()
    for word in texts:
        for piece in word.split("-"):
            if len(piece) > 2 and piece[0].isalpha() and piece not in stop:
                found.add(stem(piece))
    return frozenset(found)


def moved_span(analysis: Analysis, index: int) -> tuple[int, int] | None:
    """Of numbers such as ``måltallet på de lange forløb fra 600 i 2021 til 700``: the words between the goal and
    *fra*, for both numbers. None for others."""
    quantities = analysis.quantities
    steps = [analysis.tokens[q.first - 1].lower if q.first else "" for q in quantities]
    start = index if steps[index] == "fra" else index - 1
    if start < 0 or start + 1 >= len(quantities) or steps[start : start + 2] != ["fra", "til"]:
        return None
    end = quantities[start].first - 2
    begin = next(
        (i for i in range(end, -1, -1) if "goal" in analysis.tokens[i].signs or analysis.tokens[i].text == ","), -1
    )
    return begin + 1, end


def words_of(sentence: Sentence, index: int) -> Words:
    """The stems of what a number measures: its own, those it shares, those of the title above."""
    analysis = sentence.analysis
    first, last = moved_span(analysis, index) or reach_of(analysis, index)
    own = [t.lemma for i, t in enumerate(analysis.tokens) if first <= i <= last]
    others = [t.lemma for i, t in enumerate(analysis.tokens) if not first <= i <= last]
    shared = others if len(analysis.quantities) == 1 else [
        t.lemma for i, t in enumerate(analysis.tokens) if not first <= i <= last and _shared(analysis, i)
    ]  # fmt: skip
    around = (
        f"{sentence.lead} {sentence.part.heading}".lower()
        .replace(",", " ")
        .replace(".", " ")
        .replace(":", " ")
        .split()
    )
    return Words(content(own), content(shared), content(around))


def _shared(analysis: Analysis, token: int) -> bool:
    """True for the words before the first number and behind the last one: coordinated numbers have "
    "them in common."""
    return token < analysis.quantities[0].first or token > analysis.quantities[-1].last


def reach_of(analysis: Analysis, index: int) -> tuple[int, int]:
    """First and last token of the words that belong to this number alone."""
    quantities = analysis.quantities
    quantity = quantities[index]
    if len(quantities) == 1:
        return 0, len(analysis.tokens) - 1
    first, last = clause_of(analysis, quantity)
    if index:
        before = quantities[index - 1]
        first = max(first, _seam(analysis, before.last + 1, quantity.first))
    if index + 1 < len(quantities):
        after = quantities[index + 1]
        last = min(last, _seam(analysis, quantity.last + 1, after.first) - 1)
    return min(first, quantity.first), max(last, quantity.last)


def _seam(analysis: Analysis, first: int, after: int) -> int:
    """Where the words between two numbers pass from the one before to the one behind: at the last *og* that joins
    no halves of a word (``drifts- og vækst…``), else at a comma, else right before the second number."""
    comma = after
    for index in range(after - 1, first - 1, -1):
        token = analysis.tokens[index]
        halved = index > first and analysis.tokens[index - 1].text.endswith("-")
        if token.lower in JOINTS and not halved:
            return index
        if token.text == "," and comma == after and index + 1 < after:
            comma = index
    return comma
