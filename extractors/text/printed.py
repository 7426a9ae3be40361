"""The text of a printed line, cleaned for reading: single spaces, nothing invisible, no footnote marks."""

from __future__ import annotations

import re
from itertools import pairwise

from schemas.document import Line

_SIGNS = "\u200b\u2060\ufeff\u200e\u200f"
_INVISIBLE = str.maketrans("", "", _SIGNS)
_HOLDS_SIGN = re.compile(f"[{_SIGNS}]")


def clean(text: str) -> str:
    """A printed line with single spaces; soft hyphens inside and bold marks of converters taken out."""
    if not text:
        return text
    printable = text.isprintable()  # none of the signs is
    if not printable and not text.isascii() and _HOLDS_SIGN.search(text) is not None:
        text = text.translate(_INVISIBLE)
    text = text.strip()
    if "  " in text or not (printable or text.isprintable()):  # what is all print has no white space but blanks
        text = " ".join(text.split())
    if "\u00ad" in text:
        text = text[:-1].replace("\u00ad", "") + text[-1]
    if "**" in text:
        text = " ".join(text.replace("**", "").split())
    return text


_UNITS = frozenset(("m", "km", "cm", "mm", "dm", "m.", "co"))


def clean_line(line: Line) -> str:
    """A printed line with single spaces; in a PDF without the raised marks of footnotes, except where they begin
    the line (a footnote) or belong to a unit (``m²``)."""
    if not line.words or not any(word.raised for word in line.words[1:]):
        return clean(line.text)
    kept = [line.words[0].text]
    for before, word in pairwise(line.words):
        if not word.raised:
            kept.append(word.text if not (before.raised and word.text[0] in ".,;:)") else "\0" + word.text)
        elif before.text.lower() in _UNITS:
            kept.append("\0" + word.text)
    return clean(" ".join(kept).replace(" \0", ""))
