"""The words of a sentence, as spaCy's rules for Danish part it.

The rules stand here because importing spaCy takes longer than reading a paper. What stands between white space is
parted by itself: signs are taken off at both ends until none is left there, the rest is parted at signs between
letters; what ``data/whole_words.txt`` lists stays as it is (``bl.a.``, ``A/S``, ``12.``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import regex

from schemas.word_lists import REMEMBERED

Parts = tuple[str, ...]

PUNCTUATION = "…,:;!?¿؟¡()[]{}<>_#*&。？！，、；：～·।،۔؛٪"
QUOTES = '"”“`‘´’‚,„»«「」『』（）〔〕【】《》〈〉〈〉⟦⟧'
CURRENCIES = "US$ C$ A$ $ £ € ¥ ฿ ₽ ﷼ ₴ ₠ ₡ ₢ ₣ ₤ ₥ ₦ ₧ ₨ ₩ ₪ ₫ ₭ ₮ ₯ ₰ ₱ ₲ ₳ ₵ ₶ ₷ ₸ ₹ ₺ ₻ ₼ ₾ ₿"
UNITS = (
    "km km² km³ m m² m³ dm dm² dm³ cm cm² cm³ mm mm² mm³ ha µm nm yd in ft kg g mg µg t lb oz m/s km/h kmh mph "
    "hPa Pa mbar mb MB kb KB gb GB tb TB T G M K %"
)
"""Units that are parted from the digit before them."""


def _any(words: str) -> str:
    return "|".join(map(regex.escape, words.split()))


def _one(signs: str) -> str:
    return "[" + "".join(rf"\{sign}" for sign in signs) + "]"


_LETTER, _LOWER = r"[\p{L}--[ªµº]]", r"[\p{Ll}--[µ]]"
_SIGN = rf"\.\.+|{_one(PUNCTUATION + QUOTES)}|\p{{So}}|[—–]"
_first = regex.compile(rf"{_SIGN}|['§%=]|\+(?![0-9])|{_any(CURRENCIES)}", regex.VERSION1)
_last = regex.compile(
    rf"(?:……|{_SIGN}|(?<=[0-9])(?:\+|{_any(CURRENCIES)}|{_any(UNITS)})|(?<=[^sSxXzZ])'|(?<=°[CcFfKk])\."
    rf"|(?<=[0-9%²+\-|']|{_LOWER}|{_one(PUNCTUATION + QUOTES)}|\p{{Lu}}\p{{Lu}})\.)$",
    regex.VERSION1,
)
_between = regex.compile(
    rf"\.\.+|…|\p{{So}}|(?<={_LOWER})\.(?=\p{{Lu}})|(?<={_LETTER})(?:{_one('!?()[]' + QUOTES)}|--)(?={_LETTER})"
    rf"|(?<=[0-9]|{_LETTER})[:<>=/](?={_LETTER})",
    regex.VERSION1,
)
_address = regex.compile(
    r"(?:[\w+\-.]{2,}://)?(?:\S+(?::\S*)?@)?"
    r"(?:\d{1,3}(?:\.\d{1,3}){3}|(?:(?:[A-Za-z0-9¡-\uffff][A-Za-z0-9¡-\uffff_-]{0,62})?[A-Za-z0-9¡-\uffff]\.)+"
    rf"{_LOWER}{{2,63}})(?::\d{{2,5}})?(?:[/?#]\S*)?",
    regex.VERSION1,
)
"""An address of the web or of mail, which is one word."""
_chunks = re.compile(r"\S+|(?<!\S)\s+|(?! )\s+")
"""What stands between white space, and white space other than one blank."""


@cache
def whole_words() -> dict[str, Parts]:
    """What is not parted by rule, with its parts: most are one."""
    text = (files("schemas") / "data" / "whole_words.txt").read_text(encoding="utf-8")
    listed = (tuple(line.split()) for line in text.splitlines() if not line.startswith("# "))
    return {"".join(parts): parts for parts in listed}


class _Parted(dict[str, Parts]):
    """What was parted, kept: a packet holds the same words over and over."""

    def __missing__(self, chunk: str) -> Parts:
        parts = part(chunk)
        if len(self) < REMEMBERED:
            self[chunk] = parts
        return parts


def part(chunk: str) -> Parts:
    """The words of what stands between white space; together they are all of it."""
    if chunk.isalpha():
        return (chunk,)
    whole = whole_words()
    if (listed := whole.get(chunk)) is not None:
        return listed
    return _rejoined(_by_rule(chunk, whole))


def _by_rule(chunk: str, whole: Mapping[str, Parts]) -> Parts:
    before, middle, behind = _without_ends(chunk, whole)
    return (*before, *_inner(middle, whole), *behind)


def _without_ends(chunk: str, whole: Mapping[str, Parts]) -> tuple[list[str], str, list[str]]:
    """The signs before and behind the rest."""
    before: list[str] = []
    behind: list[str] = []
    while chunk and chunk not in whole:
        first = found.group() if (found := _first.match(chunk)) else ""
        rest = chunk[len(first) :]
        if first and rest in whole:
            before.append(first)
            return before, rest, behind
        last = found.group() if (found := _last.search(rest)) else ""
        if last and (shorter := chunk[: -len(last)]) in whole:
            behind.insert(0, last)
            return before, shorter, behind
        if not first and not last:
            break
        if first:
            before.append(first)
        if last:
            behind.insert(0, last)
        chunk = rest[: len(rest) - len(last)]
    return before, chunk, behind


def _inner(text: str, whole: Mapping[str, Parts]) -> Parts:
    """The parts between signs that stand between letters, with these."""
    if not text:
        return ()
    if (listed := whole.get(text)) is not None:
        return listed
    found = [match.span() for match in _between.finditer(text) if match.start()]
    if not found or _address.fullmatch(text):
        return (text,)
    parts, place = [], 0
    for start, end in found:
        parts += [text[place:start], text[start:end]]
        place = end
    return tuple(piece for piece in (*parts, text[place:]) if piece)


@cache
def _patterns() -> dict[str, list[tuple[Parts, Parts]]]:
    """By its first part: the listed words that the rules alone would part, in these parts, with those they have."""
    found: dict[str, list[tuple[Parts, Parts]]] = {}
    for word, written in whole_words().items():
        parts = _by_rule(word, {})
        if len(parts) > 1:
            found.setdefault(parts[0], []).append((parts, written))
    return found


def _rejoined(parts: Parts) -> Parts:
    """The parts with those put together again that are a listed word between others: ``A/S`` in ``A/S/B``."""
    if len(parts) < 2:
        return parts
    patterns = _patterns()
    spans = [
        (len(pattern), -place, written)
        for place, part in enumerate(parts)
        for pattern, written in patterns.get(part, ())
        if parts[place : place + len(pattern)] == pattern
    ]
    taken: set[int] = set()
    written_at: dict[int, tuple[int, Parts]] = {}
    for length, below, written in sorted(spans, reverse=True):
        if -below not in taken and length - below - 1 not in taken:
            written_at[-below] = length, written
        taken.update(range(-below, length - below))
    joined: list[str] = []
    place = 0
    while place < len(parts):
        length, words = written_at.get(place, (1, parts[place : place + 1]))
        joined += words
        place += length
    return tuple(joined)


_parted = _Parted()


def words_of(text: str) -> list[tuple[str, int]]:
    """The words of a text with the places where they begin. White space other than one blank is a word as well: it
    parts a phrase."""
    words = []
    for match in _chunks.finditer(text):
        place = match.start()
        for word in _parted[match.group()]:
            words.append((word, place))
            place += len(word)
    return words
