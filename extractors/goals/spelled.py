"""Target and result in one line, each behind its own word: ``Bymidten: mål 10 min., resultat 8,9 min.``

What the two are of stands before them. The words are those of heads of tables; a line that says more is a sentence
and left to the reader of sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.goals.cells import HAS_NUMBER, Measured, cell_verdict, measured
from extractors.goals.entries import Entry, Outcome, Spot, numbered
from extractors.goals.headings import Heading, heading
from extractors.goals.lines import lines_with
from extractors.goals.papers import Paper
from extractors.language.bounds import BEFORE, LOOSE
from extractors.tables.flat.lines import NUMBER_WITH_UNIT
from extractors.text.markers import read_marker
from schemas.packet import Packet, Span

LONGEST = 150
"""Characters of such a line."""
_BOUNDS = "|".join(
    regex.escape(word)
    for word in sorted((w for group in (BEFORE, LOOSE) for ws in group.values() for w in ws), key=len, reverse=True)
)
_VALUE = rf"(?:(?i:{_BOUNDS})\s?)?{NUMBER_WITH_UNIT}(?:\s(?:min|sek|mdr|stk)\.)?(?:\s\p{{Ll}}[\p{{L}}-]+)?"
_WORD = r"\p{L}[\p{L}]{1,20}(?:\s(?:i\s|for\s)?20\d\d)?"
_VERDICT = r"\s?[(,;–-]\s?(?P<verdict>\p{L}[\p{L} ]{1,24})\)?\.?"
_TWO = regex.compile(
    rf"(?P<label>\S.{{1,80}}?)\s?[:–(,-]\s?(?P<one>{_WORD})\s?[:=]?\s(?P<first>{_VALUE})\s?[,;/–.|-]?\s"
    rf"(?:og\s)?(?P<two>{_WORD})\s?[:=]?\s(?P<second>{_VALUE})\)?\.?(?:{_VERDICT})?"
)
_AIM_FIRST = regex.compile(
    rf"(?P<label>\S.{{1,80}}?)\s?\((?P<one>{_WORD})\s?[:=]?\s?(?P<first>{_VALUE})\)\s?[:–-]\s?"
    rf"(?P<second>{_VALUE})\.?"
)


def read_spelled(packet: Packet, paper: Paper) -> Iterator[Entry]:
    """The entries of the paper's lines that name target and result."""
    for index in sorted(i for i in lines_with(packet, "aim") if i in paper.span and i not in packet.furniture):
        text = " ".join(packet.lines[index].text.replace("**", "").split())
        if len(text) > LONGEST or HAS_NUMBER.search(text) is None:
            continue
        marker = read_marker(text)
        body = text[marker.end :].strip() if marker is not None and marker.rank == 0 else text
        if (found := _entry(body, index, paper)) is not None:
            yield found


def _entry(text: str, index: int, paper: Paper) -> Entry | None:
    match = _AIM_FIRST.fullmatch(text)
    if match is not None:
        meaning = heading((match["one"],))
        if meaning.kind != "aim" or meaning.rest:
            return None
        return _made(match["label"], meaning, match["first"], match["second"], "", index, paper, text)
    match = _TWO.fullmatch(text)
    if match is None:
        return None
    one, two = heading((match["one"],)), heading((match["two"],))
    if one.rest or two.rest:
        return None
    values = match["first"], match["second"]
    if (one.kind, two.kind) == ("outcome", "aim"):
        one, two, values = two, one, values[::-1]
    if (one.kind, two.kind) != ("aim", "outcome"):
        return None
    return _made(match["label"], one, *values, match["verdict"] or "", index, paper, text, outcome=two)


def _made(
    label: str, meaning: Heading, aimed: str, reached: str, verdict: str, index: int, paper: Paper, text: str, *,
    outcome: Heading | None = None,
) -> Entry | None:  # fmt: skip
    target, result = _value(aimed), _value(reached)
    if target is None or result is None or result.comparator is not None or not any(map(str.isalpha, label)):
        return None
    own = numbered(label.strip(" :–-,;"))
    running = outcome is not None and outcome.partial
    told = Outcome(result, Spot(index), outcome.year if outcome else None, running, stated=cell_verdict(verdict))
    return Entry(
        own.label, target, Spot(index), Span(index, index), text, (told,), own.goal_no, own.sub_no, own.own_no,
        meaning.year or paper.year,
    )  # fmt: skip


def _value(text: str) -> Measured | None:
    value = measured(text)
    return value if value is not None and len(value.rest.split()) <= 2 else None
