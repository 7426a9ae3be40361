"""The heads of a block: which print stands over which columns, in one level or several, upright or turned."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.hyphens import seam
from extractors.tables.columns import Columns
from extractors.tables.edges import Edges
from extractors.tables.words import Band, Chunk, Placed, Turned, chunks_of

_ALIGNED = 2.0


@dataclass(slots=True)
class Head:
    """A piece of print over columns ``first`` to ``last``, in one or more lines."""

    first: int
    last: int
    y0: float
    y1: float
    words: list[Placed]
    text: str
    line: int

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
        pieces = [_placed(chunk, columns, edges, band) for chunk in _pieces(band, columns, edges)]
        for head in _spread(pieces, lower, columns, edges, band):
            if head.spans:
                spanning.append(head)
            else:
                single.setdefault(head.first, []).append(head)
    for head in _turned_heads(turned, columns):
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
            if at_right_edges or at_left_edges or centred or left.kind == "label":
                return [Chunk(words[:number]), *_split(Chunk(words[number:]), columns)]
    return [chunk]


def _placed(chunk: Chunk, columns: Columns, edges: Edges, band: Band) -> Head:
    """The columns that a piece of print reaches over."""
    first, last = columns.at(chunk.x0 + 1), columns.at(chunk.x1 - 1)
    if first != last:
        left, right = columns.columns[first], columns.columns[last]
        if left.right - chunk.x0 < 0.25 * (chunk.x1 - chunk.x0) and left.right - chunk.x0 < 6:
            first += 1
        if first < last and chunk.x1 - right.left < 0.25 * (chunk.x1 - chunk.x0) and chunk.x1 - right.left < 6:
            last -= 1
        if columns.columns[first].kind == "label" and first < last and columns.columns[first + 1].kind == "data":
            # a head that hangs over from its column to the left, into the white beside the labels
            if abs(chunk.x1 - columns.columns[last].x1) <= _ALIGNED or first + 1 < last:
                first += 1
    return Head(first, last, band.y0, band.y1, list(chunk.words), chunk.text, chunk.words[0].line)


def _spread(
    pieces: list[Head], lower: list[Band], columns: Columns, edges: Edges, band: Band
) -> list[Head]:
    """Widens heads over the columns beside them where borders, a rule below or their own place say so."""
    for number, head in enumerate(pieces):
        left_limit = pieces[number - 1].last + 1 if number else 0
        right_limit = pieces[number + 1].first - 1 if number + 1 < len(pieces) else len(columns.columns) - 1
        if columns.drawn:
            _spread_to_walls(head, left_limit, right_limit, columns, edges)
        if columns.columns[head.first].kind != "data" or not lower:
            continue
        if _spread_over_rule(head, left_limit, right_limit, columns, edges) or columns.drawn:
            continue
        _spread_by_place(head, left_limit, right_limit, columns, lower)
    return pieces


def _spread_to_walls(head: Head, left_limit: int, right_limit: int, columns: Columns, edges: Edges) -> None:
    """In a drawn table a cell reaches to the next wall at its height."""
    y = (head.y0 + head.y1) / 2
    cells = columns.columns
    first, last = head.first, head.last
    while last < right_limit and not edges.wall_at(cells[last].right, y):
        last += 1
    while first > left_limit and not edges.wall_at(cells[first].left, y):
        first -= 1
    if edges.wall_at(cells[first].left, y) or edges.wall_at(cells[last].right, y):
        head.first, head.last = first, last


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


def _spread_by_place(head: Head, left_limit: int, right_limit: int, columns: Columns, lower: list[Band]) -> None:
    """A head that fits neither edge of its column nor its middle stands over several: those whose middle is nearest."""
    if head.spans:
        return _spread_from(head, left_limit, right_limit, columns, lower)
    column = columns.columns[head.first]
    x0, x1 = head.words[0].x0, head.words[-1].x1
    leaf = [
        w for band in lower for w in band.words if columns.at((w.x0 + w.x1) / 2) == head.first
    ]
    right_edge = max([column.x1, *(w.x1 for w in leaf)])
    left_edge = min([column.x0, *(w.x0 for w in leaf)])
    aligned = abs(x1 - column.x1) <= _ALIGNED or abs(x1 - right_edge) <= _ALIGNED
    aligned = aligned or abs(x0 - column.x0) <= _ALIGNED or abs(x0 - left_edge) <= _ALIGNED
    if aligned or not leaf:
        return
    if abs((x0 + x1) / 2 - (left_edge + right_edge) / 2) <= _ALIGNED and not _right_aligned(columns, lower):
        return
    _spread_from(head, left_limit, right_limit, columns, lower)


def _spread_from(head: Head, left_limit: int, right_limit: int, columns: Columns, lower: list[Band]) -> None:
    """Widens a head to the columns with heads of their own whose common middle is nearest to its own."""
    x0, x1 = head.words[0].x0, head.words[-1].x1
    filled = {columns.at((w.x0 + w.x1) / 2) for band in lower for w in band.words}
    first_data = min(n for n, c in enumerate(columns.columns) if c.kind == "data")
    lows = [n for n in range(max(left_limit, first_data), head.first + 1)]
    highs = [n for n in range(head.last, right_limit + 1)]
    found: list[tuple[float, int, int]] = []
    for low in lows:
        for high in highs:
            inside = range(low, high + 1)
            if high > low and all(n in filled and columns.columns[n].kind == "data" for n in inside):
                left = min([_cell_left(columns, low), *(w.x0 for b in lower for w in b.words if _owned(w, low, columns))])
                middle = (left + columns.columns[high].x1) / 2
                found.append((abs((x0 + x1) / 2 - middle), low, high))
    if found:
        nearest = min(found)[0]
        spacing = (columns.columns[-1].x1 - columns.columns[first_data].x1) / max(1, len(columns.columns) - 1 - first_data)
        near = [entry for entry in found if entry[0] <= nearest + max(4.0, 0.1 * spacing)]
        _, head.first, head.last = max(near, key=lambda entry: (entry[2] - entry[1], -entry[0]))


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


def _turned_heads(turned: list[Turned], columns: Columns) -> list[Head]:
    """Turned lines beside each other form one head, over the column whose values are nearest."""
    groups: list[list[Turned]] = []
    for line in sorted(turned, key=lambda t: t.x0):
        if groups and line.x0 - groups[-1][-1].x1 <= 0.6 * (line.x1 - line.x0) and (
            not columns.drawn or columns.at((line.x0 + line.x1) / 2) == columns.at((groups[-1][0].x0 + groups[-1][0].x1) / 2)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    heads = []
    for group in groups:
        ordered = group if group[0].angle == 90 else group[::-1]
        middle = (group[0].x0 + group[-1].x1) / 2
        col = columns.at(middle)
        if not columns.drawn:
            data = [n for n, c in enumerate(columns.columns) if c.kind == "data"]
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
            (h for h in result if (h.first, h.last) == (head.first, head.last) and head.y0 - h.y1 < 0.5 * head.words[0].size),
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
