"""Bilag whose label names the item they belong to (``Bilag 1 til punkt 3: …``, ``Punkt 3, bilag 1``), or whose item
cites them.

Many agendas print all bilag behind the last item. Their labels then say which is whose, in whatever order they
come, or the text of the items does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.splitting.attachments import WORDS, Case, Placed
from extractors.splitting.cited import cited_items, labels_behind
from extractors.splitting.item_numbers import PREFIX
from extractors.splitting.labels import named_item, opens_series, own_number
from extractors.splitting.outline import Outline
from extractors.splitting.owners import titled_alike
from extractors.splitting.reprints import label_of, opens_body

NAMED, CITED = "item in the label", "cited by the item"

_SCORE = 7.0
"""As much as a divider: the print itself tells the item."""

_ALONE = re.compile(
    rf"(?i:bilag) (?i:til|under) (?i:{PREFIX})\.? (?:nr\.? )?0*(?P<item>\d{{1,3}}(?:\.\d{{1,2}})?)"
    r"(?: \((?P<number>\d{1,2}) af \d{1,2}\))?(?:\s?[:–-](?:\s+(?P<title>[A-ZÆØÅ].*))?)?"
)
"""``Bilag til sag 7 (2 af 3)``, ``BILAG TIL PUNKT 4: Kort``: a label without a number of its own."""

_TITLE = 3
"""Printed lines below a label that may hold the title of its bilag."""

_GAP = 2
"""Blank lines above a bilag where the pages are not known."""


def named_bilag(outline: Outline, cases: Sequence[Case], last: int) -> list[Placed]:
    """The bilag of an agenda whose labels name one of its items or are cited by one, in the order of their lines;
    ``last`` is the last line. Where some are known, those behind the last item that no item cites are of none."""
    by_number = {case.number: case for case in cases if case.headers or case.entry is None}
    heads = {header.index: case for case in cases for header in case.headers}
    floor = min((case.headers[0].body for case in cases if case.headers), default=-1)
    starts = {index: item for index, item in _openings(outline, floor) if item in by_number}
    opened: dict[int, tuple[Case | None, str]] = {index: (by_number[item], NAMED) for index, item in starts.items()}
    bounds = {*heads, last + 1}
    if heads:
        labels = [label for label in labels_behind(outline, floor) if label.line not in starts]
        known = cited_items(outline, cases, labels)
        opened |= {line: (by_number[item], CITED) for line, item in known.items.items() if item in by_number}
        if opened:
            behind = [line for line in known.unknown if line > max(heads)]
            titles = {case.number: case.headers[0].title for case in by_number.values() if case.headers}
            for line in behind:
                alike = titled_alike(outline, [line, *outline.following(line, _TITLE)], titles)
                opened[line] = (by_number[alike], WORDS) if alike is not None else (None, "label")
            bounds |= {label.line for label in labels}
    bounds |= opened.keys()
    found: list[Placed] = []
    counts: Counter[str] = Counter()
    holder: Case | None = None
    for index, stop in pairwise(sorted(bounds)):
        holder = heads.get(index, holder)
        label = _label(outline, index) if index in opened else None
        if label is None:
            continue
        case, seen = opened[index]
        if case is None:
            found.append(Placed(None, "", label[1], None, index, _SCORE, ("label",), stop))
            holder = None
            continue
        counts[case.number] += 1
        own = own_number(label[0], case.number)
        number = own if own.isalnum() else str(counts[case.number])
        within = case is holder or not case.headers  # right behind its item it is among the lines of that
        apart = None if within else stop
        holder = case if within else None
        found.append(Placed(case, number, label[1], None, index, _SCORE, ("label", seen), apart))
    return found


def _label(outline: Outline, index: int) -> tuple[str, str] | None:
    """The number and title of a bilag that a label opens; the number is empty where only its item's stands."""
    alone = _ALONE.fullmatch(outline.text(index))
    if alone is None:
        return label_of(outline, index)
    below = outline.next_printed(index)
    title = outline.text(below) if below is not None and not outline.is_top(below) else ""
    return alone["number"] or "", alone["title"] or title


def loose_bilag(outline: Outline, last: int) -> list[Placed]:
    """The bilag of a packet that prints no item: the pages that open with the label and the title of bilag 1, 2, …
    (or 2.1, 2.2, 3.1, …), the first behind no more than a cover. They are of no item; ``last`` is the last line."""
    found = [(top, label) for top in outline.tops if (label := label_of(outline, top)) and opens_body(outline, top)]
    keys = [_key(label[0]) for _, label in found]
    rising = len(keys) > 1 and all(a is not None and b is not None and a < b for a, b in pairwise(keys))
    if not rising or not opens_series(found[0][1][0]) or outline.rank(found[0][0]) > _COVER:
        return []
    stops = [*(top for top, _ in found[1:]), last + 1]
    return [
        Placed(None, number, title, None, top, _SCORE, ("label",), stop)
        for (top, (number, title)), stop in zip(found, stops, strict=True)
    ]


_COVER = 12
"""Printed lines of a cover above the first bilag."""


def _key(number: str) -> tuple[int, ...] | None:
    """The place of a label among others of its series: 2.1 before 2.10; None where it has none."""
    if number.replace(".", "").isdecimal():
        return tuple(map(int, number.split(".")))
    return (ord(number) - ord("A"),) if len(number) == 1 and number.isalpha() else None


def stands_before_bilag(outline: Outline, cases: Sequence[Case]) -> bool:
    """True where labels behind the last header name items above it: the bilag stand behind an agenda."""
    heads = {header.index: case.number for case in cases for header in case.headers}
    if len(heads) < 2 or not outline.tops:
        return False
    last = max(heads)
    above = set(heads.values()) - {heads[last]}
    return any(item in above for _, item in _openings(outline, last))


def named_cases(outline: Outline) -> list[Case]:
    """The items that the labels of a packet of bilag name, where it prints no header and several such labels: their
    titles are not told."""
    named = [item for _, item in _openings(outline, -1)]
    return [Case(item) for item in dict.fromkeys(named)] if len(named) > 1 else []


def _openings(outline: Outline, floor: int) -> Iterator[tuple[int, str]]:
    """The lines behind ``floor`` that open a bilag with a label which names an item, and the item's number. A label
    that is printed again heads a further page of its bilag."""
    seen: set[tuple[str, str]] = set()
    lines = outline.tops if outline.tops else outline.printed
    for index in lines[bisect_right(lines, floor) :]:
        alone = _ALONE.fullmatch(outline.text(index)) if floor >= 0 else None
        item = alone["item"] if alone is not None else named_item(outline.text(index))
        if item is None or not (outline.tops or outline.space_above(index) >= _GAP):
            continue
        label = _label(outline, index)
        key = (item, label[0] or label[1]) if label is not None else None
        if key is not None and key not in seen and opens_body(outline, index):
            seen.add(key)
            yield index, item
