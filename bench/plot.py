"""Line charts as SVG, without a library: panels below each other, one line a series, the x axis logarithmic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

WIDTH, HEIGHT, LEFT, TOP = 640, 300, 60, 40
COLOURS = ("#31688e", "#b3392f", "#2a7d4f", "#c98a1b", "#6b4c9a", "#6b7280")

Series = Mapping[str, Sequence[tuple[int, float]]]
"""Points of each line by its name."""


def plot(panels: Sequence[tuple[str, Series]]) -> str:
    """The panels, each a title and its lines; the y axis starts at 0, so that a flat line looks flat."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{len(panels) * HEIGHT}"'
        ' font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="white"/>'
    ]
    for number, (title, series) in enumerate(panels):
        parts += _panel(number * HEIGHT, title, series)
    return "".join([*parts, "</svg>\n"])


def _panel(offset: int, title: str, series: Series) -> list[str]:
    top, bottom = offset + TOP, offset + HEIGHT - 40
    counts = sorted({x for points in series.values() for x, _ in points})
    most = max(y for points in series.values() for _, y in points) * 1.1
    digits = 0 if most >= 10 else 1
    parts = [f'<text x="{LEFT}" y="{top - 16}" font-weight="bold">{title}</text>']
    for share in (0.0, 0.5, 1.0):
        y = bottom - share * (bottom - top)
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - 120}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{share * most:.{digits}f}</text>')
    for count in counts:
        parts.append(
            f'<text x="{_across(count, counts):.1f}" y="{bottom + 18}" text-anchor="middle">{count}</text>'
        )
    for number, (name, points) in enumerate(series.items()):
        colour = COLOURS[number % len(COLOURS)]
        dots = [(_across(x, counts), bottom - y / most * (bottom - top)) for x, y in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in dots]
        parts.append(f'<text x="{WIDTH - 110}" y="{top + 16 * number}" fill="{colour}">{name}</text>')
    return parts


def _across(count: int, counts: Sequence[int]) -> float:
    span = log(counts[-1] / counts[0]) or 1.0
    return LEFT + 20 + log(count / counts[0]) / span * (WIDTH - 160 - LEFT)
