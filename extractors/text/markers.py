"""Bullets and list numbers at the beginning of printed lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractors.text.words import MONTHS

BULLETS = "•·–—‒▪■□▫●○◦‣⁃➢➤►▶✓✔❖*\uf0b7\uf0a7\uf0fc\uf0d8\uf02d\uf06f\uf0e0\uf076\uf0be\u2212"
"""Signs that open a list entry, symbol fonts without Unicode mapping (private use area) included."""

WEAK_BULLETS = "-o§½\u25cf"
"""Signs that open a list entry only where the text around says so: hyphen, letter o, section sign."""

_BULLET = re.compile(rf"([{re.escape(BULLETS)}])[\s\ufffd]*(?=\S)")
_UNMAPPED = re.compile(r"\(cid:\d{1,5}\)\s+(?=\S)")
"""What some readers print for the bullet of a font without letters."""
_WEAK = re.compile(r"([-§½])[\s\ufffd]+(?=\D)|(o)\s+(?=[^\W\d_]|\d[\d.]*\s[a-zæøå])")
_NUMBER = re.compile(r"(\(?(\d{1,2}|[a-zæøåA-Z]|[ivx]{2,4})[.)])(?:\s+|(?=[A-ZÆØÅ][a-zæøå]))(?=\S)")


class Marker(NamedTuple):
    """The mark of a list entry: as printed, its kind (the bullet itself, ``1.``, ``a)``), its rank in a
    numbered list (0 for bullets) and where the entry's text starts in the stripped line."""

    text: str
    kind: str
    rank: int
    end: int


def read_marker(text: str) -> Marker | None:
    """The marker that the stripped line may begin with; whether it is one the lines around decide."""
    if not text:
        return None
    first = text[0]
    if first == "(" and (match := _UNMAPPED.match(text)) is not None:
        return Marker("•", "•", 0, match.end())
    if first.isdecimal() or first == "(" or text[1:2] in (".", ")") or text[1:3] in ("i.", "i)"):
        return _numbered(text)
    if first.isalpha() and first != "o":  # most lines begin with a word
        return _numbered(text) if first in "ivx" else None
    match = _BULLET.match(text)
    if match is not None:
        return Marker(match[1], match[1], 0, match.end())
    match = _WEAK.match(text)
    if match is not None:
        sign = match[1] or match[2]
        return Marker(sign, sign, 0, match.end())
    return None


def _numbered(text: str) -> Marker | None:
    match = _NUMBER.match(text)
    if match is None:
        return None
    mark, core = match[1], match[2]
    rest = text[match.end() :]
    if core.isdecimal():
        if first_token(rest) in MONTHS or rest[0].isdecimal():
            return None
        return Marker(mark, "1" + mark[-1], int(core), match.end())
    if len(core) > 1 or core == "i":
        return Marker(mark, "i" + mark[-1], ROMAN.index(core) + 1 if core in ROMAN else 0, match.end())
    if core.isupper() and mark[-1] == ".":
        return None  # the initial of a name
    kind = "A" if core.isupper() else "a"
    return Marker(mark, kind + mark[-1], ord(core.lower()) - ord("a") + 1, match.end())


ROMAN: Sequence[str] = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def first_token(text: str) -> str:
    """The first word, lower-cased and without a final point or comma."""
    return text.split(" ", 1)[0].rstrip(".,;:").lower()
