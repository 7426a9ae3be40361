"""The clauses of a sentence, and the equations in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extractors.language.analysis import Analysis, Quantity, Token

CLAUSE_WORDS = frozenset(
    [
        "og",
        "fordi",
        "eftersom",
        "selvom",
        "men",
        "hvilket",
        "hvorfor",
        "hvor",
        "dvs",
        "dvs.",
        "mens",
        "så",
        "hvoraf",
        "heraf",
        "samt",
        "hvormed",
        "når",
        "hvorved",
        "idet",
        "da",
    ]
)
"""Words that begin a new clause after a comma."""


_MARKS = frozenset("()–—-;:,")
"""Marks without which no clause begins or ends."""


class Equation(NamedTuple):
    """``45% er lig 100%``: a value and the degree of fulfilment it stands for."""

    value: Quantity
    degree: Quantity


@lru_cache(maxsize=64)
def clauses(analysis: Analysis) -> list[tuple[int, int]]:
    """First and last token of each clause."""
    tokens = analysis.tokens
    starts = [0]
    for index in [place for place, token in enumerate(tokens) if token.text in _MARKS and place]:
        token = tokens[index]
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        dash = token.text in ("–", "—") or (token.text == "-" and tokens[index - 1].end < token.start)
        if token.text == "(" and _explains(tokens, index):
            continue
        if token.text == ")" and index > 3 and any(_explains(tokens, i) for i in range(max(1, index - 4), index)):
            continue
        if token.text in ("(", ";") or dash:
            starts.append(index)
        elif following is None:
            continue
        elif token.text == ")" or (
            token.text == ":"
            and index > 5
            and any("outcome" in t.signs for t in tokens[starts[-1] : index])
            and not _lists_goals(tokens, index)
        ):
            starts.append(index + 1)
        elif token.text == "," and following.lower in CLAUSE_WORDS:
            starts.append(index)
    ends = [*(start - 1 for start in starts[1:]), len(tokens) - 1]
    return list(zip(starts, ends, strict=True))


def _explains(tokens: tuple[Token, ...], index: int) -> bool:
    """``en tredjedel (33 pct.)``: brackets with a number and its unit alone belong to the words before."""
    if tokens[index].text != "(":
        return False
    inside = []
    for token in tokens[index + 1 : index + 5]:
        if token.text == ")":
            break
        inside.append(token.text)
    else:
        return False
    return (
        bool(inside)
        and inside[0][0].isdecimal()
        and all(t[0].isdecimal() or t in ("%", "pct", "pct.", "procent", ".") for t in inside)
    )


def _lists_goals(tokens: tuple[Token, ...], colon: int) -> bool:
    """``… er der sat tre mål: Andelen skal være …``, ``følgende måltal: 90 kurser og …``: what follows the colon
    are
    the goals."""
    behind = tokens[colon + 1 : colon + 16]
    if "goal" not in tokens[colon - 1].signs:
        return False
    counted = (
        bool(behind) and behind[0].text[0].isdecimal() and tokens[colon - 2].lower in ("følgende", "disse", "nye")
    )
    return counted or any("bound" in token.signs for token in behind)


def clause_of(analysis: Analysis, quantity: Quantity) -> tuple[int, int]:
    """First and last token of the clause that holds the quantity."""
    for first, last in clauses(analysis):
        if first <= quantity.first <= last:
            return first, last
    return 0, len(analysis.tokens) - 1


def equations(analysis: Analysis) -> Iterator[Equation]:
    """Pairs such as ``45% er lig 100%``."""
    for left, right in pairwise(analysis.quantities):
        if not left.unit == right.unit == "%":
            continue
        between = [token.lower for token in analysis.tokens[left.last + 1 : right.first]]
        equal = (between[:2] == ["er", "lig"] and len(between) <= 3) or between in (["svarer", "til"], ["="])
        if equal:
            yield Equation(left, right)


def without_clauses(left: Sequence[Token]) -> Sequence[Token]:
    """The words before a number without the clauses of whom it counts: ``Andelen, der forventer en effekt, er``."""
    kept: list[Token] = []
    place = 0
    while place < len(left):
        opens = left[place].text == "," and place + 1 < len(left) and left[place + 1].lower in ("der", "som")
        end = next((at for at in range(place + 2, len(left)) if left[at].text == ","), None) if opens else None
        if end is None:
            kept.append(left[place])
        place = place + 1 if end is None else end + 1
    return kept
