"""Amounts of money in running text, in Danish kroner.

The norm is the amount with its scale multiplied in (``24,5 mio. kr.`` is ``24500000``), per inhabitant as
printed; None for amounts in another currency. A range gives both its ends. ``1.000 kr.`` as the unit of a table
is no amount, and ``1,8 mio.`` without «kr.» one only where the text around speaks of money.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.language.numbers import parse_number
from extractors.mentions.found import Found, language
from extractors.text.signs import DIGIT, sign, signs_of
from extractors.text.words import DANGLING

SCALES: dict[str, int] = {
    "tusind": 1_000, "tusinde": 1_000, "t.": 1_000, "t": 1_000, "million": 1_000_000, "millioner": 1_000_000,
    "mio.": 1_000_000, "mio": 1_000_000, "mill.": 1_000_000, "mill": 1_000_000, "milliard": 1_000_000_000,
    "milliarder": 1_000_000_000, "mia.": 1_000_000_000, "mia": 1_000_000_000, "mia.kr": 1_000_000_000,
}  # fmt: skip
"""Words of scale and their factor."""

WORDS: dict[str, str] = {
    "en halv": "0.5", "et halvt": "0.5", "halv": "0.5", "halvanden": "1.5", "en": "1", "én": "1", "et": "1",
    "to": "2", "tre": "3", "fire": "4", "fem": "5", "seks": "6", "syv": "7", "otte": "8", "ni": "9", "ti": "10",
    "elleve": "11", "tolv": "12", "femten": "15", "tyve": "20", "tredive": "30", "fyrre": "40", "halvtreds": "50",
    "hundrede": "100", "to en halv": "2.5", "halvtredje": "2.5",
}  # fmt: skip
"""Number words that stand before million and milliard."""

MONEY_WORDS = re.compile("|".join(language("money")["words"]), re.IGNORECASE)
"""Words that say that «mio.» counts kroner."""

_SIGNS = sign("kr", "mio", "mia", "mill", ",-", ",–", "€", "$", "eur", "dkk", "sek", "nok", "usd", "dollar")
"""What a text that names an amount holds, in small letters."""
_DIGITS, _IN_LETTERS = DIGIT | sign("½"), sign("milli")

_NUMBER = (
    r"\d{1,3}(?:[.\u00a0\u2009]\d{3}){1,5}(?:,\d+)?|\d{1,3}(?:\s\d{3}){1,4}(?:,\d+)?"
    r"|\d+(?:,\d+|(?<!\b(?:19|20)\d\d),\s\d{1,2}(?=\s?(?:mio|mia|mill|kr))|\.\d{1,2})?\s?½?|½"
)
_SCALE = r"millioner|million|milliarder|milliard|mio\.?|mia\.?|mill\.?|tusinde?|t\.?(?=\s?kr)"
_CURRENCY = r"kr\b\.?|kroner\b|krone\b|DKK\b|dkr\.?"
_FOREIGN = r"euro\b|EUR\b|€|SEK\b|NOK\b|USD\b|\$|dollars?\b"
_PER = r"\s?/\s?(?:indbygger|borger|år|barn|elev|plads|døgn|måned|time|person|medlem)\b"

_AMOUNT = re.compile(
    # What an amount may begin with is looked at first: all other letters are passed over at once.
    rf"(?=[-−–m\d½])(?<![\w.,/])(?P<sign>[-−–](?=\d)|minus\s)?"
    rf"(?:(?P<low>{_NUMBER})(?P<link>\s?[-–—]\s?|\stil\s|\sog\s|\seller\s))?"
    rf"(?P<number>{_NUMBER})(?P<even>,[-–])?\s?(?:(?P<scale>{_SCALE})\s?)?"
    rf"(?:(?P<currency>{_CURRENCY})|(?P<foreign>{_FOREIGN}))?(?P<per>{_PER})?",
    re.IGNORECASE,
)
_PREFIXED = re.compile(
    rf"(?<!\w)(?P<currency>kr\.?|DKK|(?P<foreign>€|EUR))\s?(?P<number>{_NUMBER})(?P<even>,[-–])?"
    rf"(?:\s?(?P<scale>{_SCALE})(?!\w))?",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"\b(?P<number>{'|'.join(sorted((re.escape(w) for w in WORDS), key=len, reverse=True))})\s"
    rf"(?P<scale>millioner|million|milliarder|milliard)(?:\s(?P<currency>{_CURRENCY}|danske kroner))?(?!\w)",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\s?(?!(?:{'|'.join(language('money')['not_counted'])})\b)[a-zæøå]")
_UNIT_BEFORE = re.compile(r"(?:\bi|[(,/]|\bbeløb|\bprocent|\balle tal i|angivet i|^)\s*$", re.IGNORECASE)


def find_money(text: str) -> list[Found]:
    """All amounts of the text in order; those of a range overlap: the first spans the whole range."""
    found: list[Found] = []
    told = signs_of(text)
    if told & _SIGNS:
        if told & _DIGITS:
            prefixed = list(_prefixed(text))
            taken = {position for hit in prefixed for position in range(hit.start, hit.end)}
            found += prefixed
            found += (hit for hit in _amounts(text) if hit.start not in taken and hit.end - 1 not in taken)
        if told & _IN_LETTERS:
            found += _in_words(text)
    return sorted(found, key=lambda hit: (hit.start, hit.end))


def _amounts(text: str) -> list[Found]:
    found = []
    for match in _AMOUNT.finditer(text):
        if not (match["currency"] or match["foreign"] or match["scale"] or match["even"]):
            continue
        scale = (match["scale"] or "").lower()
        confidence = 0.95
        if not (match["currency"] or match["foreign"]):
            if not match["even"] and not _counts_kroner(text, match, scale):
                continue
            confidence = 0.8 if match["even"] else 0.75
        if _is_unit(text, match) or _is_year(text, match):
            continue
        end = match.start() + len(match.group().rstrip())
        negative = match["sign"] is not None and match["low"] is None
        start = match.start()
        if match["low"] is not None:
            if _range(match["link"], text, start):
                if (low := _norm(match["low"], scale, bool(match["foreign"]), False)) is not None:
                    found.append(Found(start, end, low, confidence))
            else:
                start = match.start("number")
        norm = _norm(match["number"], scale, bool(match["foreign"]), negative)
        if norm is not None or match["foreign"]:
            found.append(Found(start if match["low"] is None else match.start("number"), end, norm, confidence))
    return found


def _counts_kroner(text: str, match: re.Match[str], scale: str) -> bool:
    """True where «mio.» without «kr.» is followed by nothing that is counted and stands among words of money."""
    if scale.startswith("t") or _COUNTED.match(text, match.end()):
        return False
    return MONEY_WORDS.search(text, max(0, match.start() - 200), match.end() + 120) is not None


def _range(link: str, text: str, start: int) -> bool:
    """True where the link makes a range of two numbers: a dash, «til», or «og» after «mellem»."""
    if link.strip() in ("og", "eller"):
        return link.strip() == "eller" or text[max(0, start - 8) : start].lower().rstrip().endswith("mellem")
    return True


def _is_unit(text: str, match: re.Match[str]) -> bool:
    if match["number"] not in ("1.000", "1000") or match["scale"] or match["low"]:
        return False
    after = text[match.end() : match.end() + 12].lstrip()
    before = text[max(0, match.start() - 14) : match.start()]
    if _UNIT_BEFORE.search(before) or after.startswith((")", "Procent", "Andel", match["number"])):
        return True
    if _HEAD_BEHIND.match(text, match.end()):
        return True
    if match["currency"] and before.rstrip().endswith(match["number"] + " " + match["currency"]):
        return True  # one unit a column
    words = text[max(0, match.start() - _HEADS_REACH) : match.start()].split()
    return len(words) >= _HEADS and not any(word.lower() in DANGLING or word.endswith(":") for word in words)


_HEAD_BEHIND = re.compile(r"\s[A-ZÆØÅ][a-zæøå]+\s[A-ZÆØÅ][a-zæøå]+")
_HEADS = 3
"""So many words without any small word of grammar among them are the heads of columns."""
_HEADS_REACH = 400
"""Characters before an amount that are looked at for heads: the cost of a long line grows with its length alone."""


def _is_year(text: str, match: re.Match[str]) -> bool:
    """True for a year beside the unit of a column: ``2026 kr. 2025 t.kr.``, ``kr. 2026``."""
    scaled = match["scale"] is not None and not match["scale"].lower().startswith("t")
    if not _YEAR.fullmatch(match["number"].strip()) or scaled or match["even"]:
        return False
    if match.re is _PREFIXED:
        return True
    beside = text[max(0, match.start() - _BESIDE) : match.start()] + text[match.end() : match.end() + _BESIDE]
    return _YEAR.search(beside) is not None


_YEAR = re.compile(r"\b(?:199|20[0-4])\d\b")
_BESIDE = 16


def _prefixed(text: str) -> list[Found]:
    found = []
    for match in _PREFIXED.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()].rstrip().lower()
        if before[-1:].isdecimal() or before.endswith(("mio.", "mia.", "mill.", "mio", "mia", "½")):
            continue  # «kr.» belongs to the amount before it
        if _is_year(text, match):
            continue
        norm = _norm(match["number"], (match["scale"] or "").lower(), bool(match["foreign"]), False)
        if norm is not None or match["foreign"]:
            found.append(Found(match.start(), match.end(), norm, 0.9))
    return found


def _in_words(text: str) -> list[Found]:
    found = []
    for match in _IN_WORDS.finditer(text):
        if not match["currency"] and (
            _COUNTED.match(text, match.end())
            or not MONEY_WORDS.search(text, max(0, match.start() - 120), match.end() + 80)
        ):
            continue
        value = Decimal(WORDS[match["number"].lower()]) * SCALES[match["scale"].lower()]
        found.append(Found(match.start(), match.end(), _plain(value), 0.9 if match["currency"] else 0.7))
    return found


def _norm(number: str, scale: str, foreign: bool, negative: bool) -> str | None:
    if foreign:
        return None
    parsed = parse_number(number.replace(", ", ","))
    if parsed is None or parsed.value is None:
        return None
    value = parsed.value * SCALES.get(scale, 1)
    return _plain(-value if negative else value)


def _plain(value: Decimal) -> str:
    """Digits without exponent and without zeros behind the point."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
