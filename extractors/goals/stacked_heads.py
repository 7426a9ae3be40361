"""Heads of tables of goals that were flattened with each cell on a line of its own: a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.goals.headings import HeadKind, heading
from schemas.document import Line

LONGEST_HEAD = 40
"""Characters of a head."""
MOST_HEADS = 8
MOST_AHEAD = 2
"""Heads of values that may stand before that of the aim: ``Udgangspunkt``."""
_VALUES = frozenset(
    [
        "aim",
        "outcome",
        "fulfilment",
        "verdict",
        "earlier",
        "comparison",
        "deviation",
        "time",
        "unit",
        "deadline",
        "forecast",
    ]
)
"""Kinds of heads whose cells are short."""


class Head(NamedTuple):
    """Lines of heads: ``labels`` of them name the row, its number included; ``aim`` is the place of the aim among
    the others."""

    lines: tuple[Line, ...]
    labels: int
    aim: int

    @property
    def width(self) -> int:
        """How many values a row has."""
        return len(self.lines) - self.labels

    @property
    def kinds(self) -> tuple[HeadKind | None, ...]:
        """What the values of a row are, one by one."""
        return tuple(heading((line.text.strip(),)).kind for line in self.lines[self.labels :])

    @property
    def remarked(self) -> bool:
        """True where a row ends in a text, which only a blank line ends."""
        return self.kinds[-1] == "remark"

    @property
    def numbered(self) -> bool:
        """True where the rows have numbers."""
        return self.labels > 1


def heads_at(lines: Sequence[Line], at: int, floor: int) -> Iterator[Head]:
    """The heads that the aim's line may be one of: with a number above the label, or without."""
    if heading((lines[at].text.strip(),)).kind != "aim":
        return
    end = at + 1
    while end < len(lines) and end - at < MOST_HEADS and heads_values(lines[end].text):
        end += 1
    if end < len(lines) and _may_head(lines[end].text) and heading((lines[end].text.strip(),)).kind == "remark":
        end += 1
    kinds = {heading((line.text.strip(),)).kind for line in lines[at + 1 : end]}
    if not kinds & {"outcome", "time", "fulfilment"}:
        return
    for ahead in range(MOST_AHEAD + 1):
        if ahead and not (at >= ahead and heads_values(lines[at - ahead].text)):
            return
        for labels in (2, 1):
            begin = at - ahead - labels
            if begin < floor or not all(_may_head(line.text) for line in lines[begin : at - ahead]):
                continue
            if labels == 2 and heading((lines[begin].text.strip(),)).kind != "number":
                continue
            yield Head(tuple(lines[begin:end]), labels, ahead)


def heads_values(text: str) -> bool:
    """True for a short line that heads values of a table of goals; a time may begin with a number."""
    kind = heading((text.strip(),)).kind if len(text) <= LONGEST_HEAD else None
    return kind in _VALUES and (kind == "time" or _may_head(text))


def _may_head(text: str) -> bool:
    text = text.strip()
    return (
        len(text) <= LONGEST_HEAD
        and text[:1].isalpha() | (text[:1] in "#%")
        and text[-1] not in ",;:"
        and "\t" not in text
    )
