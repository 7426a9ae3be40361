"""The heads of a flattened table of goals, cut apart where the converter left no gaps."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, pairwise

import regex

from extractors.goals.headings import Heading, are_years_to_come, heading

MOST_WORDS = 14
"""Words of a head that is cut into cells in every way."""
_STARTS = regex.compile(r"\p{Lu}|(?:19|20)\d\d\b|\d\.(?:kv|halv|tert)|[#✓]")
_PART = regex.compile(r"(?:kv|halv|tert)\p{Ll}*\.?")
"""What is numbered in a year: ``1. kvt. 2031``."""
_TWO_YEARS = regex.compile(r"\b20\d\d 20\d\d\b")
"""What no one head holds."""
_OPEN = frozenset({"og", "for", "i", "til", "af", "på", "med", "pr.", "samt", "eller"})
"""A head does not end so."""


@lru_cache(maxsize=512)
def cut_heads(head: str, width: int, *, worded: bool) -> tuple[float, tuple[str, ...]] | None:
    """The heads of a flattened line: a label (with a number before it two), ``width`` heads of values and, where a
    verdict stands behind them, one of that. The cut whose pieces say most and how much; None where two do that say
    different things."""
    words = head.split()
    if len(words) > MOST_WORDS:
        return None
    starts = [at for at in range(1, len(words)) if _may_begin(words, at)]
    best: list[tuple[float, tuple[str, ...]]] = []
    for labels in (1, 2):
        for chosen in combinations(starts, labels - 1 + width + worded):
            bounds = [0, *chosen, len(words)]
            pieces = tuple(" ".join(words[a:b]) for a, b in pairwise(bounds))
            score = _worth(pieces, labels, width)
            if score is not None:
                best.append((score, pieces))
    if not best:
        return None
    best.sort(key=lambda pair: -pair[0])
    top = [pieces for score, pieces in best if score == best[0][0]]
    meanings = {tuple(heading((piece,)).kind for piece in pieces[1:]) for pieces in top}
    return (best[0][0], top[0]) if len(meanings) == 1 else None


def _may_begin(words: list[str], at: int) -> bool:
    """True for a word with which a head may begin: not the year of a quarter before it."""
    part = at > 1 and words[at][:1].isdecimal() and words[at - 2][:1].isdecimal()
    if words[at - 1].endswith(("-", "/")) or (part and _PART.fullmatch(words[at - 1])):
        return False
    numbered = (
        words[at][:1].isdecimal() and words[at].endswith(".") and _PART.fullmatch("".join(words[at + 1 : at + 2]))
    )
    return bool(numbered) or _STARTS.match(words[at]) is not None


def _worth(pieces: tuple[str, ...], labels: int, width: int) -> float | None:
    """How much a cut of heads says; None where it is none of a table of goals."""
    if any(piece.split()[-1].lower() in _OPEN or _TWO_YEARS.search(piece) for piece in pieces):
        return None
    meanings = [heading((piece,)) for piece in pieces]
    if labels == 2 and meanings[0].kind != "number":
        return None
    values = meanings[labels : labels + width]
    if any(map(_holds_start, pieces[labels : labels + width], values)):
        return None
    if pieces[labels][:1].isdecimal() and _ends_in_start(pieces[labels - 1]):
        return None
    kinds = [meaning.kind for meaning in values]
    told = {"aim", "maybe_aim"} & set(kinds) and {"outcome", "time", "fulfilment"} & set(kinds)
    if not told and not (meanings[labels - 1].kind == "aim" and are_years_to_come(pieces[labels : labels + width])):
        return None
    score = float(2 * labels)
    for meaning, piece in zip(meanings[labels:], pieces[labels:], strict=True):
        score += 2 if meaning.kind not in (None, "time") else 1 if meaning.kind == "time" else 0
        score += 1 if meaning.year and meaning.kind in ("aim", "outcome", "maybe_aim") else 0
        score -= 0.2 * (len(piece.split()) - 1) + (1 if meaning.rest else 0)
        score -= 1 if piece[:1].isdecimal() and meaning.kind != "time" else 0
    if meanings[labels - 1].year or (labels == 1 and meanings[0].kind in ("outcome", "time")):
        score -= 1
    if len(meanings) > labels + width and meanings[-1].kind not in ("verdict", "outcome"):
        return None
    return score


def _holds_start(piece: str, meaning: Heading) -> bool:
    """True for the head of an aim that holds the one of where it sets out: ``Effektmål Baseline 2030``."""
    return meaning.kind == "aim" and _ends_in_start(piece)


def _ends_in_start(piece: str) -> bool:
    """``Indikator Baseline``: the head of where things set out ends a piece that begins otherwise."""
    words = piece.split()
    return any(
        word[:1].isupper() and heading((" ".join(words[at:]),)).kind == "earlier"
        for at, word in enumerate(words[1:], 1)
    )
