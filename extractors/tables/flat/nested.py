"""Heads over lower heads that come again: ``Elever Udgift`` / ``2024 2025 2024 2025``, in two or three levels.

Merged cells come out row by row: of the upper heads some span lower ones and some reach down beside them. Which do
is told by the values: columns below one head are printed alike, with as many decimals and the same unit, or each
group holds the same row of forms.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from extractors.tables.flat.head import Head, label_cost, spans_others
from extractors.tables.flat.lower import Path, lower_groups, places_and_years, years_and_change
from extractors.tables.flat.nearness import nearest
from extractors.tables.flat.proofs import (
    IN_SHARES,
    Form,
    Proofs,
    refutes,
    spans_compared,
    sums_agree,
)
from extractors.tables.flat.segments import HeadCell, begins_row
from extractors.tables.flat.together import are_proved, last_beside, stand_apart, stand_uneven
from extractors.tables.flat.words import OUTLOOK_HEADS, PROPOSED_HEADS, YEAR, YEARLY_HEADS, heads_labels
from extractors.tables.labels import head_unit, is_column_total, is_count, is_difference, is_share
from schemas.units import counts_in_thousands, names_unit, unit_in, unit_of

_PROVED = 0.1
_LIKELY = 0.25
_LAST_ONLY = 0.5
"""What it costs where only the last upper head is known to span the last column, and of the others nothing."""
_MOST_LABELS = 2
_NEAR = 3
_MOST_UPPER = 8
_FEWEST_LOWER = 2


def nested(
    cells: Sequence[HeadCell],
    columns: int,
    indents: Sequence[bool],
    proofs: Proofs,
    known: int = 0,
    *,
    only_sure: bool = False,
) -> list[Head]:
    """Readings with lower rows of heads: those that their words share out among several upper heads, and, below a
    single upper head or in parts that no word tells, the one reading that fits the values, or fits them best.
    ``only_sure`` leaves those that the values prove."""
    options = []
    single: list[tuple[int, Head]] = []
    proved: list[tuple[int, Head]] = []
    parted: list[tuple[int, Head]] = []
    sure: list[tuple[int, Head]] = []
    proving = bool(proofs.sums or proofs.reckoned or proofs.changes)
    arranged, named = _arranged(cells)
    if arranged != list(cells):
        options += nested(arranged, columns, indents, proofs, named)
        options = [head for head in options if not named or len(head.labels) == named]
    for at in range(1, len(cells) - 1):
        goes_on = not begins_row(cells, at) and cells[at - 1].first < cells[at - 1].last
        if at > _MOST_UPPER or not (goes_on or begins_row(cells, at)):
            continue
        for labels in range(min(at, _MOST_LABELS + 1)):
            names = [cell.text for cell in cells[:labels]]
            upper, lower = [c.text for c in cells[labels:at]], [c.text for c in cells[at:]]
            paths = _outlook(upper, lower, columns) or years_and_change(upper, lower, columns)
            if not paths and len(lower) == columns:
                paths = places_and_years(upper, lower)
            if paths and not goes_on and not _is_of_year(names):
                cost = _PROVED + label_cost(names, indents[cells[0].first])
                options.append(Head(paths, names, cost=cost))
        for told, groups in lower_groups(cells[at:]):
            spare = columns - sum(len(group) for group in groups)
            if known and told and not spare and len(groups) == _FEWEST_LOWER < at - known and len(groups[1]) == 1:
                paths = [*groups[0], (cells[at - 1].text, *groups[1][0])]
                options.append(Head(paths, [cell.text for cell in cells[:known]], cost=_LAST_ONLY))
            labels = at - spare - len(groups)
            lone = spare and min(map(len, groups)) == 1
            if spare < 0 or not 0 <= labels <= _MOST_LABELS or (lone and not told):
                continue
            heads = [cell.text for cell in cells[labels:at]]
            names = [cell.text for cell in cells[:labels]]
            if _come_again(heads, [cell.text for cell in cells[at:]]):
                continue
            cost = label_cost(names, indents[cells[0].first])
            able = [n for n, cell in enumerate(cells[labels : at - goes_on]) if not cell.deep]
            if labels and proving and len(groups) == 1 and (paths := last_beside(heads, groups[0], proofs)):
                sure.append((2, Head(paths, names, cost=cost + _PROVED)))
            for way in combinations(able, len(groups)) if labels and (proving or told) else ():
                apart = told and not goes_on and stand_apart(cells, [labels + n for n in way], at)
                if apart or (proving and _are_proved(heads, way, groups, proofs, all_span=not spare)):
                    sure.append((1, Head(_paths(heads, way, groups), names, cost=cost + _LIKELY)))
            if lone:
                continue
            if goes_on and told and 1 < len(able) == len(groups):
                options.append(Head(_paths(heads, able, groups), names, cost=cost + _LIKELY))
            if goes_on:
                options += [
                    Head(paths, names, cost=cost + _LIKELY)
                    for paths in _only_one(_told_by_shares(heads, able, groups, proofs.forms))
                ]
                continue
            if all(len(path) == 1 for group in groups for path in group) and stand_uneven(cells[at:]):
                continue
            ranked = _shared_out(heads, able, groups, proofs, told=told)
            ranked = [(p, paths) for p, paths in ranked if not refutes(paths, proofs)]
            if len(groups) == 1:
                ranked = _below_the_flat(cells[labels:at], ranked)
                ranked = [(p + spans_compared(paths, proofs), paths) for p, paths in ranked]
            elif not told and labels <= max(1, proofs.label_cells):
                for way in combinations(able, len(groups)):
                    paths = _paths(heads, way, groups)
                    if sums_agree(paths, proofs) or _are_summed(heads, way, groups, proofs):
                        proved.append((1, Head(paths, names, cost=cost + _LIKELY)))
            if not told or len(groups) == 1:
                found = single if len(groups) == 1 else parted
                found += [(points, Head(paths, names, cost=cost + _LIKELY)) for points, paths in ranked]
            elif len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] > ranked[1][0]):
                options.append(Head(ranked[0][1], names, cost=cost + (_PROVED if len(ranked) == 1 else _LIKELY)))
    if only_sure:
        return _only_best(sure)
    return [*options, *_only_best(single), *_only_best(parted), *_only_best(proved), *_only_best(sure)]


def _are_proved(
    heads: Sequence[str], way: Sequence[int], groups: Sequence[Sequence[Path]], proofs: Proofs, *, all_span: bool
) -> bool:
    blocks = _blocks(heads, way, groups)
    return are_proved(_paths(heads, way, groups), [blocks[n] for n in way], proofs, all_span=all_span)


def _come_again(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """True where an upper head is printed again below: heads that come again stand in one row that began higher."""
    return any(not is_column_total(text) and unit_of(text) is None for text in set(upper) & set(lower))


def _below_the_flat(
    heads: Sequence[HeadCell], ranked: list[tuple[int, list[Path]]]
) -> list[tuple[int, list[Path]]]:
    """Those of the choices in which the only upper head of one line spans the lower ones, where all others are
    wrapped: these are as high as both rows, for they reach down beside them. One word is never wrapped. Of several
    in one line beside wrapped ones all span others, so none does alone."""
    flat = [head.text for head in heads if head.first == head.last]
    lines = {head.first for head in heads if head.first == head.last}
    if len(flat) >= _FEWEST_HEADS and len(lines) == 1 and len(flat) < len(heads):
        return []
    if len(flat) != 1 or len(heads) < _FEWEST_HEADS or " " not in flat[0]:
        return ranked
    return [(points, paths) for points, paths in ranked if any(len(p) > 1 and p[0] == flat[0] for p in paths)]


_FEWEST_HEADS = 3


def _is_of_year(names: Sequence[str]) -> bool:
    """True where the last of the heads of labels is one of a year, as the others beside it are: ``Regnskab``."""
    return bool(names) and names[-1].lower() in YEARLY_HEADS


def _outlook(heads: Sequence[str], texts: Sequence[str], columns: int) -> list[Path]:
    """The paths below the heads of a budget: of one year each, and of all years behind it that are estimated
    (``Budget Overslagsår I alt`` / ``2026 2027 2028 2029 2026-29``). A total at the end may have no lower head, nor
    have heads that say their year (``Regnskab 2025 Budget 2026 Overslag`` / ``2027 2028``).
    Empty where no head or more than one names those years."""
    named = [n for n, head in enumerate(heads) if head.lower() in OUTLOOK_HEADS]
    if not named and heads and heads[-1].lower() in PROPOSED_HEADS and _are_yearly(heads[:-1]):
        named = [len(heads) - 1]
    bare = columns - len(texts)
    own = [year for head in heads[:-1] for year in YEAR.findall(head)[-1:]]
    rising = [*own, *texts]
    if named == [len(heads) - 1] == [bare] == [len(own)] and len(texts) > 1 and rising == sorted(set(rising)):
        return [*((head,) for head in heads[:-1]), *((heads[-1], text) for text in texts)]
    if len(named) != 1 or not named[0] or bare not in (0, 1) or (bare and not is_column_total(heads[-1])):
        return []
    first = named[0]
    last = len(texts) - (len(heads) - bare - first - 1)
    years = texts[:last]
    if last - first < _FEWEST_LOWER or not all(map(YEAR.fullmatch, years)) or list(years) != sorted(set(years)):
        return []
    over = [*heads[:first], *[heads[first]] * (last - first), *heads[first + 1 :]]
    paths: list[Path] = [(head, text) for head, text in zip(over, texts, strict=False)]
    return [*paths, *((head,) for head in over[len(texts) :])]


def _are_yearly(heads: Sequence[str]) -> bool:
    return all(head.lower() in YEARLY_HEADS for head in heads)


def _arranged(cells: Sequence[HeadCell]) -> tuple[list[HeadCell], int]:
    """The cells with the heads of labels first, which begin the lower row where the upper one leaves their place
    blank (``Personer Ændring`` / ``Ydelse 2023 2024 Antal Pct.``), and how many were moved; a unit above them alone
    is that of the table. A total at the end of
    lower heads that come again reaches down beside the upper ones."""
    found = list(cells)
    moved = 0
    at = next((n for n, cell in enumerate(found) if heads_labels(cell.text)), 0)
    if at and begins_row(found, at) and not (at == 1 and unit_in(found[0].text)):
        row = found[at].first
        moved = 1 + (at + 1 < len(found) and found[at + 1].first == row and heads_labels(found[at + 1].text))
        found = [*found[at : at + moved], *found[:at], *found[at + moved :]]
    begin = next((n for n in range(len(found) - 1, moved, -1) if begins_row(found, n)), 0)
    texts = [cell.text for cell in found[begin:-1]]
    half = len(texts) // 2
    if begin and half > 1 and texts == texts[:half] * 2 and is_column_total(found[-1].text):
        found = [
            *found[:begin],
            found[-1]._replace(first=found[begin - 1].first, last=found[begin - 1].last),
            *found[begin:-1],
        ]
    return found, moved


def _only_best(found: Sequence[tuple[int, Head]]) -> list[Head]:
    """The reading with the most points, where there is one."""
    most = max((points for points, _ in found), default=0)
    best = [head for points, head in found if points == most]
    return best if len(best) == 1 else []


def _shared_out(
    heads: Sequence[str],
    able: Sequence[int],
    groups: Sequence[Sequence[Path]],
    proofs: Proofs,
    *,
    told: bool,
) -> list[tuple[int, list[Path]]]:
    """The paths of the columns for each choice of spanning heads, of those that are ``able`` to, that the values
    allow, with points for its words, the most first. Years below each head whose values lie much nearer to each
    other than in all other choices outweigh words. Nothing is chosen where one group is below the only head, nor
    where values tell nothing."""
    forms = proofs.forms
    ways = list(combinations(able, len(groups)))
    if len(heads) == len(groups) == 1:
        return []
    if len(ways) == 1 and told:
        return [(0, _paths(heads, ways[0], groups))]
    if not forms or None in forms:
        return []
    fitting = [way for way in ways if _fits(heads, way, groups, forms)]
    near = None
    if all(YEAR.fullmatch(path[-1]) for group in groups for path in group):
        blocks = [_blocks(heads, way, groups) for way in fitting]
        near = nearest([[of[n] for n in way] for of, way in zip(blocks, fitting, strict=True)], proofs.steps)
    found = [
        (_points(heads, way, groups, forms) + _NEAR * (n == near), _paths(heads, way, groups))
        for n, way in enumerate(fitting)
    ]
    return sorted(found, key=lambda entry: -entry[0])


def _told_by_shares(
    heads: Sequence[str], able: Sequence[int], groups: Sequence[Sequence[Path]], forms: Sequence[Form | None]
) -> list[list[Path]]:
    """The paths in which the only heads of shares stand over the only shares."""
    shares = {c for c, form in enumerate(forms) if form is not None and form.unit in IN_SHARES}
    if not shares:
        return []
    ways = [_paths(heads, way, groups) for way in combinations(able, len(groups))]
    return [way for way in ways if {c for c, path in enumerate(way) if is_share(" ".join(path))} == shares]


def _only_one(found: list[list[Path]]) -> list[list[Path]]:
    return found if len(found) == 1 else []


def _paths(heads: Sequence[str], way: Sequence[int], groups: Sequence[Sequence[Path]]) -> list[Path]:
    paths: list[Path] = []
    for n, head in enumerate(heads):
        paths += [(head, *path) for path in groups[way.index(n)]] if n in way else [(head,)]
    return paths


def _blocks(heads: Sequence[str], way: Sequence[int], groups: Sequence[Sequence[Path]]) -> dict[int, range]:
    """The columns below each upper head."""
    blocks = {}
    start = 0
    for n in range(len(heads)):
        width = len(groups[way.index(n)]) if n in way else 1
        blocks[n] = range(start, start + width)
        start += width
    return blocks


def _are_summed(heads: Sequence[str], way: Sequence[int], groups: Sequence[Sequence[Path]], proofs: Proofs) -> bool:
    """True where the columns of each group, and of them alone, have their sum in another column."""
    spans = {(first, last) for first, last, _ in proofs.sums}
    blocks = _blocks(heads, way, groups)
    return all((blocks[n].start, blocks[n].stop - 1) in spans for n in way)


def _fits(
    heads: Sequence[str], way: Sequence[int], groups: Sequence[Sequence[Path]], forms: Sequence[Form | None]
) -> bool:
    """True where the columns of each group are printed alike, or each group like the first."""
    blocks = _blocks(heads, way, groups)
    rows = [[forms[c] for c in blocks[n]] for n in way]
    if _measure_the_change(heads, way, groups):
        return True
    return all(len(set(row)) == 1 for row in rows) or (len(rows) > 1 and all(row == rows[0] for row in rows))


def _measure_the_change(heads: Sequence[str], way: Sequence[int], groups: Sequence[Sequence[Path]]) -> bool:
    """True where all heads span others and the heads below the last, which names a change, are what it is measured
    in, and only they: ``Personer Ændring`` / ``2023 2024 Antal Pct.``"""
    if (
        len(way) < len(heads)
        or len(way) != _FEWEST_LOWER
        or not is_difference(heads[-1])
        or is_difference(heads[0])
    ):
        return False
    first, last = ([_measures(path[-1]) for path in group] for group in groups)
    return all(last) and not any(first)


def _measures(text: str) -> bool:
    return names_unit(text) or counts_in_thousands(text)


def _points(
    heads: Sequence[str], way: Sequence[int], groups: Sequence[Sequence[Path]], forms: Sequence[Form | None]
) -> int:
    """What the words of the heads say for a choice: heads with a unit or a year span others, totals and differences
    do not, and what is counted has no decimals."""
    points = 0
    decimals = {form.decimals > 0 for form in forms if form is not None}
    finer = len(decimals) > 1  # of numbers with decimals and without, shares are the former
    blocks = _blocks(heads, way, groups)
    for n, head in enumerate(heads):
        spans, ends, is_counted, is_shared = _told_by(head)
        points += spans if n in way else ends
        if n in way and YEAR.search(head) and all(YEAR.search(p[-1]) for p in groups[way.index(n)]):
            points -= 2  # what has a year of its own is no head of years
        counted = [form for c in blocks[n] if (form := forms[c]) is not None]
        points -= is_counted and any(form.decimals for form in counted)
        if finer and is_shared and counted:
            points += 1 if any(form.decimals for form in counted) else -1
    return points


@lru_cache(maxsize=256)  # asked for every choice of spanning heads
def _told_by(head: str) -> tuple[bool, bool, bool, bool]:
    """Whether a head often spans others, stands beside them, names a count, names shares."""
    return (
        spans_others(head) or head_unit((head,)) is not None,
        is_column_total(head) or is_difference(head),
        is_count(head),
        is_share(head),
    )
