"""Kinds of cases that an agenda tells with a letter: ``Budget 2027 (B)``, ``(O) Nyt fra sekretariatet``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.splitting.candidates import Candidate

KINDS: dict[str, str] = {"B": "Beslutning", "D": "Drøftelse", "O": "Orientering"}
"""What the letters stand for."""

_LETTER = re.compile(r"(?:\((?P<before>[BDO])\)\s+)?(?P<title>\S.*?)(?:\s+\((?P<behind>[BDO])\))?")
_SHARE = 0.5
"""Of the headers so many have a letter: one alone is that of a party."""
_SEVERAL = 3


def read_letters(headers: Sequence[Candidate]) -> None:
    """Gives headers the kind of case that the letter beside their title tells, and takes the letter out of the
    title, where two kinds come and most headers have one, or where each of several headers has one."""
    told: list[tuple[Candidate, str, str]] = []
    for header in headers:
        m = _LETTER.fullmatch(header.title)
        letter = (m["before"] or m["behind"]) if m is not None else None
        if m is not None and letter is not None:
            told.append((header, letter, m["title"]))
    kinds = len({letter for _, letter, _ in told})
    each = len(told) == len(headers) >= _SEVERAL
    if not each and (kinds < len(KINDS) - 1 or len(told) < _SHARE * len(headers)):
        return
    for header, letter, title in told:
        header.title = title
        header.item_type = header.item_type or KINDS[letter]
