"""Runs of drawn lines that make a table, with the columns that their walls part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractors.tables.drawn.strokes import BORDERS, Part, Stroke, read_stroke
from schemas.document import Line

_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """What one line prints over columns ``first`` to ``last``."""

    first: int
    last: int
    part: Part


@dataclass(frozen=True)
class DrawnBlock:
    """The lines of a drawn table. ``walls`` are the letters at which its columns begin, and where the last ends."""

    strokes: tuple[Stroke, ...]

    @cached_property
    def walls(self) -> tuple[int, ...]:
        """The corners of its borders, or the walls of its widest row where these part more columns."""
        corners = {x for stroke in self.strokes if any(p.rule for p in stroke.parts) for x in _walls(stroke)}
        widest = max((stroke for stroke in self.strokes if not stroke.rule), key=lambda stroke: len(stroke.parts))
        return tuple(sorted(corners)) if len(corners) > len(widest.parts) else _walls(widest)

    @property
    def n_cols(self) -> int:
        """Number of columns."""
        return len(self.walls) - 1

    def cells(self, stroke: Stroke) -> list[DrawnCell] | None:
        """The cells of a line: by where its walls stand, by their number where letters of other widths moved them;
        None where neither tells which columns they are."""
        own = _walls(stroke)
        if set(own) <= set(self.walls):
            return [
                DrawnCell(self.walls.index(part.start), self.walls.index(part.end) - 1, part)
                for part in stroke.parts
            ]
        if len(stroke.parts) == self.n_cols:
            return [DrawnCell(n, n, part) for n, part in enumerate(stroke.parts)]
        return [DrawnCell(0, self.n_cols - 1, stroke.parts[0])] if len(stroke.parts) == 1 else None

    def strips(self) -> Iterator[tuple[list[Stroke], bool]]:
        """The rows between two borders that run through the table, and whether the border below is a heavy one."""
        strip: list[Stroke] = []
        for stroke in self.strokes:
            if not stroke.rule:
                strip.append(stroke)
            elif strip:
                yield strip, stroke.heavy
                strip = []
        if strip:
            yield strip, False


def _walls(stroke: Stroke) -> tuple[int, ...]:
    return (*(part.start for part in stroke.parts), stroke.parts[-1].end)


def find_blocks(lines: Sequence[Line]) -> Iterator[DrawnBlock]:
    """All tables that are drawn with letters: lines between borders without other print, at least two rows of at
    least two columns. A frame around text is none."""
    run: list[Stroke] = []
    for line in lines:
        drawn = line.text.lstrip()[:1] in BORDERS
        stroke = read_stroke(line.text, line.index, line.page) if drawn else None
        if run and (stroke is None or stroke.page != run[-1].page or _begins(run, stroke)):
            yield from _block(run)
            run = []
        if stroke is not None:
            run.append(stroke)
    yield from _block(run)


def _begins(run: Sequence[Stroke], stroke: Stroke) -> bool:
    """True for the upper border of the next table right below the lower one of the table before; of plain text,
    whose corners are alike, for a border with other corners than the one above."""
    if stroke.upper or not (stroke.rule and run[-1].rule):
        return stroke.upper
    return _walls(stroke) != _walls(run[-1])


def _block(run: Sequence[Stroke]) -> Iterator[DrawnBlock]:
    rows = [stroke for stroke in run if not stroke.rule]
    columns = max((len(stroke.parts) for stroke in rows), default=0)
    if len(rows) >= _FEWEST_ROWS and columns >= _FEWEST_COLUMNS and len(rows) < len(run):
        yield DrawnBlock(tuple(run))


def goes_on(before: DrawnBlock, block: DrawnBlock, lines: Sequence[Line], furniture: frozenset[int]) -> bool:
    """True where a table goes on with the one before it: nothing but page furniture between them, walls in the same
    places."""
    between = lines[before.strokes[-1].index + 1 : block.strokes[0].index]
    pages = block.strokes[0].page - before.strokes[-1].page
    return (
        0 <= pages <= 1
        and (pages == 1 or any(line.index in furniture for line in between))
        and all(line.blank or line.index in furniture for line in between)
        and before.walls == block.walls
    )


def joined(before: DrawnBlock, block: DrawnBlock) -> DrawnBlock:
    """Both parts of a table as one; the heads of the second part are left out where they are those of the first."""
    first = next(before.strips())[0]
    strips = [strip for strip, _ in block.strips()]
    again = len(strips) > 1 and _texts(strips[0]) == _texts(first)
    start = strips[again][0].index
    upper = before.strokes[:-1] if before.strokes[-1].rule else before.strokes  # the end of a page parts no rows
    return DrawnBlock((*upper, *(stroke for stroke in block.strokes if stroke.index >= start)))


def _texts(strip: Sequence[Stroke]) -> list[str]:
    return [part.text for stroke in strip for part in stroke.parts]
