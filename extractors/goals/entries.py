"""A target as a table or a card prints it, with the results beside it and the places that prove both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

import regex

from extractors.goals.cells import Measured
from extractors.goals.headings import is_brought_down
from extractors.language.counting import is_time_passed
from extractors.tables.labels import is_bare_total
from schemas.document import Box
from schemas.language import lexicon
from schemas.packet import Span
from schemas.records import Comparator, Standing, Verdict
from schemas.values import value

FEWEST_PARTS = 2
"""Rows that a total is the sum of, at least."""
SAME_WORDS = 2
"""First words that two rows of one number have in common."""


@value
class Spot:
    """Where a value is printed: the index of its line and, in a PDF, its box."""

    line: int
    box: Box | None = None


@value
class Outcome:
    """A result. ``running``: its time was not over; ``over``: it was, whatever the paper says of itself. ``word``
    is the verdict as printed, ``foreseen`` what the paper's legend says becomes of a goal with this colour;
    ``period`` is the part of the year as printed, where there are results of several."""

    value: Measured
    at: Spot
    year: int | None = None
    running: bool = False
    over: bool = False
    segment: str | None = None
    fulfilment: Decimal | None = None
    stated: Verdict | None = None
    word: str = ""
    foreseen: Verdict | None = None
    period: str | None = None


@value
class Entry:
    """A target with its results, of which there may be none. ``span`` are the lines of the whole table or card,
    which are then no running text; ``stated`` is a verdict that stands beside no number. ``own_no`` is the mark by
    which other text may name it (``E1``). ``undated``: nothing tells of which year it is, not even the paper.
    ``ceiling``: less is better, by what the whole table measures; ``began``: where the measure set out, as printed
    beside the target, which lies on the side to which it is to move; ``standing`` is ``total`` of one that is only
    the sum of the others. ``head``: what is printed above its column. ``aimless``: the table says that it sets no
    target; ``target`` is then the result once more. ``word`` is what a column of verdicts prints beside it."""

    label: str
    target: Measured
    at: Spot
    span: Span
    text: str
    results: tuple[Outcome, ...] = ()
    goal_no: str | None = None
    sub_no: str | None = None
    own_no: str | None = None
    year: int | None = None
    segment: str | None = None
    stated: Verdict | None = None
    undated: bool = False
    ceiling: bool = False
    began: Decimal | None = None
    standing: Standing = "in_force"
    head: str = ""
    aimless: bool = False
    word: str = ""

    @property
    def comparator(self) -> Comparator:
        """How a result must stand to the value: as printed, as the label says, as the stated verdicts tell, else
        shares and scores are least values and counts equal."""
        if (sign := self._sign()) is not None:
            return sign
        if self.is_score or self.target.high is not None or self.target.unit in ("%", "procentpoint", "promille"):
            return ">="
        return "="

    def _sign(self) -> Comparator | None:
        if self.target.comparator is not None:
            return self.target.comparator
        labelled = next((sign for sign, words in _LABELLED if words.search(self.label.lower())), None)
        if labelled is not None:
            return labelled
        headed = {sign for sign, words in _HEADED if words.search(self.head.lower())}
        if len(headed) == 1:
            return headed.pop()
        told = next((sign for result in self.results if (sign := self._told(result))), None)
        moves = self.began is not None and self.began != self.target.value
        if told is not None and not (moves and any(COLOUR.fullmatch(result.word) for result in self.results)):
            return told
        if self.began is not None and moves:
            return ">=" if self.target.value > self.began else "<="
        return "<=" if self.ceiling or is_brought_down(self.label) else None

    @property
    def is_score(self) -> bool:
        """True for a score (``NPS, drift``) or an average on a scale (``4,20``), which is a level and does not grow
        over the year."""
        if self.target.unit is not None:
            return False
        named = any("score" in lexicon().signs(w) for w in _WORD.findall(self.label.lower()))
        rated = _RATED.search(self.label) is not None
        return named or (not rated and all(map(_is_average, (self.target, *(r.value for r in self.results)))))

    @property
    def is_directed(self) -> bool:
        """True where something says how a result must stand to the value."""
        return self._sign() is not None

    @property
    def is_undecided(self) -> bool:
        """True for a length of time of which nothing says whether it is a most or a least value: both are common,
        and the wrong one turns the verdict around."""
        return is_time_passed(self.target.unit) and not self.is_directed

    def _told(self, result: Outcome) -> Comparator | None:
        """The sign with which the verdict beside the numbers makes sense."""
        reached, aimed = result.value.value, self.target.value
        if reached == aimed or result.stated not in ("met", "not_met") or (result.running and reached < aimed):
            return None
        return ">=" if (reached > aimed) == (result.stated == "met") else "<="


def _is_average(value: Measured) -> bool:
    """True for a bare number with decimals that may lie on a scale: ``4,2``."""
    printed = value.value.as_tuple().exponent
    return value.unit is None and isinstance(printed, int) and printed < 0 and 1 <= value.value <= END_OF_SCALE


COLOUR = regex.compile(r"(?:grøn|gul|rød|orange)t?", regex.IGNORECASE)
"""A verdict that may tell how things go rather than whether the target is reached."""
_RATED = regex.compile(r"\bpr\.\s|\b(?:pct|procent)\b|%", regex.IGNORECASE)
"""What lies on no scale: ``Sager pr. 1.000 borgere``."""
END_OF_SCALE = 10
"""The highest end of a scale that averages are told on."""
_WORD = regex.compile(r"\w+(?:-\w+)*")
_LABELLED: tuple[tuple[Comparator, regex.Pattern[str]], ...] = (
    ("<=", regex.compile(r"\b(?:højst|højest|maks|maksimal\w*|maximal\w*|max|ikke over|ikke mere end)\b")),
    (">=", regex.compile(r"\b(?:mindst|minimum|minimal\w*|ikke under)\b")),
)

_HEADED: tuple[tuple[Comparator, regex.Pattern[str]], ...] = (
    (
        "<=",
        regex.compile(r"\b(?:højst|højest|maks|maksimal\w*|maksimum\w*|max|loft\w*|\p{L}*grænse\w*|ikke over)\b"),
    ),
    (">=", regex.compile(r"\b(?:mindst|minimum\w*|minimal\w*|minimumskrav\w*|ikke under)\b")),
)
"""Words in the head or caption by which all its values are most or least values."""

_NUMBERED = regex.compile(
    r"(?:(?:[Dd]el|[Ss]ervice|[Rr]esultat|[Ee]ffekt)?[Mm]ål(?:tal)?\s(?:nr\.\s?)?(?P<goal>\d{1,2})(?:\.(?P<sub>\d{1,2}))?[.:)]*(?:\s+[–-])?(?:\s+|$)"
    r"|(?P<goal>\d{1,2})(?:\.(?P<sub>\d{1,2}))?[.:)]?\s+(?=[\p{Lu}»\"]))"
)
_NAMED = regex.compile(
    r"(?i:indikator|delmål|delkrav|succeskriteri(?:um|e)|leverance|pejlemærke|forpligtelse|løfte|krav|milepæl|resultatkrav|ydelse)"
    r"\s(?:nr\.\s)?(?P<no>(?P<letter>\p{Lu}{0,2})(?P<goal>\d{1,2})(?:\.(?P<sub>\d{1,2}))?\p{Ll}?)(?:\s?[.:)·–-]+\s*|\s+)(?=[\p{Lu}»\"])"
)
"""What goals and the parts of goals are called that are no ``Mål``: ``Indikator 1a.``, ``Forpligtelse F2:``."""
_MARK = regex.compile(
    r"(?P<mark>[A-ZÆØÅ]{1,3}-?\d{1,2}(?:\.\d{1,2})?)[.:)]?\s+(?=\p{L}|\d[\d.,]*\s?(?:%|pct\b|procent\b))|(?P<mark>\d{1,2}[a-h])[.:)]?\s+(?=\p{Lu})"
)


@value
class Numbered:
    """A label without the number or mark before it."""

    label: str
    goal_no: str | None = None
    sub_no: str | None = None
    own_no: str | None = None


def numbered(label: str) -> Numbered:
    """``1.2 Nye kunder``, ``Mål 3: Nye kunder`` and ``Indikator 3a. Nye kunder`` with their numbers apart, ``E1 Nye
    kunder`` and ``3a. Nye kunder`` with their marks."""
    label = label.strip()
    if match := _NUMBERED.match(label):
        sub = f"{match['goal']}.{match['sub']}" if match["sub"] else None
        return Numbered(label[match.end() :].strip(), match["goal"], sub, sub or match["goal"])
    if match := _NAMED.match(label):
        goal = None if match["letter"] else match["goal"]
        sub = f"{goal}.{match['sub']}" if goal and match["sub"] else None
        return Numbered(label[match.end() :].strip(), goal, sub, match["no"])
    if match := _MARK.match(label):
        return Numbered(label[match.end() :].strip(), own_no=match["mark"])
    return Numbered(label)


def with_totals_marked(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of one table; the row of a total whose target is the sum of those of the other rows is told to be
    one, unless the table tells what came of it: a whole that is followed up is aimed at."""
    columns: dict[tuple[str, int | None], list[Entry]] = {}
    for entry in entries:
        columns.setdefault((_split(entry.label)[0], entry.year), []).append(entry)
    sums = {
        id(entry)
        for column in columns.values()
        for entry in column
        if len(column) > FEWEST_PARTS and not entry.results and is_bare_total(_split(entry.label)[1])
        and entry.target.value == sum(other.target.value for other in column if other is not entry)
    }  # fmt: skip
    return [replace(entry, standing="total") if id(entry) in sums else entry for entry in entries]


def _split(label: str) -> tuple[str, str]:
    """A label as the heads of its column and the name of its row."""
    heads, _, name = label.rpartition(" / ")
    return heads, name


class Spans:
    """Whether a line lies in one of many spans, or a span meets one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._firsts = [span.first for span in ordered]
        self._lasts = list(accumulate((span.last for span in ordered), max))

    def covers(self, index: int) -> bool:
        """True where a span holds the line."""
        at = bisect_right(self._firsts, index)
        return bool(at) and index <= self._lasts[at - 1]

    def meet(self, span: Span) -> bool:
        """True where a line of the span is one of theirs."""
        at = bisect_right(self._firsts, span.last)
        return bool(at) and span.first <= self._lasts[at - 1]


def with_shared_numbers(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of a table with the number of the one above where a row without its own begins like it: ``1.1
    Meget tilfredse gæster, sejlere`` above ``Meget tilfredse gæster, campister``."""
    found: list[Entry] = []
    for entry in entries:
        above = found[-1] if found else None
        if above is not None and above.sub_no is not None and (entry.goal_no, entry.sub_no) == (None, None):
            opening = entry.label.lower().split()[:SAME_WORDS]
            if len(opening) == SAME_WORDS and opening == above.label.lower().split()[:SAME_WORDS]:
                entry = replace(entry, goal_no=above.goal_no, sub_no=above.sub_no)
        found.append(entry)
    return found
