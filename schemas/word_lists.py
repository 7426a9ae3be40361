"""Lists of words, asked by word: which of them may hold it, without trying one entry after the other.

An entry is a lower case form; ``*`` at its end takes any ending, at its start any beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

REMEMBERED = 50_000
"""Words whose lists are kept."""


@dataclass(frozen=True)
class WordLists:
    """Lists of entries by name."""

    lists: Mapping[str, Iterable[str]]
    _exact: dict[str, set[str]] = field(init=False, default_factory=dict, repr=False)
    _starts: dict[int, dict[str, set[str]]] = field(init=False, default_factory=dict, repr=False)
    _ends: dict[int, dict[str, set[str]]] = field(init=False, default_factory=dict, repr=False)
    _inside: list[tuple[str, str]] = field(init=False, default_factory=list, repr=False)
    _seen: dict[str, frozenset[str]] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for name, entries in self.lists.items():
            for entry in entries:
                self._add(name, entry)

    def _add(self, name: str, entry: str) -> None:
        bare = entry.strip("*")
        if entry.startswith("*") and entry.endswith("*"):
            self._inside.append((bare, name))
            return
        if bare == entry:
            places = self._exact
        else:
            by_length = self._starts if entry.endswith("*") else self._ends
            places = by_length.setdefault(len(bare), {})
        places.setdefault(bare, set()).add(name)

    def of(self, word: str) -> frozenset[str]:
        """The names of the lists that hold the lower case word."""
        found = self._seen.get(word)
        if found is None:
            found = frozenset(self._look_up(word))
            if len(self._seen) < REMEMBERED:
                self._seen[word] = found
        return found

    def _look_up(self, word: str) -> set[str]:
        found = {name for piece, name in self._inside if piece in word}
        found |= self._exact.get(word, frozenset())
        for length, starts in self._starts.items():
            found |= starts.get(word[:length], frozenset())
        for length, ends in self._ends.items():
            found |= ends.get(word[-length:], frozenset())
        return found
