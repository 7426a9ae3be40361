"""What is drawn on a page: rules, filled areas and pictures, from path and image objects."""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import pairwise, repeat

import pypdfium2.raw as raw

from ingest.reading import pdf_library as pdfium
from ingest.reading.pdf_frame import Frame
from ingest.reading.pdf_styles import WHITE
from schemas.document import Box, Rule

MOST_OBJECTS = 50_000
"""Objects looked at on one page; what comes after is reported as cut."""
MOST_SEGMENTS = 200_000
"""Segments of paths looked at on one page."""
DEEPEST = 8
"""Forms inside forms."""
THIN = 2.0
"""Filled areas up to this many points thick are rules."""
SHORT = 4.0
"""Rules shorter than this many points are dots and dashes."""
FLAT = 3.0
"""Filled areas lower than this many points are no bands."""
COVERING = 4.0
"""Areas and pictures lower or narrower than this many points cover no text."""
COVERS_PAGE = 0.6
"""From this share of the page on, an area or picture is the page's own ground and covers nothing."""
MOST_COVERED = 2_000_000
"""Covering areas times texts that are held against each other on one page."""
LARGE = 20.0
"""Pictures smaller than this many points in either direction are ornaments."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass
class Drawings:
    """What is drawn on a page as seen, in the order it is painted.

    ``painted`` are the boxes of all areas filled with a colour, of whatever form, and of all pictures;
    ``picture_area`` sums up all pictures, also the strips that scans are cut into, in square points; ``shaded``
    says that there are gradients, ``cut`` that there was more than is looked at. ``rounds`` are the boxes of small
    filled shapes with curves or many corners: circles, ticks, parts of pictures. ``covers`` are opaque
    areas and pictures that reach over text that was painted before them.
    """

    rules: list[Rule] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    painted: list[Box] = field(default_factory=list)
    rounds: list[Box] = field(default_factory=list)
    covers: list[Box] = field(default_factory=list)
    picture_area: float = 0.0
    shaded: bool = False
    cut: bool = False


def read_drawings(page: int, frame: Frame, texts: Collection[int | None] = ()) -> Drawings:
    """Everything drawn on a page (a handle); ``texts`` are objects that are known to be text."""
    return _Reader(frame, texts).read(page)


class _Reader:
    def __init__(self, frame: Frame, known: Collection[int | None]) -> None:
        self.frame = frame
        self.known = known
        self.width, self.height = frame.width, frame.height
        self.found = Drawings()
        self.left = MOST_OBJECTS
        self.segments_left = MOST_SEGMENTS
        self.texts: list[tuple[int, Matrix]] = []
        self.late: list[tuple[int, Box]] = []
        self._floats = (ctypes.c_float * 6)()
        self._at = ctypes.addressof(self._floats)
        self._ints = (ctypes.c_uint * 4)()
        start = ctypes.addressof(self._ints)
        self._ints_at = (start, start + 4, start + 8, start + 12)

    def read(self, page: int) -> Drawings:
        count = pdfium.count_objects(page)
        if count > self.left:
            self.found.cut = True
            count = self.left
        objects = list(map(pdfium.page_object, repeat(page), range(count)))
        self.left -= count
        self._walk(objects, IDENTITY, 0)
        self._cover()
        return self.found

    def _walk(self, objects: list[int], matrix: Matrix, depth: int) -> None:
        known, kind_of, text = self.known, pdfium.object_type, raw.FPDF_PAGEOBJ_TEXT
        for item in objects:
            kind = text if item in known else kind_of(item)
            if kind == text:
                self.texts.append((item, matrix))
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                box = self._seen(self._bounds(item), matrix)
                if box:
                    self.found.picture_area += box.width * box.height
                    self.found.painted.append(box)
                    self._note_late(item, box)
                    if box.width >= LARGE and box.height >= LARGE:
                        self.found.images.append(box)
            elif kind == raw.FPDF_PAGEOBJ_SHADING:
                self.found.shaded = True
            elif kind == raw.FPDF_PAGEOBJ_FORM:
                self._form(item, matrix, depth + 1)

    def _form(self, form: int, outer: Matrix, depth: int) -> None:
        count = pdfium.form_count(form)
        if depth > DEEPEST or count > self.left:
            self.found.cut = True
            if depth > DEEPEST:
                return
            count = self.left
        if count <= 0 or not pdfium.object_matrix(form, self._at):
            return
        self.left -= count
        inner = _times(tuple(self._floats), outer)
        self._walk(list(map(pdfium.form_object, repeat(form), range(count))), inner, depth)

    def _bounds(self, item: int) -> tuple[float, float, float, float] | None:
        at = self._at
        if not pdfium.object_bounds(item, at, at + 4, at + 8, at + 12):
            return None
        left, bottom, right, top, _, _ = self._floats
        return left, bottom, right, top

    def _seen(self, bounds: tuple[float, float, float, float] | None, matrix: Matrix) -> Box | None:
        """Bounds in a form's space as a box on the page, clipped to it; None where nothing is left."""
        if bounds is None:
            return None
        x0, y0, x1, y1 = bounds
        if matrix is not IDENTITY:
            corners = [_apply(matrix, x, y) for x in (x0, x1) for y in (y0, y1)]
            x0, x1 = min(x for x, _ in corners), max(x for x, _ in corners)
            y0, y1 = min(y for _, y in corners), max(y for _, y in corners)
        x0, y0, x1, y1 = self.frame.box(x0, y0, x1, y1)
        x0, y0, x1, y1 = max(x0, 0.0), max(y0, 0.0), min(x1, self.width), min(y1, self.height)
        return Box(x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None

    def _path(self, path: int, matrix: Matrix) -> None:
        box = self._seen(self._bounds(path), matrix)
        mode, stroked, _, _ = self._ints_at
        if box is None or not pdfium.draw_mode(path, mode, stroked):
            return
        filled, outlined = self._ints[0] != 0, self._ints[1] != 0
        if filled and self.texts:
            self._note_late(path, box)
        filled = filled and self._painted(pdfium.fill_color, path)
        outlined = outlined and self._painted(pdfium.stroke_color, path)
        if not filled and not outlined:
            return
        if min(box.width, box.height) <= THIN:
            self._rule(box)
            return
        if filled:
            self.found.painted.append(box)
        segments = pdfium.count_segments(path)
        if segments <= 6:
            if filled and box.height >= FLAT and box.width >= FLAT:
                self.found.fills.append(box)
            if outlined:
                self._outline(path, matrix, segments)
            return
        if filled and max(box.width, box.height) < LARGE:
            self.found.rounds.append(box)
        for figure in self._figures(path, matrix, segments):
            self._figure(figure, filled, outlined)

    def _note_late(self, item: int, box: Box) -> None:
        """Notes an opaque area or picture, white ones too, that may lie above text painted before it."""
        if self.texts and min(box.width, box.height) >= COVERING and not pdfium.has_transparency(item):
            self.late.append((len(self.texts), box))

    def _cover(self) -> None:
        """Finds where late areas lie above earlier texts. A page-wide one is paper, or the picture of a scan."""
        paper = COVERS_PAGE * self.frame.width * self.frame.height
        late = [(count, box) for count, box in self.late if box.width * box.height < paper]
        if not late or sum(count for count, _ in late) > MOST_COVERED:
            return
        below = [self._seen(self._bounds(item), matrix) for item, matrix in self.texts[: late[-1][0]]]
        for count, box in late:
            for text in below[:count]:
                if text and text.x0 < box.x1 and box.x0 < text.x1 and text.y0 < box.y1 and box.y0 < text.y1:
                    self.found.covers.append(box)
                    break

    def _outline(self, path: int, matrix: Matrix, segments: int) -> None:
        for figure in self._figures(path, matrix, segments):
            self._figure(figure, filled=False, outlined=True)

    def _painted(self, color: object, path: int) -> bool:
        """True where the colour is to be seen on paper."""
        if not color(path, *self._ints_at):  # type: ignore[operator]
            return True
        red, green, blue, alpha = self._ints
        return alpha > 0 and min(red, green, blue) < WHITE

    def _rule(self, box: Box) -> None:
        if max(box.width, box.height) >= SHORT:
            self.found.rules.append(Rule(*box))

    def _figures(self, path: int, matrix: Matrix, segments: int) -> Iterator[list[tuple[float, float]]]:
        """The corner points of each figure of a path as seen, closed figures with the first point repeated."""
        self.segments_left -= segments
        if self.segments_left < 0:
            self.found.cut = True
            return
        if pdfium.object_matrix(path, self._at):
            matrix = _times(tuple(self._floats), matrix)
        at = self._at
        points: list[tuple[float, float]] = []
        for index in range(segments):
            segment = pdfium.path_segment(path, index)
            if not segment or not pdfium.segment_point(segment, at, at + 4):
                continue
            kind = pdfium.segment_type(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield points
                points = []
            points.append(self.frame.point(*_apply(matrix, self._floats[0], self._floats[1])))
            if pdfium.segment_close(segment) and points:
                points.append(points[0])
        if len(points) > 1:
            yield points

    def _figure(self, points: list[tuple[float, float]], filled: bool, outlined: bool) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        width, height = self.width, self.height
        box = Box(max(min(xs), 0.0), max(min(ys), 0.0), min(max(xs), width), min(max(ys), height))
        if box.x0 > box.x1 or box.y0 > box.y1:
            return
        if min(box.width, box.height) <= THIN:
            self._rule(box)
            return
        if filled and len(points) <= 6 and box.height >= FLAT and box.width >= FLAT:
            self.found.fills.append(box)
        if outlined:
            for (ax, ay), (bx, by) in pairwise(points):
                side = Box(
                    max(min(ax, bx), 0.0), max(min(ay, by), 0.0), min(max(ax, bx), width), min(max(ay, by), height)
                )
                if min(side.width, side.height) <= THIN and side.x0 <= side.x1 and side.y0 <= side.y1:
                    self._rule(side)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _times(inner: tuple[float, ...], outer: Matrix) -> Matrix:
    """The matrix that applies ``inner`` first and ``outer`` then."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )
