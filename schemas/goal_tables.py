"""The words of tables and cards of goals: ``data/goal_tables.toml``, read once and made fast to ask.

A list entry is a lower case form or a phrase; ``*`` at its end takes any ending, at its start any beginning.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex

from schemas.language import language_data
from schemas.word_lists import WordLists

_WORD = regex.compile(r"\w++(?:-++\w++)*+")
_WORD_OF_ENTRY = regex.compile(r"\*?\w++(?:-++\w++)*+\*?")


@dataclass(frozen=True)
class GoalTableWords:
    """The word lists as patterns that find an entry as whole words of a lower case text.

    ``heads`` by kind in the order of the file; ``periods`` by kind; ``verdicts`` match a whole cell, in the order
    in which they are to be tried; ``lower`` are things to be brought down, with the burdens of the lexicon,
    ``put_off`` begins what stands in place of a result. ``words`` are the longest words of the
    entries of heads, periods and verdicts by the name of their list, ``signs`` the entries without a word.
    """

    heads: Mapping[str, regex.Pattern[str]]
    periods: Mapping[str, regex.Pattern[str]]
    verdicts: Mapping[str, regex.Pattern[str]]
    lower: regex.Pattern[str]
    put_off: regex.Pattern[str]
    words: WordLists
    signs: tuple[tuple[str, str], ...]

    def named(self, text: str) -> set[str]:
        """The names of the lists of heads, periods and verdicts of which a lower case text may hold an entry: no
        entry of another list is in it. Quick to ask, so that most texts are held against few patterns or none."""
        words = _WORD.findall(text)
        if "-" in text:
            words += _WORD.findall(text.replace("-", " "))
        found = set().union(*map(self.words.of, words))
        for sign, name in self.signs:
            if sign in text:
                found.add(name)
        return found


@cache
def goal_table_words() -> GoalTableWords:
    """The words of the data file."""
    data = tomllib.loads((files("schemas") / "data" / "goal_tables.toml").read_text(encoding="utf-8"))
    named = {**data["heads"], **data["periods"], **data["verdicts"]}
    worded = {name: [(entry, _longest_word(entry)) for entry in entries] for name, entries in named.items()}
    return GoalTableWords(
        heads={kind: _pattern(entries) for kind, entries in data["heads"].items()},
        periods={kind: _pattern(entries, joined=True) for kind, entries in data["periods"].items()},
        verdicts={kind: _pattern(entries) for kind, entries in data["verdicts"].items()},
        lower=_pattern([*data["lower_is_better"]["words"], *language_data()["words"]["burden"]]),
        put_off=_pattern(data["put_off"]["words"]),
        words=WordLists({name: [word for _, word in pairs if word] for name, pairs in worded.items()}),
        signs=tuple((entry, name) for name, pairs in worded.items() for entry, word in pairs if not word),
    )


def _longest_word(entry: str) -> str:
    """The word that tells a phrase best; blank for an entry of signs alone."""
    return max(_WORD_OF_ENTRY.findall(entry), key=len, default="")


def _pattern(entries: Iterable[str], *, joined: bool = False) -> regex.Pattern[str]:
    """The longest entry first; an entry stands between other characters than those of words. ``joined``: a hyphen
    may stand beside it (``jan.-juni``)."""
    body = "|".join(_entry(entry) for entry in sorted(set(entries), key=lambda entry: -len(entry)))
    letters = r"\w" if joined else r"[\w-]"
    return regex.compile(rf"(?<!{letters})(?:{body})(?!{letters})")


def _entry(entry: str) -> str:
    bare = regex.escape(entry.strip("*")).replace(r"\ ", r"\s+")
    before = r"[\w-]*" if entry.startswith("*") else ""
    return f"{before}{bare}" + (r"[\w-]*" if entry.endswith("*") else "")
