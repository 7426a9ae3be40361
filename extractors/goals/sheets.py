"""Marks of goal sheets whose goals have no numbers, or count under a name of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import regex

from extractors.goals.figures import is_row_of_figures
from extractors.goals.lines import lines_with, lines_within, printed_in, title_above
from extractors.goals.mark import UNNUMBERED, Mark
from extractors.goals.outlines import read_outline
from extractors.goals.papers import REPORTS, Paper
from extractors.goals.sheet_labels import bare, label_mark
from schemas.packet import Packet, Span

LEAST_SHEETS = 2
"""Labels of targets, and of results, that make a paper one of sheets without numbers."""
SHORTEST_NAME = 3
"""Letters of what sheets are called, at least."""
LONGEST_TITLE = 70
LONGEST_POINT = 4
"""Lines of a numbered point above the label of what came of it."""
_POINT = regex.compile(r"\s*(?P<no>\d{1,2}\.\d{1,2})[.:)]?\s+(?P<rest>\p{Lu}.*)")


def answered_points(packet: Packet, paper: Paper) -> Mapping[int, regex.Match[str]]:
    """The lines of points right below which a label opens what came of them (``4.2 Hallen åbner 30 lørdage`` above
    ``Opfølgning 2031: 28 lørdage``), with ``no`` and ``rest``; none where it is one alone."""
    found: dict[int, regex.Match[str]] = {}
    for index in lines_within(packet, "label", paper.span):
        text = bare(packet.lines[index].text)
        mark = label_mark(index, text, 0, UNNUMBERED) if ":" in text else None
        if mark is None or mark.label not in ("result", "plan"):
            continue
        above = printed_in(packet, Span(max(paper.span.first, index - LONGEST_POINT), index - 1))
        for line in reversed(above):
            if packet.lines[line + 1].blank:
                break
            match = _POINT.fullmatch(packet.lines[line].text)
            if match is not None and not is_row_of_figures(match["rest"]):
                found[line] = match
                break
    return found if len(found) >= LEAST_SHEETS else {}


def named_sheets(packet: Packet, paper: Paper) -> list[Mark]:
    """The marks of sheets that count under a name of their own: ``Kort 2 – Ventetid`` above the labels ``Mål`` and
    ``Status``."""
    lines = [(line, packet.lines[line].text) for line in lines_within(packet, "label", paper.span)]
    texts = [(line, raw, bare(raw)) for line, raw in lines]
    labels = [mark for line, raw, text in texts if (mark := label_mark(line, text, raw.find(text), UNNUMBERED))]
    telling = ("target", "result") if paper.kind in REPORTS else ("target",)
    if sum(mark.label in telling for mark in labels) < LEAST_SHEETS:
        return []
    outline = read_outline(packet, paper.span)
    abouts = [unit.first for unit in outline if unit.about]
    units = [
        unit for unit in outline
        if unit.number is not None and not unit.is_point and not unit.about and len(unit.form) >= SHORTEST_NAME
    ]  # fmt: skip
    found: list[Mark] = []
    sheets = 0
    for unit, end in zip(units, [*(unit.first for unit in units[1:]), paper.span.last + 1], strict=False):
        end = min([end, *(line for line in abouts if line > unit.first)])
        own = [replace(mark, goal_no=unit.number) for mark in labels if unit.begins <= mark.index < end]
        if not any(mark.label in telling for mark in own):
            continue
        sheets += 1
        if paper.kind in REPORTS and not any(mark.label == "result" for mark in own):
            # what an agreement says of how it is followed up is filled in
            own = [replace(mark, label="result") if mark.label == "plan" else mark for mark in own]
        found += [Mark(unit.first, "goal", unit.number, title=unit.title), *own]
    behind = next((line for line in abouts if found and line > found[-1].index), None)
    if behind is not None:
        found.append(Mark(behind, "end"))  # `Ad 1. …`: notes on the sheets
    return found if sheets >= LEAST_SHEETS else []


def unnumbered_sheets(packet: Packet, paper: Paper) -> list[Mark]:
    """The marks of a paper whose goals have no numbers but sheets: ``Vi lovede …`` / ``Det blev til …``. Each
    label of
    a target begins a goal with a name of its own; its title is the short line above."""
    labels: list[Mark] = []
    labelled = lines_with(packet, "label")
    for index in (index for index in printed_in(packet, paper.span) if index in labelled):
        raw = packet.lines[index].text
        text = bare(raw)
        mark = label_mark(index, text, raw.find(text), UNNUMBERED)
        if mark is not None and not is_row_of_figures(text) and raw.count("\t") < 3:
            labels.append(mark)
    counts = [sum(mark.label == kind for mark in labels) for kind in ("target", "result")]
    if min(counts) < LEAST_SHEETS or labels[0].label not in ("target", "reason"):
        return []
    found: list[Mark] = []
    goal: str | None = None
    for mark in labels:
        if mark.label == "target":
            goal = f"{UNNUMBERED}{mark.index}"
            found.append(
                Mark(
                    mark.index, "goal", goal, title=title_above(packet, paper.span.first, mark.index, LONGEST_TITLE)
                )
            )
        if goal is not None:
            found.append(replace(mark, goal_no=goal))
    return found
