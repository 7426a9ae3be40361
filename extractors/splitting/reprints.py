"""Labels of bilag that are printed twice: the first stands in a list, the second opens the bilag itself.

Where the pages of a file are not known, or a short bilag begins half-way down one, no page top tells where the body
of a listed bilag starts. Its label and title do, printed again clear of the list: ``Bilag 1: Aftale`` under the
text of the item, and ``Bilag 1: Aftale`` over the agreement.
"""

from __future__ import annotations

import re

from extractors.splitting.item_numbers import parse_item_number
from extractors.splitting.labels import BULLET, attachment_label
from extractors.splitting.likeness import SAME_TITLE, likeness, tokens
from extractors.splitting.outline import Outline
from extractors.splitting.sections import section_name
from extractors.splitting.words import ADVICE
from schemas.packet import Span

_FIRSTS = frozenset("ABUPDS0123456789")
"""First letters of labels; a line of hidden hyphens alone has none."""

_SHORTEST = 3
"""Printed lines behind a label that opens a bilag."""


def label_of(outline: Outline, index: int) -> tuple[str, str] | None:
    """The number and title of a bilag that a line prints, the title be it on the next one; None for a line
    without both. The line may be a point of a list (``- Bilag 1: Aftale``)."""
    text = BULLET.sub("", outline.text(index))
    if text[:1] not in _FIRSTS:
        return None
    m = attachment_label(text)
    if m is None or not m["number"]:
        return None
    title = m["title"].strip()
    if not title and (below := outline.next_printed(index)) is not None and not outline.is_top(below):
        title = "" if attachment_label(outline.text(below)) else outline.text(below)
    return (_LETTER_APART.sub(r".\1", m["number"].upper()), title) if title else None


_LETTER_APART = re.compile(r"\s([A-Z])\Z")
"""``Bilag 2.1 a``."""


def is_reprint(title: str, listed: str) -> bool:
    """True for the title of a listed bilag, printed again: it may say more (``Årsrapport 2025 – Kystens Hus``)."""
    words = set(tokens(listed))
    return (bool(words) and words <= set(tokens(title))) or likeness(title, listed) >= SAME_TITLE


def opens_body(outline: Outline, index: int) -> bool:
    """True for a label that stands clear of what is above it and has text below it: neither in a list nor the last
    words of an item."""
    if BULLET.match(outline.text(index)):
        return False
    above, below = outline.preceding(index, 1), outline.following(index, _SHORTEST)
    clear = outline.is_top(index) or outline.space_above(index) >= 1 or outline.emphatic(index)
    if not clear or len(below) < _SHORTEST or any(attachment_label(outline.text(line)) for line in below[:2]):
        return False
    return not above or section_name(outline.text(above[0])) is None


def heads_bilag(outline: Outline, header: int) -> bool:
    """True for the last line of a header right above a bilag: the label and title of one, and then the text of it.
    In an agenda the text of the item stands there, or its sections; in a list of bilag the next entry."""
    label = outline.next_printed(header)
    if label is None or label_of(outline, label) is None:
        return False
    if outline.is_top(label) and not outline.is_top(header):
        return False  # the last item of an agenda, and the bilag on the next page
    after = [outline.text(line) for line in outline.following(label, _STRETCH)]
    own = [text for text in after if attachment_label(text) is None and section_name(text) is None]
    numbered = sum(parse_item_number(text) is not None for text in after)
    return len(own) == len(after) == _STRETCH and numbered <= _STRETCH // 3


def heads_list(outline: Outline, index: int) -> bool:
    """True for ``Bilag til punkt 3`` over the labels of a list: no header of the item again, which stands on top of
    a page."""
    if outline.is_top(index) or not outline.text(index).lower().startswith("bilag til "):
        return False
    below = outline.next_printed(index)
    return below is not None and not outline.is_top(below) and label_of(outline, below) is not None


def opens_advice(outline: Outline, header: int) -> bool:
    """True for the last line of a header right above what is recommended without a heading (``Det indstilles``):
    the text of an item."""
    below = outline.next_printed(header)
    return below is not None and not outline.is_top(below) and ADVICE.match(outline.text(below)) is not None


_STRETCH = 6
"""Printed lines behind a label in which nothing but the text of the bilag stands."""


def printed_again(outline: Outline, span: Span) -> list[int]:
    """The lines of a span that open a bilag with a label and title which stand in a list above them."""
    listed: dict[str, str] = {}
    found: list[int] = []
    opened: set[str] = set()
    for index in outline.within(span):
        label = label_of(outline, index)
        if label is None:
            continue
        number, title = label
        if number not in listed:
            listed[number] = title
        elif number not in opened and is_reprint(title, listed[number]) and opens_body(outline, index):
            found.append(index)
            opened.add(number)
    return found
