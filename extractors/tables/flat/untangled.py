"""Lines of heads that mix: a wrapped head goes on at the end of a line that begins with other heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from extractors.language.dateforms import MONTHS
from extractors.tables.flat.lines import Item, Kind
from extractors.text.vocabulary import Vocabulary
from schemas.places import find_municipality

_INSIDE_WORD = regex.compile(r"(?P<word>[^\W\d_]*\p{Ll}{2})-$")
_DAY = regex.compile(r"(?<!\d)\d{1,2}\.$")
_SMALL = regex.compile(r"(?<=\S )\p{Ll}+")


def untangled(items: Sequence[Item], words: Vocabulary) -> list[Item]:
    """The lines with what a line above goes on with put at its end: a month behind a day (``Flyttet pr. 31.`` /
    ``Kvote Svar december 2022``), the rest of a word of the document behind its hyphen."""
    result = list(items)
    texts = [n for n, item in enumerate(result) if item.kind == Kind.TEXT]
    for above, below in pairwise(texts):
        upper, lower = result[above], result[below]
        if not lower.text[0].isupper() or below != above + 1:
            continue
        tail = _tail(upper.text, lower.text, words)
        if tail is None:
            continue
        head = upper.text.removesuffix("-") + ("" if upper.text.endswith("-") else " ")
        result[above] = _with_text(upper, head + lower.text[tail:])
        result[below] = _with_text(lower, lower.text[:tail].strip())
    return result


def _tail(above: str, below: str, words: Vocabulary) -> int | None:
    """Where the line below goes on with the one above; None where nothing tells."""
    broken = _INSIDE_WORD.search(above)
    if broken is None and _DAY.search(above) is None:
        return None
    for match in _SMALL.finditer(below):
        small = match.group()
        goes_on = small in MONTHS if broken is None else words.count(broken["word"] + small) > 0
        if goes_on:
            return match.start()
    return None


def are_torn(items: Sequence[Item], words: Vocabulary) -> bool:
    """True where a line ends inside a word that goes on in small letters (``Anlægsud-``) and the next line begins
    with a capital: the word goes on elsewhere, in a line that holds several heads."""
    lines = [item.text for item in items if item.kind == Kind.TEXT]
    for above, below in pairwise(lines):
        if not below[0].isupper() or _INSIDE_WORD.search(above) is None:
            continue
        joined = above.split()[-1] + below.split()[0]
        if find_municipality(joined) is None and not words.count(joined):
            return True
    return False


def _with_text(item: Item, text: str) -> Item:
    return replace(item, raw=text, text=text, label=text)
