"""Whether a text speaks of goals: what its words say, asked once for each printed word.

Lines, passages and sentences are asked, and most of them speak of none. A printed word is what white space parts;
what it says is kept, with that of which it may be a piece: no phrase is looked for where none of its words stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

import regex

from extractors.language.danish import figures_of
from schemas.language import lexicon
from schemas.word_lists import Bits, WordLists

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
_ANNOUNCING = (
    "har", "havde", "er", "var", "med", "sætter", "sat", "opstille*", "følgende", "indeholder", "indeholdt",
    "rummer", "rummede", "består", "aftalt", "vedtaget", "fastsat", "fastsætter", "fastlagt",
)  # fmt: skip
_ANNOUNCED = (
    "*mål", "målene", "målsætninger", "målsætningerne", "*måltal", "målepunkter", "målepunkterne", "*krav",
    "løfter", "ambitioner", "succeskriterier", "pejlemærker", "milepæle",
)  # fmt: skip


def _any(entries: Iterable[str]) -> str:
    return "|".join(entries).replace("*", r"\w*")


_ANNOUNCES = regex.compile(
    rf"\b(?:{_any(_ANNOUNCING)})\b[^.]{{0,40}}\b(?:{_any(_ANNOUNCED)})\b(?!\s\d)", regex.IGNORECASE
)
"""A sentence that says that goals come: those that follow it in its passage may state them."""


_PHRASE = "in:phrase:"


def _piece(phrase: str) -> str:
    """The longest word of a phrase as an entry of a word list: what may stand beside it in a printed word is only
    outside of the phrase."""
    words = phrase.split(" ")
    at = max(range(len(words)), key=lambda place: len(words[place]))
    return f"{'' if at else '*'}{words[at]}{'' if at < len(words) - 1 else '*'}"


_PRINTED: Mapping[str, Iterable[str]] = {
    **{f"{_PHRASE}{phrase}": [_piece(phrase)] for phrase in lexicon().goal_phrases},
    "in:bound": [f"*{word}*" for word in lexicon().bounding_words],
    "in:open": ["*nå", "*nul-*"],
    "in:nil": ["*nul-*"],
}
"""Printed words without which a text holds no phrase of goals, no bound and no open hint."""
_WHOLE: Mapping[str, Iterable[str]] = {
    "in:announcing": _ANNOUNCING,
    "in:announced": _ANNOUNCED,
    "in:counting": lexicon().counting,
}
"""Words of which one of each of the first two stands in a text that announces, and words that count."""
_of_printed, _of_whole, _of_letters = (WordLists(lists) for lists in (_PRINTED, _WHOLE, {**_PRINTED, **_WHOLE}))


_AIMED = tuple(sorted(AIMED))
_OWED = tuple(sorted(OWED))
_PHRASES = tuple(f"{_PHRASE}{phrase}" for phrase in lexicon().goal_phrases)
_INSIDE = ("in:bound", "in:open", "in:nil", *_WHOLE, "in:digit")
SIGN: Mapping[str, int] = {
    name: 1 << place for place, name in enumerate((*_AIMED, *_OWED, "setter", "sets", "aim", *_INSIDE, *_PHRASES))
}
"""The bit of each sign that is asked for."""


def _bits(names: Iterable[str]) -> int:
    bits = 0
    for name in names:
        bits |= SIGN.get(name, 0)
    return bits


def _told(word: str) -> int:
    if word.isalpha():
        return _bits(_of_letters.find(word)) | _bits(lexicon().signs(word))
    found = _bits(_of_printed.find(word))
    for letters in _LETTERS.findall(word):
        found |= _bits(lexicon().signs(letters))
    for whole in _WORD.findall(word):
        found |= _bits(_of_whole.find(whole))
    return found if _DIGIT.search(word) is None else found | SIGN["in:digit"]


_known = Bits(_told)
_OF_ANNOUNCEMENT = _bits(("in:announcing", "in:announced"))
_OF_AIM, _OF_OWED, _OF_PHRASE = _bits(_AIMED), _bits(_OWED), _bits(_PHRASES)
_HINTS = _OF_AIM | _OF_OWED | _bits(("setter", "in:bound"))
_FIGURES, _IN_WORDS = _bits(("in:digit", "in:counting")), _bits(("in:nil", "in:counting"))
_BOUND, _OPEN = SIGN["in:bound"], SIGN["in:open"]


def said(lowered: str) -> int:
    """The signs of all words of a text in lower case, and of what they may be a piece (``in:…``): bits of
    :data:`SIGN`."""
    return _known.of(lowered.split())


@lru_cache(maxsize=4096)
def _said(text: str) -> int:
    """The same of a text as printed. Kept, as a passage of one sentence is asked again."""
    return said(text.lower())


def may_owe(lowered: Iterable[str]) -> bool:
    """True where one of these lines, in lower case, speaks of goals, or binds or owes anything."""
    return any((told := said(line)) & _HINTS or _has_phrase(line.lower, told) for line in lowered)


def may_tell_owed(word: str) -> bool:
    """False for a printed word in lower case without which a line owes no less (:func:`may_owe`)."""
    return bool(_known[word] & (_HINTS | _OF_PHRASE))


@lru_cache(maxsize=4096)
def speaks_of_goal(text: str) -> bool:
    """True where a word of the text is one for a goal or for aiming at something."""
    told = _said(text)
    if told & _OF_AIM or _has_phrase(text.lower, told):
        return True
    return bool(told & SIGN["setter"]) and (bool(told & SIGN["sets"]) or ": " in text or "ifølge" in text.lower())


def hints(text: str) -> bool:
    """True where the text speaks of goals, or of something to be reached."""
    return speaks_of_goal(text) or (bool(_said(text) & _OPEN) and _OPEN_HINT.search(text) is not None)


def owes(text: str) -> bool:
    """True for a text with a figure that a word binds, or that is given a bound."""
    told = _said(text)
    if not told & _FIGURES:
        return False
    return bool(told & (_OF_OWED | _BOUND)) or (bool(told & SIGN["aim"]) and " vil " in text.lower())


def is_bound(text: str) -> bool:
    """True for a text with a word that binds."""
    return bool(_said(text) & SIGN["bound"])


def is_bounded(text: str) -> bool:
    """True for a text with a word that bounds a number: ``mindst``."""
    return bool(_said(text) & _BOUND)


@lru_cache(maxsize=4096)
def announces(text: str) -> bool:
    """True for a text that says that goals come."""
    return _said(text) & _OF_ANNOUNCEMENT == _OF_ANNOUNCEMENT and _ANNOUNCES.search(text) is not None


def holds_figure(text: str) -> bool:
    """True for a sentence with a number that measures or counts something: only these are worth the pipeline."""
    told = _said(text)
    if told & SIGN["in:digit"] and figures_of(text):
        return True
    return bool(told & _IN_WORDS) and _FIGURE.search(text) is not None


def _has_phrase(lowered: Callable[[], str], told: int) -> bool:
    """True where one of the phrases of which ``told`` has a piece stands in the text in lower case."""
    if not told & _OF_PHRASE:
        return False
    return any(map(lowered().__contains__, _phrases_of(told & _OF_PHRASE)))


@lru_cache(maxsize=1024)
def _phrases_of(told: int) -> tuple[str, ...]:
    return tuple(sign.removeprefix(_PHRASE) for sign in _PHRASES if told & SIGN[sign])
