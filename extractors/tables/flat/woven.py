"""Heads of two lines that were printed line by line: each word of the lower line goes on with one head above it.

``Område Korte Handlings- Vækst-`` / ``forløb planer planer I alt``; ``Nord Nord Syd Syd`` / ``mål svar mål svar``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.flat.head import Head
from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.words import JOINING_WORDS, heads_labels
from extractors.text.hyphens import seam
from extractors.text.vocabulary import Vocabulary

_FEWEST = 2
_LINES = 2


def woven_head(lines: Sequence[Item], columns: int, words: Vocabulary) -> Head | None:
    """The heads of so many columns that two lines give together; None where they do not prove that they are woven.

    The lower line begins with one word in small letters for each head above that is of a value, and may go on with
    heads of their own. Proof is a hyphen before another head of the upper line, or a word of the lower line that
    comes again.
    """
    if len(lines) != _LINES or any(item.kind != Kind.TEXT for item in lines) or lines[1].gap:
        return None
    upper = _cells(lines[0].text)
    lower = lines[1].text.split()
    small = next((at for at, word in enumerate(lower) if not word[0].islower()), len(lower))
    rest, alone = lower[:small], _cells(" ".join(lower[small:]))
    labels = len(upper) - small
    if small < _FEWEST or not 0 <= labels <= 1 or small + len(alone) != columns:
        return None
    if labels and not heads_labels(upper[0]):
        return None
    if any(word in JOINING_WORDS or not word.isalpha() for word in rest):
        return None
    over = upper[labels:]
    if not (len(set(rest)) < len(rest) or any(head[-1] == "-" for head in over[:-1])):
        return None
    again = any(a == b for a, b in pairwise(over))
    paths: list[tuple[str, ...]] = [
        (head, word) if again else (_joined(head, word, words),) for head, word in zip(over, rest, strict=True)
    ]
    paths += [(head,) for head in alone]
    if len(set(paths)) < len(paths):
        return None
    return Head(paths, upper[:labels])


def _cells(text: str) -> list[str]:
    """A line of heads, one at each capital letter: ``I alt`` is one, ``Andel af`` is."""
    cells: list[str] = []
    for word in text.split():
        if word[0].islower() and cells:
            cells[-1] += f" {word}"
        else:
            cells.append(word)
    return cells


def _joined(head: str, word: str, words: Vocabulary) -> str:
    sew = seam(head, word, words)
    return (head[: -sew.drop] if sew.drop else head) + sew.glue + word
