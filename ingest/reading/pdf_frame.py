"""The page as it is seen: from PDF user space to points from the top left corner."""

from __future__ import annotations

from typing import NamedTuple


class Frame(NamedTuple):
    """The visible part of a page in user space (crop box within media box) and its clockwise rotation.

    ``rotation`` is 0, 90, 180 or 270 degrees.
    """

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0

    @property
    def width(self) -> float:
        """Width in points as seen."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """Height in points as seen."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space as seen, from the top left."""
        if self.rotation == 0:
            return x - self.left, self.top - y
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A rectangle of user space as seen: left, top, right, bottom."""
        if self.rotation == 0:
            ax, ay, bx, by = x0 - self.left, self.top - y0, x1 - self.left, self.top - y1
        else:
            (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
