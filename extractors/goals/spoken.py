"""Whether a text speaks of goals: what its words say, asked once for each printed word.

Lines, passages and sentences are asked, and most of them speak of none. A printed word is what white space parts;
what it says is kept, with that of which it may be a piece: no phrase is looked for where none of its words stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

import regex

from extractors.language.danish import figures_of
from schemas.language import Signs, lexicon
from schemas.word_lists import Remembered, WordLists

AIMED = frozenset({"goal", "aiming", "fulfilment", "spoken"})
"""Signs of words that speak of goals."""
OWED = frozenset({"bound", "planned", "agreed", "pledge", "owing"})
"""Signs of words by which a figure is owed: its passage is read, for what became of it may stand behind."""
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"[\d½]")
_OPEN_HINT = regex.compile(r"\bnå\s\d|\bnul-\w", regex.IGNORECASE)
_FIGURE = regex.compile(
    r"\bhver\s(?:"
    + "|".join(lexicon().shares)
    + r")\b|\ben\sud\saf\b|\b(?:"
    + "|".join((*lexicon().numerals, *lexicon().fractions))
    + r"|nul-\w+)\b",
    regex.IGNORECASE,
)
"""What a sentence must hold to be worth the language pipeline."""
_ANNOUNCES = regex.compile(
    r"\b(?:har|havde|er|var|med|sætter|sat|opstille\w*|opstillet|følgende|indeholder|indeholdt|rummer|rummede|består|"
    r"aftalt|vedtaget|fastsat|fastsætter|fastlagt)\b"
    r"[^.]{0,40}\b(?:\w*mål|målene|målsætninger(?:ne)?|\w*måltal|målepunkter(?:ne)?|\w*krav|løfter|ambitioner|"
    r"succeskriterier|pejlemærker|milepæle)\b(?!\s\d)",
    regex.IGNORECASE,
)
"""A sentence that says that goals come: those that follow it in its passage may state them."""


_PHRASE = "in:phrase:"


def _piece(phrase: str) -> str:
    """The longest word of a phrase as an entry of a word list: what may stand beside it in a printed word is only
    outside of the phrase."""
    words = phrase.split(" ")
    at = max(range(len(words)), key=lambda place: len(words[place]))
    return f"{'' if at else '*'}{words[at]}{'' if at < len(words) - 1 else '*'}"


_PIECES = WordLists(
    {
        **{f"{_PHRASE}{phrase}": [_piece(phrase)] for phrase in lexicon().goal_phrases},
        "in:bound": [f"*{word}*" for word in lexicon().bounding_words],
        "in:open": ["*nå", "*nul-*"],
        "in:nil": ["*nul-*"],
        "in:announced": [
            f"*{word}*"
            for word in ("mål", "krav", "løfter", "ambitioner", "succeskriterier", "pejlemærker", "milepæle")
        ],
    }
)
"""Printed words without which a text holds no phrase of goals, no bound, no open hint, and announces nothing."""


def _told(word: str) -> Signs:
    found = set(_PIECES.find(word)).union(*map(lexicon().signs, _LETTERS.findall(word)))
    if any(sign.startswith(_PHRASE) for sign in found):
        found.add("in:phrase")
    if not lexicon().counting.isdisjoint(_WORD.findall(word)):
        found.add("in:counting")
    if _DIGIT.search(word) is not None:
        found.add("in:digit")
    return frozenset(found)


_known = Remembered(_told)


def said(lowered: str) -> Signs:
    """The signs of all words of a text in lower case, and of what they may be a piece (``in:…``)."""
    return frozenset().union(*map(_known.__getitem__, lowered.split()))


@lru_cache(maxsize=4096)
def _said(text: str) -> Signs:
    """The same of a text as printed. Kept, as a passage of one sentence is asked again."""
    return said(text.lower())


def may_owe(lowered: Iterable[str]) -> bool:
    """True where one of these lines, in lower case, speaks of goals, or binds or owes anything."""
    return any(not _HINTS.isdisjoint(told := said(line)) or _has_phrase(line.lower, told) for line in lowered)


def may_tell_owed(word: str) -> bool:
    """False for a printed word in lower case without which a line owes no less (:func:`may_owe`)."""
    told = _known[word]
    return not _HINTS.isdisjoint(told) or "in:phrase" in told


_HINTS = AIMED | OWED | {"setter", "in:bound"}


@lru_cache(maxsize=4096)
def speaks_of_goal(text: str) -> bool:
    """True where a word of the text is one for a goal or for aiming at something."""
    told = _said(text)
    if not told.isdisjoint(AIMED) or _has_phrase(text.lower, told):
        return True
    return "setter" in told and ("sets" in told or ": " in text or "ifølge" in text.lower())


def hints(text: str) -> bool:
    """True where the text speaks of goals, or of something to be reached."""
    return speaks_of_goal(text) or ("in:open" in _said(text) and _OPEN_HINT.search(text) is not None)


def owes(text: str) -> bool:
    """True for a text with a figure that a word binds, or that is given a bound."""
    told = _said(text)
    if _FIGURES.isdisjoint(told):
        return False
    return not OWED.isdisjoint(told) or "in:bound" in told or ("aim" in told and " vil " in text.lower())


def is_bound(text: str) -> bool:
    """True for a text with a word that binds."""
    return "bound" in _said(text)


def is_bounded(text: str) -> bool:
    """True for a text with a word that bounds a number: ``mindst``."""
    return "in:bound" in _said(text)


@lru_cache(maxsize=4096)
def announces(text: str) -> bool:
    """True for a text that says that goals come."""
    return "in:announced" in _said(text) and _ANNOUNCES.search(text) is not None


def holds_figure(text: str) -> bool:
    """True for a sentence with a number that measures or counts something: only these are worth the pipeline."""
    told = _said(text)
    if "in:digit" in told and figures_of(text):
        return True
    return not _IN_WORDS.isdisjoint(told) and _FIGURE.search(text) is not None


_FIGURES = frozenset({"in:digit", "in:counting"})
_IN_WORDS = frozenset({"in:nil", "in:counting"})


def _has_phrase(lowered: Callable[[], str], told: Signs) -> bool:
    """True where one of the phrases of which ``told`` has a piece stands in the text in lower case."""
    if "in:phrase" not in told:
        return False
    text = lowered()
    return any(sign.startswith(_PHRASE) and sign.removeprefix(_PHRASE) in text for sign in told)
