"""Statements: a number of a sentence with its role, its time, its segment and the words of what it measures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import regex

from extractors.danish import Analysis, Quantity, stem
from extractors.goals.reading import Sentence
from extractors.goals.defaults import Role
from extractors.goals.roles import clause_of, equations, roles
from extractors.periods import Time, find_times
from schemas.language import lexicon

REFERENCE = frozenset(["sammenlignet", "ift.", "ift", "end", "siden", "forhold", "fra", "modtaget"])
"""Words before a time that is only compared with."""

BETWEEN = frozenset(["i", "for", "pr.", "om", "årligt", "inden", "ultimo", "primo", "pct.", "forløb"])
"""Words that may stand between a number and the time that belongs to it."""


_HELD = regex.compile(r"\bmål\w*\b.{0,30}\bfasthold\w*|\bfastholde\w*\b.{0,40}\bmål(?:et)?\b", regex.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class Statement:
    """One number with everything the sentence says of it. ``change`` is True where it is a rise or fall, not a
    level; ``year`` is None where the sentence names none. ``proposed`` marks what is only suggested."""

    sentence: Sentence
    quantity: Quantity
    role: Role
    words: Words
    metric: str
    segment: str | None = None
    spread: bool = False
    year: int | None = None
    period: str | None = None
    change: bool = False
    proposed: bool = False
    equal_degree: Quantity | None = None
    key: int = field(default=0, compare=False)

    @property
    def moved_to(self) -> bool:
        """True for the second of two values that a goal is moved between."""
        tokens = self.sentence.analysis.tokens
        first = self.quantity.first
        return first > 0 and tokens[first - 1].lower == "til"

    @property
    def line(self) -> int:
        """Index of the line that prints the number."""
        return self.sentence.passage.line_at(self.quantity.start)


def statements(sentences: Iterable[Sentence]) -> list[Statement]:
    """All statements in reading order; numbers without a role are left out."""
    found: list[Statement] = []
    recent: Sentence | None = None
    for sentence in sentences:
        analysis = sentence.analysis
        if (held := _held(sentence, found, recent)) is not None:
            found[held.key : held.key + 1] = [held]
        recent = sentence if analysis.quantities else recent
        if not analysis.quantities:
            continue
        equal = {id(e.value): e.degree for e in equations(analysis)}
        bound = _bound_times(analysis)
        for index, (quantity, role) in enumerate(zip(analysis.quantities, roles(sentence), strict=True)):
            if role == "other":
                continue
            time = _time(analysis, quantity, bound)
            segment, spread = _segment(analysis, index)
            found.append(
                Statement(
                    sentence,
                    quantity,
                    role,
                    _words(sentence, index),
                    _metric(sentence, index),
                    segment=segment,
                    spread=spread,
                    year=time.year if time else None,
                    period=time.label if time else None,
                    change=_changes(analysis, quantity),
                    proposed=_is_proposed(sentence, quantity),
                    equal_degree=equal.get(id(quantity)),
                    key=len(found),
                )  # fmt: skip
            )
    return found


def _held(sentence: Sentence, found: list[Statement], recent: Sentence | None) -> Statement | None:
    """``Målet fastholdes i 2022``: the target before it holds for that year; ``er det målet at fastholde niveauet``:
    the level told in the sentence before is the target. The statement to put in or to put anew, else None."""
    if (
        recent is None
        or recent.passage_no != sentence.passage_no
        or sentence.order - recent.order > 2
        or not _HELD.search(sentence.text)
    ):
        return None
    times = [t for t in find_times(sentence.text) if t.year is not None]
    if not times:
        return None
    year, period = times[-1].year, times[-1].label
    last = found[-1] if found and found[-1].sentence is recent else None
    if last is not None and last.role == "target":
        return replace(last, year=year, period=period)
    measured = [i for i, q in enumerate(recent.analysis.quantities) if q.share or q.money or q.counted]
    if last is not None or len(measured) != 1 or "niveau" not in sentence.text:
        return None
    index = measured[0]
    return Statement(
        recent,
        recent.analysis.quantities[index],
        "target",
        _words(recent, index),
        _metric(recent, index),
        year=year,
        period=period,
        key=len(found),
    )


def _bound_times(analysis: Analysis) -> dict[int, int]:
    """Times that stand right behind a number and belong to it: index of the time to index of the quantity."""
    bound: dict[int, int] = {}
    for number, time in enumerate(analysis.times):
        for index, quantity in enumerate(analysis.quantities):
            gap = analysis.text[quantity.end : time.start]
            if 0 < len(gap) <= 16 and set(gap.lower().split()) <= BETWEEN and index not in bound.values():
                bound[number] = index
    return bound


def _time(analysis: Analysis, quantity: Quantity, bound: dict[int, int]) -> Time | None:
    own = next(
        (t for n, t in enumerate(analysis.times) if n in bound and analysis.quantities[bound[n]] is quantity), None
    )
    if own is not None:
        return own
    free = [t for n, t in enumerate(analysis.times) if n not in bound and not _compared(analysis, t)]
    first, last = clause_of(analysis, quantity)
    left_edge, right_edge = analysis.tokens[first].start, analysis.tokens[last].end
    dated = [t for t in free if t.year is not None] or free
    before = [t for t in dated if t.end <= quantity.start]
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


def _compared(analysis: Analysis, time: Time) -> bool:
    """True for a time that only serves as what is compared with: ``ift. målingen i september 2020``."""
    index = analysis.index_at(time.start)
    for token in reversed(analysis.tokens[max(0, index - 6) : index]):
        if token.lower in REFERENCE:
            return True
        if token.text in ",;:." and token.text != ".":
            return False
    return False


def _segment(analysis: Analysis, index: int) -> tuple[str | None, bool]:
    """The segment a number holds for, and True where it is said to hold for each of several."""
    quantity = analysis.quantities[index]
    previous = analysis.quantities[index - 1].last if index else -1
    following = (
        analysis.quantities[index + 1].first if index + 1 < len(analysis.quantities) else len(analysis.tokens)
    )
    right = _names(analysis, quantity.last + 1, min(following, quantity.last + 11))
    left = _names(analysis, previous + 1, quantity.first)
    own = right or left
    if not own and index:
        before = _names(analysis, 0, analysis.quantities[0].first)
        own = before if len(before) == 1 else []
    if not own:
        own = right or []
    if len(own) > 1:
        return None, True
    return (own[0], False) if own else (None, False)


def _names(analysis: Analysis, first: int, after: int) -> list[str]:
    found: list[str] = []
    for index in range(max(first, 0), after):
        token = analysis.tokens[index]
        label = index + 1 < len(analysis.tokens) and analysis.tokens[index + 1].text == ":"
        for sign in sorted(token.signs):
            name = sign.removeprefix("segment:")
            if label:
                name = name.removeprefix("bare:")
            if name != sign and name not in found:
                found.append(name)
    return found


def _changes(analysis: Analysis, quantity: Quantity) -> bool:
    """True for a rise or fall: ``steget med 5``, ``øge … med 10 %``, ``5 % flere``, ``yderligere 5``."""
    first, _ = clause_of(analysis, quantity)
    left = analysis.tokens[first : quantity.first]
    near_right = analysis.tokens[quantity.last + 1 : quantity.last + 3]
    if any(
        token.lower in ("flere", "færre", "reduktion", "reduktioner", "stigning", "fald")
        for token in near_right[:1]
    ):
        return True
    if left and left[-1].lower == "yderligere":
        return True
    steps = [token.lower for token in left[-2:]]
    moved = any(token.signs & {"change_up", "change_down"} for token in left)
    return moved and bool(steps) and "med" in steps


def _is_proposed(sentence: Sentence, quantity: Quantity) -> bool:
    before = sentence.analysis.tokens[: quantity.first]
    return sentence.part.kind == "prose" and any("proposal" in token.signs for token in before)


def _content(texts: Iterable[str]) -> frozenset[str]:
    stop = lexicon().stop
    found = set()
    for word in texts:
        for piece in word.split("-"):
            if len(piece) > 2 and piece[0].isalpha() and piece not in stop:
                found.add(stem(piece))
    return frozenset(found)


def _moved_span(analysis: Analysis, index: int) -> tuple[int, int] | None:
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


def _words(sentence: Sentence, index: int) -> Words:
    analysis = sentence.analysis
    first, last = _moved_span(analysis, index) or _reach(analysis, index)
    own = [t.lower for i, t in enumerate(analysis.tokens) if first <= i <= last]
    others = [t.lower for i, t in enumerate(analysis.tokens) if not first <= i <= last]
    shared = others if len(analysis.quantities) == 1 else [
        t.lower for i, t in enumerate(analysis.tokens) if not first <= i <= last and _shared(analysis, i)
    ]  # fmt: skip
    around = (
        f"{sentence.lead} {sentence.part.heading}".lower()
        .replace(",", " ")
        .replace(".", " ")
        .replace(":", " ")
        .split()
    )
    return Words(_content(own), _content(shared), _content(around))


def _shared(analysis: Analysis, token: int) -> bool:
    """True for the words before the first number and behind the last one: coordinated numbers have them in common."""
    return token < analysis.quantities[0].first or token > analysis.quantities[-1].last


def _reach(analysis: Analysis, index: int) -> tuple[int, int]:
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
    """Where the words between two numbers pass from the one before to the one behind: at *og* or a comma, else
    right before the second number."""
    for index in range(first, after):
        token = analysis.tokens[index]
        if token.lower in ("og", "samt", "mens", "til") or token.text == ",":
            rest = {t.lower for t in analysis.tokens[index + 1 : after]}
            if token.text == "," and not rest & {"og", "samt", "mens"} and index + 1 < after:
                return index
            if token.text != ",":
                return index
    return after


def _metric(sentence: Sentence, index: int) -> str:
    """A short noun phrase for what is measured: the words of the number, without number, comparator and time."""
    analysis = sentence.analysis
    quantity = analysis.quantities[index]
    heading = sentence.part.heading or sentence.lead.rstrip(" :")
    if quantity.counted and not quantity.share:
        return quantity.counted
    times = [(t.start, t.end) for t in analysis.times]
    moved = _moved_span(analysis, index)
    first, last = moved or _reach(analysis, index)
    if moved is None and len(analysis.quantities) > 1 and last - first < 8:
        first = min(first, analysis.quantities[0].first) if index else 0
    words = []
    for token in analysis.tokens[first : last + 1]:
        if any(s <= token.start < e for s, e in times) or any(
            q.first <= analysis.index_at(token.start) <= q.last for q in analysis.quantities
        ):
            continue
        if any(
            sign.startswith(("cmp:", "near:")) or sign in ("goal", "result", "proposal") for sign in token.signs
        ):
            continue
        if token.text in '()”“"»«;:.':
            continue
        words.append(token.text)
    while words and (words[0].lower() in lexicon().stop or words[0] == ","):
        words.pop(0)
    text = " ".join(words[:14]).replace(" ,", ",").strip(" ,.-–")
    while text and text.rsplit(" ", 1)[-1].lower() in lexicon().stop and " " in text:
        text = text.rsplit(" ", 1)[0].strip(" ,")
    return text or heading
