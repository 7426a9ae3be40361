"""The rows of a block: strips between drawn borders, and inside a strip the bands with their wrapped lines."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from extractors.tables.blocks import Block
from extractors.tables.columns import Columns
from extractors.tables.edges import Edges
from extractors.tables.words import Band

_ENDS_OPEN = (
    "-",
    "‐",
    ",",
    "/",
    " og",
    " eller",
    " samt",
    " i",
    " af",
    " for",
    " med",
    " til",
    " på",
    " fra",
    " over",
    " under",
    " end",
    " mellem",
    " ved",
    " pr.",
    " –",
)
_TIGHTER = 0.8


@dataclass(slots=True)
class RowBands:
    """One row: its bands from top to bottom; ``y0`` and ``y1`` reach to the borders of its strip."""

    bands: list[Band]
    y0: float
    y1: float
    values: bool = field(default=False)

    def __post_init__(self) -> None:
        self.values = any(band.values for band in self.bands)


def rows_of(block: Block, bands: list[Band], columns: Columns, edges: Edges) -> list[RowBands]:
    """The rows of the body: ``bands`` are those of the body alone."""
    top, bottom = bands[0].y0, bands[-1].y1
    borders = edges.rows_within(block.x0, block.x1, top + 1, bottom - 1, share=0.45)
    rows: list[RowBands] = []
    for strip, y0, y1 in _strips(bands, borders, block):
        anchors = sum(1 for band in strip if _anchors(band))
        if anchors <= 1 and len(borders) >= 1 and not _over_group(strip):
            rows.append(RowBands(strip, y0, y1))
        else:
            rows += _rows_of_strip(strip, columns)
    return rows


def _anchors(band: Band) -> bool:
    return bool(band.values)


def _over_group(strip: list[Band]) -> bool:
    """True where a bold line of text stands over the only values of a strip: the group is a row of its own."""
    valued = [band for band in strip if band.values]
    if len(valued) != 1 or any(word.bold for word in valued[0].words):
        return False
    return any(band.bold and not band.values and band.middle < valued[0].middle for band in strip)


def _strips(bands: list[Band], borders: list[float], block: Block) -> list[tuple[list[Band], float, float]]:
    limits = [block.y0 if not borders else bands[0].y0 - 2, *borders, max(block.y1, bands[-1].y1)]
    strips: list[tuple[list[Band], float, float]] = []
    at = 0
    for number, border in enumerate(limits[1:]):
        inside = []
        while at < len(bands) and (bands[at].middle < border or number == len(limits) - 2):
            inside.append(bands[at])
            at += 1
        if inside:
            strips.append((inside, limits[number], border))
    return strips


def _rows_of_strip(bands: list[Band], columns: Columns) -> list[RowBands]:
    """Every band with values begins a row; bands of text go on with the row above, begin the row below, or head a
    group, by spacing, by case and by what the lines end with."""
    named = min((c.x0 for c in columns.columns if c.kind == "label"), default=float("-inf"))
    values = [c.x0 for c in columns.columns if c.kind == "data"]
    # columns left of all labels hold codes or running numbers
    first_value = min((x for x in values if x > named), default=min(values, default=float("inf")))
    anchors = [number for number, band in enumerate(bands) if _anchors(band)]
    owner: dict[int, int] = {number: number for number in anchors}
    groups: list[list[int]] = []
    for number in range(len(bands)):
        if number in owner:
            continue
        above = max((a for a in anchors if a < number), default=None)
        below = min((a for a in anchors if a > number), default=None)
        where = _belongs(bands, number, above, below, first_value, owner)
        if where is not None:
            owner[number] = where
        elif groups and groups[-1][-1] == number - 1 and _goes_on(bands[number - 1], bands[number]):
            groups[-1].append(number)
        else:
            groups.append([number])
    members: dict[int, list[int]] = {}
    for number, anchor in owner.items():
        members.setdefault(anchor, []).append(number)
    result = [sorted(numbers) for numbers in members.values()] + groups
    result.sort()
    rows = []
    for numbers in result:
        inside = [bands[n] for n in numbers]
        rows.append(RowBands(inside, min(b.y0 for b in inside), max(b.y1 for b in inside)))
    return rows


def _label(band: Band, first_value: float) -> str:
    """What stands before the values; one piece of text is one cell, however far it reaches."""
    if len(band.chunks) == 1 and not band.values:
        return band.text
    return " ".join(word.text for word in band.words if word.x1 < first_value + 1)


def is_broken_off(band: Band, label: str) -> bool:
    """True for a line that holds no more than the last letter of a label, broken in a narrow column: ``926`` over
    ``X``. A letter heads no group."""
    return len(band.words) == 1 and len(label) == 1 and label.isalpha()


def _goes_on(above: Band, band: Band) -> bool:
    """True where a line of text goes on with the line above it, by the letters."""
    return _begins_inside(band.text) or above.text.endswith(_ENDS_OPEN)


def _begins_inside(text: str) -> bool:
    """True for what begins no label and no name of a group: a small letter, a bracket (``(FGU)``)."""
    return text[:1].islower() or text[:1] == "("


def _belongs(
    bands: list[Band],
    number: int,
    above: int | None,
    below: int | None,
    first_value: float,
    owner: dict[int, int],
) -> int | None:
    """The anchor that a band of text belongs to; None where it heads a group."""
    band = bands[number]
    label = _label(band, first_value) or band.text
    if above is not None and owner.get(number - 1) == above:
        before = _label(bands[number - 1], first_value)
        gap_up = band.y0 - bands[number - 1].y1
    else:
        before, gap_up = "", float("inf")
    gap_down = bands[number + 1].y0 - band.y1 if number + 1 < len(bands) else float("inf")
    if above is not None and gap_up < float("inf"):
        if _begins_inside(label) or before.endswith(_ENDS_OPEN) or is_broken_off(band, label):
            return above
        if bands[above].words[0].x0 < band.words[0].x0 - 15 and not before:
            return above
        if (
            band.words[0].x0 > bands[above].words[0].x0 + 15
            and band.words[0].x0 + 1 < first_value
            and len(band.chunks) == 1
        ):
            return above  # a second column of text goes on
    if below is not None and number + 1 <= below:
        following = bands[number + 1]
        next_label = _label(following, first_value)
        if number + 1 == below and not next_label:
            return below
        if next_label[:1].islower() or (label.endswith(_ENDS_OPEN) and not _is_set_as_group(band, following)):
            return below
    if band.bold:
        return None
    if above is not None and not _label(bands[above], first_value) and gap_up <= gap_down:
        return above
    if (
        above is not None
        and gap_up < _TIGHTER * gap_down - 0.5
        and (_row_gap(bands, first_value) or 1e6) > gap_up + 1
    ):
        return above
    if (
        below is not None
        and gap_down < _TIGHTER * min(gap_up, 1e6) - 0.5
        and _row_gap(bands, first_value) > gap_down + 1
    ):
        return below
    return None


def _is_set_as_group(band: Band, following: Band) -> bool:
    """True for a bold line that ends in a word of place (``Visiteret fra``) above a row in ordinary print that
    begins with a capital: it heads the rows, whose labels go on with it."""
    return band.bold and not any(word.bold for word in following.words) and following.text[:1].isupper()


def _row_gap(bands: list[Band], first_value: float) -> float:
    """The usual white space between two rows with values that follow each other, 0 where none do."""
    gaps = sorted(
        lower.y0 - upper.y1 for upper, lower in itertools.pairwise(bands) if upper.values and lower.values
    )
    return gaps[len(gaps) // 2] if gaps else 0.0
