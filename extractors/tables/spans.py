"""How far heads reach: which columns a spanning head stands over, by walls, rules, lower heads and place."""

from __future__ import annotations

from collections.abc import Callable

from extractors.tables.columns import Columns
from extractors.tables.edges import Edges
from extractors.tables.head import Head
from extractors.tables.words import Band, Placed

ALIGNED = 2.0
"""Print this many points from an edge or a middle stands at it."""

_MOST_COLUMNS = 40
_WRAPPED = 0.45
"""White between two lines of one head, in sizes."""

_ALONE = 4.0
"""Misfit in points of a head that is said to stand over the one column it fits."""


def spread(pieces: list[Head], lower: list[Band], columns: Columns, edges: Edges) -> None:
    """Widens heads over the columns beside them where borders, a rule below or their own place say so."""
    loose: list[Head] = []
    for number, head in enumerate(pieces):
        left_limit = pieces[number - 1].last + 1 if number else 0
        right_limit = pieces[number + 1].first - 1 if number + 1 < len(pieces) else len(columns.columns) - 1
        if columns.drawn and _spread_to_walls(head, left_limit, right_limit, columns, edges):
            continue
        if not columns.drawn:
            _off_the_labels(head, right_limit, columns)
        if columns.columns[head.first].kind != "data" or not lower:
            continue
        if _spread_over_rule(head, left_limit, right_limit, columns, edges) or columns.drawn:
            continue
        head.alone = not head.spans and _fits_its_column(head, columns, lower)
        if not head.alone or _apart(head, columns, lower):
            loose.append(head)
    if loose:
        _spread_by_place(loose, pieces, columns, lower)


def spread_over_cycle(pieces: list[Head], lower: list[Band], columns: Columns) -> bool:
    """Heads that stand over as many runs of columns as there are of them, where every run has the same lower heads:
    ``Kvinder | Mænd | Kvinder | Mænd``. False where print does not say so."""
    data = [n for n, column in enumerate(columns.columns) if column.kind == "data"]
    over = [head for head in pieces if head.last >= data[0]] if data else []
    if len(over) < 2 or len(data) % len(over) or not lower:
        return False
    step = len(data) // len(over)
    texts = {n: [w.text for band in lower for w in band.words if _owned(w, n, columns)] for n in data}
    leaves = [texts[n] for n in data]
    if step < 2 or not all(leaves) or leaves != leaves[:step] * len(over):
        return False
    runs = [(data[at], data[at + step - 1]) for at in range(0, len(data), step)]
    middles = [(head.words[0].x0 + head.words[-1].x1) / 2 for head in over]
    if not all(a <= columns.at(middle) <= b for middle, (a, b) in zip(middles, runs, strict=True)):
        return False
    for head, (first, last) in zip(over, runs, strict=True):
        head.first, head.last = first, last
    return True


def _off_the_labels(head: Head, right_limit: int, columns: Columns) -> None:
    """A head that stands right of all labels, in the white before the first values, is one of the values' heads."""
    column = columns.columns[head.first]
    following = head.first + 1
    if column.kind != "label" or following > right_limit or columns.columns[following].kind != "data":
        return
    if head.words[0].x0 > column.x1 + head.words[0].size:
        head.first, head.last = following, max(following, head.last)


def _spread_to_walls(head: Head, left_limit: int, right_limit: int, columns: Columns, edges: Edges) -> bool:
    """In a drawn table a cell reaches to the next wall at its height; True where walls stand on both sides."""
    y = (head.y0 + head.y1) / 2
    cells = columns.columns
    first, last = head.first, head.last
    while last < right_limit and not edges.wall_at(cells[last].right, y):
        last += 1
    while first > left_limit and not edges.wall_at(cells[first].left, y):
        first -= 1
    walls = edges.wall_at(cells[first].left, y), edges.wall_at(cells[last].right, y)
    if any(walls):
        head.first, head.last = first, last
    return all(walls)


def _spread_over_rule(head: Head, left_limit: int, right_limit: int, columns: Columns, edges: Edges) -> bool:
    """A short rule right below a head tells how far it reaches."""
    size = head.words[0].size
    for edge in edges.horizontal:
        if not head.y1 - 3 <= edge.at <= head.y1 + 0.8 * size or not edge.drawn:
            continue
        x0, x1 = head.words[0].x0, head.words[-1].x1
        if edge.start > x0 + 2 or edge.end < x1 - 2:
            continue
        covered = [
            number
            for number, column in enumerate(columns.columns)
            if edge.start - 2 <= (column.x0 + column.x1) / 2 <= edge.end + 2 and column.kind == "data"
        ]
        if covered and not left_limit <= covered[0] <= covered[-1] <= right_limit:
            continue  # a rule below the heads beside this one as well parts rows, and tells of none of them
        if len(covered) >= 2 and len(covered) < sum(c.kind == "data" for c in columns.columns) + (
            edge.start > columns.columns[0].left + 10
        ):
            head.first = min(covered[0], head.first)
            head.last = max(covered[-1], head.last)
            return True
    return False


def _fits_its_column(head: Head, columns: Columns, lower: list[Band]) -> bool:
    """True where a head ends or begins where its column does, or stands in the middle of a centred column."""
    column = columns.columns[head.first]
    x0, x1 = head.words[0].x0, head.words[-1].x1
    leaf = [w for band in lower for w in band.words if _owned(w, head.first, columns)]
    if not leaf:
        return True
    right_edge, left_edge = max(w.x1 for w in leaf), min(w.x0 for w in leaf)
    if min(abs(x1 - column.x1), abs(x1 - right_edge)) <= ALIGNED:
        return True
    if _right_aligned(columns, lower):
        return False
    middle = (left_edge + right_edge) / 2
    return min(abs(x0 - column.x0), abs(x0 - left_edge), abs((x0 + x1) / 2 - middle)) <= ALIGNED


def _apart(head: Head, columns: Columns, lower: list[Band]) -> bool:
    """True where more white than between wrapped lines parts a head from the one below it: a row of its own."""
    below = [w.y0 for band in lower for w in band.words if _owned(w, head.first, columns)]
    return bool(below) and min(below) - head.y1 > _WRAPPED * head.words[0].size


def _spread_by_place(loose: list[Head], pieces: list[Head], columns: Columns, lower: list[Band]) -> None:
    """Ranges of columns with heads of their own for all spanning heads of a band together: either all stand in the
    middle of their columns, or all begin where their first column begins; the smaller misfit decides."""
    filled = {columns.at((w.x0 + w.x1) / 2) for band in lower for w in band.words}
    taken = {
        col
        for head in pieces
        if not any(head is other for other in loose)
        for col in range(head.first, head.last + 1)
    }
    free = [n for n, c in enumerate(columns.columns) if c.kind == "data" and n in filled and n not in taken]
    if len(free) > _MOST_COLUMNS:
        return
    cells = {n: _cell(columns, n, lower) for n in free}
    centred = _best_ranges(loose, free, cells, _middle_misfit)
    left = _best_ranges(loose, free, cells, _left_misfit)
    if centred is None and left is None:
        return
    if left is None or (centred is not None and centred[0] <= left[0] + 3 * len(loose)):
        chosen = centred
    else:
        chosen = (left[0], _stretched(left[1], free))
    if chosen is not None:
        for head, (first, last) in zip(loose, chosen[1], strict=True):
            head.first, head.last = first, last


Cells = dict[int, tuple[float, float]]


def _middle_misfit(head: Head, first: int, last: int, cells: Cells) -> float:
    middle = (cells[first][0] + cells[last][1]) / 2
    # of ranges with nearly the same middle the widest is meant
    return abs((head.words[0].x0 + head.words[-1].x1) / 2 - middle) - 0.5 * (last - first)


def _left_misfit(head: Head, first: int, last: int, cells: Cells) -> float:
    return abs(head.words[0].x0 - cells[first][0]) + (0.0 if last > first else 1.0)


def _best_ranges(
    heads: list[Head], free: list[int], cells: Cells, misfit: Callable[[Head, int, int, Cells], float]
) -> tuple[float, list[tuple[int, int]]] | None:
    """The ranges from left to right with the smallest sum of misfits; None where they do not fit in."""
    best: dict[int, tuple[float, list[tuple[int, int]]]] = {-1: (0.0, [])}
    for head in heads:
        following: dict[int, tuple[float, list[tuple[int, int]]]] = {}
        for end, (cost, ranges) in best.items():
            for at, first in enumerate(free):
                if first <= end:
                    continue
                for step, last in enumerate(free[at:]):
                    if last - first != step:
                        break
                    if last < head.first or first > head.last or (last == first and not head.alone):
                        continue
                    total = cost + (_ALONE if last == first else misfit(head, first, last, cells))
                    if last not in following or total < following[last][0]:
                        following[last] = (total, [*ranges, (first, last)])
        best = following
    return min(best.values(), key=lambda entry: entry[0]) if best else None


def _stretched(ranges: list[tuple[int, int]], free: list[int]) -> list[tuple[int, int]]:
    """Left-aligned heads reach to the next one."""
    result = []
    for number, (first, last) in enumerate(ranges):
        limit = ranges[number + 1][0] - 1 if number + 1 < len(ranges) else free[-1]
        while last + 1 <= limit and last + 1 in free:
            last += 1
        result.append((first, last))
    return result


def _cell(columns: Columns, number: int, lower: list[Band]) -> tuple[float, float]:
    """Where the cell of a column may begin and end, from the print of its neighbours."""
    column = columns.columns[number]
    leaf = [w for band in lower for w in band.words if _owned(w, number, columns)]
    x0, x1 = min([column.x0, *(w.x0 for w in leaf)]), max([column.x1, *(w.x1 for w in leaf)])
    if _right_aligned(columns, lower):
        return min(_cell_left(columns, number), x0), x1
    left, right = min(x0, column.left + 2), max(x1, column.right - 2)
    if leaf and number and columns.columns[number - 1].kind == "label":
        # the white beside the labels belongs to nobody: a centred head has as much room left of it as right of it
        middle = (min(w.x0 for w in leaf) + max(w.x1 for w in leaf)) / 2
        left = max(left, min(x0, 2 * middle - right))
    return left, right


def _owned(word: Placed, number: int, columns: Columns) -> bool:
    return columns.at((word.x0 + word.x1) / 2) == number


def _right_aligned(columns: Columns, lower: list[Band]) -> bool:
    """True where the heads below end where the values of their columns end."""
    words = [w for band in lower for w in band.words]
    data = [(number, column) for number, column in enumerate(columns.columns) if column.kind == "data"]
    hits = sum(any(abs(w.x1 - column.x1) <= ALIGNED for w in words) for _, column in data)
    return 2 * hits >= sum(any(_owned(w, number, columns) for w in words) for number, _ in data) > 0


def _cell_left(columns: Columns, number: int) -> float:
    """Where the cell of a column of right-aligned values may begin: as wide as its neighbour's."""
    cells = columns.columns
    if number > 0 and cells[number - 1].kind == "data":
        return cells[number - 1].x1
    if number + 1 < len(cells):
        return max(cells[number].left, cells[number].x1 - (cells[number + 1].x1 - cells[number].x1))
    return cells[number].left
