"""Which column each value of a row stands in, where cells are blank.

Blank cells leave a trace or none: a line of spaces, a wide gap, the shape of the numbers, and the sums. A row is
placed where one way to place it stands out; a row that can be placed in several ways keeps only what all of them
share.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, pairwise
from math import comb, log10

from extractors.language.numbers import REMEMBERED, parse_cell
from extractors.tables.flat.jointly import placed_by_total
from extractors.tables.flat.rows import Row, line_of
from extractors.tables.flat.values import Atom
from extractors.tables.flat.words import TOTAL_WORDS

Placed = list[tuple[Atom, int] | None]
"""One entry a column: the value with its line, or None for a blank cell."""

_MOST_WAYS = 400
_MARGIN = 2.0
_MOST_SUMMED = 150


@dataclass(slots=True)
class Placement:
    """Where the values of each row stand.

    ``rows[r]`` is None where nothing of the row can be placed; ``sure[r]`` is False where only some of it could.
    ``total`` is the column that the sums of the rows prove to be the total.
    """

    rows: list[Placed | None]
    sure: list[bool]
    total: int | None = None


def value_of(atom: Atom) -> Decimal | None:
    """The (first) number of a cell as printed; None for a dash and for what is no number."""
    return _value(atom.text)


@lru_cache(maxsize=REMEMBERED)
def _value(text: str) -> Decimal | None:
    numbers = parse_cell(text)
    return numbers[0].value if numbers else None


def place_rows(rows: Sequence[Row], columns: int, total_heads: Sequence[int] = ()) -> Placement:
    """Places the values of all rows. ``total_heads`` are columns whose head says that they are totals."""
    placed: list[Placed | None] = []
    for row in rows:
        placed.append(_printed(row, columns))
    total = total_column([row for row in placed if row is not None], columns)
    short = [k for k, row in enumerate(placed) if row is None]
    if total is None and short and len(total_heads) == 1 and _last_is_total(rows, columns, total_heads[0]):
        total = total_heads[0]
    sure = [row is not None for row in placed]
    if not short:
        return Placement(placed, sure, total)
    full = [row for row in placed if row is not None]
    shapes = [_Shape([row[c] for row in full]) for c in range(columns)]
    sums = _column_sums(full, columns) if len(full) >= 2 else [None] * columns
    totals = [j for j, row in enumerate(rows) if TOTAL_WORDS.search(row.label)]
    able = _by_totals(rows, totals, placed, sure, columns)
    for _ in range(2):
        # What the first round leaves open, the sums of its neighbours may settle in the second.
        for k in short:
            if sure[k]:
                continue
            missing = _residuals(k, totals, placed, sure, columns)
            ways = able.get(k) or _ways(rows[k], columns)
            placed[k], sure[k] = _choose(rows[k], ways, columns, total, shapes, sums, missing)
    return Placement(placed, sure, total)


def _printed(row: Row, columns: int) -> Placed | None:
    """The row as printed where values and printed blanks fill all columns."""
    if row.width != columns:
        return None
    cells: Placed = []
    for piece in row.pieces:
        cells += [(atom, line_of(atom, piece)) for atom in piece.atoms]
        cells += [None] * piece.blanks
    return cells


def total_column(rows: Iterable[Placed], columns: int) -> int | None:
    """The last or first column that is the sum of all others in the rows; None where the sums prove none."""
    if columns < 3:
        return None
    numbers = [[None if cell is None else value_of(cell[0]) for cell in row] for row in rows]
    for column in (columns - 1, 0):
        hits = misses = 0
        for row in numbers:
            others = [value for c, value in enumerate(row) if c != column and value is not None]
            if row[column] is None or len(others) < 2 or not any(others):
                continue
            if sum(others) == row[column]:
                hits += 1
            else:
                misses += 1
        if hits >= 2 and hits >= 4 * misses:
            return column
    return None


def _last_is_total(rows: Sequence[Row], columns: int, head: int) -> bool:
    """True where the last value of each row is the sum of the others and the last head says so."""
    if head != columns - 1:
        return False
    hits = 0
    for row in rows:
        values = [value_of(atom) or Decimal(0) for atom, _ in row.atoms]
        if len(values) < 2:
            continue
        if sum(values[:-1]) != values[-1]:
            return False
        hits += 1
    return hits >= 2


def _ways(row: Row, columns: int) -> list[tuple[int, ...]]:
    """The columns that the values may stand in, in order; none where there are too many ways to look at."""
    count = row.count
    if count > columns or comb(columns, count) > _MOST_WAYS:
        return []
    return list(combinations(range(columns), count))


def _choose(
    row: Row,
    ways: list[tuple[int, ...]],
    columns: int,
    total: int | None,
    shapes: Sequence[_Shape],
    sums: Sequence[Decimal | None],
    missing: Sequence[Decimal | None],
) -> tuple[Placed | None, bool]:
    atoms = row.atoms
    values = [value_of(atom) for atom, _ in atoms]
    gaps = _gap_columns(row, columns)
    if total is not None:
        proved = [way for way in ways if _adds_up(way, values, total)]
        ways = proved or ways
    scored = []
    for way in ways:
        points = sum(shapes[c].fit(atom, value) for c, (atom, _), value in zip(way, atoms, values, strict=True))
        if gaps is not None and way == gaps:
            points += 3.0
        points += 3.0 * sum(bool(v) and _near(missing[c], v) for c, v in zip(way, values, strict=True))
        points += 2.0 * sum(bool(v) and sums[c] == v for c, v in zip(way, values, strict=True))
        scored.append((points, way))
    if not scored:
        return None, False
    scored.sort(key=lambda entry: (-entry[0], entry[1]))
    best = scored[0][0]
    near = [way for points, way in scored if points > best - _MARGIN]
    cells: Placed = [None] * columns
    for k, (atom, line) in enumerate(atoms):
        if len({way[k] for way in near}) == 1:
            cells[near[0][k]] = (atom, line)
    if not any(cells):
        return None, False
    return cells, len(near) == 1


def _adds_up(way: tuple[int, ...], values: Sequence[Decimal | None], total: int) -> bool:
    if way[-1] != total and way[0] != total:
        return False
    others = [value or Decimal(0) for c, value in zip(way, values, strict=True) if c != total]
    target = next((value for c, value in zip(way, values, strict=True) if c == total), None)
    return target is not None and sum(others) == target


def _gap_columns(row: Row, columns: int) -> tuple[int, ...] | None:
    """The columns told by one wide gap where all others are single spaces."""
    missing = columns - row.count
    if len(row.pieces) != 1:
        return None
    piece = row.pieces[0]
    atoms = piece.atoms
    raw = piece.raw
    before = raw[: atoms[0].start]
    gaps = [len(before) - len(before.rstrip())]
    gaps += [b.start - a.end for a, b in pairwise(atoms)]
    gaps.append(len(raw) - atoms[-1].end)
    wide = [k for k, gap in enumerate(gaps) if gap > (2 if k in (0, len(gaps) - 1) else 1)]
    if len(wide) != 1 or gaps[wide[0]] < missing + 1 or gaps[wide[0]] > missing + 3:
        return None
    place = wide[0]
    return (*range(place), *range(place + missing, columns))


def _residuals(
    k: int, totals: Sequence[int], placed: Sequence[Placed | None], sure: Sequence[bool], columns: int
) -> list[Decimal | None]:
    """What row ``k`` must hold in each column for the total below it to add up: known where all rows that the
    total sums are placed but this one."""
    nothing: list[Decimal | None] = [None] * columns
    below = bisect_right(totals, k)
    if below == len(totals) or (below and totals[below - 1] == k):
        return nothing
    at = totals[below]
    start = totals[below - 1] + 1 if below else 0
    if not sure[at] or at - start > _MOST_SUMMED:
        return nothing
    others = [j for j in range(start, at) if j != k]
    if not others or not all(sure[j] for j in others):
        return nothing
    sums = _column_sums([row for j in others if (row := placed[j]) is not None], columns)
    target = placed[at] or []
    result = list(nothing)
    for c, cell in enumerate(target):
        value = value_of(cell[0]) if cell is not None else None
        result[c] = None if value is None else value - (sums[c] or 0)
    return result


def _by_totals(
    rows: Sequence[Row], totals: Sequence[int], placed: Sequence[Placed | None], sure: Sequence[bool], columns: int
) -> dict[int, list[tuple[int, ...]]]:
    """The ways to place rows with blank cells for which the totals below them hold, for rows that these tell."""
    able: dict[int, list[tuple[int, ...]]] = {}
    start = 0
    for at in totals:
        target = placed[at]
        short = [k for k in range(start, at) if not sure[k]]
        if target is not None and sure[at] and short and at - start <= _MOST_SUMMED:
            sums = _column_sums([row for j in range(start, at) if (row := placed[j]) is not None], columns)
            totalled = [value_of(cell[0]) if cell is not None else None for cell in target]
            left = [
                None if value is None else value - (above or 0) for value, above in zip(totalled, sums, strict=True)
            ]
            options = [([value_of(atom) for atom, _ in rows[k].atoms], _ways(rows[k], columns)) for k in short]
            able |= zip(short, placed_by_total(options, left) or (), strict=False)
        start = at + 1
    return able


def _near(a: Decimal | None, b: Decimal | None) -> bool:
    """True where two sums are the same but for rounding."""
    return a is not None and b is not None and abs(a - b) <= min(Decimal(2), abs(b) / 1000)


def _column_sums(rows: Sequence[Placed], columns: int) -> list[Decimal | None]:
    sums: list[Decimal | None] = []
    for c in range(columns):
        values = [value_of(cell[0]) for row in rows if (cell := row[c]) is not None]
        sums.append(sum((v for v in values if v is not None), Decimal(0)) if values else None)
    return sums


class _Shape:
    """What the numbers of a column look like: size, decimals, unit."""

    def __init__(self, cells: Sequence[tuple[Atom, int] | None]) -> None:
        self.low, self.high = float("inf"), float("-inf")
        self.decimals: set[int] = set()
        self.units: set[str] = set()
        bracketed = [cell[0].text.startswith("(") for cell in cells if cell is not None]
        self.brackets = 2 * sum(bracketed) > len(bracketed)
        for cell in cells:
            if cell is None or (value := value_of(cell[0])) is None:
                continue
            size = _size(value)
            self.low, self.high = min(self.low, size), max(self.high, size)
            self.decimals.add(decimals_of(cell[0].text))
            self.units.add(unit_text(cell[0].text))

    def fit(self, atom: Atom, value: Decimal | None) -> float:
        """Points for a value in this column: 0 where nothing is known, below 0 where it looks out of place."""
        if not self.units or value is None:
            return 0.0
        points = 0.0
        size = _size(value)
        points -= min(4.0, 1.5 * max(self.low - 0.5 - size, size - self.high - 0.5, 0.0))
        if (decimals := decimals_of(atom.text)) not in self.decimals:
            points -= 1.0 if (decimals > 0) == any(self.decimals) else 2.5
        if unit_text(atom.text) not in self.units:
            points -= 2.5
        if atom.text.startswith("(") and not self.brackets:
            points -= 2.5
        return points


def _size(value: Decimal) -> float:
    return log10(float(abs(value)) + 1.0)


def decimals_of(text: str) -> int:
    """Digits behind the comma, at most four."""
    _, _, tail = text.partition(",")
    return sum(map(str.isdecimal, tail[:4]))


@lru_cache(maxsize=REMEMBERED)
def unit_text(text: str) -> str:
    """The letters and percent signs of a cell."""
    return "".join(char for char in text.lower() if char.isalpha() or char == "%")
