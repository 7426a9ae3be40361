"""Words that a converter cut between two lines without leaving a hyphen.

Some programs take the soft hyphens out of a text together with the space that other lines end in. A line that ends
in a space was never cut. Where a page has several lines without it that the document proves to be cuts, all such
lines of the page are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractors.text.vocabulary import Vocabulary, first_word, last_word
from schemas.document import Line

_LEAST_PROVEN = 3
_PROVEN_SHARE = 0.4
"""So many proven cuts, and this share of all lines in question, make a page on which every such line is cut."""

_SPACED_SHARE = 0.3
"""Pages on which fewer lines end in a space do not print it, and its absence says nothing."""

_LEAST_HALF = 3


def find_cuts(
    lines: Sequence[Line], texts: Sequence[str], begins: frozenset[int], words: Vocabulary
) -> frozenset[int]:
    """Indexes of the lines of running text whose last word goes on in the next line without a hyphen."""
    spaced: dict[int, int] = defaultdict(int)
    closed: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for before, line in pairwise(lines):
        left, right = texts[before.index], texts[line.index]
        if line.index in begins or not left[-1].isalpha() or not right[0].islower():
            continue
        if before.text[-1].isspace():
            spaced[before.page] += 1
            continue
        first, second = last_word(left), first_word(right)
        closed[before.page].append((before.index, _is_proven(first, second, words)))
    proven = {page: [index for index, sure in ends if sure] for page, ends in closed.items()}
    printing = {page for page, ends in closed.items() if spaced[page] >= _SPACED_SHARE * (spaced[page] + len(ends))}
    everywhere = {
        page
        for page in printing
        if len(proven[page]) >= _LEAST_PROVEN and len(proven[page]) >= _PROVEN_SHARE * len(closed[page])
    }
    beside = {page for page in printing if proven[page] and not everywhere.isdisjoint((page - 1, page + 1))}
    cuts: set[int] = set()
    for page in printing:
        cuts.update(index for index, sure in closed[page] if sure or page in everywhere or page in beside)
    return frozenset(cuts)


def _is_proven(first: str, second: str, words: Vocabulary) -> bool:
    """True where the joined word is printed elsewhere and one of the halves never stands alone."""
    if min(len(first), len(second)) < _LEAST_HALF or not words.count(first + second):
        return False
    return not words.stands_alone(first) or not words.stands_alone(second)
