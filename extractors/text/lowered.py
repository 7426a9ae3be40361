"""Text in lower case, made once: many stages ask before they look closer."""

from __future__ import annotations

from functools import lru_cache

from extractors.text.memo import DocumentMemo
from schemas.document import Document

_known: DocumentMemo[tuple[str, ...]] = DocumentMemo()


def lowered_lines(document: Document) -> tuple[str, ...]:
    """The text of each line in lower case, by its index."""
    return _known.get(document, None, lambda: tuple(line.text.lower() for line in document.lines))


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """A text in lower case. Kept, as the finders of a passage ask one after another."""
    return text.lower()
