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


@dataclass(frozen=True)
class GoalTableWords:
    """The word lists as patterns that find an entry as whole words of a lower case text.

    ``heads`` by kind in the order of the file, ``any_head`` all of them in one; ``periods`` by kind; ``verdicts``
    match a whole cell, in the order in which they are to be tried; ``lower`` are things to be brought down.
    """

    heads: Mapping[str, regex.Pattern[str]]
    any_head: regex.Pattern[str]
    periods: Mapping[str, regex.Pattern[str]]
    verdicts: Mapping[str, regex.Pattern[str]]
    lower: regex.Pattern[str]


@cache
def goal_table_words() -> GoalTableWords:
    """The words of the data file."""
    data = tomllib.loads((files("schemas") / "data" / "goal_tables.toml").read_text(encoding="utf-8"))
    return GoalTableWords(
        heads={kind: _pattern(entries) for kind, entries in data["heads"].items()},
        any_head=_pattern(entry for entries in data["heads"].values() for entry in entries),
        periods={kind: _pattern(entries, joined=True) for kind, entries in data["periods"].items()},
        verdicts={kind: _pattern(entries) for kind, entries in data["verdicts"].items()},
        lower=_pattern(data["lower_is_better"]["words"]),
    )


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
