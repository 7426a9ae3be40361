"""Targets in blocks of lines that blank lines set apart, without a head above them: what was ordered, what came of
it, and whether it is reached.

    Akutte henvendelser besvaret inden to timer, 90 % af alle
    93,5 %
    Opfyldt

    Kørsler med forsinkelse ned på 40
    52
    Ikke opfyldt. To biler var på værksted i foråret

Several blocks below each other are made alike: a line with a number in words, a value, a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractors.goals.cells import HAS_NUMBER, Measured, cell_verdict, measured
from extractors.goals.column import FEWEST_WORDS
from extractors.goals.entries import Entry, Outcome, Spans, Spot, numbered
from extractors.goals.lines import lines_with, printed_in
from extractors.goals.papers import Paper
from extractors.goals.worded import SHARES, value_of
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet, Span
from schemas.records import Verdict

FEWEST_BLOCKS = 3
"""Blocks with a result and a verdict that make a list of them."""
LINES = 3
"""Lines of a block."""
MOST_AIM = 3
"""Lines over which the target may run."""
LONGEST_AIM, LONGEST_VALUE, LONGEST_VERDICT = 240, 60, 120
"""Characters of what was ordered, of the value, of the verdict with the words behind it."""
_FIRST = regex.compile(r"[.,;:–]\s")


class _Block(NamedTuple):
    aim: str
    aimed: Measured
    reached: Measured | None
    verdict: Verdict | None
    first: int
    at: int
    last: int


def read_blocks(packet: Packet, paper: Paper, taken: Sequence[Span]) -> list[Entry]:
    """The entries of all runs of such blocks, outside of the spans that are ``taken``."""
    covered = Spans(taken)
    found: list[Entry] = []
    run: list[_Block] = []
    for block in [*_blocks(packet, paper), None]:
        if block is not None and not covered.meet(Span(block.first, block.last)):
            run.append(block)
            continue
        if sum(one.reached is not None and one.verdict is not None for one in run) >= FEWEST_BLOCKS:
            found += [_entry(one, paper) for one in run]
        run = []
    return found


def _blocks(packet: Packet, paper: Paper) -> Iterator[_Block | None]:
    """The blocks of the paper; None where lines stand that are none."""
    numbers = lines_with(packet, "number")
    lines: list[int] = []
    for index in [*printed_in(packet, paper.span), -1]:
        if lines and index != lines[-1] + 1:
            fits = LINES <= len(lines) < LINES + MOST_AIM and numbers.isdisjoint(lines) is False
            yield _block(packet, lines) if fits else None
            lines = []
        lines.append(index)


def _block(packet: Packet, lines: Sequence[int]) -> _Block | None:
    texts = [" ".join(packet.lines[index].text.split()) for index in lines]
    *aims, value, word = texts
    aim = " ".join(aims)
    if len(aim) > LONGEST_AIM or len(value) > LONGEST_VALUE or len(word) > LONGEST_VERDICT:
        return None
    if len(aim.split()) < FEWEST_WORDS or HAS_NUMBER.search(aim) is None or aim.endswith((".", ":")):
        return None
    verdict = _verdict(word)
    aimed = value_of(aim) if verdict is not None and measured(aim) is None else None
    if aimed is None:
        return None
    reached = value_of(value, aimed, aim) if measured(value) is not None else None
    if reached is not None and (reached.unit in SHARES) != (aimed.unit in SHARES):
        return None
    if reached is None and (measured(value) is not None or verdict != "pending"):
        return None
    return _Block(aim, aimed, reached, verdict, lines[0], lines[-2], lines[-1])


def _verdict(text: str) -> Verdict | None:
    """The verdict that a line states or begins with: ``Ikke leveret. To biler …``, ``Opfyldt lige nøjagtigt``."""
    if (whole := cell_verdict(_FIRST.split(text, maxsplit=1)[0])) is not None:
        return whole
    lowered = text.lower()
    words = goal_table_words().verdicts
    return next((name for name in _VERDICTS if words[name].match(lowered)), None)


_VERDICTS: tuple[Verdict, ...] = ("not_met", "partly", "pending", "met")


def _entry(block: _Block, paper: Paper) -> Entry:
    own = numbered(block.aim)
    results: tuple[Outcome, ...] = ()
    if block.reached is not None:
        results = (Outcome(block.reached, Spot(block.at), stated=block.verdict),)
    return Entry(
        own.label, block.aimed, Spot(block.first), Span(block.first, block.last), block.aim, results, own.goal_no,
        own.sub_no, own.own_no, paper.year, stated=block.verdict,
    )  # fmt: skip
