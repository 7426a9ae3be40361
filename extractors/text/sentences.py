"""Where sentences end in Danish running text."""

from __future__ import annotations

import re

from extractors.text.words import ABBREVIATIONS, CLOSING_ABBREVIATIONS, MONTHS, OPENERS

_END = re.compile(r"[.!?…](?:[.!?…]{0,8}[\"”“’»«')\]]{0,4}(?=\s)|(?<=[^\W\d_][.!?])[\"”“’»')\]]{0,4}\d{1,2}(?=\s))")
"""Signs that may end a sentence, with closing quotes and a footnote number."""

_OPENING = "\"”“„»«'(–-•[ "
_BEFORE_WORD = ' (["”“„«»/'
_LONGEST_WORD = 40
_LEADER = 4
"""So many points in a row lead to a page number; they end nothing."""

_LABEL = re.compile(r"[\dA-ZÆØÅ]{1,3}(?:\.[\da-z]{1,2})*")
"""What stands before a heading or an entry: ``2.1``, ``A``, ``2B``."""

_CURRENCIES = ("DKK", "EUR", "USD", "SEK", "NOK", "Euro", "€")


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of the text, white space between them left out.

    A point ends a sentence before a capital or a digit, unless it belongs to an abbreviation (``jf.``, ``bl.a.``),
    an ordinal (``7. januar``), an initial or the number of a heading.
    """
    bounds: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.start() >= start and _ends_here(text, match, start):
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
    return _abbreviation(text[_word_start(text, len(text) - 1) : -1]) in ABBREVIATIONS


def opens_sentence(text: str) -> bool:
    """True where the text begins with a small word that has a capital only at the beginning of a sentence. With a
    second capital it is a name: ``Det Nationale Råd``."""
    first, _, rest = text.partition(" ")
    return first.rstrip(",") in OPENERS and not rest[:1].isupper()


def _ends_here(text: str, match: re.Match[str], start: int) -> bool:
    after = text[match.end() : match.end() + _LONGEST_WORD].lstrip()
    mark = match.group()
    if not after or after[0].islower() or mark.startswith("." * _LEADER):
        return False
    if mark[0] in "!?…":
        return True
    begin = _word_start(text, match.start())
    word = text[begin : match.start()]
    follower = after.lstrip(_OPENING)
    if begin == start and _LABEL.fullmatch(word):
        return False
    if not word or not follower:
        return bool(follower)
    if word.isdecimal():
        return after.split(" ", 1)[0].rstrip(".,;:").casefold() not in MONTHS
    if len(word) == 1 and word.isupper():
        return word == "S" and text[:begin].endswith(_COMPANIES)
    short = _abbreviation(word)
    if short in ABBREVIATIONS:
        closing = short in CLOSING_ABBREVIATIONS and after[0] != "("
        return closing and follower[0].isupper() and not follower.startswith(_CURRENCIES)
    return True


_COMPANIES = ("A/", "I/", "K/", "P/")
"""``A/S`` and ``I/S`` have no point of their own: one behind them ends a sentence."""


def _abbreviation(word: str) -> str:
    """The word as abbreviations are listed: ``CVR-nr`` is ``nr``; ``KL`` is a name and stays as it is."""
    word = word.rpartition("-")[2]
    return word if len(word) > 1 and word.isupper() else word.casefold()


def _word_start(text: str, end: int) -> int:
    """Where the word that ends here begins; it may hold points: ``bl.a``."""
    start = end
    while start > 0 and end - start < _LONGEST_WORD and text[start - 1] not in _BEFORE_WORD:
        start -= 1
    return start
