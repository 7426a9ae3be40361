"""Where sentences end in Danish running text."""

from __future__ import annotations

import re

from extractors.words import ABBREVIATIONS, CLOSING_ABBREVIATIONS, MONTHS, OPENERS

_END = re.compile(r"[.!?…]+[\"”“’»')\]]*(?:\d{1,2}(?!\S))?(?=\s)")
_OPENING = "\"”“„»«'(–-•[ "
_BEFORE_WORD = ' (["”“„«»/'
_LONGEST_WORD = 40


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of the text, white space between them left out.

    A point ends a sentence before a capital or a digit, unless it belongs to an abbreviation (``jf.``, ``bl.a.``),
    an ordinal (``7. januar``, ``§ 7. 2``) or an initial.
    """
    bounds: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.start() >= start and _ends_here(text, match):
            bounds.append((start, match.end()))
            start = match.end()
            while start < len(text) and text[start].isspace():
                start += 1
    if start < len(text):
        bounds.append((start, len(text)))
    return bounds


def ends_abbreviated(text: str) -> bool:
    """True where the text ends in an abbreviation with its point."""
    if not text.endswith("."):
        return False
    return _word_before(text, len(text) - 1) in ABBREVIATIONS


def opens_sentence(text: str) -> bool:
    """True where the text begins with a small word that has a capital only at the beginning of a sentence. With a
    second capital it is a name: ``Det Nationale Råd``."""
    first, _, rest = text.partition(" ")
    return first.rstrip(",") in OPENERS and not rest[:1].isupper()


def _ends_here(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + _LONGEST_WORD].lstrip()
    if not after or after[0].islower():
        return False
    if match.group()[0] in "!?…":
        return True
    word = _word_before(text, match.start())
    if not word:
        return True
    if word.isdigit():
        return _number_ends(word, after)
    if len(word) == 1 and word.isalpha():
        return False
    if word in ABBREVIATIONS:
        return word in CLOSING_ABBREVIATIONS and opens_sentence(after.lstrip(_OPENING))
    return bool(after.lstrip(_OPENING))


def _word_before(text: str, end: int) -> str:
    """The word that ends here, lower-cased, with points inside: ``bl.a``."""
    start = end
    while start > 0 and end - start < _LONGEST_WORD and text[start - 1] not in _BEFORE_WORD:
        start -= 1
    return text[start:end].casefold()


def _number_ends(number: str, after: str) -> bool:
    """``… i 2022. Det`` ends; ``den 7. September``, ``§ 7. 3`` and ``i 2. Distrikt`` do not."""
    if after.split(" ", 1)[0].rstrip(".,;:").casefold() in MONTHS:
        return False
    return len(number) > 2 or opens_sentence(after.lstrip(_OPENING))
