"""Whether characters are text at all: fonts without Unicode mapping give glyph numbers in place of letters.

Such pages come in three kinds: characters without meaning (replacement, private use, control), letters shifted
by a fixed number (``*RGNHQGHOVH``) and signs in place of letters (``!"#$%&'``). The first is counted, the second
shows in the pairs of letters, the third in the number of different signs.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from ingest.reading.encoding import LINE_END_HYPHEN
from ingest.reading.pdf_cleaning import SOFT_HYPHEN, SYMBOLS, ZERO_WIDTH

ENOUGH_CHARACTERS = 8
ODD_SHARE = 0.1
"""From this share of unmapped characters on, a page is garbled."""
ENOUGH_PAIRS = 40
PAIR_SHARE = 0.3
"""Under this share of common pairs among all pairs of letters, a page is garbled. Danish text of 300 characters
has 0.4 at the least and 0.76 as a rule, the same text shifted by 29 letters 0.1 and never over 0.32."""
VOWEL_SHARE = 0.3
"""From this share of vowels among all characters on, the pairs need not be counted."""
SIGN_SHARE = 0.4
DIFFERENT_SIGNS = 8
ENOUGH_SIGNS = 40
"""So many signs, of so many kinds, making up so much of a page: no letters, no numbers, no leaders."""

DANISH_PAIRS = (
    "af ag al am an ar at be ci de di dr ds ed eg ej ek el em en er es et fa fo fr ft ge gi gs ha he hv ia "
    "id ig ik il in io is it iv je ka ke kl ko kr ks kt la ld le li ll ls lt ma me mi mm mu nd ne ng ni ns "
    "nt og ol om on op or pe pl på ra rb rd re rh ri rk rn rs ru rv sa se si sk so st sy ta te ti ts ud un "
    "us va ve vi vs yn ær ør"
)
"""The most common pairs of letters of Danish, in lower case."""
OFTEN = "er de en et re ge te nd st ti el in le an or sk ke me ne se"
"""Those that are a third of all pairs: they are counted first, and mostly no other need be."""
COMMON_PAIRS = tuple(dict.fromkeys([*OFTEN.split(), *DANISH_PAIRS.split()]))
VOWELS = "eaiouøæåyAEIOUYÆØÅ"
WORD = re.compile(r"[^\W\d_]{2,}")
SIGN = re.compile(r"[!\"#$&'()*+,/:;<>?@\[\\\]^`{}~%]")
UNUSUAL = re.compile(rf"[^\t\n\r -~\u00a0-\u00ff–—‘-„•…€{LINE_END_HYPHEN}]")
SPACES = frozenset(" \t\r\n\f\v\u00a0\u2028\u2029")
HARMLESS = frozenset({SOFT_HYPHEN, LINE_END_HYPHEN, *ZERO_WIDTH, *SYMBOLS})
ODD_CATEGORIES = frozenset({"Cc", "Cn", "Co", "Cs"})


def odd_characters(text: str) -> int:
    """How many characters have no meaning in Unicode: replacement, private use, control, unassigned."""
    if not UNUSUAL.search(text):
        return 0
    return sum(number for character, number in Counter(text).items() if _odd(character))


def _odd(character: str) -> bool:
    if character in SPACES or character in HARMLESS:
        return False
    return character == "\ufffd" or unicodedata.category(character) in ODD_CATEGORIES


def meaning_alone(text: str) -> str:
    """The text with U+FFFD for characters without meaning: private codes are nobody's letters."""
    if not UNUSUAL.search(text):
        return text
    return "".join("\ufffd" if _odd(character) else character for character in text)


def _holds_vowels(text: str, enough: float) -> bool:
    """True where the text holds more than so many vowels; no more are counted."""
    found = 0
    for vowel in VOWELS:
        found += text.count(vowel)
        if found > enough:
            return True
    return False


def _holds_pairs(lowered: str, enough: float) -> bool:
    """True where the text holds so many common pairs of letters; no more are counted."""
    found = 0
    for pair in COMMON_PAIRS:
        found += lowered.count(pair)
        if found >= enough:
            return True
    return False


def is_garbled(text: str) -> bool:
    """True where a page's characters cannot be read as words of Danish or a language near to it."""
    odd = UNUSUAL.search(text) is not None
    if not odd and _holds_vowels(text, VOWEL_SHARE * (len(text) - text.count(" "))):
        return False
    printed = sum(map(len, text.split()))
    if printed < ENOUGH_CHARACTERS:
        return False
    if odd and odd_characters(text) > ODD_SHARE * printed:
        return True
    if _holds_vowels(text, VOWEL_SHARE * printed):
        return False
    pairs = sum([len(word) - 1 for word in WORD.findall(text)])
    if pairs >= ENOUGH_PAIRS and not _holds_pairs(text.lower(), PAIR_SHARE * pairs):
        return True
    signs = SIGN.findall(text)
    return len(signs) > max(SIGN_SHARE * printed, ENOUGH_SIGNS) and len(set(signs)) >= DIFFERENT_SIGNS
