"""Printed characters as text: what fonts of PDFs do to letters, undone."""

from __future__ import annotations

import re
import string
import unicodedata

from ingest.reading.encoding import LINE_END_HYPHEN, SIGN

LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
SWAPPED = {chr(ord(letter) << 8): letter for letter in string.ascii_letters}
"""Letters of ligatures whose UTF-16 bytes a producer wrote in the wrong order: ``e昀昀ekt`` is ``effekt``."""
MISNAMED = {"Ɵ": "ti", "Ʃ": "tt", "Ō": "ft", "ƫ": "tti"}
"""Ligatures of Calibri that some producers name by a letter nobody uses: ``kommuniƩet`` is ``kommunittet``."""
SYMBOLS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf06e": "■", "\uf0a8": "◻", "\uf071": "❑", "\uf076": "❖", "\uf0d8": "➢",
    "\uf0fc": "✓", "\uf0e0": "→", "\uf0e8": "➔", "\uf02d": "–",
}  # fmt: skip
"""Bullets of the fonts Symbol and Wingdings, which have places of private use."""
ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
SOFT_HYPHEN = "\u00ad"

PLAIN = re.compile(r"[!-~æøåÆØÅéÉüÜöÖäÄ§½´«»–—‘’‚“”„•…€]+")
"""What needs no cleaning."""
MISMAPPED = re.compile(f"[{''.join([*SWAPPED, *MISNAMED])}]")
"""Characters that stand for others."""
TABLE = str.maketrans(
    {**LIGATURES, **SWAPPED, **MISNAMED, **SYMBOLS, **dict.fromkeys(ZERO_WIDTH), LINE_END_HYPHEN: "-"}
)


def clean(text: str) -> str:
    """A word with ligatures spelt out, letters composed (NFC) and without what takes no room."""
    if PLAIN.fullmatch(text):
        return text
    text = unicodedata.normalize("NFC", text.translate(TABLE))
    if SOFT_HYPHEN in text:
        text = SIGN.sub("-", text)
        text = text[:-1].replace(SOFT_HYPHEN, "") + text[-1].replace(SOFT_HYPHEN, "-")
    return text
