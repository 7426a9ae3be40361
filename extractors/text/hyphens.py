"""How two printed lines become one text: which hyphens at a line end are soft, real or suspended.

A soft hyphen only marks the break and goes (``profes-`` / ``sioner``); a real one belongs to the word and stays
without a space (``Ringkøbing-`` / ``Skjern``, ``EU-`` / ``midler``); a suspended one stands for the rest of a word
to come and keeps its space (``børne-`` / ``og ungetilbud``). Danish spelling decides the clear cases
(Retskrivningsordbogen § 57), the words of the document itself decide the others.
"""

from __future__ import annotations

from typing import NamedTuple

from extractors.text.vocabulary import EMPTY, Vocabulary, first_word, last_word

CONJUNCTIONS = frozenset(("og", "eller", "samt", "hhv", "henholdsvis", "og/eller", "kontra"))
"""What follows a suspended hyphen: ``børne- og``, ``drifts- samt``."""

HYPHENATED_PREFIXES = frozenset(("e", "it", "eu", "tv", "hr", "cv", "covid"))
"""First parts that are joined by a hyphen whatever follows: ``e-`` / ``handel``, ``it-`` / ``system``."""

_HYPHENS = "-‐"
_SOFT = "\u00ad"


class Seam(NamedTuple):
    """How to sew: take ``drop`` characters off the end of the left text and put ``glue`` between the two."""

    drop: int
    glue: str


_SPACE = Seam(0, " ")
_CLOSE = Seam(0, "")


def seam(left: str, right: str, words: Vocabulary = EMPTY) -> Seam:
    """How ``right`` continues ``left``; both without white space at the ends. A dash between the ends of a span
    (``2030–`` / ``2031``) closes up."""
    if not left or not right:
        return _CLOSE
    last = left[-1]
    if last == _SOFT:
        return Seam(1, "")
    if last in _HYPHENS:
        return _hyphen_seam(left, right, words)
    if last == "/":
        return _SPACE if left[-2:-1] == " " else _CLOSE
    if last == "–" and left[-2:-1].isdecimal() and right[0].isdecimal():
        return _CLOSE
    return _SPACE


def _hyphen_seam(left: str, right: str, words: Vocabulary) -> Seam:
    spaced = len(left) > 1 and left[-2] == " "
    before = left[:-1].rstrip()
    if not before:
        return _SPACE
    if spaced:
        return _spaced_hyphen_seam(left, before, right, words)
    if before[-1].isdecimal() or right[0].isdecimal():
        return _digit_seam(right)
    if not (before[-1].isalpha() and right[0].isalpha()):
        return _SPACE if right[0] in "(–" else _CLOSE
    follower = first_word(right)
    if _token(right) in CONJUNCTIONS:
        return _SPACE
    first = last_word(left)
    return Seam(1, "") if is_soft(first, follower, words) else _CLOSE


def _token(text: str) -> str:
    """The first word as a conjunction is written, lower-cased: letters, slashes, no final point."""
    return text.split(" ", 1)[0].rstrip(".,;:").lower()


def _digit_seam(right: str) -> Seam:
    """``2018-`` / ``2022`` and ``65-`` / ``årige`` close up, ``0-`` / ``og 1-årige`` does not."""
    return _SPACE if _token(right) in CONJUNCTIONS else _CLOSE


def _spaced_hyphen_seam(left: str, before: str, right: str, words: Vocabulary) -> Seam:
    """A space before the hyphen: a slip of the converter inside a word, or a dash between two."""
    first, follower = last_word(before), first_word(right)
    if first and follower and follower[0].islower() and before[-1].isalpha():
        joined = words.count(first + follower)
        if joined or (not words.stands_alone(follower) and _token(right) not in CONJUNCTIONS):
            return Seam(len(left) - len(before), "")
    return _SPACE


def is_soft(first: str, second: str, words: Vocabulary = EMPTY) -> bool:
    """True where the hyphen between two halves only marks the line break.

    ``first`` may hold hyphens of its own (``Næstved-Slagelse-Ka``): then only its last part is looked at.
    """
    if second[:1].isupper() and not (first.isupper() and second.isupper()):
        return False
    closed, open_ = words.count(first + second), words.count(f"{first}-{second}")
    if closed != open_:
        return closed > open_
    last = first.rpartition("-")[2]
    if first.isupper() and second.isupper():
        return len(last) > _ACRONYM_LENGTH
    if last.lower() in HYPHENATED_PREFIXES:
        return False
    capitals = sum(char.isupper() for char in last)
    if capitals >= 2 or (capitals and len(last) == 1):
        return False
    # ``corona-`` / ``krisen`` where the document writes ``corona-`` before other words as well, and never
    # ``coronakrisen`` or anything else that begins with it.
    return not _always_hyphenated(last.lower(), words)


_ACRONYM_LENGTH = 5


def _always_hyphenated(first: str, words: Vocabulary) -> bool:
    return len(first) > 1 and words.hyphenated(first) and not words.compounded(first)
