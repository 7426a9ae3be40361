"""Where the pages of a text file start, and which numbers are printed on them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LABELS = (
    re.compile(r"\s*S\s?i\s?d\s?e\s*\|?\s*(\d{1,4})(?:\s+af\s+\d{1,4})?\s*", re.IGNORECASE),
    re.compile(r"\s*(\d{1,4})\s*\|\s*S\s?i\s?d\s?e\s*", re.IGNORECASE),
)


def find_page_starts(texts: Sequence[str]) -> list[int]:
    """Indexes of the lines that start a page, without the first page; empty where the file does not tell."""
    starts = []
    for i in range(1, len(texts)):
        text = texts[i]
        if not text:
            continue
        after_gap = i >= 3 and not texts[i - 1] and not texts[i - 2] and not texts[i - 3]
        spaced = len(text) > 4 and text[0] == " " and not text[1].isspace()
        if after_gap or (spaced and texts[i - 1].strip()):
            starts.append(i)
    return starts


def find_labels(pages: Sequence[Sequence[str]]) -> list[str | None]:
    """The number printed on each page, None where none is found."""
    labels: list[str | None] = []
    for page in pages:
        printed = [text for text in page if text.strip()]
        found = [m[1] for text in (*printed[:3], *printed[-3:]) for p in _LABELS if (m := p.fullmatch(text))]
        labels.append(found[0] if found else None)
    return labels
