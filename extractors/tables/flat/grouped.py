"""Readings of flattened heads in two or three levels: which heads stand over several of the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.flat.head import Head, label_cost, spans_others
from extractors.tables.flat.segments import HeadCell, begins_row
from extractors.tables.flat.words import TOTAL_WORDS, YEAR
from extractors.tables.labels import is_column_total, is_difference
from schemas.units import HEAD_UNITS, unit_of

GROUP = 0.3
_MOST_GROUPED_LABELS = 2
_ROW_BY_ROW = 0.1
_LONG_ROW = 3
"""Of so many heads of one row two stand on one line."""
_UNTOLD = 1.0
"""What it costs where nothing tells on which side of the groups a head stands."""


def grouped(
    cells: Sequence[HeadCell], columns: int, indents: Sequence[bool], summed: tuple[int, int, int] | None = None
) -> list[Head]:
    """Readings with a row of group heads over the cells below them. ``summed`` are the columns that the values
    prove to have their sum in another."""
    options = _row_by_row(cells, columns, indents, summed)
    for first in range(len(cells)):
        for end in range(first + 1, min(len(cells), first + columns) + 1):
            if cells[end - 1].first != cells[first].first and end - first > 1:
                break
            if not _alone(cells, first, end):
                continue
            option = _group(cells, first, end, columns, indents)
            if option is not None:
                options.append(option)
    return options


def _alone(cells: Sequence[HeadCell], first: int, end: int) -> bool:
    """True where the lines of cells ``first`` to ``end`` hold none of the cells behind them."""
    return end >= len(cells) or cells[end].first > cells[end - 1].last


def _row_by_row(
    cells: Sequence[HeadCell], columns: int, indents: Sequence[bool], summed: tuple[int, int, int] | None
) -> list[Head]:
    """Readings of heads printed row by row, as merged cells come out: one head of the first row spans the rows
    below it, the others reach down beside it. The next row may be glued to the end of the first
    (``AfvigelseOprindeligt``) and may span a third in equal parts (``Segment Længde`` / ``Vækst Drift Kort Lang``).
    """
    options = []
    for labels in range(_MOST_GROUPED_LABELS + 1):
        spare = len(cells) - columns - labels - 1
        for at in range(labels + 1, len(cells) - 1):
            if not begins_row(cells, at):
                continue
            lower = _lower_rows(cells[at:], spare)
            group = _group_of_first_row(cells, labels, at, lower, summed) if lower else None
            if group is None:
                continue
            paths: list[tuple[str, ...]] = []
            for n in range(labels, at):
                text = cells[n].text
                paths += [(text, *path) for path in lower] if n == group else [(text,)]
            names = [cell.text for cell in cells[:labels]]
            cost = _ROW_BY_ROW + label_cost(names, indents[cells[0].first])
            if any(begins_row(cells, n) and _are_years(cells[n : n + 2]) for n in range(at + 1, len(cells) - 1)):
                cost += GROUP  # the years begin the lower row
            if not spare and cells[at].first == cells[at].last < cells[at + 1].first:
                cost += GROUP  # the first of the lower heads stands alone: it may span those below it
            options.append(Head(paths, names, cost=cost))
    return options


def _are_years(cells: Sequence[HeadCell]) -> bool:
    return all(YEAR.fullmatch(cell.text) for cell in cells)


def _lower_rows(cells: Sequence[HeadCell], spanning: int) -> list[tuple[str, ...]]:
    """The paths of the lower rows, of whose cells so many span others: one all that is below its row, several equal
    parts of it; totals reach down beside them. None where they cannot."""
    glued = [n for n in range(1, len(cells)) if cells[n].glued]
    if spanning == 0:
        return [(cell.text,) for cell in cells] if not glued else []
    is_total = [TOTAL_WORDS.search(cell.text) is not None for cell in cells]
    for at in glued or [n for n in range(1, len(cells)) if begins_row(cells, n)]:
        groups = [cell.text for cell, total in zip(cells[:at], is_total, strict=False) if not total]
        totals = [cell.text for cell, total in zip(cells[:at], is_total, strict=False) if total]
        leaves = cells[at:]
        in_order = [cell.text for cell in cells[:at]] == [*groups, *totals]
        in_line = all(b.first <= a.last for a, b in pairwise(leaves))
        if (
            len(groups) == spanning
            and in_order
            and in_line
            and len(leaves) % spanning == 0 < len(leaves) - spanning
        ):
            size = len(leaves) // spanning
            return [*((groups[n // size], leaf.text) for n, leaf in enumerate(leaves)), *((t,) for t in totals)]
    return []


def _group_of_first_row(
    cells: Sequence[HeadCell],
    labels: int,
    at: int,
    lower: Sequence[tuple[str, ...]],
    summed: tuple[int, int, int] | None,
) -> int | None:
    """Which head of the first row spans the columns of the rows below. Columns with their sum in another belong
    to one head, with the sum where the lower heads name one. The head stands higher than those that reach down
    beside it: on a line of its own, though it fills one line only as those beside the head of the labels do. Where
    the next row is glued to the first, it is the only head that may span others. None where nothing tells."""
    able = [n for n in range(labels, at) if TOTAL_WORDS.search(cells[n].text) is None and not cells[n].deep]
    if summed is not None:
        first, last, total = summed
        named = any(TOTAL_WORDS.search(path[-1]) for path in lower)
        spans = {n: range(n - labels, n - labels + len(lower)) for n in able}
        fitting = [n for n, span in spans.items() if first in span and last in span and (total in span) == named]
        if len(fitting) == 1:
            return fitting[0]
    lines = [cell.first for cell in cells[:at]]
    apart = [n for n in able if cells[n].first == cells[n].last and lines.count(cells[n].first) == 1]
    in_row = len(cells) - at < _LONG_ROW or any(a.last == b.first for a, b in pairwise(cells[at:]))
    beside = cells[0].first == cells[0].last and lines.count(cells[0].first) > labels
    if labels and beside and in_row and len(apart) == 1:
        return apart[0]
    if not cells[at].glued:
        return None
    spanning = [n for n in able if spans_others(cells[n].text)] or able
    return spanning[0] if len(spanning) == 1 else None


def _group(cells: Sequence[HeadCell], first: int, end: int, columns: int, indents: Sequence[bool]) -> Head | None:
    groups = cells[first:end]
    leaves = [*cells[:first], *cells[end:]]
    labels = len(leaves) - columns
    below = len(cells) - end
    if labels < 0 or below < 2 or labels > _MOST_GROUPED_LABELS or any(group.deep for group in groups):
        return None
    over = range(first, len(leaves))
    if len(groups) == 1:
        # A single group head spans the cells of the line below it.
        same = [k for k in over if leaves[k].first == leaves[first].first]
        if len(same) < 2 and not spans_others(groups[0].text):
            return None
        over = range(first, first + len(same)) if len(same) >= 2 else over
        over = _without_years(leaves, over, labels) if YEAR.fullmatch(groups[0].text) else over
    elif (repeated := _repeated([cell.text for cell in leaves], len(groups))) > 0:
        over = range(max(first, len(leaves) - repeated), len(leaves))
    spanned = [k for k in over if k >= labels]
    if len(spanned) < len(groups) or len(spanned) % len(groups):
        return None
    cost = GROUP if len(groups) == 1 or len(spanned) == len(groups) else GROUP - 0.25
    if len(groups) == 1:
        if len(spanned) == 1 and not spans_others(groups[0].text):
            return None
        if (len(spanned) == columns or first == 0) and not spans_others(groups[0].text):
            cost += 0.1 if first == labels == 1 and last_spans(cells) else 0.5
    elif len(spanned) == len(groups):
        cost += 0.6
    if (
        len(groups) == 1
        and groups[0].first < groups[0].last
        and any(cell.first == cells[0].first == cell.last for cell in cells[max(labels, 1) : first])
    ):
        cost += _UNTOLD  # it stands alone because it is wrapped: one beside the labels may span as well
    if len(groups) > 1 and spanned[0] and _years_rise(leaves[spanned[0] - 1], leaves[spanned[0]]):
        return None  # the years of the first group begin further to the left: ``2022 2023 2024 2023 2024``
    years_below = len(groups) == 1 and len(spanned) > 1 and all(YEAR.fullmatch(leaves[k].text) for k in spanned)
    if first > labels and leaves[first - 1].last == groups[0].first and not years_below:
        cost += 0.4
    if first and leaves[first - 1].text.split()[:1] == groups[0].text.split()[:1]:
        cost += 0.5
    if len(groups) == 1 and len(spanned) > 1 and unit_of(groups[0].text) in HEAD_UNITS:
        cost -= 0.25
    if len(groups) == 1 and is_difference(groups[0].text) and _years_end_in_their_change(leaves, spanned):
        cost += _UNTOLD  # it is the head of the change alone
    dated = [YEAR.fullmatch(leaves[k].text) is not None for k in spanned]
    if any(dated) and not all(dated) and leaves[spanned[0]].first != leaves[spanned[-1]].last:
        cost += 1.0  # years in one line, a word in the next: that is the first label
    # Heads of labels are printed half-way between groups and columns as well.
    beside = range(first if len(groups) == 1 else max(first, labels), spanned[0])
    if any(leaves[k].first != leaves[spanned[0]].first for k in beside):
        cost += 0.5
    size = len(spanned) // len(groups)
    if len(groups) > 1 and size > 1 and 1 <= labels < spanned[0] and first == 0:
        # Printed half-way between the groups and their columns, behind the heads of the labels: ``Kommune I alt``.
        between, lowest = leaves[labels : spanned[0]], leaves[spanned[0]]
        parted = lowest.glued or all(cell.last < lowest.first for cell in between)
        if parted and all(cell.first == leaves[0].first for cell in leaves[: spanned[0]]):
            if not all(is_column_total(cell.text) or is_difference(cell.text) for cell in between):
                cost += _UNTOLD
            leaves = [*leaves[:labels], *leaves[spanned[0] :], *between]
            spanned = list(range(labels, labels + len(spanned)))
    beside_them = [leaf for leaf in leaves[labels : spanned[0]] if leaf.last < leaves[spanned[0]].first]
    if len(groups) > 1 and size > 1 and first >= labels and any(x.last >= groups[0].first for x in beside_them):
        cost += _UNTOLD  # which of the upper heads reaches down beside the others, the values may tell
    parent = {k: groups[i // size].text for i, k in enumerate(spanned)}
    below_each = [[leaves[k].text for k in spanned[n : n + size]] for n in range(0, len(spanned), size)]
    if len(groups) > 1 and size > 1 and any(found != below_each[0] for found in below_each[1:]):
        parent = {}  # in equal parts is a guess: ``Faktisk Prognose`` / ``2024 2025 2026 2027``
        below_years = all(YEAR.fullmatch(leaves[k].text) for k in spanned)
        if not below_years or not all(YEAR.search(leaves[k].text) for k in range(labels, spanned[0])):
            cost += _UNTOLD  # what reaches down beside them may be any of the upper heads
    paths: list[tuple[str, ...]] = [
        (parent[k], leaves[k].text) if k in parent else (leaves[k].text,) for k in range(labels, len(leaves))
    ]
    names = [cell.text for cell in leaves[:labels]]
    above = labels == 2 and leaves[1].first <= groups[0].first
    if above and parent and len(groups) > 1 and len(spanned) == columns and spans_others(names[-1]):
        # Three levels: ``Antal`` over the groups that stand over the columns.
        top = names.pop()
        paths = [(top, *path) for path in paths]
    return Head(paths, names, cost=cost + label_cost(names, indents[leaves[0].first]))


def _without_years(leaves: Sequence[HeadCell], over: range, labels: int) -> range:
    """A year spans no years: the last columns, where all before them are headed by years of their own."""
    end = next((k for k in range(over.stop - 1, over.start - 1, -1) if YEAR.fullmatch(leaves[k].text)), None)
    if end is None or not all(YEAR.fullmatch(leaves[k].text) for k in range(max(over.start, labels), end)):
        return over
    return range(end + 1, over.stop)


def _years_end_in_their_change(leaves: Sequence[HeadCell], spanned: Sequence[int]) -> bool:
    """True for years and the span from one to another behind them: ``2031 2032 2031-2032 i pct.``"""
    *years, last = (leaves[k].text for k in spanned)
    return len(years) > 1 and all(map(YEAR.fullmatch, years)) and _SPAN_OF_YEARS.match(last) is not None


_SPAN_OF_YEARS = re.compile(r"(?:19|20)\d\d[-–](?:19|20)?\d\d")


def _years_rise(before: HeadCell, here: HeadCell) -> bool:
    """True for two years side by side of which the second is later."""
    return bool(YEAR.fullmatch(before.text) and YEAR.fullmatch(here.text)) and before.text < here.text


def _repeated(texts: Sequence[str], times: int) -> int:
    """How many heads at the end are one pattern printed so many times: 4 for ``antal pct antal pct``, twice."""
    for size in range(len(texts) // times, 0, -1):
        tail = list(texts[len(texts) - size * times :])
        if tail == tail[:size] * times and len(set(tail[:size])) == size > 1:
            return size * times
    return 0


def last_spans(cells: Sequence[HeadCell]) -> bool:
    """True for two heads in the first line and all others in the second: ``Tilbudstype Ejer / Kommunal Privat``."""
    first, below = cells[0].first, {cell.first for cell in cells[2:]}
    return cells[1].last == first and len(cells) > 3 and len(below) == 1 and below != {first}
