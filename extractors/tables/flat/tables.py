"""A region of rows read as a table: number of columns, head, rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.tables.flat.answers import strip_answers
from extractors.tables.flat.between import heads_a_total, heads_others, heads_titled_years, heads_years
from extractors.tables.flat.captions import Caption, read_caption, title_above
from extractors.tables.flat.columns import place_rows
from extractors.tables.flat.crossed import find_crossing, straighten
from extractors.tables.flat.cycles import holds_cycles, part_cycles, part_years
from extractors.tables.flat.draft import Draft
from extractors.tables.flat.evidence import weigh
from extractors.tables.flat.groups import row_paths
from extractors.tables.flat.head import Head
from extractors.tables.flat.head_lines import KnownLines
from extractors.tables.flat.heads import move_total, read_head
from extractors.tables.flat.labelcells import (
    drop_groups_between,
    end_in_kinds,
    have_one_cell,
    part_labels,
    second_cell,
    take_numbered_cells,
)
from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.raised import raise_groups
from extractors.tables.flat.regions import Region, is_row
from extractors.tables.flat.repeats import without_repeats
from extractors.tables.flat.rows import Assembly, Row, assemble, join_texts, likely_columns
from extractors.tables.flat.tops import Top, holds_amounts, read_top
from extractors.tables.flat.units import unit_heads
from extractors.tables.flat.words import LABEL_HEADS, TOTAL_WORDS, UNIT_COLUMNS, YEARS_HEAD
from extractors.text.vocabulary import Vocabulary

_MOST_ABOVE = 3
"""So many items from a head may a row above it stand."""

_SURE_HEAD = 0.5
_VALUES_FIRST = 3.0
_MOST_BAR_WORDS = 4
_MOST_HEAD_LINES = 40
_RARE = 10
"""One row in so many may have cells that are read as text."""

_ONE_CELL = 4.0
"""What it takes off the evidence that a head of the values was taken for one of the labels'."""

_FEWEST_VALUES = 4
"""With fewer values and without a caption nothing is a table."""


def read_region(items: Sequence[Item], region: Region, floor: int, words: Vocabulary) -> list[Draft]:
    """The tables of a region: one, or several where heads stand between its rows. ``floor`` is the item behind
    the last table."""
    caption = None
    if region.caption is not None:
        caption = read_caption(items, region.caption, words)
        floor = max(floor, caption.after)
    inside = items[region.first : region.last + 1]
    if region.caption is None and sum(len(item.atoms) for item in inside if is_row(item)) < _FEWEST_VALUES:
        return []
    heads = _without_first_words(items[max(floor, region.first - _MOST_HEAD_LINES) : region.first])
    parts = [
        (start + first, start + end)
        for start, stop in _split_by_heads(inside, heads, words)
        for first, end in _split_by_columns(inside[start:stop])
    ]
    drafts: list[Draft] = []
    for first, end in parts:
        part = Region(region.first + first, region.first + end - 1, region.caption if not drafts else None)
        found = _read_part(items, part, floor, caption if not drafts else None, words)
        below = None if any(draft.accepted for draft in found) else _below_total(items, part)
        if below is not None:
            other = _read_part(items, below, floor, caption if not drafts else None, words)
            found = other if any(draft.accepted for draft in other) else found
        drafts += found
        floor = part.last + 1
    return drafts


def _split_by_heads(inside: Sequence[Item], above: set[str], words: Vocabulary) -> list[tuple[int, int]]:
    """Parts of a region before and behind lines that head another table: ``Faggruppe Kvinder Mænd`` between rows.

    Each part begins and ends with a row. Heads that are printed again behind another first word, or were ``above``
    the region, head the same table.
    """
    rows = [i for i, item in enumerate(inside) if is_row(item)]
    parts: list[tuple[int, int]] = []
    start = 0
    seen = set(above)
    for before, row in pairwise(rows):
        for upper, item in zip(inside[before:row], inside[before + 1 : row], strict=False):
            rest = item.text.partition(" ")[2]
            named = item.kind == Kind.TEXT and rest not in seen and _heads_labels(item, inside[row], words)
            named = named or (item.kind == Kind.TEXT and heads_others(item, inside[before], inside[row]))
            named = named or (item.kind == Kind.TEXT and rest not in seen and heads_a_total(item, inside[row]))
            if not named and heads_titled_years(item, upper, inside[row]):
                named = not any(text.endswith(rest) for text in seen)
            if named or heads_years(item, inside[before], inside[row]):
                parts.append((start, before + 1))
                start = row
                break
        seen |= _without_first_words(inside[before + 1 : row])
    return [*parts, (start, len(inside))]


def _without_first_words(items: Sequence[Item]) -> set[str]:
    return {item.text.partition(" ")[2] for item in items}


def _heads_labels(item: Item, row: Item, words: Vocabulary) -> bool:
    """True for a line that begins with the head of labels and goes on with one head for each value; «År» heads rows
    that begin with one."""
    parts = item.text.split()
    of_years = parts[0].lower() == YEARS_HEAD and row.kind == Kind.VALUES and row.atoms[0].is_year
    columns = len(row.atoms) - of_years
    if columns < 2 or len(parts) <= columns or not (of_years or parts[0].lower() in LABEL_HEADS):
        return False
    head = read_head([item], columns, words)
    return head is not None and head.cost <= _SURE_HEAD and head.labels[:1] == parts[:1]


def _split_by_columns(inside: Sequence[Item]) -> list[tuple[int, int]]:
    """Parts of a region between which the number of values changes for good at a line of text, or at heads that end
    in a number: ``Måned Ultimo Gennemsnit 30 dage``."""
    rows = [(i, len(item.atoms)) for i, item in enumerate(inside) if is_row(item)]
    steady = _steady_tail([count for _, count in rows])
    at = 0
    for i, item in enumerate(inside):
        while at < len(rows) and rows[at][0] < i:
            at += 1
        numbered = _is_head_with_number(item)
        following = at + numbered
        if not (item.kind == Kind.TEXT or numbered) or len(item.text.split()) < 3:
            continue
        if at < 3 or len(rows) - following < 3:
            continue
        few = sum(count <= rows[following][1] for _, count in rows[:at])
        if following >= steady and few * _RARE <= at:
            start = rows[following][0]
            rest = [(start + a, start + b) for a, b in _split_by_columns(inside[start:])]
            return [(0, rows[at - 1][0] + 1), *rest]
    return [(0, len(inside))]


def _is_head_with_number(item: Item) -> bool:
    """True for a line that begins with the head of labels and ends in one number with a unit."""
    if item.kind != Kind.ROW or len(item.atoms) != 1 or item.atoms[0].text.isdecimal():
        return False
    return item.label.split()[0].lower() in LABEL_HEADS


def _steady_tail(counts: Sequence[int]) -> int:
    """From which row on all rows have the same number of values."""
    first = len(counts)
    while first > 0 and counts[first - 1] == counts[-1]:
        first -= 1
    return first


def _read_part(
    items: Sequence[Item], region: Region, floor: int, caption: Caption | None, words: Vocabulary
) -> list[Draft]:
    inside = without_repeats(items, region.first, region.last + 1, floor)
    options = [assemble(inside, n, words) for n in likely_columns(inside)]
    if not options:
        return []
    best = max(options, key=lambda option: option.score)
    years = _years_above(items, region.first, floor)
    if years > best.columns:
        best = next((option for option in options if option.columns == years), best)
    known = KnownLines(words)
    top = read_top(items, region, floor, best, caption is not None, words, known)
    if best.complete < 0.6 * len(best.rows) or _lacks_columns(top, best):
        wider = _wider_by_head(items, inside, region, floor, best, caption is not None, words, known)
        if wider is not None:
            top, best = wider
    above = _rows_above_head(items, top, floor, best.columns)
    lead = items[above : top.head_first]
    if lead:
        best = assemble([*lead, *inside], best.columns, words)
    crossing = find_crossing(best)
    if crossing is not None:
        shifted = replace(best, columns=best.columns + crossing.by)
        top = read_top(items, region, floor, shifted, caption is not None, words, known)
    rows_items = [*lead, *top.label, *items[top.start : region.first], *inside]
    assembly = assemble(rows_items, best.columns, words)
    if crossing is not None:
        straighten(assembly, crossing)
    own_caption = caption or title_above(items, above, floor, words)
    return _drafts(items, assembly, top, region, own_caption, words)


def _years_above(items: Sequence[Item], first: int, floor: int) -> int:
    """How many years the last line above the rows holds: the table has no fewer columns."""
    above = next((items[i] for i in range(first - 1, floor - 1, -1) if items[i].kind != Kind.SPACE), None)
    return len(above.year_atoms) if above is not None else 0


def _below_total(items: Sequence[Item], region: Region) -> Region | None:
    """The region without a first row of amounts that lines of text part from the others: they may be its head."""
    if not holds_amounts(items[region.first]):
        return None
    inside = [i for i in range(region.first + 1, region.last + 1) if items[i].kind != Kind.SPACE]
    if not inside or items[inside[0]].kind != Kind.TEXT:
        return None
    first = next(i for i in inside if is_row(items[i]))
    return Region(first, region.last, region.caption)


def _rows_above_head(items: Sequence[Item], top: Top, floor: int, columns: int) -> int:
    """The first item above the head that is a row as well: a total of grouped amounts, as slides print them."""
    first = top.head_first
    if top.head is None or columns < 2:
        return first
    i = first - 1
    while i >= floor and first - i <= _MOST_ABOVE and items[i].kind in (Kind.SPACE, Kind.ROW):
        item = items[i]
        if item.kind == Kind.ROW:
            if not is_row(item) or not holds_amounts(item) or len(item.atoms) > columns:
                break
            first = i
        i -= 1
    return first


def _lacks_columns(top: Top, assembly: Assembly) -> bool:
    """True where the head names more label columns than the rows have: then a cell of every row is blank. Where
    all rows have as many values, blank cells would all be in one column."""
    head = top.head
    if assembly.complete == len(assembly.rows):
        return False
    if head is None or len(head.labels) < 2 or assembly.columns < 2 or head.labels[-1].lower() in UNIT_COLUMNS:
        return False
    if any(row.groups or row.rotated for row in assembly.rows):
        return False
    if holds_cycles(assembly.rows) or end_in_kinds(assembly.rows):
        return False
    lines = {item.text for item in head.items}
    together = any(" ".join(head.labels) in text for text in lines)
    split = sum(second_cell(row.label.split()) is not None for row in assembly.rows)
    return together and 2 * split < len(assembly.rows) and find_crossing(assembly) is None


def _wider_by_head(
    items: Sequence[Item],
    inside: Sequence[Item],
    region: Region,
    floor: int,
    best: Assembly,
    captioned: bool,
    words: Vocabulary,
    known: KnownLines,
) -> tuple[Top, Assembly] | None:
    """Sparse rows that never fill the table: the head tells how many columns there are."""
    most = max(row.count for row in best.rows)
    tries: list[tuple[float, int, Top, Assembly]] = []
    for columns in range(most, most + (1 if end_in_kinds(best.rows) else 4)):
        assembly = assemble(inside, columns, words)
        limit = min((cost for cost, *_ in tries), default=float("inf"))
        top = read_top(items, region, floor, assembly, captioned, words, known, limit)
        if top.head is not None:
            tries.append((top.cost, -columns, top, assembly))
    if not tries:
        return None
    _, _, top, assembly = min(tries, key=lambda entry: entry[:2])
    return top, assembly


# --- rows to drafts -----------------------------------------------------------------------------------


def _drafts(
    items: Sequence[Item], assembly: Assembly, top: Top, region: Region, caption: Caption | None, words: Vocabulary
) -> list[Draft]:
    """One draft for each head: heads between the rows that differ from the first begin a new one."""
    numbered = caption is not None and caption.table_no is not None
    head = top.head or unit_heads(assembly.rows, assembly.columns)
    parts: list[tuple[Head | None, Caption | None, list[Row]]] = [(head, caption, [])]
    _trim_unlabelled(assembly.rows)
    _name_first_group(head, assembly.rows, words)
    for k, row in enumerate(assembly.rows):
        new = _head_between(row, parts[-1][0], assembly.columns, words) if k else None
        if row.again and not numbered:
            parts.append((head, Caption(None, head.labels[-1], 0, 0) if head and head.labels else None, []))
        elif new is not None:
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
        one_cell = part_head is not None and have_one_cell(rows, part_head)
        draft = draft_of(assembly.columns, part_head, rows, part_caption, words)
        if draft is not None:
            draft.evidence -= _ONE_CELL * (one_cell and not any(row.groups for row in rows))
            draft.first = items[top.head_first].index if number == 0 else rows[0].label_line
            draft.last = max(line for row in rows for _, line in row.atoms)
            if not numbered and _values_above_labels(rows, items, region):
                draft.evidence -= _VALUES_FIRST
            drafts.append(draft)
    if drafts and numbered and caption is not None:
        drafts[0].first = min(drafts[0].first, items[caption.first].index)
    return drafts


def _values_above_labels(rows: Sequence[Row], items: Sequence[Item], region: Region) -> bool:
    """True for the bars of a chart: bare numbers above the words they belong to; the last words are left."""
    bare = all(
        row.text_label and [atom.text.replace(".", "").isdecimal() for atom, _ in row.atoms] == [True]
        for row in rows
    )
    if not bare or region.last + 1 >= len(items):
        return False
    item = items[region.last + 1]
    return item.kind == Kind.TEXT and item.gap == 0 and len(item.text.split()) <= _MOST_BAR_WORDS


def _trim_unlabelled(rows: list[Row]) -> None:
    """Takes lines of bare numbers off the end: one may be an unlabelled total, more are the labels of a chart, but
    for those that begin with a year."""
    end = len(rows)
    while end > 1 and not rows[end - 1].label and not rows[end - 1].atoms[0][0].is_year:
        end -= 1
    if len(rows) - end > 1:
        del rows[end:]


def _name_first_group(head: Head | None, rows: Sequence[Row], words: Vocabulary) -> None:
    """Where a later head repeats the columns under another name, the first head's name is a group as well."""
    if head is None or not head.labels:
        return
    found = any(row.groups and any(item.years for item in row.head) for row in rows[1:]) and any(
        item.text.startswith(head.labels[-1][:12]) and item.kind == Kind.TEXT for item in head.items
    )
    whole = " ".join([*head.labels, *head.leaves]).lower()
    for row in rows[1:]:
        kept = []
        for text, line in row.groups:
            name = _repeats(text, head)
            row.again = row.again or text.lower() == whole
            if name and name.lower() == head.labels[-1].lower():
                name = ""
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
    return (
        "" if low and low in whole and (len(low) > 12 or low in [label.lower() for label in head.labels]) else None
    )


def _head_between(row: Row, head: Head | None, columns: int, words: Vocabulary) -> tuple[Head, str] | None:
    """The head printed right above a row in the middle of a table, and the text in front of it."""
    lines = [item for item in row.head if item.years]
    if not lines or len(lines[-1].year_atoms) != columns:
        return None
    item = lines[-1]
    label = join_texts([item.label], words) if item.kind == Kind.ROW else ""
    paths: list[tuple[str, ...]] = [(atom.text,) for atom in item.year_atoms]
    return Head(paths, [label] if label else [], items=[item]), label


def draft_of(
    columns: int, head: Head | None, rows: list[Row], caption: Caption | None, words: Vocabulary
) -> Draft | None:
    """The table that these rows make under this head; None without rows."""
    if not rows:
        return None
    if head is not None and columns > 1 and part_years(rows, head):
        columns -= 1
    heads = [c for c, leaf in enumerate(head.leaves) if TOTAL_WORDS.search(leaf)] if head else []
    placement = place_rows(rows, columns, heads)
    if head is not None and placement.total is not None:
        move_total(head, placement.total)
    raise_groups(rows)
    if head is not None:
        strip_answers(rows, head)
    if head is not None and len(head.labels) > 1:
        take_numbered_cells(rows)
        part_labels(rows, head)
    part_cycles(rows)
    if head is not None and len(head.labels) > 1:
        drop_groups_between(rows)
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
        head_texts=tuple(item.text for item in head.items if item.kind != Kind.SPACE) if head else (),
    )
    weigh(draft)
    return draft


def continue_draft(above: Draft, below: Draft, words: Vocabulary) -> Draft:
    """Two parts of a table that goes on over a page, under the same head, as one."""
    rows = [*above.rows, *below.rows]
    merged = draft_of(above.columns, above.head, rows, above.caption, words) or above
    return replace(merged, first=above.first, last=below.last)
