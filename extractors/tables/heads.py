"""The heads of a block: which print stands over which columns, in one level or several, upright or turned."""

from __future__ import annotations

from extractors.tables.columns import Columns
from extractors.tables.edges import Edges
from extractors.tables.head import Head, sewn
from extractors.tables.spans import ALIGNED, spread, spread_over_cycle
from extractors.tables.words import Band, Chunk, Turned, chunks_of


def heads_of(bands: list[Band], turned: list[Turned], columns: Columns, edges: Edges) -> list[list[Head]]:
    """Heads by level, outermost first; every level holds heads from left to right. The last level holds one head a
    column at most; the ones above span columns."""
    spanning: list[Head] = []
    single: dict[int, list[Head]] = {}
    for number, band in enumerate(bands):
        lower = bands[number + 1 :]
        pieces = [_placed(chunk, columns, band) for chunk in _pieces(band, columns, edges)]
        if columns.drawn or not spread_over_cycle(pieces, lower, columns):
            spread(pieces, lower, columns, edges)
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
    """The chunks of a band of heads, parted where a border stands, or where both parts fit their own columns and no
    borders stand at that height."""
    y = band.middle
    walls = [x for x in columns.walls if columns.drawn and edges.wall_at(x, y)]
    pieces: list[Chunk] = []
    for chunk in chunks_of(band.words, walls):
        pieces += [chunk] if walls else _split(chunk, columns)
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
            at_right_edges = abs(gap_left - left.x1) <= ALIGNED and (
                len({columns.at(end - 1), at + 1}) > 1 or abs(end - right.x1) <= ALIGNED
            )
            at_left_edges = abs(gap_right - right.x0) <= ALIGNED and abs(start - left.x0) <= ALIGNED
            centred = abs((start + gap_left) / 2 - (left.x0 + left.x1) / 2) <= ALIGNED and (
                abs((gap_right + end) / 2 - (right.x0 + right.x1) / 2) <= ALIGNED
            )
            if _goes_on(words[0].text, words[number].text):
                continue
            between = abs(gap_left - left.x1) <= ALIGNED and abs(gap_right - right.x0) <= ALIGNED
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
        if first + 1 == last and columns.columns[first].kind == "data":
            own = columns.columns[last]
            if chunk.x0 > columns.columns[first].x1 + 2 and abs(chunk.x1 - own.x1) <= ALIGNED:
                first = last  # it ends where its values end, and stands over none of those beside them
        if first < last:
            beside_labels = columns.columns[first].kind == "label" and columns.columns[first + 1].kind == "data"
            if beside_labels and (abs(chunk.x1 - columns.columns[last].x1) <= ALIGNED or first + 1 < last):
                first += 1  # it hangs over from its column to the left, into the white beside the labels
    return Head(first, last, band.y0, band.y1, list(chunk.words), chunk.text, chunk.words[0].line)


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
