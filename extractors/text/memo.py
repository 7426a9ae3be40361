"""What is worked out once for a document, kept for as long as the document lives."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import ref

from schemas.document import Document

T = TypeVar("T")


class DocumentMemo(Generic[T]):
    """Results by document identity and key. An entry goes when its document is collected, so nothing is held
    back and two documents never share a result."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[ref[Document], dict[Hashable, T]]] = {}

    def get(self, document: Document, key: Hashable, make: Callable[[], T]) -> T:
        """The result for this document and key; made when it is asked for the first time."""
        identity = id(document)
        entry = self._known.get(identity)
        if entry is None or entry[0]() is not document:
            entry = (ref(document, lambda _: self._known.pop(identity, None)), {})
            self._known[identity] = entry
        results = entry[1]
        try:
            return results[key]  # a key of many parts costs more than the rest: it is asked for once
        except KeyError:
            pass
        made = results[key] = make()
        return made
