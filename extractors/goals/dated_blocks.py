"""Targets stated on a line of their own above rows of values, over which times stand side by side.

    2.1 Ventetid ved færgen
    Måltal 2031: højst 20 min.
     1. kvt. 2030 1. kvt. 2031
    Nord 24 18 ●
    Syd 26 25 ○
    Hele øen 25 21 ○

The last value of a row answers the target. Where some rows have a sign or a word of a verdict behind their values,
the others are printed for comparison; where none has, only the row of the whole, or the only row, is of the target.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import regex

from extractors.goals.cells import Measured, cell_verdict, measured
from extractors.goals.entries import Entry, Outcome, Spot, numbered
from extractors.goals.headings import heading, is_nationwide
from extractors.goals.lines import lines_within, printed_in
from extractors.goals.papers import Paper
from extractors.language.quantities import MONTHS
from extractors.tables.labels import is_bare_total
from schemas.language import lexicon
from schemas.packet import Packet, Span
from schemas.records import Verdict

SIGNS: Mapping[str, Verdict] = {
    "●": "met",
    "◐": "partly",
    "◑": "partly",
    "◒": "partly",
    "○": "not_met",
    "◯": "not_met",
}
"""What signs mean of which the paper prints several and explains none."""
FEWEST_SIGNS = 2
FEWEST_TIMES, MOST_TIMES = 2, 8
MOST_ROWS = 40
LONGEST = 120
"""Characters of any of the lines."""
LONGEST_TITLE = 100
_MONTH = rf"(?:{'|'.join(sorted({month[:3] for month in MONTHS}))})\p{{Ll}}*\.?"
_QUARTERS = r"[1-4]\.(?:\s?[-–]\s?[1-4]\.)?\s?(?:kvt|kvartal|kv)\.?"
_PART = rf"(?:{_QUARTERS}|[12]\.\s?halvår|Q[1-4]|(?:ultimo\s|primo\s)?{_MONTH})"
_YEAR = r"20\d\d(?:\s?/\s?(?:20)?\d\d)?"
_ONE = rf"(?:{_PART}\s)?{_YEAR}"
_TIME = regex.compile(rf"(?:{_MONTH}(?:\s{_YEAR})?\s?[-–]\s?{_MONTH}\s{_YEAR}|{_ONE})", regex.IGNORECASE)
_TIMES = regex.compile(rf"{_TIME.pattern}(?:\s+{_TIME.pattern})+", regex.IGNORECASE)
_UNIT = r"(?:\s?(?:%|pct\.?|kr\.|mio\.\s?kr\.|t\.kr\.|dage|timer|min\.|point))?"
_VALUE = rf"(?:[-–−+]?\d[\d.]*(?:,\d+)?{_UNIT}|[-–])"
_VERDICT = r"[●◐◑◒○◯⬤]|\p{L}[\p{L} ]{2,24}"
_COLON = regex.compile(r"(?P<label>\p{Lu}[^:]{2,40}):\s+(?P<value>\S.*)")
_SIGN = regex.compile(rf"(?P<sign>[{''.join(SIGNS)}])\s*[=:–-]?\s*(?P<text>[^{''.join(SIGNS)}.;]{{3,90}})")


class _Row(NamedTuple):
    label: str
    cells: tuple[str, ...]
    sign: str
    line: int


class _Block(NamedTuple):
    title: str
    first: int
    aimed: Measured
    label: str
    at: int
    times: tuple[str, ...]
    rows: tuple[_Row, ...]


def read_dated_blocks(packet: Packet, paper: Paper) -> list[Entry]:
    """The entries of all such blocks of a paper."""
    blocks = list(_blocks(packet, paper))
    if not blocks:
        return []
    meant = _meanings(packet, paper, blocks)
    return [entry for block in blocks for entry in _entries(block, meant, paper)]


def _blocks(packet: Packet, paper: Paper) -> list[_Block]:
    printed = printed_in(packet, paper.span)
    places = {index: place for place, index in enumerate(printed)}
    found: list[_Block] = []
    for at in lines_within(packet, "head", paper.span):
        place = places.get(at, 0)
        aim = _COLON.fullmatch(_text(packet, at)) if 0 < place < len(printed) - 2 else None
        if aim is None or heading((aim["label"],)).kind != "aim" or (aimed := measured(aim["value"])) is None:
            continue
        heads = _text(packet, printed[place + 1])
        if len(heads) > LONGEST or _TIMES.fullmatch(heads) is None:
            continue
        times = tuple(match[0] for match in _TIME.finditer(heads))
        rows = _rows(packet, printed[place + 2 : place + 2 + MOST_ROWS], len(times))
        title = _text(packet, printed[place - 1])
        if rows and FEWEST_TIMES <= len(times) <= MOST_TIMES and _is_title(title):
            found.append(_Block(title, printed[place - 1], aimed, aim["label"], at, times, rows))
    return found


def _text(packet: Packet, index: int) -> str:
    return " ".join(packet.lines[index].text.split())


def _is_title(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and text[:1].isalnum() and not text.endswith((".", ":", ","))


def _rows(packet: Packet, lines: Sequence[int], count: int) -> tuple[_Row, ...]:
    """The rows right below the heads, each with as many values."""
    form = regex.compile(
        rf"(?P<label>\p{{L}}.*?)(?:\s+(?P<cell>{_VALUE})){{{count}}}(?:\s+(?P<sign>{_VERDICT}))?",
        regex.IGNORECASE,
    )
    rows: list[_Row] = []
    for index in lines:
        text = _text(packet, index)
        match = form.fullmatch(text) if len(text) <= LONGEST and (not rows or index <= rows[-1].line + 2) else None
        if match is None:
            break
        sign = (match["sign"] or "").strip()
        if sign and sign not in SIGNS and cell_verdict(sign) is None:
            break
        rows.append(_Row(match["label"].strip(" ,:"), tuple(match.captures("cell")), sign, index))
    return tuple(rows)


def _meanings(packet: Packet, paper: Paper, blocks: Sequence[_Block]) -> dict[str, Verdict]:
    """What the signs of the paper mean: as its legend says, else by their form where it prints several."""
    used = {row.sign for block in blocks for row in block.rows} & SIGNS.keys()
    meant = {sign: SIGNS[sign] for sign in used} if len(used) >= FEWEST_SIGNS else {}
    for index in printed_in(packet, paper.span) if used else ():
        for match in _SIGN.finditer(_text(packet, index)):
            if match["sign"] in used and (verdict := _meaning(match["text"].lower())) is not None:
                meant[match["sign"]] = verdict
    return meant


def _meaning(text: str) -> Verdict | None:
    words = {sign for word in regex.findall(r"\p{L}+", text) for sign in lexicon().signs(word)}
    if words.isdisjoint(("reached", "fulfilled")):
        return cell_verdict(text.strip(" ,"))
    if regex.search(r"\b(?:næsten|delvist?|tæt på|under)\b", text):
        return "partly"
    return "not_met" if regex.search(r"\bikke\b", text) else "met"


def _entries(block: _Block, meant: Mapping[str, Verdict], paper: Paper) -> list[Entry]:
    own = numbered(block.title)
    span = Span(block.first, block.rows[-1].line)
    year = heading((block.label,)).year
    rows = _told(block.rows)
    period = block.times[-1]
    time = heading((period,))
    running = time.partial and time.year is not None and time.year == year and _is_of_year(block.aimed)
    found = []
    for row in rows:
        reached = measured(row.cells[-1])
        if reached is None:
            continue
        unit = reached.unit or _unit_of(row.label) or block.aimed.unit
        stated = meant.get(row.sign) or (cell_verdict(row.sign) if row.sign else None)
        outcome = Outcome(
            Measured(reached.value, unit, rest=reached.rest), Spot(row.line), time.year, running, over=not running,
            stated=stated, word=row.sign, period=period, segment=None,
        )  # fmt: skip
        found.append(
            Entry(
                own.label, block.aimed, Spot(block.at), span, f"{block.title} | {block.label} | {row.label}",
                (outcome,), own.goal_no, own.sub_no, own.own_no, year or paper.year, segment=row.label,
                head=block.label,
            )
        )  # fmt: skip
    return found


def _told(rows: Sequence[_Row]) -> list[_Row]:
    """The rows that the target is of."""
    signed = [row for row in rows if row.sign]
    own = [row for row in rows if not is_nationwide(row.label)]
    if signed or len(own) == 1:
        return signed or own
    return [row for row in own if is_bare_total(row.label) or _WHOLE.match(row.label)][:1]


_WHOLE = regex.compile(
    r"(?:hele\s)?(?:kommunen|regionen|selskabet|virksomheden)\b|hele\s\p{Ll}+|.*\bi alt$|samlet", regex.IGNORECASE
)


def _is_of_year(aimed: Measured) -> bool:
    """True for what adds up over the year, or is said to be of all of it."""
    return "året" in aimed.rest.lower() or (aimed.unit is not None and "kr." in aimed.unit)


def _unit_of(label: str) -> str | None:
    _, comma, last = label.rpartition(",")
    value = measured(f"1 {last.strip()}") if comma else None
    return value.unit if value is not None else None
