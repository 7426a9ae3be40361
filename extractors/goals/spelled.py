"""Target and result in one line, each behind its own word: ``Bymidten: mål 10 min., resultat 8,9 min.``

What the two are of stands before them. The words are those of heads of tables; a line that says more is a sentence
and left to the reader of sentences, unless it says so behind a full stop and the label ends in a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from extractors.goals.cells import Measured, cell_verdict, measured
from extractors.goals.entries import Entry, Outcome, Spot, numbered
from extractors.goals.headings import Heading, heading
from extractors.goals.lines import lines_with, lines_within
from extractors.goals.papers import Paper
from extractors.language.bounds import BOUND_WORDS
from extractors.tables.flat.values import NUMBER_WITH_UNIT
from extractors.text.markers import read_marker
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet, Span

LONGEST = 150
"""Characters of such a line."""
_VALUE = rf"(?:(?i:{BOUND_WORDS})\s?)?{NUMBER_WITH_UNIT}(?:\s(?:min|sek|mdr|stk)\.)?(?:\s\p{{Ll}}[\p{{L}}-]+)?"
_WORD = r"\p{L}[\p{L}]{1,20}(?:\s(?:i\s|for\s)?20\d\d|\s(?:i|for)\s\p{Ll}{2,12})?"
_VERDICT = r"\s?[(,;–-]\s?(?P<verdict>\p{L}[\p{L} ]{1,24})\)?\.?"
_TWO = regex.compile(
    rf"(?P<label>\S.{{1,80}}?)\s?[:–(,-]\s?(?P<one>{_WORD})\s?[:=]?\s(?P<first>{_VALUE})\s?[,;/–.|-]?\s"
    rf"(?:og\s)?(?P<two>{_WORD})\s?[:=]?\s(?P<second>{_VALUE})\)?\.?(?:{_VERDICT})?(?:(?<=\.)\s(?P<more>\p{{Lu}}.*))?"
)
_VALUE_FIRST = regex.compile(
    rf"(?P<label>\p{{L}}.{{1,80}}?)\s?:?\s(?P<first>{_VALUE})\s?[,;/–|-]\s?(?P<one>{_WORD})\s?[:=]?\s(?P<second>{_VALUE})\.?"
)
_TWO_NUMBERS = re.compile(r"[\d½¼¾]\D.*[\d½¼¾]")
"""What each of them holds."""
_AIM, _OUTCOME = frozenset({"aim", "aimed"}), frozenset({"outcome", "reached"})
"""Lists of words of which each of the two words holds an entry."""
_GAP = regex.compile(r"\t+|\s{2,}|\s*\|\s*")
_PARTED = regex.compile(r"[\t|]|\s{2}")
"""What each gap holds."""
_LABELLED = regex.compile(r"(?P<label>\p{L}[\p{L}\d. ]{1,30}?)\s?:\s*(?P<value>\S.*)")
_AIM_FIRST = regex.compile(
    rf"(?P<label>\S.{{1,80}}?)\s?\((?P<one>{_WORD})\s?[:=]?\s?(?P<first>{_VALUE})\)\s?[:–-]\s?"
    rf"(?P<second>{_VALUE})\.?"
)


def read_spelled(packet: Packet, paper: Paper) -> Iterator[Entry]:
    """The entries of the paper's lines that name target and result."""
    numbered = lines_with(packet, "number")
    for index in lines_within(packet, "aim", paper.span):
        if index not in numbered:
            continue
        text = " ".join(packet.lines[index].text.replace("**", "").split())
        if len(text) > LONGEST:
            continue
        if (found := _in_cells(packet.lines[index].text, index, paper, text)) is not None:
            yield found
            continue
        marker = read_marker(text)
        body = text[marker.end :].strip() if marker is not None and marker.rank == 0 else text
        if (found := _entry(body, index, paper)) is not None:
            yield found


def _in_cells(printed: str, index: int, paper: Paper, text: str) -> Entry | None:
    """``Telefon   3,4 min.   Mål: højst 4 min.   Opfyldt``: name, result and aim in cells of one line."""
    body = printed.replace("**", "").strip(" \t|")
    cells = [cell for cell in _GAP.split(body) if cell] if _PARTED.search(body) is not None else []
    if not 3 <= len(cells) <= 4 or measured(cells[0]) is not None or cells[0].endswith((".", ":")):
        return None
    aims = [(at, match) for at, cell in enumerate(cells[1:], 1) if (match := _LABELLED.fullmatch(cell))]
    aims = [(at, match) for at, match in aims if heading((match["label"],)).kind == "aim"]
    if len(aims) != 1:
        return None
    at, aim = aims[0]
    rest = [cell for place, cell in enumerate(cells[1:], 1) if place != at]
    values = [cell for cell in rest if _value(_unlabelled(cell)) is not None]
    words = [cell for cell in rest if cell not in values]
    if len(values) != 1 or any(cell_verdict(word) is None for word in words):
        return None
    verdict = words[0] if words else ""
    meaning = heading((aim["label"],))
    return _made(cells[0], meaning, aim["value"], _unlabelled(values[0]), verdict, index, paper, text)


def _unlabelled(cell: str) -> str:
    """``Nu: 3,4 min.`` without the label of an outcome."""
    match = _LABELLED.fullmatch(cell)
    return match["value"] if match is not None and heading((match["label"],)).kind == "outcome" else cell


def _entry(text: str, index: int, paper: Paper) -> Entry | None:
    if _TWO_NUMBERS.search(text) is None or _AIM.isdisjoint(named := goal_table_words().named(text.lower())):
        return None
    match = _VALUE_FIRST.fullmatch(text)
    if match is not None and (meaning := heading((match["one"],))).kind == "aim" and not meaning.rest:
        label, _, word = match["label"].rpartition(":")
        if label and heading((word.strip(),)).kind == "earlier":
            return _made(label, meaning, match["second"], None, "", index, paper, text)
        return _made(match["label"], meaning, match["second"], match["first"], "", index, paper, text)
    match = _AIM_FIRST.fullmatch(text) if "(" in text else None
    if match is not None:
        meaning = heading((match["one"],))
        if meaning.kind != "aim" or meaning.rest:
            return None
        return _made(match["label"], meaning, match["first"], match["second"], "", index, paper, text)
    return None if _OUTCOME.isdisjoint(named) else _entry_of_two(text, index, paper)


def _entry_of_two(text: str, index: int, paper: Paper) -> Entry | None:
    match = _TWO.fullmatch(text)
    if match is None or (match["more"] and ":" not in text[match.end("label") : match.start("one")]):
        return None
    one, two = heading((match["one"],)), heading((match["two"],))
    if one.rest or two.rest:
        return None
    values = match["first"], match["second"]
    if (one.kind, two.kind) == ("outcome", "aim"):
        one, two, values = two, one, values[::-1]
    if (one.kind, two.kind) != ("aim", "outcome"):
        return None
    verdict = match["verdict"] or (match["more"] or "").partition(".")[0]
    return _made(match["label"], one, *values, verdict, index, paper, text, outcome=two)


def _made(
    label: str, meaning: Heading, aimed: str, reached: str | None, verdict: str, index: int, paper: Paper,
    text: str, *, outcome: Heading | None = None,
) -> Entry | None:  # fmt: skip
    """The entry; without a result where only the level before it is told (``reached`` None)."""
    target = _value(aimed)
    if target is None or not any(map(str.isalpha, label)):
        return None
    told: tuple[Outcome, ...] = ()
    if reached is not None:
        result = _value(reached)
        if result is None or result.comparator is not None:
            return None
        year, running = (outcome.year, outcome.partial) if outcome is not None else (None, False)
        told = (Outcome(result, Spot(index), year, running, stated=cell_verdict(verdict), word=verdict),)
    own = numbered(label.strip(" :–-,;"))
    return Entry(
        own.label, target, Spot(index), Span(index, index), text, told, own.goal_no, own.sub_no, own.own_no,
        meaning.year or paper.year,
    )  # fmt: skip


def _value(text: str) -> Measured | None:
    value = measured(text)
    return value if value is not None and len(value.rest.split()) <= 2 else None
