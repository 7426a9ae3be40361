"""The lines of a document in lower case, made once: many stages ask them for words before they look closer."""

from __future__ import annotations

from extractors.text.memo import DocumentMemo
from schemas.document import Document

_known: DocumentMemo[tuple[str, ...]] = DocumentMemo()


def lowered_lines(document: Document) -> tuple[str, ...]:
    """The text of each line in lower case, by its index."""
    return _known.get(document, None, lambda: tuple(line.text.lower() for line in document.lines))
