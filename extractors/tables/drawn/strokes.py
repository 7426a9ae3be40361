"""A line of a table whose borders are letters: the cells between its walls, and the rules that run through it.

Box drawings (U+2500 to U+257F) draw ``│ a │ b │`` and ``├───┼───┤``; plain text draws ``| a | b |`` and
``+---+---+``, Markdown ``|:---|---:|`` below its heads.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_FIRST_DRAWN, _LAST_DRAWN = "\u2500", "\u257f"
_LEVEL = frozenset("─━┄┅┈┉═╌╍╴╶╸╺╼╾-=:")
_HEAVY = frozenset("━┅┉═╍╸╺=")
_UPRIGHT = frozenset("│┃┆┇┊┋║╎╏╵╷╹╻╽╿|")
_UPPER = frozenset("┌┍┎┏╒╓╔╭")
_BESIDE_PLUS = frozenset("-=+")
BORDERS = frozenset(map(chr, range(ord(_FIRST_DRAWN), ord(_LAST_DRAWN) + 1))) - _LEVEL | _UPRIGHT | {"+"}
"""What each line of a drawn table begins with."""
_FEWEST_STROKES = 3
_LONGEST_LINE = 2000


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two walls, from letter ``start`` up to letter ``end``, counted from the left border.

    ``rule``: a border runs through it, and nothing is printed there. ``indent`` counts the spaces before its text.
    """

    start: int
    end: int
    text: str
    rule: bool
    indent: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of a drawn table; ``index`` is its ``Line.index``. ``heavy``: its rule is drawn double or bold.
    ``upper``: it begins with the corner of an upper border."""

    index: int
    page: int
    parts: tuple[Part, ...]
    heavy: bool = False
    upper: bool = False

    @property
    def rule(self) -> bool:
        """True where nothing but borders is drawn."""
        return all(part.rule for part in self.parts)

    @property
    def blank(self) -> bool:
        """True where nothing but walls is drawn."""
        return not any(part.rule or part.text for part in self.parts)


def read_stroke(text: str, index: int, page: int) -> Stroke | None:
    """The line of a drawn table that this text is: it begins and ends with a border. None for other text."""
    text = text.strip()
    if not _FEWEST_STROKES <= len(text) <= _LONGEST_LINE or not _is_joint(text, 0):
        return None
    text = unicodedata.normalize("NFC", text)
    if not _is_joint(text, len(text) - 1):
        return None
    walls = [at for at in range(len(text)) if _is_joint(text, at)]
    inner = [text[left + 1 : right] for left, right in pairwise(walls)]
    rules = [_is_rule(text, left, right) for left, right in pairwise(walls)]
    if all(_is_loose_rule(part) for part in inner) and any(part.count("-") >= _FEWEST_STROKES for part in inner):
        rules = [True] * len(inner)
    drawn = "".join(part for part, rule in zip(inner, rules, strict=True) if rule)
    parts = tuple(_parts(walls, inner, rules))
    return Stroke(index, page, parts, heavy=not _HEAVY.isdisjoint(drawn), upper=text[0] in _UPPER)


def _parts(walls: list[int], inner: list[str], rules: list[bool]) -> Iterator[Part]:
    for (left, right), text, rule in zip(pairwise(walls), inner, rules, strict=True):
        printed = "" if rule else " ".join(text.split())
        yield Part(left, right, printed, rule, len(text) - len(text.lstrip()))


def _is_joint(text: str, at: int) -> bool:
    """True for what parts cells: walls and corners. A plus is a corner beside a border or where a line ends."""
    char = text[at]
    if char == "+":
        ends = at in (0, len(text) - 1)
        return ends or text[at - 1] in _BESIDE_PLUS or text[at + 1] in _BESIDE_PLUS
    return char in _UPRIGHT or (_FIRST_DRAWN <= char <= _LAST_DRAWN and char not in _LEVEL)


def _is_rule(text: str, left: int, right: int) -> bool:
    """True for a border from wall to wall; one stroke between two upright walls is a dash."""
    inner = text[left + 1 : right]
    return (
        bool(inner)
        and all(char in _LEVEL for char in inner)
        and (len(inner) >= _FEWEST_STROKES or text[left] not in _UPRIGHT or text[right] not in _UPRIGHT)
    )


def _is_loose_rule(inner: str) -> bool:
    """True for the border of Markdown, which may have room on both sides."""
    inner = inner.strip()
    return len(inner) > 1 and "-" in inner and all(char in _LEVEL for char in inner)
