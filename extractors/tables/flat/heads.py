"""Heads of flattened tables: which lines are the head, and which of its words stand over which column.

Every way to read the lines (where the head starts and ends, label heads or none, one level or a group over some
columns) costs something; the cheapest is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.regions import is_unit_line
from extractors.tables.flat.segments import Cut, HeadCell, border_points, cut, regret, tokens_of
from extractors.tables.flat.words import COLUMN_NUMBERS, LABEL_HEADS, SPANNING_HEADS, TOTAL_WORDS, YEAR
from extractors.text.vocabulary import Vocabulary
from schemas.units import HEAD_UNITS, unit_of

_EXTRA_LABEL = 0.45
_MORE_LABELS = 0.15
_SMALL_LABEL = 0.6
_TITLE_WORDS = 7
_GROUP = 0.3
_MOST_LABEL_HEADS = 6
_MOST_CELLS = 40
_YEAR_LABEL = 2.0
_LABEL_OVER_VALUES = 1.5
"""What it costs to put the head of the labels over values."""
_HEADS_BELOW = 0.7
_MOST_GROUPED_LABELS = 2
_UNITS_ONLY = 0.9


@dataclass(slots=True)
class Head:
    """The heads of the columns.

    ``paths[c]`` is the path over column ``c``; ``labels`` are the heads over the label columns; ``units[c]`` a
    unit printed in a row of its own, and ``unit_texts[c]`` what that row says; ``cost`` says how badly it fits (0
    is a perfect fit).
    """

    paths: list[tuple[str, ...]]
    labels: list[str] = field(default_factory=list)
    units: dict[int, str] = field(default_factory=dict)
    unit_texts: list[str] = field(default_factory=list)
    cost: float = 0.0
    items: list[Item] = field(default_factory=list)

    @property
    def full_paths(self) -> list[tuple[str, ...]]:
        """The path of each column, with the unit that a row of units prints below it; in brackets it is no head."""
        if len(self.unit_texts) != len(self.paths) or any(text.startswith("(") for text in self.unit_texts):
            return self.paths
        return [
            path if path[-1:] == (text,) or self.units.get(c) in path[-1:] else (*path, text)
            for c, (path, text) in enumerate(zip(self.paths, self.unit_texts, strict=True))
        ]

    @property
    def leaves(self) -> list[str]:
        """The lowest head of each column."""
        return [path[-1] if path else "" for path in self.paths]


def read_head(items: Sequence[Item], columns: int, words: Vocabulary) -> Head | None:
    """The cheapest way to read the lines as heads of so many columns; None where there is none."""
    lines = [item for item in items if COLUMN_NUMBERS.fullmatch(item.text) is None]
    unit_texts: list[str] = []
    for item in list(lines):
        if item.kind is not Kind.SPACE and is_unit_line(item.text) and (found := _units(item, columns)):
            unit_texts = found
            lines.remove(item)
    units = {c: unit for c, text in enumerate(unit_texts) if (unit := unit_of(text)) is not None}
    tokens = tokens_of(lines, words)
    if not tokens:
        if not units:
            return None
        paths: list[tuple[str, ...]] = [(units[c],) if c in units else () for c in range(columns)]
        return Head(paths, units=units, cost=_UNITS_ONLY, items=list(items))
    points = border_points(tokens)
    indents = [item.lead >= 2 for item in lines]
    best: Head | None = None
    for extra in range(_MOST_LABEL_HEADS):
        if best is not None and regret(points, columns + extra) >= best.cost:
            continue
        plain = cut(tokens, points, columns + extra)
        if plain is None:
            break
        best = _cheaper(best, _plain(plain, columns, extra, indents))
    if best is None or best.cost > _GROUP - 0.3:
        natural = cut(tokens, points)
        if natural is not None and columns < len(natural.cells) <= _MOST_CELLS:
            for option in _grouped(natural.cells, columns, indents):
                best = _cheaper(best, option)
    if best is None:
        return None
    best.units, best.unit_texts = units, unit_texts
    _match_units(best)
    best.items = list(items)
    return best


def _cheaper(best: Head | None, option: Head) -> Head:
    option.cost += _misplaced(option)
    return option if best is None or option.cost < best.cost else best


def _misplaced(head: Head) -> float:
    """The cost of a head of labels over values, where none stands over the labels; several of them tell kinds:
    ``Kommune Region Privat``."""
    named = {path[0].lower() for path in head.paths if path} & LABEL_HEADS
    told = any(label.lower() in LABEL_HEADS for label in head.labels) or (head.labels and len(named) > 1)
    return _LABEL_OVER_VALUES if named and not told else 0.0


def _units(item: Item, columns: int) -> list[str] | None:
    """A line of units as one unit a column: ``Procent 1.000 kr. Procent 1.000 kr.``"""
    found: list[str] = []
    rest = item.text.split()
    while rest:
        for length in (3, 2, 1):
            text = " ".join(rest[:length])
            if len(rest) >= length and (unit_of(text) is not None or text.lower() in ("antal", "andel")):
                found.append(text)
                rest = rest[length:]
                break
        else:
            return None
    return found if len(found) == columns > 1 else None


def _label_cost(labels: Sequence[str], indented: bool) -> float:
    cost = 0.0
    if not labels:
        cost += 0.0 if indented else 0.3
    else:
        cost += 1.5 if indented and not _is_unit(labels[-1]) else 0.0
        cost += _EXTRA_LABEL * min(1, len(labels) - 1) + _MORE_LABELS * max(0, len(labels) - 2)
        cost += _YEAR_LABEL * sum(YEAR.fullmatch(label) is not None for label in labels)
        cost += _SMALL_LABEL * sum(len(label.split()) >= _TITLE_WORDS for label in labels)
        cost += _SMALL_LABEL * sum(label[0].islower() for label in labels)
        cost += 1.0 * sum(TOTAL_WORDS.match(label) is not None for label in labels)
    return cost


def _plain(option: Cut, columns: int, extra: int, indents: Sequence[bool]) -> Head:
    labels = [cell.text for cell in option.cells[:extra]]
    paths: list[tuple[str, ...]] = [(cell.text,) for cell in option.cells[extra:]]
    cost = option.regret + _label_cost(labels, indents[option.cells[0].first])
    if _years_alone_below(option.cells[extra:]) or (extra == 2 and _last_spans(option.cells)):
        cost += _HEADS_BELOW
    if extra > 2 and _years_right_below(option.cells, extra):
        cost += _HEADS_BELOW
    return Head(paths, labels, cost=cost)


def _last_spans(cells: Sequence[HeadCell]) -> bool:
    """True for two heads in the first line and all others in the second: ``Tilbudstype Ejer / Kommunal Privat``."""
    first, below = cells[0].first, {cell.first for cell in cells[2:]}
    return cells[1].last == first and len(cells) > 3 and len(below) == 1 and below != {first}


def _years_right_below(cells: Sequence[HeadCell], labels: int) -> bool:
    """True where the first values have years for heads in a line of their own below all the labels, whose last is
    more likely over them."""
    years = [cell for cell in cells[labels:] if cell.first == cells[labels].first]
    return cells[labels - 1].last < years[0].first and len(years) > 1 and all(YEAR.fullmatch(c.text) for c in years)


def _years_alone_below(cells: Sequence[HeadCell]) -> bool:
    """True where the last line holds years alone, and other values have heads above it: the last of those spans
    the years."""
    last = [cell for cell in cells if cell.first == cells[-1].first]
    return 1 < len(last) < len(cells) and all(YEAR.fullmatch(cell.text) for cell in last)


def _alone(cells: Sequence[HeadCell], first: int, end: int) -> bool:
    """True where the lines of cells ``first`` to ``end`` hold none of the cells behind them."""
    return end >= len(cells) or cells[end].first > cells[end - 1].last


def _grouped(cells: Sequence[HeadCell], columns: int, indents: Sequence[bool]) -> list[Head]:
    """Readings with a row of group heads over the cells below them."""
    options = []
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


def _group(cells: Sequence[HeadCell], first: int, end: int, columns: int, indents: Sequence[bool]) -> Head | None:
    groups = cells[first:end]
    leaves = [*cells[:first], *cells[end:]]
    labels = len(leaves) - columns
    below = len(cells) - end
    if labels < 0 or below < 2 or labels > _MOST_GROUPED_LABELS:
        return None
    over = range(first, len(leaves))
    if len(groups) == 1:
        # A single group head spans the cells of the line below it.
        same = [k for k in over if leaves[k].first == leaves[first].first]
        if len(same) < 2 and not _spans(groups[0].text):
            return None
        over = range(first, first + len(same)) if len(same) >= 2 else over
    elif (repeated := _repeated([cell.text for cell in leaves], len(groups))) > 0:
        over = range(max(first, len(leaves) - repeated), len(leaves))
    spanned = [k for k in over if k >= labels]
    if len(spanned) < len(groups) or len(spanned) % len(groups):
        return None
    cost = _GROUP if len(groups) == 1 or len(spanned) == len(groups) else _GROUP - 0.25
    if len(groups) == 1:
        if len(spanned) == 1 and not _spans(groups[0].text):
            return None
        if (len(spanned) == columns or first == 0) and not _spans(groups[0].text):
            cost += 0.1 if first == labels == 1 and _last_spans(cells) else 0.5
    elif len(spanned) == len(groups):
        cost += 0.6
    years_below = len(groups) == 1 and len(spanned) > 1 and all(YEAR.fullmatch(leaves[k].text) for k in spanned)
    if first > labels and leaves[first - 1].last == groups[0].first and not years_below:
        cost += 0.4
    if first and leaves[first - 1].text.split()[0] == groups[0].text.split()[0]:
        cost += 0.5
    if len(groups) == 1 and len(spanned) > 1 and unit_of(groups[0].text) in HEAD_UNITS:
        cost -= 0.25
    dated = [YEAR.fullmatch(leaves[k].text) is not None for k in spanned]
    if any(dated) and not all(dated) and leaves[spanned[0]].first != leaves[spanned[-1]].last:
        cost += 1.0  # years in one line, a word in the next: that is the first label
    # Heads of labels are printed half-way between groups and columns as well.
    beside = range(first if len(groups) == 1 else max(first, labels), spanned[0])
    if any(leaves[k].first != leaves[spanned[0]].first for k in beside):
        cost += 0.5
    size = len(spanned) // len(groups)
    if len(groups) > 1 and size > 1 and labels == 1 and spanned[0] > 1 and first == 0:
        # Printed half-way between the groups and their columns, behind the head of the labels: ``Kommune I alt``.
        between = leaves[1 : spanned[0]]
        if all(cell.first == leaves[0].first and cell.last < leaves[spanned[0]].first for cell in between):
            leaves = [leaves[0], *leaves[spanned[0] :], *between]
            spanned = list(range(1, 1 + len(spanned)))
    parent = {k: groups[i // size].text for i, k in enumerate(spanned)}
    paths: list[tuple[str, ...]] = [
        (parent[k], leaves[k].text) if k in parent else (leaves[k].text,) for k in range(labels, len(leaves))
    ]
    names = [cell.text for cell in leaves[:labels]]
    above = labels == 2 and leaves[1].first <= groups[0].first
    if above and len(groups) > 1 and len(spanned) == columns and _spans(names[-1]):
        # Three levels: ``Antal`` over the groups that stand over the columns.
        top = names.pop()
        paths = [(top, *path) for path in paths]
    return Head(paths, names, cost=cost + _label_cost(names, indents[leaves[0].first]))


def _repeated(texts: Sequence[str], times: int) -> int:
    """How many heads at the end are one pattern printed so many times: 4 for ``antal pct antal pct``, twice."""
    for size in range(len(texts) // times, 0, -1):
        tail = list(texts[len(texts) - size * times :])
        if tail == tail[:size] * times and len(set(tail[:size])) == size > 1:
            return size * times
    return 0


def _is_unit(text: str) -> bool:
    """True for ``Pct.`` and ``Pct./pct.-point``: the unit of the table, printed over the labels."""
    return all(unit_of(part) is not None for part in text.split("/"))


def _spans(text: str) -> bool:
    words = text.lower().split()
    return bool(words) and (
        words[0].strip(".,") in SPANNING_HEADS or words[0] in SPANNING_HEADS or unit_of(text) in HEAD_UNITS
        or YEAR.fullmatch(words[-1]) is not None
    )  # fmt: skip


_SHARE = re.compile(r"\b(?:andel|pct|procent|%)", re.IGNORECASE)


def _match_units(head: Head) -> None:
    """Swaps two neighbours whose units say that each belongs over the other: an ``Andel`` stands over percent."""
    for c in range(len(head.paths) - 1):
        here, there = head.paths[c][-1], head.paths[c + 1][-1]
        shared = head.units.get(c) == "%" and head.units.get(c + 1) not in ("%", None)
        if shared and not _SHARE.match(here) and _SHARE.match(there):
            head.paths[c], head.paths[c + 1] = head.paths[c + 1], head.paths[c]


def period(head: Head) -> int:
    """After how many columns the units come again from the start: 2 for percent, money, percent, money."""
    units = [head.units.get(c) or "" for c in range(len(head.paths))]
    for length in range(2, len(units) // 2 + 1):
        if len(units) % length == 0 and units[:length] * (len(units) // length) == units and any(units):
            return length
    return 0


def span_groups(head: Head, items: Sequence[Item], words: Vocabulary) -> bool:
    """Puts group heads that are printed apart from the head over the columns that repeat below them."""
    size = period(head)
    if not size:
        return False
    tokens = tokens_of(items, words)
    option = cut(tokens, border_points(tokens), len(head.paths) // size) if tokens else None
    if option is None or option.regret > _MOST_GROUP_REGRET:
        return False
    head.paths = [(option.cells[c // size].text, *path) for c, path in enumerate(head.paths)]
    return True


_MOST_GROUP_REGRET = 4.0


def move_total(head: Head, column: int) -> None:
    """Puts the head of the total over the column that the sums prove to be it.

    Where the group heads and the total are printed on different lines, the total may come out before its
    neighbours.
    """
    totals = [c for c, leaf in enumerate(head.leaves) if TOTAL_WORDS.search(leaf)]
    if len(totals) == 1 and totals[0] != column:
        path = head.paths.pop(totals[0])
        head.paths.insert(column, path[-1:])
