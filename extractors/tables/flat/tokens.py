"""The words of head lines, and how each is set apart from the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from extractors.tables.flat.lines import Item, Kind
from extractors.text.hyphens import seam
from extractors.text.vocabulary import Vocabulary

_TOKEN = regex.compile(r"\S+")
_GLUED = regex.compile(r"(?<=[a-zæøå]{3}|\balt)(?=[A-ZÆØÅ][a-zæøå]{2})")
_ROTATED_BORDER = regex.compile(r"(?<=[a-zæøå.)])(?=[A-ZÆØÅ])")
_MOST_WORDS = 160


@dataclass(slots=True)
class Token:
    """A word of a head: the item it stands in and how it is set apart from the word before it.

    ``apart`` is ``same`` (same line), ``wide`` (two spaces), ``far`` (more), ``line``, ``block`` (an empty line
    between), ``space`` (a line of white space between), ``glued`` (no space at all: ``altKommunalt``), ``turned``
    (the same in rotated text), ``joined`` (parts of one word). ``deep`` is True for the rest of a head that is
    printed on the line of lower heads. ``wrapped`` tells of the first word of a line whether the line above goes on
    in it; None where nothing does.
    """

    text: str
    item: int
    apart: str
    until: int = -1
    deep: bool = False
    wrapped: bool | None = None

    def __post_init__(self) -> None:
        self.until = max(self.until, self.item)


def tokens_of(items: Sequence[Item], words: Vocabulary) -> list[Token]:
    """The words of head lines, with words broken over lines joined."""
    tokens: list[Token] = []
    spaced = False
    wrapped: bool | None = None
    for position, item in enumerate(items):
        if item.kind == Kind.SPACE:
            spaced, wrapped = True, None
            continue
        deep = position + 1 < len(items) and items[position + 1].index == item.index
        apart = "space" if spaced else "block" if item.gap else "line"
        if item.kind == Kind.ROTATED:
            for piece in _ROTATED_BORDER.split(item.text):
                for k, word in enumerate(piece.split()):
                    tokens.append(Token(word, position, "joined" if k else "turned"))
            spaced = False
            continue
        if wrapped and " " in item.text and not item.text[0].islower():
            wrapped = None  # one of its other heads may be what goes on
        end = None
        for match in _TOKEN.finditer(item.raw):
            if end is not None:
                apart = "far" if match.start() - end > 2 else "wide" if match.start() - end > 1 else "same"
            end = match.end()
            pieces = _unglued(match.group())
            for k, piece in enumerate(pieces):
                low = deep or (item.deep is not None and match.start() >= item.deep)
                low = low or (not k and len(pieces) > 1 and not match.start() and piece[0].islower())
                _add(tokens, Token(piece, position, "glued" if k else apart, deep=low, wrapped=wrapped), words)
                wrapped = None
        spaced, wrapped = False, item.wrapped
    return tokens[:_MOST_WORDS]


@lru_cache(maxsize=4096)
def _unglued(word: str) -> tuple[str, ...]:
    return tuple(_GLUED.split(word))


def _add(tokens: list[Token], token: Token, words: Vocabulary) -> None:
    last = tokens[-1] if tokens else None
    if last is not None and token.apart in ("line", "block", "space"):
        if last.text[-1] in "-‐\u00ad" and len(last.text) > 1:
            sew = seam(last.text, token.text, words)
            if sew.glue == "":
                last.text = (last.text[: -sew.drop] if sew.drop else last.text) + token.text
                last.until, last.deep = token.item, token.deep
                return
            token.apart = "joined"
        elif last.text[-1] == "/" and token.text[0].isalpha():
            last.text += token.text
            last.until = token.item
            return
    tokens.append(token)
