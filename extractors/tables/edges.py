"""Where lines and the borders of filled areas part rows and columns of a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from schemas.document import Box, Page

_MOST_EDGES = 3_000
"""More borders than any table has: a drawing or a map, whose lines part nothing."""

_SHORT = 12.0
_ROOM = 60.0

NEAR = 2.5
"""Edges this many points apart are one."""


_START = itemgetter(1)


class Edge(NamedTuple):
    """A straight border: at ``at`` (x of a vertical one, y of a horizontal one), from ``start`` to ``end``."""

    at: float
    start: float
    end: float
    drawn: bool

    @property
    def length(self) -> float:
        """Its length in points."""
        return self.end - self.start


@dataclass(frozen=True)
class Edges:
    """All borders of a page, horizontal ones from top to bottom, vertical ones from left to right."""

    horizontal: tuple[Edge, ...]
    vertical: tuple[Edge, ...]
    fills: tuple[Box, ...]

    def rows_within(self, x0: float, x1: float, y0: float, y1: float, share: float = 0.5) -> list[float]:
        """Heights of horizontal borders that cover at least this share of the width, between two heights."""
        return _covering(self.horizontal, y0, y1, x0, x1, share)

    @cached_property
    def whole_rows(self) -> tuple[Edge, ...]:
        """The horizontal borders, sewn together where they are drawn cell by cell."""
        whole: list[Edge] = []
        for _, group in groupby(self.horizontal, key=lambda edge: round(edge[0] / NEAR)):
            first, *others = sorted(group, key=_START)
            at, start, end, drawn = first
            for edge in others:
                if edge[1] - end <= NEAR:
                    end, drawn = max(end, edge[2]), drawn or edge[3]
                else:
                    whole.append(Edge(at, start, end, drawn))
                    at, start, end, drawn = edge
            whole.append(Edge(at, start, end, drawn))
        return tuple(whole)

    def columns_within(self, x0: float, x1: float, y0: float, y1: float, share: float = 0.4) -> list[float]:
        """The x of vertical borders that cover at least this share of the height, between two x."""
        return _covering(self.vertical, x0, x1, y0, y1, share)

    def between(self, x0: float, x1: float) -> Edges:
        """The borders that stand between two x, with a little room for cells around the print."""
        left, right = x0 - _ROOM, x1 + _ROOM
        return Edges(
            tuple(
                edge
                for edge in self.horizontal
                if edge.start < x1 and edge.end > x0 and edge.length < 3 * (right - left)
            ),
            tuple(edge for edge in self.vertical if left <= edge.at <= right),
            tuple(fill for fill in self.fills if fill.x0 < x1 and fill.x1 > x0),
        )

    def wall_at(self, x: float, y: float) -> bool:
        """True where a vertical border passes this point."""
        for edge in self.vertical[bisect_left(self.vertical, (x - NEAR - 1,)) :]:
            at, start, end, _ = edge
            if at > x + NEAR + 1:
                break
            if abs(at - x) <= NEAR and start - 1 <= y <= end + 1:
                return True
        return False


def _covering(
    edges: tuple[Edge, ...], low: float, high: float, left: float, right: float, share: float
) -> list[float]:
    """Where borders between ``low`` and ``high`` cover at least this share of what lies between two sides."""
    found: list[tuple[float, float, float]] = []
    if left >= right:
        return []
    for at, start, end, _ in edges[bisect_left(edges, (low,)) :]:
        if at > high:
            break
        if end > left and start < right and start < end:
            found.append((at, start if start > left else left, end if end < right else right))
    if not found:
        return []
    least = share * (right - left)
    return [at for at, spans in _gathered(found) if _covered(spans) >= least]


def _gathered(found: list[tuple[float, float, float]]) -> Iterable[tuple[float, list[tuple[float, float]]]]:
    found.sort()
    group: list[tuple[float, float, float]] = []
    for entry in found:
        if group and entry[0] - group[-1][0] > NEAR:
            yield sum([e[0] for e in group]) / len(group), [e[1:] for e in group]
            group = []
        group.append(entry)
    if group:
        yield sum([e[0] for e in group]) / len(group), [e[1:] for e in group]


def _covered(spans: list[tuple[float, float]]) -> float:
    if len(spans) == 1:
        return spans[0][1] - spans[0][0]
    total, reach = 0.0, float("-inf")
    for start, end in sorted(spans):
        if end > reach:
            total += end - max(start, reach)
            reach = end
    return total


def edges_of(page: Page) -> Edges:
    """Rules, and the borders of filled areas that are no page backgrounds."""
    horizontal: list[Edge] = []
    vertical: list[Edge] = []
    for rule in page.rules:
        if rule.horizontal:
            horizontal.append(Edge((rule.y0 + rule.y1) / 2, rule.x0, rule.x1, True))
        else:
            vertical.append(Edge((rule.x0 + rule.x1) / 2, rule.y0, rule.y1, True))
    area = (page.width or 1.0) * (page.height or 1.0)
    fills = tuple(fill for fill in page.fills if fill.width * fill.height < 0.4 * area and fill.height < 300)
    for fill in fills:
        horizontal += [Edge(fill.y0, fill.x0, fill.x1, False), Edge(fill.y1, fill.x0, fill.x1, False)]
        vertical += [Edge(fill.x0, fill.y0, fill.y1, False), Edge(fill.x1, fill.y0, fill.y1, False)]
    if len(horizontal) + len(vertical) > _MOST_EDGES:
        horizontal = [edge for edge in horizontal if edge.length > _SHORT]
        vertical = [edge for edge in vertical if edge.length > _SHORT]
    if len(horizontal) + len(vertical) > _MOST_EDGES:
        return Edges((), (), ())
    return Edges(tuple(sorted(horizontal)), tuple(sorted(vertical)), fills)
