"""Letters that were written as UTF-8, read as an eight-bit encoding and saved again: ``KÃ¸ge`` is ``Køge``."""

from __future__ import annotations

import re

from schemas.document import Note
from schemas.wording import counted

_DANISH = re.compile("Ã[¦¸¥†˜…\x86\x98\x85]")
"""The letters æ, ø and å, read as cp1252 or Latin-1: no Danish word holds one of these pairs."""
_RUN = re.compile(r"[\x80-\uffff]{2,}")


def mended(text: str) -> tuple[str, list[Note]]:
    """The text with such letters set right, and a note of how many runs of them there were.

    Nothing is touched in a text without a Danish one among them, nor a run that is no valid UTF-8: what is set
    right is what the same bytes say.
    """
    if _DANISH.search(text) is None:
        return text, []
    count = 0

    def again(match: re.Match[str]) -> str:
        nonlocal count
        try:
            letters = b"".join(map(_byte, match.group())).decode("utf-8")
        except UnicodeError:
            return match.group()
        count += 1
        return letters

    text = _RUN.sub(again, text)
    told = counted(count, "run of letters was", "runs of letters were")
    return text, [Note("encoding", "info", f"{told} UTF-8 saved as another encoding, and set right")]


def _byte(letter: str) -> bytes:
    """The byte that was read as this letter; cp1252 leaves five bytes out, which are read as they are."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
