"""A result with its target beside it in one short line: ``54 (virksomhedsplan: 50)``, ``506 ud af årets 1.000``.

The line is an entry of a list or of a slide; what it is about stands before the values or in the line above.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import regex

from extractors.goals.cells import measured
from extractors.goals.entries import Entry, Outcome, Spot, numbered
from extractors.goals.headings import Heading, heading
from extractors.goals.lines import lines_with, printed_in
from extractors.goals.name_heads import are_near
from extractors.goals.papers import Paper
from extractors.goals.worded import SHARES
from extractors.language.bounds import BEFORE
from extractors.tables.flat.values import NUMBER_WITH_UNIT
from extractors.text.markers import BULLETS, read_marker
from schemas.packet import Packet, Span

LONGEST = 170
"""Characters of a line that is an entry of a list."""
LONGEST_SLIDE = 60
"""Characters of a line of a slide: in a longer one the words around must be read."""

_BOUNDS = "|".join(regex.escape(word) for words in BEFORE.values() for word in sorted(words, key=len, reverse=True))
_VALUE = rf"(?:(?i:{_BOUNDS})\s?)?{NUMBER_WITH_UNIT}"
_BRACKETED = regex.compile(
    rf"(?P<before>.*?)(?<![\w,.])(?P<first>{_VALUE})(?P<noun>(?:\s\p{{Ll}}[\p{{L}}-]*){{0,3}})\s?"
    rf"[(\[](?P<label>\p{{L}}[^()\d:]{{1,38}}?)\s?(?P<year>20\d\d)?\s?(?::|=|\bpå\b|\bvar\b|\ber\b)?\s?(?P<second>{_VALUE})"
    r"(?P<tail>[^()\d]*)[)\]]"
)
_BRACKET = regex.compile(r"[(\[]\p{L}[^()]*\p{N}")
"""What such a line holds: a bracket that begins with a word and holds a number."""
_NAMED_GOAL = regex.compile(r"[(\[](?:\p{L}{0,12}mål|indsats)\s\d{1,2}[)\]]", regex.IGNORECASE)
_LEADERS = regex.compile(r"\.{4,}|(?:\s\.){4,}")
MOST_GOALS, FEWEST_NAMED = 31, 3
"""Numbers of goals, and lines that name one, at least."""
_OUT_OF = regex.compile(
    rf"(?P<before>.*?)(?<![\w,.])(?P<first>{_VALUE})\s(?:\p{{Ll}}[\p{{L}}-]*\s){{0,2}}(?:ud\s)?af\s"
    r"(?:årets|kontraktens|aftalens|planens|målets|måltallets|de\s(?:aftalte|planlagte|lovede|ønskede)|aftalte|planlagte|"
    r"(?:et|det|årets)?\s?\p{Ll}*mål(?:et|tal|tallet)?\spå|målsatte)\s"
    rf"(?P<second>{_VALUE})(?P<tail>.*)$"
)
_OF_AIMS = ("årets", "kontraktens", "aftalens", "planens", "mål", "aftalte", "planlagte", "lovede", "ønskede")
"""One of which stands between the two."""
_ALONE = regex.compile(r"(?:ud\s)?af\s\S")
_SCALE = regex.compile(
    r",?\s(?:på|af|ud\saf)\s(?:en\s)?(?:\p{L}{0,12}skala(?:en)?\s)(?:(?:fra|op)\s)?(?:til\s)?\d{1,3}(?:\s?(?:til|og|-|–)\s?\d{1,3})?"
    r"(?:,\shvor\s[^()]+?)?(?=\s*[(\[])"
)
"""The scale that a value lies on, between it and its target: ``7,2 på en skala fra 1 til 10 (mål: 7,0)``."""
_PROSE = regex.compile(r"[.!?]\s+\p{Lu}")


def read_inline(packet: Packet, paper: Paper) -> list[Entry]:
    """The entries of lines that hold target and result. A word that only may mean an aim (``virksomhedsplan``) does
    where several lines have it."""
    lines = _Printed(packet, paper)
    found = [*_without_numbers(list(_bracketed(lines, paper))), *_out_of(lines, paper)]
    labels = Counter(key for _, key, _ in found)
    return [entry for entry, key, sure in found if sure or labels[key] > 1]


def _without_numbers(found: list[tuple[Entry, str, bool]]) -> list[tuple[Entry, str, bool]]:
    """The entries without those whose bracket names the goal that the line belongs to: ``75 kurser (mål 8)``. Bare
    numbers that rise through the paper count its goals; so does one that is far from the share before it."""
    found = [one for one in found if not _is_far_from_share(one[0])]
    bare = [
        one for one in found if _NAMED_GOAL.search(one[0].text) is not None and one[0].target.value < MOST_GOALS
    ]
    values = [entry.target.value for entry, _, _ in bare]
    if len(values) < FEWEST_NAMED or any(low > high for low, high in pairwise(values)):
        return found
    return [one for one in found if one not in bare]


def _is_far_from_share(entry: Entry) -> bool:
    """``48 pct. (mål 4)``: a bare number behind a share that is no level near to it."""
    told = entry.results[0].value
    named = _NAMED_GOAL.search(entry.text) is not None and entry.target.value < MOST_GOALS
    return (
        named
        and entry.target.unit is None
        and told.unit in SHARES
        and not are_near(entry.target.value, [told.value])
    )


class _Printed:
    """The printed lines of a paper, by their place among them."""

    def __init__(self, packet: Packet, paper: Paper) -> None:
        self._indexes = printed_in(packet, paper.span)
        self._lines = packet.lines
        self._numbered = lines_with(packet, "number")

    def holding(self, text: str, longest: int) -> Iterator[tuple[int, int, str]]:
        """Place, index and text of the lines that hold this text and a number, no longer than so many letters."""
        for at, index in enumerate(self._indexes):
            if index in self._numbered and text in self._lines[index].text:
                found = self.line(at)
                if len(found[1]) <= longest:
                    yield at, *found

    def line(self, at: int) -> tuple[int, str]:
        """Index and text of the line at a place, without dots that lead to a value; blank above the first."""
        if at < 0:
            return -1, ""
        index = self._indexes[at]
        return index, " ".join(_LEADERS.sub(" ", self._lines[index].text.replace("**", "")).split())


def _bracketed(lines: _Printed, paper: Paper) -> Iterator[tuple[Entry, str, bool]]:
    for at, index, printed in lines.holding("(", LONGEST):
        if _PROSE.search(printed):
            continue
        above = lines.line(at - 1)
        # an entry that began on the line above
        whole = (
            printed
            if read_marker(printed) or not read_marker(above[1]) or _closed(above[1])
            else f"{above[1]} {printed}"
        )
        match = _BRACKETED.match(_SCALE.sub("", whole)) if _BRACKET.search(whole) else None
        meaning = heading((match["label"].strip(),)) if match is not None else Heading(None)
        if match is None or meaning.kind not in ("aim", "maybe_aim", "outcome"):
            continue
        first, second = measured(match["first"]), measured(match["second"])
        label = _label(match["before"]) or _label(match["noun"])
        if first is None or second is None or (not label and not above[1]):
            continue
        year = int(match["year"]) if match["year"] else meaning.year
        start = above[0] if whole is not printed else index
        if meaning.kind == "outcome":
            if heading((match["before"].strip(" :–-")[:60],)).kind != "aim":
                continue
            first, second = second, first
        own = numbered(label or above[1])
        outcome = Outcome(first, Spot(index), running=meaning.partial)
        entry = Entry(
            own.label, second, Spot(index), Span(start, index), whole, (outcome,), own.goal_no, own.sub_no,
            own.own_no, year or paper.year,
        )  # fmt: skip
        yield entry, match["label"].lower().strip(), meaning.kind == "aim"


def _closed(text: str) -> bool:
    return text.endswith((".", ")", ":")) or "(" in text


def _label(text: str) -> str:
    marker = read_marker(text.strip())
    body = text.strip()[marker.end :] if marker is not None and marker.rank == 0 else text
    return body.strip(BULLETS + " :-,;\t")


def _out_of(lines: _Printed, paper: Paper) -> Iterator[tuple[Entry, str, bool]]:
    for at, index, printed in lines.holding("af", LONGEST_SLIDE):
        first_line, whole = index, printed
        before, text_before = lines.line(at - 1)
        if _ALONE.match(printed) and measured(text_before) is not None:
            first_line, whole = before, f"{text_before} {printed}"
        if len(whole) > LONGEST_SLIDE or _PROSE.search(whole):
            continue
        match = _OUT_OF.match(whole) if any(map(whole.__contains__, _OF_AIMS)) else None
        first = measured(match["first"]) if match is not None else None
        second = measured(match["second"]) if match is not None else None
        if match is None or first is None or second is None:
            continue
        label = _label(match["before"]) or lines.line(at - 1 - (first_line != index))[1]
        own = numbered(label)
        entry = Entry(
            own.label, second, Spot(index), Span(first_line, index), whole, (Outcome(first, Spot(first_line)),),
            own.goal_no, own.sub_no, own.own_no, paper.year,
        )  # fmt: skip
        yield entry, "af", True
