"""Wholes of two lists of counts: what was to be in all, and what came of it in all.

    Målet er 900 ture, fordelt på 600 korte og 300 lange ture. Der er holdt 410 korte og 180 lange ture, i alt 590.

In each of the two sentences one number is the sum of the others; the one answers the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.goals.context import Role
from extractors.goals.odds import Place
from extractors.goals.reading import Sentence

FEWEST = 3
"""Numbers of a sentence of which one is the sum of the others."""
BEHIND = 2
"""Sentences behind the targets among which what came of them is looked for."""


def wholes_in_turn(sentences: Sequence[Sentence], told: Sequence[Sequence[Role]]) -> Iterator[tuple[Place, Place]]:
    """The wholes of results with the wholes of targets that they answer."""
    for place, sentence in enumerate(sentences):
        aim = _whole(sentence, told[place], "target")
        if aim is None:
            continue
        for behind in range(place + 1, min(place + 1 + BEHIND, len(sentences))):
            if sentences[behind].passage_no != sentence.passage_no:
                break
            whole = _whole(sentences[behind], told[behind], "result")
            if whole is not None:
                yield (behind, whole), (place, aim)
                break


def _whole(sentence: Sentence, told: Sequence[Role], role: Role) -> int | None:
    """The place of the number of this role that is the sum of all others of it in its sentence: the first or the
    last; None where there is none, or where they are shares."""
    quantities = sentence.analysis.quantities
    own = [at for at, one in enumerate(told) if one == role and not quantities[at].share]
    if len(own) < FEWEST:
        return None
    total = sum(quantities[at].value for at in own)
    return next((at for at in (own[0], own[-1]) if 2 * quantities[at].value == total), None)


def is_sum(sentence: Sentence, at: int) -> bool:
    """True for the number of a sentence that all its other counts come to."""
    counts = [quantity.value for quantity in sentence.analysis.quantities if not quantity.share]
    return len(counts) >= FEWEST and 2 * sentence.analysis.quantities[at].value == sum(counts)
