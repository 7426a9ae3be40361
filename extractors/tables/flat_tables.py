"""A region of rows read as a table: number of columns, head, rows, and how much speaks for its being one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.tables.flat_captions import Caption, read_caption, title_above
from extractors.tables.flat_columns import Placed, place_rows, value_of
from extractors.tables.flat_crossed import find_crossing, straighten
from extractors.tables.flat_groups import RowPath, municipality_name, row_paths
from extractors.tables.flat_heads import Head, move_total, read_head
from extractors.tables.flat_lines import Item, Kind
from extractors.tables.flat_regions import Region, continues_text, is_head_like, is_prose, is_row, words_of
from extractors.tables.flat_rows import Assembly, Row, assemble, chunks_of, join_texts, likely_columns
from extractors.tables.flat_words import CONTENTS_WORDS, SPANNING_HEADS, TOTAL_WORDS, YEAR
from extractors.vocabulary import Vocabulary
from schemas.places import find_municipality, find_region
from schemas.units import unit_of

_MOST_HEAD_ITEMS = 44
_MOST_TITLE_HEAD = 40
_DROPPED = 0.5
_NO_HEAD = 2.0
_NO_HEAD_SINGLE = 1.2
_ACCEPT = 3.0
_ACCEPT_CAPTIONED = 2.5


@dataclass(slots=True)
class Draft:
    """A table as read, before it becomes a grid."""

    columns: int
    head: Head | None
    rows: list[Row]
    placed: list[Placed | None]
    paths: list[RowPath | None]
    caption: Caption | None
    first: int
    last: int
    total_column: int | None = None
    partial: bool = False
    evidence: float = 0.0
    reasons: list[str] = field(default_factory=list)
    head_texts: tuple[str, ...] = ()
    complete: float = 1.0

    @property
    def first_row(self) -> int:
        """The line of the first row's label or value."""
        return min(self.rows[0].label_line, min(piece.line for piece in self.rows[0].pieces))

    @property
    def values(self) -> int:
        """Printed values."""
        return sum(row.count for row in self.rows)

    @property
    def accepted(self) -> bool:
        """True where enough speaks for a table."""
        captioned = self.caption is not None and self.caption.table_no is not None
        return self.evidence >= (_ACCEPT_CAPTIONED if captioned else _ACCEPT)


@dataclass(frozen=True, slots=True)
class _Top:
    """How the lines above the first row are used: ``head`` lines, and ``start``, the item the rows begin with.

    ``label`` are lines above the head that are the label of the first row.
    """

    head: Head | None
    start: int
    head_first: int
    label: tuple[Item, ...]
    cost: float


def read_region(items: Sequence[Item], region: Region, floor: int, words: Vocabulary) -> list[Draft]:
    """The tables of a region: one, or several where heads stand between its rows. ``floor`` is the item behind
    the last table."""
    caption = None
    if region.caption is not None:
        caption = read_caption(items, region.caption, words)
        floor = max(floor, caption.after)
    inside = items[region.first : region.last + 1]
    parts = _split_by_columns(inside)
    drafts: list[Draft] = []
    for first, end in parts:
        part = Region(region.first + first, region.first + end - 1, region.caption if not drafts else None)
        drafts += _read_part(items, part, floor, caption if not drafts else None, words)
        floor = part.last + 1
    return drafts


def _split_by_columns(inside: Sequence[Item]) -> list[tuple[int, int]]:
    """Parts of a region between which the number of values changes for good at a line of text."""
    rows = [(i, len(item.atoms)) for i, item in enumerate(inside) if is_row(item)]
    for i, item in enumerate(inside):
        if item.kind is not Kind.TEXT or len(item.text.split()) < 3:
            continue
        before = [count for k, count in rows if k < i]
        after = [count for k, count in rows if k > i]
        if len(before) >= 3 and len(after) >= 3 and len(set(after)) == 1 and min(before) > after[0]:
            start = min(k for k, _ in rows if k > i)
            rest = [(start + a, start + b) for a, b in _split_by_columns(inside[start:])]
            return [(0, max(k for k, _ in rows if k < i) + 1), *rest]
    return [(0, len(inside))]


def _read_part(
    items: Sequence[Item], region: Region, floor: int, caption: Caption | None, words: Vocabulary
) -> list[Draft]:
    inside = items[region.first : region.last + 1]
    options = [assemble(inside, n, words) for n in likely_columns(inside)]
    best = max(options, key=lambda option: option.score)
    top = _read_top(items, region, floor, best, caption is not None, words)
    if best.complete < 0.6 * len(best.rows):
        wider = _wider_by_head(items, region, floor, best, caption is not None, words)
        if wider is not None:
            top, best = wider
    crossing = find_crossing(best)
    if crossing is not None:
        shifted = replace(best, columns=best.columns + crossing.by)
        top = _read_top(items, region, floor, shifted, caption is not None, words)
    rows_items = [*top.label, *items[top.start : region.last + 1]]
    assembly = assemble(rows_items, best.columns, words)
    if crossing is not None:
        straighten(assembly, crossing)
    own_caption = caption or title_above(items, top.head_first, floor, words)
    return _drafts(items, assembly, top, region, own_caption, words)


def _wider_by_head(
    items: Sequence[Item], region: Region, floor: int, best: Assembly, captioned: bool, words: Vocabulary
) -> tuple[_Top, Assembly] | None:
    """Sparse rows that never fill the table: the head tells how many columns there are."""
    most = max(row.count for row in best.rows)
    tries = []
    for columns in range(most, most + 4):
        assembly = assemble(items[region.first : region.last + 1], columns, words)
        top = _read_top(items, region, floor, assembly, captioned, words)
        if top.head is not None:
            tries.append((top.cost, -columns, top, assembly))
    if not tries:
        return None
    _, _, top, assembly = min(tries, key=lambda entry: entry[:2])
    return top, assembly


# --- the lines above the first row --------------------------------------------------------------------


def _read_top(
    items: Sequence[Item], region: Region, floor: int, assembly: Assembly, captioned: bool, words: Vocabulary
) -> _Top:
    first = region.first
    bottom = max(floor, first - _MOST_HEAD_ITEMS)
    low = first
    while low > bottom and _may_be_above(items[low - 1], assembly.columns, captioned):
        low -= 1
    groups = {text for row in assembly.rows[1:] for text, _ in row.groups}
    best: _Top | None = None
    for option in _ends(items, low, first, assembly, groups):
        for candidate in _tops(items, low, option, first, assembly.columns, captioned, words):
            if best is None or candidate.cost < best.cost - 1e-9:
                best = candidate
    if best is None:
        return _Top(None, first, first, (), _no_head(assembly.columns))
    return best


def _may_be_above(item: Item, columns: int, captioned: bool) -> bool:
    if item.kind in (Kind.CAPTION, Kind.FIGURE, Kind.HEADING):
        return False
    if item.kind in (Kind.SPACE, Kind.ROTATED) or is_head_like(item):
        return item.kind is Kind.SPACE or not is_prose(item.text) or captioned
    return len(item.atoms) < columns or (captioned and not is_row(item))


def _no_head(columns: int) -> float:
    return _NO_HEAD if columns > 1 else _NO_HEAD_SINGLE


def _is_group(text: str, assembly: Assembly, groups: set[str]) -> bool:
    """True for a line that the table itself shows to be a group of rows."""
    name = text.strip(" :")
    if not name:
        return False
    if find_region(name) or text.rstrip().endswith(":"):
        return True
    low = name.lower()
    if any(TOTAL_WORDS.search(row.label) and low in row.label.lower() for row in assembly.rows):
        return True
    return name.split()[0] in {group.split()[0] for group in groups if group} and len(groups) >= 1


@dataclass(frozen=True, slots=True)
class _End:
    """Where the head may end: items from ``end`` on belong to the rows."""

    end: int
    cost: float
    label: tuple[Item, ...] = ()


def _ends(items: Sequence[Item], low: int, first: int, assembly: Assembly, groups: set[str]) -> list[_End]:
    texts = [i for i in range(low, first) if items[i].kind is Kind.TEXT]
    trailing = _trailing_texts(items, low, first)
    chunks = chunks_of([items[i] for i in trailing])
    row = items[first]
    options: list[_End] = []
    rotated = next((i for i in range(first - 1, low - 1, -1) if items[i].kind is not Kind.SPACE), None)
    if rotated is not None and items[rotated].kind is Kind.ROTATED and any(r.rotated for r in assembly.rows[1:]):
        return [_End(rotated, 0.0)]
    if row.kind is Kind.VALUES:
        if chunks:
            at = _position(items, chunks[-1][0], low)
            options.append(_End(at, 0.0))
            if len(chunks) > 1:
                forced = _is_group(_joined(chunks[-2]), assembly, groups)
                cost = 0.0 if forced else 0.2 if groups else 0.9
                options.append(_End(_position(items, chunks[-2][0], low), cost))
        options += _label_above_head(items, low, first, assembly.columns)
        if not texts:
            options.append(_End(first, 1.0))
        return options or [_End(first, 1.0)]
    label = row.label
    if chunks and continues_text(chunks[-1][-1].text, label):
        at = _position(items, chunks[-1][0], low)
        options.append(_End(at, 0.0))
        if len(chunks) > 1:
            options.append(_End(_position(items, chunks[-2][0], low), 0.5))
        return options
    forced = bool(chunks) and _is_group(_joined(chunks[-1]), assembly, groups)
    if not forced:
        options.append(_End(first, 0.0))
    if chunks:
        options.append(_End(_position(items, chunks[-1][0], low), 0.0 if forced else 0.2 if groups else 0.9))
    return options


def _joined(chunk: Sequence[Item]) -> str:
    return " ".join(item.text for item in chunk)


def _trailing_texts(items: Sequence[Item], low: int, first: int) -> list[int]:
    found = []
    for i in range(first - 1, low - 1, -1):
        if items[i].kind is Kind.SPACE:
            continue
        if items[i].kind is not Kind.TEXT:
            break
        found.append(i)
    return found[::-1]


def _position(items: Sequence[Item], item: Item, low: int) -> int:
    return next(i for i in range(low, len(items)) if items[i] is item)


def _label_above_head(items: Sequence[Item], low: int, first: int, columns: int) -> list[_End]:
    """The first row's label may stand above the head: label / ``2020 2021`` / values."""
    i = first - 1
    while i >= low and items[i].kind is Kind.SPACE:
        i -= 1
    if i < low or not is_head_like(items[i]) or items[i].kind is Kind.ROTATED:
        return []
    if items[i].kind is Kind.TEXT and len(items[i].text.split()) < columns:
        return []
    j = i - 1
    while j >= low and items[j].kind is Kind.SPACE:
        j -= 1
    if j < low or items[j].kind is not Kind.TEXT:
        return []
    cost = 0.0 if items[i].kind is not Kind.TEXT else 0.25
    return [_End(first, cost, (items[j],))]


def _tops(
    items: Sequence[Item], low: int, end: _End, first: int, columns: int, captioned: bool, words: Vocabulary
) -> list[_Top]:
    """Readings for one end of the head: nothing above, or a head from any line on."""
    options = [_Top(None, end.end, end.end, end.label, _no_head(columns) + end.cost)]
    starts = [i for i in range(low, end.end) if items[i].kind is not Kind.SPACE]
    if not captioned:
        starts = starts[-_MOST_TITLE_HEAD:]
    for n, start in enumerate(starts):
        lines = list(items[start : end.end])
        taken = end.label[0] if end.label else None
        if taken is not None:
            if items[start] is taken:
                continue
            lines = [item for item in lines if item is not taken]
        head = read_head(lines, columns, words)
        if head is None:
            continue
        cost = head.cost + end.cost
        dropped = [items[i] for i in starts[:n] if items[i] is not taken]
        if captioned:
            cost += _DROPPED * len(chunks_of([item for item in dropped if item.kind is Kind.TEXT] or []))
        else:
            cost += 0.03 * len(lines) + 1.5 * any(item.kind is Kind.SPACE for item in lines)
            if dropped and start > 0 and items[start - 1] is dropped[-1] and not _may_be_title(dropped[-1]):
                cost += 0.8
            if columns == 1:
                cost += _single_head_cost(head)
        cost += sum(is_prose(item.text) or _ends_sentence(item.text) for item in lines)
        if start > low and _begins_inside(items, start):
            cost += 1.5
        options.append(_Top(head, end.end if not end.label else first, start, end.label, cost))
    return options


def _may_be_title(item: Item) -> bool:
    return item.kind is Kind.TEXT and item.text[0].isupper()


def _ends_sentence(text: str) -> bool:
    parts = text.split()
    return len(parts) >= 4 and text.endswith(".") and len(parts[-1]) > 5


def _begins_inside(items: Sequence[Item], start: int) -> bool:
    """True where the line goes on with the one above it, so that no head can begin there."""
    above = items[start - 1]
    return above.kind is Kind.TEXT and items[start].kind is Kind.TEXT and continues_text(above.text, items[start].text)


def _single_head_cost(head: Head) -> float:
    """A single column without a caption is headed by a word for what is counted, a year or a unit."""
    leaf = head.leaves[0]
    parts = leaf.lower().split()
    if any(part.strip(".,()") in SPANNING_HEADS for part in parts) or unit_of(leaf) or YEAR.search(leaf):
        return 0.0
    return 0.6 if head.labels and len(parts) <= 3 else 1.2


# --- rows to drafts -----------------------------------------------------------------------------------


def _drafts(
    items: Sequence[Item], assembly: Assembly, top: _Top, region: Region, caption: Caption | None, words: Vocabulary
) -> list[Draft]:
    """One draft for each head: heads between the rows that differ from the first begin a new one."""
    numbered = caption is not None and caption.table_no is not None
    head = top.head
    parts: list[tuple[Head | None, Caption | None, list[Row]]] = [(head, caption, [])]
    _trim_unlabelled(assembly.rows)
    _name_first_group(head, assembly.rows, words)
    for k, row in enumerate(assembly.rows):
        new = _head_between(row, parts[-1][0], assembly.columns, words) if k else None
        if new is not None:
            changed, label = new
            if label and not numbered:
                parts.append((changed, Caption(None, label, 0, 0), []))
                if len(parts) == 2 and head is not None and head.labels:
                    parts[0] = (head, Caption(None, head.labels[-1], 0, 0), parts[0][2])
            else:
                if label:
                    row.groups = [(label, row.label_line)]
                if changed.leaves != (parts[-1][0].leaves if parts[-1][0] else []):
                    parts.append((changed, parts[-1][1], []))
        parts[-1][2].append(row)
    drafts = []
    carried: list[tuple[str, int]] = []
    for number, (part_head, part_caption, rows) in enumerate(parts):
        if number and rows and not rows[0].groups and numbered:
            rows[0].groups = list(carried)
        carried = next((row.groups for row in reversed(rows) if row.groups), carried)
        draft = _draft(assembly.columns, part_head, rows, part_caption, words)
        if draft is not None:
            draft.first = items[top.head_first].index if number == 0 else rows[0].label_line
            draft.last = max(piece.line for row in rows for piece in row.pieces)
            drafts.append(draft)
    if drafts and numbered and caption is not None:
        drafts[0].first = min(drafts[0].first, items[caption.first].index)
    return drafts


def _trim_unlabelled(rows: list[Row]) -> None:
    """Takes lines of bare numbers off the end: one may be an unlabelled total, more are the labels of a chart."""
    end = len(rows)
    while end > 1 and not rows[end - 1].label:
        end -= 1
    if len(rows) - end > 1:
        del rows[end:]


def _name_first_group(head: Head | None, rows: Sequence[Row], words: Vocabulary) -> None:
    """Where a later head repeats the columns under another name, the first head's name is a group as well."""
    if head is None or not head.labels:
        return
    found = any(row.groups and any(item.years for item in row.head) for row in rows[1:]) and any(
        item.text.startswith(head.labels[-1][:12]) and item.kind is Kind.TEXT for item in head.items
    )
    for row in rows[1:]:
        kept = []
        for text, line in row.groups:
            name = _repeats(text, head)
            if name is None:
                kept.append((text, line))
            elif name:
                kept.append((name, line))
                found = found or name != head.labels[-1]
        row.groups = kept
    if found and not rows[0].groups:
        rows[0].groups = [(head.labels[-1], rows[0].label_line)]


def _repeats(text: str, head: Head) -> str | None:
    """What stands before the repeated heads in a line; None where the line does not repeat them."""
    leaves = " ".join(head.leaves).lower()
    low = text.lower()
    if low.endswith(leaves) and leaves:
        return text[: len(text) - len(leaves)].strip()
    whole = " ".join([*head.labels, *(part for path in head.paths for part in path)]).lower()
    return "" if low and low in whole and (len(low) > 12 or low in [label.lower() for label in head.labels]) else None


def _head_between(row: Row, head: Head | None, columns: int, words: Vocabulary) -> tuple[Head, str] | None:
    """The head printed right above a row in the middle of a table, and the text in front of it."""
    lines = [item for item in row.head if item.years]
    if not lines or len(lines[-1].atoms) != columns:
        return None
    item = lines[-1]
    label = join_texts([item.label], words) if item.kind is Kind.ROW else ""
    paths = [(atom.text,) for atom in item.atoms]
    return Head(paths, [label] if label else [], items=[item]), label


def _draft(
    columns: int, head: Head | None, rows: list[Row], caption: Caption | None, words: Vocabulary
) -> Draft | None:
    if not rows:
        return None
    heads = [c for c, leaf in enumerate(head.leaves) if TOTAL_WORDS.search(leaf)] if head else []
    placement = place_rows(rows, columns, heads)
    if head is not None and placement.total is not None:
        move_total(head, placement.total)
    if head is not None and len(head.labels) == 2:
        _split_text_column(rows)
    paths = row_paths(rows, placement.rows)
    complete = sum(row.width == columns for row in rows) / len(rows)
    draft = Draft(
        columns,
        head,
        rows,
        placement.rows,
        paths,
        caption,
        0,
        0,
        placement.total,
        partial=not all(placement.sure),
        complete=complete,
        head_texts=tuple(item.text for item in head.items if item.kind is not Kind.SPACE) if head else (),
    )
    _weigh(draft)
    return draft


def _split_text_column(rows: Sequence[Row]) -> None:
    """Where the head names two label columns, the second begins at a capital letter inside the label."""
    splits = [None if TOTAL_WORDS.search(row.label) else _second_cell(row.label.split()) for row in rows]
    if sum(at is not None for at in splits) < 0.6 * len(rows):
        return
    for row, at in zip(rows, splits, strict=True):
        if at is not None:
            row.label = " ".join(row.label.split()[:at])


def _second_cell(parts: Sequence[str]) -> int | None:
    if len(parts) == 2 and parts[1][0].isupper():
        return 1
    return next((i for i in range(1, len(parts)) if parts[i][0].isupper() and parts[i - 1][0].islower()), None)


# --- evidence -----------------------------------------------------------------------------------------


def _weigh(draft: Draft) -> None:
    points = 0.0
    reasons = []

    def count(weight: float, reason: str, holds: bool) -> None:
        nonlocal points
        if holds:
            points += weight
            reasons.append(reason)

    rows, head = draft.rows, draft.head
    labels = [row.label for row in rows]
    named = [label for label in labels if label]
    count(2.0, "numbered caption", draft.caption is not None and draft.caption.table_no is not None)
    fitting = head is not None and head.cost <= 0.75
    count(2.0 if draft.columns > 1 else 1.0, "head fits", fitting)
    count(0.5, "head", head is not None and not fitting)
    count(1.0, "single head names a measure", head is not None and draft.columns == 1 and _single_head_cost(head) == 0)
    count(1.0, "complete rows", draft.complete >= 0.8)
    count(1.0, "several columns", draft.columns > 1)
    count(0.5, "several rows", len(rows) >= 3)
    count(-1.5, "one row", len(rows) == 1)
    proved = draft.total_column is not None or any(
        path is not None and path.total and _proved(k, draft) for k, path in enumerate(draft.paths)
    )
    count(2.0, "sums", proved)
    units = {_unit_text(atom.text) for row in rows for atom, _ in row.atoms}
    count(0.5, "one unit", len(units) == 1 and units != {""})
    places = sum(find_municipality(municipality_name(label)) is not None for label in named)
    count(2.0, "municipalities", places >= 5 and places >= 0.6 * len(named))
    count(-2.0, "rows without label", len(labels) - len(named) > 0.2 * len(labels))
    count(-1.5, "labels begin small", sum(label[0].islower() for label in named) > 0.3 * len(named))
    count(-1.5, "long labels", sum(len(words_of(label)) for label in named) > 8 * max(1, len(named)))
    count(-3.0, "page numbers", _like_page_numbers(draft))
    count(-3.0, "telephone numbers", _like_phones(draft))
    count(-3.0, "columns without heads", draft.columns > 1 and head is None)
    count(-3.0, "amounts in labels", sum(_AMOUNT.search(label) is not None for label in named) > 0.2 * len(named))
    count(-2.0, "bullets", sum(label[0] in _BULLETS and label[1:2] == " " for label in named) > 0.3 * len(named))
    count(-2.0, "labels repeat", len(named) >= 4 and len(set(named)) <= len(named) / 4)
    draft.evidence, draft.reasons = points, reasons


_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,])")
_BULLETS = "•·o"


def _unit_text(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalpha() or char == "%")


def _proved(k: int, draft: Draft) -> bool:
    row = draft.placed[k]
    if row is None or k < 2:
        return False
    for c, cell in enumerate(row):
        target = value_of(cell[0]) if cell is not None else None
        if not target:
            continue
        above = [other[c] for other in draft.placed[:k] if other is not None]
        values = [v for v in (value_of(cell[0]) for cell in above if cell is not None) if v is not None]
        for start in range(len(values) - 1):
            if abs(sum(values[start:]) - target) <= abs(target) / 20000:
                return True
    return False


def _like_page_numbers(draft: Draft) -> bool:
    if draft.columns > 1:
        return False
    values = [value_of(row.atoms[0][0]) for row in draft.rows if row.atoms]
    if len(values) < 3 or any(v is None or v != v.to_integral_value() or not 0 <= v <= 900 for v in values):
        return False
    texts = " ".join([*draft.head_texts, (draft.caption.title or "") if draft.caption else ""])
    rising = all(a <= b for a, b in pairwise(v for v in values if v is not None))
    plain = all(row.atoms[0][0].text.isdigit() for row in draft.rows if row.atoms)
    return plain and rising and (draft.head is None or CONTENTS_WORDS.search(texts) is not None or len(values) >= 5)


def _like_phones(draft: Draft) -> bool:
    texts = [[atom.text for atom, _ in row.atoms] for row in draft.rows]
    groups = sum(len(row) >= 4 and all(len(text) == 2 and text.isdigit() for text in row) for row in texts)
    long = sum(any(len(text) == 8 and text.isdigit() for text in row) for row in texts)
    return groups + long > 0.5 * len(texts)


def continue_draft(above: Draft, below: Draft, words: Vocabulary) -> Draft:
    """Two parts of a table that goes on over a page, under the same head, as one."""
    rows = [*above.rows, *below.rows]
    merged = _draft(above.columns, above.head, rows, above.caption, words) or above
    return replace(merged, first=above.first, last=below.last)
