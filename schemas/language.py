"""The words by which Danish papers speak of goals: ``data/goal_language.toml``, read once and made fast to ask.

A list entry is a lower case form; ``*`` at its end takes any ending, at its start any head of a compound. The
signs that come out are the names of the lists (``goal``, ``outcome``, ``negation`` …; ``no_goal`` takes
``goal`` away), for segments
``segment:drift``, ``bare:drift`` and for levels ``level:national``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from schemas.word_lists import Remembered, WordLists

Signs = frozenset[str]

_OF_GOALS = ("goal", "aiming", "planned", "owing", "ahead")
"""Signs of phrases that speak of goals."""


@dataclass(frozen=True)
class Lexicon:
    """Word lists and phrases of the data file.

    ``phrases`` maps a phrase to its sign; comparators come as ``cmp:>=`` and, where they count only right
    before the number, as ``near:>``; ``behind`` are the words of ``eller derover``. ``verdicts`` keep the
    order of the file: the more specific first; ``counting`` are all words that may count or give a share;
    ``denials`` say that a goal is not one of those who speak, ``goal_phrases`` are those that speak of goals or
    of what is owed, ``bounding_words`` the comparators that are one word.
    """

    words: WordLists
    phrases: Mapping[str, str]
    verdicts: tuple[tuple[str, tuple[str, ...]], ...]
    behind: Mapping[str, str]
    labels: Mapping[str, str]
    numerals: Mapping[str, int]
    fractions: Mapping[str, int]
    shares: Mapping[str, int]
    interim: Mapping[str, tuple[str, ...]]
    stop: Signs
    denials: tuple[str, ...]
    goal_phrases: tuple[str, ...]
    bounding_words: tuple[str, ...]
    counting: Signs = field(init=False)
    signs: Callable[[str], Signs] = field(init=False, compare=False, repr=False)
    """Everything that a lower case word is a sign of; empty for a word that says nothing."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "counting", frozenset((*self.numerals, *self.fractions, "hver", "hvert")))
        object.__setattr__(self, "signs", Remembered(self._signs).__getitem__)

    def _signs(self, word: str) -> Signs:
        found = self.all_signs(word)
        return found - {sign for other in found if other.startswith("no_") for sign in (other, other[3:])}

    def all_signs(self, word: str) -> Signs:
        """The signs of every list that holds the word, those that take others away as well."""
        return self.words.of(word)


@cache
def language_data() -> Mapping[str, Any]:
    """The tables of the data file as they stand in it; read once for all who use its lists."""
    return tomllib.loads((files("schemas") / "data" / "goal_language.toml").read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """The lexicon of the data file."""
    data = language_data()
    words: dict[str, list[str]] = {}

    def add(sign: str, forms: Iterable[str]) -> None:
        words.setdefault(sign, []).extend(forms)

    for sign, forms in data["words"].items():
        add(sign, forms)
    for group, prefix in (("segments", "segment:"), ("bare_segments", "bare:"), ("levels", "level:")):
        for name, forms in data[group].items():
            add(prefix + name, forms)
    _add_verbs(add, data["verbs"], data["moves"])
    phrases = dict(data["phrases"])
    for kind, prefix in (("comparators", "cmp:"), ("near_comparators", "near:")):
        for sign, forms in data[kind].items():
            phrases |= dict.fromkeys(forms, prefix + sign)
    return Lexicon(
        words=WordLists(words),
        phrases=phrases,
        verdicts=tuple((name, tuple(forms)) for name, forms in data["verdicts"].items()),
        behind={form: sign for sign, forms in data["comparators_behind"].items() for form in forms},
        labels=_labels(data["labels"], data["label_companions"]),
        numerals=_numerals(data["numerals"]),
        fractions=data["fractions"],
        shares=data["shares"],
        interim={name: tuple(forms) for name, forms in data["interim"].items()},
        stop=frozenset(data["stop"]["words"]),
        denials=tuple(data["denials"]["phrases"]),
        goal_phrases=tuple(phrase for phrase, sign in data["phrases"].items() if sign in _OF_GOALS),
        bounding_words=tuple(
            word for forms in data["comparators"].values() for word in forms if word.isalpha() and len(word) > 3
        ),
    )


def _labels(labels: Mapping[str, list[str]], companions: Mapping[str, list[str]]) -> dict[str, str]:
    """The labels with their kind: as listed, and those of one word with a companion (``Resultat og vurdering``)."""
    found = {
        f"{form} og {word}": name
        for name, words in companions.items() for form in labels[name] if " " not in form for word in words
    }  # fmt: skip
    return found | {form: name for name, forms in labels.items() for form in forms}


def _add_verbs(
    add: Callable[[str, Iterable[str]], None], verbs: Mapping[str, list[str]], moves: Mapping[str, list[str]]
) -> None:
    """The forms of the verbs: ``aim`` in the present and the infinitive, ``outcome`` in the past and as
    participle."""
    acts = [_weak(verb, past) for past in ("ede", "te") for verb in verbs[past]]
    irregular = [forms.split() for forms in verbs["irregular"]]
    for infinitive, present, past, participle in [*acts, *irregular]:
        add("aim", (infinitive, present, f"{infinitive}s"))
        add("past", (past,))
        add("outcome", (past, f"{past}s", participle))
    for name, group in moves.items():
        for infinitive, present, past, participle in (tuple(forms.split()) for forms in group):
            add(f"change_{name}", (infinitive, present, f"{infinitive}s", past, f"{past}s", participle))
            add("outcome", (past, participle))


def _weak(infinitive: str, past: str) -> tuple[str, str, str, str]:
    """The forms of a regular verb: ``lave laver lavede lavet``, ``besøge besøger besøgte besøgt``."""
    stem = infinitive.removesuffix("e")
    return infinitive, f"{infinitive}r", stem + past, stem + ("et" if past == "ede" else "t")


def _numerals(base: Mapping[str, int]) -> dict[str, int]:
    """The number words with the compounds of ones and tens: ``femogtyve`` is 25."""
    ones = {"en": 1, "et": 1} | {word: value for word, value in base.items() if 2 <= value <= 9}
    tens = {word: value for word, value in base.items() if value >= 20 and value < 100}
    compounds = {f"{one}og{ten}": a + b for one, a in ones.items() for ten, b in tens.items()}
    return {**base, **compounds}
