"""Where goals stand: what lies between two marks is a part that knows its goal and what its figures are.

Figures of a part are targets (rows of goal sheets, sub-goals, lists of måltal), results, or talk around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

import regex

from extractors.goals.mark import Level, Mark, goal_of, reported_together
from extractors.goals.marks import marks
from extractors.goals.papers import REPORTS, Paper
from extractors.goals.titled import ends_in_bracket
from schemas.language import lexicon
from schemas.packet import Packet, Span
from schemas.values import value

FEWEST_MEASURES, NEAR_MEASURE = 2, 4
"""Targets with an indicator below, and lines between the two."""
PartKind = Literal["target", "result", "intro", "method", "prose"]


@value
class Part:
    """Lines of one kind under one goal. ``offset`` is where the text begins in its first line; ``heading`` the
    title printed above (of a result). ``listed`` parts are list entries of targets: running text that follows the
    list is of the kind ``base`` again. ``printed_no`` is the number as printed where the paper misnumbers;
    ``label`` the kind of the label that opens the part; ``answered``: below it, under its goal, a label opens what
    came of it. ``tacit``: nothing but the report on it calls the unit a goal; ``takes_up``: a
    unit of that report, which answers one of the agreement. ``year`` is the one that the label names."""

    kind: PartKind
    span: Span
    paper: Paper
    goal_no: str | None = None
    subs: tuple[str, ...] = ()
    heading: str = ""
    goal_title: str = ""
    level: Level | None = None
    offset: int = 0
    listed: bool = False
    base: PartKind = "intro"
    printed_no: str | None = None
    label: str | None = None
    answered: bool = False
    tacit: bool = False
    takes_up: bool = False
    year: int | None = None

    @property
    def sub_no(self) -> str | None:
        """The sub-goal where it is exactly one."""
        return self.subs[0] if len(self.subs) == 1 else None


def parts(packet: Packet, paper: Paper) -> list[Part]:
    """The paper cut at its marks. A paper without marks is one part of prose."""
    found = marks(packet, paper)
    if not any(mark.kind in ("goal", "sub", "reported") for mark in found):
        return [Part("prose", paper.span, paper)]
    levels = _levels(found)
    cut: list[Part] = []
    seen: set[str] = set()
    points: set[str] = set()
    listed: list[str] = []  # the numbered targets since the last result
    together = reported_together(found)
    answered = _answered_below(packet, paper, found)
    measures = _measures_below(paper, found)
    measuring = {mark.subs for mark in measures.values()}
    titles = {mark.goal_no: mark.title for mark in reversed(found) if mark.kind == "goal"}
    current = Part("prose", Span(paper.span.first, paper.span.first - 1), paper)
    title = ""
    for mark in found:
        if mark.kind in ("banner", "entry"):
            continue
        upto = mark.index - 1
        started = replace(current, span=Span(current.span.first, upto))
        if started.span.first <= upto:
            cut.append(started)
        if mark.kind == "sub" or (mark.kind in ("goal", "reported", "item") and mark.goal_no != current.goal_no):
            listed = []
        if mark.kind in ("goal", "reported"):
            if mark.kind == "goal":
                title = mark.title
            begins = mark.offset is not None and (mark.kind == "reported" or mark.said)
            current = Part(
                "intro" if mark.kind == "goal" else "result",
                Span(mark.index if begins else mark.index + 1, paper.span.last), paper,
                goal_no=mark.goal_no, subs=mark.subs, goal_title=title, level=levels.get(mark.goal_no or ""),
                offset=(mark.offset or 0) if begins else 0, takes_up=mark.kind == "reported",
            )  # fmt: skip
            if (
                mark.kind == "goal" and mark.offset is not None and not begins
            ):  # the heading states the target itself
                end = _end_of_heading(packet, mark.index, paper.span.last)
                cut.append(
                    replace(current, kind="target", span=Span(mark.index, end), offset=mark.offset, listed=True)
                )
                current = replace(current, span=Span(end + 1, paper.span.last))
        elif mark.kind == "end":
            current = Part("prose", Span(mark.index, paper.span.last), paper)
        elif mark.kind in ("sub", "item"):
            kind = "target" if mark.index in answered else _sub_kind(paper, mark, seen, points)
            kind = "result" if mark.subs in measuring else kind
            seen.update(mark.subs)
            points.update(mark.subs if mark.kind == "item" else ())
            listed += mark.subs if mark.kind == "item" else ()
            heading = mark.heading
            title = title if goal_of(mark.subs[0]) == current.goal_no else titles.get(goal_of(mark.subs[0]), title)
            current = Part(
                kind, Span(mark.index + 1 if heading else mark.index, paper.span.last), paper,
                goal_no=goal_of(mark.subs[0]), subs=mark.subs, heading=mark.title if heading else "",
                goal_title=title, level=levels.get(goal_of(mark.subs[0])),
                offset=0 if heading else (mark.offset or 0), listed=mark.kind == "item", printed_no=mark.printed,
            )  # fmt: skip
        elif mark.kind == "label":
            kinds: dict[str, PartKind] = {
                "target": "target",
                "method": "method",
                "plan": "method",
                "reason": "method",
                "beside": "method",
                "result": "result",
                "fulfilment": "result",
            }
            measure = measures.get(mark.index)
            label = "result" if mark.label == "plan" and _reports(packet, paper, mark) else mark.label
            dated = _YEAR.search(packet.lines[mark.index].text[: mark.offset or 0])
            kind = kinds[label or "method"]
            subs = tuple(listed) if kind == "result" and len(listed) > 1 else current.subs
            current = replace(
                current, kind=kind, span=Span(mark.index, paper.span.last),
                subs=subs if measure is None else measure.subs,
                heading=current.heading if measure is None else measure.title if measure.heading else "",
                offset=mark.offset or 0, listed=False, label=label, printed_no=None,
                year=int(dated["year"]) if dated is not None else current.year if kind == current.kind else None,
            )  # fmt: skip
            listed = [] if kind == "result" else listed
            if mark.index in together:
                current = replace(current, goal_no=None, subs=together[mark.index], goal_title="")
        else:  # a lead-in of a list of måltal: the entries below are targets, whatever stands above them
            base = current.base if current.listed else current.kind
            current = replace(
                current, kind="target", base=base, span=Span(mark.index, paper.span.last), offset=0, listed=True,
                subs=() if current.listed else current.subs, printed_no=None,
            )  # fmt: skip
    cut.append(replace(current, span=Span(current.span.first, paper.span.last)))
    return _answered([part for part in cut if part.span.first <= part.span.last])


def _answered(found: list[Part]) -> list[Part]:
    """The parts, those marked below which a label opens the results of their goal."""
    result: list[Part] = []
    goal: str | None = None
    for part in reversed(found):
        if part.label in ("result", "fulfilment") and part.kind == "result":
            goal = part.goal_no
        told = part.goal_no is not None and part.goal_no == goal
        result.append(replace(part, answered=True) if told and part.kind in ("intro", "target", "method") else part)
    return result[::-1]


def _answered_below(packet: Packet, paper: Paper, found: Sequence[Mark]) -> set[int]:
    """The lines of the titles of targets that have a label of what came of them below: ``Mål 1.2`` / ``Mindst 6 %
    …`` / ``Afrapportering 1. halvår``. What stands right below such a title is the target."""
    answered: set[int] = set()
    title: Mark | None = None
    for mark in found:
        if mark.kind == "sub":
            title = mark if mark.heading and not mark.title else None
        elif mark.kind != "label" or mark.label == "target":
            title = None
        elif title is not None and (
            mark.label == "result" or (mark.label == "plan" and _reports(packet, paper, mark))
        ):
            answered.add(title.index)
    return answered


def _measures_below(paper: Paper, found: Sequence[Mark]) -> dict[int, Mark]:
    """The lines of targets of a report below each of which an indicator tells what came of it, with its mark:
    ``Mål: Fraværet er højst 4 %`` / ``Indikator 2.1 Januar-juni: 4,6 %``. All indicators stand so."""
    if paper.kind not in REPORTS:
        return {}
    order = [mark for mark in found if mark.kind in ("goal", "sub") or mark.label == "target"]
    pairs = {
        aim.index: sub for aim, sub in pairwise(order)
        if aim.kind == "label" and sub.kind == "sub" and sub.goal_no == aim.goal_no
        and sub.index - aim.index <= NEAR_MEASURE
    }  # fmt: skip
    subs = [mark.subs for mark in order if mark.kind == "sub"]
    return pairs if len(pairs) == len(subs) == len(set(subs)) >= FEWEST_MEASURES else {}


def _reports(packet: Packet, paper: Paper, mark: Mark) -> bool:
    """``Afrapportering: Huset havde 412 gæster``: what became of a goal, told behind the label that in an agreement
    says how it is followed up (``Afrapportering: Hvert halve år``). In the agreement itself only where the label
    names the year that it was followed up for, or a figure is told without a condition."""
    head = packet.lines[mark.index].text[: mark.offset or 0]
    dated = _YEAR.search(head) is not None
    agreement = paper.kind == "contract" and not dated
    if agreement and ":" not in head:
        return False
    texts = [packet.lines[mark.index].text[mark.offset or 0 :]]
    for following in range(mark.index + 1, min(mark.index + 3, paper.span.last + 1)):
        if packet.lines[following].blank:
            break
        texts.append(packet.lines[following].text)
    words = " ".join(texts).lower().replace(",", " ").replace(".", " ").split()
    figured = any(any(c.isdecimal() for c in word) for word in words)
    partly = paper.kind in REPORTS and _PART_OF_YEAR.search(packet.lines[mark.index].text) is not None
    if (dated or partly) and (figured or not lexicon().numerals.keys().isdisjoint(words)):
        return True
    told = any({"past", "fulfilled", "reached"} & lexicon().signs(word) for word in words)
    if agreement:
        return told and figured and _CONDITIONS.isdisjoint(words)
    return told or (figured and not _PRESENT.isdisjoint(words))


_PART_OF_YEAR = regex.compile(r"halvår|kvartal", regex.IGNORECASE)
_YEAR = regex.compile(r"(?P<year>20\d\d)\s?:\s*$")
_CONDITIONS = frozenset({"når", "hvis", "såfremt", "skal", "vil"})
_PRESENT = frozenset({"er", "har", "viser", "ligger", "udgør"})
"""Words of what stands at the time, beside a number."""


def _end_of_heading(packet: Packet, index: int, last: int) -> int:
    """The last line of a heading: the next printed line goes on where it begins small or the heading ends open."""
    end = index
    for following in range(index + 1, last + 1):
        line = packet.lines[following]
        if line.blank or following in packet.furniture:
            if following - end > 3:
                break
            continue
        before, text = packet.lines[end].text.rstrip(), line.text.strip()
        if not (text[:1].islower() or before.endswith((",", "-"))) or following - index > 6:
            break
        end = following
    return end


def _levels(found: Sequence[Mark]) -> dict[str, Level]:
    """Who set each goal: by the banner next to its heading, else by the group in which a list of goals names it,
    else by the group in which its heading stands."""
    beside: dict[str, Level] = {}
    listed: dict[str, Level] = {}
    headed: dict[str, Level] = {}
    group: Level | None = None
    for position, mark in enumerate(found):
        if mark.kind == "banner" and mark.level is not None:
            following = found[position + 1] if position + 1 < len(found) else None
            before = found[position - 1] if position else None
            if mark.plural:
                group = mark.level
            if following is not None and following.kind == "goal" and following.index - mark.index <= 6:
                beside.setdefault(following.goal_no or "", mark.level)
            elif not mark.plural and before is not None and before.goal_no is not None:
                beside.setdefault(before.goal_no, mark.level)
        elif mark.goal_no is not None and group is not None and mark.kind in ("entry", "goal"):
            (listed if mark.kind == "entry" else headed).setdefault(mark.goal_no, group)
    return headed | listed | beside


def _sub_kind(paper: Paper, mark: Mark, seen: set[str], points: set[str]) -> PartKind:
    if mark.kind == "item" or not mark.heading:
        # a report that numbers its points twice says the targets first, then what came of them
        return "result" if mark.kind == "item" and paper.kind in REPORTS and set(mark.subs) <= points else "target"
    return "target" if paper.kind == "contract" and not set(mark.subs) <= seen else "result"


def told_again(
    found: Sequence[Part], rows: frozenset[str] = frozenset(), restated: frozenset[int] = frozenset()
) -> list[Part]:
    """The parts of all papers of a room: a number that a report prints again behind the contract tells its
    result, unless its line is one of those ``restated``, and so does the goal of a report that has the number of
    one of the ``rows`` of a table of targets."""
    stated = {
        number for part in found if part.paper.kind == "contract" and part.kind in ("target", "intro")
        for number in (part.subs or ((part.goal_no,) if part.goal_no is not None else ()))
    }  # fmt: skip
    told: list[Part] = []
    for part in found:
        if (part.span.first not in restated and _tells_again(part, stated)) or _tells_row(part, rows):
            told.append(replace(part, kind="result", listed=False))
        elif told and _goes_on(told[-1], part):
            told[-1] = replace(told[-1], span=Span(told[-1].span.first, part.span.last))
        else:
            told.append(part)
    return told


def _goes_on(told: Part, part: Part) -> bool:
    """True for the lines below a heading that is no title but the first line of what came of its goal."""
    right_below = part.span.first == told.span.last + 1 and part.paper is told.paper
    same = part.goal_no == told.goal_no and not told.subs and not part.subs and part.goal_title == told.goal_title
    return right_below and same and told.kind == "result" and part.kind == "intro" and part.label is None


def _tells_row(part: Part, rows: frozenset[str]) -> bool:
    return part.kind == "intro" and part.goal_no in rows and part.label is None and part.paper.kind in REPORTS


def _tells_again(part: Part, stated: set[str]) -> bool:
    if part.kind != "target" or part.label is not None or part.paper.kind == "contract":
        return False
    if not part.subs and ends_in_bracket(part.goal_title):
        return False  # the title says the target again
    numbers = set(part.subs) or ({part.goal_no} if part.goal_no is not None else set())
    return bool(numbers) and numbers <= stated
