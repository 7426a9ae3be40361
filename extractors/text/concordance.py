"""The words of a document with the lines that print them: who seeks few words need not walk all lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping

from extractors.text.lowered import lowered_lines
from extractors.text.memo import DocumentMemo
from schemas.document import Document

_LETTER = r"[^\W²³¹¼½¾⁰-₉①-⓿❶-➓]"  # note marks are none, though ``re`` takes them for such
_WORD = re.compile(rf"{_LETTER}+(?:-+{_LETTER}+)*")
"""Letters and digits with hyphens inside: ``2030-mål`` is one word."""


def concordance(document: Document) -> Mapping[str, list[int]]:
    """For each lower case word of the document the indexes of its lines, in order; a line that prints a word twice
    is there twice."""
    return _known.get(document, None, lambda: _concordance(lowered_lines(document)))


def lines_holding(document: Document, asked: Callable[[str], bool]) -> frozenset[int]:
    """The indexes of the lines with a lower case word of which ``asked`` is true; worked out once for each
    function."""

    def find() -> frozenset[int]:
        found = [lines for word, lines in concordance(document).items() if asked(word)]
        return frozenset().union(*found)

    return _held.get(document, asked, find)


_known: DocumentMemo[dict[str, list[int]]] = DocumentMemo()
_held: DocumentMemo[frozenset[int]] = DocumentMemo()


def _concordance(lowered: tuple[str, ...]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(lowered):
        for word in _WORD.findall(text):
            found[word].append(index)
    return found
