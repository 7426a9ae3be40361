"""Heads that a converter printed without a space behind the end of a wrapped one.

Where a merged cell at the end of the heads has two lines, its second stands on the line of the heads below the
group beside it, and those begin further left: no space is printed between the two.

    Havn Både Sejlere over 70            Havn Både Sejlere over 70 år, 2031
    år, 20312029 2030 2031               2029 2030 2031
    Nordby 42 38 43 2.338                Nordby 42 38 43 2.338
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import regex

from extractors.tables.flat.lines import Item, Kind, classified
from extractors.tables.flat.regions import item_is_prose
from extractors.tables.flat.words import YEAR
from extractors.text.hyphens import seam
from extractors.text.vocabulary import Vocabulary

_YEAR = r"(?:19|20)\d\d"
_LOWER = r"\d\. \p{Ll}|\d{1,3}[-–]\d"
_TAIL = regex.compile(
    rf"(?P<tail>(?=[\p{{Ll}}\d(])(?:\S+ ){{0,5}}?(?:\S*?[\p{{Ll}}.,)%](?={_YEAR}\s)|\S*?\p{{Ll}}(?={_LOWER})"
    rf"|(?:\S*?[^\d\s])??{_YEAR}(?={_YEAR}\s|\p{{Lu}}\p{{Ll}})|\S*?\p{{Ll}}[.)%](?=\p{{Lu}}\p{{Ll}}+\s)))"
    r"(?P<heads>\S.*)"
)
"""The end of a wrapped head, and behind it without a space a year, ``1. halvår``, ``1-14 dage``, or behind a year
or a sign a word with a capital. A word right behind a word (``AfvigelseOprindeligt``) is seen where heads are cut
into words."""
_GLUED = regex.compile(r"[\p{L}\d.,)%](?=(?:19|20)\d\d\s)|\p{Ll}\d(?:\.\s|\d{0,2}[-–]\d)|[\d.)%]\p{Lu}")
"""Without it nothing is glued; quick to ask."""
_NUMBER = re.compile(r"(?<!\S)[-–(]?\d[\d.,]*(?!\S)")
_STARTS = frozenset("abcdefghijklmnopqrstuvwxyzæøå0123456789(")
_SCALE = re.compile(r"1\.?000")
_FEWEST_HEADS, _FEWEST_VALUES = 2, 3
_NEAR = 4
"""Lines below in which the first row ends."""


def with_heads_unglued(items: list[Item], words: Vocabulary) -> list[Item]:
    """The items with the ends of wrapped heads where they belong, and the scale of a head behind its comma."""
    result: list[Item] = []
    for at, item in enumerate(items):
        upper = result[-1] if result else None
        if upper is not None and upper.kind is Kind.TEXT and not item.gap and _is_scale_of(upper.text, item.text):
            whole = f"{upper.text} {item.text}"
            result[-1] = replace(upper, raw=whole, text=whole, label=whole)
            continue
        cut = None
        if upper is not None and item.text[:1] in _STARTS and _GLUED.search(item.text) is not None:
            cut = _TAIL.fullmatch(item.text)
        if (
            cut is None
            or upper is None
            or not _are_heads(upper, item, cut["heads"], items[at + 1 : at + 1 + _NEAR])
        ):
            result.append(item)
            continue
        sew = seam(upper.text, cut["tail"], words)
        whole = upper.text[: len(upper.text) - sew.drop] + sew.glue + cut["tail"]
        result[-1] = replace(
            upper,
            kind=Kind.TEXT,
            raw=whole,
            text=whole,
            label=whole,
            atoms=(),
            wrapped=False,
            deep=len(whole) - len(cut["tail"]),
        )
        lower = classified(cut["heads"], item.index, item.page, item.gap)
        lower.wrapped = item.wrapped
        result.append(lower)
    return result


def _is_scale_of(head: str, text: str) -> bool:
    """``1.000`` alone below ``Indbyggere,``: no row, whose label would end in no comma."""
    return head.endswith(",") and _SCALE.fullmatch(text) is not None


def _are_heads(upper: Item, item: Item, heads: str, below: Sequence[Item]) -> bool:
    """True for a line of two heads or more right below a line of heads, over rows of more values than it has
    words of one."""
    if upper.kind not in (Kind.TEXT, Kind.ROW) or upper.text[-1] in ".:;!?":
        return False
    if item.gap and any(line.gap != item.gap for line in (upper, *below[:1])):
        return False  # where a blank line stands between all lines it parts none
    if not upper.text[0].isupper() or item_is_prose(upper) or len(heads.split()) < _FEWEST_HEADS:
        return False
    numbers = (_NUMBER.findall(one.text) for one in below)
    valued = next((found for found in numbers if len(found) >= _FEWEST_VALUES), ())
    return bool(valued) and not all(map(YEAR.fullmatch, valued))
