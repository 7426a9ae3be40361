"""Arithmetic as evidence: totals, subtotals, balances and differences, found by label and place, proved by sums.

What adds up raises the confidence and settles whether a comma groups thousands. A total that does not add up, in a
table whose other columns or totals prove how it is built, is reported and never repaired.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.language.numbers import Number
from extractors.tables.grid import Grid
from extractors.tables.labels import is_count, is_difference, is_net, is_part, is_rate, is_share, year_of
from schemas.units import SCALES

_MOST_TOTALS = 400
_FARTHEST = 400
"""Rows that a total may have above or below it."""

Place = tuple[int, int]
Values = dict[Place, Decimal]

_ROUNDED_UNITS = frozenset(SCALES) | {"%", "procentpoint", "kr.", "promille"}
_NEVER_ADDED = frozenset({"%", "procentpoint", "promille", "kr. pr. indbygger"})
_LARGE = 1_000_000
_ZERO, _HALF, _ROUNDED = Decimal(0), Decimal("0.5"), Decimal("0.05")
_FEWEST_PARTS = 2
"""A sum of fewer parts that are not zero proves nothing, but where there is only one part."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A printed total that its parts do not give."""

    row: int
    col: int
    expected: Decimal
    actual: Decimal
    kind: str


@dataclass(slots=True)
class SumReport:
    """``thousands``: True or False where the sums decide what an ambiguous comma is, None where they cannot.
    ``proved``: cells that take part in a sum that holds, ``proved_totals`` their totals. ``total_rows`` are
    totals by their place, whatever their label: parents of other rows, unlabelled rows that add up."""

    thousands: bool | None = None
    proved: set[Place] = field(default_factory=set)
    mismatches: list[Mismatch] = field(default_factory=list)
    total_rows: set[int] = field(default_factory=set)
    proved_totals: set[Place] = field(default_factory=set)


@dataclass(slots=True)
class _Check:
    total: Place
    parts: list[Place]
    signs: list[int]
    kind: str

    def sum_of(self, parts: Sequence[Decimal]) -> Decimal:
        """What the values of the parts come to with their signs."""
        if -1 not in self.signs:
            return sum(parts, _ZERO)
        return sum([sign * part for part, sign in zip(parts, self.signs, strict=True)], _ZERO)


def check_sums(
    grid: Grid, numbers: dict[Place, Number], units: dict[Place, str | None], thousands: bool | None = None
) -> SumReport:
    """Looks for every sum that the grid's labels promise. ``numbers`` holds the first number of each data cell;
    ``thousands`` is what other tables of the document prove of its commas, for where this one's sums cannot."""
    ambiguous = any(number.ambiguous_comma for number in numbers.values())
    plain = {place: number.value for place, number in numbers.items() if number.value is not None}
    report, score = _report(grid, plain, numbers, units)
    if not ambiguous:
        return report
    grouped = {place: n.as_thousands for place, n in numbers.items() if n.as_thousands is not None}
    other, other_score = _report(grid, grouped, numbers, units)
    if other_score > score or (other_score == score and thousands):
        other.thousands = True
        return other
    report.thousands = False if score > other_score else None
    return report


def _report(
    grid: Grid, values: Values, numbers: dict[Place, Number], units: dict[Place, str | None]
) -> tuple[SumReport, int]:
    parents, body = _parents(grid, values), _body(grid, values)
    report = SumReport(total_rows=set(parents))
    checks = [*_vertical(grid, values, parents, body), *_horizontal(grid, values, body)]
    unread = _unread(grid, numbers)
    score = 0
    for group in checks:
        held, failed = _judge(group, values, numbers, units, report)
        score += held
        report.mismatches += [m for m in failed if _worth_reporting(m, grid, units, unread)]
    report.total_rows |= {row for row, _ in report.proved_totals if not grid.row_paths[row]}
    return report, score


def _unread(grid: Grid, numbers: dict[Place, Number]) -> frozenset[int]:
    """Columns of values with a cell of words among them: their sums prove nothing."""
    return frozenset(
        cell.col
        for cell in grid.cells
        if cell.col in grid.data_cols and not cell.is_header and (cell.row, cell.col) not in numbers
    )


def _worth_reporting(
    mismatch: Mismatch, grid: Grid, units: dict[Place, str | None], unread: frozenset[int]
) -> bool:
    """False for columns that nobody adds up: shares, rates, averages; and where figures are missing."""
    head = " ".join(grid.col_paths[mismatch.col])
    if mismatch.col in unread or units.get((mismatch.row, mismatch.col)) in _NEVER_ADDED:
        return False
    if is_share(head) or is_rate(head):
        return False
    large = abs(mismatch.actual) >= _LARGE and not is_count(head)
    if large and abs(mismatch.expected - mismatch.actual) <= Decimal("1.5"):
        return False  # amounts that were added up before they were rounded
    return abs(mismatch.expected) <= 20 * abs(mismatch.actual) + 100


def _body(grid: Grid, values: Values) -> list[int]:
    """The rows with values."""
    data = frozenset(grid.data_cols)
    valued = {row for row, col in values if col in data}
    return [row for row in range(grid.n_rows) if row in valued]


def _parents(grid: Grid, values: Values) -> set[int]:
    """Rows with values whose own path heads the paths of other rows: a region over its municipalities."""
    prefixes = {path[:length] for path in grid.row_paths for length in range(1, len(path))}
    valued = {row for row, _ in values}
    return {row for row, path in enumerate(grid.row_paths) if path in prefixes and row in valued}


def _tolerance(check: _Check, numbers: dict[Place, Number], units: dict[Place, str | None]) -> Decimal:
    """How far rounding may bring a sum: half a unit of the last digit for each part where values are rounded."""
    places = [check.total, *check.parts]
    digits = [_decimals(numbers[p]) for p in places if p in numbers]
    last = max(digits, default=0)
    rounded = last > 0 or any(units.get(place) in _ROUNDED_UNITS for place in places)
    if not rounded:
        return Decimal(0)
    coarse = Decimal(10) ** -_decimals(numbers[check.total]) / 2 if check.total in numbers else Decimal(0)
    return Decimal(len(places)) / 2 * Decimal(10) ** -last + coarse


def _decimals(number: Number) -> int:
    """Digits printed behind the comma."""
    exponent = number.value.as_tuple().exponent if number.value is not None else 0
    return -exponent if isinstance(exponent, int) else 0


def _judge(
    group: list[_Check],
    values: Values,
    numbers: dict[Place, Number],
    units: dict[Place, str | None],
    report: SumReport,
) -> tuple[int, list[Mismatch]]:
    """Takes a group of checks that stand or fall together: same total row over all columns, or the reverse. Returns
    how many hold, and those that do not where the others prove how the total is built."""
    held: list[_Check] = []
    failed: list[tuple[_Check, Decimal]] = []
    for check in group:
        expected = check.sum_of([values[place] for place in check.parts])
        if abs(expected - values[check.total]) <= _tolerance(check, numbers, units):
            held.append(check)
        else:
            failed.append((check, expected))
    strong = [check for check in held if sum(1 for p in check.parts if values[p]) >= 2 or len(check.parts) == 1]
    for check in strong:
        report.proved.add(check.total)
        report.proved_totals.add(check.total)
        report.proved.update(check.parts)
    if not strong or len(held) < len(failed) or len(strong) < len(failed):
        return len(strong), []
    mismatches = [Mismatch(*c.total, expected, values[c.total], c.kind) for c, expected in failed]
    return len(strong), mismatches


# --- rows: a total row over the rows above or below it ------------------------------------------------


_Structure = tuple[str, list[int], list[int]]
"""How a total may be made: in words, its parts, and the sign of each."""


def _vertical(grid: Grid, values: Values, parents: set[int], body: list[int]) -> list[list[_Check]]:
    """For every total row, the structure (which rows are its parts) that holds in most columns."""
    totals = (set(grid.total_rows) | parents) & set(body)
    groups: list[list[_Check]] = []
    if len(totals) > _MOST_TOTALS:
        return groups
    columns: dict[int, dict[int, Decimal]] = {col: {} for col in grid.data_cols}
    for (row, col), value in values.items():
        if col in columns:
            columns[col][row] = value
    for row in body:
        label = grid.row_paths[row][-1] if grid.row_paths[row] else ""
        if row not in totals and not (not label and row == body[-1]):
            continue
        best: _Structure | None = None
        best_score = (-1, 0)
        for structure in _structures(grid, body, totals, row, label):
            _, parts, signs = structure
            held = _columns_held(columns.values(), row, parts, signs)
            if held is not None and (held, -len(parts)) > best_score and (held or best_score[0] < 0):
                best, best_score = structure, (held, -len(parts))
        if best is not None:
            groups.append(_checks(columns, row, best))
    return groups


def _columns_held(
    columns: Iterable[dict[int, Decimal]], row: int, parts: list[int], signs: list[int]
) -> int | None:
    """In how many columns (values by row) a total is what its parts come to; None where none holds both."""
    held = None
    added = -1 not in signs
    for values in columns:
        total = values.get(row)
        present = [values[part] for part in parts if part in values] if total is not None else []
        if total is None or not present:
            continue
        expected = sum(present, _ZERO)
        if not added:
            signed = [sign * values[part] for part, sign in zip(parts, signs, strict=True) if part in values]
            expected = sum(signed, _ZERO)
        held = (held or 0) + _makes(present, expected, total)
    return held


def _checks(columns: dict[int, dict[int, Decimal]], row: int, structure: _Structure) -> list[_Check]:
    """A structure in each column that holds the total and a part."""
    kind, parts, signs = structure
    checks = []
    for col, values in columns.items():
        present = [(part, sign) for part, sign in zip(parts, signs, strict=True) if part in values]
        if row in values and present:
            places = [(part, col) for part, _ in present]
            checks.append(_Check((row, col), places, [sign for _, sign in present], kind))
    return checks


def _holds(check: _Check, values: Values) -> bool:
    parts = [values[place] for place in check.parts]
    return _makes(parts, check.sum_of(parts), values[check.total])


def _makes(parts: list[Decimal], expected: Decimal, total: Decimal) -> bool:
    """True where what the parts come to is the total, and there are enough of them to prove it."""
    if len(parts) != 1 and len(parts) - parts.count(_ZERO) < _FEWEST_PARTS:
        return False
    return abs(expected - total) <= (_ROUNDED * len(parts) if expected % 1 else _HALF)


def _structures(
    grid: Grid, body: list[int], totals: set[int], row: int, label: str
) -> Iterable[tuple[str, list[int], list[int]]]:
    """Candidates for the parts of a total, the likeliest first."""
    at = body.index(row)
    above, below = body[max(0, at - _FARTHEST) : at], body[at + 1 : at + 1 + _FARTHEST]

    def plus(kind: str, rows: list[int]) -> Iterable[tuple[str, list[int], list[int]]]:
        if rows:
            yield kind, rows, [1] * len(rows)

    since = _run(reversed(above), lambda r: r not in totals)[::-1]
    whole = [r for r in since if not (grid.row_paths[r] and is_part(grid.row_paths[r][-1]))]
    if len(whole) < len(since):
        yield from plus("rows since the last total that are no part of another", whole)
    prefix = grid.row_paths[row][:-1]
    yield from plus("rows since the last total", since)
    group = [r for r in above if grid.row_paths[r][:-1] == prefix and r not in totals]
    if prefix:
        yield from plus("rows of the group", group)
    yield from plus("all rows above", [r for r in above if r not in totals])
    subtotals = [r for r in above if r in totals]
    yield from plus("subtotals above", subtotals)
    last = subtotals[-1:] + since
    if subtotals and since:
        yield from plus("last subtotal and rows since", last)
        yield from plus("subtotals and rows since", subtotals + since)
    if is_net(label) and len(subtotals) == 2:
        yield "first subtotal less the second", subtotals, [1, -1]
        yield "second subtotal less the first", subtotals, [-1, 1]
    yield from plus("rows below up to the next total", _run(iter(below), lambda r: r not in totals))
    yield from plus("all rows below", [r for r in below if r not in totals])
    yield from plus("subtotals below", [r for r in below if r in totals])
    path = grid.row_paths[row]
    children = [r for r in below if path and grid.row_paths[r][: len(path)] == path and r not in totals]
    yield from plus("rows under it", children)


def _run(rows: Iterable[int], keep: Callable[[int], bool]) -> list[int]:
    taken = []
    for row in rows:
        if not keep(row):
            break
        taken.append(row)
    return taken


# --- columns: a total or difference column over columns beside it ---------------------------------------


def _horizontal(grid: Grid, values: Values, rows: list[int]) -> list[list[_Check]]:
    groups = []
    for position, col in enumerate(grid.data_cols):
        path = grid.col_paths[col]
        head = path[-1] if path else ""
        candidates: list[tuple[str, list[int], list[int]]] = []
        if col in grid.total_cols:
            left, right = grid.data_cols[:position], grid.data_cols[position + 1 :]
            same = [c for c in grid.data_cols if c != col and grid.col_paths[c][:-1] == path[:-1] and path[:-1]]
            since = _run(reversed(left), lambda c: c not in grid.total_cols)[::-1]
            choices = [("columns before", since), ("columns of the group", same)]
            choices += [("all columns before", left), ("columns behind", right)]
            for kind, cols in choices:
                parts = [c for c in cols if c not in grid.total_cols and not is_share(_leaf(grid, c))]
                if len(parts) >= 2:
                    candidates.append((kind, parts, [1] * len(parts)))
        elif is_difference(" ".join(path)) and not is_share(head) and position >= 2:
            candidates = _differences(grid, position)
        best: list[_Check] = []
        best_score = 0
        for kind, cols, signs in candidates:
            checks = [
                _Check((row, col), [(row, c) for c in cols if (row, c) in values],
                       [sign for c, sign in zip(cols, signs, strict=True) if (row, c) in values], kind)
                for row in rows
                if (row, col) in values and any((row, c) in values for c in cols)
                and (min(signs) > 0 or all((row, c) in values for c in cols))
            ]  # fmt: skip
            score = sum(_holds(check, values) for check in checks)
            if score > best_score and 2 * score >= len(checks):
                best, best_score = checks, score
        if best:
            groups.append(best)
    return groups


def _leaf(grid: Grid, col: int) -> str:
    return grid.col_paths[col][-1] if grid.col_paths[col] else ""


def _differences(grid: Grid, position: int) -> list[tuple[str, list[int], list[int]]]:
    """Pairs of columns whose difference may stand here: those that the head's years name, else the two before."""
    before = grid.data_cols[:position]
    pairs = [(before[-2], before[-1])] if len(before) >= 2 else []
    head = " ".join(grid.col_paths[grid.data_cols[position]])
    named = [col for col in before if (year := year_of(_leaf(grid, col))) is not None and str(year) in head]
    if len(named) == 2:
        pairs.insert(0, (named[0], named[1]))
    result = []
    for first, second in pairs:
        result.append(("second less first", [first, second], [-1, 1]))
        result.append(("first less second", [first, second], [1, -1]))
    return result
