"""Number words that count what was named before: ``Der er holdt fem``, ``Seksten blev det til``."""

from __future__ import annotations

from extractors.language.analysis import Token

_LINKS = frozenset({"er", "var", "blev", "være", "blive"})
"""Verbs between what is counted and its number at the end of a sentence."""


def is_elided(tokens: tuple[Token, ...], index: int) -> bool:
    """``de første fem er udarbejdet``: a count of what was named before."""
    before = tokens[index - 1].lower if index else ""
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if _is_of_scale(tokens, index):
        return False
    if after == "på" and any(sign.startswith("cmp:") for sign in (tokens[index - 1].signs if index else ())):
        return True  # `skal give mindst syv på en skala til ti`
    if _is_some_of_them(tokens, index):
        return True
    if before == "der" and index > 1 and "outcome" in tokens[index - 2].signs and not after[:1].isalpha():
        return True
    first = index + 2 if after == "første" and before == "de" else index + 1
    told = tokens[first].lower if first < len(tokens) else ""
    if before in ("første", "alt", "foreløbig", "alle", "samtlige", "de") and told in ("er", "blev", "var", "har"):
        return True  # `De fem er holdt`, `De to første er holdt`
    ended = index + 1 >= len(tokens) or (after == "." and index + 2 >= len(tokens))
    if ended and any(token.lower in _LINKS for token in tokens[max(0, index - 8) : index]):
        return True  # `Tallet var til sidst otte.`, `Antallet af fald skal højst være seks.`
    closing = not after[:1].isalpha() or after in ("og", "mod", "i")
    if before in ("til", "på", "med", "kun", "blot", "hele") and closing:
        return True
    if index == 0 or before == ";":
        tokens, index = tokens[index:], 0
        return len(tokens) > 1 and bool(tokens[1].signs & {"past", "outcome"})  # `Seksten blev det til`
    if [token.lower for token in tokens[max(0, index - 3) : index - 1]] == ["lykkedes", "at"]:
        return closing  # `Det lykkedes at holde ni, da …`
    if before in ("har", "havde") and index > 1 and tokens[index - 2].lower in ("det", "dette"):
        return tokens[index + 1].signs >= {"outcome"} if after[:1].isalpha() else False  # `Det har ni fået`
    return (
        index > 0
        and "outcome" in tokens[index - 1].signs
        and (not after[:1].isalpha() or after in ("og", "mod", "i"))
    )


def _is_of_scale(tokens: tuple[Token, ...], index: int) -> bool:
    """``på en skala fra et til ti``: an end of a scale measures nothing."""
    return any(token.lower.startswith("skala") for token in tokens[max(0, index - 4) : index])


def _is_some_of_them(tokens: tuple[Token, ...], index: int) -> bool:
    """``heraf er fire afholdt``, ``det lykkedes for ni af dem``: so many of what was counted before."""
    before = [token.lower for token in tokens[max(0, index - 2) : index]]
    behind = [token.lower for token in tokens[index + 1 : index + 3]]
    done = index + 1 < len(tokens) and "outcome" in tokens[index + 1].signs
    opened = len(before) == 2 and before[0] in ("heraf", "hvoraf") and before[1] in ("er", "var", "blev", "har")
    return (opened and done) or (before[-1:] == ["for"] and behind == ["af", "dem"])
