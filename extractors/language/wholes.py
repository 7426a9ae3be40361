"""So many of all there are: ``fem af de otte kurser``, ``7 ud af i alt 9 skoler``, ``12 af byens 18 broer``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.language.analysis import Quantity, Token
from schemas.language import lexicon

_ALL = frozenset({"de", "alle", "i", "alt", "vores", "samtlige"})
"""Words before the number of all there are."""
MOST_BETWEEN = 2
"""Words between *af* and that number."""
SHORTEST_OWNER = 4
"""Letters of the genitive that says whose they are: ``kommunens``."""


def place_of_whole(tokens: Sequence[Token], last: int) -> int | None:
    """Where the number of all there are would stand behind a number that ends at ``last``; None where nothing says
    that it is so many of them."""
    following = [token.lower for token in tokens[last + 1 : last + 3]]
    begin = 2 if following == ["ud", "af"] else 1 if following[:1] == ["af"] else 0
    if not begin:
        return None
    at = last + 1 + begin
    for _ in range(MOST_BETWEEN):
        if at >= len(tokens) or not _says_all(tokens[at].lower):
            break
        at += 1
    return at if at < len(tokens) else None


def number_of_whole(tokens: Sequence[Token], last: int) -> int | None:
    """The same where a number in words or figures stands there."""
    place = place_of_whole(tokens, last)
    printed = tokens[place] if place is not None else None
    numbered = printed is not None and (printed.lower in lexicon().numerals or printed.text.isdecimal())
    return place if numbered else None


def _says_all(word: str) -> bool:
    return word in _ALL or (len(word) >= SHORTEST_OWNER and word.isalpha() and word.endswith("s"))


def is_whole(part: Quantity | None, whole: Quantity, tokens: Sequence[Token]) -> bool:
    """True for the second of two numbers that says how many there are in all."""
    if part is None or part.share or whole.share or whole.comparator is not None or part.value > whole.value:
        return False
    return place_of_whole(tokens, part.last) == whole.first


def with_nouns_of_wholes(quantities: Sequence[Quantity], tokens: Sequence[Token]) -> Iterator[Quantity]:
    """The numbers, those that count a part of others with the noun of these: ``5 ud af 8 kurser`` are courses."""
    for index, quantity in enumerate(quantities):
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        bare = quantity.unit is None and quantity.counted is None
        if bare and following is not None and following.counted and is_whole(quantity, following, tokens):
            quantity = quantity._replace(unit=following.unit, counted=following.counted)
        yield quantity
