"""Whose a paper without a header is: of the item above, of the item whose header follows, or of neither.

The order of the packet leaves these choices; the words decide. The telling words of an item's title, those of the
meeting (``Orientering om``, ``Status på``) left out, are looked for where the paper opens. Where a number is left
out between two headers, the paper may belong to the item that is not named, and the words must be in its title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractors.splitting.item_numbers import number_parts
from extractors.splitting.likeness import tokens
from extractors.splitting.outline import Outline
from extractors.splitting.words import ITEM_TYPES, MEETING_WORDS

OPENING = 120
"""Printed lines of a paper that are searched for the words of a title."""

HELD = 0.6
"""A title is found where so much of it stands in the paper, by length of its words."""

APART = 0.3
"""Two titles are told apart where the shares of them that the paper holds differ by so much."""

OFTEN = 3
"""Times that the words of a title come in the opening of a paper that is about them."""

STRANGE = 0.2
"""A paper that holds less of a title than this is about something else."""

FORM = 0.8
"""A form of a word shares so much of it, from its beginning: ``erhvervshus`` for ``erhvervshuset``."""

_YEAR = re.compile(r"\d+")
_TITLE_LINES = 4


class Choice(NamedTuple):
    """The items a paper may belong to, by number and title, None where there is none on that side; ``missing`` is
    True where an item may have been left out between them."""

    before: tuple[str, str] | None
    after: tuple[str, str] | None
    missing: bool


class Held(NamedTuple):
    """The share of a title's telling words that a text holds, by their length, and how often it has any of them."""

    share: float
    times: int


def telling(title: str) -> list[str]:
    """The words of an item's title that tell its subject, in lower case."""
    return [w for w in tokens(title) if w not in MEETING_WORDS and w not in ITEM_TYPES and not _YEAR.fullmatch(w)]


def owner(outline: Outline, lines: Sequence[int], choice: Choice) -> str | None:
    """The number of the item that the words of the paper point to; None where they point to none or to both.
    ``lines`` are the printed lines of the paper. To the item below, which is against the order of the packet, they
    point only where they come again and again, or all of them in the title."""
    text = Counter(tokens(" ".join(outline.text(n) for n in lines[: _TITLE_LINES if choice.missing else OPENING])))
    above, below = (_found(text, side[1]) if side else Held(0.0, 0) for side in (choice.before, choice.after))
    least = 1.0 if choice.missing else HELD
    if choice.before and above.share >= least and above.share - below.share >= APART:
        return choice.before[0]
    often = choice.missing or below.times >= OFTEN
    if choice.after and often and below.share >= least and below.share - above.share >= APART:
        return choice.after[0]
    return None


def titled_alike(outline: Outline, lines: Sequence[int], titles: Mapping[str, str]) -> str | None:
    """The number of the only item all of whose telling words stand in the first lines of a paper, where no other
    item has any of its own there; None where there is none. ``titles`` are those of the items by their numbers."""
    text = Counter(tokens(" ".join(outline.text(n) for n in lines[:_TITLE_LINES])))
    held = {number: _found(text, title).share for number, title in titles.items()}
    whole = [number for number, share in held.items() if share == 1.0 and _tells(titles[number])]
    return whole[0] if len(whole) == 1 and sum(share > 0 for share in held.values()) == 1 else None


def _tells(title: str) -> bool:
    return sum(map(len, telling(title))) >= _SHORTEST


_SHORTEST = 6
"""Letters in the telling words of a title that is known by them."""


def is_strange(outline: Outline, lines: Sequence[int], title: str) -> bool:
    """True where a paper of some length holds next to nothing of what an item is about."""
    text = Counter(tokens(" ".join(outline.text(n) for n in lines[:OPENING])))
    return len(lines) >= OPENING // 2 and _found(text, title).share < STRANGE


def _found(text: Mapping[str, int], title: str) -> Held:
    """How much of the telling words of a title stands in a text, given as the counts of its words.

    A form of a word counts, and a compound that begins with it: ``erhvervsfremme`` is in ``erhvervsfremmesystem``,
    ``erhvervsfremmestrategi`` is not.
    """
    subject = telling(title)
    times = [sum(n for other, n in text.items() if _is_form(other, word)) for word in subject]
    length = sum(map(len, subject))
    share = sum(len(word) for word, n in zip(subject, times, strict=True) if n) / length if length else 0.0
    return Held(share, sum(times))


def _is_form(other: str, word: str) -> bool:
    return other.startswith(word) or (word.startswith(other) and len(other) >= FORM * len(word))


def leaves_room(before: str, after: str) -> bool:
    """True where an item may stand between two numbers: one is left out, or a new chapter begins."""
    a, b = (number_parts(number) for number in (before, after))
    return len(a) != len(b) or a[:-1] != b[:-1] or b[-1] > a[-1] + 1
