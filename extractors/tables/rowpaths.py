"""From row labels to row paths: group rows, carried labels, totals that close a group, regions."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from extractors.tables.labels import is_bare_total, is_total
from schemas.places import find_municipality, find_region, municipality_by_code


@dataclass(slots=True)
class LabelledRow:
    """A body row: ``labels`` are its label cells from left to right (None for blank), ``values`` its numbers by
    column. ``group`` is True where print tells that it heads the rows below (a cell over all columns)."""

    row: int
    labels: list[str | None]
    values: dict[int, Decimal] = field(default_factory=dict)
    filled: bool = False
    bold: bool = False
    indent: float = 0.0
    group: bool = False

    @property
    def leaf(self) -> str:
        """The innermost label."""
        return next((label for label in reversed(self.labels) if label), "")


def code_and_name(label: str) -> tuple[str, str] | None:
    """Code and name of ``101 København``; None for other labels."""
    code, _, name = label.strip().partition(" ")
    if len(code) == 3 and code.isdecimal() and name.strip()[:1].isalpha():
        return code, name.strip()
    return None


def row_paths(rows: list[LabelledRow]) -> dict[int, tuple[str, ...]]:
    """The path of every row with values, and of group rows themselves; keys are row numbers."""
    carried = _carried(rows)
    groups = _is_group(rows)
    paths: dict[int, tuple[str, ...]] = {}
    outer: list[tuple[str, float, bool]] = []
    since: list[LabelledRow] = []
    closed = False
    for index, row in enumerate(rows):
        labels = carried[index]
        if groups[index]:
            if index == 0 or not groups[index - 1]:
                outer = _siblings_removed(outer, row, both=index + 1 < len(rows) and groups[index + 1])
            outer.append((row.leaf, row.indent, row.bold))
            paths[row.row] = tuple(label for label, _, _ in outer)
            since, closed = [], False
            continue
        leaf = labels[-1] if labels else ""
        if outer and (closed or (is_bare_total(leaf) and not _adds_up(row, since))):
            outer, since = [], []
        while outer and since and not is_total(leaf) and _is_back_at(outer[-1][1], row, since):
            outer.pop()
        paths[row.row] = tuple(label for label, _, _ in outer) + tuple(labels)
        since.append(row)
        closed = bool(outer) and is_total(leaf) and (is_bare_total(leaf) or _names(leaf, outer[-1][0]))
    return _under_regions(rows, _under_plain_sums(rows, _under_sums(rows, paths)))


def _is_back_at(indent: float, row: LabelledRow, since: list[LabelledRow]) -> bool:
    """True for a row that begins where its group does, behind rows of the group that are all set further in."""
    return row.indent <= indent + 1 and all(other.indent > indent + 2 for other in since)


def _under_sums(rows: list[LabelledRow], paths: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """Puts rows below the row above them that has their sum, where print tells that it heads them: it is bold and
    they are not, or they are set further in."""
    for at, head in enumerate(rows):
        path = paths.get(head.row, ())
        if not head.filled or not head.values or not path or is_total(path[-1]):
            continue
        parts: list[LabelledRow] = []
        for row in rows[at + 1 :]:
            if not row.filled or not _is_set_below(row, head) or len(paths[row.row]) != len(path):
                break
            parts.append(row)
        if len(parts) >= _FEWEST_PARTS and _adds_up(head, parts):
            for row in parts:
                paths[row.row] = (*path, paths[row.row][-1])
    return paths


_FEWEST_PARTS = 2


def _under_plain_sums(rows: list[LabelledRow], paths: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """Puts rows below the row above them that has their sum, where print tells nothing of any row, several rows
    head others so, and their sums have too many digits to agree by chance."""
    filled = [row for row in rows if row.filled]
    if any(row.bold for row in rows) or any(len(paths.get(row.row, ())) != 1 for row in filled):
        return paths
    blocks: list[tuple[LabelledRow, list[LabelledRow]]] = []
    at = 0
    while at < len(filled):
        parts = _parts_below(filled, at)
        if parts:
            blocks.append((filled[at], parts))
        at += 1 + len(parts)
    if len(blocks) >= _FEWEST_BLOCKS:
        for head, parts in blocks:
            for row in parts:
                paths[row.row] = (*paths[head.row], *paths[row.row])
    return paths


_FEWEST_BLOCKS = 2
_MOST_PARTS = 60


def _parts_below(rows: list[LabelledRow], at: int) -> list[LabelledRow]:
    """The rows right below this one whose sum it surely is; empty where it is no such sum."""
    head = rows[at]
    if len(head.values) < _FEWEST_SUMMED or is_total(head.leaf):
        return []
    sums = dict.fromkeys(head.values, Decimal(0))
    for end, row in enumerate(rows[at + 1 : at + 1 + _MOST_PARTS], 1):
        if is_total(row.leaf):
            return []
        for col, value in row.values.items():
            if col in sums:
                sums[col] += value
        if end < _FEWEST_PARTS:
            continue
        agree = [found for col, value in head.values.items() if (found := _digits_agreeing(value, sums[col], end))]
        digits = sum(agree)
        others = sum(value != 0 for value in head.values.values()) - len(agree)
        if len(agree) >= max(_FEWEST_SUMMED, 2 * others) and digits >= _SURE_DIGITS:
            return rows[at + 1 : at + 1 + end]
        if all(abs(sums[col]) > 2 * abs(value) for col, value in head.values.items()):
            return []
    return []


def _digits_agreeing(total: Decimal, parts: Decimal, count: int) -> int:
    """How many digits of a total its ``count`` parts give, each of which may be rounded; 0 for another number."""
    off = abs(total - parts).scaleb(-int(total.as_tuple().exponent))
    if not total or 2 * off > count:
        return 0
    return len(total.as_tuple().digits) - len(str(int(off))) * (off > 0)


_FEWEST_SUMMED = 2
_SURE_DIGITS = 8


def _is_set_below(row: LabelledRow, head: LabelledRow) -> bool:
    return (head.bold and not row.bold) or row.indent > head.indent + 2


def _carried(rows: list[LabelledRow]) -> list[list[str]]:
    """The label cells of each row, outer labels carried down over the blanks below them."""
    result: list[list[str]] = []
    above: list[str | None] = []
    for row in rows:
        labels = list(row.labels)
        filled = [position for position, label in enumerate(labels) if label]
        if filled and row.filled and above:
            for position in range(filled[0]):
                if position < len(above):
                    labels[position] = above[position]
        above = labels if row.filled else []
        result.append([label for label in labels if label])
    return result


def _is_group(rows: list[LabelledRow]) -> list[bool]:
    """A row without values that stands over rows with values is a group row, unless many rows lack values."""
    empty = [not row.filled and bool(row.leaf) for row in rows]
    groups = [False] * len(rows)
    followed = False
    for index in range(len(rows) - 1, -1, -1):
        if not empty[index]:
            followed = True
        elif followed:
            groups[index] = True
    if not any(row.group or row.bold for row, is_group in zip(rows, groups, strict=True) if is_group):
        return groups
    drawn = [row.group or row.bold for row in rows]
    plain_values = any(row.filled and not row.bold and not is_total(row.leaf) for row in rows)
    if plain_values:
        # What stands without values behind the total of a group heads the next one.
        behind = [False, *(is_total(row.leaf) for row in rows[:-1])]
        return [
            is_group and (is_drawn or is_behind)
            for is_group, is_drawn, is_behind in zip(groups, drawn, behind, strict=True)
        ]
    return groups


def _siblings_removed(
    outer: list[tuple[str, float, bool]], row: LabelledRow, both: bool
) -> list[tuple[str, float, bool]]:
    """What stays above a new group row: outer groups that stand further left, else the first of two levels."""
    if both or len(outer) <= 1:
        return []
    kept = [entry for entry in outer if entry[1] < row.indent - 2]
    return kept if kept or any(entry[1] > row.indent + 2 for entry in outer) else outer[:-1]


def _names(total: str, group: str) -> bool:
    """True where a total names its group: ``Plejefamilier i alt`` under ``Plejefamilier``."""
    return group.casefold().strip(" :")[:12] in total.casefold()


_EXACT, _ROUNDING = Decimal("0.01"), Decimal("0.0003")
"""How far a sum may be from its parts: what each part may lack, and the share of a large sum."""


def _adds_up(total: LabelledRow, rows: list[LabelledRow]) -> bool:
    """True where the rows of the group add up to the total in the columns that both have; shares and changes in
    percent do not, and are fewer."""
    hits = misses = 0
    for col, value in total.values.items():
        parts = [row.values[col] for row in rows if col in row.values]
        if not parts:
            continue
        if abs(sum(parts, Decimal(0)) - value) > max(_EXACT * len(parts), abs(value) * _ROUNDING):
            misses += 1
        else:
            hits += any(parts)
    return hits > 0 and hits >= 2 * misses


def _under_regions(rows: list[LabelledRow], paths: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """Puts municipalities below the region whose row (with values of its own) stands above them."""
    regions = {}
    municipal = {}
    for row in rows:
        leaf = row.leaf
        if leaf.casefold().startswith("region") and (region := find_region(leaf.removesuffix(" i alt").strip())):
            regions[row.row] = region.code
        else:
            coded = code_and_name(leaf)
            found = municipality_by_code(coded[0]) if coded else find_municipality(leaf)
            if found is not None:
                municipal[row.row] = found.region_code
    if not regions or not municipal:
        return paths
    current: tuple[str, str] | None = None
    ordered = [row for row in rows if row.row in paths]
    for row in ordered:
        if row.row in regions:
            if "i alt" in row.leaf.casefold():
                current = None
            else:
                current = (row.leaf, regions[row.row])
        elif current and municipal.get(row.row) == current[1] and len(paths[row.row]) == 1:
            paths[row.row] = (current[0], *paths[row.row])
    return paths
