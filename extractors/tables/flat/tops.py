"""The lines above the first row of a table: which are its head, which begin the first row, which name its group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.tables.flat.above import (
    NEAR_HEADS,
    begins_below,
    begins_inside,
    hold_heads,
    holds_heads,
    is_label_head,
    is_year_with_unit,
    leaves_heads,
    leaves_label_head,
    may_be_title,
    names_rows,
    repeats_itself,
    takes_group,
)
from extractors.tables.flat.head import Head, single_head_cost
from extractors.tables.flat.head_lines import KnownLines
from extractors.tables.flat.heads import read_head
from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.proofs import Proofs, proofs_of
from extractors.tables.flat.regions import (
    Region,
    goes_on,
    is_head_like,
    is_lone_number,
    is_row,
    item_is_prose,
)
from extractors.tables.flat.rows import Assembly, Row, chunks_of, join_texts
from extractors.tables.flat.words import (
    GRAND_TOTAL,
    GROUPED,
    PLACE_WORDS,
    TOTAL_WORDS,
)
from extractors.text.vocabulary import Vocabulary
from schemas.places import find_municipality, find_region

_MOST_HEAD_ITEMS = 44
_MOST_TITLE_HEAD = 40
_DROPPED = 0.7
_INSIDE = 1.5
"""What it costs a head to begin in the middle of what the line above began."""
_NO_HEAD_LINE = 3.0
_PARTED = 1.5
"""What it costs where a blank line parts heads, or one head alone from a single column of values."""
_LEFT_OUT = 1.5
_SLACK = 1e-6
_NO_HEAD = 2.0
_NO_HEAD_SINGLE = 1.2


@dataclass(frozen=True, slots=True)
class Top:
    """How the lines above the first row are used: ``head`` lines, and ``start``, the item the rows begin with.

    ``label`` are lines above the head that are the label of the first row.
    """

    head: Head | None
    start: int
    head_first: int
    label: tuple[Item, ...]
    cost: float


def read_top(
    items: Sequence[Item],
    region: Region,
    floor: int,
    assembly: Assembly,
    captioned: bool,
    words: Vocabulary,
    known: KnownLines | None = None,
    limit: float = float("inf"),
) -> Top:
    """The cheapest reading of the lines between ``floor`` and the first row of the region; no head that costs more
    than ``limit`` need be found. ``known`` are lines that were read before."""
    known = known if known is not None else KnownLines(words)
    first = region.first
    bottom = max(floor, first - _MOST_HEAD_ITEMS)
    low = _wrapped_label(items, bottom, first)
    while low > bottom and _may_be_above(items[low - 1], assembly.columns, captioned):
        low -= 1
        if items[low].opens:
            break
    above = {item.text for item in items[low:first]}
    above |= {join_texts([item.text for item in chunk], words) for chunk in chunks_of(_texts(items[low:first]))}
    groups = {text for row in assembly.rows[1:] for text, _ in row.groups if text not in above}
    proofs = proofs_of(assembly.rows, assembly.columns, above)._replace(margin=_margin(items, region))
    best: Top | None = None
    most = limit + _SLACK
    for option in _ends(items, low, first, assembly, groups):
        for candidate in _tops(
            items,
            low,
            option,
            first,
            assembly.columns,
            captioned,
            words,
            proofs,
            known,
            most,
            assembly.rows,
            bool(groups),
        ):
            most = min(most, candidate.cost)
            if best is None or candidate.cost < best.cost - 1e-9:
                best = candidate
    if best is None:
        return Top(None, first, first, (), _no_head(assembly.columns))
    return best


def _wrapped_label(items: Sequence[Item], bottom: int, first: int) -> int:
    """Where the label of the first row begins, which stands above its values and goes on from line to line: it may
    hold a clause (``Gæster, der kommer igen inden for`` / ``et år`` / ``61 66 68``)."""
    start = first
    while items[first].kind == Kind.VALUES and start > bottom and items[start - 1].kind == Kind.TEXT:
        if start < first and (items[start].opens or not goes_on(items[start - 1], items[start].text)):
            break
        start -= 1
    return start if first - start > 1 else first


def _margin(items: Sequence[Item], region: Region) -> int:
    """The spaces that all rows of a region with a label begin with."""
    rows = (item for item in items[region.first : region.last + 1] if item.kind == Kind.ROW and is_row(item))
    return min((item.lead for item in rows), default=0)


def _texts(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.kind == Kind.TEXT]


def _may_be_above(item: Item, columns: int, captioned: bool) -> bool:
    if item.kind in (Kind.CAPTION, Kind.FIGURE, Kind.HEADING) or item.text[0:2] in _BULLETS:
        return False
    if item.kind in (Kind.SPACE, Kind.ROTATED) or is_head_like(item):
        return item.kind == Kind.SPACE or not item_is_prose(item) or captioned
    return len(item.atoms) < columns or (captioned and not is_row(item))


_BULLETS = frozenset({"• ", "▪ ", "‣ ", "◦ ", "· "})
"""What a point of a list begins with, and no head."""


def _no_head(columns: int) -> float:
    return _NO_HEAD if columns > 1 else _NO_HEAD_SINGLE


def _is_group(text: str, assembly: Assembly, groups: set[str]) -> bool:
    """True for a line that the table itself shows to be a group of rows."""
    name = text.strip(" :")
    if not name or GRAND_TOTAL.fullmatch(name):
        return False  # «I alt» above the rows is the head of the last column, whatever the last row is called
    if find_region(name) or text.rstrip().endswith(":"):
        return True
    low = name.lower()
    if low in PLACE_WORDS and find_municipality(assembly.rows[0].label) is not None:
        return True
    if any(TOTAL_WORDS.search(row.label) and low in row.label.lower() for row in assembly.rows):
        return True
    return name.split()[:1] in [group.split()[:1] for group in groups if group.strip()]


@dataclass(frozen=True, slots=True)
class _End:
    """Where the head may end: items from ``end`` on belong to the rows."""

    end: int
    cost: float
    label: tuple[Item, ...] = ()


def _ends(items: Sequence[Item], low: int, first: int, assembly: Assembly, groups: set[str]) -> list[_End]:
    texts = [i for i in range(low, first) if items[i].kind == Kind.TEXT]
    trailing = _trailing_texts(items, low, first)
    chunks = chunks_of([items[i] for i in trailing])
    row = items[first]
    options: list[_End] = []
    rotated = next((i for i in range(first - 1, low - 1, -1) if items[i].kind != Kind.SPACE), None)
    if rotated is not None and items[rotated].kind == Kind.ROTATED and any(r.rotated for r in assembly.rows[1:]):
        return [_End(rotated, 0.0)]
    if row.kind == Kind.VALUES and len(row.atoms) <= assembly.columns:
        if chunks:
            at = _position(items, chunks[-1][0], low)
            options.append(_End(at, 0.0))
            if len(chunks) > 1:
                forced = _is_group(_joined(chunks[-2]), assembly, groups)
                cost = 0.0 if forced else 0.2 if groups else 0.9
                options.append(_End(_position(items, chunks[-2][0], low), cost))
        options += _label_above_head(items, low, first, assembly)
        if not texts:
            options.append(_End(first, 1.0))
        return options or [_End(first, 1.0)]
    label = row.label or row.text
    if chunks and goes_on(chunks[-1][-1], label):
        at = _position(items, chunks[-1][0], low)
        options.append(_End(at, 0.0))
        if len(chunks) > 1:
            options.append(_End(_position(items, chunks[-2][0], low), 0.5))
        return options
    forced = bool(chunks) and _is_group(_joined(chunks[-1]), assembly, groups)
    if not forced:
        options.append(_End(first, 0.0))
    if any(repeats_itself(item) for chunk in chunks[-2:] for item in chunk):
        chunks = chunks[-1:] if not any(map(repeats_itself, chunks[-1])) else []
    if chunks:
        at, last = _position(items, chunks[-1][0], low), chunks[-1][-1]
        parted = bool(groups) and at > low and items[at - 1].kind == Kind.SPACE  # a blank line below the heads
        cost = 0.0 if forced or parted else 0.2 if groups else 0.9 + _LEFT_OUT * holds_heads(last.text)
        cost += _LEFT_OUT * (is_year_with_unit(last.text) or _are_set_apart(last, assembly.columns))
        options.append(_End(at, cost))
    if len(chunks) > 1 and groups:
        cost = 0.4 + _LEFT_OUT * is_year_with_unit(chunks[-1][-1].text)
        options.append(_End(_position(items, chunks[-2][0], low), cost))
    return options or [_End(first, 0.0)]


def _are_set_apart(item: Item, columns: int) -> bool:
    """True for a line of as many words set apart as there are columns, which name no group."""
    return columns > 1 and len(_WHITE.split(item.raw.strip())) >= columns


_WHITE = re.compile(r"\s{2,}")


def _joined(chunk: Sequence[Item]) -> str:
    return " ".join(item.text for item in chunk)


def _trailing_texts(items: Sequence[Item], low: int, first: int) -> list[int]:
    found = []
    for i in range(first - 1, low - 1, -1):
        if items[i].kind == Kind.SPACE:
            continue
        if items[i].kind != Kind.TEXT:
            break
        found.append(i)
    return found[::-1]


def _position(items: Sequence[Item], item: Item, low: int) -> int:
    return next(i for i in range(low, len(items)) if items[i] is item)


def _label_above_head(items: Sequence[Item], low: int, first: int, assembly: Assembly) -> list[_End]:
    """The first row's label may stand above the head: label / ``2020 2021`` / values. A line whose number the label
    of the second row goes on from (``1. Gæster`` / ``42 pct.`` / ``2. Både``) is the label itself."""
    i = first - 1
    while i >= low and items[i].kind == Kind.SPACE:
        i -= 1
    if i < low or not is_head_like(items[i]) or items[i].kind == Kind.ROTATED:
        return []
    if items[i].kind == Kind.TEXT and (
        len(items[i].text.split()) < assembly.columns or _is_numbered_before(items[i].text, assembly.rows[1:2])
    ):
        return []
    j = i - 1
    while j >= low and items[j].kind == Kind.SPACE:
        j -= 1
    if j < low or items[j].kind != Kind.TEXT:
        return []
    cost = 0.0 if items[i].kind != Kind.TEXT else 0.25
    return [_End(first, cost, (items[j],))]


def _is_numbered_before(text: str, rows: Sequence[Row]) -> bool:
    """True for a line with the number before that of the label of the first of these rows."""
    number, following = _NUMBER.match(text), _NUMBER.match(rows[0].label) if rows else None
    return number is not None and following is not None and int(number[0]) + 1 == int(following[0])


_NUMBER = re.compile(r"\d{1,2}(?=[.)]?\s)")


def _tops(
    items: Sequence[Item],
    low: int,
    end: _End,
    first: int,
    columns: int,
    captioned: bool,
    words: Vocabulary,
    proofs: Proofs,
    known: KnownLines,
    limit: float,
    rows: Sequence[Row],
    grouped: bool,
) -> list[Top]:
    """Readings for one end of the head: nothing above, or a head from any line on that costs less."""
    options = [Top(None, end.end, end.end, end.label, _no_head(columns) + end.cost)]
    starts = [i for i in range(low, end.end) if items[i].kind != Kind.SPACE]
    if not captioned:
        starts = starts[-_MOST_TITLE_HEAD:]
    cheapest = min(options[0].cost, limit)
    labelled = _words_of_labels(rows)
    taken = end.label[0] if end.label else None
    sentences, amounts, counted = 0, False, end.end
    for n in reversed(range(len(starts))):
        start = starts[n]
        for item in items[start:counted]:
            if item is not taken:
                sentences += item_is_prose(item) or _ends_sentence(item.text)
                amounts = amounts or holds_amounts(item) or is_lone_number(item)
        counted = start
        if end.cost + sentences + _NO_HEAD_LINE * amounts >= cheapest:
            break  # nor is a head that begins further above any cheaper
        if items[start] is taken:
            continue
        lines = [item for item in items[start : end.end] if item is not taken]
        dropped = [items[i] for i in starts[:n] if items[i] is not taken]
        printed = _without_space_below(lines)
        cost = end.cost + _cost_of_lines(items, printed, start, dropped, captioned, sentences, amounts)
        if cost >= cheapest:
            continue
        head = read_head(lines, columns, words, proofs, cheapest - cost, known)
        if head is None:
            continue
        if start > 0 and (begins_inside(items, start) or begins_below(items[start - 1], lines)):
            head.cost += _INSIDE
        cost += head.cost
        if columns == 1 and not head.labels and not captioned and len(printed) < len(lines):
            cost += _PARTED
        if not head.labels and not captioned and any(is_label_head(item) for item in dropped[-NEAR_HEADS:]):
            cost += _LEFT_OUT
        if dropped and not names_rows(head) and leaves_label_head(dropped, lines[0], captioned):
            cost += _LEFT_OUT
        if captioned and columns == 1 and leaves_heads(dropped):
            cost += _LEFT_OUT
        cost += _INSIDE * _is_like_labels(lines[-1], head, labelled)
        if taken is not None and columns > 1 and head.leaves[-1] == lines[-1].text:
            cost += _LEFT_OUT  # no single head stands below the label that the others stand above
        cost += _LEFT_OUT * any(_goes_on_with(item, head) for item in items[end.end : first])
        cost += _LEFT_OUT * ((grouped and _is_line_of_its_own(lines, head)) or takes_group(lines, head, words))
        if columns == 1 and not captioned:
            cost += single_head_cost(head)
        cheapest = min(cheapest, cost)
        options.append(Top(head, end.end if not end.label else first, start, end.label, cost))
    return options


def _words_of_labels(rows: Sequence[Row]) -> frozenset[str]:
    """Words in small letters that several labels of rows hold: ``Nordlige kreds``, ``Sydlige kreds``."""
    counts = Counter(word for row in rows for word in set(row.label.split()) if len(word) > _SHORT)
    return frozenset(word for word, count in counts.items() if count > 1 and word.isalpha() and word.islower())


_SHORT = 4


def _is_like_labels(item: Item, head: Head, labelled: frozenset[str]) -> bool:
    """True where the last line above the rows ends a head of values in a word that labels of rows hold: it begins
    the label of the first row."""
    words = item.text.split()
    return item.kind == Kind.TEXT and words[-1] in labelled and head.leaves[-1].endswith(item.text)


def _goes_on_with(item: Item, head: Head) -> bool:
    """True for a line of text that begins with a head that comes again: it is of the head, and names no rows."""
    leaves = head.leaves
    again = {leaf for leaf in leaves if leaf and leaves.count(leaf) > 1}
    return item.kind == Kind.TEXT and any(f"{item.text} ".startswith(f"{leaf} ") for leaf in again)


def _is_line_of_its_own(lines: Sequence[Item], head: Head) -> bool:
    """True where the last head alone has the last line and all others the one above it: heads of one line each
    stand in one line, so it names the first group of rows."""
    printed = [item for item in lines if item.kind != Kind.SPACE]
    if len(printed) != _HEADS_AND_GROUP or len(head.paths) < _HEADS_AND_GROUP:
        return False
    return head.paths[-1] == (printed[-1].text.strip(" :"),)


_HEADS_AND_GROUP = 2


def _cost_of_lines(
    items: Sequence[Item],
    lines: Sequence[Item],
    start: int,
    dropped: Sequence[Item],
    captioned: bool,
    sentences: int,
    amounts: bool,
) -> float:
    """What speaks against these lines being the head, whatever their words say: ``sentences`` of them are running
    text, ``amounts`` tells whether one holds values."""
    if captioned:
        # Under a numbered caption all lines are the head, but for a group above it.
        years = sum(item.kind == Kind.VALUES and is_head_like(item) for item in dropped)
        cost = _DROPPED * (len(chunks_of([item for item in dropped if item.kind == Kind.TEXT])) + years)
    else:
        cost = 0.03 * len(lines) + _PARTED * any(item.kind == Kind.SPACE for item in lines)
        if dropped and start > 0 and items[start - 1] is dropped[-1] and not may_be_title(dropped):
            cost += 0.8
        if dropped and start > 0 and items[start - 1] is dropped[-1] and hold_heads(dropped, lines):
            cost += _LEFT_OUT
    cost += sentences + _NO_HEAD_LINE * amounts
    return cost


def _without_space_below(lines: Sequence[Item]) -> Sequence[Item]:
    """The lines without the blank ones at their end, which may part the head of columns from its rows."""
    end = len(lines)
    while end and lines[end - 1].kind == Kind.SPACE:
        end -= 1
    return lines[:end]


def holds_amounts(item: Item) -> bool:
    """True for a row of two or more numbers with thousands set apart: values, which no head holds."""
    return (
        item.kind == Kind.ROW and len(item.atoms) > 1 and all(GROUPED.fullmatch(atom.text) for atom in item.atoms)
    )


def _ends_sentence(text: str) -> bool:
    if not text.endswith("."):
        return False
    parts = text.split()
    return len(parts) >= 4 and len(parts[-1]) > 5
