"""The heads of a block: which print stands over which columns, in one level or several, upright or turned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractors.hyphens import seam
from extractors.tables.columns import Columns
from extractors.tables.edges import Edges
from extractors.tables.words import Band, Chunk, Placed, Turned, chunks_of

_ALIGNED = 2.0
"""Print this many points from an edge or a middle stands at it."""

_MOST_COLUMNS = 40
_WRAPPED = 0.45
"""White between two lines of one head, in sizes."""

_ALONE = 4.0
"""Misfit in points of a head that is said to stand over the one column it fits."""


@dataclass(slots=True)
class Head:
    """A piece of print over columns ``first`` to ``last``, in one or more lines. ``alone``: it fits one column."""

    first: int
    last: int
    y0: float
    y1: float
    words: list[Placed]
    text: str
    line: int
    alone: bool = False

    @property
    def spans(self) -> bool:
        """True where it stands over more than one column."""
        return self.last > self.first


def sewn(lines: list[str]) -> str:
    """Printed lines of one cell as one text, hyphens at line ends resolved."""
    text = ""
    for line in lines:
        line = line.strip()
        if not text:
            text = line
        elif line:
            join = seam(text, line)
            text = text[: len(text) - join.drop] + join.glue + line
    return text


def heads_of(bands: list[Band], turned: list[Turned], columns: Columns, edges: Edges) -> list[list[Head]]:
    """Heads by level, outermost first; every level holds heads from left to right. The last level holds one head a
    column at most; the ones above span columns."""
    spanning: list[Head] = []
    single: dict[int, list[Head]] = {}
    for number, band in enumerate(bands):
        lower = bands[number + 1 :]
        pieces = [_placed(chunk, columns, band) for chunk in _pieces(band, columns, edges)]
        _spread(pieces, lower, columns, edges)
        for head in pieces:
            if head.spans:
                spanning.append(head)
            else:
                single.setdefault(head.first, []).append(head)
    for head in _turned_heads(turned, columns, set(single)):
        single.setdefault(head.first, []).append(head)
    spanning = _joined(spanning)
    leaves = []
    for col in sorted(single):
        parts = sorted(single[col], key=lambda head: (head.y0, head.words[0].x0 if head.words else 0.0))
        leaves.append(_merged(parts))
    levels = _levels(spanning)
    return [*levels, leaves] if leaves else levels


def _pieces(band: Band, columns: Columns, edges: Edges) -> list[Chunk]:
    """The chunks of a band of heads, parted where a border stands or where both parts fit their own columns."""
    y = band.middle
    walls = [x for x in columns.walls if columns.drawn and edges.wall_at(x, y)]
    pieces: list[Chunk] = []
    for chunk in chunks_of(band.words, walls):
        pieces += _split(chunk, columns)
    return pieces


def _split(chunk: Chunk, columns: Columns) -> list[Chunk]:
    words = chunk.words
    for number in range(1, len(words)):
        gap_left, gap_right = words[number - 1].x1, words[number].x0
        for at, wall in enumerate(columns.walls):
            if not gap_left - 0.5 <= wall <= gap_right + 0.5:
                continue
            left, right = columns.columns[at], columns.columns[at + 1]
            end, start = words[-1].x1, words[0].x0
            at_right_edges = abs(gap_left - left.x1) <= _ALIGNED and (
                len({columns.at(end - 1), at + 1}) > 1 or abs(end - right.x1) <= _ALIGNED
            )
            at_left_edges = abs(gap_right - right.x0) <= _ALIGNED and abs(start - left.x0) <= _ALIGNED
            centred = abs((start + gap_left) / 2 - (left.x0 + left.x1) / 2) <= _ALIGNED and (
                abs((gap_right + end) / 2 - (right.x0 + right.x1) / 2) <= _ALIGNED
            )
            if _goes_on(words[0].text, words[number].text):
                continue
            between = abs(gap_left - left.x1) <= _ALIGNED and abs(gap_right - right.x0) <= _ALIGNED
            if at_right_edges or at_left_edges or centred or between or left.kind == "label":
                return [Chunk(words[:number]), *_split(Chunk(words[number:]), columns)]
    return [chunk]


def _goes_on(first: str, word: str) -> bool:
    """True where a small letter tells that a word goes on with a head that began with a capital."""
    return first[:1].isupper() and word[:1].islower()


def _placed(chunk: Chunk, columns: Columns, band: Band) -> Head:
    """The columns that a piece of print reaches over."""
    first, last = columns.at(chunk.x0 + 1), columns.at(chunk.x1 - 1)
    if first != last:
        left, right = columns.columns[first], columns.columns[last]
        if left.right - chunk.x0 < 0.25 * (chunk.x1 - chunk.x0) and left.right - chunk.x0 < 6:
            first += 1
        if first < last and chunk.x1 - right.left < 0.25 * (chunk.x1 - chunk.x0) and chunk.x1 - right.left < 6:
            last -= 1
        beside_labels = columns.columns[first].kind == "label" and columns.columns[first + 1].kind == "data"
        fits = abs(chunk.x1 - columns.columns[last].x1) <= _ALIGNED or first + 1 < last
        if first < last and beside_labels and fits:
            first += 1  # it hangs over from its column to the left, into the white beside the labels
    return Head(first, last, band.y0, band.y1, list(chunk.words), chunk.text, chunk.words[0].line)


def _spread(pieces: list[Head], lower: list[Band], columns: Columns, edges: Edges) -> None:
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
        if len(covered) >= 2 and len(covered) < sum(c.kind == "data" for c in columns.columns) + (
            edge.start > columns.columns[0].left + 10
        ):
            head.first = max(left_limit, min(covered[0], head.first))
            head.last = min(right_limit, max(covered[-1], head.last))
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
    if min(abs(x1 - column.x1), abs(x1 - right_edge)) <= _ALIGNED:
        return True
    if _right_aligned(columns, lower):
        return False
    middle = (left_edge + right_edge) / 2
    return min(abs(x0 - column.x0), abs(x0 - left_edge), abs((x0 + x1) / 2 - middle)) <= _ALIGNED


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
    return min(x0, column.left + 2), max(x1, column.right - 2)


def _owned(word: Placed, number: int, columns: Columns) -> bool:
    return columns.at((word.x0 + word.x1) / 2) == number


def _right_aligned(columns: Columns, lower: list[Band]) -> bool:
    """True where the heads below end where the values of their columns end."""
    hits = sum(
        1
        for column in columns.columns
        if column.kind == "data" and any(abs(w.x1 - column.x1) <= _ALIGNED for band in lower for w in band.words)
    )
    return 2 * hits >= sum(column.kind == "data" for column in columns.columns)


def _cell_left(columns: Columns, number: int) -> float:
    """Where the cell of a column of right-aligned values may begin: as wide as its neighbour's."""
    cells = columns.columns
    if number > 0 and cells[number - 1].kind == "data":
        return cells[number - 1].x1
    if number + 1 < len(cells):
        return max(cells[number].left, cells[number].x1 - (cells[number + 1].x1 - cells[number].x1))
    return cells[number].left


def _turned_heads(turned: list[Turned], columns: Columns, taken: set[int]) -> list[Head]:
    """Turned lines beside each other form one head. As many heads as columns of values without one stand over them
    in order, else each over the column whose values are nearest."""
    groups: list[list[Turned]] = []
    for line in sorted(turned, key=lambda t: t.x0):
        if (
            groups
            and line.x0 - groups[-1][-1].x1 <= 0.6 * (line.x1 - line.x0)
            and (
                not columns.drawn
                or columns.at((line.x0 + line.x1) / 2) == columns.at((groups[-1][0].x0 + groups[-1][0].x1) / 2)
            )
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    data = [n for n, c in enumerate(columns.columns) if c.kind == "data"]
    free = [n for n in data if n not in taken]
    in_order = free if len(free) == len(groups) and not columns.drawn else None
    heads = []
    for number, group in enumerate(groups):
        ordered = group if group[0].angle == 90 else group[::-1]
        col = columns.at((group[0].x0 + group[-1].x1) / 2)
        if in_order is not None:
            col = in_order[number]
        elif not columns.drawn:
            col = min(data, key=lambda n: _distance(columns.columns[n].x0, columns.columns[n].x1, group))
        text = sewn([line.text for line in ordered])
        y0, y1 = min(t.y0 for t in group), max(t.y1 for t in group)
        heads.append(Head(col, col, y0, y1, [], text, group[0].line))
    return heads


def _distance(x0: float, x1: float, group: list[Turned]) -> float:
    middle = (x0 + x1) / 2
    left, right = group[0].x0, group[-1].x1
    return 0.0 if left <= middle <= right else min(abs(left - middle), abs(right - middle))


def _joined(heads: list[Head]) -> list[Head]:
    """Lines of one spanning head become one."""
    result: list[Head] = []
    for head in sorted(heads, key=lambda h: (h.y0, h.first)):
        above = next(
            (
                h
                for h in result
                if (h.first, h.last) == (head.first, head.last) and head.y0 - h.y1 < 0.5 * head.words[0].size
            ),
            None,
        )
        if above is not None:
            above.text, above.y1 = sewn([above.text, head.text]), head.y1
        else:
            result.append(head)
    return result


def _merged(parts: list[Head]) -> Head:
    first = parts[0]
    if len(parts) > 1:
        first.text = sewn([part.text for part in parts])
        first.y1 = max(part.y1 for part in parts)
    return first


def _levels(heads: list[Head]) -> list[list[Head]]:
    """Spanning heads by height: a head that stands below another one over the same columns is a level lower."""
    levels: list[list[Head]] = []
    for head in sorted(heads, key=lambda h: (h.y0, h.first)):
        at = 0
        for number, level in enumerate(levels):
            if any(h.first <= head.last and head.first <= h.last for h in level):
                at = number + 1
        if at == len(levels):
            levels.append([])
        levels[at].append(head)
    for level in levels:
        level.sort(key=lambda h: h.first)
    return levels
