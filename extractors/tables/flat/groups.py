"""Row paths: groups above rows, totals, and rows that head the rows below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import regex

from extractors.tables.flat.columns import Placed, value_of
from extractors.tables.flat.rows import Row, clean_label
from extractors.tables.flat.words import GRAND_TOTAL, TOTAL_WORDS, YEAR
from schemas.places import find_municipality, find_region

UNLABELLED_TOTAL = "(i alt)"
"""The label of a total that is printed without one."""

_MOST_CHILDREN = 130
_LARGE = 1000
"""Numbers of one column that add up by chance are smaller."""
_PROOF = 4
"""Digits before the comma in totals that add up: ``6 2 1`` over small numbers is chance."""
_ENUMERATED = regex.compile(r"(?:(?P<group>[^\W\d_][^\d]*?) )?(?P<no>\d{1,3})\.? (?P<rest>\S.*)")
_CODE = regex.compile(r"(?P<code>\d{3}) (?P<name>[^\W\d_].*)")


@dataclass(slots=True)
class RowPath:
    """The labels of a row, groups first; ``total`` where it sums others."""

    path: tuple[str, ...]
    total: bool = False


def municipality_name(label: str) -> str:
    """A label without the code in front: ``101 København`` → ``København``."""
    match = _CODE.fullmatch(label)
    return match["name"] if match else label


def numbers(placed: Placed | None) -> list[Decimal | None]:
    """The values of a row."""
    return [] if placed is None else [None if cell is None else value_of(cell[0]) for cell in placed]


def row_paths(rows: Sequence[Row], placed: Sequence[Placed | None]) -> list[RowPath | None]:
    """The path of each row; None where the row has no label and is no proven total."""
    values = [numbers(row) for row in placed]
    parents = _parents(rows, values)
    enumerated = _enumerated_groups(rows)
    paths: list[RowPath | None] = []
    groups: tuple[str, ...] = ()
    rotated = ""
    start = 0
    year_parent = ""
    for k, row in enumerate(rows):
        if row.rotated is not None:
            rotated, groups, start = row.rotated[0], (), k
        if row.groups:
            groups, start = tuple(text for text, _ in row.groups if text)[-2:], k
        if row.top:
            groups, start = (), k
        label = row.label
        if enumerated[k] is not None:
            groups, label, start = enumerated[k] or groups, label[label.index(_number_in(label)) :], k
        outer = (*((rotated,) if rotated else ()), *groups)
        total = TOTAL_WORDS.search(label) is not None
        if not label:
            paths.append(_unlabelled(k, values))
            continue
        if YEAR.fullmatch(label) and year_parent:
            paths.append(RowPath((*outer, year_parent, label)))
            continue
        year_parent = "" if total or YEAR.fullmatch(label) else label
        if total and outer and (path := _total_path(k, start, label, outer, rows, values)) is not None:
            paths.append(RowPath(path, True))
            groups, rotated = (), ""
            continue
        if total and outer:
            paths.append(RowPath((*outer, label), True))
            continue
        parent = parents[k]
        if parent is not None:
            outer = (*outer, rows[parent].label)
        elif outer and not _may_hold(outer[-1], label):
            outer = outer[:-1]
        paths.append(RowPath((*outer, label), total))
    return paths


def _may_hold(group: str, label: str) -> bool:
    """False where the official list says that a municipality lies in another region than the one it stands under.

    It then follows a page break at which the label of its own region was lost.
    """
    region = find_region(group)
    if region is None:
        return True
    municipality = find_municipality(municipality_name(label))
    return municipality is None or municipality.region_code == region.code


def _unlabelled(k: int, values: Sequence[list[Decimal | None]]) -> RowPath | None:
    if _sums_to(values[max(0, k - _MOST_CHILDREN) : k], values[k]) or _sums_to(
        values[k + 1 : k + _MOST_CHILDREN], values[k]
    ):
        return RowPath((UNLABELLED_TOTAL,), True)
    return None


def _total_path(
    k: int,
    start: int,
    label: str,
    outer: tuple[str, ...],
    rows: Sequence[Row],
    values: Sequence[list[Decimal | None]],
) -> tuple[str, ...] | None:
    """The path of the last row under groups: its own label where it sums the table or is the figure of a region,
    below its groups where it names the inner one; None where it sums the group only and others may follow."""
    if _stem(outer[-1]) in label.lower():
        return (label,) if label.lower().startswith("region ") else (*outer, label)
    start = max(start, k - _MOST_CHILDREN)
    first = max(0, k - _MOST_CHILDREN)
    in_group = _sums_to(values[start:k], values[k])
    if in_group and start > 0:
        return None
    plain = [v for row, v in zip(rows[first:k], values[first:k], strict=True) if not TOTAL_WORDS.search(row.label)]
    if in_group and any(row.label == label for row in rows[k + 1 :]):
        return None
    if start == 0 and in_group and k + 1 < len(rows):
        return None
    if _sums_to(plain, values[k]) or not any(row.label == label for j, row in enumerate(rows) if j != k):
        return (label,)
    return None


def _stem(name: str) -> str:
    """The name without its ending: ``plejefamilie`` is in ``I alt på plejefamilieområdet``."""
    low = name.lower()
    return low[:-1] if len(low) >= 6 else low


def _sums_to(rows: Sequence[list[Decimal | None]], target: Sequence[Decimal | None]) -> bool:
    """True where the rows add up to the target in most columns, and in one at least."""
    hits = misses = 0
    for c, wanted in enumerate(target):
        if wanted is None:
            continue
        found = [value for row in rows if c < len(row) and (value := row[c]) is not None]
        if len(found) < 2:
            continue
        if abs(sum(found, Decimal(0)) - wanted) <= _slack(wanted):
            hits += 1
        else:
            misses += 1
    return hits > 0 and hits >= 2 * misses


def _slack(value: Decimal) -> Decimal:
    return min(abs(value) / 20000, Decimal(5))


def _parents(rows: Sequence[Row], values: Sequence[list[Decimal | None]]) -> list[int | None]:
    """For each row the row above that sums it and its neighbours: totals printed on top of their group."""
    parents: list[int | None] = [None] * len(rows)
    found: list[tuple[int, int]] = []
    k = 0
    while k < len(rows):
        end = _last_child(k, rows, values)
        if end is None:
            k += 1
            continue
        found.append((k, end))
        k = end + 1
    if len(found) < 2 and not any(find_region(rows[k].label) for k, _ in found):
        return parents
    if any(find_region(rows[k].label) for k, _ in found):
        found = _with_all_regions(found, rows)
    for parent, end in found:
        for child in range(parent + 1, end + 1):
            parents[child] = parent
    return parents


def _with_all_regions(found: list[tuple[int, int]], rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Where one region heads its rows, the others do, whether or not their sums hold."""
    proved = dict(found)
    regions = [k for k, row in enumerate(rows) if find_region(row.label)]
    for k, following in pairwise([*regions, len(rows)]):
        if k not in proved and not any(k <= end and k > start for start, end in found):
            end = next((j for j in range(k + 1, following) if TOTAL_WORDS.search(rows[j].label)), following)
            if end > k + 1:
                proved[k] = end - 1
    return sorted(proved.items())


def _last_child(k: int, rows: Sequence[Row], values: Sequence[list[Decimal | None]]) -> int | None:
    label = rows[k].label
    if not label or GRAND_TOTAL.match(label) or len(rows) - k < 3:
        return None
    region = find_region(label)
    if region is not None:
        end = _last_in_region(k, rows, region.code)
        if end > k + 1:
            return end
    if TOTAL_WORDS.search(label) or find_municipality(municipality_name(label)) is not None:
        return None  # a municipality heads no others
    wanted = [(c, v) for c, v in enumerate(values[k]) if v]
    if len(wanted) < 2 and not any(abs(v) >= _LARGE for _, v in wanted):
        return None
    sums = dict.fromkeys((c for c, _ in wanted), Decimal(0))
    for j in range(k + 1, min(len(rows), k + 1 + _MOST_CHILDREN)):
        if TOTAL_WORDS.search(rows[j].label) or rows[j].groups:
            return None
        for c, _ in wanted:
            value = values[j][c] if c < len(values[j]) else None
            sums[c] += value or 0
        hits = [v for c, v in wanted if abs(sums[c] - v) <= _slack(v)]
        proof = sum(len(str(int(abs(v)))) for v in hits)
        if j >= k + 2 and len(hits) >= min(2, len(wanted)) and 3 * len(hits) >= 2 * len(wanted) and proof >= _PROOF:
            return j
        if all(abs(sums[c]) > 2 * abs(v) for c, v in wanted):
            return None
    return None


def _last_in_region(k: int, rows: Sequence[Row], code: str) -> int:
    end = k
    for j in range(k + 1, len(rows)):
        municipality = find_municipality(municipality_name(rows[j].label))
        if municipality is None or municipality.region_code != code:
            break
        end = j
    return end


def _number_in(label: str) -> str:
    match = _ENUMERATED.fullmatch(label)
    return match["no"] if match else ""


def _enumerated_groups(rows: Sequence[Row]) -> list[tuple[str, ...] | None]:
    """Groups printed before the running number of their first row: ``Veje 13 Elbiler`` after ``12 Tog``.

    For each row None, or the new group (empty tuple: the number only is part of the label).
    """
    matches = [_ENUMERATED.fullmatch(row.label) for row in rows]
    numbers_seen = [int(match["no"]) if match else None for match in matches]
    running = sum(b is not None and a is not None and b == a + 1 for a, b in pairwise(numbers_seen))
    if running < 3 or running < 0.6 * (len(rows) - 1):
        return [None] * len(rows)
    result: list[tuple[str, ...] | None] = []
    for match in matches:
        result.append((clean_label(match["group"]),) if match and match["group"] else None)
    return result
