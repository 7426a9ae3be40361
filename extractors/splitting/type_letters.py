"""Kinds of cases that an agenda tells with a letter: ``Budget 2027 (B)``, ``(O) Nyt fra sekretariatet``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.splitting.candidates import Candidate
from extractors.splitting.contents import Entry

KINDS: dict[str, str] = {"B": "Beslutning", "D": "Drøftelse", "O": "Orientering"}
"""What the letters stand for."""

_LETTER = re.compile(r"(?:\((?P<before>[BDO])\)\s+)?(?P<title>\S.*?)(?:\s+\((?P<behind>[BDO])\))?")
_SHARE = 0.5
"""Of the headers so many have a letter: one alone is that of a party."""
_SEVERAL = 3
"""So many with a letter each, or one less where none stands behind a name."""


LEGEND = re.compile(
    r"\(?[A-Z]\)?\s?[=:–-]\s?[A-ZÆØÅa-zæøå]+(?:(?:,|;|\sog)\s\(?[A-Z]\)?\s?[=:–-]\s?[A-ZÆØÅa-zæøå]+)+\.?"
)
"""``B = beslutning, O = orientering``: what tells the letters is no part of the title above it."""


def read_letters(headers: Sequence[Candidate] | Sequence[Entry]) -> None:
    """Gives headers, or the entries of contents, the kind of case that the letter beside their title tells, and
    takes the letter out of the title, where two kinds come and most have one, or where each of several has one."""
    told: list[tuple[Candidate | Entry, str, str]] = []
    for header in headers:
        m = _LETTER.fullmatch(header.title)
        letter = (m["before"] or m["behind"]) if m is not None else None
        if m is not None and letter is not None:
            told.append((header, letter, m["title"]))
    kinds = len({letter for _, letter, _ in told})
    plain = all(title.rsplit(maxsplit=1)[-1][:1].islower() for _, _, title in told)
    each = len(told) == len(headers) >= (_SEVERAL - 1 if plain else _SEVERAL)
    if not each and (kinds < len(KINDS) - 1 or len(told) < _SHARE * len(headers)):
        return
    for header, letter, title in told:
        header.title = title
        header.item_type = header.item_type or KINDS[letter]
