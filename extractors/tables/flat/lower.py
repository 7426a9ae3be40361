"""Lower heads parted into groups, one for each upper head that spans them, by their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from extractors.tables.flat.segments import HeadCell, begins_row
from extractors.tables.flat.words import MUNICIPALITY_HEADS, YEAR, YEARLY_HEADS, heads_labels
from extractors.tables.labels import is_column_total, is_difference, is_share
from schemas.places import find_municipality
from schemas.units import names_unit, unit_of

_FEWEST_LOWER = 2
_MOST_LOWER = 9
Path = tuple[str, ...]


def lower_groups(cells: Sequence[HeadCell]) -> Iterator[tuple[bool, list[list[Path]]]]:
    """The lower heads as one list of paths for each upper head that spans them, and whether their words tell it."""
    texts = [cell.text for cell in cells]
    if len(texts) < _FEWEST_LOWER:
        return
    yield from _parts([(text,) for text in texts])
    for at in range(_FEWEST_LOWER, len(cells) - 1):
        middle, leaves = texts[:at], texts[at:]
        size = len(leaves) // at
        if begins_row(cells, at) and at < len(leaves) and (below := _years_restart(leaves)) and len(below) == at:
            yield from _parts([(middle[n], leaf) for n, group in enumerate(below) for leaf in group])
        if begins_row(cells, at) and size > 1 and leaves == leaves[:size] * at and len(set(leaves[:size])) == size:
            yield from _parts([(middle[n // size], leaf) for n, leaf in enumerate(leaves)])


def _years_restart(leaves: Sequence[str]) -> list[Sequence[str]]:
    """Years as groups that begin where they go back: ``2024`` ``2022 2024`` ``2022 2024``; none where all are of
    one size, or others stand among them."""
    if not all(YEAR.fullmatch(leaf) for leaf in leaves):
        return []
    starts = [0, *(n for n, (before, leaf) in enumerate(pairwise(leaves), 1) if leaf <= before), len(leaves)]
    groups = [leaves[a:b] for a, b in pairwise(starts)]
    return groups if len({len(group) for group in groups}) > 1 else []


def _parts(paths: Sequence[Path]) -> Iterator[tuple[bool, list[list[Path]]]]:
    """The paths as one group, as groups that hold the same, as groups that each begin where the years go back
    (``2024 2025 Ændring 2024 2025``) or where the first comes again and they begin alike (``Budget Regnskab Budget
    Regnskab Afvigelse Budget``), the last of several with its first head alone; where none of these is told, in two
    or three parts of any size."""
    told = False
    for times in range(1, len(paths) // 2 + 1):
        size, rest = divmod(len(paths), times)
        first = list(paths[:size])
        if not rest and len(set(first)) == size and list(paths) == first * times:
            told = told or times > 1
            yield True, [first] * times
    if starts := _starts_of_repeats(paths):
        told = True
        yield True, _at(paths, [*starts, len(paths)])
    years = [(n, int(path[0])) for n, path in enumerate(paths) if YEAR.fullmatch(path[0])]
    back = {n for (_, before), (n, year) in pairwise(years) if year <= before}
    back |= {n for n, path in enumerate(paths) if n and _SPAN.match(path[0])}
    starts = [0, *sorted(back), len(paths)]
    groups = _at(paths, starts)
    if years and years[0][0] == 0 and len({len(group) for group in groups}) > 1 and len(groups[0]) > 1:
        told = True
        yield True, groups
    groups = _at(paths, [*(n for n, path in enumerate(paths) if path == paths[0]), len(paths)])
    longest = max(groups, key=len)
    sizes = {len(group) for group in groups}
    alike = len(set(longest)) == len(longest) and all(group == longest[: len(group)] for group in groups)
    alike = alike or (len(groups) > _FEWEST_LOWER and _differ_at_the_end(groups))
    if len(sizes) > 1 and alike and not is_column_total(paths[-1][0]):  # a total is that of all groups
        told = True
        yield True, groups
    ends = _change_of_years(paths)
    if ends and not told:
        told = True
        yield True, _at(paths, [0, ends, len(paths)])
    if not told and (start := _run_of_years([path[0] for path in paths])):
        told = True
        yield True, _at(paths, [0, start, len(paths)])
        for border in range(_FEWEST_LOWER, start - 1):
            yield False, _at(paths, [0, border, start, len(paths)])
    if not told and (starts := _dates_go_back([path[0] for path in paths])):
        told = True
        yield True, _at(paths, [*starts, len(paths)])
    if not told and len(paths) <= _MOST_LOWER:
        for times in (2, 3):
            for borders in combinations(range(1, len(paths)), times - 1):
                groups = _at(paths, [0, *borders, len(paths)])
                if min(map(len, groups)) > 1:
                    yield False, groups


def _starts_of_repeats(paths: Sequence[Path]) -> list[int]:
    """Where groups begin that hold the same, and the one behind them that stands below a head of its own: 0, 2 and
    4 for ``2031 1. halvår 2031 1. halvår Personer Timer``. Empty where there are none, and where differences,
    shares and totals may be of the last group."""
    for size in range(len(paths) // 2, 1, -1):
        first = list(paths[:size])
        times = 1
        while list(paths[times * size : (times + 1) * size]) == first:
            times += 1
        rest = paths[times * size :]
        if times == 1 or len(set(first)) < size or len(rest) < _FEWEST_LOWER or set(rest) & set(first):
            continue
        texts = [" ".join(path) for path in rest]
        if not any(is_difference(text) or is_share(text) or is_column_total(text) for text in texts):
            return [n * size for n in range(times + 1)]
    return []


def _dates_go_back(texts: Sequence[str]) -> list[int]:
    """Where groups of two or more begin in heads of one year each, where it goes back: 0 and 2 for ``2031 2032
    Regnskab 2031 Skøn 2032``. Empty where it never does, or where the heads are all of one word."""
    found = [YEAR.findall(text) for text in texts]
    if any(len(years) != 1 for years in found) or all(map(YEAR.fullmatch, texts)):
        return []
    years = [int(of_one) for (of_one,) in found]
    starts = [0, *(n for n, (before, year) in enumerate(pairwise(years), 1) if year < before)]
    sizes = [b - a for a, b in pairwise([*starts, len(texts)])]
    return starts if len(starts) > 1 and min(sizes) >= _FEWEST_LOWER else []


def places_and_years(heads: Sequence[str], texts: Sequence[str]) -> list[Path]:
    """The paths of municipalities, each below «Kommune», and of the years of two wholes beside them, of which one
    alone has the year between: ``Kommune Klynge Landet`` / ``Struer Lemvig 2031 2029 2031``. Nothing tells which,
    so that year has no upper head. Empty for all others."""
    names, years = texts[:-_YEARS_OF_TWO], texts[-_YEARS_OF_TWO:]
    if len(heads) != _YEARS_OF_TWO or len(names) < _FEWEST_LOWER or heads[0].lower() not in MUNICIPALITY_HEADS:
        return []
    if not all(map(find_municipality, names)) or not all(map(YEAR.fullmatch, years)):
        return []
    first, between, last = years
    if first != last or first == between:
        return []
    return [*((heads[0], name) for name in names), (heads[1], first), (between,), (heads[2], last)]


_YEARS_OF_TWO = 3


def years_and_change(heads: Sequence[str], texts: Sequence[str], columns: int) -> list[Path]:
    """The paths of years below one head, or each below one of its own that names a year of an account, and of the
    measures of a change below the last: ``Sejlere Ændring`` / ``2030 2031 2032 Antal Pct.``, ``Regnskab Budget
    Forventet regnskab`` / ``2030 2031 2031``. Empty for all others."""
    years = next((n for n, text in enumerate(texts) if not YEAR.fullmatch(text)), len(texts))
    rest = texts[years:]
    over = heads[:-1] if rest else heads
    if len(texts) != columns or years < _FEWEST_LOWER or not over or any(map(YEAR.search, over)):
        return []
    if rest and (len(rest) < _FEWEST_LOWER or not is_difference(heads[-1]) or not all(map(_measures, rest))):
        return []
    run = list(texts[:years])
    if len(over) == 1 and rest and run == sorted(set(run)) and not heads_labels(over[0]):
        paths: list[Path] = [(over[0], year) for year in run]
    elif len(over) == years and run == sorted(run) and all(h.split()[-1].lower() in YEARLY_HEADS for h in over):
        paths = list(zip(over, run, strict=True))
    else:
        return []
    return [*paths, *((heads[-1], text) for text in rest)]


def _measures(text: str) -> bool:
    return names_unit(text) or unit_of(text) is not None


def _differ_at_the_end(groups: Sequence[Sequence[Path]]) -> bool:
    """True where all groups are the same but for a shorter last one, which begins as they do: ``Antal Pris`` twice,
    and ``Antal Pct.`` of the change."""
    first, last = groups[0], groups[-1]
    same = all(group == first for group in groups[:-1]) and len(set(first)) == len(first)
    return same and 1 < len(last) < len(first) and not set(last[1:]) & set(first)


def _change_of_years(paths: Sequence[Path]) -> int:
    """Where the heads go on behind years and the change from one to the other, the last head of their group: 3 for
    ``2024 2025 Vækst Pct. ±``; 0 where they do not, or more years follow."""
    texts = [path[0] for path in paths]
    years = [YEAR.fullmatch(text) is not None for text in texts]
    at = years.index(False) if False in years else 0
    if at < _FEWEST_LOWER or any(years[at:]) or not is_difference(texts[at]) or len(texts) < at + 1 + _FEWEST_LOWER:
        return 0
    return 0 if any(map(is_difference, texts[at + 1 :])) else at + 1


def _run_of_years(texts: Sequence[str]) -> int:
    """Where the years begin that end the heads behind others (2 for ``Antal Andel 2026 2027``): they are below one
    head, the others below another. 0 where there is no such place."""
    years = [YEAR.fullmatch(text) is not None for text in texts]
    start = years.index(True) if True in years else 0
    rising = list(texts[start:]) == sorted(set(texts[start:]))
    return start if _FEWEST_LOWER <= start <= len(texts) - _FEWEST_LOWER and all(years[start:]) and rising else 0


_SPAN = re.compile(r"(?:19|20)\d\d[-–](?:19|20)?\d\d")


def _at(paths: Sequence[Path], starts: Sequence[int]) -> list[list[Path]]:
    return [list(paths[a:b]) for a, b in pairwise(starts)]
