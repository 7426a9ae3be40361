"""Results that stand apart from their targets: in a table of their own, or under ``Ad 2.1``, tied to them by a
number or by the same label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from extractors.goals.answers import NUMBER, Answer, key_of
from extractors.goals.entries import Entry, Outcome, Spot
from extractors.goals.fields import fields_of
from extractors.goals.numbered import first_sentence
from extractors.goals.papers import Paper, is_of_next
from extractors.goals.same_names import plain, tied_by_names
from extractors.goals.worded import told_values, value_of
from extractors.text.markers import read_marker
from schemas.packet import Packet, Span
from schemas.units import MONEY

MOST_BEHIND = 4
"""Lines that go on the first one of a point."""
_POINT = regex.compile(rf"{NUMBER}[.:)]?\s")
_BRACKET = regex.compile(r"\s*\([^()]*\)$")
_TIMED = regex.compile(r"\(\d+\s?min(?:\.|utter)?\)$")
"""The minutes that an agenda gives an item."""


def listed_under(packet: Packet, paper: Paper, answers: Sequence[Answer], known: Sequence[Entry]) -> list[Entry]:
    """Targets of points that begin with the number of a text answer (``E1 Der holdes 7 møder``), where no table has
    them. None of points that tell themselves what came of them: what stands under ``Ad`` are remarks then."""
    told = {a.number: plain(a.text) for a in answers if a.ad}
    wanted = told.keys() - {key_of(e.own_no) for e in known} - {None}
    found: list[Entry] = []
    for index in range(paper.span.first, paper.span.last + 1) if wanted else ():
        number, _, begun = " ".join(packet.lines[index].text.split()).partition(" ")
        if key_of(number) not in wanted or not begun[:1].isalnum():
            continue
        title = plain(_BRACKET.sub("", begun))
        if title and told[key_of(number)].startswith(title):
            return []  # the points of an agenda, which ``Ad 2`` takes up one by one
        texts = [begun, *_behind(packet, index + 1, paper.span.last)]
        if any(f.meaning.kind == "outcome" for text in texts[1:] for f in fields_of(text, index)[1]):
            return []
        rest = " ".join(texts)
        aimed = value_of(rest)
        if aimed is not None:
            wanted.discard(key_of(number))
            text = f"{number} {rest}"
            span = Span(index, index + len(texts) - 1)
            found.append(Entry(rest, aimed, Spot(index), span, text, own_no=number.strip(".:)"), year=paper.year))
    return found


def _behind(packet: Packet, first: int, last: int) -> Iterator[str]:
    """The lines that go on a point: up to a blank one or the next mark of a list."""
    for index in range(first, min(first + MOST_BEHIND, last + 1)):
        text = " ".join(packet.lines[index].text.split())
        marked = read_marker(text) is not None or _POINT.match(text) is not None or text.startswith("Ad ")
        if not text or marked or index in packet.furniture:
            return
        yield text


def joined(
    entries: Sequence[tuple[Paper, Entry]], answers: Sequence[tuple[Paper, Answer]]
) -> tuple[list[tuple[Paper, Entry]], list[Span]]:
    """The entries with the results that stand apart from them, and the spans of those results."""
    numbers: dict[str, list[int]] = {}
    labels: dict[str, list[int]] = {}
    for at, (_, entry) in enumerate(entries):
        if entry.results:
            continue
        for number in {key_of(n) for n in (entry.own_no, entry.sub_no, entry.goal_no)} - {None}:
            numbers.setdefault(str(number), []).append(at)
        labels.setdefault(plain(entry.label), []).append(at)
    filled = list(entries)
    spans: list[Span] = []
    named = tied_by_names(entries, answers)
    for place, (paper, answer) in enumerate(answers):
        meant = numbers.get(answer.number or "", []) or labels.get(plain(answer.label), [])
        if answer.head is not None:
            meant = [named[place]] if place in named else []
        if answer.outcome is not None and answer.outcome.year is not None:
            meant = [at for at in meant if _of_time(filled[at][1], answer.outcome, alone=len(meant) == 1)]
        meant = [at for at in meant if not is_of_next(filled[at][0], paper)]
        if len(meant) != 1 or (answer.number is None and not answer.label):
            continue
        own, entry = filled[meant[0]]
        outcome = answer.outcome or _of_text(answer, entry)
        if entry.results or outcome is None or answer.line in entry.span:
            continue  # what the table of the target itself prints is read with it
        year = outcome.year or paper.year
        filled[meant[0]] = own, replace(entry, results=(replace(outcome, year=year),))
        spans.append(answer.span)
    return filled, spans


def _of_time(entry: Entry, outcome: Outcome, *, alone: bool) -> bool:
    """False where the result is of a year before the target's; of several targets it answers that of its year."""
    if entry.year is None or outcome.year is None:
        return alone
    return outcome.year >= entry.year if alone else outcome.year == entry.year


def _of_text(answer: Answer, entry: Entry) -> Outcome | None:
    text = first_sentence(answer.text) if entry.target.unit in MONEY else answer.text
    told = told_values(text, entry.target, f"{entry.label} {entry.text}")
    return Outcome(told[0].value, Spot(answer.line)) if told else None
