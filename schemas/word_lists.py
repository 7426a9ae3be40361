"""Lists of words, asked by word: which of them may hold it, without trying one entry after the other.

An entry is a lower case form; ``*`` at its end takes any ending, at its start any beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TypeVar

T = TypeVar("T", bound=str)

REMEMBERED = 50_000
"""Words whose lists are kept."""
LETTERS = 2
"""First or last letters by which entries are found."""
_ByLetters = dict[str, list[tuple[str, str]]]
_NONE: frozenset[str] = frozenset()


class Remembered(dict[str, frozenset[T]]):
    """What a function tells of words, asked once for each: ``told[word]`` asks where the word is new. Nothing is
    faster to ask than a dict, and words are asked for by the hundred thousand."""

    def __init__(self, tell: Callable[[str], frozenset[T]]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> frozenset[T]:
        found = self._tell(word)
        if len(self) < REMEMBERED:
            self[word] = found
        return found


class Bits(dict[str, int]):
    """The same told as a number with a bit for each thing: what the words of a text say together is quicker to put
    together from numbers than from sets."""

    def __init__(self, tell: Callable[[str], int]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> int:
        found = self._tell(word)
        if len(self) < REMEMBERED:
            self[word] = found
        return found

    def of(self, words: Iterable[str]) -> int:
        """The bits of all these words."""
        return reduce(or_, map(self.__getitem__, words), 0)


@dataclass(frozen=True)
class WordLists:
    """Lists of entries by name."""

    lists: Mapping[str, Iterable[str]]
    _exact: dict[str, set[str]] = field(init=False, default_factory=dict, repr=False)
    _starts: _ByLetters = field(init=False, default_factory=dict, repr=False)
    _ends: _ByLetters = field(init=False, default_factory=dict, repr=False)
    _inside: list[tuple[str, str]] = field(init=False, default_factory=list, repr=False)
    of: Callable[[str], frozenset[str]] = field(init=False, repr=False, compare=False)
    """The names of the lists that hold a lower case word."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "of", Remembered(self.find).__getitem__)
        for name, entries in self.lists.items():
            for entry in entries:
                self._add(name, entry)

    def _add(self, name: str, entry: str) -> None:
        bare = entry.strip("*")
        assert len(bare) >= LETTERS or bare == entry, f"{entry} begins or ends too many words"
        if bare == entry:
            self._exact.setdefault(bare, set()).add(name)
        elif entry.startswith("*") and entry.endswith("*"):
            self._inside.append((bare, name))
        elif entry.endswith("*"):
            self._starts.setdefault(bare[:LETTERS], []).append((bare, name))
        else:
            self._ends.setdefault(bare[-LETTERS:], []).append((bare, name))

    def find(self, word: str) -> frozenset[str]:
        """The same, not kept. Entries with a star are looked at where their outer letters are those of the word."""
        found = list(self._exact.get(word, ()))
        if (entries := self._starts.get(word[:LETTERS])) is not None:
            found += [name for start, name in entries if word.startswith(start)]
        if (entries := self._ends.get(word[-LETTERS:])) is not None:
            found += [name for end, name in entries if word.endswith(end)]
        if self._inside:
            found += [name for piece, name in self._inside if piece in word]
        return frozenset(found) if found else _NONE
