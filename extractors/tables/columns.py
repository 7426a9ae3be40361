"""The columns of a block: from drawn borders where they agree with the values, else from the values themselves."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from extractors.tables.blocks import Block
from extractors.tables.edges import Edges
from extractors.tables.words import Band, Chunk, Placed

ColumnKind = Literal["label", "data"]
_RIVER = 0.6
_NARROW_RIVER = 0.12
_ENOUGH_LINES = 3


@dataclass(slots=True)
class Column:
    """A column: its print reaches from ``x0`` to ``x1``; it owns everything between ``left`` and ``right``."""

    x0: float
    x1: float
    kind: ColumnKind
    left: float = 0.0
    right: float = 0.0


@dataclass(slots=True)
class Columns:
    """All columns of a block from left to right; ``drawn`` where borders gave them."""

    columns: list[Column]
    drawn: bool

    def at(self, x: float) -> int:
        """The column that owns this x."""
        for number, column in enumerate(self.columns):
            if x < column.right:
                return number
        return len(self.columns) - 1

    @property
    def walls(self) -> list[float]:
        """The x between columns."""
        return [column.right for column in self.columns[:-1]]


def columns_of(block: Block, bands: list[Band], heads: list[Band], edges: Edges) -> Columns:
    """The columns of the block: ``bands`` are those of its body, ``heads`` those above."""
    values = _value_columns(bands)
    drawn = _drawn_columns(block, values, bands, edges)
    if drawn is not None:
        return drawn
    texts = _text_columns(bands, values)
    columns = sorted([*values, *texts], key=lambda column: column.x0)
    columns = _with_empty_columns(columns, heads)
    _set_bounds(columns, block, heads)
    return Columns(columns, drawn=False)


def _value_columns(bands: list[Band]) -> list[Column]:
    """Values that stand below each other. Right edges part columns whose values overlap over the whole table."""
    chunks = sorted((chunk for band in bands for chunk in band.values), key=lambda c: (c.x0, c.x1))
    groups: list[list[Chunk]] = []
    reach = float("-inf")
    for chunk in chunks:
        if chunk.x0 < reach - 0.5 and groups:
            groups[-1].append(chunk)
            reach = max(reach, chunk.x1)
        else:
            groups.append([chunk])
            reach = chunk.x1
    columns = []
    beside = {id(chunk): number for number, band in enumerate(bands) for chunk in band.values}
    for group in groups:
        rows = [beside[id(chunk)] for chunk in group]
        parts = _by_right_edge(group) if len(set(rows)) < len(rows) else [group]
        columns += [Column(min(c.x0 for c in part), max(c.x1 for c in part), "data") for part in parts]
    return columns


def _by_right_edge(group: list[Chunk]) -> list[list[Chunk]]:
    parts: list[list[Chunk]] = []
    for chunk in sorted(group, key=lambda c: c.x1):
        if parts and chunk.x1 - parts[-1][-1].x1 <= 4:
            parts[-1].append(chunk)
        else:
            parts.append([chunk])
    return parts


def _drawn_columns(block: Block, values: list[Column], bands: list[Band], edges: Edges) -> Columns | None:
    """Columns between vertical borders; None where they do not part the values or cut through them."""
    top, bottom = bands[0].y0, bands[-1].y1
    walls = edges.columns_within(block.x0 - 4, block.x1 + 4, top, bottom, share=0.3)
    walls = [x for x in walls if not any(column.x0 + 1 < x < column.x1 - 1 for column in values)]
    inner = [x for x in walls if block.x0 + 4 < x < block.x1 - 4]
    if not inner:
        return None
    for left, right in itertools.pairwise(values):
        if not any(left.x1 - 1.5 <= x <= right.x0 + 1.5 for x in inner):
            return None
    labels = [c for band in bands for c in band.chunks if not c.numbers and c.x1 < values[0].x0]
    if labels and not any(x <= values[0].x0 + 1.5 for x in inner):
        return None
    bounds = sorted({block.x0 - 4, *inner, block.x1 + 4})
    columns = []
    placed = [((w[0] + w[2]) / 2, w) for band in bands for w in band.words]
    for left_x, right_x in itertools.pairwise(bounds):
        inside = [v for v in values if left_x - 1 <= (v.x0 + v.x1) / 2 <= right_x + 1]
        low, high, narrow = left_x - 1, right_x + 1, right_x - left_x < 12
        words = [w for middle, w in placed if low <= middle <= high] if narrow or not inside else []
        if narrow and not words:
            continue
        x0 = min((v.x0 for v in inside), default=min((w.x0 for w in words), default=left_x))
        x1 = max((v.x1 for v in inside), default=max((w.x1 for w in words), default=right_x))
        columns.append(Column(x0, x1, "data" if inside else "label", left_x, right_x))
    for before, after in itertools.pairwise(columns):
        after.left = before.right
    return Columns(columns, drawn=True)


def _text_columns(bands: list[Band], values: list[Column]) -> list[Column]:
    """Columns of text in the stretches that the columns of values leave free."""
    columns: list[Column] = []
    edges = [float("-inf"), *(x for v in values for x in (v.x0, v.x1)), float("inf")]
    valued = [bool(band.values) for band in bands]
    rows = sum(valued)
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        texts = [
            [
                w
                for chunk in band.chunks
                if not chunk.numbers and (has or chunk.x0 >= left)  # else a group over several columns
                for w in chunk.words
                if left < (w[0] + w[2]) / 2 < right
            ]
            for band, has in zip(bands, valued, strict=True)
        ]
        firm = [words for words, has in zip(texts, valued, strict=True) if words and (has or words[-1].x1 <= right)]
        if firm and sum(1 for words, has in zip(texts, valued, strict=True) if words and has) * 4 >= rows:
            columns += [Column(x0, x1, "label") for x0, x1 in _between_rivers(firm)]
    return columns


def _with_empty_columns(columns: list[Column], heads: list[Band]) -> list[Column]:
    """Adds the columns that have a head and no value: their heads stand between others on the lowest line."""
    if not heads:
        return columns
    first_value = min((c.x0 for c in columns if c.kind == "data"), default=float("inf"))
    found = []
    for chunk in heads[-1].chunks:
        clear = all(chunk.x1 < c.x0 - 2 or chunk.x0 > c.x1 + 2 for c in columns)
        if not clear or chunk.x0 < first_value:
            continue
        left = max((c.x1 for c in columns if c.x1 < chunk.x0), default=chunk.x0)
        right = min((c.x0 for c in columns if c.x0 > chunk.x1), default=float("inf"))
        others = [other for other in heads[-1].chunks if other is not chunk]
        beside = [
            column for column in columns if column.kind == "data" and (column.x1 == left or column.x0 == right)
        ]
        # a column beside it that no other head of the line stands over has this one for its own
        if others and beside and all(any(_over(other, [column]) for other in others) for column in beside):
            found.append(Column(chunk.x0, chunk.x1, "data"))
    return sorted([*columns, *found], key=lambda column: column.x0)


def _over(chunk: Chunk, columns: list[Column]) -> bool:
    return any(chunk.x0 < c.x1 and chunk.x1 > c.x0 for c in columns if c.kind == "data")


def _between_rivers(lines: list[list[Placed]]) -> list[tuple[float, float]]:
    """Stretches of print that no white river parts: x that no word of any line crosses."""
    words = sorted((w.x0, w.x1, w.size) for line in lines for w in line)
    stretches: list[list[float]] = []
    size = max((w[2] for w in words), default=10.0)
    crossing = [line for line in lines if len(line) > 1]
    for x0, x1, _ in words:
        gap = x0 - stretches[-1][1] if stretches else 0.0
        if stretches and (
            gap <= _NARROW_RIVER * size or (gap <= _RIVER * size and not _parts(crossing, stretches[-1][1], x0))
        ):
            stretches[-1][1] = max(stretches[-1][1], x1)
        else:
            stretches.append([x0, x1])
    return [(x0, x1) for x0, x1 in stretches]


def _parts(lines: list[list[Placed]], left: float, right: float) -> bool:
    """A narrow river counts where in many lines more than a space stands between the words on its sides."""
    both = wide = 0
    for line in lines:
        before = [w.x1 for w in line if w.x1 <= left + 0.5]
        after = [w.x0 for w in line if w.x0 >= right - 0.5]
        if before and after:
            both += 1
            wide += min(after) - max(before) > _RIVER * line[0].size
    return wide >= _ENOUGH_LINES and 2 * wide >= both


def continued(columns: Columns, block: Block, bands: list[Band], heads: list[Band]) -> Columns:
    """The columns of a table as its next part has them: wider where its print is, with borders drawn anew."""
    if columns.drawn:
        return columns
    wider = [replace(column) for column in columns.columns]
    for band in bands:
        for chunk in band.chunks:
            column = wider[columns.at(chunk.centre if chunk.numbers else chunk.x0 + 1)]
            if chunk.numbers and column.kind == "data":
                column.x0, column.x1 = min(column.x0, chunk.x0), max(column.x1, chunk.x1)
    for band in bands:
        for chunk in band.chunks:
            number = columns.at(chunk.x0 + 1)
            limit = wider[number + 1].x0 if number + 1 < len(wider) else chunk.x1
            if not chunk.numbers and wider[number].kind == "label" and band.values:
                wider[number].x1 = max(wider[number].x1, min(chunk.x1, limit - 1))
    _set_bounds(wider, block, heads)
    return Columns(wider, drawn=False)


def _set_bounds(columns: list[Column], block: Block, heads: list[Band]) -> None:
    """Draws the borders between neighbouring columns where the fewest words of the heads cross."""
    columns[0].left, columns[-1].right = block.x0 - 4, block.x1 + 4
    own = _full_line(columns, heads)
    for number, (left, right) in enumerate(itertools.pairwise(columns)):
        low, high = left.x1, right.x0
        if number in own and number + 1 in own:
            low, high = max(low, own[number].x1), min(high, own[number + 1].x0)
        x = best_border(low, high, heads)
        left.right = right.left = x


def _full_line(columns: list[Column], heads: list[Band]) -> dict[int, Chunk]:
    """The head of each column of values where the lowest line of heads has one for every column, between the print
    of its neighbours: each stands over its own then, however far beside its values. Empty where it has not."""
    data = [number for number, column in enumerate(columns) if column.kind == "data"]
    if not heads or len(data) < 2 or data != list(range(data[0], len(columns))):
        return {}
    chunks = heads[-1].chunks[-len(data) :]
    others = heads[-1].chunks[: -len(data)]
    if len(chunks) < len(data) or len(others) > data[0] or any(c.x1 > columns[data[0]].x0 for c in others):
        return {}
    own = dict(zip(data, chunks, strict=True))
    for number, chunk in own.items():
        after = columns[number + 1].x0 if number + 1 < len(columns) else float("inf")
        if chunk.x1 >= after or (number and chunk.x0 <= columns[number - 1].x1):
            return {}
    return own


def best_border(low: float, high: float, heads: Iterable[Band]) -> float:
    """The x between two columns that crosses no word of the heads, or the fewest, in the widest common gap."""
    if high <= low:
        return (low + high) / 2
    lines = [band.words for band in heads]
    edges = [x for line in lines for w in line for x in (w[0], w[2]) if low < x < high]
    marks = sorted({low, high, *edges})
    best: tuple[float, float, float] | None = None
    for start, end in itertools.pairwise(marks):
        if end - start < 0.2:
            continue
        middle = (start + end) / 2
        cost = 0.0
        for line in lines:
            before = [w.x1 for w in line if w.x1 <= middle]
            after = [w.x0 for w in line if w.x0 >= middle]
            if len(before) + len(after) < len(line):
                cost += 3.0
            elif before and after:
                cost += max(0.0, 1.0 - (min(after) - max(before)) / (0.6 * line[0].size))
        key = (round(cost, 2), -(end - start), start)
        if best is None or key < best:
            best = key
            chosen = middle
    return chosen if best is not None else (low + high) / 2
