"""Running heads and feet, page numbers and watermarks: lines that are printed on pages but are no text."""

from __future__ import annotations

import re

from extractors.asides import find_footnotes, find_url_lines
from schemas.document import Document

__all__ = ["find_footnotes", "find_furniture", "find_url_lines"]

_PAGE_NUMBER = re.compile(
    r"\s*(?:S\s?i\s?d\s?e\s*\|?\s*\d{1,4}(?:\s+af\s+\d{1,4})?|\d{1,4}\s*\|\s*S\s?i\s?d\s?e)\s*", re.IGNORECASE
)


def find_furniture(document: Document) -> frozenset[int]:
    """Indexes of the lines that are furniture of their pages."""
    return frozenset(line.index for line in document.lines if _PAGE_NUMBER.fullmatch(line.text))
